//! Reads the records of an own sheet by its mapping.

use super::cell::Coded;
use super::field::{Field, INJURED, KILLED};
use super::mapping::{Blanks, Filled, Mapping};
use super::recorded::facts;
use super::toll::{people, toll};
use super::words::{Deed, class_of};
use crate::incident::{
    Authorship, ClaimState, DatePrecision, Draft, Forces, Kind, Member, PlacePrecision, Role, Standing, StatedSide,
    Success,
};
use crate::measure::Amount;
use crate::names::Class;
use crate::period::{DateFormat, iso_moment};
use crate::read::Columns;
use crate::source::{Cells, Dates, Facts, FilterReason, Head, Issue, Layout, Leading, Numbers, Reader, Verdict};
use std::sync::Arc;

/// A mapping laid on one table.
pub(super) struct Opened {
    pub(super) mapping: Arc<Mapping>,
    /// The columns of each field in this table.
    at: [Vec<usize>; Field::COUNT],
    /// The column of each skip rule.
    skips: Vec<usize>,
    leading: Leading,
    layout: Layout,
    facts: Facts,
}

impl Opened {
    /// `at` and `skips` are the columns of the mapping's fields and skip rules in the table of this head.
    pub(super) fn new(mapping: Arc<Mapping>, at: [Vec<usize>; Field::COUNT], skips: Vec<usize>, head: &Head) -> Opened {
        let facts = facts(&mapping);
        let layout = Layout::fixed(at.iter().map(|columns| columns.first().copied()).collect(), head.names().to_vec());
        let leading = Leading { header: 1, tags: u64::from(head.has_tag_row()) };
        Opened { mapping, at, skips, leading, layout, facts }
    }

    pub(super) fn columns(&self, field: Field) -> &[usize] {
        &self.at[field as usize]
    }

    pub(super) fn blanks(&self) -> Blanks {
        self.mapping.blanks
    }

    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.columns(field).first().copied()
    }

    pub(super) fn constant(&self, field: Field) -> Option<&str> {
        match self.mapping.filled(field)? {
            Filled::Constant(word) => Some(word),
            Filled::Columns(_) => None,
        }
    }
}

impl Reader for Opened {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn leading(&self) -> Leading {
        self.leading
    }

    fn layout(&self) -> &Layout {
        &self.layout
    }

    /// A field may be made of several columns, and a rule may look at any.
    fn columns(&self) -> Columns {
        Columns::All
    }

    fn numbers(&self) -> &Numbers {
        &self.mapping.numbers
    }

    fn dates(&self) -> Dates {
        Dates { date: self.column(Field::Date), year: None }
    }

    fn date_format(&self) -> Option<&DateFormat> {
        self.mapping.date_format.as_ref()
    }

    fn read<'a>(&'a self, cells: &mut Cells<'a, '_>) -> Result<Draft<'a>, Verdict> {
        let rules = self.mapping.skips.iter().zip(&self.skips);
        if rules.into_iter().any(|(rule, &column)| rule.test.holds(cells.text(Some(column)))) {
            return Err(Verdict::Filtered { reason: FilterReason::SkipRule, killed: None });
        }
        let id = cells.id(self.column(Field::Id));
        let start = cells.date(self.column(Field::Date))?;
        let mut draft = Draft::on(start, cells.line());
        draft.id = id;
        draft.end = cells.end_date(self.column(Field::DateEnd), start);
        draft.revised = self.read_revised(cells);
        draft.weight = self.read_weight(cells);
        let translations = &self.mapping.translations;
        draft.date_precision = match self.code(cells, Field::DatePrecision, &translations.date_precisions) {
            Coded::Known(precision) => precision,
            Coded::Blank => DatePrecision::Day,
            // What cannot be read as a day must not enter a week.
            Coded::Foreign => DatePrecision::Month,
        };
        draft.claim = match self.code(cells, Field::Claim, &translations.claims) {
            Coded::Known(claim) => claim,
            Coded::Blank | Coded::Foreign => ClaimState::Unknown,
        };
        draft.tactic = self.text(cells, Field::Tactic);
        draft.target = self.text(cells, Field::Target);
        draft.suicide = self.answer(cells, Field::Suicide);
        draft.success = match self.answer(cells, Field::Success) {
            Some(true) => Success::Succeeded,
            Some(false) => Success::Failed,
            None => Success::Unknown,
        };
        draft.outlets = self.names(cells, Field::Sources);
        draft.related = cells.known(self.column(Field::Related));
        self.read_place(cells, &mut draft);
        self.read_kind(cells, &mut draft);
        self.read_members(cells, &mut draft);
        self.read_people(cells, &mut draft);
        Ok(draft)
    }
}

impl Opened {
    fn read_revised(&self, cells: &mut Cells<'_, '_>) -> Option<i64> {
        let column = self.column(Field::Revised);
        let text = cells.known(column);
        if text.is_empty() {
            return None;
        }
        let moment = match &self.mapping.revised_format {
            Some(format) => format.read(text),
            None => {
                iso_moment(text).or_else(|| iso_moment(&self.mapping.date_format.as_ref()?.read(text)?.to_string()))
            }
        };
        if moment.is_none() {
            cells.note(column, Issue::UnknownCode);
        }
        moment
    }

    /// How many incidents the row stands for: one where it does not say, or says nonsense.
    fn read_weight(&self, cells: &mut Cells<'_, '_>) -> Amount {
        let column = self.column(Field::Weight);
        match cells.number(column) {
            Some(weight) if weight > Amount::ZERO => weight,
            Some(_) => {
                cells.note(column, Issue::NegativeNumber);
                Amount::ONE
            }
            None => Amount::ONE,
        }
    }

    fn read_place<'a>(&'a self, cells: &mut Cells<'a, '_>, draft: &mut Draft<'a>) {
        draft.country = self.text(cells, Field::Country);
        draft.region = self.text(cells, Field::Region);
        draft.district = self.text(cells, Field::District);
        draft.place = self.text(cells, Field::Place);
        let (latitude, longitude) = (self.column(Field::Latitude), self.column(Field::Longitude));
        let point = cells.degrees(latitude, 90.0).zip(cells.degrees(longitude, 180.0));
        if point == Some((0.0, 0.0)) {
            // A spreadsheet's empty cells, not a place in the Atlantic.
            cells.note(latitude, Issue::CoordinateOutOfRange);
        } else {
            (draft.latitude, draft.longitude) = point.unzip();
        }
        let named = if draft.latitude.is_some() || !draft.place.is_empty() {
            PlacePrecision::Town
        } else if !draft.district.is_empty() {
            PlacePrecision::District
        } else if !draft.region.is_empty() {
            PlacePrecision::Region
        } else {
            PlacePrecision::Country
        };
        draft.place_precision =
            match self.code(cells, Field::PlacePrecision, &self.mapping.translations.place_precisions) {
                Coded::Known(precision) => precision,
                Coded::Blank => named,
                Coded::Foreign => named.max(PlacePrecision::Region),
            };
    }

    fn read_kind<'a>(&'a self, cells: &mut Cells<'a, '_>, draft: &mut Draft<'a>) {
        let other = Deed { kind: Kind::Other, forces: Forces::None };
        let deed = match self.code(cells, Field::Kind, &self.mapping.translations.kinds) {
            Coded::Known(deed) => deed,
            Coded::Foreign => other,
            Coded::Blank if self.mapping.has(Field::Kind) => {
                cells.note(self.column(Field::Kind), Issue::UnknownCode);
                other
            }
            Coded::Blank => Deed { kind: Kind::Attack, forces: Forces::None },
        };
        draft.kind = deed.kind;
        draft.forces = match (self.answer(cells, Field::Foreign), deed.kind) {
            (None, _) | (_, Kind::Attack | Kind::Other) => deed.forces,
            (Some(true), _) => Forces::Foreign,
            // That no foreign forces fought does not say that forces fought: it may have been two groups.
            (Some(false), Kind::Clash) => Forces::None,
            (Some(false), _) => Forces::Domestic,
        };
    }

    fn read_members<'a>(&'a self, cells: &mut Cells<'a, '_>, draft: &mut Draft<'a>) {
        let role = match draft.kind {
            Kind::Attack => Role::Initiator,
            Kind::Operation | Kind::StateViolence => Role::Target,
            Kind::Clash | Kind::Interstate | Kind::Undetermined | Kind::Other => Role::Party,
        };
        let authorship = match self.answer(cells, Field::Suspected) {
            Some(true) => Authorship::Suspected,
            Some(false) | None => Authorship::Confirmed,
        };
        let parts = [
            (Field::Groups, role),
            (Field::Initiators, Role::Initiator),
            (Field::Targets, Role::Target),
            (Field::Parties, Role::Party),
            (Field::Allies, Role::Ally),
        ];
        let member = |name, class, role| Member {
            name,
            family: "",
            class,
            role,
            authorship,
            standing: Standing::Group,
            side: StatedSide::Unstated,
        };
        for (field, role) in parts {
            let names = self.names(cells, field);
            draft.members.extend(names.into_iter().map(|name| member(name, class_of(name), role)));
        }
        // An attack is an armed group's: where the sheet names none in a column for it, nobody is named.
        let asked = self.mapping.has(Field::Groups) || self.mapping.has(Field::Initiators);
        if draft.kind == Kind::Attack && asked && !draft.members.iter().any(|m| m.role == Role::Initiator) {
            draft.members.push(member("", Class::Generic, Role::Initiator));
        }
    }

    fn read_people<'a>(&'a self, cells: &mut Cells<'a, '_>, draft: &mut Draft<'a>) {
        let killed = toll(self, cells, &KILLED);
        let injured = toll(self, cells, &INJURED);
        (draft.killed, draft.killed_by) = (killed.toll, killed.by);
        (draft.injured, draft.injured_by) = (injured.toll, injured.by);
        let number = |field, cells: &mut Cells<'a, '_>| people(self, cells, field).amount();
        draft.arrested = number(Field::Arrested, cells);
        draft.abducted = number(Field::Abducted, cells);
    }
}

//! The Global Terrorism Database: attacks by non-state actors, 135 columns and older forms.
//!
//! Source: GTD codebook. -9 and -99 stand for "unknown" in all its numbers and must never reach a sum.

mod facts;
mod field;
mod label;
#[cfg(test)]
mod tests;

use super::{
    Cells, Dates, Doubted, Error, Facts, FilterReason, Fit, Head, Issue, Layout, Leading, Reader, Rejection, Settings,
    Source, Verdict,
};
use crate::incident::{
    Authorship, ClaimState, DatePrecision, Draft, Member, PlacePrecision, Role, Standing, StatedSide, Success, Toll,
};
use crate::measure::{Amount, VictimClass};
use crate::period::{DateFormat, Day};
use crate::registry::Entry;
use field::Field;
use strum::VariantArray;

pub struct Gtd;

impl Entry for Gtd {
    fn id(&self) -> &'static str {
        "gtd"
    }

    fn about(&self) -> &'static str {
        "Global Terrorism Database (also copies saved from R, and older ones)"
    }

    fn example(&self) -> String {
        "incident-trends report globalterrorismdb_0522dist.xlsx --country Pakistan --by year".to_owned()
    }
}

impl Source for Gtd {
    fn recognise(&self, head: &Head, _: &Settings) -> Fit {
        Fit::of(head, Field::VARIANTS.iter().map(|f| f.column()))
    }

    fn open(&self, head: &Head, settings: &Settings) -> Result<Box<dyn Reader>, Error> {
        let layout = Layout::find(head, "gtd", Field::VARIANTS.iter().map(|f| f.column()))?;
        let facts = facts::of(&layout, head);
        let written = ["%m/%d/%Y", "%Y-%m-%d"].map(|text| DateFormat::new(text).expect("a format"));
        Ok(Box::new(Opened { layout, leading: Leading::header_of(head), facts, written, doubted: settings.doubted }))
    }
}

struct Opened {
    layout: Layout,
    leading: Leading,
    facts: Facts,
    /// The ways in which `resolution` holds a day; else it is free text.
    written: [DateFormat; 2],
    doubted: Doubted,
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

    /// The day stands in three columns of numbers.
    fn dates(&self) -> Dates {
        Dates::default()
    }

    fn read<'a>(&'a self, cells: &mut Cells<'a, '_>) -> Result<Draft<'a>, Verdict> {
        let id = self.id(cells);
        if self.doubted == Doubted::LeaveOut && self.code(cells, Field::Doubt) == Some(1) {
            let (toll, _) = self.toll(cells, Field::Killed, Field::KilledPerpetrators);
            return Err(Verdict::Filtered { reason: FilterReason::DoubtedTerrorism, killed: toll.best });
        }
        let (day, precision) = self.day(cells)?;
        let mut draft = Draft::on(day, cells.line());
        draft.id = id;
        draft.date_precision = precision;
        draft.end = self.end(cells, day);
        draft.country = cells.known(self.at(Field::Country));
        draft.region = cells.known(self.at(Field::Region));
        draft.place = cells.known(self.at(Field::City));
        draft.latitude = cells.degrees(self.at(Field::Latitude), 90.0);
        draft.longitude = cells.degrees(self.at(Field::Longitude), 180.0);
        draft.place_precision = self.place_precision(cells);
        draft.tactic = cells.known(self.at(Field::Tactic));
        draft.target = cells.known(self.at(Field::Target));
        draft.related = cells.known(self.at(Field::Related));
        draft.success = match self.code(cells, Field::Success) {
            Some(1) => Success::Succeeded,
            Some(0) => Success::Failed,
            _ => Success::Unknown,
        };
        draft.suicide = self.flag(cells, Field::Suicide);
        draft.claim = self.claim(cells);
        self.read_groups(cells, &mut draft);
        (draft.killed, draft.killed_by) = self.toll(cells, Field::Killed, Field::KilledPerpetrators);
        (draft.injured, draft.injured_by) = self.toll(cells, Field::Injured, Field::InjuredPerpetrators);
        draft.abducted = match self.flag(cells, Field::Hostages) {
            Some(true) => self.people(cells, Field::HostageCount),
            Some(false) => Some(Amount::ZERO),
            None => None,
        };
        Ok(draft)
    }
}

/// The codes for "unknown" and "unknown number".
const UNKNOWN: [Amount; 2] = [Amount::whole(-9), Amount::whole(-99)];

fn is_unknown(text: &str) -> bool {
    Amount::parse(text, '.').is_some_and(|number| UNKNOWN.contains(&number))
}

impl Opened {
    fn at(&self, field: Field) -> Option<usize> {
        self.layout.at(field as usize)
    }

    /// A code; `None` where it is empty or stands for "unknown".
    fn code(&self, cells: &mut Cells<'_, '_>, field: Field) -> Option<i64> {
        if is_unknown(cells.known(self.at(field))) { None } else { cells.integer(self.at(field)) }
    }

    fn flag(&self, cells: &mut Cells<'_, '_>, field: Field) -> Option<bool> {
        match self.code(cells, field) {
            Some(0) => Some(false),
            Some(1) => Some(true),
            Some(_) => {
                cells.note(self.at(field), Issue::UnknownCode);
                None
            }
            None => None,
        }
    }

    fn people(&self, cells: &mut Cells<'_, '_>, field: Field) -> Option<Amount> {
        if is_unknown(cells.known(self.at(field))) { None } else { cells.people(self.at(field)) }
    }

    /// Twelve digits. A spreadsheet that has rounded them (`2.01E+11`) leaves no id: rows would seem to repeat each other.
    fn id<'a>(&self, cells: &mut Cells<'a, '_>) -> &'a str {
        let text = cells.id(self.at(Field::Id));
        let id = text.strip_suffix(".0").unwrap_or(text);
        if id.bytes().all(|b| b.is_ascii_digit()) {
            return id;
        }
        cells.note(self.at(Field::Id), Issue::UnknownCode);
        ""
    }

    /// The day of the three columns; month and day 0 are unknown, and make the row as coarse as that.
    fn day(&self, cells: &mut Cells<'_, '_>) -> Result<(Day, DatePrecision), Verdict> {
        let reject = |field, reason| Verdict::Rejected { column: self.at(field), reason };
        let text = cells.known(self.at(Field::Year));
        if text.is_empty() || is_unknown(text) {
            return Err(reject(Field::Year, Rejection::NoDate));
        }
        let year = Amount::parse(text, '.').filter(|year| year.is_whole() && *year > Amount::ZERO);
        let year = year.ok_or_else(|| reject(Field::Year, Rejection::UnreadableDate))?.rounded();
        let year = i32::try_from(year).map_err(|_| reject(Field::Year, Rejection::ImpossibleDate))?;
        let month = self.code(cells, Field::Month).filter(|month| *month != 0);
        let day = self.code(cells, Field::Day).filter(|day| *day != 0 && month.is_some());
        let precision = match (month, day) {
            (None, _) => DatePrecision::Year,
            (Some(_), None) => DatePrecision::Month,
            (Some(_), Some(_)) => DatePrecision::Day,
        };
        let number = |value: Option<i64>| u32::try_from(value.unwrap_or(1)).ok();
        let impossible = |field| reject(field, Rejection::ImpossibleDate);
        let first = number(month).and_then(|month| Day::from_ymd(year, month, 1));
        let first = first.ok_or_else(|| impossible(Field::Month))?;
        let start = number(day).and_then(|day| Day::from_ymd(year, first.month(), day));
        Ok((start.ok_or_else(|| impossible(Field::Day))?, precision))
    }

    /// The day on which an extended incident was resolved, where the column holds a day.
    fn end(&self, cells: &mut Cells<'_, '_>, start: Day) -> Day {
        let text = cells.known(self.at(Field::Resolution));
        if text.is_empty() || self.code(cells, Field::Extended) == Some(0) {
            return start;
        }
        match self.written.iter().find_map(|format| format.read(text)) {
            Some(end) if end < start => {
                cells.note(self.at(Field::Resolution), Issue::EndBeforeStart);
                start
            }
            Some(end) => end,
            None => start,
        }
    }

    fn place_precision(&self, cells: &mut Cells<'_, '_>) -> PlacePrecision {
        match self.code(cells, Field::Specificity) {
            Some(1) => PlacePrecision::Exact,
            // The centre of the smallest known area below the first level.
            Some(2 | 3) => PlacePrecision::District,
            Some(4) => PlacePrecision::Region,
            Some(5) | None => PlacePrecision::Country,
            Some(_) => {
                cells.note(self.at(Field::Specificity), Issue::UnknownCode);
                PlacePrecision::Country
            }
        }
    }

    fn claim(&self, cells: &mut Cells<'_, '_>) -> ClaimState {
        if self.code(cells, Field::Competing) == Some(1) {
            return ClaimState::Competing;
        }
        let claims = [Field::Claimed1, Field::Claimed2, Field::Claimed3].map(|field| self.code(cells, field));
        if claims.contains(&Some(1)) {
            ClaimState::Claimed
        } else if claims[0] == Some(0) {
            ClaimState::Unclaimed
        } else {
            ClaimState::Unknown
        }
    }

    fn read_groups<'a>(&self, cells: &mut Cells<'a, '_>, draft: &mut Draft<'a>) {
        let perpetrators = [
            (Field::Group1, Field::Uncertain1),
            (Field::Group2, Field::Uncertain2),
            (Field::Group3, Field::Uncertain3),
        ];
        for (group, uncertain) in perpetrators {
            let suspected = self.code(cells, uncertain) == Some(1);
            // "Unknown" is a name here; what is empty is not.
            let name = match cells.text(self.at(group)) {
                name if name.eq_ignore_ascii_case("na") || is_unknown(name) => "",
                name => name,
            };
            let name = if name.is_empty() && group == Field::Group1 { label::UNKNOWN } else { name };
            if !name.is_empty() {
                draft.members.push(Member {
                    name,
                    family: "",
                    class: label::class(name),
                    role: Role::Initiator,
                    authorship: if suspected { Authorship::Suspected } else { Authorship::Confirmed },
                    standing: Standing::Group,
                    side: StatedSide::Unstated,
                });
            }
        }
    }

    /// A toll, and of it the perpetrators' and the others', whom the database does not tell apart.
    fn toll(
        &self,
        cells: &mut Cells<'_, '_>,
        total: Field,
        perpetrators: Field,
    ) -> (Toll, [Option<Amount>; VictimClass::COUNT]) {
        let (all, militants) = (self.people(cells, total), self.people(cells, perpetrators));
        let mut parts = [None; VictimClass::COUNT];
        parts[VictimClass::Militant as usize] = militants;
        if let (Some(all), Some(militants)) = (all, militants) {
            if militants > all {
                cells.note(self.at(perpetrators), Issue::PartsDisagree);
            } else {
                parts[VictimClass::Unknown as usize] = Some(all - militants);
            }
        }
        (Toll::exactly(all), parts)
    }
}

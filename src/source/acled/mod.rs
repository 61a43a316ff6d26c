//! ACLED events of all generations: the current 31 columns, those of 2020 to 2022, and the oldest in upper case.
//!
//! Source: ACLED codebook (2024 to 2025) and, for older names, the files themselves.

mod actor;
mod coverage;
mod facts;
mod kind;
#[cfg(test)]
mod tests;

pub(super) use coverage::COUNTRY_STARTS;
pub(super) use facts::{CITATION, FATALITIES, HEADLINE};
pub(super) use kind::Event;

use super::{
    Cells, Dates, Error, Facts, Fit, Head, Issue, Layout, Leading, Need, Reader, Recurrences, Settings, Source, Verdict,
};
use crate::incident::{
    Authorship, DatePrecision, Draft, Headline, Kind, Member, Own, PlacePrecision, Role, Standing, StatedSide, Toll,
};
use crate::names::Class;
use crate::period::Day;
use crate::registry::Entry;
use actor::{Actor, Inter};
use kind::Targeting;
use strum::VariantArray;

pub struct Acled;

impl Entry for Acled {
    fn id(&self) -> &'static str {
        "acled"
    }

    fn about(&self) -> &'static str {
        "ACLED events as exported, one row an event (all generations of columns)"
    }

    fn example(&self) -> String {
        "incident-trends report acled-export.csv --country Pakistan".to_owned()
    }
}

/// The fields that are read; the order is that of the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
enum Field {
    Id,
    Date,
    Year,
    TimePrecision,
    DisorderType,
    EventType,
    SubEventType,
    Actor1,
    Associates1,
    Inter1,
    Actor2,
    Associates2,
    Inter2,
    CivilianTargeting,
    Country,
    Region,
    District,
    Place,
    Latitude,
    Longitude,
    GeoPrecision,
    Outlets,
    Fatalities,
    Timestamp,
}

impl Field {
    fn column(self) -> (&'static [&'static str], Need) {
        use Need::{Optional, Required};
        match self {
            // `data_id` changed with every update of a row: only where there is nothing better.
            Field::Id => (&["event_id_cnty", "data_id"], Required),
            Field::Date => (&["event_date"], Required),
            Field::Year => (&["year"], Optional),
            Field::TimePrecision => (&["time_precision"], Optional),
            Field::DisorderType => (&["disorder_type"], Optional),
            Field::EventType => (&["event_type"], Required),
            Field::SubEventType => (&["sub_event_type"], Optional),
            Field::Actor1 => (&["actor1"], Required),
            Field::Associates1 => (&["assoc_actor_1", "ally_actor_1"], Optional),
            Field::Inter1 => (&["inter1"], Optional),
            Field::Actor2 => (&["actor2"], Optional),
            Field::Associates2 => (&["assoc_actor_2", "ally_actor_2"], Optional),
            Field::Inter2 => (&["inter2"], Optional),
            Field::CivilianTargeting => (&["civilian_targeting"], Optional),
            Field::Country => (&["country"], Required),
            Field::Region => (&["admin1"], Required),
            Field::District => (&["admin2"], Optional),
            Field::Place => (&["location"], Optional),
            Field::Latitude => (&["latitude"], Optional),
            Field::Longitude => (&["longitude"], Optional),
            Field::GeoPrecision => (&["geo_precision"], Optional),
            Field::Outlets => (&["source"], Optional),
            Field::Fatalities => (&["fatalities"], Required),
            Field::Timestamp => (&["timestamp"], Optional),
        }
    }
}

impl Source for Acled {
    fn recognise(&self, head: &Head, _: &Settings) -> Fit {
        Fit::of(head, Field::VARIANTS.iter().map(|f| f.column()))
    }

    fn open(&self, head: &Head, _: &Settings) -> Result<Box<dyn Reader>, Error> {
        let layout = Layout::find(head, "acled", Field::VARIANTS.iter().map(|f| f.column()))?;
        let facts = facts::of(&layout);
        let at = |fields: &[Field]| fields.iter().filter_map(|&field| layout.at(field as usize)).collect();
        let recurrences = Recurrences {
            act: at(&ACT),
            site: at(&SITE),
            outlets: at(&[Field::Outlets]),
            losses: at(&[Field::Fatalities]),
            redundant: REDUNDANT.iter().filter_map(|name| head.find(&[name])).collect(),
        };
        Ok(Box::new(Opened { layout, leading: Leading::header_of(head), facts, recurrences }))
    }
}

struct Opened {
    layout: Layout,
    leading: Leading,
    facts: Facts,
    recurrences: Recurrences,
}

/// What decides what happened and who took part, the country among it: whose forces are at home.
const ACT: [Field; 12] = [
    Field::TimePrecision,
    Field::DisorderType,
    Field::EventType,
    Field::SubEventType,
    Field::Actor1,
    Field::Associates1,
    Field::Inter1,
    Field::Actor2,
    Field::Associates2,
    Field::Inter2,
    Field::CivilianTargeting,
    Field::Country,
];

/// What decides where it happened, but for the coordinates.
const SITE: [Field; 5] = [Field::Country, Field::Region, Field::District, Field::Place, Field::GeoPrecision];

/// What follows from the columns beside it: from the inter codes, and from the country.
const REDUNDANT: [&str; 3] = ["interaction", "iso", "region"];

impl Opened {
    fn at(&self, field: Field) -> Option<usize> {
        self.layout.at(field as usize)
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

    fn dates(&self) -> Dates {
        Dates { date: self.at(Field::Date), year: self.at(Field::Year) }
    }

    fn recurrences(&self) -> Option<&Recurrences> {
        Some(&self.recurrences)
    }

    fn own<'a>(&'a self, cells: &mut Cells<'a, '_>) -> Result<Own<'a>, Verdict> {
        let id = cells.id(self.at(Field::Id));
        let day = cells.date(self.at(Field::Date))?;
        if cells.integer(self.at(Field::Year)).is_some_and(|year| year != i64::from(day.year())) {
            cells.note(self.at(Field::Year), Issue::YearDisagrees);
        }
        Ok(Own {
            id,
            line: cells.line(),
            start: day,
            end: day,
            revised: self.revised(cells),
            latitude: cells.degrees(self.at(Field::Latitude), 90.0),
            longitude: cells.degrees(self.at(Field::Longitude), 180.0),
            related: "",
        })
    }

    fn read<'a>(&'a self, cells: &mut Cells<'a, '_>) -> Result<Draft<'a>, Verdict> {
        let mut draft = Draft::of(self.own(cells)?);
        self.read_precision(cells, &mut draft);
        draft.country = cells.known(self.at(Field::Country));
        draft.region = cells.known(self.at(Field::Region));
        draft.district = cells.known(self.at(Field::District));
        draft.place = cells.known(self.at(Field::Place));
        draft.outlets = list(cells.known(self.at(Field::Outlets))).collect();
        draft.killed = Toll::exactly(cells.people(self.at(Field::Fatalities)));
        self.read_kind(cells, &mut draft);
        Ok(draft)
    }
}

impl Opened {
    /// A column that a file lacks, or an empty cell, leaves the usual: a known day and place.
    fn read_precision<'a>(&self, cells: &mut Cells<'a, '_>, draft: &mut Draft<'a>) {
        draft.date_precision = match cells.integer(self.at(Field::TimePrecision)) {
            None | Some(1) => DatePrecision::Day,
            Some(2) => DatePrecision::Week,
            Some(3) => DatePrecision::Month,
            Some(_) => {
                cells.note(self.at(Field::TimePrecision), Issue::UnknownCode);
                DatePrecision::Month
            }
        };
        draft.place_precision = match cells.integer(self.at(Field::GeoPrecision)) {
            None | Some(1) => PlacePrecision::Exact,
            // Near a town, or a small part of a region that a town stands for.
            Some(2) => PlacePrecision::District,
            Some(3) => PlacePrecision::Region,
            Some(_) => {
                cells.note(self.at(Field::GeoPrecision), Issue::UnknownCode);
                PlacePrecision::Region
            }
        };
    }

    /// Seconds since 1970, also where a program has turned them into a date.
    fn revised(&self, cells: &mut Cells<'_, '_>) -> Option<i64> {
        const SECONDS_IN_DAY: i64 = 86_400;
        let column = self.at(Field::Timestamp);
        if let Some(day) = cells.known(column).get(..10).and_then(Day::from_iso) {
            return Some(i64::from(day.epoch()) * SECONDS_IN_DAY);
        }
        cells.integer(column)
    }

    fn read_kind<'a>(&self, cells: &mut Cells<'a, '_>, draft: &mut Draft<'a>) {
        let (event_type, sub_type) =
            (cells.known(self.at(Field::EventType)), cells.known(self.at(Field::SubEventType)));
        let event = Event::parse(event_type).unwrap_or_else(|| {
            cells.note(self.at(Field::EventType), Issue::UnknownCode);
            Event::NotViolent
        });
        let actors = [
            self.actor(cells, Field::Actor1, Field::Inter1, draft.country),
            self.actor(cells, Field::Actor2, Field::Inter2, draft.country),
        ];
        let targeting = match cells.known(self.at(Field::CivilianTargeting)) {
            "" => Targeting::Unmarked,
            _ => Targeting::Civilians,
        };
        let judgement = kind::judge(event, actors, targeting);
        (draft.kind, draft.forces) = (judgement.kind, judgement.forces);
        let sides = [StatedSide::First, StatedSide::Second];
        for ((actor, role), side) in actors.into_iter().zip(judgement.roles).zip(sides) {
            if let Actor::Group { name, class } = actor {
                draft.members.push(member(name, class, role, Standing::Group, side));
            }
        }
        for (field, side) in [Field::Associates1, Field::Associates2].into_iter().zip(sides) {
            for name in list(cells.known(self.at(field))) {
                // A list has no codes: who is plainly no armed group is left out, the others are for the run to decide.
                if let Actor::Group { name, class } = Actor::by_name(name, draft.country)
                    && draft.members.iter().all(|m| m.name != name)
                {
                    draft.members.push(member(name, class, Role::Ally, Standing::Candidate, side));
                }
            }
        }
        draft.category = if sub_type.is_empty() { event_type } else { sub_type };
        draft.tactic = if draft.kind == Kind::Other { "" } else { sub_type };
        draft.suicide = self.at(Field::SubEventType).map(|_| is_suicide(sub_type));
        draft.headline = headline(cells.known(self.at(Field::DisorderType)));
    }

    fn actor<'a>(&self, cells: &mut Cells<'a, '_>, name: Field, inter: Field, home: &str) -> Actor<'a> {
        let inter_column = self.at(inter);
        let inter = Inter::parse(cells.known(inter_column)).unwrap_or_else(|| {
            cells.note(inter_column, Issue::UnknownCode);
            Inter::Nothing
        });
        Actor::of(cells.known(self.at(name)), inter, home)
    }
}

fn member(name: &str, class: Class, role: Role, standing: Standing, side: StatedSide) -> Member<'_> {
    Member { name, family: "", class, role, authorship: Authorship::Confirmed, standing, side }
}

/// The entries of a cell such as `Daily Courier; Radio North; `.
fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|entry| !entry.is_empty())
}

pub(super) fn is_suicide(sub_event_type: &str) -> bool {
    sub_event_type.eq_ignore_ascii_case("suicide bomb")
}

/// Composite types ("Political violence; Demonstrations") are in the publisher's figure too.
pub(super) fn headline(disorder_type: &str) -> Headline {
    if disorder_type.is_empty() {
        Headline::None
    } else if disorder_type.to_lowercase().contains("political violence") {
        Headline::In
    } else {
        Headline::Out
    }
}

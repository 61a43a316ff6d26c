//! A draft: one incident as its source tells it, names still as text. A sheet stores it.

use super::{
    Authorship, ClaimState, DatePrecision, Forces, Headline, Kind, PlacePrecision, Role, Standing, StatedSide, Success,
};
use crate::measure::{Amount, VictimClass};
use crate::names::Class;
use crate::period::Day;

/// A toll as reported: each number is absent where the source does not know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Toll {
    pub low: Option<Amount>,
    pub best: Option<Amount>,
    pub high: Option<Amount>,
}

impl Toll {
    /// One number without a range.
    pub fn exactly(number: Option<Amount>) -> Toll {
        Toll { low: number, best: number, high: number }
    }
}

/// A group that the row names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member<'a> {
    pub name: &'a str,
    /// Empty for none.
    pub family: &'a str,
    pub class: Class,
    pub role: Role,
    pub authorship: Authorship,
    pub standing: Standing,
    pub side: StatedSide,
}

impl<'a> Member<'a> {
    /// A named organisation, confirmed.
    pub fn new(name: &'a str, role: Role) -> Member<'a> {
        Member {
            name,
            family: "",
            class: Class::Organisation,
            role,
            authorship: Authorship::Confirmed,
            standing: Standing::Group,
            side: StatedSide::Unstated,
        }
    }
}

/// One incident before it is stored. Empty text means that the source does not say.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    pub id: &'a str,
    /// The physical line on which its record starts.
    pub line: u64,
    pub start: Day,
    pub end: Day,
    pub date_precision: DatePrecision,
    /// When the row was last changed, in seconds since 1970, where the source stamps it.
    pub revised: Option<i64>,
    pub country: &'a str,
    pub region: &'a str,
    pub district: &'a str,
    pub place: &'a str,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub place_precision: PlacePrecision,
    pub kind: Kind,
    pub forces: Forces,
    pub members: Vec<Member<'a>>,
    pub claim: ClaimState,
    pub tactic: &'a str,
    pub target: &'a str,
    /// The source's own category, for reconciling with its publisher's headline.
    pub category: &'a str,
    pub headline: Headline,
    pub success: Success,
    pub suicide: Option<bool>,
    pub killed: Toll,
    pub injured: Toll,
    pub killed_by: [Option<Amount>; VictimClass::COUNT],
    pub injured_by: [Option<Amount>; VictimClass::COUNT],
    pub arrested: Option<Amount>,
    pub abducted: Option<Amount>,
    /// Who reported it.
    pub outlets: Vec<&'a str>,
    /// Ids of incidents that the source declares to belong together with this one.
    pub related: &'a str,
    /// Incidents that the row stands for: 1, or a count for pre-aggregated input, whose tolls are then those of all of them.
    pub weight: Amount,
}

/// What of an incident does not recur in others.
#[derive(Clone, Copy, Debug)]
pub struct Own<'a> {
    pub id: &'a str,
    pub line: u64,
    pub start: Day,
    pub end: Day,
    pub revised: Option<i64>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub related: &'a str,
}

impl<'a> Draft<'a> {
    /// Like [`Draft::on`], with all that is an incident's own.
    pub fn of(own: Own<'a>) -> Draft<'a> {
        let Own { id, line, start, end, revised, latitude, longitude, related } = own;
        Draft { id, end, revised, latitude, longitude, related, ..Draft::on(start, line) }
    }

    pub fn own(&self) -> Own<'a> {
        let Draft { id, line, start, end, revised, latitude, longitude, related, .. } = *self;
        Own { id, line, start, end, revised, latitude, longitude, related }
    }

    /// An exactly dated and placed attack by nobody, of which nothing else is known.
    pub fn on(day: Day, line: u64) -> Draft<'a> {
        Draft {
            id: "",
            line,
            start: day,
            end: day,
            date_precision: DatePrecision::Day,
            revised: None,
            country: "",
            region: "",
            district: "",
            place: "",
            latitude: None,
            longitude: None,
            place_precision: PlacePrecision::Exact,
            kind: Kind::Attack,
            forces: Forces::None,
            members: Vec::new(),
            claim: ClaimState::Unknown,
            tactic: "",
            target: "",
            category: "",
            headline: Headline::None,
            success: Success::Unknown,
            suicide: None,
            killed: Toll::default(),
            injured: Toll::default(),
            killed_by: [None; VictimClass::COUNT],
            injured_by: [None; VictimClass::COUNT],
            arrested: None,
            abducted: None,
            outlets: Vec::new(),
            related: "",
            weight: Amount::ONE,
        }
    }
}

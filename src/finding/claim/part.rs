//! Claims about parts of a period: suicide attacks, the deadliest incident, regions, groups, tactics, attribution.

use super::{Ledger, Movement};
use crate::incident::Kind;
use crate::measure::Reading;
use crate::period::{Period, Window};
use crate::series::Finality;
use crate::source::Attribution;

#[derive(Clone, Debug, PartialEq)]
pub struct Suicide {
    pub attacks: Reading,
    pub killed: Reading,
    pub injured: Reading,
    /// The year to date, and the same days of the year before.
    pub to_date: Option<(Window, Reading, Option<Reading>)>,
}

/// How many attacks somebody claimed, where the source says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claimed {
    pub attacks: f64,
    /// Claimed by somebody, and of these by more than one.
    pub claimed: f64,
    pub competing: f64,
    /// Not claimed, or denied by the group named.
    pub unclaimed: f64,
    /// The source does not say.
    pub unknown: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Deadliest {
    pub id: String,
    pub days: Window,
    /// District or place and region, as far as the source names them.
    pub place: String,
    pub groups: Vec<String>,
    pub killed: f64,
    /// Incidents with that toll.
    pub ties: usize,
}

/// A change of the year to date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToDate {
    pub current: Window,
    pub change: Movement,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RegionPart {
    pub incidents: f64,
    pub all_incidents: f64,
    pub killed: Reading,
    pub all_killed: Reading,
    /// Of each kind, where the source tells several apart; empty otherwise.
    pub ledgers: Vec<Ledger>,
    pub base: Option<Period>,
    pub finality: Finality,
    pub change: Movement,
    /// Of its attacks alone, where not all of its incidents are attacks.
    pub attacks: Option<Movement>,
    pub to_date: Option<ToDate>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GroupPart {
    pub attribution: Attribution,
    pub incidents: f64,
    pub all_incidents: f64,
    pub killed: Reading,
    /// Attacks that it initiated, their toll, and how many of them it is only suspected of; `None` where the source gives no
    /// direction.
    pub attacks: Option<(f64, Reading, f64)>,
    pub base: Option<Period>,
    pub finality: Finality,
    pub change: Movement,
    pub to_date: Option<ToDate>,
}

/// The most frequent tactics or targets.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    pub of: MixOf,
    /// `None`: of all kinds.
    pub kind: Option<Kind>,
    /// Incidents in which it is stated, and all.
    pub stated: f64,
    pub incidents: f64,
    /// The most frequent ones, and their incidents.
    pub top: Vec<(String, f64)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum MixOf {
    Tactics,
    Targets,
}

/// A part of the incidents with an armed group; `None` where the source does not measure it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unnamed {
    pub now: Option<(f64, f64)>,
    pub before: Option<(Period, f64, f64)>,
}

//! The parts of an incident that recur: what happened and who took part, where, and with what losses. Each distinct one is stored
//! once, and a row holds its number.

use super::{ClaimState, DatePrecision, Forces, Headline, Kind, PlacePrecision, Success, Toll};
use crate::measure::{Amount, VictimClass};
use crate::names::{District, Name, Region};

/// What happened, and who took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Act {
    pub date_precision: DatePrecision,
    pub kind: Kind,
    pub forces: Forces,
    /// The number of the cast.
    pub cast: u32,
    pub claim: ClaimState,
    pub tactic: Name,
    pub target: Name,
    /// The source's own category.
    pub category: Name,
    pub headline: Headline,
    pub success: Success,
    pub suicide: Option<bool>,
}

/// Where it happened, as far as names and precision say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Site {
    pub country: Name,
    pub region: Name,
    pub district: Name,
    pub place: Name,
    pub precision: PlacePrecision,
}

impl Site {
    pub fn region(&self) -> Region {
        Region { country: self.country, name: self.region }
    }

    pub fn district(&self) -> District {
        District { region: self.region(), name: self.district }
    }
}

/// For how many incidents a row stands, and what they cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Losses {
    pub weight: Amount,
    pub killed: Toll,
    pub injured: Toll,
    pub killed_by: [Option<Amount>; VictimClass::COUNT],
    pub injured_by: [Option<Amount>; VictimClass::COUNT],
    pub arrested: Option<Amount>,
    pub abducted: Option<Amount>,
}

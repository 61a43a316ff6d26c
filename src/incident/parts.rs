//! The parts of an incident that recur: what happened and who took part, where, and with what losses. Each distinct one is stored
//! once, and a row holds its number.

use super::{ClaimState, DatePrecision, Forces, Headline, Kind, PlacePrecision, Success, Toll};
use crate::measure::{Amount, VictimClass};
use crate::names::{District, Name, Region};
use serde::{Deserialize, Serialize};

/// What happened, and who took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "Vec<Option<i64>>", try_from = "Vec<Option<i64>>")]
pub struct Losses {
    pub weight: Amount,
    pub killed: Toll,
    pub injured: Toll,
    pub killed_by: [Option<Amount>; VictimClass::COUNT],
    pub injured_by: [Option<Amount>; VictimClass::COUNT],
    pub arrested: Option<Amount>,
    pub abducted: Option<Amount>,
}

/// As millionths, in the order of the fields: exact, where decimals of large amounts are not.
impl From<Losses> for Vec<Option<i64>> {
    fn from(losses: Losses) -> Vec<Option<i64>> {
        let Losses { weight, killed, injured, killed_by, injured_by, arrested, abducted } = losses;
        let toll = |toll: Toll| [toll.low, toll.best, toll.high];
        let all =
            [Some(weight)].into_iter().chain(toll(killed)).chain(toll(injured)).chain(killed_by).chain(injured_by);
        all.chain([arrested, abducted]).map(|amount| amount.map(Amount::millionths)).collect()
    }
}

impl TryFrom<Vec<Option<i64>>> for Losses {
    type Error = &'static str;

    fn try_from(millionths: Vec<Option<i64>>) -> Result<Losses, &'static str> {
        const LACKING: &str = "some amounts are lacking";
        let mut amounts = millionths.into_iter().map(|amount| amount.map(Amount::from_millionths));
        let weight = amounts.next().flatten().ok_or(LACKING)?;
        let mut next = || amounts.next().ok_or(LACKING);
        let mut toll = || Ok::<Toll, &'static str>(Toll { low: next()?, best: next()?, high: next()? });
        let (killed, injured) = (toll()?, toll()?);
        let (mut killed_by, mut injured_by) = ([None; VictimClass::COUNT], [None; VictimClass::COUNT]);
        for amount in killed_by.iter_mut().chain(&mut injured_by) {
            *amount = next()?;
        }
        Ok(Losses { weight, killed, injured, killed_by, injured_by, arrested: next()?, abducted: next()? })
    }
}

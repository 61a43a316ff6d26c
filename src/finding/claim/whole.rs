//! Claims about a period as a whole: the numbers that they say.

use super::Movement;
use crate::incident::Kind;
use crate::measure::{Reading, VictimClass};
use crate::period::{Period, Window};
use crate::series::Finality;
use crate::stats::Comparison;

#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    pub incidents: f64,
    pub lethal: Reading,
    pub killed: Reading,
    /// Sums of the low and the high estimates, where the source gives them and every toll is known.
    pub killed_range: Option<(f64, f64)>,
    pub injured: Reading,
}

/// Several measures against one base.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub comparison: Comparison,
    /// `None`: of all kinds.
    pub kind: Option<Kind>,
    /// The days compared.
    pub current: Window,
    /// The days they are compared with; `None` where none are inside coverage.
    pub base: Option<Window>,
    pub finality: Finality,
    pub movements: Vec<Movement>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Means a day in the period.
    pub incidents_a_day: f64,
    pub killed_a_day: Option<f64>,
    /// Means of the last twelve complete periods, this one included.
    pub incidents_of_twelve: Option<f64>,
    pub killed_of_twelve: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    pub kind: Kind,
    pub incidents: f64,
    pub killed: Reading,
    pub killed_by: [Reading; VictimClass::COUNT],
    /// Incidents in which the only state forces are foreign.
    pub foreign: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    pub excess: Excess,
    pub whole: f64,
    pub parts: f64,
    /// The ids of the first incidents in which they differ.
    pub incidents: Vec<String>,
}

/// Which parts do not add up, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Excess {
    /// The killed by victim class are more than the killed.
    ClassesAbove,
    /// Some of the killed are given no victim class.
    ClassesBelow,
    /// The incidents of all kinds are not the incidents counted.
    LedgersDiffer,
}

/// What is known of a period that is not over, or not wholly covered.
#[derive(Clone, Debug, PartialEq)]
pub struct SoFar {
    /// The covered days.
    pub covered: Window,
    /// Days of the period as a whole; `None` where no period at all is complete and the covered days are all there is.
    pub of_days: Option<u32>,
    pub incidents: f64,
    pub killed: Reading,
    pub injured: Reading,
    /// Earlier periods with their incidents in the same days.
    pub same_days: Vec<(Period, f64)>,
}

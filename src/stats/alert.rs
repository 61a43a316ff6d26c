//! Alerts: is the newest complete period out of line with those before it?

use super::{NotComputed, Sample};
use serde::Serialize;

/// Which way a number is out of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Up,
    Down,
}

/// The classic detector whose bound stands beside the calibrated p.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Detector {
    /// Farrington and others 1996 as improved by Noufaily and others 2013.
    FarringtonNoufaily,
    /// EARS C2: mean and standard deviation of seven periods, two periods back.
    EarsC2,
    /// Cumulative sum for Poisson or negative-binomial counts.
    Cusum,
}

/// The bounds of a classic detector for the newest value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub detector: Detector,
    pub expected: f64,
    pub lower: Option<f64>,
    pub upper: f64,
}

/// How the newest value stands to those before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alert {
    pub observed: f64,
    /// Mean and 95 % interval of the predictive distribution.
    pub expected: f64,
    pub low: f64,
    pub high: f64,
    /// Chance of so high, of so low a number, and of one so far out either way.
    pub p_high: f64,
    pub p_low: f64,
    pub p: f64,
    /// Periods that the expectation rests on.
    pub baseline: usize,
    /// The smallest `p` that any number could have had: a series that can never reach 0.05 is no test (Tarone 1990).
    pub smallest_p: f64,
    /// By the rule for the length of the series; why it was chosen is [`Alert::why`].
    pub bounds: Bounds,
    pub why: DetectorChoice,
    /// ACLED Trendfinder: the mean of the window it uses, and the bands around it.
    pub trendfinder: Option<Trendfinder>,
    /// HDX Signals: whether the value exceeds the rolling maximum, and that maximum.
    pub rolling_maximum: Option<f64>,
}

/// Why a detector was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DetectorChoice {
    LongEnough,
    TooShortForFarrington,
    TooSparseForFarrington,
}

/// The bands of ACLED's Trendfinder.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trendfinder {
    pub mean: f64,
    pub low: f64,
    pub high: f64,
}

impl Alert {
    pub fn direction(&self) -> Direction {
        if self.p_high <= self.p_low { Direction::Up } else { Direction::Down }
    }
}

/// Tests the newest value of a sample against those before it.
pub fn alert(_sample: &Sample) -> Result<Alert, NotComputed> {
    unimplemented!()
}

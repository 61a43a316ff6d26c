//! The trend of a series: one verdict by one stated test, and other tests beside it that never vote.

mod growth;
mod kendall;
mod window;

pub use growth::{Growth, TREND_PERIODS, growth};
pub use kendall::{Kendall, mann_kendall};

use super::{NotComputed, Sample};
use serde::Serialize;

/// What the test says of the last 36 complete periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Rising,
    Falling,
    NoEvidence,
    TooLittleData,
}

impl Verdict {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A row of `trends.csv` for a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum TrendStatistic {
    /// The verdict's: factor a year of the negative-binomial log-linear rate.
    Growth,
    /// Factor a year of the Poisson and of the quasi-Poisson rate.
    GrowthPoisson,
    GrowthQuasiPoisson,
    /// Years in which the rate doubles; negative: in which it halves.
    DoublingTime,
    /// S, with its p.
    MannKendall,
    HamedRao,
    SeasonalKendall,
    /// Change a period, with its interval.
    SenSlope,
    /// Strength of season, 0 to 1 (Wang, Smith & Hyndman 2006), of the STL decomposition.
    SeasonStrength,
}

impl TrendStatistic {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A trend statistic of a sample. Low and high are empty where the statistic has no interval, p where it tests nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendValue {
    pub n: usize,
    pub estimate: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub p: Option<f64>,
}

/// Complete periods in the window of a trend.
pub const TREND_WINDOW: usize = 36;

/// All trend statistics of the newest [`TREND_WINDOW`] values, in the order of [`TrendStatistic`].
pub fn trends(_sample: &Sample) -> Vec<(TrendStatistic, Result<TrendValue, NotComputed>)> {
    unimplemented!()
}

//! The evidence for a change: how large it may be, and whether chance alone could make it.

mod counts;
mod tolls;

pub use counts::compare_counts;
pub use tolls::compare_tolls;

use super::Interval;
use serde::Serialize;

/// A number and the days in which it was counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exposed {
    pub count: f64,
    pub days: f64,
}

/// How a change was tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ChangeTest {
    /// Exact conditional test of two Poisson counts; there was no sign of more scatter.
    Poisson,
    /// The same for lack of a history to estimate the scatter from.
    PoissonWithoutHistory,
    /// Scatter estimated from the periods before both.
    NegativeBinomial,
    /// Tolls: the incidents of both periods in random orders.
    Permutation,
}

/// What is known about a change beside its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// Current over base rate a day; the estimate is infinite on a base of 0.
    pub ratio: Interval,
    pub p: f64,
    /// The smallest p that any split of the same total could have had (Tarone 1990).
    pub smallest_p: f64,
    pub test: ChangeTest,
    /// Variance over mean of a count of incidents at the level of the two, 1 for Poisson.
    pub dispersion: f64,
    /// Periods that the dispersion rests on.
    pub history: usize,
}

/// The tolls of a period: value and number of incidents with it, and the days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TollSample<'a> {
    pub tolls: &'a [(f64, f64)],
    pub days: f64,
}

/// Evidence for a change of tolls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TollEvidence {
    pub evidence: Evidence,
    /// The same without the deadliest incident of both periods together.
    pub without_deadliest: Evidence,
    /// The toll of that incident.
    pub deadliest: f64,
}

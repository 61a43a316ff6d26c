//! An estimate with its interval.

use serde::Serialize;

/// The level of every interval of an estimate; forecasts name theirs.
pub const CONFIDENCE: f64 = 0.95;

/// The error that a test may make: 1 - [`CONFIDENCE`].
pub const ALPHA: f64 = 0.05;

/// An estimate and the interval that holds the true value with probability [`CONFIDENCE`]; an end may be infinite.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    pub estimate: f64,
    pub low: f64,
    pub high: f64,
}

impl Interval {
    pub fn new(estimate: f64, low: f64, high: f64) -> Interval {
        Interval { estimate, low, high }
    }

    /// Whether the value lies inside, ends included.
    pub fn contains(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Every end through the same rising function.
    pub fn map(self, f: impl Fn(f64) -> f64) -> Interval {
        Interval { estimate: f(self.estimate), low: f(self.low), high: f(self.high) }
    }
}

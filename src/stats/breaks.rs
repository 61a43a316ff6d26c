//! Breaks: when the level of a series changed, with an interval of dates and the ratio of the levels.

use super::{Interval, NotComputed, Sample};

/// A change of level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// Position of the first period of the new level, and the interval that holds it.
    pub at: i32,
    pub low: i32,
    pub high: i32,
    /// Rates a day before and after, up to the neighbouring breaks.
    pub before: f64,
    pub after: f64,
    /// After over before.
    pub ratio: Interval,
    pub p: f64,
}

/// The breaks of a sample, oldest first. `declared` are positions of the first period after a change in collection: the levels
/// before and after are never compared across them.
pub fn breaks(_sample: &Sample, _declared: &[i32]) -> Result<Vec<Break>, NotComputed> {
    unimplemented!()
}

//! A measure over a full grid of periods: the input of every statistic and of most charts.

use crate::measure::Reading;
use crate::period::{Period, Status};
use serde::Serialize;

/// Whether a later release may still change a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finality {
    /// Among the newest complete periods of a living source: more reports will come.
    Provisional,
    Settled,
}

/// One period of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub period: Period,
    pub status: Status,
    pub finality: Finality,
    /// Covered days of the period: the exposure.
    pub days: u32,
    pub reading: Reading,
}

/// A measure over consecutive periods, one point each, from the first to the last covered period.
///
/// Invariant: the periods follow each other without a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    points: Vec<Point>,
}

impl Series {
    /// `points` must be consecutive; a gap is a bug of the caller.
    pub fn new(points: Vec<Point>) -> Series {
        assert!(
            points.windows(2).all(|pair| pair[1].period.since(pair[0].period) == 1),
            "the periods of a series follow each other without a gap"
        );
        Series { points }
    }

    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The complete periods, oldest first: all that a comparison, a record or a test may use.
    pub fn complete(&self) -> impl DoubleEndedIterator<Item = &Point> {
        self.points.iter().filter(|point| point.status == Status::Complete)
    }

    /// The series without so much in one period.
    pub fn lessened(mut self, period: Period, by: f64) -> Series {
        for point in self.points.iter_mut().filter(|point| point.period == period) {
            point.reading = point.reading.map(|value| (value - by).max(0.0));
        }
        self
    }

    /// Both series together, over the periods of the first.
    pub fn plus(mut self, other: &Series) -> Series {
        for point in &mut self.points {
            let more = other.at(point.period).and_then(|point| point.reading.value()).unwrap_or(0.0);
            point.reading = point.reading.map(|value| value + more);
        }
        self
    }

    pub fn at(&self, period: Period) -> Option<&Point> {
        let first = self.points.first()?.period;
        if first.grain() != period.grain() {
            return None;
        }
        usize::try_from(period.since(first)).ok().and_then(|i| self.points.get(i))
    }
}

//! Records: the highest or lowest since when, always with where the records begin.

use super::NotComputed;
use crate::measure::Reading;
use crate::period::{Period, Status};
use crate::series::Series;
use serde::Serialize;

/// Complete periods before the current one that a record must beat: "the highest in four months" is no news at a monthly grain,
/// a year of them is.
pub const RECORD_DEPTH: usize = 12;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Extreme {
    Highest,
    Lowest,
}

impl Extreme {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// What a comparison of tolls rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    Exact,
    LowerBounds,
}

/// How a period stands among all complete ones before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record {
    pub extreme: Extreme,
    pub value: f64,
    /// The last earlier period that was at least as extreme, with its value; `None`: none was since the records begin.
    pub since: Option<(Period, Option<f64>)>,
    /// The first complete period.
    pub begins: Period,
    /// Complete periods beaten, up to the present one.
    pub depth: usize,
    /// Whether some of the values compared are only lower bounds: then it is a record of what is known.
    pub certainty: Certainty,
}

/// The record that the complete period `at` sets, if it beats at least [`RECORD_DEPTH`] periods.
///
/// Sums with unknown tolls are compared by what is known, and the record says so; a period without any known value may have
/// been higher and ends the comparison.
pub fn record(series: &Series, at: Period, extreme: Extreme) -> Result<Option<Record>, NotComputed> {
    let complete: Vec<_> = series.complete().filter(|p| p.period <= at).collect();
    let Some((current, earlier)) = complete.split_last().filter(|(last, _)| last.period == at) else {
        return Err(NotComputed::Partial);
    };
    debug_assert_eq!(current.status, Status::Complete);
    let value = match (current.reading, extreme) {
        (Reading::Known(value), _) | (Reading::AtLeast(value), Extreme::Highest) => value,
        (Reading::AtLeast(_), Extreme::Lowest) => return Err(NotComputed::LowerBound),
        (Reading::Unreported, _) => return Err(NotComputed::Unreported),
        (Reading::NotCovered, _) => return Err(NotComputed::NoBase),
    };
    if earlier.len() < RECORD_DEPTH {
        return Err(NotComputed::TooShort { have: earlier.len(), need: RECORD_DEPTH });
    }
    let mut certainty =
        if matches!(current.reading, Reading::AtLeast(_)) { Certainty::LowerBounds } else { Certainty::Exact };
    let mut depth = 0;
    let mut since = None;
    for point in earlier.iter().rev() {
        let beaten = match (point.reading, extreme) {
            (Reading::Known(v), Extreme::Highest) => v < value,
            (Reading::AtLeast(v), Extreme::Highest) => {
                certainty = Certainty::LowerBounds;
                v < value
            }
            (Reading::Known(v) | Reading::AtLeast(v), Extreme::Lowest) => v > value,
            (Reading::Unreported | Reading::NotCovered, Extreme::Highest | Extreme::Lowest) => false,
        };
        if !beaten {
            since = Some((point.period, point.reading.value()));
            break;
        }
        depth += 1;
    }
    let begins = earlier[0].period;
    Ok((depth >= RECORD_DEPTH).then_some(Record { extreme, value, since, begins, depth, certainty }))
}

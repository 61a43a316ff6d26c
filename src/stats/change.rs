//! Change between two periods: the difference, and the ratio of the daily rates.
//!
//! A February is not a March: the ratio divides each number by its days. The percentage that newspapers print compares the bare
//! numbers; both are given, and the bare one only on a base that carries it.

use super::NotComputed;
use super::record::Certainty;
use crate::measure::Reading;
use serde::Serialize;

/// What the current period is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::VariantArray, strum::IntoStaticStr, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    Previous,
    YearAgo,
    YearToDate,
}

impl Comparison {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Base below which no percentage is printed: under ten incidents the standard error of a Poisson count is above a third of it,
/// and one incident more or less moves the percentage by ten points.
pub const MINIMUM_BASE: f64 = 10.0;

/// Share of a period's incidents reported only by sources unseen before the end of its base above which the comparison is
/// withheld: a change in the counting is not a change in the violence. DESIGN, rule 13.
pub const NEW_SOURCE_LIMIT: f64 = 0.15;

/// Share of incidents with a known toll below which two tolls are not compared: with one in ten unknown on one side only, equal
/// months already differ by a tenth.
pub const KNOWN_SHARE_NEEDED: f64 = 0.9;

/// One side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    pub reading: Reading,
    pub days: u32,
    /// Share of the incidents whose number is known.
    pub known: f64,
}

/// A comparison of two known numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub current: f64,
    pub base: f64,
    pub current_days: u32,
    pub base_days: u32,
    pub absolute: f64,
    /// Current rate a day over base rate a day; `None` on a base of 0.
    pub ratio: Option<f64>,
    /// Current number over base number; `None` where the base is below [`MINIMUM_BASE`].
    pub plain_ratio: Option<f64>,
    pub certainty: Certainty,
}

/// Compares `current` with `base`; `new_sources` is the share of the current incidents reported only by sources unseen up to the
/// end of the base, where the data name their sources.
pub fn change(current: Side, base: Side, new_sources: Option<f64>) -> Result<Change, NotComputed> {
    let value = |side: Side| match side.reading {
        Reading::Known(value) => Ok(value),
        Reading::AtLeast(value) if side.known >= KNOWN_SHARE_NEEDED => Ok(value),
        Reading::AtLeast(_) => Err(NotComputed::LowerBound),
        Reading::Unreported => Err(NotComputed::Unreported),
        Reading::NotCovered => Err(NotComputed::NoBase),
    };
    let (now, then) = (value(current)?, value(base)?);
    if let Some(share) = new_sources.filter(|&share| share > NEW_SOURCE_LIMIT) {
        return Err(NotComputed::NewSources { share });
    }
    let bound = [current, base].iter().any(|side| matches!(side.reading, Reading::AtLeast(_)));
    let rate = |value: f64, days: u32| value / f64::from(days);
    Ok(Change {
        current: now,
        base: then,
        current_days: current.days,
        base_days: base.days,
        absolute: now - then,
        ratio: (then > 0.0).then(|| rate(now, current.days) / rate(then, base.days)),
        plain_ratio: (then >= MINIMUM_BASE).then(|| now / then),
        certainty: if bound { Certainty::LowerBounds } else { Certainty::Exact },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(value: f64, days: u32) -> Side {
        Side { reading: Reading::Known(value), days, known: 1.0 }
    }

    #[test]
    fn a_february_is_compared_by_its_days() {
        let change = change(side(28.0, 28), side(31.0, 31), None).expect("both are known");
        assert_eq!(change.ratio, Some(1.0));
        assert_eq!(change.absolute, -3.0);
        assert_eq!(change.plain_ratio, Some(28.0 / 31.0));
    }

    #[test]
    fn a_small_base_carries_no_percentage_and_none_no_ratio() {
        assert_eq!(change(side(9.0, 31), side(3.0, 30), None).expect("known").plain_ratio, None);
        assert_eq!(change(side(9.0, 31), side(0.0, 30), None).expect("known").ratio, None);
    }

    #[test]
    fn new_sources_and_lower_bounds_withhold_it() {
        let withheld = change(side(407.0, 31), side(238.0, 30), Some(0.41));
        assert_eq!(withheld, Err(NotComputed::NewSources { share: 0.41 }));
        let bound = Side { reading: Reading::AtLeast(3.0), days: 30, known: 0.5 };
        assert_eq!(change(bound, side(1.0, 30), None), Err(NotComputed::LowerBound));
    }
}

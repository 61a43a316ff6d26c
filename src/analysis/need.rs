//! What of an analysis is asked for: a chart on demand waits for nothing that it does not show.

use super::inference::family_id;
use crate::convergence::Named;
use crate::cube::Key;

/// What is computed beyond the counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// All of it: what a report and its tables need.
    Everything,
    /// Only these parts, of these series. What a p is worth depends on all tests of its question and scope, so those are made
    /// for every series of the scope; records and forecasts stand alone and are made for the series named.
    Only { series: Vec<Key>, parts: &'static [Part] },
    /// The direct evidence and all pairs, since what a p is worth depends on them; among them these two, whatever they have.
    Pair(Named, Named),
}

/// A part of the inference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Changes,
    Trends,
    Alerts,
    Breaks,
    Forecasts,
    Records,
    /// Incidents that name two groups.
    Direct,
    /// Pairs of groups; they need the direct ones too.
    Pairs,
}

impl Need {
    /// The counts are enough.
    pub const COUNTS: Need = Need::Only { series: Vec::new(), parts: &[] };

    /// The counts and these parts, which are of no one series.
    pub fn parts(parts: &'static [Part]) -> Need {
        Need::Only { series: Vec::new(), parts }
    }

    /// Whether the part is asked for of this series itself.
    pub(super) fn names(&self, part: Part, key: Key) -> bool {
        match self {
            Need::Everything => true,
            Need::Only { series, parts } => parts.contains(&part) && series.contains(&key),
            Need::Pair(..) => false,
        }
    }

    /// Whether the part is asked for of a series that is judged together with this one.
    pub(super) fn judges(&self, part: Part, key: Key) -> bool {
        match self {
            Need::Everything => true,
            Need::Only { series, parts } => {
                parts.contains(&part) && series.iter().any(|other| family_id(*other) == family_id(key))
            }
            Need::Pair(..) => false,
        }
    }

    /// Whether the part, which is of no one series, is asked for.
    pub(super) fn has(&self, part: Part) -> bool {
        match self {
            Need::Everything => true,
            Need::Only { parts, .. } => parts.contains(&part),
            Need::Pair(..) => matches!(part, Part::Direct | Part::Pairs),
        }
    }

    /// The two that are asked for.
    pub(super) fn pair(&self) -> Option<(Named, Named)> {
        match self {
            Need::Pair(a, b) => Some((*a, *b)),
            Need::Everything | Need::Only { .. } => None,
        }
    }

    /// Whether nothing is to be left out.
    pub(super) fn is_everything(&self) -> bool {
        *self == Need::Everything
    }
}

//! A forest plot as data: ratios with their intervals on a common log axis, side by side for several comparisons.

use serde::Serialize;

/// Ratios with intervals, a row a series, a column a comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forest {
    /// What the ratios compare with, from left to right, e.g. "September 2026".
    pub headings: Vec<String>,
    /// From top to bottom.
    pub rows: Vec<ForestRow>,
}

/// One series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ForestRow {
    /// Name at the left; wraps to two lines, then shortens.
    pub name: String,
    /// Whether a rule parts it from the row above, where another kind of series begins.
    pub part: Part,
    /// One a heading.
    pub ratios: Vec<Ratio>,
}

/// Where a row stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Part {
    /// First of its kind.
    Opens,
    /// Like the row above.
    Continues,
}

/// One ratio, or the words why there is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ratio {
    /// None where it was not computed.
    pub mark: Option<RatioMark>,
    /// At the right of its plot, e.g. "+277 % (105 to 620)", or why there is none.
    pub text: String,
}

/// A ratio on the axis. An end that the axis does not hold, as 0 and infinity, is drawn as an arrow; an
/// estimate there has no mark.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RatioMark {
    /// Rate over rate.
    pub estimate: f64,
    /// Lower end of its interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Told apart by shape, never by colour alone.
    pub strength: Strength,
}

/// What chance has to say of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Strength {
    /// Chance is no explanation: a filled diamond.
    Clear,
    /// Chance alone would seldom make it, but among so many tests it may: a half-filled one.
    Suggestive,
    /// Compatible with chance: an open ring on a thin rule.
    WithinChance,
}

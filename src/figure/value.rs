//! What is known about one drawn value: its meaning, its state, its bounds.

use serde::Serialize;

/// What a value means; the painter knows the colour. Red is kept for the killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Ink {
    /// Incidents and other counts.
    Count,
    /// The killed, and nothing else.
    Death,
    /// The injured.
    Injury,
    /// Earlier periods, baselines, whatever a value is held against.
    Past,
    /// What a statistic says of the values: a fitted curve, a level.
    Estimate,
    /// Incidents that no named group answers for.
    Unattributed,
    /// A group, tactic or class. The same number is the same colour on every chart of a run; past the palette's
    /// length colours repeat with another dash or hatch.
    Category(u8),
}

/// How much is known about a period's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum State {
    /// The whole period is covered.
    Complete,
    /// Covered, but the source still adds to it: drawn lighter or dotted.
    Provisional,
    /// Only a part of the period is covered: drawn hollow.
    Partial,
    /// Nobody was counting: drawn blank, never as 0.
    NotCovered,
    /// Counted, but the source does not report this measure: a gap.
    Unreported,
}

/// Whether a value is the whole of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Bound {
    /// The value itself.
    Exact,
    /// "At least": some tolls in the period are unknown. Marked with a small upward caret.
    AtLeast,
}

/// One value of a series. Values are 0 or more; what is negative or not finite is drawn as a gap.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    /// The value, or none where there is nothing to draw.
    pub value: Option<f64>,
    /// Lower end of the band.
    pub low: Option<f64>,
    /// Upper end of the band.
    pub high: Option<f64>,
    /// How much is known.
    pub state: State,
    /// Whether it is a lower bound.
    pub bound: Bound,
}

impl Point {
    /// A value of a covered, settled period.
    pub const fn complete(value: f64) -> Self {
        Self::known(value, State::Complete)
    }

    /// An exact value without a band, in the given state.
    pub const fn known(value: f64, state: State) -> Self {
        Self { value: Some(value), low: None, high: None, state, bound: Bound::Exact }
    }

    /// No value, and why: [`State::NotCovered`] or [`State::Unreported`].
    pub const fn gap(state: State) -> Self {
        Self { value: None, low: None, high: None, state, bound: Bound::Exact }
    }

    /// The same point with a band around it.
    pub const fn between(mut self, low: f64, high: f64) -> Self {
        self.low = Some(low);
        self.high = Some(high);
        self
    }

    /// The same point as a lower bound.
    pub const fn at_least(mut self) -> Self {
        self.bound = Bound::AtLeast;
        self
    }
}

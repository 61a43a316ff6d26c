//! What the statistics say of a panel's series, drawn over its columns: the expected range of the newest value, levels
//! between found breaks, and the forecast of the next periods.

use serde::Serialize;

/// What is drawn over a panel. Empty by default: a series of which nothing is known beside its values.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Evidence {
    /// The range in which one value was expected.
    pub expected: Option<Expected>,
    /// Mean levels, oldest first; between two of them no line is drawn.
    pub levels: Vec<Level>,
    /// What the last level is called at its end; may be empty.
    pub level_name: String,
    /// Found by a statistic: told apart from [`super::Break`], a declared change in collection.
    pub shifts: Vec<Shift>,
    /// One step a future period.
    pub fan: Option<Fan>,
}

/// The range in which the value of one period was expected from those before it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Expected {
    /// Its period, as an index.
    pub period: usize,
    /// Lower end of the interval, 0 or more.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How the value stands to it.
    pub standing: Standing,
    /// A few words above the plot, e.g. "above the expected 7 to 23"; may be empty.
    pub label: String,
}

/// How a value stands to the range in which it was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Standing {
    /// An alert: marked by a triangle that points up.
    Above,
    /// Not out of line: no mark.
    Within,
    /// An alert: marked by a triangle that points down.
    Below,
}

/// A mean level over a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Level {
    /// In periods, as on the axis.
    pub from: f64,
    /// In periods.
    pub to: f64,
    /// Mean of a period, in the panel's unit.
    pub value: f64,
}

/// A change of level that a statistic found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shift {
    /// The start of the first period of the new level, in periods.
    pub at: f64,
    /// The interval of dates that holds it, in periods.
    pub low: f64,
    /// Its end.
    pub high: f64,
    /// A few words, e.g. "Apr 2023: × 2.4".
    pub label: String,
}

/// A forecast: nested intervals around a median, one step a future period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fan {
    /// The first forecast period, as an index; a partial period may be counted and forecast.
    pub from: usize,
    /// In order, one a period.
    pub steps: Vec<FanStep>,
}

/// The forecast of one period. Intervals are central: half of what is left out lies above, half below.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FanStep {
    /// As likely exceeded as not.
    pub median: f64,
    /// Holds the number with a probability of 50 %.
    pub half: (f64, f64),
    /// 80 %.
    pub wide: (f64, f64),
    /// 95 %.
    pub widest: (f64, f64),
}

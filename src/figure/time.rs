//! The time axis of a figure: ticks on real calendar starts, events, and breaks in collection.

use serde::Serialize;

/// A shared time axis, counted in periods: period `i` reaches from `i` to `i + 1`, its value stands at `i + 0.5`.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TimeAxis {
    /// Number of periods. Series that are shorter or longer are drawn as far as both reach.
    pub len: usize,
    /// The periods by name, as many as there are: "October 2026". For tables and read-outs; never drawn.
    pub names: Vec<String>,
    /// Candidates, in order, on real month, quarter or year starts; the painter leaves out labels that would collide.
    pub ticks: Vec<Tick>,
    /// A ceasefire, an operation, Ramadan: a rule, or a light span if it has an end.
    pub events: Vec<Event>,
    /// Changes in how incidents were collected: a dashed rule across which no line is drawn.
    pub breaks: Vec<Break>,
    /// The forecast periods at the end, set apart; none where nothing is forecast.
    pub future: Option<Future>,
}

impl TimeAxis {
    /// Periods that a series has values of: those before what is only forecast.
    pub fn counted(&self) -> usize {
        self.len - self.future.as_ref().map_or(0, |f| f.beyond.min(self.len))
    }
}

/// The end of an axis, which belongs to a forecast.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Future {
    /// The first forecast period; one that is partly counted may lie in it.
    pub from: usize,
    /// Periods at the end that nothing is counted of.
    pub beyond: usize,
    /// Whose forecast it is, e.g. "Forecast: resampled last 12 months".
    pub label: String,
}

/// A mark on the time axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tick {
    /// In periods, 0 being the start of the first; the tick marks a start, not a middle.
    pub at: f64,
    /// E.g. "2024", "Mar", "Q3"; may be empty for a mark without words.
    pub label: String,
    /// Major labels win over minor ones where room is short.
    pub weight: Weight,
}

/// How important a tick is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Weight {
    /// E.g. the start of a year.
    Major,
    /// E.g. the start of a quarter.
    Minor,
}

/// Something outside the data that a reader needs for reading it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// In periods.
    pub from: f64,
    /// End in periods; none for a single moment.
    pub to: Option<f64>,
    /// A few words.
    pub label: String,
}

/// A declared change in collection.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Break {
    /// In periods.
    pub at: f64,
    /// A few words, e.g. "New coders".
    pub label: String,
}

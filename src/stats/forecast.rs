//! Forecasts: one to six periods ahead, scored on the series' own past.

use super::{NotComputed, Sample};
use serde::Serialize;

/// Periods ahead.
pub const HORIZON: usize = 6;

/// Who forecasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Forecaster {
    /// The last twelve months of the same series, resampled.
    Resampled,
    /// Poisson on the last value.
    LastValue,
    /// Ours.
    NegativeBinomial,
}

impl Forecaster {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The forecast of one future period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// 1 to [`HORIZON`].
    pub ahead: usize,
    pub mean: f64,
    pub median: f64,
    /// Central intervals of 50, 80 and 95 %.
    pub half: (f64, f64),
    pub wide: (f64, f64),
    pub widest: (f64, f64),
}

/// How a forecaster did on the past of a series, over all origins at one horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    pub forecaster: Forecaster,
    pub ahead: usize,
    pub origins: usize,
    pub crps: f64,
    pub log_score: f64,
    /// Interval score of the 80 % interval (Gneiting & Raftery 2007).
    pub interval_score: f64,
    /// Share of past values inside the printed intervals of 50, 80 and 95 %.
    pub inside: [f64; 3],
}

/// The forecast that is shown, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Ours only where its mean CRPS beats both benchmarks.
    pub shown: Forecaster,
    pub steps: Vec<Step>,
    pub scores: Vec<Score>,
}

/// Forecasts a sample and scores all forecasters on its past. `seed` fixes the draws.
pub fn forecast(_sample: &Sample, _seed: u64) -> Result<Forecast, NotComputed> {
    unimplemented!()
}

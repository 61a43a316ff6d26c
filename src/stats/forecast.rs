//! Forecasts: one to six periods ahead, scored on the series' own past.
//!
//! Three forecasters see the same values at the same lag: the two benchmarks of the ViEWS prediction challenge, and ours. A
//! rolling-origin backtest inside the run scores them all, and ours is shown only where its mean CRPS over all origins and
//! distances beats both; else the better benchmark is shown, and named.

mod backtest;
mod benchmark;
mod ensemble;
mod pool;

pub use backtest::{FIRST_ORIGIN, LEVELS, ORIGINS, Origins, Outcome, backtest};

use super::{NotComputed, Sample};
use pool::Prediction;
use serde::Serialize;
use strum::VariantArray;

/// Periods ahead.
pub const HORIZON: usize = 6;

/// Unbroken periods that a forecast needs: [`FIRST_ORIGIN`], [`HORIZON`], and half a year of origins that are scored at every distance,
/// below which no choice between forecasters stands on anything.
pub const PERIODS_NEEDED: usize = 48;

/// Newest periods in which something must have been counted.
const RECENT: usize = 36;

/// What must have been counted in them, as for a percentage ([`super::MINIMUM_BASE`]): of less, every forecast is "0, perhaps 1".
pub const COUNT_NEEDED: f64 = super::MINIMUM_BASE;

/// Periods among them with a count above 0: one bomb in three years is no series, whatever its toll.
pub const ACTIVE_NEEDED: usize = 6;

/// Who forecasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Forecaster {
    /// The last twelve months of the same series, resampled.
    Resampled,
    /// Poisson on the last value.
    LastValue,
    /// Ours: negative binomials of several memories and weighted resamples, pooled by how each did on this series.
    Pooled,
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
    /// Over the bins of the ViEWS challenge, in nats.
    pub log_score: f64,
    /// Interval score of the 80 % interval (Gneiting & Raftery 2007).
    pub interval_score: f64,
    /// Share of past values inside the printed intervals of 50, 80 and 95 %: above these where most values are 0.
    pub inside: [f64; 3],
    /// The same by the randomised transform: these very shares if the forecast is right, also for counts.
    pub calibrated: [f64; 3],
}

/// The forecast that is shown, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Ours only where its mean CRPS beats both benchmarks.
    pub shown: Forecaster,
    /// [`HORIZON`] steps of the forecaster that is shown.
    pub steps: Vec<Step>,
    /// By forecaster, then by periods ahead.
    pub scores: Vec<Score>,
}

/// Forecasts a sample and scores all forecasters on its past. `seed` fixes the draws of the randomised transform; nothing else is
/// drawn. Only values after the last gap count.
///
/// # Errors
/// Too short below [`PERIODS_NEEDED`], too few where the newest [`RECENT`] periods hold less than [`COUNT_NEEDED`] or fewer than
/// [`ACTIVE_NEEDED`] of them any.
pub fn forecast(sample: &Sample, seed: u64) -> Result<Forecast, NotComputed> {
    if let Some(reason) = too_thin(sample) {
        return Err(reason);
    }
    let tested = backtest::run(backtest::unbroken(sample), sample.per_year(), Origins::Newest, seed)?;
    let scores = scores(&tested.outcomes);
    let shown = best(&scores);
    let said = Forecaster::VARIANTS.iter().zip(&tested.now).find(|(forecaster, _)| **forecaster == shown);
    let steps = said.map_or(vec![], |(_, said)| (1..).zip(said).map(|(ahead, said)| step(ahead, said)).collect());
    Ok(Forecast { shown, steps, scores })
}

/// Why a sample is too thin to be forecast, if it is.
pub fn too_thin(sample: &Sample) -> Option<NotComputed> {
    let values = backtest::unbroken(sample);
    if values.len() < PERIODS_NEEDED {
        return Some(NotComputed::TooShort { have: values.len(), need: PERIODS_NEEDED });
    }
    let recent = &values[values.len() - RECENT..];
    let counted: f64 = recent.iter().map(|o| o.count).sum();
    if counted < COUNT_NEEDED {
        return Some(NotComputed::TooFew { have: counted, need: COUNT_NEEDED });
    }
    let active = recent.iter().filter(|o| o.count > 0.0).count();
    (active < ACTIVE_NEEDED).then_some(NotComputed::TooQuiet { have: active, need: ACTIVE_NEEDED, of: RECENT })
}

/// Mean scores by forecaster and periods ahead; a pair without an outcome is left out.
pub fn scores(outcomes: &[Outcome]) -> Vec<Score> {
    let pairs = Forecaster::VARIANTS.iter().flat_map(|&f| (1..=HORIZON).map(move |ahead| (f, ahead)));
    pairs
        .filter_map(|(forecaster, ahead)| {
            let of: Vec<&Outcome> =
                outcomes.iter().filter(|o| o.forecaster == forecaster && o.ahead == ahead).collect();
            let mean = |value: &dyn Fn(&Outcome) -> f64| of.iter().map(|o| value(o)).sum::<f64>() / of.len() as f64;
            (!of.is_empty()).then(|| Score {
                forecaster,
                ahead,
                origins: of.len(),
                crps: mean(&|o| o.crps),
                log_score: mean(&|o| o.log_score),
                interval_score: mean(&|o| o.interval_score),
                inside: std::array::from_fn(|i| mean(&|o| f64::from(u8::from(o.inside[i])))),
                calibrated: std::array::from_fn(|i| mean(&|o| f64::from(u8::from(o.holds(LEVELS[i]))))),
            })
        })
        .collect()
}

/// Who is shown by these scores: ours where its CRPS, averaged over the periods ahead, is below both benchmarks'; else the better
/// benchmark, the resample on a tie.
pub fn best(scores: &[Score]) -> Forecaster {
    let total = |forecaster| scores.iter().filter(|s| s.forecaster == forecaster).map(|s| s.crps).sum::<f64>();
    let [ours, resampled, last_value] = [Forecaster::Pooled, Forecaster::Resampled, Forecaster::LastValue].map(total);
    if ours < resampled && ours < last_value {
        Forecaster::Pooled
    } else if resampled <= last_value {
        Forecaster::Resampled
    } else {
        Forecaster::LastValue
    }
}

fn step(ahead: usize, said: &Prediction) -> Step {
    let [half, wide, widest] = LEVELS.map(|level| said.ensemble.interval(level));
    Step { ahead, mean: said.mean, median: said.ensemble.quantile(0.5), half, wide, widest }
}

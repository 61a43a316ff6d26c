//! The two benchmarks of the ViEWS prediction challenge 2023/24, on the same data at the same lag as every forecaster here:
//! the series' own last twelve values, each as likely as the others, and the Poisson distribution with the last value as its mean.
//! Both are the same for every period ahead, and neither looks at days.

use super::ensemble::Ensemble;
use super::pool::Prediction;
use crate::stats::predictive::CountDistribution;

/// Values that the resampling benchmark draws from: a year of months.
pub(super) const RESAMPLED: usize = 12;

/// The last [`RESAMPLED`] values. The challenge draws a thousand of them; here each stands with its share, which is what the
/// draws tend to. `None` where there is no value.
pub(super) fn resampled(past: &[f64]) -> Option<Prediction> {
    let newest = &past[past.len().saturating_sub(RESAMPLED)..];
    let ensemble = Ensemble::new(newest.iter().map(|&value| (value, 1.0)).collect())?;
    let mean = ensemble.mean();
    Some(Prediction { ensemble, mean })
}

/// Poisson on the last value; where it is 0, certainty of 0. `None` where there is no value.
pub(super) fn last_value(past: &[f64]) -> Option<Prediction> {
    let poisson = CountDistribution::poisson(*past.last()?)?;
    Some(Prediction { ensemble: Ensemble::of(&poisson), mean: poisson.mean() })
}

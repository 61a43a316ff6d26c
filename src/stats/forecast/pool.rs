//! Our forecaster: a pool of simple forecasters, each weighted by how it did on this series at this distance.
//!
//! Conflict series have no one memory: a front that has frozen is best forecast from years, a campaign from weeks, and which it is
//! changes within a series. So eight forecasters stand side by side, and their distributions are mixed (a linear opinion pool, Stone
//! 1961):
//! - Five negative binomials. The mean is a rate a day, smoothed exponentially over the past with one of [`SMOOTHING`] (from three
//!   years of memory, towards which the pool so shrinks the level, to less than two periods), times the days of the period ahead.
//!   The dispersion is that of this forecaster's own past errors at this distance, by moments: the sum of (y - m)^2 - m over the sum
//!   of m^2, discounted by [`DISCOUNT`], drawn towards [`PRIOR_DISPERSION`] by the weight of one error at the present mean. So
//!   what makes the far future uncertain (drift, bursts, zeros) widens its interval, without a model of it.
//! - Three resamples of the past, weighted by age with one of [`RESAMPLING`]: for tails and zeros that no negative binomial has.
//!
//! A forecaster with discounted loss L (CRPS, the same discount) has the weight exp(-eta (L - least L) / mean L): exponential
//! weighting (Vovk 1990), with the loss in units of the series' own, so that the pool is the same for tens and for thousands. A
//! trend is not fitted: the fastest level follows one, and none is carried on beyond what was seen, which is the damped trend's limit.
//!
//! The kinds of forecaster were compared on the region series of two files (UCDP GED: Pakistan 1989-2021, Myanmar 1989-2018); the
//! constants were then chosen on the first alone and confirmed on the second. Little hangs on them: eta from 8 to
//! 18, a prior dispersion from 0.2 to 2 and discounts from 0.94 to 1 moved the mean CRPS by at most half a percent.
//! Degenerate input: all zero gives certainty of 0 but for the prior's sliver; a single value is its own level; nothing divides
//! by a mean of 0.

use super::HORIZON;
use super::ensemble::Ensemble;
use crate::stats::predictive::CountDistribution;
use std::collections::VecDeque;

/// Weights of the newest value in the smoothed rates.
const SMOOTHING: [f64; 5] = [0.03, 0.12, 0.25, 0.4, 0.6];

/// Weight of a value relative to the next newer one in the resamples.
const RESAMPLING: [f64; 3] = [0.7, 0.85, 0.95];

/// Values that a resample reaches back: at the slowest weighting the oldest has a twentieth of the newest's weight.
const REACH: usize = 60;

const FORECASTERS: usize = SMOOTHING.len() + RESAMPLING.len();

/// Weight of an error or a loss relative to the next newer one: a hundred periods of memory.
const DISCOUNT: f64 = 0.99;

/// Exponent of the weighting.
const ETA: f64 = 12.0;

/// Dispersion (1 / size) before any error is known.
const PRIOR_DISPERSION: f64 = 0.2;

/// Least and greatest dispersion: a coefficient of variation of a hundredth, and of about four beyond the Poisson's.
const DISPERSION: (f64, f64) = (1e-4, 20.0);

/// Mean below which the prior weighs as at this mean: so that a quiet series' first error does not decide.
const QUIET_MEAN: f64 = 0.1;

/// A forecast of one period.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Prediction {
    pub(super) ensemble: Ensemble,
    /// Of the distribution, not of the values that stand for it.
    pub(super) mean: f64,
}

/// What the forecasters said at one origin.
struct Origin {
    rates: [f64; SMOOTHING.len()],
    days: [f64; HORIZON],
    /// By periods ahead, then by smoothing.
    negative_binomials: Vec<Vec<Ensemble>>,
    resamples: [Option<Ensemble>; RESAMPLING.len()],
}

impl Origin {
    fn mix(&self, ahead: usize, weights: [f64; FORECASTERS]) -> Option<Prediction> {
        let resamples = self.resamples.iter().flatten();
        let means = self.rates.iter().map(|rate| rate * self.days[ahead]).chain(resamples.clone().map(Ensemble::mean));
        let mean = means.zip(weights).map(|(mean, weight)| mean * weight).sum();
        let said = self.negative_binomials[ahead].iter().chain(resamples);
        Some(Prediction { ensemble: Ensemble::mixed(said.zip(weights))?, mean })
    }
}

/// The pool as it stands after a number of values: fed one value after the other, asked after each.
pub(super) struct Pool {
    past: VecDeque<f64>,
    /// Discounted counts and days of each smoothing.
    levels: [(f64, f64); SMOOTHING.len()],
    /// Discounted (y - m)^2 - m and m^2, by periods ahead.
    errors: [[(f64, f64); SMOOTHING.len()]; HORIZON],
    /// Discounted CRPS, by periods ahead.
    losses: [[f64; FORECASTERS]; HORIZON],
    /// The last origins whose periods ahead are not all known, newest first.
    open: VecDeque<Origin>,
}

impl Pool {
    pub(super) fn new() -> Pool {
        Pool {
            past: VecDeque::with_capacity(REACH + 1),
            levels: [(0.0, 0.0); SMOOTHING.len()],
            errors: [[(0.0, 0.0); SMOOTHING.len()]; HORIZON],
            losses: [[0.0; FORECASTERS]; HORIZON],
            open: VecDeque::with_capacity(HORIZON + 1),
        }
    }

    /// Takes in the next value. If it was forecast, the forecasters learn how they did.
    pub(super) fn observe(&mut self, count: f64, days: f64) {
        for (ahead, origin) in self.open.iter().enumerate() {
            for (error, rate) in self.errors[ahead].iter_mut().zip(origin.rates) {
                let mean = rate * days;
                error.0 = DISCOUNT * error.0 + (count - mean).powi(2) - mean;
                error.1 = DISCOUNT * error.1 + mean * mean;
            }
            let said = origin.negative_binomials[ahead].iter().chain(origin.resamples.iter().flatten());
            for (loss, forecaster) in self.losses[ahead].iter_mut().zip(said) {
                *loss = DISCOUNT * *loss + forecaster.crps(count);
            }
        }
        for (level, weight) in self.levels.iter_mut().zip(SMOOTHING) {
            level.0 = (1.0 - weight) * level.0 + count;
            level.1 = (1.0 - weight) * level.1 + days;
        }
        self.past.push_front(count);
        self.past.truncate(REACH);
    }

    /// Lets every forecaster say what it expects of the next periods, whose days are given: what it is held to when they come. Once
    /// after each value. `None` before the first.
    pub(super) fn commit(&mut self, days: [f64; HORIZON]) -> Option<()> {
        let rates = self.levels.map(|(counts, days)| if days > 0.0 { counts / days } else { 0.0 });
        let resamples = RESAMPLING.map(|weight| self.resample(weight));
        let mut steps = Vec::with_capacity(HORIZON);
        for (errors, days) in self.errors.iter().zip(days) {
            let means = rates.map(|rate| rate * days);
            let mut said = Vec::with_capacity(SMOOTHING.len());
            for (mean, &error) in means.into_iter().zip(errors) {
                said.push(Ensemble::of(&CountDistribution::negative_binomial(mean, size(mean, error))?));
            }
            steps.push(said);
        }
        self.open.push_front(Origin { rates, days, negative_binomials: steps, resamples });
        self.open.truncate(HORIZON);
        Some(())
    }

    /// The pooled forecast of what was last committed to. `None` if nothing was.
    pub(super) fn forecast(&self) -> Option<[Prediction; HORIZON]> {
        let origin = self.open.front()?;
        let steps = (0..HORIZON).map(|ahead| origin.mix(ahead, self.weights(ahead)));
        steps.collect::<Option<Vec<Prediction>>>()?.try_into().ok()
    }

    fn resample(&self, weight: f64) -> Option<Ensemble> {
        let weights = std::iter::successors(Some(1.0), |w| Some(w * weight));
        Ensemble::new(self.past.iter().copied().zip(weights).collect())
    }

    fn weights(&self, ahead: usize) -> [f64; FORECASTERS] {
        let losses = self.losses[ahead];
        let least = losses.iter().copied().fold(f64::INFINITY, f64::min);
        let mean = losses.iter().sum::<f64>() / FORECASTERS as f64;
        let raw = losses.map(|loss| if mean > 0.0 { (-ETA * (loss - least) / mean).exp() } else { 1.0 });
        let sum: f64 = raw.iter().sum();
        raw.map(|weight| weight / sum)
    }
}

/// The size of the negative binomial with this mean and these past errors.
fn size(mean: f64, (excess, squares): (f64, f64)) -> f64 {
    let unit = mean.max(QUIET_MEAN).powi(2);
    let dispersion = (excess + PRIOR_DISPERSION * unit) / (squares + unit);
    1.0 / dispersion.clamp(DISPERSION.0, DISPERSION.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fed(counts: impl IntoIterator<Item = f64>) -> Pool {
        let mut pool = Pool::new();
        for count in counts {
            pool.observe(count, 30.0);
            pool.commit([30.0; HORIZON]).expect("a value was seen");
        }
        pool
    }

    #[test]
    fn whoever_knew_better_weighs_more() {
        // Long plateaus: the last value is the best guess, years of memory the worst.
        let pool = fed((0..120).map(|i| if (i / 20) % 2 == 0 { 2.0 } else { 60.0 }));
        let weights = pool.weights(0);
        assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(weights[4] > 10.0 * weights[0], "{weights:?}");
    }

    #[test]
    fn before_any_loss_all_weigh_the_same() {
        let pool = fed([3.0]);
        assert_eq!(pool.weights(5), [1.0 / FORECASTERS as f64; FORECASTERS]);
        assert!(Pool::new().forecast().is_none());
    }

    #[test]
    fn rates_are_per_day() {
        let mut pool = Pool::new();
        for days in [31.0, 28.0, 31.0, 30.0].repeat(10) {
            pool.observe(10.0 * days, days);
        }
        pool.commit([28.0; HORIZON]).expect("values were seen");
        let origin = pool.open.front().expect("just committed");
        assert!(origin.rates.iter().all(|rate| (rate - 10.0).abs() < 1e-9));
        assert!((origin.negative_binomials[0][0].mean() - 280.0).abs() < 15.0);
    }

    #[test]
    fn far_periods_are_less_certain_where_the_level_drifts() {
        let pool = fed((0..120).map(|i| 50.0 + 40.0 * (f64::from(i) / 6.0).sin().round()));
        let said = pool.forecast().expect("values were seen");
        let width = |ahead: usize| {
            let (low, high) = said[ahead].ensemble.interval(0.8);
            high - low
        };
        assert!(width(5) > width(0), "{} {}", width(0), width(5));
    }
}

//! What the next count may be if nothing has changed: a negative-binomial predictive distribution that carries the uncertainty of
//! level, season and dispersion.
//!
//! Model: independent counts, negative binomial about the level and season of [`super::level`], the season with none, one or two
//! harmonics, the dispersion `alpha` unknown. Prior of the dispersion: with `phi = 1 + alpha * mean`, a point mass of [`POISSON_MASS`] at `phi = 1` and
//! beside it, per unit of `ln phi`, the density `phi^0.3 / (1 + (alpha / ALPHA_SCALE)^2)`. Flat in `ln phi` is the reference prior of a
//! variance, under which predictive tails match nominal error rates (Datta, Mukerjee, Ghosh & Sweeting 2000); the power corrects the
//! skewness of counts, the second factor says that counts rarely scatter more than `1 / ALPHA_SCALE`, which matters only where there
//! are too few counts to tell. All three numbers were chosen by simulation, so that one-sided error rates hold from means of 0.5
//! to 50 (`cargo run --release --example calibrate -- alert`). The evidence of each season is weighed in the same sum: it earns its place or has none.
//!
//! Each dispersion gives a Gamma posterior of the expectation, and so nearly a negative-binomial predictive with the same mean and variance; the
//! whole is their mixture. There is no trend: a trend fitted to chance would move the expectation of most series that have none, and a
//! real one of three years is slow beside the newest value; the trend has its own test.

use super::level::{Design, Level};
use super::tails;
use crate::stats::sample::Observation;

/// Prior mass of Poisson counts, in units of one `ln phi`.
const POISSON_MASS: f64 = 1.0;

/// Power of `phi` in the prior.
const TILT: f64 = 0.3;

/// Dispersion beyond which the prior falls.
const ALPHA_SCALE: f64 = 1.5;

/// Width of the steps of `ln phi`; the likelihood's own width is `sqrt(2 / n)`, 0.18 at n = 60.
const STEP: f64 = 0.2;

/// Largest `ln phi`: variance over mean of 20,000, above any toll.
const MAXIMUM_STEPS: usize = 50;

/// Log evidence below the best at which a dispersion no longer counts: one in a hundred thousand.
const NEGLIGIBLE: f64 = 11.5;

/// Largest mean of a component up to which quantiles are found by walking up from 0; the chance of 0 does not underflow there.
const WALK: f64 = 200.0;

/// Prior weights of no season, one harmonic and two.
const SEASONS: [f64; 3] = [0.5, 0.25, 0.25];

/// Which seasons may be weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    None,
    Weighed,
}

/// A mixture of negative-binomial distributions.
///
/// Invariants: at least one component; weights are positive and sum to 1, means and sizes are positive.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Predictive {
    components: Vec<Component>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Component {
    weight: f64,
    mean: f64,
    size: f64,
}

impl Predictive {
    /// For the period of `newest` from a baseline that is not empty; `None` where no dispersion can be fitted.
    pub fn new(baseline: &[Observation], newest: Observation, season: Season) -> Option<Predictive> {
        let mut fits = Vec::new();
        fit(Design::<1>::new(baseline, newest), SEASONS[0], baseline, &mut fits);
        match season {
            Season::None => {}
            Season::Weighed => {
                fit(Design::<3>::new(baseline, newest), SEASONS[1], baseline, &mut fits);
                fit(Design::<5>::new(baseline, newest), SEASONS[2], baseline, &mut fits);
            }
        }
        let best = fits.iter().map(|f| f.weight).fold(f64::NEG_INFINITY, f64::max);
        fits.retain(|f| f.weight > best - NEGLIGIBLE);
        let total: f64 = fits.iter().map(|f| (f.weight - best).exp()).sum();
        let component = |f: &Fitted| {
            let Level { mean, variation, .. } = f.level;
            let size = 1.0 / (f.alpha * (1.0 + variation) + variation);
            Component { weight: (f.weight - best).exp() / total, mean, size }
        };
        let components: Vec<Component> = fits.iter().map(component).collect();
        (!components.is_empty()).then_some(Predictive { components })
    }

    pub fn mean(&self) -> f64 {
        self.sum(|c| c.mean)
    }

    /// P(Y >= y).
    pub fn at_least(&self, y: f64) -> f64 {
        self.sum(|c| tails::at_least(y, c.mean, c.size)).min(1.0)
    }

    /// P(Y <= y).
    pub fn at_most(&self, y: f64) -> f64 {
        self.sum(|c| tails::at_most(y, c.mean, c.size)).min(1.0)
    }

    /// The smallest whole numbers at or below which lie at least `tail` and `1 - tail`.
    pub fn interval(&self, tail: f64) -> (f64, f64) {
        if self.components.iter().any(|c| c.mean > WALK) {
            let quantile = |level| tails::quantile(level, self.mean(), |y| self.at_most(y));
            return (quantile(tail), quantile(1.0 - tail));
        }
        // Each probability from the one before it: far cheaper than a beta function a step.
        let chance_of_none = |c: &Component| c.weight * (-c.size * (c.mean / c.size).ln_1p()).exp();
        let mut chances: Vec<f64> = self.components.iter().map(chance_of_none).collect();
        let (mut y, mut at_most, mut low) = (0.0, chances.iter().sum::<f64>(), None);
        loop {
            if at_most >= tail && low.is_none() {
                low = Some(y);
            }
            if at_most >= 1.0 - tail {
                return (low.unwrap_or(y), y);
            }
            for (chance, c) in chances.iter_mut().zip(&self.components) {
                *chance *= (y + c.size) / (y + 1.0) * c.mean / (c.mean + c.size);
                at_most += *chance;
            }
            y += 1.0;
        }
    }

    fn sum(&self, of: impl Fn(&Component) -> f64) -> f64 {
        self.components.iter().map(|c| c.weight * of(c)).sum()
    }
}

/// A dispersion with its level and its log weight.
struct Fitted {
    alpha: f64,
    level: Level,
    weight: f64,
}

/// Fits a season at one dispersion after another, until they no longer count.
fn fit<const P: usize>(mut design: Design<P>, prior: f64, baseline: &[Observation], fits: &mut Vec<Fitted>) {
    let mean = (baseline.iter().map(|o| o.count).sum::<f64>() + 0.5) / baseline.len() as f64;
    let mut best = f64::NEG_INFINITY;
    // From 2 n / P on the prior of the level outweighs n periods that say next to nothing, and the level has no mode.
    let largest = baseline.len() as f64 / P as f64;
    for step in 0..MAXIMUM_STEPS {
        let log_phi = STEP * step as f64;
        let alpha = log_phi.exp_m1() / mean;
        if alpha > largest {
            return;
        }
        let Some(level) = design.fit(alpha) else { return };
        let width = if step == 0 { POISSON_MASS + STEP / 2.0 } else { STEP };
        let density = TILT * log_phi - (1.0 + (alpha / ALPHA_SCALE).powi(2)).ln();
        let weight = level.evidence + density + (prior * width).ln();
        best = best.max(weight);
        fits.push(Fitted { alpha, level, weight });
        if weight < best - NEGLIGIBLE {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Sample;

    fn predictive(counts: &[f64], season: Season) -> Predictive {
        let sample = Sample::months(counts).expect("counts are sound");
        let (before, newest) = sample.split_newest().expect("not empty");
        Predictive::new(before.observations(), newest, season).expect("it fits")
    }

    #[test]
    fn the_weights_and_the_tails_add_up() {
        let counts: Vec<f64> = (0..37).map(|t| f64::from(37 * t % 11)).collect();
        for season in [Season::None, Season::Weighed] {
            let next = predictive(&counts, season);
            assert!((next.at_least(4.0) + next.at_most(3.0) - 1.0).abs() < 1e-9);
            assert!((next.sum(|_| 1.0) - 1.0).abs() < 1e-12);
            let (low, high) = next.interval(0.025);
            assert!(low <= next.mean() && next.mean() <= high);
            let quantile = |level| tails::quantile(level, 1.0, |y| next.at_most(y));
            assert_eq!((low, high), (quantile(0.025), quantile(0.975)));
        }
    }

    /// With the dispersion known to be 0 the predictive is the negative binomial of the Gamma posterior with shape S + 1/2.
    #[test]
    fn one_level_without_dispersion_is_exact() {
        let sample = Sample::months(&[3.0, 5.0, 2.0, 6.0, 4.0, 0.0]).expect("sound");
        let (before, newest) = sample.split_newest().expect("not empty");
        let level = Design::<1>::new(before.observations(), newest).fit(0.0).expect("it fits");
        let days = 31.0 + 28.0 + 31.0 + 30.0 + 31.0;
        assert!((level.mean - 20.5 * 30.0 / days).abs() < 1e-9);
        assert!((level.variation - 1.0 / 20.5).abs() < 1e-9);
    }

    #[test]
    fn a_season_earns_its_place() {
        let winter = |t: usize| if t % 12 < 2 { 30.0 } else { 6.0 };
        let counts: Vec<f64> = (0..37).map(winter).collect();
        let (seasonal, flat) = (predictive(&counts, Season::Weighed), predictive(&counts, Season::None));
        assert!(seasonal.at_least(30.0) > 0.1 && flat.mean() < 12.0, "{} {}", seasonal.mean(), flat.mean());
    }
}

//! The level of a series and its season, for one dispersion: a penalised negative-binomial fit and its weight of evidence.
//!
//! Model: `y_t ~ NB(mean m_t, variance m_t + alpha m_t^2)`, `ln m_t = ln days_t + b_0 + sum_k (b_k cos + c_k sin)(2 pi k phase_t)`.
//! Prior: density proportional to `exp(b_0 / 2)` for the level, the reference prior of a Poisson rate (Jeffreys 1946), whose
//! predictive matches nominal error rates; normal with standard deviation [`SEASON_SD`] for each season coefficient.
//! The posterior mode, freed of its first-order bias as Firth 1993 does, is found by Fisher scoring; the evidence for the dispersion is Laplace's (Tierney & Kadane 1986):
//! posterior density at the mode over the root of the determinant of the information. For one level and `alpha = 0` the
//! result is the exact Gamma posterior of a Poisson rate.

use crate::stats::sample::Observation;
use nalgebra::{Cholesky, SMatrix, SVector};
use statrs::function::gamma::ln_gamma;
use std::f64::consts::TAU;

/// Prior standard deviation of a season coefficient on the log scale: weak. Two of it are a season in which the best month has
/// sixteen times the incidents of the worst, more than the conflict files at hand show.
const SEASON_SD: f64 = 0.7;

/// Fisher scoring converges quadratically near the mode; from a neighbouring dispersion it needs two to four steps.
const MAXIMUM_STEPS: usize = 25;

/// Step of a coefficient below which the fit stands still: the steps shrink at least tenfold, so what is left is below a hundred-thousandth
/// of the rate, far below any standard error.
const TOLERANCE: f64 = 1e-4;

/// The level a day ahead at one dispersion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Level {
    /// Expected count of the new period.
    pub mean: f64,
    /// Squared coefficient of variation of that expectation.
    pub variation: f64,
    /// Log evidence, up to a term common to all dispersions and seasons.
    pub evidence: f64,
}

/// The baseline with `P` coefficients: the level and `(P - 1) / 2` harmonics.
pub(super) struct Design<const P: usize> {
    rows: Vec<(SVector<f64, P>, f64, f64)>,
    new: (SVector<f64, P>, f64),
    beta: SVector<f64, P>,
}

/// The terms of a phase.
fn terms<const P: usize>(phase: f64) -> SVector<f64, P> {
    SVector::from_fn(|i, _| {
        let angle = TAU * phase * i.div_ceil(2) as f64;
        match (i, i % 2) {
            (0, _) => 1.0,
            (_, 1) => angle.cos(),
            (_, _) => angle.sin(),
        }
    })
}

impl<const P: usize> Design<P> {
    /// `baseline` is not empty.
    pub(super) fn new(baseline: &[Observation], newest: Observation) -> Design<P> {
        let rows = baseline.iter().map(|o| (terms(o.phase), o.days, o.count)).collect();
        let (total, days) = baseline.iter().fold((0.0, 0.0), |(t, d), o| (t + o.count, d + o.days));
        let mut beta = SVector::zeros();
        beta[0] = ((total + 0.5) / days).ln();
        Design { rows, new: (terms(newest.phase), newest.days), beta }
    }

    /// The fit at dispersion `alpha`, started from the last one; `None` where the information is singular.
    pub(super) fn fit(&mut self, alpha: f64) -> Option<Level> {
        let mut factor = None;
        for _ in 0..MAXIMUM_STEPS {
            let (gradient, information) = self.slopes(alpha);
            let cholesky = Cholesky::new(information)?;
            let step = cholesky.solve(&gradient);
            // A step of more than one unit of log rate is a start too far off: damped, it still arrives.
            let length = step.amax();
            self.beta += step / length.max(1.0);
            factor = Some(cholesky);
            if length < TOLERANCE {
                break;
            }
        }
        let cholesky = factor?;
        let (x, days) = self.new;
        let variation = x.dot(&cholesky.solve(&x));
        // The mode of the log rate is the mean of the rate where its posterior is a Gamma, as for Poisson counts. Where the
        // dispersion rules it is an inverse Gamma, and the mean lies above it; between them the third derivative interpolates.
        let mode = days * x.dot(&self.beta).exp();
        let mean = mode * (variation * alpha * mode / (1.0 + alpha * mode)).exp();
        let half_log_determinant: f64 = (0..P).map(|i| cholesky.l_dirty()[(i, i)].ln()).sum();
        let season: f64 = self.beta.iter().skip(1).map(|b| (b / SEASON_SD).powi(2)).sum();
        // The constants of the normal prior and of Laplace's integral meet: sqrt(2 pi) cancels in each season coefficient.
        let prior = 0.5 * self.beta[0] - 0.5 * season - (P - 1) as f64 * SEASON_SD.ln();
        let evidence = self.log_likelihood(alpha) + prior - half_log_determinant;
        [mean, variation, evidence].iter().all(|v| v.is_finite()).then_some(Level { mean, variation, evidence })
    }

    /// Gradient and expected information of the log posterior.
    fn slopes(&self, alpha: f64) -> (SVector<f64, P>, SMatrix<f64, P, P>) {
        let mut gradient = SVector::zeros();
        let mut information = SMatrix::zeros();
        for (x, days, count) in &self.rows {
            let mean = days * x.dot(&self.beta).exp();
            let scale = 1.0 / (1.0 + alpha * mean);
            gradient += x * ((count - mean) * scale);
            information += x * x.transpose() * (mean * scale);
        }
        // Each coefficient biases the level down by half an observation (Firth 1993); for one it is the prior itself.
        gradient[0] += P as f64 / 2.0;
        for i in 1..P {
            gradient[i] -= self.beta[i] / SEASON_SD.powi(2);
            information[(i, i)] += SEASON_SD.powi(-2);
        }
        (gradient, information)
    }

    /// Without the factorials of the counts, which no dispersion changes.
    fn log_likelihood(&self, alpha: f64) -> f64 {
        let linear = |x: &SVector<f64, P>, days: f64| days.ln() + x.dot(&self.beta);
        if alpha == 0.0 {
            return self.rows.iter().map(|(x, days, y)| y * linear(x, *days) - linear(x, *days).exp()).sum();
        }
        let size = 1.0 / alpha;
        let at_zero = ln_gamma(size);
        let term = |(x, days, y): &(SVector<f64, P>, f64, f64)| {
            let log_mean = linear(x, *days);
            let scatter = if *y > 0.0 { ln_gamma(y + size) - at_zero + y * alpha.ln() } else { 0.0 };
            scatter + y * log_mean - (y + size) * (alpha * log_mean.exp()).ln_1p()
        };
        self.rows.iter().map(term).sum()
    }
}

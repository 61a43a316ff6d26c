//! The verdict's test: growth of the rate, by a negative-binomial log-linear slope.
//!
//! Model, over the newest [`TREND_WINDOW`] values: counts are negative binomial with log mean = log days + level +
//! growth x years + season. The season is a sum of harmonics of the year (Serfling 1963) once the window spans
//! three years. Theta is found by the likelihood adjusted for the fitted coefficients (Cox & Reid 1987): the plain one
//! does not pay for them, finds too little overdispersion in a short series, and calls trends too often. Where the counts
//! vary no more than Poisson the model is Poisson: the dispersion is never below 1.
//!
//! The variance of the growth is multiplied by (1 + r) / (1 - r), never below 1, where r is the lag-1 autocorrelation of the
//! Pearson residuals (the effective sample size of a first-order autoregression, Bayley & Hammersley 1946), corrected for
//! the bias that fitting gives it. The test is two-sided against Student's t with the residual degrees of freedom.
//!
//! Assumes a log-linear course; a rise and fall inside the window may cancel. Below three years a season is not told from
//! growth. Not computed where the window is too short or too thin, and where all counts lie at one end (the growth
//! is then infinite).

use super::window::{Reference, Slope, Window};
use super::{TREND_WINDOW, Verdict};
use crate::stats::{ALPHA, Interval, NotComputed, Sample};

/// Fewest values. Kendall (1975) finds normal reference values sound from ten on, and below it the autocorrelation of
/// the residuals cannot be told.
pub const TREND_PERIODS: usize = 12;

/// Fewest counted for each coefficient: events per variable, of which five to nine suffice (Vittinghoff & McCulloch 2007).
pub(super) const EVENTS: f64 = 5.0;

/// The verdict's test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    pub n: usize,
    /// Factor a year.
    pub a_year: Interval,
    pub p: f64,
    /// Variance over mean at the mean count, 1 for Poisson.
    pub dispersion: f64,
    /// Factor on the variance of the slope for lag-1 autocorrelation, at least 1.
    pub inflation: f64,
}

impl Growth {
    /// What a p or a q says of the growth, at [`ALPHA`].
    pub fn verdict(self, p_or_q: f64) -> Verdict {
        if p_or_q > ALPHA {
            Verdict::NoEvidence
        } else if self.a_year.estimate > 1.0 {
            Verdict::Rising
        } else {
            Verdict::Falling
        }
    }
}

/// The growth of the newest [`TREND_WINDOW`] values.
pub fn growth(sample: &Sample) -> Result<Growth, NotComputed> {
    let sample = sample.newest(TREND_WINDOW);
    Window::of(&sample).map(|window| of(&window).0)
}

/// The growth of a window, with its slope on the log scale.
pub(super) fn of(window: &Window) -> (Growth, Slope) {
    let (fit, scale) = window.overdispersed();
    let n = window.sample().len();
    let mean = window.sample().total() / n as f64;
    let dispersion = scale * fit.theta().map_or(1.0, |theta| 1.0 + mean / theta);
    let inflation = window.inflation(&fit);
    let slope = Slope::of(&fit, scale * inflation, Reference::Student(fit.residual_df));
    (Growth { n, a_year: slope.factor(), p: slope.p(), dispersion, inflation }, slope)
}

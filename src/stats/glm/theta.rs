//! The negative binomial's theta: by maximum likelihood, plain or adjusted. Both alternate with the coefficients.

use super::{Fit, Regression, Variance, irls};
use statrs::function::gamma::digamma;

/// Above this theta the negative binomial cannot be told from Poisson: its variance exceeds the mean by a millionth of mu^2.
const POISSON: f64 = 1e6;

/// Below this theta the variance is ten thousand times mu^2: no count series of use has it, and the search must end.
const SMALLEST: f64 = 1e-4;

/// Rounds of theta and coefficients, and steps of one search; a fit that exists needs some five of each.
const ROUNDS: usize = 100;

/// Relative change of theta at which it has converged. Theta and the coefficients are orthogonal: the error that remains is far
/// smaller than the last change.
const TOLERANCE: f64 = 1e-7;

/// Up to this count a sum is faster than two digammas.
const SMALL: f64 = 16.0;

/// What the likelihood is corrected by.
#[derive(Clone, Copy)]
pub(super) enum Adjustment {
    /// Nothing: R's `glm.nb`.
    #[cfg(test)]
    Plain,
    /// Less half the logarithm of the information's determinant, which pays for the fitted coefficients as REML does (Cox &
    /// Reid 1987; for counts McCarthy, Chen & Smyth 2012).
    CoxReid,
}

impl Adjustment {
    /// The factor on the leverages in the slope of the likelihood.
    fn factor(self) -> f64 {
        match self {
            #[cfg(test)]
            Adjustment::Plain => 0.0,
            Adjustment::CoxReid => 1.0,
        }
    }
}

/// Theta by maximum likelihood, and coefficients in turn until theta rests. At Poisson the slope of the likelihood in
/// 1/theta is half of sum((y - mu)^2 - y + leverage x mu): where that is not above 0 the Poisson fit is the answer.
pub(super) fn by_likelihood(regression: &Regression, poisson: &Fit, adjustment: Adjustment) -> Option<Fit> {
    let factor = adjustment.factor();
    let excess = rows(regression, poisson).map(|(y, mu, w, h)| w * ((y - mu).powi(2) - y) + factor * h * mu);
    if excess.sum::<f64>() <= 0.0 {
        return Some(poisson.clone());
    }
    // Moment estimate of R's `theta.ml`, with the Poisson means.
    let spread: f64 = rows(regression, poisson).map(|(y, mu, w, _)| w * (y / mu - 1.0).powi(2)).sum();
    let mut theta = (poisson.residual_df as f64 / spread).clamp(SMALLEST, POISSON);
    let mut fit = poisson.clone();
    let mut stride = 2.0;
    for _ in 0..ROUNDS {
        let pull = |theta: f64| {
            let of = |(y, mu, w, h)| w * score(theta, y, mu) - 0.5 * factor * h * mu / (theta * (theta + mu));
            rows(regression, &fit).map(of).sum()
        };
        let next = match root(theta, stride, pull) {
            Root::At(theta) => theta,
            Root::Above => return Some(poisson.clone()),
            Root::Below => return None,
        };
        let settled = (next / theta - 1.0).abs() < TOLERANCE;
        theta = next;
        // Later rounds move it little.
        stride = 1.02;
        fit = irls::fit(regression, Variance::NegativeBinomial { theta }, Some(&fit.coefficients))?;
        if settled {
            return Some(fit);
        }
    }
    None
}

enum Root {
    At(f64),
    /// Above [`POISSON`].
    Above,
    /// Below [`SMALLEST`].
    Below,
}

/// Where a function that falls through 0 does so, by the Illinois variant of the false position on the logarithm;
/// the first bracket reaches from the guess by a factor `stride`, each further one by its square.
fn root(guess: f64, stride: f64, f: impl Fn(f64) -> f64) -> Root {
    let mut stride = stride;
    let (mut low, mut high) = (guess, guess);
    let (mut at_low, mut at_high) = (f(low), f(high));
    while at_low <= 0.0 {
        if low <= SMALLEST {
            return Root::Below;
        }
        (high, at_high) = (low, at_low);
        low = (low / stride).max(SMALLEST);
        stride *= stride;
        at_low = f(low);
    }
    while at_high > 0.0 {
        if high >= POISSON {
            return Root::Above;
        }
        (low, at_low) = (high, at_high);
        high = (high * stride).min(POISSON);
        stride *= stride;
        at_high = f(high);
    }
    let (mut low, mut high) = (low.ln(), high.ln());
    let mut previous = low;
    for _ in 0..ROUNDS {
        let middle = (high * at_low - low * at_high) / (at_low - at_high);
        if (middle - previous).abs() < TOLERANCE / 10.0 || !middle.is_finite() {
            break;
        }
        previous = middle;
        let value = f(middle.exp());
        // The end that stays twice is pulled in by half its value, else it would stay for ever.
        if value > 0.0 {
            (low, at_low) = (middle, value);
            at_high /= 2.0;
        } else {
            (high, at_high) = (middle, value);
            at_low /= 2.0;
        }
    }
    Root::At(previous.exp())
}

/// Count, mean, weight and leverage of each row.
fn rows<'a>(regression: &'a Regression, fit: &'a Fit) -> impl Iterator<Item = (f64, f64, f64, f64)> + 'a {
    let counts = regression.counts.iter().zip(&fit.fitted).zip(regression.weights.iter().zip(&fit.leverages));
    counts.map(|((&y, &mu), (&w, &h))| (y, mu, w, h))
}

/// Derivative of the log-probability of a count by theta.
fn score(theta: f64, y: f64, mu: f64) -> f64 {
    // digamma(y + theta) - digamma(theta), for a small whole count as its sum.
    let gammas = if y <= SMALL && y.fract() == 0.0 {
        (0..y as u32).map(|k| (theta + f64::from(k)).recip()).sum()
    } else {
        digamma(y + theta) - digamma(theta)
    };
    gammas - (mu / theta).ln_1p() + (mu - y) / (mu + theta)
}

//! The negative binomial's theta: by maximum likelihood, plain or adjusted. Both alternate with the coefficients.

use super::{Fit, Regression, Variance, irls};
use statrs::function::gamma::digamma;

/// Above this theta the negative binomial cannot be told from Poisson: its variance exceeds the mean by a millionth of mu^2.
const POISSON: f64 = 1e6;

/// Below this theta the variance is ten thousand times mu^2: no count series of use has it, and the search must end.
const SMALLEST: f64 = 1e-4;

/// Rounds of theta and coefficients, and steps of one search; a fit that exists needs some five of each.
const ROUNDS: usize = 100;

/// Relative change of theta at which it has converged.
const TOLERANCE: f64 = 1e-9;

/// Theta by maximum likelihood. At Poisson the likelihood's slope in 1/theta is sum((y - mu)^2 - y) / 2: where that is
/// not above 0 the Poisson fit is the answer.
pub(super) fn by_likelihood(regression: &Regression) -> Option<Fit> {
    let poisson = regression.poisson()?;
    let excess: f64 = rows(regression, &poisson).map(|(y, mu, w)| w * ((y - mu).powi(2) - y)).sum();
    if excess <= 0.0 {
        return Some(poisson);
    }
    alternate(regression, poisson, |fit, theta| rows(regression, fit).map(|(y, mu, w)| w * score(theta, y, mu)).sum())
}

/// Theta by the adjusted profile likelihood: the log-likelihood less half the logarithm of the information's determinant,
/// which pays for the fitted coefficients as REML does (Cox & Reid 1987; for counts McCarthy, Chen & Smyth 2012).
pub(super) fn by_adjusted_likelihood(regression: &Regression) -> Option<Fit> {
    let poisson = regression.poisson()?;
    let excess = rows(regression, &poisson).zip(&poisson.leverages);
    if excess.map(|((y, mu, w), h)| w * ((y - mu).powi(2) - y) + h * mu).sum::<f64>() <= 0.0 {
        return Some(poisson);
    }
    alternate(regression, poisson, |fit, theta| {
        let rows = rows(regression, fit).zip(&fit.leverages);
        rows.map(|((y, mu, w), h)| w * score(theta, y, mu) - 0.5 * h * mu / (theta * (theta + mu))).sum()
    })
}

/// Coefficients and theta in turn until theta rests. `pull` is positive where theta is too small for the fitted means.
fn alternate(regression: &Regression, poisson: Fit, pull: impl Fn(&Fit, f64) -> f64) -> Option<Fit> {
    // Moment estimate of R's `theta.ml`, with the Poisson means.
    let spread: f64 = rows(regression, &poisson).map(|(y, mu, w)| w * (y / mu - 1.0).powi(2)).sum();
    let mut theta = (poisson.residual_df as f64 / spread).clamp(SMALLEST, POISSON);
    let mut fit = poisson.clone();
    for _ in 0..ROUNDS {
        let next = match root(theta, |theta| pull(&fit, theta)) {
            Root::At(theta) => theta,
            Root::Above => return Some(poisson),
            Root::Below => return None,
        };
        let settled = (next / theta - 1.0).abs() < TOLERANCE;
        theta = next;
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

/// Where a function that falls through 0 does so, by the Illinois variant of the false position on the logarithm.
fn root(guess: f64, f: impl Fn(f64) -> f64) -> Root {
    const STRIDE: f64 = 2.0;
    let (mut low, mut high) = (guess, guess);
    let (mut at_low, mut at_high) = (f(low), f(high));
    while at_low <= 0.0 {
        if low <= SMALLEST {
            return Root::Below;
        }
        (high, at_high) = (low, at_low);
        low = (low / STRIDE).max(SMALLEST);
        at_low = f(low);
    }
    while at_high > 0.0 {
        if high >= POISSON {
            return Root::Above;
        }
        (low, at_low) = (high, at_high);
        high = (high * STRIDE).min(POISSON);
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

fn rows<'a>(regression: &'a Regression, fit: &'a Fit) -> impl Iterator<Item = (f64, f64, f64)> + 'a {
    let counts = regression.counts.iter().zip(&fit.fitted).zip(&regression.weights);
    counts.map(|((&y, &mu), &w)| (y, mu, w))
}

/// Derivative of the log-probability of a count by theta.
fn score(theta: f64, y: f64, mu: f64) -> f64 {
    let gammas = if y > 0.0 { digamma(y + theta) - digamma(theta) } else { 0.0 };
    gammas - (mu / theta).ln_1p() + (mu - y) / (mu + theta)
}

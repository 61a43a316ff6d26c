//! Tails and quantiles of the negative-binomial and the Poisson distribution.
//!
//! By the regularised incomplete beta and gamma functions (Johnson, Kemp & Kotz 2005, 5.6 and 4.7), which also take counts that are
//! not whole, as a fractional attribution makes them: between two whole numbers a tail falls smoothly.

use statrs::function::beta::beta_reg;
use statrs::function::gamma::{gamma_lr, gamma_ur};

/// Sizes above it are Poisson: at a mean of 10,000 the variance is then 1 % larger, and the beta function loses digits beyond.
const POISSON_SIZE: f64 = 1e6;

/// No count is larger: beyond it neighbouring whole numbers are no longer told apart.
const LARGEST: f64 = 1e15;

/// P(Y >= y) for mean and size (variance `mean + mean^2 / size`).
pub(super) fn at_least(y: f64, mean: f64, size: f64) -> f64 {
    if y <= 0.0 {
        1.0
    } else if size > POISSON_SIZE {
        gamma_lr(y, mean)
    } else {
        beta_reg(y, size, mean / (mean + size))
    }
}

/// P(Y <= y).
pub(super) fn at_most(y: f64, mean: f64, size: f64) -> f64 {
    if y < 0.0 {
        0.0
    } else if size > POISSON_SIZE {
        gamma_ur(y + 1.0, mean)
    } else {
        beta_reg(size, y + 1.0, size / (mean + size))
    }
}

/// The smallest whole number at or below which lies at least the share `level` (below 1) of a distribution; `start` is near it.
pub(super) fn quantile(level: f64, start: f64, at_most: impl Fn(f64) -> f64) -> f64 {
    let mut high = start.max(1.0).ceil();
    let mut low = -1.0;
    while high < LARGEST && at_most(high) < level {
        low = high;
        high *= 2.0;
    }
    while high - low > 1.0 {
        let middle = ((low + high) / 2.0).floor();
        if at_most(middle) < level { low = middle } else { high = middle }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R 4.2.2: pnbinom(y - 1, size, mu = mean, lower.tail = FALSE).
    #[test]
    fn tails_are_those_of_r() {
        let close = |a: f64, b: f64| assert!((a / b - 1.0).abs() < 5e-7, "{a} {b}");
        close(at_least(4.0, 4.2, 2.5), 0.4979689);
        close(at_least(30001.0, 20000.0, 2.5), 0.1860318);
        close(at_least(211.0, 200.0, 5000.0), 0.2314875);
        close(at_least(2101.0, 2000.0, 3e5), 0.01303961);
        assert!((at_least(4.0, 4.2, 2.5) + at_most(3.0, 4.2, 2.5) - 1.0).abs() < 1e-12);
        assert!((at_least(4.0, 4.2, 1e9) + at_most(3.0, 4.2, 1e9) - 1.0).abs() < 1e-12);
        assert_eq!(quantile(0.975, 10.0, |y| at_most(y, 10.0, 2.0)), 30.0);
        assert_eq!(quantile(0.025, 0.0, |y| at_most(y, 0.01, 2.0)), 0.0);
    }
}

//! Predictive distributions of counts: Poisson and negative binomial, by mean and size.
//!
//! The negative binomial is the Poisson whose rate is itself drawn from a gamma distribution (Greenwood & Yule 1920): with mean m
//! and size s its variance is m + m^2/s, and s = infinity is the Poisson. Probabilities are summed term by term from the
//! recurrence p(k + 1) = p(k) (s + k) / (k + 1) * m / (s + m), started where the mass below is negligible.

use statrs::function::gamma::ln_gamma;

/// Standard deviations below the mean at which summing starts. Both distributions are skewed to the right, so less than the
/// normal's 1e-32 lies below.
const DEVIATIONS_BELOW: f64 = 12.0;

/// Mass above which a sum over the distribution is complete: what is left is rounding.
const WHOLE: f64 = 1.0 - 1e-14;

/// Greatest mean: beyond it, floating point no longer tells whole numbers apart.
const GREATEST_MEAN: f64 = 9_007_199_254_740_992.0;

/// A distribution of counts.
///
/// Invariants: the mean is not negative and at most 2^53, the size is positive, infinite for the Poisson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountDistribution {
    mean: f64,
    size: f64,
}

impl CountDistribution {
    pub fn poisson(mean: f64) -> Option<CountDistribution> {
        CountDistribution::negative_binomial(mean, f64::INFINITY)
    }

    /// With variance `mean + mean^2 / size`. `None` where an invariant does not hold.
    pub fn negative_binomial(mean: f64, size: f64) -> Option<CountDistribution> {
        ((0.0..=GREATEST_MEAN).contains(&mean) && size > 0.0).then_some(CountDistribution { mean, size })
    }

    pub fn mean(&self) -> f64 {
        self.mean
    }

    pub fn variance(&self) -> f64 {
        self.mean + self.mean * (self.mean / self.size)
    }

    /// The natural logarithm of the probability of `k`, a whole number; minus infinity where it cannot be.
    pub fn ln_probability(&self, k: f64) -> f64 {
        if self.mean == 0.0 {
            return if k == 0.0 { 0.0 } else { f64::NEG_INFINITY };
        }
        if self.size.is_infinite() {
            return k * self.mean.ln() - self.mean - ln_gamma(k + 1.0);
        }
        let ways = ln_gamma(k + self.size) - ln_gamma(self.size) - ln_gamma(k + 1.0);
        ways - self.size * (self.mean / self.size).ln_1p() + k * (self.mean / (self.size + self.mean)).ln()
    }

    /// The smallest k with P(X <= k) >= `level`, for a level in 0..1.
    pub fn quantile(&self, level: f64) -> f64 {
        let mut last = 0.0;
        for (k, cumulated) in self.cumulated() {
            last = k;
            if cumulated >= level {
                break;
            }
        }
        last
    }

    /// `(k, P(X <= k))` from the first count with mass worth the name to where the whole is summed.
    pub fn cumulated(&self) -> impl Iterator<Item = (f64, f64)> {
        let first = (self.mean - DEVIATIONS_BELOW * self.variance().sqrt()).floor().max(0.0);
        let odds = if self.size.is_infinite() { 0.0 } else { self.mean / (self.size + self.mean) };
        let (mean, size) = (self.mean, self.size);
        // In tails of scale 1 + m/s, forty scales hold all but e^-40: rounding must not keep the sum from ending.
        let end = mean + 40.0 * (1.0 + mean / size) + 40.0 * self.variance().sqrt();
        let mut next = Some((first, self.ln_probability(first).exp(), 0.0));
        std::iter::from_fn(move || {
            let (k, probability, below) = next?;
            let cumulated = below + probability;
            let factor = if size.is_infinite() { mean / (k + 1.0) } else { (size + k) / (k + 1.0) * odds };
            next = (cumulated < WHOLE && k < end).then_some((k + 1.0, probability * factor, cumulated));
            Some((k, cumulated.min(1.0)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negative_binomial_quantiles_as_r_gives_them() {
        let nb = CountDistribution::negative_binomial(10.0, 2.0).expect("sound");
        assert_eq!([0.05, 0.5, 0.95].map(|level| nb.quantile(level)), [1.0, 8.0, 25.0]);
    }

    #[test]
    fn the_whole_is_one_and_the_mean_is_the_mean() {
        for (mean, size) in [(0.01, 0.05), (3.0, f64::INFINITY), (150.0, 0.05), (40_000.0, f64::INFINITY), (5e4, 30.0)]
        {
            let d = CountDistribution::negative_binomial(mean, size).expect("sound");
            let (mut below, mut sum, mut whole) = (0.0, 0.0, 0.0);
            for (k, cumulated) in d.cumulated() {
                sum += k * (cumulated - below);
                below = cumulated;
                whole = cumulated;
            }
            assert!((whole - 1.0).abs() < 1e-8, "{mean} {size}: {whole}");
            assert!((sum / mean - 1.0).abs() < 1e-6, "{mean} {size}: {sum}");
        }
    }

    #[test]
    fn nothing_expected_is_nothing_counted() {
        let none = CountDistribution::poisson(0.0).expect("sound");
        assert_eq!(none.quantile(0.999), 0.0);
        assert_eq!(none.ln_probability(0.0), 0.0);
        assert_eq!(none.ln_probability(1.0), f64::NEG_INFINITY);
    }

    #[test]
    fn what_is_no_distribution_is_refused() {
        assert_eq!(CountDistribution::poisson(-1.0), None);
        assert_eq!(CountDistribution::poisson(f64::NAN), None);
        assert_eq!(CountDistribution::negative_binomial(1.0, 0.0), None);
        assert_eq!(CountDistribution::negative_binomial(f64::INFINITY, 1.0), None);
    }
}

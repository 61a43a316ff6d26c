//! Shrinkage: rates drawn towards the common mean as far as chance explains their spread, so that tiny groups top no ranking.

/// Shrunk ratios of `(observed, expected)` by an empirical-Bayes Gamma-Poisson model: the posterior mean of each.
pub fn shrunk_ratios(_pairs: &[(f64, f64)]) -> Vec<f64> {
    unimplemented!()
}

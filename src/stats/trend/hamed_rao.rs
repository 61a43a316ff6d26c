//! Mann-Kendall with the variance that autocorrelated values give S (Hamed & Rao 1998).
//!
//! The variance of S is multiplied by 1 + 2 / (n(n-1)(n-2)) * sum over significant lags i of (n-i)(n-i-1)(n-i-2) r(i), where
//! r is the autocorrelation of the ranks of the values without their Sen slope, significant beyond the 95 % band of white
//! noise, 1.96 / sqrt(n). The factor is never below 1: chance negative autocorrelation would else make a variance too small, or
//! below 0 (implementations differ there). Lags go by position, so that a gap stays a gap.

use super::kendall::{Kendall, s, variance};
use super::sen::{median, slopes};
use crate::stats::{CONFIDENCE, NotComputed};
use statrs::distribution::{ContinuousCDF, Normal};

/// The test on values at ascending positions. `Degenerate` for fewer than two values, or where all are equal.
pub(super) fn hamed_rao(at: &[i32], values: &[f64]) -> Result<Kendall, NotComputed> {
    let plain = variance(values);
    let slope = median(&mut slopes(at, values)).ok_or(NotComputed::Degenerate)?;
    // Counted from 1 as the reference counts: rounding decides which detrended values are tied.
    let times = at.iter().map(|position| f64::from(position - at[0] + 1));
    let detrended: Vec<f64> = times.zip(values).map(|(time, value)| value - time * slope).collect();
    Kendall::new(s(values), plain * factor(at, &ranks(&detrended)))
}

/// What autocorrelation of the ranks multiplies the variance of S by, at least 1.
fn factor(at: &[i32], ranks: &[f64]) -> f64 {
    let n = ranks.len();
    let mean = ranks.iter().sum::<f64>() / n as f64;
    let mut products = vec![0.0; n];
    for (i, (&first, &rank)) in at.iter().zip(ranks).enumerate() {
        for (&second, &other) in at[i..].iter().zip(&ranks[i..]) {
            if let Some(product) = usize::try_from(second - first).ok().and_then(|lag| products.get_mut(lag)) {
                *product += (rank - mean) * (other - mean);
            }
        }
    }
    // Ranks of equal values do not vary: nothing is correlated.
    if n < 3 || products[0] <= 0.0 {
        return 1.0;
    }
    let band = Normal::standard().inverse_cdf(1.0 - (1.0 - CONFIDENCE) / 2.0) / (n as f64).sqrt();
    let weight = |n: f64| n * (n - 1.0) * (n - 2.0);
    let significant = products.iter().enumerate().skip(1).map(|(lag, product)| (lag, product / products[0]));
    let sum: f64 = significant.filter(|(_, r)| r.abs() > band).map(|(lag, r)| weight((n - lag) as f64) * r).sum();
    (1.0 + 2.0 / weight(n as f64) * sum).max(1.0)
}

/// Ranks from 1, equal values sharing the mean of theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for tie in order.chunk_by(|&a, &b| values[a] == values[b]) {
        for &place in tie {
            ranks[place] = below as f64 + (tie.len() + 1) as f64 / 2.0;
        }
        below += tie.len();
    }
    ranks
}

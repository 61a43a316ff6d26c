//! Mann-Kendall: is a series monotone? (Mann 1945, Kendall 1975)
//!
//! S = sum over i < j of sgn(x_j - x_i); under independence its variance is [n(n-1)(2n+5) - sum t(t-1)(2t+5)] / 18 over the
//! sizes t of ties; Z = (S -+ 1) / sqrt(Var) against the normal, two-sided. Autocorrelation makes it call trends too often.
//! The counts stand as they are: as rates a day, small counts would lose the ties that months of 30 and 31 days have.
//!
//! Compares all pairs: meant for windows, though ten thousand values take but a tenth of a second.

use crate::stats::NotComputed;
use statrs::distribution::{ContinuousCDF, Normal};

/// Kendall's S with the variance that it has where nothing trends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kendall {
    pub s: f64,
    pub variance: f64,
}

impl Kendall {
    /// The standard score, moved by one towards 0 for continuity.
    pub fn z(self) -> f64 {
        if self.s == 0.0 { 0.0 } else { (self.s - self.s.signum()) / self.variance.sqrt() }
    }

    /// Two-sided.
    pub fn p(self) -> f64 {
        (2.0 * Normal::standard().sf(self.z().abs())).min(1.0)
    }

    /// `Degenerate` where all values are equal, or there is none.
    pub(super) fn new(s: f64, variance: f64) -> Result<Kendall, NotComputed> {
        if variance > 0.0 { Ok(Kendall { s, variance }) } else { Err(NotComputed::Degenerate) }
    }
}

/// The test on values in their order in time. `Degenerate` for fewer than two values, or where all are equal.
pub fn mann_kendall(values: &[f64]) -> Result<Kendall, NotComputed> {
    Kendall::new(s(values), variance(values))
}

/// Rising pairs less falling pairs.
pub(super) fn s(values: &[f64]) -> f64 {
    let later = |(i, first): (usize, &f64)| -> f64 {
        values[i + 1..].iter().map(|value| f64::from(i8::from(value > first) - i8::from(value < first))).sum()
    };
    values.iter().enumerate().map(later).sum()
}

/// The variance of S for independent values with these ties.
pub(super) fn variance(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let term = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let ties: f64 = sorted.chunk_by(|a, b| a == b).map(|tie| term(tie.len() as f64)).sum();
    (term(values.len() as f64) - ties) / 18.0
}

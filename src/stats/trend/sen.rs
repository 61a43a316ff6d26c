//! Sen's slope: the median of the slopes between all pairs (Theil 1950, Sen 1968), with an interval.
//!
//! The interval takes the slopes at the ranks (N -+ z sqrt(Var S)) / 2 among the N slopes, with the variance of Kendall's S
//! (Sen 1968; Hollander & Wolfe 1999, section 9.3), rounded outwards. It assumes independent values.
//!
//! Holds n(n-1)/2 slopes: meant for windows, not for thousands of values.

use super::kendall::variance;
use crate::stats::{CONFIDENCE, Interval, NotComputed};
use statrs::distribution::{ContinuousCDF, Normal};

/// The slope a period, from values at ascending positions. `Degenerate` for fewer than two values.
pub(super) fn sen_slope(at: &[i32], values: &[f64]) -> Result<Interval, NotComputed> {
    let mut slopes = slopes(at, values);
    let estimate = median(&mut slopes).ok_or(NotComputed::Degenerate)?;
    slopes.sort_by(f64::total_cmp);
    let upper = Normal::standard().inverse_cdf(1.0 - (1.0 - CONFIDENCE) / 2.0);
    let reach = upper * variance(values).sqrt();
    // From 1; an interval that wants slopes beyond the steepest ends with it.
    let rank = ((slopes.len() as f64 - reach) / 2.0).floor().max(1.0) as usize;
    Ok(Interval::new(estimate, slopes[rank - 1], slopes[slopes.len() - rank]))
}

/// The slope between each pair.
pub(super) fn slopes(at: &[i32], values: &[f64]) -> Vec<f64> {
    let mut slopes = Vec::with_capacity(values.len() * values.len().saturating_sub(1) / 2);
    for (i, (&first, value)) in at.iter().zip(values).enumerate() {
        let later = at[i + 1..].iter().zip(&values[i + 1..]);
        slopes.extend(later.map(|(&second, other)| (other - value) / f64::from(second - first)));
    }
    slopes
}

/// The middle value, or the mean of the two in the middle; reorders. `None` of nothing.
pub(super) fn median(values: &mut [f64]) -> Option<f64> {
    let half = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let odd = values.len() % 2 == 1;
    let (below, &mut upper, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    Some(if odd { upper } else { (below.iter().copied().fold(f64::NEG_INFINITY, f64::max) + upper) / 2.0 })
}

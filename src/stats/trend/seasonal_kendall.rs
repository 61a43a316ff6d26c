//! Seasonal Kendall: Mann-Kendall within each place of the cycle, summed (Hirsch, Slack & Smith 1982).
//!
//! S and its variance are the sums over the places of the year, so that January is compared with January only; the slope is the
//! median of the slopes within the places. A missing period leaves its place empty: places go by position. Assumes that
//! the places are independent; correlated ones (Hirsch & Slack 1984) need ten years and are not corrected for.

use super::kendall::{Kendall, s, variance};
use super::sen::{median, slopes};
use crate::stats::NotComputed;

/// The test, and the slope a year, for a cycle of so many periods. `Degenerate` where no place holds two different values.
pub(super) fn seasonal_kendall(at: &[i32], values: &[f64], cycle: i32) -> Result<(Kendall, f64), NotComputed> {
    let (mut sum, mut spread, mut within) = (0.0, 0.0, Vec::new());
    for place in 0..cycle {
        let here = at.iter().zip(values).filter(|(at, _)| at.rem_euclid(cycle) == place);
        let (years, values): (Vec<i32>, Vec<f64>) = here.map(|(at, &value)| (at.div_euclid(cycle), value)).unzip();
        sum += s(&values);
        spread += variance(&values);
        within.append(&mut slopes(&years, &values));
    }
    let slope = median(&mut within).ok_or(NotComputed::Degenerate)?;
    Ok((Kendall::new(sum, spread)?, slope))
}

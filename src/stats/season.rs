//! Season: how much of a series repeats each year, by STL on a variance-stabilising scale.

mod stl;

pub use stl::{Components, SeasonWindow, StlWeights, stl};

use super::{NotComputed, Sample};

/// The least mean count a period: below it Anscombe's scale no longer gives counts the same spread (at a mean of 2 their variance is
/// within a tenth of its limit; Anscombe 1948, Biometrika 35, 246-254) and most of what STL would smooth are zeros.
pub const LEAST_MEAN: f64 = 2.0;

/// Cycles that STL needs (Cleveland et al. 1990; R's `stl`).
pub const CYCLES_NEEDED: usize = 2;

/// Values in a year below which a series has no cycle: half-years and years.
const SHORTEST_CYCLE: f64 = 3.5;

/// Added to a count under Anscombe's root.
const ANSCOMBE: f64 = 0.375;

/// A series taken apart: what its level would be without season, and what the season adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// Positions of the values, consecutive.
    pub at: Vec<i32>,
    /// The level, as a count in a period of average length.
    pub trend: Vec<f64>,
    /// What the season adds to that level, in the same unit; negative where it takes away.
    pub seasonal: Vec<f64>,
    /// What is left of the count, scaled to a period of average length.
    pub remainder: Vec<f64>,
    /// Strength of season, 0 to 1: `max(0, 1 - Var(R) / Var(S + R))` on the scale on which STL ran (Wang, Smith & Hyndman 2006, Data
    /// Min. Knowl. Discov. 13, 335-364). It describes and tests nothing: counts without any season have 0.3 to 0.4 in three years, since
    /// a season of three values is a mean of chance.
    pub strength: f64,
}

/// Takes a sample apart by STL with a periodic season and robust weights, on `2 sqrt(count + 3/8)` of the counts scaled to periods of
/// average length. Uses the newest values without a gap.
///
/// # Errors
/// [`NotComputed::NoCycle`] for years and half-years, [`NotComputed::TooShort`] on fewer than [`CYCLES_NEEDED`] years without a gap,
/// [`NotComputed::TooFew`] below a mean of [`LEAST_MEAN`], [`NotComputed::Degenerate`] where nothing varies.
pub fn decompose(sample: &Sample) -> Result<Decomposition, NotComputed> {
    if sample.per_year() < SHORTEST_CYCLE {
        return Err(NotComputed::NoCycle);
    }
    let period = sample.per_year().round() as usize;
    let recent = sample.newest(without_gap(sample));
    let n = recent.len();
    if n < CYCLES_NEEDED * period {
        return Err(NotComputed::TooShort { have: n, need: CYCLES_NEEDED * period });
    }
    let need = LEAST_MEAN * n as f64;
    if recent.total() < need {
        return Err(NotComputed::TooFew { have: recent.total(), need });
    }
    let mean_days = recent.days().sum::<f64>() / n as f64;
    let counts: Vec<f64> = recent.counts().zip(recent.days()).map(|(count, days)| count / days * mean_days).collect();
    let scaled: Vec<f64> = counts.iter().map(|count| 2.0 * (count + ANSCOMBE).sqrt()).collect();
    let fit = stl(&scaled, period, SeasonWindow::Periodic, StlWeights::Robust).ok_or(NotComputed::Degenerate)?;
    let strength = strength(&fit).ok_or(NotComputed::Degenerate)?;
    let count = |scaled: f64| ((scaled.max(0.0) / 2.0).powi(2) - ANSCOMBE).max(0.0);
    let trend: Vec<f64> = fit.trend.iter().map(|t| count(*t)).collect();
    let seasonal: Vec<f64> =
        fit.trend.iter().zip(&fit.seasonal).zip(&trend).map(|((t, s), level)| count(t + s) - level).collect();
    let remainder = counts.iter().zip(trend.iter().zip(&seasonal)).map(|(count, (t, s))| count - t - s).collect();
    let at = recent.observations().iter().map(|o| o.at).collect();
    Ok(Decomposition { at, trend, seasonal, remainder, strength })
}

/// Strength of season of a sample, 0 to 1. Refused on sparse series and on fewer than two years: see [`decompose`].
pub fn season_strength(sample: &Sample) -> Result<f64, NotComputed> {
    decompose(sample).map(|parts| parts.strength)
}

/// How many of the newest values follow each other without a gap.
fn without_gap(sample: &Sample) -> usize {
    let observations = sample.observations();
    let gap = observations.windows(2).rposition(|pair| pair[1].at - pair[0].at != 1);
    observations.len() - gap.map_or(0, |before| before + 1)
}

/// `None` where season and remainder do not vary.
fn strength(fit: &Components) -> Option<f64> {
    let both: Vec<f64> = fit.seasonal.iter().zip(&fit.remainder).map(|(s, r)| s + r).collect();
    let all = variance(&both);
    (all > VARIES).then(|| (1.0 - variance(&fit.remainder) / all).clamp(0.0, 1.0))
}

/// The least variance on Anscombe's scale that is more than the rounding of equal values; that of a Poisson count is 1.
const VARIES: f64 = 1e-9;

fn variance(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (values.len() as f64 - 1.0)
}

#[cfg(test)]
mod tests;

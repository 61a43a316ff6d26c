//! How much the counts of a series scatter beyond chance.
//!
//! *Model.* Counts of mean mu, log-linear in time and season with the days as offset, and variance phi mu, or mu + mu^2 / theta.
//! *Estimates*, both by moments from the residuals of the fit: phi is Pearson's X2 by its degrees of freedom (McCullagh & Nelder
//! 1989, 4.5), never below 1; theta makes X2 with the negative-binomial variance equal to them (Breslow 1984). A change of level
//! inside the window that neither a line nor a season follows counts as scatter: tests get more careful, never less.
//!
//! *Uncertainty.* X2 of counts varies more than a chi-squared, because counts have heavier tails than normal deviates. Its
//! degrees of freedom are df / (1 + kappa / 2), where kappa is the mean excess kurtosis of the counts under the model,
//! 6 / theta + 1 / variance: those of the chi-squared with the same relative variance (Satterthwaite 1946).
//!
//! *Window.* The newest 36 periods of the history, which ends before both periods that are compared. Trend from
//! [`COUNTED_PER_TERM`] counted for each term on; season (up to three harmonics; one for quarters) from three years on, likewise.
//! *Degenerate input.* Fewer than [`HISTORY_NEEDED`] periods, or none with an incident: none.

use super::Sample;
use super::glm::{Fit, Regression};
use super::root::rising_root;
use nalgebra::DMatrix;
use std::f64::consts::TAU;

/// Periods looked at: three years of months, as for the trend.
pub const HISTORY_WINDOW: usize = 36;

/// Periods needed: with a trend fitted, twelve leave ten degrees of freedom, and a standard error of phi near a half.
pub const HISTORY_NEEDED: usize = 12;

/// Counted incidents for each coefficient that is fitted: ten events a variable (Peduzzi and others 1995).
pub const COUNTED_PER_TERM: f64 = 10.0;

/// Years needed for a season: with two, a single odd spring is half of what is known of springs.
const YEARS_FOR_SEASON: f64 = 3.0;

/// Harmonics of a season at most. For a sharp one (peak eight times the trough, mean 20) what two leave unexplained raises phi by
/// 0.4, what three leave by 0.13; three leave 28 of 36 degrees of freedom.
const HARMONICS: usize = 3;

/// Degrees of freedom are never fewer: a variance estimated from two values has as many.
const FEWEST_DF: f64 = 1.0;

/// Thetas are sought within e to this power of 1: beyond, counts are Poisson, or one count is all.
const LOG_REACH: f64 = 16.0;

/// Tolerance of theta on the log scale.
const TOLERANCE: f64 = 1e-9;

/// The scatter of a series, as its history shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersion {
    /// Variance over mean in the history, at least 1.
    pub phi: f64,
    /// Theta of a period by its mean days; `None` where the history shows no more scatter than chance.
    pub size_a_day: Option<f64>,
    /// Degrees of freedom behind it.
    pub df: f64,
    /// Periods behind it.
    pub periods: usize,
}

/// The dispersion of the newest [`HISTORY_WINDOW`] values of a history.
pub fn dispersion(history: &Sample) -> Option<Dispersion> {
    let window = history.newest(HISTORY_WINDOW);
    if window.len() < HISTORY_NEEDED || window.total() <= 0.0 {
        return None;
    }
    // The fullest design that the counts carry and that has a solution.
    let seasons = (1..=harmonics(&window)).rev().map(Terms::Season);
    let fit = seasons
        .chain([Terms::Trend, Terms::Level])
        .find_map(|terms| regression(&window, terms).and_then(|regression| regression.poisson()))?;
    let theta = theta(&window, &fit);
    let mean_days = window.days().sum::<f64>() / window.len() as f64;
    Some(Dispersion {
        phi: fit.dispersion().max(1.0),
        size_a_day: theta.map(|theta| theta / mean_days),
        df: theta.map_or(fit.residual_df as f64, |theta| degrees_of_freedom(&fit, theta)),
        periods: window.len(),
    })
}

/// Theta at which X2 with the negative-binomial variance meets its degrees of freedom, for the means of the Poisson fit, which
/// are unbiased under both; `None` where X2 is not above them at Poisson.
fn theta(window: &Sample, fit: &Fit) -> Option<f64> {
    let excess = |theta: f64| {
        let squares = window.counts().zip(&fit.fitted).map(|(y, &mu)| (y - mu).powi(2) / (mu + mu * mu / theta));
        squares.sum::<f64>() - fit.residual_df as f64
    };
    let root = || rising_root(|log: f64| excess(log.exp()), -LOG_REACH, LOG_REACH, TOLERANCE).exp();
    (fit.dispersion() > 1.0).then(root)
}

/// Degrees of freedom of X2 for counts with heavier tails than the normal.
fn degrees_of_freedom(fit: &Fit, theta: f64) -> f64 {
    let kurtosis =
        fit.fitted.iter().map(|&mu| 6.0 / theta + 1.0 / (mu + mu * mu / theta)).sum::<f64>() / fit.fitted.len() as f64;
    (fit.residual_df as f64 / (1.0 + kurtosis / 2.0)).max(FEWEST_DF)
}

/// What the mean of the history follows.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Terms {
    Level,
    Trend,
    /// Trend and so many harmonics of the year.
    Season(usize),
}

/// The regression of the window, or `None` where it is too short or too thin for the terms.
fn regression(window: &Sample, terms: Terms) -> Option<Regression> {
    let columns = match terms {
        Terms::Level => 1,
        Terms::Trend => 2,
        Terms::Season(harmonics) => 2 + 2 * harmonics,
    };
    if columns > 1 && window.total() < COUNTED_PER_TERM * (columns - 1) as f64 {
        return None;
    }
    let observations = window.observations();
    let middle = f64::midpoint(f64::from(observations[0].at), f64::from(observations[observations.len() - 1].at));
    let span = window.span() as f64;
    let design = DMatrix::from_fn(observations.len(), columns, |row, column| {
        let observation = observations[row];
        let turn = |n: usize| TAU * observation.phase * n as f64;
        match column {
            0 => 1.0,
            1 => (f64::from(observation.at) - middle) / span,
            odd if odd % 2 == 1 => turn(odd / 2).sin(),
            even => turn(even / 2).cos(),
        }
    });
    Regression::new(design, window.counts().collect(), window.days().map(f64::ln).collect())
}

/// Harmonics of the yearly cycle that the window can show: none where it is too short for a season or its periods too long.
fn harmonics(window: &Sample) -> usize {
    if (window.span() as f64) < YEARS_FOR_SEASON * window.per_year() {
        return 0;
    }
    match window.per_year() {
        months if months >= 12.0 => HARMONICS,
        quarters if quarters >= 4.0 => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R 4.2.2 `datasets::discoveries`, 1860-1959.
    const DISCOVERIES: [f64; 100] = [
        5., 3., 0., 2., 0., 3., 2., 3., 6., 1., 2., 1., 2., 1., 3., 3., 3., 5., 2., 4., 4., 0., 2., 3., 7., 12., 3.,
        10., 9., 2., 3., 7., 7., 2., 3., 3., 6., 2., 4., 3., 5., 2., 2., 4., 0., 4., 2., 5., 2., 3., 3., 6., 5., 8.,
        3., 6., 6., 0., 5., 2., 2., 2., 6., 3., 4., 4., 2., 2., 4., 7., 5., 3., 3., 0., 2., 2., 2., 1., 3., 4., 2., 2.,
        1., 1., 1., 2., 1., 4., 4., 3., 2., 1., 4., 1., 1., 1., 0., 0., 2., 0.,
    ];

    fn years(counts: &[f64]) -> Sample {
        let observation =
            |(at, &count): (usize, &f64)| super::super::Observation { at: at as i32, count, days: 365.0, phase: 0.5 };
        Sample::new(counts.iter().enumerate().map(observation).collect(), 1.0).expect("sound")
    }

    #[test]
    fn the_scatter_after_the_trend_is_that_of_the_reference() {
        // R, glm(discoveries ~ time, quasipoisson): phi 1.541413, on the whole series.
        let fit = regression(&years(&DISCOVERIES), Terms::Trend).and_then(|r| r.poisson()).expect("a fit");
        assert!((fit.dispersion() - 1.541_413).abs() < 5.1e-7, "{}", fit.dispersion());
        let newest = dispersion(&years(&DISCOVERIES)).expect("long enough");
        assert_eq!(newest.periods, 36);
    }

    #[test]
    fn a_season_and_a_trend_are_no_scatter() {
        let seasonal: Vec<f64> = (0..36)
            .map(|t| (4.0 + 0.02 * f64::from(t) + 0.8 * (TAU * (f64::from(t) + 0.5) / 12.0).sin()).exp().round())
            .collect();
        let found = dispersion(&Sample::months(&seasonal).expect("sound")).expect("long enough");
        assert_eq!((found.phi, found.size_a_day), (1.0, None));
    }

    #[test]
    fn degenerate_histories() {
        let of = |counts: &[f64]| dispersion(&Sample::months(counts).expect("sound"));
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[5.0; 11]), None);
        assert_eq!(of(&[0.0; 40]), None);
        assert_eq!(of(&[5.0; 40]).map(|d| d.phi), Some(1.0));
        let mut outlier = vec![3.0; 36];
        outlier[20] = 900.0;
        let found = of(&outlier).expect("long enough");
        assert!(found.phi > 50.0 && found.size_a_day.is_some() && found.df == FEWEST_DF, "{found:?}");
        let mut single = vec![0.0; 36];
        single[7] = 1.0;
        assert!(of(&single).is_some_and(|d| d.phi.is_finite()));
        let long: Vec<f64> = (0..10_000).map(|t| f64::from(t * 37 % 11)).collect();
        assert_eq!(of(&long).map(|d| d.periods), Some(36));
    }

    #[test]
    fn a_gap_keeps_the_places_in_time() {
        let mut observations = Sample::months(&DISCOVERIES[..40]).expect("sound").observations().to_vec();
        observations.drain(10..15);
        let found = dispersion(&Sample::new(observations, 12.0).expect("sound")).expect("long enough");
        assert!(found.phi >= 1.0 && found.periods == 35);
    }
}

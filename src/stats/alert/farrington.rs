//! Farrington's bound for the newest value, as improved by Noufaily: a quasi-Poisson regression on the same season of earlier years.
//!
//! Log-linear in time, with a factor for the part of the year where wanted (Noufaily and others 2013), on the values within `half_window`
//! of the same place in each of `years` earlier years, without the newest `left_out`. Values with an Anscombe residual above
//! [`RESIDUAL_LIMIT`] are weighed down by its square, so that an old outbreak does not hide a new one. The trend stays only where it is
//! significant at `trend_p`, the years are at least three, and its prediction does not exceed all that was seen (Farrington, Andrews, Beale
//! & Catchpole 1996). Dispersion `phi` by Pearson's X2, at least 1. Days are an offset.
//!
//! Two printed standard errors of the prediction differ, so both are here: see [`PredictionError`].

use super::tails;
use crate::stats::NotComputed;
use crate::stats::glm::{Fit, Regression};
use crate::stats::sample::{Observation, Sample};
use nalgebra::{DMatrix, DVector};
use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

/// Anscombe residual above which a value is weighed down. Noufaily and others 2013.
const RESIDUAL_LIMIT: f64 = 2.58;

/// Years below which no trend is fitted. Farrington and others 1996.
const YEARS_FOR_TREND: usize = 3;

/// How the bound follows from the fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FarringtonThreshold {
    /// Normal on the scale of the 2/3 power, with the variance of the prediction. Farrington and others 1996.
    Delta,
    /// Quantile of the negative binomial with the fitted mean and dispersion. Noufaily and others 2013.
    NegativeBinomial,
    /// The same at the upper end of the mean's interval. The variant called `muan` in R's surveillance.
    NegativeBinomialOfUpperMean,
}

/// The dispersion in the standard error of the prediction, and in the test of the trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PredictionError {
    /// `phi`, as in the paper.
    Published,
    /// Squared relative residuals over their degrees of freedom, as R's surveillance 1.20.3 has it: its fit carries the outbreak
    /// weights where the working weights belong. Smaller, by a factor of about the mean.
    Surveillance,
}

/// How to run it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FarringtonSetting {
    pub years: usize,
    pub half_window: i32,
    /// Newest values that stay out of the baseline, so that a starting outbreak does not raise its own bound.
    pub left_out: i32,
    /// Parts of the year; 1: only the windows are used, without a factor.
    pub parts: usize,
    /// 0: never a trend.
    pub trend_p: f64,
    pub threshold: FarringtonThreshold,
    pub error: PredictionError,
    /// One-sided error of each bound.
    pub alpha: f64,
}

/// The bounds for the newest value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FarringtonBound {
    pub expected: f64,
    pub lower: f64,
    pub upper: f64,
    pub dispersion: f64,
    /// Change of the log rate a period, where a trend was kept.
    pub trend: Option<f64>,
}

/// A value of the baseline: the part of the year it lies in (0: that of the newest), and its value.
type Row = (usize, Observation);

/// The bounds for the newest value of a sample. `TooShort` where a window is not wholly covered, `Degenerate` where the baseline
/// is all zero or has too few values for the factor.
pub fn farrington(sample: &Sample, setting: &FarringtonSetting) -> Result<FarringtonBound, NotComputed> {
    let (_, newest) = sample.split_newest().ok_or(NotComputed::TooShort { have: 0, need: 1 })?;
    let rows = reference(sample, newest, setting)?;
    let with_trend = (setting.years >= YEARS_FOR_TREND && setting.trend_p > 0.0)
        .then(|| Model::new(&rows, newest, Time::Linear, setting))
        .flatten()
        .filter(|model| model.trend_p() < setting.trend_p)
        .filter(|model| model.mean <= rows.iter().map(|(_, o)| o.count).fold(0.0, f64::max));
    let model = match with_trend {
        Some(model) => model,
        None => Model::new(&rows, newest, Time::Constant, setting).ok_or(NotComputed::Degenerate)?,
    };
    let (lower, upper) = model.bounds(setting);
    let trend = model.slope.map(|(slope, _)| slope);
    let bound = FarringtonBound { expected: model.mean, lower, upper, dispersion: model.phi, trend };
    let finite = [bound.expected, lower, upper].iter().all(|v| v.is_finite());
    if finite { Ok(bound) } else { Err(NotComputed::Degenerate) }
}

/// The baseline, oldest first.
fn reference(sample: &Sample, newest: Observation, setting: &FarringtonSetting) -> Result<Vec<Row>, NotComputed> {
    let years_ago = |years: usize| newest.at - (years as f64 * sample.per_year()).round() as i32;
    let width = 2 * setting.half_window + 1;
    let last = newest.at - setting.left_out - 1;
    let mut parts: Vec<(i32, i32, usize)> = Vec::new();
    for year in (1..=setting.years).rev() {
        let (from, next) = (years_ago(year) - setting.half_window, years_ago(year - 1) - setting.half_window);
        parts.push((from, from + width, 0));
        let others = i32::try_from(setting.parts.saturating_sub(1)).unwrap_or(0);
        if others > 0 {
            let (mut at, between) = (from + width, next - from - width);
            for part in 0..others {
                let length = between / others + i32::from(part < between % others);
                parts.push((at, at + length, 1 + part as usize));
                at += length;
            }
        }
    }
    let inside = |&(from, to, part): &(i32, i32, usize)| {
        let observations = sample.observations();
        let until = |at: i32| observations.partition_point(|o| o.at < at.min(last + 1));
        let slice = until(from)..until(to);
        observations[slice].iter().map(move |&o| (part, o))
    };
    let rows: Vec<Row> = parts.iter().flat_map(inside).collect();
    let need: i32 = parts.iter().map(|&(from, to, _)| (to.min(last + 1) - from).max(0)).sum();
    let need = usize::try_from(need).expect("lengths of windows are not negative");
    if rows.len() < need { Err(NotComputed::TooShort { have: rows.len(), need }) } else { Ok(rows) }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    Constant,
    Linear,
}

/// A fitted regression, and what it says of the newest value.
struct Model {
    mean: f64,
    /// Standard error of the mean.
    error: f64,
    phi: f64,
    /// Change of the log rate a period, with its standard error.
    slope: Option<(f64, f64)>,
    residual_df: usize,
}

impl Model {
    fn new(rows: &[Row], newest: Observation, time: Time, setting: &FarringtonSetting) -> Option<Model> {
        let slopes = usize::from(time == Time::Linear);
        // Time in thousands of periods keeps the columns of like size.
        let clock = |o: &Observation| f64::from(o.at - newest.at) / 1000.0;
        let design = DMatrix::from_fn(rows.len(), setting.parts.max(1) + slopes, |row, column| {
            let (part, o) = &rows[row];
            match (column, column.checked_sub(slopes)) {
                (0, _) => 1.0,
                (1, Some(0)) => clock(o),
                (_, level) => f64::from(u8::from(level == Some(*part))),
            }
        });
        let counts: Vec<f64> = rows.iter().map(|(_, o)| o.count).collect();
        let offset: Vec<f64> = rows.iter().map(|(_, o)| (o.days / newest.days).ln()).collect();
        let regression = Regression::new(design, counts.clone(), offset)?;
        let weights = outbreak_weights(&regression.poisson()?, &counts);
        let fit = regression.weighted(weights.clone())?.poisson()?;
        let phi = fit.dispersion().max(1.0);
        let scatter = match setting.error {
            PredictionError::Published => phi,
            PredictionError::Surveillance => {
                let relative = counts.iter().zip(&fit.fitted).map(|(y, mu)| ((y - mu) / mu).powi(2));
                relative.zip(&weights).map(|(square, weight)| square * weight).sum::<f64>() / fit.residual_df as f64
            }
        };
        let mut row = DVector::zeros(fit.coefficients.len());
        row[0] = 1.0;
        let (log_mean, error) = fit.predict(&row, 0.0);
        let mean = log_mean.exp();
        let slope = (time == Time::Linear)
            .then(|| (fit.coefficients[1] / 1000.0, fit.standard_error(1) * scatter.sqrt() / 1000.0));
        Some(Model { mean, error: mean * error * scatter.sqrt(), phi, slope, residual_df: fit.residual_df })
    }

    /// Two-sided p of the slope; 1 without one.
    fn trend_p(&self) -> f64 {
        let t = self.slope.map_or(0.0, |(slope, error)| (slope / error).abs());
        let student = StudentsT::new(0.0, 1.0, self.residual_df as f64);
        student.map_or(1.0, |student| 2.0 * student.sf(t))
    }

    fn bounds(&self, setting: &FarringtonSetting) -> (f64, f64) {
        let z = Normal::standard().inverse_cdf(1.0 - setting.alpha);
        let quantile = |level: f64, mean: f64| {
            let size = if self.phi > 1.0 { mean / (self.phi - 1.0) } else { f64::INFINITY };
            tails::quantile(level, mean, |y| tails::at_most(y, mean, size))
        };
        let end = |side: f64| (self.mean.ln() + side * z * self.error / self.mean).exp();
        match setting.threshold {
            FarringtonThreshold::Delta => {
                let power = 2.0 / 3.0;
                let spread = power * self.mean.powf(-1.0 / 3.0) * (self.phi * self.mean + self.error.powi(2)).sqrt();
                let at = |side: f64| (self.mean.powf(power) + side * z * spread).max(0.0).powf(1.0 / power);
                (at(-1.0), at(1.0))
            }
            FarringtonThreshold::NegativeBinomial => {
                (quantile(setting.alpha, self.mean), quantile(1.0 - setting.alpha, self.mean))
            }
            FarringtonThreshold::NegativeBinomialOfUpperMean => {
                (quantile(setting.alpha, end(-1.0)), quantile(1.0 - setting.alpha, end(1.0)))
            }
        }
    }
}

/// Weights that leave the sum of all at their number: 1 up to the limit, falling with the square of the residual above it.
fn outbreak_weights(fit: &Fit, counts: &[f64]) -> Vec<f64> {
    let phi = fit.dispersion().max(1.0);
    let residual = |((&y, &mu), &leverage): ((&f64, &f64), &f64)| {
        1.5 * (y.powf(2.0 / 3.0) * mu.powf(-1.0 / 6.0) - mu.sqrt()) / (phi * (1.0 - leverage)).sqrt()
    };
    let residuals = counts.iter().zip(&fit.fitted).zip(&fit.leverages).map(residual);
    let raw: Vec<f64> = residuals.map(|s| if s > RESIDUAL_LIMIT { s.powi(-2) } else { 1.0 }).collect();
    let scale = raw.len() as f64 / raw.iter().sum::<f64>();
    raw.iter().map(|weight| weight * scale).collect()
}

#[cfg(test)]
#[path = "farrington/oracles.rs"]
mod oracles;

//! The log-linear regression of a window: its design, its slope, and what autocorrelation does to the slope.

use super::growth::{EVENTS, TREND_PERIODS};
use crate::stats::glm::{Fit, Regression};
use crate::stats::{CONFIDENCE, Interval, NotComputed, Sample};
use nalgebra::DMatrix;
use statrs::distribution::{ContinuousCDF, Normal, StudentsT};
use std::f64::consts::TAU;

/// Years in the window from which on its season is told from its growth.
const SEASON_YEARS: f64 = 3.0;

/// Harmonics of the year: down to swings of four months. What a sharper season leaves counts as dispersion.
const HARMONICS: usize = 3;

/// Largest autocorrelation that the variance is inflated for, a factor of 19: beyond it nothing is ever called a trend anyway.
const LARGEST_AUTOCORRELATION: f64 = 0.9;

/// The column of the slope in the design.
const SLOPE: usize = 1;

/// A sample with its regression: a column of ones, years from the middle, then the season.
pub(super) struct Window<'a> {
    sample: &'a Sample,
    regression: Regression,
    poisson: Fit,
}

impl<'a> Window<'a> {
    /// The window that is the whole sample.
    pub fn of(sample: &'a Sample) -> Result<Window<'a>, NotComputed> {
        let (have, need) = (sample.len(), TREND_PERIODS);
        if have < need {
            return Err(NotComputed::TooShort { have, need });
        }
        let (have, need) = (sample.total(), EVENTS * 2.0);
        if have < need {
            return Err(NotComputed::TooFew { have, need });
        }
        let mut season = season(sample);
        loop {
            let regression = regression(sample, &season).ok_or(NotComputed::Degenerate)?;
            if let Some(poisson) = regression.poisson() {
                return Ok(Window { sample, regression, poisson });
            }
            // A season so sharp that a part of the year is empty has infinite coefficients: its finest term goes, and
            // what it would have explained counts as dispersion.
            season.pop().ok_or(NotComputed::Degenerate)?;
        }
    }

    pub fn sample(&self) -> &Sample {
        self.sample
    }

    pub fn poisson(&self) -> &Fit {
        &self.poisson
    }

    /// The negative-binomial fit and 1; where it has none, the Poisson fit and the factor by which its variance is too small.
    pub fn overdispersed(&self) -> (Fit, f64) {
        match self.regression.negative_binomial_adjusted(&self.poisson) {
            Some(fit) => (fit, 1.0),
            None => (self.poisson.clone(), self.poisson.dispersion().max(1.0)),
        }
    }

    /// max(1, (1 + r) / (1 - r)), with r the lag-1 autocorrelation of the Pearson residuals. Residuals of independent
    /// counts have a negative one, because coefficients were fitted to them: minus the sum of the hat matrix beside its
    /// diagonal, over the residual degrees of freedom. A positive r is raised by that; one that is not positive is no sign
    /// of autocorrelation, and raising it would cost independent series their power.
    pub fn inflation(&self, fit: &Fit) -> f64 {
        let observations = self.sample.observations();
        let counts: Vec<f64> = self.sample.counts().collect();
        let residuals: Vec<f64> = fit.pearson_residuals(&counts).collect();
        let square: f64 = residuals.iter().map(|r| r * r).sum();
        let neighbours = || (1..residuals.len()).filter(|&row| observations[row].at - observations[row - 1].at == 1);
        let product: f64 = neighbours().map(|row| residuals[row - 1] * residuals[row]).sum();
        if product <= 0.0 {
            return 1.0;
        }
        let fitted: f64 = neighbours().map(|row| self.regression.hat(fit, row - 1, row)).sum();
        let r = (product / square + fitted.max(0.0) / fit.residual_df as f64).min(LARGEST_AUTOCORRELATION);
        (1.0 + r) / (1.0 - r)
    }
}

/// The regression of a sample on its time and these terms.
fn regression(sample: &Sample, season: &[Season]) -> Option<Regression> {
    let observations = sample.observations();
    let middle = (f64::from(observations.first()?.at) + f64::from(observations.last()?.at)) / 2.0;
    let design = DMatrix::from_fn(sample.len(), 2 + season.len(), |row, column| match column {
        0 => 1.0,
        SLOPE => (f64::from(observations[row].at) - middle) / sample.per_year(),
        _ => season[column - 2].at(observations[row].phase),
    });
    Regression::new(design, sample.counts().collect(), sample.days().map(f64::ln).collect())
}

/// A term of the season.
#[derive(Clone, Copy)]
enum Season {
    Sine(f64),
    Cosine(f64),
}

impl Season {
    fn at(self, phase: f64) -> f64 {
        match self {
            Season::Sine(k) => (TAU * k * phase).sin(),
            Season::Cosine(k) => (TAU * k * phase).cos(),
        }
    }
}

/// The terms of the season that the window can tell: none below [`SEASON_YEARS`] or with too few counted, and no harmonic that
/// its periods are too long for. Phases are those of the middle of a period, so at two periods a swing only the sine differs from 0.
fn season(sample: &Sample) -> Vec<Season> {
    let mut terms = Vec::new();
    if (sample.span() as f64) < SEASON_YEARS * sample.per_year() {
        return terms;
    }
    for k in (1..=HARMONICS).map(|k| k as f64) {
        let enough = sample.total() >= EVENTS * (terms.len() + 4) as f64;
        if enough && 2.0 * k < sample.per_year() {
            terms.extend([Season::Sine(k), Season::Cosine(k)]);
        } else if enough && 2.0 * k == sample.per_year() {
            terms.push(Season::Sine(k));
        }
    }
    terms
}

/// A slope a year on the log scale, with the distribution that its error has.
pub(super) struct Slope {
    estimate: f64,
    error: f64,
    reference: Reference,
}

/// What a slope is judged against.
#[derive(Clone, Copy)]
pub(super) enum Reference {
    /// The dispersion is known.
    Normal,
    /// The dispersion was estimated with these degrees of freedom.
    Student(usize),
}

impl Slope {
    /// The slope of a fit, its variance multiplied by `scale`.
    pub fn of(fit: &Fit, scale: f64, reference: Reference) -> Slope {
        Slope { estimate: fit.coefficients[SLOPE], error: fit.standard_error(SLOPE) * scale.sqrt(), reference }
    }

    /// Two-sided, against no growth.
    pub fn p(&self) -> f64 {
        let size = (self.estimate / self.error).abs();
        let tail = match self.reference {
            Reference::Normal => Normal::standard().sf(size),
            Reference::Student(df) => student(df).sf(size),
        };
        (2.0 * tail).min(1.0)
    }

    /// Growth a year on the log scale.
    pub fn log(&self) -> Interval {
        let upper = 1.0 - (1.0 - CONFIDENCE) / 2.0;
        let width = self.error
            * match self.reference {
                Reference::Normal => Normal::standard().inverse_cdf(upper),
                Reference::Student(df) => student(df).inverse_cdf(upper),
            };
        Interval::new(self.estimate, self.estimate - width, self.estimate + width)
    }

    /// Factor a year.
    pub fn factor(&self) -> Interval {
        self.log().map(f64::exp)
    }
}

fn student(df: usize) -> StudentsT {
    StudentsT::new(0.0, 1.0, df as f64).expect("a fit has residual degrees of freedom")
}

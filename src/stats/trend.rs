//! The trend of a series: one verdict by one stated test, and other tests beside it that never vote.

mod growth;
mod hamed_rao;
mod kendall;
#[cfg(test)]
mod oracles;
mod seasonal_kendall;
mod sen;
mod window;

pub use growth::{Growth, TREND_PERIODS, growth};
pub use kendall::{Kendall, mann_kendall};

use super::season::season_strength;
use super::{Interval, NotComputed, Sample};
use serde::Serialize;
use std::f64::consts::LN_2;
use strum::VariantArray;
use window::{Reference, Slope, Window};

/// What the test says of the last 36 complete periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Rising,
    Falling,
    NoEvidence,
    TooLittleData,
}

impl Verdict {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A row of `trends.csv` for a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum TrendStatistic {
    /// The verdict's: factor a year of the negative-binomial log-linear rate.
    Growth,
    /// Factor a year of the Poisson and of the quasi-Poisson rate.
    GrowthPoisson,
    GrowthQuasiPoisson,
    /// Years in which the rate doubles; negative: in which it halves.
    DoublingTime,
    /// S, with its p.
    MannKendall,
    HamedRao,
    SeasonalKendall,
    /// Change a year within the places of the year.
    SeasonalSenSlope,
    /// Change a period, with its interval.
    SenSlope,
    /// Strength of season, 0 to 1 (Wang, Smith & Hyndman 2006), of the STL decomposition.
    SeasonStrength,
}

impl TrendStatistic {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A trend statistic of a sample. Low and high are empty where the statistic has no interval, p where it tests nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendValue {
    pub n: usize,
    pub estimate: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub p: Option<f64>,
}

/// Complete periods in the window of a trend.
pub const TREND_WINDOW: usize = 36;

/// Growth a year on the log scale that is a rounding error of none: it would double in a million million years.
const NO_GROWTH: f64 = 1e-12;

/// All trend statistics of the newest [`TREND_WINDOW`] values, in the order of [`TrendStatistic`].
pub fn trends(sample: &Sample) -> Vec<(TrendStatistic, Result<TrendValue, NotComputed>)> {
    let sample = sample.newest(TREND_WINDOW);
    let fits = Fits::of(&sample);
    TrendStatistic::VARIANTS.iter().map(|&statistic| (statistic, fits.value(statistic))).collect()
}

/// What several statistics share.
struct Fits<'a> {
    sample: &'a Sample,
    slopes: Result<Slopes, NotComputed>,
    at: Vec<i32>,
    counts: Vec<f64>,
}

struct Slopes {
    slope: Slope,
    poisson: Slope,
    /// Poisson's with the dispersion of the residuals.
    quasi: Slope,
}

impl<'a> Fits<'a> {
    fn of(sample: &'a Sample) -> Fits<'a> {
        let slopes = Window::of(sample).map(|window| {
            let fit = window.poisson();
            let quasi = Slope::of(fit, fit.dispersion().max(1.0), Reference::Student(fit.residual_df));
            let (_, slope) = growth::of(&window);
            Slopes { slope, poisson: Slope::of(fit, 1.0, Reference::Normal), quasi }
        });
        let at = sample.observations().iter().map(|o| o.at).collect();
        Fits { sample, slopes, at, counts: sample.counts().collect() }
    }

    fn value(&self, statistic: TrendStatistic) -> Result<TrendValue, NotComputed> {
        match statistic {
            TrendStatistic::Growth => self.growth(|slopes| &slopes.slope),
            TrendStatistic::GrowthPoisson => self.growth(|slopes| &slopes.poisson),
            TrendStatistic::GrowthQuasiPoisson => self.growth(|slopes| &slopes.quasi),
            TrendStatistic::DoublingTime => self.doubling_time(),
            TrendStatistic::MannKendall => self.test(self.long_enough().and_then(|()| mann_kendall(&self.counts))),
            TrendStatistic::HamedRao => {
                self.test(self.long_enough().and_then(|()| hamed_rao::hamed_rao(&self.at, &self.counts)))
            }
            TrendStatistic::SeasonalKendall => self.test(self.seasonal().map(|(test, _)| test)),
            TrendStatistic::SeasonalSenSlope => {
                let (test, slope) = self.seasonal()?;
                Ok(self.number(slope, Some(test.p())))
            }
            TrendStatistic::SenSlope => {
                self.long_enough()?;
                Ok(self.interval(sen::sen_slope(&self.at, &self.counts)?, None))
            }
            TrendStatistic::SeasonStrength => season_strength(self.sample).map(|strength| self.number(strength, None)),
        }
    }

    fn growth(&self, slope: impl Fn(&Slopes) -> &Slope) -> Result<TrendValue, NotComputed> {
        let slope = slope(self.slopes.as_ref().map_err(|&why| why)?);
        Ok(self.interval(slope.factor(), Some(slope.p())))
    }

    fn long_enough(&self) -> Result<(), NotComputed> {
        let (have, need) = (self.sample.len(), TREND_PERIODS);
        if have < need { Err(NotComputed::TooShort { have, need }) } else { Ok(()) }
    }

    fn seasonal(&self) -> Result<(Kendall, f64), NotComputed> {
        self.long_enough()?;
        let cycle = self.sample.per_year();
        if cycle < 2.0 || cycle.fract() != 0.0 {
            return Err(NotComputed::NoCycle);
        }
        seasonal_kendall::seasonal_kendall(&self.at, &self.counts, cycle as i32)
    }

    /// Years to twice the rate, from the growth a year on the log scale. Its interval is one only where the growth's is all on
    /// one side of 0: else it would reach over infinity.
    fn doubling_time(&self) -> Result<TrendValue, NotComputed> {
        let growth = self.slopes.as_ref().map_err(|&why| why)?.slope.log();
        if growth.estimate.abs() < NO_GROWTH {
            return Err(NotComputed::Degenerate);
        }
        let sure = !growth.contains(0.0);
        Ok(TrendValue {
            low: sure.then_some(LN_2 / growth.high),
            high: sure.then_some(LN_2 / growth.low),
            ..self.number(LN_2 / growth.estimate, None)
        })
    }

    fn test(&self, test: Result<Kendall, NotComputed>) -> Result<TrendValue, NotComputed> {
        test.map(|test| self.number(test.s, Some(test.p())))
    }

    fn number(&self, estimate: f64, p: Option<f64>) -> TrendValue {
        TrendValue { n: self.sample.len(), estimate, low: None, high: None, p }
    }

    fn interval(&self, value: Interval, p: Option<f64>) -> TrendValue {
        TrendValue { low: Some(value.low), high: Some(value.high), ..self.number(value.estimate, p) }
    }
}

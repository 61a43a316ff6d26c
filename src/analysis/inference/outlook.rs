//! Outlook: forecasts of the series that the report shows.

use super::super::Analysis;
use super::MEASURES;
use crate::cube::{Facet, Key};
use crate::measure::Measure;
use crate::period::Period;
use crate::stats::{self, Forecast, NotComputed};

/// The forecast of a series, and how all forecasters did on its past: the rows of `forecasts.csv` and `scores.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastRow {
    pub key: Key,
    pub measure: Measure,
    /// The last period that it knows.
    pub origin: Period,
    pub result: Result<Forecast, NotComputed>,
}

/// Periods between the end of coverage and the version date after which nothing is forecast: what is to come is long past.
pub const STALE_AFTER: usize = 3;

/// The forecasts of a series.
pub(in crate::analysis) fn forecasts(analysis: &Analysis, key: Key) -> Vec<ForecastRow> {
    let Some(origin) = analysis.latest else { return Vec::new() };
    let row = |&measure: &Measure| ForecastRow { key, measure, origin, result: of(analysis, key, measure, origin) };
    MEASURES.iter().map(row).collect()
}

fn of(analysis: &Analysis, key: Key, measure: Measure, origin: Period) -> Result<Forecast, NotComputed> {
    if key.facet != Facet::ALL || !analysis.shows(key.scope) {
        return Err(NotComputed::NotShown);
    }
    if let Some(today) = analysis.policy.as_of.or(analysis.version) {
        let late = Period::containing(today, origin.grain()).since(origin) - 1;
        if let Ok(periods) = usize::try_from(late)
            && periods > STALE_AFTER
        {
            return Err(NotComputed::Stale { periods });
        }
    }
    let sample = analysis.sample_to(key, measure, origin)?;
    stats::forecast(&sample, analysis.seed(key, measure, "forecast"))
}

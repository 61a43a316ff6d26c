//! The forecast of a series as it is drawn: its fan, the periods that it adds to the axis, and whose it is.

use super::found::range;
use super::words;
use crate::analysis::{Analysis, ForecastRow};
use crate::cube::Key;
use crate::figure::{Fan, FanStep, Future};
use crate::finding;
use crate::measure::Measure;
use crate::messages::{Message, Messages};
use crate::period::Period;
use crate::stats::{Forecast, Forecaster, Step};
use crate::text;
use std::ops::Range;

/// Periods that the resampling benchmark draws from.
const RESAMPLED: usize = 12;

/// A forecast that is shown.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub forecast: &'a Forecast,
    /// The last period that it knows.
    pub origin: Period,
}

impl<'a> Shown<'a> {
    /// The forecast of a series, if there is one.
    pub(super) fn of(analysis: &'a Analysis, key: Key, measure: Measure) -> Option<Shown<'a>> {
        let is_it = |row: &&ForecastRow| row.key == key && row.measure == measure;
        let row = analysis.forecasts.iter().find(is_it)?;
        let forecast = row.result.as_ref().ok().filter(|f| !f.steps.is_empty())?;
        Some(Shown { forecast, origin: row.origin })
    }

    /// The next period and its forecast.
    pub(super) fn next(&self) -> (Period, &'a Step) {
        (self.origin.plus(1), &self.forecast.steps[0])
    }

    fn from(&self, analysis: &Analysis, extent: &Range<usize>) -> Option<usize> {
        analysis.index(self.origin)?.checked_sub(extent.start).map(|origin| origin + 1)
    }

    /// As it is drawn over the periods shown.
    pub(super) fn fan(&self, analysis: &Analysis, extent: &Range<usize>) -> Option<Fan> {
        let step = |s: &Step| FanStep { median: s.median, half: s.half, wide: s.wide, widest: s.widest };
        let from = self.from(analysis, extent)?;
        Some(Fan { from, steps: self.forecast.steps.iter().map(step).collect() })
    }

    /// The end of the axis that it asks for.
    pub(super) fn future(&self, m: &Messages, analysis: &Analysis, extent: &Range<usize>) -> Option<Future> {
        let from = self.from(analysis, extent)?;
        let beyond = (from + self.forecast.steps.len()).saturating_sub(extent.len());
        let label = m.say(Message::ChartForecastLabel { forecaster: self.forecaster(m) });
        Some(Future { from, beyond, label })
    }

    /// In words, for a reader who cannot see it.
    pub(super) fn told(&self, m: &Messages) -> String {
        let step =
            |(i, s): (usize, &Step)| words::timed(m, range(m, s.wide.0, s.wide.1), self.origin.plus(i as i32 + 1));
        let steps: Vec<String> = self.forecast.steps.iter().enumerate().map(step).collect();
        m.say(Message::ChartToldForecast { forecaster: self.forecaster(m), steps: m.series(&steps) })
    }

    /// Small print: what the bands are, and how they did on the past.
    pub(super) fn note(&self, m: &Messages, name: String) -> String {
        let mut scores = self.forecast.scores.iter();
        let past = scores.find(|s| s.forecaster == self.forecast.shown && s.ahead == 1 && s.origins > 0);
        let past = past.map(|s| {
            m.say(Message::ChartNotePast {
                share: text::share(s.inside[1]),
                origins: s.origins.to_string(),
                grain: finding::grain(m, self.origin.grain()),
            })
        });
        m.say(Message::ChartNoteFan { name, past: past.unwrap_or_default() })
    }

    /// Who forecasts, as a label.
    fn forecaster(&self, m: &Messages) -> String {
        let grain = self.origin.grain();
        match self.forecast.shown {
            Forecaster::Resampled => {
                m.say(Message::ChartResampled { periods: finding::count_of_periods(m, grain, RESAMPLED) })
            }
            Forecaster::LastValue => m.say(Message::ChartLastValue { grain: finding::grain(m, grain) }),
            Forecaster::Pooled => m.say(Message::ForecasterModel {}),
        }
    }
}

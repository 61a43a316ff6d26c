//! From readings to what is drawn of them: states, bounds, bands, means and ratios.

use super::headline::at_least;
use super::words;
use crate::analysis::Analysis;
use crate::cube::{Entry, Key};
use crate::figure::{Point, State};
use crate::finding;
use crate::measure::{Amount, Cell, Measure, Reading};
use crate::messages::{Message, Messages};
use crate::period::{Grain, Period, Status};
use crate::series::{self, Finality, Series};
use crate::stats;
use crate::text;
use std::ops::Range;

/// Days in the mean of a daily series: four weeks, so that every weekday weighs the same.
const DAYS_IN_MEAN: u32 = 28;

/// The points of a measure over the periods shown; the killed with their band where the source has one.
pub(super) fn of(analysis: &Analysis, key: Key, measure: Measure, extent: &Range<usize>) -> Vec<Point> {
    let series = analysis.series(key, measure);
    let shown = &series.points()[extent.clone()];
    let has_range = measure == Measure::Killed && analysis.loaded.facts.reports.range.yes();
    let tally = has_range.then_some(|cell: &Cell| cell.killed);
    shown
        .iter()
        .map(|point| {
            let drawn = drawn(point);
            match (tally, drawn.value) {
                (Some(tally), Some(best)) => {
                    let toll = tally(&analysis.entry(key, point.period).cell);
                    drawn.between(toll.low.value().min(best), toll.high.value().max(best))
                }
                (None, _) | (_, None) => drawn,
            }
        })
        .collect()
}

/// One point of a series as it is drawn.
pub fn drawn(point: &series::Point) -> Point {
    let state = state(point.status, point.finality);
    match point.reading {
        _ if point.status == Status::NotCovered => Point::gap(State::NotCovered),
        Reading::Known(value) => Point::known(value, state),
        Reading::AtLeast(value) => Point::known(value, state).at_least(),
        Reading::Unreported => Point::gap(State::Unreported),
        Reading::NotCovered => Point::gap(State::NotCovered),
    }
}

pub(super) fn state(status: Status, finality: Finality) -> State {
    match (status, finality) {
        (Status::NotCovered, _) => State::NotCovered,
        (Status::Partial, _) => State::Partial,
        (Status::Complete, Finality::Provisional) => State::Provisional,
        (Status::Complete, Finality::Settled) => State::Complete,
    }
}

/// Periods in a mean over a year; four weeks for days, none for years.
pub(super) fn mean_length(grain: Grain) -> Option<usize> {
    match grain {
        Grain::Day => Some(DAYS_IN_MEAN as usize),
        Grain::Year => None,
        Grain::Week(_) | Grain::Month | Grain::Quarter | Grain::HalfYear => grain.per_year().map(|n| n as usize),
    }
}

/// The rolling mean of a year's worth of complete periods, with its name; `None` where no period shown has one.
pub(super) fn rolling(m: &Messages, series: &Series, extent: &Range<usize>) -> Option<(String, Vec<Point>)> {
    let grain = series.points().first()?.period.grain();
    let length = mean_length(grain)?;
    let means = stats::rolling_mean(series, length);
    let points: Vec<Point> =
        means[extent.clone()].iter().map(|mean| mean.map_or(Point::gap(State::Unreported), Point::complete)).collect();
    let is_known = points.iter().filter(|p| p.value.is_some()).count() > 1;
    let is_bound = series.points()[extent.clone()].iter().any(|p| matches!(p.reading, Reading::AtLeast(_)));
    let periods = finding::count_of_periods(m, grain, length);
    let name = if is_bound { Message::ChartMeanKnown { periods } } else { Message::ChartMean { periods } };
    is_known.then(|| (m.say(name), points))
}

/// What is counted under a key in several periods together.
pub(super) fn total(analysis: &Analysis, key: Key, periods: &[Period]) -> Cell {
    let mut sum = Cell::default();
    periods.iter().for_each(|&period| sum += analysis.entry(key, period).cell);
    sum
}

/// Part and whole of a share or a rate.
pub(super) type Ratio = (fn(&Cell) -> Amount, fn(&Cell) -> Amount);

/// For each period shown the ratio of two sums over the last year of complete periods up to it; a gap where the whole is below
/// `least`, or the year is not complete.
pub(super) fn trailing(
    analysis: &Analysis,
    key: Key,
    extent: &Range<usize>,
    (part, whole): Ratio,
    least: f64,
) -> Vec<Point> {
    let length = analysis.periods.first().and_then(|p| mean_length(p.grain())).unwrap_or(1);
    let cell = |index: usize| analysis.cube.get(key).and_then(|e| e.get(index as u32)).map(|e: Entry| e.cell);
    let is_complete = |index: usize| analysis.status(key.scope, analysis.periods[index]) == Status::Complete;
    extent
        .clone()
        .map(|last| {
            let Some(first) = (last + 1).checked_sub(length) else { return Point::gap(State::Unreported) };
            if !(first..=last).all(is_complete) {
                return Point::gap(State::Unreported);
            }
            let sum =
                |of: fn(&Cell) -> Amount| (first..=last).filter_map(cell).map(|cell| of(&cell)).sum::<Amount>().value();
            let (part, whole) = (sum(part), sum(whole));
            match whole >= least && whole > 0.0 {
                true => Point::complete(part / whole),
                false => Point::gap(State::Unreported),
            }
        })
        .collect()
}

/// What the line of [`trailing`] is called.
pub(super) fn trailing_name(m: &Messages, grain: Grain) -> String {
    match mean_length(grain) {
        Some(length) => m.say(Message::ChartLastOf { periods: finding::count_of_periods(m, grain, length) }),
        None => String::new(),
    }
}

/// The range and the latest complete value of a series, in a sentence for the alternative text.
pub(super) fn range(m: &Messages, analysis: &Analysis, key: Key, measure: Measure, extent: &Range<usize>) -> String {
    let series = analysis.series(key, measure);
    let complete: Vec<(Period, Reading, f64)> = series.points()[extent.clone()]
        .iter()
        .filter(|p| p.status == Status::Complete)
        .filter_map(|p| Some((p.period, p.reading, p.reading.value()?)))
        .collect();
    let by_value = |a: &&(Period, Reading, f64), b: &&(Period, Reading, f64)| a.2.total_cmp(&b.2);
    let (Some(low), Some(high), Some(last)) =
        (complete.iter().min_by(by_value), complete.iter().max_by(by_value), complete.last())
    else {
        return m.say(Message::ChartNoNumber {});
    };
    if high.2 == 0.0 {
        return m.say(Message::ChartZero {});
    }
    let told = |(period, reading, value): &(Period, Reading, f64)| {
        words::timed(m, at_least(m, *reading, text::count(*value)), *period)
    };
    m.say(Message::ChartToldRange { lowest: told(low), highest: told(high), latest: told(last) })
}

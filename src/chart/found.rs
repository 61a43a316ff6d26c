//! What the statistics say of one series, as it is drawn over its columns and as it is told: the expected range of the latest
//! value, levels between breaks, and a trend where there is one.

use super::strength;
use crate::analysis::{self, Analysis};
use crate::cube::Key;
use crate::figure::{Emphasis, Evidence, Expected, Ink, Level, Line, Point, Shift, Standing, State};
use crate::finding;
use crate::measure::Measure;
use crate::messages::{Message, Messages};
use crate::period::{Grain, Period, Status};
use crate::stats::{self, Alert, Interval, Judgement, TrendStatistic, TrendValue, Verdict};
use crate::text;
use std::ops::Range;

/// From this factor a year on a growth is told as a factor: 150 % a year is harder to read than 2.5 times.
const TOLD_AS_FACTOR: f64 = 2.0;

/// What is drawn and told of one panel.
#[derive(Default)]
pub(super) struct Found {
    pub evidence: Evidence,
    /// The curve of a trend.
    pub curve: Option<Line>,
    /// Sentences for the alternative text.
    pub told: Vec<String>,
    /// Small print that explains the marks.
    pub notes: Vec<String>,
}

impl Found {
    /// The line of a panel: levels and curves stand where else the rolling mean would.
    pub(super) fn lines(&self, mean: Option<(String, Vec<Point>)>) -> Vec<Line> {
        let mean = mean.map(|(name, points)| Line { name, ink: Ink::Past, emphasis: Emphasis::Main, points });
        let mean = mean.filter(|_| self.evidence.levels.is_empty() && self.curve.is_none());
        mean.into_iter().chain(self.curve.clone()).collect()
    }
}

/// What is found in a series, over the periods shown.
pub(super) fn of(m: &Messages, analysis: &Analysis, key: Key, measure: Measure, extent: &Range<usize>) -> Found {
    let mut found = Found::default();
    expect(m, analysis, (key, measure), extent, &mut found);
    let breaks = breaks(analysis, key, measure);
    levels(m, analysis, (key, measure), extent, &breaks, &mut found);
    if let Some((from, to, value)) = trend(analysis, key, measure, &breaks) {
        curve(m, analysis, (key, measure), extent, (from, to), value, &mut found);
    }
    found
}

fn expect(m: &Messages, analysis: &Analysis, (key, measure): (Key, Measure), extent: &Range<usize>, found: &mut Found) {
    let (Some(latest), Some((alert, judgement))) = (analysis.latest, strength::alert(analysis, key, measure)) else {
        return;
    };
    let period = analysis.index(latest).and_then(|index| index.checked_sub(extent.start));
    let Some(period) = period.filter(|_| alert.high > 0.0) else { return };
    let standing = standing(alert, judgement);
    let range = range(m, alert.low, alert.high);
    let label = m.say(match (standing, judgement) {
        (Standing::Above, _) => Message::ChartLabelAbove { range },
        (Standing::Below, _) => Message::ChartLabelBelow { range },
        (Standing::Within, Judgement::Suggestive) => Message::ChartLabelSuggestive { range },
        (Standing::Within, Judgement::Clear | Judgement::WithinChance) => Message::ChartLabelExpected { range },
    });
    found.told.push(m.say(Message::ChartToldExpected { label: label.clone(), when: finding::when(m, latest) }));
    let (short, periods) = (m.short_period(latest), m.periods(latest.grain()));
    found.notes.push(m.say(Message::ChartNoteBracket { period: short, periods }));
    found.evidence.expected = Some(Expected { period, low: alert.low, high: alert.high, standing, label });
}

/// A mark only where the number is out of line beyond chance, and so that a reader sees it.
fn standing(alert: &Alert, judgement: Judgement) -> Standing {
    match judgement {
        Judgement::Clear if alert.observed > alert.high => Standing::Above,
        Judgement::Clear if alert.observed < alert.low => Standing::Below,
        Judgement::Clear | Judgement::Suggestive | Judgement::WithinChance => Standing::Within,
    }
}

/// `7 to 23`.
pub(super) fn range(m: &Messages, low: f64, high: f64) -> String {
    m.say(Message::ChartRange { low: text::count(low), high: text::count(high) })
}

/// The breaks that are beyond chance, oldest first.
fn breaks(analysis: &Analysis, key: Key, measure: Measure) -> Vec<analysis::Shift> {
    let rows = analysis.breaks.iter().filter(|row| row.key == key && row.measure == measure);
    rows.filter(|row| row.judgement() == Some(Judgement::Clear)).filter_map(|row| row.result.ok().flatten()).collect()
}

fn levels(
    m: &Messages,
    analysis: &Analysis,
    (key, measure): (Key, Measure),
    extent: &Range<usize>,
    breaks: &[analysis::Shift],
    found: &mut Found,
) {
    let Some(latest) = analysis.latest.and_then(|latest| analysis.index(latest)).filter(|_| !breaks.is_empty()) else {
        return;
    };
    let place = |index: usize| index as f64 - extent.start as f64;
    for shift in breaks {
        let [at, low, high] = [shift.period, shift.earliest, shift.latest].map(|p| analysis.index(p).unwrap_or(latest));
        let factor = factor(m, shift.found.ratio);
        found.told.push(m.say(Message::ChartToldLevel {
            when: finding::when(m, shift.period),
            earliest: m.short_period(shift.earliest),
            latest: m.short_period(shift.latest),
            factor: factor.clone(),
        }));
        if at > extent.start {
            let label = m.say(Message::ChartShift { period: abbreviated(m, shift.period), factor });
            found.evidence.shifts.push(Shift { at: place(at), low: place(low), high: place(high), label });
        }
    }
    if found.evidence.shifts.is_empty() {
        return;
    }
    let declared = analysis.loaded.facts.breaks.iter();
    let declared = declared.filter_map(|b| analysis.periods.iter().position(|p| p.start() >= b.from));
    let mut ends: Vec<usize> = breaks.iter().filter_map(|s| analysis.index(s.period)).chain(declared).collect();
    ends.extend([0, latest + 1]);
    ends.sort_unstable();
    ends.dedup();
    let series = analysis.series(key, measure);
    for pair in ends.windows(2) {
        let points = series.points().get(pair[0]..pair[1]).unwrap_or_default();
        let known = points.iter().filter(|p| p.status == Status::Complete).filter_map(|p| p.reading.value());
        let (sum, count) = known.fold((0.0, 0usize), |(sum, n), value| (sum + value, n + 1));
        if count > 0 && pair[1] > extent.start && pair[1] <= latest + 1 {
            let from = place(pair[0]).max(0.0);
            found.evidence.levels.push(Level { from, to: place(pair[1]), value: sum / count as f64 });
        }
    }
    found.notes.push(m.say(Message::ChartNoteLevel {}));
}

/// `× 2.4 (1.9 to 3.1)`.
pub(super) fn factor(m: &Messages, ratio: Interval) -> String {
    let (estimate, low) = (factor_digits(ratio.estimate), factor_digits(ratio.low));
    m.say(match (ratio.estimate.is_finite(), ratio.high.is_finite()) {
        (true, true) => Message::ChartFactor { estimate, low, high: factor_digits(ratio.high) },
        (true, false) => Message::ChartFactorOpen { estimate, low },
        (false, _) => Message::ChartFactorNone { low },
    })
}

fn factor_digits(value: f64) -> String {
    let decimals = match value {
        small if small < 1.0 => 2,
        middling if middling < 10.0 => 1,
        _ => 0,
    };
    text::number(value, decimals)
}

/// `Apr 2023`.
fn abbreviated(m: &Messages, period: Period) -> String {
    match period.grain() {
        Grain::Month => m.short_month_of_year(period.start()),
        Grain::Day | Grain::Week(_) | Grain::Quarter | Grain::HalfYear | Grain::Year => period.label(),
    }
}

/// `; rising 40 % a year since November 2023`: what a title adds where the series has a trend.
pub(super) fn trend_clause(m: &Messages, analysis: &Analysis, key: Key, measure: Measure) -> Option<String> {
    let (from, _, value) = trend(analysis, key, measure, &breaks(analysis, key, measure))?;
    // What has no interval is not said.
    value.low.zip(value.high)?;
    let since = m.short_period(from);
    Some(m.say(match value.estimate {
        up if up >= TOLD_AS_FACTOR => Message::ChartClauseFactor { estimate: factor_digits(up), since },
        up if up > 1.0 => Message::ChartClauseUp { percent: percent(up), since },
        down => Message::ChartClauseDown { percent: percent(down), since },
    }))
}

/// A growth without its sign.
fn percent(factor: f64) -> String {
    text::number(((factor - 1.0) * 100.0).abs(), 0)
}

/// The window and the growth of a series that rises or falls. Where its level broke inside the window, the levels tell it better.
fn trend(
    analysis: &Analysis,
    key: Key,
    measure: Measure,
    breaks: &[analysis::Shift],
) -> Option<(Period, Period, TrendValue)> {
    let mut rows = analysis.trends.iter().filter(|row| row.key == key && row.measure == measure);
    let row = rows.find(|row| row.statistic == TrendStatistic::Growth)?;
    match row.verdict? {
        Verdict::Rising | Verdict::Falling => {
            let (from, to) = row.window?;
            let is_whole = breaks.iter().all(|shift| shift.period <= from);
            Some((from, to, row.result.ok()?)).filter(|_| is_whole)
        }
        Verdict::NoEvidence | Verdict::TooLittleData => None,
    }
}

/// `Rising 27 % a year (8 to 49)`.
fn growth(m: &Messages, value: &TrendValue) -> Option<String> {
    let (low, high) = (value.low?, value.high?);
    let (least, most) = (percent(low), percent(high));
    Some(m.say(match value.estimate {
        up if up >= TOLD_AS_FACTOR => Message::ChartGrowthFactor { factor: factor(m, Interval::new(up, low, high)) },
        up if up > 1.0 => Message::ChartGrowthUp { percent: percent(up), low: least, high: most },
        down => Message::ChartGrowthDown { percent: percent(down), low: most, high: least },
    }))
}

/// The curve of constant growth through what was counted in its window: it keeps the window's sum.
fn curve(
    m: &Messages,
    analysis: &Analysis,
    (key, measure): (Key, Measure),
    extent: &Range<usize>,
    (from, to): (Period, Period),
    value: TrendValue,
    found: &mut Found,
) {
    let (Some(first), Some(last)) = (analysis.index(from), analysis.index(to)) else { return };
    let (Some(name), Some(low), Some(high)) = (growth(m, &value), value.low, value.high) else { return };
    let series = analysis.series(key, measure);
    let centre = (first + last) as f64 / 2.0;
    let years = |index: usize| (index as f64 - centre) / stats::per_year(from.grain());
    let shape = |index: usize, a_year: f64| a_year.powf(years(index));
    let known = |index: &usize| {
        let point = &series.points()[*index];
        point.reading.value().filter(|_| point.status == Status::Complete)
    };
    let counted: f64 = (first..=last).filter_map(|i| known(&i)).sum();
    let fitted: f64 = (first..=last).filter(|i| known(i).is_some()).map(|i| shape(i, value.estimate)).sum();
    let point = |index: usize| {
        if !(first..=last).contains(&index) || fitted <= 0.0 {
            return Point::gap(State::Unreported);
        }
        let at = |a_year: f64| shape(index, a_year) * counted / fitted;
        let ends = (at(low), at(high));
        Point::complete(at(value.estimate)).between(ends.0.min(ends.1), ends.0.max(ends.1))
    };
    let (from, to) = (m.short_period(from), m.short_period(to));
    found.told.push(m.say(Message::ChartToldTrend { growth: name.clone(), from: from.clone(), to: to.clone() }));
    found.notes.push(m.say(Message::ChartNoteCurve { from, to }));
    let points = extent.clone().map(point).collect();
    found.curve = Some(Line { name, ink: Ink::Estimate, emphasis: Emphasis::Main, points });
}

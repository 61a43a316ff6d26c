//! Trends, alerts and breaks of level in words.

use super::Finding;
use super::chance::{estimate, interval_number, interval_percent, judged, why};
use super::claim::{Alerted, Shifted, Trend};
use super::words::{about, count_of, count_of_periods, grain, what, when};
use crate::messages::{Form, Message, Messages, Quantity};
use crate::period::Grain;
use crate::stats::{Detector, DetectorChoice, Direction, Interval, Judgement, Verdict};
use crate::text;

pub(super) fn trend(m: &Messages, finding: &Finding, trend: &Trend) -> String {
    let what = what(m, &finding.subject, trend.measure, None);
    let period = trend.window.map_or(finding.period, |(_, last)| last);
    let (value, found) = match &trend.growth {
        Ok(growth) => growth,
        Err(reason) => return m.say(Message::TrendUnknown { what, why: why(m, *reason, period.grain()) }),
    };
    let ends = Interval::new(value.estimate, value.low.unwrap_or(0.0), value.high.unwrap_or(f64::INFINITY));
    let (growth, interval) = (estimate(m, &ends), interval_percent(m, &ends));
    let window = count_of_periods(m, period.grain(), value.n);
    let (period, judged) = (m.period(period), judged(m, found));
    m.say(match (trend.verdict, found.judgement()) {
        (Verdict::Rising, _) => Message::TrendRising { what, window, period, growth, interval, judged },
        (Verdict::Falling, _) => Message::TrendFalling { what, window, period, growth, interval, judged },
        (Verdict::NoEvidence | Verdict::TooLittleData, Judgement::Clear | Judgement::Suggestive) => {
            Message::TrendSuggestive { what, window, period, growth, interval, judged }
        }
        (Verdict::NoEvidence | Verdict::TooLittleData, Judgement::WithinChance) => {
            Message::TrendNone { what, window, period, growth, interval, judged }
        }
    })
}

pub(super) fn alert(m: &Messages, finding: &Finding, alerted: &Alerted) -> String {
    let alert = &alerted.alert;
    let count = count_of(m, alerted.measure, alerted.kind, alert.observed.into());
    let count = about(m, &finding.subject, alerted.measure, count);
    let baseline = count_of_periods(m, finding.period.grain(), alert.baseline);
    let expected = text::number(alert.expected, 1);
    let (low, high) = (text::count(alert.low), text::count(alert.high));
    let period = m.period(finding.period);
    let (judged, bound) = (judged(m, &alerted.significance), bound(m, alerted));
    m.say(match alert.direction() {
        Direction::Up => Message::AlertUp { count, period, baseline, expected, low, high, judged, bound },
        Direction::Down => Message::AlertDown { count, period, baseline, expected, low, high, judged, bound },
    })
}

/// The classic bound beside the p, and why that detector.
fn bound(m: &Messages, alerted: &Alerted) -> String {
    let alert = &alerted.alert;
    let detector = detector(m, alert.bounds.detector);
    let said = match (alert.direction(), alert.bounds.lower) {
        (Direction::Up, _) => Message::BoundUpper { detector, bound: text::number(alert.bounds.upper, 1) },
        (Direction::Down, Some(lower)) => Message::BoundLower { detector, bound: text::number(lower, 1) },
        (Direction::Down, None) => Message::BoundNone { detector },
    };
    let chosen = match alert.why {
        DetectorChoice::LongEnough => Message::DetectorLong {},
        DetectorChoice::TooShortForFarrington => Message::DetectorShort {},
        DetectorChoice::TooSparseForFarrington => Message::DetectorSparse {},
    };
    m.say(Message::Bound { said: m.say(said), chosen: m.say(chosen) })
}

/// The classic detector by name.
pub(super) fn detector(m: &Messages, detector: Detector) -> String {
    m.say(match detector {
        Detector::FarringtonNoufaily => Message::DetectorFarrington {},
        Detector::EarsC2 => Message::DetectorEars {},
        Detector::Cusum => Message::DetectorCusum {},
    })
}

pub(super) fn shifted(m: &Messages, finding: &Finding, shifted: &Shifted) -> String {
    let what = what(m, &finding.subject, shifted.measure, None);
    let level = |mean: f64| text::number(mean, 1);
    let (before, after) = (level(shifted.before), level(shifted.after));
    let grain = grain(m, finding.period.grain());
    let interval = ratio(m, &shifted.ratio);
    let came = if shifted.earliest == shifted.latest {
        when(m, shifted.earliest)
    } else {
        m.say(Message::Between { earliest: m.period(shifted.earliest), latest: m.period(shifted.latest) })
    };
    let judged = judged(m, &shifted.significance);
    let first = m.period(shifted.first);
    let rose = shifted.after > shifted.before;
    m.say(match (shifted.until.map(|until| m.period(until)), rose) {
        (None, true) => Message::LevelRose { what, first, before, after, grain, interval, judged, came },
        (None, false) => Message::LevelFell { what, first, before, after, grain, interval, judged, came },
        (Some(until), true) => {
            Message::LevelHadRisen { what, first, until, before, after, grain, interval, judged, came }
        }
        (Some(until), false) => {
            Message::LevelHadFallen { what, first, until, before, after, grain, interval, judged, came }
        }
    })
}

/// `2.4 times as many, 95 % interval 1.9 to 3.1`, or only the interval where a level was nought.
fn ratio(m: &Messages, ratio: &Interval) -> String {
    if !ratio.estimate.is_finite() || !ratio.high.is_finite() {
        return m.say(Message::FromNought {});
    }
    let times = Quantity { text: text::number(ratio.estimate, 2), form: Form::MANY };
    m.say(Message::Times { n: times, interval: interval_number(m, ratio, 2) })
}

/// Means a period from a rate a day.
pub fn a_period(rate: f64, grain: Grain) -> f64 {
    rate * 365.25 / crate::stats::per_year(grain)
}

//! Forecasts, how they did, lethality, what was withheld and how many tests were made, in words.

use super::chance::{interval_number, why};
use super::words::{about, count_of, count_of_periods, plural, what, when};
use super::{Asked, Deadliness, Finding, Kept, Outlook, Question, Withheld};
use crate::messages::{Form, Message, Messages, Quantity};
use crate::period::Period;
use crate::stats::{Forecaster, Lethality, Step};
use crate::text;

/// Periods ahead that a sentence names; the rest stand in the table.
const STEPS_SAID: usize = 3;

/// The place of the 80 % interval among those whose past coverage is scored.
const WIDE: usize = 1;

/// A number that is expected, not counted: `61.8`.
fn expected(value: f64) -> Quantity {
    Quantity { text: text::number(value, 1), form: Form::MANY }
}

pub(super) fn forecast(m: &Messages, finding: &Finding, outlook: &Outlook) -> String {
    let grain = finding.period.grain();
    let found = match &outlook.result {
        Ok(found) => found,
        Err(reason) => {
            let what = what(m, &finding.subject, outlook.measure, None);
            return m.say(Message::ForecastRefused { what, why: why(m, *reason, grain) });
        }
    };
    let steps: Vec<String> = (found.steps.iter().take(STEPS_SAID))
        .map(|step| {
            let (low, high) = (text::count(step.wide.0), text::count(step.wide.1));
            let period = m.period(target(finding.period, step));
            let mean = expected(step.mean);
            m.say(if step.ahead == 1 {
                let count = about(m, &finding.subject, outlook.measure, count_of(m, outlook.measure, None, mean));
                Message::ForecastFirst { count, period, low, high }
            } else {
                Message::ForecastNext { mean: mean.text, period, low, high }
            })
        })
        .collect();
    let score = found.scores.iter().find(|score| score.forecaster == found.shown && score.ahead == 1);
    let past = score.filter(|score| score.origins > 0).map(|score| {
        m.say(Message::ForecastPast { n: (score.origins as f64).into(), inside: text::share(score.inside[WIDE]) })
    });
    let steps = m.list(&steps);
    let name = forecaster(m, found.shown);
    let forecaster = match found.shown {
        Forecaster::Pooled => name,
        Forecaster::Resampled | Forecaster::LastValue => m.say(Message::ForecastBenchmark { forecaster: name }),
    };
    m.say(Message::Forecast { forecaster, steps, past: past.unwrap_or_default() })
}

/// Who forecasts, for a sentence and for the cell of a table.
pub fn forecaster(m: &Messages, forecaster: Forecaster) -> String {
    m.say(match forecaster {
        Forecaster::Resampled => Message::ForecasterResampled {},
        Forecaster::LastValue => Message::ForecasterLast {},
        Forecaster::Pooled => Message::ForecasterModel {},
    })
}

pub(super) fn kept(m: &Messages, finding: &Finding, kept: &Kept) -> String {
    let count = |value| count_of(m, kept.measure, None, value);
    let expected = about(m, &finding.subject, kept.measure, count(expected(kept.mean)));
    let (label, when) = (kept.label.clone(), when(m, kept.target));
    let (low, high) = (text::count(kept.low80), text::count(kept.high80));
    let observed = text::count(kept.observed);
    m.say(match kept.observed {
        below if below < kept.low80 => Message::KeptBelow { label, expected, when, low, high, observed },
        above if above > kept.high80 => Message::KeptAbove { label, expected, when, low, high, observed },
        _ => Message::KeptInside { label, expected, when, low, high, observed },
    })
}

pub(super) fn lethality(m: &Messages, finding: &Finding, deadliness: &Deadliness) -> String {
    let period = finding.period;
    let year = |ago: i32| -> Option<String> {
        let n = period.grain().per_year().map_or(1, |n| n as usize);
        let last = period.plus(-ago * i32::try_from(n).expect("a year has few periods"));
        (n > 1).then(|| {
            m.say(Message::PeriodsTo { periods: count_of_periods(m, period.grain(), n), last: m.period(last) })
        })
    };
    let mut said = Vec::new();
    match (&deadliness.year, year(0)) {
        (Ok(found), Some(window)) => {
            said.push(described(m, window, found));
            if let Ok(latest) = &deadliness.latest {
                said.push(beside(m, m.period(period), latest));
            }
        }
        (Ok(_) | Err(_), _) => match &deadliness.latest {
            Ok(latest) => said.push(described(m, m.period(period), latest)),
            Err(reason) => return m.say(Message::LethalityUnknown { why: why(m, *reason, period.grain()) }),
        },
    }
    if let (Ok(before), Some(window)) = (&deadliness.year_before, year(1)) {
        said.push(beside(m, window, before));
    }
    said.join(" ")
}

fn described(m: &Messages, window: String, found: &Lethality) -> String {
    let lethal = found.lethal_share;
    m.say(Message::Lethality {
        window,
        mean: text::number(found.killed_per_incident.estimate, 2),
        interval: interval_number(m, &found.killed_per_incident, 2),
        without: text::number(found.without_deadliest, 2),
        median: text::count(found.median),
        maximum: text::count(found.maximum),
        lethal: text::share(lethal.estimate),
        lethal_interval: super::chance::interval_share(m, &lethal),
    })
}

fn beside(m: &Messages, window: String, found: &Lethality) -> String {
    let mean = text::number(found.killed_per_incident.estimate, 2);
    let interval = interval_number(m, &found.killed_per_incident, 2);
    let lethal = text::share(found.lethal_share.estimate);
    m.say(Message::LethalityBeside { window, mean, interval, lethal })
}

pub(super) fn withheld(m: &Messages, finding: &Finding, withheld: &Withheld) -> String {
    let questions: Vec<String> = withheld.questions.iter().map(|&question| none_of(m, question)).collect();
    let measures: Vec<String> = withheld.measures.iter().map(|&measure| plural(m, measure, None)).collect();
    let first = withheld.measures.first().copied().unwrap_or(crate::measure::Measure::Incidents);
    let what = about(m, &finding.subject, first, m.list(&measures));
    let why = why(m, withheld.reason, finding.period.grain());
    m.say(Message::Withheld { questions: m.list(&questions), what, why })
}

/// `no change`, `no alert`.
fn none_of(m: &Messages, question: Question) -> String {
    m.say(match question {
        Question::Change => Message::NoChange {},
        Question::Trend => Message::NoTrend {},
        Question::Alert => Message::NoAlert {},
        Question::Break => Message::NoBreak {},
        Question::Record => Message::NoRecord {},
    })
}

pub(super) fn asked(m: &Messages, asked: &[Asked]) -> String {
    let sum = |number: fn(&Asked) -> usize| asked.iter().map(number).sum::<usize>() as f64;
    let each: Vec<String> = (asked.iter().filter(|one| one.tests > 0))
        .map(|one| {
            let n: Quantity = (one.tests as f64).into();
            let tests = m.say(match one.question {
                Question::Change | Question::Record => Message::TestsOfChange { n },
                Question::Trend => Message::TestsOfTrend { n },
                Question::Alert => Message::TestsOfAlert { n },
                Question::Break => Message::TestsOfBreak { n },
            });
            let (clear, nominal) = (text::count(one.clear as f64), text::count(one.nominal as f64));
            m.say(Message::TestsFound { tests, clear, nominal })
        })
        .collect();
    if each.is_empty() {
        return m.say(Message::NothingTested {});
    }
    let left_out = match sum(|one| one.left_out) {
        0.0 => String::new(),
        some => m.say(Message::TestsLeftOut { n: some.into() }),
    };
    m.say(Message::Tests { n: sum(|one| one.tests).into(), each: m.clauses(&each), left_out })
}

/// The label of the period that a step ahead of an origin is about.
pub fn target(origin: Period, step: &Step) -> Period {
    origin.plus(i32::try_from(step.ahead).expect("a horizon is short"))
}

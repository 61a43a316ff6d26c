//! Levels and records in words.

use super::words::{about, any, count_of, grain, twelve};
use super::{Finding, Level};
use crate::incident::Kind;
use crate::measure::Measure;
use crate::messages::{Message, Messages};
use crate::period::Grain;
use crate::stats::{Certainty, Extreme, Record};
use crate::text;

pub(super) fn level(m: &Messages, finding: &Finding, level: &Level) -> String {
    let counts = |incidents: f64, killed: Option<f64>, decimals: usize| {
        let shown = |value: f64| crate::messages::Quantity {
            text: text::number(value, decimals),
            form: crate::messages::Form::MANY,
        };
        let mut counts = vec![m.say(Message::Incidents { n: shown(incidents) })];
        counts.extend(killed.map(|killed| m.say(Message::CountKilled { n: shown(killed) })));
        m.list(&counts)
    };
    let period = finding.period;
    let mut said = Vec::new();
    if period.grain() != Grain::Day {
        said.push(m.say(Message::PerDay {
            period: m.period(period),
            counts: counts(level.incidents_a_day, level.killed_a_day, 2),
        }));
    }
    if let Some(incidents) = level.incidents_of_twelve {
        said.push(m.say(Message::MeanOfTwelve {
            twelve: twelve(m, period.grain()),
            period: m.period(period),
            counts: counts(incidents, level.killed_of_twelve, 1),
            grain: grain(m, period.grain()),
        }));
    }
    said.join(" ")
}

pub(super) fn record(m: &Messages, finding: &Finding, measure: Measure, kind: Option<Kind>, record: &Record) -> String {
    let about = |what: String| about(m, &finding.subject, measure, what);
    let (grain, begins) = (grain(m, finding.period.grain()), m.period(record.begins));
    let since = record.since.map(|(since, _)| m.period(since));
    let n = record.value.into();
    let said = if record.value == 0.0 {
        let what = about(any(m, measure, kind));
        let period = m.period(finding.period);
        match since {
            Some(since) => m.say(Message::FirstWithout { period, grain, what, since, begins }),
            None => m.say(Message::FirstWithoutEver { period, grain, what, begins }),
        }
    } else {
        let what = about(count_of(m, measure, kind, n));
        let when = m.period(finding.period);
        let extreme = m.say(match record.extreme {
            Extreme::Highest => Message::RecordHighest {},
            Extreme::Lowest => Message::RecordLowest {},
        });
        let then = match record.since {
            Some((_, Some(value))) if value == record.value => m.say(Message::ThenEqual {}),
            Some((_, Some(value))) => m.say(Message::ThenValue { value: text::count(value) }),
            Some((_, None)) => m.say(Message::ThenUnknown {}),
            None => String::new(),
        };
        match since {
            Some(since) => m.say(Message::RecordSince { what, when, extreme, grain, since, then, begins }),
            None => m.say(Message::RecordEver { what, when, extreme, grain, begins }),
        }
    };
    match record.certainty {
        Certainty::Exact => said,
        Certainty::LowerBounds => {
            let mut letters = said.chars();
            let sentence = letters.next().map(|c| c.to_lowercase().chain(letters).collect()).unwrap_or_default();
            m.say(Message::RecordOfKnown { sentence })
        }
    }
}

//! Tactics, targets, attribution and silences in words.

use super::words::{count_of_kind, percent_of};
use super::{Finding, Mix, MixOf, Unnamed};
use crate::messages::{Message, Messages, Quantity};
use crate::period::Day;
use crate::stats::{self, Silence};
use crate::text;

pub(super) fn mix(m: &Messages, mix: &Mix) -> String {
    let entries: Vec<String> = (mix.top.iter())
        .map(|(name, n)| {
            let (name, count) = (name.clone(), text::count(*n));
            m.say(if mix.stated < stats::MINIMUM_BASE {
                Message::MixEntryCount { name, n: count }
            } else {
                Message::MixEntry { name, n: count, share: text::share(n / mix.stated) }
            })
        })
        .collect();
    let list = m.list(&entries);
    let incidents = count_of_kind(m, mix.kind, mix.stated.into());
    m.say(match mix.of {
        MixOf::Tactics => Message::MixTactics { incidents, list },
        MixOf::Targets => Message::MixTargets { incidents, list },
    })
}

/// The share of the period before, and the period; nothing where it had too few incidents to take a share of.
fn before(m: &Messages, unnamed: &Unnamed) -> Option<(f64, String, String)> {
    let (period, part, whole) = unnamed.before.filter(|(_, _, whole)| *whole >= stats::MINIMUM_BASE)?;
    Some((part, text::share(part / whole), m.period(period)))
}

pub(super) fn unnamed(m: &Messages, finding: &Finding, unnamed: &Unnamed) -> String {
    match unnamed.now {
        None => m.say(Message::UnnamedNotMeasured { source: finding.title.clone() }),
        Some((_, 0.0)) => m.say(Message::UnnamedNone {}),
        Some((0.0, whole)) => {
            let before = before(m, unnamed).filter(|(part, ..)| *part > 0.0);
            let before = before.map(|(_, share, period)| m.say(Message::UnnamedBeforeAll { share, period }));
            m.say(Message::UnnamedAll { of: text::count(whole), before: before.unwrap_or_default() })
        }
        Some((part, whole)) => m.say(Message::Unnamed {
            n: part.into(),
            of: text::count(whole),
            share: percent_of(m, part, whole),
            before: share_before(m, unnamed),
        }),
    }
}

fn share_before(m: &Messages, unnamed: &Unnamed) -> String {
    let before = before(m, unnamed);
    before.map(|(_, share, period)| m.say(Message::ShareBefore { share, period })).unwrap_or_default()
}

pub(super) fn suspected(m: &Messages, finding: &Finding, suspected: &Unnamed) -> String {
    match suspected.now {
        None => m.say(Message::SuspectedNotMeasured { source: finding.title.clone() }),
        Some((0.0, whole)) => {
            let before = before(m, suspected).filter(|(part, ..)| *part > 0.0);
            let before = before.map(|(_, share, period)| m.say(Message::SuspectedBeforeNone { share, period }));
            m.say(Message::SuspectedNone { of: text::count(whole), before: before.unwrap_or_default() })
        }
        Some((part, whole)) => m.say(Message::Suspected {
            n: part.into(),
            of: text::count(whole),
            share: percent_of(m, part, whole),
            before: share_before(m, suspected),
        }),
    }
}

pub(super) fn silence(m: &Messages, finding: &Finding, silence: Silence, begins: Day) -> String {
    let group = finding.subject.name().into_owned();
    m.say(match silence {
        Silence::Quiet { last, expected } => {
            Message::Quiet { group, last: m.period(last), expected: Quantity::from(expected.round()).text }
        }
        Silence::New { first } => Message::New { group, first: m.period(first), begins: m.day(begins) },
    })
}

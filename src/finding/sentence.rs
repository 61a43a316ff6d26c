//! Findings and caveats in words. Which words belong to which claim; the words themselves stand in the message tables.

use super::words::{measure_name, sentence_case};
use super::{Caveat, Claim, Finding, part, whole};
use crate::messages::{Message, Messages};
use crate::source::Attribution;
use crate::{stats, text};

/// The finding as one paragraph of one to three sentences.
pub fn sentence(m: &Messages, finding: &Finding) -> String {
    let said = match &finding.claim {
        Claim::Total(total) => whole::total(m, finding, total),
        Claim::Compared(compared) => whole::compared(m, finding, compared),
        Claim::Level(level) => whole::level(m, finding, level),
        Claim::Record { measure, record } => whole::record(m, finding, *measure, record),
        Claim::Ledgers(ledgers) => part::ledgers(m, ledgers),
        Claim::Margin(margin) => part::margin(m, margin),
        Claim::Suicide(suicide) => part::suicide(m, finding, suicide),
        Claim::Taken { arrested, abducted } => part::taken(m, finding, *arrested, *abducted),
        Claim::Failed { failed, attacks } => {
            let attacks = super::count_of_kind(m, Some(crate::incident::Kind::Attack), (*attacks).into());
            m.say(Message::Failed { n: (*failed).into(), attacks })
        }
        Claim::Deadliest(deadliest) => part::deadliest(m, deadliest),
        Claim::Region(region) => part::region(m, finding, region),
        Claim::Group(group) => part::group(m, finding, group),
        Claim::Mix(mix) => part::mix(m, mix),
        Claim::Unnamed(unnamed) => part::unnamed(m, finding, unnamed),
        Claim::Suspected(suspected) => part::suspected(m, finding, suspected),
        Claim::Silence { silence, begins } => part::silence(m, finding, *silence, *begins),
        Claim::SoFar(so_far) => whole::so_far(m, finding, so_far),
    };
    sentence_case(&said)
}

/// The caveat of a finding about `source`, as one sentence.
pub fn caveat(m: &Messages, source: &str, caveat: &Caveat) -> String {
    let said = m.say(match caveat {
        Caveat::UnknownTolls { measure, unknown, incidents } => Message::CaveatUnknownTolls {
            n: (*unknown).into(),
            incidents: text::count(*incidents),
            measure: measure_name(m, *measure),
        },
        Caveat::NotReported { measures } => {
            let names: Vec<String> = measures.iter().map(|&measure| measure_name(m, measure)).collect();
            Message::CaveatNotReported { source: source.to_owned(), measures: text::list(&names) }
        }
        Caveat::Provisional { period } => Message::CaveatProvisional { period: period.name() },
        Caveat::KnownOnly => Message::CaveatKnownOnly {},
        Caveat::SmallBase => Message::CaveatSmallBase { minimum: text::count(stats::MINIMUM_BASE) },
        Caveat::PeriodLengths { current_days, base_days, ratio } => Message::CaveatPeriodLengths {
            current_days: current_days.to_string(),
            base_days: base_days.to_string(),
            change: text::change(*ratio),
        },
        Caveat::OneIncident { killed, of } => {
            Message::CaveatOneIncident { killed: text::count(*killed), of: text::count(*of) }
        }
        Caveat::Counting(Attribution::Involved) => Message::CaveatInvolved {},
        Caveat::Counting(Attribution::First) => Message::CaveatFirst {},
        Caveat::Counting(Attribution::Initiator) => Message::CaveatInitiator {},
        Caveat::Counting(Attribution::Fractional) => Message::CaveatFractional {},
        Caveat::NoDirection => Message::CaveatNoDirection {},
        Caveat::UnnamedMoved { before, now } => {
            Message::CaveatUnnamedMoved { before: text::share(*before), now: text::share(*now) }
        }
        Caveat::Gated { years: (from, to), incidents, killed } => Message::CaveatGated {
            n: (*incidents).into(),
            killed: m.say(Message::CountKilled { n: (*killed).into() }),
            from: from.to_string(),
            to: to.to_string(),
        },
        Caveat::Filtered => Message::CaveatFiltered {},
        Caveat::CollectionBreak { from, note } => Message::CaveatBreak { from: from.long(), note: note.clone() },
        Caveat::NewName => Message::CaveatNewName {},
        Caveat::Renamed => Message::CaveatRenamed {},
        Caveat::CompleteWith { covered } => {
            Message::CaveatCompleteWith { covered: format!("--covered {}..{}", covered.start(), covered.end()) }
        }
    });
    sentence_case(&said)
}

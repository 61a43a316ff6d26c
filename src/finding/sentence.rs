//! Findings and caveats in words. Which words belong to which claim; the words themselves stand in the message tables.

use super::words::{measure_name, sentence_case};
use super::{Caveat, Claim, Finding, ledger, level, mix, outlook, pair, part, suicide, trend, whole};
use crate::messages::{Message, Messages};
use crate::source::Attribution;
use crate::{stats, text};

/// The finding as one paragraph of one to three sentences.
pub fn sentence(m: &Messages, finding: &Finding) -> String {
    let said = match &finding.claim {
        Claim::Total(total) => whole::total(m, finding, total),
        Claim::Compared(compared) => whole::compared(m, finding, compared),
        Claim::Level(mean) => level::level(m, finding, mean),
        Claim::Record { measure, kind, record } => level::record(m, finding, *measure, *kind, record),
        Claim::Trend(verdict) => trend::trend(m, finding, verdict),
        Claim::Alert(alerted) => trend::alert(m, finding, alerted),
        Claim::Break(shifted) => trend::shifted(m, finding, shifted),
        Claim::Ledgers(ledgers) => ledger::ledgers(m, ledgers),
        Claim::Margin(margin) => ledger::margin(m, margin),
        Claim::Lethality(deadliness) => outlook::lethality(m, finding, deadliness),
        Claim::Suicide(attacks) => suicide::suicide(m, finding, attacks),
        Claim::FirstSuicide { attacks, begins } => suicide::first_suicide(m, finding, *attacks, *begins),
        Claim::Taken { arrested, abducted } => suicide::taken(m, finding, *arrested, *abducted),
        Claim::Failed { failed, attacks } => {
            let attacks = super::count_of_kind(m, Some(crate::incident::Kind::Attack), (*attacks).into());
            m.say(Message::Failed { n: (*failed).into(), attacks })
        }
        Claim::Claimed(claimed) => suicide::claimed(m, claimed),
        Claim::Deadliest(deadliest) => suicide::deadliest(m, deadliest),
        Claim::Region(region) => part::region(m, finding, region),
        Claim::Group(group) => part::group(m, finding, group),
        Claim::Mix(tactics) => mix::mix(m, tactics),
        Claim::Unnamed(unnamed) => mix::unnamed(m, finding, unnamed),
        Claim::Suspected(suspected) => mix::suspected(m, finding, suspected),
        Claim::Silence { silence, begins } => mix::silence(m, finding, *silence, *begins),
        Claim::SoFar(so_far) => whole::so_far(m, finding, so_far),
        Claim::Forecast(next) => outlook::forecast(m, finding, next),
        Claim::ForecastKept(kept) => outlook::kept(m, finding, kept),
        Claim::Converging(found) => pair::converging(m, finding, found),
        Claim::PairsTested(asked) => pair::tested(m, asked),
        Claim::Withheld(withheld) => outlook::withheld(m, finding, withheld),
        Claim::Tested(asked) => outlook::asked(m, asked),
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
            Message::CaveatNotReported { source: source.to_owned(), measures: m.list(&names) }
        }
        Caveat::Provisional { period } => Message::CaveatProvisional { period: m.period(*period) },
        Caveat::KnownOnly => Message::CaveatKnownOnly {},
        Caveat::SmallBase => Message::CaveatSmallBase { minimum: text::count(stats::MINIMUM_BASE) },
        Caveat::PeriodLengths { current_days, base_days, ratio } => Message::CaveatPeriodLengths {
            current_days: current_days.to_string(),
            base_days: base_days.to_string(),
            change: m.change(*ratio),
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
        Caveat::CollectionBreak { from, note } => Message::CaveatBreak { from: m.day(*from), note: note.clone() },
        Caveat::NewName => Message::CaveatNewName {},
        Caveat::Renamed => Message::CaveatRenamed {},
        Caveat::SharedSurge { days } => {
            Message::CaveatSharedSurge { days: super::count_of_periods(m, crate::period::Grain::Day, *days as usize) }
        }
        Caveat::NotChosen => Message::CaveatNotChosen {},
        Caveat::SameDistrict => Message::CaveatSameDistrict {},
        Caveat::NobodyLeftOut => Message::CaveatNobodyLeftOut { source: source.to_owned() },
        Caveat::CompleteWith { covered } => {
            Message::CaveatCompleteWith { covered: format!("--covered {}..{}", covered.start(), covered.end()) }
        }
    });
    sentence_case(&said)
}

//! Sentences about parts of the whole: ledgers, suicide attacks, regions, groups, tactics, attribution, silences.

use super::whole::moved;
use super::words::{count_of_kind, percent_of, quantity, victims, when};
use super::{Deadliest, Excess, Finding, GroupPart, Ledger, Margin, Mix, MixOf, RegionPart, Suicide, Unnamed};
use crate::incident::Kind;
use crate::measure::Reading;
use crate::messages::{Message, Messages, Quantity};
use crate::period::{Day, Period};
use crate::series::Finality;
use crate::source::Attribution;
use crate::stats::{self, Change, NotComputed, Silence};
use crate::text;

pub(super) fn ledgers(m: &Messages, ledgers: &[Ledger]) -> String {
    let mut clauses = Vec::new();
    let mut foreign = Vec::new();
    for ledger in ledgers {
        let incidents = count_of_kind(m, Some(ledger.kind), ledger.incidents.into());
        clauses.push(ledger_clause(m, ledger, incidents.clone()));
        if ledger.foreign > 0.0 {
            foreign.push(m.say(Message::LedgerForeign { n: ledger.foreign.into(), incidents }));
        }
    }
    let clauses = clauses.join("; ");
    let sum = ledgers.iter().map(|ledger| ledger.killed).reduce(add);
    let said = match sum.and_then(|sum| quantity(m, sum)).filter(|_| ledgers.len() > 1) {
        Some(killed) => {
            m.say(Message::LedgersTotal { ledgers: clauses, killed: m.say(Message::CountKilled { n: killed }) })
        }
        None => m.say(Message::LedgersOne { ledgers: clauses }),
    };
    [vec![said], foreign].concat().join(" ")
}

/// The sum of two readings: a lower bound where one is or where one is not known.
fn add(a: Reading, b: Reading) -> Reading {
    match (a, b) {
        (Reading::Known(a), Reading::Known(b)) => Reading::Known(a + b),
        (a, b) => match (a.value(), b.value()) {
            (None, None) => Reading::Unreported,
            (a, b) => Reading::AtLeast(a.unwrap_or(0.0) + b.unwrap_or(0.0)),
        },
    }
}

fn ledger_clause(m: &Messages, ledger: &Ledger, incidents: String) -> String {
    let Some(n) = quantity(m, ledger.killed) else { return m.say(Message::LedgerUnknown { incidents }) };
    let classes = victims(m, ledger.killed, &ledger.killed_by);
    m.say(match ledger.kind {
        Kind::Attack | Kind::Operation => {
            Message::LedgerActive { incidents, people: m.say(Message::People { n }), classes }
        }
        Kind::StateViolence | Kind::Clash | Kind::Interstate | Kind::Undetermined | Kind::Other => {
            Message::LedgerPassive { incidents, people_killed: m.say(Message::PeopleKilled { n }), classes }
        }
    })
}

pub(super) fn margin(m: &Messages, margin: &Margin) -> String {
    let (parts, whole) = (text::count(margin.parts), text::count(margin.whole));
    let apart = (margin.parts - margin.whole).abs();
    m.say(match margin.excess {
        Excess::ClassesAbove => Message::MarginAbove { parts, whole, difference: text::count(apart) },
        Excess::ClassesBelow => Message::MarginBelow { n: apart.into(), whole },
        Excess::LedgersDiffer => Message::MarginLedgers { parts, whole, difference: text::count(apart) },
    })
}

pub(super) fn suicide(m: &Messages, finding: &Finding, suicide: &Suicide) -> String {
    let attacks = quantity(m, suicide.attacks).unwrap_or_else(|| 0.0.into());
    let tolls = [
        quantity(m, suicide.killed).map(|n| m.say(Message::PeopleKilled { n })),
        quantity(m, suicide.injured).map(|n| m.say(Message::PeopleInjured { n })),
    ];
    let tolls: Vec<String> = tolls.into_iter().flatten().collect();
    let toll = if tolls.is_empty() || suicide.attacks.value() == Some(0.0) {
        String::new()
    } else {
        m.say(Message::SuicideToll { toll: text::list(&tolls) })
    };
    let number = |reading: Reading| quantity(m, reading).map(|n| n.text);
    let to_date = suicide.to_date.and_then(|(window, now, then)| {
        let (day, number_now) = (window.end().long(), number(now)?);
        Some(m.say(match then.and_then(number) {
            Some(base) => Message::SuicideToDateAgainst {
                day,
                number: number_now,
                base,
                year: (window.end().year() - 1).to_string(),
            },
            None => Message::SuicideToDate { day, number: number_now },
        }))
    });
    m.say(Message::SuicidePeriod {
        period: finding.period.name(),
        attacks: m.say(Message::SuicideAttacks { n: attacks }),
        toll,
        to_date: to_date.unwrap_or_default(),
    })
}

pub(super) fn taken(m: &Messages, finding: &Finding, arrested: Reading, abducted: Reading) -> String {
    let people = [
        quantity(m, arrested).map(|n| m.say(Message::PeopleArrested { n })),
        quantity(m, abducted).map(|n| m.say(Message::PeopleAbducted { n })),
    ];
    let people: Vec<String> = people.into_iter().flatten().collect();
    m.say(Message::Taken { when: when(m, finding.period), people: text::list(&people) })
}

pub(super) fn deadliest(m: &Messages, deadliest: &Deadliest) -> String {
    let (start, end) = (deadliest.days.start(), deadliest.days.end());
    let days = if start == end {
        m.say(Message::OnDay { period: start.long() })
    } else {
        m.say(Message::Days { from: start.long(), to: end.long() })
    };
    let place = match deadliest.place.as_str() {
        "" => String::new(),
        place => m.say(Message::InPlace { place: place.to_owned() }),
    };
    let groups = match text::list(&deadliest.groups).as_str() {
        "" => String::new(),
        groups => m.say(Message::GroupsNamed { groups: groups.to_owned() }),
    };
    let people = m.say(Message::People { n: deadliest.killed.into() });
    let id = deadliest.id.clone();
    m.say(match deadliest.ties {
        0 | 1 => Message::DeadliestOne { days, place, people, groups, id },
        ties => Message::DeadliestTie { ties: ties.to_string(), people, days, place, groups, id },
    })
}

/// `11 of the 18 incidents (61 %)`, `all 18 incidents`.
fn part_of_incidents(m: &Messages, part: f64, whole: f64) -> String {
    if part == whole {
        return m.say(Message::AllIncidents { n: part.into() });
    }
    let share = if part > 0.0 { percent_of(m, part, whole) } else { String::new() };
    m.say(Message::PartOfIncidents { n: part.into(), of: text::count(whole), share })
}

/// `; its incidents rose from 6 in November 2021 to 7 (+1)`, or why that is not said.
fn change_clause(
    m: &Messages,
    base: Option<Period>,
    change: &Result<Change, NotComputed>,
    finality: Finality,
) -> String {
    let Some(period) = base.map(Period::name) else { return String::new() };
    let change = match change {
        Ok(change) => change,
        Err(NotComputed::NewSources { share }) => {
            return m.say(Message::PartWithheld { period, share: text::share(*share) });
        }
        Err(
            NotComputed::Partial
            | NotComputed::NoBase
            | NotComputed::Unreported
            | NotComputed::LowerBound
            | NotComputed::TooShort { .. }
            | NotComputed::TooFew { .. }
            | NotComputed::TooQuiet { .. }
            | NotComputed::Degenerate
            | NotComputed::NoCycle
            | NotComputed::Provisional
            | NotComputed::OneIncident { .. }
            | NotComputed::MergedRegion
            | NotComputed::CollectionBreak
            | NotComputed::Stale { .. }
            | NotComputed::NotShown
            | NotComputed::NoDistribution,
        ) => return String::new(),
    };
    let (base, current, difference) = moved(m, change);
    m.say(match (change.absolute, finality) {
        (0.0, _) => Message::PartStayed { period },
        (up, _) if up > 0.0 => Message::PartRose { base, period, current, difference },
        (_, Finality::Provisional) => Message::PartFellSoFar { base, period, current, difference },
        (_, Finality::Settled) => Message::PartFell { base, period, current, difference },
    })
}

pub(super) fn region(m: &Messages, finding: &Finding, part: &RegionPart) -> String {
    let killed = match (quantity(m, part.killed), part.all_killed) {
        (Some(n), all) if all == part.killed && matches!(all, Reading::Known(all) if all > 0.0) => {
            m.say(Message::RegionKilled { killed: m.say(Message::AllKilled { n }) })
        }
        (Some(n), Reading::Known(all)) if all > 0.0 => {
            let killed = part.killed.value().unwrap_or(0.0);
            let exact = matches!(part.killed, Reading::Known(_)) && killed > 0.0;
            let share = if exact { percent_of(m, killed, all) } else { String::new() };
            let killed = m.say(Message::PartOfKilled { n, of: text::count(all), share });
            m.say(Message::RegionKilled { killed })
        }
        (Some(n), Reading::AtLeast(_)) => m.say(Message::RegionKilled { killed: m.say(Message::CountKilled { n }) }),
        (Some(_), Reading::Known(_) | Reading::Unreported | Reading::NotCovered) | (None, _) => String::new(),
    };
    let killed = if part.incidents > 0.0 { killed } else { String::new() };
    m.say(Message::Region {
        region: finding.subject.name().to_owned(),
        incidents: part_of_incidents(m, part.incidents, part.all_incidents),
        killed,
        change: change_clause(m, part.base, &part.change, part.finality),
    })
}

pub(super) fn group(m: &Messages, finding: &Finding, part: &GroupPart) -> String {
    let group = finding.subject.name().to_owned();
    let killed_in = |reading: Reading, incidents: f64| match quantity(m, reading) {
        Some(n) if incidents > 0.0 => m.say(Message::GroupKilled { people_killed: m.say(Message::PeopleKilled { n }) }),
        Some(_) | None => String::new(),
    };
    let incidents = part_of_incidents(m, part.incidents, part.all_incidents);
    let killed = killed_in(part.killed, part.incidents);
    let change = change_clause(m, part.base, &part.change, part.finality);
    let named = group.clone();
    let rest = m.say(match part.attribution {
        Attribution::Involved => Message::GroupInvolved { group: named, incidents, killed, change },
        Attribution::First => Message::GroupFirst { group: named, incidents, killed, change },
        Attribution::Initiator => Message::GroupInitiated { group: named, incidents, killed, change },
        Attribution::Fractional => Message::GroupFraction { group: named, incidents, killed, change },
    });
    let Some((attacks, toll, suspected)) = part.attacks.filter(|(attacks, ..)| *attacks > 0.0) else { return rest };
    let suspected = match suspected {
        0.0 => String::new(),
        some => m.say(Message::OnlySuspected { n: some.into() }),
    };
    m.say(Message::GroupAttacks { n: attacks.into(), group, suspected, killed: killed_in(toll, attacks), rest })
}

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
    let list = text::list(&entries);
    let incidents = count_of_kind(m, mix.kind, mix.stated.into());
    m.say(match mix.of {
        MixOf::Tactics => Message::MixTactics { incidents, list },
        MixOf::Targets => Message::MixTargets { incidents, list },
    })
}

/// The share of the period before, and the period; nothing where it had too few incidents to take a share of.
fn before(unnamed: &Unnamed) -> Option<(f64, String, String)> {
    let (period, part, whole) = unnamed.before.filter(|(_, _, whole)| *whole >= stats::MINIMUM_BASE)?;
    Some((part, text::share(part / whole), period.name()))
}

pub(super) fn unnamed(m: &Messages, finding: &Finding, unnamed: &Unnamed) -> String {
    match unnamed.now {
        None => m.say(Message::UnnamedNotMeasured { source: finding.title.clone() }),
        Some((_, 0.0)) => m.say(Message::UnnamedNone {}),
        Some((0.0, whole)) => {
            let before = before(unnamed).filter(|(part, ..)| *part > 0.0);
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
    let before = before(unnamed);
    before.map(|(_, share, period)| m.say(Message::ShareBefore { share, period })).unwrap_or_default()
}

pub(super) fn suspected(m: &Messages, finding: &Finding, suspected: &Unnamed) -> String {
    match suspected.now {
        None => m.say(Message::SuspectedNotMeasured { source: finding.title.clone() }),
        Some((0.0, whole)) => {
            let before = before(suspected).filter(|(part, ..)| *part > 0.0);
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
    let group = finding.subject.name().to_owned();
    m.say(match silence {
        Silence::Quiet { last, expected } => {
            Message::Quiet { group, last: last.name(), expected: Quantity::from(expected.round()).text }
        }
        Silence::New { first } => Message::New { group, first: first.name(), begins: begins.long() },
    })
}

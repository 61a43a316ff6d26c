//! Suicide attacks, people taken, claims, and the deadliest incident in words.

use super::words::{count_of_kind, quantity, when};
use super::{Claimed, Deadliest, Finding, Subject, Suicide};
use crate::incident::Kind;
use crate::measure::Reading;
use crate::messages::{Message, Messages};
use crate::period::Day;

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
        m.say(Message::SuicideToll { toll: m.list(&tolls) })
    };
    let number = |reading: Reading| quantity(m, reading).map(|n| n.text);
    let to_date = suicide.to_date.and_then(|(window, now, then)| {
        let (day, number_now) = (m.day(window.end()), number(now)?);
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
        period: m.period(finding.period),
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
    m.say(Message::Taken { when: when(m, finding.period), people: m.list(&people) })
}

pub(super) fn deadliest(m: &Messages, deadliest: &Deadliest) -> String {
    let (start, end) = (deadliest.days.start(), deadliest.days.end());
    let days = if start == end {
        m.say(Message::OnDay { period: m.day(start) })
    } else {
        m.say(Message::Days { from: m.day(start), to: m.day(end) })
    };
    let place = match deadliest.place.as_str() {
        "" => String::new(),
        place => m.say(Message::InPlace { place: place.to_owned() }),
    };
    let groups = match m.list(&deadliest.groups).as_str() {
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

pub(super) fn first_suicide(m: &Messages, finding: &Finding, attacks: f64, begins: Day) -> String {
    let (period, begins) = (m.period(finding.period), m.day(begins));
    let attacks = m.say(Message::SuicideAttacks { n: attacks.into() });
    let name = finding.subject.name().into_owned();
    m.say(match &finding.subject {
        Subject::All(_) => Message::FirstSuicide { period, attacks, begins },
        Subject::Region(_) => Message::FirstSuicideIn { period, attacks, region: name, begins },
        Subject::Group(_) | Subject::Pair(..) => Message::FirstSuicideBy { period, attacks, group: name, begins },
    })
}

pub(super) fn claimed(m: &Messages, claimed: &Claimed) -> String {
    let attacks = count_of_kind(m, Some(Kind::Attack), claimed.attacks.into());
    let competing = match claimed.competing {
        0.0 => String::new(),
        some => m.say(Message::ClaimedCompeting { n: some.into() }),
    };
    let rest = [
        (claimed.unclaimed > 0.0).then(|| m.say(Message::ClaimedNot { n: claimed.unclaimed.into() })),
        (claimed.unknown > 0.0).then(|| m.say(Message::ClaimedUnknown { n: claimed.unknown.into() })),
    ];
    let rest: Vec<String> = rest.into_iter().flatten().collect();
    m.say(Message::Claimed { n: claimed.claimed.into(), attacks, competing, rest: rest.concat() })
}

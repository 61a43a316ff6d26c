//! Regions and groups in words: one paragraph each.

use super::ledger::ledgers;
use super::words::{percent_of, quantity};
use super::{Finding, GroupPart, RegionPart, change};
use crate::incident::Kind;
use crate::measure::Reading;
use crate::messages::{Message, Messages};
use crate::source::Attribution;
use crate::text;

/// `11 of the 18 incidents (61 %)`, `all 18 incidents`.
fn part_of_incidents(m: &Messages, part: f64, whole: f64) -> String {
    if part == whole {
        return m.say(Message::AllIncidents { n: part.into() });
    }
    let share = if part > 0.0 { percent_of(m, part, whole) } else { String::new() };
    m.say(Message::PartOfIncidents { n: part.into(), of: text::count(whole), share })
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
    let mut moved = change::clause(m, part.base, &part.change, None, part.finality);
    let attacks = part.attacks.as_ref();
    moved +=
        &attacks.map_or(String::new(), |moved| change::clause(m, part.base, moved, Some(Kind::Attack), part.finality));
    let mut said = vec![m.say(Message::Region {
        region: finding.subject.name().into_owned(),
        incidents: part_of_incidents(m, part.incidents, part.all_incidents),
        killed,
        change: moved,
    })];
    said.extend((!part.ledgers.is_empty()).then(|| super::sentence_case(&ledgers(m, &part.ledgers))));
    said.extend(
        part.to_date.iter().map(|part_to_date| change::to_date(m, part_to_date, part.finality, finding.period.grain())),
    );
    said.retain(|sentence| !sentence.is_empty());
    said.join(" ")
}

pub(super) fn group(m: &Messages, finding: &Finding, part: &GroupPart) -> String {
    let group = finding.subject.name().into_owned();
    let killed_in = |reading: Reading, incidents: f64| match quantity(m, reading) {
        Some(n) if incidents > 0.0 => m.say(Message::GroupKilled { people_killed: m.say(Message::PeopleKilled { n }) }),
        Some(_) | None => String::new(),
    };
    let incidents = part_of_incidents(m, part.incidents, part.all_incidents);
    let killed = killed_in(part.killed, part.incidents);
    let change = change::clause(m, part.base, &part.change, None, part.finality);
    let named = group.clone();
    let mut rest = m.say(match part.attribution {
        Attribution::Involved => Message::GroupInvolved { group: named, incidents, killed, change },
        Attribution::First => Message::GroupFirst { group: named, incidents, killed, change },
        Attribution::Initiator => Message::GroupInitiated { group: named, incidents, killed, change },
        Attribution::Fractional => Message::GroupFraction { group: named, incidents, killed, change },
    });
    let to_date =
        part.to_date.as_ref().map(|to_date| change::to_date(m, to_date, part.finality, finding.period.grain()));
    if let Some(to_date) = to_date.filter(|said| !said.is_empty()) {
        rest = [rest, to_date].join(" ");
    }
    let Some((attacks, toll, suspected)) = part.attacks.filter(|(attacks, ..)| *attacks > 0.0) else { return rest };
    let suspected = match suspected {
        0.0 => String::new(),
        some => m.say(Message::OnlySuspected { n: some.into() }),
    };
    m.say(Message::GroupAttacks { n: attacks.into(), group, suspected, killed: killed_in(toll, attacks), rest })
}

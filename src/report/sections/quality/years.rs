//! Years side by side: what dates too coarse for the grain leave out, and the publisher's own figure.

use super::super::super::document::{Head, Table};
use super::super::page::{ALL, Page, ROWS_SHOWN};
use super::gated;
use crate::finding;
use crate::measure::Amount;
use crate::messages::Message;
use crate::text;
use std::collections::BTreeMap;

/// Years of the publisher's headline figure that are shown.
const YEARS_SHOWN: usize = 5;

/// Wherever a yearly and a shorter total stand side by side, the difference is said. DESIGN, rule 8.
pub(super) fn years(page: &Page) -> Option<Table> {
    let (m, analysis) = (page.m, page.analysis);
    let gated = gated(page);
    let rows: Vec<[String; 5]> = (gated.iter().rev().take(ROWS_SHOWN))
        .map(|(&year, &(incidents, killed))| {
            let total = analysis.yearly.year(year).map(|index| analysis.yearly.cube.at(ALL, index).cell);
            let number = |amount: Option<Amount>| amount.map(|a| text::count(a.value())).unwrap_or_default();
            [
                year.to_string(),
                number(total.map(|cell| cell.incidents)),
                number(total.map(|cell| cell.incidents - incidents)),
                number(total.map(|cell| cell.killed.best)),
                number(total.map(|cell| cell.killed.best - killed)),
            ]
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let number = |message| Head::number(m.say(message));
    let grain = finding::grain(m, analysis.policy.grain);
    let heads = [
        Head::words(m.say(Message::HeadYear {})),
        number(Message::HeadOfYear {}),
        number(Message::HeadOfParts { grain: grain.clone() }),
        number(Message::HeadKilledOfYear {}),
        number(Message::HeadKilledOfParts { grain }),
    ];
    let notes = [Some(m.say(Message::NoteYears {})), page.more(gated.len(), "quality")];
    let note = notes.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(Table::new(m.say(Message::TableYears {}), heads, rows).with_note(note))
}

/// The publisher's own figure beside ours. DESIGN, rule 11.
pub(super) fn publisher(page: &Page) -> Option<Table> {
    let m = page.m;
    let years = page.analysis.headlines();
    let figure = page.analysis.loaded.facts.headline?.to_owned();
    let list = |categories: &BTreeMap<String, Amount>| {
        let parts = categories.iter().map(|(name, n)| format!("{name}: {}", text::count(n.value())));
        m.clauses(&parts.collect::<Vec<_>>())
    };
    let number = |amount: Amount| text::count(amount.value());
    let rows: Vec<[String; 7]> = (years.iter().rev().take(YEARS_SHOWN))
        .map(|(year, h)| {
            [
                year.to_string(),
                number(h.publisher_incidents),
                number(h.ours_incidents),
                number(h.publisher_killed),
                number(h.ours_killed),
                list(&h.only_theirs),
                list(&h.only_ours),
            ]
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let heads = [
        Head::words(m.say(Message::HeadYear {})),
        Head::number(m.say(Message::HeadPublisher {})),
        Head::number(m.say(Message::HeadOurs {})),
        Head::number(m.say(Message::HeadPublisherKilled {})),
        Head::number(m.say(Message::HeadOurKilled {})),
        Head::words(m.say(Message::HeadOnlyPublisher {})),
        Head::words(m.say(Message::HeadOnlyOurs {})),
    ];
    let table = Table::new(m.say(Message::TableHeadline { figure }), heads, rows);
    let more = years.len().saturating_sub(YEARS_SHOWN);
    let note = m.say(Message::MoreRows { n: (more as f64).into(), file: "tables/headline.csv".to_owned() });
    Some(if more > 0 { table.with_note(note) } else { table })
}

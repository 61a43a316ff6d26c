//! Tactics and targets: the sentence, the most frequent ones in a table, and their charts.

use super::super::document::{Block, Head, Table};
use super::card::cards;
use super::page::{Page, ROWS_SHOWN};
use super::place::{Place, place};
use crate::cube::{Facet, Key, Scope};
use crate::finding::{self, MixOf};
use crate::incident::Kind;
use crate::measure::{Amount, Measure};
use crate::messages::{Form, Message};
use crate::names::Name;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = cards(page, |finding| place(finding) == Place::Mix);
    blocks.extend([MixOf::Tactics, MixOf::Targets].into_iter().filter_map(|of| table(page, of)).map(Block::Table));
    blocks.extend(page.charts(&["tactics", "targets"]));
    blocks
}

/// Of attacks, where the source tells them apart.
fn table(page: &Page, of: MixOf) -> Option<Table> {
    let (m, analysis) = (page.m, page.analysis);
    let kind = analysis.kinds().contains(&Kind::Attack).then_some(Kind::Attack);
    let name = |facet: Facet| -> Option<Name> {
        match (facet, of) {
            (Facet::Tactic { kind: k, tactic }, MixOf::Tactics) => (k == kind).then_some(tactic),
            (Facet::Target { kind: k, target }, MixOf::Targets) => (k == kind).then_some(target),
            (Facet::Ledger { .. }, MixOf::Tactics | MixOf::Targets)
            | (Facet::Tactic { .. }, MixOf::Targets)
            | (Facet::Target { .. }, MixOf::Tactics) => None,
        }
    };
    let mut found: Vec<(Amount, String, Key)> = (analysis.cube.keys())
        .filter(|key| key.scope == Scope::All)
        .filter_map(|key| Some((page.entry(key).cell.incidents, analysis.text(name(key.facet)?).to_owned(), key)))
        .filter(|(incidents, ..)| *incidents > Amount::ZERO)
        .collect();
    if found.is_empty() {
        return None;
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let stated: f64 = found.iter().map(|(incidents, ..)| incidents.value()).sum();
    let rows = found.iter().take(ROWS_SHOWN).map(|(incidents, name, key)| {
        let entry = page.entry(*key);
        let share = page.share(incidents.value(), stated);
        [name.clone(), page.cell(Measure::Incidents, &entry), share, page.cell(Measure::Killed, &entry)]
    });
    let kind = finding::of_kind(m, kind, Form::MANY);
    let period = page.now();
    let (head, caption, file) = match of {
        MixOf::Tactics => (Message::HeadTactic {}, Message::TableTactics { kind, period }, "tactics"),
        MixOf::Targets => (Message::HeadTarget {}, Message::TableTargets { kind, period }, "targets"),
    };
    let heads = [
        Head::words(m.say(head)),
        Head::number(m.say(Message::HeadIncidents {})),
        Head::number(m.say(Message::HeadShare {})),
        Head::number(m.say(Message::HeadKilled {})),
    ];
    let table = Table::new(m.say(caption), heads, rows.collect());
    Some(table.with_note(page.more(found.len(), file).unwrap_or_default()).with_source(page.source_line()))
}

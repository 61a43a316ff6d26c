//! Tactics and targets: the sentence, the most frequent ones in a table, and their charts.

use super::super::document::{Block, Head, Table};
use super::about::About;
use super::card::cards;
use super::page::{Page, ROWS_SHOWN};
use super::place::{Place, place};
use crate::cube::{Facet, Key};
use crate::finding::{self, MixOf};
use crate::incident::Kind;
use crate::measure::{Amount, Measure};
use crate::messages::{Form, Message};
use crate::names::Name;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let all = About::all(page);
    let mut blocks = cards(page, |finding| place(finding) == Place::Mix);
    blocks.extend(mixes(&all));
    blocks.extend(page.charts(&["tactics", "targets"]));
    blocks
}

/// The table of each mix, or a line on why there is none.
pub(super) fn mixes(about: &About) -> Vec<Block> {
    let (m, page) = (about.page.m, about.page);
    let reports = &page.analysis.loaded.facts.reports;
    let none = |of: MixOf| {
        m.say(match (of, reports.tactic.yes(), reports.target.yes()) {
            (MixOf::Tactics, false, _) => Message::NotReportedTactics {},
            (MixOf::Tactics, true, _) => Message::NoneTactics { period: page.now() },
            (MixOf::Targets, _, false) => Message::NotReportedTargets {},
            (MixOf::Targets, _, true) => Message::NoneTargets { period: page.now() },
        })
    };
    let block = |of: MixOf| table(about, of).map_or_else(|| Block::Text(none(of)), Block::Table);
    [MixOf::Tactics, MixOf::Targets].into_iter().map(block).collect()
}

/// Of attacks, where the source tells them apart.
fn table(about: &About, of: MixOf) -> Option<Table> {
    let page = about.page;
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
        .filter(|key| key.scope == about.scope())
        .filter_map(|key| Some((name(key.facet)?, key)))
        .map(|(name, key)| (page.entry(key).cell.incidents, analysis.text(name).to_owned(), key))
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

//! Attacks, operations and the other kinds: one line each, with the dead by victim class, and their sum.

use super::super::document::{Block, Head, Table};
use super::card::cards;
use super::page::{ALL, Page};
use super::place::{Place, place};
use crate::cube::{Entry, Facet, Key, Scope};
use crate::finding;
use crate::measure::{Amount, Measure, VictimClass};
use crate::messages::{Form, Message};
use strum::VariantArray;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = cards(page, |finding| place(finding) == Place::Ledgers);
    blocks.extend(table(page).map(Block::Table));
    blocks.extend(page.charts(&["lethality"]));
    if blocks.is_empty() {
        blocks.push(Block::Text(page.m.say(Message::NothingToShow { period: page.now() })));
    }
    blocks
}

fn table(page: &Page) -> Option<Table> {
    let m = page.m;
    let reports = &page.analysis.loaded.facts.reports;
    let classes: Vec<VictimClass> =
        VictimClass::VARIANTS.iter().copied().filter(|&class| reports.killed_by[class as usize].yes()).collect();
    let change = page.change_head();
    let mut heads = vec![Head::words(m.say(Message::HeadKind {})), Head::number(m.say(Message::HeadIncidents {}))];
    heads.extend(change.clone());
    heads.push(Head::number(m.say(Message::HeadKilled {})));
    heads.extend(classes.iter().map(|&class| {
        Head::number(m.say(match class {
            VictimClass::Civilian => Message::HeadCivilian {},
            VictimClass::Security => Message::HeadSecurity {},
            VictimClass::Militant => Message::HeadMilitant {},
            VictimClass::Other => Message::HeadOther {},
            VictimClass::Unknown => Message::HeadUnknown {},
        }))
    }));
    if reports.injured.yes() {
        heads.push(Head::number(m.say(Message::HeadInjured {})));
    }
    let row = |name: String, key: Key, entry: &Entry| {
        let mut row = vec![name, page.cell(Measure::Incidents, entry)];
        if change.is_some() {
            row.push(page.change(key));
        }
        row.push(page.cell(Measure::Killed, entry));
        row.extend(classes.iter().map(|&class| {
            let count = entry.cell.killed_by[class as usize];
            finding::reading_text(m, count.reading(entry.cell.incidents, reports.killed_by[class as usize]))
        }));
        if reports.injured.yes() {
            row.push(page.cell(Measure::Injured, entry));
        }
        row
    };
    let mut rows = Vec::new();
    for kind in page.analysis.kinds().into_iter().filter(|kind| kind.counts()) {
        let key = Key { scope: Scope::All, facet: Facet::kind(kind) };
        let name = finding::sentence_case(&finding::of_kind(m, Some(kind), Form::MANY));
        rows.push(row(name, key, &page.entry(key)));
    }
    let all = page.entry(ALL);
    if all.cell.incidents == Amount::ZERO {
        return None;
    }
    rows.push(row(m.say(Message::RowAll {}), ALL, &all));
    let table = Table::matrix(m.say(Message::TableLedgers { period: page.now() }), heads, rows)
        .expect("every row has a cell for every head above")
        .with_source(page.source_line());
    let unknown = reports.killed.yes() && all.cell.killed.known < all.cell.incidents;
    Some(if unknown { table.with_note(m.say(Message::NoteAtLeast {})) } else { table })
}

//! Alerts and records: what is out of line with its own past, the series furthest from it in a table, and what has no equal in it.

use super::super::document::{Block, Head, Table};
use super::card::cards;
use super::page::{Page, ROWS_SHOWN};
use super::place::{Place, place};
use crate::analysis::AlertRow;
use crate::cube::Facet;
use crate::finding::{self, Claim, Strength};
use crate::measure::Measure;
use crate::messages::Message;
use crate::stats::Alert;
use crate::text;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let m = page.m;
    let table = table(page);
    let mut blocks = cards(page, |f| place(f) == Place::Alerts && matches!(f.claim, Claim::Alert(_)));
    if blocks.is_empty() {
        blocks.push(Block::Text(m.say(match table.is_some() {
            true => Message::NoneAlerts { period: page.now() },
            false => Message::NoneTestedForAlerts {},
        })));
    }
    blocks.extend(table.map(Block::Table));
    let records = cards(page, |f| place(f) == Place::Alerts && !matches!(f.claim, Claim::Alert(_)));
    if records.is_empty() {
        blocks.push(Block::Text(m.say(Message::NoneRecords { period: page.now() })));
    }
    blocks.extend(records);
    blocks
}

/// The incidents of the whole, and of the parts that the report shows, by how far they are out of line.
fn table(page: &Page) -> Option<Table> {
    let (m, analysis) = (page.m, page.analysis);
    let shown = |row: &&AlertRow| {
        row.key.facet == Facet::ALL && row.measure == Measure::Incidents && analysis.shows(row.key.scope)
    };
    let mut rows: Vec<(&AlertRow, &Alert)> =
        (analysis.alerts.iter().filter(shown)).filter_map(|row| Some((row, row.result.as_ref().ok()?))).collect();
    if rows.is_empty() {
        return None;
    }
    rows.sort_by(|(_, a), (_, b)| a.p.total_cmp(&b.p));
    let cells = rows.iter().take(ROWS_SHOWN).map(|(row, alert)| {
        let number = |value: f64| text::number(value, 1);
        let (low, high) = (number(alert.low), number(alert.high));
        let strength = row.judgement().map_or(Strength::Counted, Strength::from);
        [
            page.scope_name(row.key.scope),
            text::count(alert.observed),
            m.say(Message::CellRange { value: number(alert.expected), low, high }),
            m.say(Message::CellJudged { word: strength.word(m), evidence: finding::p_and_q(m, alert.p, row.q) }),
            number(alert.bounds.upper),
        ]
    });
    let heads = [
        Head::words(m.say(Message::HeadSeries {})),
        Head::number(m.say(Message::HeadObserved {})),
        Head::number(m.say(Message::HeadExpected {})),
        Head::words(m.say(Message::HeadJudged {})),
        Head::number(m.say(Message::HeadBound {})),
    ];
    let note = [Some(m.say(Message::NoteAlerts {})), page.more(rows.len(), "alerts")];
    let note: Vec<String> = note.into_iter().flatten().collect();
    let table = Table::new(m.say(Message::TableAlerts { period: page.now() }), heads, cells.collect());
    Some(table.with_note(note.join(" ")).with_source(page.source_line()))
}

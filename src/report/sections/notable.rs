//! Incidents of note: the deadliest of the period, with what a licence allows to be passed on.

use super::super::document::{Block, Head, Table};
use super::super::table::groups_of;
use super::about::About;
use super::card::cards;
use super::page::Page;
use super::place::{Place, place};
use crate::finding;
use crate::measure::Amount;
use crate::messages::{Form, Message};
use crate::text;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = cards(page, |finding| place(finding) == Place::Notable);
    blocks.push(own(&About::all(page)));
    blocks
}

/// Those of a subject, or a line that there are none.
pub(super) fn own(about: &About) -> Block {
    let page = about.page;
    let (m, analysis) = (page.m, page.analysis);
    let table = analysis.loaded.incidents.rows();
    let rows: Vec<[String; 8]> = (analysis.of_note(|row| about.has(row)).iter())
        .map(|notable| {
            let row = table.get(notable.row);
            let number = |amount: Option<Amount>| amount.map(|a| text::count(a.value())).unwrap_or_default();
            [
                row.start().to_string(),
                analysis.region_name(row.region()),
                analysis.text(row.district().name).to_owned(),
                finding::sentence_case(&finding::of_kind(m, Some(row.kind()), Form::ONE)),
                groups_of(analysis, row.cast()),
                number(Some(notable.killed)),
                number(row.injured().best),
                row.id().to_owned(),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Block::Text(m.say(Message::NoneNotable { period: page.now() }));
    }
    let heads = [
        Head::words(m.say(Message::HeadDate {})),
        Head::words(m.say(Message::HeadRegion {})),
        Head::words(m.say(Message::HeadDistrict {})),
        Head::words(m.say(Message::HeadKind {})),
        Head::words(m.say(Message::HeadGroups {})),
        Head::number(m.say(Message::HeadKilled {})),
        Head::number(m.say(Message::HeadInjured {})),
        Head::words(m.say(Message::HeadId {})),
    ];
    let caption = m.say(Message::TableNotable { period: page.now() });
    Block::Table(Table::new(caption, heads, rows).with_source(page.source_line()))
}

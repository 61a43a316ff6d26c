//! The sheet with every note that limits the numbers, each with what it is about.

use super::{Book, data};
use crate::messages::Message;
use crate::report::{Block, Section};
use rust_xlsxwriter::{Worksheet, XlsxError};
use std::collections::BTreeSet;

/// The row of the column heads, from 0.
const HEAD: u32 = 2;

pub(super) fn write(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.styles;
    book.open(sheet, &book.notes)?;
    sheet.set_column_width(0, 44)?.set_column_width(1, 120)?;
    sheet.write_string_with_format(0, 0, book.say(Message::AboutNotes {}), &styles.title)?;
    book.link(sheet, (1, 0), &book.contents, 0, &book.contents)?;
    for (at, head) in (0..).zip([Message::HeadAbout {}, Message::HeadNote {}]) {
        sheet.write_string_with_format(HEAD, at, book.say(head), &styles.list_head)?;
    }
    let mut row = HEAD;
    for (about, note) in notes(book) {
        row += 1;
        sheet.write_string_with_format(row, 0, super::safe::cell(&about), &styles.wrapped)?;
        sheet.write_string_with_format(row, 1, super::safe::cell(&note), &styles.wrapped)?;
    }
    sheet.autofilter(HEAD, 0, row.max(HEAD + 1), 1)?;
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// What each note is about, and the note; each note once, where it is said first.
fn notes(book: &Book) -> Vec<(String, String)> {
    let report = book.report;
    let document = report.document();
    let workbook = || book.say(Message::NoteWorkbook {});
    let whole = || book.say(Message::NoteWhole {});
    let mut notes = vec![
        (workbook(), book.say(Message::SheetEmptyCells {})),
        (workbook(), book.say(Message::SheetText {})),
        (workbook(), book.say(Message::ChartsComplete {})),
    ];
    for plan in &book.plans {
        let limits = data::limits(book, plan);
        if !limits.is_empty() {
            notes.push((plan.sheet.clone(), limits));
        }
    }
    notes.extend(document.lead.completeness.iter().map(|note| (whole(), note.clone())));
    notes.extend(report.manifest().caveats.iter().map(|note| (whole(), note.clone())));
    for section in &document.sections {
        of_section(section, &mut notes);
    }
    for chart in report.charts() {
        notes.extend(chart.notes.iter().map(|note| (chart.title.clone(), note.clone())));
    }
    notes.extend(document.colophon.iter().map(|note| (whole(), note.clone())));
    let mut seen = BTreeSet::new();
    notes.retain(|(_, note)| !note.is_empty() && seen.insert(note.clone()));
    notes
}

fn of_section(section: &Section, into: &mut Vec<(String, String)>) {
    of_blocks(&section.title, &section.blocks, into);
    for part in &section.parts {
        of_section(part, into);
    }
}

fn of_blocks(about: &str, blocks: &[Block], into: &mut Vec<(String, String)>) {
    for block in blocks {
        match block {
            Block::Caveats(texts) => into.extend(texts.iter().map(|note| (about.to_owned(), note.clone()))),
            Block::Table(table) => into.push((table.caption().to_owned(), table.note().to_owned())),
            Block::Findings(cards) => {
                let caveats = cards.iter().flat_map(|card| &card.caveats);
                into.extend(caveats.map(|note| (about.to_owned(), note.clone())));
            }
            Block::Details { blocks, .. } => of_blocks(about, blocks, into),
            Block::Text(_) | Block::Chart(_) => {}
        }
    }
}

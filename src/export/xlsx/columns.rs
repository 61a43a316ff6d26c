//! The sheet that says what each column of each table means.

use super::Book;
use super::plan::Plan;
use crate::messages::Message;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The row of the column heads, from 0.
const HEAD: u32 = 2;

/// The row where the columns of a table begin.
pub(super) fn row_of(book: &Book, plan: &Plan) -> u32 {
    let before = book.plans.iter().take_while(|other| other.sheet != plan.sheet);
    HEAD + 1 + before.map(|other| other.dataset.columns().len() as u32).sum::<u32>()
}

pub(super) fn write(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.styles;
    book.open(sheet, &book.columns)?;
    for (at, width) in [(0, 20.0), (1, 26.0), (2, 96.0), (3, 22.0)] {
        sheet.set_column_width(at, width)?;
    }
    sheet.write_string_with_format(0, 0, book.say(Message::AboutColumns {}), &styles.title)?;
    book.link(sheet, (1, 0), &book.contents, 0, &book.contents)?;
    sheet.write_string_with_format(1, 2, book.say(Message::SheetEmptyCells {}), &styles.small)?;
    let heads = [Message::HeadSheet {}, Message::HeadColumn {}, Message::HeadHolds {}, Message::HeadUnit {}];
    for (at, head) in (0..).zip(heads) {
        sheet.write_string_with_format(HEAD, at, book.say(head), &styles.list_head)?;
    }
    let mut row = HEAD;
    for plan in &book.plans {
        for doc in plan.dataset.columns() {
            row += 1;
            book.link(sheet, (row, 0), &plan.sheet, 0, &plan.sheet)?;
            sheet.write_string_with_format(row, 1, doc.name, &styles.wrapped)?;
            sheet.write_string_with_format(row, 2, doc.about, &styles.wrapped)?;
            sheet.write_string_with_format(row, 3, doc.unit, &styles.wrapped)?;
        }
    }
    sheet.autofilter(HEAD, 0, row, 3)?;
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

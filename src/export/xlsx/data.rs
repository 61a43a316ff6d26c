//! A sheet for each table: an Excel table with typed cells under a title, links and what is left out.

use super::super::cell::{Cell, first_rows};
use super::plan::{HEAD, MOST_EXACT, Plan};
use super::{Book, ranges, safe};
use crate::messages::Message;
use crate::period::Day;
use rust_xlsxwriter::{IgnoreError, Note, Table, TableColumn, TableStyle, Worksheet, XlsxError};

/// Days from Excel's day 0 to 1 January 1970.
const EPOCH: i32 = 25_569;

/// The first day that all spreadsheets number alike: Excel believes in a 29 February 1900.
const FIRST_DAY: i32 = 61;

/// The last day of Excel, 31 December 9999.
const LAST_DAY: i32 = 2_958_465;

/// Columns that still fit a printed page.
const PRINTED: usize = 14;

/// Writes a table's sheet, row by row from the top.
pub(super) fn write(book: &Book, plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (styles, columns) = (&book.styles, plan.dataset.columns());
    book.open(sheet, &plan.sheet)?;
    for (at, layout) in (0..).zip(&plan.columns) {
        sheet.set_column_width(at, layout.width as f64)?;
    }
    sheet.write_string_with_format(0, 0, safe::cell(plan.dataset.title()), &styles.title)?;
    book.link(sheet, (1, 0), &book.contents, 0, &book.contents)?;
    book.link(sheet, (1, 1), &book.notes, 0, &book.notes)?;
    book.link(sheet, (1, 2), &book.columns, super::columns::row_of(book, plan), &book.columns)?;
    let limits = limits(book, plan);
    if limits.is_empty() {
        sheet.write_string_with_format(1, 3, book.say(Message::SheetEmptyCells {}), &styles.small)?;
    } else {
        sheet.write_string_with_format(1, 3, limits, &styles.limit)?;
    }

    let heads: Vec<TableColumn> =
        columns.iter().map(|doc| TableColumn::new().set_header(doc.name).set_header_format(&styles.head)).collect();
    let table = Table::new().set_name(&plan.table).set_columns(&heads).set_style(TableStyle::Light1);
    let last = (ranges::last(plan), columns.len().saturating_sub(1) as u16);
    sheet.add_table(HEAD, 0, ranges::TOLD, last.1, &table)?;
    for (at, doc) in (0..).zip(columns) {
        sheet.insert_note(HEAD, at, &note(&documented(book, doc.about, doc.unit)))?;
    }
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_landscape();
    if columns.len() <= PRINTED {
        sheet.set_print_fit_to_pages(1, 0);
    }
    // Periods and ids that look like numbers are meant as text.
    sheet.ignore_error_range(HEAD, 0, last.0, last.1, IgnoreError::NumberStoredAsText)?;

    let mut row = HEAD;
    first_rows(plan.dataset, plan.rows, |cells| {
        row += 1;
        for ((at, cell), layout) in (0..).zip(cells).zip(&plan.columns) {
            write_cell(book, sheet, (row, at), cell, styles.of(layout.shape))?;
        }
        Ok(())
    })
}

/// What the sheet does not hold; empty where it holds everything.
pub(super) fn limits(book: &Book, plan: &Plan) -> String {
    let file = plan.dataset.csv_path();
    let mut limits = Vec::new();
    if plan.left_out() > 0 {
        limits.push(book.say(Message::RowsLeftOut { n: (plan.left_out() as f64).into(), file: file.clone() }));
    }
    if plan.cut > 0 {
        limits.push(book.say(Message::CellsCut { n: (plan.cut as f64).into(), file }));
    }
    limits.join(" ")
}

/// A column in words, with its unit.
fn documented(book: &Book, about: &str, unit: &str) -> String {
    match unit {
        "" => about.to_owned(),
        unit => book.say(Message::ColumnDocumented { about: about.to_owned(), unit: unit.to_owned() }),
    }
}

fn note(text: &str) -> Note {
    let lines = text.chars().count() as u32 / 34 + 1;
    Note::new(text).add_author_prefix(false).set_width(240).set_height(18 * lines + 12).set_font_size(9)
}

fn write_cell(
    book: &Book,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
    format: Option<&rust_xlsxwriter::Format>,
) -> Result<(), XlsxError> {
    match (*cell, format) {
        (Cell::Unknown, _) => {}
        (Cell::Text(text), _) => write_text(book, sheet, (row, column), text)?,
        (Cell::Truth(truth), _) => {
            sheet.write_boolean(row, column, truth)?;
        }
        (Cell::Whole(number), _) if number.abs() > MOST_EXACT => {
            sheet.write_string(row, column, number.to_string())?;
        }
        (Cell::Whole(number), Some(format)) => {
            sheet.write_number_with_format(row, column, number as f64, format)?;
        }
        (Cell::Whole(number), None) => {
            sheet.write_number(row, column, number as f64)?;
        }
        (Cell::Real(number), Some(format)) => {
            sheet.write_number_with_format(row, column, number, format)?;
        }
        (Cell::Real(number), None) => {
            sheet.write_number(row, column, number)?;
        }
        (Cell::Date(day), _) => write_day(book, sheet, (row, column), day)?,
    }
    Ok(())
}

/// Text, never a formula or a link, also after someone has edited the cell.
pub(super) fn write_text(
    book: &Book,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
) -> Result<(), XlsxError> {
    let kept = safe::cell(text);
    if safe::is_formula(text) {
        sheet.write_string_with_format(row, column, kept, &book.styles.defused)?;
    } else {
        sheet.write_string(row, column, kept)?;
    }
    Ok(())
}

/// A day as a date; as ISO text where Excel has no number for it.
pub(super) fn write_day(
    book: &Book,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    day: Day,
) -> Result<(), XlsxError> {
    match day.epoch() + EPOCH {
        number @ FIRST_DAY..=LAST_DAY => {
            sheet.write_number_with_format(row, column, f64::from(number), &book.styles.date)?;
        }
        _ => {
            sheet.write_string(row, column, day.to_string())?;
        }
    }
    Ok(())
}

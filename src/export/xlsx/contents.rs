//! The first sheet: what the report is about, and what each sheet holds.

use super::data::{limits, write_day, write_text};
use super::{Book, safe};
use crate::messages::Message;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// A line of the list of sheets.
struct Line {
    sheet: String,
    holds: String,
    rows: Option<usize>,
    columns: Option<usize>,
    left_out: String,
    file: String,
}

pub(super) fn write(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (styles, document) = (&book.styles, book.report.document());
    book.open(sheet, &book.contents)?;
    for (at, width) in [(0, 24.0), (1, 64.0), (2, 12.0), (3, 12.0), (4, 40.0), (5, 30.0)] {
        sheet.set_column_width(at, width)?;
    }
    sheet.write_string_with_format(0, 0, safe::cell(&document.title), &styles.title)?;
    sheet.write_string_with_format(1, 0, safe::cell(&document.subtitle), &styles.subtitle)?;
    let brand = book.report.brand();
    if let Some(organisation) = &brand.organisation {
        sheet.write_string_with_format(2, 0, safe::cell(organisation), &styles.head)?;
    }
    let mut row = 4;
    for (label, value) in &document.lead.facts {
        sheet.write_string_with_format(row, 0, safe::cell(label), &styles.label)?;
        write_text(book, sheet, (row, 1), value)?;
        row += 1;
    }
    row = sources(book, sheet, row + u32::from(row > 4))?;
    row = sheets(book, sheet, row + 1)?;
    for line in [Message::SheetEmptyCells {}, Message::AboutNotes {}].map(|message| book.say(message)) {
        row += 1;
        sheet.write_string_with_format(row, 0, line, &styles.small)?;
    }
    for line in document.colophon.iter().chain(&brand.footer).chain(&brand.licence) {
        row += 1;
        sheet.write_string_with_format(row, 0, safe::cell(line), &styles.small)?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_screen_gridlines(false);
    Ok(())
}

/// Each source with its version and coverage; the next free row.
fn sources(book: &Book, sheet: &mut Worksheet, mut row: u32) -> Result<u32, XlsxError> {
    let heads =
        [Message::HeadSource {}, Message::HeadVersion {}, Message::HeadCoveredFrom {}, Message::HeadCoveredTo {}];
    for (at, head) in (0..).zip(heads) {
        sheet.write_string_with_format(row, at, book.say(head), &book.styles.list_head)?;
    }
    for source in &book.report.manifest().sources {
        row += 1;
        write_text(book, sheet, (row, 0), &source.source)?;
        if let Some(day) = source.version_date {
            write_day(book, sheet, (row, 1), day)?;
        }
        if let Some(covered) = source.coverage {
            write_day(book, sheet, (row, 2), covered.from)?;
            write_day(book, sheet, (row, 3), covered.to)?;
        }
    }
    Ok(row + 1)
}

/// Each sheet with a link; the next free row.
fn sheets(book: &Book, sheet: &mut Worksheet, mut row: u32) -> Result<u32, XlsxError> {
    let styles = &book.styles;
    let heads = [
        Message::HeadSheet {},
        Message::HeadHolds {},
        Message::HeadRows {},
        Message::HeadColumns {},
        Message::HeadLeftOut {},
        Message::HeadFile {},
    ];
    for (at, head) in (0..).zip(heads) {
        sheet.write_string_with_format(row, at, book.say(head), &styles.list_head)?;
    }
    for line in lines(book) {
        row += 1;
        book.link(sheet, (row, 0), &line.sheet, 0, &line.sheet)?;
        sheet.write_string_with_format(row, 1, safe::cell(&line.holds), &styles.wrapped)?;
        for (at, count) in [(2, line.rows), (3, line.columns)] {
            if let Some(count) = count {
                sheet.write_number_with_format(row, at, count as f64, &styles.listed)?;
            }
        }
        sheet.write_string_with_format(row, 4, line.left_out, &styles.wrapped)?;
        sheet.write_string_with_format(row, 5, line.file, &styles.label)?;
    }
    Ok(row + 1)
}

fn lines(book: &Book) -> Vec<Line> {
    let own = |sheet: &str, about: Message| Line {
        sheet: sheet.to_owned(),
        holds: book.say(about),
        rows: None,
        columns: None,
        left_out: String::new(),
        file: String::new(),
    };
    let mut lines = vec![
        own(&book.notes, Message::AboutNotes {}),
        own(&book.columns, Message::AboutColumns {}),
        own(&book.charts, Message::AboutCharts {}),
    ];
    lines.extend(book.charted.iter().map(|charted| Line {
        rows: Some(charted.periods.len()),
        columns: Some(charted.series.len()),
        ..own(&charted.sheet, Message::AboutSeries {})
    }));
    lines.extend(book.plans.iter().map(|plan| Line {
        sheet: plan.sheet.clone(),
        holds: plan.dataset.title().to_owned(),
        rows: Some(plan.rows),
        columns: Some(plan.columns.len()),
        left_out: limits(book, plan),
        file: plan.dataset.csv_path(),
    }));
    lines
}

//! XLSX: the tables as an analyst wants them, with types, filters, what each column means, what limits the numbers, and charts.

mod charted;
mod charts;
mod columns;
mod contents;
mod data;
mod notes;
mod plan;
mod ranges;
mod safe;
mod styles;

use super::Format;
use super::error::Error;
use super::folder::Folder;
use crate::messages::Message;
use crate::registry::Entry;
use crate::report::Report;
use charted::Charted;
use plan::Plan;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use safe::Names;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use styles::Styles;

pub(super) struct Xlsx;

impl Entry for Xlsx {
    fn id(&self) -> &'static str {
        "xlsx"
    }

    fn about(&self) -> &'static str {
        "all tables as one workbook, with notes and native charts"
    }

    fn example(&self) -> String {
        "incident-trends report data/incidents/ --out reports".to_owned()
    }
}

impl Format for Xlsx {
    fn write(&self, report: &Report, folder: &Folder) -> Result<(), Error> {
        let failed = |reason: String| Error::Encode { dataset: "report.xlsx".to_owned(), format: "XLSX", reason };
        // The writer of sheets panics where its temporary files, which lie in the staged folder, cannot be written: a full disk
        // must end a run as a full disk does.
        let made = catch_unwind(AssertUnwindSafe(|| workbook(report, &folder.staging, plan::MOST_ROWS)));
        let made =
            made.map_err(|_| failed("a sheet cannot be written beside the report; is the disk full?".to_owned()))?;
        folder.file("report.xlsx", &made.map_err(|error| failed(error.to_string()))?)
    }
}

/// Everything that the sheets share.
struct Book<'a> {
    report: &'a Report<'a>,
    styles: Styles,
    plans: Vec<Plan<'a>>,
    charted: Vec<Charted>,
    /// Names of the sheets that are not datasets.
    contents: String,
    notes: String,
    columns: String,
    charts: String,
}

impl Book<'_> {
    fn say(&self, message: Message) -> String {
        self.report.document().words.say(message)
    }

    /// How a sheet begins: its name, the direction of its language.
    fn open(&self, sheet: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
        sheet.set_name(name)?;
        sheet.set_right_to_left(self.styles.right_to_left);
        Ok(())
    }

    /// A cell that leads to a place in this workbook.
    fn link(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        to: &str,
        at: u32,
        text: &str,
    ) -> Result<(), XlsxError> {
        let url = format!("internal:'{}'!A{}", to.replace('\'', "''"), at + 1);
        let url = rust_xlsxwriter::Url::new(url).set_text(text);
        sheet.write_url_with_format(row, column, url, &self.styles.link)?;
        Ok(())
    }
}

/// The bytes of the workbook. Rows of the tables wait in files without a name under `temporary`; a sheet holds at most
/// `most_rows` rows of its table.
///
/// # Errors
/// Where the temporary files cannot be written, and where a name or text is none for Excel (a fault of the program).
fn workbook(report: &Report, temporary: &Path, most_rows: usize) -> Result<Vec<u8>, XlsxError> {
    let words = report.document().words;
    let mut names = Names::default();
    let mut name = |message| names.sheet(&words.say(message));
    let contents = name(Message::SheetContents {});
    let notes = name(Message::SheetNotes {});
    let columns = name(Message::SheetColumns {});
    let charts = name(Message::SheetCharts {});
    let charted = charted::charted(report, &mut names);
    let plans = report.datasets().iter().map(|dataset| Plan::new(dataset, &mut names, most_rows)).collect();
    let book = Book { report, styles: Styles::new(words), plans, charted, contents, notes, columns, charts };

    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_tempdir(temporary)?;
    workbook.set_properties(&properties(report));
    contents::write(&book, workbook.add_worksheet())?;
    notes::write(&book, workbook.add_worksheet())?;
    columns::write(&book, workbook.add_worksheet())?;
    charts::write(&book, workbook.add_worksheet())?;
    for charted in &book.charted {
        charts::write_series(&book, charted, workbook.add_worksheet())?;
    }
    for plan in &book.plans {
        data::write(&book, plan, workbook.add_worksheet_with_low_memory()?)?;
    }
    let saved = workbook.save_to_buffer()?;
    drop(workbook);
    ranges::stretched(saved, &book.plans, COMPRESSION)
}

/// How hard the sheets are compressed: over the sample's a third of the time of the usual level 6, for a fifth more room.
const COMPRESSION: u8 = 3;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// What the file says of itself; its date is that of the source.
fn properties(report: &Report) -> DocProperties {
    let document = report.document();
    let text = |text: &str| safe::cell(text).into_owned();
    let date = ExcelDateTime::from_timestamp(report.manifest().date().map_or(0, |day| i64::from(day.epoch()) * DAY));
    let properties = DocProperties::new()
        .set_title(text(&document.title))
        .set_subject(text(&document.subtitle))
        .set_author(text(report.brand().organisation.as_deref().unwrap_or(report.manifest().program)))
        .set_company(text(report.brand().organisation.as_deref().unwrap_or_default()))
        .set_comment(text(&document.colophon.join("\n")));
    match date {
        Ok(date) => properties.set_creation_datetime(&date),
        // A moment that Excel has no day for: the first day of Unix is never mistaken for news.
        Err(_) => properties.set_creation_datetime(&ExcelDateTime::from_timestamp(0).unwrap_or_default()),
    }
}

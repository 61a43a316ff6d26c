//! CSV: RFC 4180 with line feeds, UTF-8 without a byte order mark, empty for unknown, safe to open in a spreadsheet.

use super::Format;
use super::cell::{Cell, for_each_row};
use super::error::Error;
use super::folder::Folder;
use crate::registry::Entry;
use crate::report::{Align, Dataset, Report, Table};
use std::borrow::Cow;

pub(super) struct Csv;

impl Entry for Csv {
    fn id(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "every table as CSV, for spreadsheets and scripts"
    }

    fn example(&self) -> String {
        "incident-trends table series --format csv".to_owned()
    }
}

impl Format for Csv {
    fn write(&self, report: &Report, folder: &mut Folder) -> Result<(), Error> {
        for dataset in report.datasets() {
            folder.file(&dataset.csv_path(), &csv_bytes(dataset)?)?;
        }
        Ok(())
    }
}

/// Beginnings that make a spreadsheet run a text cell as a formula (OWASP, CSV Injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The dataset as CSV. Unknown is empty, dates are ISO, truth values `true` and `false`; numbers have as many digits as they
/// need, without exponent, and are never altered. Text that a spreadsheet would run gets an apostrophe in front.
pub fn csv_bytes(dataset: &Dataset) -> Result<Vec<u8>, Error> {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    let head = dataset.columns().iter().map(|column| column.name);
    let rows = writer.write_record(head).and_then(|()| {
        for_each_row(dataset.frame(), |cells| writer.write_record(cells.iter().map(|cell| text(cell).into_owned())))
    });
    let failed = |reason: String| Error::Encode { dataset: dataset.id().to_owned(), format: "CSV", reason };
    rows.map_err(|error| failed(error.to_string()))?;
    writer.into_inner().map_err(|error| failed(error.to_string()))
}

/// A table for people as CSV: words as they are shown, defused; a plain number without the commas between its thousands.
///
/// # Errors
/// If a row cannot be written; `id` names the table then.
pub(super) fn table_bytes(id: &str, table: &Table) -> Result<Vec<u8>, Error> {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    let failed = |reason: String| Error::Encode { dataset: id.to_owned(), format: "CSV", reason };
    let heads = table.columns().iter().map(|head| defused(&head.text).into_owned());
    writer.write_record(heads).map_err(|error| failed(error.to_string()))?;
    for row in table.rows() {
        let cells = row.iter().zip(table.columns()).map(|(cell, head)| match head.align {
            Align::End => plain(cell).unwrap_or_else(|| defused(cell).into_owned()),
            Align::Start => defused(cell).into_owned(),
        });
        writer.write_record(cells).map_err(|error| failed(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| failed(error.to_string()))
}

/// A number as machines read it, if the cell is one: `12,345.6`.
fn plain(cell: &str) -> Option<String> {
    let digits = cell.replace(',', "");
    let number = digits.strip_prefix('-').unwrap_or(&digits);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && number.parse::<f64>().is_ok();
    is_number.then_some(digits)
}

fn defused(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn text<'a>(cell: &Cell<'a>) -> Cow<'a, str> {
    match *cell {
        Cell::Unknown => Cow::Borrowed(""),
        Cell::Text(text) => defused(text),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Real(number) => Cow::Owned(number.to_string()),
        Cell::Truth(truth) => Cow::Borrowed(if truth { "true" } else { "false" }),
        Cell::Date(day) => Cow::Owned(day.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example;

    fn csv(dataset: &Dataset) -> String {
        String::from_utf8(csv_bytes(dataset).expect("a small dataset")).expect("UTF-8")
    }

    #[test]
    fn cells_are_written_for_machines_and_safe_for_spreadsheets() {
        insta::assert_snapshot!(csv(&example::every_kind_of_cell()), @r#"
        group,start,provisional,incidents,change,ratio
        "Front of <Salt> & ""Iron""",2026-10-01,true,18446744073709551615,-12,0.1
        محاذِ سحر,,false,0,0,3
        ,2024-02-29,,,,
        "'=HYPERLINK(""x"")",2026-10-01,,3,1,0.0000001
        "two
        lines",1969-12-31,,4,2,
        '@Harrow,2026-10-01,,5,3,0
        "#);
    }

    #[test]
    fn tables_for_people_keep_their_words_and_are_safe_too() {
        use crate::report::Head;
        let heads = [Head::words("=group"), Head::number("October")];
        let rows = ["12,345.5", "at least 7", "-3", "+38 %", "=1+1", ""];
        let table = Table::new("Made up", heads, rows.map(|n| ["@Harrow".to_owned(), n.to_owned()]).to_vec());
        let written = table_bytes("made-up", &table).expect("a small table");
        insta::assert_snapshot!(String::from_utf8(written).expect("UTF-8"), @r"
        '=group,October
        '@Harrow,12345.5
        '@Harrow,at least 7
        '@Harrow,-3
        '@Harrow,'+38 %
        '@Harrow,'=1+1
        '@Harrow,
        ");
    }

    #[test]
    fn an_empty_dataset_has_its_header() {
        assert_eq!(csv(&example::no_rows()), "region,killed\n");
    }

    #[test]
    fn numbers_are_read_back_as_they_were() {
        for number in [0.1 + 0.2, 1e-7, 1e21, 5e-324, f64::MAX, -2.5] {
            let written = text(&Cell::Real(number));
            assert!(!written.contains('e'), "{written}");
            assert_eq!(written.parse::<f64>(), Ok(number));
        }
    }
}

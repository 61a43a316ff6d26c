//! CSV: RFC 4180 with line feeds, UTF-8 without a byte order mark, empty for unknown, safe to open in a spreadsheet.

use super::Format;
use super::cell::{Cell, for_each_row};
use super::error::Error;
use super::folder::Folder;
use super::in_order::in_order;
use super::tables;
use crate::period::Day;
use crate::registry::Entry;
use crate::report::{Align, Dataset, Report, Table};
use polars::prelude::DataFrame;
use std::borrow::Cow;
use std::convert::Infallible;
use std::io::{self, Write};

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
    /// The tables as Parquet too, which are made of the same rows.
    fn write(&self, report: &Report, folder: &Folder) -> Result<(), Error> {
        tables::write(report, folder)
    }
}

/// Beginnings that make a spreadsheet run a text cell as a formula (OWASP, CSV Injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes the dataset as CSV. Unknown is empty, dates are ISO, truth values `true` and `false`; numbers have as many digits as
/// they need, without exponent, and are never altered. Text that a spreadsheet would run gets an apostrophe in front. `rows` is told
/// how many more rows are written.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_csv(dataset: &Dataset, out: &mut dyn Write, rows: &dyn Fn(usize)) -> io::Result<()> {
    out.write_all(&head(dataset))?;
    let part = |part: usize| {
        let frame = dataset.part(part);
        (lines(&frame), frame.height())
    };
    in_order(dataset.parts(), part, |(lines, height)| {
        rows(height);
        out.write_all(&lines)
    })
}

/// The line that names the columns.
pub(super) fn head(dataset: &Dataset) -> Vec<u8> {
    let mut head = Vec::new();
    record(&mut head, dataset.columns().iter().map(|column| Cell::Text(column.name)));
    head
}

/// The lines of these rows.
pub(super) fn lines(frame: &DataFrame) -> Vec<u8> {
    let mut lines = Vec::new();
    let all = for_each_row(frame, |cells| {
        record(&mut lines, cells.iter().copied());
        Ok::<(), Infallible>(())
    });
    let Ok(()) = all;
    lines
}

/// A line of cells.
fn record<'a>(line: &mut Vec<u8>, cells: impl ExactSizeIterator<Item = Cell<'a>>) {
    let (begin, alone) = (line.len(), cells.len() == 1);
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            line.push(b',');
        }
        match cell {
            Cell::Unknown => {}
            Cell::Text(text) => field(line, text),
            Cell::Whole(number) => line.extend_from_slice(itoa::Buffer::new().format(number).as_bytes()),
            Cell::Real(number) => real(line, number),
            Cell::Truth(truth) => line.extend_from_slice(if truth { b"true" } else { b"false" }),
            Cell::Date(day) => date(line, day),
        }
    }
    // A line without anything would be no line.
    if alone && line.len() == begin {
        line.extend_from_slice(b"\"\"");
    }
    line.push(b'\n');
}

/// A day as [`Day`] writes it; of the usual years, of which there are millions, by a shorter way to the same digits.
fn date(line: &mut Vec<u8>, day: Day) {
    let (month, day_of_month) = (day.month(), day.day_of_month());
    match u32::try_from(day.year()) {
        Ok(year @ 0..=9_999) => {
            let digit = |number: u32| b'0' + (number % 10) as u8;
            let year = [digit(year / 1_000), digit(year / 100), digit(year / 10), digit(year), b'-'];
            line.extend_from_slice(&year);
            line.extend_from_slice(&[digit(month / 10), digit(month), b'-']);
            line.extend_from_slice(&[digit(day_of_month / 10), digit(day_of_month)]);
        }
        Ok(_) | Err(_) => write!(line, "{day}").expect("a vector takes all that is written"),
    }
}

/// Whole numbers, which most are, by a shorter way to the same digits.
fn real(line: &mut Vec<u8>, number: f64) {
    /// Up to here every whole number has its own floating one: 2 to the power of 53.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT {
        line.extend_from_slice(itoa::Buffer::new().format(number as i64).as_bytes());
    } else {
        write!(line, "{number}").expect("a vector takes all that is written");
    }
}

/// Text, defused, and in quotes where it must be.
fn field(line: &mut Vec<u8>, text: &str) {
    let defused = if text.starts_with(FORMULA) { "'" } else { "" };
    if text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        line.push(b'"');
        line.extend_from_slice(defused.as_bytes());
        for byte in text.bytes() {
            if byte == b'"' {
                line.push(byte);
            }
            line.push(byte);
        }
        line.push(b'"');
    } else {
        line.extend_from_slice(defused.as_bytes());
        line.extend_from_slice(text.as_bytes());
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example;

    fn csv(dataset: &Dataset) -> String {
        let mut bytes = Vec::new();
        write_csv(dataset, &mut bytes, &|_| {}).expect("a vector takes all that is written");
        String::from_utf8(bytes).expect("UTF-8")
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
    fn days_are_written_as_everywhere() {
        for day in (-1_000_000..4_000_000).step_by(997).chain([-719_529, -719_528, 2_932_896, 2_932_897]) {
            let (day, mut line) = (Day::from_epoch(day), Vec::new());
            date(&mut line, day);
            assert_eq!(String::from_utf8(line).expect("digits"), day.to_string());
        }
    }

    #[test]
    fn numbers_are_read_back_as_they_were() {
        for number in [0.1 + 0.2, 1e-7, 1e21, 5e-324, f64::MAX, -2.5, 0.0, -7.0, 9_007_199_254_740_992.0, 1e16] {
            let mut line = Vec::new();
            real(&mut line, number);
            let written = String::from_utf8(line).expect("digits");
            assert_eq!(written, number.to_string());
            assert!(!written.contains('e'), "{written}");
            assert_eq!(written.parse::<f64>(), Ok(number));
        }
    }
}

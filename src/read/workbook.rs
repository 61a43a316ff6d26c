//! Workbooks: the first sheet that has rows, rendered as comma-separated text with one line for each row of the sheet.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::error::Error;
use super::table::TableRef;

/// A sheet as text.
pub(super) struct Sheet {
    pub(super) text: Arc<[u8]>,
    /// The row of the sheet, from 1, on the first line of the text.
    pub(super) first_row: u64,
}

/// Reads the workbook in `bytes`.
pub(super) fn sheet(bytes: Cursor<Vec<u8>>, table: &TableRef) -> Result<Sheet, Error> {
    render(bytes).map_err(|source| match source {
        XlsxError::Password => Error::Password { table: table.name() },
        source => Error::Workbook { table: table.name(), source },
    })
}

fn render(bytes: Cursor<Vec<u8>>) -> Result<Sheet, XlsxError> {
    let mut workbook: Xlsx<_> = Xlsx::new(bytes)?;
    for name in workbook.sheet_names() {
        let mut rows = Rows::default();
        // Chart sheets have no cells at all.
        let mut cells = match workbook.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(error),
        };
        while let Some(cell) = cells.next_cell()? {
            let (row, column) = cell.get_position();
            rows.cell(row, column, cell.get_value());
        }
        if let Some(sheet) = rows.finish() {
            return Ok(sheet);
        }
    }
    Err(XlsxError::WorksheetNotFound("any with rows".to_owned()))
}

/// Lines under construction; short ones are filled up once the width of the sheet is known.
#[derive(Default)]
struct Rows {
    text: Vec<u8>,
    /// End in `text` and number of columns of each line.
    lines: Vec<(usize, u32)>,
    first_row: Option<u32>,
    columns: u32,
}

impl Rows {
    fn cell(&mut self, row: u32, column: u32, value: &DataRef<'_>) {
        let Some(value) = text(value) else { return };
        let first = *self.first_row.get_or_insert(row);
        // Cells come in row order; a row that steps back would be lost in any reader of the format.
        while self.lines.len() < row.saturating_sub(first) as usize {
            self.lines.push((self.text.len(), self.columns));
            self.columns = 0;
        }
        let missing = (column + 1).saturating_sub(self.columns.max(1));
        self.text.extend(std::iter::repeat_n(b',', missing as usize));
        self.columns = column + 1;
        push_quoted(&mut self.text, &value);
    }

    fn finish(mut self) -> Option<Sheet> {
        let first_row = self.first_row?;
        self.lines.push((self.text.len(), self.columns));
        let width = self.lines.iter().map(|(_, columns)| *columns).max().unwrap_or(0);
        let mut text = Vec::with_capacity(self.text.len() + self.lines.len());
        let mut start = 0;
        for (end, columns) in self.lines {
            text.extend_from_slice(&self.text[start..end]);
            if columns > 0 {
                text.extend(std::iter::repeat_n(b',', (width - columns) as usize));
            }
            text.push(b'\n');
            start = end;
        }
        Some(Sheet { text: text.into(), first_row: u64::from(first_row) + 1 })
    }
}

/// Line ends inside a cell become spaces, so that a line of the text is a row of the sheet.
fn push_quoted(out: &mut Vec<u8>, value: &str) {
    out.push(b'"');
    for part in value.split_inclusive(['"', '\n', '\r']) {
        let (kept, last) = match part.as_bytes() {
            [kept @ .., b'"'] => (kept, "\"\""),
            [kept @ .., b'\n' | b'\r'] => (kept, " "),
            kept => (kept, ""),
        };
        out.extend_from_slice(kept);
        out.extend_from_slice(last.as_bytes());
    }
    out.push(b'"');
}

/// A cell as text, or `None` if it is empty.
fn text(value: &DataRef<'_>) -> Option<String> {
    let text = match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => number.to_string(),
        // Shortest form that reads back: integers have no ".0".
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.replace("\r\n", "\n"),
        DataRef::SharedString(text) => text.replace("\r\n", "\n"),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => moment_text(*moment),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        // What a spreadsheet shows for "not available" is an unknown value.
        DataRef::Error(CellErrorType::NA) => return None,
        DataRef::Error(error) => error.to_string(),
    };
    Some(text)
}

fn moment_text(moment: ExcelDateTime) -> String {
    if moment.is_duration() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::path::Path;

    use zip::write::SimpleFileOptions;

    use super::*;

    fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a member can be started");
            zip.write_all(bytes).expect("a member can be written");
        }
        zip.finish().expect("the zip can be finished").into_inner()
    }

    /// A workbook of three sheets: an empty one, one with rows, and one to be ignored.
    fn workbook() -> Vec<u8> {
        let types =
            r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let sheet = |id: u32| format!(r#"<sheet name="s{id}" sheetId="{id}" r:id="r{id}"/>"#);
        let target = |id: u32| {
            format!(r#"<Relationship Id="r{id}" Type="{relations}/worksheet" Target="worksheets/s{id}.xml"/>"#)
        };
        let book = format!(
            r#"<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{}{}{}</sheets></workbook>"#,
            sheet(1),
            sheet(2),
            sheet(3)
        );
        let rels = format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}{}{}</Relationships>"#,
            target(1),
            target(2),
            target(3)
        );
        let root = format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r0" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        );
        let styles = format!(
            r#"<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#
        );
        let data = |rows: &str| format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#);
        let text = |cell: &str, value: &str| format!(r#"<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>"#);
        let full = data(&format!(
            r#"<row r="3">{}{}{}</row><row r="4"><c r="A4"><v>201001010001</v></c><c r="B4" s="1"><v>40179</v></c>{}</row>
        <row r="6"><c r="A6"><v>2.5</v></c><c r="C6" t="b"><v>1</v></c></row><row r="7"><c r="A7"><v>7</v></c></row>"#,
            text("A3", "eventid"),
            text("B3", "date"),
            text("C3", "summary"),
            text("C4", "said \"no\",&#10;left")
        ));
        zipped(&[
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", root.as_bytes()),
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
            ("xl/styles.xml", styles.as_bytes()),
            ("xl/worksheets/s1.xml", data("").as_bytes()),
            ("xl/worksheets/s2.xml", full.as_bytes()),
            ("xl/worksheets/s3.xml", data(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#).as_bytes()),
        ])
    }

    #[test]
    fn the_first_sheet_with_rows_becomes_text() {
        let table = TableRef::file(Path::new("gtd.xlsx"));
        let sheet = sheet(Cursor::new(workbook()), &table).expect("the workbook can be read");
        assert_eq!(sheet.first_row, 3);
        let text = "\"eventid\",\"date\",\"summary\"\n\
            \"201001010001\",\"2010-01-01\",\"said \"\"no\"\", left\"\n\
            \n\
            \"2.5\",,\"TRUE\"\n\
            \"7\",,\n";
        assert_eq!(std::str::from_utf8(&sheet.text), Ok(text));
    }

    #[test]
    fn a_time_of_day_is_kept() {
        let kind = calamine::ExcelDateTimeType::DateTime;
        let moment = ExcelDateTime::new(40179.75, kind, false);
        assert_eq!(moment_text(moment), "2010-01-01 18:00:00");
    }
}

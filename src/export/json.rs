//! JSON: `findings.json` of a report, and a dataset as an array of objects.

use super::Format;
use super::cell::{Cell, for_each_row};
use super::error::Error;
use super::folder::Folder;
use super::in_order::in_order;
use crate::registry::Entry;
use crate::report::{ColumnDoc, Dataset, Report};
use serde::{Serialize, Serializer};
use std::io::{self, Write};

pub(super) struct Json;

impl Entry for Json {
    fn id(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "findings.json: every finding with its numbers, evidence and caveats"
    }

    fn example(&self) -> String {
        "incident-trends table series --format json".to_owned()
    }
}

impl Format for Json {
    fn write(&self, report: &Report, folder: &Folder) -> Result<(), Error> {
        let mut bytes = serde_json::to_vec_pretty(report.findings()).expect("a JSON value can be written");
        bytes.push(b'\n');
        folder.file("findings.json", &bytes)
    }
}

/// Writes the dataset as an array of objects, one a line, with the columns in their order and `null` for unknown. Text is as it is.
/// `rows` is told how many more rows are written.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_json(dataset: &Dataset, out: &mut dyn Write, rows: &dyn Fn(usize)) -> io::Result<()> {
    out.write_all(b"[")?;
    let lines = |part: usize| {
        let mut lines = Vec::new();
        let frame = dataset.part(part);
        for_each_row(&frame, |cells| {
            lines.extend_from_slice(b",\n");
            serde_json::to_writer(&mut lines, &Row { columns: dataset.columns(), cells })
        })?;
        Ok::<_, serde_json::Error>((lines, frame.height()))
    };
    // The first row has none before it.
    let mut comma = 1;
    in_order(dataset.parts(), lines, |lines| {
        let (lines, height) = lines?;
        rows(height);
        out.write_all(lines.get(comma..).unwrap_or_default())?;
        if !lines.is_empty() {
            comma = 0;
        }
        Ok::<(), io::Error>(())
    })?;
    out.write_all(b"\n]\n")
}

struct Row<'a> {
    columns: &'a [ColumnDoc],
    cells: &'a [Cell<'a>],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.columns.iter().map(|column| column.name).zip(self.cells))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example;

    fn json(dataset: &Dataset) -> String {
        let mut bytes = Vec::new();
        write_json(dataset, &mut bytes, &|_| {}).expect("a vector takes all that is written");
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn rows_are_objects_in_column_order() {
        insta::assert_snapshot!(json(&example::every_kind_of_cell()), @r#"
        [
        {"group":"Front of <Salt> & \"Iron\"","start":"2026-10-01","provisional":true,"incidents":18446744073709551615,"change":-12,"ratio":0.1},
        {"group":"محاذِ سحر","start":null,"provisional":false,"incidents":0,"change":0,"ratio":3.0},
        {"group":null,"start":"2024-02-29","provisional":null,"incidents":null,"change":null,"ratio":null},
        {"group":"=HYPERLINK(\"x\")","start":"2026-10-01","provisional":null,"incidents":3,"change":1,"ratio":1e-7},
        {"group":"two\nlines","start":"1969-12-31","provisional":null,"incidents":4,"change":2,"ratio":null},
        {"group":"@Harrow","start":"2026-10-01","provisional":null,"incidents":5,"change":3,"ratio":0.0}
        ]
        "#);
    }

    #[test]
    fn what_is_written_is_json() {
        for dataset in [example::every_kind_of_cell(), example::no_rows()] {
            let value: serde_json::Value = serde_json::from_str(&json(&dataset)).expect("JSON");
            assert_eq!(value.as_array().map(Vec::len), Some(dataset.height()));
        }
    }
}

//! The sample of a table that a proposal is made from: its header, and its first rows by column.

use super::header;
use crate::read::{Batch, Columns, Start, Table};
use crate::source::Error;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// Rows that are looked at: enough to meet nearly every kind, claim and separator of a sheet, quick on any machine.
const ROWS: usize = 20_000;

/// One column of the sample.
#[derive(Debug)]
pub(super) struct Column {
    /// As the header writes it, trimmed.
    pub(super) name: String,
    /// Its words, folded: see [`header::words`].
    pub(super) words: Vec<String>,
    /// One for each row, trimmed.
    pub(super) values: Vec<String>,
}

/// The columns of a table, all equally long.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) columns: Vec<Column>,
    pub(super) rows: usize,
}

impl Sample {
    pub(super) fn of(table: &Table) -> Result<Sample, Error> {
        let header = table.head().first().map(|record| record.fields.clone()).unwrap_or_default();
        let column =
            |name: &String| Column { name: name.trim().to_owned(), words: header::words(name), values: Vec::new() };
        let mut columns: Vec<Column> = header.iter().map(column).collect();
        let rows = |(): &mut (), batch: Batch| -> Vec<Vec<String>> {
            let owned = |value: &str| value.trim().to_owned();
            batch.records().take(ROWS).map(|record| record.iter().map(owned).collect()).collect()
        };
        let mut count = 0;
        let gather = |rows: Vec<Vec<String>>| {
            for row in rows.into_iter().take(ROWS - count) {
                count += 1;
                columns.iter_mut().zip(row).for_each(|(column, value)| column.values.push(value));
            }
            if count < ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        table.scan(Start::AFTER_HEADER, header.len(), &Columns::All, || (), rows, gather)?;
        Ok(Sample { columns, rows: count })
    }
}

impl Column {
    /// The values that are not blank.
    pub(super) fn filled(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The distinct values that are not blank, the most frequent first.
    pub(super) fn distinct(&self) -> Vec<(&str, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        self.filled().for_each(|value| *counts.entry(value).or_default() += 1);
        let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        counts
    }

    /// Whether at least `percent` of the filled values are as `test` says; true where none is filled.
    pub(super) fn mostly(&self, percent: usize, test: impl Fn(&str) -> bool) -> bool {
        let (mut all, mut passed) = (0, 0);
        for value in self.filled() {
            all += 1;
            passed += usize::from(test(value));
        }
        passed * 100 >= all * percent
    }

    pub(super) fn is_blank(&self) -> bool {
        self.filled().next().is_none()
    }
}

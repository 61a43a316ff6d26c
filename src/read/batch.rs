//! Records ready to be looked at: every field is valid UTF-8, unquoted, and every record has the width of the table.

use std::sync::Arc;

use super::fault::Fault;
use super::pool::{Pool, Spare};

/// Up to about 100,000 records, in file order.
///
/// Invariants: `found.fields` holds as many bounds for each entry of `found.lines` as `kept` has columns, all on character
/// borders of `text`.
#[derive(Debug)]
pub struct Batch {
    text: String,
    /// So many bytes of it are as they lie in the file, delimiters and quotes and all.
    raw: usize,
    kept: Arc<Kept>,
    found: Found,
    /// Added to the lines in `found`.
    first_line: u64,
    /// Where its buffers go in the end.
    pool: Option<Arc<Pool>>,
}

/// The columns that a scan is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Columns {
    All,
    /// Only these, from 0, in any order; those that the table does not have are passed over.
    Only(Vec<usize>),
}

/// The columns that a batch keeps of records of one width.
#[derive(Debug)]
pub(super) struct Kept {
    /// For each column its place among those kept.
    places: Vec<Option<usize>>,
    /// In ascending order.
    columns: Vec<usize>,
}

impl Kept {
    pub(super) fn new(columns: &Columns, width: usize) -> Kept {
        let is_kept = |column: &usize| match columns {
            Columns::All => true,
            Columns::Only(only) => only.contains(column),
        };
        let columns: Vec<usize> = (0..width).filter(is_kept).collect();
        let mut places = vec![None; width];
        columns.iter().enumerate().for_each(|(place, column)| places[*column] = Some(place));
        Kept { places, columns }
    }

    pub(super) fn columns(&self) -> &[usize] {
        &self.columns
    }

    /// The place of a column among those kept.
    #[inline]
    pub(super) fn place(&self, column: usize) -> Option<usize> {
        self.places[column]
    }
}

/// What a parser found in a text.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The physical line of each good record.
    pub(super) lines: Vec<u64>,
    /// Start and end of each kept field of the good records, in bytes.
    pub(super) fields: Vec<(u32, u32)>,
    pub(super) faults: Vec<Fault>,
    pub(super) tally: Tally,
}

/// How many rows of each kind a batch, or a whole scan, came upon.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) good: u64,
    pub(super) faulty: u64,
    pub(super) blank: u64,
    pub(super) header: u64,
}

/// One record of a [`Batch`].
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    batch: &'a Batch,
    index: usize,
}

impl<'a> Record<'a> {
    /// Physical line on which the record starts, from 1 (for a workbook: the row of the sheet).
    pub fn line(&self) -> u64 {
        self.batch.first_line + self.batch.found.lines[self.index]
    }

    /// Number of fields: the width of the table.
    #[allow(clippy::len_without_is_empty)] // A record has at least one field.
    pub fn len(&self) -> usize {
        self.batch.kept.places.len()
    }

    /// The value in a column, from 0, unquoted and unescaped.
    ///
    /// # Panics
    /// If the table has no such column, or the scan was not asked for it.
    #[inline]
    pub fn get(&self, column: usize) -> &'a str {
        let (start, end) = self.bounds(column);
        &self.batch.text[start as usize..end as usize]
    }

    #[inline]
    fn bounds(&self, column: usize) -> (u32, u32) {
        let kept = &self.batch.kept;
        let place = kept.place(column).unwrap_or_else(|| panic!("column {column} was not asked for"));
        self.batch.found.fields[self.index * kept.columns.len() + place]
    }

    /// The values that the scan was asked for, in column order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &'a str> + use<'a> {
        let record = *self;
        record.batch.kept.columns.iter().map(move |column| record.get(*column))
    }
}

impl Batch {
    /// # Panics
    /// If there are not as many fields for each record as columns are kept.
    pub(super) fn new(text: String, kept: Arc<Kept>, found: Found) -> Batch {
        let width = kept.columns.len();
        assert_eq!(found.fields.len(), width * found.lines.len(), "each record has {width} fields");
        Batch { text, raw: 0, kept, found, first_line: 0, pool: None }
    }

    /// The same batch, whose first `bytes` are as they lie in the file.
    pub(super) fn raw_up_to(mut self, bytes: usize) -> Batch {
        self.raw = bytes;
        self
    }

    /// The same batch, whose buffers go to `pool` in the end.
    pub(super) fn given_back_to(mut self, pool: Arc<Pool>) -> Batch {
        self.pool = Some(pool);
        self
    }

    /// The same batch, whose lines were counted from 0 and start at `line`. It has no faults.
    pub(super) fn starting_at(mut self, line: u64) -> Batch {
        self.first_line = line;
        self
    }

    /// The good records.
    pub fn records(&self) -> impl ExactSizeIterator<Item = Record<'_>> {
        (0..self.len()).map(|index| self.record(index))
    }

    /// The good record after so many others.
    ///
    /// # Panics
    /// If there are not so many.
    pub fn record(&self, index: usize) -> Record<'_> {
        assert!(index < self.len(), "a batch has as many records as it says");
        Record { batch: self, index }
    }

    /// The text of each good record from the first of these columns to the last, as it lies in the file: records in which it is the
    /// same have the same values there. With it comes the byte before it, which tells whether the first value is quoted. `None` where
    /// that text is not kept as it lies, which says nothing about the values.
    ///
    /// # Panics
    /// If the scan was not asked for both columns.
    pub fn runs<'a>(&'a self, first: usize, last: usize) -> impl Fn(usize) -> Option<&'a [u8]> {
        let place =
            |column: usize| self.kept.place(column).expect("a run reaches from column to column that was asked for");
        let (first, last, width) = (place(first), place(last), self.kept.columns.len());
        move |index| {
            let fields = &self.found.fields[index * width..][..width];
            let (start, end) = (fields[first].0 as usize, fields[last].1 as usize);
            // Values with doubled quotes stand behind the rest.
            let is_raw = start > 0 && start <= end && start < self.raw && end <= self.raw;
            is_raw.then(|| &self.text.as_bytes()[start - 1..end])
        }
    }

    /// Number of good records.
    pub fn len(&self) -> usize {
        self.found.lines.len()
    }

    /// Whether there is no good record (there may be faults).
    pub fn is_empty(&self) -> bool {
        self.found.lines.is_empty()
    }

    /// The rejected rows, in the order of their lines.
    pub fn faults(&self) -> &[Fault] {
        &self.found.faults
    }

    pub(super) fn tally(&self) -> Tally {
        self.found.tally
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        let Some(pool) = self.pool.take() else { return };
        let found = std::mem::take(&mut self.found);
        let text = std::mem::take(&mut self.text).into_bytes();
        pool.give(Spare { text, lines: found.lines, fields: found.fields });
    }
}

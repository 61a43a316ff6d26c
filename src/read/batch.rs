//! Records ready to be looked at: every field is valid UTF-8, unquoted, and every record has the width of the table.

use super::fault::Fault;

/// Up to about 100,000 records, in file order.
///
/// Invariants: `found.fields` holds `width` bounds for each entry of `found.lines`, all on character borders of `text`.
#[derive(Debug)]
pub struct Batch {
    text: String,
    width: usize,
    found: Found,
}

/// What a parser found in a text.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The physical line of each good record.
    pub(super) lines: Vec<u64>,
    /// Start and end of each field of the good records, in bytes.
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
        self.batch.found.lines[self.index]
    }

    /// Number of fields: the width of the table.
    #[allow(clippy::len_without_is_empty)] // A record has at least one field.
    pub fn len(&self) -> usize {
        self.batch.width
    }

    /// The value in a column, from 0, unquoted and unescaped.
    ///
    /// # Panics
    /// If the table has no such column.
    pub fn get(&self, column: usize) -> &'a str {
        assert!(column < self.batch.width, "column {column} of {}", self.batch.width);
        let (start, end) = self.batch.found.fields[self.index * self.batch.width + column];
        &self.batch.text[start as usize..end as usize]
    }

    /// The values in column order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &'a str> + use<'a> {
        let record = *self;
        (0..record.batch.width).map(move |column| record.get(column))
    }
}

impl Batch {
    /// # Panics
    /// If there are not `width` fields for each record.
    pub(super) fn new(text: String, width: usize, found: Found) -> Batch {
        assert_eq!(found.fields.len(), width * found.lines.len(), "each record has {width} fields");
        Batch { text, width, found }
    }

    /// The good records.
    pub fn records(&self) -> impl ExactSizeIterator<Item = Record<'_>> {
        (0..self.found.lines.len()).map(|index| Record { batch: self, index })
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

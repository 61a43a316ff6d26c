//! Hands all records of a table to a function in batches, on several threads, and its results on in file order.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::batch::{Batch, Columns, Kept, Tally};
use super::chunk::{Limits, Shape};
use super::cutter::{Begin, Cutter};
use super::error::Error;
use super::regular::Form;
use super::table::Table;
use super::workers::{self, Task};

/// Where the data begin: after how many of the first records (a header, a tag row; blank lines do not count).
///
/// Later records equal to one of these are repeated headers and are skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Start {
    leading: usize,
}

impl Start {
    /// The first record is data.
    pub const AT_ONCE: Start = Start { leading: 0 };
    /// The first record is the header.
    pub const AFTER_HEADER: Start = Start { leading: 1 };

    /// After so many records, at most as many as the [head](Table::head) has.
    pub fn after(leading: usize) -> Start {
        Start { leading }
    }
}

/// What a scan came upon. `records` = good + `faulty`; blank lines and repeated headers are no records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scanned {
    pub records: u64,
    /// Of these, the rejected ones.
    pub faulty: u64,
    /// Lines without content.
    pub skipped_blank: u64,
    /// Records equal to a leading record.
    pub skipped_header: u64,
}

impl Scanned {
    fn add(&mut self, tally: Tally) {
        self.records += tally.good + tally.faulty;
        self.faulty += tally.faulty;
        self.skipped_blank += tally.blank;
        self.skipped_header += tally.header;
    }
}

impl Table {
    /// Reads all records after the leading ones; each must have `width` fields, of which those in `columns` are handed out.
    ///
    /// `map` turns a batch into a value on a worker thread; `fold` receives the values in file order on the calling thread,
    /// and may stop the scan. Batches are cut without regard to the number of threads, so results do not depend on it.
    /// Each worker makes its own state with `init` and keeps it over all its batches, which come to it in file order, and each
    /// of which is handed on: which batches those are depends on the threads, so the state may speed up `map` but not change
    /// what comes of its values.
    ///
    /// A scan to the end reads a plain file in UTF-8 once, and leaves the file's [fingerprint](Table::fingerprint).
    ///
    /// # Errors
    /// If the file can no longer be read, has changed since it was opened, or is not in the encoding that its head promised.
    /// A bad row is no error: see [`Batch::faults`].
    pub fn scan<S, T: Send>(
        &self,
        start: Start,
        width: usize,
        columns: &Columns,
        init: impl Fn() -> S + Sync,
        map: impl Fn(&mut S, Batch) -> T + Sync,
        fold: impl FnMut(T) -> ControlFlow<()>,
    ) -> Result<Scanned, Error> {
        self.scan_within(Limits::of_file(self.bytes), start, width, columns, init, map, fold)
    }

    #[allow(clippy::too_many_arguments)] // Those of `scan`, and the limits that tests make small.
    pub(super) fn scan_within<S, T: Send>(
        &self,
        limits: Limits,
        start: Start,
        width: usize,
        columns: &Columns,
        init: impl Fn() -> S + Sync,
        map: impl Fn(&mut S, Batch) -> T + Sync,
        mut fold: impl FnMut(T) -> ControlFlow<()>,
    ) -> Result<Scanned, Error> {
        let leading = &self.head()[..start.leading.min(self.head().len())];
        let begin = leading
            .last()
            .map_or(Begin { skip: 0, line: self.first_line }, |last| Begin { skip: last.end, line: last.next_line });
        let form = Form {
            shape: Shape { delimiter: self.delimiter, width },
            limits,
            kept: Arc::new(Kept::new(columns, width)),
            headers: leading.iter().map(|record| record.fields.clone()).collect(),
        };
        let (pool, watch) = (Arc::default(), self.watch());
        let cutter = Cutter::new(self, form.shape, limits, begin, &pool, watch.clone())?;
        let task = Task {
            table: self,
            form,
            pool,
            init,
            map: |state: &mut S, batch: Batch| (batch.tally(), map(state, batch)),
        };
        let mut scanned = Scanned::default();
        let take = |(tally, value): (Tally, T)| {
            scanned.add(tally);
            fold(value)
        };
        let flow = match self.threads.get() {
            1 => workers::alone(cutter, begin.line, &task, take)?,
            threads => workers::together(threads, cutter, begin.line, &task, take)?,
        };
        if let (ControlFlow::Continue(()), Some(watch)) = (flow, watch) {
            self.seal(&watch)?;
            self.check_length()?;
        }
        Ok(scanned)
    }
}

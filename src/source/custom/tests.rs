//! Own sheets with invented rows, read from real files by mappings as users write them.

mod faults;
mod people;
mod rows;

use super::*;
use crate::incident::{Clerk, Draft};
use crate::measure::Amount;
use crate::period::DateFormat;
use crate::read::{Columns, Look, Options, Start, Table, open, tables};
use crate::source::{Cells, FilterReason, Issue, Notes, Rejection, Verdict};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex};

/// The start of every mapping here.
const HEAD: &str = "name = \"valley-desk\"\n[columns]\n";

/// What reading a table gave, in file order.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The rows as the test wants to see them.
    pub(super) seen: Vec<String>,
    pub(super) filtered: Vec<u64>,
    pub(super) rejected: Vec<(u64, String, Rejection)>,
    /// (line, column, issue)
    quality: Vec<(u64, String, Issue)>,
    stored: usize,
}

pub(super) fn with_table<T>(bytes: &[u8], look: impl FnOnce(&Table) -> T) -> T {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("valley sheet 2024.csv");
    std::fs::write(&path, bytes).expect("a file");
    let at = tables(&path).expect("a table").remove(0);
    let options = Options { encoding: None, delimiter: None, threads: NonZeroUsize::MIN };
    look(&open(&at, &options, Look::Whole).expect("opens"))
}

pub(super) fn mapping(text: &str) -> Mapping {
    Mapping::parse("mapping.toml", text).unwrap_or_else(|error| panic!("{error}"))
}

/// Reads `bytes` by `mapping`, each row shown by `show`.
pub(super) fn read_with(mapping: Mapping, bytes: &[u8], show: impl Fn(&Draft<'_>) -> String + Sync) -> Read {
    let settings = Settings { mapping: Some(Arc::new(mapping)), ..Settings::default() };
    with_table(bytes, |table| {
        let records: Vec<Vec<String>> = table.head().iter().map(|r| r.fields.clone()).collect();
        let head = Head::new("valley sheet 2024.csv", &records);
        assert_eq!(Custom.recognise(&head, &settings), Fit::Yes, "{:?}", head.names());
        let reader = Custom.open(&head, &settings).unwrap_or_else(|error| panic!("{error}"));
        let format = reader.date_format().cloned().unwrap_or_else(DateFormat::iso);
        let read = Mutex::new(Read::default());
        let names = reader.layout().names();
        let leading = reader.leading();
        let start = Start::after((leading.header + leading.tags) as usize);
        let each = |(): &mut (), batch: crate::read::Batch| {
            let (mut notes, mut clerk) = (Notes::default(), Clerk::default());
            let mut read = read.lock().expect("one thread");
            for record in batch.records() {
                let mut cells = Cells::new(record, names, &format, reader.numbers(), &mut notes);
                match reader.read(&mut cells) {
                    Ok(draft) => {
                        clerk.push(&draft);
                        read.seen.push(show(&draft));
                    }
                    Err(Verdict::Filtered { reason: FilterReason::SkipRule, .. }) => read.filtered.push(record.line()),
                    Err(Verdict::Filtered { reason, .. }) => panic!("{reason:?}"),
                    Err(Verdict::Rejected { column, reason }) => {
                        let column = column.map(|c| names[c].clone()).unwrap_or_default();
                        read.rejected.push((record.line(), column, reason));
                    }
                }
            }
            read.stored += clerk.sheet().len();
            read.quality.extend(notes.quality.into_iter().map(|q| (q.line, q.column, q.issue)));
        };
        let width = reader.layout().width();
        table.scan(start, width, &Columns::All, || (), each, |()| ControlFlow::Continue(())).expect("scans");
        read.into_inner().expect("one thread")
    })
}

/// Reads a sheet by the columns (and tables) given.
fn read(columns: &str, csv: &str, show: impl Fn(&Draft<'_>) -> String + Sync) -> Read {
    read_with(mapping(&format!("{HEAD}{columns}")), csv.as_bytes(), show)
}

/// `-` where unknown.
fn number(amount: Option<Amount>) -> String {
    amount.map_or("-".to_owned(), |a| a.value().to_string())
}

fn error(text: &str) -> String {
    Mapping::parse("mapping.toml", text).expect_err("a faulty mapping").to_string()
}

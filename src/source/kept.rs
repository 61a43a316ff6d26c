//! Tables as an earlier run read them: what is kept of one beside its incidents, and what a shelf for them does.

use super::Error;
use super::facts::Edition;
use super::file::FileIntake;
use super::intake::{Accounting, FilterReason, Filtered, Issue, Quality, Rejected, Rejection, Skipped};
use super::load::Loaded;
use crate::incident::{Incidents, Sheet};
use crate::measure::Amount;
use crate::period::Day;
use crate::read::{self, Look, Table, TableRef};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Where tables are kept as they were read, before it is known which of their rows are the same incident.
pub trait Shelf {
    /// The table, if it is there and would be read so again.
    fn find(&self, table: &TableRef) -> Option<Found>;

    /// Keeps a table whose file had this hash: these rows of the incidents, which are settled.
    fn keep(&self, table: &TableRef, blake3: &str, kept: &Kept, incidents: &Incidents, rows: Range<usize>);
}

/// A table that was found.
pub struct Found {
    pub kept: Kept,
    /// Of its file.
    pub blake3: String,
    /// Its incidents, in order.
    pub sheets: Box<dyn Iterator<Item = Sheet>>,
}

/// What is kept of a table beside its incidents.
#[derive(Serialize, Deserialize)]
pub struct Kept {
    /// Its first records: what it is, and what its rows allow to be said, is found out of them again.
    pub(super) head: Vec<Vec<String>>,
    bytes: u64,
    source: String,
    edition: Edition,
    encoding: String,
    delimiter: char,
    date_format: String,
    skipped: Skipped,
    /// Read, filtered and rejected; nothing else is known yet.
    rows: [u64; 3],
    /// With the deaths in millionths.
    filtered: Vec<(FilterReason, u64, i64)>,
    rejected: Vec<(u64, String, String, Rejection)>,
    quality: Vec<(u64, String, String, String, Issue)>,
    /// Days since 1970: the newest revision stamp, the newest first day, the end of coverage.
    days: [Option<i32>; 3],
}

impl Kept {
    /// `file` has just been read.
    pub(super) fn of(head: Vec<Vec<String>>, file: &FileIntake) -> Kept {
        let FileIntake { name: _, bytes, blake3: _, source, edition, encoding, delimiter, date_format, .. } = file;
        let FileIntake { skipped, accounting, filtered, rejected, quality, version, newest, covered_to, .. } = file;
        let rejected = rejected.iter().map(|row| (row.line, row.column.clone(), row.value.clone(), row.reason));
        let quality =
            quality.iter().map(|row| (row.line, row.id.clone(), row.column.clone(), row.value.clone(), row.issue));
        Kept {
            head,
            bytes: *bytes,
            source: source.clone(),
            edition: *edition,
            encoding: encoding.clone(),
            delimiter: *delimiter,
            date_format: date_format.clone(),
            skipped: *skipped,
            rows: [accounting.read, accounting.filtered, accounting.rejected],
            filtered: filtered.iter().map(|(reason, rows, killed)| (reason, rows, killed.millionths())).collect(),
            rejected: rejected.collect(),
            quality: quality.collect(),
            days: [version, newest, covered_to].map(|day| day.map(Day::epoch)),
        }
    }

    /// The file as it was when it had just been read, but for its name and hash.
    pub(super) fn into_file(self, name: String, blake3: String) -> FileIntake {
        let [read, filtered, rejected] = self.rows;
        let [version, newest, covered_to] = self.days.map(|day| day.map(Day::from_epoch));
        let of_rejected = |(line, column, value, reason)| Rejected { line, column, value, reason };
        let of_quality = |(line, id, column, value, issue)| Quality { line, id, column, value, issue };
        FileIntake {
            name,
            bytes: self.bytes,
            blake3,
            source: self.source,
            edition: self.edition,
            encoding: self.encoding,
            delimiter: self.delimiter,
            date_format: self.date_format,
            skipped: self.skipped,
            accounting: Accounting { read, filtered, rejected, ..Accounting::default() },
            filtered: Filtered::of(
                self.filtered.into_iter().map(|(reason, rows, killed)| (reason, rows, Amount::from_millionths(killed))),
            ),
            rejected: self.rejected.into_iter().map(of_rejected).collect(),
            quality: self.quality.into_iter().map(of_quality).collect(),
            version,
            newest,
            covered_to,
        }
    }
}

/// A table before its incidents are taken in.
pub(super) enum Opened {
    Table(Box<Table>),
    /// An earlier run read it.
    Found(Box<Found>),
}

impl Opened {
    pub(super) fn of(
        at: &TableRef,
        shelf: Option<&dyn Shelf>,
        options: &read::Options,
        look: Look,
    ) -> Result<Opened, Error> {
        Ok(match shelf.and_then(|shelf| shelf.find(at)) {
            Some(found) => Opened::Found(Box::new(found)),
            None => Opened::Table(Box::new(read::open(at, options, look)?)),
        })
    }

    pub(super) fn records(&self) -> Vec<Vec<String>> {
        match self {
            Opened::Table(table) => table.head().iter().map(|r| r.fields.clone()).collect(),
            Opened::Found(found) => found.kept.head.clone(),
        }
    }
}

/// A table that was read and is to be kept.
pub(super) struct Unkept<'a> {
    pub at: &'a TableRef,
    /// The number of its source in the run.
    pub source: usize,
    pub blake3: String,
    pub kept: Kept,
    pub rows: Range<usize>,
}

/// Takes in a table that was found.
pub(super) fn append(found: Found, name: String, into: &mut Loaded) -> FileIntake {
    let index = into.next_file();
    found.sheets.filter(|sheet| !sheet.is_empty()).for_each(|sheet| into.incidents.append(sheet, index));
    found.kept.into_file(name, found.blake3)
}

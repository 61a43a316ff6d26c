//! Loading: tables in, one table of incidents for each source out, with what became of every row.

use super::cells::Cells;
use super::choose::choose;
use super::dates::Decision;
use super::facts::Facts;
use super::file::FileIntake;
use super::head::Head;
use super::identity;
use super::intake::{Accounting, Filtered, Notes, Rejected, Skipped, Verdict, excerpt};
use super::kept::{Kept, Opened, Shelf, Unkept, append};
use super::memo::Memo;
use super::staff::{Staff, Worker};
use super::{Aliases, Error, Leading, Reader, Settings, Source};
use crate::incident::{Incidents, Sheet};
use crate::period::{DateFormat, Day};
use crate::read::{self, Batch, Columns, Look, Start, Table, TableRef};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// All incidents of one source, identified: every id once.
#[derive(Clone)]
pub struct Loaded {
    pub facts: Facts,
    pub incidents: Incidents,
    /// In the order of the inputs; the `File` column of the incidents counts along it.
    pub files: Vec<FileIntake>,
    /// Names from lists of associates that the run does not know as groups, with the incidents that have them.
    pub unmatched_allies: BTreeMap<String, u64>,
}

impl Loaded {
    /// The number that the next file will have.
    pub(super) fn next_file(&self) -> u32 {
        u32::try_from(self.files.len()).expect("fewer than four billion files")
    }

    /// The newest revision stamp of all files.
    pub fn version(&self) -> Option<Day> {
        self.files.iter().filter_map(|f| f.version).max()
    }
}

/// Everything that loading needs to know.
pub struct Plan<'a> {
    pub tables: &'a [TableRef],
    pub options: read::Options,
    /// Forces one source for all tables.
    pub source: Option<&'static dyn Source>,
    pub settings: &'a Settings,
    pub aliases: &'a Aliases,
    pub tolerance: Tolerance,
    /// Where tables are kept as they were read.
    pub shelf: Option<&'a dyn Shelf>,
    /// Called after each table with its name, rows read and rows rejected.
    pub progress: &'a dyn Fn(&FileIntake),
}

/// How many rejected rows a file may have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tolerance {
    /// Of the rows read.
    pub share: f64,
    /// Up to so many rejected rows never refuse a file.
    pub rows: u64,
}

impl Tolerance {
    /// Refuses no file.
    pub const ANY: Tolerance = Tolerance { share: 1.0, rows: u64::MAX };
}

impl Default for Tolerance {
    fn default() -> Tolerance {
        Tolerance { share: 0.02, rows: 4 }
    }
}

/// Reads all tables. Sources come in the order in which their first file was given.
///
/// # Errors
/// If a table cannot be read, fits no source, has ambiguous dates, or has too many rejected rows.
pub fn load(plan: &Plan) -> Result<Vec<Loaded>, Error> {
    let mut told = 0;
    match attempt(plan, Look::Head, &mut told) {
        // Some rows of a file have been read wrongly when this shows: all begins anew, at the price of one more reading.
        Err(Error::Read(read::Error::OtherEncoding { .. })) => attempt(plan, Look::Whole, &mut told),
        sources => sources,
    }
}

/// Loads once; the first `told` tables are known to whoever watches the progress.
fn attempt(plan: &Plan, look: Look, told: &mut usize) -> Result<Vec<Loaded>, Error> {
    let mut sources: Vec<Loaded> = Vec::new();
    let mut staffs: Vec<Staff> = Vec::new();
    let mut unkept: Vec<Unkept> = Vec::new();
    for (number, at) in plan.tables.iter().enumerate() {
        let opened = Opened::of(at, plan.shelf, &plan.options, look)?;
        let (name, records) = (at.name(), opened.records());
        let head = Head::new(&name, &records);
        let source = choose(&head, plan)?;
        let reader = source.open(&head, plan.settings)?;
        let facts = reader.facts();
        let index = match sources.iter().position(|s| s.facts.source == facts.source) {
            Some(index) => {
                sources[index].facts.merge(facts);
                index
            }
            None => {
                sources.push(Loaded {
                    facts: facts.clone(),
                    incidents: Incidents::default(),
                    files: Vec::new(),
                    unmatched_allies: BTreeMap::new(),
                });
                staffs.push(Staff::default());
                sources.len() - 1
            }
        };
        let first = sources[index].incidents.len();
        let file = match opened {
            Opened::Found(found) => append(*found, at.name(), &mut sources[index]),
            Opened::Table(table) => {
                let file = read_table(&table, &head, reader.as_ref(), plan, &mut staffs[index], &mut sources[index])?;
                if plan.shelf.is_some() {
                    let (blake3, kept) = (file.blake3.clone(), Kept::of(records, &file));
                    unkept.push(Unkept {
                        at,
                        source: index,
                        blake3,
                        kept,
                        rows: first..sources[index].incidents.len(),
                    });
                }
                file
            }
        };
        if number >= *told {
            (plan.progress)(&file);
            *told = number + 1;
        }
        file.check(plan.tolerance)?;
        sources[index].files.push(file);
    }
    drop(staffs);
    sources.iter_mut().for_each(|source| source.incidents.settle());
    if let Some(shelf) = plan.shelf {
        for Unkept { at, source, blake3, kept, rows } in &unkept {
            shelf.keep(at, blake3, kept, &sources[*source].incidents, rows.clone());
        }
    }
    sources.iter_mut().for_each(identity::settle);
    Ok(sources)
}

fn read_table(
    table: &Table,
    head: &Head,
    reader: &dyn Reader,
    plan: &Plan,
    staff: &mut Staff,
    into: &mut Loaded,
) -> Result<FileIntake, Error> {
    let leading = reader.leading();
    let start = Start::after((leading.header + leading.tags) as usize);
    let width = reader.layout().width();
    let dates = match &plan.settings.date_format {
        Some(format) => format.clone(),
        None => match reader.date_format() {
            Some(format) => format.clone(),
            None => decide_dates(table, head, reader, start)?,
        },
    };
    let index = into.next_file();
    let mut file = FileIntake {
        name: table.name().to_owned(),
        bytes: 0,
        blake3: String::new(),
        source: reader.facts().source.clone(),
        edition: reader.facts().edition,
        encoding: table.encoding().name().to_owned(),
        delimiter: char::from(table.delimiter()),
        date_format: dates.to_string(),
        skipped: Skipped { header: leading.header, tags: leading.tags, ..Skipped::default() },
        accounting: Accounting::default(),
        filtered: Filtered::default(),
        rejected: Vec::new(),
        quality: Vec::new(),
        version: None,
        newest: None,
        covered_to: None,
    };
    // A name that stands for different groups or regions at different times is no matter of the cells alone.
    let memo = || if plan.aliases.are_dated() { Memo::none() } else { Memo::of(reader) };
    staff.turn_to(table, reader, memo);
    let scanned = table.scan(
        start,
        width,
        &reader.columns(),
        || staff.hire(memo),
        |worker, batch| type_batch(worker, &batch, reader, &dates, plan.aliases),
        |(sheet, notes)| {
            file.version = file.version.max(sheet.newest_revision());
            file.newest = file.newest.max(sheet.newest_start());
            file.rejected.extend(notes.rejected);
            file.quality.extend(notes.quality);
            file.accounting.filtered += notes.filtered.rows();
            file.filtered.merge(notes.filtered);
            // Also a sheet without rows: later ones build on what it says of its clerk's numbers.
            into.incidents.append(sheet, index);
            ControlFlow::Continue(())
        },
    )?;
    let fingerprint = table.fingerprint()?;
    file.bytes = fingerprint.bytes;
    file.blake3.clone_from(&fingerprint.blake3);
    file.skipped.blank = scanned.skipped_blank;
    file.skipped.repeated_header = scanned.skipped_header;
    file.accounting.read = scanned.records;
    file.accounting.rejected = file.rejected.len() as u64;
    file.rejected.sort();
    file.quality.sort();
    let facts = reader.facts();
    file.covered_to = facts.covered_to.or(file.newest.map(|newest| facts.coverage.end(newest, file.version)));
    Ok(file)
}

/// Types the records of one batch; runs on a worker thread.
fn type_batch(
    worker: &mut Worker,
    batch: &Batch,
    reader: &dyn Reader,
    dates: &DateFormat,
    aliases: &Aliases,
) -> (Sheet, Notes) {
    let Worker { clerk, memo } = worker;
    let mut notes = Notes::default();
    let names = reader.layout().names();
    notes.rejected.extend(batch.faults().iter().map(|fault| Rejected::from_fault(fault, names)));
    memo.begin();
    clerk.expect(batch.len());
    for (index, record) in batch.records().enumerate() {
        let known = memo.look(batch, index);
        let noted = notes.quality.len();
        let mut cells = Cells::new(record, names, dates, reader.numbers(), &mut notes);
        let read = match known.all() {
            Some(known) => reader.own(&mut cells).map(|own| clerk.push_with(&own, known)),
            None => reader.read(&mut cells).map(|mut draft| {
                aliases.apply(&mut draft);
                let recurring = clerk.recurring(&draft, known);
                clerk.push_with(&draft.own(), recurring);
                if notes.quality.len() == noted {
                    memo.keep(index, recurring);
                }
            }),
        };
        match read {
            Ok(()) => {}
            Err(Verdict::Filtered { reason, killed }) => notes.filtered.add(reason, killed),
            Err(Verdict::Rejected { column, reason }) => notes.rejected.push(Rejected {
                line: record.line(),
                column: column.and_then(|c| names.get(c)).cloned().unwrap_or_default(),
                value: column.map(|c| excerpt(record.get(c))).unwrap_or_default(),
                reason,
            }),
        }
    }
    (clerk.sheet(), notes)
}

/// The format of the file's dates: ISO where the head has nothing else, otherwise decided by every row.
fn decide_dates(table: &Table, head: &Head, reader: &dyn Reader, start: Start) -> Result<DateFormat, Error> {
    let columns = reader.dates();
    let Some(date) = columns.date else { return Ok(DateFormat::iso()) };
    let iso = DateFormat::iso();
    let Leading { header, tags } = reader.leading();
    let mut sample = head.records().skip((header + tags) as usize).filter_map(|r| r.get(date)).map(|d| d.trim());
    if sample.all(|d| d.is_empty() || iso.read(d).is_some()) {
        return Ok(iso);
    }
    let mut decision = Decision::default();
    table.scan(
        start,
        reader.layout().width(),
        &Columns::Only([date].into_iter().chain(columns.year).collect()),
        || (),
        |(), batch: Batch| -> Vec<(u64, String, Option<i32>)> {
            let year = |record: &read::Record| {
                columns.year.and_then(|y| record.get(y).trim().trim_end_matches(".0").parse().ok())
            };
            batch.records().map(|r| (r.line(), r.get(date).trim().to_owned(), year(&r))).collect()
        },
        |rows| {
            rows.iter().for_each(|(line, value, year)| decision.witness(*line, value, *year));
            ControlFlow::Continue(())
        },
    )?;
    decision.decide(head)
}

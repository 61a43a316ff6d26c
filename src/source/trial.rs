//! For tests: invented files, read through the real read room by one source.

use super::dates::Decision;
use super::{Cells, Facts, Head, Issue, Notes, Settings, Source, Verdict};
use crate::incident::Draft;
use crate::read::{self, Batch, Columns, Look, Options, Start};
use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

/// What a source made of a file.
pub(super) struct Trial {
    pub(super) rows: Vec<Result<Draft<'static>, Verdict>>,
    pub(super) notes: Notes,
    pub(super) facts: Facts,
}

impl Trial {
    /// The drafts of a file all of whose rows are good.
    pub(super) fn drafts(&self) -> Vec<&Draft<'static>> {
        self.rows.iter().map(|row| row.as_ref().expect("every row is an incident")).collect()
    }

    /// What was noted: column and issue.
    pub(super) fn issues(&self) -> Vec<(&str, Issue)> {
        self.notes.quality.iter().map(|q| (q.column.as_str(), q.issue)).collect()
    }
}

/// Reads `bytes` as a file of that name, which `source` must recognise. What the drafts borrow from is leaked: tests end.
pub(super) fn read(source: &dyn Source, name: &str, bytes: &[u8]) -> Trial {
    let folder = tempfile::tempdir().expect("a folder for one file");
    let path = folder.path().join(name);
    std::fs::File::create(&path).and_then(|mut file| file.write_all(bytes)).expect("one small file");
    let options = Options { encoding: None, delimiter: None, threads: NonZeroUsize::MIN };
    let tables = read::tables(&path).expect("a table");
    let table = read::open(&tables[0], &options, Look::Whole).expect("a readable table");

    let records: Vec<Vec<String>> = table.head().iter().map(|record| record.fields.clone()).collect();
    let head = Head::new(name, &records);
    assert_eq!(source.recognise(&head, &Settings::default()), super::Fit::Yes, "{} recognises {name}", source.id());
    let reader = &*Box::leak(source.open(&head, &Settings::default()).expect("all columns"));
    let leading = reader.leading();
    let start = Start::after((leading.header + leading.tags) as usize);
    let mut batches: Vec<Batch> = Vec::new();
    let keep = |batch| {
        batches.push(batch);
        ControlFlow::Continue(())
    };
    let width = reader.layout().width();
    table.scan(start, width, &Columns::All, || (), |(), batch| batch, keep).expect("readable to its end");
    let batches: &'static [Batch] = batches.leak();

    let (mut decision, columns) = (Decision::default(), reader.dates());
    let cell = |record: &read::Record<'static>, column: Option<usize>| column.map_or("", |c| record.get(c).trim());
    for record in batches.iter().flat_map(Batch::records) {
        decision.witness(record.line(), cell(&record, columns.date), cell(&record, columns.year).parse().ok());
    }
    let format = decision.decide(&head).expect("one date format");
    let mut notes = Notes::default();
    let rows = batches
        .iter()
        .flat_map(Batch::records)
        .map(|record| {
            let names = reader.layout().names();
            reader.read(&mut Cells::new(record, names, &format, reader.numbers(), &mut notes))
        })
        .collect();
    Trial { rows, notes, facts: reader.facts().clone() }
}

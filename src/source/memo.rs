//! What a worker has read before: most of what a row says was said by earlier rows, word for word, and is read once.

use super::Reader;
use crate::incident::Recurring;
use crate::read::Record;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_128;

/// Distinct parts that a worker remembers: enough for every cast and place of a large export.
const MOST: usize = 1 << 20;

/// The columns that alone decide the parts of an incident that recur, for sources whose rows can be read so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrences {
    pub act: Vec<usize>,
    pub site: Vec<usize>,
    pub outlets: Vec<usize>,
    pub losses: Vec<usize>,
}

/// The numbers of parts, by the cells that they were read from.
pub(super) struct Memo<'r> {
    columns: Option<&'r Recurrences>,
    parts: [Part; 4],
}

/// The numbers of one part, by 128 bits of its cells: of ten million distinct ones, two are taken for the same once in 10^24 tables.
#[derive(Default)]
struct Part {
    numbers: FxHashMap<u128, u32>,
    /// The cells of the row at hand, each after its length.
    cells: Vec<u8>,
    /// What they come to.
    hash: u128,
}

impl Part {
    fn look(&mut self, record: &Record<'_>, columns: &[usize]) -> Option<u32> {
        self.cells.clear();
        for &column in columns {
            let cell = record.get(column);
            self.cells.extend_from_slice(&(cell.len() as u32).to_le_bytes());
            self.cells.extend_from_slice(cell.as_bytes());
        }
        self.hash = xxh3_128(&self.cells);
        self.numbers.get(&self.hash).copied()
    }
}

impl<'r> Memo<'r> {
    pub(super) fn of(reader: &'r dyn Reader) -> Memo<'r> {
        Memo { columns: reader.recurrences(), parts: Default::default() }
    }

    /// Remembers nothing.
    pub(super) fn none() -> Memo<'r> {
        Memo { columns: None, parts: Default::default() }
    }

    /// The parts of a record, if all of them were read before.
    pub(super) fn look(&mut self, record: &Record<'_>) -> Option<Recurring> {
        let Recurrences { act, site, outlets, losses } = self.columns?;
        let [of_act, of_site, of_outlets, of_losses] = &mut self.parts;
        // All four are looked for, so that each knows this record should it be kept.
        let found = [
            of_act.look(record, act),
            of_site.look(record, site),
            of_outlets.look(record, outlets),
            of_losses.look(record, losses),
        ];
        let [act, site, outlets, losses] = found;
        Some(Recurring { act: act?, site: site?, outlets: outlets?, losses: losses? })
    }

    /// Keeps the parts of the record that was looked for last, which must have been read without anything to note.
    pub(super) fn keep(&mut self, recurring: Recurring) {
        if self.columns.is_none() {
            return;
        }
        let numbers = [recurring.act, recurring.site, recurring.outlets, recurring.losses];
        for (part, number) in self.parts.iter_mut().zip(numbers) {
            if part.numbers.len() < MOST {
                part.numbers.insert(part.hash, number);
            }
        }
    }
}

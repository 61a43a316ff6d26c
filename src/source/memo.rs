//! What a worker has read before: most of what a row says was said by earlier rows, word for word, and is read once.

use super::Reader;
use crate::incident::Recurring;
use crate::read::Record;
use rustc_hash::FxHashMap;

/// Bytes of cells that a worker remembers: enough for every cast and place of a large export.
const ROOM: usize = 24 << 20;

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
    room: usize,
}

/// The numbers of one part.
#[derive(Default)]
struct Part {
    numbers: FxHashMap<Box<[u8]>, u32>,
    /// The cells of the row at hand, each after its length.
    cells: Vec<u8>,
}

impl Part {
    fn look(&mut self, record: &Record<'_>, columns: &[usize]) -> Option<u32> {
        self.cells.clear();
        for &column in columns {
            let cell = record.get(column);
            self.cells.extend_from_slice(&(cell.len() as u32).to_le_bytes());
            self.cells.extend_from_slice(cell.as_bytes());
        }
        self.numbers.get(self.cells.as_slice()).copied()
    }
}

impl<'r> Memo<'r> {
    pub(super) fn of(reader: &'r dyn Reader) -> Memo<'r> {
        Memo { columns: reader.recurrences(), parts: Default::default(), room: ROOM }
    }

    /// Remembers nothing.
    pub(super) fn none() -> Memo<'r> {
        Memo { columns: None, parts: Default::default(), room: 0 }
    }

    /// The parts of a record, if all of them were read before.
    pub(super) fn look(&mut self, record: &Record<'_>) -> Option<Recurring> {
        let Recurrences { act, site, outlets, losses } = self.columns?;
        let [of_act, of_site, of_outlets, of_losses] = &mut self.parts;
        // All four are looked for, so that each holds the cells of this record should they be kept.
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
            if part.cells.len() <= self.room && !part.numbers.contains_key(part.cells.as_slice()) {
                self.room -= part.cells.len();
                part.numbers.insert(part.cells.as_slice().into(), number);
            }
        }
    }
}

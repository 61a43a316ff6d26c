//! What a worker has read before: most of what a row says was said by earlier rows, word for word, and is read once.

use super::Reader;
use super::seen::Seen;
use crate::incident::{Known, Recurring};
use crate::read::{Batch, Record};
use xxhash_rust::xxh3::xxh3_128;

/// Records looked up together: their places in memory are then fetched side by side, not one after the other.
const TOGETHER: usize = 512;

/// The columns that alone decide the parts of an incident that recur, for sources whose rows can be read so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrences {
    pub act: Vec<usize>,
    pub site: Vec<usize>,
    pub outlets: Vec<usize>,
    pub losses: Vec<usize>,
    /// Columns that say nothing which others do not: where they stand between those of a part, they are compared with them.
    pub redundant: Vec<usize>,
}

/// The numbers of parts, by the text that they were read from.
pub(super) struct Memo {
    /// Empty for a source that has no recurring parts, or a run that remembers none.
    parts: Vec<Part>,
    /// The records of the batch that were looked up last: from the first to before the last.
    looked: (usize, usize),
}

/// One part: where it is read from, and what is known of it.
struct Part {
    /// Its columns in ascending order.
    columns: Vec<usize>,
    /// The same as the first and the last of those that lie side by side.
    runs: Vec<(usize, usize)>,
    seen: Seen,
    /// What the records at hand say, hashed, and its numbers; [`Seen::NONE`] for what is not known.
    hashes: Vec<u128>,
    numbers: Vec<u32>,
    /// The cells of one record, each after its length.
    cells: Vec<u8>,
}

impl Part {
    fn of(columns: &[usize], redundant: &[usize]) -> Part {
        let mut columns = columns.to_vec();
        columns.sort_unstable();
        columns.dedup();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for &column in &columns {
            match runs.last_mut() {
                Some((_, last)) if (*last + 1..column).all(|between| redundant.contains(&between)) => *last = column,
                Some(_) | None => runs.push((column, column)),
            }
        }
        Part { columns, runs, seen: Seen::default(), hashes: Vec::new(), numbers: Vec::new(), cells: Vec::new() }
    }

    fn look(&mut self, batch: &Batch, from: usize, to: usize) {
        /// Any odd number whose bits are well mixed: of the golden ratio.
        const MIX: u128 = 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835;
        self.hashes.clear();
        self.hashes.resize(to - from, 0);
        // Records that have a run that is not as it lies in the file: they are told cell by cell.
        let mut odd: Vec<usize> = Vec::new();
        for &(first, last) in &self.runs {
            let run = batch.runs(first, last);
            for (hash, index) in self.hashes.iter_mut().zip(from..) {
                match run(index) {
                    Some(text) => *hash = hash.wrapping_mul(MIX).wrapping_add(xxh3_128(text)),
                    None => odd.push(index),
                }
            }
        }
        for index in odd {
            self.hashes[index - from] = self.hash_of_cells(&batch.record(index));
        }
        self.numbers.clear();
        self.numbers.extend(self.hashes.iter().map(|&hash| self.seen.get(hash)));
    }

    /// What begins with a length is no run of text: the four bytes hold a NUL, or the cell would be of 16 MB.
    fn hash_of_cells(&mut self, record: &Record<'_>) -> u128 {
        self.cells.clear();
        for &column in &self.columns {
            let cell = record.get(column);
            self.cells.extend_from_slice(&(cell.len() as u32).to_le_bytes());
            self.cells.extend_from_slice(cell.as_bytes());
        }
        xxh3_128(&self.cells)
    }
}

impl Memo {
    pub(super) fn of(reader: &dyn Reader) -> Memo {
        let parts = reader.recurrences().map_or_else(Vec::new, |columns| {
            let Recurrences { act, site, outlets, losses, redundant } = columns;
            [act, site, outlets, losses].map(|columns| Part::of(columns, redundant)).into()
        });
        Memo { parts, looked: (0, 0) }
    }

    /// Remembers nothing.
    pub(super) fn none() -> Memo {
        Memo { parts: Vec::new(), looked: (0, 0) }
    }

    /// Begins a batch, whose records are then looked for in their order.
    pub(super) fn begin(&mut self) {
        self.looked = (0, 0);
    }

    /// The parts of a record that were read before.
    pub(super) fn look(&mut self, batch: &Batch, index: usize) -> Known {
        if self.parts.is_empty() {
            return Known::default();
        }
        if index >= self.looked.1 {
            self.looked = (index, (index + TOGETHER).min(batch.len()));
            self.parts.iter_mut().for_each(|part| part.look(batch, index, self.looked.1));
        }
        let at = index - self.looked.0;
        let found = |part: usize| {
            let part = &self.parts[part];
            let number = match part.numbers[at] {
                // Perhaps a record just before this one has said it.
                Seen::NONE => part.seen.get(part.hashes[at]),
                number => number,
            };
            (number != Seen::NONE).then_some(number)
        };
        Known { act: found(0), site: found(1), outlets: found(2), losses: found(3) }
    }

    /// Keeps the parts of the record that was looked for last, which must have been read without anything to note.
    pub(super) fn keep(&mut self, index: usize, recurring: Recurring) {
        let numbers = [recurring.act, recurring.site, recurring.outlets, recurring.losses];
        for (part, number) in self.parts.iter_mut().zip(numbers) {
            part.seen.put(part.hashes[index - self.looked.0], number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_side_by_side_are_one_run() {
        let part = Part::of(&[9, 3, 4, 6], &[5]);
        assert_eq!((part.columns, part.runs), (vec![3, 4, 6, 9], vec![(3, 6), (9, 9)]));
        assert_eq!(Part::of(&[], &[]).runs, []);
    }
}

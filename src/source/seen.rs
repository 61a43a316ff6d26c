//! A table from hashes to numbers, in which nearly every look-up touches one line of the processor's cache.

/// Distinct hashes that are kept: enough for every cast and place of a large export.
const MOST: usize = 1 << 20;
/// As many as fit into one line beside their numbers.
const SLOTS: usize = 3;

/// Numbers by 128 bits of what they stand for: of ten million distinct texts, two are taken for the same once in 10^24 tables.
#[derive(Default)]
pub(super) struct Seen {
    /// A power of two of them, or none. A hash stands in the line that its lowest bits name, or in the next that had room.
    lines: Vec<Line>,
    taken: usize,
}

#[derive(Clone, Copy)]
#[repr(align(64))]
struct Line {
    hashes: [u128; SLOTS],
    /// [`Seen::NONE`] in a slot that is free; those are the last ones.
    numbers: [u32; SLOTS],
}

const FREE: Line = Line { hashes: [0; SLOTS], numbers: [Seen::NONE; SLOTS] };
const _: () = assert!(size_of::<Line>() == 64, "a line of the table is a line of the cache");

impl Seen {
    /// No number.
    pub(super) const NONE: u32 = u32::MAX;

    /// The number of a hash, or [`Seen::NONE`].
    #[inline]
    pub(super) fn get(&self, hash: u128) -> u32 {
        if self.lines.is_empty() {
            return Seen::NONE;
        }
        let mut at = self.home(hash);
        loop {
            let line = &self.lines[at];
            for slot in 0..SLOTS {
                // A free slot has no number, whatever its hash.
                if line.hashes[slot] == hash {
                    return line.numbers[slot];
                }
            }
            if line.numbers[SLOTS - 1] == Seen::NONE {
                return Seen::NONE;
            }
            at = (at + 1) & (self.lines.len() - 1);
        }
    }

    /// Gives a hash its number, unless it has one or the table is full.
    pub(super) fn put(&mut self, hash: u128, number: u32) {
        if self.taken == MOST {
            return;
        }
        // Three quarters full.
        if self.taken * 4 >= self.lines.len() * SLOTS * 3 {
            let more = (self.lines.len() * 2).max(16);
            let full = std::mem::replace(&mut self.lines, vec![FREE; more]);
            for (hash, number) in full.iter().flat_map(|line| line.hashes.into_iter().zip(line.numbers)) {
                if number != Seen::NONE {
                    self.place(hash, number);
                }
            }
        }
        self.taken += usize::from(self.place(hash, number));
    }

    /// Whether it was new.
    fn place(&mut self, hash: u128, number: u32) -> bool {
        let mut at = self.home(hash);
        loop {
            let line = &mut self.lines[at];
            for slot in 0..SLOTS {
                if line.numbers[slot] == Seen::NONE {
                    (line.hashes[slot], line.numbers[slot]) = (hash, number);
                    return true;
                }
                if line.hashes[slot] == hash {
                    return false;
                }
            }
            at = (at + 1) & (self.lines.len() - 1);
        }
    }

    fn home(&self, hash: u128) -> usize {
        hash as usize & (self.lines.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xxhash_rust::xxh3::xxh3_128;

    #[test]
    fn what_was_put_is_found_and_nothing_else() {
        let hash = |n: u32| xxh3_128(&n.to_le_bytes());
        let mut seen = Seen::default();
        assert_eq!((seen.get(0), seen.get(hash(0))), (Seen::NONE, Seen::NONE));
        for n in 0..10_000 {
            seen.put(hash(n), n);
            seen.put(hash(n / 2), 77_777);
        }
        assert!((0..10_000).all(|n| seen.get(hash(n)) == n), "the first number stays");
        assert!((10_000..30_000).all(|n| seen.get(hash(n)) == Seen::NONE));
        assert_eq!(seen.taken, 10_000);
    }

    #[test]
    fn hashes_of_one_home_stand_side_by_side() {
        let hash = |n: u32| u128::from(n) << 64 | 15;
        let mut seen = Seen::default();
        (0..30).for_each(|n| seen.put(hash(n), n));
        assert!((0..30).all(|n| seen.get(hash(n)) == n));
        assert_eq!(seen.get(hash(30)), Seen::NONE);
        seen.put(0, 5);
        assert_eq!(seen.get(0), 5, "a hash of nothing but 0 too");
    }
}

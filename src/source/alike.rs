//! Which rows may be the same: those that share a hash, found in few bytes a row.

use crate::incident::short;
use std::hash::{Hash, Hasher};

/// Stands for "no hash": such rows are compared with none.
pub(super) const NOTHING: u32 = 0;

/// A hash of something. It is short: rows that share one have to be looked at.
pub(super) fn hash_of(value: &impl Hash) -> u32 {
    let mut hasher = rustc_hash::FxHasher::default();
    value.hash(&mut hasher);
    short(hasher.finish())
}

/// Marks for each hash that comes.
const MARKS: u64 = 6;

/// The sets of several rows with equal hashes, each in the order of the table.
///
/// Nearly every hash comes once. So each first makes a mark, and only those whose mark was there already, by chance or not, are put in
/// order.
pub(super) fn alike(hashes: &[u32]) -> Vec<Vec<usize>> {
    let mut marks = Marks::of(hashes.len());
    hashes.iter().filter(|&&hash| hash != NOTHING).for_each(|&hash| marks.make(hash));
    let mut suspects: Vec<(u32, u32)> = Vec::with_capacity(hashes.len() / 4);
    let doubles = hashes.iter().zip(0u32..).filter(|&(&hash, _)| hash != NOTHING && marks.is_double(hash));
    suspects.extend(doubles.map(|(&hash, row)| (hash, row)));
    drop(marks);
    suspects.sort_unstable();
    let sets = suspects.chunk_by(|a, b| a.0 == b.0).filter(|set| set.len() > 1);
    sets.map(|set| set.iter().map(|&(_, row)| row as usize).collect()).collect()
}

/// Two bits for each mark: whether it was made, and whether it was made again.
struct Marks {
    bytes: Vec<u8>,
    marks: u64,
}

impl Marks {
    /// For so many hashes.
    fn of(hashes: usize) -> Marks {
        let marks = hashes as u64 * MARKS;
        Marks { bytes: vec![0; marks.div_ceil(4) as usize], marks }
    }

    /// The byte of a mark, and its lower bit.
    #[inline]
    fn at(&self, hash: u32) -> (usize, u8) {
        let mark = (u64::from(hash) * self.marks) >> u32::BITS;
        ((mark / 4) as usize, 1 << (mark % 4 * 2))
    }

    fn make(&mut self, hash: u32) {
        let (at, bit) = self.at(hash);
        let byte = &mut self.bytes[at];
        *byte |= (*byte & bit) << 1 | bit;
    }

    fn is_double(&self, hash: u32) -> bool {
        let (at, bit) = self.at(hash);
        self.bytes[at] & bit << 1 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_hashes_are_found_whatever_their_marks() {
        assert!(alike(&[]).is_empty());
        assert!(alike(&[7]).is_empty());
        let mut hashes: Vec<u32> = (1..5_000u32).map(|n| n.wrapping_mul(859_433)).collect();
        assert!(alike(&hashes).is_empty(), "shared marks are no equal hashes");
        for (row, twin) in [(10, 20), (4_000, 20), (3, 4_998)] {
            hashes[row] = hashes[twin];
        }
        hashes[100] = NOTHING;
        hashes[101] = NOTHING;
        let mut sets = alike(&hashes);
        sets.sort();
        assert_eq!(sets, [vec![3, 4_998], vec![10, 20, 4_000]]);
    }
}

//! Which rows may be the same: those that share a hash, found in few bytes a row.

/// Stands for "no hash": such rows are compared with none.
pub(super) const NOTHING: u64 = 0;

/// A hash that is none of [`NOTHING`].
pub(super) fn something(hash: u64) -> u64 {
    hash.max(1)
}

/// Marks for each hash that may come: the rest of the hashes share one each.
const MARKS: usize = 8;

/// The sets of several rows with equal hashes, each in the order of the table.
///
/// Nearly every hash comes once. So each first makes a mark, and only those whose mark was there already, by chance or not, are put in
/// order.
pub(super) fn alike(hashes: &[u64]) -> Vec<Vec<usize>> {
    let mut marks = Marks::of(hashes.len());
    hashes.iter().filter(|&&hash| hash != NOTHING).for_each(|&hash| marks.make(hash));
    let suspects = || hashes.iter().zip(0u32..).filter(|&(&hash, _)| hash != NOTHING && marks.is_double(hash));
    let mut suspects: Vec<(u64, u32)> = suspects().map(|(&hash, row)| (hash, row)).collect();
    drop(marks);
    suspects.sort_unstable();
    let sets = suspects.chunk_by(|a, b| a.0 == b.0).filter(|set| set.len() > 1);
    sets.map(|set| set.iter().map(|&(_, row)| row as usize).collect()).collect()
}

/// Two bits for each mark: whether it was made, and whether it was made again.
struct Marks {
    bytes: Vec<u8>,
    /// How far a hash is shifted so that as many bits are left as number the marks.
    shift: u32,
}

impl Marks {
    /// For so many hashes.
    fn of(hashes: usize) -> Marks {
        let marks = (hashes * MARKS).next_power_of_two().max(4);
        Marks { bytes: vec![0; marks / 4], shift: u64::BITS - marks.trailing_zeros() }
    }

    /// The byte of a mark, and its lower bit.
    fn at(&self, hash: u64) -> (usize, u8) {
        // The upper bits of a product depend on all bits of the hash.
        let mark = (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize;
        (mark / 4, 1 << (mark % 4 * 2))
    }

    fn make(&mut self, hash: u64) {
        let (at, bit) = self.at(hash);
        let byte = &mut self.bytes[at];
        *byte |= (*byte & bit) << 1 | bit;
    }

    fn is_double(&self, hash: u64) -> bool {
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
        let mut hashes: Vec<u64> = (1..5_000).map(|n| n * n * 977).collect();
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

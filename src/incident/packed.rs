//! Packed columns: nullable whole numbers in blocks, each as narrow as its values allow, so that millions of rows fit into little.

use rayon::prelude::*;

/// Rows of a block. Neighbouring rows are alike (lines ascend, exports are sorted by day), so a block is often narrower than its
/// column; 32,768 of them keep the number of a row within 16 bits.
const BLOCK: usize = 1 << 15;

/// A value that stands for "unknown" while a block is filled. No number of a row comes near it.
pub(super) const UNKNOWN: i64 = i64::MIN;

/// One column. Invariant: every block but the open one holds [`BLOCK`] values.
#[derive(Clone, Debug, Default)]
pub(super) struct Packed {
    blocks: Vec<Block>,
    /// The values that fill no block yet.
    open: Vec<i64>,
}

/// The values of a block less the smallest of them, plus one: 0 stands for "unknown".
#[derive(Clone, Debug)]
struct Block {
    /// One less than the smallest value.
    base: i64,
    values: Values,
}

#[derive(Clone, Debug)]
enum Values {
    /// All alike.
    Same(i64),
    Byte(Box<[u8]>),
    Short(Box<[u16]>),
    /// Three bytes, the lowest first: ten degrees in millionths, or half a year in seconds.
    Three(Box<[[u8; 3]]>),
    Word(Box<[u32]>),
    /// As they are, since their range is that of the type: nothing is taken from them.
    Long(Box<[i64]>),
}

impl Packed {
    /// Appends values, [`UNKNOWN`] among them where a row has none.
    pub(super) fn extend(&mut self, mut values: &[i64]) {
        while !values.is_empty() {
            let room = BLOCK - self.open.len();
            let (now, later) = values.split_at(room.min(values.len()));
            self.open.extend_from_slice(now);
            values = later;
            if self.open.len() == BLOCK {
                self.blocks.push(Block::of(&self.open));
                self.open.clear();
            }
        }
    }

    /// Packs what fills no whole block: nothing can be appended after it.
    pub(super) fn close(&mut self) {
        if !self.open.is_empty() {
            self.blocks.push(Block::of(&self.open));
            self.open = Vec::new();
        }
    }

    /// The value of a row, if it has one.
    ///
    /// # Panics
    /// If there is no such row, or the column is still open.
    #[inline]
    pub(super) fn get(&self, row: usize) -> Option<i64> {
        self.blocks[row / BLOCK].get(row % BLOCK)
    }

    /// The values of the rows for which `keep` is true, packed anew.
    pub(super) fn retained(&self, keep: &[bool]) -> Packed {
        let mut retained = Packed::default();
        for (row, _) in keep.iter().enumerate().filter(|&(_, &keep)| keep) {
            retained.extend(&[self.get(row).unwrap_or(UNKNOWN)]);
        }
        retained.close();
        retained
    }

    /// Every value of a closed column of so many rows through `change`, which is handed the row too. Blocks are changed side by side.
    pub(super) fn changed(&self, rows: usize, change: impl Fn(usize, Option<i64>) -> Option<i64> + Sync) -> Packed {
        let changed = |(at, block): (usize, &Block)| {
            let first = at * BLOCK;
            let values = (0..BLOCK.min(rows - first)).map(|at| change(first + at, block.get(at)).unwrap_or(UNKNOWN));
            Block::of(&values.collect::<Vec<i64>>())
        };
        Packed { blocks: self.blocks.par_iter().enumerate().map(changed).collect(), ..Packed::default() }
    }

    /// Bytes that the values take.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        let of = |block: &Block| match &block.values {
            Values::Same(_) => 0,
            Values::Byte(values) => values.len(),
            Values::Short(values) => 2 * values.len(),
            Values::Three(values) => 3 * values.len(),
            Values::Word(values) => 4 * values.len(),
            Values::Long(values) => 8 * values.len(),
        };
        self.blocks.iter().map(of).sum::<usize>() + 8 * self.open.len()
    }
}

impl Block {
    fn of(values: &[i64]) -> Block {
        if values.iter().all(|&value| value == values[0]) {
            return Block { base: 0, values: Values::Same(values[0]) };
        }
        let known = || values.iter().copied().filter(|&value| value != UNKNOWN);
        let (least, most) = known().fold((i64::MAX, i64::MIN), |(least, most), v| (least.min(v), most.max(v)));
        let base = least.saturating_sub(1);
        let above = |value: i64| if value == UNKNOWN { 0 } else { value - base };
        let values = match most.checked_sub(base) {
            Some(range) if range <= i64::from(u8::MAX) => {
                Values::Byte(values.iter().map(|&value| above(value) as u8).collect())
            }
            Some(range) if range <= i64::from(u16::MAX) => {
                Values::Short(values.iter().map(|&value| above(value) as u16).collect())
            }
            Some(range) if range < 1 << 24 => {
                let three = |value| {
                    let [a, b, c, ..] = above(value).to_le_bytes();
                    [a, b, c]
                };
                Values::Three(values.iter().map(|&value| three(value)).collect())
            }
            Some(range) if range <= i64::from(u32::MAX) => {
                Values::Word(values.iter().map(|&value| above(value) as u32).collect())
            }
            Some(_) | None => Values::Long(values.into()),
        };
        Block { base, values }
    }

    #[inline]
    fn get(&self, at: usize) -> Option<i64> {
        let above = match &self.values {
            Values::Same(value) => return (*value != UNKNOWN).then_some(*value),
            Values::Long(values) => return Some(values[at]).filter(|&value| value != UNKNOWN),
            Values::Byte(values) => i64::from(values[at]),
            Values::Short(values) => i64::from(values[at]),
            Values::Three(values) => {
                let [a, b, c] = values[at];
                i64::from(u32::from_le_bytes([a, b, c, 0]))
            }
            Values::Word(values) => i64::from(values[at]),
        };
        (above != 0).then(|| self.base + above)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn packed(values: &[i64]) -> Packed {
        let mut column = Packed::default();
        column.extend(values);
        column.close();
        column
    }

    proptest! {
        #[test]
        fn values_come_back(
            values in prop::collection::vec(prop_oneof![Just(UNKNOWN), -300i64..300, any::<i64>(), Just(i64::MAX)], 1..300),
            spread in prop_oneof![Just(1i64), Just(1_000), Just(50_000), Just(10_000_000)],
        ) {
            let narrow: Vec<i64> = values.iter().map(|&v| if v == UNKNOWN { v } else { v % 256 * spread }).collect();
            for values in [&values, &narrow] {
                let column = packed(values);
                for (row, &value) in values.iter().enumerate() {
                    prop_assert_eq!(column.get(row), Some(value).filter(|&v| v != UNKNOWN));
                }
            }
        }
    }

    #[test]
    fn a_column_is_as_narrow_as_its_values() {
        let rows = 3 * BLOCK as i64 + 5;
        let lines: Vec<i64> = (0..rows).map(|row| 2 + row).collect();
        assert_eq!(packed(&lines).bytes(), 2 * 3 * BLOCK + 5, "ascending numbers take two bytes a row");
        assert_eq!(packed(&vec![UNKNOWN; BLOCK]).bytes(), 0, "what is always unknown takes none");
        assert_eq!(packed(&lines).get(rows as usize - 1), Some(rows + 1));
    }

    #[test]
    fn a_column_is_rebuilt_without_some_of_its_rows_and_with_other_values() {
        let column = packed(&(0..10).collect::<Vec<i64>>());
        let keep: Vec<bool> = (0..10).map(|row| row % 2 == 0).collect();
        let retained = column.retained(&keep).changed(5, |row, value| (row != 2).then_some(value? * 10));
        let values: Vec<Option<i64>> = (0..5).map(|row| retained.get(row)).collect();
        assert_eq!(values, [Some(0), Some(20), None, Some(60), Some(80)]);
        let rows = 2 * BLOCK + 3;
        let same = packed(&vec![7; rows]).changed(rows, |row, value| value.map(|value| value + row as i64));
        assert!((0..rows).all(|row| same.get(row) == Some(7 + row as i64)));
    }
}

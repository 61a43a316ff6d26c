//! How an entry is written into few bytes: most of what a cell can hold is nothing, and most of the rest are small whole numbers.

use super::entry::{Entry, Tolls};
use super::multiset::Multiset;
use crate::measure::{Amount, Cell, LANES};
use crate::period::Day;

/// One bit for each number of a cell, and one that says whether all amounts of the entry are whole.
const MASK: usize = 6;
const WHOLE: u64 = 1 << LANES;
const _: () = assert!(LANES < 8 * MASK, "the mask has room for every number and the flag");

/// Numbers of a cell that are not 0, by their place in it, with what the larger scopes hold beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sum<'a> {
    pub(super) lanes: &'a [(usize, Amount)],
    pub(super) killed: &'a [(Amount, Amount)],
    pub(super) injured: &'a [(Amount, Amount)],
    pub(super) first_seen: &'a [(Day, Amount)],
}

pub(super) fn encode(entry: &Entry, out: &mut Vec<u8>) {
    let lanes = entry.cell.lanes();
    let lanes: Vec<(usize, Amount)> = lanes.into_iter().enumerate().filter(|(_, n)| *n != Amount::ZERO).collect();
    let sum = Sum {
        lanes: &lanes,
        killed: entry.tolls.killed.as_slice(),
        injured: entry.tolls.injured.as_slice(),
        first_seen: entry.first_seen.as_slice(),
    };
    sum.encode(out);
}

impl Sum<'_> {
    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        let tolls = || self.killed.iter().chain(self.injured);
        let amounts = self.lanes.iter().map(|(_, n)| n).chain(tolls().flat_map(|(toll, n)| [toll, n]));
        let whole = amounts.chain(self.first_seen.iter().map(|(_, n)| n)).all(|n| n.is_whole());
        let unit = if whole { Amount::ONE.millionths() } else { 1 };
        let mask = self.lanes.iter().fold(if whole { WHOLE } else { 0 }, |mask, (lane, _)| mask | 1 << lane);
        out.extend_from_slice(&mask.to_le_bytes()[..MASK]);
        let amount = |out: &mut Vec<u8>, n: Amount| number(n.millionths() / unit, out);
        self.lanes.iter().for_each(|&(_, n)| amount(out, n));
        // An entry without multisets, as most are, ends here.
        if self.killed.is_empty() && self.injured.is_empty() && self.first_seen.is_empty() {
            return;
        }
        for tolls in [self.killed, self.injured] {
            number(tolls.len() as i64, out);
            for &(toll, n) in tolls {
                amount(out, toll);
                amount(out, n);
            }
        }
        number(self.first_seen.len() as i64, out);
        for &(day, n) in self.first_seen {
            number(i64::from(day.epoch()), out);
            amount(out, n);
        }
    }
}

/// The unit of the amounts that follow, and which lanes of the cell do.
fn head(bytes: &mut &[u8]) -> (i64, u64) {
    let (head, rest) = bytes.split_at(MASK);
    *bytes = rest;
    let mut mask = [0; 8];
    mask[..MASK].copy_from_slice(head);
    let mask = u64::from_le_bytes(mask);
    (if mask & WHOLE != 0 { Amount::ONE.millionths() } else { 1 }, mask & !WHOLE)
}

fn lanes(bytes: &mut &[u8], unit: i64, mut mask: u64) -> Cell {
    let mut lanes = [Amount::ZERO; LANES];
    while mask != 0 {
        lanes[mask.trailing_zeros() as usize] = Amount::from_millionths(take(bytes) * unit);
        mask &= mask - 1;
    }
    Cell::of_lanes(&lanes)
}

/// The cell with which these bytes begin.
pub(super) fn cell(bytes: &mut &[u8]) -> Cell {
    let (unit, mask) = head(bytes);
    lanes(bytes, unit, mask)
}

/// The entry that these bytes, and no others after them, stand for.
pub(super) fn decode(mut bytes: &[u8]) -> Entry {
    let (unit, mask) = head(&mut bytes);
    let mut entry = Entry { cell: lanes(&mut bytes, unit, mask), ..Entry::default() };
    if bytes.is_empty() {
        return entry;
    }
    let mut tolls = || {
        let n = take(&mut bytes);
        let mut amount = || Amount::from_millionths(take(&mut bytes) * unit);
        Multiset::from_sorted((0..n).map(|_| (amount(), amount())).collect())
    };
    entry.tolls = Tolls { killed: tolls(), injured: tolls() };
    let n = take(&mut bytes);
    let mut seen = || (Day::from_epoch(take(&mut bytes) as i32), Amount::from_millionths(take(&mut bytes) * unit));
    entry.first_seen = Multiset::from_sorted((0..n).map(|_| seen()).collect());
    entry
}

/// Seven bits a byte, the lowest first; the sign is the lowest bit of all.
fn number(n: i64, out: &mut Vec<u8>) {
    let mut rest = (n << 1 ^ n >> 63) as u64;
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

fn take(bytes: &mut &[u8]) -> i64 {
    let (mut n, mut shift) = (0u64, 0);
    loop {
        let (&byte, rest) = bytes.split_first().expect("numbers are decoded as they were encoded");
        *bytes = rest;
        n |= u64::from(byte & 0x7F) << shift;
        shift += 7;
        if byte < 0x80 {
            return (n >> 1) as i64 ^ -((n & 1) as i64);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amount() -> impl Strategy<Value = Amount> {
        prop_oneof![
            Just(Amount::ZERO),
            (-3i64..2_000).prop_map(Amount::whole),
            any::<i32>().prop_map(|n| Amount::from_millionths(i64::from(n))),
            Just(Amount::from_millionths(i64::MAX)),
            Just(Amount::from_millionths(i64::MIN)),
        ]
    }

    proptest! {
        #[test]
        fn entries_come_back(
            lanes in prop::collection::vec(amount(), LANES),
            tolls in prop::collection::btree_map((0i64..5_000).prop_map(Amount::whole), amount(), 0..4),
            days in prop::collection::btree_map((-30_000i32..30_000).prop_map(Day::from_epoch), amount(), 0..4),
        ) {
            let lanes: [Amount; LANES] = lanes.try_into().expect("as many as a cell has");
            let tolls = Multiset::from_sorted(tolls.into_iter().filter(|(_, n)| *n != Amount::ZERO).collect());
            let first_seen = Multiset::from_sorted(days.into_iter().filter(|(_, n)| *n != Amount::ZERO).collect());
            let entry = Entry { cell: Cell::of_lanes(&lanes), tolls: Tolls { killed: tolls, ..Tolls::default() }, first_seen };
            let mut bytes = Vec::new();
            encode(&entry, &mut bytes);
            prop_assert_eq!(decode(&bytes), entry);
        }
    }

    #[test]
    fn a_usual_entry_takes_few_bytes() {
        let mut lanes = [Amount::ZERO; LANES];
        lanes[..6].fill(Amount::ONE);
        let mut bytes = Vec::new();
        encode(&Entry { cell: Cell::of_lanes(&lanes), ..Entry::default() }, &mut bytes);
        assert_eq!(bytes.len(), MASK + 6);
    }
}

//! An entry of the cube: the cell, and the multisets that add up too and from which medians and shares are read.

use crate::measure::{Amount, Cell};
use crate::period::Day;
use std::collections::BTreeMap;

/// How many incidents had each toll (weighted).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tolls {
    pub killed: BTreeMap<Amount, Amount>,
    pub injured: BTreeMap<Amount, Amount>,
}

/// What is counted under one key in one window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub cell: Cell,
    pub tolls: Tolls,
    /// Incidents by the day on which the first of their outlets was first seen in the file: who counts only because somebody new
    /// is looking. Incidents without a named outlet are not in it.
    pub first_seen: BTreeMap<Day, Amount>,
}

impl Entry {
    pub fn add(&mut self, other: &Entry) {
        self.cell += other.cell;
        add_all(&mut self.tolls.killed, &other.tolls.killed, |n| n);
        add_all(&mut self.tolls.injured, &other.tolls.injured, |n| n);
        add_all(&mut self.first_seen, &other.first_seen, |n| n);
    }

    pub fn subtract(&mut self, other: &Entry) {
        self.cell -= other.cell;
        add_all(&mut self.tolls.killed, &other.tolls.killed, |n| -n);
        add_all(&mut self.tolls.injured, &other.tolls.injured, |n| -n);
        add_all(&mut self.first_seen, &other.first_seen, |n| -n);
    }

    pub fn is_empty(&self) -> bool {
        *self == Entry::default()
    }

    /// The share of its incidents that are reported only by outlets first seen after `day`; `None` where no incident names an
    /// outlet.
    pub fn share_new_since(&self, day: Day) -> Option<f64> {
        let named: Amount = self.first_seen.values().copied().sum();
        let new: Amount = self.first_seen.range(day.plus(1)..).map(|(_, &n)| n).sum();
        (named > Amount::ZERO && self.cell.incidents > Amount::ZERO).then(|| new.value() / self.cell.incidents.value())
    }
}

/// Adds counts, and forgets those that come to 0, so that equal contents are equal maps.
fn add_all<K: Ord + Copy>(
    mine: &mut BTreeMap<K, Amount>,
    theirs: &BTreeMap<K, Amount>,
    sign: impl Fn(Amount) -> Amount,
) {
    for (&key, &n) in theirs {
        let sum = mine.entry(key).or_default();
        *sum += sign(n);
        if *sum == Amount::ZERO {
            mine.remove(&key);
        }
    }
}

//! An entry of the cube: the cell, and the multisets that add up too and from which medians and shares are read.

use super::multiset::Multiset;
use crate::measure::{Amount, Cell};
use crate::period::Day;

/// How many incidents had each toll (weighted).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tolls {
    pub killed: Multiset<Amount>,
    pub injured: Multiset<Amount>,
}

/// What is counted under one key in one window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub cell: Cell,
    pub tolls: Tolls,
    /// Incidents by the day on which the first of their outlets was first seen in the file: who counts only because somebody new
    /// is looking. Incidents without a named outlet are not in it.
    pub first_seen: Multiset<Day>,
}

impl Entry {
    pub fn add(&mut self, other: &Entry) {
        self.cell += other.cell;
        self.tolls.killed.add(&other.tolls.killed);
        self.tolls.injured.add(&other.tolls.injured);
        self.first_seen.add(&other.first_seen);
    }

    pub fn subtract(&mut self, other: &Entry) {
        self.cell -= other.cell;
        self.tolls.killed.subtract(&other.tolls.killed);
        self.tolls.injured.subtract(&other.tolls.injured);
        self.first_seen.subtract(&other.first_seen);
    }

    pub fn is_empty(&self) -> bool {
        *self == Entry::default()
    }

    /// The share of its incidents that are reported only by outlets first seen after `day`; `None` where no incident names an
    /// outlet.
    pub fn share_new_since(&self, day: Day) -> Option<f64> {
        let new: Amount = self.first_seen.iter().filter(|&(seen, _)| seen > day).map(|(_, n)| n).sum();
        let named = self.first_seen.total() > Amount::ZERO && self.cell.incidents > Amount::ZERO;
        named.then(|| new.value() / self.cell.incidents.value())
    }
}

//! The sums of one window: found by the number of their key, and written down in few bytes once all rows are in.

use super::Key;
use super::coding::Sum;
use super::keys::Part;
use super::multiset::Multiset;
use super::piece::Piece;
use crate::measure::{Amount, LANES};
use crate::period::Day;

/// What stands for "no sum" and "no key".
pub(super) const NONE: u32 = u32::MAX;

/// The sums of one window.
#[derive(Default)]
pub(super) struct Sums {
    /// The place of the sum of each key, by the key's number.
    places: Vec<u32>,
    /// The keys that have sums, in the order in which they came.
    touched: Vec<u32>,
    lanes: Vec<[Amount; LANES]>,
    /// The multisets of those that have any; kept from window to window for their room.
    sets: Vec<Sets>,
}

#[derive(Default)]
struct Sets {
    killed: Multiset<Amount>,
    injured: Multiset<Amount>,
    first_seen: Multiset<Day>,
}

impl Sums {
    /// The place of a key's sum.
    fn place(&mut self, key: u32) -> usize {
        if self.places.len() <= key as usize {
            self.places.resize(key as usize + 1, NONE);
        }
        let place = &mut self.places[key as usize];
        if *place == NONE {
            *place = self.touched.len() as u32;
            self.touched.push(key);
            self.lanes.push([Amount::ZERO; LANES]);
            if self.sets.len() < self.touched.len() {
                self.sets.push(Sets::default());
            }
        }
        *place as usize
    }

    pub(super) fn add(&mut self, key: u32, piece: &Piece, part: Part) {
        let place = self.place(key);
        let lanes = &mut self.lanes[place];
        piece.lanes.iter().for_each(|&(lane, n)| lanes[lane] += n);
        match part {
            Part::Cell => {}
            Part::Whole => {
                let sets = &mut self.sets[place];
                piece.killed.into_iter().for_each(|(toll, n)| sets.killed.add_one(toll, n));
                piece.injured.into_iter().for_each(|(toll, n)| sets.injured.add_one(toll, n));
                piece.first_seen.into_iter().for_each(|(day, n)| sets.first_seen.add_one(day, n));
            }
        }
    }

    /// Adds what was counted by kind under every kind: each row has one kind, so the sums are those of the rows.
    pub(super) fn roll_up(&mut self, of_every_kind: &[u32]) {
        for from in 0..self.touched.len() {
            let key = of_every_kind[self.touched[from] as usize];
            if key == NONE {
                continue;
            }
            let into = self.place(key);
            let lanes = self.lanes[from];
            self.lanes[into].iter_mut().zip(lanes).for_each(|(mine, n)| *mine += n);
            let sets = std::mem::take(&mut self.sets[from]);
            self.sets[into].killed.add(&sets.killed);
            self.sets[into].injured.add(&sets.injured);
            self.sets[into].first_seen.add(&sets.first_seen);
            self.sets[from] = sets;
        }
    }

    /// Everything that was summed up, encoded.
    pub(super) fn written(&self, keys: &[Key]) -> Counted {
        let mut counted = Counted::default();
        let mut lanes = Vec::with_capacity(LANES);
        for (place, &key) in self.touched.iter().enumerate() {
            lanes.clear();
            lanes.extend(self.lanes[place].into_iter().enumerate().filter(|(_, n)| *n != Amount::ZERO));
            let sets = &self.sets[place];
            let (killed, injured) = (sets.killed.as_slice(), sets.injured.as_slice());
            let sum = Sum { lanes: &lanes, killed, injured, first_seen: sets.first_seen.as_slice() };
            sum.encode(&mut counted.bytes);
            counted.keys.push((keys[key as usize], counted.bytes.len()));
        }
        counted
    }

    pub(super) fn clear(&mut self) {
        for key in self.touched.drain(..) {
            self.places[key as usize] = NONE;
        }
        self.lanes.clear();
        for sets in &mut self.sets {
            sets.killed.clear();
            sets.injured.clear();
            sets.first_seen.clear();
        }
    }
}

/// What is counted in one window, encoded.
#[derive(Default)]
pub(super) struct Counted {
    keys: Vec<(Key, usize)>,
    bytes: Vec<u8>,
}

impl Counted {
    /// Each key with what is counted under it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Key, &[u8])> {
        let mut from = 0;
        self.keys.iter().map(move |&(key, end)| {
            let encoded = &self.bytes[from..end];
            from = end;
            (key, encoded)
        })
    }
}

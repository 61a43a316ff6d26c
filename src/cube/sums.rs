//! The sums of one window: found by the number of their key, and written down in few bytes once all rows are in.

use super::coding::Sum;
use super::keys::Part;
use super::multiset::Multiset;
use super::piece::{Lanes, Piece};
use crate::measure::Amount;
use crate::period::Day;

/// What stands for "no sum" and "no key".
pub(super) const NONE: u32 = u32::MAX;

/// The sums of one window.
pub(super) struct Sums {
    used: Lanes,
    /// The place of the sum of each key, by the key's number.
    places: Vec<u32>,
    /// The keys that have sums, in the order in which they came, each with the place of its multisets.
    touched: Vec<(u32, u32)>,
    /// As many numbers a sum as are in use.
    numbers: Vec<Amount>,
    /// The multisets of those that have any; kept from window to window for their room.
    sets: Vec<Sets>,
    /// How many of them are taken.
    taken: u32,
}

#[derive(Default)]
struct Sets {
    killed: Multiset<Amount>,
    injured: Multiset<Amount>,
    first_seen: Multiset<Day>,
}

impl Sums {
    pub(super) fn new(used: Lanes) -> Sums {
        Sums { used, places: Vec::new(), touched: Vec::new(), numbers: Vec::new(), sets: Vec::new(), taken: 0 }
    }

    /// The place of a key's sum.
    #[inline]
    fn place(&mut self, key: u32) -> usize {
        if self.places.len() <= key as usize {
            self.places.resize(key as usize + 1, NONE);
        }
        let place = &mut self.places[key as usize];
        if *place == NONE {
            *place = self.touched.len() as u32;
            self.touched.push((key, NONE));
            self.numbers.resize(self.touched.len() * self.used.len(), Amount::ZERO);
        }
        *place as usize
    }

    fn numbers(&self, place: usize) -> std::ops::Range<usize> {
        place * self.used.len()..(place + 1) * self.used.len()
    }

    fn sets(&mut self, place: usize) -> &mut Sets {
        let at = &mut self.touched[place].1;
        if *at == NONE {
            *at = self.taken;
            self.taken += 1;
            if self.sets.len() < self.taken as usize {
                self.sets.push(Sets::default());
            }
        }
        &mut self.sets[*at as usize]
    }

    #[inline]
    pub(super) fn add(&mut self, key: u32, piece: &Piece, part: Part) {
        let place = self.place(key);
        let numbers = self.numbers(place);
        let numbers = &mut self.numbers[numbers];
        piece.lanes.iter().for_each(|&(at, n)| numbers[at] += n);
        match part {
            Part::Cell => {}
            Part::Whole => {
                let sets = self.sets(place);
                piece.killed.into_iter().for_each(|(toll, n)| sets.killed.add_one(toll, n));
                piece.injured.into_iter().for_each(|(toll, n)| sets.injured.add_one(toll, n));
                piece.first_seen.into_iter().for_each(|(day, n)| sets.first_seen.add_one(day, n));
            }
        }
    }

    /// Adds what was counted by kind under every kind: each row has one kind, so the sums are those of the rows.
    pub(super) fn roll_up(&mut self, of_every_kind: &[u32]) {
        for from in 0..self.touched.len() {
            let (key, sets) = self.touched[from];
            let key = of_every_kind[key as usize];
            if key == NONE {
                continue;
            }
            let into = self.place(key);
            let (from, numbers) = (self.numbers(from), self.numbers(into));
            for (from, into) in from.zip(numbers) {
                let n = self.numbers[from];
                self.numbers[into] += n;
            }
            if sets != NONE {
                let of_kind = std::mem::take(&mut self.sets[sets as usize]);
                let into = self.sets(into);
                into.killed.add(&of_kind.killed);
                into.injured.add(&of_kind.injured);
                into.first_seen.add(&of_kind.first_seen);
                self.sets[sets as usize] = of_kind;
            }
        }
    }

    /// Everything that was summed up, encoded, by the numbers of the keys.
    pub(super) fn written(&self) -> Counted {
        let mut counted = Counted::default();
        let mut lanes = Vec::with_capacity(self.used.len());
        let nothing = Sets::default();
        for (place, &(key, sets)) in self.touched.iter().enumerate() {
            let numbers = &self.numbers[self.numbers(place)];
            let known = numbers.iter().enumerate().filter(|(_, n)| **n != Amount::ZERO);
            lanes.clear();
            lanes.extend(known.map(|(at, &n)| (self.used.at(at), n)));
            let sets = self.sets.get(sets as usize).unwrap_or(&nothing);
            let (killed, injured) = (sets.killed.as_slice(), sets.injured.as_slice());
            let sum = Sum { lanes: &lanes, killed, injured, first_seen: sets.first_seen.as_slice() };
            sum.encode(&mut counted.bytes);
            let end =
                u32::try_from(counted.bytes.len()).expect("what a window counts is far smaller than four gigabytes");
            counted.ends.push((key, end));
        }
        counted
    }

    pub(super) fn clear(&mut self) {
        for (key, _) in self.touched.drain(..) {
            self.places[key as usize] = NONE;
        }
        self.numbers.clear();
        for sets in &mut self.sets[..self.taken as usize] {
            sets.killed.clear();
            sets.injured.clear();
            sets.first_seen.clear();
        }
        self.taken = 0;
    }
}

/// What is counted in one window, encoded.
#[derive(Default)]
pub(super) struct Counted {
    /// The numbers of the keys, each with where its bytes end.
    ends: Vec<(u32, u32)>,
    bytes: Vec<u8>,
}

impl Counted {
    /// The number of each key with what is counted under it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let mut from = 0;
        self.ends.iter().map(move |&(key, end)| {
            let encoded = &self.bytes[from..end as usize];
            from = end as usize;
            (key as usize, encoded)
        })
    }
}

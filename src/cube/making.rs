//! A cube in the making: entries are found by a hash while rows come in any order, and sorted once at the end.

use super::entry::Entry;
use super::{Cube, Key, Windows};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// What of an entry is counted under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// Without the multisets, which only the larger scopes hold.
    Cell,
}

#[derive(Default)]
pub(super) struct Making {
    places: FxHashMap<(Key, u32), usize>,
    entries: Vec<(Key, u32, Box<Entry>)>,
}

impl Making {
    pub(super) fn add(&mut self, key: Key, window: u32, entry: &Entry, part: Part) {
        let into = self.at(key, window);
        match part {
            Part::Whole => into.add(entry),
            Part::Cell => into.cell += entry.cell,
        }
    }

    fn at(&mut self, key: Key, window: u32) -> &mut Entry {
        let at = *self.places.entry((key, window)).or_insert_with(|| {
            self.entries.push((key, window, Box::default()));
            self.entries.len() - 1
        });
        &mut self.entries[at].2
    }

    /// Adds what was counted by kind under every kind: each row has one kind, so the sums are those of the rows.
    fn roll_up(&mut self) {
        for at in 0..self.entries.len() {
            let (key, window) = (self.entries[at].0, self.entries[at].1);
            if let Some(facet) = key.facet.of_every_kind() {
                let entry = std::mem::take(&mut self.entries[at].2);
                self.at(Key { facet, ..key }, window).add(&entry);
                self.entries[at].2 = entry;
            }
        }
    }

    pub(super) fn cube(mut self) -> Cube {
        self.roll_up();
        let Making { places, mut entries } = self;
        drop(places);
        entries.sort_unstable_by_key(|&(key, window, _)| (key, window));
        let mut cells: BTreeMap<Key, Windows> = BTreeMap::new();
        let mut entries = entries.into_iter().peekable();
        while let Some((key, window, entry)) = entries.next() {
            let mut windows = vec![(window, entry)];
            while let Some((_, window, entry)) = entries.next_if(|(next, _, _)| *next == key) {
                windows.push((window, entry));
            }
            cells.insert(key, Windows(windows.into_iter().collect()));
        }
        Cube { cells }
    }
}

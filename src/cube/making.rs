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
        let at = *self.places.entry((key, window)).or_insert_with(|| {
            self.entries.push((key, window, Box::default()));
            self.entries.len() - 1
        });
        let into = &mut self.entries[at].2;
        match part {
            Part::Whole => into.add(entry),
            Part::Cell => into.cell += entry.cell,
        }
    }

    pub(super) fn cube(self) -> Cube {
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

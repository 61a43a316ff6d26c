//! What is counted under one key, window by window, in few bytes.

use super::coding;
use super::entry::Entry;
use crate::measure::Cell;

/// The windows in which something is counted; the others are not in it.
///
/// Invariant: windows ascend, each once; an entry's bytes reach from its start to the next one's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Windows {
    /// Each window with the place at which its entry begins.
    starts: Vec<(u32, u32)>,
    bytes: Vec<u8>,
}

impl Windows {
    /// Adds an encoded entry in a window after all others.
    pub(super) fn push(&mut self, window: u32, encoded: &[u8]) {
        debug_assert!(self.starts.last().is_none_or(|(last, _)| *last < window), "windows ascend");
        let start =
            u32::try_from(self.bytes.len()).expect("the entries of one key are far smaller than four gigabytes");
        make_room(&mut self.starts, 1);
        make_room(&mut self.bytes, encoded.len());
        self.starts.push((window, start));
        self.bytes.extend_from_slice(encoded);
    }

    /// Gives back the room that was kept for more.
    pub(super) fn close(&mut self) {
        self.starts.shrink_to_fit();
        self.bytes.shrink_to_fit();
    }

    /// In how many windows something is counted.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// What is counted in a window, if anything is.
    pub fn get(&self, window: u32) -> Option<Entry> {
        let at = self.starts.binary_search_by_key(&window, |&(window, _)| window).ok()?;
        Some(self.entry(at))
    }

    /// The cell of what is counted in a window, without what the larger scopes hold beside it.
    pub fn cell(&self, window: u32) -> Option<Cell> {
        let at = self.starts.binary_search_by_key(&window, |&(window, _)| window).ok()?;
        Some(coding::cell(&mut &self.bytes[self.starts[at].1 as usize..]))
    }

    /// In the order of the windows.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u32, Entry)> + ExactSizeIterator + '_ {
        (0..self.starts.len()).map(|at| (self.starts[at].0, self.entry(at)))
    }

    fn entry(&self, at: usize) -> Entry {
        let end = self.starts.get(at + 1).map_or(self.bytes.len(), |&(_, next)| next as usize);
        coding::decode(&self.bytes[self.starts[at].1 as usize..end])
    }

    /// These entries and those, brought together by `combine` where both have a window; what is empty then is left out.
    pub(super) fn combined(&self, other: &Windows, combine: impl Fn(&mut Entry, &Entry)) -> Windows {
        let mut all: std::collections::BTreeMap<u32, Entry> = self.iter().collect();
        for (window, entry) in other.iter() {
            combine(all.entry(window).or_default(), &entry);
        }
        all.into_iter().filter(|(_, entry)| !entry.is_empty()).collect()
    }
}

/// Makes room for so many more, and for an eighth of what there is: the windows of all keys are most of what is held while counting.
fn make_room<T>(list: &mut Vec<T>, more: usize) {
    if list.capacity() - list.len() < more {
        list.reserve_exact(more.max(list.len() / 8));
    }
}

impl FromIterator<(u32, Entry)> for Windows {
    /// Of entries whose windows ascend.
    fn from_iter<I: IntoIterator<Item = (u32, Entry)>>(entries: I) -> Windows {
        let (mut windows, mut encoded) = (Windows::default(), Vec::new());
        for (window, entry) in entries {
            encoded.clear();
            coding::encode(&entry, &mut encoded);
            windows.push(window, &encoded);
        }
        windows
    }
}

impl<'a> IntoIterator for &'a Windows {
    type Item = (u32, Entry);
    type IntoIter = Box<dyn Iterator<Item = Self::Item> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

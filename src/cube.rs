//! The cube: what is counted of the incidents for each scope, facet and window. Counting merges, and can be taken back.

mod coding;
mod count;
mod entry;
mod keys;
mod making;
mod multiset;
mod novelty;
mod piece;
mod placement;
mod select;
mod sums;
#[cfg(test)]
mod tests;
mod windows;

pub use count::{Detail, MultiDay, Spec, count, pieces};
pub use entry::{Entry, Tolls};
pub use multiset::Multiset;
pub use novelty::Novelty;
pub use select::{Fate, Selection, select};
pub use windows::Windows;

use crate::incident::{Kind, Role};
use crate::names::{District, Name, Region};
use std::collections::BTreeMap;

/// Whose incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    All,
    /// A group; `Name::NONE` for the unattributed: an armed non-state side is present and none is named.
    Group(Name),
    Family(Name),
    Region(Region),
    District(District),
    GroupRegion(Name, Region),
}

impl Scope {
    pub const UNATTRIBUTED: Scope = Scope::Group(Name::NONE);
}

/// Which of them. `None` is every kind but `other`, or any role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    Ledger { kind: Option<Kind>, role: Option<Role> },
    Tactic { kind: Option<Kind>, tactic: Name },
    Target { kind: Option<Kind>, target: Name },
}

impl Facet {
    /// Every kind but `other`, any role.
    pub const ALL: Facet = Facet::Ledger { kind: None, role: None };

    pub fn kind(kind: Kind) -> Facet {
        Facet::Ledger { kind: Some(kind), role: None }
    }

    /// The same of every kind but `other`; `None` where it is that already, or is of what is left out there.
    fn of_every_kind(self) -> Option<Facet> {
        let counts = |kind: Option<Kind>| kind.is_some_and(Kind::counts);
        match self {
            Facet::Ledger { kind, role } => counts(kind).then_some(Facet::Ledger { kind: None, role }),
            Facet::Tactic { kind, tactic } => counts(kind).then_some(Facet::Tactic { kind: None, tactic }),
            Facet::Target { kind, target } => counts(kind).then_some(Facet::Target { kind: None, target }),
        }
    }
}

/// What the cells of a cube stand under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub scope: Scope,
    pub facet: Facet,
}

/// Counts by key and window of one calendar. Windows without incidents hold nothing: whether that is 0 or "not covered" is for
/// the reader of the coverage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cube {
    cells: BTreeMap<Key, Windows>,
}

impl Cube {
    /// The windows with incidents under a key, by their index in the calendar.
    pub fn get(&self, key: Key) -> Option<&Windows> {
        self.cells.get(&key)
    }

    /// What is counted under a key in one window: nothing is 0 incidents.
    pub fn at(&self, key: Key, window: usize) -> Entry {
        self.get(key).and_then(|windows| windows.get(window as u32)).unwrap_or_default()
    }

    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.cells.keys().copied()
    }

    /// The scopes of the cube, each once.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> {
        let mut last = None;
        self.keys().map(|key| key.scope).filter(move |&scope| last.replace(scope) != Some(scope))
    }

    fn of(cells: impl IntoIterator<Item = (Key, Windows)>) -> Cube {
        let close = |(key, mut windows): (Key, Windows)| {
            windows.close();
            (key, windows)
        };
        Cube { cells: cells.into_iter().map(close).collect() }
    }

    /// The cube of both parts, which must share no incident.
    pub fn merge(mut self, other: Cube) -> Cube {
        for (key, windows) in other.cells {
            let mine = self.cells.entry(key).or_default();
            *mine = mine.combined(&windows, Entry::add);
        }
        self
    }

    /// The cube without the incidents of `other`, which must be among its own.
    pub fn subtract(mut self, other: &Cube) -> Cube {
        for (key, windows) in &other.cells {
            let mine = self.cells.entry(*key).or_default();
            *mine = mine.combined(windows, Entry::subtract);
        }
        self.cells.retain(|_, windows| !windows.is_empty());
        self
    }
}

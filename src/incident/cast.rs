//! Casts: who took part in an incident. Few combinations recur in many rows, so each is stored once.

use super::Role;
use crate::names::{Class, Name};

/// Whether the source is sure who it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Authorship {
    Confirmed,
    Suspected,
}

/// One group in one incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Participant {
    pub group: Name,
    /// The family that counts the group too, `Name::NONE` for none.
    pub family: Name,
    pub class: Class,
    pub role: Role,
    pub authorship: Authorship,
    pub standing: Standing,
    /// 0 for the group that the source names first, 1 for the next ...
    pub rank: u32,
}

/// Whether a name is certainly a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    Group,
    /// A name from a list that also holds others (ACLED's associates): a group only if the run knows it as one.
    Candidate,
}

/// The groups of one incident: sorted, each (group, role) once; a confirmed part beats a suspected one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cast(Vec<Participant>);

impl Cast {
    pub fn new(mut participants: Vec<Participant>) -> Cast {
        participants.sort_by_key(|p| (p.group, p.role, p.authorship, p.standing, p.rank, p.family, p.class));
        participants.dedup_by_key(|p| (p.group, p.role));
        Cast(participants)
    }

    pub fn participants(&self) -> &[Participant] {
        &self.0
    }

    /// The groups that belong to the cast under `keep`, which may change them.
    pub fn filter_map(&self, keep: impl FnMut(Participant) -> Option<Participant>) -> Cast {
        Cast::new(self.0.iter().copied().filter_map(keep).collect())
    }

    /// Both casts in one.
    pub fn union(&self, other: &Cast) -> Cast {
        Cast::new(self.0.iter().chain(&other.0).copied().collect())
    }

    /// Whether an armed non-state side is present and named.
    pub fn attributed(&self) -> bool {
        self.0.iter().any(|p| p.class != Class::Generic)
    }

    /// Whether an armed non-state side is present and none is named.
    pub fn unattributed(&self) -> bool {
        !self.0.is_empty() && !self.attributed()
    }

    /// Whether somebody is named and every name is only suspected.
    pub fn only_suspected(&self) -> bool {
        let mut named = self.0.iter().filter(|p| p.class != Class::Generic).peekable();
        named.peek().is_some() && named.all(|p| p.authorship == Authorship::Suspected)
    }
}

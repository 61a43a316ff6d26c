//! Casts: who took part in an incident. Few combinations recur in many rows, so each is stored once.

use super::Role;
use crate::names::{Class, Name};
use serde::{Deserialize, Serialize};

/// Whether the source is sure who it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Authorship {
    Confirmed,
    Suspected,
}

/// One group in one incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Participant {
    pub group: Name,
    /// The family that counts the group too, `Name::NONE` for none.
    pub family: Name,
    pub class: Class,
    pub role: Role,
    pub authorship: Authorship,
    pub standing: Standing,
    pub side: StatedSide,
    /// 0 for the group that the source names first, 1 for the next ...
    pub rank: u32,
}

/// Whether a name is certainly a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    Group,
    /// A name from a list that also holds others (ACLED's associates): a group only if the run knows it as one.
    Candidate,
}

/// On which of its two sides the source writes a group. Which is which means nothing: only whether two groups stand on one side,
/// or on opposite ones, where no role says so (ACLED's battles and associates, UCDP's conflicts).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray, Serialize, Deserialize,
)]
pub enum StatedSide {
    First,
    Second,
    /// The source has no columns for sides, or rows that disagree were put together.
    #[default]
    Unstated,
}

impl StatedSide {
    fn other(self) -> StatedSide {
        match self {
            StatedSide::First => StatedSide::Second,
            StatedSide::Second => StatedSide::First,
            StatedSide::Unstated => StatedSide::Unstated,
        }
    }
}

/// The groups of one incident: sorted, each (group, role) once; a confirmed part beats a suspected one. The first group whose
/// side is stated stands on the first side, so that the order in which a source writes two sides makes no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cast(Vec<Participant>);

impl Cast {
    pub fn new(mut participants: Vec<Participant>) -> Cast {
        let stated = participants.iter().filter(|p| p.side != StatedSide::Unstated).min_by_key(|p| p.rank);
        if stated.is_some_and(|p| p.side == StatedSide::Second) {
            participants.iter_mut().for_each(|p| p.side = p.side.other());
        }
        participants.sort_by_key(|p| (p.group, p.role, p.authorship, p.standing, p.rank, p.family, p.class, p.side));
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

    /// Both casts in one. Rows that hold one actor each write them all on the first side: what they say of sides is forgotten.
    pub fn union(&self, other: &Cast) -> Cast {
        let unstated = |p: &Participant| Participant { side: StatedSide::Unstated, ..*p };
        Cast::new(self.0.iter().chain(&other.0).map(unstated).collect())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Pool;

    #[test]
    fn sides_mean_only_who_stands_with_whom() {
        let mut pool = Pool::default();
        let names = ["A", "B"].map(|text| pool.intern(text));
        let cast = |sides: [StatedSide; 2]| {
            let one = |at: usize| Participant {
                group: names[at],
                family: Name::NONE,
                class: Class::Organisation,
                role: Role::Party,
                authorship: Authorship::Confirmed,
                standing: Standing::Group,
                side: sides[at],
                rank: at as u32,
            };
            Cast::new(vec![one(0), one(1)])
        };
        let (first, second) = (StatedSide::First, StatedSide::Second);
        assert_eq!(cast([first, second]), cast([second, first]));
        assert_eq!(cast([second, second]), cast([first, first]));
        assert_ne!(cast([first, second]), cast([first, first]));
        let united = cast([first, first]).union(&cast([first, second]));
        assert!(
            united.participants().iter().all(|p| p.side == StatedSide::Unstated),
            "rows that disagree know no sides"
        );
    }
}

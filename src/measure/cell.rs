//! The cell: everything that is counted of the incidents in one place, period and role. Nothing in it but sums.

use super::amount::Amount;
use super::{Reading, Reported};
use serde::Serialize;
use std::ops::{AddAssign, SubAssign};

/// Who was killed or injured.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray, strum::IntoStaticStr, Serialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum VictimClass {
    Civilian,
    Security,
    Militant,
    Other,
    Unknown,
}

impl VictimClass {
    pub const COUNT: usize = <VictimClass as strum::VariantArray>::VARIANTS.len();

    /// The word in column names.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A sum of reported numbers that remembers how many incidents reported one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Incidents whose number is known (weighted).
    pub known: Amount,
    pub sum: Amount,
}

impl Count {
    /// The number that one row reports for the incidents it stands for: their sum, not each one's.
    pub fn of(number: Option<Amount>, weight: Amount) -> Count {
        match number {
            Some(sum) => Count { known: weight, sum },
            None => Count::default(),
        }
    }

    /// What the sum is worth among that many incidents.
    pub fn reading(self, incidents: Amount, reported: Reported) -> Reading {
        match reported {
            Reported::Never => Reading::Unreported,
            Reported::Yes if self.known >= incidents => Reading::Known(self.sum.value()),
            Reported::Yes if self.known == Amount::ZERO => Reading::Unreported,
            Reported::Yes => Reading::AtLeast(self.sum.value()),
        }
    }
}

/// A toll with its range: the sums of the low, the best and the high estimates over the incidents with a known toll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Incidents whose toll is known (weighted).
    pub known: Amount,
    pub low: Amount,
    pub best: Amount,
    pub high: Amount,
}

impl Tally {
    pub fn count(self) -> Count {
        Count { known: self.known, sum: self.best }
    }
}

/// Suicide attacks and their toll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Suicide {
    /// Incidents of which it is known whether they were suicide attacks.
    pub known: Amount,
    pub incidents: Amount,
    pub killed: Count,
    pub injured: Count,
}

/// What is counted of a set of incidents. Cells of disjoint sets add up; a superseded incident is subtracted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    pub incidents: Amount,
    /// Incidents with at least one death, among those with a known toll.
    pub lethal: Amount,
    pub killed: Tally,
    pub injured: Tally,
    pub killed_by: [Count; VictimClass::COUNT],
    pub injured_by: [Count; VictimClass::COUNT],
    pub arrested: Count,
    pub abducted: Count,
    pub suicide: Suicide,
    /// Incidents in which an armed non-state side is present and named.
    pub attributed: Amount,
    /// Incidents in which an armed non-state side is present and none is named.
    pub unattributed: Amount,
    /// Attributed incidents whose every attribution is only suspected.
    pub suspected: Amount,
    /// Incidents in which the only state forces are foreign.
    pub foreign: Amount,
    /// Attacks that the source marks as failed; they count as incidents.
    pub failed: Amount,
}

/// Walks two values field by field, so that no field can be forgotten in one of the sums below.
trait Fieldwise {
    fn zip(&mut self, other: &Self, combine: &mut impl FnMut(&mut Amount, Amount));
}

impl Fieldwise for Amount {
    #[inline]
    fn zip(&mut self, other: &Amount, combine: &mut impl FnMut(&mut Amount, Amount)) {
        combine(self, *other);
    }
}

impl<T: Fieldwise, const N: usize> Fieldwise for [T; N] {
    #[inline]
    fn zip(&mut self, other: &[T; N], combine: &mut impl FnMut(&mut Amount, Amount)) {
        self.iter_mut().zip(other).for_each(|(mine, theirs)| mine.zip(theirs, combine));
    }
}

macro_rules! fieldwise {
    ($($type:ident { $($field:ident),* $(,)? })*) => {$(
        impl Fieldwise for $type {
            #[inline]
            fn zip(&mut self, other: &$type, combine: &mut impl FnMut(&mut Amount, Amount)) {
                let $type { $($field),* } = other;
                $(self.$field.zip($field, combine);)*
            }
        }

        impl AddAssign for $type {
            fn add_assign(&mut self, other: $type) {
                self.zip(&other, &mut |mine, theirs| *mine += theirs);
            }
        }

        impl SubAssign for $type {
            fn sub_assign(&mut self, other: $type) {
                self.zip(&other, &mut |mine, theirs| *mine -= theirs);
            }
        }
    )*};
}

fieldwise! {
    Count { known, sum }
    Tally { known, low, best, high }
    Suicide { known, incidents, killed, injured }
    Cell {
        incidents, lethal, killed, injured, killed_by, injured_by, arrested, abducted, suicide, attributed, unattributed,
        suspected, foreign, failed,
    }
}

/// How many numbers a cell holds.
pub const LANES: usize = size_of::<Cell>() / size_of::<Amount>();

impl Cell {
    /// All its numbers, in the order of its fields.
    pub fn lanes(&self) -> [Amount; LANES] {
        let (mut lanes, mut at) = ([Amount::ZERO; LANES], 0);
        Cell::default().zip(self, &mut |_, number| {
            lanes[at] = number;
            at += 1;
        });
        lanes
    }

    /// The cell that holds these numbers.
    pub fn of_lanes(lanes: &[Amount; LANES]) -> Cell {
        let (mut cell, mut at) = (Cell::default(), 0);
        cell.zip(&Cell::default(), &mut |number, _| {
            *number = lanes[at];
            at += 1;
        });
        cell
    }

    /// The cell divided in proportion to `parts`, exactly: the pieces add up to the whole, field by field.
    pub fn split(&self, parts: &[u32]) -> Vec<Cell> {
        (0..parts.len())
            .map(|index| {
                let mut piece = Cell::default();
                piece.zip(self, &mut |mine, whole| *mine = whole.part(index, parts));
                piece
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pieces_add_up_to_the_whole(incidents in 0i64..100, killed in 0i64..5_000, parts in prop::collection::vec(1u32..400, 1..8)) {
            let mut whole = Cell { incidents: Amount::whole(incidents), ..Cell::default() };
            whole.killed.best = Amount::from_millionths(killed * 333_333);
            whole.injured_by[2].sum = Amount::whole(killed);
            let mut sum = Cell::default();
            whole.split(&parts).into_iter().for_each(|piece| sum += piece);
            prop_assert_eq!(sum, whole);
            sum -= whole;
            prop_assert_eq!(sum, Cell::default());
            prop_assert_eq!(Cell::of_lanes(&whole.lanes()), whole);
        }
    }
}

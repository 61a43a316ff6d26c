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
    /// The number of a row that stands for `incidents` incidents, of which `share` falls to this cell. The number is the
    /// row's total: it is shared, never multiplied by the incidents.
    pub fn of_row(number: Option<Amount>, incidents: Amount, share: Amount) -> Count {
        match number {
            Some(number) => Count { known: incidents.times(share), sum: number.times(share) },
            None => Count::default(),
        }
    }

    pub fn of(number: Option<Amount>, weight: Amount) -> Count {
        match number {
            Some(number) => Count { known: weight, sum: number.times(weight) },
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
    /// Attacks that the source marks as failed; they count as incidents.
    pub failed: Amount,
}

/// Adds or subtracts field by field, so that no field can be forgotten in one of the two.
macro_rules! fieldwise {
    ($($type:ident { $($field:ident),* $(; $($array:ident),*)? })*) => {$(
        impl AddAssign for $type {
            fn add_assign(&mut self, other: $type) {
                let $type { $($field,)* $($($array,)*)? } = other;
                $(self.$field += $field;)*
                $($(for (mine, theirs) in self.$array.iter_mut().zip($array) { *mine += theirs; })*)?
            }
        }
        impl SubAssign for $type {
            fn sub_assign(&mut self, other: $type) {
                let $type { $($field,)* $($($array,)*)? } = other;
                $(self.$field -= $field;)*
                $($(for (mine, theirs) in self.$array.iter_mut().zip($array) { *mine -= theirs; })*)?
            }
        }
    )*};
}

fieldwise! {
    Count { known, sum }
    Tally { known, low, best, high }
    Suicide { known, incidents, killed, injured }
    Cell {
        incidents, lethal, killed, injured, arrested, abducted, suicide, attributed, unattributed, suspected,
        failed; killed_by, injured_by
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_toll_of_a_row_of_incidents_counts_once() {
        let (toll, incidents) = (Some(Amount::whole(15)), Amount::whole(6));
        assert_eq!(Count::of_row(toll, incidents, Amount::ONE), Count { known: incidents, sum: Amount::whole(15) });
        assert_eq!(Count::of_row(None, incidents, Amount::ONE), Count::default());
        let half = Amount::from_millionths(500_000);
        assert_eq!(Count::of_row(toll, Amount::ONE, half), Count::of(toll, half));
    }
}

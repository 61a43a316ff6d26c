//! Knox's test between two groups, with the bare nulls that published programs use.

use super::deal::{Deal, Outcomes};
use super::{Closeness, Enumeration, Knox};
use std::collections::BTreeMap;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrossUnit {
    /// Pairs of an incident of A and one of B that are close: Knox's count, which one offensive can multiply.
    Pairs,
    /// Incidents of B that have an incident of A close.
    Incidents,
}

/// What chance is taken to be. None of these keeps near-repeats and shared surges; see the module.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BareNull<'a> {
    /// The days of B are dealt out anew over all its incidents: loses that surges are local.
    Permute,
    /// The days of B are dealt out anew among incidents of one place; the place of every incident of B. Where a place is a
    /// point, that changes no count at all: it finds nothing.
    PermuteInPlaces(&'a [usize]),
    /// All of B is shifted in time by the same number of days, around the end of these days (both inside) to their beginning:
    /// loses that surges are shared. Every shift is counted.
    Shift { first: i32, last: i32 },
}

/// For every incident of B the days of A's incidents near it.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossPairs {
    days_of_b: Vec<i32>,
    /// For every incident of B: the days of the incidents of A within D, ascending.
    near: Vec<Vec<i32>>,
    reach: i32,
}

impl CrossPairs {
    /// From the days of both groups and the distance between incident i of A and j of B. Joint incidents are to be left out
    /// before: they are evidence of another kind.
    pub fn new(days_of_a: &[i32], days_of_b: &[i32], km: impl Fn(usize, usize) -> f64, close: Closeness) -> CrossPairs {
        let near_to = |j: usize| {
            let near = days_of_a.iter().enumerate().filter(|&(i, _)| km(i, j) <= close.km);
            let mut days: Vec<i32> = near.map(|(_, &day)| day).collect();
            days.sort_unstable();
            days
        };
        let near = (0..days_of_b.len()).map(near_to).collect();
        CrossPairs { days_of_b: days_of_b.to_vec(), near, reach: close.days.max(0) }
    }

    /// Incidents of A near incident j of B in space, and within T of the day.
    fn close_to(&self, j: usize, day: i32) -> u64 {
        let days = &self.near[j];
        let from = days.partition_point(|&other| other < day.saturating_sub(self.reach));
        let upto = days.partition_point(|&other| other <= day.saturating_add(self.reach));
        (upto - from) as u64
    }

    fn counted(&self, unit: CrossUnit, j: usize, day: i32) -> u64 {
        match unit {
            CrossUnit::Pairs => self.close_to(j, day),
            CrossUnit::Incidents => self.close_to(j, day).min(1),
        }
    }

    /// The count against a null; `seed` fixes the draws. `None` where a null does not fit: a place is missing, or an incident
    /// lies outside the days that are shifted.
    pub fn test(&self, unit: CrossUnit, null: BareNull<'_>, seed: u64) -> Option<Knox> {
        let total = |day: &dyn Fn(usize) -> i32| -> u64 {
            (0..self.days_of_b.len()).map(|j| self.counted(unit, j, day(j))).sum()
        };
        let observed = total(&|j| self.days_of_b[j]);
        let deal = match null {
            BareNull::Permute => Deal::whole(self.days_of_b.len()),
            BareNull::PermuteInPlaces(places) if places.len() == self.days_of_b.len() => Deal::by_place(places),
            BareNull::PermuteInPlaces(_) => return None,
            BareNull::Shift { first, last } => {
                let inside = |day: &i32| (first..=last).contains(day);
                if first > last || !self.days_of_b.iter().all(inside) {
                    return None;
                }
                let length = i64::from(last) - i64::from(first) + 1;
                let moved = |j: usize, shift: i64| {
                    let since = (i64::from(self.days_of_b[j]) - i64::from(first) + shift).rem_euclid(length);
                    i32::try_from(i64::from(first) + since).expect("it lies between first and last")
                };
                let mut counts: BTreeMap<u64, u64> = BTreeMap::new();
                for shift in 0..length {
                    *counts.entry(total(&|j| moved(j, shift))).or_default() += 1;
                }
                let sum: u64 = counts.iter().map(|(count, times)| count * times).sum();
                let outcomes = Outcomes { enumeration: Enumeration::All, counts };
                return Some(Knox::new(observed, sum as f64 / length as f64, outcomes));
            }
        };
        let outcomes = deal.outcomes(seed, |order| total(&|j| self.days_of_b[order[j]]));
        Some(Knox::new(observed, self.expected(unit, &deal), outcomes))
    }

    /// Every incident of a pack gets every day of the pack equally often.
    fn expected(&self, unit: CrossUnit, deal: &Deal) -> f64 {
        let of_pack = |pack: &[usize]| {
            let met = pack.iter().flat_map(|&j| pack.iter().map(move |&other| (j, other)));
            met.map(|(j, other)| self.counted(unit, j, self.days_of_b[other])).sum::<u64>() as f64 / pack.len() as f64
        };
        deal.packs().fold(0.0, |sum, pack| sum + of_pack(pack))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Section 4.8 of the project's reference values: (x km, y km, day).
    const A: [(f64, f64, i32); 4] = [(0., 0., 1), (0., 10., 5), (20., 0., 9), (21., 1., 12)];
    const B: [(f64, f64, i32); 5] = [(1., 0., 2), (0., 11., 6), (40., 40., 20), (20., 2., 30), (50., 0., 8)];

    fn reference() -> CrossPairs {
        let km = |i: usize, j: usize| (A[i].0 - B[j].0).hypot(A[i].1 - B[j].1);
        CrossPairs::new(&A.map(|e| e.2), &B.map(|e| e.2), km, Closeness { km: 5.0, days: 3 })
    }

    #[test]
    fn all_120_permutations_of_the_reference() {
        let got = reference().test(CrossUnit::Pairs, BareNull::Permute, 1).expect("it fits");
        assert_eq!((got.observed, got.enumeration), (2, Enumeration::All));
        assert_eq!(got.distribution, [(0, 20), (1, 60), (2, 36), (3, 4)]);
        assert!((got.expected - 1.2).abs() < 1e-15, "{got:?}");
        assert_eq!(got.p, 1.0 / 3.0);
    }

    #[test]
    fn inside_places_and_shifted() {
        let pairs = reference();
        // Only the first two may exchange their days: then the second still has one of A's three days after it.
        let inside = pairs.test(CrossUnit::Pairs, BareNull::PermuteInPlaces(&[0, 0, 1, 2, 3]), 1).expect("it fits");
        assert_eq!(inside.distribution, [(1, 1), (2, 1)]);
        assert_eq!((inside.expected, inside.p), (1.5, 0.5));
        let shift = pairs.test(CrossUnit::Incidents, BareNull::Shift { first: 1, last: 40 }, 1).expect("it fits");
        let mean = shift.distribution.iter().map(|&(count, times)| (count * times) as f64).sum::<f64>() / 40.0;
        assert_eq!((shift.observed, shift.expected, shift.enumeration), (2, mean, Enumeration::All));
        assert_eq!(shift.distribution.iter().map(|&(_, times)| times).sum::<u64>(), 40);
        assert_eq!(pairs.test(CrossUnit::Pairs, BareNull::Shift { first: 1, last: 20 }, 1), None);
        assert_eq!(pairs.test(CrossUnit::Pairs, BareNull::PermuteInPlaces(&[0]), 1), None);
    }

    #[test]
    fn a_planted_link_is_seen_and_drawn_means_are_exact() {
        let days_of_a: Vec<i32> = (0..40).map(|i| i * 25).collect();
        let days_of_b: Vec<i32> = (0..40).map(|i| if i < 20 { i * 25 + 2 } else { i * 23 + 11 }).collect();
        let place = |i: usize| i % 4;
        let km = |i: usize, j: usize| if place(i) == place(j) { 0.0 } else { 100.0 };
        let pairs = CrossPairs::new(&days_of_a, &days_of_b, km, Closeness { km: 10.0, days: 3 });
        for unit in [CrossUnit::Pairs, CrossUnit::Incidents] {
            let got = pairs.test(unit, BareNull::Permute, 9).expect("it fits");
            let drawn: u64 = got.distribution.iter().map(|&(_, times)| times).sum();
            let mean =
                got.distribution.iter().map(|&(count, times)| (count * times) as f64).sum::<f64>() / drawn as f64;
            assert!(got.observed >= 20 && got.p == 0.001 && (mean - got.expected).abs() < 0.2, "{mean} {got:?}");
        }
    }

    #[test]
    fn nothing_is_nothing() {
        let none = CrossPairs::new(&[], &[], |_, _| 0.0, Closeness { km: 10.0, days: 3 });
        for null in [BareNull::Permute, BareNull::PermuteInPlaces(&[]), BareNull::Shift { first: 0, last: 9 }] {
            let got = none.test(CrossUnit::Pairs, null, 1).expect("it fits");
            assert_eq!((got.observed, got.expected, got.p), (0, 0.0, 1.0));
        }
    }
}

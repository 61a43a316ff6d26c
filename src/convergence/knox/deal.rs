//! Dealing days out anew: all ways where they are few, else some of them, seeded.

use super::Enumeration;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::collections::BTreeMap;

/// Most outcomes that are counted one by one: 8!.
const MOST_OUTCOMES: u64 = 40_320;

/// Outcomes drawn otherwise: the resolution of p is 0.001, and 1 + 999 is a round number (Davison & Hinkley 1997, chapter 4).
const DRAWN: u64 = 999;

/// The counts of all outcomes, and how often each came.
pub(super) struct Outcomes {
    pub enumeration: Enumeration,
    pub counts: BTreeMap<u64, u64>,
}

/// Incidents in packs; days are exchanged only inside a pack.
pub(super) struct Deal {
    /// All incidents, pack after pack.
    incidents: Vec<usize>,
    /// For every position above: where its pack ends.
    ends: Vec<usize>,
}

impl Deal {
    /// One pack of all incidents.
    pub fn whole(n: usize) -> Deal {
        Deal { incidents: (0..n).collect(), ends: vec![n; n] }
    }

    /// A pack for every place.
    pub fn by_place(places: &[usize]) -> Deal {
        let mut incidents: Vec<usize> = (0..places.len()).collect();
        incidents.sort_by_key(|&i| (places[i], i));
        let upto = |&i: &usize| incidents.partition_point(|&other| places[other] <= places[i]);
        Deal { ends: incidents.iter().map(upto).collect(), incidents }
    }

    /// The packs.
    pub fn packs(&self) -> impl Iterator<Item = &[usize]> {
        let starts = (0..self.ends.len()).filter(|&at| at == 0 || self.ends[at] != self.ends[at - 1]);
        starts.map(|start| &self.incidents[start..self.ends[start]])
    }

    /// How many ways there are, no more than one above the most that are counted.
    fn ways(&self) -> u64 {
        let left = self.ends.iter().enumerate().map(|(at, end)| (end - at) as u64);
        left.fold(1, |ways, choices| (ways * choices).min(MOST_OUTCOMES + 1))
    }

    /// The counts over the outcomes. `count` takes, for every incident, the incident whose day it gets.
    pub fn outcomes(&self, seed: u64, count: impl Fn(&[usize]) -> u64) -> Outcomes {
        let mut counts = BTreeMap::new();
        let mut order: Vec<usize> = (0..self.incidents.len()).collect();
        if self.ways() <= MOST_OUTCOMES {
            self.every(0, &mut order, &mut |order| *counts.entry(count(order)).or_default() += 1);
            return Outcomes { enumeration: Enumeration::All, counts };
        }
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        for _ in 0..DRAWN {
            for (at, &end) in self.ends.iter().enumerate() {
                let other = random.random_range(at..end);
                order.swap(self.incidents[at], self.incidents[other]);
            }
            *counts.entry(count(&order)).or_default() += 1;
        }
        Outcomes { enumeration: Enumeration::Drawn, counts }
    }

    fn every(&self, at: usize, order: &mut Vec<usize>, visit: &mut impl FnMut(&[usize])) {
        let Some(&end) = self.ends.get(at) else {
            visit(order);
            return;
        };
        for other in at..end {
            order.swap(self.incidents[at], self.incidents[other]);
            self.every(at + 1, order, visit);
            order.swap(self.incidents[at], self.incidents[other]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_once_and_only_inside_packs() {
        let deal = Deal::by_place(&[7, 3, 7, 3, 7]);
        assert_eq!(deal.ways(), 12);
        assert_eq!(deal.packs().collect::<Vec<_>>(), [vec![1, 3], vec![0, 2, 4]]);
        let mut seen = std::collections::BTreeSet::new();
        deal.every(0, &mut (0..5).collect(), &mut |order| {
            assert!(order.iter().enumerate().all(|(i, &j)| i % 2 == j % 2), "{order:?}");
            assert!(seen.insert(order.to_vec()));
        });
        assert_eq!(seen.len(), 12);
        assert_eq!((Deal::whole(8).ways(), Deal::whole(50).ways()), (40_320, 40_321));
        assert_eq!(Deal::whole(0).outcomes(1, |_| 4).counts, BTreeMap::from([(4, 1)]));
    }
}

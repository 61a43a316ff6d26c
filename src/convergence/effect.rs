//! How large the excess may be: the interval by inverting the test, and the smallest excess that it would have found.
//!
//! *Model.* An excess of e adds to the near incidents of a random move: each incident that chance leaves apart is near with
//! probability e / (1 - p0), where p0 is the share that chance brings near; an excess below 0 takes near ones away with
//! probability -e / p0. An excess belongs to the interval if what was seen is not among the 2.5 % most extreme outcomes on either
//! side. The outcomes are a mixture of binomials over the moves, so no draw is needed.

use super::moves::Moves;
use statrs::distribution::{Binomial, DiscreteCDF};

/// Two-sided error of the interval.
const ALPHA: f64 = 0.05;
/// One-sided error of the test.
const LEVEL: f64 = 0.05;
/// The chance with which the smallest detectable excess is found, by convention (Cohen 1988).
const POWER: f64 = 0.8;
/// Halvings of the range of an excess: to a hundredth of a percentage point.
const HALVINGS: usize = 14;

/// The outcomes of one cell of the plan.
pub(super) struct Outcomes {
    /// Near incidents of a move and how often, ascending.
    chance: Vec<(u32, f64)>,
    /// Incidents that are placed exactly enough.
    taken: u32,
    /// The share that chance brings near.
    share: f64,
}

impl Outcomes {
    /// `expected` is the exact mean over all moves; `None` without an incident.
    pub(super) fn new(moves: &Moves, cell: usize, taken: u32, expected: f64) -> Option<Outcomes> {
        if taken == 0 {
            return None;
        }
        let mut counts: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
        moves.of_cell(cell).for_each(|near| *counts.entry(near).or_default() += 1);
        let chance = counts.into_iter().map(|(near, times)| (near, times as f64 / moves.len() as f64)).collect();
        Some(Outcomes { chance, taken, share: (expected / f64::from(taken)).clamp(0.0, 1.0) })
    }

    /// The excess shares that what was seen does not contradict.
    pub(super) fn interval(&self, seen: u32) -> (f64, f64) {
        let low = self.solve(|excess| self.at_least(seen, excess) >= ALPHA / 2.0);
        let high = self.solve(|excess| 1.0 - self.at_least(seen + 1, excess) < ALPHA / 2.0);
        (low, high)
    }

    /// The smallest excess share that the test finds with a chance of [`POWER`]; `None` where no excess would do.
    pub(super) fn detectable(&self) -> Option<f64> {
        let critical = (0..=self.taken).find(|&near| self.at_least(near, 0.0) <= LEVEL)?;
        let found = |excess: f64| self.at_least(critical, excess) >= POWER;
        found(1.0 - self.share).then(|| self.solve(found).max(0.0))
    }

    /// The chance of so many near incidents or more under an excess.
    fn at_least(&self, near: u32, excess: f64) -> f64 {
        let tail = |trials: u32, chance: f64, successes: u32| match (successes, chance) {
            (0, _) => 1.0,
            (n, _) if n > trials => 0.0,
            (_, chance) if chance <= 0.0 => 0.0,
            (_, chance) if chance >= 1.0 => 1.0,
            (n, chance) => Binomial::new(chance, u64::from(trials)).map_or(0.0, |b| b.sf(u64::from(n) - 1)),
        };
        let of = |by_chance: u32| {
            if excess >= 0.0 {
                let added = if self.share < 1.0 { excess / (1.0 - self.share) } else { 0.0 };
                tail(self.taken - by_chance.min(self.taken), added, near.saturating_sub(by_chance))
            } else {
                tail(by_chance, 1.0 + excess / self.share, near)
            }
        };
        self.chance.iter().map(|&(by_chance, weight)| weight * of(by_chance)).sum()
    }

    /// Where a condition that holds from some excess on begins to hold.
    fn solve(&self, holds: impl Fn(f64) -> bool) -> f64 {
        let (mut below, mut above) = (-self.share, 1.0 - self.share);
        if holds(below) {
            return below;
        }
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(below, above);
            if holds(middle) { above = middle } else { below = middle }
        }
        above
    }
}

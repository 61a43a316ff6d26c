//! What B's incidents see of A: for each of them the days of A near its place, in the days that it may be moved to. Looked up once;
//! all tables of a pair are counted from it.

use super::activity::{Event, Plan, Span};
use super::clusters::Clusters;
use super::index::Lookup;
use super::near::Tally;
use std::ops::Range;

/// By cluster of B. Grows with B's incidents, not with the pairs of incidents.
pub(super) struct Sightings {
    /// The bit of an incident's own day at its cluster's first position: the plan's longest time.
    pub(super) origin: u32,
    spaces: usize,
    pub(super) clusters: Vec<Seen>,
    /// Incidents that stand in one place on one day, and are near together or not at all.
    weights: Vec<u32>,
    /// By such incidents and distance.
    days: Vec<u128>,
    /// Incidents that are placed exactly enough, by cluster and distance.
    taken: Vec<u32>,
}

/// One cluster.
pub(super) struct Seen {
    /// Its first day, as it happened.
    pub(super) day: i32,
    /// Days to which its first day may move.
    pub(super) positions: usize,
    /// The position that happened.
    pub(super) actual: usize,
    sights: Range<usize>,
}

impl Sightings {
    /// `events` are those of B, which `clusters` divide.
    pub(super) fn new(plan: &Plan, span: Span, mut a: Lookup, events: &[Event], clusters: &Clusters) -> Sightings {
        let spaces = plan.spaces().len();
        let most = *plan.days().last().expect("a plan has days");
        let mut all = Sightings {
            origin: most as u32,
            spaces,
            clusters: Vec::with_capacity(clusters.len()),
            weights: Vec::with_capacity(events.len()),
            days: Vec::with_capacity(events.len() * spaces),
            taken: vec![0; clusters.len() * spaces],
        };
        let mut bits = vec![0_u128; spaces];
        for ((cluster, members), taken) in clusters.iter().zip(all.taken.chunks_exact_mut(spaces)) {
            let (first, last) = cluster.room(plan.window(), span);
            let positions = (last - first + 1) as usize;
            let begin = all.weights.len();
            let stand = |&one: &u32, &other: &u32| events[one as usize].stands_with(&events[other as usize]);
            for alike in members.chunk_by(stand) {
                let (event, weight) = (&events[alike[0] as usize], alike.len() as u32);
                for (space, taken) in plan.spaces().iter().zip(taken.iter_mut()) {
                    *taken += if space.takes(event) { weight } else { 0 };
                }
                let earliest = first + (event.day - cluster.first) - most;
                a.days_near(event, earliest, positions as u32 + 2 * all.origin, &mut bits);
                if bits.iter().any(|&days| days > 0) {
                    all.weights.push(weight);
                    all.days.extend_from_slice(&bits);
                }
            }
            let (actual, sights) = ((cluster.first - first) as usize, begin..all.weights.len());
            all.clusters.push(Seen { day: cluster.first, positions, actual, sights });
        }
        all
    }

    pub(super) fn spaces(&self) -> Range<usize> {
        0..self.spaces
    }

    /// Of a cluster: how many incidents stand together, and their days by distance.
    pub(super) fn of(&self, seen: &Seen) -> impl Iterator<Item = (u32, &[u128])> {
        let days = &self.days[seen.sights.start * self.spaces..seen.sights.end * self.spaces];
        self.weights[seen.sights.clone()].iter().copied().zip(days.chunks_exact(self.spaces))
    }

    /// Incidents of a cluster, by its position in the list, that are placed exactly enough for a distance.
    pub(super) fn taken(&self, cluster: usize, space: usize) -> u32 {
        self.taken[cluster * self.spaces + space]
    }

    /// Of all clusters.
    pub(super) fn all_taken(&self, space: usize) -> u32 {
        self.taken.iter().skip(space).step_by(self.spaces).sum()
    }

    /// What happened and its mean over all moves, by distance and days: B's incidents near one of A. Exact, and no table is needed.
    pub(super) fn counted(&self, times: &[i32]) -> Counted {
        let cells = self.spaces * times.len();
        let mut all = Counted { near: vec![0; cells], score: vec![0; cells], mean: vec![0.0; cells] };
        let mut of_cluster = vec![0; cells];
        for cluster in &self.clusters {
            of_cluster.fill(0);
            for (weight, by_space) in self.of(cluster) {
                for (space, &days) in by_space.iter().enumerate() {
                    spread(days, self.origin, cluster.positions, times, |time, once, twice| {
                        let cell = space * times.len() + time;
                        all.near[cell] += Tally::Near.of(once, twice, cluster.actual) * weight;
                        all.score[cell] += Tally::Score.of(once, twice, cluster.actual) * weight;
                        of_cluster[cell] += once.count_ones() * weight;
                    });
                }
            }
            for (mean, &all) in all.mean.iter_mut().zip(&of_cluster) {
                *mean += f64::from(all) / cluster.positions as f64;
            }
        }
        all
    }
}

/// By distance and days.
pub(super) struct Counted {
    /// Incidents of B near one of A, as it happened.
    pub(super) near: Vec<u32>,
    /// The same by [`Tally::Score`].
    pub(super) score: Vec<u32>,
    /// Near ones, the mean over all moves.
    pub(super) mean: Vec<f64>,
}

/// For every number of days, which ascend: the positions, as bits, from which A is near on a day, and on two days or more. `origin` is
/// the bit of the incident's own day at the first of at most 64 positions (the longest window).
pub(super) fn spread(days: u128, origin: u32, positions: usize, times: &[i32], mut each: impl FnMut(usize, u64, u64)) {
    if days == 0 {
        return;
    }
    let inside = u64::MAX >> (64 - positions);
    let (mut once, mut twice, mut within) = (days, 0_u128, 0);
    for (time, &wanted) in times.iter().enumerate() {
        while within < wanted as u32 {
            within += 1;
            for further in [days << within, days >> within] {
                twice |= once & further;
                once |= further;
            }
        }
        each(time, (once >> origin) as u64 & inside, (twice >> origin) as u64 & inside);
    }
}

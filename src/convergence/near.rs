//! What is near: for every cluster of B and every day to which it may be moved, how many of its incidents are near one of A.
//!
//! A window has few days, so all that a thousand moves can ask is asked once, in tables that grow with B's incidents and not
//! with the pairs of incidents: the days of A near a place are bits, and "within three days" is a shift of bits.

use super::sightings::{Seen, Sightings, spread};
use std::ops::Range;

/// What is counted of an incident with A near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tally {
    /// One: what shares are made of.
    Near,
    /// Two where A was near on one day, three on several. What the test counts: where chance alone brings A near often, being near
    /// once says little, and ties between moves become few. On simulated pairs it finds six in a hundred more than the bare count.
    Score,
}

impl Tally {
    /// Of an incident that is near, at least.
    pub(super) fn least(self) -> u32 {
        self.of(1, 0, 0)
    }

    /// Of an incident at a position, from those at which A is near on a day, and on two or more.
    pub(super) fn of(self, once: u64, twice: u64, position: usize) -> u32 {
        let bit = |bits: u64| ((bits >> position) & 1) as u32;
        match self {
            Tally::Near => bit(once),
            Tally::Score => 2 * bit(once) + bit(twice),
        }
    }
}

/// What is asked of what was seen: these distances of it, and these days, ascending and none longer than what was looked up.
pub(super) struct Question<'a> {
    pub(super) seen: &'a Sightings,
    pub(super) spaces: Range<usize>,
    pub(super) times: &'a [i32],
    pub(super) tally: Tally,
}

/// Clusters of a block: so many have their tables near the processor, and a group of any size takes no more room.
const BLOCK: usize = 512;

impl Question<'_> {
    pub(super) fn cells(&self) -> usize {
        self.spaces.len() * self.times.len()
    }

    /// The table of all clusters.
    pub(super) fn table(&self) -> Table {
        Table::new(self, 0..self.seen.clusters.len())
    }

    /// The tables of all clusters, a block at a time.
    pub(super) fn blocks(&self) -> impl Iterator<Item = Table> {
        let all = self.seen.clusters.len();
        (0..all).step_by(BLOCK).map(move |from| Table::new(self, from..(from + BLOCK).min(all)))
    }

    /// How many clusters are near something at any of their positions.
    pub(super) fn live(&self) -> usize {
        let longest = &self.times[self.times.len() - 1..];
        let is_near = |cluster: &&Seen| {
            let mut near = 0;
            for (_, days) in self.seen.of(cluster) {
                for &days in &days[self.spaces.clone()] {
                    spread(days, self.seen.origin, cluster.positions, longest, |_, once, _| near |= once);
                }
            }
            near > 0
        };
        self.seen.clusters.iter().filter(is_near).count()
    }
}

/// For every cluster of B and every position in its window: how many of its incidents are near one of A, by distance and days.
pub(super) struct Table {
    cells: usize,
    pub(super) clusters: Vec<Row>,
    /// By cluster, position and cell.
    near: Vec<u32>,
    /// By cluster and position: incidents whose nearest one of A came before less those whose nearest came after, at the first
    /// distance and the longest time.
    order: Vec<i32>,
    /// Incidents that are placed exactly enough, by cluster and distance.
    taken: Vec<u32>,
    spaces: usize,
}

/// One cluster's part of the table.
pub(super) struct Row {
    /// Its first day, as it happened.
    pub(super) day: i32,
    /// Where its positions begin.
    offset: usize,
    pub(super) positions: usize,
    /// The position that happened.
    pub(super) actual: usize,
    /// Its incidents that are placed exactly enough, at the first distance.
    pub(super) taken: u32,
}

/// Where incidents that stand together are counted: their positions, the bit of their own day at the first of them, their number.
#[derive(Clone, Copy)]
struct Slot {
    offset: usize,
    positions: usize,
    origin: u32,
    weight: u32,
}

impl Table {
    /// Of these clusters.
    fn new(question: &Question, clusters: Range<usize>) -> Table {
        let Question { seen, spaces, times, tally } = question;
        let cells = question.cells();
        let positions: usize = seen.clusters[clusters.clone()].iter().map(|cluster| cluster.positions).sum();
        let mut table = Table {
            cells,
            clusters: Vec::with_capacity(clusters.len()),
            near: vec![0; positions * cells],
            order: vec![0; positions],
            taken: Vec::with_capacity(clusters.len() * spaces.len()),
            spaces: spaces.len(),
        };
        let longest = *times.last().expect("a plan has days") as u32;
        let mut offset = 0;
        for (at, cluster) in clusters.clone().zip(&seen.clusters[clusters]) {
            let positions = cluster.positions;
            for (weight, days) in seen.of(cluster) {
                let slot = Slot { offset, positions, origin: seen.origin, weight };
                table.order_of(slot, days[spaces.start], longest);
                for (space, &days) in days[spaces.clone()].iter().enumerate() {
                    table.count(slot, days, times, *tally, space * times.len());
                }
            }
            table.taken.extend(spaces.clone().map(|space| seen.taken(at, space)));
            let taken = seen.taken(at, spaces.start);
            table.clusters.push(Row { day: cluster.day, offset, positions, actual: cluster.actual, taken });
            offset += positions;
        }
        table
    }

    /// Adds incidents with A's days near their place to the cells from `cell` on, one a number of days.
    fn count(&mut self, slot: Slot, days: u128, times: &[i32], tally: Tally, cell: usize) {
        spread(days, slot.origin, slot.positions, times, |time, once, twice| {
            let column = &mut self.near[slot.offset * self.cells + cell + time..];
            // Only positions with A near: their bits, one after the other.
            let mut left = once;
            while left != 0 {
                let position = left.trailing_zeros() as usize;
                left &= left - 1;
                column[position * self.cells] += tally.of(once, twice, position) * slot.weight;
            }
        });
    }

    fn order_of(&mut self, slot: Slot, days: u128, most: u32) {
        if days == 0 {
            return;
        }
        for (position, order) in self.order[slot.offset..][..slot.positions].iter_mut().enumerate() {
            let around = days >> (position as u32 + slot.origin - most);
            if (around >> most) & 1 == 1 {
                continue;
            }
            let before = around & ((1 << most) - 1);
            let after = (around >> (most + 1)) & ((1 << most) - 1);
            // Days to the nearest one; as far as can be where there is none.
            let since = if before == 0 { u32::MAX } else { most - before.ilog2() };
            let until = if after == 0 { u32::MAX } else { after.trailing_zeros() + 1 };
            *order += match since.cmp(&until) {
                std::cmp::Ordering::Less => slot.weight as i32,
                std::cmp::Ordering::Greater => -(slot.weight as i32),
                std::cmp::Ordering::Equal => 0,
            };
        }
    }

    /// Near incidents of a cluster by position and cell.
    pub(super) fn near_by_position(&self, row: &Row) -> &[u32] {
        &self.near[row.offset * self.cells..(row.offset + row.positions) * self.cells]
    }

    /// Followers less leaders of a cluster by position.
    pub(super) fn order_by_position(&self, row: &Row) -> &[i32] {
        &self.order[row.offset..][..row.positions]
    }

    /// Near incidents of a cluster at a position, by cell.
    pub(super) fn near(&self, row: &Row, position: usize) -> &[u32] {
        &self.near[(row.offset + position) * self.cells..][..self.cells]
    }

    /// Followers less leaders of a cluster at a position.
    pub(super) fn order(&self, row: &Row, position: usize) -> i32 {
        self.order[row.offset + position]
    }

    /// Whether a cluster is near anything, wherever it goes.
    pub(super) fn moves(&self, row: &Row) -> bool {
        self.near_by_position(row).iter().any(|&near| near > 0)
    }

    /// B's incidents that are placed exactly enough for a distance.
    pub(super) fn taken(&self, space: usize) -> u32 {
        self.taken.iter().skip(space).step_by(self.spaces).sum()
    }

    /// What happened, by cell.
    pub(super) fn observed(&self) -> Vec<u32> {
        let mut sums = vec![0; self.cells];
        self.clusters.iter().for_each(|row| add(&mut sums, self.near(row, row.actual)));
        sums
    }

    /// The mean over all moves, by cell: exact, no draw is needed.
    pub(super) fn expected(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.cells];
        let mut of_row = vec![0; self.cells];
        for row in &self.clusters {
            of_row.fill(0);
            self.near_by_position(row).chunks_exact(self.cells).for_each(|near| add(&mut of_row, near));
            for (sum, &all) in sums.iter_mut().zip(&of_row) {
                *sum += f64::from(all) / row.positions as f64;
            }
        }
        sums
    }

    /// The mean of a cluster's near incidents over its positions, where there is one cell.
    pub(super) fn mean(&self, row: &Row) -> f64 {
        f64::from(self.near_by_position(row).iter().sum::<u32>()) / row.positions as f64
    }
}

/// Cells of the usual plan: what is added most, side by side as the length is known.
const USUAL: usize = 16;

/// Adds a cluster's numbers to the sums.
#[inline]
pub(super) fn add(sums: &mut [u32], near: &[u32]) {
    if let (Ok(sums), Ok(near)) = (<&mut [u32; USUAL]>::try_from(&mut *sums), <&[u32; USUAL]>::try_from(near)) {
        for at in 0..USUAL {
            sums[at] += near[at];
        }
        return;
    }
    let near = &near[..sums.len()];
    for at in 0..sums.len() {
        sums[at] += near[at];
    }
}

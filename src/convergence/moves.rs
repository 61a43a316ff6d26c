//! Moves: every cluster of B to a day of its window, drawn anew each time, and what is near then.

use super::near::{Question, Row, add};
use super::sums::{MANY, Sum, Sums, VARIED};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// What the p of a cell beside the reference is multiplied by before the smallest is taken: the question that was asked beforehand
/// must not drown among fifteen others (weighted p: Genovese, Roeder & Wasserman 2006). The recalibration keeps the level.
const ASIDE: usize = 4;

/// Moves that are made side by side, cluster by cluster: their sums and the numbers of one cluster stay near the processor.
const TOGETHER: usize = 256;

/// The near incidents of many moves.
pub(super) struct Moves {
    cells: usize,
    /// By move and cell.
    near: Vec<u32>,
    /// By move: followers less leaders.
    pub(super) order: Vec<i32>,
}

impl Moves {
    /// Draws so many moves. Clusters that are near nothing wherever they go draw no number.
    pub(super) fn draw(question: &Question, moves: usize, seed: u64) -> Moves {
        let cells = question.cells();
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut near = vec![0_u32; moves * cells];
        let mut order = vec![0_i32; moves];
        for table in question.blocks() {
            let live: Vec<&Row> = table.clusters.iter().filter(|row| table.moves(row)).collect();
            for (near, order) in near.chunks_mut(TOGETHER * cells).zip(order.chunks_mut(TOGETHER)) {
                for row in &live {
                    let (at_position, order_at) = (table.near_by_position(row), table.order_by_position(row));
                    // A random number is good for two moves.
                    for (near, order) in near.chunks_mut(2 * cells).zip(order.chunks_mut(2)) {
                        let mut bits = random.next_u64();
                        for (near, order) in near.chunks_exact_mut(cells).zip(order) {
                            let position = below(bits as u32, row.positions);
                            bits >>= u32::BITS;
                            add(near, &at_position[position * cells..][..cells]);
                            *order += order_at[position];
                        }
                    }
                }
            }
        }
        Moves { cells, near, order }
    }

    /// The same for many clusters, without moving them: near incidents as normal numbers with their exact means and covariances, and
    /// followers less leaders for themselves. `None` where the clusters are not many enough, or vary too little in a cell.
    pub(super) fn of_many(question: &Question, moves: usize, seed: u64) -> Option<Moves> {
        if question.live() < MANY {
            return None;
        }
        let cells = question.cells();
        let (mut sums, mut of_order) = (Sums::new(cells), Sum::default());
        for table in question.blocks() {
            for row in table.clusters.iter().filter(|row| table.moves(row)) {
                sums.add(table.near_by_position(row));
                of_order.add(table.order_by_position(row).iter().map(|&order| f64::from(order)));
            }
        }
        let varied = VARIED * f64::from(question.tally.least()).powi(2);
        if sums.variances().any(|variance| variance < varied) {
            return None;
        }
        let (factor, mut deviations) = (sums.factor(), vec![0.0; cells]);
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut near = Vec::with_capacity(moves * cells);
        let mut order = Vec::with_capacity(moves);
        for _ in 0..moves {
            factor.draw(&mut deviations, &mut random);
            let counts = sums.means.iter().zip(&deviations).map(|(mean, deviation)| mean + deviation);
            near.extend(counts.map(|count| count.round().max(0.0) as u32));
            order.push(of_order.draw(&mut random).round() as i32);
        }
        Some(Moves { cells, near, order })
    }

    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// The near incidents of every move in one cell.
    pub(super) fn of_cell(&self, cell: usize) -> impl Iterator<Item = u32> + '_ {
        self.near.iter().skip(cell).step_by(self.cells).copied()
    }

    /// The p of every cell, and the p of the smallest of them: how often a move's own smallest p is as small. The p of other cells
    /// than the reference is multiplied by [`ASIDE`] first.
    pub(super) fn ps(&self, observed: &[u32], reference: Option<usize>) -> (Vec<f64>, f64) {
        let all = self.len() + 1;
        // What happened is one of the possible moves; it stands last. Equal numbers share the middle of their ranks, in halves.
        let mut smallest = vec![usize::MAX; all];
        let mut ps = Vec::with_capacity(self.cells);
        for (cell, &seen) in observed.iter().enumerate() {
            let values = || self.of_cell(cell).chain([seen]);
            let highest = values().max().unwrap_or_default() as usize;
            let mut equal = vec![0_usize; highest + 1];
            values().for_each(|value| equal[value as usize] += 1);
            let mut at_least = equal.clone();
            for value in (0..highest).rev() {
                at_least[value] += at_least[value + 1];
            }
            ps.push(at_least[seen as usize] as f64 / all as f64);
            let factor = if Some(cell) == reference { 1 } else { ASIDE };
            for (smallest, value) in smallest.iter_mut().zip(values()) {
                let rank = 2 * at_least[value as usize] - equal[value as usize];
                *smallest = (*smallest).min(rank * factor);
            }
        }
        let seen = smallest[all - 1];
        let as_small = smallest.iter().filter(|&&rank| rank <= seen).count();
        (ps, as_small as f64 / all as f64)
    }
}

/// A whole number below `n` from 32 random bits, as even as they allow (Lemire 2019, without the rejection: the bias is below n / 2^32).
#[inline]
pub(super) fn below(bits: u32, n: usize) -> usize {
    ((u64::from(bits) * n as u64) >> u32::BITS) as usize
}

//! Moves: every cluster of B to a day of its window, drawn anew each time, and what is near then.

use super::near::{Question, Row, Table, add};
use rand::{Rng, SeedableRng};
use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64Mcg;

/// What the p of a cell beside the reference is multiplied by before the smallest is taken: the question that was asked beforehand
/// must not drown among fifteen others (weighted p: Genovese, Roeder & Wasserman 2006). The recalibration keeps the level.
const ASIDE: usize = 4;

/// Moves that are made side by side, cluster by cluster: their sums and the numbers of one cluster stay near the processor.
const TOGETHER: usize = 256;

/// From so many clusters on that may be near something, whose near incidents vary as much, sums over them are drawn as normal numbers:
/// a draw then costs the same however many they are. Even a tenth of such a sum has a variance of 40, with which a Poisson number is
/// skewed by 0.16 only.
pub(super) const MANY: usize = 2_000;
pub(super) const VARIED: f64 = 400.0;

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
        let (cells, live) = (question.cells(), question.live());
        // Each move draws one number a cluster, as if all were drawn move by move.
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut next = || {
            let own = random.clone();
            random.advance(live as u128);
            own
        };
        let mut randoms: Vec<Pcg64Mcg> = (0..moves).map(|_| next()).collect();
        let mut near = vec![0_u32; moves * cells];
        let mut order = vec![0_i32; moves];
        for table in question.blocks() {
            let live: Vec<&Row> = table.clusters.iter().filter(|row| table.moves(row)).collect();
            let sums = near.chunks_mut(TOGETHER * cells).zip(order.chunks_mut(TOGETHER));
            for ((near, order), randoms) in sums.zip(randoms.chunks_mut(TOGETHER)) {
                for row in &live {
                    let (at_position, order_at) = (table.near_by_position(row), table.order_by_position(row));
                    for (at, random) in randoms.iter_mut().enumerate() {
                        let position = below(random, row.positions);
                        add(&mut near[at * cells..][..cells], &at_position[position * cells..][..cells]);
                        order[at] += order_at[position];
                    }
                }
            }
        }
        Moves { cells, near, order }
    }

    /// The same for the one cell of a table of many clusters, without moving them: near incidents, and followers less leaders, as normal
    /// numbers with their exact means and variances. The two are drawn apart, so each stands for itself only. `None` where the clusters
    /// are not many enough.
    pub(super) fn of_many(table: &Table, moves: usize, seed: u64) -> Option<Moves> {
        let (mut near, mut order, mut live) = (Sum::default(), Sum::default(), 0);
        for row in table.clusters.iter().filter(|row| table.moves(row)) {
            near.add(table.near_by_position(row).iter().map(|&near| f64::from(near)));
            order.add(table.order_by_position(row).iter().map(|&order| f64::from(order)));
            live += 1;
        }
        if live < MANY || near.variance < VARIED {
            return None;
        }
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let draws = (0..moves).map(|_| (near.draw(&mut random), order.draw(&mut random)));
        let (near, order) = draws.map(|(near, order)| (near.round().max(0.0) as u32, order.round() as i32)).unzip();
        Some(Moves { cells: 1, near, order })
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

/// A sum of independent numbers, as a normal number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    pub(super) mean: f64,
    pub(super) variance: f64,
}

impl Sum {
    /// A cluster more, from its numbers at all positions, each as likely as any other.
    fn add(&mut self, at_positions: impl ExactSizeIterator<Item = f64> + Clone) {
        let positions = at_positions.len() as f64;
        let mean = at_positions.clone().sum::<f64>() / positions;
        self.mean += mean;
        self.variance += at_positions.map(|number| (number - mean).powi(2)).sum::<f64>() / positions;
    }

    pub(super) fn draw(&self, random: &mut Pcg64Mcg) -> f64 {
        let deviation: f64 = StandardNormal.sample(random);
        self.mean + self.variance.sqrt() * deviation
    }
}

/// A whole number below `n`, as even as 32 bits allow (Lemire 2019, without the rejection: the bias is below n / 2^32).
#[inline]
pub(super) fn below(random: &mut impl Rng, n: usize) -> usize {
    ((u64::from(random.next_u32()) * n as u64) >> 32) as usize
}

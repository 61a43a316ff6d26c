//! The course of a pair in rolling months, for drawing: what was near, and where chance would have it.

use super::moves::below;
use super::near::Table;
use super::rising::{Month, ROLLING, by_month, month_of};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Twelve months up to a month's end, for drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rolled {
    pub month: usize,
    pub taken: u32,
    /// Shares of `taken`.
    pub near: f64,
    pub expected: f64,
    /// Where 95 % of the moves lie.
    pub low: f64,
    pub high: f64,
}

/// From the twelfth month on, where B had incidents; the band is drawn from so many moves.
pub(super) fn rolled(table: &Table, months: &[i32], moves: usize, seed: u64) -> Vec<Rolled> {
    of_windows(&by_month(table, months), &Moved::draw(table, months, moves, seed))
}

/// Near incidents of every move in the [`ROLLING`] months up to and with each month.
struct Moved {
    moves: usize,
    /// By month and move; of the first months fewer are summed.
    near: Vec<u32>,
}

impl Moved {
    fn draw(table: &Table, months: &[i32], moves: usize, seed: u64) -> Moved {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut near = vec![0; moves * months.len()];
        for row in table.clusters.iter().filter(|row| table.moves(row)) {
            let by_position = table.near_by_position(row);
            let Some(of_month) = near.chunks_exact_mut(moves).nth(month_of(row, months)) else { continue };
            of_month.iter_mut().for_each(|near| *near += by_position[below(random.next_u32(), row.positions)]);
        }
        // All up to a month, less all up to a year before.
        for at in moves..near.len() {
            near[at] += near[at - moves];
        }
        for at in (ROLLING * moves..near.len()).rev() {
            near[at] -= near[at - ROLLING * moves];
        }
        Moved { moves, near }
    }

    /// The sums of every move up to a month.
    fn sums(&self, last: usize) -> &[u32] {
        &self.near[last * self.moves..][..self.moves]
    }
}

fn of_windows(months: &[Month], moved: &Moved) -> Vec<Rolled> {
    let mut sums: Vec<u32> = Vec::with_capacity(moved.moves);
    let mut of = |last: usize| {
        let window = &months[last + 1 - ROLLING..=last];
        let taken: u32 = window.iter().map(|month| month.taken).sum();
        if taken == 0 {
            return None;
        }
        let share = |near: f64| near / f64::from(taken);
        sums.clear();
        sums.extend_from_slice(moved.sums(last));
        let mut quantile = |share: f64| {
            let place = ((sums.len() - 1) as f64 * share).round() as usize;
            f64::from(*sums.select_nth_unstable(place).1)
        };
        Some(Rolled {
            month: last,
            taken,
            near: share(window.iter().map(|month| f64::from(month.near)).sum()),
            expected: share(window.iter().map(|month| month.expected).sum()),
            low: share(quantile(0.025)),
            high: share(quantile(0.975)),
        })
    };
    (ROLLING - 1..months.len()).filter_map(&mut of).collect()
}

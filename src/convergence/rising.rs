//! Is it rising: what was near, month by month, against what chance brings near.
//!
//! *Numbers.* Each cluster of B has its near incidents, their exact mean over its moves, and the incidents that could have been near
//! beyond that. The excess share over the whole time is taken off, so that a steady co-activity is no trend.
//! *Trend*: the slope of what remains over time, two-sided. *Onset*: the month before which least and after which most is near, by
//! the largest standardised partial sum (the likelihood-ratio form of a change in level: Hawkins 1977), one-sided: more after than
//! before. *Null of both*: simulated, not assumed: the same moves, with the steady excess added; p is (1 + count) / (1 + moves).
//! Overlapping windows are for drawing only: on pure noise they make a trend test cry trend in every second case.

use super::coactivity::FEWEST_MOVES;
use super::moves::below;
use super::near::{Row, Table};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Moves that the null of a trend is drawn from.
const MOVES: usize = 999;
/// Clusters moved for it, at most: 999 moves of ten thousand offensives.
const DRAWS: usize = 10_000_000;
/// An onset leaves at least this share of what could be near on either side: at the very ends a single month would be a level.
const EDGE: f64 = 0.1;
/// Fewer near incidents than this say nothing of a change over time.
pub const FEWEST_NEAR: u32 = 10;
/// Months of a rolling window.
pub const ROLLING: usize = 12;

/// One month of a pair. All numbers are of B's incidents, by the month in which their cluster began.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Month {
    /// Placed exactly enough.
    pub taken: u32,
    pub near: u32,
    /// The exact mean over all moves.
    pub expected: f64,
}

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

/// What time says of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Rising {
    pub months: Vec<Month>,
    /// From the twelfth month on, where B had incidents.
    pub rolled: Vec<Rolled>,
    /// `None` where too few incidents are near or too few months are covered.
    pub test: Option<RisingTest>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RisingTest {
    /// Change of the excess share a year.
    pub slope: f64,
    /// Two-sided.
    pub p: f64,
    /// The first month of the higher level, by position.
    pub onset: usize,
    /// One-sided: higher after than before.
    pub onset_p: f64,
    /// Excess shares before the onset and from it on.
    pub before: f64,
    pub after: f64,
}

/// One cluster, as time sees it.
struct Unit<'a> {
    row: &'a Row,
    month: usize,
    expected: f64,
}

/// From the table of one question; `months` are the first days of the covered months, ascending; the band of the rolling months is
/// drawn from so many moves.
pub(super) fn rising(table: &Table, months: &[i32], moves: usize, seed: u64) -> Rising {
    let month_of = |row: &Row| months.partition_point(|&first| first <= row.day).saturating_sub(1);
    let mut by_month = vec![Month::default(); months.len()];
    for row in &table.clusters {
        let Some(month) = by_month.get_mut(month_of(row)) else { continue };
        month.taken += row.taken;
        month.near += table.near(row, row.actual)[0];
        month.expected += table.mean(row);
    }
    let moved = Moved::draw(table, months.len(), moves, month_of, seed);
    let rolled = rolled(&by_month, &moved);
    let test = test(table, months.len(), month_of, seed);
    Rising { months: by_month, rolled, test }
}

/// Near incidents of every move in the [`ROLLING`] months up to and with each month.
struct Moved {
    moves: usize,
    /// By month and move; of the first months fewer are summed.
    near: Vec<u32>,
}

impl Moved {
    fn draw(table: &Table, months: usize, moves: usize, month_of: impl Fn(&Row) -> usize, seed: u64) -> Moved {
        // Each move draws one number a cluster, as if all were drawn move by move; side by side they do not wait for each other.
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut next = || {
            let own = random.clone();
            random.advance(table.clusters.len() as u128);
            own
        };
        let mut randoms: Vec<Pcg64Mcg> = (0..moves).map(|_| next()).collect();
        let mut near = vec![0; moves * months];
        // Clusters that are near nothing wherever they go: their numbers are left out.
        let mut idle = 0;
        for row in &table.clusters {
            if !table.moves(row) {
                idle += 1;
                continue;
            }
            let by_position = table.near_by_position(row);
            let Some(of_month) = near.chunks_exact_mut(moves).nth(month_of(row)) else { continue };
            for (near, random) in of_month.iter_mut().zip(&mut randoms) {
                leave_out(random, idle);
                *near += by_position[below(random, row.positions)];
            }
            idle = 0;
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

/// So many that each is drawn faster than all are jumped over.
const STEPS: u32 = 8;

fn leave_out(random: &mut Pcg64Mcg, numbers: u32) {
    if numbers < STEPS {
        (0..numbers).for_each(|_| {
            random.next_u32();
        });
    } else {
        random.advance(u128::from(numbers));
    }
}

fn rolled(months: &[Month], moved: &Moved) -> Vec<Rolled> {
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

fn test(table: &Table, months: usize, month_of: impl Fn(&Row) -> usize, seed: u64) -> Option<RisingTest> {
    let units: Vec<Unit> = table
        .clusters
        .iter()
        .filter(|row| row.taken > 0)
        .map(|row| Unit { row, month: month_of(row), expected: table.mean(row) })
        .collect();
    let seen = |unit: &Unit| table.near(unit.row, unit.row.actual)[0];
    if units.iter().map(seen).sum::<u32>() < FEWEST_NEAR || months < 2 * ROLLING {
        return None;
    }
    let able = Able::of(&units, months)?;
    let seen = able.course(&units, |unit| f64::from(seen(unit)));
    let steady = chance(seen.excess.max(0.0));
    let mut random = Pcg64Mcg::seed_from_u64(seed ^ 0x5e_ed0f_0521_7e57);
    let moves = (DRAWS / units.len().max(1)).clamp(FEWEST_MOVES, MOVES);
    let (mut as_steep, mut as_high) = (1, 1);
    for _ in 0..moves {
        let course = able.course(&units, |unit| {
            let by_chance = table.near_by_position(unit.row)[below(&mut random, unit.row.positions)];
            let added = (by_chance..unit.row.taken).filter(|_| random.next_u32() < steady).count();
            f64::from(by_chance) + added as f64
        });
        as_steep += usize::from(course.slope.abs() >= seen.slope.abs());
        as_high += usize::from(course.highest >= seen.highest);
    }
    let all = (1 + moves) as f64;
    Some(RisingTest {
        slope: seen.slope * 12.0,
        p: as_steep as f64 / all,
        onset: seen.onset,
        onset_p: as_high as f64 / all,
        before: seen.before,
        after: seen.after,
    })
}

/// A probability as a bound on 32 random bits.
fn chance(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * f64::from(u32::MAX)) as u32
}

/// The course of the excess over the months.
struct Course {
    /// Of the whole time: of the incidents that chance leaves apart, the part that is near.
    excess: f64,
    /// Change a month.
    slope: f64,
    /// The largest standardised partial sum, and the first month after it.
    highest: f64,
    onset: usize,
    before: f64,
    after: f64,
}

/// What could be near, by month: the same for all moves.
struct Able {
    /// Incidents that chance leaves apart, on average.
    apart: Vec<f64>,
    all_apart: f64,
    /// Their middle, months.
    middle: f64,
    taken: Vec<f64>,
}

impl Able {
    /// `None` where nothing could be near beyond chance.
    fn of(units: &[Unit], months: usize) -> Option<Able> {
        let (mut apart, mut taken) = (vec![0.0; months], vec![0.0; months]);
        for unit in units {
            let beyond_chance = f64::from(unit.row.taken) - unit.expected;
            apart[unit.month] += beyond_chance;
            taken[unit.month] += beyond_chance + unit.expected;
        }
        let all_apart: f64 = apart.iter().sum();
        let middle = apart.iter().enumerate().map(|(at, apart)| at as f64 * apart).sum::<f64>() / all_apart;
        (all_apart > 0.0).then_some(Able { apart, all_apart, middle, taken })
    }

    /// The course where so many of each cluster's incidents are near.
    fn course(&self, units: &[Unit], mut near: impl FnMut(&Unit) -> f64) -> Course {
        let months = self.apart.len();
        let mut beyond = vec![0.0; months];
        for unit in units {
            beyond[unit.month] += near(unit) - unit.expected;
        }
        let excess = beyond.iter().sum::<f64>() / self.all_apart;
        let (mut product, mut spread) = (0.0, 0.0);
        let (mut sum, mut weight, mut highest, mut onset) = (0.0, 0.0, 0.0, 0);
        for (month, (&beyond, &apart)) in beyond.iter().zip(&self.apart).enumerate() {
            let share = weight / self.all_apart;
            if (EDGE..=1.0 - EDGE).contains(&share) {
                // What came before fell short of the whole by this much.
                let rise = -sum / (share * (1.0 - share)).sqrt();
                if rise > highest {
                    (highest, onset) = (rise, month);
                }
            }
            let residual = beyond - excess * apart;
            let time = month as f64 - self.middle;
            product += residual * time;
            spread += apart * time * time;
            sum += residual;
            weight += apart;
        }
        let of = |range: std::ops::Range<usize>| {
            let taken: f64 = self.taken[range.clone()].iter().sum();
            if taken > 0.0 { beyond[range].iter().sum::<f64>() / taken } else { 0.0 }
        };
        let slope = if spread > 0.0 { product / spread } else { 0.0 };
        Course { excess, slope, highest, onset, before: of(0..onset), after: of(onset..months) }
    }
}

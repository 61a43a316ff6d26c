//! Is it rising: what was near, month by month, against what chance brings near.
//!
//! *Numbers.* Each cluster of B has its near incidents, their exact mean over its moves, and the incidents that could have been near
//! beyond that. The excess share over the whole time is taken off, so that a steady co-activity is no trend.
//! *Trend*: the slope of what remains over time, two-sided. *Onset*: the month before which least and after which most is near, by
//! the largest standardised partial sum (the likelihood-ratio form of a change in level: Hawkins 1977), one-sided: more after than
//! before. *Null of both*: simulated, not assumed: the same moves, with the steady excess added; p is (1 + count) / (1 + moves).
//! The rolling windows of `course` are for drawing only: on pure noise they make a trend test cry trend in every second case.

use super::coactivity::FEWEST_MOVES;
use super::counts::Counts;
use super::moves::below;
use super::near::{Row, Table};
use super::sums::{MANY, Sum, VARIED};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Moves that the null of a trend is drawn from.
const MOVES: usize = 999;
/// Clusters moved for it, at most: 999 moves of ten thousand offensives that may be near something.
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

/// What time says of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Rising {
    pub months: Vec<Month>,
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

/// From the table of one question; `months` are the first days of the covered months, ascending.
pub(super) fn rising(table: &Table, months: &[i32], seed: u64) -> Rising {
    Rising { months: by_month(table, months), test: test(table, months, seed) }
}

pub(super) fn month_of(row: &Row, months: &[i32]) -> usize {
    months.partition_point(|&first| first <= row.day).saturating_sub(1)
}

pub(super) fn by_month(table: &Table, months: &[i32]) -> Vec<Month> {
    let mut by_month = vec![Month::default(); months.len()];
    for row in &table.clusters {
        let Some(month) = by_month.get_mut(month_of(row, months)) else { continue };
        month.taken += row.taken;
        month.near += table.near(row, row.actual)[0];
        month.expected += table.mean(row);
    }
    by_month
}

fn test(table: &Table, months: &[i32], seed: u64) -> Option<RisingTest> {
    let units: Vec<Unit> = table
        .clusters
        .iter()
        .filter(|row| row.taken > 0)
        .map(|row| Unit { row, month: month_of(row, months), expected: table.mean(row) })
        .collect();
    let seen = |unit: &Unit| table.near(unit.row, unit.row.actual)[0];
    if units.iter().map(seen).sum::<u32>() < FEWEST_NEAR || months.len() < 2 * ROLLING {
        return None;
    }
    let able = Able::of(&units, months.len())?;
    let mut beyond = vec![0.0; months.len()];
    units.iter().for_each(|unit| beyond[unit.month] += f64::from(seen(unit)) - unit.expected);
    let seen = able.course(&beyond);
    let null = Null::of(table, &units, months.len(), seen.excess.clamp(0.0, 1.0));
    let sums = null.sums(months.len());
    let is_normal = units.len() >= MANY && sums.iter().map(|sum| sum.variance).sum::<f64>() >= VARIED;
    let moves = if is_normal { MOVES } else { (DRAWS / null.live.len().max(1)).clamp(FEWEST_MOVES, MOVES) };
    let mut random = Pcg64Mcg::seed_from_u64(seed ^ 0x5e_ed0f_0521_7e57);
    let (mut as_steep, mut as_high) = (1, 1);
    for _ in 0..moves {
        if is_normal {
            beyond.iter_mut().zip(&sums).for_each(|(beyond, sum)| *beyond = sum.draw(&mut random));
        } else {
            null.draw(&mut beyond, &mut random);
        }
        let course = able.course(&beyond);
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

/// Chance with a steady excess: each cluster at any of its positions, and of the incidents that are not near there so many in a
/// hundred near nevertheless.
struct Null<'a> {
    table: &'a Table,
    units: &'a [Unit<'a>],
    /// Clusters that chance may bring near something.
    live: Vec<&'a Unit<'a>>,
    /// Of the others, by month: their incidents that are near nevertheless; `None` where there can be none.
    idle: Vec<Option<Counts>>,
    /// The share of these.
    steady: f64,
}

impl<'a> Null<'a> {
    fn of(table: &'a Table, units: &'a [Unit<'a>], months: usize, steady: f64) -> Null<'a> {
        let (live, idle): (Vec<&Unit>, Vec<&Unit>) = units.iter().partition(|unit| table.moves(unit.row));
        let mut taken = vec![0; months];
        idle.into_iter().for_each(|unit| taken[unit.month] += unit.row.taken);
        let is_open = |taken: &u32| *taken > 0 && steady > 0.0;
        // A share of 1 is one that rounding does not tell from it.
        let steady_count = |taken: u32| Counts::binomial(taken, steady.min(1.0 - f64::EPSILON));
        let idle = taken.into_iter().map(|taken| is_open(&taken).then(|| steady_count(taken))).collect();
        Null { table, units, live, idle, steady }
    }

    /// One move: by month, near incidents less those expected by chance.
    fn draw(&self, beyond: &mut [f64], random: &mut Pcg64Mcg) {
        for (beyond, idle) in beyond.iter_mut().zip(&self.idle) {
            *beyond = idle.as_ref().map_or(0.0, |counts| f64::from(counts.draw(random)));
        }
        let steady = chance(self.steady);
        for unit in &self.live {
            let by_chance = self.table.near_by_position(unit.row)[below(random.next_u32(), unit.row.positions)];
            let added = (by_chance..unit.row.taken).filter(|_| random.next_u32() < steady).count();
            beyond[unit.month] += f64::from(by_chance) + added as f64 - unit.expected;
        }
    }

    /// The same sums as normal numbers, with their exact means and variances: what a trend and an onset are made of, and a draw costs as
    /// many numbers as there are months.
    fn sums(&self, months: usize) -> Vec<Sum> {
        let mut sums = vec![Sum::default(); months];
        for unit in self.units {
            let of_positions = self.table.near_by_position(unit.row).iter();
            let squares: f64 = of_positions.map(|&near| (f64::from(near) - unit.expected).powi(2)).sum();
            let apart = f64::from(unit.row.taken) - unit.expected;
            let sum = &mut sums[unit.month];
            sum.mean += self.steady * apart;
            // Of what is by chance, and of the binomial number on top of it.
            sum.variance += (1.0 - self.steady).powi(2) * squares / unit.row.positions as f64;
            sum.variance += self.steady * (1.0 - self.steady) * apart;
        }
        sums
    }
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

    /// The course where by month so many incidents are near beyond what chance brings near.
    fn course(&self, beyond: &[f64]) -> Course {
        let months = self.apart.len();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convergence::near::{Question, Tally};
    use crate::convergence::tests::Planted;
    use crate::convergence::{Activity, Cell, Plan, Space};

    /// Means, variances and the test statistics of clusters that are moved are those of the normal numbers.
    #[test]
    fn normal_sums_are_those_of_moved_clusters() {
        let pair = Planted { months: 36, incidents: 3_000, share: 0.2, from_month: 0 };
        let (a, b) = pair.activities(5);
        assert_alike(&pair, &a, &b);
        // Most of B's clusters are near nothing, wherever they go.
        assert_alike(&pair, &a.without(|event| event.row % 60 != 0), &b);
    }

    fn assert_alike(pair: &Planted, a: &Activity, b: &Activity) {
        const DRAWS: usize = 4_000;
        let reference = Cell { space: Space::Within(10.0), days: 3 };
        let plan = Plan::new(vec![reference.space], vec![reference.days], Plan::WINDOW, 99).expect("the plan is sound");
        let seen = b.sightings(a, 0, &plan, pair.span());
        let asked = Question { seen: &seen, spaces: seen.spaces(), times: plan.days(), tally: Tally::Near };
        let table = asked.table();
        let months = pair.months();
        let units: Vec<Unit> = table
            .clusters
            .iter()
            .map(|row| Unit { row, month: month_of(row, &months), expected: table.mean(row) })
            .collect();
        let able = Able::of(&units, months.len()).expect("something could be near");
        let null = Null::of(&table, &units, months.len(), 0.2);
        let sums = null.sums(months.len());
        let mut random = Pcg64Mcg::seed_from_u64(2);
        let mut beyond = vec![0.0; months.len()];
        let mut moments = vec![[0.0; 2]; months.len()];
        let [mut slopes, mut rises] = [[0.0; 2]; 2];
        for _ in 0..DRAWS {
            null.draw(&mut beyond, &mut random);
            moments.iter_mut().zip(&beyond).for_each(|(moments, &sum)| add(moments, sum));
            let moved = able.course(&beyond);
            beyond.iter_mut().zip(&sums).for_each(|(beyond, sum)| *beyond = sum.draw(&mut random));
            let drawn = able.course(&beyond);
            for (at, course) in [moved, drawn].into_iter().enumerate() {
                slopes[at] += course.slope.powi(2);
                rises[at] += course.highest;
            }
        }
        let draws = DRAWS as f64;
        for ([sum, squares], expected) in moments.into_iter().zip(&sums) {
            let (mean, variance) = (sum / draws, squares / draws - (sum / draws).powi(2));
            // Five standard errors.
            let (of_mean, of_variance) = ((expected.variance / draws).sqrt(), expected.variance * (2.0 / draws).sqrt());
            assert!((mean - expected.mean).abs() <= 5.0 * of_mean, "{mean} {expected:?}");
            assert!((variance - expected.variance).abs() <= 5.0 * of_variance, "{variance} {expected:?}");
        }
        // Both are spread by about their own size: a standard error of a ratio is 2 %.
        assert!((slopes[0] / slopes[1] - 1.0).abs() < 0.1, "{slopes:?}");
        assert!((rises[0] / rises[1] - 1.0).abs() < 0.05, "{rises:?}");
    }

    fn add([sum, squares]: &mut [f64; 2], value: f64) {
        *sum += value;
        *squares += value * value;
    }
}

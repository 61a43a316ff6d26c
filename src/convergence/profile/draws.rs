//! Draws of offensives: dealt out anew to both groups, or resampled within each.

use super::distance;
use super::offensives::Offensives;
use rand::{Rng, RngExt};
use rand_pcg::Pcg64Mcg;

/// Resamples, and deals: 1,000 are the least for the ends of an interval (Efron & Tibshirani 1993).
const DRAWS: usize = 1_000;

/// Clusters drawn for one profile, at most, and the fewest draws: where a group has thousands of offensives, sampling adds little.
const DRAWN: usize = 2_000_000;
const FEWEST_DRAWS: usize = 200;

fn draws(clusters: usize) -> usize {
    (DRAWN / clusters.max(1)).clamp(FEWEST_DRAWS, DRAWS)
}

/// Both groups' offensives over the categories that occur, which are numbered anew.
pub(super) struct Both {
    /// The categories, ascending.
    pub(super) categories: Vec<usize>,
    a: Side,
    b: Side,
}

/// One group.
struct Side {
    /// The sort of each offensive, in their order.
    sorts: Vec<u32>,
    /// By sort, with categories numbered anew.
    parts: Vec<(u32, f64)>,
    begins: Vec<usize>,
}

impl Side {
    fn of(offensives: &Offensives, numbers: &[u32]) -> Side {
        let (mut parts, mut begins) = (Vec::new(), vec![0]);
        for sort in 0..offensives.kinds() {
            parts.extend(offensives.parts(sort).iter().map(|&(category, weight)| (numbers[category], weight)));
            begins.push(parts.len());
        }
        Side { sorts: offensives.sorts().to_vec(), parts, begins }
    }

    /// Adds so many offensives of a sort.
    fn add(&self, sort: usize, times: f64, counts: &mut [f64]) {
        for &(category, weight) in &self.parts[self.begins[sort]..self.begins[sort + 1]] {
            counts[category as usize] += times * weight;
        }
    }

    fn counts(&self, size: usize) -> Vec<f64> {
        let mut counts = vec![0.0; size];
        self.sorts.iter().for_each(|&sort| self.add(sort as usize, 1.0, &mut counts));
        counts
    }
}

impl Both {
    pub(super) fn of(a: &Offensives, b: &Offensives) -> Both {
        let mut categories: Vec<usize> = a.categories().chain(b.categories()).collect();
        categories.sort_unstable();
        categories.dedup();
        let mut numbers = vec![0; categories.last().map_or(0, |last| last + 1)];
        for (number, &category) in (0..).zip(&categories) {
            numbers[category] = number;
        }
        Both { a: Side::of(a, &numbers), b: Side::of(b, &numbers), categories }
    }

    /// Weight by category of each group.
    pub(super) fn counts(&self) -> [Vec<f64>; 2] {
        [&self.a, &self.b].map(|side| side.counts(self.categories.len()))
    }

    /// Distances after dealing all offensives out anew, as many to each group as it has.
    pub(super) fn deals(&self, random: &mut Pcg64Mcg) -> Vec<f64> {
        let (of_a, size) = (self.a.sorts.len(), self.categories.len());
        // Sorts of B are numbered after those of A.
        let own = self.a.begins.len() - 1;
        let of_b = self.b.sorts.iter().map(|&sort| sort + own as u32);
        let mut pool: Vec<u32> = self.a.sorts.iter().copied().chain(of_b).collect();
        let [mut all, of_b] = self.counts();
        all.iter_mut().zip(of_b).for_each(|(all, b)| *all += b);
        let (mut few, mut rest) = (vec![0.0; size], vec![0.0; size]);
        let deal = |_| {
            for at in 0..of_a {
                let other = random.random_range(at..pool.len());
                pool.swap(at, other);
            }
            // The smaller hand is counted; the other has what is left.
            let (a, b) = pool.split_at(of_a);
            let a_is_small = a.len() < b.len();
            few.fill(0.0);
            for &sort in if a_is_small { a } else { b } {
                match (sort as usize).checked_sub(own) {
                    None => self.a.add(sort as usize, 1.0, &mut few),
                    Some(sort) => self.b.add(sort, 1.0, &mut few),
                }
            }
            for (rest, (&all, &few)) in rest.iter_mut().zip(all.iter().zip(&few)) {
                *rest = (all - few).max(0.0);
            }
            if a_is_small { distance(&few, &rest) } else { distance(&rest, &few) }
        };
        (0..draws(self.a.sorts.len() + self.b.sorts.len())).filter_map(deal).collect()
    }

    /// Distances between resamples of each group, ascending.
    pub(super) fn resamples(&self, random: &mut Pcg64Mcg) -> Vec<f64> {
        let size = self.categories.len();
        let (mut counts_a, mut counts_b) = (vec![0.0; size], vec![0.0; size]);
        let (mut a, mut b) = (Resampled::of(&self.a), Resampled::of(&self.b));
        let mut resample = |_| {
            a.draw(random, &mut counts_a);
            b.draw(random, &mut counts_b);
            distance(&counts_a, &counts_b)
        };
        let draws = draws(self.a.sorts.len() + self.b.sorts.len());
        let mut distances: Vec<f64> = (0..draws).filter_map(&mut resample).collect();
        distances.sort_unstable_by(f64::total_cmp);
        distances
    }
}

/// As many offensives of a group as it has, drawn with replacement.
///
/// Which ones are drawn does not matter, only how many of each sort. Offensives stand in a row, those of one sort together, and the
/// draws are halved and halved again: each goes into the lower or the upper half by the throw of a coin, until a half holds one sort
/// only or few draws are left, which are then drawn one by one. The row is filled up to a power of two; what falls there is drawn
/// again. That is the same distribution, for the price of a bit and not of a number where a thousand offensives are alike.
struct Resampled<'a> {
    side: &'a Side,
    /// The sorts of the offensives, like beside like.
    row: Vec<u32>,
    /// Of each sort, in this draw.
    drawn: Vec<u32>,
}

/// Draws of one half that are made one by one.
const FEW: usize = 32;

impl Resampled<'_> {
    fn of(side: &Side) -> Resampled<'_> {
        let kinds = side.begins.len() - 1;
        let mut each = vec![0_usize; kinds];
        side.sorts.iter().for_each(|&sort| each[sort as usize] += 1);
        // The most frequent first: they fill whole halves.
        let mut order: Vec<u32> = (0..).take(kinds).collect();
        order.sort_by_key(|&sort| std::cmp::Reverse(each[sort as usize]));
        let row = order.into_iter().flat_map(|sort| std::iter::repeat_n(sort, each[sort as usize])).collect();
        Resampled { side, row, drawn: vec![0; kinds] }
    }

    fn draw(&mut self, random: &mut Pcg64Mcg, counts: &mut [f64]) {
        self.drawn.fill(0);
        let mut left = self.row.len();
        while left > 0 {
            left = self.scatter(0, self.row.len().next_power_of_two(), left, random);
        }
        counts.fill(0.0);
        for (sort, &times) in self.drawn.iter().enumerate().filter(|(_, times)| **times > 0) {
            self.side.add(sort, f64::from(times), counts);
        }
    }

    /// Draws so many from a part of the row, whose width is a power of two; returns how many fell beyond its end.
    fn scatter(&mut self, from: usize, width: usize, draws: usize, random: &mut Pcg64Mcg) -> usize {
        let end = from + width;
        if draws == 0 || from >= self.row.len() {
            return draws;
        }
        if end <= self.row.len() && self.row[from] == self.row[end - 1] {
            self.drawn[self.row[from] as usize] += draws as u32;
            return 0;
        }
        if draws <= FEW {
            return (0..draws).filter(|_| !self.one(from + (random.next_u64() as usize & (width - 1)))).count();
        }
        let (half, lower) = (width / 2, heads(draws, random));
        self.scatter(from, half, lower, random) + self.scatter(from + half, half, draws - lower, random)
    }

    /// Takes the offensive at a place of the row, if there is one.
    fn one(&mut self, at: usize) -> bool {
        let Some(&sort) = self.row.get(at) else { return false };
        self.drawn[sort as usize] += 1;
        true
    }
}

/// Heads among so many throws of a coin.
fn heads(throws: usize, random: &mut Pcg64Mcg) -> usize {
    let whole: u32 = (0..throws / 64).map(|_| random.next_u64().count_ones()).sum();
    let rest = match throws % 64 {
        0 => 0,
        bits => (random.next_u64() >> (64 - bits)).count_ones(),
    };
    (whole + rest) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn each_offensive_is_drawn_once_on_average_and_scatters_as_it_should() {
        // 700 of one sort, 100 of another, 200 each of its own sort: numbers of a multinomial distribution.
        let list = |at: usize| {
            [(
                if at < 700 {
                    0
                } else if at < 800 {
                    1
                } else {
                    at
                },
                1.0,
            )]
        };
        let both = Both::of(&Offensives::of((0..1000).map(list)), &Offensives::of((0..5).map(list)));
        let mut random = Pcg64Mcg::seed_from_u64(11);
        let mut counts = vec![0.0; both.categories.len()];
        let mut resampled = Resampled::of(&both.a);
        let draws = 4_000;
        let mut sums = vec![[0.0; 2]; counts.len()];
        for _ in 0..draws {
            resampled.draw(&mut random, &mut counts);
            assert_eq!(counts.iter().sum::<f64>(), 1000.0);
            sums.iter_mut().zip(&counts).for_each(|([sum, squares], n)| {
                *sum += n;
                *squares += n * n;
            });
        }
        for (at, [sum, squares]) in sums.into_iter().enumerate() {
            let share: f64 = [0.7, 0.1].get(at).copied().unwrap_or(0.001);
            let (mean, expected) = (sum / f64::from(draws), 1000.0 * share);
            let (variance, of_binomial) = (squares / f64::from(draws) - mean * mean, expected * (1.0 - share));
            // Five standard errors; those of a variance are larger where the mean is small.
            let error = (of_binomial / f64::from(draws)).sqrt();
            assert!((mean - expected).abs() < 5.0 * error, "{at}: {mean} {expected}");
            let error = of_binomial * ((2.0 + 1.0 / of_binomial) / f64::from(draws)).sqrt();
            assert!((variance - of_binomial).abs() < 5.0 * error, "{at}: {variance} {of_binomial}");
        }
    }

    #[test]
    fn coins_are_fair() {
        let mut random = Pcg64Mcg::seed_from_u64(3);
        for throws in [1, 63, 64, 65, 1000] {
            let sum: usize = (0..20_000).map(|_| heads(throws, &mut random)).sum();
            let (mean, half) = (sum as f64 / 20_000.0, throws as f64 / 2.0);
            assert!((mean - half).abs() < 5.0 * (throws as f64 / 4.0 / 20_000.0).sqrt(), "{throws}: {mean}");
        }
    }
}

//! Draws of offensives: dealt out anew to both groups, or resampled within each.

mod hand;

use super::distance;
use super::offensives::Offensives;
use hand::Hands;
use rand::{Rng, RngExt};
use rand_pcg::Pcg64Mcg;
use std::cmp::Reverse;

/// Resamples, and deals: 1,000 are the least for the ends of an interval (Efron & Tibshirani 1993).
const DRAWS: usize = 1_000;

/// Clusters drawn for one profile, at most, and the fewest draws: where a group has thousands of offensives, sampling adds little.
/// Where draws are made fewer for it, hands are dealt sort by sort too ([`Hands`]): the same distribution, for less.
const DRAWN: usize = 2_000_000;
const FEWEST_DRAWS: usize = 200;

/// Both groups' offensives over the categories that occur, which are numbered anew.
pub(super) struct Both {
    /// The categories, ascending.
    pub(super) categories: Vec<usize>,
    /// Of each group by offensive, in their order: the category of a single incident, else the place in `several` beyond all
    /// categories.
    values: [Vec<u32>; 2],
    /// Categories and incidents of the sorts with several incidents.
    several: Vec<Vec<(u32, u32)>>,
}

impl Both {
    pub(super) fn of(a: &Offensives, b: &Offensives) -> Both {
        let mut categories: Vec<usize> = a.parts().chain(b.parts()).flatten().map(|&(category, _)| category).collect();
        categories.sort_unstable();
        categories.dedup();
        let mut numbers = vec![0; categories.last().map_or(0, |last| last + 1)];
        for (number, &category) in (0..).zip(&categories) {
            numbers[category] = number;
        }
        let mut several: Vec<Vec<(u32, u32)>> = Vec::new();
        let values = [a, b].map(|group| {
            let mut value = |parts: &[(usize, u32)]| match parts {
                &[(category, 1)] => numbers[category],
                _ => {
                    several.push(parts.iter().map(|&(category, times)| (numbers[category], times)).collect());
                    (categories.len() + several.len() - 1) as u32
                }
            };
            let of_sort: Vec<u32> = group.parts().map(&mut value).collect();
            group.sorts().iter().map(|&sort| of_sort[sort as usize]).collect()
        });
        Both { categories, values, several }
    }

    /// Room to count values in.
    fn room(&self) -> Vec<u32> {
        vec![0; self.categories.len() + self.several.len()]
    }

    /// Incidents by category, from how often each value was seen.
    fn settle<'a>(&self, seen: &'a mut [u32]) -> &'a [u32] {
        let (counts, of_several) = seen.split_at_mut(self.categories.len());
        for (parts, &times) in self.several.iter().zip(&*of_several).filter(|(_, times)| **times > 0) {
            parts.iter().for_each(|&(category, each)| counts[category as usize] += each * times);
        }
        counts
    }

    /// Incidents by category of each group.
    pub(super) fn counts(&self) -> [Vec<u32>; 2] {
        [0, 1].map(|group: usize| {
            let mut seen = self.room();
            self.values[group].iter().for_each(|&value| seen[value as usize] += 1);
            self.settle(&mut seen).to_vec()
        })
    }

    fn draws(&self) -> usize {
        let clusters = self.values.iter().map(Vec::len).sum::<usize>();
        (DRAWN / clusters.max(1)).clamp(FEWEST_DRAWS, DRAWS)
    }

    /// Distances after dealing all offensives out anew, as many to each group as it has.
    pub(super) fn deals(&self, random: &mut Pcg64Mcg) -> Vec<f64> {
        if self.draws() < DRAWS {
            return self.deals_by_sort(random);
        }
        let of_a = self.values[0].len();
        let mut pool: Vec<u32> = self.values.iter().flatten().copied().collect();
        let all = self.all();
        let (mut seen, mut rest) = (self.room(), vec![0; all.len()]);
        let deal = |_| {
            for at in 0..of_a {
                let other = random.random_range(at..pool.len());
                pool.swap(at, other);
            }
            // The smaller hand is counted; the other has what is left.
            let (a, b) = pool.split_at(of_a);
            let a_is_small = a.len() < b.len();
            seen.fill(0);
            for &value in if a_is_small { a } else { b } {
                seen[value as usize] += 1;
            }
            let few = self.settle(&mut seen);
            for (rest, (all, few)) in rest.iter_mut().zip(all.iter().zip(few)) {
                *rest = all - few;
            }
            if a_is_small { distance(few, &rest) } else { distance(&rest, few) }
        };
        (0..self.draws()).filter_map(deal).collect()
    }

    /// The same where there are thousands of offensives.
    fn deals_by_sort(&self, random: &mut Pcg64Mcg) -> Vec<f64> {
        let all = self.all();
        let pool: Vec<u32> = self.values.iter().flatten().copied().collect();
        let few = self.values[0].len().min(self.values[1].len());
        let mut hands = Hands::of(&pool, self.room());
        let mut rest = vec![0; all.len()];
        let deal = |_| {
            let few = self.settle(hands.deal(few, random));
            for (rest, (all, few)) in rest.iter_mut().zip(all.iter().zip(few)) {
                *rest = all - few;
            }
            // The distance is the same from either side.
            distance(few, &rest)
        };
        (0..self.draws()).filter_map(deal).collect()
    }

    /// Incidents by category of both groups.
    fn all(&self) -> Vec<u32> {
        let [a, b] = self.counts();
        a.iter().zip(&b).map(|(a, b)| a + b).collect()
    }

    /// Distances between resamples of each group, ascending.
    pub(super) fn resamples(&self, random: &mut Pcg64Mcg) -> Vec<f64> {
        let [mut a, mut b] = [0, 1].map(|group: usize| Resampled::of(&self.values[group], self.room()));
        let resample = |_| {
            a.draw(random);
            b.draw(random);
            distance(self.settle(&mut a.drawn), self.settle(&mut b.drawn))
        };
        let mut distances: Vec<f64> = (0..self.draws()).filter_map(resample).collect();
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
struct Resampled {
    /// The values of the offensives, like beside like.
    row: Vec<u32>,
    /// How often each value was drawn.
    drawn: Vec<u32>,
}

/// Draws of one half that are made one by one.
const FEW: usize = 32;

impl Resampled {
    fn of(values: &[u32], room: Vec<u32>) -> Resampled {
        let mut drawn = room;
        values.iter().for_each(|&value| drawn[value as usize] += 1);
        // The most frequent first: they fill whole halves.
        let mut order: Vec<u32> = (0..).take(drawn.len()).filter(|&value| drawn[value as usize] > 0).collect();
        order.sort_by_key(|&value| Reverse(drawn[value as usize]));
        let row =
            order.into_iter().flat_map(|value| std::iter::repeat_n(value, drawn[value as usize] as usize)).collect();
        Resampled { row, drawn }
    }

    fn draw(&mut self, random: &mut Pcg64Mcg) {
        self.drawn.fill(0);
        let mut left = self.row.len();
        while left > 0 {
            left = self.scatter(0, self.row.len().next_power_of_two(), left, random);
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
            return self.one_by_one(from, width, draws, random);
        }
        let (half, lower) = (width / 2, heads(draws, random));
        self.scatter(from, half, lower, random) + self.scatter(from + half, half, draws - lower, random)
    }

    fn one_by_one(&mut self, from: usize, width: usize, draws: usize, random: &mut Pcg64Mcg) -> usize {
        let part = &self.row[from..self.row.len().min(from + width)];
        // Each place takes so many bits, and a random number has room for several.
        let bits = width.trailing_zeros();
        let (mut places, mut left, mut beyond) = (0, 0, 0);
        for _ in 0..draws {
            if left < bits {
                (places, left) = (random.next_u64(), u64::BITS);
            }
            match part.get(places as usize & (width - 1)) {
                Some(&value) => self.drawn[value as usize] += 1,
                None => beyond += 1,
            }
            places >>= bits;
            left -= bits;
        }
        beyond
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
            [if at < 700 {
                0
            } else if at < 800 {
                1
            } else {
                at
            }]
        };
        let both = Both::of(&Offensives::of((0..1000).map(list)), &Offensives::of((0..5).map(list)));
        let mut random = Pcg64Mcg::seed_from_u64(11);
        let mut resampled = Resampled::of(&both.values[0], both.room());
        let draws = 4_000;
        let mut sums = vec![[0.0; 2]; both.categories.len()];
        for _ in 0..draws {
            resampled.draw(&mut random);
            let counts = both.settle(&mut resampled.drawn);
            assert_eq!(counts.iter().sum::<u32>(), 1000);
            sums.iter_mut().zip(counts).for_each(|([sum, squares], &n)| {
                *sum += f64::from(n);
                *squares += f64::from(n * n);
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

//! Draws of offensives: dealt out anew to both groups, or resampled within each.

mod hands;
mod resampled;

use super::super::counts::Counts;
use super::entropy::distance;
use super::offensives::Offensives;
use hands::Hands;
use rand_pcg::Pcg64Mcg;
use resampled::Resampled;
use rustc_hash::FxHashMap;

/// Resamples, and deals: 1,000 are the least for the ends of an interval (Efron & Tibshirani 1993).
const DRAWS: usize = 1_000;

/// Clusters drawn for one profile, at most, and the fewest draws: where a group has thousands of offensives, sampling adds little.
const DRAWN: usize = 2_000_000;
const FEWEST_DRAWS: usize = 200;

/// Both groups' offensives over the categories that occur, which are numbered anew. In what order they came does not matter.
pub(super) struct Both {
    /// The categories, ascending.
    pub(super) categories: Vec<usize>,
    /// Of each group, how many offensives have a value: the category of a single incident, else a place in `several` beyond all
    /// categories.
    times: [Vec<u32>; 2],
    /// Categories and incidents of the sorts with several incidents, one sort after another, and where each ends.
    several: Vec<(u32, u32)>,
    ends: Vec<usize>,
}

impl Both {
    pub(super) fn of(a: &Offensives, b: &Offensives) -> Both {
        let mut categories: Vec<usize> =
            a.sorts().chain(b.sorts()).flat_map(|(parts, _)| parts).map(|&(category, _)| category).collect();
        categories.sort_unstable();
        categories.dedup();
        let mut numbers = vec![0; categories.last().map_or(0, |last| last + 1)];
        for (number, &category) in (0..).zip(&categories) {
            numbers[category] = number;
        }
        let mut times = [0, 1].map(|_| vec![0; categories.len()]);
        let mut of_several = Vec::new();
        for (group, offensives) in [a, b].into_iter().enumerate() {
            for (parts, alike) in offensives.sorts() {
                match parts {
                    &[(category, 1)] => times[group][numbers[category] as usize] += alike,
                    _ => of_several.push((parts, group, alike)),
                }
            }
        }
        of_several.sort_unstable();
        let (mut several, mut ends) = (Vec::new(), Vec::new());
        for same in of_several.chunk_by(|(one, ..), (other, ..)| one == other) {
            several.extend(same[0].0.iter().map(|&(category, each)| (numbers[category], each)));
            ends.push(several.len());
            times.iter_mut().for_each(|times| times.push(0));
            same.iter().for_each(|&(_, group, alike)| times[group][categories.len() + ends.len() - 1] += alike);
        }
        Both { categories, times, several, ends }
    }

    /// Incidents by category, from how often each value was seen.
    fn settle<'a>(&self, seen: &'a mut [u32]) -> &'a [u32] {
        let (counts, of_several) = seen.split_at_mut(self.categories.len());
        let mut begin = 0;
        for (&end, &times) in self.ends.iter().zip(&*of_several) {
            let parts = std::mem::replace(&mut begin, end)..end;
            if times > 0 {
                self.several[parts].iter().for_each(|&(category, each)| counts[category as usize] += each * times);
            }
        }
        counts
    }

    /// Incidents by category of each group.
    pub(super) fn counts(&self) -> [Vec<u32>; 2] {
        self.times.each_ref().map(|times| self.settle(&mut times.clone()).to_vec())
    }

    /// Offensives of each group.
    fn sizes(&self) -> [usize; 2] {
        self.times.each_ref().map(|times| times.iter().map(|&times| times as usize).sum())
    }

    fn draws(&self) -> usize {
        let clusters: usize = self.sizes().iter().sum();
        (DRAWN / clusters.max(1)).clamp(FEWEST_DRAWS, DRAWS)
    }

    /// Distances after dealing all offensives out anew, as many to each group as it has.
    pub(super) fn deals(&self, random: &mut Pcg64Mcg) -> Vec<f64> {
        let all = self.all();
        let pool = self.times[0].iter().zip(&self.times[1]).map(|(a, b)| a + b).collect();
        let [a, b] = self.sizes();
        let mut hands = Hands::of(pool, a.min(b));
        let mut rest = vec![0; all.len()];
        let deal = |_| {
            // The smaller hand is counted; the other has what is left. The distance is the same from either side.
            let few = self.settle(hands.deal(random));
            for (rest, (all, few)) in rest.iter_mut().zip(all.iter().zip(few)) {
                *rest = all - few;
            }
            distance(few, &rest)
        };
        (0..self.draws()).map(deal).collect()
    }

    /// Incidents by category of both groups.
    fn all(&self) -> Vec<u32> {
        let [a, b] = self.counts();
        a.iter().zip(&b).map(|(a, b)| a + b).collect()
    }

    /// Distances between resamples of each group, ascending.
    pub(super) fn resamples(&self, random: &mut Pcg64Mcg) -> Vec<f64> {
        let [mut a, mut b] = self.times.each_ref().map(|times| Resampled::of(times));
        let resample = |_| distance(self.settle(a.draw(random)), self.settle(b.draw(random)));
        let mut distances: Vec<f64> = (0..self.draws()).map(resample).collect();
        distances.sort_unstable_by(f64::total_cmp);
        distances
    }
}

/// One offensive after another, each as likely as any other.
struct Picks {
    values: Vec<u32>,
    /// Positions in `values`.
    positions: Counts,
}

impl Picks {
    /// From the offensives of each value.
    fn of(times: &[u32]) -> Picks {
        let (values, alike): (Vec<u32>, Vec<u32>) = (0..).zip(times).filter(|(_, times)| **times > 0).unzip();
        Picks { values, positions: Counts::weighted(&alike) }
    }

    /// Its value.
    fn draw(&self, random: &mut Pcg64Mcg) -> usize {
        self.values[self.positions.draw(random) as usize] as usize
    }
}

/// The sorts of offensives that occur, and how often each is drawn.
struct Sorts {
    /// By sort: its value, and where its counts stand.
    values: Vec<(u32, u32)>,
    counts: Vec<Counts>,
}

/// From the offensives of each value, and how often so many alike are drawn.
fn sorts(times: &[u32], counts_of: impl Fn(u32) -> Counts) -> Sorts {
    let mut found = Sorts { values: Vec::new(), counts: Vec::new() };
    let mut known: FxHashMap<u32, u32> = FxHashMap::default();
    for (value, &alike) in (0..).zip(times).filter(|(_, alike)| **alike > 0) {
        let at = *known.entry(alike).or_insert_with(|| {
            found.counts.push(counts_of(alike));
            found.counts.len() as u32 - 1
        });
        found.values.push((value, at));
    }
    found
}

impl Sorts {
    /// Draws each sort for itself into the places of their values; returns how many offensives were drawn.
    fn draw(&self, drawn: &mut [u32], random: &mut Pcg64Mcg) -> usize {
        let mut all = 0;
        for &(value, at) in &self.values {
            let count = self.counts[at as usize].draw(random);
            drawn[value as usize] = count;
            all += count as usize;
        }
        all
    }
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
        let mut resampled = Resampled::of(&both.times[0]);
        let draws = 4_000;
        let mut sums = vec![[0.0; 2]; both.categories.len()];
        for _ in 0..draws {
            let counts = both.settle(resampled.draw(&mut random));
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
}

//! Random counts: binomial, Poisson and of given weights, each for the price of one random number.

use rand::Rng;

/// Counts rarer than the most frequent one by this factor are left out: fewer than one in a billion draws would be one.
const RAREST: f64 = 1e-12;

/// Random counts of one distribution, by the alias method (Walker 1977; Vose 1991): as even as 32 bits allow.
pub(super) struct Counts {
    /// The count of the first column.
    first: u32,
    columns: Vec<Column>,
}

/// A column is as likely as any other; it stands for its own count up to a height, and for another one above it.
#[derive(Clone, Copy)]
struct Column {
    /// As a share of 2^32, which is the whole.
    height: u64,
    /// By column.
    other: u32,
}

const WHOLE: f64 = (1_u64 << 32) as f64;

impl Counts {
    /// Successes among `trials` with that chance, which is above 0 and below 1.
    pub(super) fn binomial(trials: u32, chance: f64) -> Counts {
        let (trials, odds) = (f64::from(trials), chance / (1.0 - chance));
        Counts::of(((trials + 1.0) * chance) as u32, |count| (trials - count) / (count + 1.0) * odds)
    }

    /// Events where `mean` are expected.
    pub(super) fn poisson(mean: f64) -> Counts {
        Counts::of(mean as u32, |count| mean / (count + 1.0))
    }

    /// Positions, each as often as its weight says; there is one weight at least, and none is 0.
    pub(super) fn weighted(weights: &[u32]) -> Counts {
        let weights: Vec<f64> = weights.iter().map(|&weight| f64::from(weight)).collect();
        Counts { first: 0, columns: columns(&weights) }
    }

    /// From the most frequent count, and by what the next one is more frequent than a count.
    fn of(mode: u32, growth: impl Fn(f64) -> f64) -> Counts {
        let mut below = Vec::new();
        let (mut weight, mut at) = (1.0, mode);
        while at > 0 && weight > RAREST {
            at -= 1;
            weight /= growth(f64::from(at));
            below.push(weight);
        }
        let first = mode - below.len() as u32;
        let mut weights: Vec<f64> = below.into_iter().rev().collect();
        let (mut weight, mut at) = (1.0, mode);
        while weight > RAREST {
            weights.push(weight);
            weight *= growth(f64::from(at));
            at += 1;
        }
        Counts { first, columns: columns(&weights) }
    }

    #[inline]
    pub(super) fn draw(&self, random: &mut impl Rng) -> u32 {
        let random = random.next_u64();
        let at = ((random >> 32) * self.columns.len() as u64) >> 32;
        let Column { height, other } = self.columns[at as usize];
        self.first + if (random & u64::from(u32::MAX)) < height { at as u32 } else { other }
    }
}

/// Columns of even weight: what one has too little is filled up from one that has too much.
fn columns(weights: &[f64]) -> Vec<Column> {
    let average = weights.iter().sum::<f64>() / weights.len() as f64;
    let mut shares: Vec<f64> = weights.iter().map(|weight| weight / average).collect();
    let mut columns: Vec<Column> =
        (0..).zip(weights).map(|(other, _)| Column { height: WHOLE as u64, other }).collect();
    let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..shares.len()).partition(|&at| shares[at] < 1.0);
    while let (Some(low), Some(&high)) = (small.pop(), large.last()) {
        columns[low] = Column { height: (shares[low] * WHOLE) as u64, other: high as u32 };
        shares[high] -= 1.0 - shares[low];
        if shares[high] < 1.0 {
            large.pop();
            small.push(high);
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand_pcg::Pcg64Mcg;
    use statrs::distribution::{Binomial, Discrete, Poisson};

    /// Pearson's chi-square of the draws against the distribution; what is rarer than ten draws is put together.
    fn assert_drawn_as(counts: &Counts, probability: impl Fn(u64) -> f64) {
        const DRAWS: usize = 400_000;
        let mut random = Pcg64Mcg::seed_from_u64(7);
        let mut seen = vec![0_usize; 20_000];
        (0..DRAWS).for_each(|_| seen[counts.draw(&mut random) as usize] += 1);
        let (mut square, mut cells, mut rare) = (0.0, 0.0, (0.0, 0.0));
        for (count, &seen) in (0..).zip(&seen) {
            let expected = probability(count) * DRAWS as f64;
            if expected < 10.0 {
                rare = (rare.0 + seen as f64, rare.1 + expected);
            } else {
                square += (seen as f64 - expected).powi(2) / expected;
                cells += 1.0;
            }
        }
        assert!((rare.0 - rare.1).abs() < 5.0 * rare.1.sqrt() + 1.0, "{rare:?}");
        // Five standard deviations of a chi-square with so many degrees of freedom.
        assert!(square < cells + 5.0 * (2.0_f64 * cells).sqrt(), "{square} {cells}");
    }

    #[test]
    fn binomial_counts_are_drawn_as_often_as_they_should_be() {
        for (trials, chance) in [(1, 0.3), (2, 0.999), (7, 0.5), (40, 0.01), (3_000, 0.28), (15_000, 0.6)] {
            let law = Binomial::new(chance, u64::from(trials)).expect("a chance");
            assert_drawn_as(&Counts::binomial(trials, chance), |count| law.pmf(count));
        }
    }

    #[test]
    fn positions_are_drawn_as_often_as_their_weights_say() {
        let weights = [1, 700, 30, 30, 4, 2_000, 1];
        let all: u32 = weights.iter().sum();
        let share = |at: u64| weights.get(at as usize).map_or(0.0, |&weight| f64::from(weight) / f64::from(all));
        assert_drawn_as(&Counts::weighted(&weights), share);
        assert_drawn_as(&Counts::weighted(&[3]), |at| if at == 0 { 1.0 } else { 0.0 });
    }

    #[test]
    fn poisson_counts_are_drawn_as_often_as_they_should_be() {
        for mean in [0.02, 0.97, 3.0, 41.5, 5_000.0] {
            let law = Poisson::new(mean).expect("a mean");
            assert_drawn_as(&Counts::poisson(mean), |count| law.pmf(count));
        }
    }
}

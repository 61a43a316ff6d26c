//! Hands of offensives without replacement, dealt sort by sort: most of thousands are alike.

use super::{Counts, Picks, Sorts, sorts};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Some of all offensives, each set of that size as likely as any other.
///
/// First each offensive is taken for itself with the chance that the size of the hand asks for: of each sort a binomial number. The
/// hand is then too large or too small by about the root of its size, and so many offensives are put back or added, each as likely
/// as any other. Whatever the first number was, every set of the size that is wanted is as likely.
pub(super) struct Hands {
    size: usize,
    /// Offensives of each value.
    pool: Vec<u32>,
    picks: Picks,
    sorts: Sorts,
    hand: Vec<u32>,
    /// `hand` with room for what is counted from it.
    dealt: Vec<u32>,
}

impl Hands {
    /// `pool` are the offensives of each value, `size` is how many of them a hand has, neither none nor all.
    pub(super) fn of(pool: Vec<u32>, size: usize) -> Hands {
        let all: f64 = pool.iter().map(|&times| f64::from(times)).sum();
        let sorts = sorts(&pool, |alike| Counts::binomial(alike, size as f64 / all));
        let nothing = vec![0; pool.len()];
        Hands { size, picks: Picks::of(&pool), pool, sorts, hand: nothing.clone(), dealt: nothing }
    }

    /// How often each value is in a hand.
    pub(super) fn deal(&mut self, random: &mut Pcg64Mcg) -> &mut [u32] {
        let mut taken = self.sorts.draw(&mut self.hand, random);
        while taken != self.size {
            let value = self.picks.draw(random);
            let is_in_hand = random.random_range(0..self.pool[value]) < self.hand[value];
            match (taken < self.size, is_in_hand) {
                (true, false) => (self.hand[value], taken) = (self.hand[value] + 1, taken + 1),
                (false, true) => (self.hand[value], taken) = (self.hand[value] - 1, taken - 1),
                (true, true) | (false, false) => {}
            }
        }
        self.dealt.copy_from_slice(&self.hand);
        &mut self.dealt
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn hands_scatter_as_those_dealt_one_by_one() {
        // 700 of one sort, 299 of another, one of a third; hands of 300.
        let mut random = Pcg64Mcg::seed_from_u64(5);
        let mut hands = Hands::of(vec![700, 299, 1], 300);
        let deals = 20_000;
        let mut sums = [[0.0; 2]; 3];
        for _ in 0..deals {
            let hand = hands.deal(&mut random);
            assert_eq!(hand.iter().sum::<u32>(), 300);
            sums.iter_mut().zip(&*hand).for_each(|([sum, squares], &n)| {
                *sum += f64::from(n);
                *squares += f64::from(n * n);
            });
        }
        for ([sum, squares], all) in sums.into_iter().zip([700.0, 299.0, 1.0]) {
            // Mean and variance of a hypergeometric distribution.
            let (share, deals) = (all / 1000.0, f64::from(deals));
            let (mean, expected) = (sum / deals, 300.0 * share);
            let (variance, wanted) = (squares / deals - mean * mean, expected * (1.0 - share) * 700.0 / 999.0);
            assert!((mean - expected).abs() < 5.0 * (wanted / deals).sqrt(), "{mean} {expected}");
            assert!(
                (variance - wanted).abs() < 5.0 * wanted * ((2.0 + 1.0 / wanted) / deals).sqrt(),
                "{variance} {wanted}"
            );
        }
    }
}

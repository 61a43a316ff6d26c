//! Hands of offensives without replacement, dealt sort by sort: most of thousands are alike.

use super::{Counts, Sorts, sorts};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Some of all offensives, each set of that size as likely as any other.
///
/// First each offensive is taken for itself with the chance that the size of the hand asks for: of each sort a binomial number. The
/// hand is then too large or too small by about the root of its size, and so many offensives are put back or added, each as likely
/// as any other. Whatever the first number was, every set of the size that is wanted is as likely.
pub(super) struct Hands<'a> {
    pool: &'a [u32],
    size: usize,
    /// Offensives of each value.
    of_value: Vec<u32>,
    sorts: Sorts,
    hand: Vec<u32>,
    /// `hand` with room for what is counted from it.
    dealt: Vec<u32>,
}

impl<'a> Hands<'a> {
    /// `pool` are the values of all offensives, `size` is how many of them a hand has, neither none nor all; `room` has a place for
    /// each value.
    pub(super) fn of(pool: &'a [u32], size: usize, room: Vec<u32>) -> Hands<'a> {
        let mut of_value = room.clone();
        pool.iter().for_each(|&value| of_value[value as usize] += 1);
        let chance = size as f64 / pool.len() as f64;
        let sorts = sorts(&of_value, |alike| Counts::binomial(alike, chance));
        Hands { pool, size, of_value, sorts, hand: room.clone(), dealt: room }
    }

    /// How often each value is in a hand.
    pub(super) fn deal(&mut self, random: &mut Pcg64Mcg) -> &mut [u32] {
        let mut taken = self.sorts.draw(&mut self.hand, random);
        while taken != self.size {
            let value = self.pool[random.random_range(0..self.pool.len())] as usize;
            let is_in_hand = random.random_range(0..self.of_value[value]) < self.hand[value];
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
        let pool: Vec<u32> = (0..1000).map(|at| u32::from(at >= 700) + u32::from(at == 999)).collect();
        let mut random = Pcg64Mcg::seed_from_u64(5);
        let mut hands = Hands::of(&pool, 300, vec![0; 3]);
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

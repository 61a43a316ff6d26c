//! Hands of offensives without replacement, dealt sort by sort: for thousands of offensives, of which most are alike.

use super::heads;
use rand::{Rng, RngExt};
use rand_pcg::Pcg64Mcg;

/// Some of all offensives, each set of that size as likely as any other.
///
/// First each offensive is taken for itself with the chance that the size of the hand asks for: of each sort a binomial number. The
/// hand is then too large or too small by about the root of its size, and so many offensives are put back or added, each as likely
/// as any other. Whatever the first number was, every set of the size that is wanted is as likely.
pub(super) struct Hands<'a> {
    pool: &'a [u32],
    /// Offensives of each value.
    of_value: Vec<u32>,
    hand: Vec<u32>,
    /// `hand` with room for what is counted from it.
    dealt: Vec<u32>,
}

impl<'a> Hands<'a> {
    /// `pool` are the values of all offensives; `room` has a place for each value.
    pub(super) fn of(pool: &'a [u32], room: Vec<u32>) -> Hands<'a> {
        let mut of_value = room.clone();
        pool.iter().for_each(|&value| of_value[value as usize] += 1);
        Hands { pool, of_value, hand: room.clone(), dealt: room }
    }

    /// How often each value is in a hand of that size.
    pub(super) fn deal(&mut self, size: usize, random: &mut Pcg64Mcg) -> &mut [u32] {
        let chance = chance(size, self.pool.len());
        let mut taken = 0;
        for (hand, &all) in self.hand.iter_mut().zip(&self.of_value) {
            *hand = binomial(all, chance, random);
            taken += *hand as usize;
        }
        while taken != size {
            let value = self.pool[random.random_range(0..self.pool.len())] as usize;
            let is_in_hand = random.random_range(0..self.of_value[value]) < self.hand[value];
            match (taken < size, is_in_hand) {
                (true, false) => (self.hand[value], taken) = (self.hand[value] + 1, taken + 1),
                (false, true) => (self.hand[value], taken) = (self.hand[value] - 1, taken - 1),
                (true, true) | (false, false) => {}
            }
        }
        self.dealt.copy_from_slice(&self.hand);
        &mut self.dealt
    }
}

/// A share below 1 as bits behind the point.
fn chance(part: usize, whole: usize) -> u64 {
    (((part as u128) << u64::BITS) / (whole as u128).max(1)).min(u128::from(u64::MAX)) as u64
}

/// Successes among so many trials. All trials are told bit by bit at once: the bits of a random number are held against those of the
/// chance until they differ, and half of what is open is decided by each.
fn binomial(trials: u32, chance: u64, random: &mut Pcg64Mcg) -> u32 {
    if trials == 1 {
        return u32::from(random.next_u64() < chance);
    }
    let (mut open, mut successes, mut left) = (trials, 0, chance);
    while open > 0 && left > 0 {
        let ones = heads(open as usize, random) as u32;
        if left >> (u64::BITS - 1) == 1 {
            successes += open - ones;
            open = ones;
        } else {
            open -= ones;
        }
        left <<= 1;
    }
    successes
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
        let mut hands = Hands::of(&pool, vec![0; 3]);
        let deals = 20_000;
        let mut sums = [[0.0; 2]; 3];
        for _ in 0..deals {
            let hand = hands.deal(300, &mut random);
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

    #[test]
    fn a_hand_of_all_is_all() {
        let mut random = Pcg64Mcg::seed_from_u64(5);
        assert_eq!(Hands::of(&[0, 1, 1], vec![0; 2]).deal(3, &mut random), [1, 2]);
        assert_eq!(Hands::of(&[0, 1, 1], vec![0; 2]).deal(0, &mut random), [0, 0]);
    }
}

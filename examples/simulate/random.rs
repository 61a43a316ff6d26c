//! Seeded draws that never change: xoshiro256++ and the distributions the simulator needs.
//!
//! Own code rather than a crate, so that the committed sample keeps its bytes whatever versions
//! are installed. Only `+ - * /` on floats are used: they give the same bits on every machine,
//! which `exp` and `ln` of a system library do not.

/// Weight of 2^-53: turns the top 53 bits of a draw into a number in [0, 1).
const UNIT: f64 = 1.0 / 9_007_199_254_740_992.0;
/// Terms of the exponential series; enough for full precision on [0, 1].
const SERIES_TERMS: u32 = 20;

/// xoshiro256++ 1.0 (Blackman and Vigna, public domain), its state filled by splitmix64.
#[derive(Debug, Clone)]
pub struct Random {
    state: [u64; 4],
}

impl Random {
    /// A generator of its own for each `name`, so that a change to one part of the simulation
    /// leaves the draws of all other parts as they were.
    pub fn named(seed: u64, name: &str) -> Self {
        // FNV-1a, 64 bits.
        let hash = name
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mut counter = seed ^ hash;
        Self { state: std::array::from_fn(|_| splitmix64(&mut counter)) }
    }

    fn next(&mut self) -> u64 {
        let s = &mut self.state;
        let result = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let shifted = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= shifted;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// Uniform in [0, 1).
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 * UNIT
    }

    /// Uniform in `0..n`; `n` must not be 0.
    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// True with the given probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One element, all equally likely; `items` must not be empty.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// An index, as likely as its weight; the weights must have a positive sum.
    pub fn weighted(&mut self, weights: impl Iterator<Item = f64> + Clone) -> usize {
        let mut left = self.unit() * weights.clone().sum::<f64>();
        let mut last = 0;
        for (index, weight) in weights.enumerate().filter(|(_, weight)| *weight > 0.0) {
            last = index;
            left -= weight;
            if left < 0.0 {
                break;
            }
        }
        last
    }

    /// An element of a (value, weight) table.
    pub fn one_of<T: Copy>(&mut self, table: &[(T, f64)]) -> T {
        table[self.weighted(table.iter().map(|(_, weight)| *weight))].0
    }

    /// Poisson, by multiplying uniforms (Knuth), in parts of mean 1 at most.
    pub fn poisson(&mut self, mean: f64) -> u32 {
        let (mut left, mut count) = (mean, 0);
        while left > 0.0 {
            let part = left.min(1.0);
            let limit = exp_minus(part);
            let mut product = self.unit();
            while product > limit {
                count += 1;
                product *= self.unit();
            }
            left -= part;
        }
        count
    }

    /// Negative binomial with variance `mean + mean^2 / size`: failures before the `size`-th
    /// success of a Bernoulli trial. A `size` of 1 is the geometric distribution.
    pub fn negative_binomial(&mut self, size: u32, mean: f64) -> u32 {
        let success = f64::from(size) / (f64::from(size) + mean);
        let (mut successes, mut failures) = (0, 0);
        while successes < size {
            if self.chance(success) {
                successes += 1;
            } else {
                failures += 1;
            }
        }
        failures
    }
}

fn splitmix64(counter: &mut u64) -> u64 {
    *counter = counter.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *counter;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// e^-x for x in [0, 1], by the series of e^x (all terms positive, so nothing cancels).
fn exp_minus(x: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for n in 1..=SERIES_TERMS {
        term *= x / f64::from(n);
        sum += term;
    }
    1.0 / sum
}

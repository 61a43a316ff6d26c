//! PELT: the segmentation of least cost and penalty, in a time that grows little faster than the series (Killick, Fearnhead &
//! Eckley 2012, J. Am. Stat. Assoc. 107, 1590-1598).

use super::cost::{Cost, Sums};

/// The first periods of all stretches but the first, ascending, of the segmentation that minimises the sum of the costs of its
/// stretches plus `penalty` for each cut; each stretch has at least `shortest` periods. Exact. Empty where the series is too short
/// to be cut.
///
/// A start `s` that loses to the best by time `t` even without a penalty (`F(s) + C(s, t) >= F(t)`) loses to a cut at `t` at every
/// later time at which that cut leaves a stretch long enough, so it is dropped from `t + shortest` on.
pub fn pelt(sums: &Sums, cost: Cost, penalty: f64, shortest: usize) -> Vec<usize> {
    let n = sums.len();
    let shortest = shortest.max(1);
    let mut least = vec![f64::INFINITY; n + 1];
    let mut last_cut = vec![0; n + 1];
    least[0] = -penalty;
    // Starts still in the race, and from when on each is out of it.
    let mut starts: Vec<(usize, usize)> = Vec::with_capacity(n.min(256));
    let mut totals: Vec<f64> = Vec::with_capacity(n.min(256));
    for until in shortest..=n {
        let newest = until - shortest;
        if least[newest].is_finite() {
            starts.push((newest, usize::MAX));
        }
        starts.retain(|&(_, out)| out > until);
        totals.clear();
        for &(from, _) in &starts {
            let total = least[from] + sums.cost(cost, from, until);
            totals.push(total);
            if total + penalty < least[until] {
                least[until] = total + penalty;
                last_cut[until] = from;
            }
        }
        for ((_, out), total) in starts.iter_mut().zip(&totals) {
            if *total >= least[until] {
                *out = (*out).min(until + shortest);
            }
        }
    }
    let mut cuts = Vec::new();
    let mut until = n;
    while n >= shortest && last_cut[until] > 0 {
        until = last_cut[until];
        cuts.push(until);
    }
    cuts.reverse();
    cuts
}

#[cfg(test)]
mod tests {
    use super::super::cost::COAL;
    use super::*;

    /// Killick's recursion without pruning.
    fn exhaustive(sums: &Sums, cost: Cost, penalty: f64, shortest: usize) -> Vec<usize> {
        let n = sums.len();
        let mut best: Vec<(f64, Vec<usize>)> = vec![(f64::INFINITY, Vec::new()); n + 1];
        best[0].0 = -penalty;
        for until in shortest..=n {
            for from in 0..=until - shortest {
                let total = best[from].0 + sums.cost(cost, from, until) + penalty;
                if total < best[until].0 {
                    let mut cuts = best[from].1.clone();
                    cuts.extend((from > 0).then_some(from));
                    best[until] = (total, cuts);
                }
            }
        }
        best.swap_remove(n).1
    }

    #[test]
    fn the_coal_series_at_one_two_and_three_times_log_n() {
        let sums = Sums::new(&COAL, &[1.0; 112]);
        let log_n = 112_f64.ln();
        assert!((log_n - 4.7185).abs() < 5e-5);
        assert_eq!(pelt(&sums, Cost::Poisson, log_n, 1), [41, 79, 92, 95, 97]);
        assert_eq!(pelt(&sums, Cost::Poisson, 2.0 * log_n, 1), [41, 97]);
        assert_eq!(pelt(&sums, Cost::Poisson, 3.0 * log_n, 1), [41]);
    }

    #[test]
    fn pruning_loses_nothing() {
        let mut state = 7_u64;
        for round in 0..60 {
            let counts: Vec<f64> = (0..90)
                .map(|t| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let level = [3, 9, 4, 14][(t / 25 + round) % 4];
                    ((state >> 33) % (2 * level)) as f64
                })
                .collect();
            let exposures: Vec<f64> = (0..90).map(|t| 0.5 + (t % 12) as f64 / 12.0).collect();
            let sums = Sums::new(&counts, &exposures);
            let cost = [Cost::Poisson, Cost::NegativeBinomial { size: 3.0 }][round % 2];
            for (penalty, shortest) in [(2.0, 1), (5.0, 6), (9.0, 3)] {
                let expected = exhaustive(&sums, cost, penalty, shortest);
                assert_eq!(pelt(&sums, cost, penalty, shortest), expected, "round {round}");
            }
        }
    }

    #[test]
    fn a_series_too_short_to_be_cut_is_not() {
        for n in 0..6 {
            let sums = Sums::new(&COAL[..n], &[1.0; 6][..n]);
            assert_eq!(pelt(&sums, Cost::Poisson, 0.1, 3), [0_usize; 0], "{n}");
        }
    }
}

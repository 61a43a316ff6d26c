//! Shrinkage: ratios drawn towards the common one as far as chance explains their spread, so that tiny groups top no ranking.
//!
//! [`shrunk_ratios`]: observed over expected. *Model.* o_i is Poisson with mean e_i theta_i, the theta_i are a gamma with mean m and
//! shape alpha; o_i is then negative binomial. m and alpha by maximum marginal likelihood (m by its weighted moments for each
//! alpha); the shrunk ratio is the posterior mean (o_i + alpha) / (e_i + alpha / m) (Clayton & Kaldor 1987).
//!
//! [`shrunk_growth`]: current over base, where both are counts and the base is as uncertain as the current one. *Model.* Given
//! a_i + b_i, a_i is binomial with a share of its own, the shares are a beta of mean m and precision M, by maximum marginal
//! likelihood (m by its weighted moments, Kleinman 1973). The shrunk ratio is the posterior mean of the log odds, as a ratio of
//! daily rates: exp(psi(a_i + m M) - psi(b_i + (1 - m) M)). For the ranking of risers this is the better one: with a fixed base,
//! a group that goes from 0 to 3 would have an expectation of 0.
//!
//! *What it does.* A group with little is drawn to the common ratio, one with much keeps its own. *Assumptions.* The true ratios
//! are spread around one common value; where counts scatter more than Poisson, part of that is taken for spread and the shrinking
//! is weaker than it should be. *Degenerate input.* No more spread than chance: all have the common ratio. Nothing expected
//! anywhere, or nothing counted: 1. Values that are no numbers, or negative, count as 0.

use statrs::function::gamma::{digamma, ln_gamma};

/// Shapes and precisions are sought between e to these powers: at 1 the common ratio weighs as much as one incident, the least
/// that keeps a group with one incident in its place; above, groups are one.
const LOG_RANGE: (f64, f64) = (0.0, 16.0);

/// Gain in log-likelihood below which spread is not told from none: rounding.
const NO_GAIN: f64 = 1e-6;

/// Steps of the search: the bracket shrinks to 10^-7 of the range.
const SEARCH_STEPS: usize = 34;

/// Rounds of weights and mean; five settle it to six digits.
const ROUNDS: usize = 12;

/// Shrunk ratios of `(observed, expected)` by an empirical-Bayes Gamma-Poisson model: the posterior mean of each.
pub fn shrunk_ratios(pairs: &[(f64, f64)]) -> Vec<f64> {
    let pairs: Vec<(f64, f64)> = pairs.iter().map(|&(o, e)| (sound(o), sound(e))).collect();
    let used: Vec<(f64, f64)> = pairs.iter().copied().filter(|&(_, expected)| expected > 0.0).collect();
    let (observed, expected) = totals(&used);
    if observed <= 0.0 || expected <= 0.0 {
        return vec![1.0; pairs.len()];
    }
    let mean = |shape: f64| {
        settle(observed / expected, |mean| {
            weighted_mean(used.iter().map(|&(o, e)| (o / e, e / (1.0 + mean * e / shape))))
        })
    };
    let likelihood = |shape: f64| -> f64 {
        let rate = shape / mean(shape);
        used.iter()
            .map(|&(o, e)| ln_gamma(o + shape) - ln_gamma(shape) - shape * (e / rate).ln_1p() - o * (rate / e).ln_1p())
            .sum()
    };
    match most_likely(likelihood) {
        None => vec![observed / expected; pairs.len()],
        Some(shape) => {
            let rate = shape / mean(shape);
            pairs.iter().map(|&(o, e)| if e > 0.0 { (o + shape) / (e + rate) } else { shape / rate }).collect()
        }
    }
}

/// Shrunk ratios of the daily rates of `(current, base)` counts, for ranking; `days` are those of the two periods.
pub fn shrunk_growth(pairs: &[(f64, f64)], days: (f64, f64)) -> Vec<f64> {
    let pairs: Vec<(f64, f64)> = pairs.iter().map(|&(a, b)| (sound(a), sound(b))).collect();
    let used: Vec<(f64, f64)> = pairs.iter().copied().filter(|&(a, b)| a + b > 0.0).collect();
    let (current, base) = totals(&used);
    let by_days = days.1 / days.0;
    if current + base <= 0.0 || !(by_days.is_finite() && by_days > 0.0) {
        return vec![1.0; pairs.len()];
    }
    let common = (current + 0.5) / (current + base + 1.0);
    let mean = |precision: f64| {
        let share = |(a, b): (f64, f64)| {
            let n = a + b;
            (a / n, n / (1.0 + (n - 1.0).max(0.0) / (precision + 1.0)))
        };
        // Half an incident on either side: a common share of 0 or 1 is never known.
        weighted_mean(used.iter().copied().map(share).chain([(0.5, 1.0)]))
    };
    let likelihood = |precision: f64| -> f64 {
        let (alpha, beta) = (mean(precision) * precision, (1.0 - mean(precision)) * precision);
        let fixed = ln_gamma(precision) - ln_gamma(alpha) - ln_gamma(beta);
        let term =
            |&(a, b): &(f64, f64)| ln_gamma(a + alpha) + ln_gamma(b + beta) - ln_gamma(a + b + precision) + fixed;
        used.iter().map(term).sum()
    };
    match most_likely(likelihood) {
        None => vec![common / (1.0 - common) * by_days; pairs.len()],
        Some(precision) => {
            let (alpha, beta) = (mean(precision) * precision, (1.0 - mean(precision)) * precision);
            pairs.iter().map(|&(a, b)| (digamma(a + alpha) - digamma(b + beta)).exp() * by_days).collect()
        }
    }
}

fn sound(value: f64) -> f64 {
    if value.is_finite() { value.max(0.0) } else { 0.0 }
}

fn totals(pairs: &[(f64, f64)]) -> (f64, f64) {
    pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1))
}

fn weighted_mean(values: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (sum, weights) = values.fold((0.0, 0.0), |sum, (value, weight)| (sum.0 + value * weight, sum.1 + weight));
    sum / weights
}

/// The value that its own weights give again.
fn settle(start: f64, next: impl Fn(f64) -> f64) -> f64 {
    (0..ROUNDS).fold(start, |value, _| next(value))
}

/// The parameter of the highest likelihood, by golden section on the log scale; `None` where no spread is as likely.
fn most_likely(likelihood: impl Fn(f64) -> f64) -> Option<f64> {
    let golden = (5_f64.sqrt() - 1.0) / 2.0;
    let at = |log: f64| likelihood(log.exp());
    let (mut low, mut high) = LOG_RANGE;
    let none = at(high);
    let (mut left, mut right) = (high - golden * (high - low), low + golden * (high - low));
    let (mut at_left, mut at_right) = (at(left), at(right));
    for _ in 0..SEARCH_STEPS {
        if at_left > at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - golden * (high - low);
            at_left = at(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + golden * (high - low);
            at_right = at(right);
        }
    }
    (at_left.max(at_right) > none + NO_GAIN * (1.0 + none.abs())).then(|| f64::midpoint(low, high).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_spread_is_the_common_ratio() {
        let got = shrunk_ratios(&[(10.0, 5.0), (21.0, 10.0), (2.0, 1.0), (0.0, 0.0)]);
        for ratio in got {
            assert!((ratio - 33.0 / 16.0).abs() < 1e-9, "{ratio}");
        }
        let got = shrunk_growth(&[(10.0, 10.0), (21.0, 20.0), (0.0, 0.0)], (30.0, 30.0));
        assert!(got.iter().all(|&ratio| (ratio - got[0]).abs() < 1e-12 && (ratio - 1.0).abs() < 0.05), "{got:?}");
    }

    #[test]
    fn little_is_drawn_in_and_much_is_kept() {
        let pairs = [(4.0, 1.0), (400.0, 100.0), (100.0, 100.0), (60.0, 100.0), (150.0, 100.0), (0.0, 2.0)];
        for got in [shrunk_ratios(&pairs), shrunk_growth(&pairs, (30.0, 30.0))] {
            assert!(got[1] > 3.7 && got[1] < 4.1, "{got:?}");
            assert!(got[0] < 3.0 && got[0] > 1.0, "{got:?}");
            assert!(got[0] < got[1] && got[5] > 0.1, "{got:?}");
        }
    }

    #[test]
    fn a_tiny_newcomer_does_not_top_the_risers() {
        let mut pairs = vec![(3.0, 0.0), (90.0, 30.0)];
        pairs.extend((0..20).map(|i| (f64::from(20 + i % 7), f64::from(20 + i % 5))));
        let got = shrunk_growth(&pairs, (31.0, 31.0));
        assert!(got[1] > got[0] && got[1] > 1.8 && got[0] > got[2], "{got:?}");
        // The days count.
        let february = shrunk_growth(&pairs, (28.0, 31.0));
        assert!((february[1] / got[1] - 31.0 / 28.0).abs() < 1e-9);
    }

    #[test]
    fn degenerate_pairs() {
        assert_eq!(shrunk_ratios(&[]), Vec::<f64>::new());
        assert_eq!(shrunk_ratios(&[(0.0, 3.0), (0.0, 0.0)]), [1.0, 1.0]);
        assert_eq!(shrunk_growth(&[(0.0, 0.0)], (30.0, 30.0)), [1.0]);
        for pairs in
            [vec![(5.0, 0.0), (3.0, 0.0)], vec![(0.0, 5.0)], vec![(1e6, 1.0), (f64::NAN, 2.0), (1.0, f64::INFINITY)]]
        {
            for got in [shrunk_ratios(&pairs), shrunk_growth(&pairs, (28.0, 31.0))] {
                assert!(got.iter().all(|ratio| ratio.is_finite() && *ratio >= 0.0), "{pairs:?} {got:?}");
            }
        }
        let many: Vec<(f64, f64)> = (0..10_000).map(|i| (f64::from(i * 37 % 11), f64::from(i % 7 + 1))).collect();
        assert!(shrunk_ratios(&many).iter().all(|ratio| ratio.is_finite()));
    }

    proptest! {
        #[test]
        fn more_in_the_current_period_never_ranks_lower(base in 0.0..40.0_f64, a in 0.0..40.0_f64, more in 0.1..40.0_f64) {
            let pairs = [(a, base), (a + more, base), (30.0, 12.0), (9.0, 22.0), (15.0, 16.0)];
            let got = shrunk_growth(&pairs, (30.0, 30.0));
            prop_assert!(got[1] >= got[0]);
        }
    }
}

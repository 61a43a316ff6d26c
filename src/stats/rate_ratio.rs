//! The exact ratio of two Poisson rates, with exposure.
//!
//! *Model.* a incidents in T1 days and b in T2 are independent Poisson counts. Given a + b, the first is binomial with the share
//! r T1 / (r T1 + T2), where r is the ratio of the daily rates (Przyborowski & Wilenski 1940); nothing else is unknown.
//!
//! *Interval.* Clopper & Pearson 1934 on a of a + b, carried to r. It holds at least 95 %. *p*, two-sided for r = 1: the
//! probability of all splits that are not more probable than the one seen (as R's `poisson.test` has it, with its relative
//! tolerance). Such a p can be below 0.05 by a hair where the interval, whose tails are 2.5 % each, still holds 1.
//!
//! *Counts that are not whole*, from incidents divided over their groups: the interval by the same beta functions, which take real
//! numbers; p as twice the smaller tail of that extension, at most 1, because real numbers have no list of splits to sum over.
//! Divided incidents vary less than whole ones, so both are on the safe side.
//!
//! *Degenerate input.* b = 0: ratio and upper end infinite. a = 0: ratio and lower end 0. Both 0, no days, or no number: none.

use super::conditional::{Scatter, at_least, at_most, logit_at};
use super::evidence::Exposed;
use super::interval::{ALPHA, Interval};
use statrs::function::factorial::ln_binomial;

/// Probabilities this much above the observed one count as equal to it: R's `binom.test`.
const TIE: f64 = 1.0 + 1e-7;

/// The share of the days that lie in the current period.
pub(super) fn share_of_days(now: Exposed, then: Exposed) -> f64 {
    now.days / (now.days + then.days)
}

/// Whether the two can be compared at all: numbers, days, and at least something counted.
pub(super) fn comparable(now: Exposed, then: Exposed) -> bool {
    let sound = |e: Exposed| e.count.is_finite() && e.count >= 0.0 && e.days.is_finite() && e.days > 0.0;
    sound(now) && sound(then) && now.count + then.count > 0.0
}

/// The ratio of the daily rates, current over base, with its exact 95 % interval.
pub fn rate_ratio(now: Exposed, then: Exposed) -> Option<Interval> {
    comparable(now, then).then(|| interval(now, then, Scatter::Poisson))
}

/// The ratio with the interval that neither tail rejects.
pub(super) fn interval(now: Exposed, then: Exposed, scatter: Scatter) -> Interval {
    // A sum of nothing is -0, which must not make the ratio -infinite.
    let (a, b, score) = (now.count.abs(), then.count.abs(), scatter.score(ALPHA / 2.0));
    let by_days = then.days / now.days;
    let low = lower_odds(a, b, score, scatter) * by_days;
    // The upper end for one is the lower end for the other.
    let high = by_days / lower_odds(b, a, score, scatter);
    Interval::new((a / now.days) / (b / then.days), low, high)
}

/// The odds of the current period below which `a` or more of a + b are too rare; 0 where nothing is.
fn lower_odds(a: f64, b: f64, score: f64, scatter: Scatter) -> f64 {
    if a <= 0.0 {
        return 0.0;
    }
    // The normal approximation of the log odds.
    let (smooth_a, smooth_b) = (a + 0.5, b + 0.5);
    let guess = (smooth_a / smooth_b).ln() - score * (1.0 / smooth_a + 1.0 / smooth_b).sqrt();
    logit_at(|share| at_least(a, b, share, scatter), score, guess).exp()
}

/// The two-sided p for equal rates.
pub fn rate_ratio_p(now: Exposed, then: Exposed) -> Option<f64> {
    comparable(now, then).then(|| {
        let (a, b, share) = (now.count, then.count, share_of_days(now, then));
        if a.fract() > 0.0 || b.fract() > 0.0 {
            let tail = |f: fn(f64, f64, f64, Scatter) -> f64| f(a, b, share, Scatter::Poisson);
            Scatter::Poisson.two_sided(tail(at_least).min(tail(at_most)))
        } else {
            least_likely(a as u64, b as u64, share)
        }
    })
}

/// The probability of all splits of a + b that are not more probable than (a, b).
fn least_likely(a: u64, b: u64, share: f64) -> f64 {
    let n = a + b;
    let expected = n as f64 * share;
    let log = |y: u64| ln_binomial(n, y) + y as f64 * share.ln() + (n - y) as f64 * (-share).ln_1p();
    let limit = log(a) + TIE.ln();
    let tail_up = |y: u64| at_least(y as f64, (n - y) as f64, share, Scatter::Poisson);
    let tail_down = |y: u64| at_most(y as f64, (n - y) as f64, share, Scatter::Poisson);
    let p = if a as f64 > expected {
        // How many of 0..=floor(expected), along which the probability rises, are not more probable.
        let other = count_while(expected.floor() as u64 + 1, |y| log(y) <= limit);
        tail_up(a) + if other > 0 { tail_down(other - 1) } else { 0.0 }
    } else if (a as f64) < expected {
        let other = count_while(n - expected.ceil() as u64 + 1, |y| log(n - y) <= limit);
        tail_down(a) + if other > 0 { tail_up(n + 1 - other) } else { 0.0 }
    } else {
        1.0
    };
    p.min(1.0)
}

/// How many of 0..n come before the condition fails for good.
fn count_while(n: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, n);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exposed(count: f64, days: f64) -> Exposed {
        Exposed { count, days }
    }

    /// Asserts that both agree to the digits to which the expected value is written.
    fn to_digits(got: f64, expected: &str) {
        let digits = expected.split_once('.').map_or(0, |(_, fraction)| fraction.len()) as i32;
        let value: f64 = expected.parse().expect("a number");
        assert!(got == value || (got - value).abs() <= 0.501 * 10f64.powi(-digits), "{got} is not {expected}");
    }

    #[test]
    fn reference_values() {
        // R 4.2.2, poisson.test: (counts, days), ratio, interval, p.
        let cases = [
            ((11.0, 800.0), (21.0, 3011.0), ["1.971488", "0.8584264", "4.2772659", "0.07967"]),
            ((30.0, 31.0), (18.0, 30.0), ["1.612903", "0.8703445", "3.0725563", "0.1137051"]),
            ((28.0, 30.0), (17.0, 30.0), ["1.6471", "0.8706", "3.2074", "0.135156"]),
            ((89.0, 30.0), (69.0, 30.0), ["1.2899", "0.9313", "1.7928", "0.130386"]),
            ((85.0, 30.0), (81.0, 30.0), ["1.0494", "0.7649", "1.4407", "0.815968"]),
            ((5.0, 30.0), (1.0, 30.0), ["5", "0.5595", "236.4877", "0.21875"]),
            ((3.0, 30.0), (0.0, 30.0), ["inf", "0.4132", "inf", "0.25"]),
        ];
        for ((a, ta), (b, tb), [ratio, low, high, p]) in cases {
            let (now, then) = (exposed(a, ta), exposed(b, tb));
            let got = rate_ratio(now, then).expect("comparable");
            to_digits(got.estimate, ratio);
            to_digits(got.low, low);
            to_digits(got.high, high);
            to_digits(rate_ratio_p(now, then).expect("comparable"), p);
        }
        let fall = rate_ratio(exposed(0.0, 30.0), exposed(7.0, 30.0)).expect("comparable");
        assert_eq!((fall.estimate, fall.low), (0.0, 0.0));
        to_digits(fall.high, "0.693814");
    }

    #[test]
    fn the_sum_over_splits_is_that_of_its_definition() {
        for n in 1..=40_u64 {
            for share in [0.5, 31.0 / 59.0, 0.1] {
                let p = |y: u64| {
                    (ln_binomial(n, y) + y as f64 * f64::ln(share) + (n - y) as f64 * (1.0 - share).ln()).exp()
                };
                for a in 0..=n {
                    let direct: f64 = (0..=n).map(p).filter(|&q| q <= p(a) * TIE).sum();
                    let got = least_likely(a, n - a, share);
                    assert!((got - direct.min(1.0)).abs() < 1e-10, "{a} of {n} at {share}: {got} {direct}");
                }
            }
        }
    }

    #[test]
    fn fractions_lie_between_and_nonsense_is_refused() {
        let then = exposed(4.0, 30.0);
        let low = |count| rate_ratio(exposed(count, 31.0), then).expect("comparable").low;
        assert!(low(9.0) < low(9.5) && low(9.5) < low(10.0));
        let p = rate_ratio_p(exposed(13.5, 30.0), then).expect("comparable");
        assert!((0.01..0.08).contains(&p), "{p}");
        assert_eq!(rate_ratio(exposed(0.0, 31.0), exposed(0.0, 30.0)), None);
        assert_eq!(rate_ratio_p(exposed(1.0, 0.0), then), None);
        assert_eq!(rate_ratio(exposed(f64::NAN, 1.0), then), None);
        let rise = rate_ratio(exposed(3.0, 30.0), exposed(-0.0, 30.0)).expect("comparable");
        assert_eq!((rise.estimate, rise.high), (f64::INFINITY, f64::INFINITY));
    }

    #[test]
    fn a_huge_count_is_no_obstacle() {
        let got = rate_ratio(exposed(1e6, 365.0), exposed(1.0, 365.0)).expect("comparable");
        assert!(got.low > 1e5 && got.high.is_finite());
        assert!(rate_ratio_p(exposed(1e6, 365.0), exposed(0.0, 366.0)).expect("comparable") < 1e-300);
    }
}

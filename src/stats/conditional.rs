//! How the incidents of two periods together fall to the current one: the conditional distribution behind every test of a change.
//!
//! *Model.* Given n incidents in both periods, the number in the current one is binomial where the counts are Poisson
//! (Przyborowski & Wilenski 1940), and beta-binomial where they scatter more: two negative-binomial counts of the same daily rate
//! whose sizes are as their days are gammas mixed into Poisson counts, and the share of the first of two gammas is a beta
//! (Johnson, Kemp & Kotz 2005, 6.2.2). The rate itself drops out of both. With the share pi of the current period and the
//! precision M, the beta has the parameters pi M and (1 - pi) M; M without bound is the binomial.
//!
//! *Counts that are not whole.* The binomial tail is the incomplete beta function, which takes real counts; the beta-binomial
//! tail is interpolated linearly between the whole counts around them.

use super::root::rising_root;
use statrs::distribution::{ContinuousCDF, Normal, StudentsT};
use statrs::function::beta::{beta_reg, ln_beta};
use statrs::function::factorial::ln_binomial;
use statrs::function::gamma::ln_gamma;

/// Precision from which a beta-binomial is a binomial: its variance is larger by a share below n / 10^7.
const BINOMIAL_FROM: f64 = 1e7;

/// A term this much below the sum ends a tail.
const NEGLIGIBLE: f64 = 1e-17;

/// Shares are sought between these logits: ratios of rates from 10^-17 to 10^17.
const LOGIT_REACH: f64 = 40.0;

/// First step from a guess, on the logit scale.
const STRIDE: f64 = 0.25;

/// Tolerance of a share on the logit scale.
const TOLERANCE: f64 = 1e-10;

/// The normal score that stands for a tail of probability 0.
const FARTHEST: f64 = 38.0;

/// How much the share of the current period varies beyond chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scatter {
    /// Counts are Poisson.
    Poisson,
    /// Counts are negative binomial with these sizes together; `df` degrees of freedom stand behind them.
    Overdispersed { precision: f64, df: f64 },
}

impl Scatter {
    /// The scatter of two negative-binomial counts with these sizes together; Poisson where that is no difference.
    pub fn new(precision: f64, df: f64) -> Scatter {
        if precision < BINOMIAL_FROM { Scatter::Overdispersed { precision, df } } else { Scatter::Poisson }
    }

    /// The normal score beyond which a tail of `level` lies, further out where the scatter is itself an estimate: a variance
    /// with `df` degrees of freedom turns a normal deviate into a t.
    pub fn score(self, level: f64) -> f64 {
        match self {
            Scatter::Poisson => normal_score(level),
            Scatter::Overdispersed { df, .. } => {
                -StudentsT::new(0.0, 1.0, df).map_or(-normal_score(level), |t| t.inverse_cdf(level))
            }
        }
    }

    /// Twice the smaller tail, at most 1, with the uncertainty of the scatter.
    pub fn two_sided(self, smaller_tail: f64) -> f64 {
        let tail = match self {
            Scatter::Poisson => smaller_tail,
            Scatter::Overdispersed { df, .. } => t_tail(normal_score(smaller_tail), df),
        };
        (2.0 * tail).min(1.0)
    }
}

/// P(T > z) of Student's t.
fn t_tail(z: f64, df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df).map_or(0.5, |t| t.sf(z))
}

/// The normal deviate whose upper tail is this.
pub(super) fn normal_score(tail: f64) -> f64 {
    // A tail that underflowed on both sides of a product is no number: it is as far out as any.
    let tail = if tail.is_nan() { 0.0 } else { tail.clamp(0.0, 1.0) };
    let score = -Normal::standard().inverse_cdf(tail);
    score.clamp(-FARTHEST, FARTHEST)
}

/// P(number in the current period >= `now`) where `then` of the incidents were in the other, and the share is `share`.
pub(super) fn at_least(now: f64, then: f64, share: f64, scatter: Scatter) -> f64 {
    if now <= 0.0 {
        return 1.0;
    }
    match scatter {
        Scatter::Poisson => beta_reg(now, then + 1.0, share),
        Scatter::Overdispersed { precision, .. } => {
            between(now, then, |a, b| beta_binomial_tail(a, a + b, share, precision))
        }
    }
}

/// P(number in the current period <= `now`).
pub(super) fn at_most(now: f64, then: f64, share: f64, scatter: Scatter) -> f64 {
    at_least(then, now, 1.0 - share, scatter)
}

/// Linear between whole counts, in both.
fn between(a: f64, b: f64, f: impl Fn(u64, u64) -> f64) -> f64 {
    let (fa, fb) = (a.fract(), b.fract());
    let (a, b) = (a as u64, b as u64);
    let row = |a: u64| if fb > 0.0 { (1.0 - fb) * f(a, b) + fb * f(a, b + 1) } else { f(a, b) };
    if fa > 0.0 { (1.0 - fa) * row(a) + fa * row(a + 1) } else { row(a) }
}

/// P(Y >= k) of a beta-binomial of n: summed from k away from the centre, by the ratio of neighbouring terms.
fn beta_binomial_tail(k: u64, n: u64, share: f64, precision: f64) -> f64 {
    if k == 0 {
        return 1.0;
    }
    let (alpha, beta) = (share * precision, (1.0 - share) * precision);
    if alpha <= 0.0 || beta <= 0.0 {
        return if alpha > 0.0 { 1.0 } else { 0.0 };
    }
    let (x, size) = (k as f64, n as f64);
    if x > size * share {
        let mut term = (ln_binomial(n, k) + ln_beta(x + alpha, size - x + beta) - ln_beta(alpha, beta)).exp();
        let mut sum = 0.0;
        for y in k..=n {
            sum += term;
            if term < sum * NEGLIGIBLE {
                break;
            }
            let y = y as f64;
            term *= (size - y) / (y + 1.0) * (y + alpha) / (size - y - 1.0 + beta);
        }
        sum.min(1.0)
    } else {
        // The smaller tail is the one below.
        let y = x - 1.0;
        let mut term = (ln_binomial(n, k - 1) + ln_beta(y + alpha, size - y + beta) - ln_beta(alpha, beta)).exp();
        let mut sum = 0.0;
        for y in (0..k).rev() {
            sum += term;
            if term < sum * NEGLIGIBLE {
                break;
            }
            let y = y as f64;
            term *= y / (size - y + 1.0) * (size - y + beta) / (y - 1.0 + alpha);
        }
        (1.0 - sum).max(0.0)
    }
}

/// Logs below this are those of 0.
const VANISHED: f64 = -746.0;

/// The probabilities of the number in the current period of a number in both, for one share after another: what of them does not
/// depend on the share is found once.
pub(super) struct Given {
    /// The log of how many more ways there are to choose y + 1 than y, from y = 0 on.
    ways: Vec<f64>,
}

impl Given {
    pub(super) fn of(n: usize) -> Given {
        let size = n as f64;
        Given { ways: (0..n).map(|y| ((size - y as f64) / (y as f64 + 1.0)).ln()).collect() }
    }

    /// P(Y = 0..=n).
    pub(super) fn probabilities(&self, share: f64, scatter: Scatter) -> Vec<f64> {
        let (size, share) = (self.ways.len() as f64, share.clamp(f64::MIN_POSITIVE, 1.0 - f64::EPSILON));
        let mut all = Vec::with_capacity(self.ways.len() + 1);
        let mut put = |log: f64| all.push(if log < VANISHED { 0.0 } else { log.exp() });
        // On the log scale from one end on: no underflow at the ends spoils the middle.
        match scatter {
            Scatter::Poisson => {
                let odds = (share / (1.0 - share)).ln();
                let mut log = size * (1.0 - share).ln();
                put(log);
                for ways in &self.ways {
                    log += ways + odds;
                    put(log);
                }
            }
            Scatter::Overdispersed { precision, .. } => {
                let (alpha, beta) = (share * precision, (1.0 - share) * precision);
                let mut log =
                    ln_gamma(beta + size) - ln_gamma(beta) + ln_gamma(alpha + beta) - ln_gamma(alpha + beta + size);
                put(log);
                for (y, ways) in self.ways.iter().enumerate() {
                    let y = y as f64;
                    log += ways + ((y + alpha) / (size - y - 1.0 + beta)).ln();
                    put(log);
                }
            }
        }
        all
    }
}

/// The logit of the share at which `tail`, a probability that rises with the share, has the given normal score; `guess` is a
/// logit near it.
pub(super) fn logit_at(tail: impl Fn(f64) -> f64, score: f64, guess: f64) -> f64 {
    let short = |logit: f64| score - normal_score(tail(1.0 / (1.0 + (-logit).exp())));
    let (mut low, mut high, mut stride) = (guess - STRIDE, guess + STRIDE, STRIDE);
    while short(low) > 0.0 && low > -LOGIT_REACH {
        (high, stride) = (low, 2.0 * stride);
        low -= stride;
    }
    while short(high) < 0.0 && high < LOGIT_REACH {
        (low, stride) = (high, 2.0 * stride);
        high += stride;
    }
    rising_root(short, low, high, TOLERANCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_are_those_of_the_distribution() {
        // Beta-binomial of 10 with parameters 2 and 3, by its definition: P(Y = y) = C(10, y) B(y + 2, 13 - y) / B(2, 3).
        let scatter = Scatter::Overdispersed { precision: 5.0, df: 30.0 };
        let p = |y: u64| (ln_binomial(10, y) + ln_beta(y as f64 + 2.0, 13.0 - y as f64) - ln_beta(2.0, 3.0)).exp();
        let whole = Given::of(10).probabilities(0.4, scatter);
        for k in 0..=10_u64 {
            let tail: f64 = (k..=10).map(p).sum();
            let got = at_least(k as f64, 10.0 - k as f64, 0.4, scatter);
            assert!((got - tail).abs() < 1e-12, "{k}: {got} {tail}");
            assert!((whole[k as usize] - p(k)).abs() < 1e-12);
            let below: f64 = (0..=k).map(p).sum();
            assert!((at_most(k as f64, 10.0 - k as f64, 0.4, scatter) - below).abs() < 1e-12);
        }
    }

    #[test]
    fn a_large_precision_is_the_binomial_also_for_large_counts() {
        for (a, b, share) in [(30.0, 18.0, 0.5), (12_500.0, 12_000.0, 0.5), (60_500.0, 60_000.0, 0.5)] {
            let exact = at_least(a, b, share, Scatter::Poisson);
            let near = at_least(a, b, share, Scatter::Overdispersed { precision: 1e10, df: 1e9 });
            assert!((near / exact - 1.0).abs() < 1e-4, "{a}: {near} {exact}");
            let sum: f64 =
                Given::of((a + b) as usize).probabilities(share, Scatter::Poisson)[a as usize..].iter().sum();
            assert!((sum / exact - 1.0).abs() < 1e-8, "{a}: {sum} {exact}");
        }
    }

    #[test]
    fn fractions_lie_between() {
        for scatter in [Scatter::Poisson, Scatter::Overdispersed { precision: 8.0, df: 20.0 }] {
            let mut last = 1.0;
            for step in 0..60 {
                let tail = at_least(f64::from(step) / 10.0, 6.0 - f64::from(step) / 10.0, 0.45, scatter);
                assert!(tail <= last + 1e-12, "{step} {scatter:?}");
                last = tail;
            }
        }
    }

    #[test]
    fn the_score_is_that_of_student() {
        // t quantile 0.975 with 30 degrees of freedom: 2.042272 (R).
        let scatter = Scatter::Overdispersed { precision: 10.0, df: 30.0 };
        assert!((scatter.score(0.025) - 2.042_272).abs() < 1e-6);
        let one = Scatter::Overdispersed { precision: 10.0, df: 1.0 };
        assert!((one.score(0.025) - 12.706_205).abs() < 1e-5);
        assert!((scatter.two_sided(1.0 - 0.979_452_3) - 0.05).abs() < 2e-4);
        assert!((Scatter::Poisson.score(0.025) - 1.959_964).abs() < 1e-6);
    }
}

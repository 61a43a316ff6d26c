//! What is known of one break: its p, the interval of its place, and the ratio of the levels with its interval.

use super::super::{CONFIDENCE, Interval};
use super::cost::Sums;
use super::scatter::Scatter;
use statrs::distribution::{ContinuousCDF, Normal};
use std::f64::consts::PI;

/// The chance that a stretch of one level of `n` periods has, at its best cut into two parts of at least `shortest` periods, a
/// likelihood-ratio statistic this large: the tail of the supremum of a squared, standardised Brownian bridge (Vostrikova 1981, Sov. Math. Dokl. 24,
/// 55-59; Csörgő & Horváth 1997, Limit Theorems in Change-Point Analysis, section 1.3; the test is that of Andrews 1993, Econometrica 61, 821-856), never
/// below the chance of the same statistic at a given place. `free`: the degrees of freedom that the scatter rests on.
pub fn place_corrected_p(gain: f64, free: f64, n: usize, shortest: usize) -> f64 {
    if gain <= 0.0 || n < 2 * shortest {
        return 1.0;
    }
    let normal = as_normal(gain, free);
    let edge = shortest as f64 / n as f64;
    let places = 2.0 * ((1.0 - edge) / edge).ln();
    let density = (-normal / 2.0).exp() / (2.0 * PI).sqrt();
    let supremum = normal.sqrt() * density * ((1.0 - 1.0 / normal) * places + 4.0 / normal);
    supremum.max(p_at_a_given_place(gain, free)).min(1.0)
}

/// The chance of a likelihood-ratio statistic this large at a place that was given.
pub fn p_at_a_given_place(gain: f64, free: f64) -> f64 {
    2.0 * Normal::standard().sf(as_normal(gain, free).sqrt())
}

/// The square of the normal variable that is as rare as the Student's t of which this is the square (Wallace 1959, Ann. Math. Stat. 30,
/// 1124-1130): the scatter was estimated.
fn as_normal(gain: f64, free: f64) -> f64 {
    free * (gain / free).ln_1p() * ((8.0 * free + 1.0) / (8.0 * free + 3.0)).powi(2)
}

/// First and last place, out of the cuts of `from..until`, of the span of the most likely cuts that together hold the break with
/// probability [`CONFIDENCE`]: their posterior under equal prior weights, the likelihood tempered by the inflation.
pub fn span_of_places(sums: &Sums, scatter: Scatter, from: usize, until: usize) -> Option<(usize, usize)> {
    let gains: Vec<(usize, f64)> =
        (from + 1..until).map(|at| (at, sums.gain(scatter.cost, from, at, until) / scatter.inflation)).collect();
    let most = gains.iter().map(|(_, gain)| *gain).fold(0.0, f64::max);
    let mut weights: Vec<(usize, f64)> =
        gains.into_iter().map(|(at, gain)| (at, ((gain - most) / 2.0).exp())).collect();
    let all: f64 = weights.iter().map(|(_, weight)| weight).sum();
    weights.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut held = 0.0;
    let mut span: Option<(usize, usize)> = None;
    for (at, weight) in weights {
        span = Some(span.map_or((at, at), |(low, high)| (low.min(at), high.max(at))));
        held += weight / all;
        if held >= CONFIDENCE {
            break;
        }
    }
    span
}

/// One level: its count in its exposure, and variance over mean, of the counts and of longer waves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    pub count: f64,
    pub exposure: f64,
    pub dispersion: f64,
}

/// The ratio of two levels by the normal approximation of its logarithm. A level without a count is taken as half of one for the end
/// of the interval that is finite (Haldane 1956); the other end is 0 or infinite.
pub fn ratio(before: Level, after: Level) -> Option<Interval> {
    let z = Normal::standard().inverse_cdf(0.5 + CONFIDENCE / 2.0);
    let held = |level: Level| level.count.max(0.5);
    let log = ((held(after) / after.exposure) / (held(before) / before.exposure)).ln();
    let spread = z * (before.dispersion / held(before) + after.dispersion / held(after)).sqrt();
    let (low, high) = ((log - spread).exp(), (log + spread).exp());
    match (before.count > 0.0, after.count > 0.0) {
        (true, true) => Some(Interval::new(log.exp(), low, high)),
        (true, false) => Some(Interval::new(0.0, 0.0, high)),
        (false, true) => Some(Interval::new(f64::INFINITY, low, f64::INFINITY)),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quantiles of the supremum over the inner 90, 80 and 70 % of 20,000 Brownian bridges of 10,000 steps, simulated in R 4.2.2.
    #[test]
    fn the_supremum_has_its_simulated_critical_values() {
        for (shortest, five, one) in [(5, 9.796, 13.234), (10, 9.309, 12.583), (15, 8.791, 12.191)] {
            let p = |critical| place_corrected_p(critical, 1e9, 100, shortest);
            assert!((p(five) - 0.05).abs() < 0.004, "{shortest}: {}", p(five));
            assert!((p(one) - 0.01).abs() < 0.0015, "{shortest}: {}", p(one));
        }
    }

    #[test]
    fn students_tail_is_near() {
        // Two-sided tails of Student's t: 2.228 with 10 and 2.042 with 30 degrees of freedom have 5 %.
        for (t, free) in [(2.228_f64, 10.0), (2.042, 30.0)] {
            assert!((p_at_a_given_place(t * t, free) - 0.05).abs() < 5e-4);
        }
        assert_eq!(place_corrected_p(0.0, 10.0, 100, 6), 1.0);
        assert_eq!(place_corrected_p(50.0, 10.0, 11, 6), 1.0);
    }

    #[test]
    fn the_ratio_has_the_wald_interval_and_open_ends_at_zero() {
        let level = |count: f64, exposure: f64| Level { count, exposure, dispersion: 1.0 };
        // 30 against 18 in equal times: 0.929115 to 2.989703.
        let wald = ratio(level(18.0, 1.0), level(30.0, 1.0)).expect("counts");
        assert!((wald.low - 0.929_115).abs() < 5e-7 && (wald.high - 2.989_703).abs() < 5e-7, "{wald:?}");
        let silent = ratio(level(18.0, 1.0), level(0.0, 1.0)).expect("one count");
        assert!(silent.estimate == 0.0 && silent.low == 0.0 && silent.high.is_finite());
        let new = ratio(level(0.0, 1.0), level(18.0, 1.0)).expect("one count");
        assert!(new.estimate.is_infinite() && new.high.is_infinite() && new.low > 1.0);
        assert_eq!(ratio(level(0.0, 1.0), level(0.0, 1.0)), None);
    }
}

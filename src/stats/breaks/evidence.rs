//! What is known of one break: its p, the interval of its place, and the ratio of the levels with its interval.

use super::super::{CONFIDENCE, Interval};
use super::cost::Sums;
use super::scatter::Scatter;
use statrs::distribution::{ContinuousCDF, Normal};
use std::f64::consts::PI;

/// The chance that a stretch of one level of `n` periods has, at its best cut into two parts of at least `shortest` periods, a
/// likelihood-ratio statistic this large: the tail of the supremum of a squared, standardised Brownian bridge (Vostrikova 1981, Sov. Math. Dokl. 24,
/// 55-59; Csörgő & Horváth 1997, Limit Theorems in Change-Point Analysis, section 1.3; critical values as in Andrews 1993, Econometrica 61, 821-856), never
/// below the chance of the same statistic at a given place. `free`: the degrees of freedom that the scatter rests on.
pub fn place_corrected_p(gain: f64, free: f64, n: usize, shortest: usize) -> f64 {
    if gain <= 0.0 || n < 2 * shortest {
        return 1.0;
    }
    // Its scatter was estimated: the normal equivalent of a Student's t (Wallace 1959, Ann. Math. Stat. 30, 1124-1130).
    let gain = free * (gain / free).ln_1p() * ((8.0 * free + 1.0) / (8.0 * free + 3.0)).powi(2);
    let x = gain.sqrt();
    let edge = shortest as f64 / n as f64;
    let places = 2.0 * ((1.0 - edge) / edge).ln();
    let density = (-gain / 2.0).exp() / (2.0 * PI).sqrt();
    let supremum = x * density * ((1.0 - 1.0 / gain) * places + 4.0 / gain);
    supremum.max(at_a_given_place(x)).min(1.0)
}

/// The two-sided tail of a standard normal variable.
fn at_a_given_place(x: f64) -> f64 {
    2.0 * Normal::standard().sf(x)
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

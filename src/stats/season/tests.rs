//! The season of samples: strong, absent, refused.

use super::super::Observation;
use super::*;

const SPRING: [f64; 12] = [0.5, 0.9, 1.8, 2.4, 2.0, 1.2, 0.6, 0.3, 0.3, 0.4, 0.7, 0.9];

fn months(count: impl Fn(usize) -> f64, n: usize) -> Sample {
    let counts: Vec<f64> = (0..n).map(count).collect();
    Sample::months(&counts).expect("sound counts")
}

#[test]
fn a_strong_season_is_strong_and_its_parts_add_up() {
    let sample = months(|t| (10.0 * SPRING[t % 12]).round() + (13 * t % 3) as f64, 60);
    let parts = decompose(&sample).expect("five years");
    assert!(parts.strength > 0.9, "{}", parts.strength);
    assert_eq!(parts.at, (0..60).collect::<Vec<i32>>());
    assert!(parts.seasonal[3] > 8.0 && parts.seasonal[7] < -4.0, "{:?}", &parts.seasonal[..12]);
    let mean_days = 365.0 / 12.0;
    for (i, o) in sample.observations().iter().enumerate() {
        let sum = parts.trend[i] + parts.seasonal[i] + parts.remainder[i];
        assert!((sum - o.count / o.days * mean_days).abs() < 1e-9);
    }
}

#[test]
fn scatter_without_season_is_weak() {
    let sample = months(|t| (5 + (t * t * 7 + 13 * t) % 11) as f64, 110);
    let strength = season_strength(&sample).expect("nine years");
    assert!(strength < 0.35, "{strength}");
}

#[test]
fn sparse_short_gapped_and_uncyclic_series_are_refused() {
    assert_eq!(season_strength(&months(|_| 9.0, 0)), Err(NotComputed::TooShort { have: 0, need: 24 }));
    assert_eq!(season_strength(&months(|_| 9.0, 1)), Err(NotComputed::TooShort { have: 1, need: 24 }));
    assert_eq!(season_strength(&months(|_| 9.0, 23)), Err(NotComputed::TooShort { have: 23, need: 24 }));
    assert_eq!(season_strength(&months(|_| 0.0, 48)), Err(NotComputed::TooFew { have: 0.0, need: 96.0 }));
    assert_eq!(season_strength(&months(|t| (t % 3) as f64, 48)), Err(NotComputed::TooFew { have: 48.0, need: 96.0 }));
    let observations = |step: fn(i32) -> i32| -> Vec<Observation> {
        (0..40).map(|at| Observation { at: step(at), count: 9.0 + f64::from(at % 5), days: 30.0, phase: 0.5 }).collect()
    };
    let years = Sample::new(observations(|at| at), 1.0).expect("sound");
    assert_eq!(season_strength(&years), Err(NotComputed::NoCycle));
    let gap = Sample::new(observations(|at| if at < 20 { at } else { at + 1 }), 12.0).expect("sound");
    assert_eq!(season_strength(&gap), Err(NotComputed::TooShort { have: 20, need: 24 }));
}

#[test]
fn all_equal_is_degenerate_and_an_outlier_is_not() {
    let equal: Vec<Observation> =
        (0..36).map(|at| Observation { at, count: 9.0, days: 30.0, phase: f64::from(at % 12) / 12.0 }).collect();
    assert_eq!(season_strength(&Sample::new(equal, 12.0).expect("sound")), Err(NotComputed::Degenerate));
    let outlier = months(|t| if t == 30 { 1e6 } else { 10.0 * SPRING[t % 12] }, 60);
    let parts = decompose(&outlier).expect("five years");
    assert!((0.0..=1.0).contains(&parts.strength));
    assert!(parts.seasonal[3] > 8.0, "one month does not make the season: {}", parts.seasonal[3]);
}

#[test]
fn ten_thousand_months_are_decomposed() {
    let strength = season_strength(&months(|t| 8.0 * SPRING[t % 12] + (t % 7) as f64, 10_000)).expect("many years");
    assert!(strength > 0.5, "{strength}");
}

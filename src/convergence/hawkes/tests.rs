//! The fit on simulated processes: planted numbers come back, and the test keeps its size.

use super::*;
use rand::SeedableRng;
use rand_distr::{Distribution, Poisson};
use rand_pcg::Pcg64Mcg;

/// What is planted: [triggered][by], and the daily background of both groups on every day.
struct Truth<'a> {
    branching: [[f64; 2]; 2],
    mean_lag: f64,
    background: &'a dyn Fn(i32, usize) -> f64,
}

fn simulate(truth: &Truth<'_>, days: i32, seed: u64) -> [Vec<i32>; 2] {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let stay = 1.0 - 1.0 / truth.mean_lag;
    let (mut echo, mut histories) = ([0.0; 2], [Vec::new(), Vec::new()]);
    for day in 0..days {
        let mut counts = [0.0; 2];
        for group in 0..2 {
            let triggered: f64 = (0..2).map(|by| truth.branching[group][by] * echo[by]).sum();
            let mean = (truth.background)(day, group) + triggered;
            counts[group] = if mean > 0.0 { Poisson::new(mean).expect("above 0").sample(&mut random) } else { 0.0 };
            histories[group].extend(std::iter::repeat_n(day, counts[group] as usize));
        }
        // What was there fades; what came is counted from tomorrow on.
        echo = [0, 1].map(|group| echo[group] * stay + counts[group] * (1.0 - stay));
    }
    histories
}

fn fit([a, b]: &[Vec<i32>; 2], days: i32, window: i32) -> Hawkes {
    hawkes(&[PlaceHistory { a, b }], (0, days - 1), window).expect("enough incidents")
}

/// scipy 1.17.1: the same likelihood maximised by L-BFGS-B from three starts, at every lag of the list; to 0.001, as far as
/// the iterations go.
#[test]
fn reference_values() {
    let a = [
        0, 10, 10, 20, 20, 22, 34, 50, 60, 64, 72, 72, 74, 80, 94, 104, 122, 124, 172, 184, 190, 194, 194, 214, 222,
        240, 244, 254, 270, 280, 322, 330, 350, 364, 364, 372, 374, 380, 384, 390,
    ];
    let b = [
        1, 2, 13, 18, 22, 28, 35, 46, 56, 56, 58, 63, 66, 68, 74, 75, 97, 98, 102, 116, 124, 138, 152, 158, 173, 176,
        188, 193, 196, 198, 223, 228, 236, 247, 272, 302, 323, 326, 336, 346, 352, 353, 366, 375, 387,
    ];
    let got = hawkes(&[PlaceHistory { a: &a, b: &b }], (0, 399), 100).expect("enough incidents");
    let Branching { a_by_a, a_by_b, b_by_a, b_by_b } = got.branching;
    let expected = [(got.log_likelihood, -263.37776), (got.without_cross, -269.61735), (b_by_a, 0.49187)];
    let at_the_edge = [(a_by_a, 0.0), (a_by_b, 0.0), (b_by_b, 0.0), (got.mean_lag, 3.0), (got.ratio, 12.47917)];
    for (got, expected) in expected.into_iter().chain(at_the_edge) {
        assert!((got - expected).abs() < 1e-3, "{got} {expected}");
    }
    assert!((got.p_two_df - 0.001_951).abs() < 2e-6 && (got.p - 0.000_693_4).abs() < 1e-6, "{got:?}");
}

#[test]
fn planted_numbers_come_back() {
    let truth = Truth { branching: [[0.3, 0.0], [0.4, 0.2]], mean_lag: 3.0, background: &|_, _| 0.3 };
    let days = 8_000;
    let got = fit(&simulate(&truth, days, 11), days, 800);
    let Branching { a_by_a, a_by_b, b_by_a, b_by_b } = got.branching;
    // Three standard deviations over 20 simulations, 0.04 at most.
    for (got, planted) in [(a_by_a, 0.3), (a_by_b, 0.0), (b_by_a, 0.4), (b_by_b, 0.2)] {
        assert!((got - planted).abs() < 0.12, "{got} {planted}");
    }
    assert!((2.4..=3.75).contains(&got.mean_lag) && got.p < 1e-6 && got.log_likelihood > got.without_cross, "{got:?}");
}

#[test]
fn a_shared_surge_is_background() {
    // Both are ten times as busy in two of every twelve months.
    let busy = |day: i32, _: usize| if day % 364 < 56 { 0.6 } else { 0.06 };
    let truth = Truth { branching: [[0.3, 0.0], [0.0, 0.3]], mean_lag: 3.0, background: &busy };
    let days = 364 * 6;
    let called =
        |window: i32| (0..20).filter(|&seed| fit(&simulate(&truth, days, seed), days, window).p < 0.05).count();
    let (with_windows, without) = (called(28), called(days));
    assert!(with_windows <= 3 && without >= 15, "{with_windows} {without}");
}

#[test]
fn the_test_keeps_its_size() {
    let truth = Truth { branching: [[0.3, 0.0], [0.0, 0.3]], mean_lag: 3.0, background: &|_, _| 0.1 };
    let called = (0..100).filter(|&seed| fit(&simulate(&truth, 1_456, seed), 1_456, 56).p < 0.05).count();
    assert!(called <= 10, "{called} of 100 at 5 %");
}

#[test]
fn places_are_kept_apart() {
    // B follows A everywhere, but in the other place.
    let a: Vec<i32> = (0..60).map(|i| i * 20).collect();
    let b: Vec<i32> = (0..60).map(|i| i * 20 + 1).collect();
    let fit = |places: &[PlaceHistory<'_>]| hawkes(places, (0, 1_260), 1_261).expect("enough incidents");
    let together = fit(&[PlaceHistory { a: &a, b: &b }]);
    assert!(together.branching.b_by_a > 0.8 && together.p < 1e-6, "{together:?}");
    let apart = fit(&[PlaceHistory { a: &a, b: &[] }, PlaceHistory { a: &[], b: &b }]);
    assert!(apart.branching.b_by_a < 1e-9 && apart.p > 0.05, "{apart:?}");
}

#[test]
fn degenerate_days() {
    let days: Vec<i32> = (0..30).collect();
    let few = hawkes(&[PlaceHistory { a: &days[..7], b: &days }], (0, 99), 28);
    assert_eq!(few, Err(NotComputed::TooFew { have: 7.0, need: 20.0 }));
    let outside = hawkes(&[PlaceHistory { a: &days, b: &days }], (100, 199), 28);
    assert_eq!(outside, Err(NotComputed::TooFew { have: 0.0, need: 20.0 }));
    let whole = PlaceHistory { a: &days, b: &days };
    for (span, window) in [((9, 0), 28), ((0, 99), 0), ((0, 99), 2)] {
        assert_eq!(hawkes(&[whole], span, window), Err(NotComputed::Degenerate));
    }
    let one_day = [40; 30];
    let got = hawkes(&[PlaceHistory { a: &one_day, b: &one_day }], (0, 99), 28).expect("enough incidents");
    assert!(got.p == 1.0 && got.log_likelihood.is_finite(), "{got:?}");
}

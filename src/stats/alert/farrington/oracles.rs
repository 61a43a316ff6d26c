//! Reference values of the Farrington bound: R 4.2.2, surveillance 1.20.3, farringtonFlexible.

use super::*;
use crate::stats::alert::vectors::wk312;

/// set.seed(1); rnbinom(312, mu = 5 + 3 * sin(2 * pi * (1:312) / 52), size = 2)
const SEASONAL_WEEKS: [u8; 312] = [
    4, 2, 4, 3, 4, 7, 6, 7, 4, 4, 3, 8, 2, 5, 9, 3, 13, 7, 13, 3, 4, 8, 6, 8, 0, 1, 6, 7, 2, 3, 4, 0, 3, 2, 1, 1, 0, 0,
    5, 2, 0, 1, 1, 2, 1, 2, 4, 3, 2, 3, 4, 3, 1, 2, 1, 0, 1, 11, 7, 3, 6, 5, 5, 5, 5, 13, 9, 9, 4, 6, 4, 6, 0, 0, 1, 4,
    4, 0, 5, 0, 1, 0, 12, 2, 7, 1, 0, 0, 7, 2, 3, 0, 2, 0, 2, 1, 2, 0, 5, 4, 1, 3, 10, 6, 19, 6, 2, 3, 6, 15, 6, 9, 12,
    6, 1, 5, 8, 0, 6, 2, 15, 3, 5, 11, 1, 4, 1, 6, 10, 3, 2, 3, 3, 4, 4, 8, 3, 0, 2, 1, 0, 3, 4, 1, 0, 1, 3, 1, 1, 5,
    7, 4, 6, 3, 8, 5, 6, 4, 1, 12, 5, 6, 2, 8, 5, 3, 2, 19, 4, 20, 3, 10, 5, 2, 4, 10, 2, 5, 5, 6, 1, 1, 15, 6, 2, 4,
    0, 3, 4, 11, 2, 1, 1, 2, 3, 1, 3, 6, 0, 10, 6, 2, 0, 4, 0, 8, 2, 3, 7, 7, 7, 4, 14, 9, 21, 2, 0, 9, 0, 4, 18, 14,
    7, 7, 1, 26, 11, 17, 2, 6, 6, 7, 9, 16, 18, 4, 5, 4, 1, 2, 0, 5, 1, 2, 0, 0, 1, 0, 1, 0, 3, 1, 0, 0, 3, 3, 3, 7, 4,
    1, 8, 5, 1, 2, 8, 8, 11, 3, 8, 8, 1, 4, 7, 1, 5, 4, 1, 5, 7, 4, 8, 8, 3, 3, 7, 2, 4, 8, 4, 1, 5, 3, 4, 1, 6, 2, 2,
    1, 6, 13, 0, 2, 0, 2, 5, 2, 6, 0, 10, 3, 6, 1,
];

/// set.seed(2); rnbinom(84, mu = 10, size = 8)
const MONTHS: [u8; 84] = [
    4, 11, 8, 11, 16, 14, 7, 7, 14, 14, 12, 11, 4, 14, 12, 13, 4, 5, 9, 10, 15, 8, 4, 16, 13, 4, 12, 8, 7, 6, 17, 11,
    7, 9, 6, 15, 9, 5, 10, 22, 7, 19, 8, 9, 5, 21, 15, 6, 14, 10, 11, 5, 9, 17, 8, 9, 15, 5, 14, 16, 11, 18, 19, 10, 7,
    7, 11, 8, 6, 7, 10, 5, 4, 10, 5, 13, 16, 10, 14, 13, 13, 16, 2, 13,
];

const WEEKLY: FarringtonSetting = FarringtonSetting {
    years: 5,
    half_window: 3,
    left_out: 26,
    parts: 1,
    trend_p: 1.0,
    threshold: FarringtonThreshold::Delta,
    error: PredictionError::Surveillance,
    alpha: 0.05,
};

/// Values of equal length, so that no offset differs.
fn sample(counts: &[f64], per_year: f64) -> Sample {
    let observation = |(at, &count): (usize, &f64)| Observation { at: at as i32, count, days: 7.0, phase: 0.0 };
    Sample::new(counts.iter().enumerate().map(observation).collect(), per_year).expect("counts are sound")
}

/// R's fit stops at a relative change of 1e-8 of the deviance, which leaves its dispersions some millionths from the optimum.
fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-5 * b.abs().max(1.0), "{a} {b}");
}

#[test]
fn weekly_bounds_are_those_of_r() {
    let series = wk312();
    let bound = |t: usize, setting| farrington(&sample(&series[..t], 52.0), &setting).expect("six years");
    for (t, upper, expected) in
        [(295, 10.503419, 6.005767), (296, 10.511183, 6.011539), (297, 10.487903, 5.994237), (299, 10.511184, 6.011539)]
    {
        let delta = bound(t, WEEKLY);
        assert!((delta.upper - upper).abs() < 6e-7, "{} {upper}", delta.upper);
        assert!((delta.expected - expected).abs() < 6e-7, "{} {expected}", delta.expected);
        assert_eq!(delta.dispersion, 1.0);
        let plugin = bound(t, FarringtonSetting { threshold: FarringtonThreshold::NegativeBinomial, ..WEEKLY });
        assert_eq!(plugin.upper, 10.0);
        let setting = FarringtonSetting { threshold: FarringtonThreshold::NegativeBinomialOfUpperMean, ..WEEKLY };
        assert_eq!(bound(t, setting).upper, 11.0);
    }
    close(bound(295, FarringtonSetting { alpha: 0.01, ..WEEKLY }).upper, 12.59824098);
    let alarms: Vec<usize> = (295..=312).filter(|&t| series[t - 1] > bound(t, WEEKLY).upper).collect();
    assert_eq!(alarms, [300, 301, 302, 303]);
    // Without a trend, and with one that must be significant.
    close(bound(295, FarringtonSetting { trend_p: 0.05, ..WEEKLY }).upper, 10.45888843);
    close(bound(295, FarringtonSetting { trend_p: 0.05, parts: 10, ..WEEKLY }).upper, 10.45896452);
}

#[test]
fn outbreaks_in_the_baseline_and_parts_of_the_year_are_those_of_r() {
    let series = SEASONAL_WEEKS.map(f64::from);
    let bound = |t: usize, setting| farrington(&sample(&series[..t], 52.0), &setting).expect("six years");
    let windows = FarringtonSetting { trend_p: 0.05, ..WEEKLY };
    for (t, upper, expected) in
        [(300, 5.446997158, 1.657142857), (301, 4.917895591, 1.648039868), (305, 7.260891249, 2.514285714)]
    {
        close(bound(t, windows).upper, upper);
        close(bound(t, windows).expected, expected);
    }
    let parts = FarringtonSetting { parts: 10, ..windows };
    for (t, upper, trend) in
        [(300, 7.394815607, 0.001625503), (302, 8.087204966, 0.001438656), (305, 9.120631124, 0.001063003)]
    {
        close(bound(t, parts).upper, upper);
        close(bound(t, parts).trend.expect("kept"), trend);
    }
    let quantile = |t, threshold| bound(t, FarringtonSetting { threshold, ..parts }).upper;
    let t = [300, 301, 302, 303, 305];
    assert_eq!(t.map(|t| quantile(t, FarringtonThreshold::NegativeBinomial)), [7.0, 8.0, 8.0, 7.0, 9.0]);
    assert_eq!(t.map(|t| quantile(t, FarringtonThreshold::NegativeBinomialOfUpperMean)), [8.0, 9.0, 9.0, 8.0, 10.0]);
}

#[test]
fn monthly_bounds_are_those_of_r() {
    let series = MONTHS.map(f64::from);
    let setting = FarringtonSetting { half_window: 1, left_out: 6, trend_p: 0.0, ..WEEKLY };
    let bound = |t: usize, setting| farrington(&sample(&series[..t], 12.0), &setting).expect("six years");
    close(bound(75, setting).upper, 21.08846032);
    close(bound(84, setting).upper, 18.87097256);
    let trend = FarringtonSetting { trend_p: 0.05, ..setting };
    close(bound(75, trend).upper, 24.09761951);
    close(bound(75, trend).expected, 13.508417815);
    close(bound(76, trend).upper, 19.41918349);
}

/// The original of 1996 puts half of alpha on each side: R's algo.farrington gives 11.318964, with a trend that is always kept.
#[test]
fn the_original_halves_alpha() {
    let bound =
        farrington(&sample(&wk312()[..295], 52.0), &FarringtonSetting { alpha: 0.025, ..WEEKLY }).expect("six years");
    assert!((bound.upper - 11.318964).abs() < 0.2, "{}", bound.upper);
}

#[test]
fn short_empty_and_zero_series_have_no_bound() {
    let refused = |counts: &[f64]| farrington(&sample(counts, 52.0), &WEEKLY).expect_err("nothing to fit");
    assert_eq!(refused(&[]), NotComputed::TooShort { have: 0, need: 1 });
    assert!(matches!(refused(&[3.0; 100]), NotComputed::TooShort { need: 35, .. }));
    assert_eq!(refused(&[0.0; 312]), NotComputed::Degenerate);
}

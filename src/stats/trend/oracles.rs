//! The trend statistics against reference values, and on degenerate input.

use super::hamed_rao::hamed_rao;
use super::seasonal_kendall::seasonal_kendall;
use super::sen::sen_slope;
use super::*;
use crate::stats::Observation;

const CNT36: [f64; 36] = [
    12., 9., 15., 11., 18., 14., 10., 22., 17., 13., 19., 16., 14., 11., 20., 15., 13., 25., 18., 16., 21., 12., 24.,
    20., 19., 15., 28., 22., 17., 30., 26., 21., 33., 18., 27., 31.,
];

/// R `datasets::discoveries`, 1860-1959.
const DISC100: &str = "5 3 0 2 0 3 2 3 6 1 2 1 2 1 3 3 3 5 2 4 4 0 2 3 7 12 3 10 9 2 3 7 7 2 3 3 6 2 4 3 5 2 2 4 0 4 2 5 2 3 3 6 5 8 \
    3 6 6 0 5 2 2 2 6 3 4 4 2 2 4 7 5 3 3 0 2 2 2 1 3 4 2 2 1 1 1 2 1 4 4 3 2 1 4 1 1 1 0 0 2 0";

/// R `datasets::AirPassengers`, 1949-1960.
const AIR_PASSENGERS: &str = "112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170 158 133 114 140 145 150 178 \
    163 172 178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209 191 172 194 196 196 236 235 229 243 264 272 237 \
    211 180 201 204 188 235 227 234 264 302 293 259 229 203 229 242 233 267 269 270 315 364 347 312 274 237 278 284 277 317 \
    313 318 374 413 405 355 306 271 306 315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505 404 \
    359 310 337 360 342 406 396 420 472 548 559 463 407 362 405 417 391 419 461 472 535 622 606 508 461 390 432";

/// Monthly rainfall of Bogra 1981-2010, from the tests of pyMannKendall; `-` is a missing month, kept in its place.
const RAINFALL: &str = "32 20 25 189 240 193 379 278 301 0 0 82 0 4 - - 121 234 360 262 120 30 11 1 7 3 31 31 355 102 248 274 308 - 5 26 \
    11 16 6 48 388 539 431 272 404 186 0 2 0 4 1 54 272 459 235 164 365 135 2 - - 4 0 128 210 163 446 225 462 467 19 13 0 3 17 \
    132 178 338 525 623 145 31 19 3 0 29 25 87 259 756 486 180 292 43 92 1 0 16 2 0 130 253 594 111 273 30 0 4 0 27 24 41 292 378 \
    499 265 320 227 4 0 4 14 8 48 416 240 404 207 733 105 0 112 0 14 0 30 140 202 289 159 424 106 3 0 65 3 14 58 268 466 432 266 \
    240 95 1 0 10 26 4 114 94 289 173 208 263 156 5 0 16 16 14 0 111 475 534 432 471 117 70 1 3 28 7 401 184 283 338 171 335 176 \
    0 0 10 11 9 140 102 208 298 245 220 29 2 27 10 13 26 84 143 367 749 563 283 353 10 0 0 0 0 9 246 265 343 429 168 133 17 0 18 \
    35 76 158 272 250 190 289 466 84 0 0 0 0 0 22 217 299 185 115 344 203 8 - - 0 5 284 123 254 476 496 326 27 20 0 4 53 72 113 \
    214 364 219 220 156 264 0 13 0 0 45 90 137 638 529 261 206 251 0 0 5 9 58 72 138 130 471 328 356 523 0 1 0 0 12 143 193 184 \
    192 138 174 69 1 0 0 18 25 28 92 732 320 256 302 131 15 0 27 0 22 20 213 393 474 374 109 159 0 0 0 3 3 49 205 128 194 570 \
    169 89 0 0 0 0 0 26 185 286 92 225 244 190 3 20";

/// The values with their positions.
fn parse(values: &str) -> (Vec<i32>, Vec<f64>) {
    let places = (0..).zip(values.split_whitespace()).filter(|(_, value)| *value != "-");
    places.map(|(at, value)| (at, value.parse::<f64>().expect("a number"))).unzip()
}

fn sample(at: &[i32], counts: &[f64], per_year: f64) -> Sample {
    let observation = |(&at, &count)| {
        let phase = (f64::from(at) / per_year).rem_euclid(1.0);
        Observation { at, count, days: 365.25 / per_year, phase }
    };
    Sample::new(at.iter().zip(counts).map(observation).collect(), per_year).expect("a sound sample")
}

#[track_caller]
fn close(value: f64, reference: f64, tolerance: f64) {
    assert!((value - reference).abs() <= tolerance, "{value} is not {reference}");
}

/// S exactly, its variance to 5e-4, Z to 5e-8, p to a relative 1e-5.
#[track_caller]
fn test_is(test: Kendall, s: f64, variance: f64, z: f64, p: f64) {
    assert_eq!(test.s, s);
    close(test.variance, variance, 5e-4);
    close(test.z(), z, 5e-8);
    close(test.p(), p, 1e-5 * p + 1e-12);
}

#[test]
fn mann_kendall_is_the_reference() {
    let tenth: Vec<f64> = (1..=10).map(f64::from).collect();
    test_is(mann_kendall(&tenth).expect("it varies"), 45.0, 125.0, 3.93547964, 8.30307e-5);
    let ties = [1., 1., 2., 3., 3., 5., 4., 6.];
    test_is(mann_kendall(&ties).expect("it varies"), 24.0, 63.3333, 2.89009197, 0.00385129);
    test_is(mann_kendall(&CNT36).expect("it varies"), 314.0, 5372.666667, 4.2702115, 1.9528766e-5);
    let (_, discoveries) = parse(DISC100);
    test_is(mann_kendall(&discoveries).expect("it varies"), -747.0, 109143.0, -2.2580881, 0.02394017);
    let (_, air) = parse(AIR_PASSENGERS);
    test_is(mann_kendall(&air).expect("it varies"), 8327.0, 335164.3333, 14.3816100, 0.0);
    let (_, rain) = parse(RAINFALL);
    test_is(
        mann_kendall(&rain).expect("it varies"),
        -1959.0,
        4889800.333333333,
        -0.8854562842589916,
        0.37591058740506833,
    );
}

#[test]
fn hamed_rao_is_the_reference_and_never_below_mann_kendall() {
    let (at, discoveries) = parse(DISC100);
    let test = hamed_rao(&at, &discoveries).expect("it varies");
    test_is(test, -747.0, 199813.469282, -1.6688851, 0.09514014);
    let at: Vec<i32> = (0..36).collect();
    test_is(hamed_rao(&at, &CNT36).expect("it varies"), 314.0, 5372.666667, 4.2702115, 1.9528766e-5);
    // The reference's variance is 257403 here, a twentieth of what independent values have: the floor holds.
    let (at, rain) = parse(RAINFALL);
    close(hamed_rao(&at, &rain).expect("it varies").variance, 4889800.333333333, 1e-3);
}

#[test]
fn seasonal_kendall_is_the_reference() {
    let at: Vec<i32> = (0..36).collect();
    let (test, slope) = seasonal_kendall(&at, &CNT36, 12).expect("it varies");
    test_is(test, 26.0, 44.0, 3.7688918, 0.00016397394);
    close(slope, 5.0, 1e-12);
    let (at, air) = parse(AIR_PASSENGERS);
    let (test, slope) = seasonal_kendall(&at, &air, 12).expect("it varies");
    test_is(test, 784.0, 2550.0, 15.5057105, 0.0);
    close(slope, 30.2361111, 5e-8);
    let (at, rain) = parse(RAINFALL);
    let (test, slope) = seasonal_kendall(&at, &rain, 12).expect("it varies");
    test_is(test, -399.0, 34702.333333333336, -2.136504114534638, 0.03263834596177739);
    // By numpy, the missing months in their places.
    close(slope, -2.0 / 23.0, 1e-12);
}

#[test]
fn sen_slope_is_the_reference() {
    let slope = |values: &[f64]| {
        let at: Vec<i32> = (0..values.len() as i32).collect();
        sen_slope(&at, values).expect("several values")
    };
    close(slope(&[1., 1., 2., 3., 3., 5., 4., 6.]).estimate, 0.69047619, 5e-9);
    let counts = slope(&CNT36);
    close(counts.estimate, 0.4, 1e-12);
    close(slope(&parse(DISC100).1).estimate, -0.01136364, 5e-9);
    close(slope(&parse(AIR_PASSENGERS).1).estimate, 2.45121629, 5e-9);
    assert!(counts.low > 0.0 && counts.low < 0.4 && counts.high > 0.4, "{counts:?}");
    assert_eq!(slope(&[3.0; 12]), Interval::new(0.0, 0.0, 0.0));
    // A gap of six periods: the slope is by time, not by rank.
    let gap = sen_slope(&[0, 1, 8, 9], &[0., 1., 8., 9.]).expect("several values");
    assert_eq!(gap.estimate, 1.0);
}

#[test]
fn growth_by_poisson_and_quasi_poisson_are_those_of_r() {
    let (at, discoveries) = parse(DISC100);
    let sample = sample(&at, &discoveries, 1.0);
    let window = Window::of(&sample).expect("long enough");
    let fit = window.poisson();
    close(Slope::of(fit, 1.0, Reference::Normal).p(), 0.00683, 5e-6);
    let quasi = Slope::of(fit, fit.dispersion(), Reference::Student(fit.residual_df));
    close(quasi.p(), 0.0318, 5e-5);
    close(quasi.log().estimate, -0.005360224, 5e-10);
    // Student's t with 98 degrees of freedom: 1.984467.
    close(quasi.log().high, -0.005360224 + 1.984467 * 0.002460355, 1e-8);
}

#[test]
fn a_clear_rise_is_rising_and_its_doubling_time_follows() {
    let sample = Sample::months(&CNT36).expect("a sound sample");
    let growth = growth(&sample).expect("a verdict");
    assert_eq!(growth.verdict(growth.p), Verdict::Rising);
    assert_eq!(growth.verdict(0.051), Verdict::NoEvidence);
    assert!(growth.inflation >= 1.0 && growth.dispersion >= 1.0);
    let fits = Fits::of(&sample);
    let of = |statistic| fits.value(statistic);
    let (years, a_year) = (of(TrendStatistic::DoublingTime).expect("it grows"), growth.a_year);
    close(years.estimate, LN_2 / a_year.estimate.ln(), 1e-9);
    assert!(years.low < Some(years.estimate) && Some(years.estimate) < years.high);
    assert_eq!(of(TrendStatistic::MannKendall).expect("it varies").estimate, 314.0);
    let falling: Vec<f64> = CNT36.iter().rev().copied().collect();
    let falling = super::growth(&Sample::months(&falling).expect("a sound sample")).expect("a verdict");
    assert_eq!(falling.verdict(falling.p), Verdict::Falling);
    assert!(falling.a_year.high < 1.0);
}

#[test]
fn degenerate_input_has_a_reason_or_a_number() {
    let mut outlier = vec![1.0; 36];
    outlier[20] = 1e6;
    let mut lone = vec![0.0; 36];
    lone[35] = 50.0;
    let long: Vec<f64> = (0..10_000).map(|i| f64::from(i * 7 % 13)).collect();
    let cases = [vec![], vec![4.0], vec![0.0; 36], vec![7.0; 36], outlier, lone, long];
    for (case, counts) in cases.iter().enumerate() {
        let sample = Sample::months(counts).expect("a sound sample");
        let window = sample.newest(TREND_WINDOW);
        let fits = Fits::of(&window);
        // The strength of season has its own tests.
        for &statistic in TrendStatistic::VARIANTS.iter().filter(|&&s| s != TrendStatistic::SeasonStrength) {
            if let Ok(value) = fits.value(statistic) {
                let numbers = [Some(value.estimate), value.low, value.high, value.p];
                assert!(numbers.into_iter().flatten().all(|v| !v.is_nan()), "case {case}, {}", statistic.id());
                assert!(value.n <= TREND_WINDOW);
            }
        }
    }
    let verdict = |counts: &[f64]| growth(&Sample::months(counts).expect("a sound sample"));
    assert_eq!(verdict(&[]), Err(NotComputed::TooShort { have: 0, need: TREND_PERIODS }));
    assert_eq!(verdict(&[0.0; 36]), Err(NotComputed::TooFew { have: 0.0, need: 10.0 }));
    let equal = verdict(&[7.0; 36]).expect("a verdict");
    assert_eq!(equal.verdict(equal.p), Verdict::NoEvidence);
}

#[test]
fn one_huge_month_is_no_trend() {
    for place in [3, 18, 35] {
        let mut counts = [4.0; 36];
        counts[place] = 400.0;
        let growth = growth(&Sample::months(&counts).expect("a sound sample"));
        assert!(growth.is_err() || growth.is_ok_and(|g| g.verdict(g.p) == Verdict::NoEvidence), "{place}: {growth:?}");
    }
}

#[test]
fn a_gap_keeps_the_slope_and_the_season_in_place() {
    // Doubles each year; a year is missing.
    let at: Vec<i32> = (0..24).chain(36..60).collect();
    let counts: Vec<f64> = at.iter().map(|&at| (40.0 * 2f64.powf(f64::from(at) / 12.0)).round()).collect();
    let growth = growth(&sample(&at, &counts, 12.0)).expect("a verdict");
    close(growth.a_year.estimate, 2.0, 0.02);
}

#[test]
fn a_seasonal_series_does_not_rise_each_spring() {
    let year = [5., 9., 18., 24., 20., 12., 6., 3., 3., 4., 7., 9.];
    let counts: Vec<f64> = year.iter().cycle().take(84).copied().collect();
    for newest in 60..84 {
        let growth = growth(&Sample::months(&counts[..newest]).expect("a sound sample")).expect("a verdict");
        assert_eq!(growth.verdict(growth.p), Verdict::NoEvidence, "{newest} months");
    }
}

#[test]
fn a_season_with_empty_months_is_no_trend() {
    let empty_but = |months: std::ops::Range<usize>| -> Vec<f64> {
        (0..36).map(|month| if months.contains(&(month % 12)) { 12.0 } else { 0.0 }).collect()
    };
    for counts in [empty_but(4..5), empty_but(2..6), empty_but(11..12)] {
        let growth = growth(&Sample::months(&counts).expect("a sound sample")).expect("a verdict");
        assert_eq!(growth.verdict(growth.p), Verdict::NoEvidence);
    }
}

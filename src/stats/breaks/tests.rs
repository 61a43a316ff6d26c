//! Breaks of whole samples: found where planted, absent where nothing changed, refused with a reason.

use super::super::Observation;
use super::*;
use rand::SeedableRng;
use rand_distr::{Distribution, Gamma, Poisson};
use rand_pcg::Pcg64Mcg;

/// The Reed Marsh Brigade's year in the sample (`data/README.md`), January first.
const SPRING: [f64; 12] = [0.5, 0.9, 1.8, 2.4, 2.0, 1.2, 0.6, 0.3, 0.3, 0.4, 0.7, 0.9];

fn poisson(rate: f64, random: &mut Pcg64Mcg) -> f64 {
    Poisson::new(rate).map_or(0.0, |counts| counts.sample(random))
}

fn months(seed: u64, n: usize, rate: impl Fn(usize) -> f64) -> Sample {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let counts: Vec<f64> = (0..n).map(|t| poisson(rate(t), &mut random)).collect();
    Sample::months(&counts).expect("sound counts")
}

fn places(sample: &Sample, declared: &[i32]) -> Vec<i32> {
    breaks(sample, declared).expect("long enough").iter().map(|b| b.at).collect()
}

#[test]
fn a_new_level_is_found_with_its_place_and_ratio() {
    let found = breaks(&months(1, 72, |t| if t < 29 { 4.0 } else { 9.7 }), &[]).expect("six years");
    let [only] = found.as_slice() else { panic!("one break: {found:?}") };
    assert!((only.at - 29).abs() <= 2 && (only.low..=only.high).contains(&29), "{only:?}");
    assert!(only.low <= only.at && only.at <= only.high);
    assert!(only.ratio.contains(9.7 / 4.0) && only.p < 1e-3, "{only:?}");
    let a_day = 12.0 / 365.0;
    assert!((only.before / a_day - 4.0).abs() < 1.0 && (only.after / a_day - 9.7).abs() < 1.5, "{only:?}");
    assert!((only.after / only.before / only.ratio.estimate - 1.0).abs() < 1e-12);
}

#[test]
fn an_episode_has_two_breaks_and_a_group_that_falls_silent_one() {
    let found = places(&months(2, 120, |t| if (50..62).contains(&t) { 25.0 } else { 10.0 }), &[]);
    assert_eq!(found, [50, 62]);
    let silent = breaks(&months(3, 72, |t| if t < 40 { 4.0 } else { 0.0 }), &[]).expect("six years");
    let [only] = silent.as_slice() else { panic!("one break: {silent:?}") };
    assert_eq!((only.ratio.estimate, only.ratio.low, only.after), (0.0, 0.0, 0.0));
    assert!(only.ratio.high < 0.2 && (only.at - 40).abs() <= 1, "{only:?}");
    let new = breaks(&months(4, 72, |t| if t < 40 { 0.0 } else { 4.0 }), &[]).expect("six years");
    assert!(new.len() == 1 && new[0].ratio.estimate.is_infinite() && new[0].ratio.low > 5.0, "{new:?}");
}

#[test]
fn spring_is_not_a_break() {
    let broken: usize =
        (0..40).filter(|&seed| !places(&months(100 + seed, 72, |t| 4.0 * SPRING[t % 12]), &[]).is_empty()).count();
    assert!(broken <= 2, "{broken} of 40 seasonal series");
    let shifted = places(&months(5, 72, |t| SPRING[t % 12] * if t < 33 { 8.0 } else { 24.0 }), &[]);
    assert!(shifted.len() == 1 && (shifted[0] - 33).abs() <= 3, "{shifted:?}");
}

#[test]
fn scatter_beyond_poisson_is_not_cut_into_pieces() {
    let gamma = Gamma::new(2.0, 0.5).expect("positive");
    let mut random = Pcg64Mcg::seed_from_u64(11);
    let broken = (0..40).filter(|_| {
        let counts: Vec<f64> = (0..120).map(|_| poisson(20.0 * gamma.sample(&mut random), &mut random)).collect();
        !places(&Sample::months(&counts).expect("sound counts"), &[]).is_empty()
    });
    assert!(broken.count() <= 4);
}

#[test]
fn one_huge_outlier_is_no_break() {
    for at in [0, 1, 5, 30, 58, 59] {
        let mut counts: Vec<f64> = months(6, 60, |_| 8.0).counts().collect();
        counts[at] = 5_000.0;
        assert_eq!(places(&Sample::months(&counts).expect("sound counts"), &[]), [0; 0], "{at}");
    }
    let mut zeros = vec![0.0; 60];
    zeros[40] = 900.0;
    assert_eq!(places(&Sample::months(&zeros).expect("sound counts"), &[]), [0; 0]);
}

#[test]
fn degenerate_samples_have_no_breaks() {
    for level in [0.0, 7.0, 1e6] {
        assert_eq!(places(&Sample::months(&[level; 60]).expect("sound counts"), &[]), [0; 0], "{level}");
    }
    for n in [0, 1, 23] {
        let sample = Sample::months(&vec![3.0; n]).expect("sound counts");
        assert_eq!(breaks(&sample, &[]), Err(NotComputed::TooShort { have: n, need: 24 }));
    }
}

#[test]
fn a_change_in_collection_is_never_a_break() {
    let sample = months(7, 120, |t| if t < 60 { 5.0 } else { 20.0 });
    assert_eq!(places(&sample, &[]), [60]);
    assert_eq!(places(&sample, &[60]), [0; 0]);
    assert_eq!(places(&sample, &[200, 60, 60, -5]), [0; 0]);
    assert_eq!(breaks(&sample, &[20, 40, 60, 80, 100]), Err(NotComputed::CollectionBreak));
    let both = months(8, 120, |t| [5.0, 20.0, 60.0][usize::from(t >= 50) + usize::from(t >= 85)]);
    assert_eq!(places(&both, &[50]), [85]);
}

#[test]
fn a_break_beside_a_gap_may_lie_in_it() {
    let plain = months(9, 80, |t| if t < 40 { 5.0 } else { 25.0 });
    let observations: Vec<Observation> = plain
        .observations()
        .iter()
        .map(|o| Observation { at: if o.at < 40 { o.at } else { o.at + 7 }, ..*o })
        .collect();
    let found = breaks(&Sample::new(observations, 12.0).expect("sound"), &[]).expect("long enough");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].at, found[0].low), (47, 40), "{found:?}");
}

#[test]
fn shorter_months_are_no_fall() {
    let counts: Vec<f64> = (0..120).map(|t| if t < 60 { 31.0 } else { 28.0 }).collect();
    let observation =
        |(at, &count): (usize, &f64)| Observation { at: at as i32, count: 40.0 * count, days: count, phase: 0.5 };
    let sample = Sample::new(counts.iter().enumerate().map(observation).collect(), 12.0).expect("sound");
    assert_eq!(places(&sample, &[]), [0; 0]);
}

#[test]
fn ten_thousand_periods_are_searched() {
    let sample = months(10, 10_000, |t| if t < 7_000 { 6.0 } else { 9.0 });
    let found = places(&sample, &[]);
    assert!(found.iter().any(|at| (at - 7_000).abs() < 10), "{found:?}");
    assert!(found.len() <= 2, "{found:?}");
}

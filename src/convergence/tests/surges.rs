//! Surges that two groups share without having to do with each other: what the size of a window is for.

use super::{at, numbered};
use crate::convergence::{Activity, Cell, CoActivity, Plan, Space, Span, Time, coactivity};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

const DAYS: i32 = 1_080;
const MONTHS: i32 = 36;
/// From rise to end, in days; twice in each place, up to six times the usual.
const SURGE: f64 = 90.0;
const HEIGHT: f64 = 5.0;
const PAIRS: u64 = 40;

/// Two groups that know nothing of each other in so many places, two degrees apart, which have their surges for both.
fn pair(incidents: usize, places: usize, seed: u64) -> (Activity, Activity) {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let middles: Vec<[f64; 2]> =
        (0..places).map(|_| [0, 1].map(|_| random.random_range(0.0..f64::from(DAYS)))).collect();
    let intensity = |day: i32, place: usize| {
        let of_surge = |middle: &f64| {
            let off = (f64::from(day) - middle).abs() / SURGE;
            if off < 0.5 { (1.0 + (std::f64::consts::TAU * off).cos()) / 2.0 } else { 0.0 }
        };
        1.0 + HEIGHT * middles[place].iter().map(of_surge).fold(0.0, f64::max)
    };
    let mut group = || {
        let one = |_| loop {
            let (day, place) = (random.random_range(0..DAYS), random.random_range(0..places));
            if random.random_bool(intensity(day, place) / (1.0 + HEIGHT)) {
                return at(day, -60.0 + 2.0 * place as f64, 67.0);
            }
        };
        Activity::new(numbered((0..incidents).map(one)))
    };
    (group(), group())
}

/// In how many of the pairs p is at most 5 %.
fn called(incidents: usize, places: usize, window: impl Fn(usize) -> i32) -> usize {
    let usual = Plan::default();
    let reference = Cell { space: Space::Within(10.0), days: 3 };
    let months: Vec<i32> = (0..MONTHS).map(|month| month * DAYS / MONTHS).collect();
    let time = Time { span: Span { from: 0, to: DAYS - 1 }, months: &months };
    let of = |seed| -> CoActivity {
        let (a, b) = pair(incidents, places, seed);
        let window = window(b.clusters());
        let plan = Plan::new(usual.spaces().to_vec(), usual.days().to_vec(), window, 499).expect("the plan is sound");
        coactivity(&a, &b, &plan, reference, time, seed)
    };
    (0..PAIRS).map(of).filter(|found| found.p <= 0.05).count()
}

#[test]
fn the_more_offensives_the_shorter_the_window() {
    let of = [1, 199, 200, 499, 500, 1_199, 1_200, 1_000_000].map(Plan::usual_window);
    assert_eq!(of, [28, 28, 21, 21, 14, 14, 7, 7]);
    assert!(Plan::SHORTER_WINDOWS.is_sorted_by_key(|&(offensives, _)| offensives));
    assert!(Plan::SHORTER_WINDOWS.iter().all(|(_, days)| (Plan::SHORTEST_WINDOW..Plan::WINDOW).contains(days)));
}

/// At 5 % two of the forty pairs are expected.
#[test]
fn large_groups_that_share_surges_are_no_pair() {
    assert!(called(2_000, 60, Plan::usual_window) <= 7);
    // What the rule is for.
    assert!(called(2_000, 60, |_| Plan::WINDOW) >= 10);
}

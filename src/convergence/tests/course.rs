//! The course over time: a planted onset is found, a steady excess is no trend.

use super::Planted;
use crate::convergence::{Cell, Plan, Rising, Rolled, Space, Time, coactivity, course};

const REFERENCE: Cell = Cell { space: Space::Within(10.0), days: 3 };

fn plan() -> Plan {
    Plan::new(vec![REFERENCE.space], vec![REFERENCE.days], Plan::WINDOW, 99).expect("the plan is sound")
}

fn rising(pair: &Planted, seed: u64) -> Rising {
    let (a, b) = pair.activities(seed);
    coactivity(&a, &b, &plan(), REFERENCE, Time { span: pair.span(), months: &pair.months() }, seed).rising
}

fn rolled(pair: &Planted, seed: u64) -> Vec<Rolled> {
    let (a, b) = pair.activities(seed);
    course(&a, &b, &plan(), REFERENCE, Time { span: pair.span(), months: &pair.months() }, seed)
}

#[test]
fn a_planted_onset_is_found() {
    let pair = Planted { months: 48, incidents: 300, share: 0.4, from_month: 30 };
    let rising = rising(&pair, 3);
    let test = rising.test.expect("there is enough to test");
    assert!((test.onset as i32 - pair.from_month).abs() <= 3, "{test:?}");
    assert!(test.onset_p <= 0.05 && test.p <= 0.05 && test.slope > 0.0, "{test:?}");
    assert!(test.before.abs() < 0.1 && test.after > test.before + 0.1, "{test:?}");
    // The window that is drawn stands above its band at the end and not before the onset.
    let rolled = rolled(&pair, 3);
    let at = |month: usize| rolled.iter().find(|one| one.month == month).expect("B had incidents");
    assert!(at(47).near > at(47).high && at(29).near <= at(29).high, "{:?} {:?}", at(29), at(47));
    assert!(rolled.iter().all(|r| r.low <= r.expected && r.expected <= r.high), "{rolled:?}");
}

#[test]
fn a_steady_excess_is_no_trend() {
    let pair = Planted { months: 48, incidents: 300, share: 0.3, from_month: 0 };
    // One in twenty may be called by chance; of ten with fixed seeds none or one is.
    let called = (1..=10)
        .filter_map(|seed| rising(&pair, seed).test)
        .map(|test| usize::from(test.p <= 0.05) + usize::from(test.onset_p <= 0.05));
    let called: Vec<usize> = called.collect();
    assert!(called.len() == 10 && called.iter().sum::<usize>() <= 2, "{called:?}");
}

#[test]
fn too_short_or_too_few_is_not_tested() {
    assert_eq!(rising(&Planted { months: 23, incidents: 300, share: 0.3, from_month: 0 }, 1).test, None);
    assert_eq!(rising(&Planted { months: 48, incidents: 20, share: 0.0, from_month: 0 }, 1).test, None);
    assert!(rolled(&Planted { months: 11, incidents: 50, share: 0.3, from_month: 0 }, 1).is_empty());
}

//! Groups of which little or nothing can be said.

use super::{Planted, at, numbered};
use crate::convergence::{Activity, Cell, CoActivity, Event, Plan, Space, Span, Time, coactivity, placebo};

const SPAN: Span = Span { from: 0, to: 1_094 };
const REFERENCE: Cell = Cell { space: Space::Within(10.0), days: 3 };

fn plan() -> Plan {
    let usual = Plan::default();
    Plan::new(usual.spaces().to_vec(), usual.days().to_vec(), Plan::WINDOW, 199).expect("the plan is sound")
}

fn months() -> Vec<i32> {
    (0..36).map(|month| month * 365 / 12).collect()
}

fn measured(a: &[Event], b: &[Event]) -> CoActivity {
    let (a, b) = (Activity::new(a.to_vec()), Activity::new(b.to_vec()));
    let got = coactivity(&a, &b, &plan(), REFERENCE, Time { span: SPAN, months: &months() }, 1);
    assert!(got.p > 0.0 && got.p <= 1.0 && got.smallest_p > 0.0 && got.smallest_p <= got.p, "{got:?}");
    for answer in &got.answers {
        assert!(answer.near <= answer.taken && answer.expected >= 0.0, "{answer:?}");
        assert!(answer.expected <= f64::from(answer.taken) + 1e-9 && answer.excess().abs() <= 1.0, "{answer:?}");
    }
    if let Some((low, high)) = got.interval {
        assert!(low <= high && low >= -1.0 && high <= 1.0, "{got:?}");
    }
    assert_eq!(got.rising.months.len(), 36);
    assert_eq!(got.rising.months.iter().map(|month| month.taken).sum::<u32>(), reference(&got).0);
    if let Some(placebo) = placebo(&a, &b, &plan(), REFERENCE, SPAN) {
        assert!(placebo.lowest <= placebo.excess && placebo.excess <= placebo.highest, "{placebo:?}");
    }
    got
}

/// Incidents placed exactly enough, and those near.
fn reference(got: &CoActivity) -> (u32, u32) {
    let answer = got.answers.iter().find(|answer| answer.cell == REFERENCE).expect("the plan has it");
    (answer.taken, answer.near)
}

fn in_one_place(n: i32, step: i32) -> Vec<Event> {
    numbered((0..n).map(|i| at(i * step, 30.0, 67.0)))
}

#[test]
fn nobody_is_near_nobody() {
    let some = in_one_place(20, 50);
    for (a, b) in [(&[][..], &some[..]), (&some[..], &[][..]), (&[], &[])] {
        let got = measured(a, b);
        assert_eq!((got.p, got.smallest_p, reference(&got).1), (1.0, 1.0, 0), "{got:?}");
        assert_eq!((got.order.lead, got.order.expected, got.order.p), (0, 0.0, 1.0));
        assert_eq!((got.rising.test, got.interval.is_none()), (None, b.is_empty()));
    }
}

#[test]
fn without_coordinates_only_the_district_is_asked() {
    let lost: Vec<Event> = in_one_place(30, 30).into_iter().map(|event| Event { place: None, ..event }).collect();
    let got = measured(&lost, &lost);
    for answer in &got.answers {
        let known = if answer.cell.space == Space::SameDistrict { 30 } else { 0 };
        assert_eq!((answer.taken, answer.near), (known, known));
    }
    assert!(got.interval.is_none() && got.detectable.is_none());
    let nowhere: Vec<Event> = lost.into_iter().map(|event| Event { district: None, ..event }).collect();
    assert_eq!(measured(&nowhere, &nowhere).smallest_p, 1.0);
}

#[test]
fn one_place_every_day_or_one_day_says_nothing() {
    // Someone of A acts every day: whatever B does is near.
    let got = measured(&in_one_place(1_095, 1), &in_one_place(100, 10));
    let answer = got.answers[0];
    assert_eq!((answer.near, answer.expected, got.p), (100, 100.0, 1.0), "{got:?}");
    assert!(got.interval.is_some_and(|(low, high)| low < 0.0 && high == 0.0), "{got:?}");
    // All on one day in one place: one cluster each, and it may well have been chance.
    let on_one_day = |n: usize| numbered((0..n).map(|_| at(500, 30.0, 67.0)));
    let got = measured(&on_one_day(50), &on_one_day(70));
    assert_eq!((got.clusters, reference(&got)), (1, (70, 70)));
    assert!(got.p > 0.05, "{got:?}");
    // All on one day, far from each other.
    let apart = |shift: f64| numbered((0..30).map(move |i| at(500, -60.0 + f64::from(i) * 4.0 + shift, 67.0)));
    assert_eq!(reference(&measured(&apart(0.0), &apart(2.0))), (30, 0));
}

#[test]
fn one_incident_is_no_evidence() {
    let got = measured(&[at(500, 30.0, 67.0)], &[at(501, 30.0, 67.0)]);
    assert_eq!((got.clusters, reference(&got), got.order.lead), (1, (1, 1), 1));
    assert!(got.p > 0.05 && got.detectable.is_none(), "{got:?}");
    // At either end of the time.
    for day in [SPAN.from, SPAN.to] {
        let got = measured(&[at(day, 30.0, 67.0)], &[at(day, 30.0, 67.0)]);
        assert_eq!(reference(&got), (1, 1));
    }
}

#[test]
fn a_group_is_near_itself() {
    let pair = Planted { months: 36, incidents: 100, share: 0.0, from_month: 0 };
    let (a, _) = pair.groups(2);
    let got = measured(&a, &a);
    assert_eq!(reference(&got), (100, 100));
    assert_eq!((got.p, got.order.lead), (0.005, 0), "{got:?}");
}

/// Numbers of one cluster must not run over: a whole campaign may stand on one day of a file.
#[test]
fn a_hundred_thousand_on_one_day_are_counted() {
    let on_one_day = |n: usize| numbered((0..n).map(|_| at(500, 30.0, 67.0)));
    let got = measured(&on_one_day(1_000), &on_one_day(100_000));
    assert_eq!(reference(&got), (100_000, 100_000));
    let from = 500_i32.div_euclid(Plan::WINDOW) * Plan::WINDOW;
    let positions = (from..from + Plan::WINDOW).filter(|day| (day - 500).abs() <= REFERENCE.days).count();
    let expected = 100_000.0 * positions as f64 / f64::from(Plan::WINDOW);
    let answer = got.answers.iter().find(|answer| answer.cell == REFERENCE).expect("the plan has it");
    assert!((answer.expected - expected).abs() < 1e-6, "{answer:?} {expected}");
}

//! The same incidents in another order, and again: the same result to the last bit.

use super::{Planted, shuffled};
use crate::convergence::{Activity, Cell, Plan, Space, Time, coactivity, placebo};

#[test]
fn shuffled_input_changes_nothing() {
    let pair = Planted { months: 30, incidents: 120, share: 0.2, from_month: 6 };
    let (a, b) = pair.groups(9);
    let usual = Plan::default();
    let plan = Plan::new(usual.spaces().to_vec(), usual.days().to_vec(), Plan::WINDOW, 1_500).expect("it is sound");
    let reference = Cell { space: Space::Within(10.0), days: 3 };
    let months = pair.months();
    let time = Time { span: pair.span(), months: &months };
    let of = |seed: Option<u64>| {
        let group = |events: &[super::Event]| match seed {
            Some(seed) => Activity::new(shuffled(events.to_vec(), seed)),
            None => Activity::new(events.to_vec()),
        };
        let (a, b) = (group(&a), group(&b));
        (coactivity(&a, &b, &plan, reference, time, 4), placebo(&a, &b, &plan, reference, pair.span()))
    };
    let first = of(None);
    assert_eq!(first, of(None));
    for seed in 0..5 {
        assert_eq!(first, of(Some(seed)), "{seed}");
    }
    // Another seed draws other moves, which changes no count and no mean.
    let (a, b) = (Activity::new(a), Activity::new(b));
    let other = coactivity(&a, &b, &plan, reference, time, 5);
    for (one, other) in first.0.answers.iter().zip(&other.answers) {
        assert_eq!((one.near, one.taken, one.expected), (other.near, other.taken, other.expected));
        assert!((one.p - other.p).abs() < 0.06, "{one:?} {other:?}");
    }
}

//! A placebo: A's incidents set off by months. What is then near B's beyond chance is what the test would call co-activity where
//! there can be none: shared places, seasons and attention.

use super::activity::{Cell, Plan, Span};
use super::coactivity::Activity;
use super::sightings::Counted;

/// By how many days A's incidents are moved, later and earlier: too far for an answer to an incident, near enough for the same
/// slow rhythm.
const LAGS: [i32; 7] = [60, 70, 80, 90, 100, 110, 120];

/// What the placebo says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placebo {
    /// The mean excess share over all lags.
    pub excess: f64,
    /// The lowest and the highest of a single lag.
    pub lowest: f64,
    pub highest: f64,
    pub lags: usize,
}

/// `None` where no incident of B is placed exactly enough.
pub fn placebo(a: &Activity, b: &Activity, plan: &Plan, reference: Cell, span: Span) -> Option<Placebo> {
    let at = |lag: i32| excess_of(a, lag, b, plan, reference, span);
    let of_lags: Option<Vec<f64>> = LAGS.iter().flat_map(|&lag| [lag, -lag]).map(at).collect();
    let of_lags = of_lags?;
    Some(Placebo {
        excess: of_lags.iter().sum::<f64>() / of_lags.len() as f64,
        lowest: of_lags.iter().copied().fold(f64::INFINITY, f64::min),
        highest: of_lags.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        lags: of_lags.len(),
    })
}

/// The excess share if others' incidents were A's, or B's: for the incidents that nobody is named for.
pub fn excess(a: &Activity, b: &Activity, plan: &Plan, reference: Cell, span: Span) -> Option<f64> {
    excess_of(a, 0, b, plan, reference, span)
}

fn excess_of(a: &Activity, lag: i32, b: &Activity, plan: &Plan, reference: Cell, span: Span) -> Option<f64> {
    let taken = b.taken(reference);
    let seen = b.sightings(a, lag, &plan.only(reference), span);
    let Counted { near, mean, .. } = seen.counted(&[reference.days]);
    (taken > 0).then(|| (f64::from(near[0]) - mean[0]) / taken as f64)
}

//! Co-activity of a pair: what is held against chance, and what always stands beside it.

use super::super::Analysis;
use super::policy::{Counted, LEAST_OFFENSIVES, NotMeasured, PairPolicy, Robustness, Which};
use super::side::{Half, Sides};
use crate::convergence::{
    Activity, Answer, COVARIANCE_WINDOW, Cell, CoActivity, Covariance, DistrictDay, FEWEST_NEAR, HAWKES_WINDOW, Hawkes,
    PlaceHistory, Placebo, Plan, Rolled, Space, coactivity, course, covariance, excess, hawkes, placebo,
};
use crate::finding::Significance;
use crate::stats::{Judgement, NotComputed};
use std::collections::BTreeMap;

/// The question that stands for a pair: near enough to have met, soon enough to be an answer.
const USUAL: Cell = Cell { space: Space::Within(10.0), days: 3 };
/// Where fewer than half of the incidents of a side have an exact place.
const COARSE: Cell = Cell { space: Space::SameDistrict, days: 3 };

/// Co-activity of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The question whose answer is printed; p is over the whole plan.
    pub reference: Cell,
    /// The window within which B's offensives were moved, days; for what is asked of time it is that of the policy.
    pub window: i32,
    pub coactivity: CoActivity,
    pub significance: Significance,
    /// Of the slope of the excess, and of its onset; `None` where time says nothing.
    pub trend: Option<Significance>,
    pub onset: Option<Significance>,
    pub placebo: Option<Placebo>,
    /// In rolling months, for drawing; empty unless a report tells of the pair.
    pub course: Vec<Rolled>,
    /// `None` where the source does not measure what nobody is named for.
    pub bounds: Option<Bounds>,
    /// `None` unless asked for.
    pub robust: Option<Robust>,
}

impl Measured {
    /// The answer at the reference.
    pub fn answer(&self) -> Option<Answer> {
        self.coactivity.answers.iter().find(|answer| answer.cell == self.reference).copied()
    }

    /// What may be said of the pair over the whole time. `Clear` needs more than a small q: enough near incidents, an interval at the
    /// reference above 0, and incidents whose day and place the group chose. Of clashes, mostly the army's choice, nothing is clear.
    pub fn judgement(&self, counted: Counted) -> Judgement {
        let near = self.answer().is_some_and(|answer| answer.near >= FEWEST_NEAR);
        let above = self.coactivity.interval.is_some_and(|(low, _)| low > 0.0);
        weakened(self.significance.judgement(), near && above && counted == Counted::Initiated)
    }

    /// What may be said of a rise from the onset on; where time says nothing, nothing.
    pub fn onset_judgement(&self, counted: Counted) -> Judgement {
        let Some((test, onset)) = self.coactivity.rising.test.zip(self.onset) else { return Judgement::WithinChance };
        weakened(onset.judgement(), test.after > 0.0 && counted == Counted::Initiated)
    }
}

/// Clear only where nothing else stands against it.
fn weakened(judgement: Judgement, sound: bool) -> Judgement {
    match (judgement, sound) {
        (Judgement::Clear, false) => Judgement::Suggestive,
        (judgement, _) => judgement,
    }
}

/// The excess share if all incidents that nobody is named for were one side's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub unattributed: usize,
    pub as_a: f64,
    pub as_b: f64,
}

/// Two other ways to ask, for robustness.
#[derive(Clone, Debug, PartialEq)]
pub struct Robust {
    pub hawkes: Result<Hawkes, NotComputed>,
    pub covariance: Result<Covariance, NotComputed>,
}

pub(super) fn measure(analysis: &Analysis, sides: &Sides, a: &Half, b: &Half) -> Result<Measured, NotMeasured> {
    let policy = analysis.policy.pairs;
    let need = policy.least as usize;
    for (which, side) in [(Which::A, a), (Which::B, b)] {
        let have = side.events().len();
        if have < need {
            let used = side.used;
            return Err(if used.counted < need && used.involved >= need {
                NotMeasured::NoDirection { side: which, initiated: used.counted, involved: used.involved, need }
            } else {
                NotMeasured::TooFew { side: which, have, need }
            });
        }
    }
    let (own_a, own_b) = (a.activity(), b.activity());
    if own_b.clusters() < LEAST_OFFENSIVES {
        return Err(NotMeasured::TooFewOffensives { have: own_b.clusters(), need: LEAST_OFFENSIVES });
    }
    let window = policy.window(own_b.clusters());
    let plan = plan(policy, window);
    let is_exact = |activity: &Activity| 2 * activity.taken(USUAL) >= activity.events().len();
    let reference = if is_exact(own_a) && is_exact(own_b) { USUAL } else { COARSE };
    let (seed, time) = (analysis.pair_seed(a.named, b.named), sides.time());
    let coactivity = coactivity(own_a, own_b, &plan, reference, time, seed);
    Ok(Measured {
        reference,
        window,
        significance: Significance { p: coactivity.p, q: None, tests: 0 },
        trend: None,
        onset: None,
        placebo: None,
        course: Vec::new(),
        bounds: None,
        robust: match policy.robustness {
            Robustness::Off => None,
            Robustness::On => Some(robust(sides, own_a, own_b, seed)),
        },
        coactivity,
    })
}

/// What stands beside the answer where a report tells of the pair: its course, the placebo, and the bounds of what nobody is named for.
pub(super) fn stand_beside(analysis: &Analysis, sides: &Sides, a: &Half, b: &Half, measured: &mut Measured) {
    let (own_a, own_b) = (a.activity(), b.activity());
    let plan = plan(analysis.policy.pairs, measured.window);
    let (reference, span) = (measured.reference, sides.ground.span);
    let seed = analysis.pair_seed(a.named, b.named);
    measured.course = course(own_a, own_b, &plan, reference, sides.time(), seed);
    measured.placebo = placebo(own_a, own_b, &plan, reference, span);
    if analysis.loaded.facts.reports.unattributed.yes() {
        let others = &sides.unattributed;
        let with = |half: &Half| Activity::new(half.events().iter().chain(others).copied().collect());
        let as_a = excess(&with(a), own_b, &plan, reference, span);
        let as_b = excess(own_a, &with(b), &plan, reference, span);
        measured.bounds = as_a.zip(as_b).map(|(as_a, as_b)| Bounds { unattributed: others.len(), as_a, as_b });
    }
}

/// The usual questions with a window.
fn plan(policy: PairPolicy, window: i32) -> Plan {
    let usual = Plan::default();
    Plan::new(usual.spaces().to_vec(), usual.days().to_vec(), window, usual.moves())
        .and_then(|plan| plan.rising_within(policy.rise_window()))
        .expect("the window was checked where it was decided")
}

fn robust(sides: &Sides, a: &Activity, b: &Activity, seed: u64) -> Robust {
    let span = (sides.ground.span.from, sides.ground.span.to);
    let mut places: BTreeMap<u32, [Vec<i32>; 2]> = BTreeMap::new();
    for (which, activity) in [a, b].into_iter().enumerate() {
        for event in activity.events() {
            if let Some(district) = event.district {
                places.entry(district).or_default()[which].push(event.day);
            }
        }
    }
    let histories: Vec<PlaceHistory> = places.values().map(|[a, b]| PlaceHistory { a, b }).collect();
    let days = |activity: &Activity| -> Vec<DistrictDay> {
        let of = |event: &crate::convergence::Event| Some(DistrictDay { district: event.district?, day: event.day });
        activity.events().iter().filter_map(of).collect()
    };
    Robust {
        hawkes: hawkes(&histories, span, HAWKES_WINDOW),
        covariance: covariance(&days(a), &days(b), span, COVARIANCE_WINDOW, seed),
    }
}

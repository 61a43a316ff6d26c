//! The nulls that are simpler than the program's, on the same pairs: what a script or a published program would do.

use incident_trends::convergence::{Activity, BareNull, Cell, Closeness, CrossPairs, CrossUnit, Event, Space, Span};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// How far single incidents are jittered to either side, days.
const JITTER: i32 = 30;
/// Jitters of a pair, as many as the other nulls draw.
const JITTERS: u64 = 999;

/// A null that keeps less of a group than the program's does.
#[derive(Clone, Copy, Debug)]
pub enum SimpleNull {
    /// The days of B are dealt out anew over its incidents.
    Permute,
    /// The same, inside each place.
    PermuteInPlaces,
    /// All of B is shifted around the end of the time.
    Shift,
    /// Each incident of B moves up to [`JITTER`] days around its own day.
    JitterSingle,
}

impl SimpleNull {
    pub const ALL: [SimpleNull; 4] =
        [SimpleNull::Permute, SimpleNull::PermuteInPlaces, SimpleNull::Shift, SimpleNull::JitterSingle];

    pub fn name(self) -> &'static str {
        match self {
            SimpleNull::Permute => "permuted dates",
            SimpleNull::PermuteInPlaces => "permuted inside places",
            SimpleNull::Shift => "circular shift",
            SimpleNull::JitterSingle => "single incidents ±30 days",
        }
    }
}

/// The p of every simple null for one question about distance and days, in the order of [`SimpleNull::ALL`]. Counted are B's
/// incidents that have one of A near.
pub fn simple_ps(a: &Activity, b: &Activity, span: Span, question: Cell, seed: u64) -> [f64; 4] {
    let km = match question.space {
        Space::Within(km) => km,
        Space::SameDistrict => panic!("the example asks about distances"),
    };
    let days = |group: &Activity| -> Vec<i32> { group.events().iter().map(|event| event.day).collect() };
    let places: Vec<usize> = b.events().iter().map(|event| event.district.expect("it has a place") as usize).collect();
    let apart = |i: usize, j: usize| distance_km(&a.events()[i], &b.events()[j]);
    let pairs = CrossPairs::new(&days(a), &days(b), apart, Closeness { km, days: question.days });
    let bare = |null: BareNull<'_>| pairs.test(CrossUnit::Incidents, null, seed).expect("the null fits the pair").p;
    SimpleNull::ALL.map(|null| match null {
        SimpleNull::Permute => bare(BareNull::Permute),
        SimpleNull::PermuteInPlaces => bare(BareNull::PermuteInPlaces(&places)),
        SimpleNull::Shift => bare(BareNull::Shift { first: span.from, last: span.to }),
        SimpleNull::JitterSingle => jittered(a, b, span, km, question.days, seed),
    })
}

fn distance_km(one: &Event, other: &Event) -> f64 {
    let (one, other) = (one.place.expect("it has a place"), other.place.expect("it has a place"));
    one.distance_km(other)
}

fn jittered(a: &Activity, b: &Activity, span: Span, km: f64, days: i32, seed: u64) -> f64 {
    // For every incident of B and every day to which it may go, whether A is near then; and which of them happened.
    let courses: Vec<(usize, Vec<bool>)> = b
        .events()
        .iter()
        .map(|event| {
            let close: Vec<i32> =
                a.events().iter().filter(|one| distance_km(one, event) <= km).map(|one| one.day).collect();
            let (first, last) = ((event.day - JITTER).max(span.from), (event.day + JITTER).min(span.to));
            let near = |day: i32| close.iter().any(|other| (other - day).abs() <= days);
            ((event.day - first) as usize, (first..=last).map(near).collect())
        })
        .collect();
    let seen = courses.iter().filter(|(actual, near)| near[*actual]).count();
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut as_many = 1;
    for _ in 0..JITTERS {
        let moved = courses.iter().filter(|(_, near)| near[random.random_range(0..near.len())]).count();
        as_many += u64::from(moved >= seen);
    }
    as_many as f64 / (1 + JITTERS) as f64
}

//! What is near, expected and in which order: equal to counts over all pairs of incidents.

use crate::convergence::near::{Question, Tally};
use crate::convergence::{Activity, Event, Exactness, Plan, Point, Space, Span, Time, coactivity};
use proptest::prelude::*;

const SPAN: Span = Span { from: -40, to: 159 };
/// Where incidents scatter: a town, both sides of the date line, a pole from all sides, the other pole.
const ANCHORS: [(f64, f64); 6] =
    [(30.2, 67.0), (-16.5, 179.97), (-16.5, -179.97), (89.95, 10.0), (89.95, -165.0), (-89.9, 100.0)];

/// An incident as it was drawn; its event carries its position in the list.
#[derive(Clone, Debug)]
struct Drawn {
    latitude: f64,
    longitude: f64,
    event: Event,
}

fn drawn(days: std::ops::Range<i32>) -> impl Strategy<Value = Drawn> {
    let exactness =
        prop_oneof![4 => Just(Exactness::Exact), 2 => Just(Exactness::Town), 1 => Just(Exactness::District)];
    let district = prop_oneof![1 => Just(None), 4 => (0_u32..3).prop_map(Some)];
    (days, 0..ANCHORS.len(), -0.3..0.3_f64, -0.3..0.3_f64, exactness, district, 0..8_u8).prop_map(
        |(day, anchor, north, east, exactness, district, lost)| {
            let (latitude, longitude) = ANCHORS[anchor];
            let latitude = (latitude + north).clamp(-90.0, 90.0);
            let longitude = (longitude + east + 180.0).rem_euclid(360.0) - 180.0;
            let place = Point::from_degrees(latitude, longitude).filter(|_| lost > 0);
            Drawn { latitude, longitude, event: Event { day, place, exactness, district, row: 0 } }
        },
    )
}

fn group() -> impl Strategy<Value = Vec<Drawn>> {
    let numbered = |group: Vec<Drawn>| -> Vec<Drawn> {
        group.into_iter().enumerate().map(|(row, one)| Drawn { event: Event { row, ..one.event }, ..one }).collect()
    };
    proptest::collection::vec(drawn(SPAN.from..SPAN.to + 1), 0..28).prop_map(numbered)
}

/// The haversine formula on degrees, which shares nothing with the chords of the program.
fn haversine_km(a: &Drawn, b: &Drawn) -> f64 {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let along = a.latitude.to_radians().cos() * b.latitude.to_radians().cos();
    let sum = half(a.latitude, b.latitude) + along * half(a.longitude, b.longitude);
    2.0 * 6371.0088 * sum.sqrt().min(1.0).asin()
}

fn close(space: Space, a: &Drawn, b: &Drawn) -> bool {
    let exact = |one: &Drawn, coarsest: Exactness| one.event.place.is_some() && one.event.exactness <= coarsest;
    match space {
        Space::Within(km) => {
            let coarsest = if km < 25.0 { Exactness::Exact } else { Exactness::Town };
            exact(a, coarsest) && exact(b, coarsest) && haversine_km(a, b) <= km
        }
        Space::SameDistrict => a.event.district.is_some() && a.event.district == b.event.district,
    }
}

/// The distinct days from B's incident, moved by so many days, to A's close in space and time, ascending.
fn days_between(space: Space, days: i32, a: &[Drawn], b: &Drawn, moved: i32) -> Vec<i32> {
    let of = |one: &Drawn| one.event.day - (b.event.day + moved);
    let mut between: Vec<i32> = a.iter().filter(|one| of(one).abs() <= days && close(space, one, b)).map(of).collect();
    between.sort_unstable();
    between.dedup();
    between
}

/// 1 where the nearest of A's days came before, -1 where it came after.
fn leads(between: &[i32]) -> i32 {
    let before = between.iter().filter(|&&days| days <= 0).max().map_or(i32::MAX, |days| -days);
    let after = between.iter().filter(|&&days| days >= 0).min().copied().unwrap_or(i32::MAX);
    (before < after) as i32 - (after < before) as i32
}

fn plan() -> Plan {
    let spaces =
        vec![Space::Within(7.0), Space::Within(24.0), Space::Within(25.0), Space::Within(60.0), Space::SameDistrict];
    Plan::new(spaces, vec![0, 1, 3, 14], Plan::WINDOW, 19).expect("the plan is sound")
}

/// The mean over all days to which an incident's cluster may go: its calendar window, as far as the whole cluster stays inside.
fn mean_over_moves(b: &Activity, of: impl Fn(usize, i32) -> f64) -> f64 {
    let mut mean = 0.0;
    for offensive in b.offensives() {
        let members: Vec<&Event> = offensive.collect();
        let (first, last) = (members[0].day, members[members.len() - 1].day);
        let window = (0..).map(|n| SPAN.from.div_euclid(28) * 28 + 28 * n).find(|start| start + 28 > first);
        let start = window.expect("a window holds every day");
        let to: Vec<i32> =
            (start..start + 28).filter(|day| *day >= SPAN.from && day + last - first <= SPAN.to).collect();
        assert!(to.contains(&first));
        let all: f64 = to
            .iter()
            .flat_map(|day| members.iter().map(move |event| (event.row, day - first)))
            .map(|(row, moved)| of(row, moved))
            .sum();
        mean += all / to.len() as f64;
    }
    mean
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn near_and_expected_are_those_of_all_pairs(a in group(), b in group()) {
        let plan = plan();
        let activity = |group: &[Drawn]| Activity::new(group.iter().map(|one| one.event).collect());
        let (one, other) = (activity(&a), activity(&b));
        let reference = plan.cells().nth(2).expect("the plan has more cells");
        let got = coactivity(&one, &other, &plan, reference, Time { span: SPAN, months: &[SPAN.from] }, 1);
        let seen = other.sightings(&one, 0, &plan, SPAN);
        let asked = Question { seen: &seen, spaces: seen.spaces(), times: plan.days(), tally: Tally::Score };
        let scores = asked.table().observed();
        prop_assert_eq!(&seen.counted(plan.days()).score, &scores);
        prop_assert_eq!(asked.live(), asked.table().clusters.iter().filter(|row| asked.table().moves(row)).count());
        for ((at, cell), answer) in plan.cells().enumerate().zip(&got.answers) {
            let taken = b.iter().filter(|one| cell.space.takes(&one.event)).count();
            let between = |row: usize, moved: i32| days_between(cell.space, cell.days, &a, &b[row], moved);
            let near = (0..b.len()).filter(|&row| !between(row, 0).is_empty()).count();
            let score: usize = (0..b.len()).map(|row| match between(row, 0).len() { 0 => 0, 1 => 2, _ => 3 }).sum();
            prop_assert_eq!((answer.cell, answer.taken as usize, answer.near as usize), (cell, taken, near));
            prop_assert_eq!(scores[at] as usize, score);
            let expected = mean_over_moves(&other, |row, moved| f64::from(u8::from(!between(row, moved).is_empty())));
            prop_assert!((answer.expected - expected).abs() < 1e-9, "{:?} {}", answer, expected);
        }
        let lead = |row: usize, moved: i32| leads(&days_between(reference.space, reference.days, &a, &b[row], moved));
        prop_assert_eq!(got.order.lead, (0..b.len()).map(|row| lead(row, 0)).sum::<i32>());
        let expected = mean_over_moves(&other, |row, moved| f64::from(lead(row, moved)));
        prop_assert!((got.order.expected - expected).abs() < 1e-9, "{:?} {}", got.order, expected);
    }
}

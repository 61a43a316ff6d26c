//! Clusters: what belongs together, where chains are cut, and where a cluster may go.

use super::{at, numbered, shuffled};
use crate::convergence::clusters::{Cluster, LINK_DAYS, LONGEST};
use crate::convergence::{Activity, Event, Exactness, Span};
use proptest::prelude::*;

/// A degree of latitude is 111.2 km: 9.9 km and 10.1 km.
const NEAR: f64 = 9.9 / 111.195;
const FAR: f64 = 10.1 / 111.195;

/// The rows of every offensive, by its first day.
fn offensives(events: Vec<Event>) -> Vec<Vec<usize>> {
    of(&Activity::new(events))
}

fn of(activity: &Activity) -> Vec<Vec<usize>> {
    let rows = |members: Vec<&Event>| {
        let mut rows: Vec<usize> = members.iter().map(|event| event.row).collect();
        rows.sort_unstable();
        rows
    };
    activity.offensives().map(|members| rows(members.collect())).collect()
}

#[test]
fn what_is_close_in_space_and_time_belongs_together() {
    let events = [
        at(0, 30.0, 67.0),
        at(LINK_DAYS, 30.0 + NEAR, 67.0),
        // Near the second but not the first, in time and in space.
        at(2 * LINK_DAYS, 30.0 + 2.0 * NEAR, 67.0),
        // A day too late, a bit too far.
        at(3 * LINK_DAYS + 1, 30.0 + 2.0 * NEAR, 67.0),
        at(1, 30.0 - FAR, 67.0),
    ];
    assert_eq!(offensives(numbered(events)), [vec![0, 1, 2], vec![4], vec![3]]);
}

#[test]
fn centroids_belong_by_their_district() {
    let centroid = |day, district| Event { exactness: Exactness::District, district, ..at(day, 30.0, 67.0) };
    let events = [
        centroid(0, Some(1)),
        centroid(1, Some(2)),
        centroid(2, Some(1)),
        centroid(0, None),
        centroid(0, None),
        // Exactly placed, in the district of the first.
        Event { district: Some(1), ..at(3, 40.0, 10.0) },
        Event { place: None, ..centroid(4, Some(2)) },
    ];
    let mut got = offensives(numbered(events));
    got.sort();
    assert_eq!(got, [vec![0, 2, 5], vec![1, 6], vec![3], vec![4]]);
}

#[test]
fn a_chain_is_cut_after_two_weeks() {
    let daily = |days: i32| numbered((0..days).map(|day| at(day, 30.0, 67.0)));
    let lengths = |days| -> Vec<usize> { offensives(daily(days)).iter().map(Vec::len).collect() };
    assert_eq!(lengths(LONGEST), [14]);
    assert_eq!(lengths(LONGEST + 1), [14, 1]);
    assert_eq!(lengths(40), [14, 14, 12]);
    // Many on one day are one, however many.
    assert_eq!(offensives(numbered((0..500).map(|_| at(3, 30.0, 67.0)))).len(), 1);
}

fn scattered() -> impl Strategy<Value = Vec<Event>> {
    let one = (0..120_i32, 0..4_u8, 0.0..0.3_f64, 0..3_u8).prop_map(|(day, place, north, exactness)| Event {
        exactness: [Exactness::Exact, Exactness::Town, Exactness::District][usize::from(exactness)],
        district: Some(u32::from(place)),
        ..at(day, 30.0 + f64::from(place) + north, 67.0)
    });
    proptest::collection::vec(one, 0..60).prop_map(numbered)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_incident_is_in_one_cluster_whatever_the_order(events in scattered(), seed in 0..1_000_u64) {
        let got = offensives(events.clone());
        prop_assert_eq!(&got, &offensives(shuffled(events.clone(), seed)));
        let mut rows = got.concat();
        rows.sort_unstable();
        prop_assert_eq!(rows, (0..events.len()).collect::<Vec<_>>());
        for members in got {
            let days = || members.iter().map(|&row| events[row].day);
            let long = days().max().zip(days().min()).map_or(0, |(last, first)| last - first);
            prop_assert!(long < LONGEST);
        }
    }

    /// What is left of a group is one group like any other.
    #[test]
    fn what_is_left_out_leaves_what_would_be_without_it(events in scattered(), left_out in proptest::collection::vec(0..60_usize, 0..20)) {
        let is_left_out = |event: &Event| left_out.contains(&event.row);
        let rest: Vec<Event> = events.iter().filter(|event| !is_left_out(event)).copied().collect();
        prop_assert_eq!(of(&Activity::new(events).without(is_left_out)), offensives(rest));
    }

    /// Windows are fixed on the calendar, and no cluster leaves the days that somebody was counting.
    #[test]
    fn a_cluster_stays_in_its_window_and_in_the_span(
        from in -500..500_i32, days in 20..400_i32, offset in 0..400_i32, length in 0..14_i32, window in 7..64_i32,
    ) {
        let span = Span { from, to: from + days - 1 };
        let first = from + offset % (days - length);
        let cluster = |first: i32| Cluster::new(first, first + length);
        let (earliest, latest) = cluster(first).room(window, span);
        prop_assert!(earliest <= first && first <= latest);
        prop_assert!(earliest >= span.from && latest + length <= span.to);
        prop_assert_eq!(earliest.div_euclid(window), latest.div_euclid(window));
        // The window is not centred on the cluster: wherever in it the cluster had begun, the days are the same.
        for other in earliest..=latest {
            prop_assert_eq!(cluster(other).room(window, span), (earliest, latest));
        }
        // More days of counting at the end change nothing but where the end was in the way.
        let longer = cluster(first).room(window, Span { to: span.to + 1_000, ..span });
        prop_assert!(longer.0 == earliest && longer.1 >= latest);
    }
}

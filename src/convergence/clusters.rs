//! Clusters: incidents of one group that are close in space and time, so that one offensive is one unit.

use super::activity::{Event, Exactness, Span};
use super::point::chord_squared_of;

/// Incidents of one group this near to each other, km and days, belong together: as near as the usual question asks of two groups.
/// On simulated groups whose incidents repeat within five days it keeps the test at its level (see the example `convergence`).
pub const LINK_KM: f64 = 10.0;
pub const LINK_DAYS: i32 = 3;
/// A chain longer than this is cut, days: a group that strikes every few days for years is not one offensive.
pub const LONGEST: i32 = 14;

/// Incidents that move together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    /// Positions in the list of events, ascending.
    pub(super) members: Vec<usize>,
    /// The first and the last day.
    pub(super) first: i32,
    pub(super) last: i32,
}

impl Cluster {
    /// The first days to which the cluster may move: those of its calendar window (multiples of the window since 1970-01-01, so
    /// that more data never shift it), as far as its whole length stays inside the span.
    pub(super) fn room(&self, window: i32, span: Span) -> (i32, i32) {
        let start = self.first.div_euclid(window) * window;
        let latest = span.to - (self.last - self.first);
        (start.max(span.from).min(self.first), (start + window - 1).min(latest).max(self.first))
    }
}

/// The clusters of events sorted by day, by their first day.
pub(super) fn clusters(events: &[Event]) -> Vec<Cluster> {
    let mut parents: Vec<usize> = (0..events.len()).collect();
    let near = chord_squared_of(LINK_KM);
    let mut join = |i: usize, j: usize| {
        let (a, b) = (root(&mut parents, i), root(&mut parents, j));
        // The earliest member stands for the cluster.
        parents[a.max(b)] = a.min(b);
    };
    // Hundreds may stand in one place on one day: they are compared with the others once.
    let mut distinct: Vec<usize> = Vec::new();
    for (i, event) in events.iter().enumerate() {
        match distinct.last() {
            Some(&first) if event.stands_with(&events[first]) && belong(event, event, near) => join(first, i),
            Some(_) | None => distinct.push(i),
        }
    }
    for (at, &i) in distinct.iter().enumerate() {
        for &j in distinct[at + 1..].iter().take_while(|&&j| events[j].day - events[i].day <= LINK_DAYS) {
            if belong(&events[i], &events[j], near) {
                join(i, j);
            }
        }
    }
    let mut open: Vec<Option<usize>> = vec![None; events.len()];
    let mut clusters: Vec<Cluster> = Vec::new();
    for (i, event) in events.iter().enumerate() {
        let root = root(&mut parents, i);
        match open[root] {
            Some(at) if event.day - clusters[at].first < LONGEST => {
                clusters[at].members.push(i);
                clusters[at].last = event.day;
            }
            Some(_) | None => {
                open[root] = Some(clusters.len());
                clusters.push(Cluster { members: vec![i], first: event.day, last: event.day });
            }
        }
    }
    clusters
}

fn root(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

/// Whether two incidents are close in space: by their places where both are more than a centroid, else by district.
fn belong(a: &Event, b: &Event, near: f64) -> bool {
    match (located(a), located(b)) {
        (Some(a), Some(b)) => a.chord_squared(b) <= near,
        _ => a.district.is_some() && a.district == b.district,
    }
}

fn located(event: &Event) -> Option<super::point::Point> {
    event.place.filter(|_| event.exactness != Exactness::District)
}

//! Clusters: incidents of one group that are close in space and time, so that one offensive is one unit.

use super::activity::{Event, Exactness, Span};
use super::point::{Point, chord_squared_of};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Incidents of one group this near to each other, km and days, belong together: as near as the usual question asks of two groups.
/// On simulated groups whose incidents repeat within five days it keeps the test at its level (see the example `convergence`).
pub const LINK_KM: f64 = 10.0;
pub const LINK_DAYS: i32 = 3;
/// A chain longer than this is cut, days: a group that strikes every few days for years is not one offensive.
pub const LONGEST: i32 = 14;

/// Incidents that move together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    /// Where its incidents stand among the members of all.
    members: Range<usize>,
    /// The first and the last day.
    pub(super) first: i32,
    pub(super) last: i32,
}

impl Cluster {
    /// Without incidents so far.
    pub(super) fn new(first: i32, last: i32) -> Cluster {
        Cluster { members: 0..0, first, last }
    }

    /// The first days to which the cluster may move: those of its calendar window (multiples of the window since 1970-01-01, so
    /// that more data never shift it), as far as its whole length stays inside the span.
    pub(super) fn room(&self, window: i32, span: Span) -> (i32, i32) {
        let start = self.first.div_euclid(window) * window;
        let latest = span.to - (self.last - self.first);
        (start.max(span.from).min(self.first), (start + window - 1).min(latest).max(self.first))
    }
}

/// All clusters of a group, by their first day.
pub(super) struct Clusters {
    all: Vec<Cluster>,
    /// Positions in the list of events, by cluster, ascending.
    members: Vec<u32>,
}

impl Clusters {
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Each with the positions of its incidents in the list of events.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Cluster, &[u32])> {
        self.all.iter().map(|cluster| (cluster, &self.members[cluster.members.clone()]))
    }
}

/// Chains of incidents, each near the next one in space and time, however long.
///
/// Kept apart from the clusters that are cut from them: where some incidents are left out only their own chains change.
pub(super) struct Chains {
    /// Of every event of a list sorted by day: the position of the first one of its chain.
    heads: Vec<u32>,
}

impl Chains {
    /// Of events sorted as those of an [`super::Activity`] are.
    pub(super) fn of(events: &[Event]) -> Chains {
        let all = 0..u32::try_from(events.len()).expect("fewer than four billion incidents of a group");
        let mut heads: Vec<u32> = all.clone().collect();
        join(events, &all.collect::<Vec<u32>>(), &mut heads);
        Chains { heads: settled(heads) }
    }

    /// Of those events that stay: their positions, ascending, in the list that these chains are of.
    pub(super) fn of_rest(&self, staying: &[u32], rest: &[Event]) -> Chains {
        let mut broken: FxHashSet<u32> = FxHashSet::default();
        let mut stays = staying.iter().copied().peekable();
        for (at, &head) in (0..).zip(&self.heads) {
            if stays.next_if_eq(&at).is_none() {
                broken.insert(head);
            }
        }
        // What is left of a broken chain is linked anew; of any other the first one has stayed.
        let mut heads: Vec<u32> = Vec::with_capacity(rest.len());
        let mut loose: Vec<u32> = Vec::new();
        let mut places: Vec<u32> = vec![0; self.heads.len()];
        for (at, &before) in (0..).zip(staying) {
            places[before as usize] = at;
            let head = self.heads[before as usize];
            if broken.contains(&head) {
                loose.push(at);
                heads.push(at);
            } else {
                heads.push(places[head as usize]);
            }
        }
        join(rest, &loose, &mut heads);
        Chains { heads: settled(heads) }
    }

    /// The chains, cut where they are too long.
    pub(super) fn clusters(&self, events: &[Event]) -> Clusters {
        const NONE: u32 = u32::MAX;
        let mut open: Vec<u32> = vec![NONE; events.len()];
        let mut all: Vec<Cluster> = Vec::new();
        let mut own: Vec<u32> = Vec::with_capacity(events.len());
        for (event, &head) in events.iter().zip(&self.heads) {
            let current = &mut open[head as usize];
            match all.get_mut(*current as usize) {
                Some(cluster) if event.day - cluster.first < LONGEST => cluster.last = event.day,
                Some(_) | None => {
                    *current = all.len() as u32;
                    all.push(Cluster::new(event.day, event.day));
                }
            }
            all[*current as usize].members.end += 1;
            own.push(*current);
        }
        let mut begin = 0;
        for cluster in &mut all {
            let length = cluster.members.len();
            // Empty, and filled below.
            cluster.members = begin..begin;
            begin += length;
        }
        let mut members = vec![0; events.len()];
        for (at, &cluster) in (0..).zip(&own) {
            let place = &mut all[cluster as usize].members.end;
            members[*place] = at;
            *place += 1;
        }
        Clusters { all, members }
    }
}

/// Joins those of the events, by position, that are near each other. Positions ascend; the lowest stands for what is joined.
fn join(events: &[Event], among: &[u32], heads: &mut [u32]) {
    let near = chord_squared_of(LINK_KM);
    // Hundreds may stand in one place on one day: they are compared with the others once.
    let mut distinct: Vec<u32> = Vec::with_capacity(among.len());
    for &at in among {
        let event = &events[at as usize];
        match distinct.last() {
            Some(&first) if event.stands_with(&events[first as usize]) && belong(event, event, near) => {
                unite(heads, first, at);
            }
            Some(_) | None => distinct.push(at),
        }
    }
    join_places(events, &distinct, near, heads);
    join_districts(events, &distinct, near, heads);
}

/// Joins events whose places are known: day by day, those beside each other in one direction are held against each other.
fn join_places(events: &[Event], distinct: &[u32], near: f64, heads: &mut [u32]) {
    let placed: Vec<(i32, Point, u32)> = distinct
        .iter()
        .filter_map(|&at| located(&events[at as usize]).map(|place| (events[at as usize].day, place, at)))
        .collect();
    let days: Vec<&[(i32, Point, u32)]> = placed.chunk_by(|one, other| one.0 == other.0).collect();
    let across = |place: Point| place.coordinates()[0];
    // A touch wider than near, so that no rounding leaves a neighbour out.
    let width = near.sqrt() * (1.0 + 1e-9);
    for (number, &today) in days.iter().enumerate() {
        for (position, &(day, place, at)) in today.iter().enumerate() {
            let (from, to) = (across(place) - width, across(place) + width);
            let later = days[number + 1..].iter().take_while(|later| later[0].0 - day <= LINK_DAYS);
            let later = later.map(|later| &later[later.partition_point(|other| across(other.1) < from)..]);
            for beside in std::iter::once(&today[position + 1..]).chain(later) {
                for other in beside.iter().take_while(|other| across(other.1) <= to) {
                    if place.chord_squared(other.1) <= near {
                        unite(heads, at, other.2);
                    }
                }
            }
        }
    }
}

/// Joins events of which one at least is known by its district only.
fn join_districts(events: &[Event], distinct: &[u32], near: f64, heads: &mut [u32]) {
    let event = |at: u32| &events[at as usize];
    let mut districts: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for &at in distinct.iter().filter(|&&at| located(event(at)).is_none()) {
        districts.entry(event(at).district.unwrap_or_default()).or_default();
    }
    if districts.is_empty() {
        return;
    }
    for &at in distinct {
        if let Some(of_district) = event(at).district.and_then(|district| districts.get_mut(&district)) {
            of_district.push(at);
        }
    }
    for of_district in districts.values() {
        for (position, &one) in of_district.iter().enumerate() {
            let soon = |&&other: &&u32| event(other).day - event(one).day <= LINK_DAYS;
            for &other in of_district[position + 1..].iter().take_while(soon) {
                if belong(event(one), event(other), near) {
                    unite(heads, one, other);
                }
            }
        }
    }
}

fn unite(heads: &mut [u32], one: u32, other: u32) {
    let (one, other) = (head(heads, one), head(heads, other));
    heads[one.max(other) as usize] = one.min(other);
}

fn head(heads: &mut [u32], mut at: u32) -> u32 {
    while heads[at as usize] != at {
        heads[at as usize] = heads[heads[at as usize] as usize];
        at = heads[at as usize];
    }
    at
}

/// Every event's own head: heads stand before what follows them.
fn settled(mut heads: Vec<u32>) -> Vec<u32> {
    for at in 0..heads.len() {
        heads[at] = heads[heads[at] as usize];
    }
    heads
}

/// Whether two incidents are close in space: by their places where both are more than a centroid, else by district.
fn belong(a: &Event, b: &Event, near: f64) -> bool {
    match (located(a), located(b)) {
        (Some(a), Some(b)) => a.chord_squared(b) <= near,
        _ => a.district.is_some() && a.district == b.district,
    }
}

fn located(event: &Event) -> Option<Point> {
    event.place.filter(|_| event.exactness != Exactness::District)
}

//! What is near: for every incident of B and every day to which it may be moved, whether an incident of A is near.
//!
//! A window has few days, so all that a thousand moves can ask is asked once, in tables that grow with B's incidents and not
//! with the pairs of incidents: the days of A near a place are bits, and "within three days" is a shift of bits.

use super::activity::{Event, Exactness, Plan, Space, Span};
use super::clusters::Cluster;
use super::point::chord_squared_of;
use rstar::RTree;
use rstar::primitives::GeomWithData;
use std::collections::BTreeMap;

/// Days that share a tree of places: about as long as what one question spans.
const BUCKET: i32 = 28;

type Located = GeomWithData<[f64; 3], (i32, Exactness)>;

/// The incidents of A, by time and then by place.
pub(super) struct Index {
    places: BTreeMap<i32, RTree<Located>>,
    /// The days of each district, ascending.
    districts: BTreeMap<u32, Vec<i32>>,
}

impl Index {
    /// `lag` days are added to every incident.
    pub(super) fn of(events: &[Event], lag: i32) -> Index {
        let mut places: BTreeMap<i32, Vec<Located>> = BTreeMap::new();
        let mut districts: BTreeMap<u32, Vec<i32>> = BTreeMap::new();
        for event in events {
            let day = event.day + lag;
            if let Some(place) = event.place.filter(|_| event.exactness != Exactness::District) {
                let located = Located::new(place.coordinates(), (day, event.exactness));
                places.entry(day.div_euclid(BUCKET)).or_default().push(located);
            }
            if let Some(district) = event.district {
                districts.entry(district).or_default().push(day);
            }
        }
        districts.values_mut().for_each(|days| days.sort_unstable());
        let places = places.into_iter().map(|(bucket, located)| (bucket, RTree::bulk_load(located))).collect();
        Index { places, districts }
    }

    /// The days of A near an incident, as bits from `first` on, one word a distance.
    fn days_near(&self, event: &Event, reach: &Reach, first: i32, length: u32, bits: &mut [u128]) {
        bits.fill(0);
        let last = first + length as i32 - 1;
        let bit = |day: i32| 1_u128 << (day - first) as u32;
        if let Some(place) = event.place.filter(|_| event.exactness != Exactness::District && reach.farthest > 0.0) {
            for (_, tree) in self.places.range(first.div_euclid(BUCKET)..=last.div_euclid(BUCKET)) {
                for near in tree.locate_within_distance(place.coordinates(), reach.farthest) {
                    let (day, exactness) = near.data;
                    if !(first..=last).contains(&day) {
                        continue;
                    }
                    let chord = rstar::PointDistance::distance_2(near.geom(), &place.coordinates());
                    let both = exactness.max(event.exactness);
                    for (space, bits) in reach.spaces.iter().zip(bits.iter_mut()) {
                        if let Some((within, coarsest)) = space
                            && chord <= *within
                            && both <= *coarsest
                        {
                            *bits |= bit(day);
                        }
                    }
                }
            }
        }
        if let Some(days) = event.district.and_then(|district| self.districts.get(&district)) {
            let from = days.partition_point(|&day| day < first);
            for &day in days[from..].iter().take_while(|&&day| day <= last) {
                for (space, bits) in reach.spaces.iter().zip(bits.iter_mut()) {
                    if space.is_none() {
                        *bits |= bit(day);
                    }
                }
            }
        }
    }
}

/// The distances of a plan as chords.
struct Reach {
    /// The squared chord and how exact both places must be; `None` for the same district.
    spaces: Vec<Option<(f64, Exactness)>>,
    farthest: f64,
}

impl Reach {
    fn of(plan: &Plan) -> Reach {
        let spaces: Vec<Option<(f64, Exactness)>> = plan
            .spaces()
            .iter()
            .map(|space| match space {
                Space::Within(km) if *km < super::activity::EXACT_BELOW_KM => {
                    Some((chord_squared_of(*km), Exactness::Exact))
                }
                Space::Within(km) => Some((chord_squared_of(*km), Exactness::Town)),
                Space::SameDistrict => None,
            })
            .collect();
        let farthest = spaces.iter().flatten().fold(0.0_f64, |farthest, (chord, _)| farthest.max(*chord));
        Reach { spaces, farthest }
    }
}

/// What is counted of an incident with A near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tally {
    /// One: what shares are made of.
    Near,
    /// Two where A was near on one day, three on several. What the test counts: where chance alone brings A near often, being near
    /// once says little, and ties between moves become few. On simulated pairs it finds six in a hundred more than the bare count.
    Score,
}

/// For every cluster of B and every position in its window: how many of its incidents are near one of A, by cell of the plan.
pub(super) struct Table {
    cells: usize,
    tally: Tally,
    pub(super) clusters: Vec<Row>,
    /// By cluster, position and cell.
    near: Vec<u16>,
    /// By cluster and position: incidents whose nearest one of A came before less those whose nearest came after, at the plan's
    /// first distance and its longest time.
    order: Vec<i16>,
}

/// One cluster's part of the table.
pub(super) struct Row {
    /// Its first day, as it happened.
    pub(super) day: i32,
    /// Where its positions begin.
    offset: usize,
    pub(super) positions: usize,
    /// The position that happened.
    pub(super) actual: usize,
    /// Its incidents that are placed exactly enough, by distance.
    pub(super) taken: Vec<u16>,
}

impl Table {
    /// `events` are those of B, which `clusters` divide.
    pub(super) fn new(
        plan: &Plan,
        tally: Tally,
        span: Span,
        a: &Index,
        events: &[Event],
        clusters: &[Cluster],
    ) -> Table {
        let reach = Reach::of(plan);
        let (spaces, times) = (plan.spaces().len(), plan.days().len());
        let cells = spaces * times;
        let most = *plan.days().last().expect("a plan has days");
        let mut table = Table { cells, tally, clusters: Vec::new(), near: Vec::new(), order: Vec::new() };
        let mut bits = vec![0_u128; spaces];
        for cluster in clusters {
            let (first, last) = cluster.room(plan.window(), span);
            let positions = (last - first + 1) as usize;
            let offset = table.order.len();
            table.order.resize(offset + positions, 0);
            table.near.resize((offset + positions) * cells, 0);
            let mut taken = vec![0_u16; spaces];
            for event in cluster.members.iter().map(|&at| &events[at]) {
                for (space, taken) in plan.spaces().iter().zip(&mut taken) {
                    *taken += u16::from(space.takes(event));
                }
                // Bit 0 is the earliest day of A that matters at the cluster's first position.
                let earliest = first + (event.day - cluster.first) - most;
                a.days_near(event, &reach, earliest, positions as u32 + 2 * most as u32, &mut bits);
                if bits.iter().all(|&days| days == 0) {
                    continue;
                }
                table.order_of(offset, positions, bits[0], most as u32);
                for (space, &days) in bits.iter().enumerate() {
                    table.count(offset, positions, days, plan.days(), space * times);
                }
            }
            let actual = (cluster.first - first) as usize;
            table.clusters.push(Row { day: cluster.first, offset, positions, actual, taken });
        }
        table
    }

    /// Adds an incident with A's days near its place to the cells from `cell` on, one a number of days.
    fn count(&mut self, offset: usize, positions: usize, days: u128, times: &[i32], cell: usize) {
        if days == 0 {
            return;
        }
        let most = *times.last().expect("a plan has days") as u32;
        // Positions from which A is near on a day, and on two or more.
        let (mut once, mut twice, mut within) = (days, 0_u128, 0);
        for (time, &wanted) in times.iter().enumerate() {
            while within < wanted as u32 {
                within += 1;
                for further in [days << within, days >> within] {
                    twice |= once & further;
                    once |= further;
                }
            }
            for position in 0..positions {
                let at = position as u32 + most;
                let counts = match self.tally {
                    Tally::Near => (once >> at) & 1,
                    Tally::Score => 2 * ((once >> at) & 1) + ((twice >> at) & 1),
                };
                self.near[(offset + position) * self.cells + cell + time] += counts as u16;
            }
        }
    }

    fn order_of(&mut self, offset: usize, positions: usize, days: u128, most: u32) {
        for position in 0..positions {
            let around = days >> position as u32;
            if (around >> most) & 1 == 1 {
                continue;
            }
            let before = around & ((1 << most) - 1);
            let after = (around >> (most + 1)) & ((1 << most) - 1);
            // Days to the nearest one; as far as can be where there is none.
            let since = if before == 0 { u32::MAX } else { most - before.ilog2() };
            let until = if after == 0 { u32::MAX } else { after.trailing_zeros() + 1 };
            self.order[offset + position] += match since.cmp(&until) {
                std::cmp::Ordering::Less => 1,
                std::cmp::Ordering::Greater => -1,
                std::cmp::Ordering::Equal => 0,
            };
        }
    }

    pub(super) fn cells(&self) -> usize {
        self.cells
    }

    /// Near incidents of a cluster at a position, by cell.
    pub(super) fn near(&self, row: &Row, position: usize) -> &[u16] {
        &self.near[(row.offset + position) * self.cells..][..self.cells]
    }

    /// Followers less leaders of a cluster at a position.
    pub(super) fn order(&self, row: &Row, position: usize) -> i16 {
        self.order[row.offset + position]
    }

    /// B's incidents that are placed exactly enough for a distance.
    pub(super) fn taken(&self, space: usize) -> u32 {
        self.clusters.iter().map(|row| u32::from(row.taken[space])).sum()
    }

    /// What happened, by cell.
    pub(super) fn observed(&self) -> Vec<u32> {
        let mut sums = vec![0; self.cells];
        self.clusters.iter().for_each(|row| add(&mut sums, self.near(row, row.actual)));
        sums
    }

    /// The mean over all moves, by cell: exact, no draw is needed.
    pub(super) fn expected(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.cells];
        for row in &self.clusters {
            for (cell, sum) in sums.iter_mut().enumerate() {
                *sum += self.moments(row, cell).0;
            }
        }
        sums
    }

    /// Mean and variance of a cluster's near incidents over its positions.
    pub(super) fn moments(&self, row: &Row, cell: usize) -> (f64, f64) {
        let (mut sum, mut squares) = (0.0, 0.0);
        for position in 0..row.positions {
            let near = f64::from(self.near(row, position)[cell]);
            sum += near;
            squares += near * near;
        }
        let mean = sum / row.positions as f64;
        (mean, (squares / row.positions as f64 - mean * mean).max(0.0))
    }
}

/// Adds a cluster's numbers to the sums.
pub(super) fn add(sums: &mut [u32], near: &[u16]) {
    for (sum, &near) in sums.iter_mut().zip(near) {
        *sum += u32::from(near);
    }
}

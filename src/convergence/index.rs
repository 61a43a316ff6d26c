//! Where A was and when: its days near a place, as bits.

use super::activity::{EXACT_BELOW_KM, Event, Exactness, Plan, Space};
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
    /// Of events sorted as those of an [`super::Activity`] are; `lag` days are added to each. Several in one place on one day are
    /// kept once: near is near.
    pub(super) fn of(events: &[Event], lag: i32) -> Index {
        let mut places: BTreeMap<i32, Vec<Located>> = BTreeMap::new();
        let mut districts: BTreeMap<u32, Vec<i32>> = BTreeMap::new();
        let mut before: Option<&Event> = None;
        for event in events {
            if before.replace(event).is_some_and(|before| before.stands_with(event)) {
                continue;
            }
            let day = event.day + lag;
            if let Some(place) = event.place.filter(|_| event.exactness != Exactness::District) {
                let located = Located::new(place.coordinates(), (day, event.exactness));
                places.entry(day.div_euclid(BUCKET)).or_default().push(located);
            }
            if let Some(district) = event.district {
                districts.entry(district).or_default().push(day);
            }
        }
        for days in districts.values_mut() {
            days.sort_unstable();
            days.dedup();
        }
        let places = places.into_iter().map(|(bucket, located)| (bucket, RTree::bulk_load(located))).collect();
        Index { places, districts }
    }

    /// The days of A near an incident, as bits from `first` on, one word a distance.
    pub(super) fn days_near(&self, event: &Event, reach: &Reach, first: i32, length: u32, bits: &mut [u128]) {
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
pub(super) struct Reach {
    /// The squared chord and how exact both places must be; `None` for the same district.
    spaces: Vec<Option<(f64, Exactness)>>,
    farthest: f64,
}

impl Reach {
    pub(super) fn of(plan: &Plan) -> Reach {
        let spaces: Vec<Option<(f64, Exactness)>> = plan
            .spaces()
            .iter()
            .map(|space| match space {
                Space::Within(km) if *km < EXACT_BELOW_KM => Some((chord_squared_of(*km), Exactness::Exact)),
                Space::Within(km) => Some((chord_squared_of(*km), Exactness::Town)),
                Space::SameDistrict => None,
            })
            .collect();
        let farthest = spaces.iter().flatten().fold(0.0_f64, |farthest, (chord, _)| farthest.max(*chord));
        Reach { spaces, farthest }
    }
}

//! Where A was and when: its days near a place, as bits.

use super::activity::{EXACT_BELOW_KM, Event, Exactness, Plan, Space};
use super::point::{Point, chord_squared_of};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Edge of the grid's cubes, km: a little more than the usual farthest distance, so that what is near lies in the cube of a place or
/// in one that touches it.
const EDGE_KM: f64 = 51.0;

/// A cube of the grid in which the unit sphere lies.
type Cube = [i32; 3];

/// An incident of A, or several that stand in one place on one day.
struct Located {
    place: Point,
    day: i32,
    exactness: Exactness,
}

/// The incidents of A, by place and then by time.
pub(super) struct Index {
    /// By cube, then by day.
    located: Vec<Located>,
    /// Where the incidents of each cube stand.
    cubes: FxHashMap<Cube, Range<usize>>,
    edge: f64,
    /// The days of each district, ascending.
    districts: FxHashMap<u32, Vec<i32>>,
}

impl Index {
    /// Of events sorted as those of an [`super::Activity`] are. Several in one place on one day are kept once: near is near.
    pub(super) fn of(events: &[Event]) -> Index {
        let edge = chord_squared_of(EDGE_KM).sqrt();
        let mut located: Vec<Located> = Vec::with_capacity(events.len());
        let mut districts: FxHashMap<u32, Vec<i32>> = FxHashMap::default();
        for alike in events.chunk_by(Event::stands_with) {
            let &Event { day, place, exactness, district, .. } = &alike[0];
            if let Some(place) = place.filter(|_| exactness != Exactness::District) {
                located.push(Located { place, day, exactness });
            }
            if let Some(district) = district {
                let days = districts.entry(district).or_default();
                if days.last() != Some(&day) {
                    days.push(day);
                }
            }
        }
        // Those of a cube stay in the order of their days.
        located.sort_by_cached_key(|one| cube(one.place, edge));
        let mut cubes = FxHashMap::default();
        let mut begin = 0;
        for of_cube in located.chunk_by(|one, other| cube(one.place, edge) == cube(other.place, edge)) {
            cubes.insert(cube(of_cube[0].place, edge), begin..begin + of_cube.len());
            begin += of_cube.len();
        }
        Index { located, cubes, edge, districts }
    }

    /// Every cube that may hold something within so many cubes of one, in an order that does not matter: days are bits.
    fn around(&self, [x, y, z]: Cube, cubes: i32) -> Vec<&[Located]> {
        let across = 2 * i64::from(cubes) + 1;
        let slice = |range: &Range<usize>| &self.located[range.clone()];
        if across.pow(3) > self.cubes.len() as i64 {
            let touches = |&[u, v, w]: &Cube| [u - x, v - y, w - z].iter().all(|apart| apart.abs() <= cubes);
            return self.cubes.iter().filter(|(other, _)| touches(other)).map(|(_, range)| slice(range)).collect();
        }
        let beside = || -cubes..=cubes;
        let all = beside().flat_map(|i| beside().flat_map(move |j| beside().map(move |k| [x + i, y + j, z + k])));
        all.filter_map(|other| self.cubes.get(&other).map(slice)).collect()
    }
}

fn cube(place: Point, edge: f64) -> Cube {
    place.coordinates().map(|coordinate| (coordinate / edge).floor() as i32)
}

/// An index as the questions of a plan are asked of it.
pub(super) struct Lookup<'a> {
    index: &'a Index,
    /// Days that are added to those of A.
    lag: i32,
    reach: Reach,
    /// By cube, what may be near.
    around: FxHashMap<Cube, Vec<&'a [Located]>>,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(index: &'a Index, lag: i32, plan: &Plan) -> Lookup<'a> {
        Lookup { index, lag, reach: Reach::of(plan, index.edge), around: FxHashMap::default() }
    }

    /// The days of A near an incident, as bits from `first` on, one word a distance.
    pub(super) fn days_near(&mut self, event: &Event, first: i32, length: u32, bits: &mut [u128]) {
        bits.fill(0);
        let first = first - self.lag;
        let last = first + length as i32 - 1;
        let bit = |day: i32| 1_u128 << (day - first) as u32;
        let Lookup { index, reach, .. } = self;
        if let Some(place) = event.place.filter(|_| event.exactness != Exactness::District && reach.cubes > 0) {
            let home = cube(place, index.edge);
            let around = self.around.entry(home).or_insert_with(|| index.around(home, reach.cubes));
            for located in around {
                let from = located.partition_point(|one| one.day < first);
                for one in located[from..].iter().take_while(|one| one.day <= last) {
                    let chord = one.place.chord_squared(place);
                    if chord > reach.farthest {
                        continue;
                    }
                    let both = one.exactness.max(event.exactness);
                    for (space, bits) in reach.spaces.iter().zip(bits.iter_mut()) {
                        if let Some((within, coarsest)) = space
                            && chord <= *within
                            && both <= *coarsest
                        {
                            *bits |= bit(one.day);
                        }
                    }
                }
            }
        }
        if let Some(days) = event.district.and_then(|district| index.districts.get(&district)) {
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
    /// The largest of them.
    farthest: f64,
    /// Cubes between a place and the farthest that is near; 0 where only districts are asked for.
    cubes: i32,
}

impl Reach {
    fn of(plan: &Plan, edge: f64) -> Reach {
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
        Reach { spaces, farthest, cubes: (farthest.sqrt() / edge).ceil() as i32 }
    }
}

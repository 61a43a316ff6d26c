//! Where A was and when: its days near a place, as bits.

use super::activity::{EXACT_BELOW_KM, Event, Exactness, Plan, Space};
use super::point::{Point, chord_squared_of};
use super::timelines::{Begin, Timelines};
use rustc_hash::FxHashMap;
use std::ops::{Range, RangeInclusive};

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
    /// The first and the last day.
    ends: (i32, i32),
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
        let day = |event: Option<&Event>| event.map_or(0, |event| event.day);
        Index { located, cubes, edge, districts, ends: (day(events.first()), day(events.last())) }
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
    asked: FxHashMap<Place, Asked>,
    timelines: Timelines,
}

/// A place that is asked for, and how exactly it is known.
type Place = ([u64; 3], Exactness);

/// What is known of a place. It is paid for day by day until it has cost as much as all of its days do; then all are looked up. So it
/// never costs more than twice what is best.
#[derive(Clone, Copy)]
enum Asked {
    /// Incidents of A that were looked at.
    Paid(usize),
    Kept(Begin),
}

/// What it costs to find the first day of a list, in incidents that are looked at.
const SEARCH: usize = 16;

impl<'a> Lookup<'a> {
    pub(super) fn new(index: &'a Index, lag: i32, plan: &Plan) -> Lookup<'a> {
        let reach = Reach::of(plan, index.edge);
        let timelines = Timelines::new(index.ends, reach.spaces.len());
        let (around, asked) = (FxHashMap::default(), FxHashMap::default());
        Lookup { index, lag, reach, around, asked, timelines }
    }

    /// The days of A near an incident, as bits from `first` on, one word a distance.
    pub(super) fn days_near(&mut self, event: &Event, first: i32, length: u32, bits: &mut [u128]) {
        bits.fill(0);
        let first = first - self.lag;
        let last = first + length as i32 - 1;
        if let Some(place) = event.place.filter(|_| event.exactness != Exactness::District && self.reach.cubes > 0) {
            self.days_near_place(place, event.exactness, first..=last, bits);
        }
        if let Some(days) = event.district.and_then(|district| self.index.districts.get(&district)) {
            let from = days.partition_point(|&day| day < first);
            for &day in days[from..].iter().take_while(|&&day| day <= last) {
                for (space, bits) in self.reach.spaces.iter().zip(bits.iter_mut()) {
                    if space.is_none() {
                        *bits |= 1_u128 << (day - first) as u32;
                    }
                }
            }
        }
    }

    fn days_near_place(&mut self, place: Point, exactness: Exactness, days: RangeInclusive<i32>, bits: &mut [u128]) {
        let Lookup { index, reach, around, asked, timelines, .. } = self;
        let asked = asked.entry((place.coordinates().map(f64::to_bits), exactness)).or_insert(Asked::Paid(0));
        let (&first, &last) = (days.start(), days.end());
        let paid = match asked {
            Asked::Kept(begin) => {
                let wanted = (1_u128 << (last - first + 1) as u32) - 1;
                for (space, bits) in bits.iter_mut().enumerate() {
                    *bits = timelines.piece(*begin, space, first) & wanted;
                }
                return;
            }
            Asked::Paid(paid) => paid,
        };
        let home = cube(place, index.edge);
        let around = around.entry(home).or_insert_with(|| index.around(home, reach.cubes));
        for located in around.iter() {
            let from = located.partition_point(|one| one.day < first);
            let of_days = located[from..].iter().take_while(|one| one.day <= last);
            *paid += SEARCH;
            for one in of_days {
                *paid += 1;
                reach.spaces_near(one, place, exactness, |space| bits[space] |= 1_u128 << (one.day - first) as u32);
            }
        }
        if *paid < around.iter().map(|located| located.len()).sum() {
            return;
        }
        let Some(begin) = timelines.place() else { return };
        for one in around.iter().copied().flatten() {
            reach.spaces_near(one, place, exactness, |space| timelines.mark(begin, space, one.day));
        }
        *asked = Asked::Kept(begin);
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

    /// Calls for every distance within which an incident of A is near a place that is known as exactly as that.
    #[inline]
    fn spaces_near(&self, a: &Located, place: Point, exactness: Exactness, mut each: impl FnMut(usize)) {
        let chord = a.place.chord_squared(place);
        if chord > self.farthest {
            return;
        }
        let both = a.exactness.max(exactness);
        for (at, space) in self.spaces.iter().enumerate() {
            if space.is_some_and(|(within, coarsest)| chord <= within && both <= coarsest) {
                each(at);
            }
        }
    }
}

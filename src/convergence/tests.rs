//! Tests of co-activity against counts that are made the slow way.

mod clusters;
mod course;
mod degenerate;
mod enumerated;
mod near;
mod repeated;
mod surges;

use super::{Activity, Event, Exactness, Point, Span};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Days of a simulated month.
const MONTH: i32 = 30;

/// An exactly placed incident in the district of its latitude.
fn at(day: i32, latitude: f64, longitude: f64) -> Event {
    let place = Point::from_degrees(latitude, longitude);
    Event { day, place, exactness: Exactness::Exact, district: Some(latitude.to_bits() as u32), row: 0 }
}

fn numbered(events: impl IntoIterator<Item = Event>) -> Vec<Event> {
    events.into_iter().enumerate().map(|(row, event)| Event { row, ..event }).collect()
}

fn shuffled(mut events: Vec<Event>, seed: u64) -> Vec<Event> {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    for last in (1..events.len()).rev() {
        events.swap(last, random.random_range(0..=last));
    }
    events
}

/// Two groups in four places a degree apart; `share` of B's incidents follow one of A's by one or two days, from a month on.
pub(super) struct Planted {
    pub(super) months: i32,
    pub(super) incidents: usize,
    pub(super) share: f64,
    pub(super) from_month: i32,
}

impl Planted {
    pub(super) fn span(&self) -> Span {
        Span { from: 0, to: self.months * MONTH - 1 }
    }

    pub(super) fn months(&self) -> Vec<i32> {
        (0..self.months).map(|month| month * MONTH).collect()
    }

    fn groups(&self, seed: u64) -> (Vec<Event>, Vec<Event>) {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let days = self.months * MONTH;
        let alone = |random: &mut Pcg64Mcg| (random.random_range(0..days), random.random_range(0..4_i32));
        let a: Vec<(i32, i32)> = (0..self.incidents).map(|_| alone(&mut random)).collect();
        let from = self.from_month * MONTH;
        let causes: Vec<(i32, i32)> = a.iter().copied().filter(|(day, _)| *day >= from).collect();
        let b: Vec<(i32, i32)> = (0..self.incidents)
            .map(|_| {
                let (day, place) = alone(&mut random);
                if day < from || causes.is_empty() || !random.random_bool(self.share) {
                    return (day, place);
                }
                let (day, place) = causes[random.random_range(0..causes.len())];
                ((day + random.random_range(1..=2)).min(days - 1), place)
            })
            .collect();
        let placed = |group: Vec<(i32, i32)>| {
            numbered(group.into_iter().map(|(day, place)| at(day, 30.0 + f64::from(place), 67.0)))
        };
        (placed(a), placed(b))
    }

    pub(super) fn activities(&self, seed: u64) -> (Activity, Activity) {
        let (a, b) = self.groups(seed);
        (Activity::new(a), Activity::new(b))
    }
}

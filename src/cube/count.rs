//! Counting: the one kernel that turns incidents into a cube.

use super::entry::Entry;
use super::making::Making;
use super::novelty::Novelty;
use super::piece::{self, Lanes};
use super::sums::Counted;
use super::windows::Windows;
use super::{Cube, Key};
use crate::incident::{Incidents, Row};
use crate::measure::{self, Amount, Cell};
use crate::period::{Calendar, Day, Window};
use crate::source::Attribution;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// On which day an incident of several days counts.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray, Serialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MultiDay {
    #[default]
    Start,
    Midpoint,
    /// In equal parts on each of its days.
    Spread,
}

impl MultiDay {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// How much is counted of every row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// All incidents together, by kind.
    Whole,
    /// Also groups, families and regions, by kind and role.
    Ledgers,
    /// Also districts, groups by region, tactics and targets.
    Everything,
}

/// How to count.
#[derive(Clone, Debug)]
pub struct Spec<'a> {
    pub detail: Detail,
    pub calendar: &'a Calendar,
    pub attribution: Attribution,
    pub multi_day: MultiDay,
    /// What a row's toll belongs to.
    pub tolls: measure::Tolls,
    pub novelty: &'a Novelty,
    /// The last covered day: an incident that goes on after it counts on its covered days, so that no part of it is lost.
    pub until: Day,
}

/// Windows counted at a time: what one of them holds stays in the processor's cache, and the cubes of so many are small.
const AT_A_TIME: usize = 16;

/// Counts the rows for which `counted` is true. Rows that fall into no window of the calendar add nothing.
///
/// One window after the other, several side by side: a window's sums are small, and what is summed up is written into few bytes.
pub fn count(incidents: &Incidents, counted: &[bool], spec: &Spec) -> Cube {
    let order = Order::of(incidents, counted, spec);
    let windows: Vec<u32> = (0..order.windows()).filter(|&window| !order.rows(window).is_empty()).collect();
    // Each keeps what it finds out about keys: as many as can work at once, for all windows.
    let workers = rayon::current_num_threads().min(windows.len());
    let lanes = Lanes::of(incidents, spec);
    let mut makings: Vec<Making> = (0..workers).map(|_| Making::new(incidents, spec, lanes.clone())).collect();
    let mut found = Found::default();
    // What each worker's keys are called among those of all.
    let mut names: Vec<Vec<usize>> = vec![Vec::new(); workers];
    for windows in windows.chunks(AT_A_TIME) {
        let share = |(worker, making): (usize, &mut Making<'_>)| -> Vec<Counted> {
            let mine = windows.iter().skip(worker).step_by(workers);
            mine.map(|&window| making.window(order.rows(window), window)).collect()
        };
        let counted: Vec<Vec<Counted>> = makings.par_iter_mut().enumerate().map(share).collect();
        for (names, making) in names.iter_mut().zip(&makings) {
            names.extend(making.keys()[names.len()..].iter().map(|&key| found.number(key)));
        }
        for (at, &window) in windows.iter().enumerate() {
            let worker = at % workers;
            for (key, encoded) in counted[worker][at / workers].iter() {
                found.windows[names[worker][key]].push(window, encoded);
            }
        }
    }
    Cube::of(found.keys.into_iter().zip(found.windows).filter(|(_, windows)| !windows.is_empty()))
}

/// The keys of all workers with what is counted under them.
#[derive(Default)]
struct Found {
    numbers: FxHashMap<Key, usize>,
    keys: Vec<Key>,
    windows: Vec<Windows>,
}

impl Found {
    fn number(&mut self, key: Key) -> usize {
        *self.numbers.entry(key).or_insert_with(|| {
            self.keys.push(key);
            self.windows.push(Windows::default());
            self.keys.len() - 1
        })
    }
}

/// The rows of each window, in the order of the table.
struct Order {
    /// Where the rows of each window end.
    ends: Vec<usize>,
    rows: Vec<u32>,
}

impl Order {
    fn of(incidents: &Incidents, counted: &[bool], spec: &Spec) -> Order {
        let rows = incidents.rows();
        let mut places: Vec<usize> = vec![0; spec.calendar.iter().count() + 1];
        let counted = || rows.iter().filter(|row| counted[row.index]);
        counted().for_each(|row| Order::windows_of(row, spec, |window| places[window + 1] += 1));
        for window in 1..places.len() {
            places[window] += places[window - 1];
        }
        let mut order = vec![0; places.last().copied().unwrap_or_default()];
        counted().for_each(|row| {
            Order::windows_of(row, spec, |window| {
                order[places[window]] = row.index as u32;
                places[window] += 1;
            })
        });
        places.pop();
        Order { ends: places, rows: order }
    }

    /// The windows in which a row counts, each once.
    fn windows_of(row: Row<'_>, spec: &Spec, mut found: impl FnMut(usize)) {
        match days(row, spec) {
            Days::One(day) => spec.calendar.find(day).into_iter().for_each(found),
            Days::Several(days) => {
                let parts = piece::spread(days, &Entry::default(), spec);
                parts.into_iter().for_each(|(window, _)| found(window as usize));
            }
        }
    }

    fn windows(&self) -> u32 {
        self.ends.len() as u32
    }

    fn rows(&self, window: u32) -> &[u32] {
        let window = window as usize;
        let start = if window == 0 { 0 } else { self.ends[window - 1] };
        &self.rows[start..self.ends[window]]
    }
}

/// The days on which a row counts.
pub(super) enum Days {
    One(Day),
    /// In equal parts.
    Several(Window),
}

pub(super) fn days(row: Row<'_>, spec: &Spec) -> Days {
    let start = row.start();
    let end = row.end().min(spec.until).max(start);
    match spec.multi_day {
        MultiDay::Start => Days::One(start),
        MultiDay::Midpoint => Days::One(start.plus(end.since(start) / 2)),
        MultiDay::Spread if start == end => Days::One(start),
        MultiDay::Spread => Days::Several(Window::new(start, end).expect("an incident ends no earlier than it starts")),
    }
}

/// The windows into which a row falls, each with the part of its weight that counts there: as in a count of the same spec.
pub fn pieces(row: Row<'_>, spec: &Spec) -> Vec<(u32, Amount)> {
    let weight = row.weight();
    match days(row, spec) {
        Days::One(day) => spec.calendar.find(day).map(|window| (window as u32, weight)).into_iter().collect(),
        Days::Several(days) => {
            let cell = Cell { incidents: weight, ..Cell::default() };
            let pieces = piece::spread(days, &Entry { cell, ..Entry::default() }, spec);
            pieces.into_iter().map(|(window, piece)| (window, piece.cell.incidents)).collect()
        }
    }
}

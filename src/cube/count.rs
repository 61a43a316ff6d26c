//! Counting: the one kernel that turns incidents into a cube.

use super::entry::Entry;
use super::making::Making;
use super::novelty::Novelty;
use super::piece::{self, Lanes};
use super::placement::Placement;
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

/// Counts the rows for which `counted` is true. Rows that fall into no window of the calendar add nothing.
///
/// One window after the other, several side by side: a window's sums are small, and what is summed up is written into few bytes.
pub fn count(incidents: &Incidents, counted: &[bool], spec: &Spec) -> Cube {
    let placement = Placement::of(incidents, counted, spec);
    // Each keeps what it finds out about keys: as many as can work at once, for all windows.
    let workers = rayon::current_num_threads().min(placement.windows().len());
    let lanes = Lanes::of(incidents, spec);
    let mut makings: Vec<Making> = (0..workers).map(|_| Making::new(incidents, spec, lanes.clone())).collect();
    let mut found = Found::default();
    // What each worker's keys are called among those of all.
    let mut names: Vec<Vec<usize>> = vec![Vec::new(); workers];
    // What the batch before came to, which is handed on while the next one is brought together.
    let mut before: Option<(&[u32], Vec<Vec<Counted>>)> = None;
    for windows in placement.batches() {
        let mut gathered = Vec::new();
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| gathered = placement.gather(incidents, windows));
            before.take().into_iter().for_each(|(windows, counted)| found.take(windows, &counted, &names));
        });
        let rows = |at: usize| gathered.iter().flat_map(move |lists| &lists[at]);
        let share = |(worker, making): (usize, &mut Making<'_>)| -> Vec<Counted> {
            let mine = windows.iter().enumerate().skip(worker).step_by(workers);
            mine.map(|(at, &window)| making.window(rows(at), window)).collect()
        };
        before = Some((windows, makings.par_iter_mut().enumerate().map(share).collect()));
        for (names, making) in names.iter_mut().zip(&makings) {
            names.extend(making.keys()[names.len()..].iter().map(|&key| found.number(key)));
        }
    }
    before.into_iter().for_each(|(windows, counted)| found.take(windows, &counted, &names));
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
    /// Takes in what each worker counted in every so many of these windows; `names` are the numbers that its keys have here.
    fn take(&mut self, windows: &[u32], counted: &[Vec<Counted>], names: &[Vec<usize>]) {
        let workers = counted.len();
        for (at, &window) in windows.iter().enumerate() {
            let worker = at % workers;
            for (key, encoded) in counted[worker][at / workers].iter() {
                self.windows[names[worker][key]].push(window, encoded);
            }
        }
    }

    fn number(&mut self, key: Key) -> usize {
        *self.numbers.entry(key).or_insert_with(|| {
            self.keys.push(key);
            self.windows.push(Windows::default());
            self.keys.len() - 1
        })
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

//! Which rows fall into which window, and the rows of some windows brought together.

use super::count::{Days, MultiDay, Spec, days};
use super::entry::Entry;
use super::piece;
use crate::incident::{Incidents, Row};
use rayon::prelude::*;

/// Rows brought together at a time, or a thirty-second of the table if that is more: rows lie in any order, so the table is walked from
/// end to end for each of these batches, which is far faster than fetching them one by one.
const BATCH: usize = 1 << 17;
const BATCHES: usize = 32;

/// Stands for a row that is in no window, or in several, or in one that has no room here.
const ELSEWHERE: u16 = u16::MAX;
/// Stands for a window that is not wanted.
const UNWANTED: u32 = u32::MAX;

/// The windows of all rows.
pub(super) struct Placement {
    /// By row.
    window: Vec<u16>,
    /// Rows that are elsewhere: each of their windows with the row.
    others: Vec<(u32, u32)>,
    /// Rows in each window.
    sizes: Vec<usize>,
    /// The windows that have rows, ascending.
    windows: Vec<u32>,
}

/// A row of a window, with the numbers of its parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gathered {
    pub(super) row: u32,
    pub(super) act: u32,
    pub(super) site: u32,
    pub(super) losses: u32,
    pub(super) outlets: u32,
}

impl Placement {
    pub(super) fn of(incidents: &Incidents, counted: &[bool], spec: &Spec) -> Placement {
        let rows = incidents.rows();
        let window = |row: usize| match counted[row].then(|| days(rows.get(row), spec)) {
            Some(Days::One(day)) => spec.calendar.find(day).map_or(ELSEWHERE, narrow),
            Some(Days::Several(_)) | None => ELSEWHERE,
        };
        let mut placement = Placement {
            window: (0..rows.len()).into_par_iter().map(window).collect(),
            others: Vec::new(),
            sizes: vec![0; spec.calendar.len()],
            windows: Vec::new(),
        };
        placement.window.iter().filter(|&&window| window != ELSEWHERE).for_each(|&window| {
            placement.sizes[usize::from(window)] += 1;
        });
        if spec.multi_day == MultiDay::Spread || spec.calendar.len() > usize::from(ELSEWHERE) {
            for row in rows.iter().filter(|row| counted[row.index] && placement.window[row.index] == ELSEWHERE) {
                let windows: Vec<u32> = match days(row, spec) {
                    Days::One(day) => spec.calendar.find(day).map(|window| window as u32).into_iter().collect(),
                    Days::Several(days) => {
                        piece::spread(days, &Entry::default(), spec).into_iter().map(|(window, _)| window).collect()
                    }
                };
                for window in windows {
                    placement.others.push((window, row.index as u32));
                    placement.sizes[window as usize] += 1;
                }
            }
        }
        let sizes = placement.sizes.iter().zip(0..);
        placement.windows = sizes.filter(|&(&size, _)| size > 0).map(|(_, window)| window).collect();
        placement
    }

    pub(super) fn windows(&self) -> &[u32] {
        &self.windows
    }

    /// All windows in order, some at a time.
    pub(super) fn batches(&self) -> impl Iterator<Item = &[u32]> {
        let most = BATCH.max(self.sizes.iter().sum::<usize>() / BATCHES);
        let mut rest = self.windows();
        std::iter::from_fn(move || {
            let mut rows = 0;
            let fits = |&&window: &&u32| {
                let fits = rows < most;
                rows += self.sizes[window as usize];
                fits
            };
            let (now, later) = rest.split_at(rest.iter().take_while(fits).count());
            rest = later;
            (!now.is_empty()).then_some(now)
        })
    }

    /// The rows of each of these windows. The table is walked by several at once: what each finds in its stretch is a list by itself.
    pub(super) fn gather(&self, incidents: &Incidents, windows: &[u32]) -> Vec<Vec<Vec<Gathered>>> {
        let mut wanted = vec![UNWANTED; self.sizes.len()];
        windows.iter().zip(0..).for_each(|(&window, at)| wanted[window as usize] = at);
        let place = |window: u32| wanted.get(window as usize).copied().filter(|&at| at != UNWANTED);
        let table = incidents.rows();
        let stretch = self.window.len().div_ceil(rayon::current_num_threads()).max(1);
        let walk = |(at, stretch_windows): (usize, &[u16])| {
            let mut gathered: Vec<Vec<Gathered>> = vec![Vec::new(); windows.len()];
            for (row, &window) in (at * stretch..).zip(stretch_windows) {
                if let Some(at) = place(placed(window)) {
                    gathered[at as usize].push(Gathered::of(table.get(row)));
                }
            }
            gathered
        };
        let mut lists: Vec<Vec<Vec<Gathered>>> = self.window.par_chunks(stretch).enumerate().map(walk).collect();
        if !self.others.is_empty() {
            let mut gathered: Vec<Vec<Gathered>> = vec![Vec::new(); windows.len()];
            for &(window, row) in &self.others {
                if let Some(at) = place(window) {
                    gathered[at as usize].push(Gathered::of(table.get(row as usize)));
                }
            }
            lists.push(gathered);
        }
        lists
    }
}

/// The window of a row as it is kept.
fn narrow(window: usize) -> u16 {
    u16::try_from(window).unwrap_or(ELSEWHERE)
}

/// The window of a row that is kept so; one that there is not for a row that is elsewhere.
fn placed(window: u16) -> u32 {
    if window == ELSEWHERE { UNWANTED } else { u32::from(window) }
}

impl Gathered {
    fn of(row: Row<'_>) -> Gathered {
        Gathered {
            row: row.index as u32,
            act: row.act_code(),
            site: row.site_code(),
            losses: row.losses_code(),
            outlets: row.outlets_code(),
        }
    }
}

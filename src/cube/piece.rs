//! What one row adds: its cell and tolls, whole, by days, or in equal parts.

use super::count::Spec;
use super::entry::{Entry, Tolls};
use super::multiset::Multiset;
use crate::incident::{Act, Cast, Forces, Incidents, Losses, Row, Success, Toll};
use crate::measure::{self, Amount, Cell, Count, LANES, Suicide, Tally};
use crate::period::{Day, Window};
use rustc_hash::FxHashSet;

/// What a row adds under a key: the numbers of its cell that are not 0, by their place among those in use, and one toll and one day
/// at most.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// Of the row, or the part of it.
    pub(super) weight: Amount,
    pub(super) lanes: Vec<(usize, Amount)>,
    pub(super) killed: Option<(Amount, Amount)>,
    pub(super) injured: Option<(Amount, Amount)>,
    pub(super) first_seen: Option<(Day, Amount)>,
}

impl Piece {
    /// Of an entry of one row.
    pub(super) fn of(entry: &Entry, lanes: &Lanes) -> Piece {
        let numbers = entry.cell.lanes();
        let numbers = lanes.0.iter().map(|&lane| numbers[lane]).enumerate().filter(|(_, n)| *n != Amount::ZERO);
        Piece {
            weight: entry.cell.incidents,
            lanes: numbers.collect(),
            killed: entry.tolls.killed.iter().next(),
            injured: entry.tolls.injured.iter().next(),
            first_seen: entry.first_seen.iter().next(),
        }
    }
}

/// The numbers of a cell that any row of a table has, ascending: most sources report few of them, and sums hold no others.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lanes(Vec<usize>);

impl Lanes {
    pub(super) fn of(incidents: &Incidents, spec: &Spec) -> Lanes {
        let marks: FxHashSet<Marks> =
            incidents.acts().map(|act| Marks::of(act, incidents.casts.get(act.cast))).collect();
        let mut used = [false; LANES];
        for losses in incidents.losses() {
            for &marks in &marks {
                let numbers = cell(losses, marks, spec.tolls).lanes();
                used.iter_mut().zip(numbers).for_each(|(used, n)| *used |= n != Amount::ZERO);
            }
        }
        Lanes((0..LANES).filter(|&lane| used[lane]).collect())
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The place in a cell of the number at a place among those in use.
    pub(super) fn at(&self, place: usize) -> usize {
        self.0[place]
    }
}

/// What of an act decides what a row counts for, beside its losses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Marks {
    suicide: Option<bool>,
    attributed: bool,
    unattributed: bool,
    suspected: bool,
    foreign: bool,
    failed: bool,
}

impl Marks {
    pub(super) fn of(act: &Act, cast: &Cast) -> Marks {
        Marks {
            suicide: act.suicide,
            attributed: cast.attributed(),
            unattributed: cast.unattributed(),
            suspected: cast.only_suspected(),
            foreign: act.forces == Forces::Foreign,
            failed: act.success == Success::Failed,
        }
    }
}

/// What a row counts for as a whole.
pub(super) fn whole(row: Row<'_>, spec: &Spec) -> Entry {
    Entry {
        cell: cell(row.losses(), Marks::of(row.act(), row.cast()), spec.tolls),
        tolls: tolls(row, spec.tolls),
        first_seen: Multiset::of(spec.novelty.of_row(row), row.weight()),
    }
}

/// What one row counts for.
fn cell(losses: &Losses, marks: Marks, per: measure::Tolls) -> Cell {
    let weight = losses.weight;
    let count = |number: Option<Amount>| Count::of(number, weight);
    let tally = |toll: Toll| match toll.best {
        Some(best) => Tally { known: weight, low: toll.low.unwrap_or(best), best, high: toll.high.unwrap_or(best) },
        None => Tally::default(),
    };
    let (killed, injured) = (losses.killed, losses.injured);
    let suicide = match marks.suicide {
        None => Suicide::default(),
        Some(false) => Suicide { known: weight, ..Suicide::default() },
        Some(true) => {
            Suicide { known: weight, incidents: weight, killed: count(killed.best), injured: count(injured.best) }
        }
    };
    let lethal = killed.best.is_some_and(|k| k > Amount::ZERO);
    let when = |condition: bool| if condition { weight } else { Amount::ZERO };
    Cell {
        incidents: weight,
        // How many of a week's incidents were lethal cannot be told from their sum.
        lethal: when(lethal && per == measure::Tolls::PerIncident),
        killed: tally(killed),
        injured: tally(injured),
        killed_by: losses.killed_by.map(count),
        injured_by: losses.injured_by.map(count),
        arrested: count(losses.arrested),
        abducted: count(losses.abducted),
        suicide,
        attributed: when(marks.attributed),
        unattributed: when(marks.unattributed),
        suspected: when(marks.suspected),
        foreign: when(marks.foreign),
        failed: when(marks.failed),
    }
}

/// The row's tolls as multisets; a weekly sum is no incident's toll.
fn tolls(row: Row<'_>, per: measure::Tolls) -> Tolls {
    let one = |toll: Option<Amount>| match per {
        measure::Tolls::PerIncident => Multiset::of(toll, row.weight()),
        measure::Tolls::PerRow => Multiset::default(),
    };
    Tolls { killed: one(row.killed().best), injured: one(row.injured().best) }
}

/// The entry in equal parts on each day. What falls outside the calendar is left there. The toll of the incident as one event
/// stays with the window in which it began.
pub(super) fn spread(days: Window, entry: &Entry, spec: &Spec) -> Vec<(u32, Entry)> {
    let mut windows: Vec<(Option<usize>, u32)> = Vec::new();
    for offset in 0..days.days() as i32 {
        let window = spec.calendar.find(days.start().plus(offset));
        match windows.last_mut() {
            Some((last, n)) if *last == window => *n += 1,
            _ => windows.push((window, 1)),
        }
    }
    let parts: Vec<u32> = windows.iter().map(|&(_, n)| n).collect();
    let cells = entry.cell.split(&parts);
    windows
        .iter()
        .zip(cells)
        .enumerate()
        .filter_map(|(i, (&(window, _), cell))| {
            let first_seen = entry.first_seen.map(|n| n.part(i, &parts));
            let tolls = if i == 0 { entry.tolls.clone() } else { Tolls::default() };
            window.map(|w| (w as u32, Entry { cell, tolls, first_seen }))
        })
        .collect()
}

/// The piece in `n` equal parts, exactly.
pub(super) fn split(piece: &Entry, n: usize) -> Vec<Entry> {
    let parts = vec![1; n];
    piece
        .cell
        .split(&parts)
        .into_iter()
        .enumerate()
        .map(|(i, cell)| Entry {
            cell,
            tolls: Tolls {
                killed: piece.tolls.killed.map(|n| n.part(i, &parts)),
                injured: piece.tolls.injured.map(|n| n.part(i, &parts)),
            },
            first_seen: piece.first_seen.map(|n| n.part(i, &parts)),
        })
        .collect()
}

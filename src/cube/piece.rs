//! What one row adds: its cell and tolls, whole, by days, or in equal parts.

use super::count::Spec;
use super::entry::{Entry, Tolls};
use super::multiset::Multiset;
use crate::incident::{Forces, Row, Success};
use crate::measure::{self, Amount, Cell, Count, Suicide, Tally};
use crate::period::{Day, Window};

/// What a row adds under a key: the numbers of its cell that are not 0, and one toll and one day at most.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub(super) lanes: Vec<(usize, Amount)>,
    pub(super) killed: Option<(Amount, Amount)>,
    pub(super) injured: Option<(Amount, Amount)>,
    pub(super) first_seen: Option<(Day, Amount)>,
}

impl From<&Entry> for Piece {
    /// Of an entry of one row.
    fn from(entry: &Entry) -> Piece {
        let lanes = entry.cell.lanes().into_iter().enumerate().filter(|(_, n)| *n != Amount::ZERO).collect();
        Piece {
            lanes,
            killed: entry.tolls.killed.iter().next(),
            injured: entry.tolls.injured.iter().next(),
            first_seen: entry.first_seen.iter().next(),
        }
    }
}

/// What a row counts for as a whole.
pub(super) fn whole(row: Row<'_>, spec: &Spec) -> Entry {
    Entry {
        cell: cell(row, spec.tolls),
        tolls: tolls(row, spec.tolls),
        first_seen: Multiset::of(spec.novelty.of_row(row), row.weight()),
    }
}

/// What one row counts for.
fn cell(row: Row<'_>, per: measure::Tolls) -> Cell {
    let weight = row.weight();
    let count = |number: Option<Amount>| Count::of(number, weight);
    let tally = |toll: crate::incident::Toll| match toll.best {
        Some(best) => Tally { known: weight, low: toll.low.unwrap_or(best), best, high: toll.high.unwrap_or(best) },
        None => Tally::default(),
    };
    let (killed, injured) = (row.killed(), row.injured());
    let suicide = match row.suicide() {
        None => Suicide::default(),
        Some(false) => Suicide { known: weight, ..Suicide::default() },
        Some(true) => {
            Suicide { known: weight, incidents: weight, killed: count(killed.best), injured: count(injured.best) }
        }
    };
    let lethal = killed.best.is_some_and(|k| k > Amount::ZERO);
    let cast = row.cast();
    let when = |condition: bool| if condition { weight } else { Amount::ZERO };
    Cell {
        incidents: weight,
        // How many of a week's incidents were lethal cannot be told from their sum.
        lethal: when(lethal && per == measure::Tolls::PerIncident),
        killed: tally(killed),
        injured: tally(injured),
        killed_by: row.killed_by().map(count),
        injured_by: row.injured_by().map(count),
        arrested: count(row.losses().arrested),
        abducted: count(row.losses().abducted),
        suicide,
        attributed: when(cast.attributed()),
        unattributed: when(cast.unattributed()),
        suspected: when(cast.only_suspected()),
        foreign: when(row.forces() == Forces::Foreign),
        failed: when(row.success() == Success::Failed),
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

//! Counting: the one kernel that turns incidents into a cube.

use super::entry::{Entry, Tolls};
use super::making::{Making, Part};
use super::multiset::Multiset;
use super::novelty::Novelty;
use super::{Cube, Facet, Key, Scope};
use crate::incident::{Forces, Incidents, Naming, Participant, Role, Row, Success};
use crate::measure::{self, Amount, Cell, Count, Suicide, Tally};
use crate::names::{Name, Region};
use crate::period::{Calendar, Day, Window};
use crate::source::Attribution;
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
pub fn count(incidents: &Incidents, counted: &[bool], spec: &Spec) -> Cube {
    let mut cube = Making::default();
    let rows = incidents.rows();
    for row in rows.iter().filter(|row| counted[row.index]) {
        let entry = Entry {
            cell: cell(row, spec.tolls),
            tolls: tolls(row, spec.tolls),
            first_seen: Multiset::of(spec.novelty.of_row(row), row.weight()),
        };
        for (window, piece) in place(row, entry, spec) {
            add(&mut cube, row, window, &piece, spec);
        }
    }
    cube.cube()
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

/// The windows into which the row falls, each with its piece.
fn place(row: Row<'_>, entry: Entry, spec: &Spec) -> Vec<(u32, Entry)> {
    let start = row.start();
    let end = row.end().min(spec.until).max(start);
    let day = match spec.multi_day {
        MultiDay::Start => start,
        MultiDay::Midpoint => start.plus(end.since(start) / 2),
        MultiDay::Spread if start == end => start,
        MultiDay::Spread => {
            return spread(Window::new(start, end).expect("an incident ends no earlier than it starts"), entry, spec);
        }
    };
    spec.calendar.find(day).map(|window| (window as u32, entry)).into_iter().collect()
}

/// The windows into which a row falls, each with the part of its weight that counts there: as in a count of the same spec.
pub fn pieces(row: Row<'_>, spec: &Spec) -> Vec<(u32, Amount)> {
    let cell = Cell { incidents: row.weight(), ..Cell::default() };
    let pieces = place(row, Entry { cell, ..Entry::default() }, spec);
    pieces.into_iter().map(|(window, piece)| (window, piece.cell.incidents)).collect()
}

/// The entry in equal parts on each day. What falls outside the calendar is left there. The toll of the incident as one event
/// stays with the window in which it began.
fn spread(days: Window, entry: Entry, spec: &Spec) -> Vec<(u32, Entry)> {
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

/// Adds the piece under every key that the row belongs to.
fn add(cube: &mut Making, row: Row<'_>, window: u32, piece: &Entry, spec: &Spec) {
    let kind = row.kind();
    let region = row.region();
    // Every kind together is the sum of the kinds: it is made at the end.
    let kind = Some(kind);
    let mut put = |scope: Scope, roles: &[Role], piece: &Entry| {
        let key = |role| Key { scope, facet: Facet::Ledger { kind, role } };
        cube.add(key(None), window, piece, Part::Whole);
        for &role in roles {
            cube.add(key(Some(role)), window, piece, Part::Whole);
        }
    };
    put(Scope::All, &[], piece);
    if spec.detail == Detail::Whole {
        return;
    }
    put(Scope::Region(region), &[], piece);
    if row.cast().unattributed() {
        put(Scope::UNATTRIBUTED, &[], piece);
    }
    let members = members(row, spec.attribution);
    // Where incidents are divided, each member has a part of its own.
    let parts = match spec.attribution {
        Attribution::Fractional => split(piece, members.len()),
        Attribution::Involved | Attribution::First | Attribution::Initiator => Vec::new(),
    };
    let share = |member: usize| parts.get(member).unwrap_or(piece);
    let mut families: Vec<(Name, Option<Entry>)> = Vec::new();
    for (at, (group, family, roles)) in members.iter().enumerate() {
        put(Scope::Group(*group), roles, share(at));
        if family.is_none() {
            continue;
        }
        match (families.iter_mut().find(|(f, _)| f == family), parts.get(at)) {
            // Two factions in one incident are one incident of the family ...
            (Some(_), None) => {}
            (None, None) => families.push((*family, None)),
            // ... and where incidents are divided it has the shares of both.
            (Some((_, sum)), Some(part)) => sum.get_or_insert_default().add(part),
            (None, Some(part)) => families.push((*family, Some(part.clone()))),
        }
    }
    for (family, part) in &families {
        put(Scope::Family(*family), &[], part.as_ref().unwrap_or(piece));
    }
    if !row.kind().counts() || spec.detail == Detail::Ledgers {
        return;
    }
    add_details(cube, row, window, piece, &members, &parts, region);
}

/// Districts, group by region, tactics and targets: only of what counts.
fn add_details(
    cube: &mut Making,
    row: Row<'_>,
    window: u32,
    piece: &Entry,
    members: &[(Name, Name, Vec<Role>)],
    parts: &[Entry],
    region: Region,
) {
    let kind = Some(row.kind());
    let share = |member: usize| parts.get(member).unwrap_or(piece);
    let district = row.district();
    if !district.name.is_none() && !row.place_precision().coarser_than_district() {
        let facet = Facet::Ledger { kind, role: None };
        cube.add(Key { scope: Scope::District(district), facet }, window, piece, Part::Cell);
    }
    if row.cast().unattributed() {
        cube.add(Key { scope: Scope::GroupRegion(Name::NONE, region), facet: Facet::ALL }, window, piece, Part::Cell);
    }
    for (at, (group, _, _)) in members.iter().enumerate() {
        cube.add(Key { scope: Scope::GroupRegion(*group, region), facet: Facet::ALL }, window, share(at), Part::Cell);
    }
    let (tactic, target) = (row.name(Naming::Tactic), row.name(Naming::Target));
    let scopes = [(Scope::All, piece), (Scope::Region(region), piece)];
    let groups = members.iter().enumerate().map(|(at, (group, _, _))| (Scope::Group(*group), share(at)));
    for (scope, piece) in scopes.into_iter().chain(groups) {
        if !tactic.is_none() {
            cube.add(Key { scope, facet: Facet::Tactic { kind, tactic } }, window, piece, Part::Cell);
        }
        if !target.is_none() {
            cube.add(Key { scope, facet: Facet::Target { kind, target } }, window, piece, Part::Cell);
        }
    }
}

/// The groups for which the row counts, each once, with family and roles.
fn members(row: Row<'_>, attribution: Attribution) -> Vec<(Name, Name, Vec<Role>)> {
    let participants = row.cast().participants();
    let first = participants.iter().map(|p| p.rank).min();
    let counts = |p: &&Participant| match attribution {
        Attribution::Involved | Attribution::Fractional => true,
        Attribution::First => Some(p.rank) == first,
        Attribution::Initiator => p.role == Role::Initiator,
    };
    let mut members: Vec<(Name, Name, Vec<Role>)> = Vec::new();
    // A generic member without a name stands for "nobody named": the unattributed series counts it.
    for p in participants.iter().filter(counts).filter(|p| !p.group.is_none()) {
        match members.iter_mut().find(|(group, _, _)| *group == p.group) {
            Some((_, _, roles)) => roles.push(p.role),
            None => members.push((p.group, p.family, vec![p.role])),
        }
    }
    members
}

/// The piece in `n` equal parts, exactly.
fn split(piece: &Entry, n: usize) -> Vec<Entry> {
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

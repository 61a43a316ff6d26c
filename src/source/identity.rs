//! Identity: which rows are the same incident. Repeats, revisions and monadic rows are three things (DESIGN, rules 4 and 7).

use super::facts::Edition;
use super::intake::{Issue, Quality};
use super::load::Loaded;
use crate::incident::{Cast, Code, Incidents, Number, Participant, Role, Row, Standing};
use crate::names::{Class, Name};
use rustc_hash::{FxHashMap, FxHasher};
use std::collections::{BTreeMap, HashSet};
use std::hash::{Hash, Hasher};
use strum::VariantArray;

/// What a row is to the others of its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Kept,
    /// Equal to a kept row in every column.
    Repeated,
    /// Equal to a kept row but for the actors, which that row takes over.
    Merged,
    /// An older version of a kept row.
    Superseded,
}

/// Leaves each incident once, books the others in their files' accounting, and decides which associates are groups.
pub(super) fn settle(loaded: &mut Loaded) {
    settle_allies(loaded);
    let editions: Vec<Edition> = loaded.files.iter().map(|f| f.edition).collect();
    let (fates, casts) = judge(&loaded.incidents, &editions);
    let rows = loaded.incidents.rows();
    for (row, fate) in rows.iter().zip(&fates) {
        let accounting = &mut loaded.files[row.code(Code::File) as usize].accounting;
        match fate {
            Fate::Kept => accounting.counted += 1,
            Fate::Repeated => accounting.repeated += 1,
            Fate::Merged => accounting.merged += 1,
            Fate::Superseded => accounting.superseded += 1,
        }
    }
    let mut codes: Vec<u32> = rows.iter().map(|row| row.code(Code::Cast)).collect();
    drop(rows);
    for (row, cast) in casts {
        codes[row] = loaded.incidents.casts.intern(cast);
    }
    if !loaded.incidents.is_empty() {
        loaded.incidents.set_codes(Code::Cast, codes);
    }
    let keep: Vec<bool> = fates.iter().map(|&fate| fate == Fate::Kept).collect();
    loaded.incidents.retain(&keep);
    list_near_duplicates(loaded);
}

/// A name from a list of associates is a group if the run has it as one elsewhere; else it leaves the cast and is listed.
fn settle_allies(loaded: &mut Loaded) {
    let incidents = &mut loaded.incidents;
    let mut known: BTreeMap<Name, (Class, Name)> = BTreeMap::new();
    for participant in incidents.casts.iter().flat_map(Cast::participants) {
        if participant.standing == Standing::Group {
            known.insert(participant.group, (participant.class, participant.family));
        }
    }
    let mut dropped: FxHashMap<u32, Vec<Name>> = FxHashMap::default();
    let mut renamed: Vec<u32> = Vec::with_capacity(incidents.casts.len());
    let casts: Vec<Cast> = incidents.casts.iter().cloned().collect();
    for (code, cast) in casts.iter().enumerate() {
        let settled = cast.filter_map(|p| match (p.standing, known.get(&p.group)) {
            (Standing::Group, _) => Some(p),
            (Standing::Candidate, Some(&(class, family))) => {
                let already = cast.participants().iter().any(|o| o.group == p.group && o.role != Role::Ally);
                (!already).then_some(Participant { class, family, standing: Standing::Group, ..p })
            }
            (Standing::Candidate, None) => {
                dropped.entry(code as u32).or_default().push(p.group);
                None
            }
        });
        renamed.push(incidents.casts.intern(settled));
    }
    if incidents.is_empty() {
        return;
    }
    let rows = incidents.rows();
    let mut unmatched: BTreeMap<String, u64> = BTreeMap::new();
    let codes: Vec<u32> = rows
        .iter()
        .map(|row| {
            let code = row.code(Code::Cast);
            for &name in dropped.get(&code).into_iter().flatten() {
                *unmatched.entry(incidents.pool.text(name).to_owned()).or_default() += 1;
            }
            renamed[code as usize]
        })
        .collect();
    drop(rows);
    incidents.set_codes(Code::Cast, codes);
    loaded.unmatched_allies = unmatched;
}

/// The fate of every row, and the casts of the rows that others were merged into.
fn judge(incidents: &Incidents, editions: &[Edition]) -> (Vec<Fate>, Vec<(usize, Cast)>) {
    let rows = incidents.rows();
    let mut fates = vec![Fate::Kept; rows.len()];
    let mut casts = Vec::new();
    let mut first_of: FxHashMap<&str, usize> = FxHashMap::with_capacity_and_hasher(rows.len(), Default::default());
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut nameless: FxHashMap<Vec<i64>, usize> = FxHashMap::default();
    for row in rows.iter() {
        if row.id().is_empty() {
            // Without an id only a row that repeats another in everything can be told to be the same.
            if nameless.insert(content(row, Actors::Compared), row.index).is_some() {
                fates[row.index] = Fate::Repeated;
            }
        } else if let Some(&first) = first_of.get(row.id()) {
            groups.entry(first).or_insert_with(|| vec![first]).push(row.index);
        } else {
            first_of.insert(row.id(), row.index);
        }
    }
    for members in groups.into_values() {
        // The newest version wins: by edition, revision stamp, then by where it stands.
        let age = |&i: &usize| {
            let row = rows.get(i);
            (editions[row.code(Code::File) as usize], row.number(Number::Revised), i)
        };
        let newest = *members.iter().max_by_key(|i| age(i)).expect("a group has members");
        let (edition, revised, _) = age(&newest);
        let (whole, plot) = (content(rows.get(newest), Actors::Compared), content(rows.get(newest), Actors::Ignored));
        let mut cast = rows.get(newest).cast().clone();
        for &i in members.iter().filter(|&&i| i != newest) {
            let row = rows.get(i);
            let (other_edition, other_revised, _) = age(&i);
            fates[i] = if content(row, Actors::Compared) == whole {
                Fate::Repeated
            } else if (other_edition, other_revised) == (edition, revised) && content(row, Actors::Ignored) == plot {
                cast = cast.union(row.cast());
                Fate::Merged
            } else {
                Fate::Superseded
            };
        }
        if cast != *rows.get(newest).cast() {
            casts.push((newest, cast));
        }
    }
    (fates, casts)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Actors {
    Compared,
    Ignored,
}

/// All that a row says, but for where it stands.
fn content(row: Row<'_>, actors: Actors) -> Vec<i64> {
    let codes = Code::VARIANTS.iter().filter(|&&column| match column {
        Code::File | Code::Line => false,
        Code::Cast => actors == Actors::Compared,
        _ => true,
    });
    let numbers = Number::VARIANTS.iter().flat_map(|&column| match row.number(column) {
        Some(value) => [1, value],
        None => [0, 0],
    });
    codes.map(|&column| i64::from(row.code(column))).chain(numbers).collect()
}

/// Lists incidents of different ids with the same day, place, groups, tactic, target and toll, not declared related. They count.
///
/// Rows are compared where the hashes of what they say are equal: a hash a row is all that is held.
fn list_near_duplicates(loaded: &mut Loaded) {
    let rows = loaded.incidents.rows();
    let mut hashes: Vec<(u64, usize)> = rows
        .iter()
        .filter(|&row| is_telling(row))
        .map(|row| {
            let mut hasher = FxHasher::default();
            likeness(row).hash(&mut hasher);
            (hasher.finish(), row.index)
        })
        .collect();
    hashes.sort_unstable();
    let mut found = Vec::new();
    for alike in hashes.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        // The first row of each content; nearly always there is one.
        let mut firsts: Vec<usize> = Vec::new();
        for row in alike.iter().map(|&(_, index)| rows.get(index)) {
            let Some(twin) = firsts.iter().map(|&first| rows.get(first)).find(|&t| likeness(t) == likeness(row)) else {
                firsts.push(row.index);
                continue;
            };
            if !related(row, twin) {
                let quality = Quality {
                    line: u64::from(row.code(Code::Line)),
                    id: row.id().to_owned(),
                    column: "id".to_owned(),
                    value: twin.id().to_owned(),
                    issue: Issue::NearDuplicate,
                };
                found.push((row.code(Code::File), quality));
            }
        }
    }
    drop(rows);
    for (file, quality) in found {
        loaded.files[file as usize].quality.push(quality);
    }
    loaded.files.iter_mut().for_each(|file| file.quality.sort());
}

/// Without a place, or with neither an actor nor a tactic, two rows are alike because little is known of them.
fn is_telling(row: Row<'_>) -> bool {
    let known = !row.cast().participants().is_empty() || !row.name(Code::Tactic).is_none();
    known && !row.name(Code::Place).is_none() && !row.id().is_empty()
}

/// What near duplicates have in common.
fn likeness(row: Row<'_>) -> ([u32; 8], [i64; 3]) {
    let codes =
        [Code::Country, Code::Region, Code::District, Code::Place, Code::Cast, Code::Tactic, Code::Target, Code::Kind];
    let numbers = [Number::Start, Number::Killed, Number::Injured];
    (codes.map(|column| row.code(column)), numbers.map(|column| row.number(column).unwrap_or(-1)))
}

fn related(a: Row<'_>, b: Row<'_>) -> bool {
    let names = |row: Row<'_>, other: Row<'_>| {
        let ids: HashSet<&str> = row.text(Code::Related).split([',', ';']).map(str::trim).collect();
        ids.contains(other.id())
    };
    names(a, b) || names(b, a)
}

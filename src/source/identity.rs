//! Identity: which rows are the same incident. Repeats, revisions and monadic rows are three things (DESIGN, rules 4 and 7).

use super::alike::{NOTHING, alike, hash_of};
use super::facts::Edition;
use super::intake::{Issue, Quality};
use super::load::Loaded;
use crate::incident::{Act, Cast, Incidents, Naming, Participant, Role, Row, Standing};
use crate::names::{Class, Interned, Name};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::hash::Hash;

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
    let hashes = loaded.incidents.take_hashes();
    let (fates, casts) = judge(&loaded.incidents, &hashes, &editions);
    for (row, fate) in loaded.incidents.rows().iter().zip(&fates) {
        let accounting = &mut loaded.files[row.file()].accounting;
        match fate {
            Fate::Kept => accounting.counted += 1,
            Fate::Repeated => accounting.repeated += 1,
            Fate::Merged => accounting.merged += 1,
            Fate::Superseded => accounting.superseded += 1,
        }
    }
    loaded.incidents.set_casts(casts);
    list_near_duplicates(loaded, hashes, &fates);
    let keep: Vec<bool> = fates.iter().map(|&fate| fate == Fate::Kept).collect();
    loaded.incidents.retain(&keep);
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
    let is_dropped = |p: &&Participant| p.standing == Standing::Candidate && !known.contains_key(&p.group);
    let dropped: Vec<Vec<Name>> = incidents
        .casts
        .iter()
        .map(|cast| cast.participants().iter().filter(is_dropped).map(|p| p.group).collect())
        .collect();
    let mut unmatched: BTreeMap<String, u64> = BTreeMap::new();
    if dropped.iter().any(|names| !names.is_empty()) {
        for row in incidents.rows().iter() {
            for &name in &dropped[row.act().cast as usize] {
                *unmatched.entry(incidents.pool.text(name).to_owned()).or_default() += 1;
            }
        }
    }
    incidents.recast(|cast| {
        cast.filter_map(|p| match (p.standing, known.get(&p.group)) {
            (Standing::Group, _) => Some(p),
            (Standing::Candidate, Some(&(class, family))) => {
                let already = cast.participants().iter().any(|o| o.group == p.group && o.role != Role::Ally);
                (!already).then_some(Participant { class, family, standing: Standing::Group, ..p })
            }
            (Standing::Candidate, None) => None,
        })
    });
    loaded.unmatched_allies = unmatched;
}

/// The fate of every row, and the casts of the rows that others were merged into.
fn judge(incidents: &Incidents, hashes: &[u32], editions: &[Edition]) -> (Vec<Fate>, Vec<(usize, Cast)>) {
    let rows = incidents.rows();
    let mut fates = vec![Fate::Kept; rows.len()];
    let mut casts = Vec::new();
    // Without an id only a row that repeats another in everything can be told to be the same.
    if hashes.contains(&NOTHING) {
        let of_content = |row: usize| match hashes[row] {
            NOTHING => hash_of(&content(rows.get(row))),
            _ => NOTHING,
        };
        let contents: Vec<u32> = (0..rows.len()).into_par_iter().map(of_content).collect();
        for set in alike(&contents) {
            let mut firsts: Vec<Content> = Vec::new();
            for row in set {
                let content = content(rows.get(row));
                match firsts.contains(&content) {
                    true => fates[row] = Fate::Repeated,
                    false => firsts.push(content),
                }
            }
        }
    }
    let mut sets = alike(hashes);
    sets.sort_unstable();
    for members in of_one_id(incidents, sets) {
        judge_versions(incidents, &members, editions, &mut fates, &mut casts);
    }
    (fates, casts)
}

/// The sets of rows that share a hash, by the ids themselves.
fn of_one_id(incidents: &Incidents, sets: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut rows: Vec<usize> = sets.iter().flatten().copied().collect();
    rows.sort_unstable();
    let ids: FxHashMap<usize, String> = rows.iter().copied().zip(incidents.ids_of(rows.iter().copied())).collect();
    let mut split = Vec::new();
    for set in sets {
        let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        set.into_iter().for_each(|row| by_id.entry(ids[&row].as_str()).or_default().push(row));
        split.extend(by_id.into_values().filter(|members| members.len() > 1));
    }
    split
}

/// Decides between the rows of one id.
fn judge_versions(
    incidents: &Incidents,
    members: &[usize],
    editions: &[Edition],
    fates: &mut [Fate],
    casts: &mut Vec<(usize, Cast)>,
) {
    let rows = incidents.rows();
    // The newest version wins: by edition, revision stamp, then by where it stands.
    let age = |&i: &usize| {
        let row = rows.get(i);
        (editions[row.file()], row.revised(), i)
    };
    let newest = *members.iter().max_by_key(|i| age(i)).expect("a set has members");
    let (edition, revised, _) = age(&newest);
    let (whole, plot) = (content(rows.get(newest)), plot(rows.get(newest)));
    let mut cast = rows.get(newest).cast().clone();
    for &i in members.iter().filter(|&&i| i != newest) {
        let row = rows.get(i);
        let (other_edition, other_revised, _) = age(&i);
        fates[i] = if content(row) == whole {
            Fate::Repeated
        } else if (other_edition, other_revised) == (edition, revised) && self::plot(row) == plot {
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

/// All that a row says, but for its id and where it stands, in the table's numbers.
type Content = ([u32; 4], [Option<i64>; 5], Name);

fn content(row: Row<'_>) -> Content {
    let [start, end] = [row.start(), row.end()].map(|day| Some(i64::from(day.epoch())));
    let codes = [row.act_code(), row.site_code(), row.losses_code(), row.outlets_code()];
    (codes, [start, end, row.revised(), row.latitude(), row.longitude()], row.name(Naming::Related))
}

/// The same without who took part.
fn plot(row: Row<'_>) -> (Act, Content) {
    let ([_, codes @ ..], numbers, related) = content(row);
    let [site, losses, outlets] = codes;
    (Act { cast: 0, ..*row.act() }, ([0, site, losses, outlets], numbers, related))
}

/// Pairs of near duplicates whose ids are looked up together.
const IDS_AT_ONCE: usize = 1 << 13;

/// Lists incidents of different ids with the same day, place, groups, tactic, target and toll, not declared related. They count.
fn list_near_duplicates(loaded: &mut Loaded, mut hashes: Vec<u32>, fates: &[Fate]) {
    let incidents = &loaded.incidents;
    let likenesses = Likenesses::of(incidents);
    let rows = incidents.rows();
    // What the ids came to is not needed after this.
    hashes.par_iter_mut().enumerate().filter(|(_, hash)| **hash != NOTHING).for_each(|(row, hash)| {
        let likeness =
            Some(row).filter(|&row| fates[row] == Fate::Kept).and_then(|row| likenesses.of_row(rows.get(row)));
        *hash = likeness.map_or(NOTHING, |likeness| hash_of(&likeness));
    });
    let mut found = Vec::new();
    for set in alike(&hashes) {
        // The first row of each content; nearly always there is one.
        let mut firsts: Vec<Row<'_>> = Vec::new();
        for row in set.into_iter().map(|index| rows.get(index)) {
            let likeness = likenesses.of_row(row);
            let Some(&twin) = firsts.iter().find(|&&first| likenesses.of_row(first) == likeness) else {
                firsts.push(row);
                continue;
            };
            if !related(row, twin) {
                found.push((row, twin));
            }
        }
    }
    let mut quality: Vec<(usize, Quality)> = Vec::with_capacity(found.len());
    // Ids are cheap in the order of the rows, and few at a time take little room.
    for found in found.chunks(IDS_AT_ONCE) {
        let mut named: Vec<usize> = found.iter().flat_map(|(row, twin)| [row.index, twin.index]).collect();
        named.sort_unstable();
        named.dedup();
        let ids = incidents.ids_of(named.iter().copied());
        let id = |row: Row<'_>| ids[named.binary_search(&row.index).expect("it is among them")].clone();
        let listed = |&(row, twin): &(Row<'_>, Row<'_>)| {
            let issue = Issue::NearDuplicate;
            let line = u64::from(row.line());
            (row.file(), Quality { line, id: id(row), column: "id".to_owned(), value: id(twin), issue })
        };
        quality.extend(found.iter().map(listed));
    }
    for (file, quality) in quality {
        loaded.files[file].quality.push(quality);
    }
    loaded.files.iter_mut().for_each(|file| file.quality.sort());
}

/// What near duplicates have in common, of each distinct part of a table: parts that differ in nothing of it have one number.
struct Likenesses {
    acts: Vec<u32>,
    sites: Vec<u32>,
    losses: Vec<u32>,
}

impl Likenesses {
    /// Stands for a part of which so little is known that two rows are alike for it: without a place, or with neither an actor nor a
    /// tactic.
    const UNTOLD: u32 = u32::MAX;

    fn of(incidents: &Incidents) -> Likenesses {
        fn numbered<T, K: Clone + Eq + Hash>(parts: impl Iterator<Item = T>, key: impl Fn(T) -> Option<K>) -> Vec<u32> {
            let mut keys = Interned::default();
            parts.map(|part| key(part).map_or(Likenesses::UNTOLD, |key| keys.intern(key))).collect()
        }
        let of_act = |act: &Act| {
            let is_known = !incidents.casts.get(act.cast).participants().is_empty() || !act.tactic.is_none();
            is_known.then_some((act.cast, act.tactic, act.target, act.kind))
        };
        Likenesses {
            acts: numbered(incidents.acts(), of_act),
            sites: numbered(incidents.sites(), |site| (!site.place.is_none()).then_some((site.district(), site.place))),
            losses: numbered(incidents.losses(), |losses| Some((losses.killed.best, losses.injured.best))),
        }
    }

    /// `None` for a row of which too little is known.
    fn of_row(&self, row: Row<'_>) -> Option<([u32; 3], i32)> {
        let of = |numbers: &[u32], code: u32| Some(numbers[code as usize]).filter(|&number| number != Self::UNTOLD);
        let (act, site) = (of(&self.acts, row.act_code())?, of(&self.sites, row.site_code())?);
        Some(([act, site, self.losses[row.losses_code() as usize]], row.start().epoch()))
    }
}

fn related(a: Row<'_>, b: Row<'_>) -> bool {
    let names = |row: Row<'_>, other: Row<'_>| {
        let related = row.text(Naming::Related);
        !related.is_empty() && {
            let id = other.id();
            related.split([',', ';']).any(|related| related.trim() == id)
        }
    };
    names(a, b) || names(b, a)
}

//! Direct evidence of what groups are to each other: incidents that name two organisations or two families, and declared relations.

use super::Analysis;
use crate::convergence::{Direct, LedgerEntry, Named, Relation, Scene, direct as told};
use crate::cube::Fate;
use crate::finding::PairsOf;
use crate::incident::{Participant, Row};
use crate::names::{Class, Name};
use crate::period::Day;
use crate::source::{ContextRow, Declaration};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// One entry of the ledger of a pair. Of the two, `a` is the first by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectRow {
    pub a: Named,
    pub b: Named,
    pub evidence: Evidence,
}

/// What an entry rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    Incident(LedgerEntry),
    /// In the user's table of events: dated, and never counted among incidents.
    Declared {
        relation: Declaration,
        from: Day,
        to: Day,
        label: String,
    },
}

impl DirectRow {
    /// The row of the incident; `None` where it was declared.
    pub fn row(&self) -> Option<usize> {
        match &self.evidence {
            Evidence::Incident(entry) => Some(entry.row),
            Evidence::Declared { .. } => None,
        }
    }

    /// The column in which the entry stands. A truce stands in none: it says that two were enemies and that they stop.
    pub fn relation(&self) -> Option<Relation> {
        match &self.evidence {
            Evidence::Incident(entry) => Some(entry.relation()),
            Evidence::Declared { relation: Declaration::War, .. } => Some(Relation::Hostile),
            Evidence::Declared { relation: Declaration::Alliance, .. } => Some(Relation::Joint),
            Evidence::Declared { relation: Declaration::Truce, .. } => None,
        }
    }
}

/// All entries, by pair (groups, families, then a group with a family) and day.
///
/// An incident stands in the ledger if the filters let it in; that its date is too coarse for the grain does not keep it out, since
/// it enters no period. Under `--group`, pairs are those of the groups asked for, with whomever they met.
pub(super) fn direct(analysis: &Analysis, context: &[ContextRow]) -> Vec<DirectRow> {
    let rows = analysis.loaded.incidents.rows();
    let counts = |row: &Row<'_>| analysis.fates[row.index] != Fate::Filtered && row.kind().counts();
    let mut found: Vec<DirectRow> = rows.iter().filter(counts).flat_map(|row| of_incident(analysis, row)).collect();
    found.extend(context.iter().filter_map(|row| of_declaration(analysis, row)));
    // Ids are kept in blocks: each is asked for once, in the order of the rows.
    let mut named: Vec<usize> = found.iter().filter_map(DirectRow::row).collect();
    named.sort_unstable();
    named.dedup();
    let ids = analysis.loaded.incidents.ids_of(named.iter().copied());
    let id_of = |row: usize| named.binary_search(&row).map(|at| ids[at].clone()).unwrap_or_default();
    let key = |row: &DirectRow| {
        let (day, id, line) = match &row.evidence {
            Evidence::Incident(entry) => {
                let incident = rows.get(entry.row);
                (incident.start(), id_of(entry.row), incident.line())
            }
            Evidence::Declared { from, label, .. } => (*from, label.clone(), 0),
        };
        let [a, b] = [row.a, row.b].map(|one| analysis.text(one.name()).to_owned());
        (PairsOf::of(row.a, row.b), a, b, day, id, line)
    };
    found.sort_by_cached_key(key);
    found
}

/// The pairs of organisations and of families of one incident.
fn of_incident(analysis: &Analysis, row: Row<'_>) -> Vec<DirectRow> {
    let people = row.cast().participants();
    if people.len() < 2 {
        return Vec::new();
    }
    let groups = people.iter().filter(|p| p.class == Class::Organisation).map(|p| Named::Group(p.group));
    let groups: BTreeSet<Named> = groups.collect();
    let families: BTreeSet<Named> = people.iter().map(|p| Named::Family(p.family)).collect();
    let mut found = Vec::new();
    for members in [groups, families] {
        let members: Vec<Named> = members.into_iter().filter(|one| !one.name().is_none()).collect();
        for (at, &a) in members.iter().enumerate() {
            for &b in members[at + 1..].iter().filter(|&&b| is_asked_for(analysis, people, [a, b])) {
                let Some(Direct { basis, authorship }) = told(Scene::of(row), a, b) else { continue };
                let entry = LedgerEntry { row: row.index, basis, authorship };
                found.push(pair(analysis, a, b, Evidence::Incident(entry)));
            }
        }
    }
    found
}

/// Whether `--group` names one of the two, or the family of one. Of two others the filter shows only what they did beside
/// whom it names, which is no ledger of theirs.
fn is_asked_for(analysis: &Analysis, people: &[Participant], pair: [Named; 2]) -> bool {
    let wanted =
        |name: Name| !name.is_none() && analysis.policy.selection.groups.iter().any(|g| g == analysis.text(name));
    let family =
        |one: Named| people.iter().filter(move |p| matches!(one, Named::Group(_)) && one.is(p)).map(|p| p.family);
    analysis.policy.selection.groups.is_empty() || pair.iter().any(|&one| wanted(one.name()) || family(one).any(wanted))
}

/// A declared relation of two that this source has, up to the end of the coverage and inside the filters.
fn of_declaration(analysis: &Analysis, row: &ContextRow) -> Option<DirectRow> {
    let declared = row.declared.as_ref()?;
    let (a, b) = (named(analysis, &row.group)?, named(analysis, &declared.with)?);
    let selection = &analysis.policy.selection;
    let is_seen = row.from <= analysis.coverage.to() && selection.since.is_none_or(|since| row.to >= since);
    let is_here = row.region.is_empty() || selection.regions.is_empty() || selection.regions.contains(&row.region);
    let casts = analysis.loaded.incidents.casts.iter();
    let people: Vec<Participant> =
        casts.flat_map(|cast| cast.participants()).filter(|p| a.is(p) || b.is(p)).copied().collect();
    let shown = is_seen && is_here && !is_one(analysis, a, b) && is_asked_for(analysis, &people, [a, b]);
    let evidence =
        || Evidence::Declared { relation: declared.relation, from: row.from, to: row.to, label: row.label.clone() };
    shown.then(|| pair(analysis, a, b, evidence()))
}

/// The group of that name, else the family.
pub(super) fn named(analysis: &Analysis, text: &str) -> Option<Named> {
    let incidents = &analysis.loaded.incidents;
    let name = incidents.pool.find(text)?;
    let is_known = |one: &Named| incidents.casts.iter().any(|cast| cast.participants().iter().any(|p| one.is(p)));
    [Named::Group(name), Named::Family(name)].into_iter().find(is_known)
}

/// Whether one is the other or a member of it.
pub(super) fn is_one(analysis: &Analysis, a: Named, b: Named) -> bool {
    let casts = analysis.loaded.incidents.casts.iter();
    a == b || casts.flat_map(|cast| cast.participants()).any(|p| a.is(p) && b.is(p))
}

/// The two in the order of their names; a group before a family of the same name.
fn pair(analysis: &Analysis, a: Named, b: Named, evidence: Evidence) -> DirectRow {
    match analysis.text(a.name()).cmp(analysis.text(b.name())).then(a.cmp(&b)) {
        Ordering::Less | Ordering::Equal => DirectRow { a, b, evidence },
        Ordering::Greater => DirectRow { a: b, b: a, evidence },
    }
}

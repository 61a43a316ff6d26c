//! `unmatched_names.csv`, and the words by which all tables name scopes, kinds and roles.

use super::super::dataset::{ColumnDoc, Dataset, Place};
use super::super::error::Malformed;
use super::{Grid, TableKind, table};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key, Scope};
use crate::names::{Name, UNATTRIBUTED, UNKNOWN_REGION};

/// The subject of a row: scope, country, group, region, district as text.
pub(super) struct Subject<'a> {
    pub scope: &'static str,
    pub country: &'a str,
    pub group: &'a str,
    pub region: &'a str,
    pub district: &'a str,
}

/// How a scope is written in tables.
pub(super) fn subject(analysis: &Analysis, scope: Scope) -> Subject<'_> {
    let group = |name: Name| if name.is_none() { UNATTRIBUTED } else { analysis.text(name) };
    let region = |name: Name| if name.is_none() { UNKNOWN_REGION } else { analysis.text(name) };
    let blank = Subject { scope: "all", country: "", group: "", region: "", district: "" };
    match scope {
        Scope::All => blank,
        Scope::Group(name) => Subject { scope: "group", group: group(name), ..blank },
        Scope::Family(name) => Subject { scope: "family", group: group(name), ..blank },
        Scope::Region(r) => {
            Subject { scope: "region", country: analysis.text(r.country), region: region(r.name), ..blank }
        }
        Scope::District(d) => Subject {
            scope: "district",
            country: analysis.text(d.region.country),
            region: region(d.region.name),
            district: analysis.text(d.name),
            ..blank
        },
        Scope::GroupRegion(g, r) => Subject {
            scope: "group_region",
            country: analysis.text(r.country),
            group: group(g),
            region: region(r.name),
            ..blank
        },
    }
}

/// The order of rows in every table: by scope, then by the names as text, then by facet. Codes of names never order anything.
pub(super) fn sorted(analysis: &Analysis, keys: impl Iterator<Item = Key>) -> Vec<Key> {
    let mut keys: Vec<Key> = keys.collect();
    let rank = |scope: Scope| match scope {
        Scope::All => 0,
        Scope::Group(_) => 1,
        Scope::Family(_) => 2,
        Scope::Region(_) => 3,
        Scope::District(_) => 4,
        Scope::GroupRegion(..) => 5,
    };
    let facet = |facet: Facet| match facet {
        Facet::Ledger { kind, role } => (0, kind, role, ""),
        Facet::Tactic { kind, tactic } => (1, kind, None, analysis.text(tactic)),
        Facet::Target { kind, target } => (2, kind, None, analysis.text(target)),
    };
    keys.sort_by_cached_key(|key| {
        let Subject { country, group, region, district, .. } = subject(analysis, key.scope);
        (
            rank(key.scope),
            [country, group, region, district].map(str::to_owned),
            (facet(key.facet).0, facet(key.facet).1, facet(key.facet).2, facet(key.facet).3.to_owned()),
        )
    });
    keys
}

/// `all` or one kind.
pub(super) fn kind_id(facet: Facet) -> &'static str {
    let (Facet::Ledger { kind, .. } | Facet::Tactic { kind, .. } | Facet::Target { kind, .. }) = facet;
    kind.map_or("all", crate::incident::Kind::id)
}

/// `any` or one role.
pub(super) fn role_id(facet: Facet) -> &'static str {
    match facet {
        Facet::Ledger { role: Some(role), .. } => role.id(),
        Facet::Ledger { role: None, .. } | Facet::Tactic { .. } | Facet::Target { .. } => "any",
    }
}

table!(Unmatched, "unmatched_names", "Names that no alias table has, with the nearest known one");

const COLUMNS: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source", unit: "" },
    ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
    ColumnDoc {
        name: "list",
        about: "group, region, ally (a name from a list of associates that no group of the run has), boundary (one that is no region of the data), or unmapped (a region without a boundary)",
        unit: "",
    },
    ColumnDoc { name: "name", about: "the name as the file has it", unit: "" },
    ColumnDoc { name: "incidents", about: "incidents that have it", unit: "incidents" },
    ColumnDoc { name: "nearest", about: "the known name most like it", unit: "" },
];

impl TableKind for Unmatched {
    fn need(&self) -> Need {
        Need::COUNTS
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let mut grid = Grid::new(COLUMNS);
        for analysis in analyses {
            let mut row = |list: &str, name: &str, incidents: Option<f64>, nearest: &str| {
                grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id());
                grid.text(list).text(name).number(incidents).text(nearest).end_row();
            };
            for (list, unmatched) in [("group", &analysis.unmatched.groups), ("region", &analysis.unmatched.regions)] {
                for (name, (incidents, nearest)) in unmatched {
                    row(list, name, Some(incidents.value()), nearest.as_deref().unwrap_or_default());
                }
            }
            if let Some(outlines) = &analysis.outlines {
                for (name, nearest) in &outlines.matched.strangers {
                    row("boundary", name, None, nearest.as_deref().unwrap_or_default());
                }
                for (&at, nearest) in &outlines.matched.homeless {
                    let region = outlines.regions[at];
                    let total = analysis.regions.iter().find(|facts| facts.region == region).map(|facts| facts.total);
                    let name = analysis.region_name(region);
                    row("unmapped", &name, total.map(|n| n.value()), nearest.as_deref().unwrap_or_default());
                }
            }
            for (name, incidents) in &analysis.loaded.unmatched_allies {
                let known: Vec<&str> = analysis.groups.iter().map(|g| analysis.text(g.name)).collect();
                let nearest = crate::registry::nearest(name, known).unwrap_or_default();
                row("ally", name, Some(*incidents as f64), nearest);
            }
        }
        grid.finish(crate::registry::Entry::id(self), "Names that no alias table has", Place::Tables)
    }
}

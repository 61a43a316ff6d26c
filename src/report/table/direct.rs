//! `joint_incidents.csv`: incidents that name two organisations or two families, and what they are to each other in it.

use super::super::dataset::{ColumnDoc, Dataset};
use super::super::error::Malformed;
use super::anew::anew;
use super::{TableKind, groups_of, table};
use crate::analysis::{Analysis, DirectRow, Evidence, Need, Part};
use crate::convergence::Relation;
use crate::finding::PairsOf;
use crate::incident::{Authorship, Naming};
use crate::names::UNKNOWN_REGION;
use crate::source::Declaration;

table!(
    JointIncidents,
    "joint_incidents",
    "Incidents that name two groups, or two families: on one side, on opposite sides, or with competing claims"
);

const COLUMNS: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source", unit: "" },
    ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
    ColumnDoc {
        name: "scope",
        about: "group (two organisations), family (two families) or, of declared relations only, group_family",
        unit: "",
    },
    ColumnDoc { name: "a", about: "the first of the two by name", unit: "" },
    ColumnDoc { name: "b", about: "the second", unit: "" },
    ColumnDoc {
        name: "relation",
        about: "joint (on one side), competing (both are said to have done it), hostile (on opposite sides) or side_unknown; never add \
                them up; empty for a declared truce",
        unit: "",
    },
    ColumnDoc {
        name: "basis",
        about: "why: both_initiators, initiator_and_ally, parties_against_forces, two_claims, initiator_and_target, two_parties, ...; \
                declared_war, declared_truce and declared_alliance stand in the table of events and are no incidents",
        unit: "",
    },
    ColumnDoc { name: "id", about: "the source's id of the incident; empty where declared", unit: "" },
    ColumnDoc { name: "start", about: "first day", unit: "date" },
    ColumnDoc { name: "end", about: "last day", unit: "date" },
    ColumnDoc { name: "country", about: "country", unit: "" },
    ColumnDoc { name: "region", about: "region; (unknown): the source names none", unit: "" },
    ColumnDoc { name: "district", about: "district", unit: "" },
    ColumnDoc { name: "kind", about: "kind; empty where declared", unit: "" },
    ColumnDoc { name: "groups", about: "groups that took part, with ; between", unit: "" },
    ColumnDoc { name: "killed_low", about: "low estimate", unit: "people" },
    ColumnDoc { name: "killed", about: "best estimate; empty: unknown", unit: "people" },
    ColumnDoc { name: "killed_high", about: "high estimate", unit: "people" },
    ColumnDoc { name: "injured", about: "best estimate; empty: unknown", unit: "people" },
    ColumnDoc {
        name: "suspected",
        about: "yes where one of the two is only suspected to have taken part; empty where declared",
        unit: "",
    },
];

impl TableKind for JointIncidents {
    fn need(&self) -> Need {
        Need::parts(&[Part::Direct])
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let ids: Vec<Ids> = analyses.iter().map(Ids::of).collect();
        anew(("joint_incidents", "Incidents that name two groups"), COLUMNS, move |grid| {
            for (analysis, ids) in analyses.iter().zip(&ids) {
                let rows = analysis.loaded.incidents.rows();
                for direct in &analysis.direct {
                    grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id());
                    grid.text(PairsOf::of(direct.a, direct.b).id());
                    grid.text(analysis.text(direct.a.name())).text(analysis.text(direct.b.name()));
                    grid.text(direct.relation().map(Relation::id).unwrap_or_default());
                    match &direct.evidence {
                        Evidence::Incident(entry) => {
                            let row = rows.get(entry.row);
                            let (region, killed) = (row.text(Naming::Region), row.killed());
                            grid.text(entry.basis.id())
                                .text(ids.of_row(entry.row))
                                .day(Some(row.start()))
                                .day(Some(row.end()));
                            grid.text(row.text(Naming::Country));
                            grid.text(if region.is_empty() { UNKNOWN_REGION } else { region });
                            grid.text(row.text(Naming::District));
                            grid.text(row.kind().id()).text(&groups_of(analysis, row.cast()));
                            grid.amount(killed.low).amount(killed.best).amount(killed.high).amount(row.injured().best);
                            grid.text(match entry.authorship {
                                Authorship::Confirmed => "no",
                                Authorship::Suspected => "yes",
                            });
                        }
                        Evidence::Declared { relation, from, to, .. } => {
                            grid.text(declared(*relation)).text("").day(Some(*from)).day(Some(*to));
                            grid.text("").text("").text("").text("").text("");
                            grid.amount(None).amount(None).amount(None).amount(None).text("");
                        }
                    }
                    grid.end_row();
                }
            }
        })
    }
}

/// The ids of the incidents of the ledger.
struct Ids {
    /// Ascending.
    rows: Vec<usize>,
    ids: Vec<String>,
}

impl Ids {
    /// They are kept in blocks: each is asked for once, in the order of the rows.
    fn of(analysis: &Analysis) -> Ids {
        let mut rows: Vec<usize> = analysis.direct.iter().filter_map(DirectRow::row).collect();
        rows.sort_unstable();
        rows.dedup();
        Ids { ids: analysis.loaded.incidents.ids_of(rows.iter().copied()), rows }
    }

    fn of_row(&self, row: usize) -> &str {
        self.rows.binary_search(&row).map(|at| self.ids[at].as_str()).unwrap_or_default()
    }
}

/// The basis of a relation that stands in the user's table of events.
fn declared(relation: Declaration) -> &'static str {
    match relation {
        Declaration::War => "declared_war",
        Declaration::Truce => "declared_truce",
        Declaration::Alliance => "declared_alliance",
    }
}

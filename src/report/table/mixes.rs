//! `tactics.csv`, `targets.csv`, `districts.csv`: what, against whom, and where exactly.

use super::super::dataset::{ColumnDoc, Dataset, Place, Rows};
use super::super::error::Malformed;
use super::by_key::{Block, ByKey};
use super::names::{kind_id, sorted, subject};
use super::{Grid, TableKind, table};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key, Scope, Windows};
use crate::measure::Measure;

table!(Tactics, "tactics", "Incidents and killed by tactic");
table!(Targets, "targets", "Incidents and killed by target");
table!(Districts, "districts", "Incidents and killed by district");

macro_rules! columns {
    ($($special:expr),*) => {
        &[
            ColumnDoc { name: "source", about: "id of the source", unit: "" },
            ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
            ColumnDoc { name: "scope", about: "all, group, region or district", unit: "" },
            ColumnDoc { name: "country", about: "country of the region", unit: "" },
            ColumnDoc { name: "group", about: "group", unit: "" },
            ColumnDoc { name: "region", about: "region", unit: "" },
            $($special,)*
            ColumnDoc { name: "kind", about: "all (every kind but other) or one kind", unit: "" },
            ColumnDoc { name: "period", about: "label of the period; only periods with incidents", unit: "" },
            ColumnDoc { name: "start", about: "first day", unit: "date" },
            ColumnDoc { name: "status", about: "complete, partial or not_covered", unit: "" },
            ColumnDoc { name: "incidents", about: "incidents", unit: "incidents" },
            ColumnDoc { name: "killed_known", about: "incidents with a known number of killed", unit: "incidents" },
            ColumnDoc { name: "killed", about: "killed in them: at least, where killed_known < incidents", unit: "people" },
            ColumnDoc { name: "injured", about: "injured: at least, where some are unknown", unit: "people" },
        ]
    };
}

const TACTICS: &[ColumnDoc] = columns!(ColumnDoc { name: "tactic", about: "tactic as the source names it", unit: "" });
const TARGETS: &[ColumnDoc] = columns!(ColumnDoc { name: "target", about: "target as the source names it", unit: "" });
const DISTRICTS: &[ColumnDoc] =
    columns!(ColumnDoc { name: "district", about: "district; places coarser than one are left out", unit: "" });

/// The rows of every key for which `special` gives the table's own column.
fn rows<'a>(
    columns: &'static [ColumnDoc],
    analyses: &'a [Analysis],
    special: impl Fn(&'a Analysis, Key) -> Option<&'a str> + Send + Sync + 'a,
) -> impl Rows + 'a {
    let mut blocks = Vec::new();
    for (source, analysis) in analyses.iter().enumerate() {
        for key in sorted(analysis, analysis.cube.keys().filter(|&key| special(analysis, key).is_some())) {
            let rows = analysis.cube.get(key).map_or(0, Windows::len);
            blocks.push(Block { source, key, rows });
        }
    }
    ByKey::new(columns, analyses, blocks, move |grid: &mut Grid, analysis: &'a Analysis, key| {
        let name = special(analysis, key).expect("keys without it were left out");
        write(grid, analysis, key, name);
    })
}

fn write(grid: &mut Grid, analysis: &Analysis, key: Key, name: &str) {
    let reports = &analysis.loaded.facts.reports;
    let subject = subject(analysis, key.scope);
    for (window, entry) in analysis.cube.get(key).into_iter().flatten() {
        let period = analysis.periods[window as usize];
        grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id()).text(subject.scope);
        grid.text(subject.country).text(subject.group).text(subject.region).text(name).text(kind_id(key.facet));
        grid.text(&period.label()).day(Some(period.start())).text(analysis.status(key.scope, period).id());
        grid.amount(Some(entry.cell.incidents)).amount(reports.killed.yes().then_some(entry.cell.killed.known));
        grid.reading(Measure::Killed.of(&entry.cell, reports));
        grid.reading(Measure::Injured.of(&entry.cell, reports)).end_row();
    }
}

impl TableKind for Tactics {
    fn need(&self) -> Need {
        Need::COUNTS
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let rows = rows(TACTICS, analyses, |analysis, key| match key.facet {
            Facet::Tactic { tactic, .. } => Some(analysis.text(tactic)),
            Facet::Ledger { .. } | Facet::Target { .. } => None,
        });
        Dataset::in_parts("tactics", "Tactics by period", Place::Tables, TACTICS, rows)
    }
}

impl TableKind for Targets {
    fn need(&self) -> Need {
        Need::COUNTS
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let rows = rows(TARGETS, analyses, |analysis, key| match key.facet {
            Facet::Target { target, .. } => Some(analysis.text(target)),
            Facet::Ledger { .. } | Facet::Tactic { .. } => None,
        });
        Dataset::in_parts("targets", "Targets by period", Place::Tables, TARGETS, rows)
    }
}

impl TableKind for Districts {
    fn need(&self) -> Need {
        Need::COUNTS
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let rows = rows(DISTRICTS, analyses, |analysis, key| match key.scope {
            Scope::District(district) => Some(analysis.text(district.name)),
            Scope::All | Scope::Group(_) | Scope::Family(_) | Scope::Region(_) | Scope::GroupRegion(..) => None,
        });
        Dataset::in_parts("districts", "Districts by period", Place::Tables, DISTRICTS, rows)
    }
}

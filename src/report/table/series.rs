//! `series.csv`: every measure of every series over the full grid of periods.

use super::super::dataset::{ColumnDoc, Dataset, Place};
use super::super::error::Malformed;
use super::by_key::{Block, ByKey};
use super::names::{kind_id, role_id, sorted, subject};
use super::{Grid, TableKind, table};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key, Scope, Windows};
use crate::measure::{Amount, Cell, Count, Measure, Reading, Reported, Tally, VictimClass};
use crate::period::{Period, Status};
use crate::series::Finality;
use strum::VariantArray;

table!(Series, "series", "Incidents and tolls of every series in every period");

const COLUMNS: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source: series of two sources never mix", unit: "" },
    ColumnDoc { name: "grain", about: "day, week, saturday-week, month, quarter, half-year or year", unit: "" },
    ColumnDoc { name: "scope", about: "all, group, family, region or group_region", unit: "" },
    ColumnDoc { name: "country", about: "country of the region", unit: "" },
    ColumnDoc { name: "group", about: "group or family; (unattributed): armed and not named", unit: "" },
    ColumnDoc { name: "role", about: "any, initiator, target, party or ally", unit: "" },
    ColumnDoc { name: "region", about: "first-level region; (unknown): the source names none", unit: "" },
    ColumnDoc { name: "kind", about: "all (every kind but other) or one kind", unit: "" },
    ColumnDoc { name: "period", about: "label of the period", unit: "" },
    ColumnDoc { name: "start", about: "first day", unit: "date" },
    ColumnDoc { name: "end", about: "last day", unit: "date" },
    ColumnDoc { name: "status", about: "complete, partial or not_covered", unit: "" },
    ColumnDoc { name: "provisional", about: "yes where later reports may still change a complete period", unit: "" },
    ColumnDoc { name: "incidents", about: "incidents; empty where not covered", unit: "incidents" },
    ColumnDoc { name: "lethal_incidents", about: "incidents with at least one death", unit: "incidents" },
    ColumnDoc { name: "killed_known", about: "incidents whose number of killed is known", unit: "incidents" },
    ColumnDoc { name: "killed_low", about: "sum of the low estimates over them", unit: "people" },
    ColumnDoc {
        name: "killed",
        about: "sum of the best estimates over them: at least, where killed_known < incidents",
        unit: "people",
    },
    ColumnDoc { name: "killed_high", about: "sum of the high estimates over them", unit: "people" },
    ColumnDoc { name: "injured_known", about: "incidents whose number of injured is known", unit: "incidents" },
    ColumnDoc { name: "injured_low", about: "as killed_low", unit: "people" },
    ColumnDoc { name: "injured", about: "as killed", unit: "people" },
    ColumnDoc { name: "injured_high", about: "as killed_high", unit: "people" },
    ColumnDoc { name: "killed_civilian", about: "civilians killed, over incidents that say", unit: "people" },
    ColumnDoc { name: "killed_security", about: "members of security forces killed", unit: "people" },
    ColumnDoc { name: "killed_militant", about: "members of armed groups killed", unit: "people" },
    ColumnDoc { name: "killed_other", about: "others killed", unit: "people" },
    ColumnDoc { name: "killed_unknown", about: "killed of unknown class", unit: "people" },
    ColumnDoc { name: "injured_civilian", about: "civilians injured", unit: "people" },
    ColumnDoc { name: "injured_security", about: "members of security forces injured", unit: "people" },
    ColumnDoc { name: "injured_militant", about: "members of armed groups injured", unit: "people" },
    ColumnDoc { name: "injured_other", about: "others injured", unit: "people" },
    ColumnDoc { name: "injured_unknown", about: "injured of unknown class", unit: "people" },
    ColumnDoc { name: "arrested", about: "people arrested", unit: "people" },
    ColumnDoc { name: "abducted", about: "people abducted", unit: "people" },
];

/// Whether a key stands in the table, and in which periods.
fn shown(key: Key) -> bool {
    match (key.scope, key.facet) {
        (Scope::All | Scope::Group(_) | Scope::Family(_) | Scope::Region(_), Facet::Ledger { .. }) => true,
        (Scope::GroupRegion(..), facet) => facet == Facet::ALL,
        (Scope::District(_), _) | (_, Facet::Tactic { .. } | Facet::Target { .. }) => false,
    }
}

impl TableKind for Series {
    fn need(&self) -> Need {
        Need::COUNTS
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let rows = ByKey::new(COLUMNS, analyses, blocks(analyses, shown), write);
        let overall = |key: Key| shown(key) && key.facet == Facet::ALL && !matches!(key.scope, Scope::GroupRegion(..));
        let overall = ByKey::new(COLUMNS, analyses, blocks(analyses, overall), write);
        let id = crate::registry::Entry::id(self);
        Ok(Dataset::in_parts(id, "Incidents and tolls by period", Place::Tables, COLUMNS, rows)?.with_overall(overall))
    }
}

/// The keys of the table in their order.
fn blocks(analyses: &[Analysis], shown: impl Fn(Key) -> bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (source, analysis) in analyses.iter().enumerate() {
        let mut keys: Vec<Key> = analysis.cube.keys().filter(|&key| shown(key)).collect();
        // Kind `all` is there for every scope, also where all its incidents are of kind `other`.
        for scope in analysis.cube.scopes().filter(|s| !matches!(s, Scope::District(_) | Scope::GroupRegion(..))) {
            let all = Key { scope, facet: Facet::ALL };
            if analysis.cube.get(all).is_none() {
                keys.push(all);
            }
        }
        for key in sorted(analysis, keys.into_iter()) {
            let rows = match key.scope {
                Scope::GroupRegion(..) => analysis.cube.get(key).map_or(0, Windows::len),
                Scope::All | Scope::Group(_) | Scope::Family(_) | Scope::Region(_) | Scope::District(_) => {
                    analysis.periods.len()
                }
            };
            blocks.push(Block { source, key, rows });
        }
    }
    blocks
}

fn write(grid: &mut Grid, analysis: &Analysis, labels: &[String], key: Key) {
    let coverage = analysis.covered(key.scope);
    let entries = analysis.cube.get(key);
    for (index, (&period, label)) in analysis.periods.iter().zip(labels).enumerate() {
        let found = entries.and_then(|e| e.cell(index as u32));
        if found.is_none() && matches!(key.scope, Scope::GroupRegion(..)) {
            continue;
        }
        let status = coverage.status(period.into());
        row(grid, analysis, key, (period, label), status, &found.unwrap_or_default());
    }
}

fn row(grid: &mut Grid, analysis: &Analysis, key: Key, (period, label): (Period, &str), status: Status, cell: &Cell) {
    let subject = subject(analysis, key.scope);
    grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id()).text(subject.scope);
    grid.text(subject.country)
        .text(subject.group)
        .text(role_id(key.facet))
        .text(subject.region)
        .text(kind_id(key.facet));
    grid.text(label).day(Some(period.start())).day(Some(period.end())).text(status.id());
    let provisional = status == Status::Complete && analysis.finality(period) == Finality::Provisional;
    grid.text(if provisional { "yes" } else { "no" });
    let reports = &analysis.loaded.facts.reports;
    let covered = status != Status::NotCovered;
    let read = |measure: Measure| if covered { measure.of(cell, reports) } else { Reading::NotCovered };
    grid.reading(read(Measure::Incidents)).reading(read(Measure::LethalIncidents));
    let tally = |grid: &mut Grid, tally: Tally, reported: Reported| {
        let known = covered && reported.yes();
        let said = known && (tally.known > Amount::ZERO || cell.incidents == Amount::ZERO);
        grid.amount(known.then_some(tally.known));
        for estimate in [tally.low, tally.best, tally.high] {
            grid.amount(said.then_some(estimate));
        }
    };
    tally(grid, cell.killed, reports.killed);
    tally(grid, cell.injured, reports.injured);
    let mut count = |count: Count, reported: Reported| {
        let reading = if covered { count.reading(cell.incidents, reported) } else { Reading::NotCovered };
        grid.reading(reading);
    };
    for &class in VictimClass::VARIANTS {
        count(cell.killed_by[class as usize], reports.killed_by[class as usize]);
    }
    for &class in VictimClass::VARIANTS {
        count(cell.injured_by[class as usize], reports.injured_by[class as usize]);
    }
    count(cell.arrested, reports.arrested);
    count(cell.abducted, reports.abducted);
    grid.end_row();
}

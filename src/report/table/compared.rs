//! `changes.csv`, `records.csv`, `silences.csv`: a row for every series and comparison, also for those not computed.

use super::super::dataset::{ColumnDoc, Dataset, Place};
use super::super::error::Malformed;
use super::names::{kind_id, role_id, sorted, subject};
use super::{Grid, TableKind, table};
use crate::analysis::Analysis;
use crate::cube::Key;
use crate::period::Period;
use crate::stats::{Certainty, Silence};

table!(Changes, "changes", "Change on the previous period, on the same period a year ago, and year to date");
table!(Records, "records", "Highest or lowest since when");
table!(Silences, "silences", "Groups that went quiet or appeared");

macro_rules! with_subject {
    ($($rest:tt)*) => {
        &[
            ColumnDoc { name: "source", about: "id of the source", unit: "" },
            ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
            ColumnDoc { name: "scope", about: "all, group, family or region", unit: "" },
            ColumnDoc { name: "country", about: "country of the region", unit: "" },
            ColumnDoc { name: "group", about: "group or family", unit: "" },
            ColumnDoc { name: "role", about: "any or one role", unit: "" },
            ColumnDoc { name: "region", about: "region", unit: "" },
            ColumnDoc { name: "kind", about: "all or one kind", unit: "" },
            ColumnDoc { name: "period", about: "the latest complete period", unit: "" },
            $($rest)*
        ]
    };
}

const CHANGES: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "measure", about: "what is compared", unit: "" },
    ColumnDoc { name: "comparison", about: "previous, year_ago or year_to_date", unit: "" },
    ColumnDoc { name: "current", about: "the number now", unit: "incidents or people" },
    ColumnDoc { name: "base", about: "the number it is held against", unit: "incidents or people" },
    ColumnDoc { name: "current_days", about: "days of the current window", unit: "days" },
    ColumnDoc { name: "base_days", about: "days of the base", unit: "days" },
    ColumnDoc { name: "ratio", about: "current rate a day over base rate a day", unit: "" },
    ColumnDoc { name: "ratio_low", about: "lower end of its interval; filled by the test of the change", unit: "" },
    ColumnDoc { name: "ratio_high", about: "upper end of its interval; filled by the test of the change", unit: "" },
    ColumnDoc {
        name: "p",
        about: "probability of so large a change by chance; filled by the test of the change",
        unit: ""
    },
    ColumnDoc {
        name: "q",
        about: "p after correction for the number of tests; filled by the test of the change",
        unit: ""
    },
    ColumnDoc { name: "absolute", about: "current minus base", unit: "incidents or people" },
    ColumnDoc { name: "not_computed", about: "why there is no comparison", unit: "" },
    ColumnDoc {
        name: "percent",
        about: "change of the bare numbers, as newspapers print it; empty on a base under 10",
        unit: "per cent"
    },
    ColumnDoc {
        name: "lower_bounds",
        about: "yes where some tolls are unknown, so that both numbers are at least",
        unit: ""
    },
];

const RECORDS: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "measure", about: "incidents or killed", unit: "" },
    ColumnDoc { name: "extreme", about: "highest or lowest", unit: "" },
    ColumnDoc { name: "value", about: "the number now", unit: "incidents or people" },
    ColumnDoc {
        name: "since",
        about: "the last earlier period at least as extreme; empty: none since the records begin",
        unit: ""
    },
    ColumnDoc { name: "since_value", about: "its number", unit: "incidents or people" },
    ColumnDoc { name: "begins", about: "the first complete period: where the records begin", unit: "" },
    ColumnDoc { name: "beaten", about: "periods beaten, up to now", unit: "periods" },
    ColumnDoc { name: "lower_bounds", about: "yes where some tolls are unknown: a record of what is known", unit: "" },
    ColumnDoc { name: "not_computed", about: "why there is no answer; empty with no value: no record", unit: "" },
];

const SILENCES: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "finding", about: "quiet or new; empty: neither", unit: "" },
    ColumnDoc {
        name: "turning_period",
        about: "the last active period of a quiet group, the first of a new one",
        unit: ""
    },
    ColumnDoc { name: "expected", about: "incidents that the earlier rate led one to expect since", unit: "incidents" },
    ColumnDoc { name: "not_computed", about: "why there is no answer", unit: "" },
];

fn start(grid: &mut Grid, analysis: &Analysis, key: Key, period: Option<Period>) {
    let subject = subject(analysis, key.scope);
    grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id()).text(subject.scope);
    grid.text(subject.country)
        .text(subject.group)
        .text(role_id(key.facet))
        .text(subject.region)
        .text(kind_id(key.facet));
    grid.text(&period.map(Period::label).unwrap_or_default());
}

/// The rows in the order of all tables; rows of one key keep theirs.
fn ordered<'a, T>(analysis: &Analysis, rows: &'a [T], key: impl Fn(&T) -> Key) -> Vec<&'a T> {
    let mut keys: Vec<Key> = rows.iter().map(&key).collect();
    keys.dedup();
    let order: std::collections::HashMap<Key, usize> =
        sorted(analysis, keys.into_iter()).into_iter().enumerate().map(|(i, k)| (k, i)).collect();
    let mut rows: Vec<&T> = rows.iter().collect();
    rows.sort_by_key(|row| order[&key(row)]);
    rows
}

fn yes(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Exact => "no",
        Certainty::LowerBounds => "yes",
    }
}

impl TableKind for Changes {
    fn dataset(&self, analyses: &[Analysis]) -> Result<Dataset, Malformed> {
        let mut grid = Grid::new(CHANGES);
        for analysis in analyses {
            for row in ordered(analysis, &analysis.changes, |row| row.key) {
                start(&mut grid, analysis, row.key, analysis.latest);
                grid.text(row.measure.id()).text(row.comparison.id());
                let change = row.result.as_ref().ok();
                let days = |days: Option<u32>| days.map(i64::from);
                grid.number(change.map(|c| c.current)).number(change.map(|c| c.base));
                grid.whole(days(change.map(|c| c.current_days))).whole(days(change.map(|c| c.base_days)));
                grid.number(change.and_then(|c| c.ratio)).number(None).number(None).number(None).number(None);
                grid.number(change.map(|c| c.absolute));
                grid.text(&row.result.as_ref().err().map(|e| e.text()).unwrap_or_default());
                grid.number(change.and_then(|c| c.plain_ratio).map(|ratio| ((ratio - 1.0) * 1000.0).round() / 10.0));
                grid.text(change.map_or("", |c| yes(c.certainty))).end_row();
            }
        }
        grid.finish("changes", "Changes of the latest complete period", Place::Tables)
    }
}

impl TableKind for Records {
    fn dataset(&self, analyses: &[Analysis]) -> Result<Dataset, Malformed> {
        let mut grid = Grid::new(RECORDS);
        for analysis in analyses {
            for row in ordered(analysis, &analysis.records, |row| row.key) {
                start(&mut grid, analysis, row.key, analysis.latest);
                let record = row.result.as_ref().ok().and_then(|found| found.as_ref());
                let since = record.and_then(|r| r.since);
                grid.text(row.measure.id()).text(row.extreme.id()).number(record.map(|r| r.value));
                grid.text(&since.map(|(period, _)| period.label()).unwrap_or_default());
                grid.number(since.and_then(|(_, value)| value));
                grid.text(&record.map(|r| r.begins.label()).unwrap_or_default());
                grid.whole(record.map(|r| r.depth as i64)).text(record.map_or("", |r| yes(r.certainty)));
                grid.text(&row.result.as_ref().err().map(|e| e.text()).unwrap_or_default()).end_row();
            }
        }
        grid.finish("records", "Records of the latest complete period", Place::Tables)
    }
}

impl TableKind for Silences {
    fn dataset(&self, analyses: &[Analysis]) -> Result<Dataset, Malformed> {
        let mut grid = Grid::new(SILENCES);
        for analysis in analyses {
            for row in ordered(analysis, &analysis.silences, |row| row.key) {
                start(&mut grid, analysis, row.key, analysis.latest);
                let (finding, period, expected) = match row.result.as_ref().ok().copied().flatten() {
                    Some(Silence::Quiet { last, expected }) => ("quiet", last.label(), Some(expected)),
                    Some(Silence::New { first }) => ("new", first.label(), None),
                    None => ("", String::new(), None),
                };
                grid.text(finding).text(&period).number(expected);
                grid.text(&row.result.as_ref().err().map(|e| e.text()).unwrap_or_default()).end_row();
            }
        }
        grid.finish("silences", "Groups that went quiet or appeared", Place::Tables)
    }
}

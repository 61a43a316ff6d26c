//! `changes.csv`, `records.csv`, `silences.csv`: a row for every series and comparison, also for those not computed.

use super::super::dataset::{ColumnDoc, Dataset};
use super::super::error::Malformed;
use super::anew::anew;
use super::series_row::{ordered, start, with_subject, yes};
use super::{TableKind, table};
use crate::analysis::Analysis;
use crate::stats::Silence;

table!(Changes, "changes", "Change on the previous period, on the same period a year ago, and year to date");
table!(Records, "records", "Highest or lowest since when");
table!(Silences, "silences", "Groups that went quiet or appeared");

const CHANGES: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "measure", about: "what is compared", unit: "" },
    ColumnDoc { name: "comparison", about: "previous, year_ago or year_to_date", unit: "" },
    ColumnDoc { name: "current", about: "the number now", unit: "incidents or people" },
    ColumnDoc { name: "base", about: "the number it is held against", unit: "incidents or people" },
    ColumnDoc { name: "current_days", about: "days of the current window", unit: "days" },
    ColumnDoc { name: "base_days", about: "days of the base", unit: "days" },
    ColumnDoc { name: "ratio", about: "current rate a day over base rate a day", unit: "" },
    ColumnDoc { name: "ratio_low", about: "lower end of its 95 % interval", unit: "" },
    ColumnDoc { name: "ratio_high", about: "upper end of its 95 % interval; empty: without bound", unit: "" },
    ColumnDoc { name: "p", about: "probability of so large a change by chance alone", unit: "" },
    ColumnDoc {
        name: "q",
        about: "p among all changes of its family (Benjamini-Hochberg); empty where no outcome could have been significant",
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
    ColumnDoc {
        name: "test",
        about: "poisson, poisson_without_history, negative_binomial or, of tolls, permutation",
        unit: ""
    },
    ColumnDoc { name: "dispersion", about: "variance over mean that the test allows for; 1 is Poisson", unit: "" },
    ColumnDoc {
        name: "history",
        about: "complete periods before both, from which the dispersion is taken",
        unit: "periods"
    },
    ColumnDoc {
        name: "ratio_without_deadliest",
        about: "of tolls: the ratio without the deadliest incident of either period",
        unit: ""
    },
    ColumnDoc { name: "p_without_deadliest", about: "of tolls: p without it", unit: "" },
    ColumnDoc {
        name: "judgement",
        about: "clear (q up to 0.05), suggestive (p up to 0.05) or within_chance",
        unit: ""
    },
    ColumnDoc { name: "not_tested", about: "why there is no p", unit: "" },
    ColumnDoc {
        name: "shrunk_ratio",
        about: "of incidents of groups and regions: the ratio drawn towards that of all of them as far as chance explains their spread; rank by this",
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

impl TableKind for Changes {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("changes", "Changes of the latest complete period"), CHANGES, move |grid| {
            for analysis in analyses {
                for row in ordered(analysis, &analysis.changes, |row| row.key) {
                    start(grid, analysis, row.key, analysis.latest);
                    grid.text(row.measure.id()).text(row.comparison.id());
                    let change = row.result.as_ref().ok();
                    let days = |days: Option<u32>| days.map(i64::from);
                    grid.number(change.map(|c| c.current)).number(change.map(|c| c.base));
                    grid.whole(days(change.map(|c| c.current_days))).whole(days(change.map(|c| c.base_days)));
                    let tested = row.tested.as_ref().ok();
                    let evidence = tested.map(|t| t.evidence);
                    grid.number(change.and_then(|c| c.ratio)).number(evidence.map(|e| e.ratio.low));
                    grid.number(evidence.map(|e| e.ratio.high))
                        .number(evidence.map(|e| e.p))
                        .number(tested.and_then(|t| t.q));
                    grid.number(change.map(|c| c.absolute));
                    grid.text(&row.result.as_ref().err().map(|e| e.text()).unwrap_or_default());
                    grid.number(
                        change.and_then(|c| c.plain_ratio).map(|ratio| ((ratio - 1.0) * 1000.0).round() / 10.0),
                    );
                    grid.text(change.map_or("", |c| yes(c.certainty))).text(evidence.map_or("", |e| e.test.into()));
                    grid.number(evidence.map(|e| e.dispersion)).whole(evidence.map(|e| e.history as i64));
                    let without = tested.and_then(|t| t.without_deadliest).map(|(without, _)| without);
                    grid.number(without.map(|w| w.ratio.estimate)).number(without.map(|w| w.p));
                    grid.text(tested.map_or("", |t| t.judgement().id()));
                    grid.text(&row.tested.as_ref().err().map(|e| e.text()).unwrap_or_default());
                    grid.number(row.shrunk).end_row();
                }
            }
        })
    }
}

impl TableKind for Records {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("records", "Records of the latest complete period"), RECORDS, move |grid| {
            for analysis in analyses {
                for row in ordered(analysis, &analysis.records, |row| row.key) {
                    start(grid, analysis, row.key, analysis.latest);
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
        })
    }
}

impl TableKind for Silences {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("silences", "Groups that went quiet or appeared"), SILENCES, move |grid| {
            for analysis in analyses {
                for row in ordered(analysis, &analysis.silences, |row| row.key) {
                    start(grid, analysis, row.key, analysis.latest);
                    let (finding, period, expected) = match row.result.as_ref().ok().copied().flatten() {
                        Some(Silence::Quiet { last, expected }) => ("quiet", last.label(), Some(expected)),
                        Some(Silence::New { first }) => ("new", first.label(), None),
                        None => ("", String::new(), None),
                    };
                    grid.text(finding).text(&period).number(expected);
                    grid.text(&row.result.as_ref().err().map(|e| e.text()).unwrap_or_default()).end_row();
                }
            }
        })
    }
}

//! Tables of statistics: a row for every series and every statistic, also for those not computed, and then with the reason.

use crate::harness::{Bench, Row, Table};
use crate::invented::{INPUT, Month, fill, own_bench, steady, steady_months};
use std::collections::BTreeSet;

/// The new tables, each with the column that holds its value.
pub const VALUES: [(&str, &str); 5] =
    [("trends", "estimate"), ("alerts", "p"), ("breaks", "break_period"), ("forecasts", "mean"), ("scores", "crps")];

const SUBJECT: [&str; 6] = ["scope", "country", "group", "role", "region", "kind"];

const TREND_STATISTICS: [&str; 5] = ["growth", "mann_kendall", "hamed_rao", "seasonal_kendall", "sen_slope"];

/// No row is empty without a reason, and none has both a value and a reason for having none.
pub fn assert_reasons(table: &Table, id: &str, value: &str) {
    for row in &table.rows {
        let empty = (row.get(value).is_empty(), row.get("not_computed").is_empty());
        assert_ne!(empty.0, empty.1, "{id}: a value or a reason: {row:?}");
        for column in ["p", "q"].into_iter().filter(|column| table.header.iter().any(|c| c == column)) {
            assert!(empty.1 || row.get(column).is_empty(), "{id}: {row:?}");
        }
    }
}

/// Where a change has a ratio it has a p, or the reason why there is none.
pub fn assert_changes_tested(table: &Table) {
    for row in &table.rows {
        let told = ["p", "not_computed", "not_tested"].iter().any(|column| !row.get(column).is_empty());
        assert!(told, "{row:?}");
        let both = !row.get("p").is_empty() && !row.get("not_tested").is_empty();
        assert!(!both, "{row:?}");
        assert_eq!(row.get("judgement").is_empty(), row.get("p").is_empty(), "{row:?}");
    }
}

/// Five years with a group that went quiet, one that appeared, one of whom there is one incident, clashes and unnamed groups.
fn mixed() -> Bench {
    let (first, last) = (Month::JANUARY_2021, Month::DECEMBER_2025);
    let mut sheet = steady_months(first, last);
    for month in first.to(last) {
        let clash = [("kind", "clash"), ("groups", "Free Lake Front; Hill Brigade"), ("region", "East")];
        fill(&mut sheet, month, steady(4, month, 4), &clash);
        fill(&mut sheet, month, 2, &[("groups", ""), ("region", "")]);
        if month < Month::new(2022, 6) {
            fill(&mut sheet, month, 5, &[("groups", "Quiet Column"), ("killed", "")]);
        }
        if month > Month::new(2025, 4) {
            fill(&mut sheet, month, 4, &[("groups", "Late Arrivals"), ("region", "West")]);
        }
    }
    sheet.row(&[("date", "2023-05-05"), ("groups", "Once Only"), ("region", "Far Isle"), ("kind", "operation")]);
    own_bench(&sheet)
}

fn subject(row: &Row) -> Vec<String> {
    SUBJECT.iter().map(|column| row.get(column).to_owned()).collect()
}

fn subjects(table: &Table, keys: &[(&str, &str)]) -> BTreeSet<Vec<String>> {
    table.all(keys).into_iter().map(subject).collect()
}

#[test]
fn every_series_and_statistic_has_a_row_with_a_value_or_a_reason() {
    let bench = mixed();
    let changes = bench.table("changes", &INPUT);
    assert_changes_tested(&changes);
    for (id, value) in VALUES {
        let table = bench.table(id, &INPUT);
        assert_reasons(&table, id, value);
        for measure in ["incidents", "killed"] {
            let wanted = subjects(&changes, &[("measure", measure)]);
            assert!(wanted.len() > 10);
            let found = subjects(&table, &[("measure", measure)]);
            let missing: Vec<_> = wanted.difference(&found).collect();
            assert!(missing.is_empty(), "{id}, {measure}: {missing:?}");
        }
    }
}

#[test]
fn every_trend_statistic_has_one_row_a_series() {
    let bench = mixed();
    let trends = bench.table("trends", &INPUT);
    for subject in subjects(&trends, &[]) {
        let keys: Vec<(&str, &str)> = SUBJECT.iter().copied().zip(subject.iter().map(String::as_str)).collect();
        for statistic in TREND_STATISTICS {
            trends.one(&[keys.as_slice(), &[("measure", "incidents"), ("statistic", statistic)]].concat());
        }
    }
    for row in trends.all(&[("statistic", "growth")]) {
        let verdict = row.get("verdict");
        assert!(["rising", "falling", "no_evidence", "too_little_data"].contains(&verdict), "{row:?}");
        assert_eq!(verdict == "too_little_data", row.get("estimate").is_empty(), "{row:?}");
    }
}

#[test]
fn a_forecast_has_six_periods_in_order_and_one_forecaster_shown_of_each_series() {
    let bench = mixed();
    let (forecasts, scores) = (bench.table("forecasts", &INPUT), bench.table("scores", &INPUT));
    let whole = [("scope", "all"), ("kind", "all"), ("measure", "incidents")];
    let steps = forecasts.all(&whole);
    let targets: Vec<&str> = steps.iter().map(|row| row.get("target_period")).collect();
    assert_eq!(targets, ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]);
    for row in steps {
        let ends = ["low95", "low80", "low50", "median", "high50", "high80", "high95"].map(|column| row.number(column));
        assert!(ends.is_sorted(), "{row:?}");
        assert!((10.0..50.0).contains(&row.number("mean")), "{row:?}");
    }
    let ahead = scores.all(&[whole.as_slice(), &[("ahead", "1")]].concat());
    assert_eq!(ahead.len(), 3, "ours and two benchmarks: {ahead:?}");
    let shown: Vec<&&Row> = ahead.iter().filter(|row| row.get("shown") == "yes").collect();
    assert_eq!(shown.len(), 1, "{ahead:?}");
    let named = forecasts.values("forecaster", &whole);
    assert_eq!(named, [shown[0].get("forecaster")]);
    for row in ahead {
        let inside = ["inside50", "inside80", "inside95"].map(|column| row.number(column));
        assert!(inside.is_sorted() && row.number("crps") >= 0.0 && row.number("origins") >= 1.0, "{row:?}");
    }
}

//! A filter changes no q: families of tests are those of the whole input, whatever part of it is looked at.

use crate::harness::{Bench, Row, Table};

const CONFIG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/incident-trends.toml");

/// What makes a row of `changes.csv` or `alerts.csv` the same row.
const KEYS: [&str; 9] = ["source", "scope", "country", "group", "role", "region", "kind", "period", "measure"];

fn table(bench: &Bench, id: &str, flags: &[&str]) -> Table {
    bench.table(id, &[&["--config", CONFIG], flags].concat())
}

fn key(row: &Row, more: &[&str]) -> Vec<String> {
    KEYS.iter().chain(more).map(|column| row.get(column).to_owned()).collect()
}

/// The rows of a scope have the numbers and the q that they have without the filter.
fn assert_same(whole: &Table, filtered: &Table, scope: &[(&str, &str)], more: &[&str]) {
    let rows = filtered.all(scope);
    assert!(rows.iter().any(|row| !row.get("q").is_empty()), "nothing tested: {scope:?}");
    for row in rows {
        let same: Vec<&Row> = whole.rows.iter().filter(|other| key(other, more) == key(row, more)).collect();
        assert_eq!(same.len(), 1, "{row:?}");
        // Tolls may be tested only in series that a report shows; what is tested twice has one q.
        let both = [row, same[0]].iter().all(|row| !row.get("q").is_empty());
        if both || row.get("measure") == "incidents" {
            assert_eq!(row.cells(["p", "q"]), same[0].cells(["p", "q"]), "{row:?}");
        }
    }
}

fn assert_no_filter_matters(id: &str, more: &[&str]) {
    let bench = Bench::new();
    let whole = table(&bench, id, &[]);
    for name in ["Ilmaray", "Quorrin"] {
        let filtered = table(&bench, id, &["--region", name]);
        assert_same(&whole, &filtered, &[("scope", "region"), ("region", name)], more);
    }
    let both = table(&bench, id, &["--region", "Halvary", "--region", "Ilmaray"]);
    assert_same(&whole, &both, &[("scope", "region"), ("region", "Ilmaray")], more);
    for name in ["Banner of the Seventh Pass", "Red Kite Front"] {
        let filtered = table(&bench, id, &["--group", name]);
        assert_same(&whole, &filtered, &[("scope", "group"), ("group", name)], more);
    }
}

#[test]
fn a_filter_changes_no_q_of_a_change() {
    assert_no_filter_matters("changes", &["comparison"]);
}

#[test]
fn a_filter_changes_no_q_of_an_alert() {
    assert_no_filter_matters("alerts", &[]);
}

#[test]
fn a_filter_changes_no_q_of_a_trend() {
    assert_no_filter_matters("trends", &["statistic"]);
}

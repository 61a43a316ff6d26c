//! Extremes of size and shape: many groups and regions, one row, a long quiet.

use crate::harness::{Bench, Table};
use crate::sheets::{MAPPING, own};

fn report(bench: &Bench, flags: &[&str]) -> Table {
    bench.write("mapping.toml", MAPPING);
    let arguments = [&["report", "own.csv", "--mapping", "mapping.toml", "--quiet"], flags].concat();
    let done = bench.run(&arguments).succeeded();
    assert_eq!((done.stdout.as_str(), done.stderr.as_str()), ("", ""));
    Table::read(&bench.path("reports/latest/tables/series.csv"))
}

#[test]
fn three_hundred_groups_in_forty_regions_make_a_report() {
    let mut sheet = own();
    for group in 0..300 {
        for time in 0..2 {
            let date = format!("2024-{:02}-{:02}", (group + time) % 3 + 1, group % 28 + 1);
            let cells =
                [("date", date), ("region", format!("Region {}", group % 40)), ("groups", format!("Group {group}"))];
            sheet.row(&cells.each_ref().map(|(column, value)| (*column, value.as_str())));
        }
    }
    sheet.row(&[("date", "2024-03-31"), ("groups", "Group 0")]);
    let bench = Bench::with("own.csv", sheet.text());
    let series = report(&bench, &["--top", "3"]);
    assert_eq!(series.values("group", &[("scope", "group")]).len(), 300);
    assert_eq!(series.values("region", &[("scope", "region")]).len(), 41);
    assert_eq!(series.total("incidents"), 601.0);
    let charts = crate::harness::contents(&std::fs::canonicalize(bench.path("reports/latest/charts")).expect("charts"));
    let of_groups = charts.keys().filter(|name| name.starts_with("frequency-group-") && name.ends_with(".svg")).count();
    assert_eq!(of_groups, 3, "capped at the top three");
}

#[test]
fn one_row_makes_a_report_of_a_month_that_is_not_over() {
    let mut sheet = own();
    sheet.row(&[]);
    let bench = Bench::with("own.csv", sheet.text());
    let series = report(&bench, &[]);
    assert_eq!(series.whole("2024-03").cells(["status", "incidents"]), ["partial", "1"]);
    let link = std::fs::read_link(bench.path("reports/latest")).expect("a link");
    assert_eq!(link.to_string_lossy(), "2024-03-partial");
}

#[test]
fn a_run_in_which_nothing_is_known_makes_a_report() {
    let mut sheet = own();
    for date in ["2024-01-10", "2024-02-10", "2024-03-31"] {
        sheet.row(&[
            ("date", date),
            ("killed", ""),
            ("injured", ""),
            ("groups", ""),
            ("region", ""),
            ("district", ""),
            ("tactic", ""),
            ("target", ""),
            ("outlet", ""),
        ]);
    }
    let series = report(&Bench::with("own.csv", sheet.text()), &[]);
    assert_eq!(series.whole("2024-02").cells(["incidents", "killed", "injured"]), ["1", "", ""]);
    assert_eq!(series.group("(unattributed)", "2024-02").get("incidents"), "1");
    assert_eq!(series.region("(unknown)", "2024-02").get("incidents"), "1");
}

#[test]
fn a_report_can_be_of_any_grain() {
    let mut sheet = own();
    for year in 2021..2025 {
        sheet.rows(3, &[("date", &format!("{year}-12-31"))]).row(&[("date", &format!("{year}-06-30"))]);
    }
    let bench = Bench::with("own.csv", sheet.text());
    let labels = [("week", "2024-W52"), ("quarter", "2024-Q4"), ("half", "2024-H2"), ("year", "2024")];
    for (grain, label) in labels {
        report(&bench, &["--by", grain, "--top", "1", "--out", "reports"]);
        assert!(bench.path(&format!("reports/{label}/index.html")).exists(), "{grain}: {label}");
    }
}

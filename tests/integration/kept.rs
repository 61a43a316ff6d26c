//! Forecasts that are kept: a report tells how the forecast of the last one did, and forecasts nothing from stale data.

use crate::harness::Bench;
use crate::invented::{INPUT, Month, own_bench, steady_months};
use crate::published::Published;

fn months() -> Bench {
    own_bench(&steady_months(Month::new(2021, 1), Month::DECEMBER_2025))
}

fn folder(bench: &Bench, label: &str) -> Published {
    Published::read(&bench.path("reports").join(label))
}

#[test]
fn the_next_report_tells_how_the_last_forecast_did() {
    let bench = months();
    let first = Published::of(&bench, &INPUT, &["--as-of", "2025-11-30"]);
    assert!(first.about("", "forecast_kept_incidents").is_empty(), "there was no earlier report");
    assert!(!first.about("", "forecast").is_empty(), "it forecasts");
    let forecasts = first.table("forecasts");
    let whole = [("scope", "all"), ("kind", "all"), ("measure", "incidents"), ("target_period", "2025-12")];
    let step = forecasts.one(&whole).clone();

    let second = Published::of(&bench, &INPUT, &[]);
    let kept = second.one("", "forecast_kept_incidents");
    let observed = second.table("series").whole("2025-12").get("incidents").to_owned();
    kept.says(&[observed.as_str()]);
    // The interval of 80 % that the first report printed, rounded as it was.
    for end in ["low80", "high80"] {
        kept.says(&[format!("{:.0}", step.number(end)).as_str()]);
    }
    assert!(second.text.contains(kept.sentence()), "it stands in report.md");
    // An earlier report is an input, and in the manifest.
    assert!(second.file("manifest.json").contains("2025-11"), "the manifest names the earlier report");
}

#[test]
fn a_report_of_the_same_or_of_an_earlier_month_is_not_held_to_a_later_forecast() {
    let bench = months();
    Published::of(&bench, &INPUT, &[]);
    let again = Published::of(&bench, &INPUT, &[]);
    assert!(again.about("", "forecast_kept_incidents").is_empty(), "its own forecast is not an earlier one");
    Published::of(&bench, &INPUT, &["--as-of", "2025-10-31"]);
    let earlier = folder(&bench, "2025-10");
    assert!(earlier.about("", "forecast_kept_incidents").is_empty());
}

#[test]
fn earlier_reports_leave_no_trace_but_what_they_forecast() {
    // A run with an earlier report beside it, and one without: the numbers are the same.
    let (with, without) = (months(), months());
    Published::of(&with, &INPUT, &["--as-of", "2025-11-30"]);
    let with = Published::of(&with, &INPUT, &[]);
    let without = Published::of(&without, &INPUT, &[]);
    for table in ["series", "changes", "trends", "alerts", "breaks", "forecasts", "scores"] {
        let name = format!("tables/{table}.csv");
        assert_eq!(with.file(&name), without.file(&name), "{table}");
    }
}

/// Forecasts of the whole, and whether the report makes a claim of one.
fn forecasts(bench: &Bench, flags: &[&str]) -> (Vec<String>, bool) {
    let report = Published::of(bench, &INPUT, flags);
    let table = report.table("forecasts");
    let rows = table.all(&[("scope", "all"), ("kind", "all"), ("measure", "incidents")]);
    assert!(!rows.is_empty(), "{flags:?}");
    let claimed = report.one("", "forecast_incidents").sentence().contains("80 % interval");
    (rows.iter().map(|row| row.get("not_computed").to_owned()).collect(), claimed)
}

#[test]
fn stale_data_forecast_nothing() {
    let bench = months();
    for (n, flags) in [["--version-date", "2026-05-15"], ["--as-of", "2026-05-15"]].iter().enumerate() {
        let out = format!("stale-{n}");
        let (reasons, claimed) = forecasts(&bench, &[flags.as_slice(), &["--out", &out]].concat());
        assert!(!claimed, "{flags:?}");
        assert!(reasons.iter().all(|reason| reason.contains("coverage ended")), "{flags:?}: {reasons:?}");
    }
    for (n, flags) in [["--version-date", "2026-02-15"], ["--version-date", "2026-01-05"]].iter().enumerate() {
        let out = format!("fresh-{n}");
        let (reasons, claimed) = forecasts(&bench, &[flags.as_slice(), &["--out", &out]].concat());
        assert!(claimed && reasons.iter().all(String::is_empty), "{flags:?}: {reasons:?}");
    }
}

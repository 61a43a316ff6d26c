//! Input that statistics stumble over, through the program: one incident, one month, nothing, a decade of almost nothing, all grains.

use crate::every_row::{VALUES, assert_changes_tested, assert_reasons};
use crate::harness::Bench;
use crate::invented::{INPUT, Month, fill, own_bench, steady_months};
use crate::published::Published;
use crate::sheets::{Sheet, own};

/// The report is made, every table tells a value or a reason, and no change is claimed.
fn assert_sound(sheet: &Sheet, flags: &[&str]) -> (Bench, Published) {
    let bench = own_bench(sheet);
    let report = Published::of(&bench, &INPUT, flags);
    for (id, value) in VALUES {
        assert_reasons(&report.table(id), id, value);
    }
    assert_changes_tested(&report.table("changes"));
    for table in ["trends", "alerts", "breaks", "changes", "forecasts", "scores"] {
        let text = report.file(&format!("tables/{table}.csv"));
        let odd = text.lines().find(|line| line.split(',').any(|cell| ["NaN", "nan", "inf", "-inf"].contains(&cell)));
        assert_eq!(odd, None, "{table}");
    }
    (bench, report)
}

fn assert_no_claim(report: &Published) {
    for finding in &report.findings {
        assert!(!finding.claims_change(), "{finding:#?}");
    }
}

#[test]
fn one_incident() {
    let mut sheet = own();
    sheet.row(&[]);
    assert_no_claim(&assert_sound(&sheet, &[]).1);
    // The same in a month that is over.
    assert_no_claim(&assert_sound(&sheet, &["--covered", "2024-03-01..2024-03-31"]).1);
}

#[test]
fn one_month() {
    let mut sheet = own();
    fill(&mut sheet, Month::new(2024, 3), 40, &[]);
    let (_bench, report) = assert_sound(&sheet, &[]);
    assert_no_claim(&report);
    for row in &report.table("forecasts").rows {
        assert_ne!(row.get("not_computed"), "", "{row:?}");
    }
}

#[test]
fn a_group_of_which_nothing_counts() {
    // All of its incidents are demonstrations, and one lies outside the covered days.
    let mut sheet = steady_months(Month::JANUARY_2021, Month::DECEMBER_2025);
    sheet.row(&[("date", "2019-07-01"), ("groups", "Zero Column")]);
    for month in Month::JANUARY_2021.to(Month::DECEMBER_2025) {
        fill(&mut sheet, month, 1, &[("kind", "other"), ("groups", "Zero Column"), ("killed", "0")]);
    }
    let (_bench, report) = assert_sound(&sheet, &["--covered", "2021-01-01..2025-12-31"]);
    assert_no_claim(&report);
    assert!(report.about("Zero Column", "trend").is_empty());
}

#[test]
fn one_incident_and_five_years_of_nothing() {
    let mut sheet = own();
    sheet.row(&[("date", "2010-01-10")]).row(&[("date", "2010-02-10")]);
    assert_no_claim(&assert_sound(&sheet, &["--covered", "2010-02-01..2015-01-31"]).1);
}

#[test]
fn ten_years_of_one_incident_a_year() {
    let mut sheet = own();
    for year in 2015..2025 {
        sheet.row(&[("date", &format!("{year}-12-31"))]);
    }
    for grain in ["month", "quarter", "year"] {
        let (_bench, report) = assert_sound(&sheet, &["--by", grain]);
        assert_no_claim(&report);
    }
}

#[test]
fn every_month_the_same() {
    let mut sheet = own();
    for month in Month::JANUARY_2021.to(Month::DECEMBER_2025) {
        fill(&mut sheet, month, 5, &[("killed", "1")]);
    }
    assert_no_claim(&assert_sound(&sheet, &[]).1);
}

#[test]
fn tolls_that_nobody_knows() {
    let mut sheet = own();
    for month in Month::JANUARY_2021.to(Month::DECEMBER_2025) {
        fill(&mut sheet, month, 6, &[("killed", ""), ("injured", "")]);
    }
    let (_bench, report) = assert_sound(&sheet, &[]);
    assert_no_claim(&report);
    for table in ["trends", "alerts", "breaks", "forecasts"] {
        for row in report.table(table).all(&[("measure", "killed")]) {
            assert_ne!(row.get("not_computed"), "", "unknown is not zero: {row:?}");
        }
    }
}

#[test]
fn a_gap_and_one_huge_month() {
    let mut sheet = own();
    for month in Month::JANUARY_2021.to(Month::DECEMBER_2025) {
        let gap = Month::new(2022, 3) <= month && month <= Month::new(2022, 9);
        fill(&mut sheet, month, if gap { 0 } else { 6 }, &[]);
    }
    fill(&mut sheet, Month::new(2023, 5), 3000, &[]);
    let (_bench, report) = assert_sound(&sheet, &[]);
    assert!(report.about("", "alert").is_empty(), "the newest month is like the others");
}

#[test]
fn weeks_days_and_years() {
    // A day is small: half a year has enough of them.
    for (first, grain) in [(2025, "day"), (2023, "week"), (2016, "quarter"), (2016, "half"), (2016, "year")] {
        let sheet = steady_months(Month::new(first, 7), Month::DECEMBER_2025);
        let (_bench, report) = assert_sound(&sheet, &["--by", grain]);
        assert_no_claim(&report);
    }
}

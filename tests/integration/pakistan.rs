//! The UCDP file of Pakistan, 1989 to 2021: breaks at the known rises and falls, and three years worded by their p.

use crate::harness::{Bench, Row, real};
use crate::published::{Published, WHOLE, change};

const PAKISTAN: &str = "ucdp-ged-pakistan-1989-2021.csv";

const ALL: [(&str, &str); 4] = [("scope", "all"), ("kind", "all"), ("role", "any"), ("measure", "incidents")];

#[test]
fn the_breaks_are_the_rises_of_2007_and_2008_and_the_falls_of_2012_and_2015() {
    let Some(file) = real(PAKISTAN) else { return };
    let table = Bench::new().table("breaks", &[&file]);
    let found: Vec<&Row> = table.all(&ALL).into_iter().filter(|row| !row.get("break_period").is_empty()).collect();
    let years = |row: &Row| {
        let year = |column: &str| row.get(column)[..4].parse::<i32>().expect("a period begins with its year");
        (year("earliest"), year("break_period"), year("latest"))
    };
    for row in &found {
        let (earliest, at, latest) = years(row);
        assert!(earliest <= at && at <= latest, "{row:?}");
        assert!(row.number("ratio_low") <= row.number("ratio") && row.number("ratio") <= row.number("ratio_high"));
    }
    let war: Vec<&Row> = found.iter().copied().filter(|row| (2006..=2016).contains(&years(row).1)).collect();
    let rose = |row: &&&Row| row.number("ratio") > 1.0;
    let rises: Vec<i32> = war.iter().filter(rose).map(|row| years(row).1).collect();
    let falls: Vec<i32> = war.iter().filter(|row| !rose(row)).map(|row| years(row).1).collect();
    assert!(!rises.is_empty() && rises.iter().all(|year| [2007, 2008].contains(year)), "{found:#?}");
    assert_eq!(falls, [2012, 2015], "{found:#?}");
}

/// What the report of a year says of it against the year before: its sentence goes with its p.
fn worded_by_p(file: &str, year: &str, then: &str, now: &str) {
    let bench = Bench::new();
    let report = Published::of(&bench, &[file], &["--by", "year", "--as-of", &format!("{year}-12-31")]);
    let changes = report.table("changes");
    let row = change(&changes, &WHOLE, "previous");
    assert_eq!(row.cells(["period", "current", "base"]), [year, now, then]);
    let p = row.number("p");
    let finding = report.one("", "compared_previous");
    finding.says(&[then, now]);
    let chance = finding.words().contains("compatible with chance");
    assert_eq!(finding.number("incidents_p"), p, "{year}");
    if row.get("judgement") == "clear" {
        assert!(p < 0.05 && !chance, "{p}: {}", finding.words());
    }
    if p >= 0.05 {
        assert!(chance && row.get("judgement") == "within_chance", "{p}: {}", finding.words());
    }
    // More scatter than Poisson is never a smaller p: R's poisson.test gives 0.0160 for 2021 and 0.0039 for 2020.
    assert!(p >= if year == "2021" { 0.0159 } else { 0.0038 }, "{year}: {p}");
}

#[test]
fn the_years_2019_to_2021_are_worded_by_their_p() {
    let Some(file) = real(PAKISTAN) else { return };
    worded_by_p(&file, "2021", "145", "189");
    worded_by_p(&file, "2020", "99", "145");
}

#[test]
fn the_trend_of_2019_to_2021_is_worded_by_its_p() {
    let Some(file) = real(PAKISTAN) else { return };
    let bench = Bench::new();
    let report = Published::of(&bench, &[&file], &[]);
    let trends = report.table("trends");
    let growth = trends.one(&[ALL.as_slice(), &[("statistic", "growth")]].concat());
    assert_eq!(growth.cells(["window_start", "window_end", "n"]), ["2019-01", "2021-12", "36"]);
    let rising = growth.number("p") < 0.05 && growth.number("estimate") > 1.0;
    assert_eq!(growth.get("verdict"), if rising { "rising" } else { "no_evidence" }, "{growth:?}");
    let trend = report.one("", "trend_incidents");
    assert_eq!(trend.claims_change(), rising, "{trend:?}");
}

//! Silence where silence is right: files in which a number moves and nothing happened. No rise, fall, alert, break or record may be
//! claimed of them, and the reason must be printed.

use crate::harness::{Bench, Row, Table};
use crate::invented::{INPUT, Month, fill, own_bench, spread, steady, steady_months};
use crate::published::{Published, WHOLE, change, group, region};
use crate::sheets::{FRONT, Sheet, acled, own};
use incident_trends::period::Day;

const FIRST: Month = Month::JANUARY_2021;
const LAST: Month = Month::DECEMBER_2025;

fn published(sheet: &Sheet) -> (Bench, Published) {
    let bench = own_bench(sheet);
    let report = Published::of(&bench, &INPUT, &[]);
    (bench, report)
}

/// The report claims nothing of any series.
fn assert_silent(report: &Published) {
    for finding in &report.findings {
        assert!(!finding.claims_change(), "{finding:#?}");
        for claim in ["alert", "break", "record"] {
            assert!(!finding.claim().starts_with(claim), "{finding:#?}");
        }
    }
    for table in ["changes", "alerts"] {
        for row in &report.table(table).rows {
            assert!(!["clear", "suggestive"].contains(&row.get("judgement")), "{table}: {row:?}");
        }
    }
    assert_no(&report.table("trends"), "verdict", &["rising", "falling"]);
    for row in &report.table("breaks").rows {
        assert_eq!(row.get("break_period"), "", "{row:?}");
    }
    for row in &report.table("records").rows {
        assert_eq!(row.get("value"), "", "{row:?}");
    }
}

fn assert_no(table: &Table, column: &str, words: &[&str]) {
    for row in &table.rows {
        assert!(!words.contains(&row.get(column)), "{row:?}");
    }
}

/// The row tells why, with that word, and gives no p.
fn withheld(row: &Row, word: &str) {
    assert!(row.get("not_computed").contains(word), "no '{word}' in {row:?}");
    assert_eq!(row.cells(["p", "q", "judgement"]), ["", "", ""], "{row:?}");
}

/// The alert on a scope's numbers, every kind.
fn alert<'a>(table: &'a Table, scope: &[(&str, &str)], measure: &str) -> &'a Row {
    table.one(&[scope, &[("kind", "all"), ("role", "any"), ("measure", measure)]].concat())
}

#[test]
fn a_new_local_source_is_no_rise() {
    let mut sheet = steady_months(FIRST, LAST);
    // The month has 18 without them: two in five of its incidents.
    let new = 12;
    spread(&mut sheet, LAST.first(), LAST.last(), new, &[("region", "North"), ("outlet", "Radio Lakeside")]);
    let (_bench, report) = published(&sheet);
    let series = report.table("series");
    assert_eq!(series.whole("2025-12").get("incidents"), "30");
    assert_silent(&report);
    let (changes, alerts, records) = (report.table("changes"), report.table("alerts"), report.table("records"));
    for scope in [&WHOLE[..], &region("North"), &group(FRONT)] {
        for comparison in ["previous", "year_ago"] {
            withheld(change(&changes, scope, comparison), "sources");
        }
        withheld(alert(&alerts, scope, "incidents"), "sources");
        let highest = [("kind", "all"), ("role", "any"), ("measure", "incidents"), ("extreme", "highest")];
        assert!(records.one(&[scope, &highest].concat()).get("not_computed").contains("sources"));
    }
    // The region that it does not report from is compared as ever.
    let south = change(&changes, &region("South"), "previous");
    assert_eq!(south.cells(["not_computed", "judgement"]), ["", "within_chance"]);
    assert!(report.text.contains("40 %"), "the share of the new source is printed");
    assert!(report.text.contains("sources that did not report before"), "the reason is printed");
}

#[test]
fn a_new_local_source_that_stays_is_no_trend_and_no_break() {
    let mut sheet = steady_months(FIRST, LAST);
    for month in LAST.plus(-11).to(LAST) {
        fill(&mut sheet, month, 13, &[("region", "North"), ("outlet", "Radio Lakeside")]);
    }
    let (_bench, report) = published(&sheet);
    for finding in &report.findings {
        let claims = ["trend", "break", "alert", "record"].iter().any(|claim| finding.claim().starts_with(claim));
        assert!(!(claims && finding.claims_change()), "{finding:#?}");
    }
    assert_no(&report.table("trends"), "verdict", &["rising", "falling"]);
    let (trends, breaks) = (report.table("trends"), report.table("breaks"));
    for scope in [&WHOLE[..], &region("North"), &group(FRONT)] {
        let keys = [scope, &[("kind", "all"), ("role", "any"), ("measure", "incidents")]].concat();
        let growth = trends.one(&[keys.as_slice(), &[("statistic", "growth")]].concat());
        assert!(growth.get("not_computed").contains("sources"), "{growth:?}");
        let row = breaks.one(&keys);
        assert_eq!(row.get("break_period"), "", "{row:?}");
        assert!(row.get("not_computed").contains("sources"), "{row:?}");
    }
    assert!(report.text.contains("sources"), "the reason is printed");
}

#[test]
fn a_file_that_ends_four_days_before_its_month_is_no_fall() {
    let march = Month::new(2026, 3);
    let mut sheet = steady_months(FIRST, march.plus(-1));
    let end = Day::from_ymd(2026, 3, 27).expect("a day");
    let revised = [("updated", "2026-03-31")];
    for (name, mean, shift) in [("North", 12, 3), ("South", 8, 1)] {
        // The rate of every other month, for 27 of its 31 days.
        let so_far = steady(mean, march, shift) * 27 / 31;
        spread(&mut sheet, march.first(), end, so_far, &[revised.as_slice(), &[("region", name)]].concat());
    }
    let (_bench, report) = published(&sheet);
    assert_eq!(report.table("series").whole("2026-03").get("status"), "partial");
    assert_ends_before_march(&report);
}

#[test]
fn weekly_releases_that_end_four_days_before_their_month_are_no_fall() {
    let march = Month::new(2026, 3);
    let mut sheet = acled();
    // 31 March 2026, four days after the Friday on which the newest events lie.
    let stamp = "1774915200";
    for month in FIRST.to(march) {
        let end = if month == march { Day::from_ymd(2026, 3, 27).expect("a day") } else { month.last() };
        let count = steady(20, month, 0) * if month == march { 27 } else { 31 } / 31;
        let days = end.since(month.first());
        for n in 0..count {
            let day = end.plus(-days * i32::try_from(n).expect("few") / i32::try_from(count).expect("few"));
            let (date, year) = (day.to_string(), day.year().to_string());
            sheet.row(&[("event_date", &date), ("year", &year), ("timestamp", stamp)]);
        }
    }
    let bench = Bench::with("acled.csv", sheet.text());
    assert_ends_before_march(&Published::of(&bench, &["acled.csv"], &[]));
}

fn assert_ends_before_march(report: &Published) {
    assert_silent(report);
    for table in ["changes", "alerts", "records", "trends", "breaks"] {
        for row in &report.table(table).rows {
            assert_ne!(row.get("period"), "2026-03", "{table}: {row:?}");
        }
    }
    for row in &report.table("trends").rows {
        assert!(row.get("window_end") <= "2026-02", "{row:?}");
    }
    assert!(report.text.contains("March 2026 is covered only to 27 March 2026"), "the reason is printed");
}

/// Steady months of three regions, in which Dunmere's incidents are coded to Marl Coast from a month on.
fn merged(from: Month, coast: i32, dunmere: i32, together: i32) -> Sheet {
    let mut sheet = own();
    let mut add = |month, name: &str, district: &str, mean, shift| {
        let cells = [("region", name), ("district", district), ("killed", "1")];
        fill(&mut sheet, month, steady(mean, month, shift), &cells);
    };
    for month in FIRST.to(LAST) {
        add(month, "North", "Lake", 30, 0);
        if month < from {
            add(month, "Marl Coast", "Marl Town", coast, 1);
            add(month, "Dunmere", "Dunmere", dunmere, 3);
        } else {
            add(month, "Marl Coast", "Marl Town", together, 1);
        }
    }
    sheet
}

/// Neither region rose or fell: one took the name of the other.
fn assert_nothing_of_the_merger(report: &Published) {
    for name in ["Marl Coast", "Dunmere"] {
        for finding in report.findings.iter().filter(|finding| finding.subject() == name) {
            assert!(!finding.claims_change(), "{finding:#?}");
            for claim in ["alert", "break", "record", "silence"] {
                assert!(!finding.claim().starts_with(claim), "{finding:#?}");
            }
        }
        for table in ["changes", "alerts"] {
            for row in report.table(table).all(&region(name)) {
                assert!(!["clear", "suggestive"].contains(&row.get("judgement")), "{table}: {row:?}");
            }
        }
        for row in report.table("trends").all(&region(name)) {
            assert!(!["rising", "falling"].contains(&row.get("verdict")), "{row:?}");
        }
        for row in report.table("breaks").all(&region(name)) {
            assert_eq!(row.get("break_period"), "", "{row:?}");
        }
        for row in report.table("records").all(&region(name)) {
            assert_eq!(row.get("value"), "", "{row:?}");
        }
    }
    let told = |line: &str| line.contains("Dunmere") && line.contains("when regions are merged");
    assert!(report.text.lines().any(told), "the reason is printed with the name of the region that fell silent");
}

#[test]
fn a_region_merged_into_another_is_no_rise_of_the_one_and_no_fall_of_the_other() {
    // In the newest month, half a year and almost two years ago.
    for ago in [0, 6, 20] {
        let (_bench, report) = published(&merged(LAST.plus(-ago), 20, 10, 30));
        assert_silent(&report);
        assert_nothing_of_the_merger(&report);
        if ago == 0 {
            // 30 where 20 were expected: with as little as that nothing would be claimed, merger or not.
            let row = alert(&report.table("alerts"), &region("Marl Coast"), "incidents").clone();
            assert_eq!(row.get("judgement"), "within_chance", "{row:?}");
            let fall = change(&report.table("changes"), &region("Dunmere"), "previous").clone();
            assert!(fall.get("not_tested").contains("region"), "{fall:?}");
        }
    }
}

#[test]
fn two_regions_of_which_the_remaining_one_rose_by_half_while_both_fell_are_no_rise() {
    for ago in [0, 6] {
        let (_bench, report) = published(&merged(LAST.plus(-ago), 20, 29, 30));
        let rises = |word: &str| ["rising", "up"].contains(&word);
        for table in ["trends", "alerts"] {
            let column = if table == "trends" { "verdict" } else { "direction" };
            for row in &report.table(table).rows {
                let claimed = table == "trends" || ["clear", "suggestive"].contains(&row.get("judgement"));
                assert!(!(claimed && rises(row.get(column))), "{table}: {row:?}");
            }
        }
        assert_nothing_of_the_merger(&report);
    }
}

#[test]
fn with_a_table_of_regions_the_merged_series_has_no_jump() {
    let bench = own_bench(&merged(LAST.plus(-6), 20, 10, 30));
    let table = "name,canonical,parent,country,from,to\nMarl Coast,Marl Coast,,Ostrava Land,,\n\
                 Dunmere,Dunmere,Marl Coast,Ostrava Land,,2025-05-31\n";
    bench.write("regions.csv", table);
    let report = Published::of(&bench, &INPUT, &["--regions-table", "regions.csv"]);
    assert_silent(&report);
    assert!(!report.table("series").has(&region("Dunmere")));
    let row = alert(&report.table("alerts"), &region("Marl Coast"), "incidents").clone();
    assert_eq!((row.get("not_computed"), row.get("judgement")), ("", "within_chance"), "nothing is withheld: {row:?}");
}

#[test]
fn one_deadliest_incident_in_a_flat_series_is_no_rise_fall_or_record() {
    // In the newest month, in the month before it (a fall since?), some months and a year ago.
    for ago in [0, 1, 7, 12] {
        let mut sheet = steady_months(FIRST, LAST);
        let day = LAST.plus(-ago).first().plus(14).to_string();
        sheet.row(&[("id", "deadliest"), ("date", &day), ("killed", "180"), ("tactic", "Bombing")]);
        let (_bench, report) = published(&sheet);
        assert_silent(&report);
        if ago == 0 {
            let killed = alert(&report.table("alerts"), &WHOLE, "killed").clone();
            withheld(&killed, "180");
            let keys = [("kind", "all"), ("role", "any"), ("measure", "killed")];
            let records = report.table("records");
            let record = records.one(&[&WHOLE[..], &keys, &[("extreme", "highest")]].concat());
            assert!(record.get("not_computed").contains("180"), "{record:?}");
            let changes = report.table("changes");
            let row = changes.one(&[&WHOLE[..], &keys, &[("comparison", "previous")]].concat());
            let without = row.number("ratio_without_deadliest");
            assert!((0.7..1.4).contains(&without) && row.number("p_without_deadliest") > 0.05, "{row:?}");
            assert!(report.text.contains("180"), "the reason is printed");
        }
    }
}

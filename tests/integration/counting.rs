//! The counting rules, each on the smallest input that could break it.

use crate::harness::{Bench, Table};
use crate::sheets::{FRONT, MAPPING, Sheet, acled, own, ucdp};

/// A bench with the sheet as `own.csv` and its mapping.
fn bench(sheet: &Sheet) -> Bench {
    let bench = Bench::with("own.csv", sheet.text());
    bench.write("mapping.toml", MAPPING);
    bench
}

fn table(bench: &Bench, kind: &str, flags: &[&str]) -> Table {
    let all: Vec<&str> = ["own.csv", "--mapping", "mapping.toml"].iter().chain(flags).copied().collect();
    bench.table(kind, &all)
}

fn series(sheet: &Sheet, flags: &[&str]) -> Table {
    table(&bench(sheet), "series", flags)
}

#[test]
fn a_month_with_incidents_but_no_known_toll_is_not_zero() {
    let mut sheet = own();
    sheet
        .row(&[("killed", ""), ("injured", "")])
        .row(&[("date", "2024-04-02"), ("injured", "")])
        .row(&[("date", "2024-04-03"), ("killed", "")])
        .row(&[("date", "2024-06-30")]);
    let table = series(&sheet, &[]);
    let tolls = ["incidents", "killed_known", "killed_low", "killed", "killed_high", "injured_known", "injured"];
    assert_eq!(table.whole("2024-03").cells(tolls), ["1", "0", "", "", "", "0", ""]);
    assert_eq!(table.whole("2024-04").cells(tolls), ["2", "1", "2", "2", "2", "1", "3"]);
    assert_eq!(table.whole("2024-05").cells(tolls), ["0", "0", "0", "0", "0", "0", "0"]);
}

#[test]
fn an_incident_of_two_groups_counts_once_in_the_total() {
    let mut sheet = own();
    sheet.row(&[("groups", "Free Lake Front; Hill Brigade")]).row(&[]);
    let bench = bench(&sheet);
    let modes = [
        ("involved", "2", "1", "4", "2"),
        ("first", "2", "", "4", ""),
        ("initiator", "2", "1", "4", "2"),
        ("fractional", "1.5", "0.5", "3", "1"),
    ];
    for (mode, front, hill, front_killed, hill_killed) in modes {
        let table = table(&bench, "series", &["--attribution", mode]);
        assert_eq!(table.whole("2024-03").cells(["incidents", "killed"]), ["2", "4"], "{mode}");
        assert_eq!(table.region("North", "2024-03").cells(["incidents", "killed"]), ["2", "4"], "{mode}");
        assert_eq!(table.group(FRONT, "2024-03").cells(["incidents", "killed"]), [front, front_killed], "{mode}");
        if hill.is_empty() {
            assert!(!table.has(&[("group", "Hill Brigade")]), "{mode}");
        } else {
            assert_eq!(
                table.group("Hill Brigade", "2024-03").cells(["incidents", "killed"]),
                [hill, hill_killed],
                "{mode}"
            );
        }
    }
}

#[test]
fn fractional_shares_add_up_to_the_last_millionth() {
    let mut sheet = own();
    sheet.rows(7, &[("groups", "A; B; C"), ("killed", "1")]);
    let table = series(&sheet, &["--attribution", "fractional"]);
    for column in ["incidents", "killed", "killed_known"] {
        let millionths: i64 = ["A", "B", "C"]
            .map(|group| (table.group(group, "2024-03").number(column) * 1e6).round() as i64)
            .iter()
            .sum();
        assert_eq!(millionths, 7_000_000, "{column}");
    }
}

#[test]
fn all_series_end_together_also_that_of_a_quiet_group() {
    let mut sheet = own();
    sheet.row(&[("date", "2023-01-15"), ("groups", "Quiet Column")]).row(&[("date", "2024-06-30")]);
    let table = series(&sheet, &[]);
    let quiet = table.all(&[("group", "Quiet Column"), ("kind", "all"), ("role", "any"), ("scope", "group")]);
    assert_eq!((quiet[0].get("period"), quiet.len()), ("2023-01", 18));
    assert_eq!(quiet[17].cells(["period", "status", "incidents", "killed"]), ["2024-06", "complete", "0", "0"]);
}

#[test]
fn a_month_whose_newest_event_lies_before_its_end_is_partial_and_no_fall() {
    let mut sheet = acled();
    // 30 a month in March, and in April up to the 26th, with stamps of 29 April: its Friday, 2 May, is not yet out.
    let stamp = ("timestamp", "1745884800");
    sheet.rows(30, &[("event_date", "2025-03-10"), stamp]).rows(20, &[("event_date", "2025-04-26"), stamp]);
    let bench = Bench::with("acled.csv", sheet.text());
    let table = bench.table("series", &["acled.csv"]);
    assert_eq!(table.whole("2025-03").get("status"), "complete");
    assert_eq!(table.whole("2025-04").cells(["status", "provisional", "incidents"]), ["partial", "no", "20"]);
    let changes = bench.table("changes", &["acled.csv"]);
    assert_eq!(changes.values("period", &[]), ["2025-03"], "the last complete month is compared, not the partial one");
    let records = bench.table("records", &["acled.csv"]);
    assert_eq!(records.values("period", &[]), ["2025-03"]);
    // The flag that would complete it.
    let table = bench.table("series", &["acled.csv", "--covered", "2025-03-01..2025-04-30"]);
    assert_eq!(table.whole("2025-04").cells(["status", "provisional"]), ["complete", "yes"]);
}

#[test]
fn an_outlet_that_appears_and_reports_a_third_of_a_month_makes_no_rise() {
    let mut sheet = own();
    for month in ["2024-01", "2024-02", "2024-03"] {
        sheet.rows(20, &[("date", &format!("{month}-10"))]);
    }
    sheet.rows(20, &[("date", "2024-04-30")]).rows(10, &[("date", "2024-04-29"), ("outlet", "New Radio")]);
    let bench = bench(&sheet);
    let changes = table(&bench, "changes", &[]);
    let key = [("scope", "all"), ("kind", "all"), ("measure", "incidents"), ("comparison", "previous")];
    let row = changes.one(&key);
    assert_eq!(
        row.cells(["current", "ratio", "percent", "absolute"]),
        ["", "", "", ""],
        "no number that reads as a rise"
    );
    assert!(row.get("not_computed").starts_with("33"), "{}", row.get("not_computed"));
    assert!(row.get("not_computed").contains("new since the base"));
    let records = table(&bench, "records", &[]);
    let record = records.one(&[("scope", "all"), ("kind", "all"), ("measure", "incidents"), ("extreme", "highest")]);
    assert_eq!(record.get("value"), "", "no record: {record:?}");
    // With an outlet that was always there the same months are a rise.
    let mut known = own();
    for month in ["2024-01", "2024-02", "2024-03"] {
        known.rows(20, &[("date", &format!("{month}-10"))]);
    }
    known.rows(30, &[("date", "2024-04-30")]);
    let changes = table(&self::bench(&known), "changes", &[]);
    assert_eq!(changes.one(&key).cells(["current", "base", "percent", "not_computed"]), ["30", "20", "50", ""]);
}

#[test]
fn a_region_border_change_is_merged_or_split_throughout() {
    let mut sheet = own();
    sheet
        .rows(3, &[("date", "2023-05-10"), ("region", "Kessar Frontier"), ("district", "Upper Dhal")])
        .rows(2, &[("date", "2023-05-11"), ("region", "Kessar"), ("district", "Plain")])
        .rows(3, &[("date", "2023-08-10"), ("region", "Kessar"), ("district", "Upper Dhal")])
        .rows(2, &[("date", "2023-08-31"), ("region", "Kessar"), ("district", "Plain")]);
    let bench = bench(&sheet);
    bench.write(
        "regions.csv",
        "name,canonical,parent,country,from,to\nKessar,Kessar,,Ostrava Land,,\nKessar Frontier,Kessar Frontier,Kessar,Ostrava Land,,2023-06-30\n",
    );
    let merged = table(&bench, "series", &["--regions-table", "regions.csv", "--geography", "merged"]);
    assert_eq!(merged.region("Kessar", "2023-05").get("incidents"), "5");
    assert_eq!(merged.region("Kessar", "2023-08").get("incidents"), "5");
    assert!(!merged.has(&[("region", "Kessar Frontier")]));
    let split = table(&bench, "series", &["--regions-table", "regions.csv", "--geography", "split"]);
    assert_eq!(split.region("Kessar Frontier", "2023-05").get("incidents"), "3");
    assert_eq!(split.region("Kessar", "2023-05").get("incidents"), "2");
    assert_eq!(split.whole("2023-08").get("incidents"), "5");
}

#[test]
fn a_february_is_compared_by_its_days() {
    let mut sheet = own();
    sheet.rows(31, &[("date", "2023-01-10")]).rows(28, &[("date", "2023-02-28")]);
    let changes = table(&bench(&sheet), "changes", &[]);
    let row = changes.one(&[("scope", "all"), ("kind", "all"), ("measure", "incidents"), ("comparison", "previous")]);
    assert_eq!(row.cells(["current", "base", "current_days", "base_days", "absolute"]), ["28", "31", "28", "31", "-3"]);
    assert_eq!(row.number("ratio"), 1.0, "a day was like a day");
}

#[test]
fn a_year_of_53_weeks_has_them_and_a_year_ago_is_the_same_week() {
    let mut sheet = own();
    // 2020 has 53 ISO weeks: its last one ends on 3 January 2021.
    sheet
        .rows(12, &[("date", "2019-12-26")])
        .rows(4, &[("date", "2020-12-24")])
        .rows(6, &[("date", "2020-12-31")])
        .row(&[("date", "2021-01-03")]);
    let bench = bench(&sheet);
    let weeks = table(&bench, "series", &["--by", "week"]);
    let last = weeks.whole("2020-W53");
    assert_eq!(last.cells(["start", "end", "incidents", "status"]), ["2020-12-28", "2021-01-03", "7", "complete"]);
    assert_eq!(weeks.values("period", &[]).iter().filter(|p| p.starts_with("2020-")).count(), 53);
    let changes = table(&bench, "changes", &["--by", "week"]);
    let key = [("scope", "all"), ("kind", "all"), ("measure", "incidents")];
    let row = |comparison| changes.one(&[key.as_slice(), &[("comparison", comparison)]].concat()).clone();
    assert_eq!(row("previous").cells(["current", "base"]), ["7", "4"]);
    let year_ago = row("year_ago");
    assert_eq!(
        year_ago.get("base_days"),
        if year_ago.get("not_computed").is_empty() { "7" } else { "" },
        "{year_ago:?}"
    );
    assert_ne!(year_ago.get("base"), "0", "there is no week 53 of 2019: another week or none, never a quiet one");
}

#[test]
fn saturday_weeks_begin_on_saturday() {
    let mut sheet = own();
    sheet.row(&[("date", "2024-03-01")]).row(&[("date", "2024-03-02")]).row(&[("date", "2024-03-08")]);
    let weeks = series(&sheet, &["--by", "week", "--week-start", "saturday"]);
    let rows = weeks.all(&[("scope", "all"), ("kind", "all"), ("role", "any")]);
    let found: Vec<_> = rows.iter().map(|row| row.cells(["start", "end", "incidents"])).collect();
    assert!(found.contains(&["2024-03-02", "2024-03-08", "2"]), "{found:?}");
    assert!(found.iter().any(|week| week[1] == "2024-03-01" && week[2] == "1"), "{found:?}");
}

#[test]
fn a_year_to_date_that_ends_on_a_leap_day_is_held_against_the_28th() {
    let mut sheet = own();
    sheet.rows(20, &[("date", "2023-02-28")]).rows(5, &[("date", "2023-03-01")]).rows(30, &[("date", "2024-02-29")]);
    let bench = bench(&sheet);
    let changes = table(&bench, "changes", &["--covered", "2023-01-01..2024-02-29"]);
    let row =
        changes.one(&[("scope", "all"), ("kind", "all"), ("measure", "incidents"), ("comparison", "year_to_date")]);
    assert_eq!(row.cells(["current", "base", "current_days", "base_days"]), ["30", "20", "60", "59"]);
}

#[test]
fn one_row_makes_a_table_and_claims_nothing() {
    let mut sheet = own();
    sheet.row(&[]);
    let bench = bench(&sheet);
    let table = series(&sheet, &[]);
    assert_eq!(table.whole("2024-03").cells(["status", "incidents", "killed"]), ["partial", "1", "2"]);
    for kind in ["changes", "records", "silences", "notable"] {
        assert!(self::table(&bench, kind, &[]).rows.is_empty(), "{kind}: no month is complete");
    }
}

#[test]
fn an_incident_of_several_days_is_dated_by_its_start_middle_or_all_of_them() {
    let mut sheet = own();
    // Ten days: 28 March to 6 April, four of them in March.
    sheet
        .row(&[("date", "2024-03-28"), ("end", "2024-04-06"), ("killed", "10")])
        .row(&[("date", "2024-04-30"), ("killed", "0")]);
    let march = |mode| {
        let table = series(&sheet, &["--multi-day", mode]);
        assert_eq!((table.total("incidents"), table.total("killed")), (2.0, 10.0), "{mode}");
        table.whole("2024-03").cells(["incidents", "killed"]).map(str::to_owned)
    };
    assert_eq!(march("start"), ["1", "10"]);
    assert_eq!(march("midpoint"), ["0", "0"]);
    assert_eq!(march("spread"), ["0.4", "4"]);
}

#[test]
fn a_coarse_date_stays_out_of_finer_series() {
    let mut sheet = own();
    sheet.row(&[]).row(&[("precision", "week")]).row(&[("precision", "month")]).row(&[("precision", "year")]);
    let bench = bench(&sheet);
    let total = |by| table(&bench, "series", &["--by", by]).total("incidents");
    assert_eq!(["day", "week", "month", "quarter", "half", "year"].map(total), [1.0, 2.0, 3.0, 3.0, 3.0, 4.0]);
}

#[test]
fn coarse_places_stay_out_of_districts_and_rows_without_a_region_do_not_rank() {
    let mut sheet = ucdp();
    sheet.row(&[]).row(&[("where_prec", "4")]).row(&[("where_prec", "6"), ("adm_1", ""), ("adm_2", "")]);
    let bench = Bench::with("events.csv", sheet.text());
    let series = bench.table("series", &["events.csv"]);
    assert_eq!(series.region("North province", "2022-03").get("incidents"), "2", "the region that the source names");
    assert_eq!(series.region("(unknown)", "2022-03").get("incidents"), "1");
    let districts = bench.table("districts", &["events.csv"]);
    let counted: f64 = districts.all(&[("kind", "all")]).iter().map(|row| row.number("incidents")).sum();
    assert_eq!(counted, 1.0);
}

#[test]
fn coverage_and_as_of_decide_what_is_zero_and_what_is_nothing() {
    let mut sheet = own();
    sheet.row(&[("date", "2024-02-10")]).row(&[("date", "2024-05-20")]);
    let bench = bench(&sheet);
    let wide = table(&bench, "series", &["--covered", "2024-01-01..2024-06-30"]);
    let row = |table: &Table, period| table.whole(period).cells(["status", "incidents"]).map(str::to_owned);
    assert_eq!(row(&wide, "2024-01"), ["complete", "0"]);
    assert_eq!(row(&wide, "2024-06"), ["complete", "0"]);
    let plain = table(&bench, "series", &[]);
    assert_eq!(plain.values("period", &[]), ["2024-02", "2024-03", "2024-04", "2024-05"]);
    assert_eq!(row(&plain, "2024-05"), ["partial", "1"]);
    let earlier = table(&bench, "series", &["--as-of", "2024-04-15"]);
    assert_eq!(earlier.values("period", &[]), ["2024-02", "2024-03", "2024-04"]);
    assert_eq!(row(&earlier, "2024-04"), ["partial", "0"]);
    let since = table(&bench, "series", &["--since", "2024-03-01", "--until", "2024-05-31"]);
    assert_eq!(row(&since, "2024-03"), ["complete", "0"]);
    assert_eq!(row(&since, "2024-05"), ["partial", "1"]);
}

#[test]
fn sources_are_never_added_up() {
    let mut sheet = own();
    sheet.row(&[("date", "2025-04-30")]);
    let bench = bench(&sheet);
    let mut other = acled();
    other.row(&[]);
    bench.write("acled.csv", other.text());
    let both = ["own.csv", "acled.csv", "--mapping", "mapping.toml"];
    let done = bench.run(&[["report"].as_slice(), &both].concat()).failed(2);
    assert!(done.error().contains("--primary") && done.error().contains("own") && done.error().contains("acled"));
    let table = bench.table("series", &[both.as_slice(), &["--primary", "own"]].concat());
    for source in ["own", "acled"] {
        let key = [("source", source), ("scope", "all"), ("kind", "all"), ("role", "any"), ("period", "2025-04")];
        assert_eq!(table.one(&key).get("incidents"), "1");
    }
    let done = bench.run(&[["table", "series"].as_slice(), &both, &["--primary", "acledd"]].concat()).failed(2);
    assert!(done.error().contains("did you mean 'acled'?"), "{}", done.error());
}

#[test]
fn two_factions_in_one_incident_are_one_incident_of_the_family() {
    let mut sheet = own();
    sheet.row(&[("groups", "Front (North); Front (South)")]).row(&[("groups", "Front (South)")]);
    let bench = bench(&sheet);
    bench.write(
        "groups.csv",
        "name,canonical,parent,class,country,from,to\nFront (North),Front (North),The Front,organisation,,,\n\
         Front (South),Front (South),The Front,organisation,,,\n",
    );
    let table = table(&bench, "series", &["--groups-table", "groups.csv"]);
    let family = table.one(&[("scope", "family"), ("group", "The Front"), ("kind", "all"), ("period", "2024-03")]);
    assert_eq!(family.cells(["incidents", "killed"]), ["2", "4"]);
}

//! ACLED: each generation of columns, each way of writing a date, and the traps of actors, on invented rows.

use crate::harness::{Bench, Done, Table};
use crate::sheets::{ARMY, CIVILIANS, FOREIGN, FRONT, Sheet, UNKNOWN, acled, acled_2021, acled_oldest, acled_weekly};

fn bench(sheet: &Sheet) -> Bench {
    Bench::with("acled.csv", sheet.text())
}

fn check(sheet: &Sheet) -> Done {
    bench(sheet).run(&["check", "acled.csv"]).succeeded()
}

fn series(sheet: &Sheet) -> Table {
    bench(sheet).table("series", &["acled.csv"])
}

/// The periods with incidents.
fn active(series: &Table) -> Vec<(String, String)> {
    let rows = series.all(&[("scope", "all"), ("kind", "all"), ("role", "any")]);
    let busy = rows.into_iter().filter(|row| row.number("incidents") > 0.0);
    busy.map(|row| (row.get("period").to_owned(), row.get("incidents").to_owned())).collect()
}

#[test]
fn the_current_columns_are_read_with_and_without_a_byte_order_mark() {
    let mut sheet = acled();
    sheet.row(&[]).row(&[("event_date", "2025-04-30"), ("fatalities", "0")]);
    let bench = bench(&sheet);
    bench.write("bom.csv", format!("\u{feff}{}", sheet.text()));
    let series = bench.table("series", &["acled.csv"]);
    let row = series.kind("attack", "2025-04");
    assert_eq!(
        row.cells(["incidents", "lethal_incidents", "killed_known", "killed", "injured"]),
        ["2", "1", "2", "2", ""]
    );
    assert_eq!(series.group(FRONT, "2025-04").get("incidents"), "2");
    assert_eq!(series.region("North", "2025-04").get("country"), "Ostrava Land");
    let marked = bench.table("series", &["bom.csv"]);
    assert_eq!(marked.rows, series.rows);
}

#[test]
fn the_columns_of_2020_to_2022_are_read() {
    let mut sheet = acled_2021();
    sheet.row(&[
        ("data_id", "8001"),
        ("event_date", "31 October 2024"),
        ("year", "2024"),
        ("inter1", "2"),
        ("inter2", "7"),
    ]);
    sheet.row(&[
        ("data_id", "8002"),
        ("event_date", "1 October 2024"),
        ("year", "2024"),
        ("inter1", "2"),
        ("inter2", "7"),
    ]);
    let bench = bench(&sheet);
    let series = bench.table("series", &["acled.csv"]);
    assert_eq!(series.kind("attack", "2024-10").cells(["incidents", "killed"]), ["2", "4"]);
    assert!(
        bench.table("headline", &["acled.csv"]).rows.is_empty(),
        "without disorder types there is nothing to reconcile"
    );
}

#[test]
fn the_oldest_columns_in_upper_case_with_two_that_have_no_name_are_read() {
    let mut sheet = acled_oldest();
    sheet.row(&[]).row(&[
        ("EVENT_DATE", "03/04/2015"),
        ("EVENT_TYPE", "Battle-No change of territory"),
        ("ACTOR2", ARMY),
        ("INTER2", "1"),
    ]);
    let series = series(&sheet);
    assert_eq!(series.kind("clash", "2015-04").get("incidents"), "1", "29/12 decides for 03/04");
    assert_eq!(series.kind("attack", "2015-12").cells(["incidents", "killed", "injured"]), ["1", "2", ""]);
}

#[test]
fn every_way_of_writing_a_date_is_recognised() {
    // As written on two days, the year column, the two months.
    let ways = [
        (["2025-04-01", "2025-05-30"], "2025", ["2025-04", "2025-05"]),
        (["31 October 2024", "2 November 2024"], "2024", ["2024-10", "2024-11"]),
        (["01-January-2015", "28-February-2015"], "2015", ["2015-01", "2015-02"]),
        (["29/12/2015", "03/04/2015"], "2015", ["2015-04", "2015-12"]),
        (["9-May-20", "11-Jun-20"], "2020", ["2020-05", "2020-06"]),
        (["06-02-04", "28-03-04"], "2004", ["2004-02", "2004-03"]),
    ];
    for (dates, year, months) in ways {
        let mut sheet = acled();
        for date in dates {
            sheet.row(&[("event_date", date), ("year", year)]);
        }
        let found = active(&series(&sheet));
        assert_eq!(found, months.map(|month| (month.to_owned(), "1".to_owned())), "{dates:?}");
    }
}

#[test]
fn the_year_column_is_the_witness_of_two_digits() {
    // 06-02-04 alone could be 2006, February the 4th; the year says which end is the year.
    let mut sheet = acled();
    sheet.row(&[("event_date", "06-02-04"), ("year", "2004")]).row(&[("event_date", "13-02-04"), ("year", "2004")]);
    assert_eq!(active(&series(&sheet)), [("2004-02".to_owned(), "2".to_owned())]);
}

#[test]
fn dates_that_stay_ambiguous_are_refused_and_a_flag_settles_them() {
    let mut sheet = acled();
    sheet.row(&[("event_date", "03/04/2015"), ("year", "2015")]).row(&[("event_date", "05/06/2015"), ("year", "2015")]);
    let bench = bench(&sheet);
    for verb in ["check", "report"] {
        let done = bench.run(&[verb, "acled.csv"]).failed(3);
        for words in ["3 April 2015", "4 March 2015", "--date-format '%d/%m/%Y'", "--date-format '%m/%d/%Y'"] {
            assert!(done.error().contains(words), "{}", done.error());
        }
    }
    assert!(!bench.path("reports/latest").exists(), "nothing is published");
    let days = bench.table("series", &["acled.csv", "--date-format", "%d/%m/%Y"]);
    assert_eq!(active(&days), [("2015-04", "1"), ("2015-06", "1")].map(|(a, b)| (a.to_owned(), b.to_owned())));
    let months = bench.table("series", &["acled.csv", "--date-format", "%m/%d/%Y"]);
    assert_eq!(active(&months), [("2015-03", "1"), ("2015-05", "1")].map(|(a, b)| (a.to_owned(), b.to_owned())));
}

#[test]
fn the_perpetrator_is_the_side_that_is_not_civilians_in_either_order() {
    let mut sheet = acled();
    sheet.row(&[]).row(&[("actor1", CIVILIANS), ("inter1", "Civilians"), ("actor2", FRONT), ("inter2", "Rebel group")]);
    let table = series(&sheet);
    let keys = [("scope", "group"), ("group", FRONT), ("role", "initiator"), ("kind", "attack"), ("period", "2025-04")];
    assert_eq!(table.one(&keys).get("incidents"), "2");
    assert_eq!(table.values("role", &[("scope", "group")]), ["any", "initiator"]);
    assert_eq!(table.values("kind", &[]), ["all", "attack"]);
}

#[test]
fn forces_make_operations_state_violence_and_interstate_never_attacks() {
    let strike = ("sub_event_type", "Air/drone strike");
    let remote = ("event_type", "Explosions/Remote violence");
    let army = [("actor1", ARMY), ("inter1", "State forces")];
    let foreign = [("actor1", FOREIGN), ("inter1", "External/Other forces")];
    let front = [("actor2", FRONT), ("inter2", "Rebel group")];
    let mut sheet = acled();
    sheet.row(&[remote, strike, foreign[0], foreign[1], front[0], front[1]]);
    sheet.row(&[remote, strike, army[0], army[1], ("actor2", ""), ("inter2", "")]);
    sheet.row(&[army[0], army[1]]);
    sheet.row(&[("event_type", "Battles"), ("sub_event_type", "Armed clash"), army[0], army[1], front[0], front[1]]);
    let states = [("actor2", FOREIGN), ("inter2", "External/Other forces")];
    sheet.row(&[("event_type", "Battles"), ("sub_event_type", "Armed clash"), army[0], army[1], states[0], states[1]]);
    sheet.row(&[
        ("event_type", "Protests"),
        ("sub_event_type", "Peaceful protest"),
        ("actor1", "Protesters (Ostrava Land)"),
        ("inter1", "Protesters"),
        ("actor2", ""),
        ("inter2", ""),
        ("disorder_type", "Demonstrations"),
        ("fatalities", "0"),
    ]);
    let table = series(&sheet);
    let count = |kind| table.kind(kind, "2025-04").get("incidents").to_owned();
    assert_eq!(["operation", "state_violence", "clash", "interstate", "other"].map(count), ["2", "1", "1", "1", "1"]);
    assert_eq!(table.whole("2025-04").get("incidents"), "5", "all is every kind but other");
    assert!(!table.has(&[("kind", "attack")]));
    let roles = table.values("role", &[("scope", "group"), ("group", FRONT)]);
    assert_eq!(roles, ["any", "party", "target"], "the target of a strike did not initiate it");
    assert_eq!(table.values("group", &[("scope", "group")]), [FRONT], "no forces, no unattributed");
}

#[test]
fn unidentified_means_unattributed_only_with_an_armed_code() {
    let mut sheet = acled();
    sheet.row(&[("actor1", UNKNOWN), ("inter1", "Political militia")]);
    sheet.row(&[("actor1", "Unidentified Military Forces"), ("inter1", "State forces")]);
    sheet.row(&[]);
    let table = series(&sheet);
    assert_eq!(table.group("(unattributed)", "2025-04").get("incidents"), "1");
    assert_eq!(table.kind("state_violence", "2025-04").get("incidents"), "1");
    assert_eq!(table.kind("attack", "2025-04").get("incidents"), "2");
}

#[test]
fn an_associate_is_an_ally_only_where_the_run_has_it_as_a_group() {
    let mut sheet = acled();
    sheet.row(&[("assoc_actor_1", "Hill Brigade; Reed Company; ")]);
    sheet.row(&[("actor1", "Hill Brigade")]);
    // Named only in a peaceful protest: no group of anybody's.
    sheet.row(&[
        ("event_type", "Protests"),
        ("sub_event_type", "Peaceful protest"),
        ("disorder_type", "Demonstrations"),
        ("actor1", "Protesters (Ostrava Land)"),
        ("inter1", "Protesters"),
        ("actor2", ""),
        ("inter2", ""),
        ("assoc_actor_1", "Teachers Union"),
    ]);
    let bench = bench(&sheet);
    let table = bench.table("series", &["acled.csv"]);
    assert_eq!(table.values("group", &[("scope", "group")]), [FRONT, "Hill Brigade"]);
    let ally = [("group", "Hill Brigade"), ("role", "ally"), ("kind", "all"), ("period", "2025-04")];
    assert_eq!(table.one(&ally).get("incidents"), "1");
    assert_eq!(table.group("Hill Brigade", "2025-04").get("incidents"), "2");
    let names = bench.table("unmatched_names", &["acled.csv"]);
    assert_eq!(names.values("name", &[("list", "ally")]), ["Reed Company", "Teachers Union"]);
    // Or where the alias table says so.
    bench.write(
        "groups.csv",
        "name,canonical,parent,class,country,from,to\nReed Company,Reed Company,,organisation,,,\n",
    );
    let table = bench.table("series", &["acled.csv", "--groups-table", "groups.csv"]);
    assert_eq!(table.group("Reed Company", "2025-04").get("incidents"), "1");
}

#[test]
fn rows_of_one_id_are_repeats_revisions_or_one_incident_seen_from_each_actor() {
    let mut sheet = acled();
    let id = ("event_id_cnty", "OST1");
    let place = ("location", "Milltown");
    sheet.row(&[id, place]).row(&[id, place]);
    sheet.row(&[("event_id_cnty", "OST3"), ("location", "Ford")]);
    sheet.row(&[("event_id_cnty", "OST3"), ("location", "Ford"), ("fatalities", "9"), ("timestamp", "1751328999")]);
    let battle =
        [("event_id_cnty", "OST5"), ("location", "Hill"), ("event_type", "Battles"), ("sub_event_type", "Armed clash")];
    let hill = [("actor1", "Hill Brigade"), ("actor2", ARMY), ("inter2", "State forces")];
    let lake = [("actor1", FRONT), ("actor2", ARMY), ("inter2", "State forces")];
    sheet.row(&[battle.as_slice(), hill.as_slice()].concat());
    sheet.row(&[battle.as_slice(), lake.as_slice()].concat());
    let bench = bench(&sheet);
    let done = bench.run(&["check", "acled.csv"]).succeeded();
    done.accounts(&[("read", 6), ("counted", 3), ("merged", 1), ("repeated", 1), ("superseded", 1)]);
    let table = bench.table("series", &["acled.csv"]);
    assert_eq!(table.whole("2025-04").cells(["incidents", "killed"]), ["3", "13"]);
    assert_eq!(table.group("Hill Brigade", "2025-04").get("incidents"), "1");
    assert_eq!(table.group(FRONT, "2025-04").get("incidents"), "3");
    // The newer stamp wins wherever it stands.
    let (header, mut rows) = sheet.lines();
    rows.reverse();
    bench.write("back.csv", format!("{header}\n{}\n", rows.join("\n")));
    assert_eq!(bench.table("series", &["back.csv"]).rows, table.rows);
}

#[test]
fn the_publishers_political_violence_is_reconciled_and_the_difference_named() {
    let mut sheet = acled();
    sheet.row(&[]);
    let crowd = [("actor1", "Rioters (Ostrava Land)"), ("inter1", "Rioters")];
    sheet.row(&[("event_type", "Riots"), ("sub_event_type", "Mob violence"), crowd[0], crowd[1], ("fatalities", "1")]);
    sheet.row(&[
        ("event_type", "Protests"),
        ("sub_event_type", "Excessive force against protesters"),
        ("disorder_type", "Political violence; Demonstrations"),
        ("actor1", "Protesters (Ostrava Land)"),
        ("inter1", "Protesters"),
        ("actor2", ARMY),
        ("inter2", "State forces"),
    ]);
    sheet.row(&[
        ("event_type", "Protests"),
        ("sub_event_type", "Peaceful protest"),
        ("disorder_type", "Demostrations"),
        ("actor1", "Protesters (Ostrava Land)"),
        ("inter1", "Protesters"),
        ("actor2", ""),
        ("inter2", ""),
        ("fatalities", "0"),
    ]);
    let headline = bench(&sheet).table("headline", &["acled.csv"]);
    let row = headline.one(&[("year", "2025")]);
    let cells = ["publisher_incidents", "publisher_killed", "incidents", "killed", "only_here"];
    assert_eq!(row.cells(cells), ["3", "5", "1", "2", ""]);
    assert_eq!(row.get("only_publisher"), "Excessive force against protesters: 1; Mob violence: 1");
}

#[test]
fn coverage_ends_with_the_friday_only_four_days_before_the_version() {
    // Wednesday, 30 April 2025; its Friday is 2 May. 1746489600 is 6 May, 1746403200 is 5 May.
    for (stamp, last) in [("1746489600", "2025-05-02"), ("1746403200", "2025-04-30")] {
        let mut sheet = acled();
        sheet.row(&[("event_date", "2025-04-30"), ("timestamp", stamp)]);
        check(&sheet).says(&format!("covered 2025-04-01 to {last}"));
    }
}

#[test]
fn a_country_counts_from_the_year_in_which_its_publisher_began() {
    let mut sheet = acled();
    let row = |date: &'static str, country: &'static str| {
        [("event_date", date), ("year", &date[..4]), ("country", country), ("admin1", country)]
    };
    sheet.row(&row("2015-06-01", "Kenya")).row(&row("2016-06-30", "Kenya")).row(&row("2016-06-30", "India"));
    let series = series(&sheet);
    assert_eq!(series.region("India", "2015-12").cells(["status", "incidents"]), ["not_covered", ""]);
    assert_eq!(series.region("India", "2016-01").cells(["status", "incidents"]), ["complete", "0"]);
    assert_eq!(series.region("Kenya", "2015-12").cells(["status", "incidents"]), ["complete", "0"]);
    assert_eq!(series.whole("2015-12").get("status"), "not_covered", "several countries: from the day all are covered");
}

#[test]
fn the_weekly_aggregate_counts_events_without_groups() {
    let mut sheet = acled_weekly();
    sheet
        .row(&[])
        // Saturday, 29 March: its Tuesday is 1 April.
        .row(&[
            ("WEEK", "2025-03-29"),
            ("EVENT_TYPE", "Battles"),
            ("SUB_EVENT_TYPE", "Armed clash"),
            ("EVENTS", "2"),
            ("FATALITIES", "1"),
        ])
        .row(&[
            ("EVENT_TYPE", "Protests"),
            ("SUB_EVENT_TYPE", "Peaceful protest"),
            ("EVENTS", "40"),
            ("FATALITIES", "0"),
            ("DISORDER_TYPE", "Demonstrations"),
        ]);
    let bench = Bench::with("weekly.csv", sheet.text());
    bench.run(&["check", "weekly.csv"]).succeeded().accounts(&[("read", 3), ("counted", 3)]);
    let series = bench.table("series", &["weekly.csv"]);
    assert_eq!(series.values("source", &[]), ["acled-weekly"]);
    assert_eq!(
        series.whole("2025-03").cells(["incidents", "killed", "lethal_incidents", "injured"]),
        ["3", "5", "", ""]
    );
    assert_eq!(series.whole("2025-04").cells(["incidents", "killed"]), ["2", "1"]);
    assert_eq!(series.kind("clash", "2025-04").get("incidents"), "2");
    assert_eq!(series.kind("other", "2025-03").get("incidents"), "40");
    assert!(
        !series.has(&[("scope", "group")])
            && !series.has(&[("kind", "attack")])
            && !series.has(&[("kind", "operation")])
    );
}

//! UCDP GED and Candidate: the real files, and every trap of theirs on invented rows.

use crate::harness::{Bench, Done, Table, real};
use crate::sheets::{FRONT, ucdp, ucdp_19};
use std::collections::{BTreeMap, BTreeSet};

const PAKISTAN: &str = "ucdp-ged-pakistan-1989-2021.csv";
const MYANMAR: &str = "ucdp-ged-19.1-myanmar-bangladesh-1989-2018.csv";
const SAMPLE: &str = "ucdp-ged-23.1-sample-1000.csv";

/// The years in which the publisher has revised what the World Bank still prints, as (WDI, GED).
const REVISED: [(i32, f64, f64); 7] = [
    (2000, 116.0, 59.0),
    (2007, 759.0, 747.0),
    (2008, 3538.0, 3537.0),
    (2009, 6916.0, 6864.0),
    (2010, 6077.0, 6052.0),
    (2014, 3154.0, 3142.0),
    (2017, 701.0, 695.0),
];

#[test]
fn pakistan_is_read_whole_by_month() {
    let Some(file) = real(PAKISTAN) else { return };
    let bench = Bench::new();
    let done = bench.run(&["check", &file]).succeeded();
    done.accounts(&[("read", 6416), ("counted", 6406), ("gated", 10)]);
    assert!(done.stderr.contains("1 row of HXL tags"), "the tag row is named: {}", done.stderr);

    let series = bench.table("series", &[&file]);
    assert_eq!((series.total("incidents"), series.total("killed")), (6406.0, 40978.0));
    let december = series.whole("2021-12");
    let cells = december.cells(["status", "incidents", "killed", "killed_known", "injured", "injured_known"]);
    assert_eq!(cells, ["complete", "18", "37", "18", "", ""]);
    for column in
        ["injured_known", "injured_low", "injured", "injured_high", "injured_civilian", "arrested", "abducted"]
    {
        assert!(series.rows.iter().all(|row| row.get(column).is_empty()), "{column} is never reported, never 0");
    }
    assert!(!series.has(&[("group", "(unattributed)")]), "UCDP leaves out what is unattributed");

    let quality = bench.table("quality", &[&file]);
    assert_eq!(quality.all(&[("issue", "date_too_coarse")]).len(), 10);
    assert_eq!(quality.all(&[("issue", "low_above_best")]).len(), 61);
    assert_eq!(quality.all(&[("issue", "best_above_high")]).len(), 139);
}

#[test]
fn pakistan_by_year_has_what_the_months_leave_out() {
    let Some(file) = real(PAKISTAN) else { return };
    let bench = Bench::new();
    let series = bench.table("series", &[&file, "--by", "year"]);
    assert_eq!((series.total("incidents"), series.total("killed")), (6416.0, 40978.0 + 2247.0));
    assert!(!bench.table("quality", &[&file, "--by", "year"]).has(&[("issue", "date_too_coarse")]));

    let wdi = Table::read(std::path::Path::new(&real("wdi-battle-deaths.csv").expect("beside the incidents")));
    let theirs: BTreeMap<i32, f64> = wdi
        .all(&[("geo", "pak")])
        .into_iter()
        .filter(|row| !row.get("vc_btl_deth").is_empty())
        .map(|row| (row.number("time") as i32, row.number("vc_btl_deth")))
        .collect();
    let headline = bench.table("headline", &[&file]);
    let mut compared = 0;
    for (year, wdi) in &theirs {
        let Some(row) = headline.rows.iter().find(|row| row.get("year") == year.to_string()) else { continue };
        let ours = row.number("publisher_killed");
        match REVISED.iter().find(|revised| revised.0 == *year) {
            Some(&(_, printed, ged)) => assert_eq!((ours, *wdi), (ged, printed), "{year}"),
            None => assert_eq!(ours, *wdi, "{year}"),
        }
        compared += 1;
    }
    assert_eq!(compared, 31);
}

#[test]
fn the_older_columns_and_the_sample_are_read_and_all_three_dedupe_by_id() {
    let (Some(pakistan), Some(myanmar), Some(sample)) = (real(PAKISTAN), real(MYANMAR), real(SAMPLE)) else { return };
    let bench = Bench::new();
    for (file, rows) in [(&myanmar, 3194), (&sample, 1000)] {
        let accounting = bench.run(&["check", file]).succeeded().accounting();
        assert_eq!(accounting["read"], rows);
        assert!(!accounting.contains_key("rejected") && !accounting.contains_key("superseded"), "{accounting:?}");
    }
    let all = [&pakistan, &myanmar, &sample];
    let ids: BTreeSet<String> = all.iter().flat_map(|file| ids(file)).collect();
    let accounting = bench.run(&["check", &pakistan, &myanmar, &sample]).succeeded().accounting();
    let number = |word: &str| accounting.get(word).copied().unwrap_or(0);
    assert_eq!(accounting["read"], 6416 + 3194 + 1000);
    assert_eq!(number("counted") + number("gated") + number("filtered"), ids.len() as u64);
    assert_eq!(number("repeated") + number("superseded") + number("merged"), 10_610 - ids.len() as u64);
}

/// The ids of a real file, read apart from the program.
fn ids(file: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_path(file).expect("a real file");
    let id = reader.headers().expect("a header").iter().position(|h| h == "id").expect("the column id");
    let records = reader.byte_records().map(|r| r.expect("a record"));
    records
        .map(|r| String::from_utf8_lossy(&r[id]).trim_end_matches(".0").to_owned())
        .filter(|id| !id.is_empty() && !id.starts_with('#'))
        .collect()
}

fn check(text: impl AsRef<[u8]>) -> (Bench, Done) {
    let bench = Bench::with("events.csv", text);
    let done = bench.run(&["check", "events.csv"]).succeeded();
    (bench, done)
}

#[test]
fn the_columns_of_v19_are_found_by_name() {
    let mut sheet = ucdp_19();
    sheet.row(&[]).row(&[
        ("best", "1"),
        ("low", "0"),
        ("high", "4"),
        ("deaths_a", "1"),
        ("deaths_b", "0"),
        ("deaths_civilians", "0"),
    ]);
    let bench = Bench::with("ged191.csv", sheet.text());
    let series = bench.table("series", &["ged191.csv"]);
    let row = series.whole("2022-03");
    let cells =
        ["incidents", "killed_low", "killed", "killed_high", "killed_security", "killed_militant", "killed_civilian"];
    assert_eq!(row.cells(cells), ["2", "5", "7", "12", "3", "3", "1"]);
    assert_eq!(row.cells(["killed_other", "status"]), ["", "complete"]);
    assert_eq!(series.rows.iter().map(|r| r.get("period")).max(), Some("2022-12"), "a final year ends on 31 December");
}

#[test]
fn a_candidate_month_without_a_header_is_recognised_by_its_shape() {
    let mut sheet = ucdp();
    sheet
        .row(&[("code_status", "Check dyad")])
        .row(&[("date_start", "2022-03-09 00:00:00.000"), ("date_end", "2022-03-09 00:00:00.000")]);
    let bench = Bench::with("GEDEvent_v22_0_3.csv", sheet.body());
    let series = bench.table("series", &["GEDEvent_v22_0_3.csv"]);
    let row = series.whole("2022-03");
    assert_eq!(row.cells(["incidents", "killed", "status", "provisional"]), ["2", "12", "complete", "yes"]);
    assert_eq!(series.values("period", &[]), ["2022-03"], "a Candidate month ends with its month");
}

#[test]
fn integers_with_a_point_and_an_index_column_without_a_name_are_read() {
    let mut sheet = ucdp();
    sheet.row(&[
        ("id", "501.0"),
        ("type_of_violence", "1.0"),
        ("best", "14.0"),
        ("high", "14.0"),
        ("low", "14.0"),
        ("deaths_b", "11.0"),
        ("gwnoa", "900.0"),
        ("where_prec", "1.0"),
        ("date_prec", "1.0"),
    ]);
    let (header, rows) = sheet.lines();
    let (bench, done) = check(format!(",{header}\n0,{}\n", rows[0]));
    done.accounts(&[("read", 1), ("counted", 1)]);
    let series = bench.table("series", &["events.csv"]);
    assert_eq!(series.whole("2022-03").cells(["killed", "killed_militant"]), ["14", "11"]);
    assert_eq!(
        bench.table("notable", &["events.csv", "--by", "month", "--covered", "2022-03-01..2022-03-31"]).rows[0]
            .get("id"),
        "501"
    );
}

#[test]
fn a_bare_line_feed_inside_a_quoted_field_of_a_crlf_file_is_no_end_of_a_row() {
    let mut sheet = ucdp();
    sheet
        .row(&[("source_article", "one, ~two ~three")])
        .row(&[("source_headline", "four, ~five")])
        .row(&[("date_start", "the fifth of March")])
        .row(&[]);
    let text = sheet.text().replace('\n', "\r\n").replace('~', "\n");
    let (_, done) = check(text);
    done.accounts(&[("read", 4), ("counted", 3), ("rejected", 1)]);
    // The header, three lines of the first row, two of the second.
    done.says("events.csv:7, date_start: not a date in the format of the file: 'the fifth of March'");
}

#[test]
fn the_tag_row_of_hdx_is_skipped_and_named() {
    let mut sheet = ucdp();
    sheet.row(&[]);
    let (header, rows) = sheet.lines();
    let tag = |column: &str| match column {
        "year" => "#date+year",
        "date_start" => "#date+start",
        "best" => "#affected+killed",
        _ => "",
    };
    let tags: Vec<&str> = header.split(',').map(tag).collect();
    let (_, done) = check(format!("{header}\n{}\n{}\n", tags.join(","), rows[0]));
    done.accounts(&[("read", 1), ("counted", 1)]);
    assert!(done.stderr.contains("skipped: 1 row of HXL tags"), "{}", done.stderr);
}

#[test]
fn where_final_and_candidate_overlap_the_final_row_wins_in_either_order() {
    let bench = Bench::new();
    let mut last = ucdp();
    last.row(&[("id", "501")]);
    let mut candidate = ucdp();
    candidate.row(&[("id", "501"), ("best", "9"), ("high", "9")]).row(&[("id", "900"), ("best", "1"), ("low", "1")]);
    bench.write("final.csv", last.text());
    bench.write("GEDEvent_v22_0_3.csv", candidate.text());
    for order in [["final.csv", "GEDEvent_v22_0_3.csv"], ["GEDEvent_v22_0_3.csv", "final.csv"]] {
        let done = bench.run(&["check", order[0], order[1]]).succeeded();
        done.accounts(&[("read", 3), ("counted", 2), ("superseded", 1)]);
        let series = bench.table("series", &order);
        assert_eq!(series.whole("2022-03").cells(["incidents", "killed"]), ["2", "7"], "{order:?}");
    }
}

#[test]
fn sides_make_the_kind_and_whose_dead_they_are() {
    let mut sheet = ucdp();
    let westmark = [("side_b", "Government of Westmark"), ("gwnob", "901")];
    sheet.row(&westmark);
    // A foreign force against a group, in the country of neither its own nor its making.
    sheet.row(&[
        ("side_a", "Government of Westmark"),
        ("gwnoa", "901"),
        ("deaths_a", "1"),
        ("deaths_b", "5"),
        ("deaths_civilians", "0"),
    ]);
    sheet.row(&[
        ("type_of_violence", "3"),
        ("side_b", "Civilians"),
        ("deaths_a", "0"),
        ("deaths_b", "0"),
        ("deaths_civilians", "6"),
    ]);
    sheet.row(&[
        ("type_of_violence", "3"),
        ("side_a", FRONT),
        ("gwnoa", ""),
        ("side_b", "Civilians"),
        ("deaths_a", "0"),
        ("deaths_b", "0"),
        ("deaths_civilians", "6"),
    ]);
    sheet.row(&[("type_of_violence", "2"), ("side_a", "XXX123"), ("gwnoa", "")]);
    let bench = Bench::with("events.csv", sheet.text());
    let series = bench.table("series", &["events.csv"]);
    let deaths = ["incidents", "killed_security", "killed_militant", "killed_civilian", "killed_unknown"];
    assert_eq!(series.kind("interstate", "2022-03").cells(deaths), ["1", "5", "0", "1", "0"]);
    assert_eq!(series.kind("state_violence", "2022-03").cells(deaths), ["1", "0", "0", "6", "0"]);
    assert_eq!(series.kind("attack", "2022-03").cells(deaths), ["1", "0", "0", "6", "0"]);
    assert_eq!(series.kind("clash", "2022-03").cells(deaths), ["2", "1", "10", "1", "0"]);
    assert!(!series.has(&[("kind", "operation")]) && !series.has(&[("kind", "other")]));
    assert_eq!(
        series.values("group", &[("scope", "group")]),
        [FRONT, "XXX123"],
        "governments and civilians are no groups"
    );
    let roles = series.values("role", &[("scope", "group"), ("group", FRONT)]);
    assert_eq!(roles, ["any", "initiator", "party"]);
    let groups = bench.table("groups", &["events.csv"]);
    assert_eq!(groups.one(&[("group", "XXX123")]).get("class"), "generic");
    assert_eq!(groups.one(&[("group", FRONT)]).get("class"), "organisation");
}

#[test]
fn a_low_above_the_best_is_kept_and_listed() {
    let mut sheet = ucdp();
    sheet.row(&[("low", "7"), ("best", "6"), ("high", "5")]);
    let bench = Bench::with("events.csv", sheet.text());
    let row = bench.table("series", &["events.csv"]);
    assert_eq!(row.whole("2022-03").cells(["killed_low", "killed", "killed_high"]), ["7", "6", "5"]);
    let quality = bench.table("quality", &["events.csv"]);
    assert_eq!(quality.values("issue", &[]), ["best_above_high", "low_above_best"]);
    assert_eq!(quality.one(&[("issue", "low_above_best")]).cells(["line", "id", "effect"]), ["2", "501", "kept"]);
}

#[test]
fn a_date_coarser_than_a_month_is_gated_and_its_toll_is_in_the_year() {
    let mut sheet = ucdp();
    sheet.row(&[]).row(&[
        ("date_prec", "5"),
        ("date_start", "2022-01-01"),
        ("date_end", "2022-12-31"),
        ("best", "100"),
        ("high", "100"),
    ]);
    let bench = Bench::with("events.csv", sheet.text());
    bench.run(&["check", "events.csv"]).succeeded().accounts(&[("read", 2), ("counted", 1), ("gated", 1)]);
    let months = bench.table("series", &["events.csv"]);
    assert_eq!((months.total("incidents"), months.total("killed")), (1.0, 6.0));
    let years = bench.table("series", &["events.csv", "--by", "year"]);
    assert_eq!(years.whole("2022").cells(["incidents", "killed"]), ["2", "106"]);
    let listed = bench.table("quality", &["events.csv"]);
    assert_eq!(listed.one(&[("issue", "date_too_coarse")]).cells(["line", "id", "value"]), ["3", "502", "year"]);
}

//! GTD: unknown codes, fractions, doubtful rows, several perpetrators, and the forms in which copies are passed on.

use crate::harness::{Bench, Table};
use crate::sheets::{Sheet, gtd};

const FLF: &str = "Free Lake Front (FLF)";

fn bench(sheet: &Sheet) -> Bench {
    Bench::with("gtd.csv", sheet.text())
}

fn series(sheet: &Sheet) -> Table {
    bench(sheet).table("series", &["gtd.csv"])
}

#[test]
fn an_attack_has_killed_and_injured_and_the_perpetrators_apart() {
    let mut sheet = gtd();
    sheet.row(&[("nkill", "5"), ("nkillter", "1"), ("nwound", "7"), ("nwoundte", "2"), ("suicide", "1")]);
    let table = series(&sheet);
    let row = table.kind("attack", "2015-03");
    assert_eq!(row.cells(["incidents", "killed", "killed_militant", "killed_unknown"]), ["1", "5", "1", "4"]);
    assert_eq!(row.cells(["injured", "injured_militant", "injured_unknown", "killed_civilian"]), ["7", "2", "5", ""]);
    assert_eq!(table.group(FLF, "2015-03").get("incidents"), "1");
    assert_eq!(table.whole("2015-12").cells(["status", "incidents"]), ["complete", "0"], "covered to 31 December");
}

#[test]
fn minus_nine_and_minus_ninety_nine_are_unknown_before_any_sum() {
    let mut sheet = gtd();
    sheet
        .row(&[("nkill", "-9"), ("nwound", "-99"), ("nkillter", "-99"), ("nwoundte", "-9")])
        .row(&[("nkill", ""), ("nwound", "NA"), ("nkillter", ""), ("nwoundte", "NA")])
        .row(&[("nkill", "3"), ("ishostkid", "1"), ("nhostkid", "-99")])
        .row(&[("ishostkid", "1"), ("nhostkid", "4")]);
    let table = series(&sheet);
    let row = table.whole("2015-03");
    assert_eq!(row.cells(["incidents", "killed_known", "killed"]), ["4", "2", "5"]);
    assert_eq!(row.cells(["injured_known", "injured", "abducted"]), ["2", "8", "4"]);
    let april = table.whole("2015-04");
    assert_eq!(april.cells(["incidents", "killed_known", "killed", "injured"]), ["0", "0", "0", "0"]);
    assert!(bench(&sheet).table("quality", &["gtd.csv"]).rows.is_empty(), "a code for unknown is no mistake");
}

#[test]
fn fractions_of_a_linked_total_sum_exactly() {
    let mut sheet = gtd();
    let thirds = [("nkill", "0.333333"), ("nwound", "2.333333")];
    sheet.row(&thirds).row(&thirds).row(&[("nkill", "0.333334"), ("nwound", "2.333334")]);
    sheet.row(&[("nkill", "0.1"), ("nwound", "0")]).row(&[("nkill", "0.2"), ("nwound", "0")]);
    let table = series(&sheet);
    assert_eq!(table.whole("2015-03").cells(["killed", "injured", "killed_known"]), ["1.3", "7", "5"]);
}

#[test]
fn a_day_or_month_of_zero_is_precision_and_gates() {
    let mut sheet = gtd();
    sheet.row(&[]).row(&[("iday", "0")]).row(&[("imonth", "0"), ("iday", "0")]);
    let bench = bench(&sheet);
    let count = |by: &str| {
        let done = bench.run(&["check", "gtd.csv", "--by", by]).succeeded();
        let accounting = done.accounting();
        (accounting["counted"], accounting.get("gated").copied().unwrap_or(0))
    };
    assert_eq!(["day", "week", "month", "quarter", "year"].map(count), [(1, 2), (1, 2), (2, 1), (2, 1), (3, 0)]);
    let listed = bench.table("quality", &["gtd.csv", "--by", "week"]);
    assert_eq!(listed.values("value", &[("issue", "date_too_coarse")]), ["month", "year"]);
}

#[test]
fn doubted_terrorism_is_filtered_and_an_unknown_doubt_is_not() {
    let mut sheet = gtd();
    sheet.row(&[("doubtterr", "1")]).row(&[("doubtterr", "-9")]).row(&[("doubtterr", "0")]);
    let bench = bench(&sheet);
    bench.run(&["check", "gtd.csv"]).succeeded().accounts(&[("read", 3), ("counted", 2), ("filtered", 1)]);
    assert_eq!(bench.table("series", &["gtd.csv"]).whole("2015-03").get("killed"), "4");
}

#[test]
fn the_first_named_group_counts_by_default_and_all_of_them_when_asked() {
    let mut sheet = gtd();
    sheet
        .row(&[("gname2", "Hill Brigade"), ("guncertain2", "1")])
        .row(&[("gname", "Unknown")])
        .row(&[("gname", "Gunmen")]);
    let bench = bench(&sheet);
    let first = bench.table("series", &["gtd.csv"]);
    assert_eq!(first.group(FLF, "2015-03").get("incidents"), "1");
    assert!(!first.has(&[("group", "Hill Brigade")]), "named second");
    assert_eq!(first.group("(unattributed)", "2015-03").get("incidents"), "2");
    let involved = bench.table("series", &["gtd.csv", "--attribution", "involved"]);
    assert_eq!(involved.group("Hill Brigade", "2015-03").get("incidents"), "1");
    assert_eq!(involved.whole("2015-03").cells(["incidents", "killed"]), ["3", "6"]);
    let groups = bench.table("groups", &["gtd.csv"]);
    assert_eq!(groups.one(&[("group", FLF)]).get("class"), "organisation");
    assert!(groups.all(&[("class", "organisation")]).len() == 1, "nobody ranks as `Unknown`");
}

#[test]
fn related_attacks_are_no_near_duplicates() {
    let mut sheet = gtd();
    let same = ("city", "Milltown");
    sheet.row(&[same, ("related", "201503100001, 201503100002"), ("multiple", "1")]);
    sheet.row(&[same, ("related", "201503100001, 201503100002"), ("multiple", "1")]);
    let issues = |sheet: &Sheet| bench(sheet).table("quality", &["gtd.csv"]).all(&[("issue", "near_duplicate")]).len();
    assert_eq!(issues(&sheet), 0);
    let mut apart = gtd();
    apart.row(&[same]).row(&[same]);
    assert_eq!(issues(&apart), 1);
    assert_eq!(series(&apart).whole("2015-03").get("incidents"), "2", "listed, and kept");
}

#[test]
fn windows_1252_and_a_mangled_byte_order_mark_are_read() {
    let mut sheet = gtd();
    sheet
        .row(&[("provstate", "Ca\u{f1}ada"), ("gname", "Fuerzas del Le\u{f3}n")])
        .row(&[("city", "\u{2018}Old\u{2019} Town")]);
    let bytes = windows_1252(&sheet.text());
    let bench = Bench::with("gtd.csv", &bytes);
    let done = bench.run(&["check", "gtd.csv"]).succeeded();
    assert!(done.stderr.contains("windows-1252"), "{}", done.stderr);
    let table = bench.table("series", &["gtd.csv"]);
    assert_eq!(table.region("Ca\u{f1}ada", "2015-03").get("incidents"), "1");
    assert_eq!(table.group("Fuerzas del Le\u{f3}n", "2015-03").get("incidents"), "1");
    // A mark that was read as Windows-1252 and saved again stands as letters before the first name.
    bench.write("mangled.csv", format!("\u{ef}\u{bb}\u{bf}{}", sheet.text()));
    assert_eq!(bench.table("series", &["mangled.csv"]).rows, table.rows);
    bench.write("fromr.csv", sheet.text().replacen("eventid", "\u{ef}..eventid", 1));
    assert_eq!(bench.table("series", &["fromr.csv"]).rows, table.rows);
    let raw = [&[0xef, 0xbb, 0xbf], bytes.as_slice()].concat();
    bench.write("raw.csv", raw);
    assert_eq!(bench.table("series", &["raw.csv"]).rows, table.rows);
}

fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |letter| match letter {
        '\u{2018}' => 0x91,
        '\u{2019}' => 0x92,
        letter => u8::try_from(u32::from(letter)).expect("a letter of Latin-1"),
    };
    text.chars().map(byte).collect()
}

#[test]
fn the_index_column_of_a_copy_saved_from_r_is_no_field() {
    let mut sheet = gtd();
    sheet.row(&[]).row(&[("nkill", "NA")]);
    let (header, rows) = sheet.lines();
    let text = format!("\"\",{header}\n\"1\",{}\n\"2\",{}\n", rows[0], rows[1]);
    let bench = Bench::with("gtd.csv", text);
    bench.run(&["check", "gtd.csv"]).succeeded().accounts(&[("read", 2), ("counted", 2)]);
    let row = bench.table("series", &["gtd.csv"]);
    assert_eq!(row.whole("2015-03").cells(["incidents", "killed_known", "killed"]), ["2", "1", "2"]);
}

#[test]
fn the_year_that_the_database_lost_is_not_quiet() {
    let mut sheet = gtd();
    sheet.row(&[("eventid", "199203100001"), ("iyear", "1992")]).row(&[("eventid", "199403100001"), ("iyear", "1994")]);
    let table = series(&sheet);
    assert_eq!(table.whole("1993-06").cells(["status", "incidents"]), ["not_covered", ""]);
}

//! `report.xlsx` taken apart: types, filters, panes, notes, charts, what is left out, and names that break things.

use incident_trends::export::{FORMATS, Folder, Latest};
use incident_trends::period::Day;
use incident_trends::report::{
    Block, ColumnDoc, Covered, Dataset, Document, Label, Manifest, Place, Report, Section, SourceEntry,
};
use polars::prelude::{Column, DataFrame, DataType, IntoColumn, NamedFrom, Series, df};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

const EVERY_KIND: &[ColumnDoc] = &[
    ColumnDoc { name: "group", about: "the group as canonical", unit: "" },
    ColumnDoc { name: "start", about: "the first day of the period", unit: "ISO date" },
    ColumnDoc { name: "flag", about: "whether the source still adds to it", unit: "" },
    ColumnDoc { name: "incidents", about: "incidents, each once", unit: "incidents" },
    ColumnDoc { name: "ratio", about: "to the previous period", unit: "1" },
    ColumnDoc { name: "p", about: "probability under chance", unit: "" },
];

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("an ISO date")
}

/// Text, dates, truth values, whole and real numbers, each with an unknown.
fn every_kind() -> Dataset<'static> {
    let starts = [Some(day("2026-10-01").epoch()), None, Some(day("1816-02-29").epoch())];
    let starts = Series::new("start".into(), starts).cast(&DataType::Date).expect("days are dates");
    let columns: Vec<Column> = vec![
        Series::new("group".into(), [Some("Front of <Salt> & \"Iron\""), Some("=HYPERLINK(\"x\")"), None])
            .into_column(),
        starts.into_column(),
        Series::new("flag".into(), [Some(true), None, Some(false)]).into_column(),
        Series::new("incidents".into(), [Some(u64::MAX), None, Some(1204)]).into_column(),
        Series::new("ratio".into(), [Some(0.1), Some(f64::NAN), Some(3.0)]).into_column(),
        Series::new("p".into(), [Some(0.00012), None, Some(1.0)]).into_column(),
    ];
    let frame = DataFrame::new(3, columns).expect("columns of one length");
    Dataset::new("kinds", "Every kind of cell", Place::Tables, EVERY_KIND, frame).expect("documented")
}

const NAME: &[ColumnDoc] = &[ColumnDoc { name: "name", about: "the name", unit: "" }];

fn names(id: &str, names: &[&str]) -> Dataset<'static> {
    Dataset::new(id, "Names", Place::Tables, NAME, df!("name" => names).expect("a column")).expect("documented")
}

fn report(datasets: Vec<Dataset>) -> Report {
    let mut manifest = Manifest::new(Label::new("2026-10").expect("a label"), serde_json::json!({}));
    let coverage = Some(Covered { from: day("2021-01-01"), to: day("2026-10-31") });
    manifest.sources =
        vec![SourceEntry { source: "custom".to_owned(), version_date: Some(day("2026-11-05")), coverage }];
    manifest.caveats = vec!["October is provisional.".to_owned()];
    let mut document = Document::new("Tavia & \0Ostrel", "To 31 October 2026");
    let caveats = Block::Caveats(vec!["Injured are not reported.".to_owned()]);
    document.sections = vec![Section::new("quality", "Quality", vec![caveats])];
    Report::new(document, datasets, Vec::new(), serde_json::json!({}), manifest).expect("well formed")
}

fn bytes(report: &Report) -> Vec<u8> {
    let out = tempfile::tempdir().expect("a temporary folder");
    let folder = Folder::create(out.path()).expect("a fresh folder");
    FORMATS.get("xlsx").expect("a format").write(report, &folder).expect("a workbook");
    let done = folder.commit(report.manifest().clone(), Latest::Keep).expect("published");
    let files = std::fs::read_dir(&done.folder).expect("the folder").count();
    assert_eq!(files, 2, "the workbook and the manifest: nothing temporary is left");
    std::fs::read(done.folder.join("report.xlsx")).expect("the workbook")
}

/// The parts of a workbook by name.
pub fn parts(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let stamp = part.last_modified().map(|stamp| stamp.year());
        assert_eq!(stamp, Some(1980), "no clock in {}", part.name());
        let mut text = String::new();
        part.read_to_string(&mut text).expect("XML in UTF-8");
        parts.insert(part.name().to_owned(), text);
    }
    parts
}

fn book(datasets: Vec<Dataset>) -> BTreeMap<String, String> {
    parts(bytes(&report(datasets)))
}

/// The part that holds the sheet of a name.
pub fn sheet<'a>(parts: &'a BTreeMap<String, String>, name: &str) -> &'a str {
    let names = parts["xl/workbook.xml"].split("<sheet name=\"").skip(1);
    let names: Vec<&str> = names.filter_map(|s| s.split('"').next()).collect();
    let at = names.iter().position(|n| *n == name).unwrap_or_else(|| panic!("no sheet {name} in {names:?}"));
    &parts[&format!("xl/worksheets/sheet{}.xml", at + 1)]
}

/// What a cell's element says after its place: ` s="3" t="s"><v>0</v>`; empty where there is no cell.
fn cell<'a>(sheet: &'a str, place: &str) -> &'a str {
    let begins = format!("<c r=\"{place}\"");
    sheet.find(&begins).map_or("", |at| {
        let rest = &sheet[at + begins.len()..];
        rest.split("</c>").next().unwrap_or_default()
    })
}

/// The text of a cell, as the file escapes it.
fn text(parts: &BTreeMap<String, String>, sheet: &str, place: &str) -> String {
    let found = cell(sheet, place);
    assert!(found.contains("t=\"s\""), "{place} is no text: {found}");
    let index = found.split("<v>").nth(1).and_then(|v| v.split('<').next()?.parse::<usize>().ok());
    let item = parts["xl/sharedStrings.xml"].split("<si>").nth(index.expect("an index") + 1).expect("a shared string");
    let inner = item.split_once("<t").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(_, rest)| rest);
    inner.split("</t>").next().unwrap_or_default().to_owned()
}

/// All texts of a column from row 4 on.
pub fn column(parts: &BTreeMap<String, String>, sheet: &str, letter: char) -> Vec<String> {
    let places = (4..).map(|row| format!("{letter}{row}"));
    places.take_while(|place| !cell(sheet, place).is_empty()).map(|place| text(parts, sheet, &place)).collect()
}

#[test]
fn cells_have_their_types_and_unknown_is_empty() {
    let parts = book(vec![every_kind()]);
    let kinds = sheet(&parts, "kinds");
    let heads = ["A3", "B3", "C3", "D3", "E3", "F3"].map(|place| text(&parts, kinds, place));
    assert_eq!(heads, ["group", "start", "flag", "incidents", "ratio", "p"]);
    assert_eq!(text(&parts, kinds, "A4"), "Front of &lt;Salt&gt; &amp; \"Iron\"");
    assert!(cell(kinds, "B4").ends_with("<v>46296</v>"), "1 October 2026: {}", cell(kinds, "B4"));
    assert_eq!(text(&parts, kinds, "B6"), "1816-02-29", "a day before Excel's calendar");
    assert!(cell(kinds, "C4").contains("t=\"b\"") && cell(kinds, "C4").ends_with("<v>1</v>"));
    assert_eq!(text(&parts, kinds, "D4"), u64::MAX.to_string(), "what a spreadsheet would round is text");
    for (place, value) in [("D6", "1204"), ("E4", "0.1"), ("E6", "3"), ("F4", "0.00012")] {
        assert!(cell(kinds, place).ends_with(&format!("<v>{value}</v>")), "{place}: {}", cell(kinds, place));
    }
    for unknown in ["B5", "C5", "D5", "E5", "F5", "A6"] {
        assert_eq!(cell(kinds, unknown), "", "{unknown}");
    }
    let styles = &parts["xl/styles.xml"];
    for format in ["yyyy-mm-dd", "0.0000"] {
        assert!(styles.contains(&format!("formatCode=\"{format}\"")), "{format}: {styles}");
    }
}

#[test]
fn a_formula_stays_text_and_nothing_leads_out() {
    let parts = book(vec![every_kind()]);
    let kinds = sheet(&parts, "kinds");
    assert_eq!(text(&parts, kinds, "A5"), "=HYPERLINK(\"x\")");
    assert!(parts["xl/styles.xml"].contains("quotePrefix=\"1\""), "also after it was edited");
    for (name, part) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/")) {
        assert!(!part.contains("<f>") && !part.contains("<f "), "{name} holds a formula");
    }
    assert!(parts.values().all(|part| !part.contains("TargetMode=\"External\"")));
}

#[test]
fn a_sheet_has_filter_pane_notes_and_links() {
    let parts = book(vec![every_kind()]);
    let kinds = sheet(&parts, "kinds");
    assert!(kinds.contains("<pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
    for place in ["'Contents'!A1", "'Notes'!A1", "'Columns'!A4"] {
        assert!(kinds.contains(&format!("location=\"{place}\"")), "{place}");
    }
    let table = &parts["xl/tables/table1.xml"];
    assert!(table.contains("<autoFilter ref=\"A3:F6\"/>") && table.contains("displayName=\"t_kinds\""), "{table}");
    assert!(parts["xl/comments1.xml"].contains("incidents, each once (incidents)"));
    let notes = column(&parts, sheet(&parts, "Notes"), 'B');
    for note in ["October is provisional.", "Injured are not reported."] {
        assert_eq!(notes.iter().filter(|text| *text == note).count(), 1, "{notes:?}");
    }
    let columns = sheet(&parts, "Columns");
    assert_eq!(column(&parts, columns, 'B'), ["group", "start", "flag", "incidents", "ratio", "p"]);
    let contents = sheet(&parts, "Contents");
    assert_eq!(text(&parts, contents, "A1"), "Tavia &amp; \u{fffd}Ostrel");
    assert!(contents.contains("location=\"'kinds'!A1\""));
    assert!(text(&parts, sheet(&parts, "Charts"), "A7").starts_with("No period is wholly covered"));
}

#[test]
fn an_empty_dataset_has_its_heads() {
    let parts = book(vec![names("none", &[])]);
    let none = sheet(&parts, "none");
    assert_eq!(text(&parts, none, "A3"), "name");
    assert_eq!(cell(none, "A4"), "");
    assert!(parts["xl/tables/table1.xml"].contains("ref=\"A3:A4\""), "an Excel table has a row, here an empty one");
}

#[test]
fn the_same_report_gives_the_same_bytes_and_bears_the_date_of_its_source() {
    let report = report(vec![every_kind()]);
    let first = bytes(&report);
    assert_eq!(first, bytes(&report));
    let core = &parts(first)["docProps/core.xml"];
    // The environment of a reproducible build speaks first.
    if std::env::var_os("SOURCE_DATE_EPOCH").is_none() {
        assert_eq!(core.matches("2026-11-05T00:00:00Z").count(), 2, "{core}");
    }
}

#[test]
fn names_that_break_things_are_harmless() {
    let long = "é".repeat(40_000);
    let given = [
        "<script>alert(1)</script>",
        "]]>&amp;",
        "nul\0l",
        "\u{202e}gnorw",
        "_x0041_",
        "http://example.org/",
        "internal:Sheet1!A1",
        "\t=1+1",
        "-2+3",
        "{=1}",
        "محاذِ سحر",
        &long,
    ];
    let parts = book(vec![names("names", &given)]);
    let names = sheet(&parts, "names");
    let found = column(&parts, names, 'A');
    assert_eq!(found[..2], ["&lt;script&gt;alert(1)&lt;/script&gt;", "]]&gt;&amp;amp;"]);
    assert_eq!(found[2], "nul\u{fffd}l");
    assert_eq!(found[4], "_x005F_x0041_", "what looks like an escape is text");
    assert_eq!(found[5], "http://example.org/");
    assert_eq!(found[10], given[10]);
    assert_eq!(found[11].encode_utf16().count(), 32_767);
    assert!(text(&parts, names, "D2").starts_with("1 text is cut"), "{}", text(&parts, names, "D2"));
    assert_eq!(names.matches("<hyperlink ").count(), 3, "only to the sheets of this book");
    for (name, part) in &parts {
        let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
        assert!(!part.contains(odd), "{name} holds a control character");
    }
}

#[test]
fn sheets_of_one_name_keep_apart() {
    let parts = book(vec![names("notes", &["a"]), names("Charts", &["b"])]);
    assert_eq!(text(&parts, sheet(&parts, "notes (2)"), "A4"), "a");
    assert_eq!(text(&parts, sheet(&parts, "Charts (2)"), "A4"), "b");
}

#[test]
fn what_a_sheet_cannot_hold_is_said_and_not_kept_in_memory() {
    let rows = 30_000_i64;
    let column = Series::new("name".into(), (0..rows).collect::<Vec<_>>()).into_column();
    let frame = DataFrame::new(rows as usize, vec![column]).expect("a column");
    let parts = book(vec![Dataset::new("many", "Many", Place::Tables, NAME, frame).expect("documented")]);
    let many = sheet(&parts, "many");
    assert!(cell(many, "A25003").ends_with("<v>24999</v>") && !many.contains("\"A25004\""), "the last row of a sheet");
    let said = "The last 5,000 rows are left out: a sheet holds no more; all are in tables/many.csv.";
    assert_eq!(text(&parts, many, "D2"), said);
    assert!(self::column(&parts, sheet(&parts, "Notes"), 'B').iter().any(|note| note == said));
    let index = cell(many, "D2").split("<v>").nth(1).unwrap_or_default();
    assert!(sheet(&parts, "Contents").contains(&format!("<v>{index}")), "the contents say it");
}

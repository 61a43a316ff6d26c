//! Intake: every row accounted for, bad ones named with their physical line, every form of file read alike.

use crate::harness::{Bench, Table, contents};
use crate::sheets::{MAPPING, own};
use std::io::Write;

const OWN: [&str; 3] = ["own.csv", "--mapping", "mapping.toml"];

fn bench(bytes: impl AsRef<[u8]>) -> Bench {
    let bench = Bench::with("own.csv", bytes);
    bench.write("mapping.toml", MAPPING);
    bench
}

fn with<'a>(verb: &'a str, flags: &[&'a str]) -> Vec<&'a str> {
    [verb].iter().chain(&OWN).chain(flags).copied().collect()
}

/// A file with one of each fault; the lines on which they stand are in the test.
fn faulty() -> Vec<u8> {
    let mut sheet = own();
    sheet.rows(4, &[]);
    let (header, rows) = sheet.lines();
    // The mark says that it is UTF-8, whatever the one bad row holds.
    let mut text = format!("\u{feff}{header}\n").into_bytes();
    let mut line = |bytes: &[u8]| text.extend([bytes, b"\n"].concat());
    line(rows[0].as_bytes());
    line(b"B1,2024-03-11,,day,Ostrava Land,North,\"Lake,\nupper\nshore\",attack,,,,1,0,,");
    line(b"B2,2024-03-12,,day");
    line(format!("{},one,two", rows[1]).as_bytes());
    line(b"B3,2024-03-13,,day,Ostrava Land,Nor\xfdth,Lake,attack,,,,1,0,,");
    line(b"B4,2024-02-30,,day,Ostrava Land,North,Lake,attack,,,,1,0,,");
    line(b"B5,,,,,TOTAL,,,,,,17,4,,");
    line(b"");
    line(b"B6,2024-03-14,,day,Ostrava Land,North,\"Lake\"x,attack,,,,1,0,,");
    line(header.as_bytes());
    line(b"B7,2024-03-15,,day,Ostrava Land,North,Lake,attack,,,,many,-3,,");
    line(b"B8,2024-03-31,,day,Ostrava Land,North,Lake,attack,,,,1,0,,");
    text.extend(b"B9,2024-03-16,,day,Ostrava Land,North,\"Lake,attack");
    text
}

#[test]
fn each_bad_row_is_rejected_by_itself_with_its_physical_line() {
    let bench = bench(faulty());
    let done = bench.run(&with("report", &["--max-rejected", "20", "--top", "1"])).succeeded();
    assert_eq!(done.stdout, "");
    let rejected = Table::read(&bench.path("reports/latest/rejected.csv"));
    assert_eq!(rejected.header, ["file", "line", "column", "value", "reason"]);
    let found: Vec<[&str; 3]> = rejected.rows.iter().map(|row| row.cells(["line", "column", "reason"])).collect();
    assert_eq!(
        found,
        [
            ["6", "", "4 fields instead of 15"],
            ["7", "", "17 fields instead of 15"],
            ["8", "region", "bytes that are not text in the encoding of the file"],
            ["9", "date", "a date that does not exist"],
            ["10", "date", "no date"],
            ["12", "", "a quoted field is not closed properly"],
            ["16", "", "the file ends inside this row"],
        ]
    );
    assert_eq!(rejected.rows[3].cells(["file", "value"]), ["own.csv", "2024-02-30"]);
    let manifest: serde_json::Value = serde_json::from_str(&bench.read("reports/latest/manifest.json")).expect("JSON");
    let input = &manifest["inputs"][0];
    assert_eq!(
        input["accounting"],
        serde_json::json!({"read": 11, "counted": 4, "merged": 0, "repeated": 0, "superseded": 0, "filtered": 0, "gated": 0, "rejected": 7})
    );
    assert_eq!((&input["skipped"]["blank"], &input["skipped"]["repeated_header"]), (&1.into(), &1.into()));
    // The rest of the file counts; what is no number is unknown and listed.
    let series = bench.table("series", &[&OWN[..], &["--max-rejected", "20"]].concat());
    assert_eq!(
        series.whole("2024-03").cells(["incidents", "killed_known", "killed", "injured_known"]),
        ["4", "3", "4", "3"]
    );
    let quality = bench.table("quality", &[&OWN[..], &["--max-rejected", "20"]].concat());
    let noted: Vec<_> =
        quality.all(&[("id", "B7")]).iter().map(|row| row.cells(["line", "column", "value", "effect"])).collect();
    // The apostrophe keeps a spreadsheet from running what begins with a sign.
    assert_eq!(noted, [["14", "injured", "'-3", "made unknown"], ["14", "killed", "many", "made unknown"]]);
}

#[test]
fn too_many_rejected_rows_refuse_the_file_and_publish_nothing() {
    let bench = bench(faulty());
    let done = bench.run(&with("report", &[])).failed(3);
    assert!(done.error().contains("7 of its 11 rows") && done.error().contains("--max-rejected"), "{}", done.error());
    nothing_published(&bench);
    // `check` shows them before it refuses.
    let done = bench.run(&with("check", &[])).failed(3);
    done.says("own.csv:9, date: a date that does not exist: '2024-02-30'");
}

fn nothing_published(bench: &Bench) {
    let reports = bench.path("reports");
    let files = if reports.exists() { contents(&reports) } else { Default::default() };
    let published: Vec<&String> = files.keys().filter(|name| *name != ".store/lock" && *name != "run.json").collect();
    assert!(published.is_empty(), "{published:?}");
}

#[test]
fn five_rejected_rows_or_two_per_cent_refuse_a_file_by_default() {
    let bad = |n: usize, of: usize| {
        let mut sheet = own();
        sheet.rows(of - n, &[]).rows(n, &[("date", "soon")]);
        bench(sheet.text()).run(&with("check", &[])).code
    };
    assert_eq!([bad(4, 10), bad(5, 10), bad(5, 249), bad(5, 250)], [Some(0), Some(3), Some(3), Some(0)]);
}

#[test]
fn inputs_without_a_usable_row_are_refused() {
    let mut hopeless = own();
    hopeless.rows(3, &[("date", "soon")]);
    let mut header = own();
    header.row(&[]);
    let header = format!("{}\n", header.lines().0);
    for (name, text) in [("only rejected rows", hopeless.text()), ("a header alone", header)] {
        let bench = bench(text);
        let done = bench.run(&with("report", &[]));
        assert_eq!(done.code, Some(3), "{name}: {}", done.stderr);
        assert!(done.stderr.contains("own.csv") || done.stderr.contains("no usable row"), "{name}: {}", done.stderr);
        nothing_published(&bench);
    }
    for (name, bytes) in [("empty.csv", &b""[..]), ("blank.csv", b"\n \n"), ("zeros.csv", &[0; 64])] {
        let bench = Bench::with(name, bytes);
        let done = bench.run(&["report", name]).failed(3);
        assert!(done.error().contains(name), "{}", done.error());
        nothing_published(&bench);
    }
    let bench = Bench::new();
    let done = bench.run(&["report", "gone.csv"]).failed(3);
    assert!(done.error().contains("gone.csv"), "{}", done.error());
    std::fs::create_dir(bench.path("folder")).expect("a folder");
    bench.write("folder/notes.md", "no incidents");
    let done = bench.run(&["report", "folder"]).failed(3);
    assert!(done.error().starts_with("folder: the folder has no incident files"), "{}", done.error());
    let done = bench.run(&["report", "folder/*.csv"]).failed(3);
    assert!(done.error().contains("no file matches"), "{}", done.error());
    nothing_published(&bench);
}

/// A workbook of one sheet whose cells are all text.
fn workbook(text: &str) -> Vec<u8> {
    let escape = |cell: &str| cell.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut rows = String::new();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for (n, record) in reader.records().enumerate() {
        let record = record.expect("a row of the sheet");
        let cells: String = record
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(c, cell)| {
                let column = char::from(b'A' + u8::try_from(c).expect("fewer than 26 columns"));
                format!("<c r=\"{column}{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", n + 1, escape(cell))
            })
            .collect();
        rows += &format!("<row r=\"{}\">{cells}</row>", n + 1);
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Override PartName=\"/xl/workbook.xml\" ContentType=\"{spreadsheet}.sheet.main+xml\"/>\
                 <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{spreadsheet}.worksheet+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Incidents\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>")),
    ];
    zipped(&parts.map(|(name, xml)| (name, format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{xml}"))))
}

fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part of the archive");
        archive.write_all(text.as_bytes()).expect("its bytes");
    }
    archive.finish().expect("a whole archive").into_inner()
}

#[test]
fn every_form_of_file_gives_the_same_tables() {
    let mut sheet = own();
    for (n, month) in ["2024-01", "2024-02", "2024-03"].iter().enumerate() {
        sheet.rows(
            n + 1,
            &[
                ("date", &format!("{month}-10")),
                ("region", "Ca\u{f1}ada"),
                ("groups", "Le\u{f3}n Brigade; Free Lake Front"),
            ],
        );
    }
    sheet.row(&[("killed", ""), ("district", "Lake, \"upper\" shore")]);
    let text = sheet.text();
    let gz = {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).expect("compresses");
        encoder.finish().expect("compresses")
    };
    let semicolons = text
        .lines()
        .map(|line| {
            let record = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes()).records().next();
            let cells = record.expect("a line").expect("a record");
            cells.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect::<Vec<_>>().join(";") + "\r\n"
        })
        .collect::<String>();
    let tabs = semicolons.replace("\";\"", "\"\t\"");
    let latin: Vec<u8> = semicolons.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let forms: [(&str, Vec<u8>); 10] = [
        ("crlf.csv", text.replace('\n', "\r\n").into_bytes()),
        ("mark.csv", format!("\u{feff}{semicolons}").into_bytes()),
        ("latin.csv", latin),
        ("utf16.csv", utf16),
        ("tabs.tsv", tabs.into_bytes()),
        ("sheet.csv.gz", gz),
        ("sheet.csv.zst", zstd::encode_all(text.as_bytes(), 3).expect("compresses")),
        ("sheet.zip", zipped(&[("inside/own.csv", text.clone()), ("readme.md", "nothing".to_owned())])),
        ("sheet.xlsx", workbook(&text)),
        ("end.csv", text.trim_end().as_bytes().to_vec()),
    ];
    let bench = bench(&text);
    let tables = |file: &str| {
        ["series", "groups", "tactics"].map(|kind| bench.table(kind, &[file, "--mapping", "mapping.toml"]).rows)
    };
    let plain = tables("own.csv");
    assert_eq!(plain[1].len(), 2, "two groups");
    for (name, bytes) in forms {
        bench.write(name, bytes);
        assert_eq!(tables(name), plain, "{name}");
    }
}

#[test]
fn an_encoding_and_a_delimiter_can_be_forced() {
    let mut sheet = own();
    sheet.row(&[("region", "Ca\u{f1}ada")]);
    let bench = bench(sheet.text().replace(',', "|"));
    let table = bench.table("series", &[&OWN[..], &["--delimiter", "|", "--encoding", "windows-1252"]].concat());
    assert_eq!(table.region("Ca\u{c3}\u{b1}ada", "2024-03").get("incidents"), "1", "as the user said");
}

/// The repository's own sample, whose truths its README documents.
#[test]
fn the_sample_is_accounted_for_as_its_readme_says() {
    let config = concat!(env!("CARGO_MANIFEST_DIR"), "/incident-trends.toml");
    let bench = Bench::new();
    let done = bench.run(&["check", "--config", config]).succeeded();
    let parts =
        [("read", 6283), ("counted", 6250), ("repeated", 14), ("superseded", 12), ("filtered", 2), ("rejected", 5)];
    done.accounts(&parts);
    let series = bench.table("series", &["--config", config]);
    assert_eq!((series.total("incidents"), series.total("killed"), series.total("injured")), (5889.0, 8391.0, 9171.0));
    for (period, all, attacks, operations, killed, unknown, injured) in [
        ("2025-10", 66.0, 52.0, 7.0, 96.0, 3.0, 143.0),
        ("2026-09", 90.0, 69.0, 14.0, 85.0, 6.0, 108.0),
        ("2026-10", 112.0, 95.0, 11.0, 129.0, 1.0, 164.0),
    ] {
        let row = series.whole(period);
        let numbers = [row.number("incidents"), row.number("killed"), row.number("injured")];
        assert_eq!(numbers, [all, killed, injured], "{period}");
        assert_eq!(row.number("incidents") - row.number("killed_known"), unknown, "{period}");
        assert_eq!(series.kind("attack", period).number("incidents"), attacks, "{period}");
        assert_eq!(series.kind("operation", period).number("incidents"), operations, "{period}");
    }
    let region = |period| series.region("Ilmaray", period).number("incidents");
    assert_eq!([region("2026-09"), region("2026-10")], [13.0, 49.0], "the flare-up");
    assert!(!series.has(&[("region", "Kessar Frontier")]), "merged by the configuration");
}

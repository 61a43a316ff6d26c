//! Files of every kind, made by hand, and the real ones where they are at hand.

use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use zip::write::SimpleFileOptions;

use super::*;

const ROWS: &str = "id,name\r\n1,Nüri\r\n\r\n2,\"a\nb\"\r\nid,name\r\n3,c";

struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(TempDir::new().expect("a temporary folder"))
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).expect("a file in a temporary folder");
        path
    }

    fn zip(&self, name: &str, members: &[(&str, &[u8])]) -> PathBuf {
        self.file(name, &zipped(members))
    }
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a member can be started");
        zip.write_all(bytes).expect("a member can be written");
    }
    zip.finish().expect("the zip can be finished").into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written")
}

fn options(threads: usize) -> Options {
    Options { encoding: None, delimiter: None, threads: NonZeroUsize::new(threads).expect("at least one") }
}

fn only(path: &Path) -> Result<Table, Error> {
    let tables = tables(path)?;
    assert_eq!(tables.len(), 1, "{tables:?}");
    open(&tables[0], &options(2), Look::Head)
}

/// `line:fields` of each record, and what was counted.
fn content(table: &Table, start: Start, width: usize) -> (Vec<String>, Scanned) {
    let mut lines = Vec::new();
    let map = |(): &mut (), batch: Batch| -> Vec<String> {
        let good = batch.records().map(|record| (record.line(), record.iter().collect::<Vec<_>>().join("|")));
        let bad = batch.faults().iter().map(|fault| (fault.line, fault.reason.to_string()));
        let mut all: Vec<(u64, String)> = good.chain(bad).collect();
        all.sort();
        all.into_iter().map(|(line, text)| format!("{line}:{text}")).collect()
    };
    let fold = |more: Vec<String>| {
        lines.extend(more);
        ControlFlow::Continue(())
    };
    let scanned = table.scan(start, width, &Columns::All, || (), map, fold).expect("the table can be scanned");
    (lines, scanned)
}

fn assert_rows(table: &Table) {
    let (lines, scanned) = content(table, Start::AFTER_HEADER, 2);
    assert_eq!(lines, ["2:1|Nüri", "4:2|a\nb", "7:3|c"], "{}", table.name());
    let expected = Scanned { records: 3, faulty: 0, skipped_blank: 1, skipped_header: 1 };
    assert_eq!(scanned, expected);
}

#[test]
fn a_table_is_the_same_however_it_is_packed() {
    let folder = Folder::new();
    let plain = ROWS.as_bytes();
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(ROWS);
    let zstd = zstd::encode_all(plain, 3).expect("memory can be compressed");
    let utf16: Vec<u8> = format!("\u{feff}{ROWS}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = format!("\u{feff}{ROWS}");
    for (name, bytes) in [
        ("plain.csv", plain),
        ("marked.csv", marked.as_bytes()),
        ("windows.csv", &windows),
        ("utf16.txt", &utf16),
        ("packed.csv.gz", &gzipped(plain)),
        ("packed in secret.csv", &gzipped(plain)),
        ("twice.csv.gz", &[gzipped(&plain[..9]), gzipped(&plain[9..])].concat()),
        ("packed.csv.zst", &zstd),
        ("one.zip", &zipped(&[("one.csv", plain)])),
        ("nested.zip", &zipped(&[("in/one.csv.gz", &gzipped(plain))])),
    ] {
        let path = folder.file(name, bytes);
        let table = only(&path).expect("the table can be opened");
        assert_rows(&table);
        assert_rows(&table);
        let blake3 = blake3::hash(bytes).to_hex().to_string();
        let expected = Fingerprint { bytes: bytes.len() as u64, blake3 };
        assert_eq!(table.fingerprint().expect("the file is still there"), &expected);
        assert_eq!(table.head()[0].fields, ["id", "name"]);
        assert_eq!((table.head()[2].line, table.delimiter()), (4, b','));
    }
}

#[test]
fn a_zip_may_hold_several_tables() {
    let folder = Folder::new();
    let path = folder.zip(
        "all.zip",
        &[
            ("b.CSV", ROWS.as_bytes()),
            ("__MACOSX/._b.csv", b"junk"),
            (".hidden.csv", b"junk"),
            ("notes.txt", b"not a table"),
            ("a/a.tsv", b"id\tname\n"),
        ],
    );
    let tables = tables(&path).expect("the zip can be opened");
    let names: Vec<String> = tables.iter().map(TableRef::name).collect();
    let base = path.display();
    assert_eq!(names, [format!("{base}/a/a.tsv"), format!("{base}/b.CSV")]);
    let table = open(&tables[0], &options(1), Look::Head).expect("the table can be opened");
    assert_eq!(table.delimiter(), b'\t');
    assert_eq!(content(&table, Start::AFTER_HEADER, 2).1, Scanned::default());
    assert_rows(&open(&tables[1], &options(1), Look::Head).expect("the table can be opened"));
    let texts = folder.zip("texts.zip", &[("events.txt", ROWS.as_bytes())]);
    assert_rows(&only(&texts).expect("a text alone is a table"));
}

#[test]
fn what_cannot_be_read_says_why_and_what_to_do() {
    let folder = Folder::new();
    let gzip = gzipped(ROWS.repeat(50).as_bytes());
    let zip = zipped(&[("a.csv", ROWS.repeat(50).as_bytes())]);
    let mut wrong = zip.clone();
    let crc = wrong.windows(4).position(|w| w == b"PK\x03\x04").expect("a member") + 40;
    wrong[crc] ^= 0xFF;
    let mut secret = zip.clone();
    let central = secret.windows(4).position(|w| w == b"PK\x01\x02").expect("a directory");
    secret[central + 8] |= 1;
    secret[6] |= 1;
    let cases: [(&str, &[u8], &str); 9] = [
        ("empty.csv", b"", "the file is empty; export or download it again"),
        ("blank.csv", b"\xEF\xBB\xBF \r\n", "the file is empty; export or download it again"),
        ("cut.csv.gz", &gzip[..gzip.len() / 2], "the gzip data is damaged or incomplete; download it again"),
        ("cut.zip", &zip[..zip.len() / 2], "the zip is damaged or incomplete; download it again"),
        ("wrong.zip", &wrong, "the zip data is damaged or incomplete; download it again"),
        ("secret.zip", &secret, "protected by a password; unpack it and give the unpacked file"),
        (
            "none.zip",
            &zipped(&[("a.pdf", b"x")]),
            "the zip holds no .csv, .tsv, .txt or .xlsx file; unpack it and give the table itself",
        ),
        (
            "old.xls",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "an old .xls workbook, or one protected by a password; save it as .xlsx without a password, or as .csv",
        ),
        (
            "broken.xlsx",
            &zipped(&[("xl/workbook.xml", b"<")]),
            "the workbook cannot be read; open it in a spreadsheet program and save it as .xlsx or .csv",
        ),
    ];
    for (name, bytes, expected) in cases {
        let path = folder.file(name, bytes);
        let text = only(&path).expect_err("cannot be opened").to_string();
        assert!(text.starts_with(&path.display().to_string()), "{text}");
        assert!(text.ends_with(expected), "{text}");
    }
    let missing = folder.0.path().join("missing.csv");
    let text = only(&missing).expect_err("is not there").to_string();
    assert!(text.ends_with("missing.csv: no such file; check the path"), "{text}");
    let text = only(folder.0.path()).expect_err("is a folder").to_string();
    assert!(text.ends_with("this is a folder; name the files inside it"), "{text}");
}

#[test]
fn a_file_that_changes_between_two_looks_is_refused() {
    let folder = Folder::new();
    let path = folder.file("growing.csv", ROWS.as_bytes());
    let table = only(&path).expect("the table can be opened");
    folder.file("growing.csv", ROWS.repeat(2).as_bytes());
    let error = table.scan(Start::AFTER_HEADER, 2, &Columns::All, || (), |(), _| (), |()| ControlFlow::Continue(()));
    assert!(matches!(error, Err(Error::Changed { before: 41, now: 82, .. })), "{error:?}");
}

#[test]
fn choices_can_be_forced() {
    let folder = Folder::new();
    let path = folder.file("odd.csv", b"a;b,c\r1;\x8E,2\r");
    let forced = Options { encoding: Some(Encoding::MacRoman), delimiter: Some(b';'), ..options(1) };
    let table = open(&TableRef::file(&path), &forced, Look::Head).expect("the table can be opened");
    let (lines, _) = content(&table, Start::AFTER_HEADER, 2);
    assert_eq!(lines, ["2:1|é,2"]);
    let quote = Options { delimiter: Some(b'"'), ..forced };
    assert!(matches!(open(&TableRef::file(&path), &quote, Look::Head), Err(Error::Delimiter { .. })));
}

#[test]
fn a_scan_stops_when_told_and_passes_a_panic_on() {
    let folder = Folder::new();
    let path = folder.file("long.csv", "1,2\n".repeat(1_500_000).as_bytes());
    for threads in [1, 3] {
        let table = open(&TableRef::file(&path), &options(threads), Look::Head).expect("the table can be opened");
        let mut seen = 0;
        let fold = |records: usize| {
            seen += records;
            ControlFlow::Break(())
        };
        let scanned = table.scan(Start::AT_ONCE, 2, &Columns::All, || (), |(), batch| batch.len(), fold);
        assert_eq!(scanned.expect("the table can be scanned").records, seen as u64);
        assert!(seen < 1_000_000);
    }
    let table = open(&TableRef::file(&path), &options(2), Look::Head).expect("the table can be opened");
    let result = std::panic::catch_unwind(|| {
        table.scan(
            Start::AT_ONCE,
            2,
            &Columns::All,
            || (),
            |(), _| panic!("as planned"),
            |()| ControlFlow::Continue(()),
        )
    });
    assert!(result.is_err());
}

#[test]
fn the_real_files_have_the_rows_that_are_known() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = ["../shared/data", "../../shared/data"].map(|place| root.join(place));
    let Some(folder) = places.iter().find(|place| place.is_dir()) else {
        eprintln!("skipped: the real files are not at hand ({})", places[0].display());
        return;
    };
    for (name, leading, width, records, last_line) in [
        ("ucdp-ged-pakistan-1989-2021.csv", 2, 50, 6416, 10_689),
        ("ucdp-ged-19.1-myanmar-bangladesh-1989-2018.csv", 1, 42, 3194, 3318),
        ("ucdp-ged-23.1-sample-1000.csv", 1, 49, 1000, 1211),
        ("gdelt-2.0-events-100.tsv", 0, 61, 100, 100),
        ("pakistan-population-2017.csv", 1, 4, 8, 9),
        ("wdi-battle-deaths.csv", 1, 3, 128, 129),
    ] {
        let path = folder.join(name);
        for threads in [1, 2] {
            let table = open(&TableRef::file(&path), &options(threads), Look::Head).expect("the table can be opened");
            assert_eq!(table.encoding(), Encoding::Utf8, "{name}");
            let mut last = 0;
            let map = |(): &mut (), batch: Batch| batch.records().last().map(|record| record.line());
            let fold = |line: Option<u64>| {
                last = line.unwrap_or(last);
                ControlFlow::Continue(())
            };
            let scanned = table.scan(Start::after(leading), width, &Columns::All, || (), map, fold);
            let scanned = scanned.expect("the table can be scanned");
            assert_eq!(scanned, Scanned { records, ..Scanned::default() }, "{name}");
            assert_eq!(last, last_line, "{name}");
        }
    }
}

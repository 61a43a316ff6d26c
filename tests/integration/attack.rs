//! An attack on the report: names that are markup, paths, formulas, invisible or endless, in every column that is printed.

use crate::browser::{Look, look};
use crate::harness::{Bench, contents};
use crate::sheets::{MAPPING, own};
use crate::workbook;
use std::io::{Cursor, Read};

const NAMES: [&str; 11] = [
    "<script>alert(1)</script>",
    "</style></title></svg><script>alert(2)</script>",
    "\"onload=\"alert(3)\" x=\"",
    "' onmouseover='alert(4)' x='",
    "javascript:alert(5)",
    "<img src=x onerror=alert(6)>",
    "--><svg/onload=alert(7)>{{ 7 * 7 }}{% raw %}",
    "\u{202e}kcatta\u{2067} of the right",
    "../../../../etc/cron.d/x",
    "=HYPERLINK(\"x:y\",\"z\")",
    "null\0byte\u{7}",
];

fn attacked() -> Bench {
    let mut sheet = own();
    let endless = "Endless ".to_owned() + &"Brigade".repeat(1400);
    let mut names: Vec<&str> = NAMES.to_vec();
    names.push(&endless);
    for (number, name) in names.iter().enumerate() {
        for month in 0..15 {
            let date = format!("{}-{:02}-15", 2023 + month / 12, month % 12 + 1);
            let id = format!("{name}{number}-{month}");
            let cells = [("id", id.as_str()), ("date", &date), ("region", name), ("district", name), ("groups", name)];
            // Each is in first place somewhere, and the newest month has all of them.
            sheet.rows(usize::from(month == number) + 1, &cells);
            sheet.row(&[("date", &date), ("tactic", name), ("target", name), ("region", name), ("groups", name)]);
        }
    }
    let bench = Bench::with("own.csv", sheet.text());
    bench.write("mapping.toml", MAPPING);
    let mut events = csv::Writer::from_writer(Vec::new());
    events.write_record(["from", "to", "label", "region", "group"]).expect("a header");
    for name in names {
        events.write_record(["2023-06-01", "2023-06-09", name, "", ""]).expect("a row");
    }
    bench.write("context.csv", events.into_inner().expect("all rows are written"));
    let run = "report own.csv --mapping mapping.toml --context context.csv --max-rejected 50% --quiet";
    bench.run(&run.split(' ').collect::<Vec<_>>()).succeeded();
    bench
}

/// What would run, were it read as markup.
const RUNS: [&str; 6] =
    ["<script>alert", "</style></title>", "<img src=x", "<svg/onload", "\"onload=\"", " onmouseover='alert"];

#[test]
fn names_stay_names_in_every_file() {
    let bench = attacked();
    let latest = std::fs::canonicalize(bench.path("reports/latest")).expect("a report");
    let files = contents(&latest);
    assert!(files.len() > 40, "{}", files.len());
    for (path, bytes) in &files {
        let safe = path.bytes().all(|b| b.is_ascii_alphanumeric() || b"+._-/".contains(&b)) && !path.contains("..");
        assert!(safe && path.len() < 200, "{path}");
        let text = String::from_utf8_lossy(bytes);
        match path.rsplit('.').next().unwrap_or_default() {
            "html" | "svg" | "md" => {
                for runs in RUNS {
                    let found = text.find(runs).map(|at| text[at..].chars().take(80).collect::<String>());
                    assert_eq!(found, None, "{path}");
                }
                assert!(!text.contains('\0') && !text.contains("=\"javascript:") && !text.contains("](javascript:"));
            }
            "csv" => formulas(path, bytes),
            "xlsx" => sheets(path, bytes),
            "pdf" => {
                for runs in ["/JavaScript", "/Launch", "/URI (javascript"] {
                    assert!(!text.contains(runs), "{path}: {runs}");
                }
            }
            _ => {}
        }
    }
    the_same_names(&files["report.xlsx"], &files["tables/groups.csv"]);
    // Beside the report folder nothing was written.
    let outside = std::fs::read_dir(bench.path(".")).expect("the bench").count();
    assert_eq!(outside, 4, "own.csv, mapping.toml, context.csv, reports");
    let mut pages = vec![latest.join("index.html")];
    pages.extend(files.keys().filter(|path| path.ends_with(".svg")).map(|path| latest.join(path)));
    look(Look::Attack, &pages);
}

/// No cell is one that a spreadsheet would run.
fn formulas(path: &str, bytes: &[u8]) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    for record in reader.byte_records() {
        let record = record.expect("a record");
        for cell in record.iter() {
            assert!(!cell.starts_with(b"=") && !cell.starts_with(b"@") && !cell.starts_with(b"\t"), "{path}");
        }
    }
}

/// In the text of XML a quotation mark is harmless; what opens an element, runs or leads out is not.
fn sheets(path: &str, bytes: &[u8]) {
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
    for at in 0..book.len() {
        let mut part = book.by_index(at).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("a part is UTF-8");
        let opens = RUNS.into_iter().filter(|runs| runs.starts_with('<'));
        for runs in opens.chain(["<f>", "<f ", "Target=\"javascript:", "TargetMode=\"External\""]) {
            // A chart names the cells that it draws.
            let charted = part.name().starts_with("xl/charts/") && runs == "<f>";
            assert!(charted || !text.contains(runs), "{path}, {}: {runs}", part.name());
        }
        let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
        assert!(!text.contains(odd), "{path}, {} holds a control character", part.name());
    }
}

/// The groups of the workbook are those of the CSV: there an apostrophe goes before a formula, here a mark stands for what
/// XML cannot hold.
fn the_same_names(book: &[u8], csv: &[u8]) {
    let parts = workbook::parts(book.to_owned());
    let plain = |text: &String| text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let found: Vec<String> =
        workbook::column(&parts, workbook::sheet(&parts, "groups"), 'C').iter().map(plain).collect();
    let mut reader = csv::Reader::from_reader(csv);
    let marked = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let group = |record: csv::StringRecord| {
        let name = record.get(2).unwrap_or_default();
        let bare = name.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
        bare.unwrap_or(name).chars().map(marked).collect::<String>()
    };
    let expected: Vec<String> = reader.records().map(|record| group(record.expect("a row"))).collect();
    assert!(found.len() >= NAMES.len(), "{found:?}");
    assert_eq!(found, expected);
}

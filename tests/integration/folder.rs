//! The report folder: the same bytes for the same input, replaced whole or not at all, and nothing beside it touched.

use crate::harness::{Bench, Done, Table, contents};
use crate::sheets::{MAPPING, Sheet, own};
use incident_trends::chart::{CHARTS, Reach};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

const RUN: [&str; 4] = ["report", "own.csv", "--mapping", "mapping.toml"];

/// Fourteen months, two groups, two regions, an outlet that was always there.
fn months() -> Sheet {
    let mut sheet = own();
    for month in 0..14 {
        let (year, month) = (2023 + month / 12, month % 12 + 1);
        let last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
        let date = format!("{year}-{month:02}-{last}");
        sheet.rows(2 + month % 3, &[("date", &date)]);
        sheet.row(&[
            ("date", &date),
            ("region", "South"),
            ("groups", "Hill Brigade"),
            ("kind", "clash"),
            ("injured", ""),
        ]);
        sheet.row(&[("date", &date), ("groups", ""), ("tactic", "Bombing"), ("kind", "operation")]);
    }
    // February 2024 had 29 days.
    sheet.row(&[("date", "2024-02-29")]);
    sheet
}

fn bench(sheet: &Sheet) -> Bench {
    let bench = Bench::with("own.csv", sheet.text());
    bench.write("mapping.toml", MAPPING);
    bench
}

fn report(bench: &Bench, flags: &[&str]) -> Done {
    // One group and one region with charts of their own, unless a test wants more.
    let top: &[&str] = if flags.contains(&"--top") { &[] } else { &["--top", "1"] };
    bench.run(&[&RUN, flags, top].concat()).succeeded()
}

/// Where a link of the output folder leads in the end.
fn folder(bench: &Bench, link: &str) -> PathBuf {
    std::fs::canonicalize(bench.path(link)).unwrap_or_else(|error| panic!("{link}: {error}"))
}

/// Every file of a report is there with the hash that the manifest has, and none besides.
fn assert_whole(folder: &Path) -> Value {
    let files = contents(folder);
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).expect("a manifest in JSON");
    let outputs = manifest["outputs"].as_array().expect("a list of outputs");
    let listed: BTreeMap<&str, &str> =
        outputs.iter().map(|o| (o["path"].as_str().expect("a path"), o["blake3"].as_str().expect("a hash"))).collect();
    let hashes: BTreeMap<&str, String> = files
        .iter()
        .filter(|(name, _)| *name != "manifest.json")
        .map(|(name, bytes)| (name.as_str(), blake3::hash(bytes).to_string()))
        .collect();
    assert_eq!(listed, hashes.iter().map(|(name, hash)| (*name, hash.as_str())).collect());
    manifest
}

#[test]
fn two_runs_give_byte_identical_folders() {
    let bench = bench(&months());
    let done = report(&bench, &["--out", "one", "--threads", "1"]);
    assert_eq!(done.stdout, "");
    let again = report(&bench, &["--out", "deep/two", "--threads", "3", "--quiet"]);
    assert_eq!((again.stdout.as_str(), again.stderr.as_str()), ("", ""), "a quiet run says nothing");
    let (one, two) = (folder(&bench, "one/latest"), folder(&bench, "deep/two/latest"));
    assert_eq!(one.file_name(), two.file_name(), "the hash of the content");
    let (one, two) = (contents(&one), contents(&two));
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(*bytes == two[name], "{name} differs");
    }
    for name in [
        "index.html",
        "report.md",
        "report.pdf",
        "findings.json",
        "manifest.json",
        "rejected.csv",
        "tables/series.csv",
        "tables/series.parquet",
        "charts/frequency-all.svg",
        "charts/frequency-all.png",
    ] {
        assert!(one.contains_key(name), "no {name}");
    }
    assert!(one["report.pdf"].starts_with(b"%PDF-1.7"));
    let manifest = assert_whole(&folder(&bench, "one/latest"));
    let text = manifest.to_string();
    assert!(!text.contains(&*bench.path("").display().to_string()), "no absolute path");
    assert_eq!(manifest["label"], "2024-02");
    // Links are relative; what is told of the run stands outside the report.
    assert_eq!(std::fs::read_link(bench.path("one/latest")).expect("a link"), Path::new("2024-02"));
    assert!(std::fs::read_link(bench.path("one/2024-02")).expect("a link").starts_with(".store"));
    let run: Value = serde_json::from_str(&bench.read("one/run.json")).expect("JSON");
    assert_eq!(
        (&run["outcome"], &run["exit_code"], &run["label"]),
        (&"published".into(), &0.into(), &"2024-02".into())
    );
    assert!(!one.contains_key("run.json"));
}

#[test]
fn a_chart_on_demand_has_the_bytes_of_the_report() {
    let mut sheet = months();
    sheet.rows(2, &[("date", "2023-05-20"), ("groups", "Free Lake Front;Hill Brigade")]);
    let bench = bench(&sheet);
    report(&bench, &[]);
    let inputs = &[&RUN[1..], &["--top", "1"]].concat()[..];
    let mut drawn = 0;
    for chart in CHARTS.iter() {
        let (pair, subject): (&[&str], _) = match chart.reach() {
            Reach::Whole | Reach::Each => (&[], "all"),
            // The two are no filter: the figure is that of the report on all groups.
            Reach::Pairs => {
                (&["--group", "Hill Brigade", "--group", "Free Lake Front"], "free-lake-front-hill-brigade")
            }
        };
        let arguments = [&["chart", chart.id(), "-o", "chart.svg", "--quiet"], inputs, pair].concat();
        let done = bench.run(&arguments);
        let in_report = bench.path(&format!("reports/latest/charts/{}-{subject}.svg", chart.id()));
        assert!(in_report.exists() || pair.is_empty(), "the report has the pair that two incidents name");
        if !in_report.exists() {
            assert!(
                done.failed(2).error().contains("is not drawn: "),
                "{}: left out of the report for a reason",
                chart.id()
            );
            continue;
        }
        done.succeeded();
        assert_eq!(bench.read("chart.svg"), std::fs::read_to_string(in_report).expect("an SVG"), "{}", chart.id());
        drawn += 1;
    }
    assert!(drawn >= 8, "{drawn} charts");
    let standard = bench.run(&[&["chart", "frequency", "--quiet"], inputs].concat()).succeeded();
    assert_eq!(standard.stdout, bench.read("reports/latest/charts/frequency-all.svg"));
    let group = ["chart", "frequency", "--of", "Free Lake Front", "-o", "chart.png", "--quiet"];
    bench.run(&[group.as_slice(), inputs].concat()).succeeded();
    let (of, same) = ("reports/latest/charts/frequency-group-free-lake-front.png", "chart.png");
    assert!(std::fs::read(bench.path(of)).expect("a PNG") == std::fs::read(bench.path(same)).expect("a PNG"));
}

#[test]
fn a_table_on_demand_has_the_bytes_of_the_report() {
    let bench = bench(&months());
    report(&bench, &[]);
    let inputs = &[&RUN[1..], &["--top", "1"]].concat()[..];
    for table in incident_trends::report::TABLES.iter() {
        for ending in ["csv", "parquet"] {
            let name = format!("{}.{ending}", table.id());
            bench.run(&[&["table", table.id(), "-o", &name, "--quiet"], inputs].concat()).succeeded();
            let of = bench.path(&format!("reports/latest/tables/{name}"));
            assert!(
                std::fs::read(bench.path(&name)).expect("a table") == std::fs::read(of).expect("a table"),
                "{name}"
            );
        }
    }
}

#[test]
fn a_run_killed_at_any_moment_leaves_the_earlier_report_whole() {
    let mut sheet = months();
    let bench = bench(&sheet);
    let began = Instant::now();
    report(&bench, &[]);
    let whole_run = began.elapsed();
    let before = (folder(&bench, "reports/latest"), contents(&folder(&bench, "reports/latest")));
    sheet.row(&[("killed", "40")]);
    bench.write("own.csv", sheet.text());
    // The later part is denser: drawing, writing and publishing fall into it.
    for part in [0.02, 0.3, 0.6, 0.8, 0.9, 0.95, 1.0] {
        let mut command = bench.command(&[&RUN[..], &["--top", "1", "--quiet"]].concat());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
        std::thread::sleep(Duration::from_secs_f64(whole_run.as_secs_f64() * part));
        child.kill().expect("it can be killed, also when it is done");
        child.wait().expect("it is gone");
        let now = folder(&bench, "reports/latest");
        assert_whole(&now);
        assert_eq!(now, folder(&bench, "reports/2024-02"));
        if now == before.0 {
            assert!(contents(&now) == before.1, "killed at {part}: the earlier report was touched");
        }
    }
    report(&bench, &[]);
    let now = folder(&bench, "reports/latest");
    assert_ne!(now, before.0);
    assert_whole(&now);
    let store: Vec<String> = contents(&bench.path("reports/.store"))
        .keys()
        .map(|name| name.split('/').next().expect("a first part").to_owned())
        .filter(|name| name != "lock")
        .collect();
    let name = now.file_name().expect("a name").to_string_lossy();
    assert!(store.iter().all(|folder| *folder == name), "what was replaced or half made is gone: {store:?}");
}

#[test]
fn a_filtered_run_has_its_own_folder_and_never_takes_latest() {
    let bench = bench(&months());
    report(&bench, &[]);
    let national = folder(&bench, "reports/latest");
    report(&bench, &["--region", "South"]);
    report(&bench, &["--until", "2024-02-29"]);
    assert_eq!(folder(&bench, "reports/latest"), national);
    assert_eq!(folder(&bench, "reports/2024-02"), national);
    assert_whole(&national);
    let links = std::fs::read_dir(bench.path("reports")).expect("the output folder");
    let links: Vec<String> =
        links.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    let filtered: Vec<&String> = links.iter().filter(|name| name.starts_with("2024-02-")).collect();
    assert_eq!(filtered.len(), 2, "{links:?}");
    assert!(filtered.iter().any(|name| name.contains("region-south")), "{links:?}");
    // A month that is not the newest one gets its folder too, and latest stays.
    report(&bench, &["--as-of", "2023-12-31"]);
    assert_eq!(folder(&bench, "reports/latest"), national);
    assert_whole(&folder(&bench, "reports/2023-12"));
}

#[test]
fn a_second_run_of_the_same_month_replaces_the_first() {
    let mut sheet = months();
    let bench = bench(&sheet);
    report(&bench, &[]);
    let first = folder(&bench, "reports/2024-02");
    report(&bench, &[]);
    assert_eq!(folder(&bench, "reports/2024-02"), first, "the same content is kept as it is");
    sheet.row(&[]);
    bench.write("own.csv", sheet.text());
    report(&bench, &[]);
    let second = folder(&bench, "reports/2024-02");
    assert_ne!(second, first);
    assert!(!first.exists(), "the one it replaces goes after the switch");
    assert_eq!(folder(&bench, "reports/latest"), second);
}

#[test]
fn what_holds_or_bars_the_output_folder_is_told_before_the_work() {
    let bench = bench(&months());
    bench.write("reports/.store/lock", "");
    let lock = std::fs::File::open(bench.path("reports/.store/lock")).expect("the lock");
    lock.lock().expect("nobody holds it");
    let done = bench.run(&RUN).failed(4);
    assert!(done.error().contains("reports"), "{}", done.error());
    assert!(!bench.path("reports/run.json").exists(), "the other run writes it");
    drop(lock);

    bench.write("taken", "mine");
    assert!(bench.run(&[&RUN[..], &["--out", "taken"]].concat()).failed(1).error().contains("taken"));
    assert_eq!(bench.read("taken"), "mine");
    for place in ["away/latest/notes.txt", "other/2024-02/notes.txt"] {
        bench.write(place, "mine");
        let out = place.split('/').next().expect("a first part");
        let done = bench.run(&[&RUN[..], &["--out", out]].concat()).failed(1);
        assert!(done.error().contains(out), "{}", done.error());
        assert_eq!(bench.read(place), "mine");
        let run: Value = serde_json::from_str(&bench.read(&format!("{out}/run.json"))).expect("JSON");
        assert_eq!((&run["outcome"], &run["exit_code"]), (&"failed".into(), &1.into()));
    }
}

#[test]
fn a_broken_pipe_is_success() {
    let mut sheet = own();
    sheet.row(&[("date", "2015-01-01")]).row(&[("date", "2024-12-31")]);
    let bench = bench(&sheet);
    // Ten years of days: far more than a pipe holds.
    let mut command =
        bench.command(&["table", "series", "own.csv", "--mapping", "mapping.toml", "--by", "day", "--quiet"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut line = String::new();
    BufReader::with_capacity(64, child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    assert!(line.starts_with("source,grain,scope"));
    let done = Done::of(&["table series | head -1"], child.wait_with_output().expect("it ends")).succeeded();
    assert_eq!(done.stderr, "");
}

#[test]
fn messages_go_to_standard_error_as_text_or_json() {
    let mut sheet = own();
    sheet.row(&[]).row(&[("date", "2024-04-30")]);
    let bench = bench(&sheet);
    let inputs = ["table", "series", "own.csv", "--mapping", "mapping.toml"];
    let plain = bench.run(&inputs).succeeded();
    assert_eq!(plain.stderr, "own.csv: own, 2 rows read (utf-8, dates %Y-%m-%d)\n");
    assert!(!plain.stdout.contains('\u{1b}') && !plain.stderr.contains('\u{1b}'), "no colours in a pipe");
    let json = bench.run(&[&inputs[..], &["--log-format", "json", "--verbose"]].concat()).succeeded();
    for line in json.stderr.lines() {
        let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert!(value["level"].is_string() && value["text"].is_string(), "{line}");
    }
    assert_eq!(json.stdout, plain.stdout);
}

/// Names that are markup, formulas, paths, of another script, and long.
#[test]
fn awkward_names_stay_names() {
    let awkward = [
        "<b>&\"Front\"",
        "=HYPERLINK(\"http://example.org\",1)",
        "../../etc/passwd",
        "سبز وادی محاذ",
        "United Revolutionary Command of the Upper and the Lower Hills",
        "@sum",
        "-1+2",
    ];
    assert_eq!(awkward[4].chars().count(), 61);
    let mut sheet = own();
    for name in awkward {
        for month in ["2024-01-10", "2024-02-10", "2024-03-31"] {
            sheet.row(&[
                ("date", month),
                ("groups", name),
                ("region", name),
                ("district", name),
                ("tactic", name),
                ("target", name),
            ]);
        }
    }
    let bench = bench(&sheet);
    report(&bench, &["--top", "7"]);
    let files = contents(&folder(&bench, "reports/latest"));
    let safe = |c: char| c.is_ascii_alphanumeric() || "+._-/".contains(c);
    assert!(files.keys().all(|name| name.chars().all(safe) && !name.contains("..")), "{:?}", files.keys());
    let outside = contents(&bench.path(""));
    let outside: Vec<&String> = outside.keys().filter(|name| !name.starts_with("reports/")).collect();
    assert_eq!(outside, ["mapping.toml", "own.csv"], "nothing is written beside the output folder");

    let series = Table::read(&bench.path("reports/latest/tables/series.csv"));
    let groups = series.values("group", &[("scope", "group")]);
    for name in awkward {
        let written = if name.starts_with(['=', '@', '-']) { format!("'{name}") } else { name.to_owned() };
        assert!(groups.contains(&written.as_str()), "{written} in {groups:?}");
    }
    for (name, bytes) in &files {
        if name.ends_with(".html") || name.ends_with(".svg") {
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            assert!(!text.contains("<b>&") && !text.contains("&\"Front"), "{name} holds unescaped markup");
        }
        if name.ends_with(".svg") {
            let options = resvg::usvg::Options::default();
            resvg::usvg::Tree::from_data(bytes, &options).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        if name.ends_with(".json") {
            serde_json::from_slice::<Value>(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
    let page = bench.read("reports/latest/index.html");
    assert!(page.contains("&lt;b&gt;") || page.contains("&#60;b"), "the name is shown");
    assert!(page.contains("سبز وادی محاذ"));
}

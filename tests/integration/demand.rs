//! Charts and tables on demand: to a file, to a pipe, as text; names as they are typed; and the work done again after changes.

use crate::harness::Bench;
use crate::sheets::{FRONT, MAPPING, Sheet, own};
use std::io::Read;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

const INPUT: [&str; 3] = ["own.csv", "--mapping", "mapping.toml"];
/// Far more than a run of the program takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

fn sheet(months: u32) -> Sheet {
    let mut sheet = own();
    for month in 1..=months {
        for day in ["04", "17"] {
            sheet.row(&[("date", &format!("2024-{month:02}-{day}"))]);
        }
    }
    sheet
}

fn bench() -> Bench {
    let bench = Bench::with("own.csv", sheet(9).text());
    bench.write("mapping.toml", MAPPING);
    bench
}

fn chart(bench: &Bench, flags: &[&str]) -> crate::harness::Done {
    bench.run(&[&["chart", "frequency", "--quiet"], &INPUT[..], flags].concat())
}

#[test]
fn the_ending_or_the_format_says_how_a_chart_is_drawn() {
    let bench = bench();
    let svg = chart(&bench, &[]).succeeded().stdout;
    assert!(svg.starts_with("<svg"), "a pipe gets SVG");
    assert_eq!(chart(&bench, &["--format", "svg"]).succeeded().stdout, svg);
    let text = chart(&bench, &["--format", "text"]).succeeded().stdout;
    assert!(text.contains("September 2024") && text.contains('█') && !text.contains('\u{1b}'), "{text}");
    chart(&bench, &["-o", "chart.txt"]).succeeded();
    assert_eq!(bench.read("chart.txt"), text, "the same in a file as in a pipe");
    chart(&bench, &["-o", "chart.svg"]).succeeded();
    assert_eq!(bench.read("chart.svg"), svg);
    chart(&bench, &["-o", "chart.dat", "--format", "png"]).succeeded();
    assert!(std::fs::read(bench.path("chart.dat")).expect("it was written").starts_with(b"\x89PNG"));
    let refused = chart(&bench, &["-o", "chart.gif"]).failed(2);
    assert_eq!(
        refused.error(),
        "chart.gif: a chart is written as .svg, .png or .txt; name the file so, or say which with --format"
    );
}

#[test]
fn a_table_as_text_is_whole_and_aligned() {
    let bench = bench();
    let table = |flags: &[&str]| bench.run(&[&["table", "series", "--quiet"], &INPUT[..], flags].concat()).succeeded();
    let rows = table(&[]).stdout.lines().count() - 1;
    let text = table(&["--format", "text"]).stdout;
    assert!(text.contains(&format!("{rows} rows.")) && text.contains("Columns that did not fit: "), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    table(&["-o", "series.txt"]);
    assert_eq!(bench.read("series.txt"), text);
}

#[test]
fn a_name_is_understood_as_it_is_typed_and_a_slip_is_answered() {
    let bench = bench();
    let exact = chart(&bench, &["--of", FRONT]).succeeded().stdout;
    for typed in
        [FRONT.to_uppercase(), format!("  {}", FRONT.to_lowercase().replace(' ', "  ")), FRONT.replace(' ', "-")]
    {
        assert_eq!(chart(&bench, &["--of", &typed]).succeeded().stdout, exact, "{typed}");
    }
    bench.write("groups.csv", format!("name,canonical\nFLF,{FRONT}\n"));
    assert_eq!(chart(&bench, &["--of", "flf", "--groups-table", "groups.csv"]).succeeded().stdout, exact);
    let slip = chart(&bench, &["--of", "Fre Lake Frnt"]).failed(2);
    assert!(slip.error().ends_with(&format!("; did you mean '{FRONT}'?")), "{}", slip.error());
    let filter = chart(&bench, &["--group", "Fre Lake Frnt"]).failed(2);
    assert!(filter.error().starts_with("--group 'Fre Lake Frnt': ") && filter.error().contains(FRONT));
    let filtered = chart(&bench, &["--group", FRONT]).succeeded().stdout;
    assert_eq!(chart(&bench, &["--group", &FRONT.to_uppercase()]).succeeded().stdout, filtered);
}

/// A run that watches; ended when it is dropped.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended already; then the test has said so.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < PATIENCE, "not within {PATIENCE:?}: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_watched_chart_follows_its_input_its_tables_and_its_settings() {
    let bench = bench();
    bench.write("context.csv", "from,label\n2024-03-01,Truce\n");
    let toml = |by: &str| {
        format!("input = [\"own.csv\"]\nmapping = \"mapping.toml\"\ncontext = \"context.csv\"\nby = \"{by}\"\n")
    };
    bench.write("incident-trends.toml", toml("month"));
    let log = std::fs::File::create(bench.path("log.txt")).expect("a file in the temp directory");
    let arguments = ["chart", "frequency", "--watch", "--verbose", "-o", "chart.txt"];
    let run = bench.command(&arguments).stdout(Stdio::null()).stderr(log).spawn().expect("the program starts");
    let mut run = Watching(run);
    let drawn = || std::fs::read_to_string(bench.path("chart.txt")).unwrap_or_default();
    let log = || {
        let mut text = String::new();
        std::fs::File::open(bench.path("log.txt")).and_then(|mut f| f.read_to_string(&mut text)).expect("the log");
        text
    };
    until("the first drawing", || drawn().contains("Truce") && log().contains("watching 4 files"));

    // As editors do it: the new file beside the old one, then in its place.
    bench.write("own.csv.new", sheet(10).text());
    std::fs::rename(bench.path("own.csv.new"), bench.path("own.csv")).expect("a rename");
    until("a replaced input", || drawn().contains("October 2024"));
    assert_eq!(log().matches(" changed").count(), 1, "{}", log());

    // Two files at once are one change.
    bench.write("context.csv", "from,label\n2024-03-01,Ceasefire\n");
    bench.write("own.csv", sheet(11).text());
    until("two files at once", || drawn().contains("Ceasefire") && drawn().contains("November 2024"));
    assert_eq!(log().matches(" changed").count(), 2, "{}", log());

    bench.write("incident-trends.toml", toml("fortnight"));
    until("a fault is told", || log().contains("error: --by fortnight"));
    assert!(drawn().contains("November 2024"), "a fault leaves the chart as it was");
    bench.write("incident-trends.toml", toml("quarter"));
    until("the fault is mended", || drawn().contains("per quarter"));
    assert!(run.0.try_wait().expect("its state").is_none(), "it goes on watching");
}

#[test]
fn a_chart_that_nothing_can_mend_is_refused_at_once() {
    let bench = bench();
    let slip = bench.run(&[&["chart", "frequencies", "--watch", "--quiet"], &INPUT[..]].concat()).failed(2);
    assert!(slip.error().contains("did you mean 'frequency'?"), "{}", slip.error());
}

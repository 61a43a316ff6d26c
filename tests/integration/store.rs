//! The cache: a second run has the bytes of the first whatever became of the folder in between, and notices every file that changed.

use crate::harness::{Bench, Done, contents};
use crate::sheets::{FRONT, MAPPING, Sheet, acled, acled_weekly, gtd, own, ucdp};
use incident_trends::chart::CHARTS;
use incident_trends::store::{Settings, Sighting, Store, hash_file};
use serde_json::Value;
use std::fs::File;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

const INPUT: [&str; 3] = ["own.csv", "--mapping", "mapping.toml"];
const CACHE: [&str; 2] = ["--cache-dir", "cache"];
/// What a run says with --verbose that found its result.
const HIT: &str = "nothing has changed since an earlier run: its result is used";
/// More than the time within which a change of a file may not show.
const SETTLED: Duration = Duration::from_millis(2_300);

fn sheet(killed: &str) -> Sheet {
    let mut sheet = own();
    for month in 0..14 {
        let date = format!("{}-{:02}-20", 2023 + month / 12, month % 12 + 1);
        sheet.rows(2 + month % 3, &[("date", &date), ("killed", killed)]);
        sheet.row(&[("date", &date), ("region", "South"), ("groups", "Hill Brigade")]);
    }
    sheet.rows(2, &[("date", "2023-05-20"), ("groups", "Free Lake Front;Hill Brigade")]);
    sheet
}

fn bench() -> Bench {
    let bench = Bench::with("own.csv", sheet("2").text());
    bench.write("mapping.toml", MAPPING);
    bench
}

fn run(bench: &Bench, verb: &[&str], flags: &[&str]) -> Done {
    bench.run(&[verb, &INPUT[..], &CACHE[..], flags].concat()).succeeded()
}

fn is_hit(done: &Done) -> bool {
    done.stderr.contains(HIT)
}

#[test]
fn a_second_run_says_and_writes_the_same_and_reads_nothing() {
    let bench = bench();
    // A warning that must be heard each time.
    bench.write("context.csv", format!("from,label,group,with,relation\n2023-03-01,War,{FRONT},Nobody,war\n"));
    let verbs: [&[&str]; 6] = [
        &["check"],
        &["table", "series"],
        &["table", "changes", "--format", "json"],
        &["chart", "frequency"],
        &["chart", "casualties", "--format", "text", "--of", "south"],
        &["chart", "frequency", "--by", "quarter"],
    ];
    for verb in verbs {
        for flags in [&[][..], &["--log-format", "json"], &["--quiet"]] {
            let flags = [flags, &["--context", "context.csv"]].concat();
            let plain = bench.run(&[verb, &INPUT[..], &flags, &["--no-cache"]].concat()).succeeded();
            for time in ["first", "second"] {
                let done = run(&bench, verb, &flags);
                assert_eq!((&done.stdout, &done.stderr), (&plain.stdout, &plain.stderr), "{time}: {verb:?} {flags:?}");
            }
            assert!(plain.stderr.contains("Nobody"), "{}", plain.stderr);
        }
        assert!(is_hit(&run(&bench, verb, &["--context", "context.csv", "--verbose", "--threads", "1"])), "{verb:?}");
    }
    let binary = run(&bench, &["chart", "frequency", "-o", "a.png"], &[]);
    assert!(!is_hit(&binary));
    assert!(is_hit(&run(&bench, &["chart", "frequency", "-o", "b.png", "--verbose"], &[])));
    let png = |name: &str| std::fs::read(bench.path(name)).expect("a picture");
    assert!(png("a.png") == png("b.png") && png("a.png").starts_with(b"\x89PNG"));
}

#[test]
fn every_chart_of_a_report_is_there_at_once() {
    let bench = bench();
    run(&bench, &["report"], &["--quiet"]);
    let run_json: Value = serde_json::from_str(&bench.read("reports/run.json")).expect("JSON");
    assert_eq!(run_json["cache"]["state"], "used");
    assert!(run_json["cache"]["entries_written"].as_u64() > Some(10), "{run_json}");
    let charts = contents(&std::fs::canonicalize(bench.path("reports/latest/charts")).expect("the charts"));
    let mut found = Vec::new();
    for chart in CHARTS.iter() {
        let asked: [(&str, &[&str]); 7] = [
            ("all", &[]),
            ("group-free-lake-front", &["--of", FRONT]),
            ("group-hill-brigade", &["--of", "Hill Brigade"]),
            ("region-north", &["--of", "North"]),
            ("region-south", &["--of", "South"]),
            ("free-lake-front-hill-brigade", &["--group", FRONT, "--group", "Hill Brigade"]),
            ("free-lake-front-hill-brigade", &["--group", "Hill Brigade", "--group", FRONT]),
        ];
        for (subject, flags) in asked {
            let name = format!("{}-{subject}.svg", chart.id());
            let Some(svg) = charts.get(&name) else { continue };
            let done = run(&bench, &["chart", chart.id(), "--verbose"], flags);
            assert!(is_hit(&done), "{name} {flags:?}: {}", done.stderr);
            assert!(done.stdout.as_bytes() == svg, "{name}");
            found.push(name);
        }
    }
    found.dedup();
    assert_eq!(found.len(), charts.keys().filter(|name| name.ends_with(".svg")).count(), "{found:?}");
}

#[test]
fn the_report_is_the_same_whatever_the_cache() {
    let bench = bench();
    let folder = |out: &str, flags: &[&str]| {
        bench.run(&[&["report", "--quiet", "--out", out], &INPUT[..], flags].concat()).succeeded();
        contents(&std::fs::canonicalize(bench.path(out).join("latest")).expect("a report"))
    };
    let without = folder("none", &["--no-cache"]);
    assert!(folder("first", &CACHE) == without && folder("second", &CACHE) == without);
    let run_json: Value = serde_json::from_str(&bench.read("none/run.json")).expect("JSON");
    assert_eq!(run_json["cache"]["state"], "off");
}

/// What the rows of a file are to a run that does not read it: the same, in every form of source, for every count.
#[test]
fn a_file_that_was_read_once_is_not_read_again() {
    let kinds =
        [("acled", acled()), ("acled-weekly", acled_weekly()), ("ucdp", ucdp()), ("gtd", gtd()), ("own", own())];
    for (name, mut sheet) in kinds {
        sheet.rows(40, &[]);
        // A row that is rejected, and one that comes twice.
        let text = sheet.text();
        let last = text.lines().last().expect("a row");
        let bench = Bench::with("in.csv", format!("{text}{last}\nonly one cell\n"));
        bench.write("mapping.toml", MAPPING);
        let flags: &[&str] = if name == "own" { &["--mapping", "mapping.toml"] } else { &[] };
        let run = |verb: &[&str], more: &[&str]| {
            bench.run(&[verb, &["in.csv", "--max-rejected", "50%"], flags, more].concat()).succeeded()
        };
        run(&["check", "--quiet"], &CACHE);
        for table in ["series", "groups", "tactics", "districts", "quality", "joint_incidents"] {
            let with = run(&["table", table, "--verbose"], &CACHE);
            assert!(
                with.stderr.contains("in.csv: unchanged since it was read, and not read again"),
                "{name}: {}",
                with.stderr
            );
            assert!(!is_hit(&with));
            let without = run(&["table", table, "--quiet"], &["--no-cache"]);
            assert!(with.stdout == without.stdout, "{name}: {table}\n{}\n{}", with.stdout, without.stdout);
        }
        let with = run(&["check", "--quiet"], &[&CACHE[..], &["--by", "year"]].concat());
        assert_eq!(with.stdout, run(&["check", "--quiet"], &["--no-cache", "--by", "year"]).stdout, "{name}");
    }
}

#[test]
fn a_damaged_table_is_read_again() {
    let bench = bench();
    let asked = |by: &str| run(&bench, &["table", "series", "--verbose"], &["--by", by]);
    let is_found = |done: &Done| done.stderr.contains("not read again");
    assert!(!is_found(&asked("month")) && is_found(&asked("quarter")));
    let parquet = || contents(&bench.path("cache")).into_iter().find(|(name, _)| name.ends_with(".parquet"));
    let (name, mut bytes) = parquet().expect("the incidents");
    assert!(bytes.starts_with(b"PAR1"));
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    bench.write(&format!("cache/{name}"), bytes);
    let again = asked("half");
    assert!(!is_found(&again) && again.stderr.contains("cache: 1 damaged entry is thrown away"), "{}", again.stderr);
    assert!(is_found(&asked("year")), "it is mended");
    std::fs::remove_file(bench.path(&format!("cache/{name}"))).expect("the incidents");
    assert!(!is_found(&asked("day")) && is_found(&asked("week")), "one that lacks its other half is none");
    // Another way of reading is another table.
    assert!(!is_found(&run(&bench, &["table", "series", "--verbose"], &["--geography", "split"])));
}

#[test]
fn damage_is_said_and_mended_and_a_deleted_folder_is_no_loss() {
    let bench = bench();
    let chart = |flags: &[&str]| run(&bench, &["chart", "frequency"], flags);
    let first = chart(&[]);
    let damage = |how: &dyn Fn(Vec<u8>) -> Vec<u8>| {
        for (name, bytes) in contents(&bench.path("cache")) {
            if name != "CACHEDIR.TAG" {
                bench.write(&format!("cache/{name}"), how(bytes));
            }
        }
    };
    let flipped = |mut bytes: Vec<u8>| {
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        bytes
    };
    for how in [&flipped as &dyn Fn(Vec<u8>) -> Vec<u8>, &|_| Vec::new(), &|bytes| bytes[..bytes.len() / 2].to_vec()] {
        damage(how);
        let again = chart(&[]);
        assert_eq!(again.stdout, first.stdout);
        assert!(again.stderr.contains("damaged entries are thrown away and made again"), "{}", again.stderr);
        assert!(is_hit(&chart(&["--verbose"])), "it is mended");
    }
    std::fs::remove_dir_all(bench.path("cache")).expect("the cache");
    assert_eq!((chart(&[]).stdout, chart(&["--quiet"]).stdout), (first.stdout.clone(), first.stdout));
}

#[test]
fn a_file_that_changed_is_noticed_by_what_does_not_lie() {
    let bench = bench();
    let table = |flags: &[&str]| run(&bench, &["table", "series"], &[flags, &["--verbose"]].concat());
    std::thread::sleep(SETTLED);
    let first = table(&[]);
    assert!(is_hit(&table(&[])) && is_hit(&table(&["--verify"])));

    // The same bytes under a new time.
    let file = || File::options().append(true).open(bench.path("own.csv")).expect("the input");
    let time = file().metadata().and_then(|facts| facts.modified()).expect("its time");
    file().set_modified(SystemTime::now()).expect("a new time");
    assert!(is_hit(&table(&[])), "its bytes are what they were");

    // Other bytes, the same size, and the old time put back: the inode tells when it was last touched.
    let other = sheet("3").text();
    bench.write("own.csv", &other);
    file().set_modified(time).expect("the old time");
    let second = table(&[]);
    assert!(!is_hit(&second) && second.stdout != first.stdout);
    assert!(is_hit(&table(&[])), "both are kept");
    bench.write("own.csv", sheet("2").text());
    let back = table(&[]);
    assert!(is_hit(&back) && back.stdout == first.stdout, "found by its bytes");

    // A table beside the input, and a further file in a folder.
    bench.write("mapping.toml", MAPPING.replace("Own sheet", "Another sheet"));
    assert!(!is_hit(&table(&[])));
    let folder = |name: &str| {
        bench.write(&format!("in/{name}.csv"), sheet("2").text().replace(",A", &format!(",{name}")));
        let asked = ["table", "series", "in", "--mapping", "mapping.toml", "--verbose"];
        bench.run(&[&asked[..], &CACHE[..]].concat()).succeeded()
    };
    let (one, two) = (folder("a"), folder("b"));
    assert!(!is_hit(&one) && !is_hit(&two));
    assert!(is_hit(&folder("b")));
}

/// Where nothing that the system tells of a file has changed and its bytes have, as a clock that was set back can bring about.
#[test]
fn verify_finds_what_the_looks_of_a_file_hide() {
    let bench = bench();
    let table = |flags: &[&str]| run(&bench, &["table", "series", "--quiet"], flags).stdout;
    let old = table(&[]);
    let old_hash = hash_file(&bench.path("own.csv")).expect("the input");
    bench.write("own.csv", sheet("3").text());
    std::thread::sleep(SETTLED);
    let settings = Settings { folder: Some(bench.path("cache")), ..Settings::default() };
    let store = Store::open(&settings).expect("a folder is named");
    let looks = Sighting::of(&bench.path("own.csv")).expect("a regular file");
    store.note(&bench.path("own.csv"), looks, &old_hash).expect("it is written");
    assert_eq!(table(&[]), old, "this is what is not noticed");
    let new = table(&["--verify"]);
    assert!(new != old);
    assert_eq!(table(&[]), new, "and from then on it is");
}

#[test]
fn an_earlier_report_that_comes_or_goes_changes_the_chart() {
    let bench = bench();
    let chart = |flags: &[&str]| run(&bench, &["chart", "frequency", "--verbose"], flags);
    chart(&[]);
    run(&bench, &["report", "--quiet"], &["--as-of", "2023-11-30"]);
    assert!(!is_hit(&chart(&[])), "its forecasts are to be held against what came");
    assert!(is_hit(&chart(&[])));
    assert!(!is_hit(&chart(&["--out", "elsewhere"])), "there is none there");
    std::fs::remove_file(bench.path("reports/2023-11")).expect("the link");
    assert!(is_hit(&chart(&[])), "as in the folder that has none");
}

#[test]
fn without_a_cache_nothing_is_touched() {
    let bench = bench();
    let asked = [&["table", "series", "--quiet"], &INPUT[..]].concat();
    let plain = bench.run(&[&asked[..], &["--no-cache"]].concat()).succeeded();
    assert_eq!(contents(&bench.path("")).len(), 2, "the input and its mapping");
    run(&bench, &asked[..2], &[]);
    let before = contents(&bench.path("cache"));
    bench.write("off.toml", "no_cache = true\ncache_dir = \"cache\"\n");
    bench.run(&[&asked[..], &["--by", "week", "--config", "off.toml"]].concat()).succeeded();
    assert!(contents(&bench.path("cache")) == before);
    let clash = bench.run(&[&asked[..], &["--no-cache", "--cache-dir", "cache"]].concat());
    assert_eq!(clash.code, Some(2), "{}", clash.stderr);

    // No folder is known, none can be made, none can be written: the run goes on, and says why to who asks.
    let mut homeless = bench.command(&[&asked[..2], &INPUT[..], &["--verbose"]].concat());
    let homeless = homeless.env_remove("XDG_CACHE_HOME").env_remove("HOME").output().expect("the program starts");
    let homeless = Done::of(&["homeless"], homeless).succeeded();
    assert_eq!(homeless.stdout, plain.stdout);
    let quiet = bench.run(&[&asked[..], &["--cache-dir", "own.csv/cache"]].concat()).succeeded();
    assert_eq!((quiet.stdout, quiet.stderr.as_str()), (plain.stdout, ""));
    let verbose = bench.run(&[&asked[..2], &INPUT[..], &["--cache-dir", "own.csv/cache", "--verbose"]].concat());
    assert_eq!(verbose.stderr.matches("own.csv/cache cannot be written: ").count(), 1, "{}", verbose.stderr);
}

#[test]
fn the_cache_stays_in_its_bounds() {
    let bench = bench();
    let bytes = || contents(&bench.path("cache")).values().map(Vec::len).sum::<usize>();
    for by in ["day", "week", "month", "quarter", "half", "year"] {
        run(&bench, &["table", "series", "--quiet"], &["--by", by]);
    }
    assert!(bytes() > 60_000, "{}", bytes());
    run(&bench, &["table", "changes", "--quiet"], &["--cache-max", "60KB"]);
    assert!(bytes() <= 60_000, "{}", bytes());
    let refused =
        bench.run(&[&["table", "series"], &INPUT[..], &CACHE[..], &["--cache-max", "much"]].concat()).failed(2);
    assert_eq!(refused.error(), "--cache-max much: write a size such as 2GB, 500MB or 1GiB");
}

#[test]
fn processes_share_a_cache() {
    let bench = bench();
    let wanted = bench.run(&[&["table", "series", "--quiet"], &INPUT[..], &["--no-cache"]].concat()).succeeded().stdout;
    for most in ["2GB", "60KB"] {
        let spawn = |_| {
            let asked = [&["table", "series", "--quiet"], &INPUT[..], &CACHE[..], &["--cache-max", most]].concat();
            let mut command = bench.command(&asked);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
        };
        for round in 0..3 {
            let runs: Vec<_> = (0..4).map(spawn).collect();
            for run in runs {
                let done = Done::of(&["shared"], run.wait_with_output().expect("it ends")).succeeded();
                assert!(done.stdout == wanted && done.stderr.is_empty(), "round {round}: {}", done.stderr);
            }
        }
        let left = contents(&bench.path("cache"));
        assert!(!left.keys().any(|name| name.contains(".new-")), "{:?}", left.keys());
    }
}

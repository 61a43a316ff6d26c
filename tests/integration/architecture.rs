//! The house: rooms use only rooms above them, crates stay inside their fences, files stay small and say what they are.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The rooms in their order; a room uses only rooms above it. A room is the first part of a path under `src/`.
const ROOMS: [&str; 26] = [
    "registry",
    "period",
    "text",
    "measure",
    "series",
    "names",
    "incident",
    "read",
    "source",
    "geography",
    "store",
    "cube",
    "stats",
    "convergence",
    "messages",
    "finding",
    "analysis",
    "figure",
    "chart",
    "paint",
    "report",
    "export",
    "config",
    "cli",
    "run",
    "main",
];

/// Crates that only some rooms may name: what they are good for stays in one place, and can be changed there.
const FENCES: [(&str, &[&str]); 47] = [
    // What is kept and what is written as tables.
    ("polars", &["store", "report", "export"]),
    ("chrono", &["period"]),
    ("csv", &["read", "source", "export"]),
    ("simd_csv", &["read"]),
    ("calamine", &["read"]),
    ("chardetng", &["read"]),
    ("encoding_rs", &["read"]),
    ("memchr", &["read"]),
    // Bytes looked at sixteen together.
    ("wide", &["read"]),
    ("zip", &["read", "export"]),
    // Ids are kept compressed.
    ("zstd", &["incident", "read"]),
    // Fonts lie compressed in the program.
    ("flate2", &["read", "paint"]),
    ("plotters", &["paint"]),
    ("resvg", &["paint"]),
    ("png", &["paint"]),
    ("notosans", &["paint"]),
    ("dejavu", &["paint"]),
    ("ttf_parser", &["paint"]),
    ("base64", &["paint", "export"]),
    // Distributions, decompositions and random numbers: only a statistic needs them.
    ("statrs", &["stats", "convergence"]),
    ("stlrs", &["stats"]),
    ("nalgebra", &["stats"]),
    ("rand", &["stats", "convergence"]),
    ("rand_distr", &["stats", "convergence"]),
    ("rand_pcg", &["stats", "convergence"]),
    // Series are tested, charts drawn and files written side by side; the order of what comes out is fixed.
    ("rayon", &["incident", "source", "store", "cube", "analysis", "chart", "report", "export", "run"]),
    ("minijinja", &["export"]),
    ("sha2", &["export"]),
    ("strsim", &["registry"]),
    ("glob", &["config"]),
    ("krilla", &["export"]),
    ("krilla_svg", &["export"]),
    ("parley", &["export"]),
    ("rust_xlsxwriter", &["export"]),
    ("fluent_bundle", &["messages"]),
    ("fluent_syntax", &["messages"]),
    ("unic_langid", &["messages"]),
    ("geo", &["geography"]),
    // Where much is looked up by hash and nothing is listed in its order.
    ("rustc_hash", &["names", "incident", "source", "cube", "convergence"]),
    // Cells that were read before, told by 128 bits.
    ("xxhash_rust", &["source"]),
    // Places of incidents, found by distance.
    ("geojson", &["geography"]),
    ("notify_debouncer_mini", &["run"]),
    // Mappings of own sheets are TOML too.
    ("toml", &["source", "config"]),
    ("clap", &["cli", "run", "main"]),
    ("clap_complete", &["cli", "run"]),
    ("indicatif", &["run"]),
    ("anyhow", &["run", "main"]),
];

const FORBIDDEN_NAMES: [&str; 5] = ["utils", "common", "helpers", "misc", "types"];

/// Lines of a file, and of one that holds its unit tests.
const LONGEST: usize = 300;
const LONGEST_WITH_TESTS: usize = 400;

#[test]
fn the_house_stands() {
    let files = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(files.len() > 100, "the sources were found");
    let violations: Vec<String> = files.iter().flat_map(|(path, text)| violations(path, text)).collect();
    assert!(violations.is_empty(), "{} violations:\n{}", violations.len(), violations.join("\n"));
}

#[test]
fn every_room_is_a_room_of_the_list_and_in_its_order() {
    let text = include_str!("../../src/lib.rs");
    let rooms: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let places: Vec<usize> = rooms
        .iter()
        .map(|room| ROOMS.iter().position(|r| r == room).unwrap_or_else(|| panic!("'{room}' is no room of the design")))
        .collect();
    assert!(places.is_sorted(), "src/lib.rs lists the rooms in their order: {rooms:?}");
}

/// The checker is only worth its salt if it catches what it forbids.
#[test]
fn planted_violations_are_caught() {
    let caught = |path: &str, body: &str| violations(Path::new(path), &format!("//! A file.\n{body}\n"));
    let planted = [
        ("cube/count.rs", "use crate::report::Dataset;", "uses the room 'report'"),
        ("cube/count.rs", "use crate::{names::Name, report::Dataset};", "uses the room 'report'"),
        ("cube/count.rs", "use crate::{names::{Name, Pool},\n    export};", "uses the room 'export'"),
        ("series.rs", "fn f() { crate::chart::draw() }", "uses the room 'chart'"),
        ("series.rs", "fn f() { crate :: chart::draw() }", "uses the room 'chart'"),
        ("stats/mod.rs", "use polars::prelude::*;", "uses the crate 'polars'"),
        ("stats/mod.rs", "fn f() -> ::polars::Frame {}", "uses the crate 'polars'"),
        ("report/page.rs", "use plotters as p;", "uses the crate 'plotters'"),
        ("source/gtd.rs", "fn f() -> anyhow::Result<()> {}", "uses the crate 'anyhow'"),
        ("source/gtd.rs", "use {chrono::NaiveDate, std::fmt};", "uses the crate 'chrono'"),
        ("cube/a.rs", "fn f() { x.unwrap() }", "unwrap"),
        ("cube/a.rs", "// TODO: later", "TODO"),
        ("cube/utils.rs", "", "a name that says nothing"),
        ("cube/helpers/a.rs", "", "a name that says nothing"),
        ("attic/a.rs", "", "is no room"),
    ];
    for (path, body, words) in planted {
        let found = caught(path, body);
        assert!(found.iter().any(|v| v.contains(words)), "{path}: {body}: {found:?}");
    }
    let long = "fn f() {}\n".repeat(LONGEST);
    assert!(caught("cube/a.rs", &long).iter().any(|v| v.contains("302 lines, more than 300")));
    assert!(caught("cube/a.rs", &format!("{long}#[cfg(test)]\nmod tests {{}}\n")).is_empty());
    assert!(!violations(Path::new("cube/a.rs"), "use std::fmt;\n").is_empty(), "the first line says what it is");
}

#[test]
fn what_is_allowed_is_not_caught() {
    let fine = [
        (
            "cube/count.rs",
            "use crate::names::Name; // not crate::report\n/* crate::run */ const A: &str = \"crate::run\";",
        ),
        ("cube/count.rs", "const A: &str = r#\"use crate::run; .unwrap()\"#;"),
        ("cube/count.rs", "use crate::cube::Cube; use super::select;"),
        ("export/folder.rs", "mod csv; pub use csv::csv_bytes; use crate::report::Report;"),
        ("run/mod.rs", "use crate::{cli, export};"),
        ("stats/mod.rs", "fn f(chrono: u8) -> u8 { self.polars + chrono }"),
        ("stats/mod.rs", "fn f() { x.unwrap_or(1); let c = 'a'; let l: &'static str = \"\"; }"),
    ];
    for (path, body) in fine {
        let found = violations(Path::new(path), &format!("//! A file.\n{body}\n"));
        assert!(found.is_empty(), "{path}: {body}: {found:?}");
    }
}

/// What is wrong with a file; `path` is relative to `src/`.
fn violations(path: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut say = |what: String| found.push(format!("src/{}: {what}", path.display()));
    let parts: Vec<String> = path.with_extension("").iter().map(|p| p.to_string_lossy().into_owned()).collect();
    let room = parts[0].as_str();
    if let Some(name) = parts.iter().find(|part| FORBIDDEN_NAMES.contains(&part.as_str())) {
        say(format!("'{name}' is a name that says nothing"));
    }
    if !text.starts_with("//! ") {
        say("its first line does not say what it is (`//! `)".to_owned());
    }
    let (lines, tests) = (text.lines().count(), text.contains("#[cfg(test)]") || path.ends_with("tests.rs"));
    let longest = if tests { LONGEST_WITH_TESTS } else { LONGEST };
    if lines > longest {
        say(format!("{lines} lines, more than {longest}"));
    }
    for word in ["TODO", "FIXME", "XXX:"] {
        if text.contains(word) {
            say(format!("holds a {word}"));
        }
    }
    let code = code(text);
    if code.contains(".unwrap()") {
        say("unwrap: say with expect why it cannot fail".to_owned());
    }
    let words = words(&code);
    if room != "lib" {
        match ROOMS.iter().position(|r| *r == room) {
            None => say(format!("'{room}' is no room of the design")),
            Some(place) => {
                for used in rooms_used(&words) {
                    if ROOMS.iter().position(|r| *r == used).is_some_and(|other| other > place) {
                        say(format!("uses the room '{used}', which is not above '{room}'"));
                    }
                }
            }
        }
    }
    for used in crates_used(&words) {
        if let Some((fenced, rooms)) = FENCES.iter().find(|(name, _)| *name == used)
            && !rooms.contains(&room)
        {
            say(format!("uses the crate '{fenced}', which is fenced in {}", rooms.join(", ")));
        }
    }
    found
}

/// The text without comments and without what strings and characters hold.
fn code(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |i: usize| letters.get(i).copied().unwrap_or('\0');
    let mut code = String::new();
    let mut i = 0;
    while i < letters.len() {
        let letter = letters[i];
        let after_word = i > 0 && (at(i - 1).is_alphanumeric() || at(i - 1) == '_');
        if letter == '/' && at(i + 1) == '/' {
            while i < letters.len() && letters[i] != '\n' {
                i += 1;
            }
        } else if letter == '/' && at(i + 1) == '*' {
            i += 2;
            while i < letters.len() && !(at(i) == '*' && at(i + 1) == '/') {
                i += 1;
            }
            i += 2;
        } else if letter == 'r' && !after_word && (at(i + 1) == '"' || (at(i + 1) == '#' && "#\"".contains(at(i + 2))))
        {
            let hashes = letters[i + 1..].iter().take_while(|c| **c == '#').count();
            let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            let rest: String = letters[i + 2 + hashes..].iter().collect();
            let length = rest.find(&end).map_or(rest.chars().count(), |bytes| rest[..bytes].chars().count());
            i += 2 + hashes + length + end.len();
            code.push_str("\"\"");
        } else if letter == '"' {
            i += 1;
            while i < letters.len() && at(i) != '"' {
                i += if at(i) == '\\' { 2 } else { 1 };
            }
            i += 1;
            code.push_str("\"\"");
        } else if letter == '\'' && (at(i + 1) == '\\' || at(i + 2) == '\'') {
            // A character, not a lifetime.
            i += if at(i + 1) == '\\' { 3 } else { 2 };
            while i < letters.len() && at(i) != '\'' {
                i += 1;
            }
            i += 1;
            code.push_str("' '");
        } else {
            code.push(letter);
            i += 1;
        }
    }
    code
}

/// Identifiers, `::`, and all other signs one by one; spaces gone.
fn words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for letter in code.chars() {
        if letter.is_alphanumeric() || letter == '_' {
            match words.last_mut() {
                Some(word) if open => word.push(letter),
                _ => words.push(letter.to_string()),
            }
            open = true;
            continue;
        }
        open = false;
        if letter.is_whitespace() {
            continue;
        }
        match words.last_mut() {
            Some(last) if letter == ':' && last == ":" => last.push(':'),
            _ => words.push(letter.to_string()),
        }
    }
    words
}

/// What follows `crate::`, also in braces.
fn rooms_used(words: &[String]) -> BTreeSet<&str> {
    let mut used = BTreeSet::new();
    for (i, _) in words.iter().enumerate().filter(|(_, word)| *word == "crate") {
        // `pub(crate)` is followed by a bracket.
        if words.get(i + 1).is_none_or(|next| next != "::") {
            continue;
        }
        let first = words.get(i + 2).map_or("", String::as_str);
        if first != "{" {
            used.insert(first);
            continue;
        }
        let mut depth = 1;
        let mut begins = true;
        for word in &words[i + 3..] {
            match word.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                "," if depth == 1 => begins = true,
                name if depth == 1 && begins => {
                    used.insert(name);
                    begins = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    used
}

/// Names at the head of a path, `a::b` or `::a::b`, and those named by `use` and `extern crate`.
fn crates_used(words: &[String]) -> BTreeSet<&str> {
    let mut used = BTreeSet::new();
    // `mod csv` makes `csv::` a path of the file's own.
    let own: BTreeSet<&str> = words.windows(2).filter(|pair| pair[0] == "mod").map(|pair| pair[1].as_str()).collect();
    for (i, word) in words.iter().enumerate() {
        let before = |n: usize| i.checked_sub(n).map_or("", |j| words[j].as_str());
        let heads_a_path = words.get(i + 1).is_some_and(|next| next == "::")
            && (before(1) != "::" || !before(2).chars().all(|c| c.is_alphanumeric() || c == '_'));
        let named = before(1) == "use" || (before(2) == "extern" && before(1) == "crate");
        if (heads_a_path || named) && !own.contains(word.as_str()) {
            used.insert(word.as_str());
        }
    }
    used
}

/// Every Rust file, with its path from there and its text.
fn sources(root: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("the sources") {
            let path = entry.expect("an entry of the sources").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source file");
                found.push((path.strip_prefix(root).expect("below it").to_owned(), text));
            }
        }
    }
    found.sort();
    found
}

//! What is said of the program is true: the lists of the README are those of the registries, and the columns those of the tables.

use crate::harness::Bench;
use crate::sheets::{MAPPING, own};
use clap::CommandFactory;
use incident_trends::chart::CHARTS;
use incident_trends::cli::Cli;
use incident_trends::export::FORMATS;
use incident_trends::registry::{Entry, Registry};
use incident_trends::report::TABLES;
use incident_trends::source::SOURCES;
use incident_trends::stats::STATISTICS;
use std::collections::BTreeSet;

/// `series.csv`, as designed: other programs read it by these names, in this order.
const SERIES: [&str; 35] = [
    "source",
    "grain",
    "scope",
    "country",
    "group",
    "role",
    "region",
    "kind",
    "period",
    "start",
    "end",
    "status",
    "provisional",
    "incidents",
    "lethal_incidents",
    "killed_known",
    "killed_low",
    "killed",
    "killed_high",
    "injured_known",
    "injured_low",
    "injured",
    "injured_high",
    "killed_civilian",
    "killed_security",
    "killed_militant",
    "killed_other",
    "killed_unknown",
    "injured_civilian",
    "injured_security",
    "injured_militant",
    "injured_other",
    "injured_unknown",
    "arrested",
    "abducted",
];

/// The columns that stand after the subject in `changes.csv`.
const CHANGES: [&str; 13] = [
    "measure",
    "comparison",
    "current",
    "base",
    "current_days",
    "base_days",
    "ratio",
    "ratio_low",
    "ratio_high",
    "p",
    "q",
    "absolute",
    "not_computed",
];

#[test]
fn the_command_line_holds_together() {
    Cli::command().debug_assert();
}

fn listed<T: Entry + ?Sized>(noun: &str, registry: &Registry<T>) {
    let list = Bench::new().run(&["list", noun]).succeeded();
    assert_eq!(list.stderr, "");
    for entry in registry.iter() {
        let lines: Vec<&str> = list.stdout.lines().collect();
        let at = lines.iter().position(|line| line.split_whitespace().next() == Some(entry.id()));
        let at = at.unwrap_or_else(|| panic!("{noun}: no '{}' in:\n{}", entry.id(), list.stdout));
        assert!(lines[at].ends_with(entry.about()), "{}", lines[at]);
        assert_eq!(lines[at + 1].trim(), entry.example());
        assert!(entry.example().starts_with("incident-trends "), "{}", entry.example());
    }
    assert_eq!(list.stdout.lines().count(), 2 * registry.ids().len());
}

#[test]
fn every_list_has_every_entry_with_a_line_and_an_example() {
    listed("sources", &SOURCES);
    listed("charts", &CHARTS);
    listed("tables", &TABLES);
    listed("statistics", &STATISTICS);
    listed("formats", &FORMATS);
}

#[test]
fn examples_can_be_typed() {
    let commands =
        [SOURCES.iter().map(Entry::example).collect::<Vec<_>>(), CHARTS.iter().map(Entry::example).collect()];
    let others =
        [TABLES.iter().map(Entry::example).collect::<Vec<_>>(), STATISTICS.iter().map(Entry::example).collect()];
    let formats = FORMATS.iter().map(Entry::example).collect::<Vec<_>>();
    for example in commands.iter().chain(&others).chain([&formats]).flatten() {
        let words = words(example);
        Cli::command().try_get_matches_from(&words).unwrap_or_else(|error| panic!("{example}: {error}"));
    }
}

/// As a shell would part them.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for letter in command.chars() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if letter == open => quote = None,
            (None, ' ') => words.push(String::new()),
            (_, letter) => words.last_mut().expect("there is one").push(letter),
        }
    }
    words
}

#[test]
fn the_columns_of_the_series_are_those_designed() {
    let mut sheet = own();
    sheet.row(&[("date", "2024-01-10")]).row(&[]);
    let bench = Bench::with("own.csv", sheet.text());
    bench.write("mapping.toml", MAPPING);
    let header = |kind: &str| bench.table(kind, &["own.csv", "--mapping", "mapping.toml"]).header;
    assert_eq!(header("series"), SERIES);
    let changes = header("changes");
    let at = changes.iter().position(|column| column == "measure").expect("the column measure");
    assert_eq!(changes[at..at + CHANGES.len()], CHANGES);
    for table in TABLES.iter() {
        assert_eq!(header(table.id())[..2], ["source", "grain"], "{}", table.id());
    }
}

#[test]
fn the_readme_names_every_source_chart_table_format_and_flag() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("a README.md");
    let quoted: BTreeSet<&str> = readme.split('`').skip(1).step_by(2).collect();
    let typed: BTreeSet<&str> = readme.split([' ', '`', '\n', ',', '|', '(', ')', '[', ']', '=']).collect();
    let mut missing = Vec::new();
    let mut need = |what: &str, id: &str| {
        let file = format!("{id}.csv");
        if !quoted.contains(id)
            && !quoted.contains(file.as_str())
            && !quoted.contains(format!("tables/{file}").as_str())
        {
            missing.push(format!("{what} {id}"));
        }
    };
    SOURCES.ids().iter().for_each(|id| need("source", id));
    CHARTS.ids().iter().for_each(|id| need("chart", id));
    TABLES.ids().iter().for_each(|id| need("table", id));
    FORMATS.ids().iter().for_each(|id| need("format", id));
    for verb in Cli::command().get_subcommands() {
        if !typed.contains(verb.get_name()) {
            missing.push(format!("verb {}", verb.get_name()));
        }
        for flag in verb.get_arguments().filter_map(|argument| argument.get_long()).filter(|flag| *flag != "help") {
            if !typed.contains(format!("--{flag}").as_str()) {
                missing.push(format!("flag --{flag} of {}", verb.get_name()));
            }
        }
    }
    assert!(missing.is_empty(), "README.md lacks: {}", missing.join(", "));
}

#[test]
fn completions_are_written_for_every_shell() {
    for shell in ["bash", "zsh", "fish"] {
        let done = Bench::new().run(&["completions", shell]).succeeded();
        done.says("incident-trends");
        done.says("max-rejected");
    }
}

//! The command line: verbs and flags, and nothing of what they mean.

mod flags;

use crate::config::LogFormat;
use clap::{Parser, Subcommand, ValueEnum};
pub use flags::Flags;
use std::path::PathBuf;

/// Attack frequency and casualty trends from incident CSVs: counted honestly, drawn, and traceable to the rows.
#[derive(Parser, Debug)]
#[command(name = "incident-trends", version, max_term_width = 100, disable_help_subcommand = true, after_help = EXIT_CODES)]
pub struct Cli {
    #[command(subcommand)]
    pub verb: Verb,
}

const EXIT_CODES: &str = "Exit codes: 0 done, 1 could not finish, 2 usage or configuration, 3 input refused (missing, empty, too \
many rejected rows), 4 another run holds the output folder, 10 done and alerts were found (report --exit-on-alert).";

#[derive(Subcommand, Debug)]
pub enum Verb {
    /// Make the report folder: sentences, charts, tables, and an account of every row
    #[command(after_help = "Without INPUT it reads incident-trends.toml in this folder.\n\n\
        Examples:\n  incident-trends report GEDEvent_v23_1.csv --country Pakistan\n  \
        incident-trends report 'exports/*.csv' --by week --out reports/weekly")]
    Report {
        /// End with exit code 10 where the latest period is clearly out of line with the past of some series
        #[arg(long, help_heading = "Output")]
        exit_on_alert: bool,
        /// Make the report again whenever an input, a table beside it or the configuration changes
        #[arg(long, conflicts_with = "exit_on_alert", help_heading = "Output")]
        watch: bool,
        #[command(flatten)]
        flags: Flags,
    },
    /// Draw one chart: to a file, to a pipe, or as text in the terminal
    #[command(after_help = "A file and a pipe get the bytes that the report has for the chart.\n\n\
        Examples:\n  incident-trends chart frequency --kind attack\n  \
        incident-trends chart casualties --of 'Red Kite Front' -o kite.svg\n  \
        incident-trends chart changes exports/2026.csv -o changes.png --watch\n  \
        incident-trends chart convergence --group 'Red Kite Front' --group 'Iron Orchard Group'\n\nSee all: incident-trends list charts")]
    Chart {
        /// Which chart (see: list charts)
        #[arg(value_name = "KIND", id = "chart")]
        kind: String,
        /// A group or region of the run: draw its own chart instead of the one of all; an alias and any letter case will do
        #[arg(long, value_name = "NAME")]
        of: Option<String>,
        /// Where to; the ending says whether svg, png or txt [default: text on a terminal, SVG into a pipe]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// How to draw it [default: by the ending of the file]
        #[arg(long, value_name = "FORMAT")]
        format: Option<ChartFormat>,
        /// Draw it again whenever an input, a table beside it or the configuration changes
        #[arg(long)]
        watch: bool,
        #[command(flatten)]
        flags: Flags,
    },
    /// Write one table: to a file, to a pipe, or aligned in the terminal
    #[command(
        after_help = "Examples:\n  incident-trends table series -o series.csv\n  incident-trends table changes exports/2026.csv --format json\n\nSee all: \
        incident-trends list tables"
    )]
    Table {
        /// Which table (see: list tables)
        #[arg(value_name = "KIND", id = "table")]
        kind: String,
        /// Where to; the ending says whether csv, json, parquet or txt [default: aligned on a terminal, CSV into a pipe]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// How to write it [default: by the ending of the file]
        #[arg(long, value_name = "FORMAT")]
        format: Option<TableFormat>,
        /// Write it again whenever an input, a table beside it or the configuration changes
        #[arg(long)]
        watch: bool,
        #[command(flatten)]
        flags: Flags,
    },
    /// Read and validate only: what would be counted, rejected, left unmatched
    #[command(
        after_help = "Example:\n  incident-trends check 'exports/*.csv'\n\nIt publishes nothing, and ends with the exit \
        code that report would have for this input."
    )]
    Check {
        #[command(flatten)]
        flags: Flags,
    },
    /// Look at a CSV and write a commented mapping with a best guess for every column
    #[command(after_help = "Examples:\n  incident-trends init sheet.csv -o mapping.toml\n  \
        incident-trends report sheet.csv --mapping mapping.toml")]
    Init {
        /// The file to look at
        file: PathBuf,
        /// Where to write the mapping [default: standard output]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// List what there is, each with a line and an example
    List {
        /// What to list
        #[arg(value_enum)]
        noun: Noun,
    },
    /// Write a completion script for a shell
    #[command(
        after_help = "Example:\n  incident-trends completions bash > ~/.local/share/bash-completion/completions/incident-trends"
    )]
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

impl Verb {
    /// How its messages are written.
    pub fn log_format(&self) -> LogFormat {
        match self {
            Verb::Report { flags, .. }
            | Verb::Chart { flags, .. }
            | Verb::Table { flags, .. }
            | Verb::Check { flags } => flags.log_format(),
            Verb::Init { .. } | Verb::List { .. } | Verb::Completions { .. } => LogFormat::Text,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Noun {
    Sources,
    Charts,
    Tables,
    Statistics,
    Formats,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ChartFormat {
    Svg,
    Png,
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    Csv,
    Json,
    Parquet,
    Text,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn no_two_arguments_of_a_verb_share_a_name() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_kind_of_a_chart_is_not_the_kind_of_incident() {
        let cli = Cli::try_parse_from(["incident-trends", "chart", "frequency", "--kind", "attack"]);
        assert!(matches!(cli.expect("both are given").verb, Verb::Chart { kind, .. } if kind == "frequency"));
    }
}

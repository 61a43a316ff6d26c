//! The program: parse, run one verb, print what went wrong, exit.

use clap::Parser;
use incident_trends::cli::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(incident_trends::run::run(Cli::parse()))
}

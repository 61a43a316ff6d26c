//! Calibration: simulates series in which the truth is known, and prints as Markdown how often the statistics are wrong.
//!
//! `cargo run --release --example calibrate -- trend|breaks|alert|change [--series N]`, and on real series
//! `... -- forecast SERIES.csv...`, whose input is the program's own `series.csv`; `... -- speed FILE.csv` times the statistics
//! against reading a large CSV. The seeds are fixed: two runs print the same.

mod alert;
mod breaks;
mod change;
mod forecast;
mod simulate;
mod speed;
mod trend;

use std::process::ExitCode;

/// Simulated series a cell.
const SERIES: usize = 10_000;

const USAGE: &str = "usage: calibrate trend|breaks|alert|change [--series N] | calibrate forecast SERIES.csv... | \
    calibrate speed FILE.csv";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let on_files = match arguments.as_slice() {
        ["forecast", files @ ..] if !files.is_empty() => Some(forecast::tables(files)),
        ["speed", file] => Some(speed::tables(file)),
        _ => None,
    };
    if let Some(result) = on_files {
        return match result {
            Ok(tables) => {
                println!("{tables}");
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("error: {error}");
                ExitCode::FAILURE
            }
        };
    }
    let (what, series) = match arguments.as_slice() {
        [what] => (*what, Some(SERIES)),
        [what, "--series", n] => (*what, n.parse().ok().filter(|&n: &usize| n > 0)),
        _ => ("", None),
    };
    let tables = match (what, series) {
        ("trend", Some(series)) => trend::tables(series),
        ("alert", Some(series)) => alert::tables(series),
        ("change", Some(series)) => change::tables(series),
        ("breaks", Some(series)) => breaks::tables(series),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    println!("{tables}");
    ExitCode::SUCCESS
}

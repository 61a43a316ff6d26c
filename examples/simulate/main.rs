//! Writes made-up incident files: the committed sample, and ACLED-shaped files of any size.
//!
//! `cargo run --example simulate -- sample` writes `data/incidents/` again, byte for byte.
//! `cargo run --example simulate -- boundaries` writes `data/boundaries.geojson` again.
//! `cargo run --release --example simulate -- acled --rows 1000000 --out FILE` feeds benchmarks.

mod acled;
mod acled_words;
mod boundaries;
mod country;
mod doctrine;
mod flaws;
mod incident;
mod random;
mod sample;
mod sheet;
mod state;
mod streams;

use std::error::Error;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// The seed of the committed sample: one in which the series left alone look it.
const SAMPLE_SEED: u64 = 2;

/// Writes incidents of invented countries, the same bytes for the same seed.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The sample: six years of Tarvesia in an organisation's own columns, one file a year.
    Sample {
        #[arg(long, default_value_t = SAMPLE_SEED)]
        seed: u64,
        /// The folder to write to.
        #[arg(long, default_value = "data/incidents")]
        out: PathBuf,
    },
    /// The invented boundaries of Tarvesia's provinces, as GeoJSON.
    Boundaries {
        #[arg(long, default_value_t = SAMPLE_SEED)]
        seed: u64,
        /// The file to write.
        #[arg(long, default_value = "data/boundaries.geojson")]
        out: PathBuf,
    },
    /// A file in ACLED's current 31 columns.
    Acled {
        #[arg(long, default_value_t = SAMPLE_SEED)]
        seed: u64,
        #[arg(long)]
        rows: u64,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
}

fn main() -> Result<(), Box<dyn Error>> {
    match Arguments::parse().verb {
        Verb::Sample { seed, out } => {
            let incidents = sample::draw(seed);
            let mut sheets = sheet::sheets(seed, &incidents);
            let expected = flaws::plant(seed, &mut sheets);
            sheet::write(&sheets, &out)?;
            println!("{expected}");
        }
        Verb::Boundaries { seed, out } => std::fs::write(out, boundaries::geojson(seed))?,
        Verb::Acled { seed, rows, out } => acled::write(seed, rows, &out)?,
    }
    Ok(())
}

//! The manifest: what went in, how it was read and decided, and what came out, so that a number can be traced and repeated.

use super::label::Label;
use crate::period::{Day, Window};
use crate::source::{Accounting, Skipped};
use serde::Serialize;

/// `manifest.json`; its JSON Schema is `schemas/manifest.schema.json`. Holds no clock, absolute path or secret.
#[derive(Clone, Debug, Serialize)]
pub struct Manifest {
    pub program: &'static str,
    pub version: &'static str,
    pub label: Label,
    /// The settings as decided, not as typed.
    pub config: serde_json::Value,
    pub sources: Vec<SourceEntry>,
    pub inputs: Vec<Input>,
    /// The user's own tables beside the incidents: mapping, aliases, events, population.
    pub tables: Vec<Output>,
    /// `findings.json` of the earlier report whose forecasts this one looks back on.
    pub earlier: Option<Output>,
    pub caveats: Vec<String>,
    /// The day that `SOURCE_DATE_EPOCH` names, if it is set: the date of documents that carry one.
    #[serde(skip)]
    pub source_date: Option<Day>,
    /// Every other file of the folder, sorted by path. Filled when the folder is published.
    pub outputs: Vec<Output>,
}

impl Manifest {
    /// A manifest of this program and version, with no inputs yet.
    pub fn new(label: Label, config: serde_json::Value) -> Manifest {
        Manifest {
            program: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            label,
            config,
            sources: Vec::new(),
            inputs: Vec::new(),
            tables: Vec::new(),
            earlier: None,
            caveats: Vec::new(),
            source_date: None,
            outputs: Vec::new(),
        }
    }

    /// The date of documents that carry one; the clock is never asked: `SOURCE_DATE_EPOCH`, else the newest version date, else
    /// the newest day covered.
    pub fn date(&self) -> Option<Day> {
        let version = || self.sources.iter().filter_map(|source| source.version_date).max();
        let covered = || self.sources.iter().filter_map(|source| source.coverage.map(|c| c.to)).max();
        self.source_date.or_else(version).or_else(covered)
    }
}

/// One source of the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceEntry {
    pub source: String,
    /// The newest revision in the files or `--version-date`; `None` where neither says.
    pub version_date: Option<Day>,
    /// `None` where no row was usable.
    pub coverage: Option<Covered>,
}

/// When someone was counting, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Covered {
    pub from: Day,
    pub to: Day,
}

impl From<Window> for Covered {
    fn from(window: Window) -> Covered {
        Covered { from: window.start(), to: window.end() }
    }
}

/// One input file. `path` as typed or found, relative; never absolute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Input {
    pub path: String,
    pub bytes: u64,
    /// Of the file as it lies on disk, 64 hexadecimal digits.
    pub blake3: String,
    pub source: String,
    pub encoding: String,
    /// `None` for workbooks.
    pub delimiter: Option<String>,
    pub date_format: Option<String>,
    pub accounting: Accounting,
    pub skipped: Skipped,
}

/// One file of the report folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Output {
    pub path: String,
    pub bytes: u64,
    pub blake3: String,
}

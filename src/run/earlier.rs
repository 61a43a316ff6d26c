//! The last report before this one in the output folder: what it forecast is held against what came.

use crate::analysis::{Earlier, Printed};
use crate::report::{Label, Output};
use serde::Deserialize;
use std::path::Path;

/// Its findings, and the file as the manifest names it.
pub(super) struct Found {
    pub earlier: Earlier,
    pub file: Output,
}

/// The part of `findings.json` that is read again.
#[derive(Deserialize)]
struct Findings {
    #[serde(default)]
    forecasts: Vec<Forecast>,
}

#[derive(Deserialize)]
struct Forecast {
    source: String,
    scope: String,
    country: Option<String>,
    region: Option<String>,
    group: Option<String>,
    measure: String,
    target: String,
    mean: f64,
    low80: f64,
    high80: f64,
}

/// The newest report under `out` whose label is of the same form as ours and strictly earlier: the same filters, the same grain.
/// `period` is the part of the label that names the period. Without one, `None`.
///
/// # Errors
/// With the reason, where it cannot be read: it is not this run's to mend, and its forecasts are passed over.
pub(super) fn find(out: &Path, label: &Label, period: &str) -> Result<Option<Found>, String> {
    let Some(filters) = label.as_str().strip_prefix(period) else { return Ok(None) };
    let earlier = |name: &String| {
        let theirs = name.strip_suffix(filters);
        theirs.is_some_and(|theirs| theirs.len() == period.len() && theirs < period)
    };
    let entries = std::fs::read_dir(out).into_iter().flatten().flatten().filter(|entry| entry.path().is_dir());
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let Some(name) = names.filter(earlier).max() else { return Ok(None) };
    let path = format!("{name}/findings.json");
    let passed = |error: String| format!("{}: {error}; its forecasts are passed over", out.join(&path).display());
    let bytes = std::fs::read(out.join(&path)).map_err(|error| passed(error.to_string()))?;
    let findings: Findings = serde_json::from_slice(&bytes).map_err(|error| passed(error.to_string()))?;
    let printed = findings.forecasts.into_iter().map(Forecast::printed).collect();
    let file = Output { path, bytes: bytes.len() as u64, blake3: blake3::hash(&bytes).to_string() };
    Ok(Some(Found { earlier: Earlier { label: name, printed }, file }))
}

impl Forecast {
    fn printed(self) -> Printed {
        Printed {
            source: self.source,
            scope: self.scope,
            country: self.country.unwrap_or_default(),
            region: self.region.unwrap_or_default(),
            group: self.group.unwrap_or_default(),
            measure: self.measure,
            target: self.target,
            mean: self.mean,
            low80: self.low80,
            high80: self.high80,
        }
    }
}

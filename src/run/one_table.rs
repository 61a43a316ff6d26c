//! `table`: one table to a file or to standard output.

use super::failure::Misuse;
use super::gather::gather;
use super::log::Log;
use super::{has_folder, to_file, to_stdout};
use crate::cli::TableFormat;
use crate::config::Config;
use crate::export::{csv_bytes, json_bytes, parquet_bytes};
use crate::report::TABLES;
use anyhow::Result;
use std::path::Path;

pub(super) fn table(
    kind: &str,
    output: Option<&Path>,
    format: Option<TableFormat>,
    config: &Config,
    log: &Log,
) -> Result<()> {
    let table = TABLES.get(kind)?;
    let ending = output.and_then(Path::extension).map(|e| e.to_string_lossy().to_lowercase());
    let format = match (format, ending.as_deref()) {
        (Some(format), _) => format,
        (None, Some("json")) => TableFormat::Json,
        (None, Some("parquet")) => TableFormat::Parquet,
        (None, Some("csv") | None) => TableFormat::Csv,
        (None, Some(other)) => {
            let reason = "a table is written as .csv, .json or .parquet; name the file so, or say which with --format";
            return Err(Misuse(format!("-o *.{other}: {reason}")).into());
        }
    };
    has_folder(output)?;
    let gathered = gather(config, log)?;
    let dataset = table.dataset(&gathered.analyses)?;
    let bytes = match format {
        TableFormat::Csv => csv_bytes(&dataset)?,
        TableFormat::Json => json_bytes(&dataset)?,
        TableFormat::Parquet => parquet_bytes(&dataset)?,
    };
    match output {
        Some(path) => to_file(path, &bytes),
        None => to_stdout(&bytes),
    }
}

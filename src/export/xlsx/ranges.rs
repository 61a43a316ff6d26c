//! How far the tables of a workbook reach. The library marks every cell of a table in memory until the workbook is saved, which took
//! more room than all else of a report: it is told of the first row alone, and the files of the tables are told the rest.

use super::plan::{HEAD, Plan};
use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::utility::cell_range;
use std::io::{Cursor, Read, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The last row of a table that the library is told: an Excel table has at least one.
pub(super) const TOLD: u32 = HEAD + 1;

/// The last row that the table has.
pub(super) fn last(plan: &Plan) -> u32 {
    HEAD + plan.rows.max(1) as u32
}

/// The workbook with tables as long as their plans say, which are in the order of the tables.
///
/// # Errors
/// If the library writes its tables in another way than it did: a fault of the program.
pub(super) fn stretched(workbook: Vec<u8>, plans: &[Plan], compression: u8) -> Result<Vec<u8>, XlsxError> {
    let failed = |error: ZipError| XlsxError::CustomError(error.to_string());
    let size = workbook.len();
    let mut from = ZipArchive::new(Cursor::new(workbook)).map_err(failed)?;
    let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(size)));
    // As the library writes the other parts: no clock, no mode of this machine.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(compression.into()))
        .unix_permissions(0o600)
        .last_modified_time(DateTime::default());
    let mut found = 0;
    for at in 0..from.len() {
        let part = from.by_index_raw(at).map_err(failed)?;
        let Some(plan) = table_number(part.name()).and_then(|number| plans.get(number)) else {
            to.raw_copy_file(part).map_err(failed)?;
            continue;
        };
        let name = part.name().to_owned();
        drop(part);
        let mut xml = String::new();
        from.by_index(at).map_err(failed)?.read_to_string(&mut xml)?;
        to.start_file(name, options).map_err(failed)?;
        to.write_all(stretch(&xml, plan)?.as_bytes())?;
        found += 1;
    }
    if found != plans.len() {
        return Err(XlsxError::CustomError(format!("{found} tables of {} are in the workbook", plans.len())));
    }
    Ok(to.finish().map_err(failed)?.into_inner())
}

/// The number of a table by the name of its file, from 0.
fn table_number(name: &str) -> Option<usize> {
    name.strip_prefix("xl/tables/table")?.strip_suffix(".xml")?.parse::<usize>().ok()?.checked_sub(1)
}

/// The file of a table with its own last row, in its range and in that of its filter.
fn stretch(xml: &str, plan: &Plan) -> Result<String, XlsxError> {
    let range = |last| format!("ref=\"{}\"", cell_range(HEAD, 0, last, plan.columns.len().saturating_sub(1) as u16));
    let told = range(TOLD);
    match xml.matches(&told).count() {
        2 => Ok(xml.replace(&told, &range(last(plan)))),
        times => Err(XlsxError::CustomError(format!("the table {} names its range {times} times", plan.table))),
    }
}

//! Own CSV: an organisation's sheet, read by a mapping of its columns. No code is needed for a new one.

mod cell;
mod check;
mod document;
mod field;
mod mapping;
mod propose;
mod reader;
mod recorded;
#[cfg(test)]
mod tests;
mod toll;
mod translate;
mod words;

pub use mapping::Mapping;
pub use propose::{Proposal, propose};

use super::{Error, Fit, Head, Reader, Settings, Source};
use crate::registry::{Entry, nearest};
use field::Field;
use reader::Opened;
use strum::VariantArray;

pub struct Custom;

impl Entry for Custom {
    fn id(&self) -> &'static str {
        "custom"
    }

    fn about(&self) -> &'static str {
        "An own CSV or workbook, read by a mapping of its columns (write one with init)"
    }

    fn example(&self) -> String {
        "incident-trends init my-incidents.csv".to_owned()
    }
}

/// Where the columns of a mapping stand in a table, and which of them it lacks.
struct Laid<'m> {
    at: [Vec<usize>; Field::COUNT],
    skips: Vec<usize>,
    missing: Vec<&'m str>,
    /// Names that the header has twice, so that either could be meant.
    twice: Vec<&'m str>,
}

fn lay<'m>(mapping: &'m Mapping, head: &Head) -> Laid<'m> {
    let found = |column: &str| {
        let name = column.trim().to_lowercase();
        head.names().iter().position(|n| *n == name)
    };
    let count = |column: &str| head.names().iter().filter(|n| **n == column.trim().to_lowercase()).count();
    let mut at = [const { Vec::new() }; Field::COUNT];
    for &field in Field::VARIANTS {
        at[field as usize] = mapping.columns(field).iter().filter_map(|column| found(column)).collect();
    }
    Laid {
        at,
        skips: mapping.skips.iter().filter_map(|rule| found(&rule.column)).collect(),
        missing: mapping.needed().into_iter().filter(|column| count(column) == 0).collect(),
        twice: mapping.needed().into_iter().filter(|column| count(column) > 1).collect(),
    }
}

impl Source for Custom {
    fn recognise(&self, head: &Head, settings: &Settings) -> Fit {
        let Some(mapping) = &settings.mapping else { return Fit::No };
        let (of, missing) = (mapping.needed().len(), lay(mapping, head).missing.len());
        if missing == 0 { Fit::Yes } else { Fit::Partly { found: of - missing, of } }
    }

    fn open(&self, head: &Head, settings: &Settings) -> Result<Box<dyn Reader>, Error> {
        let file = || head.file().to_owned();
        let Some(mapping) = &settings.mapping else { return Err(Error::NoMapping { file: file() }) };
        let laid = lay(mapping, head);
        if !laid.missing.is_empty() {
            let columns = laid.missing.iter().map(|column| {
                let similar = nearest(column, head.names().iter().map(String::as_str));
                let hint = similar.map(|name| format!(" (did you mean '{name}'?)")).unwrap_or_default();
                format!("'{column}'{hint}")
            });
            return Err(Error::UnmappedTable {
                file: file(),
                mapping: mapping.file().to_owned(),
                columns: columns.collect(),
                first_line: head.first_line(),
            });
        }
        if let Some(column) = laid.twice.first() {
            return Err(Error::DoubleColumn { file: file(), column: (*column).to_owned() });
        }
        Ok(Box::new(Opened::new(mapping.clone(), laid.at, laid.skips, head)))
    }
}

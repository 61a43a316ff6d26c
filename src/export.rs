//! Formats turn a report into files; a folder stages them and publishes all or nothing.

mod aligned;
mod cell;
mod charts;
mod csv;
mod error;
mod folder;
mod html;
mod in_order;
mod json;
mod markdown;
mod page;
mod parquet;
mod pdf;
mod publish;
mod run_record;
mod spelling;
mod tables;
mod xlsx;

#[cfg(test)]
mod example;
#[cfg(test)]
mod schema_test;

pub use aligned::{Rows, aligned};
pub use charts::write_chart;
pub use csv::write_csv;
pub use error::Error;
pub use folder::Folder;
pub use html::{TemplateFault, check_template};
pub use json::write_json;
pub use parquet::write_parquet;
pub use publish::{Latest, Published};
pub use run_record::write_run;

use crate::registry::{Entry, Registry};
use crate::report::Report;

/// A way to write a report down. It renders what the report holds and computes nothing.
pub trait Format: Entry {
    /// Writes its files, at the same time as others write theirs.
    fn write(&self, report: &Report, folder: &Folder) -> Result<(), Error>;
}

/// Every format, in the order in which they are listed.
pub static FORMATS: Registry<dyn Format> = Registry::new(
    "format",
    &[
        &html::Html,
        &markdown::Markdown,
        &pdf::Pdf,
        &csv::Csv,
        &parquet::Parquet,
        &json::Json,
        &xlsx::Xlsx,
        &charts::Charts,
    ],
);

/// Writes the report in every format, side by side. Of several failures the one of the first format is returned.
pub fn write_all(report: &Report, folder: &Folder) -> Result<(), Error> {
    let formats: Vec<&dyn Format> = FORMATS.iter().collect();
    in_order::first_failure(&formats, |format| format.write(report, folder))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn formats_have_distinct_ids_and_say_what_they_are() {
        let ids: BTreeSet<&str> = FORMATS.ids().into_iter().collect();
        assert_eq!(ids.len(), FORMATS.iter().count());
        assert!(FORMATS.iter().all(|format| !format.about().is_empty() && !format.about().ends_with('.')));
    }
}

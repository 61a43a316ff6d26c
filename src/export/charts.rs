//! The charts as files: SVG for pages and print, PNG for everything else, and the numbers drawn as CSV.

use super::Format;
use super::csv::table_bytes;
use super::error::Error;
use super::folder::Folder;
use crate::paint::Pictures;
use crate::registry::Entry;
use crate::report::{Report, Table};

pub(super) struct Charts;

impl Entry for Charts {
    fn id(&self) -> &'static str {
        "charts"
    }

    fn about(&self) -> &'static str {
        "every chart as SVG, as PNG at twice its size, and its numbers as CSV"
    }

    fn example(&self) -> String {
        "incident-trends chart frequency -o frequency.png".to_owned()
    }
}

impl Format for Charts {
    /// They are written one by one as they are drawn: see [`write_chart`].
    fn write(&self, _: &Report, _: &Folder) -> Result<(), Error> {
        Ok(())
    }
}

/// Writes the files of one chart: nobody needs to hold the pictures of a whole report.
pub fn write_chart(folder: &Folder, id: &str, pictures: &Pictures, numbers: &Table) -> Result<(), Error> {
    if let Some(svg) = &pictures.svg {
        folder.file(&format!("charts/{id}.svg"), svg.as_bytes())?;
    }
    if let Some(png) = &pictures.png {
        folder.file(&format!("charts/{id}.png"), png)?;
    }
    folder.file(&format!("charts/{id}.csv"), &table_bytes(id, numbers)?)
}

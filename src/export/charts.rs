//! The charts as files: SVG for pages and print, PNG for everything else, and the numbers drawn as CSV.

use super::Format;
use super::csv::table_bytes;
use super::error::Error;
use super::folder::Folder;
use super::in_order::first_failure;
use crate::registry::Entry;
use crate::report::Report;

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
    fn write(&self, report: &Report, folder: &Folder) -> Result<(), Error> {
        first_failure(report.charts(), |chart| {
            if let Some(svg) = &chart.pictures.svg {
                folder.file(&format!("charts/{}.svg", chart.id), svg.as_bytes())?;
            }
            if let Some(png) = &chart.pictures.png {
                folder.file(&format!("charts/{}.png", chart.id), png)?;
            }
            folder.file(&format!("charts/{}.csv", chart.id), &table_bytes(&chart.id, &chart.table)?)
        })
    }
}

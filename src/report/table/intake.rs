//! `rejected.csv`: rows that could not be counted; `quality.csv`: what is wrong in rows that were.

use super::super::dataset::{ColumnDoc, Dataset, Place};
use super::super::error::Malformed;
use super::{Grid, TableKind, table};
use crate::analysis::{Analysis, Need};
use crate::cube::Fate;
use crate::source::FileIntake;

table!(QualityList, "quality", "Values made unknown, disagreements, near duplicates and gated rows");

const REJECTED: &[ColumnDoc] = &[
    ColumnDoc { name: "file", about: "the file as it was given", unit: "" },
    ColumnDoc { name: "line", about: "the physical line on which the record starts", unit: "" },
    ColumnDoc { name: "column", about: "the column at fault; empty: the row as a whole", unit: "" },
    ColumnDoc { name: "value", about: "its value, or how the row begins; at most 80 characters", unit: "" },
    ColumnDoc { name: "reason", about: "why the row is not counted", unit: "" },
];

const QUALITY: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source", unit: "" },
    ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
    ColumnDoc { name: "file", about: "the file as it was given", unit: "" },
    ColumnDoc { name: "line", about: "the physical line on which the record starts", unit: "" },
    ColumnDoc { name: "id", about: "the source's id of the incident", unit: "" },
    ColumnDoc { name: "column", about: "the column at fault", unit: "" },
    ColumnDoc { name: "value", about: "its value; for near duplicates the other id", unit: "" },
    ColumnDoc { name: "issue", about: "what is wrong", unit: "" },
    ColumnDoc { name: "effect", about: "what was done", unit: "" },
];

/// All rejected rows of the run, in the order of the files.
pub fn rejected<'a>(files: impl Iterator<Item = &'a FileIntake>) -> Result<Dataset<'static>, Malformed> {
    let mut grid = Grid::new(REJECTED);
    for file in files {
        for row in &file.rejected {
            grid.text(file.portable()).whole(Some(row.line as i64)).text(&row.column);
            grid.text(&row.value).text(&row.reason.to_string()).end_row();
        }
    }
    grid.finish("rejected", "Rejected rows", Place::Top)
}

impl TableKind for QualityList {
    fn need(&self) -> Need {
        Need::COUNTS
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let mut grid = Grid::new(QUALITY);
        for analysis in analyses {
            let (source, grain) = (&analysis.loaded.facts.source, analysis.policy.grain.id());
            for file in &analysis.loaded.files {
                for note in &file.quality {
                    grid.text(source).text(grain).text(file.portable()).whole(Some(note.line as i64)).text(&note.id);
                    grid.text(&note.column).text(&note.value).text(note.issue.id()).text(note.issue.effect()).end_row();
                }
            }
            for row in analysis.loaded.incidents.rows().iter().filter(|r| analysis.fates[r.index] == Fate::Gated) {
                let precision: &str = row.date_precision().into();
                let file = analysis.loaded.files[row.file()].portable();
                grid.text(source).text(grain).text(file).whole(Some(i64::from(row.line()))).text(&row.id());
                grid.text("date precision").text(precision).text("date_too_coarse");
                grid.text("gated: counted only at coarser grains").end_row();
            }
        }
        grid.finish("quality", "Data quality", Place::Tables)
    }
}

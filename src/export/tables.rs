//! The tables as files: each part of a table is made once, and written as CSV and as Parquet.

use super::csv::{self, write_csv};
use super::error::Error;
use super::folder::Folder;
use super::in_order::in_order;
use super::parquet::Groups;
use crate::report::{Dataset, Place, Report};

/// Writes every table, in both formats where it has both. Those of many parts one after the other, since the parts of each are made
/// side by side; the others beside them. Where some fail, the failure is that of the first of them.
pub(super) fn write(report: &Report, folder: &Folder) -> Result<(), Error> {
    let one = |dataset: &Dataset| match dataset.place() {
        Place::Tables => both(dataset, folder),
        Place::Top => folder.stream(&dataset.csv_path(), |out| write_csv(dataset, out, &|rows| folder.rows(rows))),
    };
    let all = || report.datasets().iter().enumerate();
    let each = |(at, dataset): (usize, &Dataset)| one(dataset).map_err(|failure| (at, failure));
    let done = rayon::join(
        || all().filter(|(_, dataset)| dataset.parts() > 1).try_for_each(each),
        || all().filter(|(_, dataset)| dataset.parts() <= 1).try_for_each(each),
    );
    let first = [done.0, done.1].into_iter().filter_map(Result::err).min_by_key(|(at, _)| *at);
    first.map_or(Ok(()), |(_, failure)| Err(failure))
}

fn both(dataset: &Dataset, folder: &Folder) -> Result<(), Error> {
    let mut csv = folder.open(&dataset.csv_path())?;
    let mut parquet = folder.open(&format!("tables/{}.parquet", dataset.id()))?;
    let ((lines, csv_failed), (out, parquet_failed)) = (csv.parts(), parquet.parts());
    let mut groups = Groups::into(out);
    lines.write_all(&csv::head(dataset)).map_err(&csv_failed)?;
    let make = |part: usize| {
        let frame = dataset.part(part);
        (csv::lines(&frame), frame)
    };
    in_order(dataset.parts(), make, |(part, frame)| {
        folder.rows(2 * frame.height());
        lines.write_all(&part).map_err(&csv_failed)?;
        drop(part);
        groups.push(frame).map_err(&parquet_failed)
    })?;
    groups.finish().map_err(parquet_failed)?;
    drop(csv_failed);
    folder.close(csv)?;
    folder.close(parquet)
}

//! Parquet: the tables with their types, for polars, DuckDB, R and Python; text is kept as it is.

use super::Format;
use super::error::Error;
use super::folder::Folder;
use super::in_order::{AT_ONCE, first_failure, in_order};
use crate::registry::Entry;
use crate::report::{Dataset, Place, Report};
use polars::prelude::{DataFrame, ParquetCompression, ParquetWriter, PolarsError, StatisticsOptions};
use std::io::{self, Write};

pub(super) struct Parquet;

impl Entry for Parquet {
    fn id(&self) -> &'static str {
        "parquet"
    }

    fn about(&self) -> &'static str {
        "every table as Parquet, typed and compressed"
    }

    fn example(&self) -> String {
        "incident-trends table series --format parquet -o series.parquet".to_owned()
    }
}

impl Format for Parquet {
    fn write(&self, report: &Report, folder: &Folder) -> Result<(), Error> {
        first_failure(report.datasets(), |dataset| match dataset.place() {
            Place::Tables => folder.stream(&format!("tables/{}.parquet", dataset.id()), |out| {
                write_parquet(dataset, out, &|rows| folder.rows(rows))
            }),
            Place::Top => Ok(()),
        })
    }
}

/// Writes the dataset as Parquet, compressed with zstd: a row group for every [`AT_ONCE`] parts. Equal datasets give equal bytes,
/// however many threads run. `rows` is told how many more rows are written.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_parquet(dataset: &Dataset, out: &mut dyn Write, rows: &dyn Fn(usize)) -> io::Result<()> {
    let mut group = dataset.part(0);
    let writer = ParquetWriter::new(out)
        .with_compression(ParquetCompression::Zstd(None))
        .with_statistics(StatisticsOptions::default())
        .set_parallel(false);
    let mut writer = writer.batched(group.schema()).map_err(plain)?;
    let mut parts = 1;
    let mut write = |group: &mut DataFrame| {
        // How a frame came to be shows in its chunks, and they would show in the file.
        group.rechunk_mut();
        rows(group.height());
        writer.write_batch(group).map_err(plain)
    };
    in_order(
        dataset.parts() - 1,
        |part| dataset.part(part + 1),
        |part| {
            if parts % AT_ONCE == 0 {
                write(&mut group)?;
                group = part;
            } else {
                group.vstack_mut_owned(part).map_err(plain)?;
            }
            parts += 1;
            Ok::<(), io::Error>(())
        },
    )?;
    write(&mut group)?;
    writer.finish().map_err(plain)?;
    Ok(())
}

/// What went wrong, with its kind where the disk is at fault.
fn plain(error: PolarsError) -> io::Error {
    match error {
        PolarsError::IO { error, .. } => io::Error::new(error.kind(), error.to_string()),
        other => io::Error::other(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example;
    use polars::prelude::{ParquetReader, SerReader};
    use std::io::Cursor;

    fn parquet(dataset: &Dataset) -> Vec<u8> {
        let mut bytes = Vec::new();
        write_parquet(dataset, &mut bytes, &|_| {}).expect("a vector takes all that is written");
        bytes
    }

    #[test]
    fn a_frame_comes_back_as_it_was() {
        for dataset in [example::every_kind_of_cell(), example::no_rows()] {
            let back = ParquetReader::new(Cursor::new(parquet(&dataset))).finish().expect("a Parquet file");
            assert!(back.equals_missing(&dataset.part(0)), "{back:?}");
        }
    }

    #[test]
    fn chunks_do_not_reach_the_bytes() {
        let whole = example::every_kind_of_cell();
        let rows = whole.part(0);
        let mut frame = rows.slice(0, 1);
        frame.vstack_mut(&rows.slice(1, rows.height())).expect("the same columns");
        let parts = Dataset::new(whole.id(), whole.title(), whole.place(), whole.columns(), frame).expect("as before");
        assert_eq!(parquet(&parts), parquet(&whole));
    }
}

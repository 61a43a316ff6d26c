//! Parquet: the tables with their types, for polars, DuckDB, R and Python; text is kept as it is.

use super::Format;
use super::error::Error;
use super::folder::Folder;
use super::in_order::in_order;
use crate::registry::Entry;
use crate::report::{Dataset, Report};
use polars::prelude::{BatchedWriter, DataFrame, ParquetCompression, ParquetWriter, PolarsError, StatisticsOptions};
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
    /// They are written with the tables as CSV: see [`super::tables`].
    fn write(&self, _: &Report, _: &Folder) -> Result<(), Error> {
        Ok(())
    }
}

/// Writes the dataset as Parquet, compressed with zstd: a row group for every [`IN_A_GROUP`] parts. Equal datasets give equal bytes,
/// however many threads run. `rows` is told how many more rows are written.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_parquet(dataset: &Dataset, out: &mut dyn Write, rows: &dyn Fn(usize)) -> io::Result<()> {
    let mut groups = Groups::into(out);
    let part = |part: usize| dataset.part(part);
    in_order(dataset.parts(), part, |part| {
        rows(part.height());
        groups.push(part)
    })?;
    groups.finish()
}

/// Parts of a row group. Fixed, as it decides the bytes.
const IN_A_GROUP: usize = 4;

/// A Parquet file in the making: parts wait until there are enough for a row group.
pub(super) struct Groups<W: Write> {
    /// Until the first part tells the columns.
    out: Option<W>,
    begun: Option<(BatchedWriter<W>, DataFrame)>,
    waiting: usize,
}

impl<W: Write> Groups<W> {
    pub(super) fn into(out: W) -> Groups<W> {
        Groups { out: Some(out), begun: None, waiting: 0 }
    }

    pub(super) fn push(&mut self, part: DataFrame) -> io::Result<()> {
        if let Some(out) = self.out.take() {
            let writer = ParquetWriter::new(out)
                .with_compression(ParquetCompression::Zstd(None))
                .with_statistics(StatisticsOptions::default())
                .set_parallel(false);
            self.begun = Some((writer.batched(part.schema()).map_err(plain)?, part));
            self.waiting = 1;
            return Ok(());
        }
        let Some((writer, group)) = &mut self.begun else { return Ok(()) };
        if self.waiting == IN_A_GROUP {
            write(writer, group)?;
            (*group, self.waiting) = (part, 0);
        } else {
            group.vstack_mut_owned(part).map_err(plain)?;
        }
        self.waiting += 1;
        Ok(())
    }

    pub(super) fn finish(self) -> io::Result<()> {
        if let Some((mut writer, mut group)) = self.begun {
            write(&mut writer, &mut group)?;
            writer.finish().map_err(plain)?;
        }
        Ok(())
    }
}

fn write<W: Write>(writer: &mut BatchedWriter<W>, group: &mut DataFrame) -> io::Result<()> {
    // How a frame came to be shows in its chunks, and they would show in the file.
    group.rechunk_mut();
    writer.write_batch(group).map_err(plain)
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

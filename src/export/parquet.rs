//! Parquet: the tables with their types, for polars, DuckDB, R and Python; text is kept as it is.

use super::Format;
use super::error::Error;
use super::folder::Folder;
use crate::registry::Entry;
use crate::report::{Dataset, Place, Report};
use polars::prelude::{ParquetCompression, ParquetWriter, StatisticsOptions};

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
    fn write(&self, report: &Report, folder: &mut Folder) -> Result<(), Error> {
        for dataset in report.datasets() {
            match dataset.place() {
                Place::Tables => folder.file(&format!("tables/{}.parquet", dataset.id()), &parquet_bytes(dataset)?)?,
                Place::Top => {}
            }
        }
        Ok(())
    }
}

/// Rows of a row group. Fixed, so that equal tables are equal bytes however many threads run.
const ROW_GROUP: usize = 100_000;

/// The dataset as Parquet, compressed with zstd. Equal datasets give equal bytes.
pub fn parquet_bytes(dataset: &Dataset) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let mut frame = dataset.frame().clone();
    // How a frame came to be shows in its chunks, and they would show in the file.
    frame.rechunk_mut();
    ParquetWriter::new(&mut bytes)
        .with_compression(ParquetCompression::Zstd(None))
        .with_statistics(StatisticsOptions::default())
        .with_row_group_size(Some(ROW_GROUP))
        .set_parallel(false)
        .finish(&mut frame)
        .map_err(|error| Error::Encode {
            dataset: dataset.id().to_owned(),
            format: "Parquet",
            reason: error.to_string(),
        })?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example;
    use polars::prelude::{ParquetReader, SerReader};
    use std::io::Cursor;

    #[test]
    fn a_frame_comes_back_as_it_was() {
        for dataset in [example::every_kind_of_cell(), example::no_rows()] {
            let bytes = parquet_bytes(&dataset).expect("a small dataset");
            let back = ParquetReader::new(Cursor::new(bytes)).finish().expect("a Parquet file");
            assert!(back.equals_missing(dataset.frame()), "{back:?}");
        }
    }

    #[test]
    fn chunks_do_not_reach_the_bytes() {
        let whole = example::every_kind_of_cell();
        let mut frame = whole.frame().slice(0, 1);
        frame.vstack_mut(&whole.frame().slice(1, whole.frame().height())).expect("the same columns");
        let parts = Dataset::new(whole.id(), whole.title(), whole.place(), whole.columns(), frame).expect("as before");
        assert_eq!(parquet_bytes(&parts).expect("written"), parquet_bytes(&whole).expect("written"));
    }
}

//! Tables of the results of an analysis, made anew whenever they are asked for: kept as frames, they would take more room while a
//! report is written than the results themselves.

use super::super::dataset::{ColumnDoc, Dataset, Place, Rows};
use super::super::error::Malformed;
use super::Grid;
use polars::prelude::DataFrame;

/// All rows as one part.
struct Anew<W> {
    columns: &'static [ColumnDoc],
    height: usize,
    write: W,
}

impl<W: Fn(&mut Grid)> Anew<W> {
    fn frame(&self) -> DataFrame {
        let mut grid = Grid::of_rows(self.columns, self.height);
        (self.write)(&mut grid);
        grid.frame()
    }
}

impl<W: Fn(&mut Grid) + Send + Sync> Rows for Anew<W> {
    fn height(&self) -> usize {
        self.height
    }

    fn parts(&self) -> usize {
        1
    }

    fn part(&self, _: usize) -> DataFrame {
        self.frame()
    }
}

/// A table whose rows are written by `write`, the same at every call.
pub(super) fn anew<'a>(
    (id, title): (&str, &str),
    columns: &'static [ColumnDoc],
    write: impl Fn(&mut Grid) + Send + Sync + 'a,
) -> Result<Dataset<'a>, Malformed> {
    let mut rows = Anew { columns, height: 0, write };
    let first = rows.frame();
    rows.height = first.height();
    Dataset::made_anew(id, title, Place::Tables, columns, &first, rows)
}

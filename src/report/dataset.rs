//! A table for machines: raw units, documented columns, one row a fact.

use super::error::Malformed;
use polars::prelude::{DataFrame, DataType};
use std::fmt;
use std::sync::Arc;

/// Where the files of a dataset lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `tables/<id>.csv` and `.parquet`.
    Tables,
    /// `<id>.csv` beside the report, no Parquet: lists for people, such as `rejected.csv`.
    Top,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ColumnDoc {
    pub name: &'static str,
    pub about: &'static str,
    /// "incidents", "people", "days", "ISO date", ...; empty for text.
    pub unit: &'static str,
}

/// Rows of a part, about: few enough that some parts at once take little memory, enough that a part is worth a thread's while.
pub(super) const PART: usize = 16_384;

/// The rows of a dataset, made when they are asked for and part by part: a table of a million rows is never whole in memory.
pub(super) trait Rows: Send + Sync {
    fn height(&self) -> usize;

    /// How many parts there are; at least one.
    fn parts(&self) -> usize;

    /// One of them, always the same; every part has the same columns of the same types.
    fn part(&self, index: usize) -> DataFrame;
}

/// Rows that are in memory anyway, as one part.
impl Rows for DataFrame {
    fn height(&self) -> usize {
        DataFrame::height(self)
    }

    fn parts(&self) -> usize {
        1
    }

    fn part(&self, _: usize) -> DataFrame {
        self.clone()
    }
}

/// Documented rows. Invariants: the columns are those documented, in that order, and each holds text, whole or floating numbers,
/// truth values or dates. Nulls are "unknown".
#[derive(Clone)]
pub struct Dataset<'a> {
    id: String,
    title: String,
    place: Place,
    columns: &'static [ColumnDoc],
    rows: Arc<dyn Rows + 'a>,
    overall: Option<Arc<dyn Rows + 'a>>,
}

impl<'a> Dataset<'a> {
    /// `id` is the file stem, a label ([`super::Label`]).
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        place: Place,
        columns: &'static [ColumnDoc],
        frame: DataFrame,
    ) -> Result<Dataset<'a>, Malformed> {
        let id = id.into();
        check(&id, columns, &frame)?;
        Ok(Dataset { id, title: title.into(), place, columns, rows: Arc::new(frame), overall: None })
    }

    /// As [`Dataset::new`], of rows that are made part by part. The first part, which is small where the rest is not, is held
    /// against the documentation for all of them.
    pub(super) fn in_parts(
        id: &str,
        title: &str,
        place: Place,
        columns: &'static [ColumnDoc],
        rows: impl Rows + 'a,
    ) -> Result<Dataset<'a>, Malformed> {
        let first = rows.part(0);
        Dataset::made_anew(id, title, place, columns, &first, rows)
    }

    /// As [`Dataset::in_parts`], where the first part is at hand.
    pub(super) fn made_anew(
        id: &str,
        title: &str,
        place: Place,
        columns: &'static [ColumnDoc],
        first: &DataFrame,
        rows: impl Rows + 'a,
    ) -> Result<Dataset<'a>, Malformed> {
        check(id, columns, first)?;
        Ok(Dataset { id: id.to_owned(), title: title.to_owned(), place, columns, rows: Arc::new(rows), overall: None })
    }

    /// The same with those of its rows that are of everything in their scope: [`Dataset::overall`].
    pub(super) fn with_overall(self, rows: impl Rows + 'a) -> Dataset<'a> {
        Dataset { overall: Some(Arc::new(rows)), ..self }
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn place(&self) -> Place {
        self.place
    }

    pub fn columns(&self) -> &'static [ColumnDoc] {
        self.columns
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.height()
    }

    /// How many parts the rows come in; at least one.
    pub fn parts(&self) -> usize {
        self.rows.parts()
    }

    /// A part of the rows, made anew at every call. Every part has all columns, of the same types.
    pub fn part(&self, index: usize) -> DataFrame {
        self.rows.part(index)
    }

    /// All rows, part after part.
    pub fn frames(&self) -> impl Iterator<Item = DataFrame> {
        (0..self.rows.parts()).map(|index| self.rows.part(index))
    }

    /// Those of the rows, in order, that count everything in their scope, without the regions of single groups, where the table
    /// knows them apart; else all. Few, also where there are a million rows.
    pub fn overall(&self) -> impl Iterator<Item = DataFrame> {
        let rows = self.overall.as_ref().unwrap_or(&self.rows);
        (0..rows.parts()).map(|index| rows.part(index))
    }

    /// Where its CSV lies in the report folder.
    pub fn csv_path(&self) -> String {
        match self.place {
            Place::Tables => format!("tables/{}.csv", self.id),
            Place::Top => format!("{}.csv", self.id),
        }
    }
}

impl fmt::Debug for Dataset<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dataset").field("id", &self.id).field("height", &self.height()).finish_non_exhaustive()
    }
}

/// Holds a frame against the documentation of its columns.
fn check(id: &str, columns: &[ColumnDoc], frame: &DataFrame) -> Result<(), Malformed> {
    let frame_names: Vec<String> = frame.get_column_names_owned().into_iter().map(|n| n.to_string()).collect();
    let documented: Vec<String> = columns.iter().map(|c| c.name.to_owned()).collect();
    if frame_names != documented {
        return Err(Malformed::Undocumented { dataset: id.to_owned(), frame: frame_names, documented });
    }
    for column in frame.columns() {
        let kind = column.dtype();
        let writable = kind.is_integer() || kind.is_float() || kind.is_bool();
        if !writable && !matches!(kind, DataType::String | DataType::Date) {
            return Err(Malformed::ColumnType {
                dataset: id.to_owned(),
                column: column.name().to_string(),
                kind: kind.to_string(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use polars::prelude::df;

    #[test]
    fn a_column_without_documentation_is_refused() {
        const COLUMNS: &[ColumnDoc] = &[ColumnDoc { name: "region", about: "the region", unit: "" }];
        let frame = df!("region" => ["Tavia"], "killed" => [3u64]).expect("two columns of one row");
        let error =
            Dataset::new("series", "Series", Place::Tables, COLUMNS, frame).expect_err("killed is undocumented");
        assert!(matches!(error, Malformed::Undocumented { .. }));
    }
}

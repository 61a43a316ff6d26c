//! A table for machines: raw units, documented columns, one row a fact.

use super::error::Malformed;
use polars::prelude::{DataFrame, DataType};

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

/// A documented frame. Invariants: the frame's columns are those documented, in that order, and each holds text, whole or
/// floating numbers, truth values or dates. Nulls are "unknown".
#[derive(Clone, Debug)]
pub struct Dataset {
    id: String,
    title: String,
    place: Place,
    columns: &'static [ColumnDoc],
    frame: DataFrame,
}

impl Dataset {
    /// `id` is the file stem, a label ([`super::Label`]).
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        place: Place,
        columns: &'static [ColumnDoc],
        frame: DataFrame,
    ) -> Result<Dataset, Malformed> {
        let id = id.into();
        let frame_names: Vec<String> = frame.get_column_names_owned().into_iter().map(|n| n.to_string()).collect();
        let documented: Vec<String> = columns.iter().map(|c| c.name.to_owned()).collect();
        if frame_names != documented {
            return Err(Malformed::Undocumented { dataset: id, frame: frame_names, documented });
        }
        for column in frame.columns() {
            let kind = column.dtype();
            let writable = kind.is_integer() || kind.is_float() || kind.is_bool();
            if !writable && !matches!(kind, DataType::String | DataType::Date) {
                return Err(Malformed::ColumnType {
                    dataset: id,
                    column: column.name().to_string(),
                    kind: kind.to_string(),
                });
            }
        }
        Ok(Dataset { id, title: title.into(), place, columns, frame })
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

    pub fn frame(&self) -> &DataFrame {
        &self.frame
    }

    /// Where its CSV lies in the report folder.
    pub fn csv_path(&self) -> String {
        match self.place {
            Place::Tables => format!("tables/{}.csv", self.id),
            Place::Top => format!("{}.csv", self.id),
        }
    }
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

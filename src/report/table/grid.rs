//! A table in the making: rows are written cell by cell, columns are typed by what is written into them.

use super::super::dataset::{ColumnDoc, Dataset, Place};
use super::super::error::Malformed;
use crate::measure::{Amount, Reading};
use crate::period::Day;
use polars::prelude::{
    ChunkedBuilder, Column, DataFrame, DataType, Float64Type, IntoColumn, IntoSeries, NamedFrom,
    PrimitiveChunkedBuilder, Series, StringChunkedBuilder,
};

enum Values {
    Text(StringChunkedBuilder),
    Number(PrimitiveChunkedBuilder<Float64Type>),
    Whole(Vec<Option<i64>>),
    Date(Vec<Option<i32>>),
}

/// Cells are written from left to right; [`Grid::end_row`] checks that the row is full.
pub struct Grid {
    columns: &'static [ColumnDoc],
    values: Vec<Option<Values>>,
    next: usize,
    /// Rows for which there is room from the beginning.
    room: usize,
}

impl Grid {
    pub fn new(columns: &'static [ColumnDoc]) -> Grid {
        Grid::of_rows(columns, 0)
    }

    /// With room for so many rows, no more: a column that grows takes up to twice its room.
    pub(super) fn of_rows(columns: &'static [ColumnDoc], rows: usize) -> Grid {
        Grid { columns, values: columns.iter().map(|_| None).collect(), next: 0, room: rows }
    }

    fn slot(&mut self) -> (&'static str, &mut Option<Values>) {
        let doc = self.columns.get(self.next).expect("a row has no more cells than the table has columns");
        self.next += 1;
        (doc.name, &mut self.values[self.next - 1])
    }

    /// Text; empty text is an empty cell.
    pub fn text(&mut self, text: &str) -> &mut Grid {
        let room = self.room;
        let (name, slot) = self.slot();
        match slot.get_or_insert_with(|| Values::Text(StringChunkedBuilder::new(name.into(), room))) {
            Values::Text(builder) if text.is_empty() => builder.append_null(),
            Values::Text(builder) => builder.append_value(text),
            Values::Number(_) | Values::Whole(_) | Values::Date(_) => {
                unreachable!("column {name} holds text in one row only")
            }
        }
        self
    }

    /// A number; one without a bound is an empty cell.
    pub fn number(&mut self, number: Option<f64>) -> &mut Grid {
        let number = number.filter(|number| number.is_finite());
        let room = self.room;
        let (name, slot) = self.slot();
        match slot.get_or_insert_with(|| Values::Number(PrimitiveChunkedBuilder::new(name.into(), room))) {
            Values::Number(builder) => builder.append_option(number),
            Values::Text(_) | Values::Whole(_) | Values::Date(_) => {
                unreachable!("column {name} holds numbers in one row only")
            }
        }
        self
    }

    pub fn amount(&mut self, amount: Option<Amount>) -> &mut Grid {
        self.number(amount.map(Amount::value))
    }

    /// The number of a reading; empty where it is unreported or not covered.
    pub fn reading(&mut self, reading: Reading) -> &mut Grid {
        self.number(reading.value())
    }

    pub fn whole(&mut self, whole: Option<i64>) -> &mut Grid {
        let room = self.room;
        let (name, slot) = self.slot();
        match slot.get_or_insert_with(|| Values::Whole(Vec::with_capacity(room))) {
            Values::Whole(values) => values.push(whole),
            Values::Text(_) | Values::Number(_) | Values::Date(_) => {
                unreachable!("column {name} holds integers in one row only")
            }
        }
        self
    }

    pub fn day(&mut self, day: Option<Day>) -> &mut Grid {
        let room = self.room;
        let (name, slot) = self.slot();
        match slot.get_or_insert_with(|| Values::Date(Vec::with_capacity(room))) {
            Values::Date(values) => values.push(day.map(Day::epoch)),
            Values::Text(_) | Values::Number(_) | Values::Whole(_) => {
                unreachable!("column {name} holds dates in one row only")
            }
        }
        self
    }

    pub fn end_row(&mut self) {
        assert_eq!(self.next, self.columns.len(), "a row has one cell for every column");
        self.next = 0;
    }

    /// The table as a dataset.
    pub fn finish(self, id: &str, title: &str, place: Place) -> Result<Dataset<'static>, Malformed> {
        let columns = self.columns;
        // It is kept until it is written, and columns that grew have room for more.
        let mut frame = self.frame();
        frame.shrink_to_fit();
        Dataset::new(id, title, place, columns, frame)
    }

    /// The rows.
    pub(super) fn frame(self) -> DataFrame {
        let columns: Vec<Column> = self
            .columns
            .iter()
            .zip(self.values)
            .map(|(doc, values)| match values {
                Some(Values::Text(builder)) => builder.finish().into_series().into_column(),
                Some(Values::Number(builder)) => builder.finish().into_series().into_column(),
                Some(Values::Whole(values)) => Series::new(doc.name.into(), values).into_column(),
                Some(Values::Date(values)) => Series::new(doc.name.into(), values)
                    .cast(&DataType::Date)
                    .expect("whole days are dates")
                    .into_column(),
                None => Series::new_empty(doc.name.into(), &DataType::String).into_column(),
            })
            .collect();
        DataFrame::new_infer_height(columns).expect("columns of one table are equally long")
    }
}

//! One cell of a dataset as the text formats see it.

use crate::period::Day;
use polars::prelude::{AnyValue, DataFrame};
use serde::{Serialize, Serializer};

/// The values that [`crate::report::Dataset`] allows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    Unknown,
    Text(&'a str),
    Whole(i128),
    /// Finite.
    Real(f64),
    Truth(bool),
    Date(Day),
}

impl<'a> Cell<'a> {
    fn new(value: AnyValue<'a>) -> Cell<'a> {
        match value {
            AnyValue::Null => Cell::Unknown,
            AnyValue::String(text) => Cell::Text(text),
            AnyValue::Boolean(truth) => Cell::Truth(truth),
            AnyValue::Date(days) => Cell::Date(Day::from_epoch(days)),
            number if number.is_integer() => number.extract::<i128>().map_or(Cell::Unknown, Cell::Whole),
            // What is not finite is no number: unknown. Adding 0 turns -0 into 0.
            number => number.extract::<f64>().filter(|n| n.is_finite()).map_or(Cell::Unknown, |n| Cell::Real(n + 0.0)),
        }
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Cell::Unknown => serializer.serialize_none(),
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Whole(number) => serializer.serialize_i128(number),
            Cell::Real(number) => serializer.serialize_f64(number),
            Cell::Truth(truth) => serializer.serialize_bool(truth),
            Cell::Date(day) => day.serialize(serializer),
        }
    }
}

/// Calls `row` with the cells of every row, in order.
pub(super) fn for_each_row<E>(frame: &DataFrame, mut row: impl FnMut(&[Cell<'_>]) -> Result<(), E>) -> Result<(), E> {
    let columns: Vec<_> = frame.columns().iter().map(|c| c.as_materialized_series().rechunk()).collect();
    let mut values: Vec<_> = columns.iter().map(|series| series.iter()).collect();
    let mut cells = Vec::with_capacity(values.len());
    for _ in 0..frame.height() {
        cells.clear();
        cells.extend(values.iter_mut().map(|column| column.next().map_or(Cell::Unknown, Cell::new)));
        row(&cells)?;
    }
    Ok(())
}

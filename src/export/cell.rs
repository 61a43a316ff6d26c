//! One cell of a dataset as the text formats see it.

use crate::period::Day;
use crate::report::Dataset;
use polars::prelude::{AnyValue, DataFrame, DataType, Series};
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
            number => number.extract::<f64>().map_or(Cell::Unknown, Cell::real),
        }
    }

    /// What is not finite is no number: unknown. Adding 0 turns -0 into 0.
    fn real(number: f64) -> Cell<'a> {
        if number.is_finite() { Cell::Real(number + 0.0) } else { Cell::Unknown }
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

/// The cells of a column from the top.
type Cells<'a> = Box<dyn Iterator<Item = Cell<'a>> + 'a>;

/// Calls `row` with the cells of every row, in order.
pub(super) fn for_each_row<E>(frame: &DataFrame, mut row: impl FnMut(&[Cell<'_>]) -> Result<(), E>) -> Result<(), E> {
    let columns: Vec<_> = frame.columns().iter().map(|c| c.as_materialized_series().rechunk()).collect();
    let mut values: Vec<Cells> = columns.iter().map(cells).collect();
    let mut cells = Vec::with_capacity(values.len());
    for _ in 0..frame.height() {
        cells.clear();
        cells.extend(values.iter_mut().map(|column| column.next().unwrap_or(Cell::Unknown)));
        row(&cells)?;
    }
    Ok(())
}

/// As [`for_each_row`], of the first `most` rows of a dataset; the parts after them are not made.
pub(super) fn first_rows<E>(
    dataset: &Dataset,
    most: usize,
    mut row: impl FnMut(&[Cell<'_>]) -> Result<(), E>,
) -> Result<(), E> {
    let mut left = most;
    let mut parts = 0..dataset.parts();
    while left > 0
        && let Some(part) = parts.next()
    {
        let frame = dataset.part(part).head(Some(left));
        left -= frame.height();
        for_each_row(&frame, &mut row)?;
    }
    Ok(())
}

/// The types that large tables have are read as they lie; the others go through a value of any type.
fn cells(column: &Series) -> Cells<'_> {
    let known = match column.dtype() {
        DataType::String => column
            .str()
            .ok()
            .map(|texts| -> Cells { Box::new(texts.iter().map(|text| text.map_or(Cell::Unknown, Cell::Text))) }),
        DataType::Float64 => column.f64().ok().map(|numbers| -> Cells {
            Box::new(numbers.iter().map(|number| number.map_or(Cell::Unknown, Cell::real)))
        }),
        DataType::Int64 => column.i64().ok().map(|numbers| -> Cells {
            Box::new(numbers.iter().map(|number| number.map_or(Cell::Unknown, |n| Cell::Whole(n.into()))))
        }),
        DataType::Date => column.date().ok().map(|days| -> Cells {
            let day = |days: Option<i32>| days.map_or(Cell::Unknown, |days| Cell::Date(Day::from_epoch(days)));
            Box::new(days.physical().iter().map(day))
        }),
        _ => None,
    };
    known.unwrap_or_else(|| Box::new(column.iter().map(Cell::new)))
}

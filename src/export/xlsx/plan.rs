//! What a sheet will hold, decided before it is written: its rows are written once, from the top, and are not kept.

use super::super::cell::{Cell, first_rows};
use super::safe::{self, Names};
use super::styles::Shape;
use crate::report::{ColumnDoc, Dataset};
use std::convert::Infallible;

/// Rows of a table on its sheet. A person filters and reads so many; a sheet of a million takes most of the time of a report, half
/// a minute to open, and serves nobody: the CSV and the Parquet file hold all rows. The sample's longest table has 21,804.
pub(super) const MOST_ROWS: usize = 25_000;

/// The row of the column heads, from 0: above it stand the title, and links with what is left out.
pub(super) const HEAD: u32 = 2;

/// Whole numbers that a spreadsheet holds exactly: fifteen digits.
pub(super) const MOST_EXACT: i128 = 999_999_999_999_999;

/// Rows that are looked at for the width of a column.
const MEASURED: usize = 2_000;

/// Widths of columns in characters; a head has a filter's button beside it.
const NARROWEST: usize = 8;
const WIDEST: usize = 44;
const BUTTON: usize = 4;

/// A dataset and its sheet.
pub(super) struct Plan<'a> {
    pub dataset: &'a Dataset<'a>,
    pub sheet: String,
    pub table: String,
    /// Rows on the sheet; the first of the dataset.
    pub rows: usize,
    /// Texts among them that are longer than a cell.
    pub cut: usize,
    pub columns: Vec<Layout>,
}

pub(super) struct Layout {
    pub shape: Shape,
    pub width: usize,
}

impl<'a> Plan<'a> {
    pub fn new(dataset: &'a Dataset<'a>, names: &mut Names, most_rows: usize) -> Plan<'a> {
        let columns = dataset.columns();
        let rows = dataset.height().min(most_rows);
        let mut seen: Vec<Seen> = columns.iter().map(Seen::new).collect();
        let mut row = 0;
        let all = first_rows(dataset, rows, |cells| {
            seen.iter_mut().zip(cells).for_each(|(seen, cell)| seen.add(cell));
            if row < MEASURED {
                seen.iter_mut().zip(cells).for_each(|(seen, cell)| seen.widen(cell));
            }
            row += 1;
            Ok::<(), Infallible>(())
        });
        let Ok(()) = all;
        Plan {
            dataset,
            sheet: names.sheet(dataset.id()),
            table: names.table(dataset.id()),
            rows,
            cut: seen.iter().map(|seen| seen.cut).sum(),
            columns: columns.iter().zip(seen).map(|(doc, seen)| seen.layout(doc)).collect(),
        }
    }

    /// Rows of the dataset that the sheet does not hold.
    pub fn left_out(&self) -> usize {
        self.dataset.height() - self.rows
    }
}

/// What a column was seen to hold.
struct Seen {
    cut: usize,
    width: usize,
    text: bool,
    truth: bool,
    date: bool,
    fraction: bool,
    largest: f64,
}

impl Seen {
    fn new(doc: &ColumnDoc) -> Seen {
        let width = doc.name.len() + BUTTON;
        Seen { cut: 0, width, text: false, truth: false, date: false, fraction: false, largest: 0.0 }
    }

    fn add(&mut self, cell: &Cell<'_>) {
        match *cell {
            Cell::Unknown => {}
            Cell::Text(text) => {
                self.text = true;
                self.cut += usize::from(safe::is_cut(text));
            }
            Cell::Whole(number) => self.largest = self.largest.max(number.unsigned_abs() as f64),
            Cell::Real(number) => {
                self.fraction |= number.fract() != 0.0;
                self.largest = self.largest.max(number.abs());
            }
            Cell::Truth(_) => self.truth = true,
            Cell::Date(_) => self.date = true,
        }
    }

    fn widen(&mut self, cell: &Cell<'_>) {
        // Every three digits bring a comma.
        let digits = |size: f64| (size.max(1.0).log10() * 4.0 / 3.0) as usize + 1;
        let width = match *cell {
            Cell::Unknown => 0,
            Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
            Cell::Whole(number) => digits(number.unsigned_abs() as f64),
            Cell::Real(number) => digits(number.abs()) + 3,
            Cell::Truth(_) => 5,
            Cell::Date(_) => 10,
        };
        self.width = self.width.max(width + 2);
    }

    fn layout(self, doc: &ColumnDoc) -> Layout {
        let probability = ["p", "q"].contains(&doc.name) || doc.name.ends_with("_p") || doc.name.ends_with("_q");
        let shape = match () {
            () if self.text => Shape::Text,
            () if self.truth => Shape::Truth,
            () if self.date => Shape::Date,
            () if doc.unit == "year" => Shape::Year,
            () if probability => Shape::Fine,
            () if !self.fraction && !doc.name.starts_with("ratio") => Shape::Count,
            () if self.largest < 1.0 => Shape::Fine,
            () => Shape::Decimal,
        };
        Layout { shape, width: self.width.clamp(NARROWEST, WIDEST) }
    }
}

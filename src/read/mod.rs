//! Bytes to records: open, decompress, decode, split, with physical line numbers and every bad row named.
//!
//! [`tables`] lists the tables of a file, [`open`] looks at one from end to end (hash, encoding, delimiter, first records),
//! and [`Table::scan`] hands its records out in [`Batch`]es. Nothing is lost in silence: a row is a [`Record`], a
//! [`Fault`], or counted as skipped in [`Scanned`].

mod archive;
mod batch;
#[cfg(test)]
mod cases;
mod chunk;
mod encoding;
mod error;
mod fault;
mod grammar;
mod head;
#[cfg(test)]
mod laws;
mod parse;
mod resume;
mod scan;
mod split;
mod stream;
mod table;
mod text;
mod workbook;

pub use batch::{Batch, Columns, Record};
pub use encoding::Encoding;
pub use error::Error;
pub use fault::{Fault, FaultReason};
pub use head::HeadRecord;
pub use scan::{Scanned, Start};
pub use table::{Options, Table, TableRef, open, tables};

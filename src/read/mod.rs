//! Bytes to records: open, decompress, decode, split, with physical line numbers and every bad row named.
//!
//! [`tables`] lists the tables of a file, [`open`] looks at one (encoding, delimiter, first records), and [`Table::scan`]
//! hands its records out in [`Batch`]es and hashes the file on the way. Nothing is lost in silence: a row is a [`Record`], a
//! [`Fault`], or counted as skipped in [`Scanned`].
//!
//! There are two ways through a text. What is regular is cut by counting quotes and proved regular by whoever reads it; where
//! something is not, the text is split again quote by quote, and each bad row is named. Both give the same.

mod archive;
mod batch;
mod blocks;
#[cfg(test)]
mod cases;
mod chunk;
mod cutter;
mod encoding;
mod error;
mod fault;
mod fingerprint;
mod grammar;
mod head;
#[cfg(test)]
mod laws;
mod look;
mod marks;
mod parse;
#[cfg(test)]
mod passes;
mod pool;
mod regular;
mod resume;
mod scan;
mod split;
mod stream;
mod table;
mod text;
mod workbook;
mod workers;

pub use batch::{Batch, Columns, Record};
pub use encoding::Encoding;
pub use error::Error;
pub use fault::{Fault, FaultReason};
pub use fingerprint::Fingerprint;
pub use head::HeadRecord;
pub use look::Look;
pub use scan::{Scanned, Start};
pub use table::{Options, Table, TableRef, open, tables};

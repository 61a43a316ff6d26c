//! A report as a value: its document, datasets, charts and manifest. Formats only render it; none computes a number.

mod dataset;
mod document;
mod error;
mod label;
mod manifest;
mod sections;
mod table;
mod whole;
mod words;

pub use dataset::{ColumnDoc, Dataset, Place};
pub use document::{Align, Block, Card, ChartFile, Document, Head, Link, Section, Strength, Table, Target};
pub use error::Malformed;
pub use label::Label;
pub use manifest::{Covered, Input, Manifest, Output, SourceEntry};
pub use sections::{caveats, document, findings_json};
pub use table::{TABLES, TableKind, rejected};
pub use whole::Report;
pub use words::{ENGLISH, Words};

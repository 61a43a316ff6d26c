//! A report as a value: its document, datasets, charts and manifest. Formats only render it; none computes a number.

mod brand;
mod chart_table;
mod dataset;
mod document;
mod error;
mod label;
mod manifest;
mod sections;
mod table;
mod whole;

pub use brand::{Accent, Brand, Ground, Logo, PageTemplate, Rgb};
pub use chart_table::chart_table;
pub use dataset::{ColumnDoc, Dataset, Place};
pub use document::{
    Against, Align, Block, Card, ChartFile, Document, Head, Headline, KeyFigure, Lead, Link, Section, Spark, Strength,
    Table, Target,
};
pub use error::Malformed;
pub use label::Label;
pub use manifest::{Covered, Input, Manifest, Output, SourceEntry};
pub use sections::{Material, Split, SubjectPage, caveats, document, findings_json, subject_pages};
pub use table::{TABLES, TableKind, rejected};
pub use whole::Report;

//! What can be wrong with a table as a whole.

use thiserror::Error;

/// A table that cannot be read as incidents. Texts say what to do about it.
#[derive(Debug, Error)]
pub enum Error {
    #[error(
        "{file}: this is no incident file that the program knows; the nearest is '{nearest}' ({found} of its {of} columns are there). \
         Name the format with --source, or write a mapping with: incident-trends init {file}"
    )]
    Unrecognised { file: String, nearest: &'static str, found: usize, of: usize },
    #[error("{file}: as '{source_id}' it needs the column{} {}, which {} missing; the first line reads: {first_line}",
        if .columns.len() == 1 { "" } else { "s" }, .columns.join(", "), if .columns.len() == 1 { "is" } else { "are" })]
    MissingColumns { file: String, source_id: &'static str, columns: Vec<&'static str>, first_line: String },
    #[error(
        "{file}: its dates can be read in two ways: '{value}' (line {line}) is {first} as {first_format} and {second} as {second_format}. \
         Say which with --date-format '{first_format}' or --date-format '{second_format}'"
    )]
    AmbiguousDates {
        file: String,
        line: u64,
        value: String,
        first: String,
        first_format: String,
        second: String,
        second_format: String,
    },
    #[error(
        "{file}: no date format is known that reads its dates, such as '{value}' (line {line}); say how they are written with --date-format, for example --date-format '%d.%m.%Y'"
    )]
    UnreadableDates { file: String, line: u64, value: String },
    #[error("{file}, line {line}: {reason}")]
    BadTable { file: String, line: u64, reason: String },
    #[error("{file}: {reason}")]
    Mapping { file: String, reason: String },
    #[error(transparent)]
    Read(#[from] crate::read::Error),
}

//! What can be wrong with a table as a whole.

use thiserror::Error;

/// A table that cannot be read as incidents. Texts say what to do about it.
#[derive(Debug, Error)]
pub enum Error {
    #[error(
        "{file}: this is no incident file that the program knows{}. Name the format with --source, or write a mapping with: \
         incident-trends init {file}",
        if *.found == 0 { String::new() } else { format!("; the nearest is '{nearest}' ({found} of its {of} columns are there)") }
    )]
    Unrecognised { file: String, nearest: &'static str, found: usize, of: usize },
    #[error("{file}: as '{source_id}' it needs the column{} {}, which {} missing; the first line reads: {first_line}",
        if .columns.len() == 1 { "" } else { "s" }, .columns.join(", "), if .columns.len() == 1 { "is" } else { "are" })]
    MissingColumns { file: String, source_id: &'static str, columns: Vec<&'static str>, first_line: String },
    #[error(transparent)]
    AmbiguousDates(Box<Ambiguity>),
    #[error(
        "{file}: no date format is known that reads its dates, such as '{value}' (line {line}); say how they are written with --date-format, for example --date-format '%d.%m.%Y'"
    )]
    UnreadableDates { file: String, line: u64, value: String },
    #[error(
        "{file}: {rejected} of its {read} rows cannot be read (the first on line {line}: {reason}: '{value}'). \
         `incident-trends check` with the same flags lists them; --max-rejected accepts them"
    )]
    TooManyRejected { file: String, rejected: u64, read: u64, line: u64, reason: String, value: String },
    #[error("{file}, line {line}: {reason}")]
    BadTable { file: String, line: u64, reason: String },
    #[error("{file}, line {line}: {reason}")]
    SideTable { file: String, line: u64, reason: String },
    /// Something in a mapping that is not as it must be.
    #[error("{file}, line {line}: {reason}")]
    Mapping { file: String, line: u64, reason: String },
    #[error("{file}: the mapping cannot be read ({source}); check its path")]
    UnreadableMapping { file: String, source: std::io::Error },
    #[error(
        "{file}: to read it as 'custom' takes a mapping of its columns; write one with: incident-trends init {file}"
    )]
    NoMapping { file: String },
    /// Columns of the mapping that a table does not have; each quoted, with the nearest one that it has.
    #[error("{file}: the mapping {mapping} names the column{} {}, which the file does not have; its first line reads: {first_line}",
        if .columns.len() == 1 { "" } else { "s" }, .columns.join(", "))]
    UnmappedTable { file: String, mapping: String, columns: Vec<String>, first_line: String },
    #[error("{file}: two columns are called '{column}', so it is not known which is meant; rename one of them")]
    DoubleColumn { file: String, column: String },
    #[error(transparent)]
    Read(#[from] crate::read::Error),
}

impl Error {
    /// Whether the user's own tables or settings are at fault rather than the incidents.
    pub fn is_usage(&self) -> bool {
        match self {
            Error::SideTable { .. }
            | Error::Mapping { .. }
            | Error::UnreadableMapping { .. }
            | Error::NoMapping { .. } => true,
            Error::AmbiguousDates(_)
            | Error::Unrecognised { .. }
            | Error::MissingColumns { .. }
            | Error::UnreadableDates { .. }
            | Error::TooManyRejected { .. }
            | Error::BadTable { .. }
            | Error::UnmappedTable { .. }
            | Error::DoubleColumn { .. }
            | Error::Read(_) => false,
        }
    }
}

/// A file whose dates two formats read equally well, and differently.
#[derive(Debug, Error)]
#[error(
    "{file}: its dates can be read in two ways: '{value}' (line {line}) is {} as {} and {} as {}. \
     Say which with --date-format '{}' or --date-format '{}'",
    .first.0, .first.1, .second.0, .second.1, .first.1, .second.1
)]
pub struct Ambiguity {
    pub file: String,
    pub line: u64,
    pub value: String,
    /// The day that it would be, and the format that reads it so.
    pub first: (String, String),
    pub second: (String, String),
}

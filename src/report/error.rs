//! What can be wrong with a report as a value. Each is a fault of the program, found before anything is written.

use thiserror::Error;

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Malformed {
    #[error("'{text}' cannot name a file or an anchor: {reason}")]
    Label { text: String, reason: &'static str },
    #[error("table '{table}': row {row} has {cells} cells under {columns} columns")]
    RaggedRow { table: String, row: usize, cells: usize, columns: usize },
    #[error("dataset '{dataset}': its frame has the columns {frame:?}, documented are {documented:?}")]
    Undocumented { dataset: String, frame: Vec<String>, documented: Vec<String> },
    #[error("dataset '{dataset}': column '{column}' is neither text, number, truth value nor date but {kind}")]
    ColumnType { dataset: String, column: String, kind: String },
    #[error("two {what}s of the report are called '{id}'")]
    Twice { what: &'static str, id: String },
    #[error("the report points to the {what} '{id}', which it does not have")]
    Dangling { what: &'static str, id: String },
}

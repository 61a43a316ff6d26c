//! What can be wrong with what was typed.

use crate::registry::Unknown;
use std::path::PathBuf;
use thiserror::Error;

/// A setting that cannot be used. Every text says where it stands and what would do.
#[derive(Debug, Error)]
pub enum Error {
    #[error("--config {}: there is no such file; check the path", .path.display())]
    NoFile { path: PathBuf },
    #[error("{}: {reason}", .path.display())]
    BadFile { path: PathBuf, reason: String },
    #[error("{}, line {line}: {reason}", .path.display())]
    BadLine { path: PathBuf, line: usize, reason: String },
    #[error("--{setting} {value}: {reason}")]
    BadValue { setting: &'static str, value: String, reason: String },
    #[error("{setting} '{value}': {reason}")]
    BadFace { setting: &'static str, value: String, reason: String },
    #[error(transparent)]
    Unknown(#[from] Unknown),
    #[error(
        "no input: name incident files, globs or folders, or put {} into this folder with a line such as input = [\"data/incidents\"]",
        super::DEFAULT_FILE
    )]
    NoInput,
    #[error("{pattern}: {reason}")]
    Input { pattern: String, reason: String },
}

impl Error {
    /// Whether the input is at fault rather than the way it was asked for.
    pub fn is_input(&self) -> bool {
        match self {
            Error::Input { .. } => true,
            Error::NoFile { .. }
            | Error::BadFile { .. }
            | Error::BadLine { .. }
            | Error::BadValue { .. }
            | Error::BadFace { .. }
            | Error::Unknown(_)
            | Error::NoInput => false,
        }
    }
}

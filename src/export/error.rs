//! What can go wrong between a report and a published folder. Nothing is published when one of these is returned.

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum Error {
    #[error("another run holds '{}'; wait for it to end, or write elsewhere with --out", .out.display())]
    Locked { out: PathBuf },
    #[error("'{}' is in the way: {is}, which this program did not make and will not remove; move it, or write elsewhere with --out", .path.display())]
    InTheWay { path: PathBuf, is: &'static str },
    #[error("'{}' lies on a file system without symbolic links, which the report's `latest` needs; write elsewhere with --out", .out.display())]
    NoLinks { out: PathBuf },
    #[error("cannot {doing} '{}'{}", .path.display(), advice(.source))]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
    #[error("'{path}' cannot be a file of the report: {reason}")]
    Path { path: String, reason: &'static str },
    #[error("'{dataset}' cannot be written as {format}: {reason}")]
    Encode { dataset: String, format: &'static str, reason: String },
    #[error("the page cannot be rendered: {reason}")]
    Page { reason: String },
    /// `line` is empty, or begins with a comma.
    #[error("{}{line}: {reason}", .path.display())]
    Template { path: PathBuf, line: String, reason: String },
    #[error("the PDF cannot be written: {reason}")]
    Pdf { reason: String },
}

impl Error {
    /// For `map_err`: what was being done to which path.
    pub(super) fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Error {
        let path = path.into();
        move |source| Error::Io { doing, path, source }
    }
}

/// What to do about the common ones; the cause itself is the error's source.
fn advice(source: &io::Error) -> &'static str {
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ": no space left; free some, or write elsewhere with --out"
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            ": it may not be written; change its permissions, or write elsewhere with --out"
        }
        _ => "",
    }
}

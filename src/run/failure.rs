//! Failures: which exit code, and how they are printed.

use super::{LOCKED, NOT_FINISHED, REFUSED, USAGE};
use crate::config::LogFormat;
use crate::registry::Unknown;
use crate::{analysis, config, export, geography, read, source};
use std::io::{ErrorKind, Write};

/// Where the fault lies, by the room that found it.
pub(super) fn code(error: &anyhow::Error) -> u8 {
    for cause in error.chain() {
        if let Some(error) = cause.downcast_ref::<config::Error>() {
            return if error.is_input() { REFUSED } else { USAGE };
        }
        if let Some(error) = cause.downcast_ref::<source::Error>() {
            return if error.is_usage() { USAGE } else { REFUSED };
        }
        if let Some(error) = cause.downcast_ref::<geography::Error>() {
            return if error.is_usage() { USAGE } else { REFUSED };
        }
        if cause.is::<read::Error>() || cause.is::<analysis::Error>() {
            return REFUSED;
        }
        if cause.is::<Unknown>() || cause.is::<Misuse>() {
            return USAGE;
        }
        if let Some(error) = cause.downcast_ref::<export::Error>() {
            return match error {
                export::Error::Locked { .. } => LOCKED,
                export::Error::Template { .. } => USAGE,
                export::Error::InTheWay { .. }
                | export::Error::NoLinks { .. }
                | export::Error::Io { .. }
                | export::Error::Path { .. }
                | export::Error::Encode { .. }
                | export::Error::Page { .. }
                | export::Error::Pdf { .. } => NOT_FINISHED,
            };
        }
    }
    NOT_FINISHED
}

/// A way of asking that cannot be answered.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Misuse(pub String);

pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|c| c.downcast_ref::<std::io::Error>()).any(|e| e.kind() == ErrorKind::BrokenPipe)
}

/// The error and what it came from, each said once.
pub(super) fn print(error: &anyhow::Error, format: LogFormat) {
    let mut text = String::new();
    for cause in error.chain().map(ToString::to_string) {
        if text.contains(&cause) {
            continue;
        }
        if !text.is_empty() {
            text.push_str(": ");
        }
        text.push_str(&cause);
    }
    let line = match format {
        LogFormat::Text => format!("error: {text}"),
        LogFormat::Json => {
            serde_json::json!({ "level": "error", "event": "error", "exit_code": code(error), "text": text })
                .to_string()
        }
    };
    // Standard error may be gone; then there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{line}");
}

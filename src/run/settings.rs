//! The settings of a run: the flags over the configuration file, which may be read more than once.

use super::log::Log;
use crate::cli::Flags;
use crate::config::{DEFAULT_FILE, Request};
use anyhow::Result;
use std::path::{Path, PathBuf};

pub(super) struct Settings {
    /// The configuration file that was named.
    pub named: Option<PathBuf>,
    pub typed: Request,
}

impl Settings {
    pub(super) fn of(flags: Flags) -> (Settings, Log) {
        let (named, typed) = flags.request();
        let log = Log::new(typed.verbosity, typed.log_format);
        (Settings { named, typed }, log)
    }

    /// The flags over the configuration file: the one named, or the one in this folder where no input is typed.
    pub(super) fn request(&self) -> Result<Request> {
        let typed = self.typed.clone();
        Ok(match self.file() {
            Some(file) => typed.or(Request::read(file)?),
            None => typed,
        })
    }

    pub(super) fn file(&self) -> Option<&Path> {
        match &self.named {
            Some(path) => Some(path.as_path()),
            None => Some(Path::new(DEFAULT_FILE)).filter(|default| self.typed.input.is_empty() && default.exists()),
        }
    }
}

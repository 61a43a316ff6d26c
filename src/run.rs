//! The run: the only room that knows the order of rooms, and what each verb prints.

mod check;
mod draw;
mod earlier;
mod failure;
mod filters;
mod folder;
mod gather;
mod list;
mod log;
mod one_table;

use crate::cli::{Cli, Flags, Verb};
use crate::config::{Config, DEFAULT_FILE, Request};
use anyhow::{Context, Result};
use failure::{Misuse, code};
use folder::Found;
use log::Log;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Exit codes. DESIGN, section 4.
pub const DONE: u8 = 0;
pub const NOT_FINISHED: u8 = 1;
pub const USAGE: u8 = 2;
pub const REFUSED: u8 = 3;
pub const LOCKED: u8 = 4;
pub const ALERTS: u8 = 10;

/// Runs one verb; prints what went wrong; returns the exit code.
pub fn run(cli: Cli) -> u8 {
    let format = cli.verb.log_format();
    match verb(cli.verb) {
        Ok(code) => code,
        Err(error) if failure::is_broken_pipe(&error) => DONE,
        Err(error) => {
            failure::print(&error, format);
            code(&error)
        }
    }
}

fn verb(verb: Verb) -> Result<u8> {
    match verb {
        Verb::Report { exit_on_alert, flags } => {
            let (request, log) = layered(flags)?;
            let found = folder::report(&request, &log)?;
            return Ok(if exit_on_alert && found == Found::Alerts { ALERTS } else { DONE });
        }
        Verb::Chart { kind, of, output, flags } => {
            let (request, log) = layered(flags)?;
            draw::chart(&kind, of.as_deref(), output.as_deref(), &Config::decide(&request)?, &log)?
        }
        Verb::Table { kind, output, format, flags } => {
            let (request, log) = layered(flags)?;
            one_table::table(&kind, output.as_deref(), format, &Config::decide(&request)?, &log)?
        }
        Verb::Check { flags } => {
            let (request, log) = layered(flags)?;
            check::check(&Config::decide(&request)?, &log)?
        }
        Verb::Init { file, output } => check::init(&file, output.as_deref())?,
        Verb::List { noun } => to_stdout(list::list(noun).as_bytes())?,
        Verb::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(
                shell,
                &mut <Cli as clap::CommandFactory>::command(),
                "incident-trends",
                &mut script,
            );
            to_stdout(&script)?
        }
    }
    Ok(DONE)
}

/// The flags over the configuration file: the one named, or the one in this folder where no input is typed.
fn layered(flags: Flags) -> Result<(Request, Log)> {
    let (named, typed) = flags.request();
    let log = Log::new(typed.verbosity, typed.log_format);
    let file = match &named {
        Some(path) => Some(path.as_path()),
        None => Some(Path::new(DEFAULT_FILE)).filter(|default| typed.input.is_empty() && default.exists()),
    };
    let Some(file) = file else { return Ok((typed, log)) };
    log.detail("config", &format!("settings from {}", file.display()));
    let lower = Request::read(file)?;
    Ok((typed.or(lower), log))
}

/// Writes to standard output; a reader that went away is no failure.
fn to_stdout(bytes: &[u8]) -> Result<()> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.context("standard output cannot be written"),
    }
}

/// Fails before the work where the file's folder is missing.
fn has_folder(file: Option<&Path>) -> Result<()> {
    match file.and_then(Path::parent) {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(Misuse(format!("there is no folder '{}' to write into; make it first", folder.display())).into())
        }
        Some(_) | None => Ok(()),
    }
}

/// Writes a file beside its place and moves it there, so that no half file is ever seen.
fn to_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().with_context(|| format!("{}: not a file name", path.display()))?);
    name.push(format!(".{}", std::process::id()));
    let beside = folder.join(name);
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // Best effort: what failed to be written is not worth a second error.
        let _ = std::fs::remove_file(&beside);
    }
    written.with_context(|| format!("{} cannot be written", path.display()))
}

//! The run: the only room that knows the order of rooms, and what each verb prints.

mod check;
mod declared;
mod draw;
mod earlier;
mod failure;
mod files;
mod filters;
mod folder;
mod gather;
mod kept;
mod kept_charts;
mod list;
mod log;
mod one_table;
mod pair;
mod settings;
mod subject;
mod tables_kept;
mod terminal;
mod watch;

use crate::cli::{Cli, Flags, Verb};
use crate::config::{Config, Request};
use anyhow::{Context, Result};
use draw::Drawing;
use failure::{Misuse, code};
use folder::Found;
use log::Log;
use one_table::Listing;
use settings::Settings;
use std::io::{BufWriter, ErrorKind, Write};
use std::num::NonZeroUsize;
use std::path::Path;
use terminal::Outlet;
use watch::Watched;

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
        Verb::Report { watch: true, flags, .. } => {
            let (settings, log) = Settings::of(flags);
            watch::watch(&settings, &log, |request| folder::report(request, &log).map(|_| ()))?
        }
        Verb::Report { exit_on_alert, watch: false, flags } => {
            let (request, log) = layered(flags)?;
            let found = folder::report(&request, &log)?;
            return Ok(if exit_on_alert && found == Found::Alerts { ALERTS } else { DONE });
        }
        Verb::Chart { kind, of, output, format, watch, flags } => {
            let drawing = Drawing::of(&kind, of, output, format)?;
            once_or_watching(Watched::of(watch), flags, |config, log, before| drawing.draw(config, log, before))?
        }
        Verb::Table { kind, output, format, watch, flags } => {
            let listing = Listing::of(&kind, output, format)?;
            once_or_watching(Watched::of(watch), flags, |config, log, before| listing.write(config, log, before))?
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

/// The settings, and the log that says where they come from.
fn layered(flags: Flags) -> Result<(Request, Log)> {
    let (settings, log) = Settings::of(flags);
    if let Some(file) = settings.file() {
        log.detail("config", &format!("settings from {}", file.display()));
    }
    Ok((settings.request()?, log))
}

/// Does the work once, or again after every change. What is drawn again on a terminal takes the place of what was there.
fn once_or_watching(watched: Watched, flags: Flags, work: impl Fn(&Config, &Log, &str) -> Result<()>) -> Result<()> {
    match watched {
        Watched::No => {
            let (request, log) = layered(flags)?;
            work(&Config::decide(&request)?, &log, "")
        }
        Watched::Yes => {
            let (settings, log) = Settings::of(flags);
            let clear = Outlet::of_run().clear();
            watch::watch(&settings, &log, |request| work(&Config::decide(request)?, &log, clear))
        }
    }
}

/// Does work whose parts run side by side, on so many threads. They end with it: nothing else starts any.
fn on_threads<T: Send>(threads: NonZeroUsize, work: impl FnOnce() -> T + Send) -> Result<T> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build();
    Ok(pool.context("the threads to work on cannot be started")?.install(work))
}

/// Writes to standard output; a reader that went away is no failure.
fn to_stdout(bytes: &[u8]) -> Result<()> {
    stream_to_stdout(|out| out.write_all(bytes))
}

/// As [`to_stdout`], of bytes that are never whole in memory.
fn stream_to_stdout(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<()> {
    let mut stdout = BufWriter::new(std::io::stdout().lock());
    match write(&mut stdout).and_then(|()| stdout.flush()) {
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
    stream_to_file(path, |out| out.write_all(bytes))
}

/// As [`to_file`], of bytes that are never whole in memory.
fn stream_to_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().with_context(|| format!("{}: not a file name", path.display()))?);
    name.push(format!(".{}", std::process::id()));
    let beside = folder.join(name);
    let all = |file: std::fs::File| {
        let mut file = BufWriter::new(file);
        write(&mut file)?;
        file.flush()
    };
    let written = std::fs::File::create(&beside).and_then(all).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // Best effort: what failed to be written is not worth a second error.
        let _ = std::fs::remove_file(&beside);
    }
    written.with_context(|| format!("{} cannot be written", path.display()))
}

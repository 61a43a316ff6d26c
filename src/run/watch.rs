//! `--watch`: does the work again whenever an input, a table beside it or the configuration changes.
//!
//! The system tells when something moves in the folders of these files; what counts is whether a file there is another than
//! before. So an editor that replaces a file by a new one is seen, several changes at once are one, and a folder from which the
//! system tells nothing (a network share) is looked at now and then.

use super::failure;
use super::log::Log;
use super::settings::Settings;
use crate::config::{DEFAULT_FILE, Request, inputs};
use anyhow::{Context, Result};
use notify_debouncer_mini::new_debouncer;
use notify_debouncer_mini::notify::RecursiveMode;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, SystemTime};

/// Changes within this time are one.
const SETTLE: Duration = Duration::from_millis(150);
/// How often files are looked at where the system tells of no change.
const LOOK: Duration = Duration::from_secs(2);

/// Whether the work is done again after changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Watched {
    No,
    Yes,
}

impl Watched {
    pub(super) fn of(flag: bool) -> Watched {
        if flag { Watched::Yes } else { Watched::No }
    }
}

/// What tells one state of a file from another; `None` while there is no such file.
type State = Option<(u64, Option<SystemTime>, u64)>;

/// Does the work, and again after every change, until the user ends it. What goes wrong is printed, and watching goes on: the
/// next change may mend it.
pub(super) fn watch(settings: &Settings, log: &Log, mut work: impl FnMut(&Request) -> Result<()>) -> Result<()> {
    let (tell, told) = mpsc::channel();
    let mut watcher = new_debouncer(SETTLE, tell).context("changes cannot be watched")?;
    let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
    let mut last = settings.request().unwrap_or_else(|_| settings.typed.clone());
    let mut is_first = true;
    loop {
        // Before the work: what changes while it is done is done again.
        let seen = states(settings, &last);
        let done = settings.request().and_then(|request| {
            last = request;
            work(&last)
        });
        match done {
            Ok(()) => {}
            Err(error) if failure::is_broken_pipe(&error) => return Ok(()),
            Err(error) => failure::print(&error, last.log_format),
        }
        let seen = if states(settings, &last).keys().eq(seen.keys()) { seen } else { states(settings, &last) };
        for folder in seen.keys().filter_map(|file| folder(file)) {
            if !folders.contains(&folder) && watcher.watcher().watch(&folder, RecursiveMode::NonRecursive).is_ok() {
                folders.insert(folder);
            }
        }
        if is_first {
            log.info(
                "watching",
                &format!(
                    "watching {} for changes; Ctrl-C ends it",
                    crate::text::plural(seen.len() as f64, "file", "files")
                ),
            );
            is_first = false;
        }
        let changed = changed(settings, &last, &seen, &told);
        log.detail("changed", &format!("{} changed", changed.display()));
    }
}

/// Waits until something is another than it was, and has come to rest; returns the first file that is.
fn changed<E>(
    settings: &Settings,
    request: &Request,
    seen: &BTreeMap<PathBuf, State>,
    told: &mpsc::Receiver<E>,
) -> PathBuf {
    loop {
        // An error of the watcher is no reason to stop looking.
        if matches!(told.recv_timeout(LOOK), Err(mpsc::RecvTimeoutError::Disconnected)) {
            std::thread::sleep(LOOK);
        }
        let mut now = states(settings, request);
        if now == *seen {
            continue;
        }
        loop {
            std::thread::sleep(SETTLE);
            let next = states(settings, request);
            if next == now {
                break;
            }
            now = next;
        }
        while told.try_recv().is_ok() {}
        let other = |(file, state): &(&PathBuf, &State)| seen.get(*file) != Some(*state);
        let gone = || seen.keys().find(|file| !now.contains_key(*file));
        if let Some(file) = now.iter().find(other).map(|(file, _)| file).or_else(gone) {
            return file.clone();
        }
    }
}

/// The files that the work depends on, and how they are now.
fn states(settings: &Settings, request: &Request) -> BTreeMap<PathBuf, State> {
    let mut files: BTreeSet<PathBuf> = settings.named.iter().cloned().collect();
    if settings.named.is_none() && settings.typed.input.is_empty() {
        files.insert(PathBuf::from(DEFAULT_FILE));
    }
    // Where the patterns name nothing right now, their own paths are watched.
    match inputs(&request.input) {
        Ok(found) => files.extend(found),
        Err(_) => files.extend(request.input.iter().map(PathBuf::from)),
    }
    let beside =
        [&request.mapping, &request.groups_table, &request.regions_table, &request.context, &request.population];
    files.extend(beside.into_iter().flatten().cloned());
    files.into_iter().map(|file| (file.clone(), state(&file))).collect()
}

fn state(file: &Path) -> State {
    let facts = std::fs::metadata(file).ok()?;
    Some((facts.len(), facts.modified().ok(), number(&facts)))
}

/// A replaced file may have the old one's size and time.
#[cfg(unix)]
fn number(facts: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(facts)
}

#[cfg(not(unix))]
fn number(_: &std::fs::Metadata) -> u64 {
    0
}

fn folder(file: &Path) -> Option<PathBuf> {
    let folder = file.parent()?;
    Some(if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() })
}

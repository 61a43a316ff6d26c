//! What a result depends on: the files, how they looked before the run read them, and whether they are still the same after it.

use crate::config::Config;
use crate::store::{Known, Sighting, Store, hash_file};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const MAPPING: &str = "mapping";
const GROUPS: &str = "groups-table";
const REGIONS: &str = "regions-table";

/// One of them.
pub(super) struct File {
    pub path: PathBuf,
    pub role: Role,
    /// How it looked before anything was read.
    pub seen: Sighting,
    /// The hash of its bytes, where that was known or is cheap.
    pub hash: Option<String>,
    /// Whether the store has it so.
    pub is_noted: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Reading it hashes it.
    Input,
    /// A table beside the inputs, by its setting.
    Beside(&'static str),
}

impl File {
    /// The hash that its bytes had when they were read; `None` if it may be another file by now.
    pub(super) fn as_read(&self, hash: &str) -> Option<String> {
        let was_known = self.hash.as_ref().is_none_or(|known| *known == hash);
        // What was written a moment ago may be written again without looking different.
        let is_still = || self.seen.is_settled() || hash_file(&self.path).is_ok_and(|now| now == hash);
        (was_known && is_still() && self.seen.holds(&self.path)).then(|| hash.to_owned())
    }
}

impl Role {
    pub(super) fn id(self) -> &'static str {
        match self {
            Role::Input => "input",
            Role::Beside(setting) => setting,
        }
    }

    /// Whether rows are read by what it says.
    pub(super) fn decides_reading(self) -> bool {
        matches!(self, Role::Beside(MAPPING | GROUPS | REGIONS))
    }
}

/// The files that the run will read, as they look now.
///
/// # Errors
/// With the reason, if one is no regular file: what comes out of a pipe is not there to be asked for again.
pub(super) fn seen(config: &Config, store: &Store) -> Result<Vec<File>, String> {
    let reading = &config.reading;
    let beside = [
        (MAPPING, &reading.mapping),
        (GROUPS, &reading.groups_table),
        (REGIONS, &reading.regions_table),
        ("context", &reading.context),
        ("population", &reading.population),
        ("boundaries", &reading.boundaries),
    ];
    let beside = beside.into_iter().filter_map(|(setting, path)| Some((Role::Beside(setting), path.as_ref()?)));
    let inputs = config.inputs.iter().map(|path| (Role::Input, path));
    let watch = |(role, path): (Role, &PathBuf)| {
        let seen = Sighting::of(path).ok_or_else(|| format!("{} is no regular file", path.display()))?;
        let (hash, is_noted) = match (store.known(path, &seen), role) {
            (Known::AsSeen(hash), _) => (Some(hash), true),
            (Known::Hashed(hash), _) => (Some(hash), seen.is_settled()),
            (Known::New, Role::Input) => (None, false),
            (Known::New, Role::Beside(_)) => (hash_file(path).ok(), false),
        };
        Ok(File { path: path.clone(), role, seen, hash, is_noted })
    };
    inputs.chain(beside).map(watch).collect()
}

/// The hashes of the files as the run read them; `None` if one of them may be another by now. `read` has the hash of each table's file.
pub(super) fn as_read(files: &[File], read: &BTreeMap<String, String>) -> Option<Vec<String>> {
    let of_input = |path: &Path| {
        // The tables of a zip have its name before theirs, and its hash.
        let name = path.display().to_string();
        let inside = format!("{name}/");
        let mut hashes = read.iter().filter(|(table, _)| **table == name || table.starts_with(&inside));
        let (_, first) = hashes.next()?;
        hashes.all(|(_, hash)| hash == first).then(|| first.clone())
    };
    let as_read = |file: &File| {
        let hash = match file.role {
            Role::Input => of_input(&file.path)?,
            Role::Beside(_) => file.hash.clone()?,
        };
        file.as_read(&hash)
    };
    files.iter().map(as_read).collect()
}

/// The program as it was built: while it is worked on, two builds of one version may answer differently.
pub(super) fn program() -> Result<String, String> {
    let unknown = |error: std::io::Error| format!("this program's own file cannot be looked at: {error}");
    let facts = std::env::current_exe().and_then(std::fs::metadata).map_err(unknown)?;
    let built = facts.modified().map_err(unknown)?;
    Ok(format!("{} {} {built:?}", env!("CARGO_PKG_VERSION"), facts.len()))
}

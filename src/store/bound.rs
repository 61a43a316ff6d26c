//! The bound: what was used longest ago is removed until the rest fits.

use super::{Shelf, Store, UNFINISHED};
use std::fs::{self, DirEntry};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// A file that is still being written after this time is nobody's: no entry takes as long.
const ABANDONED: Duration = Duration::from_secs(60 * 60);
/// What is left after something had to go, as a share: not every run should have to make room.
const LEFT: f64 = 0.9;

impl Store {
    /// Removes what is too much, and what runs that died left half written. Only files that look like the store's own are touched:
    /// the folder may be one that holds other things. What cannot be removed stays; other processes may have removed it already.
    pub fn bound(&self) {
        let now = SystemTime::now();
        for file in entries(self.root.clone()).filter(|file| name(file).starts_with(UNFINISHED)) {
            let age =
                file.metadata().and_then(|facts| facts.modified()).ok().and_then(|at| now.duration_since(at).ok());
            if age.is_some_and(|age| age > ABANDONED) {
                let _ = fs::remove_file(file.path());
            }
        }
        let mut files: Vec<(SystemTime, PathBuf, u64)> = Vec::new();
        for file in Shelf::ALL.into_iter().flat_map(|shelf| entries(self.root.join(shelf.folder()))) {
            if is_key(&name(&file))
                && let Ok(facts) = file.metadata()
                && facts.is_file()
            {
                files.push((facts.modified().unwrap_or(SystemTime::UNIX_EPOCH), file.path(), facts.len()));
            }
        }
        let mut total: u64 = files.iter().map(|(_, _, bytes)| bytes).sum();
        if total <= self.most {
            return;
        }
        let left = (self.most as f64 * LEFT) as u64;
        files.sort();
        for (_, path, bytes) in files {
            if total <= left {
                break;
            }
            if fs::remove_file(path).is_ok() {
                self.counts().removed += 1;
            }
            total -= bytes;
        }
    }
}

fn entries(folder: PathBuf) -> impl Iterator<Item = DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

fn name(file: &DirEntry) -> String {
    file.file_name().to_string_lossy().into_owned()
}

/// Whether a name is that of an entry, or of the Parquet file beside one: a hash in hexadecimal.
fn is_key(name: &str) -> bool {
    let name = name.strip_suffix(super::incidents::ENDING).unwrap_or(name);
    name.len() == 2 * blake3::OUT_LEN && name.bytes().all(|b| b.is_ascii_hexdigit())
}

//! Which file is which: how a file looks, and the hash that its bytes had when it looked so.

use super::{Found, Key, Question, Shelf, Store, Trust};
use serde::{Deserialize, Serialize};
use std::fs::{File, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A file that was changed less than this before it was looked at may change again without looking different: FAT tells times
/// to two seconds, other file systems and the clocks that they ask to some milliseconds.
const SETTLED: Duration = Duration::from_secs(2);

/// How a regular file looks. Pipes, devices and what is not there have no looks: what comes out of them is never the same for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Looks {
    bytes: u64,
    /// Nanoseconds since 1970.
    modified: i64,
    /// When its inode last changed: no program can set that back. Not known everywhere.
    changed: i64,
    inode: u64,
    device: u64,
}

/// How a file looked at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sighting {
    looks: Looks,
    /// Nanoseconds since 1970.
    at: i64,
}

/// What the store says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// It was not seen before, or is of another size now.
    New,
    /// The BLAKE3 of its bytes, in hexadecimal, as of the last time that it looked as it does now.
    AsSeen(String),
    /// The same, hashed just now.
    Hashed(String),
}

/// What is kept of a file.
#[derive(Serialize, Deserialize)]
struct Note {
    seen: Sighting,
    blake3: String,
}

impl Sighting {
    /// `None` if it is no regular file.
    pub fn of(path: &Path) -> Option<Sighting> {
        let at = nanoseconds(SystemTime::now())?;
        let facts = std::fs::metadata(path).ok().filter(Metadata::is_file)?;
        Some(Sighting { looks: Looks::of(&facts)?, at })
    }

    /// Whether the file has been left alone for long enough that a change since would show.
    pub fn is_settled(&self) -> bool {
        let last = self.looks.modified.max(self.looks.changed);
        let settled = i64::try_from(SETTLED.as_nanos()).expect("two seconds are few nanoseconds");
        self.at.checked_sub(last).is_some_and(|age| age >= settled)
    }

    /// Whether the file still looks the same.
    pub fn holds(&self, path: &Path) -> bool {
        Sighting::of(path).is_some_and(|now| now.looks == self.looks)
    }
}

#[cfg(test)]
impl Sighting {
    /// The same looks, seen later by so many nanoseconds.
    pub(super) fn later(self, by: i64) -> Sighting {
        Sighting { at: self.at + by, ..self }
    }
}

impl Looks {
    #[cfg(unix)]
    fn of(facts: &Metadata) -> Option<Looks> {
        use std::os::unix::fs::MetadataExt;
        let nanoseconds = |seconds: i64, rest: i64| seconds.checked_mul(1_000_000_000)?.checked_add(rest);
        Some(Looks {
            bytes: facts.len(),
            modified: nanoseconds(facts.mtime(), facts.mtime_nsec())?,
            changed: nanoseconds(facts.ctime(), facts.ctime_nsec())?,
            inode: facts.ino(),
            device: facts.dev(),
        })
    }

    #[cfg(not(unix))]
    fn of(facts: &Metadata) -> Option<Looks> {
        let modified = nanoseconds(facts.modified().ok()?)?;
        Some(Looks { bytes: facts.len(), modified, changed: modified, inode: 0, device: 0 })
    }
}

/// Nanoseconds since 1970; `None` before, and after the year 2262.
pub(super) fn nanoseconds(time: SystemTime) -> Option<i64> {
    i64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_nanos()).ok()
}

/// The BLAKE3 of a file's bytes, in hexadecimal.
pub fn hash_file(path: &Path) -> io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(hasher.finalize().to_hex().to_string())
}

impl Store {
    /// The hash of a file that was seen before: by its looks, or, where those are not to be trusted, by its bytes. A file that
    /// cannot be the one that was seen is not read.
    pub fn known(&self, path: &Path, now: &Sighting) -> Known {
        let Some(key) = key_of(path) else { return Known::New };
        let Found::Entry(bytes) = self.find(Shelf::Files, &key) else { return Known::New };
        let Ok(note) = serde_json::from_slice::<Note>(&bytes) else { return Known::New };
        if self.trust == Trust::Facts && note.seen.looks == now.looks && note.seen.is_settled() {
            self.counts().recognised += 1;
            return Known::AsSeen(note.blake3);
        }
        if note.seen.looks.bytes != now.looks.bytes {
            return Known::New;
        }
        match hash_file(path) {
            Ok(blake3) if now.holds(path) => {
                self.counts().hashed += 1;
                if now.is_settled() {
                    // Best effort: without it the file is hashed again the next time.
                    let _ = self.note(path, *now, &blake3);
                }
                Known::Hashed(blake3)
            }
            Ok(_) | Err(_) => Known::New,
        }
    }

    /// Keeps the hash that a file's bytes had while it looked so.
    ///
    /// # Errors
    /// As [`Store::keep`].
    pub fn note(&self, path: &Path, seen: Sighting, blake3: &str) -> io::Result<()> {
        let Some(key) = key_of(path) else { return Ok(()) };
        let note = Note { seen, blake3: blake3.to_owned() };
        self.keep(Shelf::Files, &key, &serde_json::to_vec(&note).expect("plain values"))
    }
}

/// By its absolute path, links not followed: what a link points to shows in the looks.
fn key_of(path: &Path) -> Option<Key> {
    let path = std::path::absolute(path).ok()?;
    Some(Question::of("file").and(path.as_os_str().as_encoded_bytes()).key())
}

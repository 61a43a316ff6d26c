//! The store: what earlier runs worked out, kept under a cache folder.
//!
//! Nothing in it is needed, and nothing in it is believed. An entry is found by a [`Key`], which is the hash of everything that
//! the answer depends on, and begins with the hash of its own bytes; one that does not fit is removed and made again. Entries
//! appear whole, by a rename, and are never changed: so processes may share the folder, and anyone may delete it at any time.

mod bound;
mod entry;
mod incidents;
mod key;
mod place;
mod sighting;
mod tally;

pub use key::{Key, Question};
pub use place::platform_folder;
pub use sighting::{Known, Sighting, hash_file};
pub use tally::Tally;

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

/// How the store is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `None`: the platform's folder for caches.
    pub folder: Option<PathBuf>,
    /// In bytes; what was used longest ago goes first.
    pub most: u64,
    pub trust: Trust,
}

impl Settings {
    /// Room for some hundred reports, small beside the disk of any machine that holds files of millions of rows.
    pub const MOST: u64 = 2_000_000_000;
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { folder: None, most: Settings::MOST, trust: Trust::Facts }
    }
}

/// What is believed of a file that was hashed before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trust {
    /// That it is the same if its size, times, inode and device are.
    #[default]
    Facts,
    /// Nothing: its bytes are hashed again.
    Bytes,
}

/// What an entry holds, by the folder that it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// How files looked when they were hashed.
    Files,
    /// What a verb printed or wrote.
    Results,
    /// Tables as they were read.
    Incidents,
}

impl Shelf {
    const ALL: [Shelf; 3] = [Shelf::Files, Shelf::Results, Shelf::Incidents];

    fn folder(self) -> &'static str {
        match self {
            Shelf::Files => "files",
            Shelf::Results => "results",
            Shelf::Incidents => "incidents",
        }
    }
}

/// What a look at a shelf found.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// It was there and is not what was written; it is removed.
    Damaged,
    Entry(Vec<u8>),
}

/// A cache folder. It is made when something is first kept.
#[derive(Debug)]
pub struct Store {
    root: PathBuf,
    most: u64,
    trust: Trust,
    tally: Mutex<Tally>,
}

/// Written into the folder, so that programs that make backups know what it is: <https://bford.info/cachedir/>.
const TAG: (&str, &[u8]) = (
    "CACHEDIR.TAG",
    b"Signature: 8a477f597d28d172789f06886806bc55\n# A cache of incident-trends. It may be deleted at any time.\n",
);

impl Store {
    /// # Errors
    /// With the reason, if no folder is named and the platform has none.
    pub fn open(settings: &Settings) -> Result<Store, &'static str> {
        let root = settings.folder.clone().or_else(|| platform_folder(|name| std::env::var_os(name)));
        let root = root.ok_or("no folder for caches is known: neither XDG_CACHE_HOME nor HOME is set")?;
        Ok(Store { root, most: settings.most, trust: settings.trust, tally: Mutex::default() })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What was found, kept and removed so far.
    pub fn tally(&self) -> Tally {
        *self.counts()
    }

    /// Counts a result that was there and fits.
    pub fn answered(&self) {
        self.counts().answered += 1;
    }

    fn counts(&self) -> std::sync::MutexGuard<'_, Tally> {
        self.tally.lock().expect("nobody panics while counting")
    }

    /// The entry of that key, checked; it counts as used now.
    pub fn find(&self, shelf: Shelf, key: &Key) -> Found {
        let path = self.path(shelf, key);
        let Ok(sealed) = fs::read(&path) else { return Found::Nothing };
        match entry::opened(key, sealed) {
            Some(bytes) => {
                self.use_now(&path);
                Found::Entry(bytes)
            }
            None => {
                self.counts().damaged += 1;
                // What resists is written over or found damaged again.
                let _ = fs::remove_file(&path);
                Found::Damaged
            }
        }
    }

    /// Marks a file as used. Best effort: where that cannot be, it goes sooner.
    fn use_now(&self, path: &Path) {
        let _ = fs::File::options().append(true).open(path).and_then(|f| f.set_modified(SystemTime::now()));
    }

    /// Keeps an entry; one that is larger than the whole store may be is not.
    ///
    /// # Errors
    /// If the folder cannot be made or written: the run goes on without.
    pub fn keep(&self, shelf: Shelf, key: &Key, bytes: &[u8]) -> io::Result<()> {
        let sealed = entry::sealed(key, bytes);
        if sealed.len() as u64 > self.most {
            return Ok(());
        }
        let place = self.path(shelf, key);
        let write = || write_beside(&self.root, &place, &sealed);
        match write() {
            Err(error) if error.kind() == ErrorKind::NotFound => self.make().and_then(|()| write()),
            written => written,
        }?;
        let mut counts = self.counts();
        counts.kept += 1;
        counts.kept_bytes += sealed.len() as u64;
        Ok(())
    }

    fn path(&self, shelf: Shelf, key: &Key) -> PathBuf {
        self.root.join(shelf.folder()).join(key.to_string())
    }

    /// Makes the folder with its shelves. What it holds is worked out of files that may not be everyone's to read.
    fn make(&self) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.root)?;
        for shelf in Shelf::ALL {
            // Its mode is that of the folder's owner: who made the folder for several users wants them all to write.
            fs::DirBuilder::new().recursive(true).create(self.root.join(shelf.folder()))?;
        }
        let tag = self.root.join(TAG.0);
        if !tag.exists() {
            write_beside(&self.root, &tag, TAG.1)?;
        }
        Ok(())
    }
}

/// How the names of files begin that are being written.
const UNFINISHED: &str = ".new-";

/// Writes a file under a name of its own in the store and moves it to its place. It is not written through to the disk: after a
/// crash the hash in it tells, and it is made again.
fn write_beside(root: &Path, place: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(0);
    // Machines that share a folder may have processes of one number at work.
    let moment = sighting::nanoseconds(SystemTime::now()).unwrap_or_default();
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let beside = root.join(format!("{UNFINISHED}{}-{next}-{moment}", std::process::id()));
    let mut file = fs::File::create_new(&beside)?;
    let written = file.write_all(bytes).and_then(|()| fs::rename(&beside, place));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    written
}

#[cfg(test)]
mod tests;

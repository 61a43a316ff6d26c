//! A report folder while it is being written: staged beside its place, under a lock, and gone if it is not published.

use super::error::Error;
use crate::report::Output;
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Under the output folder: staging, published folders, the lock. Its name begins with a dot so that readers meet only links.
pub(super) const STORE: &str = ".store";

/// Under the store; held while a run writes. The system lets go of it when the run ends, however it ends.
const LOCK: &str = "lock";

/// How long a run waits for the lock. A program that was just started by another keeps what that one had locked until it is
/// itself: a few milliseconds, in which nobody is at work in the folder.
const PATIENCE: Duration = Duration::from_millis(200);

/// How folders begin that a run has not finished.
const STAGING: &str = ".staging-";

/// How links begin that are about to be renamed into place.
pub(super) const LINK: &str = ".link-";

/// Written last by [`Folder::commit`]: a folder that has it is whole.
pub(super) const MANIFEST: &str = "manifest.json";

/// The longest file name of common file systems, in bytes.
const LONGEST_NAME: usize = 255;

/// A staged folder, into which several threads may write. Invariants: this run holds the lock of `out`; `outputs` are exactly
/// the files staged or being staged, by path, whole once they are. Dropped without [`Folder::commit`], it leaves nothing behind.
pub struct Folder {
    pub(super) out: PathBuf,
    pub(super) staging: PathBuf,
    pub(super) outputs: Mutex<BTreeMap<String, Output>>,
    rows: Box<dyn Fn(usize) + Send + Sync>,
    _lock: File,
}

impl Folder {
    /// Takes the lock of `out` and begins an empty folder. Call it before reading data: what will not work fails here.
    /// What dead runs left staged is removed.
    ///
    /// Errors: [`Error::Locked`] while another run holds `out`; [`Error::NoLinks`]; [`Error::InTheWay`]; [`Error::Io`].
    pub fn create(out: &Path) -> Result<Folder, Error> {
        let store = out.join(STORE);
        for folder in [out, &store] {
            if folder.exists() && !folder.is_dir() {
                return Err(Error::InTheWay { path: folder.to_owned(), is: "a file" });
            }
        }
        fs::create_dir_all(&store).map_err(Error::io("make the folder", &store))?;
        let lock = lock(out, &store)?;
        sweep(&store)?;
        super::publish::probe_links(out)?;
        let staging = store.join(format!("{STAGING}{}", std::process::id()));
        fs::create_dir(&staging).map_err(Error::io("make the folder", &staging))?;
        Ok(Folder { out: out.to_owned(), staging, outputs: Mutex::default(), rows: Box::new(|_| {}), _lock: lock })
    }

    /// Whom to tell how many more rows of a table are written in one format.
    pub fn on_rows(&mut self, tell: impl Fn(usize) + Send + Sync + 'static) {
        self.rows = Box::new(tell);
    }

    /// So many more rows are written.
    pub(super) fn rows(&self, rows: usize) {
        (self.rows)(rows);
    }

    /// Writes and hashes one file. `path` is relative with `/`, each part of letters, digits and `+ . _ -`, and no two paths
    /// may differ only in letter case.
    pub fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        self.stream(path, |file| file.write_all(bytes))
    }

    /// As [`Folder::file`], of bytes that are never whole in memory: `write` writes them one after the other.
    pub fn stream(&self, path: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
        let mut open = self.open(path)?;
        let (out, failed) = open.parts();
        write(out).map_err(failed)?;
        self.close(open)
    }

    /// Begins a file, which [`Folder::close`] ends.
    pub(super) fn open(&self, path: &str) -> Result<Open, Error> {
        {
            let mut outputs = self.outputs.lock().unwrap_or_else(PoisonError::into_inner);
            let taken = |other: &String| other.eq_ignore_ascii_case(path);
            let reason = if path == MANIFEST || outputs.keys().any(taken) { Some("it is taken") } else { fault(path) };
            if let Some(reason) = reason {
                return Err(Error::Path { path: path.to_owned(), reason });
            }
            // Its place is taken before it is written, since others write at the same time.
            let place = Output { path: path.to_owned(), bytes: 0, blake3: String::new() };
            outputs.insert(path.to_owned(), place);
        }
        Open::create(&self.staging, path)
    }

    /// Ends a file: it is on the disk, and one of the outputs.
    pub(super) fn close(&self, open: Open) -> Result<(), Error> {
        let output = open.finish()?;
        self.outputs.lock().unwrap_or_else(PoisonError::into_inner).insert(output.path.clone(), output);
        Ok(())
    }

    /// Writes one file through to the disk.
    pub(super) fn stage(&self, path: &str, bytes: &[u8]) -> Result<Output, Error> {
        let mut open = Open::create(&self.staging, path)?;
        let (out, failed) = open.parts();
        out.write_all(bytes).map_err(failed)?;
        open.finish()
    }
}

/// A file of the folder that is being written.
pub(super) struct Open {
    path: String,
    full: PathBuf,
    staged: BufWriter<Staged>,
}

impl Open {
    fn create(staging: &Path, path: &str) -> Result<Open, Error> {
        let full = staging.join(path);
        if let Some(folder) = full.parent() {
            fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))?;
        }
        let file = File::create_new(&full).map_err(Error::io("write", &full))?;
        let staged = BufWriter::new(Staged { file, hash: blake3::Hasher::new(), bytes: 0 });
        Ok(Open { path: path.to_owned(), full, staged })
    }

    /// Where to write, and what makes of a fault in writing the failure of this file.
    pub(super) fn parts(&mut self) -> (&mut dyn Write, impl Fn(io::Error) -> Error) {
        let full = &self.full;
        (&mut self.staged, move |fault| Error::io("write", full)(fault))
    }

    /// Writes it through to the disk.
    fn finish(mut self) -> Result<Output, Error> {
        let written = self.staged.flush().and_then(|()| self.staged.get_ref().file.sync_all());
        written.map_err(Error::io("write", &self.full))?;
        let Staged { hash, bytes, .. } = self.staged.get_ref();
        Ok(Output { path: self.path, bytes: *bytes, blake3: hash.finalize().to_string() })
    }
}

/// A file that is hashed while it is written.
struct Staged {
    file: File,
    hash: blake3::Hasher,
    bytes: u64,
}

impl Write for Staged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Published folders have moved away; whatever resists is swept by the next run.
        let _ = fs::remove_dir_all(&self.staging);
    }
}

fn lock(out: &Path, store: &Path) -> Result<File, Error> {
    let path = store.join(LOCK);
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(Error::io("open the lock", &path))?;
    let give_up = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if Instant::now() < give_up => std::thread::sleep(PATIENCE / 20),
            Err(TryLockError::WouldBlock) => return Err(Error::Locked { out: out.to_owned() }),
            Err(TryLockError::Error(source)) => return Err(Error::Io { doing: "lock", path, source }),
        }
    }
}

/// Removes what runs that died had begun. Only the holder of the lock may.
fn sweep(store: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(store).map_err(Error::io("list", store))? {
        let entry = entry.map_err(Error::io("list", store))?;
        let (name, path) = (entry.file_name(), entry.path());
        let name = name.to_string_lossy();
        if name.starts_with(STAGING) {
            fs::remove_dir_all(&path).map_err(Error::io("remove the unfinished folder", path))?;
        } else if name.starts_with(LINK) {
            fs::remove_file(&path).map_err(Error::io("remove the unfinished link", path))?;
        }
    }
    Ok(())
}

/// Why a path is not one of a report folder.
fn fault(path: &str) -> Option<&'static str> {
    for part in path.split('/') {
        if part.is_empty() || part.starts_with('.') {
            return Some("a part of it is empty or begins with a dot");
        }
        if part.len() > LONGEST_NAME {
            return Some("a part of it is longer than 255 bytes");
        }
        if !part.bytes().all(|b| b.is_ascii_alphanumeric() || b"+._-".contains(&b)) {
            return Some("only A-Z, a-z, 0-9 and + . _ - are allowed in its parts");
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_inside_the_folder_are_written() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let folder = Folder::create(out.path()).expect("a fresh folder");
        for path in ["", "/x", "../x", "a/../b", "./a", "a//b", ".hidden", "a\\b", "c:x", "a b", "manifest.json"] {
            assert!(matches!(folder.file(path, b""), Err(Error::Path { .. })), "{path:?}");
        }
        folder.file("tables/a.csv", b"x").expect("a good path");
        let twice = folder.file("tables/A.csv", b"x").expect_err("the same name to some file systems");
        assert_eq!(twice.to_string(), "'tables/A.csv' cannot be a file of the report: it is taken");
    }

    #[test]
    fn a_second_run_is_told_that_the_first_holds_the_folder() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let first = Folder::create(out.path()).expect("a fresh folder");
        assert!(matches!(Folder::create(out.path()), Err(Error::Locked { .. })));
        assert!(first.staging.is_dir(), "the second run must not sweep the first one's work");
        drop(first);
        Folder::create(out.path()).expect("the lock is free again");
    }

    #[test]
    fn what_is_not_published_is_removed_and_what_a_dead_run_left_too() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let dead = out.path().join(".store/.staging-1/charts");
        fs::create_dir_all(&dead).expect("a folder as a killed run leaves it");
        fs::write(dead.join("half.svg"), b"<svg").expect("a half-written file");
        let folder = Folder::create(out.path()).expect("the dead run does not hurt");
        folder.file("a.txt", b"x").expect("a good path");
        drop(folder);
        let left: Vec<_> = fs::read_dir(out.path().join(STORE)).expect("the store").flatten().collect();
        assert_eq!(left.iter().map(|e| e.file_name()).collect::<Vec<_>>(), [LOCK]);
    }

    #[test]
    fn a_file_in_place_of_the_output_folder_is_refused() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let path = out.path().join("reports");
        fs::write(&path, b"mine").expect("a plain file");
        assert!(matches!(Folder::create(&path), Err(Error::InTheWay { .. })));
        assert_eq!(fs::read(&path).expect("still there"), b"mine");
    }
}

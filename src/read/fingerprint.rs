//! Length and hash of a file, taken while its bytes come by.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::error::Error;
use super::stream::{open_file, unreadable};

/// Bytes asked of the disk at once where nothing but the hash is wanted.
const BLOCK: usize = 256 << 10;

/// What tells one state of a file on disk from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    pub bytes: u64,
    /// BLAKE3 in hexadecimal.
    pub blake3: String,
}

/// Hashes a file from its first byte on, whoever reads it, and however often they go back.
#[derive(Debug, Default)]
pub(super) struct Watch {
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    hasher: blake3::Hasher,
    /// All bytes that were read, those read again too.
    #[cfg(test)]
    read: u64,
}

impl Watch {
    fn lock(&self) -> MutexGuard<'_, Seen> {
        // Whoever panicked with the lock held takes the whole scan down.
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads what nobody has read yet, such as the end of a compressed file.
    pub(super) fn finish(self: &Arc<Watch>, path: &Path) -> Result<Fingerprint, Error> {
        let file = Watched::new(open_file(path)?, Some(Arc::clone(self)));
        let from = self.lock().hasher.count();
        let rest = || -> io::Result<()> {
            let mut rest = file.from(from)?;
            let mut block = vec![0; BLOCK];
            while rest.read(&mut block)? > 0 {}
            Ok(())
        };
        rest().map_err(|source| unreadable(path, source))?;
        let hasher = &self.lock().hasher;
        Ok(Fingerprint { bytes: hasher.count(), blake3: hasher.finalize().to_hex().to_string() })
    }

    #[cfg(test)]
    pub(super) fn read(&self) -> u64 {
        self.lock().read
    }
}

/// A file whose bytes are hashed the first time that they are read.
#[derive(Debug)]
pub(super) struct Watched {
    file: File,
    at: u64,
    watch: Option<Arc<Watch>>,
}

impl Watched {
    /// A file at its start.
    pub(super) fn new(file: File, watch: Option<Arc<Watch>>) -> Watched {
        Watched { file, at: 0, watch }
    }

    /// The same file again, to be read from `place` on. A hash has no gaps: what nobody has read before that place is read now.
    pub(super) fn from(&self, place: u64) -> io::Result<Watched> {
        let mut again = Watched { file: self.file.try_clone()?, at: place, watch: self.watch.clone() };
        if let Some(watch) = &self.watch {
            again.at = place.min(watch.lock().hasher.count());
        }
        again.file.seek(SeekFrom::Start(again.at))?;
        let mut gap = Vec::new();
        let length = place - again.at;
        if again.by_ref().take(length).read_to_end(&mut gap)? as u64 != length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(again)
    }

    /// Where in the file it is read next.
    pub(super) fn place(&self) -> u64 {
        self.at
    }
}

impl Read for Watched {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(out)?;
        if let Some(watch) = &self.watch {
            let mut seen = watch.lock();
            // Nobody is ahead of the hash: see `from`.
            let known = usize::try_from(seen.hasher.count() - self.at).unwrap_or(usize::MAX);
            if known < read {
                seen.hasher.update(&out[known..read]);
            }
            #[cfg(test)]
            {
                seen.read += read as u64;
            }
        }
        self.at += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_back_does_not_change_the_hash() {
        let bytes: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        std::fs::write(file.path(), &bytes).expect("a temporary file can be written");
        let watch = Arc::new(Watch::default());
        let watched = Watched::new(File::open(file.path()).expect("it is there"), Some(Arc::clone(&watch)));
        let mut block = vec![0; 70_000];
        for place in [0, 10, 0, 69_000, 149_000] {
            let mut watched = watched.from(place).expect("a file can seek");
            watched.read_exact(&mut block).expect("a file can be read");
            let from = usize::try_from(place).expect("a small file");
            assert_eq!(block, bytes[from..from + block.len()]);
        }
        let expected = Fingerprint { bytes: 400_000, blake3: blake3::hash(&bytes).to_hex().to_string() };
        assert_eq!(watch.finish(file.path()).expect("a file can be read"), expected);
        assert_eq!(watch.read(), 5 * 70_000 + 10_000 + 400_000 - 219_000);
    }
}

//! Keys: the hash of everything that an answer depends on.

use super::entry::FORM;
use std::fmt;

/// The name of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(blake3::Hash);

impl Key {
    pub(super) fn bytes(&self) -> &[u8; blake3::OUT_LEN] {
        self.0.as_bytes()
    }
}

/// In hexadecimal.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_hex())
    }
}

/// A key in the making.
#[derive(Clone, Debug)]
pub struct Question(blake3::Hasher);

impl Question {
    /// What is asked for; each kind of question has a name of its own.
    pub fn of(kind: &str) -> Question {
        let mut hasher = blake3::Hasher::new();
        hasher.update(FORM);
        Question(hasher).and(kind.as_bytes())
    }

    /// One more thing that the answer depends on. Each is hashed with its length: two parts are never taken for one.
    pub fn and(mut self, part: impl AsRef<[u8]>) -> Question {
        let part = part.as_ref();
        self.0.update(&(part.len() as u64).to_le_bytes()).update(part);
        self
    }

    pub fn key(&self) -> Key {
        Key(self.0.finalize())
    }
}

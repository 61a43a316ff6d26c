//! What a run did with the store, for `run.json`.

/// Counts of one process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Files whose hash was known by how they look.
    pub recognised: u64,
    /// Files that were hashed to be recognised.
    pub hashed: u64,
    /// Tables that were not read, since they were there as read.
    pub tables: u64,
    /// Results that were there.
    pub answered: u64,
    /// Entries written, and their bytes.
    pub kept: u64,
    pub kept_bytes: u64,
    /// Entries that were not what was written.
    pub damaged: u64,
    /// Entries removed to stay in bounds.
    pub removed: u64,
}

//! What the splitter hands to the workers, and the sizes that bound it.

use std::ops::Range;

use super::fault::Fault;

/// Sizes that bound the memory of a scan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Bytes read at a time.
    pub(super) block_bytes: usize,
    /// A chunk is handed out once it has so many bytes: few enough to stay in a processor's cache ...
    pub(super) chunk_bytes: usize,
    /// ... or so many line feeds (never fewer than its records).
    pub(super) chunk_lines: usize,
    /// Bytes after which a quote counts as never closed. The longest field known in incident data (UCDP `source_article`)
    /// has some 10,000.
    pub(super) record_bytes: usize,
    pub(super) pace: Pace,
}

/// How a plain UTF-8 file is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// By the number of its quotes, and with care where something is irregular.
    Quick,
    /// Quote by quote throughout, as other files are: both must give the same.
    #[cfg(test)]
    Careful,
}

impl Limits {
    pub(super) const STANDARD: Limits = Limits {
        block_bytes: 256 << 10,
        chunk_bytes: 2 << 20,
        chunk_lines: 100_000,
        record_bytes: 4 << 20,
        pace: Pace::Quick,
    };

    /// Of a file of so many bytes on disk: a small one is cut into smaller chunks, so that it too is work for several threads.
    pub(super) fn of_file(bytes: u64) -> Limits {
        /// A file has about so many blocks, and a chunk so many.
        const BLOCKS: usize = 64;
        const BLOCKS_IN_CHUNK: usize = 8;
        let standard = Limits::STANDARD;
        let block_bytes = (bytes as usize / BLOCKS).clamp(16 << 10, standard.block_bytes);
        Limits { block_bytes, chunk_bytes: block_bytes * BLOCKS_IN_CHUNK, ..standard }
    }
}

/// A run of records with sound quotes inside a chunk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) range: Range<usize>,
    /// Physical line on which the first record starts.
    pub(super) line: u64,
}

/// Some whole records, in file order.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub(super) text: Vec<u8>,
    pub(super) spans: Vec<Span>,
    /// Lines in the spans, the last of the file perhaps not counted: never much less than the records.
    pub(super) lines: usize,
    pub(super) faults: Vec<Fault>,
    /// The line after the chunk.
    pub(super) next_line: u64,
}

/// What the records of a table look like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub(super) delimiter: u8,
    pub(super) width: usize,
}

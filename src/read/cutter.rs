//! Cuts a table for the workers: quickly while it is regular, with care where it is not.

use std::sync::Arc;

use super::blocks::{Blocks, Piece};
use super::chunk::{Chunk, Limits, Pace, Shape};
use super::encoding::Encoding;
use super::error::Error;
use super::fingerprint::{Watch, Watched};
use super::look::Packing;
use super::pool::Pool;
use super::split::Splitter;
use super::stream::{Stream, open_file, unreadable};
use super::table::Table;
use super::text::{LineEnd, Text};

/// Chunks that are split with care after something irregular, before the quick way is tried again: irregular rows tend to
/// come together, and each failed attempt reads a chunk in vain.
const CAREFUL_CHUNKS: usize = 8;

/// The next text for a worker.
pub(super) enum Cut {
    /// It may turn out to be irregular.
    Quick(Piece),
    Careful(Chunk),
}

/// Where the records of a table begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Begin {
    /// After so many bytes of the decoded text, ...
    pub(super) skip: usize,
    /// ... on this line.
    pub(super) line: u64,
}

pub(super) struct Cutter<'t> {
    table: &'t Table,
    shape: Shape,
    limits: Limits,
    pool: Arc<Pool>,
    gear: Gear,
    /// The file, if its text lies in it as it is.
    file: Option<Watched>,
}

enum Gear {
    Quick(Blocks),
    /// For so many chunks.
    Careful {
        splitter: Splitter,
        chunks: usize,
        /// Where in the file the text ends that was handed out.
        end: u64,
    },
    /// To the end of the text.
    Throughout(Splitter),
}

impl<'t> Cutter<'t> {
    pub(super) fn new(
        table: &'t Table,
        shape: Shape,
        limits: Limits,
        begin: Begin,
        pool: &Arc<Pool>,
        watch: Option<Arc<Watch>>,
    ) -> Result<Cutter<'t>, Error> {
        let is_as_it_lies =
            table.packing == Packing::Plain && table.encoding == Encoding::Utf8 && table.line_end == LineEnd::LineFeed;
        let (gear, file) = if limits.pace == Pace::Quick && is_as_it_lies {
            table.check_length()?;
            let file = Watched::new(open_file(table.at.path())?, watch);
            (Gear::Quick(quick(table, &file, (table.mark + begin.skip) as u64, limits)?), Some(file))
        } else {
            let text = table.text(limits, watch)?;
            (Gear::Throughout(Splitter::new(text, shape, limits, begin.skip, begin.line)?), None)
        };
        Ok(Cutter { table, shape, limits, pool: Arc::clone(pool), gear, file })
    }

    /// The next text, or `None` at the end.
    pub(super) fn cut(&mut self) -> Result<Option<Cut>, Error> {
        match &mut self.gear {
            Gear::Throughout(splitter) => Ok(splitter.chunk()?.map(Cut::Careful)),
            Gear::Quick(blocks) => {
                let piece = blocks.piece(self.pool.take());
                Ok(piece.map_err(|source| unreadable(self.table.at.path(), source))?.map(Cut::Quick))
            }
            Gear::Careful { splitter, chunks, end } => {
                let Some(chunk) = splitter.chunk()? else { return Ok(None) };
                *end += chunk.text.len() as u64;
                *chunks -= 1;
                if let (0, Some(file)) = (*chunks, &self.file) {
                    self.gear = Gear::Quick(quick(self.table, file, *end, self.limits)?);
                }
                Ok(Some(Cut::Careful(chunk)))
            }
        }
    }

    /// Goes back to a piece that turned out to be irregular; it begins at `offset`, on `line`.
    pub(super) fn go_back(&mut self, offset: u64, line: u64) -> Result<(), Error> {
        let file = self.file.as_ref().expect("only a text that lies in a file as it is is cut into pieces");
        let again = file.from(offset).map_err(|source| unreadable(self.table.at.path(), source))?;
        let text = Text::resumed(Stream::of_file(self.table.at.clone(), again), self.limits.block_bytes);
        let splitter = Splitter::new(text, self.shape, self.limits, 0, line)?;
        self.gear = Gear::Careful { splitter, chunks: CAREFUL_CHUNKS, end: offset };
        Ok(())
    }
}

fn quick(table: &Table, file: &Watched, offset: u64, limits: Limits) -> Result<Blocks, Error> {
    Blocks::new(file, offset, limits).map_err(|source| unreadable(table.at.path(), source))
}

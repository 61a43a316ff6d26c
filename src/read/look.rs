//! A look at a table before it is scanned: at its head, or from end to end.

use std::sync::Arc;

use super::chunk::Limits;
use super::encoding::{Encoding, Survey, Verdict};
use super::error::Error;
use super::stream::{Opened, Stream};
use super::table::TableRef;

/// Bytes, after decompression, that are looked at for the head: more than 50 records of the widest source (GTD: 135 columns)
/// take.
pub(super) const HEAD: usize = 1 << 20;

/// How much of a table is looked at before it is scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Its head, where that will do. A file whose head is UTF-8 is taken for UTF-8, and a scan ends with
    /// [`Error::OtherEncoding`] if it is something else after all: then it must be opened with a look at the whole of it.
    Head,
    /// All of it. Damage anywhere in it shows then.
    Whole,
}

/// How the encoding of a table is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    /// From all of it, or as the user says.
    Sure,
    /// From its head, which is UTF-8.
    Head,
}

/// Whether the text lies in the file as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    Packed,
}

/// What a look found.
pub(super) struct Looked {
    pub(super) verdict: Verdict,
    pub(super) basis: Basis,
    pub(super) packing: Packing,
    /// The text of a workbook, rendered.
    pub(super) sheet: Option<Arc<[u8]>>,
    pub(super) first_line: u64,
}

impl Looked {
    fn text(verdict: Verdict, basis: Basis, stream: &Stream) -> Looked {
        Looked { verdict, basis, packing: stream.packing(), sheet: None, first_line: 1 }
    }
}

/// Looks at a table, whose encoding the user may have `forced`.
pub(super) fn look(table: &TableRef, how: Look, forced: Option<Encoding>) -> Result<Looked, Error> {
    let mut stream = match Stream::open(table, None)? {
        Opened::Text(stream) => stream,
        Opened::Sheet(sheet) => {
            return Ok(Looked {
                verdict: sure(Encoding::Utf8),
                basis: Basis::Sure,
                packing: Packing::Packed,
                sheet: Some(sheet.text),
                first_line: sheet.first_row,
            });
        }
    };
    let mut survey = Survey::default();
    let mut block = Vec::new();
    // A zip has a checksum for each of its members: damage is told before anything is counted.
    if how == Look::Head && table.member().is_none() {
        stream.read(&mut block, HEAD)?;
        survey.feed(&block);
        if block.len() == HEAD && !survey.is_blank() {
            if let Some(encoding) = forced {
                return Ok(Looked::text(sure(encoding), Basis::Sure, &stream));
            }
            if is_utf8_so_far(&block) {
                return Ok(Looked::text(sure(Encoding::Utf8), Basis::Head, &stream));
            }
        }
        block.clear();
    }
    while stream.read(&mut block, Limits::STANDARD.block_bytes)? > 0 {
        survey.feed(&block);
        block.clear();
    }
    match (survey.is_blank(), forced) {
        (true, _) => Err(Error::Empty { table: table.name() }),
        (false, Some(encoding)) => Ok(Looked::text(sure(encoding), Basis::Sure, &stream)),
        (false, None) => Ok(Looked::text(survey.verdict(), Basis::Sure, &stream)),
    }
}

fn sure(encoding: Encoding) -> Verdict {
    Verdict { encoding, doubt: None }
}

/// Whether `start` is the start of a text in UTF-8; a character may be cut at its end.
fn is_utf8_so_far(start: &[u8]) -> bool {
    std::str::from_utf8(start).map_or_else(|error| error.error_len().is_none(), |_| true)
}

//! Cuts a plain UTF-8 file into pieces that end where, by the number of quotes, a record should end.
//!
//! Nothing is looked at here but how many quotes there are, so this sequential step costs little more than the reading. In
//! regular text a line feed after an even number of quotes ends a record. A quote inside an unquoted field, or one that is
//! never closed, breaks that rule: then the record across the end of a piece is not whole, which shows when the piece is
//! [read](super::regular).

use std::io::{ErrorKind, Read};

use memchr::memrchr;

use super::chunk::Limits;
use super::fingerprint::Watched;
use super::grammar::{self, QUOTE, Tail};
use super::pool::Spare;

/// A run of text that begins where a record begins, and should end where one ends.
pub(super) struct Piece {
    /// Its text, and room for what is found in it.
    pub(super) spare: Spare,
    /// Where in the file it begins.
    pub(super) offset: u64,
    /// Whether text follows.
    pub(super) tail: Tail,
}

pub(super) struct Blocks {
    file: Watched,
    limits: Limits,
    /// Where in the file the next piece begins.
    offset: u64,
    /// The first bytes of the next piece.
    rest: Vec<u8>,
    tail: Tail,
}

impl Blocks {
    /// The text of `file` from `offset` on, where a record begins.
    pub(super) fn new(file: &Watched, offset: u64, limits: Limits) -> std::io::Result<Blocks> {
        Ok(Blocks { file: file.from(offset)?, limits, offset, rest: Vec::new(), tail: Tail::Open })
    }

    /// The next piece, in the buffers of `spare`.
    pub(super) fn piece(&mut self, mut spare: Spare) -> std::io::Result<Option<Piece>> {
        if self.tail == Tail::Closed {
            return Ok(None);
        }
        let text = &mut spare.text;
        let mut used = self.rest.len();
        make_room(text, used);
        text[..used].copy_from_slice(&self.rest);
        let mut quotes = count_quotes(&text[..used]);
        let border = loop {
            // Each block ends at a round place in the file: what is hashed is then a whole part of the tree of hashes.
            let wanted = self.limits.block_bytes - (self.file.place() % self.limits.block_bytes as u64) as usize;
            make_room(text, used + wanted);
            let block = &mut text[used..used + wanted];
            let read = fill(&mut self.file, block)?;
            quotes += count_quotes(&block[..read]);
            used += read;
            if read < wanted {
                self.tail = Tail::Closed;
                break used;
            }
            if used >= self.limits.chunk_bytes {
                match border(&text[..used], quotes) {
                    0 if used > self.limits.chunk_bytes + self.limits.record_bytes => break used,
                    0 => {}
                    border => break border,
                }
            }
        };
        self.rest.clear();
        self.rest.extend_from_slice(&text[border..used]);
        text.truncate(border);
        let piece = Piece { spare, offset: self.offset, tail: self.tail };
        self.offset += border as u64;
        Ok((!piece.spare.text.is_empty()).then_some(piece))
    }
}

/// Lengthens a buffer. It keeps its length over all its uses, so that it is filled with zeros only once.
fn make_room(text: &mut Vec<u8>, length: usize) {
    if text.len() < length {
        text.resize(length, 0);
    }
}

/// Reads until the block is full or the file ends.
fn fill(file: &mut Watched, block: &mut [u8]) -> std::io::Result<usize> {
    let mut filled = 0;
    while filled < block.len() {
        match file.read(&mut block[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Where the last record ends that does so within `text`, which holds so many quotes; 0 if none does.
fn border(text: &[u8], quotes: usize) -> usize {
    let (mut end, mut after) = (text.len(), 0);
    while let Some(line_feed) = memrchr(b'\n', &text[..end]) {
        after += count_quotes(&text[line_feed..end]);
        if (quotes - after).is_multiple_of(2) {
            return line_feed + 1;
        }
        end = line_feed;
    }
    0
}

fn count_quotes(text: &[u8]) -> usize {
    grammar::count(QUOTE, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_lies_outside_quotes() {
        for (text, expected) in
            [("a,b\nc", 4), ("a,\"b\nc\"\nd,\"e\nf", 8), ("a,\"b\n\"\"c\nd", 0), ("a,\"b\"\"\nc\"\n", 10), ("", 0)]
        {
            assert_eq!(border(text.as_bytes(), count_quotes(text.as_bytes())), expected, "{text}");
        }
    }
}

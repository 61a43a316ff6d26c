//! Bytes to UTF-8 text: transcoded, without byte order mark, with line feeds as line ends.
//!
//! Bytes that are no character become the byte FF, which no UTF-8 text contains: the row they stand in is found and
//! rejected later, and nothing is replaced in silence.

use encoding_rs::{Decoder, DecoderResult};

use super::encoding::Encoding;
use super::error::Error;
use super::grammar::Tail;
use super::stream::Stream;

/// Stands for what could not be decoded.
const UNDECODABLE: u8 = 0xFF;
/// Enough bytes for the longest mangled byte order mark and the letter after it, doubled for UTF-16.
const FIRST_BLOCK: usize = 64;

/// The ways in which a byte order mark survives as text in front of the first column: as itself, decoded as Windows-1252,
/// as Mac Roman, as code page 437, and replaced by a lossy program.
const MARKS: [&str; 5] = ["\u{feff}", "ï»¿", "Ôªø", "∩╗┐", "\u{fffd}\u{fffd}\u{fffd}"];
/// The same after a program that writes question marks; these count only before a letter or a quote.
const QUESTION_MARKS: [&str; 2] = ["???", "?"];

/// What ends a line in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineEnd {
    /// With or without a carriage return before it.
    LineFeed,
    /// Alone, as on the first Macintosh.
    CarriageReturn,
}

/// A text in blocks.
pub(super) struct Text {
    stream: Stream,
    transcoder: Transcoder,
    line_end: LineEnd,
    block: usize,
    raw: Vec<u8>,
    position: Position,
    /// Bytes of the mark that was removed from the start.
    mark: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Start,
    Further,
}

enum Transcoder {
    Utf8,
    Latin1,
    Table(Decoder),
}

impl Text {
    /// The text of `stream`, read about `block` bytes at a time.
    pub(super) fn new(stream: Stream, encoding: Encoding, line_end: LineEnd, block: usize) -> Text {
        let transcoder = match (encoding, encoding.transcoded_by()) {
            (_, Some(table)) => Transcoder::Table(table.new_decoder_without_bom_handling()),
            (Encoding::Latin1, None) => Transcoder::Latin1,
            (_, None) => Transcoder::Utf8,
        };
        Text { stream, transcoder, line_end, block, raw: Vec::new(), position: Position::Start, mark: 0 }
    }

    /// The rest of a text in UTF-8, from the start of a record on.
    pub(super) fn resumed(stream: Stream, block: usize) -> Text {
        let text = Text::new(stream, Encoding::Utf8, LineEnd::LineFeed, block);
        Text { position: Position::Further, ..text }
    }

    /// Length of the byte order mark, or what is left of one, that was removed from the start; known after the first block.
    pub(super) fn mark(&self) -> usize {
        self.mark
    }

    /// The name of the table, for errors.
    pub(super) fn table(&self) -> String {
        self.stream.table()
    }

    /// Appends the next block to `out` and tells whether more can follow.
    pub(super) fn fill(&mut self, out: &mut Vec<u8>) -> Result<Tail, Error> {
        let from = out.len();
        let wanted = match self.position {
            Position::Start => self.block.max(FIRST_BLOCK),
            Position::Further => self.block,
        };
        let read = match &mut self.transcoder {
            Transcoder::Utf8 => self.stream.read(out, wanted)?,
            Transcoder::Latin1 => {
                self.raw.clear();
                let read = self.stream.read(&mut self.raw, wanted)?;
                out.resize(from + 2 * read, 0);
                let written = encoding_rs::mem::convert_latin1_to_utf8(&self.raw, &mut out[from..]);
                out.truncate(from + written);
                read
            }
            Transcoder::Table(decoder) => {
                self.raw.clear();
                let read = self.stream.read(&mut self.raw, wanted)?;
                transcode(decoder, &self.raw, tail_after(read, wanted), out);
                read
            }
        };
        if self.position == Position::Start {
            self.position = Position::Further;
            self.mark = mark_length(&out[from..]);
            out.drain(from..from + self.mark);
        }
        match self.line_end {
            LineEnd::LineFeed => {}
            LineEnd::CarriageReturn => {
                out[from..].iter_mut().filter(|b| **b == b'\r').for_each(|b| *b = b'\n');
            }
        }
        Ok(tail_after(read, wanted))
    }
}

/// A stream gives less than it is asked for only at its end.
fn tail_after(read: usize, wanted: usize) -> Tail {
    match read < wanted {
        true => Tail::Closed,
        false => Tail::Open,
    }
}

/// Decodes `raw`, after which more can follow or not.
fn transcode(decoder: &mut Decoder, mut raw: &[u8], tail: Tail, out: &mut Vec<u8>) {
    loop {
        let from = out.len();
        // No character of these encodings takes more than three bytes of UTF-8 for each of its own.
        out.resize(from + 3 * raw.len() + FIRST_BLOCK, 0);
        let (result, read, written) =
            decoder.decode_to_utf8_without_replacement(raw, &mut out[from..], tail == Tail::Closed);
        out.truncate(from + written);
        raw = &raw[read..];
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(_, _) => out.push(UNDECODABLE),
        }
    }
}

/// Length of whatever is left of a byte order mark at the start of a text.
fn mark_length(text: &[u8]) -> usize {
    let mut length = 0;
    while let Some(mark) = MARKS.iter().find(|mark| text[length..].starts_with(mark.as_bytes())) {
        length += mark.len();
    }
    let rest = &text[length..];
    let is_name = |rest: &[u8]| matches!(rest.first(), Some(b) if b.is_ascii_alphabetic() || *b == b'"');
    let marks = QUESTION_MARKS.iter().filter_map(|mark| rest.strip_prefix(mark.as_bytes()));
    match marks.into_iter().find(|rest| is_name(rest)) {
        Some(name) => length + rest.len() - name.len(),
        None => length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(raw: &[u8], encoding: Encoding, line_end: LineEnd, block: usize) -> Vec<u8> {
        let mut text = Text::new(Stream::of_bytes("t.csv", raw), encoding, line_end, block);
        let mut out = Vec::new();
        while text.fill(&mut out).expect("memory can be read") == Tail::Open {}
        out
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let utf16: Vec<u16> = "\u{feff}né,1\n".encode_utf16().collect();
        let little: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for block in [1, 3, 1000] {
            for (raw, encoding) in [
                (b"\xEF\xBB\xBFn\xC3\xA9,1\n".as_slice(), Encoding::Utf8),
                (&little, Encoding::Utf16Le),
                (&big, Encoding::Utf16Be),
                (b"n\xE9,1\n", Encoding::Latin1),
                (b"n\xE9,1\n", Encoding::Windows1252),
                (b"n\x8E,1\n", Encoding::MacRoman),
            ] {
                let text = decoded(raw, encoding, LineEnd::LineFeed, block);
                assert_eq!(text, "né,1\n".as_bytes(), "{encoding}, blocks of {block}");
            }
        }
    }

    #[test]
    fn what_is_left_of_a_byte_order_mark_is_removed() {
        for start in ["ï»¿", "\u{feff}ï»¿", "???", "?", "Ôªø", "\u{fffd}\u{fffd}\u{fffd}"] {
            let raw = format!("{start}eventid,x\n");
            let text = decoded(raw.as_bytes(), Encoding::Utf8, LineEnd::LineFeed, 1);
            assert_eq!(text, b"eventid,x\n", "{start}");
        }
        let marked = b"\xEF\xBB\xBFeventid\n";
        assert_eq!(decoded(marked, Encoding::Windows1252, LineEnd::LineFeed, 9), b"eventid\n");
        assert_eq!(decoded(b"?,1\n", Encoding::Utf8, LineEnd::LineFeed, 9), b"?,1\n");
    }

    #[test]
    fn half_a_character_stays_visible() {
        let text = decoded(b"a\0\x3D\xD8\n\0b", Encoding::Utf16Le, LineEnd::LineFeed, 2);
        assert_eq!(text, b"a\xFF\n\xFF");
    }

    #[test]
    fn lone_carriage_returns_become_line_feeds() {
        let text = decoded(b"a,b\r1,2\r", Encoding::Utf8, LineEnd::CarriageReturn, 1);
        assert_eq!(text, b"a,b\n1,2\n");
    }
}

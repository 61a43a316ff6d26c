//! Where to go on after a record with broken quotes, so that it costs one row and no good row is lost.
//!
//! A quote that is not closed swallows everything up to the next quote; a stray quote inside a quoted field may be followed
//! by more lines of the same field. Which of the two it was is told by the lines that follow: the next row begins at the
//! first physical line that reads as a whole record, or that has enough delimiters to be one. A line with a quote just before
//! a delimiter is neither: there a field ends that began on an earlier line.

use memchr::{memchr, memchr_iter};

use super::chunk::{Limits, Shape};
use super::fault::FaultReason;
use super::grammar::{self, Field, Outcome, Strictness, Tail};

/// A broken record and the text that follows it.
pub(super) struct Broken<'a> {
    /// The text, from the first byte of the broken record.
    pub(super) text: &'a [u8],
    pub(super) tail: Tail,
    pub(super) shape: Shape,
    pub(super) limits: Limits,
    pub(super) cause: Cause,
}

/// Why a record is taken for broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// Text follows the closing quote at this place.
    Junk(usize),
    /// A quote is not closed.
    NeverClosed,
    /// Its quotes are in order, but it has several lines and not the width of the table: perhaps an unclosed quote that a
    /// later field happened to close. It ends at this place. (With the right width a record is never suspected.)
    WrongWidth(usize),
}

/// Where the next record begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resumption {
    At(usize, FaultReason),
    /// The record is whole after all.
    Whole,
    /// More bytes are needed to tell.
    Unknown,
    /// The first line does not end within the limit.
    EndlessLine,
}

/// What a physical line after a broken record may be.
enum Line {
    /// A whole record.
    Row,
    /// A broken one, but with enough delimiters.
    Damaged,
    /// The last line of a quoted field, and what follows it.
    EndOfField,
    /// A short row, or a line in the middle of a field.
    Short,
    Unknown,
}

/// Whether one of the lines passed over belongs to a quoted field for sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    None,
    Field,
}

/// Whether the first line of the broken record has all delimiters of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FirstLine {
    Complete,
    Partial,
}

/// Whether a quoted field from an earlier line may end on this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Earlier {
    MayEnd,
    /// It has ended, or is more likely not to have begun: the first line was complete.
    HasEnded,
}

impl Broken<'_> {
    pub(super) fn resumption(&self) -> Resumption {
        let Some(second) = self.line_after(0) else {
            return match self.text.len() > self.limits.record_bytes {
                true => Resumption::EndlessLine,
                false => Resumption::Unknown,
            };
        };
        let mut meant_end = None;
        if matches!(self.cause, Cause::Junk(junk) if junk < second) {
            // The field was closed on its own line: a later field may still have line ends of its own.
            match self.read(0, Strictness::Lenient) {
                Outcome::Sound { fields, next, .. } if fields == self.shape.width => meant_end = Some(next),
                Outcome::Unfinished if self.may_grow(0) => return Resumption::Unknown,
                Outcome::Sound { .. } | Outcome::Broken { .. } | Outcome::Unfinished => {}
            }
        }
        // An unclosed quote takes no delimiter away; text with line ends in it rarely has enough before the first of them.
        let first = match self.delimiters(0, second) + 1 >= self.shape.width {
            true => FirstLine::Complete,
            false => FirstLine::Partial,
        };
        let (mut at, mut evidence) = (second, Evidence::None);
        loop {
            let is_over = at > self.limits.record_bytes
                || matches!(self.cause, Cause::WrongWidth(end) if at >= end)
                || meant_end.is_some_and(|end| at >= end && end > second);
            if is_over || at >= self.text.len() {
                return self.without_row(at, second, first, evidence);
            }
            let Some(next) = self.line_after(at) else {
                return Resumption::Unknown;
            };
            let earlier = match (self.cause, first, evidence) {
                (Cause::WrongWidth(_), _, _) => Earlier::MayEnd,
                (_, FirstLine::Complete, _) | (_, _, Evidence::Field) => Earlier::HasEnded,
                (_, FirstLine::Partial, Evidence::None) => Earlier::MayEnd,
            };
            match (self.line(at, next, earlier), self.cause) {
                (Line::Row, _) | (Line::Damaged, Cause::Junk(_) | Cause::NeverClosed) => {
                    return before_row(at, second, first, evidence);
                }
                (Line::Damaged, Cause::WrongWidth(_)) | (Line::Short, _) => at = next,
                (Line::EndOfField, _) => (at, evidence) = (next, Evidence::Field),
                (Line::Unknown, _) => return Resumption::Unknown,
            }
        }
    }

    /// No row was found up to `at`.
    fn without_row(&self, at: usize, second: usize, first: FirstLine, evidence: Evidence) -> Resumption {
        match (self.cause, self.tail) {
            (Cause::WrongWidth(_), _) => Resumption::Whole,
            (_, Tail::Open) if at >= self.text.len() => Resumption::Unknown,
            (Cause::NeverClosed, _) if at >= self.text.len() => Resumption::At(at, FaultReason::CutOff),
            (Cause::NeverClosed | Cause::Junk(_), _) => before_row(at, second, first, evidence),
        }
    }

    /// What the physical line from `at` to `next` may be.
    fn line(&self, at: usize, next: usize, earlier: Earlier) -> Line {
        let mut ends_field = false;
        let outcome = self.read_fields(at, Strictness::Strict, |field| {
            ends_field |= grammar::ends_earlier_field(self.text, field);
        });
        match outcome {
            Outcome::Unfinished if self.may_grow(at) => Line::Unknown,
            // A quote may also be the last byte of a good field.
            Outcome::Sound { fields, .. }
                if fields == self.shape.width && (!ends_field || earlier == Earlier::HasEnded) =>
            {
                Line::Row
            }
            _ if ends_field => Line::EndOfField,
            _ if self.delimiters(at, next) + 1 >= self.shape.width => Line::Damaged,
            _ => Line::Short,
        }
    }

    /// Reads a record, looking no further than the limit so that the answer does not depend on how much is buffered.
    fn read(&self, at: usize, strictness: Strictness) -> Outcome {
        self.read_fields(at, strictness, |_| ())
    }

    fn read_fields(&self, at: usize, strictness: Strictness, field: impl FnMut(Field)) -> Outcome {
        let end = self.text.len().min(at + self.limits.record_bytes);
        let tail = match end < self.text.len() {
            true => Tail::Open,
            false => self.tail,
        };
        grammar::record(&self.text[..end], at, self.shape.delimiter, tail, strictness, field)
    }

    fn may_grow(&self, at: usize) -> bool {
        self.tail == Tail::Open && self.text.len() < at + self.limits.record_bytes
    }

    /// Where the physical line after the one around `at` begins.
    fn line_after(&self, at: usize) -> Option<usize> {
        match (memchr(b'\n', &self.text[at..]), self.tail) {
            (Some(n), _) => Some(at + n + 1),
            (None, Tail::Closed) => Some(self.text.len()),
            (None, Tail::Open) => None,
        }
    }

    fn delimiters(&self, from: usize, to: usize) -> usize {
        memchr_iter(self.shape.delimiter, &self.text[from..to]).count()
    }
}

/// The row at `at` was found. The short lines before it are rows of their own if the first line is complete and none of them
/// ends a field.
fn before_row(at: usize, second: usize, first: FirstLine, evidence: Evidence) -> Resumption {
    let next = match (first, evidence) {
        (FirstLine::Complete, Evidence::None) => second,
        (FirstLine::Partial, _) | (FirstLine::Complete, Evidence::Field) => at,
    };
    Resumption::At(next, FaultReason::BrokenQuote)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resumed(text: &str, cause: Cause) -> (&str, FaultReason) {
        let broken = Broken {
            text: text.as_bytes(),
            tail: Tail::Closed,
            shape: Shape { delimiter: b',', width: 3 },
            limits: Limits::STANDARD,
            cause,
        };
        match broken.resumption() {
            Resumption::At(at, reason) => (&text[at..], reason),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_unclosed_quote_costs_its_line() {
        let text = "1,\"open,x\n2,y,z\n3,\"q\",z\n";
        assert_eq!(resumed(text, Cause::Junk(19)), ("2,y,z\n3,\"q\",z\n", FaultReason::BrokenQuote));
        assert_eq!(resumed("1,\"open,x\n2,y,z\n", Cause::NeverClosed), ("2,y,z\n", FaultReason::BrokenQuote));
    }

    #[test]
    fn a_stray_quote_costs_all_lines_of_its_field() {
        let text = "1,\"one\ntwo \"three\" four\nfive\",x\n2,y,z\n";
        assert_eq!(resumed(text, Cause::Junk(11)), ("2,y,z\n", FaultReason::BrokenQuote));
        let text = "\"a\" b,\"one\ntwo\",x\n2,y,z\n";
        assert_eq!(resumed(text, Cause::Junk(2)), ("2,y,z\n", FaultReason::BrokenQuote));
    }

    #[test]
    fn a_short_row_after_a_closed_one_is_left_alone() {
        assert_eq!(resumed("\"a\" b,c,d\n2,y\n", Cause::Junk(2)), ("2,y\n", FaultReason::BrokenQuote));
        let text = "1,\"open,x\n2,y\n3,\"q\",z\n";
        assert_eq!(resumed(text, Cause::Junk(17)), ("2,y\n3,\"q\",z\n", FaultReason::BrokenQuote));
    }

    #[test]
    fn a_line_that_ends_an_earlier_field_is_no_row() {
        let text = "1,\"one \"x\" one\ntwo\",b,c\n2,y,z\n";
        assert_eq!(resumed(text, Cause::Junk(8)), ("2,y,z\n", FaultReason::BrokenQuote));
        let text = "1,b,\"one \"x\" one\ntwo\nthree\"\n2,y,z\n";
        assert_eq!(resumed(text, Cause::Junk(9)), ("2,y,z\n", FaultReason::BrokenQuote));
    }

    #[test]
    fn a_text_that_ends_inside_quotes_is_cut_off() {
        assert_eq!(resumed("1,\"one\ntwo", Cause::NeverClosed), ("", FaultReason::CutOff));
    }

    #[test]
    fn an_open_tail_asks_for_more() {
        let broken = Broken {
            text: b"1,\"open\n2,y",
            tail: Tail::Open,
            shape: Shape { delimiter: b',', width: 3 },
            limits: Limits::STANDARD,
            cause: Cause::NeverClosed,
        };
        assert_eq!(broken.resumption(), Resumption::Unknown);
    }
}

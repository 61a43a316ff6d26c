//! Cuts a text into chunks of whole records, and takes out the records whose quotes are broken.
//!
//! Only quotes and line feeds are looked at here, so this sequential step is far faster than the parsing that follows it on
//! the worker threads; and because it is sequential it always knows whether a line feed stands inside quotes.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};

use super::error::Error;
use super::fault::Fault;
use super::grammar::{self, Outcome, QUOTE, Strictness, Tail};
use super::resume::{Broken, Cause, Resumption};
use super::text::Text;

/// Sizes that bound the memory of a scan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Bytes read at a time.
    pub(super) block_bytes: usize,
    /// A chunk is handed out once it has so many bytes ...
    pub(super) chunk_bytes: usize,
    /// ... or so many line feeds (never fewer than its records).
    pub(super) chunk_lines: usize,
    /// Bytes after which a quote counts as never closed. The longest field known in incident data (UCDP `source_article`)
    /// has some 10,000.
    pub(super) record_bytes: usize,
}

impl Limits {
    pub(super) const STANDARD: Limits =
        Limits { block_bytes: 1 << 20, chunk_bytes: 16 << 20, chunk_lines: 100_000, record_bytes: 4 << 20 };
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
    pub(super) faults: Vec<Fault>,
}

/// What the records of a table look like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub(super) delimiter: u8,
    pub(super) width: usize,
}

/// Whether the splitter can go on with the bytes that it holds.
enum Step {
    /// It needs more bytes, or the text is at its end.
    Dry,
    /// A record was taken out.
    Resumed,
}

pub(super) struct Splitter {
    text: Text,
    shape: Shape,
    limits: Limits,
    buffer: Vec<u8>,
    tail: Tail,
    /// First byte not yet looked at.
    at: usize,
    /// Whether `at` stands inside quotes.
    quoted: Quoted,
    /// Whether the record around `at` has line ends inside quotes.
    extent: Extent,
    /// Where the record around `at` begins.
    border: usize,
    span_start: usize,
    /// Physical line at `span_start`.
    line: u64,
    line_feeds: usize,
    spans: Vec<Span>,
    faults: Vec<Fault>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoted {
    Outside,
    /// From the first byte after the opening quote.
    Inside(usize),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    OneLine,
    Lines,
}

/// What a quote inside a quoted field means.
enum AfterQuote {
    Doubled,
    Closed,
    Junk,
    /// The bytes that tell are not there yet.
    Unknown,
}

impl Splitter {
    /// Splits what follows the first `skip` bytes of `text`, which lie on the lines before `line`.
    pub(super) fn new(mut text: Text, shape: Shape, limits: Limits, skip: usize, line: u64) -> Result<Splitter, Error> {
        let mut buffer = Vec::new();
        let mut tail = Tail::Open;
        while tail == Tail::Open && buffer.len() <= skip {
            tail = text.fill(&mut buffer)?;
        }
        buffer.drain(..skip.min(buffer.len()));
        Ok(Splitter {
            line_feeds: count_lines(&buffer),
            text,
            shape,
            limits,
            buffer,
            tail,
            at: 0,
            quoted: Quoted::Outside,
            extent: Extent::OneLine,
            border: 0,
            span_start: 0,
            line,
            spans: Vec::new(),
            faults: Vec::new(),
        })
    }

    /// The next chunk, or `None` at the end of the text.
    pub(super) fn chunk(&mut self) -> Result<Option<Chunk>, Error> {
        loop {
            while let Step::Resumed = self.advance()? {}
            let full = self.buffer.len() >= self.limits.chunk_bytes || self.line_feeds >= self.limits.chunk_lines;
            match self.tail {
                Tail::Closed => {
                    self.border = self.buffer.len();
                    let chunk = self.cut();
                    let is_done = chunk.spans.is_empty() && chunk.faults.is_empty();
                    return Ok((!is_done).then_some(chunk));
                }
                Tail::Open if full && self.border > 0 => return Ok(Some(self.cut())),
                Tail::Open => {
                    let before = self.buffer.len();
                    self.tail = self.text.fill(&mut self.buffer)?;
                    self.line_feeds += count_lines(&self.buffer[before..]);
                }
            }
        }
    }

    fn cut(&mut self) -> Chunk {
        self.close_span();
        let rest = self.buffer.split_off(self.border);
        let text = std::mem::replace(&mut self.buffer, rest);
        self.at = self.at.saturating_sub(self.border);
        if let Quoted::Inside(start) = &mut self.quoted {
            *start -= self.border;
        }
        self.border = 0;
        self.span_start = 0;
        self.line_feeds = count_lines(&self.buffer);
        Chunk { text, spans: std::mem::take(&mut self.spans), faults: std::mem::take(&mut self.faults) }
    }

    /// Ends the span before the border and moves `line` there.
    fn close_span(&mut self) {
        let range = self.span_start..self.border;
        if range.is_empty() {
            return;
        }
        let line = self.line;
        self.line += count_lines(&self.buffer[range.clone()]) as u64;
        self.spans.push(Span { range, line });
    }

    /// Walks over the quotes up to the end of the buffer or the next broken record.
    fn advance(&mut self) -> Result<Step, Error> {
        loop {
            let found = memchr(QUOTE, &self.buffer[self.at..]).map(|n| self.at + n);
            match self.quoted {
                Quoted::Outside => {
                    let stop = found.unwrap_or(self.buffer.len());
                    if let Some(end) = self.end_of_lines(stop)
                        && let Some(step) = self.check_width(end)?
                    {
                        return Ok(step);
                    }
                    if let Some(n) = memrchr(b'\n', &self.buffer[self.at..stop]) {
                        self.border = self.at + n + 1;
                    }
                    let Some(quote) = found else {
                        self.at = stop;
                        return self.check_line().map(|()| Step::Dry);
                    };
                    let opens = quote == self.border || self.buffer[quote - 1] == self.shape.delimiter;
                    if opens {
                        self.quoted = Quoted::Inside(quote + 1);
                    }
                    self.at = quote + 1;
                }
                Quoted::Inside(start) => {
                    let stop = found.unwrap_or(self.buffer.len());
                    if stop - self.border > self.limits.record_bytes {
                        return self.take_out(Cause::NeverClosed);
                    }
                    let Some(quote) = found else {
                        self.at = stop;
                        return match self.tail {
                            Tail::Open => Ok(Step::Dry),
                            Tail::Closed => self.take_out(Cause::NeverClosed),
                        };
                    };
                    match self.after_quote(quote) {
                        AfterQuote::Doubled => self.at = quote + 2,
                        AfterQuote::Closed => {
                            if memchr(b'\n', &self.buffer[start..quote]).is_some() {
                                self.extent = Extent::Lines;
                            }
                            self.quoted = Quoted::Outside;
                            self.at = quote + 1;
                        }
                        AfterQuote::Unknown => {
                            self.at = quote;
                            return Ok(Step::Dry);
                        }
                        AfterQuote::Junk => {
                            self.at = quote;
                            return self.take_out(Cause::Junk(quote - self.border));
                        }
                    }
                }
            }
        }
    }

    fn after_quote(&self, quote: usize) -> AfterQuote {
        match &self.buffer[quote + 1..] {
            [QUOTE, ..] => AfterQuote::Doubled,
            [b'\n', ..] | [b'\r', b'\n', ..] => AfterQuote::Closed,
            [byte, ..] if *byte == self.shape.delimiter => AfterQuote::Closed,
            [] | [b'\r'] => match self.tail {
                Tail::Open => AfterQuote::Unknown,
                Tail::Closed => AfterQuote::Closed,
            },
            [_, ..] => AfterQuote::Junk,
        }
    }

    /// Refuses a text without line ends, which would be held in memory whole.
    fn check_line(&self) -> Result<(), Error> {
        if self.buffer.len() - self.border <= self.limits.record_bytes {
            return Ok(());
        }
        Err(self.endless_line())
    }

    fn endless_line(&self) -> Error {
        Error::EndlessLine {
            table: self.text.table().to_owned(),
            line: self.line + count_lines(&self.buffer[self.span_start..self.border]) as u64,
            limit: self.limits.record_bytes,
        }
    }

    /// Where the record around `at` ends, if it has several lines and ends before `stop`.
    fn end_of_lines(&self, stop: usize) -> Option<usize> {
        if self.extent == Extent::OneLine {
            return None;
        }
        let line_end = memchr(b'\n', &self.buffer[self.at..stop]).map(|n| self.at + n + 1);
        let is_last = self.tail == Tail::Closed && stop == self.buffer.len();
        line_end.or(is_last.then_some(stop))
    }

    /// Takes out the record of several lines that ends at `end` if it is broken; else marks it as checked.
    fn check_width(&mut self, end: usize) -> Result<Option<Step>, Error> {
        let (text, strict) = (&self.buffer[..end], Strictness::Strict);
        let delimiter = self.shape.delimiter;
        match grammar::record(text, self.border, delimiter, Tail::Closed, strict, |_| ()) {
            Outcome::Sound { fields, .. } if fields == self.shape.width => {}
            Outcome::Sound { .. } | Outcome::Broken { .. } | Outcome::Unfinished => {
                let cause = Cause::WrongWidth(end - self.border);
                if self.broken(cause).resumption() != Resumption::Whole {
                    return self.take_out(cause).map(Some);
                }
            }
        }
        self.extent = Extent::OneLine;
        Ok(None)
    }

    fn broken(&self, cause: Cause) -> Broken<'_> {
        Broken { text: &self.buffer[self.border..], tail: self.tail, shape: self.shape, limits: self.limits, cause }
    }

    /// Takes out the record at the border and resumes after it.
    fn take_out(&mut self, cause: Cause) -> Result<Step, Error> {
        let (length, reason) = match self.broken(cause).resumption() {
            Resumption::At(length, reason) => (length, reason),
            Resumption::Whole | Resumption::Unknown => return Ok(Step::Dry),
            Resumption::EndlessLine => return Err(self.endless_line()),
        };
        self.close_span();
        let row = &self.buffer[self.border..self.border + length];
        self.faults.push(Fault::new(self.line, reason, row));
        self.line += count_lines(row) as u64;
        self.border += length;
        self.span_start = self.border;
        self.at = self.border;
        self.quoted = Quoted::Outside;
        self.extent = Extent::OneLine;
        Ok(Step::Resumed)
    }
}

fn count_lines(text: &[u8]) -> usize {
    memchr_iter(b'\n', text).count()
}

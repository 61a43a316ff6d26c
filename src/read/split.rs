//! Cuts a text into chunks of whole records, and takes out the records whose quotes are broken.
//!
//! Only quotes and line feeds are looked at here, so this sequential step is far faster than the parsing that follows it on
//! the worker threads; and because it is sequential it always knows whether a line feed stands inside quotes.

use memchr::{memchr, memchr_iter, memrchr};

use super::chunk::{Chunk, Limits, Shape, Span};
use super::error::Error;
use super::fault::Fault;
use super::grammar::{self, AfterQuote, Outcome, QUOTE, Strictness, Tail};
use super::resume::{Broken, Cause, Resumption};
use super::text::Text;

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
    /// Line feeds in the buffer from `span_start` on; counted as blocks arrive, while they are in the cache.
    line_feeds: usize,
    next: Chunk,
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
            next: Chunk::default(),
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
        let rest = count_lines(&self.buffer[self.border..]);
        let lines = self.line_feeds - rest;
        self.close_span(lines);
        let rest = self.buffer.split_off(self.border);
        self.next.text = std::mem::replace(&mut self.buffer, rest);
        self.at = self.at.saturating_sub(self.border);
        if let Quoted::Inside(start) = &mut self.quoted {
            *start -= self.border;
        }
        self.border = 0;
        self.span_start = 0;
        self.next.next_line = self.line;
        std::mem::take(&mut self.next)
    }

    /// Ends the span of so many lines before the border and moves `line` there.
    fn close_span(&mut self, lines: usize) {
        let range = self.span_start..self.border;
        if range.is_empty() {
            return;
        }
        self.next.spans.push(Span { range, line: self.line });
        self.line += lines as u64;
        self.line_feeds -= lines;
        self.next.lines += lines;
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
                    match grammar::after_quote(&self.buffer, quote, self.shape.delimiter, self.tail) {
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
        self.close_span(count_lines(&self.buffer[self.span_start..self.border]));
        let row = &self.buffer[self.border..self.border + length];
        self.next.faults.push(Fault::new(self.line, reason, row));
        let lines = count_lines(row);
        self.line += lines as u64;
        self.line_feeds -= lines;
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

#[cfg(test)]
mod tests;

//! A chunk of text to a batch of records: each record's width, bytes and doubles checked, on a worker thread.

use std::sync::Arc;

use memchr::memchr;

use super::batch::{Batch, Found, Kept};
use super::chunk::{Chunk, Shape};
use super::fault::{Fault, FaultReason};
use super::grammar::{self, Ending, Field, Outcome, QUOTE, Quoting, Strictness, Tail};
use super::regular::Form;

/// U+FEFF in UTF-8: it stands before a record where files with byte order marks were joined.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads the records of `chunk` and keeps some of their columns. Records equal to one of `headers` are skipped.
pub(super) fn batch(mut chunk: Chunk, form: &Form) -> (Batch, Decoding) {
    let Form { shape, kept, headers, .. } = form;
    let text = std::str::from_utf8(&chunk.text);
    let decoding = match text {
        Ok(_) => Decoding::Whole,
        Err(_) => Decoding::Damaged,
    };
    let capacity = chunk.text.len().min(chunk.lines * kept.columns().len());
    let mut parser = Parser {
        shape: *shape,
        kept,
        headers,
        check: match text {
            Ok(text) if memchr(0, text.as_bytes()).is_none() => Check::Needless,
            Ok(_) | Err(_) => Check::EachField,
        },
        escaped: Vec::new(),
        found: Found {
            lines: Vec::with_capacity(chunk.lines),
            fields: Vec::with_capacity(capacity),
            faults: std::mem::take(&mut chunk.faults),
            ..Found::default()
        },
    };
    for span in &chunk.spans {
        let text = &chunk.text[..span.range.end];
        let (mut at, mut line) = (span.range.start, span.line);
        while at < text.len() {
            (at, line) = parser.record(text, at, line);
        }
    }
    (parser.finish(chunk.text), decoding)
}

/// Whether a text is UTF-8 throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decoding {
    Whole,
    Damaged,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Check {
    Needless,
    EachField,
}

struct Parser<'a> {
    shape: Shape,
    kept: &'a Arc<Kept>,
    headers: &'a [Vec<String>],
    check: Check,
    found: Found,
    /// Indices into `fields` whose doubled quotes are still to be undone.
    escaped: Vec<usize>,
}

impl Parser<'_> {
    /// Reads the record at `at`; returns where the next one starts, and on which line.
    fn record(&mut self, text: &[u8], at: usize, line: u64) -> (usize, u64) {
        let first = self.found.fields.len();
        let (fields, escaped) = (&mut self.found.fields, &mut self.escaped);
        // A chunk is far smaller than four gigabytes: see the limits of the splitter.
        let push = |field: Field| {
            if field.quoting == Quoting::Doubled {
                escaped.push(fields.len());
            }
            fields.push((field.start as u32, field.end as u32));
        };
        let strict = Strictness::Strict;
        let outcome = grammar::record(text, at, self.shape.delimiter, Tail::Closed, strict, push);
        let Outcome::Sound { fields: found, next, line_ends, ending } = outcome else {
            // The splitter takes out all records that are not sound; were one to slip through, it must not stop a run.
            return self.reject_line(text, at, first, line);
        };
        let after = (next, line + line_ends);
        if text[self.found.fields[first].0 as usize..].starts_with(BYTE_ORDER_MARK) {
            self.found.fields[first].0 += BYTE_ORDER_MARK.len() as u32;
        }
        if self.is_blank(text, first) {
            self.found.tally.blank += 1;
        } else if found != self.shape.width {
            let reason = match ending {
                Ending::EndOfText if found < self.shape.width => FaultReason::CutOff,
                Ending::EndOfText | Ending::LineEnd => FaultReason::FieldCount { expected: self.shape.width, found },
            };
            self.reject(line, reason, &text[at..next]);
        } else if self.is_header(text, first) {
            self.found.tally.header += 1;
        } else if let Some(column) = self.undecodable_column(text, first) {
            let reason = FaultReason::Undecodable { column: Some(column) };
            self.reject(line, reason, &text[at..next]);
        } else {
            self.found.lines.push(line);
            self.found.tally.good += 1;
            self.keep(first);
            return after;
        }
        self.forget(first);
        after
    }

    /// Keeps the columns that are asked for, of a good record whose fields begin at `first`.
    fn keep(&mut self, first: usize) {
        let columns = self.kept.columns();
        if columns.len() == self.shape.width {
            return;
        }
        for (place, column) in columns.iter().enumerate() {
            self.found.fields[first + place] = self.found.fields[first + column];
        }
        self.found.fields.truncate(first + columns.len());
        let earlier = self.escaped.partition_point(|index| *index < first);
        let mut read = earlier;
        let mut written = earlier;
        while let Some(index) = self.escaped.get(read) {
            if let Some(place) = self.kept.place(index - first) {
                self.escaped[written] = first + place;
                written += 1;
            }
            read += 1;
        }
        self.escaped.truncate(written);
    }

    /// Rejects one physical line for its quotes.
    fn reject_line(&mut self, text: &[u8], at: usize, first: usize, line: u64) -> (usize, u64) {
        let next = memchr(b'\n', &text[at..]).map_or(text.len(), |n| at + n + 1);
        self.reject(line, FaultReason::BrokenQuote, &text[at..next]);
        self.forget(first);
        (next, line + 1)
    }

    fn forget(&mut self, first: usize) {
        self.found.fields.truncate(first);
        while self.escaped.last().is_some_and(|index| *index >= first) {
            self.escaped.pop();
        }
    }

    fn reject(&mut self, line: u64, reason: FaultReason, row: &[u8]) {
        self.found.faults.push(Fault::new(line, reason, row));
    }

    /// A line without bytes, or one whose fields are all white space (as spreadsheets write below the data).
    fn is_blank(&self, text: &[u8], first: usize) -> bool {
        self.found.fields[first..]
            .iter()
            .all(|(start, end)| text[*start as usize..*end as usize].trim_ascii().is_empty())
    }

    fn is_header(&self, text: &[u8], first: usize) -> bool {
        let fields = &self.found.fields[first..];
        let is_same = |header: &Vec<String>| {
            header.len() == fields.len()
                && header
                    .iter()
                    .zip(fields)
                    .all(|(name, (start, end))| is_value(&text[*start as usize..*end as usize], name))
        };
        self.headers.iter().any(is_same)
    }

    fn undecodable_column(&self, text: &[u8], first: usize) -> Option<usize> {
        if self.check == Check::Needless {
            return None;
        }
        self.found.fields[first..].iter().position(|(start, end)| {
            let field = &text[*start as usize..*end as usize];
            field.contains(&0) || std::str::from_utf8(field).is_err()
        })
    }

    fn finish(mut self, mut text: Vec<u8>) -> Batch {
        for index in self.escaped {
            let (start, end) = self.found.fields[index];
            let length = undouble(&mut text[start as usize..end as usize]);
            self.found.fields[index].1 = start + length as u32;
        }
        let text = String::from_utf8(text).unwrap_or_else(|error| decoded(error.into_bytes()));
        self.found.faults.sort_by_key(|fault| fault.line);
        self.found.tally.faulty = self.found.faults.len() as u64;
        Batch::new(text, Arc::clone(self.kept), self.found)
    }
}

/// Whether the bytes of a field, doubled quotes and all, stand for `value`.
pub(super) fn is_value(field: &[u8], value: &str) -> bool {
    field == value.as_bytes()
        || (field.len() > value.len()
            && memchr(QUOTE, field).is_some()
            && String::from_utf8_lossy(field).replace("\"\"", "\"") == value)
}

/// Undoes doubled quotes in place, fills the rest with spaces and returns the new length.
fn undouble(field: &mut [u8]) -> usize {
    let (mut read, mut written) = (0, 0);
    while let Some(n) = memchr(QUOTE, &field[read..]) {
        field.copy_within(read..=read + n, written);
        written += n + 1;
        read += n + 2;
    }
    let rest = read..field.len();
    let length = written + rest.len();
    field.copy_within(rest, written);
    field[length..].fill(b' ');
    length
}

/// The bytes as text. Whatever is not UTF-8 lies in rejected rows by now and is overwritten.
fn decoded(mut bytes: Vec<u8>) -> String {
    let mut at = 0;
    let mut invalid = Vec::new();
    for part in bytes.utf8_chunks() {
        at += part.valid().len();
        invalid.push(at..at + part.invalid().len());
        at += part.invalid().len();
    }
    for range in invalid {
        bytes[range].fill(b'?');
    }
    String::from_utf8(bytes).expect("what was not UTF-8 has been overwritten")
}

#[cfg(test)]
mod tests {
    use super::super::batch::{Columns, Tally};
    use super::super::chunk::{Limits, Span};
    use super::*;

    fn parsed(text: &[u8], headers: &[Vec<String>]) -> Batch {
        let chunk =
            Chunk { text: text.to_vec(), spans: vec![Span { range: 0..text.len(), line: 2 }], ..Chunk::default() };
        let form = Form {
            shape: Shape { delimiter: b',', width: 2 },
            limits: Limits::STANDARD,
            kept: Arc::new(Kept::new(&Columns::All, 2)),
            headers: headers.to_vec(),
        };
        super::batch(chunk, &form).0
    }

    fn records(batch: &Batch) -> Vec<(u64, Vec<&str>)> {
        batch.records().map(|record| (record.line(), record.iter().collect())).collect()
    }

    #[test]
    fn values_are_unescaped_and_lines_are_physical() {
        let batch = parsed("\"a \"\"é\"\"\n\",b\r\n\n\"\"\"\",\"\"\n".as_bytes(), &[]);
        assert_eq!(records(&batch), [(2, vec!["a \"é\"\n", "b"]), (5, vec!["\"", ""])]);
        assert_eq!(batch.tally(), Tally { good: 2, blank: 1, ..Tally::default() });
    }

    #[test]
    fn repeated_headers_and_empty_rows_are_skipped() {
        let header = vec!["id".to_owned(), "a \"b\"".to_owned()];
        let text = "\u{feff}id,\"a \"\"b\"\"\"\n , \n1,x\n";
        let batch = parsed(text.as_bytes(), &[header]);
        assert_eq!(records(&batch), [(4, vec!["1", "x"])]);
        assert_eq!(batch.tally(), Tally { good: 1, blank: 1, header: 1, faulty: 0 });
    }

    #[test]
    fn each_bad_row_costs_itself() {
        let batch = parsed(b"1,a\n2,b,\"c\nd\"\n3,\xFF\n\0,4\n5,\xC3\xA9\n6", &[]);
        assert_eq!(records(&batch), [(2, vec!["1", "a"]), (7, vec!["5", "é"])]);
        let faults: Vec<_> = batch.faults().iter().map(|fault| (fault.line, fault.reason)).collect();
        assert_eq!(
            faults,
            [
                (3, FaultReason::FieldCount { expected: 2, found: 3 }),
                (5, FaultReason::Undecodable { column: Some(1) }),
                (6, FaultReason::Undecodable { column: Some(0) }),
                (8, FaultReason::CutOff),
            ]
        );
    }
}

//! Records ready to be looked at: every field is valid UTF-8, unquoted, and every record has the width of the table.

use memchr::memchr;

use super::fault::{Fault, FaultReason};
use super::grammar::{self, Ending, Field, Outcome, QUOTE, Quoting, Strictness, Tail};
use super::split::{Chunk, Shape};

/// U+FEFF in UTF-8: it stands before a record where files with byte order marks were joined.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// About 100,000 records, in file order.
///
/// Invariants: `fields` holds `width` bounds for each entry of `lines`, all on character borders of `text`.
#[derive(Debug)]
pub struct Batch {
    text: String,
    width: usize,
    lines: Vec<u64>,
    fields: Vec<(u32, u32)>,
    faults: Vec<Fault>,
    tally: Tally,
}

/// How many rows of each kind a batch, or a whole scan, came upon.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) good: u64,
    pub(super) faulty: u64,
    pub(super) blank: u64,
    pub(super) header: u64,
}

/// One record of a [`Batch`].
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    batch: &'a Batch,
    index: usize,
}

impl<'a> Record<'a> {
    /// Physical line on which the record starts, from 1 (for a workbook: the row of the sheet).
    pub fn line(&self) -> u64 {
        self.batch.lines[self.index]
    }

    /// Number of fields: the width of the table.
    #[allow(clippy::len_without_is_empty)] // A record has at least one field.
    pub fn len(&self) -> usize {
        self.batch.width
    }

    /// The value in a column, from 0, unquoted and unescaped.
    ///
    /// # Panics
    /// If the table has no such column.
    pub fn get(&self, column: usize) -> &'a str {
        assert!(column < self.batch.width, "column {column} of {}", self.batch.width);
        let (start, end) = self.batch.fields[self.index * self.batch.width + column];
        &self.batch.text[start as usize..end as usize]
    }

    /// The values in column order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &'a str> + use<'a> {
        let record = *self;
        (0..record.batch.width).map(move |column| record.get(column))
    }
}

impl Batch {
    /// The good records.
    pub fn records(&self) -> impl ExactSizeIterator<Item = Record<'_>> {
        (0..self.lines.len()).map(|index| Record { batch: self, index })
    }

    /// Number of good records.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no good record (there may be faults).
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The rejected rows, in the order of their lines.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub(super) fn tally(&self) -> Tally {
        self.tally
    }

    /// Reads the records of `chunk`. Records equal to one of `headers` are skipped.
    pub(super) fn parse(mut chunk: Chunk, shape: Shape, headers: &[Vec<String>]) -> Batch {
        let mut parser = Parser {
            shape,
            headers,
            check: match std::str::from_utf8(&chunk.text) {
                Ok(text) if !text.as_bytes().contains(&0) => Check::Needless,
                Ok(_) | Err(_) => Check::EachField,
            },
            lines: Vec::new(),
            fields: Vec::new(),
            escaped: Vec::new(),
            faults: std::mem::take(&mut chunk.faults),
            tally: Tally::default(),
        };
        for span in &chunk.spans {
            let text = &chunk.text[..span.range.end];
            let (mut at, mut line) = (span.range.start, span.line);
            while at < text.len() {
                let (next, next_line) = parser.record(text, at, line);
                (at, line) = (next, next_line);
            }
        }
        parser.finish(chunk.text)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Check {
    Needless,
    EachField,
}

struct Parser<'a> {
    shape: Shape,
    headers: &'a [Vec<String>],
    check: Check,
    lines: Vec<u64>,
    fields: Vec<(u32, u32)>,
    /// Indices into `fields` whose doubled quotes are still to be undone.
    escaped: Vec<usize>,
    faults: Vec<Fault>,
    tally: Tally,
}

impl Parser<'_> {
    /// Reads the record at `at`; returns where the next one starts, and on which line.
    fn record(&mut self, text: &[u8], at: usize, line: u64) -> (usize, u64) {
        let first = self.fields.len();
        let (fields, escaped) = (&mut self.fields, &mut self.escaped);
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
        if text[self.fields[first].0 as usize..].starts_with(BYTE_ORDER_MARK) {
            self.fields[first].0 += BYTE_ORDER_MARK.len() as u32;
        }
        if self.is_blank(text, first) {
            self.tally.blank += 1;
        } else if found != self.shape.width {
            let reason = match ending {
                Ending::EndOfText if found < self.shape.width => FaultReason::CutOff,
                Ending::EndOfText | Ending::LineEnd => FaultReason::FieldCount { expected: self.shape.width, found },
            };
            self.reject(line, reason, &text[at..next]);
        } else if self.is_header(text, first) {
            self.tally.header += 1;
        } else if let Some(column) = self.undecodable_column(text, first) {
            let reason = FaultReason::Undecodable { column: Some(column) };
            self.reject(line, reason, &text[at..next]);
        } else {
            self.lines.push(line);
            self.tally.good += 1;
            return after;
        }
        self.forget(first);
        after
    }

    /// Rejects one physical line for its quotes.
    fn reject_line(&mut self, text: &[u8], at: usize, first: usize, line: u64) -> (usize, u64) {
        let next = memchr(b'\n', &text[at..]).map_or(text.len(), |n| at + n + 1);
        self.reject(line, FaultReason::BrokenQuote, &text[at..next]);
        self.forget(first);
        (next, line + 1)
    }

    fn forget(&mut self, first: usize) {
        self.fields.truncate(first);
        while self.escaped.last().is_some_and(|index| *index >= first) {
            self.escaped.pop();
        }
    }

    fn reject(&mut self, line: u64, reason: FaultReason, row: &[u8]) {
        self.faults.push(Fault::new(line, reason, row));
    }

    /// A line without bytes, or one whose fields are all white space (as spreadsheets write below the data).
    fn is_blank(&self, text: &[u8], first: usize) -> bool {
        self.fields[first..].iter().all(|(start, end)| text[*start as usize..*end as usize].trim_ascii().is_empty())
    }

    fn is_header(&self, text: &[u8], first: usize) -> bool {
        let fields = &self.fields[first..];
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
        self.fields[first..].iter().position(|(start, end)| {
            let field = &text[*start as usize..*end as usize];
            field.contains(&0) || std::str::from_utf8(field).is_err()
        })
    }

    fn finish(mut self, mut text: Vec<u8>) -> Batch {
        for index in self.escaped {
            let (start, end) = self.fields[index];
            let length = undouble(&mut text[start as usize..end as usize]);
            self.fields[index].1 = start + length as u32;
        }
        let text = String::from_utf8(text).unwrap_or_else(|error| decoded(error.into_bytes()));
        self.faults.sort_by_key(|fault| fault.line);
        self.tally.faulty = self.faults.len() as u64;
        Batch {
            text,
            width: self.shape.width,
            lines: self.lines,
            fields: self.fields,
            faults: self.faults,
            tally: self.tally,
        }
    }
}

/// Whether the bytes of a field, doubled quotes and all, stand for `value`.
fn is_value(field: &[u8], value: &str) -> bool {
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
    use super::super::split::Span;
    use super::*;

    fn parse(text: &[u8], headers: &[Vec<String>]) -> Batch {
        let chunk =
            Chunk { text: text.to_vec(), spans: vec![Span { range: 0..text.len(), line: 2 }], faults: Vec::new() };
        Batch::parse(chunk, Shape { delimiter: b',', width: 2 }, headers)
    }

    fn records(batch: &Batch) -> Vec<(u64, Vec<&str>)> {
        batch.records().map(|record| (record.line(), record.iter().collect())).collect()
    }

    #[test]
    fn values_are_unescaped_and_lines_are_physical() {
        let batch = parse("\"a \"\"é\"\"\n\",b\r\n\n\"\"\"\",\"\"\n".as_bytes(), &[]);
        assert_eq!(records(&batch), [(2, vec!["a \"é\"\n", "b"]), (5, vec!["\"", ""])]);
        assert_eq!(batch.tally(), Tally { good: 2, blank: 1, ..Tally::default() });
    }

    #[test]
    fn repeated_headers_and_empty_rows_are_skipped() {
        let header = vec!["id".to_owned(), "a \"b\"".to_owned()];
        let text = "\u{feff}id,\"a \"\"b\"\"\"\n , \n1,x\n";
        let batch = parse(text.as_bytes(), &[header]);
        assert_eq!(records(&batch), [(4, vec!["1", "x"])]);
        assert_eq!(batch.tally(), Tally { good: 1, blank: 1, header: 1, faulty: 0 });
    }

    #[test]
    fn each_bad_row_costs_itself() {
        let batch = parse(b"1,a\n2,b,\"c\nd\"\n3,\xFF\n\0,4\n5,\xC3\xA9\n6", &[]);
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

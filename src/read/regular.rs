//! A piece of regular text to a batch of records.
//!
//! All is proved on the way: that the text is UTF-8 without NUL bytes, that its quotes are in order, that each record has the
//! width of the table, and that the last one ends with the piece. Whatever is not so is left to the careful path.

use std::sync::Arc;

use memchr::memchr;

use super::batch::{Batch, Found, Kept};
use super::blocks::Piece;
use super::chunk::{Limits, Shape};
use super::grammar::{self, Field, Outcome, QUOTE, Quoting, Strictness, Tail};
use super::parse::{BYTE_ORDER_MARK, is_value};
use super::pool::{Pool, Spare};

/// What reading a piece gave.
pub(super) enum Reading {
    /// Its records, whose lines count from 0, and the number of its line ends.
    Regular(Batch, u64),
    /// Something in it must be looked at with care.
    Irregular,
}

/// What the records of a table look like, and what is wanted of them.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) shape: Shape,
    pub(super) limits: Limits,
    pub(super) kept: Arc<Kept>,
    /// Records equal to one of these are skipped.
    pub(super) headers: Vec<Vec<String>>,
}

/// Reads the records of `piece`, if all of them are regular.
pub(super) fn batch(piece: Piece, form: &Form, pool: &Arc<Pool>) -> Reading {
    let Spare { text, mut lines, mut fields } = piece.spare;
    lines.clear();
    fields.clear();
    let mut text = match String::from_utf8(text) {
        Ok(text) => text,
        Err(error) => {
            pool.give(Spare { text: error.into_bytes(), lines, fields });
            return Reading::Irregular;
        }
    };
    let mut parser = Parser {
        form,
        text: &text,
        tail: piece.tail,
        bounds: vec![(0, 0); form.shape.width],
        doubled: Vec::new(),
        unescaped: String::new(),
        found: Found { lines, fields, ..Found::default() },
    };
    let line_ends = parser.records();
    let (unescaped, found) = (parser.unescaped, parser.found);
    match line_ends {
        Some(line_ends) => {
            let raw = text.len();
            text.push_str(&unescaped);
            let batch = Batch::new(text, Arc::clone(&form.kept), found).raw_up_to(raw).given_back_to(Arc::clone(pool));
            Reading::Regular(batch, line_ends)
        }
        None => {
            pool.give(Spare { text: text.into_bytes(), lines: found.lines, fields: found.fields });
            Reading::Irregular
        }
    }
}

struct Parser<'a> {
    form: &'a Form,
    text: &'a str,
    tail: Tail,
    /// The bounds of the fields of one record.
    bounds: Vec<(u32, u32)>,
    /// Its columns with doubled quotes.
    doubled: Vec<usize>,
    /// The values of all kept fields with doubled quotes: they will stand behind the text.
    unescaped: String,
    found: Found,
}

impl Parser<'_> {
    /// The number of line ends, if all records are regular.
    fn records(&mut self) -> Option<u64> {
        let text = self.text.as_bytes();
        if memchr(0, text).is_some() {
            return None;
        }
        let (mut at, mut line) = (0, 0);
        while at < text.len() {
            (at, line) = self.record(text, at, line)?;
        }
        Some(line)
    }

    /// Reads the record at `at`; returns where the next one starts, and on which line.
    fn record(&mut self, text: &[u8], at: usize, line: u64) -> Option<(usize, u64)> {
        let (bounds, doubled) = (&mut self.bounds, &mut self.doubled);
        doubled.clear();
        let mut column = 0;
        // A piece is far smaller than four gigabytes.
        let push = |field: Field| {
            if let Some(place) = bounds.get_mut(column) {
                *place = (field.start as u32, field.end as u32);
            }
            if field.quoting == Quoting::Doubled {
                doubled.push(column);
            }
            column += 1;
        };
        let outcome = grammar::record(text, at, self.form.shape.delimiter, self.tail, Strictness::Strict, push);
        let Outcome::Sound { fields, next, line_ends, .. } = outcome else { return None };
        let after = (next, line + line_ends);
        let width = self.form.shape.width;
        if fields > width || next - at > self.form.limits.record_bytes || text[at..].starts_with(BYTE_ORDER_MARK) {
            return None;
        }
        let is_blank = |(start, end): &(u32, u32)| text[*start as usize..*end as usize].trim_ascii().is_empty();
        if self.bounds[..fields].iter().all(is_blank) {
            // A wrong width and several lines make a record suspect.
            let is_regular = fields == width || line_ends <= 1;
            self.found.tally.blank += 1;
            return is_regular.then_some(after);
        }
        if fields < width {
            return None;
        }
        if self.is_header(text) {
            self.found.tally.header += 1;
            return Some(after);
        }
        self.keep(line);
        Some(after)
    }

    fn is_header(&self, text: &[u8]) -> bool {
        let is_same = |header: &Vec<String>| {
            let is_name =
                |(name, (start, end)): (&String, &(u32, u32))| is_value(&text[*start as usize..*end as usize], name);
            header.len() == self.bounds.len() && header.iter().zip(&self.bounds).all(is_name)
        };
        self.form.headers.iter().any(is_same)
    }

    fn keep(&mut self, line: u64) {
        for column in &self.doubled {
            if self.form.kept.place(*column).is_some() {
                let (start, end) = self.bounds[*column];
                let from = self.text.len() + self.unescaped.len();
                undouble(&self.text[start as usize..end as usize], &mut self.unescaped);
                self.bounds[*column] = (from as u32, (self.text.len() + self.unescaped.len()) as u32);
            }
        }
        self.found.lines.push(line);
        self.found.tally.good += 1;
        self.found.fields.extend(self.form.kept.columns().iter().map(|column| self.bounds[*column]));
    }
}

/// Appends a field's value: each doubled quote stands for one.
fn undouble(mut field: &str, out: &mut String) {
    while let Some(quote) = memchr(QUOTE, field.as_bytes()) {
        out.push_str(&field[..=quote]);
        field = &field[quote + 2..];
    }
    out.push_str(field);
}

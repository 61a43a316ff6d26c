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
use super::marks::{self, Fields, Sound};
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
    /// The values of all kept fields with doubled quotes: they will stand behind the text.
    unescaped: String,
    found: Found,
}

impl Parser<'_> {
    /// The number of line ends, if all records are regular.
    fn records(&mut self) -> Option<u64> {
        let text = self.text.as_bytes();
        let (mut at, mut line) = (0, 0);
        let mut fields = Fields::of_width(self.form.shape.width);
        let delimiter = self.form.shape.delimiter;
        while at < text.len() {
            at = marks::records(text, at, delimiter, &mut fields, |fields, record| {
                self.take(fields, record, line)?;
                line += record.line_ends;
                Some(())
            })?;
            // What was left to the grammar, and what ends with the text.
            if at < text.len() {
                let record = self.record(text, at, &mut fields)?;
                if memchr(0, &text[at..record.next]).is_some() {
                    return None;
                }
                self.take(&mut fields, record, line)?;
                (at, line) = (record.next, line + record.line_ends);
            }
        }
        Some(line)
    }

    /// Reads the record at `at` by the grammar.
    fn record(&self, text: &[u8], at: usize, fields: &mut Fields) -> Option<Sound> {
        fields.doubled.clear();
        let mut column = 0;
        let push = |field: Field| {
            fields.set(column, field.start, field.end);
            if field.quoting == Quoting::Doubled {
                fields.doubled.push(column);
            }
            column += 1;
        };
        let outcome = grammar::record(text, at, self.form.shape.delimiter, self.tail, Strictness::Strict, push);
        let Outcome::Sound { fields, next, line_ends, .. } = outcome else { return None };
        Some(Sound { start: at, next, fields, line_ends })
    }

    /// Takes a record that begins on `line`, unless it is irregular.
    fn take(&mut self, found: &mut Fields, record: Sound, line: u64) -> Option<()> {
        let Sound { start, next, fields, line_ends } = record;
        let (text, width) = (self.text.as_bytes(), self.form.shape.width);
        if fields > width || next - start > self.form.limits.record_bytes || text[start..].starts_with(BYTE_ORDER_MARK)
        {
            return None;
        }
        let is_blank = |(start, end): &(u32, u32)| text[*start as usize..*end as usize].trim_ascii().is_empty();
        if found.bounds[..fields].iter().all(is_blank) {
            // A wrong width and several lines make a record suspect.
            let is_regular = fields == width || line_ends <= 1;
            self.found.tally.blank += 1;
            return is_regular.then_some(());
        }
        if fields < width {
            return None;
        }
        if self.is_header(text, &found.bounds) {
            self.found.tally.header += 1;
        } else {
            self.keep(found, line);
        }
        Some(())
    }

    fn is_header(&self, text: &[u8], bounds: &[(u32, u32)]) -> bool {
        let is_same = |header: &Vec<String>| {
            let is_name =
                |(name, (start, end)): (&String, &(u32, u32))| is_value(&text[*start as usize..*end as usize], name);
            header.len() == bounds.len() && header.iter().zip(bounds).all(is_name)
        };
        self.form.headers.iter().any(is_same)
    }

    fn keep(&mut self, found: &mut Fields, line: u64) {
        for &column in &found.doubled {
            if self.form.kept.place(column).is_some() {
                let (start, end) = found.bounds[column];
                let from = self.text.len() + self.unescaped.len();
                undouble(&self.text[start as usize..end as usize], &mut self.unescaped);
                found.bounds[column] = (from as u32, (self.text.len() + self.unescaped.len()) as u32);
            }
        }
        self.found.lines.push(line);
        self.found.tally.good += 1;
        self.found.fields.extend(self.form.kept.columns().iter().map(|column| found.bounds[*column]));
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

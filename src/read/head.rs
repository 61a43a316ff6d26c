//! The first records of a table, and the delimiter that they are written with.

use super::grammar::{self, Field, Outcome, Strictness, Tail};

/// Records in a head.
const RECORDS: usize = 50;
/// The delimiters that are recognised, the most usual first.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// One of the first records, as found: it may be a header, a tag row, or data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadRecord {
    /// Physical line on which the record starts, from 1 (for a workbook: the row of the sheet).
    pub line: u64,
    /// Its values; undecodable bytes are replaced, and a record with broken quotes is split at every delimiter of its line.
    pub fields: Vec<String>,
    /// Where the next record begins, in bytes of the decoded text.
    pub(super) end: usize,
    /// The line on which the next record begins.
    pub(super) next_line: u64,
}

/// Reads the first records of `text`, which starts at `line`; blank lines are passed over.
///
/// `tail` tells whether `text` is only the beginning: then a record that its end cuts is left out.
pub(super) fn records(text: &[u8], tail: Tail, delimiter: u8, line: u64) -> Vec<HeadRecord> {
    let mut records: Vec<HeadRecord> = Vec::new();
    let (mut at, mut line) = (0, line);
    while at < text.len() && records.len() < RECORDS {
        let mut fields: Vec<String> = Vec::new();
        let mut push = |field: Field| fields.push(grammar::value(text, field));
        let strict = Strictness::Strict;
        let (end, next_line) = match grammar::record(text, at, delimiter, tail, strict, &mut push) {
            Outcome::Sound { next, line_ends, .. } => (next, line + line_ends),
            Outcome::Unfinished if tail == Tail::Open => break,
            Outcome::Unfinished | Outcome::Broken { .. } => {
                fields.clear();
                let push = |field: Field| fields.push(grammar::value(text, field));
                (grammar::physical_line(text, at, delimiter, push), line + 1)
            }
        };
        if !fields.iter().all(|field| field.trim().is_empty()) {
            records.push(HeadRecord { line, fields, end, next_line });
        }
        (at, line) = (end, next_line);
    }
    records
}

/// The delimiter that cuts the first records of `text` into the most consistent number of fields; a comma if none cuts them.
pub(super) fn delimiter(text: &[u8], tail: Tail) -> u8 {
    let mut best = (Consistency::default(), DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let consistency = Consistency::of(&records(text, tail, delimiter, 1));
        if consistency > best.0 {
            best = (consistency, delimiter);
        }
    }
    best.1
}

/// How well a delimiter fits, the weightiest first.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Consistency {
    /// Tenths of the records that have the most frequent number of fields.
    agreement: usize,
    /// Whether the first record, usually the header, has that number too.
    first: bool,
    fields: usize,
}

impl Consistency {
    fn of(records: &[HeadRecord]) -> Consistency {
        let widths: Vec<usize> = records.iter().map(|record| record.fields.len()).collect();
        let count = |width: usize| widths.iter().filter(|w| **w == width).count();
        let most = widths.iter().copied().filter(|w| *w > 1).max_by_key(|w| (count(*w), *w));
        let Some(fields) = most else {
            return Consistency::default();
        };
        Consistency { agreement: 10 * count(fields) / widths.len(), first: widths.first() == Some(&fields), fields }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognised(text: &str) -> char {
        char::from(delimiter(text.as_bytes(), Tail::Closed))
    }

    #[test]
    fn the_most_consistent_delimiter_wins() {
        assert_eq!(recognised("a,b,c\n1,x; y; z,3\n2,\"p; q\",4\n"), ',');
        assert_eq!(recognised("a;b\n1,5;2,5\n3,5;4\n"), ';');
        assert_eq!(recognised("a\tb, c\n1\t2\n"), '\t');
        assert_eq!(recognised("a|b|c\n1|2, 3|4\n"), '|');
        assert_eq!(recognised("a;b\n\"x, \"\"y\"\", z\n, w\";1\n\"p, q\";2\n"), ';');
        assert_eq!(recognised("one column\n1\n"), ',');
    }

    #[test]
    fn records_know_their_lines() {
        let text = b"\na,b\n1,\"x\ny\"\n\"q\" r,2\n3,cut";
        let head = records(text, Tail::Open, b',', 1);
        let lines: Vec<_> = head.iter().map(|record| (record.line, record.fields.join("|"))).collect();
        assert_eq!(lines, [(2, "a|b".to_owned()), (3, "1|x\ny".to_owned()), (5, "\"q\" r|2".to_owned())]);
        assert_eq!(records(text, Tail::Closed, b',', 1).len(), 4);
        assert_eq!((head[0].end, head[0].next_line), (5, 3));
    }
}

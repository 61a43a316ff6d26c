//! A row that cannot be read: where it stands, why, and how it begins.

/// Longest excerpt of a rejected row, in characters: enough to find it, too little to republish it.
const EXCERPT: usize = 80;

/// One rejected row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Physical line on which the row starts, from 1 (for a workbook: the row of the sheet).
    pub line: u64,
    /// Why it was rejected.
    pub reason: FaultReason,
    /// The start of the row, on one line, with undecodable bytes replaced.
    pub excerpt: String,
}

/// Why a row was rejected before any of its values was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum FaultReason {
    /// More or fewer fields than the header has.
    #[error("expected {expected} fields, found {found}")]
    FieldCount { expected: usize, found: usize },
    /// Text after a closing quote, or a quote that is never closed.
    #[error("a quoted field is not closed properly")]
    BrokenQuote,
    /// The file ends inside this row.
    #[error("the file ends inside this row")]
    CutOff,
    /// Bytes that are no text in the file's encoding, or a NUL byte; `column` counts from 0 and is absent if unknown.
    #[error("bytes that are not text in the encoding of the file")]
    Undecodable { column: Option<usize> },
}

impl Fault {
    pub(super) fn new(line: u64, reason: FaultReason, row: &[u8]) -> Fault {
        // Four bytes a character at most: no need to decode a whole runaway field.
        let start = &row[..row.len().min(4 * EXCERPT)];
        let excerpt: String = String::from_utf8_lossy(start)
            .trim_end()
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .take(EXCERPT)
            .collect();
        Fault { line, reason, excerpt }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_one_short_line_of_text() {
        let row = [b"a\nb\xff\0".as_slice(), &[b'x'; 500], b"\r\n"].concat();
        let fault = Fault::new(3, FaultReason::CutOff, &row);
        assert!(fault.excerpt.starts_with("a b\u{fffd} xx"), "{}", fault.excerpt);
        assert_eq!(fault.excerpt.chars().count(), EXCERPT);
        assert_eq!(fault.reason.to_string(), "the file ends inside this row");
    }
}

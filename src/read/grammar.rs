//! The grammar of one record: where it ends, where its fields lie, and whether its quotes are sound.
//!
//! One grammar serves every path (the head, the splitter, the batches), so that they cannot disagree. A quote opens a
//! quoted field only as the first byte of a field; anywhere else in an unquoted field it is literal. A record ends with
//! a line feed outside quotes, with or without a carriage return before it; a lone carriage return is text.

use memchr::{memchr, memchr_iter, memchr2};

pub(super) const QUOTE: u8 = b'"';
/// Words looked at before a vector search: 32 bytes, more than most fields but notes have.
const SHORT_FIELD_WORDS: usize = 4;

/// Where the content of one field lies, quotes excluded, in bytes from the start of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) quoting: Quoting,
}

/// What must be done to a field's bytes to obtain its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// The bytes are the value.
    Plain,
    /// Each doubled quote stands for one.
    Doubled,
}

/// Whether more bytes may follow the end of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// The text goes on: a record that its end cuts is unfinished.
    Open,
    /// The text ends here, and so does a record without a line end.
    Closed,
}

/// What text between a closing quote and the next delimiter means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// It breaks the record.
    Strict,
    /// It belongs to the field: used to guess where a broken record was meant to end.
    Lenient,
}

/// How a sound record ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    LineEnd,
    EndOfText,
}

/// What stands at a place where a record should begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// A whole record of `fields` fields; the next one begins at `next`, `line_ends` physical lines further.
    Sound { fields: usize, next: usize, line_ends: u64, ending: Ending },
    /// Text follows the closing quote at `at`.
    Broken { at: usize },
    /// The text ends inside the record: within quotes, or (with [`Tail::Open`]) anywhere.
    Unfinished,
}

/// Reads the record that begins at `from` (below `text.len()`), handing each field to `field` in order.
pub(super) fn record(
    text: &[u8],
    from: usize,
    delimiter: u8,
    tail: Tail,
    strictness: Strictness,
    mut field: impl FnMut(Field),
) -> Outcome {
    let (mut at, mut fields, mut line_ends) = (from, 0, 0);
    loop {
        fields += 1;
        let start = at;
        let (mut content, mut end) = (at, at);
        let mut quoting = Quoting::Plain;
        if text.get(at) == Some(&QUOTE) {
            content = at + 1;
            (end, quoting) = match closing_quote(text, content) {
                Some(closed) => closed,
                None => return Outcome::Unfinished,
            };
            line_ends += count(b'\n', &text[content..end]) as u64;
            at = end + 1;
        }
        let was_quoted = content > start;
        let stop = match text.get(at) {
            Some(&byte) if byte == delimiter || byte == b'\n' => at,
            _ => field_end(text, at, delimiter),
        };
        if stop == text.len() && tail == Tail::Open {
            return Outcome::Unfinished;
        }
        let is_last = text.get(stop) != Some(&delimiter);
        let carriage_return = is_last && stop > at && text[stop - 1] == b'\r';
        let value_end = stop - usize::from(carriage_return);
        if !was_quoted {
            end = value_end;
        } else if value_end > at {
            match strictness {
                Strictness::Strict => return Outcome::Broken { at: end },
                Strictness::Lenient => end = value_end,
            }
        }
        field(Field { start: content, end, quoting });
        if !is_last {
            at = stop + 1;
            continue;
        }
        let ending = match text.get(stop) {
            Some(_) => Ending::LineEnd,
            None => Ending::EndOfText,
        };
        return Outcome::Sound {
            fields,
            next: (stop + 1).min(text.len()),
            line_ends: line_ends + u64::from(ending == Ending::LineEnd),
            ending,
        };
    }
}

/// The next delimiter or line feed from `at` on, or the end of the text.
///
/// Most fields are short: looking at a few words of eight bytes beats starting a vector search for each of them.
fn field_end(text: &[u8], mut at: usize, delimiter: u8) -> usize {
    for _ in 0..SHORT_FIELD_WORDS {
        let Some(bytes) = text[at..].first_chunk() else {
            break;
        };
        let word = u64::from_le_bytes(*bytes);
        let hits = zero_bytes(word ^ repeated(delimiter)) | zero_bytes(word ^ repeated(b'\n'));
        if hits != 0 {
            return at + hits.trailing_zeros() as usize / 8;
        }
        at += bytes.len();
    }
    memchr2(delimiter, b'\n', &text[at..]).map_or(text.len(), |n| at + n)
}

/// How often a byte stands in a text. All of it is looked at anyway, so nothing is searched for: the sums are vectors to the compiler.
pub(super) fn count(byte: u8, text: &[u8]) -> usize {
    const LANES: usize = 64;
    let mut count = 0;
    // No sum of one lane grows beyond a byte.
    for stretch in text.chunks(LANES * u8::MAX as usize) {
        let (blocks, rest) = stretch.as_chunks::<LANES>();
        let mut sums = [0u8; LANES];
        for block in blocks {
            sums.iter_mut().zip(block).for_each(|(sum, &one)| *sum += u8::from(one == byte));
        }
        count += sums.iter().map(|&sum| usize::from(sum)).sum::<usize>();
        count += rest.iter().filter(|&&one| one == byte).count();
    }
    count
}

fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The high bit of each byte that is zero; bits above the lowest of them may be wrong.
fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(repeated(1)) & !word & repeated(0x80)
}

/// The quote that closes a field whose content begins at `content`, and whether doubled quotes stand before it.
fn closing_quote(text: &[u8], content: usize) -> Option<(usize, Quoting)> {
    let mut seek = content;
    let mut quoting = Quoting::Plain;
    loop {
        let quote = seek + memchr(QUOTE, &text[seek..])?;
        if text.get(quote + 1) != Some(&QUOTE) {
            return Some((quote, quoting));
        }
        quoting = Quoting::Doubled;
        seek = quote + 2;
    }
}

/// What a quote inside a quoted field means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AfterQuote {
    /// With the quote after it, it stands for one.
    Doubled,
    /// It closes the field.
    Closed,
    /// It closes the field, but text follows.
    Junk,
    /// The bytes that tell are not there yet.
    Unknown,
}

/// What the quote at `quote` means, told by the bytes after it.
pub(super) fn after_quote(text: &[u8], quote: usize, delimiter: u8, tail: Tail) -> AfterQuote {
    match (&text[quote + 1..], tail) {
        ([QUOTE, ..], _) => AfterQuote::Doubled,
        ([b'\n', ..] | [b'\r', b'\n', ..], _) => AfterQuote::Closed,
        ([byte, ..], _) if *byte == delimiter => AfterQuote::Closed,
        ([] | [b'\r'], Tail::Open) => AfterQuote::Unknown,
        ([] | [b'\r'], Tail::Closed) => AfterQuote::Closed,
        ([_, ..], _) => AfterQuote::Junk,
    }
}

/// Whether a field that is not quoted ends with a quote that none in it opens: most often the end of a quoted field whose
/// beginning stands on an earlier line.
pub(super) fn ends_earlier_field(text: &[u8], field: Field) -> bool {
    let bytes = &text[field.start..field.end];
    field.quoting == Quoting::Plain && bytes.ends_with(&[QUOTE]) && memchr_iter(QUOTE, bytes).count() % 2 == 1
}

/// The fields of a record that is not sound, taken as its physical line split at every delimiter; and where the next line begins.
pub(super) fn physical_line(text: &[u8], from: usize, delimiter: u8, mut field: impl FnMut(Field)) -> usize {
    let end = memchr(b'\n', &text[from..]).map_or(text.len(), |n| from + n);
    let mut start = from;
    for stop in memchr_iter(delimiter, &text[from..end]).map(|n| from + n).chain([end]) {
        field(Field { start, end: stop, quoting: Quoting::Plain });
        start = stop + 1;
    }
    (end + 1).min(text.len())
}

/// The value of a field: doubled quotes undone, bytes that are no UTF-8 replaced.
pub(super) fn value(text: &[u8], field: Field) -> String {
    let raw = String::from_utf8_lossy(&text[field.start..field.end]);
    match field.quoting {
        Quoting::Plain => raw.into_owned(),
        Quoting::Doubled => raw.replace("\"\"", "\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_counted_in_texts_of_any_length() {
        let text: Vec<u8> = (0..70_000u32).map(|n| if n % 3 == 0 || n > 40_000 { b'x' } else { b'y' }).collect();
        for length in [0, 1, 63, 64, 65, 16_320, 16_321, 39_999, 70_000] {
            let text = &text[70_000 - length..];
            assert_eq!(count(b'x', text), memchr_iter(b'x', text).count(), "{length}");
        }
        assert_eq!(count(b'y', &[b'y'; 100_000]), 100_000);
    }

    fn values(text: &str, strictness: Strictness) -> (Vec<String>, Outcome) {
        let mut values = Vec::new();
        let outcome = record(text.as_bytes(), 0, b',', Tail::Closed, strictness, |field| {
            values.push(value(text.as_bytes(), field));
        });
        (values, outcome)
    }

    #[test]
    fn a_quote_opens_only_at_the_start_of_a_field() {
        let (fields, outcome) = values("5\" shell,\"a \"\"b\"\", c\nd\",\r\nnext", Strictness::Strict);
        assert_eq!(fields, ["5\" shell", "a \"b\", c\nd", ""]);
        assert_eq!(outcome, Outcome::Sound { fields: 3, next: 26, line_ends: 2, ending: Ending::LineEnd });
    }

    #[test]
    fn text_after_a_closing_quote_breaks_the_record_unless_lenient() {
        assert_eq!(values("\"Group\" five,2\n", Strictness::Strict).1, Outcome::Broken { at: 6 });
        let (fields, _) = values("\"Group\" five,2\n", Strictness::Lenient);
        assert_eq!(fields, ["Group\" five", "2"]);
    }

    #[test]
    fn the_end_of_the_text_ends_a_record_only_when_closed() {
        assert!(matches!(
            values("a,\"b\"", Strictness::Strict).1,
            Outcome::Sound { fields: 2, ending: Ending::EndOfText, .. }
        ));
        assert_eq!(values("a,\"b", Strictness::Strict).1, Outcome::Unfinished);
        let open = record(b"a,b", 0, b',', Tail::Open, Strictness::Strict, |_| ());
        assert_eq!(open, Outcome::Unfinished);
    }

    #[test]
    fn empty_fields_and_lone_carriage_returns_are_kept() {
        assert_eq!(values("\"\",,\"\"\"\"\n", Strictness::Strict).0, ["", "", "\""]);
        assert_eq!(values("a\rb,c\r\n", Strictness::Strict).0, ["a\rb", "c"]);
        assert_eq!(values("a,\"x\"\r", Strictness::Strict).0, ["a", "x"]);
    }
}

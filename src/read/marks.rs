//! Plain records, found sixty-four bytes at a time: bits say where quotes, delimiters and line feeds stand, and all fields are told from
//! the bits.
//!
//! In plain text every other quote closes a field, so that a delimiter or line feed after an even number of quotes ends one. A record in
//! which a quote stands where that tells nothing is left to the [grammar](super::grammar), which must say the same of all others.

use wide::u8x16;

use super::grammar::QUOTE;

/// Bytes looked at together: one bit of a word for each.
const BLOCK: usize = u64::BITS as usize;
const LANES: usize = 16;

/// The fields of one record.
pub(super) struct Fields {
    /// Start and end of each, of as many as a record should have.
    pub(super) bounds: Vec<(u32, u32)>,
    /// Those with doubled quotes.
    pub(super) doubled: Vec<usize>,
}

impl Fields {
    pub(super) fn of_width(width: usize) -> Fields {
        Fields { bounds: vec![(0, 0); width], doubled: Vec::new() }
    }

    #[inline]
    pub(super) fn set(&mut self, column: usize, start: usize, end: usize) {
        // A piece is far smaller than four gigabytes.
        if let Some(bounds) = self.bounds.get_mut(column) {
            *bounds = (start as u32, end as u32);
        }
    }

    /// Takes the last byte from a field.
    fn shorten(&mut self, column: usize) {
        if let Some((_, end)) = self.bounds.get_mut(column) {
            *end -= 1;
        }
    }
}

/// A sound record: where it lies, and how many fields and line ends it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sound {
    pub(super) start: usize,
    pub(super) next: usize,
    pub(super) fields: usize,
    pub(super) line_ends: u64,
}

/// Where the bytes that matter stand in a block.
struct Marks {
    quotes: u64,
    delimiters: u64,
    line_feeds: u64,
    /// Whether there is a NUL byte in it, wherever.
    has_nul: bool,
}

impl Marks {
    #[inline]
    fn of(block: &[u8; BLOCK], delimiter: u8) -> Marks {
        let mut marks = Marks { quotes: 0, delimiters: 0, line_feeds: 0, has_nul: false };
        let mut nul = u8x16::ZERO;
        let [quote, delimiter, line_feed] = [QUOTE, delimiter, b'\n'].map(u8x16::splat);
        let (parts, _) = block.as_chunks::<LANES>();
        for (at, part) in parts.iter().enumerate() {
            let part = u8x16::new(*part);
            let bits = |of: u8x16| u64::from(part.simd_eq(of).to_bitmask()) << (LANES * at);
            marks.quotes |= bits(quote);
            marks.delimiters |= bits(delimiter);
            marks.line_feeds |= bits(line_feed);
            nul |= part.simd_eq(u8x16::ZERO);
        }
        marks.has_nul = nul.any();
        marks
    }
}

/// Takes the records from `from` on, where one begins, as long as they are plain and end with a line feed. Returns where the first other
/// begins, or the text ends; `None` as soon as `take` does, or where there is a NUL byte.
pub(super) fn records(
    text: &[u8],
    from: usize,
    delimiter: u8,
    fields: &mut Fields,
    mut take: impl FnMut(&mut Fields, Sound) -> Option<()>,
) -> Option<usize> {
    // The record and the field at hand.
    let (mut record, mut start, mut column, mut line_ends) = (from, from, 0, 0);
    fields.doubled.clear();
    // What the last byte of the block before was: within quotes; a quote that closes, or anything that ends a field.
    let (mut within, mut closed, mut ended) = (0u64, 0u64, 1u64);
    let mut has_doubled = false;
    let mut base = from;
    while base < text.len() {
        let (marks, valid) = match text[base..].first_chunk() {
            Some(block) => (Marks::of(block, delimiter), u64::MAX),
            None => {
                let mut block = [b' '; BLOCK];
                let rest = &text[base..];
                block[..rest.len()].copy_from_slice(rest);
                (Marks::of(&block, delimiter), (1 << rest.len()) - 1)
            }
        };
        let Marks { quotes, delimiters, mut line_feeds, has_nul } = marks;
        if has_nul {
            return None;
        }
        let inside = if quotes == 0 { within } else { within ^ parities(quotes) };
        let mut ends = (delimiters | line_feeds) & !inside & valid;
        let (mut doubled, mut odd) = (0, 0);
        if quotes | closed != 0 {
            let (opening, closing) = (quotes & inside, quotes & !inside);
            let after = closing << 1 | closed;
            doubled = opening & after;
            // A field that a quote opens begins with it, and one that a quote closes ends with it.
            odd = opening & !((closing | ends) << 1 | ended) | after & !(quotes | delimiters | line_feeds) & valid;
            if odd != 0 {
                odd = without_carriage_returns(odd, &text[base..]);
            }
            closed = closing >> (BLOCK - 1);
            ended = (closing | ends) >> (BLOCK - 1);
        } else {
            ended = ends >> (BLOCK - 1);
        }
        // Whether a field that ends here may be quoted.
        let plain = quotes == 0 && (start >= base || text[start] != QUOTE);
        while ends != 0 {
            let bit = ends & ends.wrapping_neg();
            ends ^= bit;
            let stop = base + bit.trailing_zeros() as usize;
            if plain || text[start] != QUOTE {
                fields.set(column, start, stop);
            } else {
                fields.set(column, start + 1, stop - 1);
                if has_doubled || doubled & (bit - 1) != 0 {
                    fields.doubled.push(column);
                    doubled &= !(bit - 1);
                    has_doubled = false;
                }
            }
            if line_feeds & bit != 0 {
                let so_far = bit | (bit - 1);
                if odd & so_far != 0 {
                    return Some(record);
                }
                if stop > start && text[stop - 1] == b'\r' {
                    fields.shorten(column);
                }
                line_ends += u64::from((line_feeds & so_far).count_ones());
                line_feeds &= !so_far;
                take(fields, Sound { start: record, next: stop + 1, fields: column + 1, line_ends })?;
                (record, line_ends) = (stop + 1, 0);
                column = 0;
                fields.doubled.clear();
            } else {
                column += 1;
            }
            start = stop + 1;
        }
        if odd != 0 {
            return Some(record);
        }
        if line_feeds != 0 {
            line_ends += u64::from(line_feeds.count_ones());
        }
        has_doubled |= doubled != 0;
        within = ((inside as i64) >> (BLOCK - 1)) as u64;
        base += BLOCK;
    }
    Some(record)
}

/// For each bit whether the number of bits up to it, itself among them, is odd.
#[inline]
fn parities(bits: u64) -> u64 {
    [1, 2, 4, 8, 16, 32].into_iter().fold(bits, |bits, by| bits ^ bits << by)
}

/// These places without those of carriage returns that belong to a line end.
fn without_carriage_returns(odd: u64, text: &[u8]) -> u64 {
    let mut left = odd;
    let mut kept = 0;
    while left != 0 {
        let at = left.trailing_zeros() as usize;
        if !text[at..].starts_with(b"\r\n") {
            kept |= 1 << at;
        }
        left &= left - 1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::grammar::{self, Outcome, Quoting, Strictness, Tail};
    use super::*;
    use proptest::prelude::*;

    type Told = (Sound, Vec<(u32, u32)>, Vec<usize>);

    /// The records of a text by the grammar, up to the first that is not sound or does not end with a line feed.
    fn by_grammar(text: &[u8]) -> (Vec<Told>, usize) {
        let (mut told, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let (mut bounds, mut doubled) = (Vec::new(), Vec::new());
            let push = |field: grammar::Field| {
                if field.quoting == Quoting::Doubled {
                    doubled.push(bounds.len());
                }
                bounds.push((field.start as u32, field.end as u32));
            };
            let outcome = grammar::record(text, at, b',', Tail::Open, Strictness::Strict, push);
            let Outcome::Sound { fields, next, line_ends, .. } = outcome else { break };
            told.push((Sound { start: at, next, fields, line_ends }, bounds, doubled));
            at = next;
        }
        (told, at)
    }

    fn by_marks(text: &[u8]) -> (Vec<Told>, usize) {
        let mut told = Vec::new();
        let take = |fields: &mut Fields, sound: Sound| {
            told.push((sound, fields.bounds[..sound.fields].to_vec(), fields.doubled.clone()));
            Some(())
        };
        let at = records(text, 0, b',', &mut Fields::of_width(400), take).expect("there is no NUL byte");
        (told, at)
    }

    proptest! {
        #[test]
        fn all_that_is_told_is_what_the_grammar_says(
            parts in prop::collection::vec(prop_oneof![
                Just("\""), Just(","), Just("\n"), Just("\r\n"), Just("\r"), Just("\"\""), Just(",\""), Just("\",\""), Just("\"\n\""),
                Just("a"), Just("Karachi"), Just("a long field that nobody has quoted, with a comma"),
            ], 0..200)
        ) {
            let text = parts.concat();
            let (expected, _) = by_grammar(text.as_bytes());
            let (told, at) = by_marks(text.as_bytes());
            prop_assert!(told.len() <= expected.len());
            prop_assert_eq!(&expected[..told.len()], &told[..]);
            // What is left to the grammar is at most a record with a quote inside a field that has none around it.
            if let Some((left, bounds, _)) = expected.get(told.len()) {
                prop_assert_eq!(left.start, at);
                let is_literal = |&(start, end): &(u32, u32)| {
                    let (start, end) = (start as usize, end as usize);
                    text.as_bytes()[start..end].contains(&QUOTE) && (start == 0 || text.as_bytes()[start - 1] != QUOTE)
                };
                prop_assert!(bounds.iter().any(is_literal));
            }
        }
    }

    #[test]
    fn fields_are_told_across_blocks() {
        let text = format!("\"{}\n\"\"b\",\"\"\r\n5,{}\n6,5\" shell\n7,8", "a".repeat(60), "x,".repeat(100));
        let (told, at) = by_marks(text.as_bytes());
        assert_eq!(told, by_grammar(text.as_bytes()).0[..2]);
        assert_eq!((told[0].0.line_ends, &told[0].2[..]), (2, &[0][..]));
        assert!(text[at..].starts_with("6,5\" shell"));
    }

    #[test]
    fn a_nul_byte_ends_it() {
        assert_eq!(records(b"a,b\n\0,c\n", 0, b',', &mut Fields::of_width(2), |_, _| Some(())), None);
    }
}

//! Which encoding a file has: told by its byte order mark, else by its lines.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// Share of the lines with non-ASCII bytes that must be UTF-8 for the file to be UTF-8 with some damaged lines, in percent.
const UTF8_LINES: u64 = 99;
/// Bytes of lines that are not UTF-8 kept to tell the single-byte encodings apart.
const SAMPLE: usize = 256 << 10;

/// The character encodings that incident data come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Latin1,
    MacRoman,
}

impl Encoding {
    /// Every encoding, in the order in which help texts list them.
    pub const ALL: [Encoding; 6] = [
        Encoding::Utf8,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Windows1252,
        Encoding::Latin1,
        Encoding::MacRoman,
    ];

    /// The name by which it is printed and forced.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Latin1 => "latin-1",
            Encoding::MacRoman => "mac-roman",
        }
    }

    /// The encoding of that name, whatever its case.
    pub fn named(name: &str) -> Option<Encoding> {
        Encoding::ALL.into_iter().find(|encoding| encoding.name().eq_ignore_ascii_case(name))
    }

    /// The table for the encodings that must be transcoded by one; Latin-1 needs none, its bytes are the code points.
    pub(super) fn transcoded_by(self) -> Option<&'static encoding_rs::Encoding> {
        match self {
            Encoding::Utf8 | Encoding::Latin1 => None,
            Encoding::Utf16Le => Some(encoding_rs::UTF_16LE),
            Encoding::Utf16Be => Some(encoding_rs::UTF_16BE),
            Encoding::Windows1252 => Some(encoding_rs::WINDOWS_1252),
            Encoding::MacRoman => Some(encoding_rs::MACINTOSH),
        }
    }
}

impl std::fmt::Display for Encoding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// What a look at every line of a file says about its encoding.
#[derive(Debug, Default)]
pub(super) struct Survey {
    start: Vec<u8>,
    /// The beginning of a line whose end has not been seen.
    partial: Vec<u8>,
    valid: u64,
    invalid: u64,
    sample: Vec<u8>,
    /// How often each byte above 7F occurs in lines that are not UTF-8, indexed by the byte less 80.
    high: Vec<u64>,
    content: Content,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Content {
    #[default]
    Blank,
    Text,
}

/// The encoding of a file, and how sure that is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) encoding: Encoding,
    /// An encoding outside our list that a general detector takes the file for.
    pub(super) doubt: Option<&'static str>,
}

impl Survey {
    /// Looks at the next bytes of the file.
    pub(super) fn feed(&mut self, block: &[u8]) {
        if self.start.len() < 3 {
            self.start.extend(block.iter().take(3 - self.start.len()));
        }
        if self.content == Content::Blank && block.iter().any(|b| is_content(*b)) {
            self.content = Content::Text;
        }
        if self.partial.is_ascii() && block.is_ascii() {
            // Nothing to count, whatever the lines are; the line that goes on has no non-ASCII byte so far.
            self.partial.clear();
            return;
        }
        let Some(first) = memchr::memchr2(b'\n', b'\r', block) else {
            self.partial.extend_from_slice(block);
            if self.partial.len() > SAMPLE {
                self.finish();
            }
            return;
        };
        let last = memchr::memrchr2(b'\n', b'\r', block).unwrap_or(first);
        self.partial.extend_from_slice(&block[..first]);
        self.finish();
        let mut start = first + 1;
        for end in memchr::memchr2_iter(b'\n', b'\r', &block[first + 1..=last]).map(|n| first + 1 + n) {
            self.line(&block[start..end]);
            start = end + 1;
        }
        self.partial.extend_from_slice(&block[last + 1..]);
    }

    fn finish(&mut self) {
        let line = std::mem::take(&mut self.partial);
        self.line(&line);
    }

    fn line(&mut self, line: &[u8]) {
        if line.is_ascii() {
            return;
        }
        if std::str::from_utf8(line).is_ok() {
            self.valid += 1;
            return;
        }
        self.invalid += 1;
        self.high.resize(0x80, 0);
        for byte in line.iter().filter(|b| !b.is_ascii()) {
            self.high[usize::from(*byte - 0x80)] += 1;
        }
        if self.sample.len() < SAMPLE {
            self.sample.extend_from_slice(line);
            self.sample.push(b'\n');
        }
    }

    /// Whether the file holds anything but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.content == Content::Blank
    }

    /// Decides, after the last byte.
    pub(super) fn verdict(mut self) -> Verdict {
        self.finish();
        let sure = |encoding| Verdict { encoding, doubt: None };
        match self.start.as_slice() {
            // Editors put the mark before files whose lines they left in a single-byte encoding.
            [0xEF, 0xBB, 0xBF] if self.invalid <= self.valid => return sure(Encoding::Utf8),
            [0xFF, 0xFE, ..] => return sure(Encoding::Utf16Le),
            [0xFE, 0xFF, ..] => return sure(Encoding::Utf16Be),
            _ => {}
        }
        if self.valid * 100 >= (self.valid + self.invalid) * UTF8_LINES {
            return sure(Encoding::Utf8);
        }
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(&self.sample, true);
        let guess = detector.guess(None, Utf8Detection::Deny);
        let western = plausibility(&self.sample, encoding_rs::WINDOWS_1252);
        if plausibility(&self.sample, encoding_rs::MACINTOSH) > western {
            return sure(Encoding::MacRoman);
        }
        // Windows-1252 and Latin-1 differ only in 80 to 9F, of which Windows-1252 leaves five undefined.
        let c1: u64 = self.high.iter().take(0x20).sum();
        let undefined: u64 = [0x01, 0x0D, 0x0F, 0x10, 0x1D].map(|b: usize| self.high[b]).iter().sum();
        Verdict {
            encoding: match c1 == 0 || undefined > 0 {
                true => Encoding::Latin1,
                false => Encoding::Windows1252,
            },
            doubt: (guess != encoding_rs::WINDOWS_1252).then(|| guess.name()),
        }
    }
}

/// White space, and the bytes of byte order marks and of UTF-16 white space, are no content.
fn is_content(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF)
}

/// How much the sample looks like words in a European language when read as `encoding`.
fn plausibility(sample: &[u8], encoding: &'static encoding_rs::Encoding) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let mut score = 0;
    let mut previous = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let is_inside = previous.is_alphabetic() || next.is_alphabetic();
        score += match c {
            _ if c.is_ascii() => 0,
            _ if c.is_uppercase() && previous.is_lowercase() => -2,
            _ if c.is_alphabetic() && is_inside => 2,
            _ if c.is_alphabetic() => -1,
            '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => 2,
            '\u{2013}' | '\u{2014}' if is_inside => 1,
            '\u{2013}' | '\u{2014}' | '\u{2026}' | '\u{2022}' | '\u{a0}' => 2,
            '€' | '£' | '°' | '§' | '©' | '®' | '«' | '»' | '·' | '½' => 1,
            _ if c.is_control() => -3,
            _ => -1,
        };
        previous = c;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(bytes: &[u8], block: usize) -> Encoding {
        let mut survey = Survey::default();
        bytes.chunks(block).for_each(|block| survey.feed(block));
        survey.verdict().encoding
    }

    #[test]
    fn byte_order_marks_decide() {
        for (start, encoding) in [
            (b"\xEF\xBB\xBFa".as_slice(), Encoding::Utf8),
            (b"\xFF\xFEa\0", Encoding::Utf16Le),
            (b"\xFE\xFF\0a", Encoding::Utf16Be),
        ] {
            assert_eq!(verdict(start, 1), encoding);
            assert_eq!(verdict(start, 100), encoding);
        }
    }

    #[test]
    fn one_bad_line_in_a_hundred_is_still_utf8() {
        let good = "Zürich,1\n".repeat(99).into_bytes();
        let one = [good.as_slice(), b"Z\xFCrich,2\n"].concat();
        let two = [one.as_slice(), b"Z\xFCrich,3\n"].concat();
        for block in [1, 7, 1000] {
            assert_eq!(verdict(&one, block), Encoding::Utf8);
            assert_eq!(verdict(&two, block), Encoding::Latin1);
        }
    }

    #[test]
    fn single_byte_encodings_are_told_apart_by_their_words() {
        let text = "Bogotá and Medellín: the group’s “señor”, Cañón del Chicamocha – Nariño, Québec, Düsseldorf\n";
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(verdict(&windows, 10), Encoding::Windows1252);
        let (mac, _, _) = encoding_rs::MACINTOSH.encode(text);
        assert_eq!(verdict(&mac, 10), Encoding::MacRoman);
        let (apostrophes, _, _) = encoding_rs::WINDOWS_1252.encode("the militants’ base, the army’s post\n");
        assert_eq!(verdict(&apostrophes, 10), Encoding::Windows1252);
        assert_eq!(verdict(b"Jos\xE9 in Bogot\xE1\n", 10), Encoding::Latin1);
    }

    #[test]
    fn names_lead_back() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::named(&encoding.to_string().to_uppercase()), Some(encoding));
        }
        assert_eq!(Encoding::named("klingon"), None);
    }

    #[test]
    fn white_space_is_blank() {
        let mut survey = Survey::default();
        survey.feed(b"\xEF\xBB\xBF \r\n\t");
        assert!(survey.is_blank());
        survey.feed(b"x");
        assert!(!survey.is_blank());
    }
}

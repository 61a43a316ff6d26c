//! The compiled-in faces, and what text measures in them: nothing is asked of the system.

use std::sync::LazyLock;

use ttf_parser::{Face, FaceParsingError};

use super::Error;
use super::lettering::is_printable;

/// Light or heavy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Regular,
    Bold,
}

/// Which of the two families a letter comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// Latin, Greek, Cyrillic.
    Noto,
    /// Arabic and what else Noto Sans leaves out.
    DejaVu,
}

impl Family {
    /// The family's name in its own name table and in CSS.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Noto => "Noto Sans",
            Self::DejaVu => "DejaVu Sans",
        }
    }

    /// Its name within one chart. Charts side by side in a page each bring other glyphs: under one name the last
    /// would hide the others'.
    pub(super) fn in_chart(self, id: &str) -> String {
        let id: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        format!("{} {id}", self.name())
    }
}

/// One face as bytes.
pub(super) fn bytes(family: Family, strength: Strength) -> &'static [u8] {
    match (family, strength) {
        (Family::Noto, Strength::Regular) => notosans::REGULAR_TTF,
        (Family::Noto, Strength::Bold) => notosans::BOLD_TTF,
        (Family::DejaVu, Strength::Regular) => dejavu::sans::regular(),
        (Family::DejaVu, Strength::Bold) => dejavu::sans::bold(),
    }
}

/// The four faces, in the order in which a letter is looked up.
pub(super) const FACES: [(Family, Strength); 4] = [
    (Family::Noto, Strength::Regular),
    (Family::Noto, Strength::Bold),
    (Family::DejaVu, Strength::Regular),
    (Family::DejaVu, Strength::Bold),
];

/// The mark of a shortened name.
const ELLIPSIS: char = '…';
/// Width of a letter that no face has, in em: drawn as a box.
const MISSING_EM: f64 = 0.6;

/// A cut moves back to the end of a word if at least this share of the letters stays.
const WORD_SHARE: f64 = 0.7;

/// The letters, which begin `text`, up to their last whole word; none if that would lose too much or they end so.
fn at_word_end(text: &str, letters: &[char]) -> Option<String> {
    if text.chars().nth(letters.len()).is_none_or(char::is_whitespace) {
        return None;
    }
    let end = letters.iter().rposition(|l| l.is_whitespace())?;
    let words: String = letters[..end].iter().collect();
    (end as f64 >= letters.len() as f64 * WORD_SHARE)
        .then(|| words.trim_end_matches([',', ' ', '-', '–', '(']).chars().chain([ELLIPSIS]).collect())
}

/// The parsed faces.
pub(super) struct Fonts {
    faces: Vec<(Family, Strength, Face<'static>)>,
}

impl Fonts {
    /// # Errors
    /// If a compiled-in face cannot be parsed.
    pub(super) fn load() -> Result<&'static Self, Error> {
        /// Parsed once for all pictures of a run.
        static LOADED: LazyLock<Result<Fonts, (Family, FaceParsingError)>> = LazyLock::new(Fonts::parse);
        LOADED.as_ref().map_err(|(family, source)| Error::Face { family: family.name(), source: *source })
    }

    fn parse() -> Result<Self, (Family, FaceParsingError)> {
        let parse = |(family, strength)| match Face::parse(bytes(family, strength), 0) {
            Ok(face) => Ok((family, strength, face)),
            Err(source) => Err((family, source)),
        };
        Ok(Self { faces: FACES.into_iter().map(parse).collect::<Result<_, _>>()? })
    }

    /// The family that draws a letter: Noto Sans unless only DejaVu has it.
    pub(super) fn family(&self, letter: char) -> Family {
        let has = |family| self.face(family, Strength::Regular).is_some_and(|f| f.glyph_index(letter).is_some());
        if !has(Family::Noto) && has(Family::DejaVu) { Family::DejaVu } else { Family::Noto }
    }

    /// The letter as it is drawn. No kept crate carries a face with all letters of Urdu: the few that DejaVu lacks are drawn as
    /// the Arabic letters that typewriters used for them, which join and read as they should, instead of as boxes. The
    /// chart's description keeps the true spelling.
    pub(super) fn drawn(&self, letter: char) -> char {
        let stand_in = match letter {
            '\u{6c1}' | '\u{6c0}' | '\u{6c2}' => '\u{647}',
            '\u{6c3}' => '\u{629}',
            '\u{6d2}' => '\u{6cc}',
            '\u{6d3}' => '\u{626}',
            '\u{671}' => '\u{627}',
            '\u{6d4}' => '.',
            _ => return letter,
        };
        let has = |family| self.face(family, Strength::Regular).is_some_and(|f| f.glyph_index(letter).is_some());
        if has(Family::Noto) || has(Family::DejaVu) { letter } else { stand_in }
    }

    /// The parsed face.
    pub(super) fn face(&self, family: Family, strength: Strength) -> Option<&Face<'static>> {
        self.faces.iter().find(|(f, s, _)| (*f, *s) == (family, strength)).map(|(_, _, face)| face)
    }

    /// Width in pixels. Exact for Latin, since the charts are set without kerning; for joined scripts an upper
    /// bound, since isolated letters are the widest.
    pub(super) fn width(&self, text: &str, size: f64, strength: Strength) -> f64 {
        let em = |letter: char| -> f64 {
            let family = self.family(letter);
            let Some(face) = self.face(family, strength) else {
                return MISSING_EM;
            };
            let advance = face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph));
            advance.map_or(MISSING_EM, |a| f64::from(a) / f64::from(face.units_per_em()))
        };
        let drawn = text.chars().filter(|letter| is_printable(*letter));
        drawn.map(|letter| em(self.drawn(letter))).sum::<f64>() * size
    }

    /// The text, or as much of it as fits with an ellipsis at its end.
    pub(super) fn shorten(&self, text: &str, size: f64, strength: Strength, room: f64) -> String {
        if self.width(text, size, strength) <= room {
            return text.to_owned();
        }
        // One letter more than fits without the ellipsis: what is longer need not be measured, were it a name of 10,000.
        let mut reach = 0.0;
        let fits = |letter: &char| {
            let before = reach;
            reach += self.width(letter.encode_utf8(&mut [0; 4]), size, strength);
            before <= room
        };
        let mut letters: Vec<char> = text.chars().take_while(fits).collect();
        while letters.pop().is_some() {
            while letters.last().is_some_and(|l| l.is_whitespace() || matches!(l, ',' | '-' | '(' | '–')) {
                letters.pop();
            }
            let short: String = letters.iter().copied().chain([ELLIPSIS]).collect();
            if self.width(&short, size, strength) <= room {
                return at_word_end(text, &letters).unwrap_or(short);
            }
        }
        String::new()
    }

    /// The text in at most `most` lines, each within `room`; what is left over is shortened into the last.
    pub(super) fn wrap(&self, text: &str, size: f64, strength: Strength, room: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut words = text.split_whitespace().peekable();
        while let Some(first) = words.next() {
            let mut line = first.to_owned();
            if lines.len() + 1 == most {
                for word in words.by_ref() {
                    line.push(' ');
                    line.push_str(word);
                }
            }
            while let Some(word) = words.peek() {
                let longer = format!("{line} {word}");
                if self.width(&longer, size, strength) > room {
                    break;
                }
                line = longer;
                words.next();
            }
            lines.push(self.shorten(&line, size, strength, room));
        }
        lines
    }

    /// [`Fonts::wrap`], but with lines of about equal length, as headings are set: no last line of one word.
    pub(super) fn balance(&self, text: &str, size: f64, strength: Strength, room: f64, most: usize) -> Vec<String> {
        let widest = self.wrap(text, size, strength, room, most);
        let is_short = |lines: &[String]| lines.len() == widest.len() && !lines.iter().any(|l| l.ends_with(ELLIPSIS));
        if widest.len() < 2 || !is_short(&widest) {
            return widest;
        }
        const STEPS: usize = 12;
        (1..STEPS)
            .map(|step| self.wrap(text, size, strength, room * (0.5 + 0.5 * step as f64 / STEPS as f64), most))
            .find(|lines| is_short(lines))
            .unwrap_or(widest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_at_a_word_and_fit() {
        let fonts = Fonts::load().expect("the faces are compiled in");
        let name = "United Revolutionary Front for the Defence of the Eastern Plateau";
        let short = fonts.shorten(name, 13.0, Strength::Regular, 200.0);
        assert_eq!(short, "United Revolutionary Front for…");
        assert!(fonts.width(&short, 13.0, Strength::Regular) <= 200.0);
        assert_eq!(fonts.shorten("Coast", 13.0, Strength::Regular, 200.0), "Coast");
        assert_eq!(fonts.shorten("Coast", 13.0, Strength::Regular, 1.0), "");
        let endless = name.repeat(2000);
        assert_eq!(fonts.shorten(&endless, 13.0, Strength::Regular, 200.0), short);
    }

    #[test]
    fn titles_wrap_into_lines_of_about_equal_length() {
        let fonts = Fonts::load().expect("the faces are compiled in");
        let title = "Attacks rose by a third in the south, and fell everywhere else";
        let lines = fonts.balance(title, 22.0, Strength::Bold, 640.0, 2);
        assert_eq!(lines, ["Attacks rose by a third in the", "south, and fell everywhere else"]);
    }

    #[test]
    fn arabic_comes_from_the_second_family() {
        let fonts = Fonts::load().expect("the faces are compiled in");
        assert_eq!(fonts.family('ت'), Family::DejaVu);
        assert_eq!(fonts.family('é'), Family::Noto);
        assert!("لشکرِ راہِ سحر کے".chars().all(|c| fonts.family(fonts.drawn(c)) == Family::DejaVu || c == ' '));
        assert_eq!(fonts.family('Ж'), Family::Noto);
    }
}

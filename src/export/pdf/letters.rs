//! Text for the page: what is drawn, and what is meant where a stand-in is drawn for it.

use crate::paint::Print;

/// A text twice, letter by letter: a reader who copies or hears it gets what is meant.
pub(super) struct Spelling {
    pub drawn: String,
    pub meant: String,
    /// For each byte of `drawn` where a letter begins, and its end: the byte of `meant`.
    at: Vec<usize>,
}

impl Spelling {
    /// Letters that no face has become a box; what would steer the reader or the page (overrides of direction, controls) is left out.
    pub(super) fn of(print: &Print, text: &str) -> Spelling {
        let (mut drawn, mut meant, mut at) = (String::new(), String::new(), Vec::new());
        let mut push = |draw: char, mean: char| {
            at.resize(drawn.len() + draw.len_utf8(), meant.len());
            drawn.push(draw);
            meant.push(mean);
        };
        let mut letters = text.chars().peekable();
        while let Some(c) = letters.next() {
            match c {
                // A number and its per cent sign stay on one line.
                ' ' if letters.peek() == Some(&'%') => push('\u{a0}', '\u{a0}'),
                c if c.is_whitespace() => push(' ', if c == '\u{a0}' { c } else { ' ' }),
                c if c.is_control() || is_steering(c) => {}
                // Isolates and marks of direction keep names whole; they have no ink.
                '\u{200c}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => push(c, c),
                c if is_private(c) => push(missing(print), missing(print)),
                c => push(print.letter(c).unwrap_or_else(|| missing(print)), c),
            }
        }
        at.push(meant.len());
        Spelling { drawn, meant, at }
    }

    /// The bytes of `meant` for those of `drawn`.
    pub(super) fn meaning(&self, drawn: std::ops::Range<usize>) -> std::ops::Range<usize> {
        self.at[drawn.start]..self.at[drawn.end]
    }
}

/// What is drawn for a letter that no face has.
pub(super) fn missing(print: &Print) -> char {
    print.letter('\u{25a1}').unwrap_or('?')
}

/// Invisible, and either forbidden in checked documents or meant to turn text around.
fn is_steering(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Without a meaning that another reader could know.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_are_drawn_and_the_true_letters_meant() {
        let print = Print::load().expect("the faces are compiled in");
        let text = Spelling::of(&print, "a\u{202e}\u{6c1} \u{1f4a9}\n\u{e000}\0");
        assert_eq!(text.meant, "a\u{6c1} \u{1f4a9} \u{25a1}");
        assert!(text.drawn.chars().all(|c| print.letter(c) == Some(c)), "{}", text.drawn);
        let letters: Vec<&str> =
            text.drawn.char_indices().map(|(i, c)| &text.meant[text.meaning(i..i + c.len_utf8())]).collect();
        assert_eq!(letters, ["a", "\u{6c1}", " ", "\u{1f4a9}", " ", "\u{25a1}"]);
    }
}

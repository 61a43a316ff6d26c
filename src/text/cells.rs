//! Text in the cells of a terminal: how many it takes, cut and wrapped to fit, and without what would steer the terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Ends what was cut short.
const CUT: char = '…';
/// Letters that reorder what stands around them, or hide: a name must not rewrite its neighbours.
const STEERING: [char; 14] = [
    '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}',
    '\u{2068}', '\u{2069}', '\u{feff}', '\u{2028}', '\u{2029}',
];

/// Cells that the text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text on one line, without escape sequences, other controls, and letters that steer the order of writing.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !STEERING.contains(letter)) {
        plain.push(if letter.is_whitespace() || letter.is_control() { ' ' } else { letter });
    }
    plain
}

/// The text cut to so many cells, with an ellipsis where something is missing.
pub fn clip(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let (mut cut, mut used) = (String::new(), 0);
    for letter in text.chars() {
        let wide = letter.width().unwrap_or(0);
        if used + wide + 1 > cells {
            break;
        }
        used += wide;
        cut.push(letter);
    }
    if cells > 0 {
        let kept = cut.trim_end().len();
        cut.truncate(kept);
        cut.push(CUT);
    }
    cut
}

/// Cut or filled up to exactly so many cells, the text at the left.
pub fn left(text: &str, cells: usize) -> String {
    let text = clip(text, cells);
    let blank = cells.saturating_sub(width(&text));
    text + &" ".repeat(blank)
}

/// The same with the text at the right.
pub fn right(text: &str, cells: usize) -> String {
    let text = clip(text, cells);
    " ".repeat(cells.saturating_sub(width(&text))) + &text
}

/// The text in lines of at most so many cells; a word that is longer than a line is broken.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(2);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let gap = usize::from(!line.is_empty());
        if width(&line) + gap + width(word) > cells && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        for letter in word.chars() {
            if width(&line) + letter.width().unwrap_or(0) > cells {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_take_two_cells() {
        assert_eq!((width("北方軍"), width("بلوچستان"), width("Ilmaray")), (6, 8, 7));
        assert_eq!(clip("北方軍北方軍", 6), "北方…");
        assert_eq!(left("北方軍", 8), "北方軍  ");
        assert_eq!(right("49", 4), "  49");
        assert_eq!(clip("Red Kite Front", 9), "Red Kite…");
    }

    #[test]
    fn a_name_cannot_steer_the_terminal() {
        assert_eq!(plain("Red\u{1b}[31m Kite\u{202e}\n\u{7}"), "Red [31m Kite  ");
    }

    #[test]
    fn lines_break_between_words_and_within_what_is_too_long() {
        assert_eq!(wrap("a bb ccc", 4), ["a bb", "ccc"]);
        assert_eq!(wrap("abcdefghi j", 4), ["abcd", "efgh", "i j"]);
        assert_eq!(wrap("", 4), Vec::<String>::new());
    }
}

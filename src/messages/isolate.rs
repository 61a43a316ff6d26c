//! Isolation: what runs the other way than the sentence around it stands between marks that keep its order apart (UAX 9).

use super::Direction;
use std::borrow::Cow;

/// First strong isolate: what follows runs as its own first letter does.
const OPEN: char = '\u{2068}';
/// Pop directional isolate: the end of it.
const CLOSE: char = '\u{2069}';

/// The text of a slot, isolated where letters of it run against the language around it. What a message has isolated already needs no
/// second pair. In a language from right to left a sign would move behind its number, so signed numbers are isolated too.
pub(super) fn slot(text: &str, around: Direction) -> Cow<'_, str> {
    let is_signed = around == Direction::RightToLeft && text.starts_with(['+', '-', '±', '×', '<']);
    match is_signed || runs_against(text, around) {
        true => Cow::Owned(format!("{OPEN}{text}{CLOSE}")),
        false => Cow::Borrowed(text),
    }
}

fn runs_against(text: &str, around: Direction) -> bool {
    let mut depth = 0usize;
    text.chars().any(|letter| {
        match letter {
            OPEN => depth += 1,
            CLOSE => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && direction(letter).is_some_and(|own| own != around)
    })
}

/// The way of a strong letter; `None` for digits, marks and signs.
fn direction(letter: char) -> Option<Direction> {
    let is_right_to_left = matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    match letter.is_alphabetic() {
        true if is_right_to_left => Some(Direction::RightToLeft),
        true => Some(Direction::LeftToRight),
        false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{LeftToRight, RightToLeft};

    #[test]
    fn what_runs_the_other_way_is_isolated_once() {
        let urdu = "تحریک";
        assert_eq!(slot("Hill Brigade", LeftToRight), "Hill Brigade");
        assert_eq!(slot(urdu, RightToLeft), urdu);
        let isolated = slot(urdu, LeftToRight).into_owned();
        assert_eq!(isolated, format!("{OPEN}{urdu}{CLOSE}"));
        assert_eq!(slot(&format!("in {isolated}"), LeftToRight), format!("in {isolated}"));
        assert_eq!(slot("Hill Brigade", RightToLeft), format!("{OPEN}Hill Brigade{CLOSE}"));
        assert_eq!(slot("2,400", RightToLeft), "2,400");
        assert_eq!(slot("+38 %", RightToLeft), format!("{OPEN}+38 %{CLOSE}"));
        assert_eq!(slot("-9", LeftToRight), "-9");
    }
}

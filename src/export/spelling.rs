//! How any text stands in a page: nothing in it is markup, invisible, or turns the text after it around.

/// The text, escaped for elements and for attributes in double quotes.
///
/// Control characters become the mark for what cannot be shown. Directional overrides and embeddings are dropped, for a
/// name with one would turn the rest of its sentence around; isolates stay, which end with their paragraph.
pub(super) fn spell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // A number and its per cent sign stay on one line.
            ' ' if letters.peek() == Some(&'%') => safe.push('\u{a0}'),
            '\n' | '\r' | '\t' => safe.push(' '),
            '\u{202a}'..='\u{202e}' => {}
            letter if letter.is_control() => safe.push('\u{fffd}'),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup_and_nothing_is_hidden() {
        assert_eq!(spell("<a href='x' title=\"y\">&"), "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;");
        assert_eq!(spell("a\0b\u{7}c\nd"), "a\u{fffd}b\u{fffd}c d");
        assert_eq!(spell("gnp.\u{202e}exe"), "gnp.exe");
        assert_eq!(spell("+78 % in \u{2068}محاذِ سحر\u{2069}"), "+78\u{a0}% in \u{2068}محاذِ سحر\u{2069}");
    }
}

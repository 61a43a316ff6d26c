//! The lines of a proposal: TOML with its comments side by side.

/// Where comments begin, where the line leaves room for it.
const COMMENT: usize = 40;
/// Characters of an example.
const EXAMPLE: usize = 24;

/// The text as it grows, and what the user must decide.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) unguessed: Vec<String>,
}

impl Draft {
    /// A line of the mapping, a comment, or both.
    pub(super) fn line(&mut self, line: &str, comment: &str) {
        let pad = COMMENT.saturating_sub(line.chars().count()).max(1);
        match (line, comment) {
            (line, "") => self.text.push_str(line),
            ("", comment) => self.text.push_str(&format!("# {comment}")),
            (line, comment) => self.text.push_str(&format!("{line}{:pad$}# {comment}", "")),
        }
        self.text.push('\n');
    }

    pub(super) fn section(&mut self, name: &str, comment: &str) {
        self.text.push('\n');
        self.line(name, comment);
    }

    /// A line that is only a comment until the user takes the mark away.
    pub(super) fn open(&mut self, line: &str, comment: &str) {
        self.line(&format!("# {line}"), comment);
        self.unguessed.push(if comment.is_empty() { line.to_owned() } else { format!("{line}: {comment}") });
    }
}

/// An example short enough for a comment.
pub(super) fn shortened(value: &str) -> String {
    let line = one_line(value);
    match line.char_indices().nth(EXAMPLE) {
        Some((cut, _)) => format!("{}...", line[..cut].trim_end()),
        None => line,
    }
}

/// TOML comments end with their line and hold no control characters.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A TOML string.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

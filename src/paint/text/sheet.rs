//! The sheet of a text chart: cells with a letter and a tone, written out as lines, in colour or without, in ASCII if need be.

use crate::figure::Ink;
use crate::registry::unmarked;
use crate::text::cells;
use unicode_width::UnicodeWidthChar;

/// How a text chart is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// In cells.
    pub width: usize,
    pub colours: Colours,
    pub charset: Charset,
}

/// Whether the terminal is asked for colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    None,
    /// The sixteen that every terminal has, as its user set them.
    Ansi,
}

/// Which letters the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    Unicode,
    Ascii,
}

/// The role of a text: the terminal's own colours are used for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Bold,
    Muted,
    Ink(Ink),
}

impl Tone {
    /// Select Graphic Rendition (ECMA-48); empty for the terminal's own.
    fn code(self) -> &'static str {
        match self {
            Tone::Plain | Tone::Ink(Ink::Estimate) => "",
            Tone::Bold => "1",
            Tone::Muted | Tone::Ink(Ink::Past | Ink::Unattributed) => "90",
            Tone::Ink(Ink::Count) => "94",
            // Red is kept for the killed.
            Tone::Ink(Ink::Death) => "31",
            Tone::Ink(Ink::Injury) => "33",
            Tone::Ink(Ink::Category(n)) => ["34", "33", "32", "35", "36", "93", "94", "92"][usize::from(n) % 8],
        }
    }
}

/// One line: pieces of text, each with its tone.
#[derive(Debug, Clone, Default)]
pub(super) struct Row(Vec<(String, Tone)>);

impl Row {
    pub(super) fn of(text: impl Into<String>, tone: Tone) -> Row {
        Row(vec![(text.into(), tone)])
    }

    pub(super) fn and(mut self, text: impl Into<String>, tone: Tone) -> Row {
        self.0.push((text.into(), tone));
        self
    }

    /// The rest of a sheet's row behind it.
    pub(super) fn then(mut self, other: Row) -> Row {
        self.0.extend(other.0);
        self
    }

    /// The first cells of the row.
    pub(super) fn upto(self, cells: usize) -> Row {
        let (mut kept, mut left) = (Vec::new(), cells);
        for (text, tone) in self.0 {
            let text: String = text.chars().take(left).collect();
            left -= text.chars().count();
            kept.push((text, tone));
        }
        Row(kept)
    }

    pub(super) fn width(&self) -> usize {
        self.0.iter().map(|(text, _)| cells::width(text)).sum()
    }
}

/// A field of cells that marks are put into; what is put later covers what was there.
pub(super) struct Field {
    width: usize,
    height: usize,
    cells: Vec<(char, Tone)>,
}

impl Field {
    pub(super) fn new(width: usize, height: usize) -> Field {
        Field { width, height, cells: vec![(' ', Tone::Plain); width * height] }
    }

    /// Puts a mark of one cell; outside the field it is lost. Row 0 is the top.
    pub(super) fn put(&mut self, column: usize, row: usize, mark: char, tone: Tone) {
        if column < self.width && row < self.height {
            self.cells[row * self.width + column] = (mark, tone);
        }
    }

    /// The same where nothing stands yet.
    pub(super) fn put_behind(&mut self, column: usize, row: usize, mark: char, tone: Tone) {
        if column < self.width && row < self.height && self.cells[row * self.width + column].0 == ' ' {
            self.put(column, row, mark, tone);
        }
    }

    /// What stands in a cell; a blank outside the field.
    pub(super) fn letter(&self, column: usize, row: usize) -> char {
        if column < self.width { self.cells.get(row * self.width + column).map_or(' ', |cell| cell.0) } else { ' ' }
    }

    pub(super) fn rows(self) -> Vec<Row> {
        let row = |cells: &[(char, Tone)]| {
            let mut pieces: Vec<(String, Tone)> = Vec::new();
            for &(letter, tone) in cells {
                match pieces.last_mut() {
                    Some((text, last)) if *last == tone => text.push(letter),
                    _ => pieces.push((letter.to_string(), tone)),
                }
            }
            Row(pieces)
        };
        self.cells.chunks(self.width.max(1)).map(row).collect()
    }
}

impl Paper {
    /// The text in the letters that the terminal has.
    pub fn letters(self, text: &str) -> String {
        match self.charset {
            Charset::Unicode => text.to_owned(),
            Charset::Ascii => ascii(text),
        }
    }

    /// The lines as they are printed, without blanks at their ends.
    pub(super) fn print(self, rows: Vec<Row>) -> String {
        let mut out = String::new();
        for row in rows {
            let mut line: Vec<(String, Tone)> = row.0;
            while let Some((text, _)) = line.last_mut() {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
                line.pop();
            }
            for (text, tone) in line {
                let text = self.letters(&text);
                match (self.colours, tone.code()) {
                    (Colours::None, _) | (Colours::Ansi, "") => out.push_str(&text),
                    (Colours::Ansi, code) => out.push_str(&format!("\u{1b}[{code}m{text}\u{1b}[0m")),
                }
            }
            out.push('\n');
        }
        out
    }
}

/// Marks and what stands for them in ASCII, cell by cell.
const MARKS: [(&str, char); 24] = [
    ("█▇▆▅", '#'),
    ("▄▃", '='),
    ("▂▁", '_'),
    ("▓", '&'),
    ("▒", '%'),
    ("░", ':'),
    ("•●◆", '*'),
    ("◇○◈", 'o'),
    ("─╌━┄", '-'),
    ("═", '='),
    ("│┊╎┃¦", '|'),
    ("┬┴┼├┤└╵╷┌┐┘", '+'),
    ("▲", '^'),
    ("▼", 'v'),
    ("◀←", '<'),
    ("▶→", '>'),
    ("…", '~'),
    ("×", 'x'),
    ("±", '+'),
    ("–—−", '-'),
    ("≥", '>'),
    ("·", '.'),
    ("␣", '_'),
    ("▏▎▍▌▋▊▉", '='),
];

/// The text in ASCII, each mark and letter as wide as before: what has no likeness is a question mark.
fn ascii(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        let wide = letter.width().unwrap_or(0);
        if letter.is_ascii() {
            out.push(letter);
        } else if let Some((_, mark)) = MARKS.iter().find(|(marks, _)| marks.contains(letter)) {
            out.push(*mark);
        } else if ('\u{2801}'..='\u{28ff}').contains(&letter) {
            out.push('*');
        } else if let Some(plain) = letter.to_lowercase().next().and_then(unmarked).filter(|plain| plain.len() == 1) {
            out.push_str(&if letter.is_uppercase() { plain.to_uppercase() } else { plain.to_owned() });
        } else {
            out.push_str(&"?".repeat(wide));
        }
    }
    out
}

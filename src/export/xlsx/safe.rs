//! Text and names that Excel takes: no control characters, no cell too long, no sheet named twice.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// UTF-16 units of the longest text in a cell.
pub(super) const LONGEST_CELL: usize = 32_767;

/// UTF-16 units of the longest name of a sheet.
const LONGEST_SHEET: usize = 31;

/// UTF-16 units of the longest name of a table.
const LONGEST_TABLE: usize = 255;

/// Stands for what XML cannot hold, so that a reader sees that something stood there.
const REPLACEMENT: char = '\u{fffd}';

/// Beginnings that make a spreadsheet run a cell once it is edited (OWASP, CSV Injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a spreadsheet would run the text if it were typed.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(FORMULA)
}

/// The text as a cell can hold it: line ends are line feeds, other controls are marked, what is too long is cut.
pub(super) fn cell(text: &str) -> Cow<'_, str> {
    cut(text, LONGEST_CELL)
}

/// Whether [`cell`] leaves out the end of the text.
pub(super) fn is_cut(text: &str) -> bool {
    // Bytes are never fewer than UTF-16 units: most texts need no counting.
    text.len() > LONGEST_CELL && text.encode_utf16().count() > LONGEST_CELL
}

/// As [`cell`], of at most `longest` UTF-16 units.
pub(super) fn cut(text: &str, longest: usize) -> Cow<'_, str> {
    let odd = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    let clean: Cow<str> = if text.contains(odd) {
        let line_feeds = text.replace("\r\n", "\n");
        let kept = |c: char| match c {
            '\t' => '\t',
            '\r' => '\n',
            c if odd(c) => REPLACEMENT,
            c => c,
        };
        Cow::Owned(line_feeds.chars().map(kept).collect())
    } else {
        Cow::Borrowed(text)
    };
    if clean.len() <= longest || clean.encode_utf16().count() <= longest {
        return clean;
    }
    let mut units = 1;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= longest
    };
    let mut short: String = clean.chars().take_while(fits).collect();
    short.push('\u{2026}');
    Cow::Owned(short)
}

/// Names given so far. Excel takes names that differ only in letter case for the same.
#[derive(Default)]
pub(super) struct Names {
    sheets: BTreeSet<String>,
    tables: BTreeSet<String>,
}

impl Names {
    /// A free sheet name like `wanted`.
    pub fn sheet(&mut self, wanted: &str) -> String {
        let clean = |c: char| if c.is_control() || "[]:*?/\\".contains(c) { ' ' } else { c };
        let clean: String = wanted.chars().map(clean).collect();
        let clean = clean.trim_matches([' ', '\'']);
        // Excel keeps "History" for itself.
        let clean = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "Sheet" } else { clean };
        free(&mut self.sheets, clean, LONGEST_SHEET, |n| format!(" ({n})"))
    }

    /// A free table name like `wanted`; formulas name tables so.
    pub fn table(&mut self, wanted: &str) -> String {
        let clean = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let clean: String = wanted.chars().map(clean).collect();
        free(&mut self.tables, &format!("t_{clean}"), LONGEST_TABLE, |n| format!("_{n}"))
    }
}

fn free(taken: &mut BTreeSet<String>, wanted: &str, longest: usize, ending: impl Fn(usize) -> String) -> String {
    let endings = std::iter::once(String::new()).chain((2..).map(ending));
    let mut names = endings.map(|ending| {
        let room = longest - ending.len();
        let mut units = 0;
        let fits = |c: &char| {
            units += c.len_utf16();
            units <= room
        };
        let kept: String = wanted.chars().take_while(fits).collect();
        format!("{}{ending}", kept.trim_end_matches([' ', '\'']))
    });
    names.find(|name| taken.insert(name.to_lowercase())).expect("the endings never end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_marked() {
        assert_eq!(cell("a\0b\u{1}\u{ffff}"), "a\u{fffd}b\u{fffd}\u{fffd}");
        assert_eq!(cell("two\r\nlines\rthree\n"), "two\nlines\nthree\n");
        assert!(matches!(cell("\u{202e}لشکر سحر"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_too_long_is_cut_between_characters() {
        let long = "😀".repeat(LONGEST_CELL);
        assert!(is_cut(&long) && !is_cut("short"));
        let short = cell(&long);
        assert!(short.encode_utf16().count() <= LONGEST_CELL && short.ends_with("😀\u{2026}"));
        assert!(!is_cut(&"é".repeat(LONGEST_CELL)));
    }

    #[test]
    fn sheets_are_never_named_twice() {
        let mut names = Names::default();
        let long = "a-table-whose-name-is-longer-than-a-sheet-can-bear";
        let given = ["Series", "series", "[a]:*?/\\", "'quoted'", "", "History", long, &format!("{long}-2")];
        let given = given.map(|name| names.sheet(name));
        assert_eq!(given[..4], ["Series", "series (2)", "a", "quoted"].map(str::to_owned));
        assert_eq!(given[4..6], ["Sheet", "Sheet (2)"].map(str::to_owned));
        assert_eq!(given[6], "a-table-whose-name-is-longer-th");
        assert_eq!(given[7], "a-table-whose-name-is-longe (2)");
        assert_eq!(names.table("a+b"), "t_a_b");
        assert_eq!(names.table("A-b"), "t_A_b_2");
    }
}

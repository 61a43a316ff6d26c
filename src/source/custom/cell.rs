//! The cells of a row that hold words: labels, names and codes, translated as the mapping says.

use super::field::Field;
use super::reader::Opened;
use super::words::{Words, class_of};
use crate::names::Class;
use crate::source::{Cells, Issue};

/// A code as its cell has it.
pub(super) enum Coded<T> {
    Known(T),
    Blank,
    /// A word that neither the mapping nor the program knows; it has been noted.
    Foreign,
}

impl Opened {
    fn raw<'a>(&'a self, cells: &Cells<'a, '_>, field: Field) -> &'a str {
        self.constant(field).unwrap_or_else(|| cells.text(self.column(field)))
    }

    /// A label, as the mapping translates it; empty where it is a word for "unknown".
    pub(super) fn text<'a>(&'a self, cells: &Cells<'a, '_>, field: Field) -> &'a str {
        let raw = self.raw(cells, field);
        match self.mapping.translated(field, raw) {
            Some(translated) => translated,
            None if self.says_unknown(raw) => "",
            None => raw,
        }
    }

    fn says_unknown(&self, text: &str) -> bool {
        self.mapping.numbers.is_unknown(text)
    }

    /// The names in a field, all its columns together, each translated.
    pub(super) fn names<'a>(&'a self, cells: &Cells<'a, '_>, field: Field) -> Vec<&'a str> {
        let mut names: Vec<&'a str> = Vec::new();
        let texts = self.constant(field).into_iter();
        for text in texts.chain(self.columns(field).iter().map(|&column| cells.text(Some(column)))) {
            for part in text.split(self.mapping.separator.as_str()).map(str::trim) {
                let name = self.mapping.translated(field, part).unwrap_or(part);
                // "Unknown" in a column of groups is a group that nobody named; "-" and "n/a" are no group.
                let nobody = name.is_empty() || (self.says_unknown(name) && class_of(name) != Class::Generic);
                if !nobody && !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    pub(super) fn code<'a, T: Copy>(&'a self, cells: &mut Cells<'a, '_>, field: Field, words: &Words<T>) -> Coded<T> {
        let raw = self.raw(cells, field);
        if raw.is_empty() {
            // A blank may be translated as any other word.
            return words.get("").map_or(Coded::Blank, |&meaning| Coded::Known(meaning));
        }
        match words.get(raw) {
            Some(&meaning) => Coded::Known(meaning),
            None if self.says_unknown(raw) => Coded::Blank,
            None => {
                cells.note(self.column(field), Issue::UnknownCode);
                Coded::Foreign
            }
        }
    }

    pub(super) fn answer<'a>(&'a self, cells: &mut Cells<'a, '_>, field: Field) -> Option<bool> {
        let words = self.mapping.translations.answers.get(&field)?;
        match self.code(cells, field, words) {
            Coded::Known(answer) => Some(answer),
            Coded::Blank | Coded::Foreign => None,
        }
    }
}

//! The few words that a renderer adds to a document: one value a language, so that no renderer holds a sentence.

use super::document::Strength;

#[derive(Debug, PartialEq, Eq, serde::Serialize)]
pub struct Words {
    /// BCP 47 language tag, for `<html lang>`.
    pub language: &'static str,
    pub skip: &'static str,
    pub contents: &'static str,
    pub evidence: &'static str,
    pub caveats: &'static str,
    pub source: &'static str,
    pub note: &'static str,
    pub image: &'static str,
    pub table: &'static str,
    pub downloads: &'static str,
    pub colophon: &'static str,
    counted: &'static str,
    clear: &'static str,
    suggestive: &'static str,
    within_chance: &'static str,
}

pub static ENGLISH: Words = Words {
    language: "en",
    skip: "Skip to the report",
    contents: "Contents",
    evidence: "Evidence",
    caveats: "Caveats",
    source: "Source",
    note: "Note",
    image: "PNG",
    table: "table",
    downloads: "Data files",
    colophon: "About this report",
    counted: "counted",
    clear: "clear",
    suggestive: "suggestive",
    within_chance: "within chance",
};

impl Words {
    pub fn strength(&self, strength: Strength) -> &'static str {
        match strength {
            Strength::Counted => self.counted,
            Strength::Clear => self.clear,
            Strength::Suggestive => self.suggestive,
            Strength::WithinChance => self.within_chance,
        }
    }
}

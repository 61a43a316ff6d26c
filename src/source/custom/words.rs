//! The words of a mapping: those that our codes are called by, and the sheet's own that stand for them.

use super::field::Code;
use crate::incident::{ClaimState, DatePrecision, Forces, Kind, PlacePrecision};
use crate::names::Class;
use std::collections::HashMap;

/// What the sheet's words stand for; compared trimmed and without regard to letter case.
#[derive(Clone, Debug, Default)]
pub(super) struct Words<T> {
    meanings: HashMap<String, T>,
}

impl<T: Clone> Words<T> {
    pub(super) fn new(words: &[(&str, T)]) -> Words<T> {
        Words { meanings: words.iter().map(|(word, meaning)| (key(word), meaning.clone())).collect() }
    }

    pub(super) fn insert(&mut self, word: &str, meaning: T) {
        self.meanings.insert(word.trim().to_owned(), meaning.clone());
        self.meanings.insert(key(word), meaning);
    }

    pub(super) fn get(&self, word: &str) -> Option<&T> {
        // Most sheets write their words as the mapping does; only the others cost a copy.
        self.meanings.get(word).or_else(|| self.meanings.get(&key(word)))
    }
}

pub(super) fn key(word: &str) -> String {
    word.trim().to_lowercase()
}

/// What happened and, where state forces acted, whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Deed {
    pub(super) kind: Kind,
    pub(super) forces: Forces,
}

const fn deed(kind: Kind, forces: Forces) -> Deed {
    Deed { kind, forces }
}

/// Our words for kinds. Of a clash it is not known whether forces were one of its sides, unless they were foreign.
pub(super) const KINDS: [(&str, Deed); 9] = [
    ("attack", deed(Kind::Attack, Forces::None)),
    ("operation", deed(Kind::Operation, Forces::Domestic)),
    ("foreign operation", deed(Kind::Operation, Forces::Foreign)),
    ("state violence", deed(Kind::StateViolence, Forces::Domestic)),
    ("foreign state violence", deed(Kind::StateViolence, Forces::Foreign)),
    ("clash", deed(Kind::Clash, Forces::None)),
    ("foreign clash", deed(Kind::Clash, Forces::Foreign)),
    ("interstate", deed(Kind::Interstate, Forces::Domestic)),
    ("other", deed(Kind::Other, Forces::None)),
];

pub(super) const CLAIMS: [(&str, ClaimState); 5] = [
    ("claimed", ClaimState::Claimed),
    ("unclaimed", ClaimState::Unclaimed),
    ("denied", ClaimState::Denied),
    ("competing", ClaimState::Competing),
    ("unknown", ClaimState::Unknown),
];

pub(super) const DATE_PRECISIONS: [(&str, DatePrecision); 4] = [
    ("day", DatePrecision::Day),
    ("week", DatePrecision::Week),
    ("month", DatePrecision::Month),
    ("year", DatePrecision::Year),
];

pub(super) const PLACE_PRECISIONS: [(&str, PlacePrecision); 5] = [
    ("exact", PlacePrecision::Exact),
    ("town", PlacePrecision::Town),
    ("district", PlacePrecision::District),
    ("region", PlacePrecision::Region),
    ("country", PlacePrecision::Country),
];

/// The first two are our words; the others are how sheets tick a box.
pub(super) const YES_NO: [(&str, bool); 8] = [
    ("yes", true),
    ("no", false),
    ("y", true),
    ("n", false),
    ("true", true),
    ("false", false),
    ("1", true),
    ("0", false),
];

impl Code {
    /// Our words for it, as a mapping writes them.
    pub(super) fn words(self) -> Vec<&'static str> {
        match self {
            Code::Kind => KINDS.map(|(word, _)| word).to_vec(),
            Code::Claim => CLAIMS.map(|(word, _)| word).to_vec(),
            Code::DatePrecision => DATE_PRECISIONS.map(|(word, _)| word).to_vec(),
            Code::PlacePrecision => PLACE_PRECISIONS.map(|(word, _)| word).to_vec(),
            Code::Answer => YES_NO[..2].iter().map(|(word, _)| *word).collect(),
        }
    }
}

/// How the name of an armed side begins that names nobody, in the languages of sheets seen so far; in lower case.
const NAMELESS_STARTS: [&str; 14] = [
    "unidentified",
    "unknown",
    "unnamed",
    "unspecified",
    "undetermined",
    "not specified",
    "not known",
    "inconnu",
    "non identifi",
    "desconocid",
    "no identificad",
    "desconhecid",
    "não identificad",
    "unbekannt",
];

/// Labels that name nobody, whole; in lower case.
const NAMELESS: [&str; 28] = [
    "armed group",
    "armed groups",
    "armed men",
    "assailant",
    "assailants",
    "attacker",
    "attackers",
    "bandits",
    "criminals",
    "extremists",
    "gunman",
    "gunmen",
    "hommes armés",
    "hombres armados",
    "homens armados",
    "insurgent",
    "insurgents",
    "militant",
    "militants",
    "other",
    "others",
    "rebel",
    "rebels",
    "separatists",
    "terrorist",
    "terrorists",
    "unclear",
    "(unattributed)",
];

/// The class of a group by its name alone: an alias table knows better.
///
/// A label that begins with "Unidentified", "Unknown", "Unnamed" ... or is one of a few common nouns ("Gunmen", "Militants")
/// names nobody and is generic; every other name is taken for an organisation.
pub(super) fn class_of(name: &str) -> Class {
    let plain = name.trim_start_matches(['(', '[', '"']).to_lowercase();
    let nameless = NAMELESS_STARTS.iter().any(|start| plain.starts_with(start))
        || NAMELESS.contains(&key(name).as_str())
        // French and Spanish put the word last: "Hommes armés non identifiés".
        || plain.ends_with(" non identifiés")
        || plain.ends_with(" no identificados");
    if nameless { Class::Generic } else { Class::Organisation }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_name_nobody_are_generic() {
        for name in
            ["Unidentified militants", "UNKNOWN", "Gunmen", "unnamed armed group", "Hommes armés non identifiés"]
        {
            assert_eq!(class_of(name), Class::Generic, "{name}");
        }
        for name in ["Gunmen of the Pass", "Militant Brotherhood", "Reed Marsh Brigade", "سبز وادی محاذ"] {
            assert_eq!(class_of(name), Class::Organisation, "{name}");
        }
    }

    #[test]
    fn words_ignore_case_and_blanks_around() {
        let mut words = Words::new(&CLAIMS);
        words.insert(" Not Claimed ", ClaimState::Unclaimed);
        assert_eq!(words.get("not claimed"), Some(&ClaimState::Unclaimed));
        assert_eq!(words.get("CLAIMED"), Some(&ClaimState::Claimed));
        assert_eq!(words.get("maybe"), None);
    }
}

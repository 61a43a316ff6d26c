//! Labels: names that are safe as a file, a folder and an anchor everywhere.

use super::error::Malformed;
use serde::{Serialize, Serializer};
use std::fmt;

/// Letters, digits and `+ . _ -` of ASCII, not beginning with a dot or a minus, 1 to [`Label::LONGEST`] characters, and no
/// `..`: it can neither hide a file, climb out of a folder nor pass for a flag.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(String);

/// Characters of a slug before its hash. Long enough for most names, short enough that a stem of three slugs stays a [`Label`].
const SLUG_LENGTH: usize = 24;

/// Hexadecimal digits of the hash that tells apart what spelling cannot: 32 bits, one collision expected among 65,000 names.
const HASH_DIGITS: usize = 8;

/// Words that title case leaves small inside a name.
const SMALL_WORDS: [&str; 6] = ["and", "for", "in", "of", "on", "the"];

impl Label {
    /// The longest label, in characters: with an extension and a hash it stays far below the 255 bytes of common file systems.
    pub const LONGEST: usize = 100;

    pub fn new(text: impl Into<String>) -> Result<Label, Malformed> {
        let text = text.into();
        match Label::fault(&text) {
            None => Ok(Label(text)),
            Some(reason) => Err(Malformed::Label { text, reason }),
        }
    }

    fn fault(text: &str) -> Option<&'static str> {
        if text.is_empty() {
            return Some("it is empty");
        }
        if text.chars().count() > Label::LONGEST {
            return Some("it is longer than 100 characters");
        }
        if !text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+._-".contains(&b)) {
            return Some("only A-Z, a-z, 0-9 and + . _ - are allowed");
        }
        if text.starts_with(['.', '-']) {
            return Some("it begins with a dot or a minus");
        }
        if text.contains("..") {
            return Some("it holds '..'");
        }
        None
    }

    /// A short stand-in for any text: its ASCII letters in lower case and its digits, a minus for every run of the rest. A name
    /// in title case keeps just that ("Northern Front": `northern-front`); any other, and one that is cut, gets a hash of the
    /// text behind it, so that two names never share a slug by being written in Urdu, in capitals or at length. The same text
    /// gives the same slug in every run.
    pub fn slug(text: &str) -> Label {
        let mut kept = String::new();
        for c in text.chars() {
            if c.is_ascii_alphanumeric() {
                kept.push(c.to_ascii_lowercase());
            } else if !kept.is_empty() && !kept.ends_with('-') {
                kept.push('-');
            }
        }
        if kept.len() <= SLUG_LENGTH && !kept.is_empty() && title_case(&kept) == text {
            return Label(kept);
        }
        kept.truncate(SLUG_LENGTH);
        let kept = kept.trim_end_matches('-');
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let hash = &hash[..HASH_DIGITS];
        Label(if kept.is_empty() { hash.to_owned() } else { format!("{kept}-{hash}") })
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The one text whose slug is `slug` without a hash.
fn title_case(slug: &str) -> String {
    let mut words = Vec::new();
    for (at, word) in slug.split('-').enumerate() {
        let (first, rest) = word.split_at(word.len().min(1));
        let small = at > 0 && SMALL_WORDS.contains(&word);
        words.push(if small { word.to_owned() } else { first.to_ascii_uppercase() + rest });
    }
    words.join(" ")
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_labels_of_the_folder_are_labels() {
        for text in ["2026-10", "2026-W44", "2026-10-31+7d", "2026-Q3", "2026-H2", "2026", "2026-10-partial", "latest"]
        {
            assert!(Label::new(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_could_leave_or_hide_in_the_folder_is_refused() {
        for text in ["", ".", "..", "../x", "a/b", ".store", "-rf", "a b", "a\0", "a..b", "لشکر", &"x".repeat(101)]
        {
            assert!(Label::new(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn slugs_are_short_stable_and_apart() {
        assert_eq!(Label::slug("Northern Front").as_str(), "northern-front");
        assert_eq!(Label::slug("Front of the North").as_str(), "front-of-the-north");
        let urdu = [Label::slug("لشکر سحر"), Label::slug("لشکر شام")];
        assert_ne!(urdu[0], urdu[1]);
        assert_eq!(urdu[0].as_str().len(), HASH_DIGITS);
        let long = ["a", "b"].map(|end| Label::slug(&format!("{}{end}", "Very Long Name of a Front ".repeat(4))));
        assert_ne!(long[0], long[1]);
        let alike = ["Red Hand", "red hand", "Red hand", "Red-Hand", "RED HAND", "Red  Hand", "Red Hand ", " Red Hand"];
        let slugs: std::collections::BTreeSet<Label> = alike.iter().map(|name| Label::slug(name)).collect();
        assert_eq!(slugs.len(), alike.len());
    }

    #[test]
    fn every_slug_is_a_label() {
        for text in
            ["", "../../etc/passwd", "<&\"", "=1+1", "-x", "..", "   ", "\u{202e}gnp", "CON", "é", &"é".repeat(500)]
        {
            let slug = Label::slug(text);
            assert_eq!(Label::new(slug.as_str()), Ok(slug.clone()), "{text:?}");
        }
    }
}

//! Names as they are compared: letter case, blanks, hyphens and the marks on Latin letters put aside.

/// Latin letters with marks, by the letter that they are compared as: what sources and users leave out when they type.
const MARKED: [(&str, &str); 27] = [
    ("a", "àáâãäåāăąǎ"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("dh", "ḏḍ"),
    ("e", "èéêëēĕėęě"),
    ("g", "ĝğġģ"),
    ("h", "ĥħḥḫ"),
    ("i", "ìíîïĩīĭįı"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŋṇ"),
    ("o", "òóôõöøōŏő"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšșṣ"),
    ("ss", "ß"),
    ("t", "ţťŧțṭ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűų"),
    ("w", "ŵ"),
    ("y", "ýÿŷ"),
    ("z", "źżžẓ"),
    // Marks that stand on their own, and signs for letters that Latin has none of.
    ("", "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30a}\u{30c}\u{323}\u{327}\u{328}"),
    ("", "'’‘ʻʼʾʿ`"),
    (" ", "-‐‑–—_"),
];

/// The letter without its mark; `None` for a letter that has none.
pub fn unmarked(letter: char) -> Option<&'static str> {
    MARKED.iter().find(|(_, marked)| marked.contains(letter)).map(|(plain, _)| *plain)
}

/// The name as it is compared.
pub fn folded(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match unmarked(letter) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(letter),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_and_marks_make_no_other_name() {
        for name in ["Tehrīk-e  Ṭālibān", "tehrik e taliban", " TEHRIK-E TALIBAN "] {
            assert_eq!(folded(name), "tehrik e taliban", "{name}");
        }
        assert_eq!(folded("Al-Qa'ida"), folded("al-Qaida"));
        assert_ne!(folded("Red Kite"), folded("Redkite"));
        assert_eq!(folded("بلوچستان"), "بلوچستان");
    }
}

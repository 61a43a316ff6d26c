//! How numbers are written in a table, and what stands for "unknown".

/// Decimal points, no thousands marks.
pub(super) static PLAIN: std::sync::LazyLock<Numbers> = std::sync::LazyLock::new(Numbers::default);

/// How numbers are written in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// The mark before the fraction.
    pub decimal: char,
    /// The mark between thousands, if any is used.
    pub thousands: Option<char>,
    /// Words and codes that mean "unknown", in lower case.
    unknown: Vec<String>,
    /// The bytes with which they begin, in either case, as bits; those beyond ASCII are all the highest.
    starts: u128,
}

impl Default for Numbers {
    fn default() -> Numbers {
        let mut numbers = Numbers { decimal: '.', thousands: None, unknown: Vec::new(), starts: 0 };
        numbers.add_unknown(["na", "n/a", "nan", "null", "none", "-", "?", "unknown"].map(str::to_owned));
        numbers
    }
}

impl Numbers {
    /// Adds words and codes that mean "unknown", in lower case.
    pub fn add_unknown(&mut self, words: impl IntoIterator<Item = String>) {
        for word in words {
            if let Some(first) = word.as_bytes().first() {
                self.starts |= bit(*first) | bit(first.to_ascii_uppercase());
            }
            self.unknown.push(word);
        }
    }

    /// Whether a text that is not empty is one of the words for "unknown", in either case.
    pub fn is_unknown(&self, text: &str) -> bool {
        // Nearly every text begins with what none of them begins with.
        let may_be = text.as_bytes().first().is_some_and(|first| self.starts & bit(*first) != 0);
        may_be && self.unknown.iter().any(|word| word.eq_ignore_ascii_case(text))
    }
}

fn bit(byte: u8) -> u128 {
    1 << byte.min(127)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_unknown_are_known_in_either_case() {
        let mut numbers = Numbers::default();
        assert!(["NA", "n/A", "Unknown", "-", "?"].into_iter().all(|text| numbers.is_unknown(text)));
        assert!(["", "0", "-9", "north", "99", "نامعلوم"].into_iter().all(|text| !numbers.is_unknown(text)));
        numbers.add_unknown(["-9", "99", "نامعلوم"].map(str::to_owned));
        assert!(["-9", "99", "نامعلوم"].into_iter().all(|text| numbers.is_unknown(text)));
        assert!(!numbers.is_unknown("9"));
    }
}

//! Header words: column names cut and folded, so that languages and habits of writing compare.

/// The words of a column name: lower case, without accents, cut at blanks, marks, digits and humps.
pub(super) fn words(name: &str) -> Vec<String> {
    let (mut words, mut word, mut before) = (Vec::new(), String::new(), ' ');
    for c in name.chars() {
        let digit = c.is_ascii_digit();
        let letter = c.is_alphanumeric() && !matches!(c, 'º' | 'ª');
        let cut = !letter
            || (before.is_lowercase() && c.is_uppercase())
            || (before.is_alphanumeric() && before.is_ascii_digit() != digit);
        if cut && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter {
            word.extend(c.to_lowercase().map(plain));
        }
        before = c;
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// A text folded to such words, joined by blanks.
pub(super) fn folded(text: &str) -> String {
    words(text).join(" ")
}

/// A Latin letter without its accent.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_and_folded() {
        assert_eq!(words("Nombre de tués (max)"), ["nombre", "de", "tues", "max"]);
        assert_eq!(words("KilledMin"), ["killed", "min"]);
        assert_eq!(words("SFs Killed"), ["sfs", "killed"]);
        assert_eq!(words("group2"), ["group", "2"]);
        assert_eq!(words("S#"), ["s"]);
    }
}

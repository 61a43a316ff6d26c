//! A registry is the list of things a user can name on the command line: one file a thing, one line in its registry.

use thiserror::Error;

/// What every registered thing can say of itself.
pub trait Entry: Sync {
    /// What the user types.
    fn id(&self) -> &'static str;
    /// One line of help, without a full stop.
    fn about(&self) -> &'static str;
    /// A command that shows it at work.
    fn example(&self) -> String;
}

/// The entries of one noun ("source", "chart", ...), in the order in which they are shown.
pub struct Registry<T: ?Sized + 'static> {
    noun: &'static str,
    entries: &'static [&'static T],
}

impl<T: ?Sized + Entry> Registry<T> {
    pub const fn new(noun: &'static str, entries: &'static [&'static T]) -> Self {
        Registry { noun, entries }
    }

    pub fn noun(&self) -> &'static str {
        self.noun
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static T> + use<T> {
        self.entries.iter().copied()
    }

    pub fn ids(&self) -> Vec<&'static str> {
        self.iter().map(Entry::id).collect()
    }

    /// The entry of that id, or an error that names the nearest one.
    pub fn get(&self, id: &str) -> Result<&'static T, Unknown> {
        self.iter().find(|e| e.id() == id).ok_or_else(|| Unknown::new(self.noun, id, &self.ids()))
    }
}

/// A name that is in no registry.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no {noun} is called '{id}'{}; there is: {}", did_you_mean(.nearest.as_deref()), .known.join(", "))]
pub struct Unknown {
    noun: String,
    id: String,
    nearest: Option<String>,
    known: Vec<String>,
}

impl Unknown {
    pub fn new(noun: &str, id: &str, known: &[&str]) -> Unknown {
        Unknown {
            noun: noun.to_owned(),
            id: id.to_owned(),
            nearest: nearest(id, known.iter().copied()).map(str::to_owned),
            known: known.iter().map(|&k| k.to_owned()).collect(),
        }
    }
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|n| format!(" (did you mean '{n}'?)")).unwrap_or_default()
}

/// Jaro-Winkler similarity (Winkler 1990) below which a suggestion would puzzle rather than help; chosen on misspelt
/// group and chart names: one or two slips in a word stay above it, unrelated names below.
const LIKENESS: f64 = 0.84;

/// The known name most like `name`, letter case ignored; `None` where none is like it. Ties go to the first.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let likeness = strsim::jaro_winkler(&wanted, &candidate.to_lowercase());
        if likeness >= LIKENESS && best.is_none_or(|(top, _)| likeness > top) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_answered_with_the_nearest_name() {
        let error = Unknown::new("source", "acleb", &["acled", "ucdp", "gtd"]);
        assert_eq!(
            error.to_string(),
            "no source is called 'acleb' (did you mean 'acled'?); there is: acled, ucdp, gtd"
        );
    }

    #[test]
    fn an_unrelated_name_gets_no_suggestion() {
        assert_eq!(nearest("xyzzy", ["acled", "ucdp"]), None);
    }
}

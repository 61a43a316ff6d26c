//! A registry is the list of things a user can name on the command line: one file a thing, one line in its registry.

mod fold;

pub use fold::{folded, unmarked};

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
#[error("no {noun} is called '{id}'{}; there is: {}", did_you_mean(.near), .known.join(", "))]
pub struct Unknown {
    noun: String,
    id: String,
    near: Vec<String>,
    known: Vec<String>,
}

impl Unknown {
    pub fn new(noun: &str, id: &str, known: &[&str]) -> Unknown {
        Unknown {
            noun: noun.to_owned(),
            id: id.to_owned(),
            near: near(id, known.iter().copied()).into_iter().map(str::to_owned).collect(),
            known: known.iter().map(|&k| k.to_owned()).collect(),
        }
    }
}

fn did_you_mean(near: &[String]) -> String {
    let near: Vec<&str> = near.iter().map(String::as_str).collect();
    let meant = meant(&near);
    if meant.is_empty() { meant } else { format!(" ({meant})") }
}

/// Jaro-Winkler similarity (Winkler 1990) below which a suggestion would puzzle rather than help; chosen on misspelt
/// group and chart names: one or two slips in a word stay above it, unrelated names below.
const LIKENESS: f64 = 0.84;

/// Candidates that are less like the name than the best one by more than this are not offered beside it.
const CLOSE: f64 = 0.05;
/// More would be a list, not a hint.
const OFFERED: usize = 3;

/// The known name most like `name`, whatever its letter case, blanks and marks; `None` where none is like it. Ties go to the first.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(name, known).first().copied()
}

/// The known names that are nearly as like `name` as the nearest, that one first; at most three.
pub fn near<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = folded(name);
    let likeness = |candidate: &str| likeness(&wanted, &folded(candidate));
    let mut like: Vec<(f64, &str)> = known.into_iter().map(|name| (likeness(name), name)).collect();
    like.retain(|(likeness, _)| *likeness >= LIKENESS);
    like.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = like.first().map_or(1.0, |(likeness, _)| *likeness);
    like.into_iter().filter(|(likeness, _)| best - likeness <= CLOSE).map(|(_, name)| name).take(OFFERED).collect()
}

/// How like two folded names are, from 0 to 1: as a whole, or in what is left when one of them is only a part of the other's
/// words ("kite front" for "red kite front").
fn likeness(wanted: &str, candidate: &str) -> f64 {
    let whole = strsim::jaro_winkler(wanted, candidate);
    let is_part = wanted.chars().count() >= SHORTEST_PART && candidate.split(' ').any(|word| word == wanted);
    let is_tail = wanted.contains(' ') && candidate.contains(wanted);
    if is_part || is_tail { whole.max(LIKENESS) } else { whole }
}

/// Words shorter than this stand in too many names.
const SHORTEST_PART: usize = 4;

/// `did you mean 'a'?`, `did you mean 'a', 'b' or 'c'?`; empty where nothing is near.
pub fn meant(near: &[&str]) -> String {
    if near.is_empty() { String::new() } else { format!("did you mean {}?", quoted(near)) }
}

/// `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`.
pub fn quoted(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
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

    #[test]
    fn case_blanks_and_marks_are_no_difference() {
        let known = ["Tehrīk-e Azādī", "Red Kite Front", "Red Kite Movement", "Grey Owl"];
        assert_eq!(near("tehrik e azadi", known), ["Tehrīk-e Azādī"]);
        assert_eq!(near("red kite", known), ["Red Kite Front", "Red Kite Movement"]);
        assert_eq!(near("kite front", known), ["Red Kite Front"]);
        assert_eq!(meant(&near("red kite", known)), "did you mean 'Red Kite Front' or 'Red Kite Movement'?");
    }
}

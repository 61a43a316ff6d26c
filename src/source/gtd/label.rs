//! Labels that stand in the GTD for perpetrators whom nobody has named, and what class a name is of.
//!
//! The GTD codes a generic identity ("Separatists") where the sources name no organisation. Studies that need organisations
//! take these labels out by hand, with lists that agree on the bare labels and on identities followed by a noun such as
//! "extremists"; names of organisations end otherwise, mostly with their initials in brackets.

use crate::names::Class;

/// What the database writes where the perpetrator is unknown.
pub(super) const UNKNOWN: &str = "Unknown";

/// Labels as a whole, in lower case.
const LABELS: [&str; 18] = [
    "unknown",
    "other",
    "individual",
    "individual(s)",
    "unaffiliated individual",
    "unaffiliated individual(s)",
    "death squad",
    "maoists",
    "palestinians",
    "paramilitary members",
    "protesters",
    "armed men",
    "assailants",
    "criminals",
    "narco-terrorists",
    "neo-nazi group",
    "neo-nazis",
    "anti-white",
];

/// Nouns that make a label of whatever stands before them, in lower case.
const NOUNS: [&str; 22] = [
    "activists",
    "anarchists",
    "bandits",
    "dissidents",
    "extremists",
    "fundamentalists",
    "guerrillas",
    "gunmen",
    "insurgents",
    "jihadists",
    "loyalists",
    "mercenaries",
    "militants",
    "nationalists",
    "paramilitaries",
    "radicals",
    "rebels",
    "separatists",
    "students",
    "supremacists",
    "terrorists",
    "youths",
];

/// Words that make a name communal, in lower case.
const COMMUNAL: [&str; 5] = ["tribe", "tribes", "tribal", "tribesmen", "clan"];

/// A label of an ethnic community, which ACLED codes as an identity militia.
const COMMUNAL_LABELS: [&str; 2] = ["fulani extremists", "fulani militants"];

pub(super) fn class(name: &str) -> Class {
    let name = name.to_lowercase();
    let name = name.strip_suffix(" (suspected)").unwrap_or(&name);
    let mut words = name.split([' ', '/']).map(|word| word.trim_matches(['(', ')', ',']));
    if COMMUNAL_LABELS.contains(&name) || words.clone().any(|word| COMMUNAL.contains(&word)) {
        Class::Communal
    } else if LABELS.contains(&name) || words.next_back().is_some_and(|last| NOUNS.contains(&last)) {
        Class::Generic
    } else {
        Class::Organisation
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_organisations() {
        for label in ["Unknown", "Gunmen", "Muslim extremists", "Separatists", "Unaffiliated Individual(s)", "Maoists"]
        {
            assert_eq!(class(label), Class::Generic, "{label}");
        }
        assert_eq!(class("Anti-Harbour extremists (suspected)"), Class::Generic);
        assert_eq!(class("White supremacists/nationalists"), Class::Generic);
        assert_eq!(class("Free Lowland Rebels (FLR)"), Class::Organisation);
        assert_eq!(class("Harbour Liberation Front"), Class::Organisation);
        assert_eq!(class("Al-Marsh Tribe"), Class::Communal);
        assert_eq!(class("Tribesmen"), Class::Communal);
        assert_eq!(class("Fulani extremists"), Class::Communal);
    }
}

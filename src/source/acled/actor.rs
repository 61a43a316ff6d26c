//! Who an ACLED actor is: its inter code decides, its name second.
//!
//! Source: ACLED codebook, sections "Actor names, types, and Inter codes" and "Interaction codes"; the wordings are those of
//! the codebook, of the API since 2024 and of the acledR package.

use crate::incident::Forces;
use crate::measure::Amount;
use crate::names::Class;

/// One of the two main actors of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Actor<'a> {
    Nobody,
    /// State forces; `country` is the one in their name, empty where it has none.
    Government {
        country: &'a str,
        forces: Forces,
    },
    /// Forces from outside that are no government's: missions of international organisations, private security firms.
    External,
    /// An armed group that is no state's.
    Group {
        name: &'a str,
        class: Class,
    },
    /// Rioters and protesters.
    Crowd,
    Civilians,
}

/// What an inter column says; numbers are those of the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inter {
    /// Empty, or 0 for a missing second actor.
    Nothing,
    State,
    Rebel,
    PoliticalMilitia,
    IdentityMilitia,
    Crowd,
    Civilians,
    External,
}

/// What a code that stands without a name is called.
const NAMELESS: &str = "Unidentified Armed Group";

/// How the words of the inter columns begin, in lower case, in all generations.
const WORDS: [(&str, Inter); 13] = [
    ("state", Inter::State),
    ("rebel", Inter::Rebel),
    ("political", Inter::PoliticalMilitia),
    ("militia", Inter::PoliticalMilitia),
    ("identity", Inter::IdentityMilitia),
    ("communal", Inter::IdentityMilitia),
    ("riot", Inter::Crowd),
    ("protest", Inter::Crowd),
    ("civilian", Inter::Civilians),
    ("external", Inter::External),
    ("foreign", Inter::External),
    ("other", Inter::External),
    ("none", Inter::Nothing),
];

impl Inter {
    /// `None` for a code that no codebook has.
    pub(super) fn parse(text: &str) -> Option<Inter> {
        if text.is_empty() {
            return Some(Inter::Nothing);
        }
        let Some(number) = Amount::parse(text, '.') else {
            return WORDS.iter().find(|(word, _)| starts_with(text, word)).map(|(_, inter)| *inter);
        };
        const ORDER: [Inter; 9] = [
            Inter::Nothing,
            Inter::State,
            Inter::Rebel,
            Inter::PoliticalMilitia,
            Inter::IdentityMilitia,
            Inter::Crowd,
            Inter::Crowd,
            Inter::Civilians,
            Inter::External,
        ];
        let index = usize::try_from(number.rounded()).ok().filter(|_| number.is_whole())?;
        ORDER.get(index).copied()
    }
}

impl<'a> Actor<'a> {
    /// `home` is the country of the event. A code that is missing or in no codebook is `Inter::Nothing`.
    pub(super) fn of(name: &'a str, inter: Inter, home: &str) -> Actor<'a> {
        let group = |class| {
            let name = if name.is_empty() { NAMELESS } else { name };
            Actor::Group { name, class: if is_unidentified(name) { Class::Generic } else { class } }
        };
        match inter {
            Inter::Nothing if name.is_empty() => Actor::Nobody,
            Inter::Nothing => Actor::by_name(name, home),
            Inter::State => Actor::government(state_in(name).unwrap_or_default(), home),
            Inter::External => match state_in(name) {
                Some(country) => Actor::Government { country, forces: Forces::Foreign },
                None => Actor::External,
            },
            // "Unidentified Military Forces" are forces under every code.
            Inter::Rebel | Inter::PoliticalMilitia | Inter::IdentityMilitia
                if is_unidentified(name) && state_in(name).is_some() =>
            {
                Actor::government("", home)
            }
            Inter::Rebel | Inter::PoliticalMilitia => group(Class::Organisation),
            Inter::IdentityMilitia => group(Class::Communal),
            Inter::Crowd => Actor::Crowd,
            Inter::Civilians => Actor::Civilians,
        }
    }

    /// The actor that a name without a code stands for, as in lists of associates.
    pub(super) fn by_name(name: &'a str, home: &str) -> Actor<'a> {
        let is = |word: &str| {
            starts_with(name, word)
                && name.get(word.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
        };
        let has = |word: &str| contains(name, word);
        if let Some(country) = state_in(name) {
            Actor::government(country, home)
        } else if is("civilians") {
            Actor::Civilians
        } else if is("protesters") || is("rioters") {
            Actor::Crowd
        } else if has("private security forces") || starts_with(name, "united nations") || has("peacekeep") {
            Actor::External
        } else if is_unidentified(name) {
            Actor::Group { name, class: Class::Generic }
        } else {
            let class = if COMMUNAL.into_iter().any(has) { Class::Communal } else { Class::Organisation };
            Actor::Group { name, class }
        }
    }

    fn government(country: &'a str, home: &str) -> Actor<'a> {
        let forces = if same_country(country, home) { Forces::Domestic } else { Forces::Foreign };
        Actor::Government { country, forces }
    }

    /// Whether it can use organised violence.
    pub(super) fn is_armed(self) -> bool {
        match self {
            Actor::Government { .. } | Actor::External | Actor::Group { .. } => true,
            Actor::Nobody | Actor::Crowd | Actor::Civilians => false,
        }
    }

    /// Whose forces it is.
    pub(super) fn forces(self) -> Forces {
        match self {
            Actor::Government { forces, .. } => forces,
            Actor::External => Forces::Foreign,
            Actor::Nobody | Actor::Group { .. } | Actor::Crowd | Actor::Civilians => Forces::None,
        }
    }

    /// Whether both are governments, and of two states: mutinies and rival governments of one country are not interstate.
    pub(super) fn are_two_states(a: Actor, b: Actor) -> bool {
        let (Actor::Government { country: x, forces: f }, Actor::Government { country: y, forces: g }) = (a, b) else {
            return false;
        };
        if x.is_empty() || y.is_empty() { f != g } else { !same_country(x, y) }
    }
}

/// What the names of communal militias contain, in lower case.
const COMMUNAL: [&str; 7] = [
    "ethnic militia",
    "communal militia",
    "clan militia",
    "tribal militia",
    "caste militia",
    "religious militia",
    "village militia",
];

/// The country in the name of state forces, `Some("")` where they are unidentified; `None` for other names.
fn state_in(name: &str) -> Option<&str> {
    const FORCES: [&str; 3] = ["military forces of ", "police forces of ", "government of "];
    if starts_with(name, "unidentified military forces") || starts_with(name, "unidentified police forces") {
        return Some("");
    }
    let name = without(name, "mutiny of ");
    let country = FORCES.iter().find(|prefix| starts_with(name, prefix)).map(|prefix| &name[prefix.len()..])?;
    let end = country.find(" (").unwrap_or(country.len());
    Some(without(country[..end].trim(), "the "))
}

fn is_unidentified(name: &str) -> bool {
    starts_with(name, "unidentified")
}

/// Forces at home whose name does not repeat the event's country: (in the name, in the country column), in lower case.
/// ACLED keeps names of their time, and forces of unrecognised states apart from the country in which it places them.
const AT_HOME: [(&str, &str); 10] = [
    ("somaliland", "somalia"),
    ("congo/zaire", "democratic republic of congo"),
    ("zaire", "democratic republic of congo"),
    ("swaziland", "eswatini"),
    ("cote d'ivoire", "ivory coast"),
    ("burma", "myanmar"),
    ("turkey", "turkiye"),
    ("turkey", "türkiye"),
    ("macedonia", "north macedonia"),
    ("czech republic", "czechia"),
];

/// Whether two names mean one country; one that is not known may be any.
fn same_country(a: &str, b: &str) -> bool {
    let (a, b) = (without(a.trim(), "the ").to_lowercase(), without(b.trim(), "the ").to_lowercase());
    let known = |x: &str, y: &str| AT_HOME.contains(&(x, y));
    a.is_empty() || b.is_empty() || a == b || known(&a, &b) || known(&b, &a)
}

fn without<'a>(text: &'a str, prefix: &str) -> &'a str {
    if starts_with(text, prefix) { &text[prefix.len()..] } else { text }
}

/// Whether `text` begins with `prefix`, which is in lower case.
fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Whether `part`, which is in lower case, occurs in `text`.
fn contains(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_wordings_of_the_codes_are_known() {
        let words = [
            ("1 1.0 State Forces|State forces|State Actor", Inter::State),
            ("2 2.0 Rebel Forces|Rebel group|Rebel Groups", Inter::Rebel),
            ("3 Militia Groups|Political militia|Political Militias", Inter::PoliticalMilitia),
            ("4 Communal / Identity Groups|Identity militia", Inter::IdentityMilitia),
            ("5 6 Rioters|Protesters", Inter::Crowd),
            ("7 Civilians", Inter::Civilians),
            ("8 Foreign / Others|External/Other forces|Other", Inter::External),
            ("0", Inter::Nothing),
        ];
        for (texts, inter) in words {
            let (numbers, rest) = texts.split_at(texts.find(|c: char| c.is_alphabetic()).unwrap_or(texts.len()));
            for text in numbers.split_whitespace().chain(rest.split('|').filter(|t| !t.is_empty())) {
                assert_eq!(Inter::parse(text), Some(inter), "{text}");
            }
        }
        for text in ["9", "-1", "1.5", "12", "Bystanders"] {
            assert_eq!(Inter::parse(text), None, "{text}");
        }
    }

    #[test]
    fn forces_at_home_are_told_from_foreign_ones() {
        let forces = |name, inter: &str, home| Actor::of(name, Inter::parse(inter).expect("a code"), home).forces();
        assert_eq!(forces("Military Forces of Niger (2011-2021)", "1", "Nigeria"), Forces::Foreign);
        assert_eq!(forces("Police Forces of the Philippines (2016-) Task Force", "1", "Philippines"), Forces::Domestic);
        assert_eq!(forces("Military Forces of Somaliland (1991-)", "1", "Somalia"), Forces::Domestic);
        assert_eq!(forces("Government of Westmark (2001-)", "", "Ostrava Land"), Forces::Foreign);
        assert_eq!(forces("Military Forces of Ostrava Land (2019-)", "", ""), Forces::Domestic);
        assert_eq!(forces("UNMO: United Nations Mission in Ostrava Land", "8", "Ostrava Land"), Forces::Foreign);
    }
}

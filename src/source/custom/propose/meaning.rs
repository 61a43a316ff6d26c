//! What the words of a sheet probably stand for among ours.

use super::super::field::{Code, Field};
use super::header::folded;

/// Parts of folded words, and the word of ours that they suggest; the first hit wins, so that "drone strike across the border"
/// is no attack and "not claimed" no claim.
type Hints = &'static [(&'static str, &'static [&'static str])];

const KINDS: Hints = &[
    (
        "interstate",
        &["interstate", "inter state", "border exchange", "border clash", "border firing", "frontalier", "fronteriz"],
    ),
    ("foreign operation", &["cross border", "foreign", "us drone", "us strike", "etranger", "extranjer"]),
    (
        "state violence",
        &["state violence", "extrajudicial", "excessive force", "custody", "violence d etat", "violencia estatal"],
    ),
    (
        "other",
        &[
            "protest",
            "demonstration",
            "riot",
            "rally",
            "manifestation",
            "manifestacion",
            "accident",
            "peaceful",
            "strategic",
            "agreement",
            "other",
            "autre",
            "otro",
        ],
    ),
    (
        "operation",
        &[
            "operation",
            "operacion",
            "operativo",
            "raid",
            "search",
            "air strike",
            "airstrike",
            "drone",
            "security force",
            "arrest",
            "offensive",
            "ratissage",
            "redada",
            "frappe",
        ],
    ),
    (
        "clash",
        &[
            "clash",
            "exchange of fire",
            "battle",
            "combat",
            "affrontement",
            "accrochage",
            "enfrentamiento",
            "confronto",
            "fighting",
            "skirmish",
            "gefecht",
        ],
    ),
    (
        "attack",
        &[
            "attack",
            "bomb",
            "blast",
            "explo",
            "suicide",
            "ied",
            "shoot",
            "kill",
            "assassin",
            "ambush",
            "grenade",
            "rocket",
            "mortar",
            "abduct",
            "kidnap",
            "hostage",
            "landmine",
            "attaque",
            "attentat",
            "embuscade",
            "enlevement",
            "ataque",
            "atentado",
            "emboscada",
            "secuestro",
            "anschlag",
            "entfuehrung",
        ],
    ),
];

const CLAIMS: Hints = &[
    ("unclaimed", &["unclaimed", "not claimed", "no claim", "no one", "non revendiqu", "no reivindic", "nobody"]),
    ("denied", &["den", "rejet", "neg"]),
    ("competing", &["compet", "multiple", "several", "contested", "concurren", "varios"]),
    ("unknown", &["unknown", "unclear", "inconnu", "desconocid"]),
    ("claimed", &["claim", "revendiqu", "reivindic"]),
];

const DATE_PRECISIONS: Hints = &[
    ("day", &["day", "exact", "jour", "dia", "tag"]),
    ("week", &["week", "semaine", "semana", "woche"]),
    ("month", &["month", "mois", "mes", "monat"]),
    ("year", &["year", "annee", "ano", "jahr"]),
];

const PLACE_PRECISIONS: Hints = &[
    ("exact", &["exact", "precise", "gps", "point"]),
    ("town", &["town", "city", "village", "near", "ville", "localite", "ciudad", "localidad", "ort"]),
    ("district", &["district", "county", "admin 2", "municip", "distrito", "cercle"]),
    ("region", &["region", "province", "admin 1", "state", "provincia", "departement", "departamento"]),
    ("country", &["country", "national", "pays", "pais", "land"]),
];

const YES: [&str; 12] = ["yes", "y", "true", "1", "x", "oui", "o", "vrai", "si", "sim", "ja", "verdadero"];
const NO: [&str; 9] = ["no", "n", "false", "0", "non", "faux", "nao", "nein", "falso"];
const SUSPECTED: [&str; 10] =
    ["suspect", "probabl", "possib", "alleg", "likely", "presum", "presun", "assum", "sospech", "mutmass"];
const CERTAIN: [&str; 6] = ["confirm", "certain", "claim", "known", "attest", "bestaetigt"];

/// The word of ours that `value` of a code field probably stands for.
pub(super) fn of(field: Field, code: Code, value: &str) -> Option<&'static str> {
    let text = folded(value);
    let hinted = |hints: Hints| hints.iter().find(|(_, parts)| contains(&text, parts)).map(|(ours, _)| *ours);
    let answer = || {
        let whole = |words: &[&str]| words.contains(&text.as_str());
        if whole(&YES) {
            Some("yes")
        } else if whole(&NO) {
            Some("no")
        } else {
            None
        }
    };
    match code {
        Code::Kind => hinted(KINDS),
        Code::Claim => hinted(CLAIMS).or_else(|| answer().map(|a| if a == "yes" { "claimed" } else { "unclaimed" })),
        Code::DatePrecision => hinted(DATE_PRECISIONS),
        Code::PlacePrecision => hinted(PLACE_PRECISIONS),
        Code::Answer if field == Field::Suspected && contains(&text, &SUSPECTED) => Some("yes"),
        Code::Answer if field == Field::Suspected && contains(&text, &CERTAIN) => Some("no"),
        Code::Answer => answer(),
    }
}

/// Whether a value calls itself an attack, as a kind does and a tactic seldom.
pub(super) fn says_attack(value: &str) -> bool {
    contains(&folded(value), &["attack", "attaque", "ataque", "angriff"])
}

/// Whether a word of `text` begins with one of the parts (which may be several words).
fn contains(text: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| text.starts_with(part) || text.contains(&format!(" {part}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_for_ours() {
        for (value, ours) in [
            ("Militant attack", "attack"),
            ("Security operation", "operation"),
            ("Cross-border strike", "foreign operation"),
            ("State violence", "state violence"),
            ("Border exchange", "interstate"),
            ("Affrontement armé", "clash"),
            ("Manifestación", "other"),
        ] {
            assert_eq!(of(Field::Kind, Code::Kind, value), Some(ours), "{value}");
        }
        assert_eq!(of(Field::Kind, Code::Kind, "Snowfall"), None);
        assert_eq!(of(Field::Claim, Code::Claim, "Not claimed"), Some("unclaimed"));
        assert_eq!(of(Field::Claim, Code::Claim, "Oui"), Some("claimed"));
        assert_eq!(of(Field::Suspected, Code::Answer, "Probable"), Some("yes"));
        assert_eq!(of(Field::Suicide, Code::Answer, "SÍ"), Some("yes"));
        assert_eq!(of(Field::Suicide, Code::Answer, "car"), None);
    }
}

//! Header words: what columns are called in sheets in English and a few other languages.

use super::super::field::Field;

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

/// What columns of each field are called, the likelier first; folded as [`words`] folds. The order is that of the guessing:
/// a column goes to the first field that it fits.
pub(super) const CALLED: [(Field, &[&str]); 25] = [
    (
        Field::DateEnd,
        &["end date", "date end", "date to", "date de fin", "date fin", "fecha de fin", "fecha final", "data final"],
    ),
    (
        Field::DatePrecision,
        &[
            "date precision",
            "time precision",
            "date prec",
            "precision date",
            "precision de la date",
            "precision de fecha",
        ],
    ),
    (
        Field::Revised,
        &[
            "updated",
            "last updated",
            "updated at",
            "last update",
            "modified",
            "last modified",
            "revised",
            "last edited",
            "timestamp",
            "date de mise a jour",
            "mis a jour",
            "maj",
            "actualizado",
            "fecha de actualizacion",
            "atualizado",
        ],
    ),
    (
        Field::Date,
        &[
            "date",
            "event date",
            "incident date",
            "date of incident",
            "date of event",
            "attack date",
            "date start",
            "start date",
            "date from",
            "date debut",
            "date de debut",
            "date de l incident",
            "date incident",
            "fecha",
            "fecha del incidente",
            "fecha inicio",
            "datum",
            "data",
            "day",
            "jour",
        ],
    ),
    (
        Field::Id,
        &[
            "id",
            "record",
            "record id",
            "event id",
            "incident id",
            "incident no",
            "incident number",
            "case id",
            "case no",
            "ref",
            "reference",
            "serial",
            "serial no",
            "serial number",
            "sr no",
            "s no",
            "sno",
            "s",
            "no",
            "nr",
            "n",
            "numero",
            "code",
            "identifiant",
            "identificador",
        ],
    ),
    (Field::Latitude, &["latitude", "lat", "latitud", "breite"]),
    (Field::Longitude, &["longitude", "lon", "long", "lng", "longitud", "laenge"]),
    (
        Field::PlacePrecision,
        &[
            "place precision",
            "location precision",
            "geo precision",
            "geoprecision",
            "where prec",
            "precision du lieu",
            "precision lieu",
            "precision geografica",
        ],
    ),
    (Field::Country, &["country", "pays", "pais", "land", "country name"]),
    (
        Field::Region,
        &[
            "province",
            "region",
            "state",
            "governorate",
            "oblast",
            "admin 1",
            "adm 1",
            "admin level 1",
            "state province",
            "provincia",
            "departement",
            "departamento",
            "estado",
            "wilaya",
            "provinz",
        ],
    ),
    (
        Field::District,
        &[
            "district",
            "county",
            "admin 2",
            "adm 2",
            "municipality",
            "tehsil",
            "lga",
            "cercle",
            "commune",
            "arrondissement",
            "distrito",
            "municipio",
        ],
    ),
    (
        Field::Place,
        &[
            "place",
            "town",
            "city",
            "village",
            "locality",
            "settlement",
            "location",
            "site",
            "localite",
            "ville",
            "lieu",
            "localidad",
            "ciudad",
            "lugar",
            "cidade",
            "ort",
        ],
    ),
    (
        Field::Suicide,
        &[
            "suicide",
            "suicide attack",
            "suicide bombing",
            "is suicide",
            "suicide flag",
            "attaque suicide",
            "attentat suicide",
            "kamikaze",
            "suicida",
            "ataque suicida",
        ],
    ),
    (Field::Success, &["success", "successful", "succes", "reussi", "exito"]),
    (
        Field::Claim,
        &[
            "claim",
            "claim status",
            "claim state",
            "claimed",
            "responsibility",
            "claim of responsibility",
            "revendication",
            "revendique",
            "reivindicacion",
            "reivindicado",
        ],
    ),
    (
        Field::Suspected,
        &[
            "suspected",
            "attribution",
            "attribution status",
            "certainty",
            "confidence",
            "suspecte",
            "sospechado",
            "atribucion",
            "certeza",
        ],
    ),
    (Field::Initiators, &["initiator", "initiators", "initiateur"]),
    (Field::Allies, &["allies", "ally", "associated groups", "supporting groups", "allie", "aliado", "aliados"]),
    (
        Field::Groups,
        &[
            "groups",
            "group",
            "armed group",
            "armed groups",
            "group name",
            "perpetrator",
            "perpetrators",
            "perpetrator group",
            "responsible group",
            "militant group",
            "actor",
            "actors",
            "organisation",
            "organization",
            "groupe",
            "groupe arme",
            "groupes",
            "auteur",
            "auteurs",
            "grupo",
            "grupos",
            "grupo armado",
            "autor",
            "gruppe",
            "taeter",
        ],
    ),
    (
        Field::Kind,
        &[
            "kind",
            "record kind",
            "record type",
            "incident type",
            "event type",
            "type of incident",
            "type of event",
            "type",
            "nature",
            "nature of incident",
            "category",
            "type d incident",
            "type incident",
            "type d evenement",
            "tipo",
            "tipo de incidente",
            "tipo de evento",
            "categoria",
            "categorie",
        ],
    ),
    (
        Field::Tactic,
        &[
            "tactic",
            "tactics",
            "attack type",
            "type of attack",
            "method",
            "mode of attack",
            "modus operandi",
            "weapon",
            "weapon type",
            "incident type",
            "event type",
            "type",
            "nature",
            "tactique",
            "mode operatoire",
            "type d attaque",
            "tactica",
            "tipo de ataque",
            "metodo",
        ],
    ),
    (
        Field::Target,
        &[
            "target",
            "target type",
            "targets",
            "target category",
            "type of target",
            "cible",
            "type de cible",
            "objetivo",
            "tipo de objetivo",
            "blanco",
            "alvo",
            "ziel",
        ],
    ),
    (
        Field::Sources,
        &[
            "sources",
            "source",
            "source s",
            "reported by",
            "outlets",
            "media",
            "news source",
            "fuente",
            "fuentes",
            "fonte",
            "quelle",
            "medias",
        ],
    ),
    (Field::Related, &["related", "related incidents", "related to", "linked to", "linked incidents"]),
    (Field::Weight, &["weight"]),
];

/// What a column name says of people: which number it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum People {
    /// It names the number itself.
    Told(Field),
    /// It names only a class of victims, or a total: of whom, its neighbours must tell.
    Bare(Part),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Total,
    Min,
    Max,
    Civilian,
    Security,
    Militant,
    Other,
    Unknown,
}

const KILLED: [&str; 22] = [
    "killed",
    "kill",
    "kills",
    "killings",
    "dead",
    "death",
    "deaths",
    "died",
    "fatalities",
    "fatality",
    "deceased",
    "kia",
    "tues",
    "tue",
    "morts",
    "deces",
    "muertos",
    "fallecidos",
    "asesinados",
    "mortos",
    "tote",
    "getoetet",
];
const INJURED: [&str; 14] = [
    "injured",
    "injuries",
    "injury",
    "wounded",
    "hurt",
    "wia",
    "blesses",
    "blesse",
    "heridos",
    "lesionados",
    "feridos",
    "verletzte",
    "verwundete",
    "inj",
];
const ARRESTED: [&str; 8] =
    ["arrested", "arrests", "detained", "arretes", "arrestations", "detenidos", "capturados", "presos"];
const ABDUCTED: [&str; 9] = [
    "abducted",
    "abductions",
    "kidnapped",
    "hostages",
    "enleves",
    "enlevements",
    "secuestrados",
    "sequestrados",
    "otages",
];
/// Words that add nothing to what a number is of.
const FILLERS: [&str; 25] = [
    "number",
    "no",
    "nr",
    "num",
    "n",
    "nb",
    "count",
    "of",
    "the",
    "people",
    "persons",
    "personnel",
    "force",
    "forces",
    "nombre",
    "de",
    "des",
    "du",
    "les",
    "los",
    "las",
    "personnes",
    "personas",
    "numero",
    "victims",
];
const PARTS: [(Part, &[&str]); 8] = [
    (Part::Total, &["total", "all", "best", "sum", "totaux", "totales"]),
    (Part::Min, &["min", "minimum", "low", "lowest", "minimo", "mindestens"]),
    (Part::Max, &["max", "maximum", "high", "highest", "maximo", "hoechstens"]),
    (Part::Civilian, &["civilian", "civilians", "civ", "civil", "civils", "civiles", "civis", "zivilisten"]),
    (
        Part::Security,
        &[
            "security",
            "sf",
            "sfs",
            "police",
            "policemen",
            "army",
            "soldiers",
            "soldier",
            "military",
            "troops",
            "fc",
            "paramilitary",
            "levies",
            "securite",
            "policiers",
            "militaires",
            "soldats",
            "fds",
            "seguridad",
            "policias",
            "policia",
            "ejercito",
            "militares",
            "soldados",
            "sicherheitskraefte",
        ],
    ),
    (
        Part::Militant,
        &[
            "militant",
            "militants",
            "terrorist",
            "terrorists",
            "insurgent",
            "insurgents",
            "insurgents",
            "rebels",
            "rebel",
            "fighters",
            "perpetrators",
            "attackers",
            "extremists",
            "assaillants",
            "terroristes",
            "rebelles",
            "combattants",
            "terroristas",
            "rebeldes",
            "combatientes",
            "guerrilleros",
        ],
    ),
    (Part::Other, &["other", "others", "autres", "otros", "outros", "andere"]),
    (Part::Unknown, &["unknown", "unspecified", "specified", "unidentified", "inconnus", "desconocidos", "unbekannt"]),
];

/// What the words of a column say of people; `None` where they say something else besides.
pub(super) fn people(words: &[String]) -> Option<People> {
    let (mut toll, mut part) = (None, None);
    for word in words.iter().map(String::as_str) {
        let stem = [
            (KILLED.as_slice(), Stem::Killed),
            (&INJURED, Stem::Injured),
            (&ARRESTED, Stem::Arrested),
            (&ABDUCTED, Stem::Abducted),
        ];
        if let Some((_, stem)) = stem.iter().find(|(known, _)| known.contains(&word)) {
            if toll.replace(*stem).is_some_and(|before| before != *stem) {
                return None;
            }
        } else if let Some((found, _)) = PARTS.iter().find(|(_, known)| known.contains(&word)) {
            // "Terrorists/Insurgents" is one class, "civilians and police" is none.
            if part.replace(*found).is_some_and(|before| before != *found) {
                return None;
            }
        } else if !FILLERS.contains(&word) && !["not", "y", "et", "and"].contains(&word) {
            return None;
        }
    }
    match (toll, part) {
        (Some(stem), part) => stem.field(part.unwrap_or(Part::Total)).map(People::Told),
        (None, Some(part)) => Some(People::Bare(part)),
        (None, None) => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stem {
    Killed,
    Injured,
    Arrested,
    Abducted,
}

impl Stem {
    fn field(self, part: Part) -> Option<Field> {
        match self {
            Stem::Killed => Some(part.of_killed()),
            Stem::Injured => Some(match part {
                Part::Total => Field::Injured,
                Part::Min => Field::InjuredMin,
                Part::Max => Field::InjuredMax,
                Part::Civilian => Field::InjuredCivilian,
                Part::Security => Field::InjuredSecurity,
                Part::Militant => Field::InjuredMilitant,
                Part::Other => Field::InjuredOther,
                Part::Unknown => Field::InjuredUnknown,
            }),
            // Nobody splits these by class; a sheet that does is left to its owner.
            Stem::Arrested => (part == Part::Total).then_some(Field::Arrested),
            Stem::Abducted => (part == Part::Total).then_some(Field::Abducted),
        }
    }
}

impl Part {
    /// Whether it is a class of victims.
    pub(super) fn is_class(self) -> bool {
        match self {
            Part::Total | Part::Min | Part::Max => false,
            Part::Civilian | Part::Security | Part::Militant | Part::Other | Part::Unknown => true,
        }
    }

    pub(super) fn of_killed(self) -> Field {
        match self {
            Part::Total => Field::Killed,
            Part::Min => Field::KilledMin,
            Part::Max => Field::KilledMax,
            Part::Civilian => Field::KilledCivilian,
            Part::Security => Field::KilledSecurity,
            Part::Militant => Field::KilledMilitant,
            Part::Other => Field::KilledOther,
            Part::Unknown => Field::KilledUnknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> Option<People> {
        people(&words(name))
    }

    #[test]
    fn names_are_cut_and_folded() {
        assert_eq!(words("Nombre de tués (max)"), ["nombre", "de", "tues", "max"]);
        assert_eq!(words("KilledMin"), ["killed", "min"]);
        assert_eq!(words("SFs Killed"), ["sfs", "killed"]);
        assert_eq!(words("group2"), ["group", "2"]);
        assert_eq!(words("S#"), ["s"]);
    }

    #[test]
    fn numbers_of_people_are_told_apart() {
        assert_eq!(of("killed_police"), Some(People::Told(Field::KilledSecurity)));
        assert_eq!(of("No. of civilians wounded"), Some(People::Told(Field::InjuredCivilian)));
        assert_eq!(of("Heridos mínimo"), Some(People::Told(Field::InjuredMin)));
        assert_eq!(of("Terrorists/Insurgents"), Some(People::Bare(Part::Militant)));
        assert_eq!(of("Not Specified"), Some(People::Bare(Part::Unknown)));
        for other in ["killed_note", "killed or injured", "Police station", "arrested militants", "province"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}

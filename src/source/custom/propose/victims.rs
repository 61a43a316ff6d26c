//! What a column name says of victims: killed or injured, of which class, total or bound.

use super::super::field::Field;

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

const KILLED: &str = "killed kill kills killings dead death deaths died fatalities fatality deceased kia tues tue morts deces \
     muertos fallecidos asesinados mortos tote getoetet";
const INJURED: &str =
    "injured injuries injury wounded hurt wia blesses blesse heridos lesionados feridos verletzte verwundete inj";
const ARRESTED: &str = "arrested arrests detained arretes arrestations detenidos capturados presos";
const ABDUCTED: &str = "abducted abductions kidnapped hostages enleves enlevements secuestrados sequestrados otages";
/// Words that add nothing to what a number is of.
const FILLERS: &str = "not and et y number no nr num n nb count of the people persons personnel force forces nombre de des du les los las \
     personnes personas numero victims";
const PARTS: [(Part, &str); 8] = [
    (Part::Total, "total all best sum totaux totales"),
    (Part::Min, "min minimum low lowest minimo mindestens"),
    (Part::Max, "max maximum high highest maximo hoechstens"),
    (Part::Civilian, "civilian civilians civ civil civils civiles civis zivilisten"),
    (
        Part::Security,
        "security sf sfs police policemen army soldiers soldier military troops fc paramilitary levies securite \
         policiers militaires soldats fds seguridad policias policia ejercito militares soldados sicherheitskraefte",
    ),
    (
        Part::Militant,
        "militant militants terrorist terrorists insurgent insurgents rebels rebel fighters perpetrators attackers \
         extremists assaillants terroristes rebelles combattants terroristas rebeldes combatientes guerrilleros",
    ),
    (Part::Other, "other others autres otros outros andere"),
    (Part::Unknown, "unknown unspecified specified unidentified inconnus desconocidos unbekannt"),
];

fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// What the words of a column say of people; `None` where they say something else besides.
pub(super) fn people(words: &[String]) -> Option<People> {
    let (mut toll, mut part) = (None, None);
    for word in words.iter().map(String::as_str) {
        let stem =
            [(KILLED, Stem::Killed), (INJURED, Stem::Injured), (ARRESTED, Stem::Arrested), (ABDUCTED, Stem::Abducted)];
        if let Some((_, stem)) = stem.iter().find(|(known, _)| listed(known, word)) {
            if toll.replace(*stem).is_some_and(|before| before != *stem) {
                return None;
            }
        } else if let Some((found, _)) = PARTS.iter().find(|(_, known)| listed(known, word)) {
            // "Terrorists/Insurgents" is one class, "civilians and police" is none.
            if part.replace(*found).is_some_and(|before| before != *found) {
                return None;
            }
        } else if !listed(FILLERS, word) {
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
    use super::super::header::words;
    use super::*;

    fn of(name: &str) -> Option<People> {
        people(&words(name))
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

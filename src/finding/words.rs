//! The building blocks of sentences: numbers with their nouns, kinds, measures, victim classes, times.

use super::Subject;
use crate::incident::Kind;
use crate::measure::{Measure, Reading, VictimClass};
use crate::messages::{Form, Message, Messages, Quantity};
use crate::period::{Grain, Period};
use crate::{stats, text};
use strum::VariantArray;

/// A reading as a number in a sentence; `None` where there is none.
pub fn quantity(m: &Messages, reading: Reading) -> Option<Quantity> {
    match reading {
        Reading::Known(value) => Some(value.into()),
        // Nobody known to be killed, and some tolls unknown: a "0" would say too much.
        Reading::AtLeast(0.0) => Some(Quantity { text: m.say(Message::SomeNumber {}), form: Form::MANY }),
        Reading::AtLeast(value) => {
            let form = if Form::of(value) == Form::ZERO { Form::MANY } else { Form::of(value) };
            Some(Quantity { text: m.say(Message::AtLeast { number: text::count(value) }), form })
        }
        Reading::Unreported | Reading::NotCovered => None,
    }
}

/// A reading as the cell of a table; empty where there is none.
pub fn reading_text(m: &Messages, reading: Reading) -> String {
    match reading {
        Reading::Known(value) => text::count(value),
        Reading::AtLeast(value) => m.say(Message::AtLeast { number: text::count(value) }),
        Reading::Unreported | Reading::NotCovered => String::new(),
    }
}

/// `in October 2026`, `on 3 October 2026`.
pub fn when(m: &Messages, period: Period) -> String {
    match period.grain() {
        Grain::Day => m.say(Message::OnDay { period: m.period(period) }),
        Grain::Week(_) | Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year => {
            m.say(Message::InPeriod { period: m.period(period) })
        }
    }
}

pub fn grain(m: &Messages, grain: Grain) -> String {
    m.say(match grain {
        Grain::Day => Message::GrainDay {},
        Grain::Week(_) => Message::GrainWeek {},
        Grain::Month => Message::GrainMonth {},
        Grain::Quarter => Message::GrainQuarter {},
        Grain::HalfYear => Message::GrainHalfYear {},
        Grain::Year => Message::GrainYear {},
    })
}

pub(super) fn twelve(m: &Messages, grain: Grain) -> String {
    m.say(match grain {
        Grain::Day => Message::TwelveDays {},
        Grain::Week(_) => Message::TwelveWeeks {},
        Grain::Month => Message::TwelveMonths {},
        Grain::Quarter => Message::TwelveQuarters {},
        Grain::HalfYear => Message::TwelveHalfYears {},
        Grain::Year => Message::TwelveYears {},
    })
}

/// `83 attacks`, `no clash`.
pub fn count_of_kind(m: &Messages, kind: Option<Kind>, n: Quantity) -> String {
    m.say(match kind {
        None => Message::Incidents { n },
        Some(Kind::Attack) => Message::Attacks { n },
        Some(Kind::Operation) => Message::Operations { n },
        Some(Kind::StateViolence) => Message::StateViolence { n },
        Some(Kind::Clash) => Message::Clashes { n },
        Some(Kind::Interstate) => Message::Interstate { n },
        Some(Kind::Undetermined) => Message::Undetermined { n },
        Some(Kind::Other) => Message::OtherIncidents { n },
    })
}

/// `attack` or `attacks`, `all kinds`.
pub fn of_kind(m: &Messages, kind: Option<Kind>, form: Form) -> String {
    let n = Quantity { text: String::new(), form };
    m.say(match kind {
        None => Message::KindAll {},
        Some(Kind::Attack) => Message::KindAttack { n },
        Some(Kind::Operation) => Message::KindOperation { n },
        Some(Kind::StateViolence) => Message::KindStateViolence { n },
        Some(Kind::Clash) => Message::KindClash { n },
        Some(Kind::Interstate) => Message::KindInterstate { n },
        Some(Kind::Undetermined) => Message::KindUndetermined { n },
        Some(Kind::Other) => Message::KindOther { n },
    })
}

/// `its incidents`, `its attacks`.
pub(super) fn its_incidents(m: &Messages, kind: Option<Kind>) -> String {
    let what = plural(m, Measure::Incidents, kind);
    m.say(Message::Its { what })
}

/// `incidents`, `attacks`, `people killed`.
pub fn plural(m: &Messages, measure: Measure, kind: Option<Kind>) -> String {
    match (measure, kind) {
        (Measure::Incidents, None) => m.say(Message::PluralIncidents {}),
        (Measure::Incidents, Some(kind)) => of_kind(m, Some(kind), Form::MANY),
        (Measure::Killed, None) => m.say(Message::PluralKilled {}),
        (Measure::Killed, Some(kind)) => m.say(Message::KilledIn { kind: of_kind(m, Some(kind), Form::MANY) }),
        (
            Measure::LethalIncidents
            | Measure::Injured
            | Measure::Casualties
            | Measure::KilledPerIncident
            | Measure::Arrested
            | Measure::Abducted
            | Measure::SuicideAttacks
            | Measure::ShareUnattributed
            | Measure::ShareSuspected,
            _,
        ) => measure_name(m, measure),
    }
}

/// What stands before "in Kess" or "involving Shore Front".
pub(super) fn about(m: &Messages, subject: &Subject, measure: Measure, what: String) -> String {
    match subject {
        // A pair has sentences of its own.
        Subject::All(_) | Subject::Pair(..) => what,
        Subject::Region(place) => m.say(Message::InRegion { what, region: place.shown.clone() }),
        Subject::Group(group) => match of_people(measure) {
            true => m.say(Message::InIncidentsInvolving { what, group: group.clone() }),
            false => m.say(Message::InvolvingGroup { what, group: group.clone() }),
        },
    }
}

/// `incidents in Kess`, `people killed in incidents involving Shore Front`.
pub(super) fn what(m: &Messages, subject: &Subject, measure: Measure, kind: Option<Kind>) -> String {
    about(m, subject, measure, plural(m, measure, kind))
}

fn of_people(measure: Measure) -> bool {
    match measure {
        Measure::Killed
        | Measure::Injured
        | Measure::Casualties
        | Measure::KilledPerIncident
        | Measure::Arrested
        | Measure::Abducted => true,
        Measure::Incidents
        | Measure::LethalIncidents
        | Measure::SuicideAttacks
        | Measure::ShareUnattributed
        | Measure::ShareSuspected => false,
    }
}

/// `49 attacks`, `12 people killed`.
pub(super) fn count_of(m: &Messages, measure: Measure, kind: Option<Kind>, n: Quantity) -> String {
    if of_people(measure) { m.say(Message::CountKilled { n }) } else { count_of_kind(m, kind, n) }
}

/// `an incident`, `an attack`, `anyone killed`: what there may be none of.
pub(super) fn any(m: &Messages, measure: Measure, kind: Option<Kind>) -> String {
    if of_people(measure) {
        return m.say(Message::AnyoneKilled {});
    }
    match kind {
        None => m.say(Message::AnyIncident {}),
        Some(kind) => m.say(Message::AnyOfKind { kind: of_kind(m, Some(kind), Form::MANY) }),
    }
}

/// `the number of attacks`, `the number of people killed in attacks`.
pub(super) fn measure_in_kind(m: &Messages, measure: Measure, kind: Kind) -> String {
    m.say(Message::NumberOf { what: plural(m, measure, Some(kind)) })
}

/// `36 months`.
pub fn count_of_periods(m: &Messages, grain: Grain, n: usize) -> String {
    let n = Quantity::from(n as f64);
    m.say(match grain {
        Grain::Day => Message::CountDays { n },
        Grain::Week(_) => Message::CountWeeks { n },
        Grain::Month => Message::CountMonths { n },
        Grain::Quarter => Message::CountQuarters { n },
        Grain::HalfYear => Message::CountHalfYears { n },
        Grain::Year => Message::CountYears { n },
    })
}

/// `the number of people killed`.
pub fn measure_name(m: &Messages, measure: Measure) -> String {
    m.say(match measure {
        Measure::Incidents => Message::MeasureIncidents {},
        Measure::LethalIncidents => Message::MeasureLethal {},
        Measure::Killed => Message::MeasureKilled {},
        Measure::Injured => Message::MeasureInjured {},
        Measure::Casualties => Message::MeasureCasualties {},
        Measure::KilledPerIncident => Message::MeasureKilledPerIncident {},
        Measure::Arrested => Message::MeasureArrested {},
        Measure::Abducted => Message::MeasureAbducted {},
        Measure::SuicideAttacks => Message::MeasureSuicide {},
        Measure::ShareUnattributed => Message::MeasureUnnamed {},
        Measure::ShareSuspected => Message::MeasureSuspected {},
    })
}

/// ` (92 civilians, 47 members of the security forces and 36 militants)`, ` (all civilians)`, ` (as far as known: 12 civilians)`:
/// the classes of which there are any among so many killed; empty for none.
pub fn victims(m: &Messages, killed: Reading, by_class: &[Reading; VictimClass::COUNT]) -> String {
    let exact = matches!(killed, Reading::Known(_));
    let classes: Vec<(VictimClass, Reading)> = (VictimClass::VARIANTS.iter().copied().zip(by_class.iter().copied()))
        .filter(|(_, reading)| reading.value().is_some_and(|value| value > 0.0))
        .collect();
    let one = classes.len() == 1;
    let words = classes.into_iter().filter_map(|(class, reading)| {
        // Where the toll itself is "at least", the bracket says once that it holds what is known.
        let n = if exact { quantity(m, reading)? } else { reading.value()?.into() };
        let all = one && exact && reading == killed;
        Some(m.say(match class {
            VictimClass::Civilian if all => Message::AllCivilians { n },
            VictimClass::Security if all => Message::AllSecurity { n },
            VictimClass::Militant if all => Message::AllMilitants { n },
            VictimClass::Other if all => Message::AllOthers { n },
            VictimClass::Unknown if all => Message::AllUnknown { n },
            VictimClass::Civilian => Message::Civilians { n },
            VictimClass::Security => Message::Security { n },
            VictimClass::Militant => Message::Militants { n },
            VictimClass::Other => Message::OtherVictims { n },
            VictimClass::Unknown => Message::UnknownVictims { n },
        }))
    });
    match m.list(&words.collect::<Vec<_>>()) {
        none if none.is_empty() => none,
        text if exact => m.say(Message::Bracket { text }),
        text => m.say(Message::BracketKnown { text }),
    }
}

/// ` (61 %)`, or nothing where the whole is too small to take a percentage of.
pub fn percent_of(m: &Messages, part: f64, whole: f64) -> String {
    if whole < stats::MINIMUM_BASE {
        return String::new();
    }
    m.say(Message::ShareOf { share: text::share(part / whole) })
}

/// A sentence from clauses: its first letter as a capital.
pub fn sentence_case(sentence: &str) -> String {
    text::capital(sentence)
}

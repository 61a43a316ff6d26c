//! What is counted, and how counts add up. A cell holds only what adds up, and can be taken back.

mod amount;
mod cell;

pub use amount::Amount;
pub use cell::{Cell, Count, LANES, Suicide, Tally, VictimClass};

use serde::Serialize;

/// What a reader can ask of a cell.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray, strum::IntoStaticStr, Serialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    Incidents,
    LethalIncidents,
    Killed,
    Injured,
    Casualties,
    KilledPerIncident,
    Arrested,
    Abducted,
    SuicideAttacks,
    ShareUnattributed,
    ShareSuspected,
}

/// What a cell says of a measure. Zero, a lower bound, unreported and not covered are four different things.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    Known(f64),
    /// A sum in which some incidents' numbers are unknown.
    AtLeast(f64),
    /// Incidents, but no number; or a source that never reports it.
    Unreported,
    /// Nobody was counting.
    NotCovered,
}

impl Reading {
    /// The same knowledge of another number.
    pub fn map(self, change: impl Fn(f64) -> f64) -> Reading {
        match self {
            Reading::Known(value) => Reading::Known(change(value)),
            Reading::AtLeast(value) => Reading::AtLeast(change(value)),
            Reading::Unreported | Reading::NotCovered => self,
        }
    }

    /// The number, also where it is a lower bound.
    pub fn value(self) -> Option<f64> {
        match self {
            Reading::Known(value) | Reading::AtLeast(value) => Some(value),
            Reading::Unreported | Reading::NotCovered => None,
        }
    }
}

/// What a source reports at all: what is missing here is empty in every period, also where incidents are 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reports {
    pub killed: Reported,
    pub injured: Reported,
    pub killed_by: [Reported; VictimClass::COUNT],
    pub injured_by: [Reported; VictimClass::COUNT],
    pub arrested: Reported,
    pub abducted: Reported,
    pub suicide: Reported,
    /// Incidents by unnamed groups are in the source at all.
    pub unattributed: Reported,
    /// Suspected attributions are marked as such.
    pub suspected: Reported,
    pub tactic: Reported,
    pub target: Reported,
    /// A low and a high estimate beside the best one.
    pub range: Reported,
    pub tolls: Tolls,
}

impl Reports {
    /// What either of two files of one source reports: the other's incidents have it unknown.
    pub fn either(self, other: Reports) -> Reports {
        let or = |a: Reported, b: Reported| Reported::when(a.yes() || b.yes());
        Reports {
            killed: or(self.killed, other.killed),
            injured: or(self.injured, other.injured),
            killed_by: std::array::from_fn(|i| or(self.killed_by[i], other.killed_by[i])),
            injured_by: std::array::from_fn(|i| or(self.injured_by[i], other.injured_by[i])),
            arrested: or(self.arrested, other.arrested),
            abducted: or(self.abducted, other.abducted),
            suicide: or(self.suicide, other.suicide),
            unattributed: or(self.unattributed, other.unattributed),
            suspected: or(self.suspected, other.suspected),
            tactic: or(self.tactic, other.tactic),
            target: or(self.target, other.target),
            range: or(self.range, other.range),
            tolls: if self.tolls == Tolls::PerRow { self.tolls } else { other.tolls },
        }
    }
}

/// What a toll belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tolls {
    #[default]
    PerIncident,
    /// A row of several incidents has one toll: which of them were lethal is not known.
    PerRow,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reported {
    #[default]
    Never,
    Yes,
}

impl Reported {
    pub fn when(condition: bool) -> Reported {
        if condition { Reported::Yes } else { Reported::Never }
    }

    pub fn yes(self) -> bool {
        self == Reported::Yes
    }
}

impl Measure {
    /// The column name in tables.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// What the numbers are, as an axis or a subtitle says it.
    pub fn unit(self) -> &'static str {
        match self {
            Measure::Incidents => "incidents",
            Measure::LethalIncidents => "incidents with at least one death",
            Measure::Killed => "people killed",
            Measure::Injured => "people injured",
            Measure::Casualties => "people killed or injured",
            Measure::KilledPerIncident => "killed per incident with a known toll",
            Measure::Arrested => "people arrested",
            Measure::Abducted => "people abducted",
            Measure::SuicideAttacks => "suicide attacks",
            Measure::ShareUnattributed => "share of incidents by unnamed groups",
            Measure::ShareSuspected => "share of attributions only suspected",
        }
    }

    /// Incidents of a cell whose number is known.
    pub fn known(self, cell: &Cell) -> Amount {
        match self {
            Measure::Killed | Measure::LethalIncidents | Measure::KilledPerIncident => cell.killed.known,
            Measure::Injured => cell.injured.known,
            Measure::Casualties => cell.killed.known.min(cell.injured.known),
            Measure::Arrested => cell.arrested.known,
            Measure::Abducted => cell.abducted.known,
            Measure::SuicideAttacks => cell.suicide.known,
            Measure::Incidents | Measure::ShareUnattributed | Measure::ShareSuspected => cell.incidents,
        }
    }

    /// The reading of a covered cell.
    pub fn of(self, cell: &Cell, reports: &Reports) -> Reading {
        let counted = |count: Count, reported: Reported| count.reading(cell.incidents, reported);
        match self {
            Measure::Incidents => Reading::Known(cell.incidents.value()),
            Measure::LethalIncidents if reports.tolls == Tolls::PerRow => Reading::Unreported,
            Measure::LethalIncidents => {
                Count { known: cell.killed.known, sum: cell.lethal }.reading(cell.incidents, reports.killed)
            }
            Measure::Killed => counted(cell.killed.count(), reports.killed),
            Measure::Injured => counted(cell.injured.count(), reports.injured),
            Measure::Casualties => {
                if !(reports.killed.yes() && reports.injured.yes()) {
                    return Reading::Unreported;
                }
                // An incident with one of the two known adds what is known of it, and makes the sum a lower bound.
                match (Measure::Killed.of(cell, reports), Measure::Injured.of(cell, reports)) {
                    (Reading::Known(killed), Reading::Known(injured)) => Reading::Known(killed + injured),
                    (killed, injured) => match (killed.value(), injured.value()) {
                        (None, None) => Reading::Unreported,
                        (killed, injured) => Reading::AtLeast(killed.unwrap_or(0.0) + injured.unwrap_or(0.0)),
                    },
                }
            }
            Measure::KilledPerIncident => ratio(cell.killed.best, cell.killed.known, reports.killed),
            Measure::Arrested => counted(cell.arrested, reports.arrested),
            Measure::Abducted => counted(cell.abducted, reports.abducted),
            Measure::SuicideAttacks => {
                counted(Count { known: cell.suicide.known, sum: cell.suicide.incidents }, reports.suicide)
            }
            Measure::ShareUnattributed => {
                ratio(cell.unattributed, cell.unattributed + cell.attributed, reports.unattributed)
            }
            Measure::ShareSuspected => ratio(cell.suspected, cell.attributed, reports.suspected),
        }
    }
}

fn ratio(part: Amount, whole: Amount, reported: Reported) -> Reading {
    match reported {
        Reported::Yes if whole > Amount::ZERO => Reading::Known(part.value() / whole.value()),
        Reported::Yes | Reported::Never => Reading::Unreported,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reports() -> Reports {
        Reports { killed: Reported::Yes, injured: Reported::Yes, ..Reports::default() }
    }

    #[test]
    fn unknown_is_not_zero() {
        let mut cell = Cell::default();
        assert_eq!(Measure::Killed.of(&cell, &reports()), Reading::Known(0.0), "nothing happened: nobody was killed");
        cell.incidents = Amount::whole(2);
        assert_eq!(Measure::Killed.of(&cell, &reports()), Reading::Unreported, "two incidents, no toll");
        cell.killed.known = Amount::whole(1);
        cell.killed.best = Amount::whole(3);
        assert_eq!(Measure::Killed.of(&cell, &reports()), Reading::AtLeast(3.0));
        assert_eq!(Measure::KilledPerIncident.of(&cell, &reports()), Reading::Known(3.0));
        cell.killed.known = Amount::whole(2);
        assert_eq!(Measure::Killed.of(&cell, &reports()), Reading::Known(3.0));
        assert_eq!(Measure::Killed.of(&cell, &Reports::default()), Reading::Unreported, "never reported");
        assert_eq!(
            Measure::Arrested.of(&Cell::default(), &reports()),
            Reading::Unreported,
            "never reported, even at 0"
        );
    }

    #[test]
    fn which_of_a_row_of_incidents_were_lethal_is_not_known() {
        let cell = Cell { incidents: Amount::whole(6), ..Cell::default() };
        let reports = Reports { tolls: Tolls::PerRow, ..reports() };
        assert_eq!(Measure::LethalIncidents.of(&cell, &reports), Reading::Unreported);
    }

    #[test]
    fn casualties_are_a_lower_bound_where_one_of_the_two_is_unknown() {
        let mut cell = Cell { incidents: Amount::whole(2), ..Cell::default() };
        cell.killed = Tally { known: Amount::whole(2), best: Amount::whole(5), ..Tally::default() };
        cell.injured = Tally { known: Amount::whole(1), best: Amount::whole(7), ..Tally::default() };
        assert_eq!(Measure::Casualties.of(&cell, &reports()), Reading::AtLeast(12.0));
    }
}

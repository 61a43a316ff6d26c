//! Claims: the closed list of what a finding can say, each with the numbers that it says.

use crate::incident::Kind;
use crate::measure::{Measure, Reading, VictimClass};
use crate::period::{Day, Period, Window};
use crate::series::Finality;
use crate::source::Attribution;
use crate::stats::{Change, Comparison, NotComputed, Record, Silence};

/// What a finding says. The order of the variants is the order of a report.
#[derive(Clone, Debug, PartialEq, strum::IntoStaticStr, strum::EnumDiscriminants)]
#[strum(serialize_all = "snake_case")]
#[strum_discriminants(derive(PartialOrd, Ord), name(ClaimOrder))]
pub enum Claim {
    /// What the latest complete period had.
    Total(Total),
    /// How it stands to another.
    Compared(Compared),
    /// A day's mean, and the mean of the last twelve.
    Level(Level),
    Record {
        measure: Measure,
        record: Record,
    },
    /// Attacks, operations and the other kinds, each with its toll, and their sum.
    Ledgers(Vec<Ledger>),
    /// Parts that do not add up to their whole. DESIGN, rule 11.
    Margin(Margin),
    Suicide(Suicide),
    Taken {
        arrested: Reading,
        abducted: Reading,
    },
    Failed {
        failed: f64,
        attacks: f64,
    },
    Deadliest(Deadliest),
    Region(RegionPart),
    Group(GroupPart),
    Mix(Mix),
    /// Incidents in which an armed group is present and none is named.
    Unnamed(Unnamed),
    /// Attributions that are only suspected.
    Suspected(Unnamed),
    Silence {
        silence: Silence,
        /// The first day covered.
        begins: Day,
    },
    /// A period of which only some days are covered.
    SoFar(SoFar),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    pub incidents: f64,
    pub lethal: Reading,
    pub killed: Reading,
    /// Sums of the low and the high estimates, where the source gives them and every toll is known.
    pub killed_range: Option<(f64, f64)>,
    pub injured: Reading,
}

/// Several measures against one base.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub comparison: Comparison,
    /// The days compared.
    pub current: Window,
    /// The days they are compared with; `None` where none are inside coverage.
    pub base: Option<Window>,
    pub finality: Finality,
    pub movements: Vec<Movement>,
}

/// One measure of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movement {
    pub measure: Measure,
    pub result: Result<Change, NotComputed>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Means a day in the period.
    pub incidents_a_day: f64,
    pub killed_a_day: Option<f64>,
    /// Means of the last twelve complete periods, this one included.
    pub incidents_of_twelve: Option<f64>,
    pub killed_of_twelve: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    pub kind: Kind,
    pub incidents: f64,
    pub killed: Reading,
    pub killed_by: [Reading; VictimClass::COUNT],
    /// Incidents in which the only state forces are foreign.
    pub foreign: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    pub excess: Excess,
    pub whole: f64,
    pub parts: f64,
}

/// Which parts do not add up, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Excess {
    /// The killed by victim class are more than the killed.
    ClassesAbove,
    /// Some of the killed are given no victim class.
    ClassesBelow,
    /// The incidents of all kinds are not the incidents counted.
    LedgersDiffer,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Suicide {
    pub attacks: Reading,
    pub killed: Reading,
    pub injured: Reading,
    /// The year to date, and the same days of the year before.
    pub to_date: Option<(Window, Reading, Option<Reading>)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Deadliest {
    pub id: String,
    pub days: Window,
    /// District or place and region, as far as the source names them.
    pub place: String,
    pub groups: Vec<String>,
    pub killed: f64,
    /// Incidents with that toll.
    pub ties: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RegionPart {
    pub incidents: f64,
    pub all_incidents: f64,
    pub killed: Reading,
    pub all_killed: Reading,
    pub base: Option<Period>,
    pub finality: Finality,
    pub change: Result<Change, NotComputed>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GroupPart {
    pub attribution: Attribution,
    pub incidents: f64,
    pub all_incidents: f64,
    pub killed: Reading,
    /// Attacks that it initiated, their toll, and how many of them it is only suspected of; `None` where the source gives no
    /// direction.
    pub attacks: Option<(f64, Reading, f64)>,
    pub base: Option<Period>,
    pub finality: Finality,
    pub change: Result<Change, NotComputed>,
}

/// The most frequent tactics or targets.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    pub of: MixOf,
    /// `None`: of all kinds.
    pub kind: Option<Kind>,
    /// Incidents in which it is stated, and all.
    pub stated: f64,
    pub incidents: f64,
    /// The most frequent ones, and their incidents.
    pub top: Vec<(String, f64)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum MixOf {
    Tactics,
    Targets,
}

/// A part of the incidents with an armed group; `None` where the source does not measure it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unnamed {
    pub now: Option<(f64, f64)>,
    pub before: Option<(Period, f64, f64)>,
}

/// What is known of a period that is not over, or not wholly covered.
#[derive(Clone, Debug, PartialEq)]
pub struct SoFar {
    /// The covered days.
    pub covered: Window,
    /// Days of the period as a whole; `None` where no period at all is complete and the covered days are all there is.
    pub of_days: Option<u32>,
    pub incidents: f64,
    pub killed: Reading,
    pub injured: Reading,
    /// Earlier periods with their incidents in the same days.
    pub same_days: Vec<(Period, f64)>,
}

impl Claim {
    /// The word in `findings.json`.
    pub fn id(&self) -> &'static str {
        self.into()
    }

    pub fn order(&self) -> ClaimOrder {
        self.into()
    }

    /// The measure that it is about first.
    pub fn measure(&self) -> Measure {
        match self {
            Claim::Record { measure, .. } => *measure,
            Claim::Ledgers(_) | Claim::Deadliest(_) => Measure::Killed,
            Claim::Margin(margin) => match margin.excess {
                Excess::ClassesAbove | Excess::ClassesBelow => Measure::Killed,
                Excess::LedgersDiffer => Measure::Incidents,
            },
            Claim::Suicide(_) => Measure::SuicideAttacks,
            Claim::Taken { abducted: Reading::Known(_) | Reading::AtLeast(_), arrested: Reading::Unreported } => {
                Measure::Abducted
            }
            Claim::Taken { .. } => Measure::Arrested,
            Claim::Unnamed(_) => Measure::ShareUnattributed,
            Claim::Suspected(_) => Measure::ShareSuspected,
            Claim::Total(_)
            | Claim::Compared(_)
            | Claim::Level(_)
            | Claim::Failed { .. }
            | Claim::Region(_)
            | Claim::Group(_)
            | Claim::Mix(_)
            | Claim::Silence { .. }
            | Claim::SoFar(_) => Measure::Incidents,
        }
    }

    /// Which comparison it is, where it is one.
    pub fn comparison(&self) -> Option<Comparison> {
        if let Claim::Compared(compared) = self { Some(compared.comparison) } else { None }
    }

    /// The claim with what tells it apart from others of its sort.
    pub fn key(&self) -> String {
        let detail: String = match self {
            Claim::Compared(compared) => compared.comparison.id().to_owned(),
            Claim::Record { measure, record } => format!("{}_{}", record.extreme.id(), measure.id()),
            Claim::Margin(margin) => <&str>::from(margin.excess).to_owned(),
            Claim::Mix(mix) => <&str>::from(mix.of).to_owned(),
            Claim::Silence { silence: Silence::Quiet { .. }, .. } => "quiet".to_owned(),
            Claim::Silence { silence: Silence::New { .. }, .. } => "new".to_owned(),
            Claim::SoFar(so_far) => if so_far.of_days.is_some() { "period" } else { "coverage" }.to_owned(),
            Claim::Total(_)
            | Claim::Level(_)
            | Claim::Ledgers(_)
            | Claim::Suicide(_)
            | Claim::Taken { .. }
            | Claim::Failed { .. }
            | Claim::Deadliest(_)
            | Claim::Region(_)
            | Claim::Group(_)
            | Claim::Unnamed(_)
            | Claim::Suspected(_) => return self.id().to_owned(),
        };
        format!("{}_{detail}", self.id())
    }
}

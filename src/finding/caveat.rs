//! Caveats: the closed list of reservations that a finding can carry.

use crate::measure::Measure;
use crate::period::{Day, Period, Window};
use crate::source::Attribution;

/// What a reader must know before leaning on a sentence.
#[derive(Clone, Debug, PartialEq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Caveat {
    /// Some incidents' numbers are not known: sums are lower bounds.
    UnknownTolls { measure: Measure, unknown: f64, incidents: f64 },
    /// The source never reports these.
    NotReported { measures: Vec<Measure> },
    /// Later reports may still change the period.
    Provisional { period: Period },
    /// What is compared is only what is known.
    KnownOnly,
    /// The base of some comparison is too small for a percentage.
    SmallBase,
    /// The two periods are not equally long: the change of a day's rate of incidents.
    PeriodLengths { current_days: u32, base_days: u32, ratio: f64 },
    /// One incident makes much of the toll.
    OneIncident { killed: f64, of: f64 },
    /// How an incident of several groups counts.
    Counting(Attribution),
    /// The source does not say who attacked whom.
    NoDirection,
    /// The share of incidents without a named group moved between the periods.
    UnnamedMoved { before: f64, now: f64 },
    /// Rows with dates too coarse for the grain are missing from these numbers.
    Gated { years: (i32, i32), incidents: f64, killed: f64 },
    /// Only what passes the user's filters is counted.
    Filtered,
    /// The source changed its way of collecting between the two periods.
    CollectionBreak { from: Day, note: String },
    /// A new name need not be a new group.
    NewName,
    /// A name that is gone need not be a group that is gone.
    Renamed,
    /// A surge that both groups share, shorter than the window of the moves, looks like co-activity.
    SharedSurge { days: u32 },
    /// Clashes and operations against a group count as its incidents.
    NotChosen,
    /// Too few places are exact: near is the same district.
    SameDistrict,
    /// The source leaves out the incidents for which nobody is named.
    NobodyLeftOut,
    /// The days that would make a partial period complete, for the flag `--covered`.
    CompleteWith { covered: Window },
}

impl Caveat {
    /// The word in `findings.json`.
    pub fn id(&self) -> &'static str {
        self.into()
    }
}

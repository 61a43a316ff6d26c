//! Claims: the closed list of what a finding can say, each with the numbers that it says.

mod pair;
mod part;
mod tested;
mod whole;

pub use pair::{Converging, DirectCounts, Held, Onset, PairsAsked, PairsOf, Reserve};
pub use part::{Claimed, Deadliest, GroupPart, Mix, MixOf, RegionPart, Suicide, ToDate, Unnamed};
pub use tested::{
    Alerted, Asked, Deadliness, Kept, Movement, Outlook, Question, Shifted, Significance, Tested, Trend, Withheld,
};
pub use whole::{Compared, Excess, Ledger, Level, Margin, SoFar, Total};

use super::Strength;
use crate::incident::Kind;
use crate::measure::{Measure, Reading};
use crate::period::Day;
use crate::series::Finality;
use crate::stats::{Comparison, Record, Silence, Verdict};

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
        /// `None`: of all kinds.
        kind: Option<Kind>,
        record: Record,
    },
    /// Rising, falling, or no evidence of either.
    Trend(Trend),
    /// The latest period is out of line with its past.
    Alert(Alerted),
    /// The level changed.
    Break(Shifted),
    /// Attacks, operations and the other kinds, each with its toll, and their sum.
    Ledgers(Vec<Ledger>),
    /// Parts that do not add up to their whole. DESIGN, rule 11.
    Margin(Margin),
    Lethality(Deadliness),
    Suicide(Suicide),
    /// The first suicide attack since the data begin.
    FirstSuicide {
        attacks: f64,
        /// The first day covered.
        begins: Day,
    },
    Taken {
        arrested: Reading,
        abducted: Reading,
    },
    Failed {
        failed: f64,
        attacks: f64,
    },
    Claimed(Claimed),
    Deadliest(Deadliest),
    Region(Box<RegionPart>),
    Group(Box<GroupPart>),
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
    /// What the next periods may bring.
    Forecast(Outlook),
    /// How an earlier report's forecast did.
    ForecastKept(Kept),
    /// Two groups' incidents lie near each other beyond chance.
    Converging(Box<Converging>),
    /// How many pairs of groups were asked whether they converge.
    PairsTested(Vec<PairsAsked>),
    /// What would have been claimed but for the way it was counted.
    Withheld(Withheld),
    /// How many tests were made.
    Tested(Vec<Asked>),
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
            Claim::Trend(trend) => trend.measure,
            Claim::Alert(alerted) => alerted.measure,
            Claim::Break(shifted) => shifted.measure,
            Claim::Forecast(outlook) => outlook.measure,
            Claim::ForecastKept(kept) => kept.measure,
            Claim::Withheld(withheld) => withheld.measures.first().copied().unwrap_or(Measure::Incidents),
            Claim::Lethality(_) => Measure::KilledPerIncident,
            Claim::Ledgers(_) | Claim::Deadliest(_) => Measure::Killed,
            Claim::Margin(margin) => match margin.excess {
                Excess::ClassesAbove | Excess::ClassesBelow => Measure::Killed,
                Excess::LedgersDiffer => Measure::Incidents,
            },
            Claim::Suicide(_) | Claim::FirstSuicide { .. } => Measure::SuicideAttacks,
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
            | Claim::Claimed(_)
            | Claim::Region(_)
            | Claim::Group(_)
            | Claim::Mix(_)
            | Claim::Silence { .. }
            | Claim::SoFar(_)
            | Claim::Converging(_)
            | Claim::PairsTested(_)
            | Claim::Tested(_) => Measure::Incidents,
        }
    }

    /// Which comparison it is, where it is one.
    pub fn comparison(&self) -> Option<Comparison> {
        if let Claim::Compared(compared) = self { Some(compared.comparison) } else { None }
    }

    /// The kind of incidents that it is about alone.
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Claim::Compared(Compared { kind, .. })
            | Claim::Record { kind, .. }
            | Claim::Alert(Alerted { kind, .. })
            | Claim::Mix(Mix { kind, .. }) => *kind,
            Claim::Failed { .. } | Claim::Claimed(_) => Some(Kind::Attack),
            Claim::Total(_)
            | Claim::Level(_)
            | Claim::Trend(_)
            | Claim::Break(_)
            | Claim::Ledgers(_)
            | Claim::Margin(_)
            | Claim::Lethality(_)
            | Claim::Suicide(_)
            | Claim::FirstSuicide { .. }
            | Claim::Taken { .. }
            | Claim::Deadliest(_)
            | Claim::Region(_)
            | Claim::Group(_)
            | Claim::Unnamed(_)
            | Claim::Suspected(_)
            | Claim::Silence { .. }
            | Claim::SoFar(_)
            | Claim::Forecast(_)
            | Claim::ForecastKept(_)
            | Claim::Converging(_)
            | Claim::PairsTested(_)
            | Claim::Withheld(_)
            | Claim::Tested(_) => None,
        }
    }

    /// How much the claim about its [`Claim::measure`] may be leaned on. A fall that later reports may undo is only a number.
    pub fn strength(&self) -> Strength {
        let moved = |moved: Option<&Movement>, finality: Finality| match moved {
            Some(moved) if !super::change::so_far(moved, finality) => moved.judgement().map(Strength::from),
            Some(_) | None => None,
        };
        let tested = match self {
            Claim::Compared(compared) => moved(compared.movements.first(), compared.finality),
            Claim::Region(part) => moved(Some(&part.change), part.finality),
            Claim::Group(part) => moved(Some(&part.change), part.finality),
            Claim::Trend(trend) => match trend.verdict {
                Verdict::Rising | Verdict::Falling => Some(Strength::Clear),
                Verdict::NoEvidence => trend.growth.ok().map(|(_, found)| found.judgement().into()),
                Verdict::TooLittleData => None,
            },
            Claim::Alert(alerted) => Some(alerted.significance.judgement().into()),
            Claim::Break(shifted) => Some(shifted.significance.judgement().into()),
            Claim::Converging(found) => Some(found.best().into()),
            Claim::Total(_)
            | Claim::Level(_)
            | Claim::Record { .. }
            | Claim::Ledgers(_)
            | Claim::Margin(_)
            | Claim::Lethality(_)
            | Claim::Suicide(_)
            | Claim::FirstSuicide { .. }
            | Claim::Taken { .. }
            | Claim::Failed { .. }
            | Claim::Claimed(_)
            | Claim::Deadliest(_)
            | Claim::Mix(_)
            | Claim::Unnamed(_)
            | Claim::Suspected(_)
            | Claim::Silence { .. }
            | Claim::SoFar(_)
            | Claim::Forecast(_)
            | Claim::ForecastKept(_)
            | Claim::PairsTested(_)
            | Claim::Withheld(_)
            | Claim::Tested(_) => None,
        };
        tested.unwrap_or(Strength::Counted)
    }

    /// The claim with what tells it apart from others of its sort.
    pub fn key(&self) -> String {
        let of_kind = |detail: String, kind: Option<Kind>| match kind {
            Some(kind) => format!("{detail}_{}", kind.id()),
            None => detail,
        };
        let detail: String = match self {
            Claim::Compared(compared) => of_kind(compared.comparison.id().to_owned(), compared.kind),
            Claim::Record { measure, kind, record } => {
                of_kind(format!("{}_{}", record.extreme.id(), measure.id()), *kind)
            }
            Claim::Trend(trend) => trend.measure.id().to_owned(),
            Claim::Alert(alerted) => of_kind(alerted.measure.id().to_owned(), alerted.kind),
            Claim::Break(shifted) => {
                format!("{}_{}", shifted.measure.id(), shifted.first.label().to_lowercase().replace(['-', '+'], "_"))
            }
            Claim::Forecast(outlook) => outlook.measure.id().to_owned(),
            Claim::ForecastKept(kept) => kept.measure.id().to_owned(),
            Claim::Withheld(withheld) => withheld.reason.id().to_owned(),
            Claim::Margin(margin) => <&str>::from(margin.excess).to_owned(),
            Claim::Mix(mix) => <&str>::from(mix.of).to_owned(),
            Claim::Silence { silence: Silence::Quiet { .. }, .. } => "quiet".to_owned(),
            Claim::Silence { silence: Silence::New { .. }, .. } => "new".to_owned(),
            Claim::SoFar(so_far) => if so_far.of_days.is_some() { "period" } else { "coverage" }.to_owned(),
            Claim::Total(_)
            | Claim::Level(_)
            | Claim::Ledgers(_)
            | Claim::Lethality(_)
            | Claim::Suicide(_)
            | Claim::FirstSuicide { .. }
            | Claim::Taken { .. }
            | Claim::Failed { .. }
            | Claim::Claimed(_)
            | Claim::Deadliest(_)
            | Claim::Region(_)
            | Claim::Group(_)
            | Claim::Unnamed(_)
            | Claim::Suspected(_)
            | Claim::Converging(_)
            | Claim::PairsTested(_)
            | Claim::Tested(_) => return self.id().to_owned(),
        };
        format!("{}_{detail}", self.id())
    }
}

//! Claims about pairs of groups: how near their incidents lie beyond chance, and how many pairs were asked.

use super::Significance;
use crate::convergence::{Answer, Cell, FEWEST_NEAR, Named, Relation};
use crate::period::Period;
use crate::stats::{ALPHA, Judgement};

/// Incidents that name both of a pair: three columns that are never added, and what cannot be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DirectCounts {
    pub joint: usize,
    pub competing: usize,
    pub hostile: usize,
    pub side_unknown: usize,
}

impl DirectCounts {
    pub fn add(&mut self, relation: Relation) {
        let count = match relation {
            Relation::Joint => &mut self.joint,
            Relation::Competing => &mut self.competing,
            Relation::Hostile => &mut self.hostile,
            Relation::SideUnknown => &mut self.side_unknown,
        };
        *count += 1;
    }

    /// Entries of every column: for ranking only, a sum of columns says nothing.
    pub fn all(self) -> usize {
        self.joint + self.competing + self.hostile + self.side_unknown
    }

    pub fn any(self) -> bool {
        self != DirectCounts::default()
    }
}

/// Which incidents of a group are held against another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Those that it initiated.
    Attacks,
    /// All in which it took part: of clashes and operations, day and place are mostly the other side's choice.
    Involved,
}

/// Co-activity of two groups, A and B of the subject: how many of B's incidents lie near one of A's, and how many chance brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Converging {
    pub held: Held,
    /// The answer at the distance and the days that stand for the pair.
    pub reference: Answer,
    /// The excess shares that the data do not contradict, 95 %, and the smallest that would have been found in four of five cases.
    pub interval: Option<(f64, f64)>,
    pub detectable: Option<f64>,
    /// Over all distances and days.
    pub significance: Significance,
    /// What may be said of the whole time.
    pub judgement: Judgement,
    /// The distance and the days with the smallest p, where that is another one.
    pub strongest: Option<Answer>,
    /// `None` where time says nothing: too few are near, or too few months are covered.
    pub onset: Option<Onset>,
    pub direct: DirectCounts,
}

/// From when on more is near, and how much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Onset {
    pub month: Period,
    /// Excess shares before the month and from it on.
    pub before: f64,
    pub after: f64,
    /// Of the rise.
    pub significance: Significance,
    pub judgement: Judgement,
    /// Change of the excess share a year, and what it is worth; two-sided.
    pub slope: f64,
    pub trend: Significance,
    /// Entries of the ledger from that month on.
    pub direct: DirectCounts,
}

/// Why what chance seldom brings is not said without reserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserve {
    /// Not once all pairs are taken into account.
    ManyPairs,
    FewNear,
    /// The interval reaches nought.
    IntervalReaches,
    /// Clashes and operations are counted.
    NotChosen,
}

impl Converging {
    /// The excess share of B's incidents at the reference.
    pub fn excess(&self) -> f64 {
        self.reference.excess()
    }

    pub fn question(&self) -> Cell {
        self.reference.cell
    }

    /// The better of what may be said of the whole time and of a rise.
    pub fn best(&self) -> Judgement {
        self.rise().map_or(self.judgement, |onset| onset.judgement.min(self.judgement))
    }

    /// The rise, where it goes beyond chance and above it.
    pub fn rise(&self) -> Option<Onset> {
        self.onset.filter(|onset| onset.judgement != Judgement::WithinChance && onset.after > 0.0)
    }

    /// Why the whole time is suggestive and not clear; empty where it is either clear or within chance.
    pub fn reserves(&self) -> Vec<Reserve> {
        match self.judgement {
            Judgement::Clear | Judgement::WithinChance => Vec::new(),
            Judgement::Suggestive => {
                let many = self.significance.q.is_none_or(|q| q > ALPHA);
                let reaches = self.interval.is_none_or(|(low, _)| low <= 0.0);
                let reserves = [
                    many.then_some(Reserve::ManyPairs),
                    (self.reference.near < FEWEST_NEAR).then_some(Reserve::FewNear),
                    reaches.then_some(Reserve::IntervalReaches),
                    (self.held == Held::Involved).then_some(Reserve::NotChosen),
                ];
                reserves.into_iter().flatten().collect()
            }
        }
    }

    /// Whether nothing could have shown a link: within the moves of chance the two never come near.
    pub fn could_not_show(&self) -> bool {
        self.significance.q.is_none()
    }
}

/// The pairs of one scope: how many were measured, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairsAsked {
    pub of: PairsOf,
    pub pairs: usize,
    pub measured: usize,
    /// Of these, those that some result could have told from chance: the tests.
    pub tests: usize,
    /// Tests with p up to [`ALPHA`], and those with q up to it.
    pub nominal: usize,
    pub clear: usize,
    /// Pairs of which co-activity over the whole time, or a rise, is said without reserve.
    pub said: usize,
    /// Pairs in which a rise could be tested, and those with p and with q up to [`ALPHA`].
    pub rises: usize,
    pub rises_nominal: usize,
    pub rises_clear: usize,
    /// Why the others were not measured.
    pub no_direction: usize,
    pub too_few: usize,
    pub too_few_offensives: usize,
    /// Organisations with enough incidents that were not paired, and further pairs with direct evidence: only the first of each are
    /// looked at.
    pub groups_left_out: usize,
    pub groups_paired: usize,
    pub pairs_left_out: usize,
}

/// What a pair is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum PairsOf {
    Group,
    Family,
    GroupFamily,
}

impl PairsOf {
    pub fn of(one: Named, other: Named) -> PairsOf {
        match (one, other) {
            (Named::Group(_), Named::Group(_)) => PairsOf::Group,
            (Named::Family(_), Named::Family(_)) => PairsOf::Family,
            (Named::Group(_), Named::Family(_)) | (Named::Family(_), Named::Group(_)) => PairsOf::GroupFamily,
        }
    }

    /// The word in the column `scope`.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

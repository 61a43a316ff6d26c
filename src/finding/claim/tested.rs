//! What a claim carries of a test: a p among its family, the evidence of a change, and the claims that are tests themselves.

use crate::incident::Kind;
use crate::measure::Measure;
use crate::period::Period;
use crate::stats::{
    ALPHA, Alert, Change, Evidence, Forecast, Interval, Judgement, Lethality, NotComputed, TrendValue, Verdict,
};

/// A p, and what it is worth among the tests of its question and scope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Significance {
    pub p: f64,
    /// Benjamini-Hochberg; `None` where the test could never have told a change from chance.
    pub q: Option<f64>,
    /// Tests in the family.
    pub tests: usize,
}

impl Significance {
    pub fn judgement(&self) -> Judgement {
        Judgement::of(self.p, self.q)
    }

    /// Tests of the family that chance alone brings below [`ALPHA`].
    pub fn expected_by_chance(&self) -> f64 {
        ALPHA * self.tests as f64
    }
}

/// A change held against chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    pub evidence: Evidence,
    pub significance: Significance,
    /// Of tolls: the same without the deadliest incident of either period, and that incident's toll.
    pub without_deadliest: Option<(Evidence, f64)>,
}

impl Tested {
    /// The ratio of the bare numbers with its interval: that of the daily rates times the days, so that it goes with the
    /// percentage that newspapers print.
    pub fn plain(evidence: &Evidence, change: &Change) -> Interval {
        let days = f64::from(change.current_days) / f64::from(change.base_days);
        evidence.ratio.map(|ratio| ratio * days)
    }

    /// The evidence without the deadliest incident and its toll, where that tells another story: chance or not, or up or down.
    pub fn other_story(&self) -> Option<(Evidence, f64)> {
        let (without, killed) = self.without_deadliest?;
        let clear = |evidence: &Evidence| evidence.p <= ALPHA;
        let up = |evidence: &Evidence| evidence.ratio.estimate > 1.0;
        let turned = clear(&without) && up(&without) != up(&self.evidence);
        (clear(&without) != clear(&self.evidence) || turned).then_some((without, killed))
    }
}

/// A number that moved, and whether chance could make it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movement {
    pub measure: Measure,
    pub result: Result<Change, NotComputed>,
    pub tested: Result<Tested, NotComputed>,
}

impl Movement {
    /// The judgement, where it was tested.
    pub fn judgement(&self) -> Option<Judgement> {
        self.tested.as_ref().ok().map(|tested| tested.significance.judgement())
    }
}

/// The verdict over the last periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    pub measure: Measure,
    /// The first and the last period that it rests on.
    pub window: Option<(Period, Period)>,
    pub verdict: Verdict,
    /// Factor a year.
    pub growth: Result<(TrendValue, Significance), NotComputed>,
}

/// The latest period out of line with those before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alerted {
    pub measure: Measure,
    /// `None`: of all kinds.
    pub kind: Option<Kind>,
    pub alert: Alert,
    pub significance: Significance,
}

/// A change of level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shifted {
    pub measure: Measure,
    /// The first period of the new level, and the periods between which it lies.
    pub first: Period,
    pub earliest: Period,
    pub latest: Period,
    /// The last period of the level where another followed.
    pub until: Option<Period>,
    /// Means a period.
    pub before: f64,
    pub after: f64,
    pub ratio: Interval,
    pub significance: Significance,
}

/// What is to be expected of the next periods; the finding's period is the last one known.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    pub measure: Measure,
    pub result: Result<Forecast, NotComputed>,
}

/// What an earlier report expected of a period that is now complete, and what came.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub measure: Measure,
    pub target: Period,
    pub mean: f64,
    /// The ends of its 80 % interval.
    pub low80: f64,
    pub high80: f64,
    pub observed: f64,
    /// The earlier report.
    pub label: String,
}

/// How deadly incidents are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deadliness {
    /// In the finding's period.
    pub latest: Result<Lethality, NotComputed>,
    /// In the year up to it, and in the year before that.
    pub year: Result<Lethality, NotComputed>,
    pub year_before: Result<Lethality, NotComputed>,
}

/// What a test asks, or a record tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Question {
    Change,
    Trend,
    Alert,
    Break,
    /// Not a test, but guarded like one.
    Record,
}

impl Question {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The tests of one question over all scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub question: Question,
    pub tests: usize,
    /// With q, and with p, up to [`ALPHA`].
    pub clear: usize,
    pub nominal: usize,
    /// Tests that could never have told a change from chance.
    pub left_out: usize,
}

/// What is not claimed of a subject, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Withheld {
    pub reason: NotComputed,
    /// Ascending, each once.
    pub questions: Vec<Question>,
    pub measures: Vec<Measure>,
}

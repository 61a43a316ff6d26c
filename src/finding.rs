//! Findings: what a report claims, about whom, on which evidence, with which caveats; and the sentences that say it.
//!
//! A finding carries plain data (names as text, periods, numbers), never a string of a sentence: the words come from the message
//! table of a language.

mod caveat;
mod chance;
mod change;
mod claim;
mod ledger;
mod level;
mod mix;
mod number;
mod outlook;
pub mod pair;
mod part;
mod sentence;
mod strength;
mod suicide;
#[cfg(test)]
mod tests;
mod trend;
mod whole;
mod words;

pub use caveat::Caveat;
pub use chance::{guards, p_and_q, why};
pub use change::difference;
pub use claim::{
    Alerted, Asked, Claim, Claimed, Compared, Converging, Deadliest, Deadliness, DirectCounts, Excess, GroupPart, Held,
    Kept, Ledger, Level, Margin, Mix, MixOf, Movement, Onset, Outlook, PairsAsked, PairsOf, Question, RegionPart,
    Reserve, Shifted, Significance, SoFar, Suicide, Tested, ToDate, Total, Trend, Unnamed, Withheld,
};
pub use number::{Bound, NamedNumber};
pub use outlook::{forecaster, target};
pub use sentence::{caveat, sentence};
pub use strength::Strength;
pub use trend::a_period;
pub use words::{
    count_of_kind, count_of_periods, grain, measure_name, of_kind, percent_of, plural, quantity, reading_text,
    sentence_case, victims, when,
};

use crate::period::Period;
use std::borrow::Cow;

/// One claim of a report about one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The id of the source.
    pub source: String,
    /// Its name in sentences.
    pub title: String,
    pub subject: Subject,
    /// The period that it is about.
    pub period: Period,
    pub claim: Claim,
    pub evidence: Vec<Evidence>,
    pub caveats: Vec<Caveat>,
    /// Its size: findings of one sort and strength are ranked by it.
    pub weight: f64,
}

/// Whom a finding is about, by names as they are written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Everything counted: the country's name, or empty.
    All(String),
    Region(Place),
    Group(String),
    /// Two groups, or two families: the incidents of the second are held against those of the first.
    Pair(String, String),
}

/// A region of a country.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub country: String,
    pub region: String,
    /// As sentences call it: with its country where the run has several.
    pub shown: String,
}

impl Subject {
    /// The word in the column `scope`.
    pub fn scope(&self) -> &'static str {
        match self {
            Subject::All(_) => "all",
            Subject::Region(_) => "region",
            Subject::Group(_) => "group",
            Subject::Pair(..) => "pair",
        }
    }

    /// As sentences call it.
    pub fn name(&self) -> Cow<'_, str> {
        match self {
            Subject::All(name) | Subject::Group(name) => Cow::Borrowed(name),
            Subject::Region(place) => Cow::Borrowed(&place.shown),
            Subject::Pair(a, b) => Cow::Owned(format!("{a} × {b}")),
        }
    }
}

/// Where the numbers of a finding stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The id of a dataset: the stem of a file in `tables/`.
    pub dataset: &'static str,
    /// The rows: column and value.
    pub rows: Vec<(&'static str, String)>,
    /// Recipes whose charts of the finding's subject show it, in order of preference. Which charts exist is for the report to know.
    pub charts: Vec<&'static str>,
}

impl Finding {
    /// What tells it apart from the other findings of its source, stable from run to run: `compared_previous`,
    /// `record_highest_killed: Tavia`.
    pub fn key(&self) -> String {
        match &self.subject {
            Subject::All(_) => self.claim.key(),
            Subject::Region(_) | Subject::Group(_) | Subject::Pair(..) => {
                format!("{}: {}", self.claim.key(), self.subject.name())
            }
        }
    }
}

/// Puts findings into the order of a report: by what they say, as a monthly report does, the whole before its parts; then by
/// strength, so that what goes beyond chance stands first, and by size.
pub fn rank(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let place = |f: &Finding| {
            let claim = &f.claim;
            (claim.order(), claim.comparison(), claim.kind(), f.subject.scope(), claim.strength().place())
        };
        let name = |f: &Finding| (f.claim.key(), f.subject.name().into_owned());
        place(a).cmp(&place(b)).then(b.weight.total_cmp(&a.weight)).then_with(|| name(a).cmp(&name(b)))
    });
}

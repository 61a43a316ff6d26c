//! Intake: what became of every row. The accounting must come out even.

use super::Error;
use crate::measure::Amount;
use crate::read::{Fault, FaultReason};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::AddAssign;

/// Why a row is no incident that can be counted. Closed: DESIGN's rule 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    FieldCount {
        expected: usize,
        found: usize,
    },
    BrokenQuote,
    CutOff,
    Undecodable,
    NoDate,
    UnreadableDate,
    /// An end more than a day precision can explain before the start, or a day that the calendar does not have.
    ImpossibleDate,
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rejection::FieldCount { expected, found } => write!(f, "{found} fields instead of {expected}"),
            Rejection::BrokenQuote => f.write_str("a quoted field is not closed properly"),
            Rejection::CutOff => f.write_str("the file ends inside this row"),
            Rejection::Undecodable => f.write_str("bytes that are not text in the encoding of the file"),
            Rejection::NoDate => f.write_str("no date"),
            Rejection::UnreadableDate => f.write_str("not a date in the format of the file"),
            Rejection::ImpossibleDate => f.write_str("a date that does not exist"),
        }
    }
}

/// One rejected row, as in `rejected.csv`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rejected {
    /// The physical line on which its record starts.
    pub line: u64,
    /// The column's name, empty where the row as a whole is at fault.
    pub column: String,
    /// The value, or how the row begins; shortened.
    pub value: String,
    pub reason: Rejection,
}

impl Rejected {
    pub fn from_fault(fault: &Fault, names: &[String]) -> Rejected {
        let (reason, column) = match fault.reason {
            FaultReason::FieldCount { expected, found } => (Rejection::FieldCount { expected, found }, None),
            FaultReason::BrokenQuote => (Rejection::BrokenQuote, None),
            FaultReason::CutOff => (Rejection::CutOff, None),
            FaultReason::Undecodable { column } => (Rejection::Undecodable, column),
        };
        let column = column.and_then(|c| names.get(c).cloned()).unwrap_or_default();
        Rejected { line: fault.line, column, value: fault.excerpt.clone(), reason }
    }
}

/// Why a good row is left out by a rule that the user or the source set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilterReason {
    /// GTD: the coders doubt that it was terrorism (`doubtterr` 1).
    DoubtedTerrorism,
    /// A `[[skip]]` rule of the mapping.
    SkipRule,
}

impl FilterReason {
    /// What these rows are, in words.
    pub fn text(self) -> &'static str {
        match self {
            FilterReason::DoubtedTerrorism => "rows whose coders doubt that they were terrorism",
            FilterReason::SkipRule => "rows that the mapping skips",
        }
    }
}

/// Rows that are no incidents: outside the accounting, counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    pub header: u64,
    pub tags: u64,
    pub blank: u64,
    pub repeated_header: u64,
}

/// What a source says of a record that gives no draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Rejected { column: Option<usize>, reason: Rejection },
    Filtered { reason: FilterReason, killed: Option<Amount> },
}

/// Something wrong in a row that still counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Issue {
    NotANumber,
    NegativeNumber,
    CoordinateOutOfRange,
    LowAboveBest,
    BestAboveHigh,
    /// Kept and counted: deaths of this size deserve a look.
    LargeToll,
    /// The parts by victim class do not add up to the total.
    PartsDisagree,
    EndBeforeStart,
    YearDisagrees,
    /// A code or word that the source's codebook or the mapping does not have.
    UnknownCode,
    /// Another id has the same day, place, groups, tactic, target and toll: `value` is that id.
    NearDuplicate,
}

impl Issue {
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// What was done with the value.
    pub fn effect(self) -> &'static str {
        match self {
            Issue::NotANumber | Issue::NegativeNumber | Issue::CoordinateOutOfRange => "made unknown",
            Issue::LowAboveBest
            | Issue::BestAboveHigh
            | Issue::LargeToll
            | Issue::PartsDisagree
            | Issue::NearDuplicate => "kept",
            Issue::EndBeforeStart => "the end was set to the start",
            Issue::YearDisagrees => "the date was used",
            Issue::UnknownCode => "read as unknown or other",
        }
    }
}

/// One line of `quality.csv`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quality {
    pub line: u64,
    pub id: String,
    pub column: String,
    pub value: String,
    pub issue: Issue,
}

/// Rows left out by a rule of the source or the mapping, with the deaths that they report: both totals can be printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Filtered(BTreeMap<FilterReason, (u64, Amount)>);

impl Filtered {
    /// Each reason once, with its rows and the deaths known of them.
    pub(super) fn of(reasons: impl Iterator<Item = (FilterReason, u64, Amount)>) -> Filtered {
        Filtered(reasons.map(|(reason, rows, killed)| (reason, (rows, killed))).collect())
    }

    pub fn add(&mut self, reason: FilterReason, killed: Option<Amount>) {
        let (rows, sum) = self.0.entry(reason).or_default();
        *rows += 1;
        *sum += killed.unwrap_or(Amount::ZERO);
    }

    pub fn merge(&mut self, other: Filtered) {
        for (reason, (rows, killed)) in other.0 {
            let mine = self.0.entry(reason).or_default();
            *mine = (mine.0 + rows, mine.1 + killed);
        }
    }

    pub fn rows(&self) -> u64 {
        self.0.values().map(|(rows, _)| rows).sum()
    }

    /// Each reason with its rows and the deaths known of them.
    pub fn iter(&self) -> impl Iterator<Item = (FilterReason, u64, Amount)> {
        self.0.iter().map(|(&reason, &(rows, killed))| (reason, rows, killed))
    }
}

/// What is noted while a batch is read.
#[derive(Debug, Default)]
pub struct Notes {
    pub rejected: Vec<Rejected>,
    pub quality: Vec<Quality>,
    pub filtered: Filtered,
}

/// How long a value may be in `rejected.csv` and `quality.csv`, in characters: enough to find it, too little to republish it.
const EXCERPT: usize = 80;

pub(super) fn excerpt(value: &str) -> String {
    value.chars().map(|c| if c.is_control() { ' ' } else { c }).take(EXCERPT).collect()
}

/// Where the rows of a file went. DESIGN, rule 10.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Accounting {
    pub read: u64,
    pub counted: u64,
    pub merged: u64,
    pub repeated: u64,
    pub superseded: u64,
    pub filtered: u64,
    pub gated: u64,
    pub rejected: u64,
}

impl Accounting {
    /// Fails where a row vanished: a bug of the program, which must not publish.
    pub fn check(&self, file: &str) -> Result<(), Error> {
        let Accounting { read, counted, merged, repeated, superseded, filtered, gated, rejected } = *self;
        if read == counted + merged + repeated + superseded + filtered + gated + rejected {
            return Ok(());
        }
        Err(Error::BadTable {
            file: file.to_owned(),
            line: 0,
            reason: format!("the accounting does not come out even, which is a fault of this program: {self:?}"),
        })
    }
}

impl AddAssign for Accounting {
    fn add_assign(&mut self, other: Accounting) {
        let Accounting { read, counted, merged, repeated, superseded, filtered, gated, rejected } = other;
        self.read += read;
        self.counted += counted;
        self.merged += merged;
        self.repeated += repeated;
        self.superseded += superseded;
        self.filtered += filtered;
        self.gated += gated;
        self.rejected += rejected;
    }
}

//! Statistics: pure functions from series and readings to numbers, or to the reason why there is none.

mod change;
mod means;
mod quiet;
mod record;

pub use change::{Change, Comparison, KNOWN_SHARE_NEEDED, MINIMUM_BASE, NEW_SOURCE_LIMIT, Side, change};
pub use means::{mean_of_last, rolling_mean};
pub use quiet::{QUIET_RULE, QuietRule, Silence, Unsaid, silence};
pub use record::{Certainty, Extreme, RECORD_DEPTH, Record, record};

use crate::registry::{Entry, Registry};
use serde::Serialize;

/// Why a statistic was not computed: closed, and printed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum NotComputed {
    /// One of the two periods is not wholly covered.
    Partial,
    /// The base lies before coverage begins, or there is no such period.
    NoBase,
    /// The source never reports it, or no incident has a known number.
    Unreported,
    /// Too many incidents have an unknown number.
    LowerBound,
    /// Too large a share comes only from sources that were not there at the base. DESIGN, rule 13.
    NewSources { share: f64 },
    /// Fewer complete periods than the statistic needs.
    TooShort { have: usize, need: usize },
}

impl NotComputed {
    /// The words in the column `not_computed`.
    pub fn text(self) -> String {
        match self {
            NotComputed::Partial => "a period is partial".to_owned(),
            NotComputed::NoBase => "no base inside coverage".to_owned(),
            NotComputed::Unreported => "not reported".to_owned(),
            NotComputed::LowerBound => "too many tolls are unknown".to_owned(),
            NotComputed::NewSources { share } => {
                format!("{} of the incidents come only from sources new since the base", crate::text::share(share))
            }
            NotComputed::TooShort { have, need } => format!("{have} complete periods of the {need} needed"),
        }
    }
}

/// A statistic that the user can look up.
pub trait Statistic: Entry {}

macro_rules! statistics {
    ($($name:ident: $id:literal, $about:literal;)*) => {
        $(
            struct $name;

            impl Entry for $name {
                fn id(&self) -> &'static str {
                    $id
                }

                fn about(&self) -> &'static str {
                    $about
                }

                fn example(&self) -> String {
                    format!("incident-trends table {}", $id)
                }
            }

            impl Statistic for $name {}
        )*

        /// All statistics, by the table in which they stand.
        pub static STATISTICS: Registry<dyn Statistic> = Registry::new("statistic", &[$(&$name),*]);
    };
}

statistics! {
    Changes: "changes", "Change against the previous period, the same period a year ago, and year to date";
    Records: "records", "Highest or lowest since when, with where the records begin";
    Silences: "silences", "Groups that went quiet, and groups that appeared";
}

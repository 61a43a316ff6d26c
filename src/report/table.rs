//! Tables for machines: tidy, one row a fact, empty for unknown. One file a table; stable columns, documented in the README.

mod anew;
mod by_key;
mod compared;
mod convergence;
mod direct;
mod evidence;
mod grid;
mod groups;
mod intake;
mod mixes;
mod names;
mod notable;
mod outlook;
mod series;
mod series_row;

pub use grid::Grid;
pub use intake::rejected;
pub(super) use notable::groups_of;

use super::Dataset;
use super::error::Malformed;
use crate::analysis::{Analysis, Need};
use crate::registry::{Entry, Registry};

/// A table that every run makes.
pub trait TableKind: Entry {
    /// What it reads of an analysis beside the counts.
    fn need(&self) -> Need {
        Need::Everything
    }

    /// The rows of all sources of the run, one after the other. They are made when they are written.
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed>;
}

/// All tables, in the order in which they are listed.
pub static TABLES: Registry<dyn TableKind> = Registry::new(
    "table",
    &[
        &series::Series,
        &compared::Changes,
        &compared::Records,
        &compared::Silences,
        &evidence::Trends,
        &evidence::Alerts,
        &evidence::Breaks,
        &evidence::Tests,
        &outlook::Forecasts,
        &outlook::Scores,
        &outlook::LethalityTable,
        &groups::Groups,
        &groups::Regions,
        &mixes::Tactics,
        &mixes::Targets,
        &mixes::Districts,
        &convergence::Convergence,
        &direct::JointIncidents,
        &notable::NotableIncidents,
        &notable::Headline,
        &intake::QualityList,
        &names::Unmatched,
    ],
);

/// Implements [`Entry`] for a table.
macro_rules! table {
    ($name:ident, $id:literal, $about:literal) => {
        pub struct $name;

        impl crate::registry::Entry for $name {
            fn id(&self) -> &'static str {
                $id
            }

            fn about(&self) -> &'static str {
                $about
            }

            fn example(&self) -> String {
                format!("incident-trends table {} -o {}.csv", $id, $id)
            }
        }
    };
}
use table;

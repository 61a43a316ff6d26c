//! Sources: one file per format. A source says how to recognise its files, which column is which, and what a row means;
//! everything else (dates, numbers, rejections, names) is done once, beside it.

mod alias;
mod cells;
mod custom;
mod dates;
mod error;
mod facts;
mod head;
mod intake;
mod ucdp;

pub use alias::{Aliases, Geography};
pub use cells::{Cells, Numbers};
pub use custom::{Mapping, Proposal, propose};
pub use dates::Dates;
pub use error::{Ambiguity, Error};
pub use facts::{Aggregated, Attribution, Break, CoverageRule, Direction, Edition, Facts, Living};
pub use head::{Head, Layout, Need};
pub use intake::{Accounting, FilterReason, Issue, Notes, Quality, Rejected, Rejection, Skipped, Verdict};

use crate::incident::Draft;
use crate::period::DateFormat;
use crate::registry::{Entry, Registry};
use std::sync::Arc;

/// A format of incident files.
pub trait Source: Entry {
    /// Whether the head of a table looks like this format.
    fn recognise(&self, head: &Head, settings: &Settings) -> Fit;

    /// Finds the columns of this table. `head` has been recognised, or the user forces this source.
    fn open(&self, head: &Head, settings: &Settings) -> Result<Box<dyn Reader>, Error>;
}

/// How well a table fits a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    No,
    /// Required columns found of those there are: for the error when nothing fits.
    Partly {
        found: usize,
        of: usize,
    },
    Yes,
}

/// A source opened on one table: turns records into drafts.
pub trait Reader: Send + Sync {
    /// What the table is, and what its rows allow to be said.
    fn facts(&self) -> &Facts;

    /// Records before the first incident.
    fn leading(&self) -> Leading;

    /// Where its columns are, and how many a record has.
    fn layout(&self) -> &Layout;

    /// How it writes numbers.
    fn numbers(&self) -> &Numbers {
        &cells::PLAIN
    }

    /// The columns from which the file's date format is decided.
    fn dates(&self) -> Dates;

    /// The date format that the source itself states; the user's choice goes before it, the rows are not asked.
    fn date_format(&self) -> Option<&DateFormat> {
        None
    }

    /// The incident of one record. Cells that cannot be used become unknown and are noted; only what DESIGN's rule 10 names
    /// rejects a row.
    fn read<'a>(&'a self, cells: &mut Cells<'a, '_>) -> Result<Draft<'a>, Verdict>;
}

/// What stands before the first incident of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leading {
    pub header: u64,
    /// Rows of machine tags, such as HXL's.
    pub tags: u64,
}

/// What the user decided about reading.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Forces the date format of every file.
    pub date_format: Option<DateFormat>,
    /// How the columns of an own sheet are read; tables that have them all are read so.
    pub mapping: Option<Arc<Mapping>>,
}

/// All sources that the program knows, in the order in which they are tried; a mapping goes before what is recognised.
pub static SOURCES: Registry<dyn Source> = Registry::new("source", &[&custom::Custom, &ucdp::Ucdp]);

//! Sources: one file per format. A source says how to recognise its files, which column is which, and what a row means;
//! everything else (dates, numbers, rejections, names) is done once, beside it.

mod acled;
mod acled_weekly;
mod alias;
mod alike;
mod cells;
mod choose;
mod context;
mod custom;
mod dates;
mod error;
mod facts;
mod file;
mod gtd;
mod head;
mod identity;
mod intake;
mod kept;
mod load;
mod memo;
mod numbers;
mod seen;
mod staff;
#[cfg(test)]
mod trial;
mod ucdp;

pub use alias::{Aliases, Geography};
pub use cells::Cells;
pub use context::{ContextRow, Declaration, Declared, Population, read_context, read_population};
pub use custom::{Mapping, Proposal, propose};
pub use dates::Dates;
pub use error::{Ambiguity, Error};
pub use facts::{Aggregated, Attribution, Break, CoverageRule, Direction, Edition, Facts, Living};
pub use file::FileIntake;
pub use head::{Head, Layout, Need};
pub use intake::{Accounting, FilterReason, Filtered, Issue, Notes, Quality, Rejected, Rejection, Skipped, Verdict};
pub use kept::{Found, Kept, Shelf};
pub use load::{Loaded, Plan, Tolerance, load};
pub use memo::Recurrences;
pub use numbers::Numbers;

use crate::incident::{Draft, Own};
use crate::period::DateFormat;
use crate::read::Columns;
use crate::registry::{Entry, Registry};
use std::path::Path;
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

impl Fit {
    /// By the required ones among `fields`, given by (column names, need).
    fn of(head: &Head, fields: impl IntoIterator<Item = (&'static [&'static str], Need)>) -> Fit {
        let (mut found, mut of) = (0, 0);
        for (names, _) in fields.into_iter().filter(|(_, need)| *need == Need::Required) {
            of += 1;
            found += usize::from(head.find(names).is_some());
        }
        if found == of { Fit::Yes } else { Fit::Partly { found, of } }
    }
}

/// A source opened on one table: turns records into drafts.
pub trait Reader: Send + Sync {
    /// What the table is, and what its rows allow to be said.
    fn facts(&self) -> &Facts;

    /// Records before the first incident.
    fn leading(&self) -> Leading;

    /// Where its columns are, and how many a record has.
    fn layout(&self) -> &Layout;

    /// The columns that it reads.
    fn columns(&self) -> Columns {
        Columns::Only(self.layout().columns())
    }

    /// How it writes numbers.
    fn numbers(&self) -> &Numbers {
        &numbers::PLAIN
    }

    /// The format of its dates, where the source or its mapping fixes it.
    fn date_format(&self) -> Option<&DateFormat> {
        None
    }

    /// The columns from which the file's date format is decided.
    fn dates(&self) -> Dates;

    /// The columns from which alone the recurring parts of an incident are read, where [`Reader::own`] reads all the rest.
    fn recurrences(&self) -> Option<&Recurrences> {
        None
    }

    /// What does not recur of the incident of one record, with the same notes as the whole would have where those have none.
    fn own<'a>(&'a self, cells: &mut Cells<'a, '_>) -> Result<Own<'a>, Verdict> {
        self.read(cells).map(|draft| draft.own())
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

impl Leading {
    /// A header, and the tags where there are some.
    fn header_of(head: &Head) -> Leading {
        Leading { header: 1, tags: u64::from(head.has_tag_row()) }
    }
}

/// What the user decided about reading.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Forces the date format of every file.
    pub date_format: Option<DateFormat>,
    /// How the columns of an own sheet are read; tables that have them all are read so.
    pub mapping: Option<Arc<Mapping>>,
    pub doubted: Doubted,
}

/// What becomes of GTD rows whose coders doubt that they were terrorism.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Doubted {
    #[default]
    LeaveOut,
    Keep,
}

impl Settings {
    /// Reads the mapping, if there is one.
    pub fn read(mapping: Option<&Path>, date_format: Option<DateFormat>, doubted: Doubted) -> Result<Settings, Error> {
        let mapping = mapping.map(Mapping::read).transpose()?.map(Arc::new);
        Ok(Settings { date_format, mapping, doubted })
    }
}

/// All sources that the program knows, in the order in which they are tried; a mapping goes before what is recognised.
pub static SOURCES: Registry<dyn Source> =
    Registry::new("source", &[&custom::Custom, &ucdp::Ucdp, &acled::Acled, &acled_weekly::AcledWeekly, &gtd::Gtd]);

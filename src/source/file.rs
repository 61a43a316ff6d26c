//! What became of one file: how it was read, and where its rows went.

use super::facts::Edition;
use super::intake::{Accounting, Filtered, Quality, Rejected, Skipped};
use super::{Error, Tolerance};
use crate::period::Day;
use std::path::Path;

/// What became of one table.
#[derive(Clone, Debug)]
pub struct FileIntake {
    /// As given, with the member of a zip after it.
    pub name: String,
    pub bytes: u64,
    /// Hex digits of the hash of the file's bytes.
    pub blake3: String,
    pub source: String,
    pub edition: Edition,
    pub encoding: String,
    pub delimiter: char,
    pub date_format: String,
    pub skipped: Skipped,
    pub accounting: Accounting,
    /// Rows left out by a rule of the source or the mapping.
    pub filtered: Filtered,
    pub rejected: Vec<Rejected>,
    pub quality: Vec<Quality>,
    /// The newest revision stamp among its rows.
    pub version: Option<Day>,
    /// The newest day on which one of its incidents began.
    pub newest: Option<Day>,
    /// Where its coverage ends by the source's rule.
    pub covered_to: Option<Day>,
}

impl FileIntake {
    /// # Errors
    /// If the file has more rejected rows than are tolerated, or nothing else.
    pub fn check(&self, tolerance: Tolerance) -> Result<(), Error> {
        let Accounting { read, rejected, .. } = self.accounting;
        let too_many = rejected > tolerance.rows && rejected as f64 > tolerance.share * read as f64;
        let Some(first) = self.rejected.first().filter(|_| rejected == read || too_many) else { return Ok(()) };
        Err(Error::TooManyRejected {
            file: self.name.clone(),
            rejected,
            read,
            line: first.line,
            reason: first.reason.to_string(),
            value: first.value.clone(),
        })
    }

    /// The name in everything that is published: a relative path as given, of an absolute one only the file's name. Reports
    /// travel; the folders of one machine do not.
    pub fn portable(&self) -> &str {
        let path = Path::new(&self.name);
        if !path.is_absolute() {
            return &self.name;
        }
        // A member of a zip has the zip's name before it; both stay.
        let from = self.name.to_lowercase().find(".zip/").map_or(self.name.len(), |at| at);
        let start = self.name[..from].rfind(['/', '\\']).map_or(0, |at| at + 1);
        &self.name[start..]
    }
}

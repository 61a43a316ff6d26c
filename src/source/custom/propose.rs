//! `init`: looks at a sheet and proposes a mapping, with comments on what was guessed and what could not be.

mod called;
mod guess;
mod header;
mod lines;
mod marks;
mod meaning;
mod sample;
#[cfg(test)]
mod tests;
mod victims;
mod write;

use crate::read::Table;
use crate::source::Error;

/// A mapping for a sheet that nobody has described yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The text of the mapping, with comments. [`Mapping::parse`](super::Mapping::parse) takes it as it is if a column of dates
    /// was found; else the line of `date` is a comment that must be filled in.
    pub toml: String,
    /// What the user must decide, one line each: columns that are not read, fields that nothing fits, words and dates that
    /// can be read in two ways. All of it stands in the text too.
    pub unguessed: Vec<String>,
}

/// Proposes a mapping from the header of a table and its first 20,000 rows. The first record is taken for the header.
///
/// # Errors
/// If the table can no longer be read.
pub fn propose(table: &Table) -> Result<Proposal, Error> {
    let sample = sample::Sample::of(table)?;
    let guesses = guess::Guesses::of(&sample);
    Ok(write::proposal(table.name(), &sample, &guesses))
}

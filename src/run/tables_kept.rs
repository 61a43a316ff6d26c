//! Tables as read, kept in the store: what is counted again need not be read again.

use super::kept::Cache;
use super::log::{Level, Log};
use crate::config::Config;
use crate::incident::{Incidents, Sheet};
use crate::read::{Encoding, TableRef};
use crate::registry::Entry;
use crate::source::{Found, Kept, Shelf};
use std::ops::Range;

/// The tables of a run.
pub(super) struct Tables<'a> {
    cache: &'a Cache,
    config: &'a Config,
    log: &'a Log,
}

impl<'a> Tables<'a> {
    pub(super) fn of(cache: &'a Cache, config: &'a Config, log: &'a Log) -> Tables<'a> {
        Tables { cache, config, log }
    }

    /// Everything but the file's bytes that decides what is read from a table.
    fn settings(&self, table: &TableRef) -> Vec<String> {
        let reading = &self.config.reading;
        let shown = |text: Option<&str>| text.unwrap_or_default().to_owned();
        vec![
            // Its name, for a source may look at it, and the member of a zip.
            table.name(),
            shown(reading.source.map(Entry::id)),
            shown(reading.encoding.map(Encoding::name)),
            format!("{:?}", reading.delimiter),
            shown(reading.date_format.as_ref().map(|format| format.text())),
            format!("{:?} {:?}", reading.geography, reading.doubted),
        ]
    }
}

impl Shelf for Tables<'_> {
    fn find(&self, table: &TableRef) -> Option<Found> {
        let (store, key, blake3) = self.cache.table(table.path(), None, &self.settings(table))?;
        let found: Option<(Kept, Box<dyn Iterator<Item = Sheet>>)> = store.find_incidents(&key);
        self.cache.say_damage(self.log);
        let (kept, sheets) = found?;
        self.log.aside(
            Level::Detail,
            "cache",
            &format!("{}: unchanged since it was read, and not read again", table.name()),
        );
        Some(Found { kept, blake3, sheets })
    }

    fn keep(&self, table: &TableRef, blake3: &str, kept: &Kept, incidents: &Incidents, rows: Range<usize>) {
        let Some((store, key, _)) = self.cache.table(table.path(), Some(blake3), &self.settings(table)) else { return };
        if let Err(error) = store.keep_incidents(&key, kept, incidents, rows) {
            self.cache.unwritable(&error, self.log);
        }
    }
}

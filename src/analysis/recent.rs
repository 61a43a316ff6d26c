//! The incidents of the last year, found once: every part of a report lists or adds up some of them, and a table has millions.

use super::Analysis;
use crate::cube::Fate;
use crate::incident::Row;
use crate::period::Window;

/// The counted incidents of a stretch of days, `other` left out.
pub(super) struct Recent {
    days: Window,
    /// Ascending.
    rows: Vec<u32>,
}

/// The last year in whole periods: a week may begin before it.
const BEFORE: i32 = -7;

impl Analysis {
    /// The counted incidents, `other` left out, that begin in these days, in the order of the rows.
    pub fn counted_in(&self, days: Window) -> Box<dyn Iterator<Item = Row<'_>> + '_> {
        let rows = self.loaded.incidents.rows();
        match self.recent.get_or_init(|| self.find_recent()) {
            Some(recent) if recent.days.overlap(days) == Some(days) => {
                let begins = move |row: &Row<'_>| days.contains(row.start());
                Box::new(recent.rows.iter().map(move |&row| rows.get(row as usize)).filter(begins))
            }
            Some(_) | None => Box::new(self.all_counted_in(days)),
        }
    }

    fn all_counted_in(&self, days: Window) -> impl Iterator<Item = Row<'_>> {
        let counted = |row: &Row<'_>| self.fates[row.index] == Fate::Counted && row.kind().counts();
        self.loaded.incidents.rows().iter().filter(move |row| days.contains(row.start()) && counted(row))
    }

    /// Those of the year that ends with the latest complete period, where there is one.
    fn find_recent(&self) -> Option<Recent> {
        let end = self.latest?.end();
        let days = Window::new(end.plus_years(-1).plus(BEFORE), end)?;
        let number = |row: Row<'_>| u32::try_from(row.index).expect("a table has fewer than 2^32 rows");
        Some(Recent { days, rows: self.all_counted_in(days).map(number).collect() })
    }
}

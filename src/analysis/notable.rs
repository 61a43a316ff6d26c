//! Incidents of note: the deadliest of the latest period.

use super::Analysis;
use crate::incident::Row;
use crate::measure::Amount;
use crate::period::Window;
use std::cmp::Reverse;

/// Incidents listed: enough to explain a month's toll.
const LISTED: usize = 10;

/// An incident of note, by its row in the table of incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notable {
    pub row: usize,
    pub killed: Amount,
}

/// The deadliest incidents of the latest complete period.
pub(super) fn notable(analysis: &Analysis) -> Vec<Notable> {
    analysis.of_note(|_| true)
}

impl Analysis {
    /// The deadliest incidents of the latest complete period among those wanted, deadliest first; ties by day and id.
    pub fn of_note(&self, wanted: impl Fn(Row<'_>) -> bool) -> Vec<Notable> {
        let Some(latest) = self.latest else { return Vec::new() };
        let deadly = |row: Row<'_>| row.killed().best.filter(|&killed| killed > Amount::ZERO);
        let mut found: Vec<(Amount, Row<'_>)> = self
            .counted_in(Window::from(latest))
            .filter(|row| wanted(*row))
            .filter_map(|row| deadly(row).map(|killed| (killed, row)))
            .collect();
        // What is listed is known before ids, which are kept compressed, decide between those of one day.
        let place = |&(killed, row): &(Amount, Row<'_>)| (Reverse(killed), row.start());
        if found.len() > LISTED {
            let (_, last, _) = found.select_nth_unstable_by_key(LISTED - 1, place);
            let last = place(last);
            found.retain(|one| place(one) <= last);
        }
        found.sort_by_cached_key(|one| (place(one), one.1.id(), one.1.line()));
        found.into_iter().take(LISTED).map(|(killed, row)| Notable { row: row.index, killed }).collect()
    }
}

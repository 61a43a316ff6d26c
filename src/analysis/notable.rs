//! Incidents of note: the deadliest of the latest period.

use super::Analysis;
use crate::cube::Fate;
use crate::incident::Row;
use crate::measure::Amount;
use crate::period::Window;

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
        let window = Window::from(latest);
        let rows = self.loaded.incidents.rows();
        let deadly = |row: Row<'_>| row.killed().best.filter(|&killed| killed > Amount::ZERO);
        let mut found: Vec<(Amount, Row<'_>)> = rows
            .iter()
            .filter(|row| self.fates[row.index] == Fate::Counted && row.kind().counts() && window.contains(row.start()))
            .filter(|row| wanted(*row))
            .filter_map(|row| deadly(row).map(|killed| (killed, row)))
            .collect();
        found.sort_by(|(a, x), (b, y)| {
            let place = |row: &Row<'_>| (row.start(), row.id(), row.line());
            b.cmp(a).then_with(|| place(x).cmp(&place(y)))
        });
        found.into_iter().take(LISTED).map(|(killed, row)| Notable { row: row.index, killed }).collect()
    }
}

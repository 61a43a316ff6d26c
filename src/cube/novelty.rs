//! Novelty: since when each outlet reports. A change in who is counting is not a change in the violence (DESIGN, rule 13).

use crate::incident::{Incidents, Row};
use crate::names::Name;
use crate::period::Day;
use std::collections::HashMap;

/// For each set of outlets, the day on which the first of them was first seen: known only once the whole input is read.
#[derive(Clone, Debug, Default)]
pub struct Novelty {
    of_set: Vec<Option<Day>>,
}

impl Novelty {
    /// Reads all incidents, also those that a filter will leave out: a filter must not make an outlet look new.
    pub fn of(incidents: &Incidents) -> Novelty {
        // Rows are many and sets of outlets are few.
        let mut of_rows: Vec<Option<Day>> = vec![None; incidents.outlets.len()];
        for row in incidents.rows().iter() {
            let (start, day) = (row.start(), &mut of_rows[row.outlets_code() as usize]);
            *day = Some(day.map_or(start, |day| day.min(start)));
        }
        let mut first: HashMap<Name, Day> = HashMap::new();
        for (set, day) in incidents.outlets.iter().zip(of_rows) {
            let Some(seen) = day else { continue };
            for &outlet in set {
                let day = first.entry(outlet).or_insert(seen);
                *day = (*day).min(seen);
            }
        }
        let of_set =
            incidents.outlets.iter().map(|set| set.iter().filter_map(|o| first.get(o)).min().copied()).collect();
        Novelty { of_set }
    }

    /// The day for a set of outlets, by its number.
    pub(super) fn day(&self, outlets: u32) -> Option<Day> {
        self.of_set.get(outlets as usize).copied().flatten()
    }

    pub(super) fn of_row(&self, row: Row<'_>) -> Option<Day> {
        self.day(row.outlets_code())
    }
}

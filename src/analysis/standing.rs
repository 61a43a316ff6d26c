//! The publisher's own headline figure beside ours, year by year. DESIGN, rule 11.

use super::Analysis;
use crate::cube::Fate;
use crate::incident::Headline;
use crate::measure::Amount;
use std::collections::BTreeMap;

/// One year of the reconciliation: rows in the publisher's headline, and the categories that make the difference to ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headlines {
    pub publisher_incidents: Amount,
    pub publisher_killed: Amount,
    pub ours_incidents: Amount,
    pub ours_killed: Amount,
    /// In the publisher's figure and not in ours, by category.
    pub only_theirs: BTreeMap<String, Amount>,
    /// In ours and not in the publisher's.
    pub only_ours: BTreeMap<String, Amount>,
}

impl Analysis {
    /// By year, also of rows that the grain gates; empty where the source has no headline figure.
    pub fn headlines(&self) -> BTreeMap<i32, Headlines> {
        let mut years: BTreeMap<i32, Headlines> = BTreeMap::new();
        for row in self.loaded.incidents.rows().iter() {
            if row.headline() == Headline::None || self.fates[row.index] == Fate::Filtered {
                continue;
            }
            let year = years.entry(row.start().year()).or_default();
            let killed = row.killed().best.unwrap_or(Amount::ZERO);
            let (theirs, ours) = (row.headline() == Headline::In, row.kind().counts());
            if theirs {
                year.publisher_incidents += row.weight();
                year.publisher_killed += killed;
            }
            if ours {
                year.ours_incidents += row.weight();
                year.ours_killed += killed;
            }
            let side = match (theirs, ours) {
                (true, false) => &mut year.only_theirs,
                (false, true) => &mut year.only_ours,
                (true, true) | (false, false) => continue,
            };
            *side.entry(row.text(crate::incident::Naming::Category).to_owned()).or_default() += row.weight();
        }
        years
    }
}

//! Lethality of the latest period and of the last year, beside the year before.

use super::super::Analysis;
use crate::cube::{Entry, Facet, Key};
use crate::measure::Measure;
use crate::period::{Period, Status};
use crate::stats::{self, Lethality, NotComputed};

/// One row of `lethality.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct LethalityRow {
    pub key: Key,
    pub from: Period,
    pub to: Period,
    pub result: Result<Lethality, NotComputed>,
}

/// The lethality of a series that the report shows.
pub(in crate::analysis) fn lethality(analysis: &Analysis, key: Key) -> Vec<LethalityRow> {
    let Some(latest) = analysis.latest.filter(|_| key.facet == Facet::ALL && analysis.shows(key.scope)) else {
        return Vec::new();
    };
    let year = latest.grain().per_year().map_or(1, |n| n as i32);
    let mut windows = vec![(latest, latest)];
    if year > 1 {
        windows.extend([(latest.plus(1 - year), latest), (latest.plus(1 - 2 * year), latest.plus(-year))]);
    }
    let row = |(from, to)| LethalityRow { key, from, to, result: of(analysis, key, from, to) };
    windows.into_iter().map(row).collect()
}

fn of(analysis: &Analysis, key: Key, from: Period, to: Period) -> Result<Lethality, NotComputed> {
    if from
        .to(to)
        .any(|period| analysis.index(period).is_none() || analysis.status(key.scope, period) != Status::Complete)
    {
        return Err(NotComputed::NoBase);
    }
    let reports = &analysis.loaded.facts.reports;
    if !reports.killed.yes() {
        return Err(NotComputed::Unreported);
    }
    let mut sum = Entry::default();
    from.to(to).for_each(|period| sum.add(&analysis.entry(key, period)));
    let tolls: Vec<(f64, f64)> =
        sum.tolls.killed.iter().map(|(toll, incidents)| (toll.value(), incidents.value())).collect();
    // Only where every incident has both numbers known are the sums those of the same incidents.
    let cell = &sum.cell;
    let both = (reports.injured.yes() && cell.killed.known == cell.incidents && cell.injured.known == cell.incidents)
        .then(|| (cell.injured.best.value(), cell.killed.best.value()));
    let salt = format!("{} {}", from.label(), to.label());
    stats::lethality(&tolls, both, analysis.seed(key, Measure::KilledPerIncident, &salt))
}

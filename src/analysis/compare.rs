//! Comparisons: changes, records, firsts and silences for every series that a report shows.

use super::inference::{self, Tested};
use super::{Analysis, Need, Part};
use crate::cube::{Entry, Facet, Key, Scope};
use crate::measure::{Amount, Cell, Measure};
use crate::period::{Period, Status, Window};
use crate::series::Series;
use crate::stats::{self, Change, Comparison, Extreme, NotComputed, Record, Side, Silence, Unsaid};
use rayon::prelude::*;
use strum::VariantArray;

/// One row of `changes.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    pub key: Key,
    pub measure: Measure,
    pub comparison: Comparison,
    pub result: Result<Change, NotComputed>,
    /// Whether chance alone could make it.
    pub tested: Result<Tested, NotComputed>,
    /// The ratio drawn towards that of all series of the scope, as far as chance explains their spread: what rankings go by, so
    /// that tiny groups do not top them. Of the incidents of groups and regions.
    pub shrunk: Option<f64>,
}

/// One row of `records.csv`; computed and none found is a result too.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRow {
    pub key: Key,
    pub measure: Measure,
    pub extreme: Extreme,
    pub result: Result<Option<Record>, NotComputed>,
}

/// One row of `silences.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct SilenceRow {
    pub key: Key,
    pub result: Result<Option<Silence>, Unsaid>,
}

/// What is compared for the country as a whole, and for its parts.
const WHOLE: [Measure; 8] = [
    Measure::Incidents,
    Measure::LethalIncidents,
    Measure::Killed,
    Measure::Injured,
    Measure::Casualties,
    Measure::Arrested,
    Measure::Abducted,
    Measure::SuicideAttacks,
];
const PARTS: [Measure; 3] = [Measure::Incidents, Measure::Killed, Measure::Injured];

/// The changes of a series.
pub(super) fn changes(analysis: &Analysis, key: Key) -> Vec<ChangeRow> {
    let Some(latest) = analysis.latest else { return Vec::new() };
    let measures: &[Measure] = if key.scope == Scope::All { &WHOLE } else { &PARTS };
    let mut rows = Vec::new();
    for &measure in measures {
        for &comparison in Comparison::VARIANTS {
            let result = analysis.compare(key, measure, comparison, latest);
            let tested = inference::tested(analysis, key, measure, comparison, &result);
            rows.push(ChangeRow { key, measure, comparison, result, tested, shrunk: None });
        }
    }
    rows
}

/// Shrinks the ratios of each comparison of groups, and of regions.
pub(super) fn shrink(rows: &mut [ChangeRow]) {
    for &comparison in Comparison::VARIANTS {
        for is_of in [|scope| matches!(scope, Scope::Group(_)), |scope: Scope| matches!(scope, Scope::Region(_))] {
            let mut members: Vec<(&mut ChangeRow, Change)> = rows
                .iter_mut()
                .filter(|row| row.comparison == comparison && row.measure == Measure::Incidents)
                .filter(|row| row.key.facet == Facet::ALL && is_of(row.key.scope))
                .filter_map(|row| row.result.ok().map(|change| (row, change)))
                .collect();
            // Sums of fractions depend on their order in the last digit: that of the numbers, not of the codes of names.
            members.sort_by(|(_, a), (_, b)| a.current.total_cmp(&b.current).then(a.base.total_cmp(&b.base)));
            let Some((_, first)) = members.first() else { continue };
            let days = (f64::from(first.current_days), f64::from(first.base_days));
            let pairs: Vec<(f64, f64)> = members.iter().map(|(_, change)| (change.current, change.base)).collect();
            for ((row, _), ratio) in members.iter_mut().zip(stats::shrunk_growth(&pairs, days)) {
                row.shrunk = Some(ratio);
            }
        }
    }
}

pub(super) fn records(analysis: &Analysis, need: &Need) -> Vec<RecordRow> {
    let Some(latest) = analysis.latest else { return Vec::new() };
    let wanted = |key: &Key| need.names(Part::Records, *key);
    let of = |key| [Measure::Incidents, Measure::Killed].map(|measure| records_of(analysis, key, measure, latest));
    let rows: Vec<[Vec<RecordRow>; 2]> = analysis.tested_keys().into_par_iter().filter(wanted).map(of).collect();
    rows.into_iter().flatten().flatten().collect()
}

fn records_of(analysis: &Analysis, key: Key, measure: Measure, latest: Period) -> Vec<RecordRow> {
    let series = analysis.series(key, measure);
    let row = |&extreme: &Extreme| {
        let record = stats::record(&series, latest, extreme);
        let result = record.and_then(|found| analysis.guard(key, measure, latest, found));
        RecordRow { key, measure, extreme, result }
    };
    Extreme::VARIANTS.iter().map(row).collect()
}

pub(super) fn silences(analysis: &Analysis) -> Vec<SilenceRow> {
    let Some(latest) = analysis.latest else { return Vec::new() };
    let shifted = unattributed_shift(analysis, latest);
    let ranked = analysis.groups.iter().filter(|g| g.rank() == super::rank::Rank::Ranked);
    ranked
        .map(|group| {
            let key = Key { scope: Scope::Group(group.name), facet: Facet::ALL };
            let misspelt =
                analysis.unmatched.groups.get(analysis.text(group.name)).is_some_and(|(_, like)| like.is_some());
            let found = stats::silence(&analysis.series(key, Measure::Incidents), latest);
            let result = match (found, misspelt, shifted) {
                (Ok(Some(_)), true, _) => Err(Unsaid::UnmatchedName),
                (Ok(Some(_)), false, Some((from, to))) => Err(Unsaid::UnattributedShifted { from, to }),
                (found, _, _) => found,
            };
            SilenceRow { key, result }
        })
        .collect()
}

/// Change of the unattributed share, in the year up to now against all before, above which no group is said to have appeared or
/// gone quiet: it may only be named less or more often. Ten points of share are as much as a middling group has.
const UNATTRIBUTED_SHIFT: f64 = 0.1;

/// The unattributed share before and in the last year, where it moved too far; `None` where it is stable or not measured.
fn unattributed_shift(analysis: &Analysis, latest: Period) -> Option<(f64, f64)> {
    if !analysis.loaded.facts.reports.unattributed.yes() {
        return None;
    }
    let a_year_ago = latest.end().plus_years(-1);
    let (mut before, mut since) = (Cell::default(), Cell::default());
    for (window, entry) in analysis.cube.get(Key { scope: Scope::All, facet: Facet::ALL })? {
        let period = analysis.periods[window as usize];
        if period <= latest {
            if period.start() > a_year_ago { since += entry.cell } else { before += entry.cell }
        }
    }
    let share = |cell: Cell| Measure::ShareUnattributed.of(&cell, &analysis.loaded.facts.reports).value();
    let (from, to) = (share(before)?, share(since)?);
    ((from - to).abs() > UNATTRIBUTED_SHIFT).then_some((from, to))
}

impl Analysis {
    /// Compares a complete period with its base.
    pub fn compare(
        &self,
        key: Key,
        measure: Measure,
        comparison: Comparison,
        current: Period,
    ) -> Result<Change, NotComputed> {
        if self.status(key.scope, current) != Status::Complete {
            return Err(NotComputed::Partial);
        }
        let side = |entry: &Entry, days: u32| Side {
            reading: measure.of(&entry.cell, &self.loaded.facts.reports),
            days,
            known: known_share(measure, entry),
        };
        let (now, now_days, then, base) = match comparison {
            Comparison::Previous => self.periods_apart(key, current, Some(current.plus(-1)))?,
            Comparison::YearAgo => self.periods_apart(key, current, current.year_before())?,
            Comparison::YearToDate => {
                let year = current.end().year();
                let find = |year| self.to_date.year(year).ok_or(NotComputed::NoBase);
                let (now, then) = (find(year)?, find(year - 1)?);
                let base = self.to_date.windows[then];
                if self.covered(key.scope).status(base) != Status::Complete {
                    return Err(NotComputed::NoBase);
                }
                let entry = |index: usize| self.to_date.cube.at(key, index);
                (entry(now), self.to_date.windows[now].days(), entry(then), base)
            }
        };
        stats::change(side(&now, now_days), side(&then, base.days()), now.share_new_since(base.end()))
    }

    /// A period and its base: what is counted in both, and how long they are.
    fn periods_apart(
        &self,
        key: Key,
        current: Period,
        base: Option<Period>,
    ) -> Result<(Entry, u32, Entry, Window), NotComputed> {
        let base = base.filter(|&b| self.index(b).is_some()).ok_or(NotComputed::NoBase)?;
        match self.status(key.scope, base) {
            Status::Complete => {
                Ok((self.entry(key, current), current.days(), self.entry(key, base), Window::from(base)))
            }
            Status::Partial => Err(NotComputed::Partial),
            Status::NotCovered => Err(NotComputed::NoBase),
        }
    }

    /// Withholds a record that the counting, one incident or a moved border makes. DESIGN, rules 9 and 13.
    fn guard(
        &self,
        key: Key,
        measure: Measure,
        at: Period,
        found: Option<Record>,
    ) -> Result<Option<Record>, NotComputed> {
        let Some(record) = found else { return Ok(None) };
        let from = record.since.map_or(record.begins, |(since, _)| since);
        let quarter = from.start().plus(at.end().since(from.start()) / 4);
        let entry = self.entry(key, at);
        match entry.share_new_since(quarter) {
            Some(share) if share > stats::NEW_SOURCE_LIMIT => return Err(NotComputed::NewSources { share }),
            Some(_) | None => {}
        }
        if record.extreme == Extreme::Lowest {
            return self.not_swallowed(key).map(|()| found);
        }
        let again = |series: Series| matches!(stats::record(&series, at, Extreme::Highest), Ok(Some(_)));
        if measure == Measure::Killed
            && let Some((killed, _)) = entry.tolls.killed.iter().next_back()
            && !again(self.series(key, measure).lessened(at, killed.value()))
        {
            return Err(NotComputed::OneIncident { killed: killed.value() });
        }
        for (other, since) in self.silent_regions(key) {
            let other = Key { scope: Scope::Region(other), ..key };
            let during = self.index(from).is_some_and(|from| since > from as i32);
            if during && !again(self.series(key, measure).plus(&self.series(other, measure))) {
                return Err(NotComputed::MergedRegion);
            }
        }
        Ok(found)
    }
}

fn known_share(measure: Measure, entry: &Entry) -> f64 {
    let (known, incidents) = (measure.known(&entry.cell), entry.cell.incidents);
    if incidents > Amount::ZERO { known.value() / incidents.value() } else { 1.0 }
}

//! Guards: a change in the counting is not a change in the violence. DESIGN, rules 9 and 13.

use super::super::Analysis;
use super::sample::{Reach, without};
use crate::cube::{Entry, Facet, Key, Scope};
use crate::measure::{Amount, Measure};
use crate::names::Region;
use crate::period::{Day, Period};
use crate::stats::{
    self, ALPHA, Exposed, NEW_SOURCE_LIMIT, NotComputed, Observation, QUIET_RULE, Sample, TREND_WINDOW, TrendValue,
};

/// Periods before and after a region fell silent in which another one may have risen in its stead.
const NEIGHBOURHOOD: i32 = 12;

/// The p of another region's rise up to which a region's silence may be a border that moved: one in ten regions rises so by chance
/// when its neighbour falls silent. A fall withheld in vain costs less than a border told as peace, and the reason is printed.
const TAKEN_OVER: f64 = 0.2;

impl Analysis {
    /// What is counted under a key in a stretch of positions.
    pub(super) fn stretch(&self, key: Key, positions: std::ops::RangeInclusive<i32>) -> Entry {
        let mut sum = Entry::default();
        for (&window, entry) in self.cube.get(key).into_iter().flatten() {
            if positions.contains(&(window as i32)) {
                sum.cell.incidents += entry.cell.incidents;
                sum.first_seen.add(&entry.first_seen);
            }
        }
        sum
    }

    /// Withholds a result about the newest of the positions where too many incidents come only from sources that first appear
    /// after the first quarter of the window.
    pub(super) fn old_sources(
        &self,
        key: Key,
        window: std::ops::RangeInclusive<i32>,
        about: std::ops::RangeInclusive<i32>,
    ) -> Result<(), NotComputed> {
        let day = |at: i32| self.periods[at as usize];
        let (from, to) = (day(*window.start()).start(), day(*window.end()).end());
        self.known_since(key, about, from.plus(to.since(from) / 4))
    }

    /// Withholds a result where too many of the incidents come only from sources first seen after the day.
    pub(super) fn known_since(
        &self,
        key: Key,
        about: std::ops::RangeInclusive<i32>,
        day: Day,
    ) -> Result<(), NotComputed> {
        match self.stretch(key, about).share_new_since(day) {
            Some(share) if share > NEW_SOURCE_LIMIT => Err(NotComputed::NewSources { share }),
            Some(_) | None => Ok(()),
        }
    }

    /// The regions of the same country that fell silent and that another may have swallowed: nothing is counted in them after
    /// some position, although their rate led one to expect something there.
    pub(in crate::analysis) fn silent_regions(&self, key: Key, latest: Period) -> Vec<(Region, i32)> {
        let Scope::Region(region) = key.scope else { return Vec::new() };
        let Some(newest) = self.index(latest).map(|index| index as i32) else { return Vec::new() };
        self.other_regions(region)
            .filter_map(|other| self.silent_since(other, newest).map(|since| (other, since)))
            .collect()
    }

    /// The other regions of its country.
    fn other_regions(&self, region: Region) -> impl Iterator<Item = Region> {
        self.cube.scopes().filter_map(move |scope| match scope {
            Scope::Region(other) => (other != region && other.country == region.country).then_some(other),
            Scope::All | Scope::Group(_) | Scope::Family(_) | Scope::District(_) | Scope::GroupRegion(..) => None,
        })
    }

    /// The first position of a region's silence up to the newest.
    fn silent_since(&self, region: Region, newest: i32) -> Option<i32> {
        let key = Key { scope: Scope::Region(region), facet: Facet::ALL };
        let active =
            |&(window, entry): &(&u32, &Entry)| (*window as i32) <= newest && entry.cell.incidents > Amount::ZERO;
        let windows: Vec<(&u32, &Entry)> = self.cube.get(key)?.iter().filter(active).collect();
        let last = *windows.last()?.0 as i32;
        let from = (last - TREND_WINDOW as i32 + 1).max(0);
        let recent: f64 =
            windows.iter().filter(|(w, _)| **w as i32 >= from).map(|(_, entry)| entry.cell.incidents.value()).sum();
        let expected = recent / f64::from(last - from + 1) * f64::from(newest - last);
        (expected >= QUIET_RULE.expected).then_some(last + 1)
    }

    /// Withholds the fall of a region that fell silent when another one rose: it may have been merged into that one.
    pub(in crate::analysis) fn not_swallowed(&self, key: Key, latest: Period) -> Result<(), NotComputed> {
        let (Scope::Region(region), Some(newest)) = (key.scope, self.index(latest).map(|index| index as i32)) else {
            return Ok(());
        };
        let Some(since) = self.silent_since(region, newest) else { return Ok(()) };
        let rose = |other: Region| {
            let key = Key { scope: Scope::Region(other), facet: Facet::ALL };
            let side = |positions: std::ops::RangeInclusive<i32>| {
                let days: u32 = positions.clone().map(|at| self.periods[at as usize].days()).sum();
                Exposed { count: self.stretch(key, positions).cell.incidents.value(), days: f64::from(days) }
            };
            let (before, after) =
                ((since - NEIGHBOURHOOD).max(0)..=since - 1, since..=(since + NEIGHBOURHOOD - 1).min(newest));
            let change = stats::compare_counts(side(after), side(before), &Sample::none());
            change.is_ok_and(|change| change.p <= TAKEN_OVER && change.ratio.estimate > 1.0)
        };
        if since > 0 && self.other_regions(region).any(rose) { Err(NotComputed::MergedRegion) } else { Ok(()) }
    }

    /// A sample of a region together with one that may have been merged into it.
    pub(super) fn united(
        &self,
        key: Key,
        other: Region,
        measure: Measure,
        until: Period,
        reach: Reach,
    ) -> Result<Sample, NotComputed> {
        let own = self.sample(key, measure, until, reach)?;
        let others = self.sample(Key { scope: Scope::Region(other), ..key }, measure, until, reach)?;
        let added = |o: &Observation| {
            let more =
                others.observations().binary_search_by_key(&o.at, |o| o.at).map(|i| others.observations()[i].count);
            Observation { count: o.count + more.unwrap_or(0.0), ..*o }
        };
        let sum = Sample::new(own.observations().iter().map(added).collect(), own.per_year());
        Ok(sum.expect("sums of counts are counts"))
    }
}

/// What stands against the growth of a series: new sources in its last quarter, one incident, or a merged region.
pub(super) fn trend(
    analysis: &Analysis,
    (key, measure): (Key, Measure),
    sample: &Sample,
    growth: TrendValue,
    latest: Period,
) -> Result<(), NotComputed> {
    let (Some(first), Some(last)) = (sample.observations().first(), sample.observations().last()) else {
        return Ok(());
    };
    let newest = last.at - (last.at - first.at) / 4;
    analysis.old_sources(key, first.at..=last.at, newest..=last.at)?;
    if growth.p.is_none_or(|p| p > ALPHA) {
        return Ok(());
    }
    one_incident(analysis, (key, measure), sample)?;
    if growth.estimate <= 1.0 {
        return analysis.not_swallowed(key, latest);
    }
    for (other, since) in analysis.silent_regions(key, latest) {
        if since <= first.at {
            continue;
        }
        let both = analysis.united(key, other, measure, latest, Reach::SinceBreak)?.newest(TREND_WINDOW);
        if stats::growth(&both).is_ok_and(|both| both.p > ALPHA || both.a_year.estimate <= 1.0) {
            return Err(NotComputed::MergedRegion);
        }
    }
    Ok(())
}

/// Withholds the growth of a toll that is significant only with its deadliest incident.
fn one_incident(analysis: &Analysis, (key, measure): (Key, Measure), sample: &Sample) -> Result<(), NotComputed> {
    let deadliest = analysis.deadliest(key, sample.observations().iter().map(|o| o.at));
    let Some((at, killed)) = deadliest.filter(|_| measure == Measure::Killed) else { return Ok(()) };
    match stats::growth(&without(sample, at, killed)) {
        Ok(rest) if rest.p <= ALPHA => Ok(()),
        Ok(_) | Err(_) => Err(NotComputed::OneIncident { killed }),
    }
}

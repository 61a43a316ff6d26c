//! Guards: a change in the counting is not a change in the violence. DESIGN, rules 9 and 13.

use super::super::Analysis;
use super::sample::{Reach, without};
use crate::cube::{Key, Scope};
use crate::measure::{Amount, Measure};
use crate::names::Region;
use crate::period::{Day, Period};
use crate::stats::{self, ALPHA, NEW_SOURCE_LIMIT, NotComputed, Observation, Sample, TREND_WINDOW, TrendValue};

impl Analysis {
    /// The share of what is counted under a key in a stretch of positions that is reported only by sources first seen after the day.
    fn share_new_since(&self, key: Key, positions: std::ops::RangeInclusive<i32>, day: Day) -> Option<f64> {
        let windows = self.cube.get(key)?;
        let (mut incidents, mut named, mut new) = (Amount::ZERO, Amount::ZERO, Amount::ZERO);
        for entry in positions.filter_map(|at| windows.get(u32::try_from(at).ok()?)) {
            incidents += entry.cell.incidents;
            for (seen, n) in entry.first_seen.iter() {
                named += n;
                if seen > day {
                    new += n;
                }
            }
        }
        (named > Amount::ZERO && incidents > Amount::ZERO).then(|| new.value() / incidents.value())
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
        match self.share_new_since(key, about, day) {
            Some(share) if share > NEW_SOURCE_LIMIT => Err(NotComputed::NewSources { share }),
            Some(_) | None => Ok(()),
        }
    }

    /// The regions of the same country that fell silent and that another may have swallowed, each with the first position of its
    /// silence up to the latest period.
    pub(in crate::analysis) fn silent_regions(&self, key: Key) -> Vec<(Region, i32)> {
        let Scope::Region(region) = key.scope else { return Vec::new() };
        self.scopes.silent_beside(region).map(|silent| (silent.region, silent.since)).collect()
    }

    /// Withholds the fall of a region that fell silent when another one rose: it may have been merged into that one.
    pub(in crate::analysis) fn not_swallowed(&self, key: Key) -> Result<(), NotComputed> {
        let Scope::Region(region) = key.scope else { return Ok(()) };
        match self.scopes.silence(region) {
            Some(silent) if silent.swallowed => Err(NotComputed::MergedRegion),
            Some(_) | None => Ok(()),
        }
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
        return analysis.not_swallowed(key);
    }
    for (other, since) in analysis.silent_regions(key) {
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

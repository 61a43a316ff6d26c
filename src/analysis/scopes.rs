//! Scopes: what every series asks of the others, found once in the cube: where a group's coverage begins, which regions fell silent.

use super::Analysis;
use crate::cube::{Cube, Facet, Key, Scope};
use crate::measure::Amount;
use crate::names::{Name, Region};
use crate::period::Day;
use crate::stats::{self, Exposed, QUIET_RULE, Sample, TREND_WINDOW};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Periods before and after a region fell silent in which another one may have risen in its stead.
const NEIGHBOURHOOD: i32 = 12;

/// The p of another region's rise up to which a region's silence may be a border that moved: one in ten regions rises so by chance
/// when its neighbour falls silent. A fall withheld in vain costs less than a border told as peace, and the reason is printed.
const TAKEN_OVER: f64 = 0.2;

/// What one pass over the scopes of the cube finds.
#[derive(Default)]
pub(super) struct Scopes {
    /// The latest beginning among the countries of a group, where one begins later than the file.
    begins: BTreeMap<Name, Day>,
    /// In the order of the cube.
    silent: Vec<Silent>,
}

/// A region that fell silent: nothing is counted in it after some position up to the latest period, although its rate led one to
/// expect something there.
#[derive(Clone, Copy)]
pub(super) struct Silent {
    pub(super) region: Region,
    /// The first position of its silence.
    pub(super) since: i32,
    /// Whether another region of its country rose then: it may have been merged into that one.
    pub(super) swallowed: bool,
}

impl Scopes {
    pub(super) fn of(analysis: &Analysis) -> Scopes {
        let (mut begins, mut regions) = (BTreeMap::new(), Vec::new());
        for scope in analysis.cube.scopes() {
            match scope {
                Scope::GroupRegion(group, region) => {
                    if let Some(&start) = analysis.later_countries.get(&region.country) {
                        let latest = begins.entry(group).or_insert(start);
                        *latest = start.max(*latest);
                    }
                }
                Scope::Region(region) => regions.push(region),
                Scope::All | Scope::Group(_) | Scope::Family(_) | Scope::District(_) => {}
            }
        }
        let newest = analysis.latest.and_then(|latest| analysis.index(latest)).map(|index| index as i32);
        let silent = |&region: &Region| {
            let newest = newest?;
            let since = silent_since(&analysis.cube, region, newest)?;
            let mut others = regions.iter().filter(|other| **other != region && other.country == region.country);
            let swallowed = since > 0 && others.any(|&other| rose(analysis, other, since, newest));
            Some(Silent { region, since, swallowed })
        };
        Scopes { begins, silent: regions.iter().filter_map(silent).collect() }
    }

    /// When the last of the group's countries began to be covered; `None` where all are from the start.
    pub(super) fn begins(&self, group: Name) -> Option<Day> {
        self.begins.get(&group).copied()
    }

    /// The region's silence.
    pub(super) fn silence(&self, region: Region) -> Option<Silent> {
        self.silent.iter().find(|silent| silent.region == region).copied()
    }

    /// The other regions of its country that fell silent.
    pub(super) fn silent_beside(&self, region: Region) -> impl Iterator<Item = Silent> {
        let beside = move |other: &&Silent| other.region != region && other.region.country == region.country;
        self.silent.iter().filter(beside).copied()
    }
}

fn whole(region: Region) -> Key {
    Key { scope: Scope::Region(region), facet: Facet::ALL }
}

/// The first position of a region's silence up to the newest.
fn silent_since(cube: &Cube, region: Region, newest: i32) -> Option<i32> {
    let windows = cube.get(whole(region))?;
    let active = || {
        let counted = windows.iter().map(|(window, entry)| (window as i32, entry.cell.incidents));
        counted.rev().filter(|&(window, incidents)| window <= newest && incidents > Amount::ZERO)
    };
    let (last, _) = active().next()?;
    let from = (last - TREND_WINDOW as i32 + 1).max(0);
    // Added in the order of time, so that fractions round as they always did.
    let recent: Vec<f64> = active().take_while(|&(window, _)| window >= from).map(|(_, n)| n.value()).collect();
    let recent: f64 = recent.iter().rev().sum();
    let expected = recent / f64::from(last - from + 1) * f64::from(newest - last);
    (expected >= QUIET_RULE.expected).then_some(last + 1)
}

/// Whether a region rose when another one fell silent.
fn rose(analysis: &Analysis, region: Region, since: i32, newest: i32) -> bool {
    let windows = analysis.cube.get(whole(region));
    let side = |positions: RangeInclusive<i32>| {
        let days: u32 = positions.clone().map(|at| analysis.periods[at as usize].days()).sum();
        let incidents = |at: i32| windows.and_then(|windows| windows.get(at as u32)).map(|entry| entry.cell.incidents);
        Exposed { count: positions.filter_map(incidents).sum::<Amount>().value(), days: f64::from(days) }
    };
    let (before, after) = ((since - NEIGHBOURHOOD).max(0)..=since - 1, since..=(since + NEIGHBOURHOOD - 1).min(newest));
    let change = stats::compare_counts(side(after), side(before), &Sample::none());
    change.is_ok_and(|change| change.p <= TAKEN_OVER && change.ratio.estimate > 1.0)
}

//! The ground on which pairs are measured: what counts, where the districts are, when somebody was counting.

use super::super::Analysis;
use crate::convergence::{Event, Exactness, Named, Point, Span};
use crate::cube::{self, Fate, Selection};
use crate::incident::{Cast, DatePrecision, Participant, PlacePrecision, Row};
use crate::names::{District, Name};
use crate::period::{Grain, Period};
use std::collections::{BTreeMap, BTreeSet};

/// Incidents that last longer than this, days, have no day that could be near another.
const LONGEST_INCIDENT: i32 = 7;
/// Columns of coordinates hold millionths of a degree.
const DEGREE: f64 = 1e6;

/// What all sides share: what counts, where the districts are, when somebody was counting.
pub(super) struct Ground {
    /// What counts: the filters but for those of groups, the coverage and the kinds.
    counts: Vec<bool>,
    /// By name, so that the order of the rows does not matter.
    districts: BTreeMap<District, u32>,
    pub(super) span: Span,
    /// The first days of the covered months.
    pub(super) months: Vec<i32>,
    involved: BTreeMap<Named, usize>,
}

impl Ground {
    pub(super) fn of(analysis: &Analysis) -> Ground {
        let incidents = &analysis.loaded.incidents;
        let selection = Selection { groups: Vec::new(), ..analysis.policy.selection.clone() };
        let fates = cube::select(incidents, &selection, Grain::Year);
        let rows = incidents.rows();
        let counts: Vec<bool> = rows
            .iter()
            .map(|row| {
                fates[row.index] != Fate::Filtered && row.kind().counts() && analysis.coverage.contains(row.start())
            })
            .collect();
        let mut districts: BTreeSet<District> = BTreeSet::new();
        let mut involved: BTreeMap<Named, usize> = BTreeMap::new();
        for row in rows.iter().filter(|row| counts[row.index]) {
            if has_district(&row) {
                districts.insert(row.district());
            }
            for named in named(row.cast()) {
                *involved.entry(named).or_default() += 1;
            }
        }
        let mut districts: Vec<District> = districts.into_iter().collect();
        let text = |name: Name| analysis.text(name).to_owned();
        districts.sort_by_cached_key(|d| (text(d.region.country), text(d.region.name), text(d.name)));
        let districts = districts.into_iter().zip(0..).collect();
        let (from, to) = (analysis.coverage.from(), analysis.coverage.to());
        let months = Period::containing(from, Grain::Month).to(Period::containing(to, Grain::Month));
        let months = months.map(|month| month.start().epoch()).collect();
        Ground { counts, districts, span: Span { from: from.epoch(), to: to.epoch() }, months, involved }
    }

    /// Districts with any incident.
    pub(super) fn districts(&self) -> usize {
        self.districts.len()
    }

    /// The districts with their numbers.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (District, u32)> {
        self.districts.iter().map(|(&district, &number)| (district, number))
    }

    /// Whether the row of that index counts.
    pub(super) fn counts(&self, row: usize) -> bool {
        self.counts[row]
    }

    /// Incidents in which it took part.
    pub(super) fn taking_part(&self, named: Named) -> usize {
        self.involved.get(&named).copied().unwrap_or_default()
    }

    /// The number of the row's district, if it is placed that exactly.
    pub(super) fn district(&self, row: &Row<'_>) -> Option<u32> {
        self.districts.get(&row.district()).copied().filter(|_| has_district(row))
    }

    /// The incident, if its day is exact and its district known or its place better.
    pub(super) fn event(&self, row: Row<'_>) -> Option<Event> {
        let exactness = match row.place_precision() {
            PlacePrecision::Exact => Exactness::Exact,
            PlacePrecision::Town => Exactness::Town,
            PlacePrecision::District => Exactness::District,
            PlacePrecision::Region | PlacePrecision::Country => return None,
        };
        if row.date_precision() != DatePrecision::Day || row.end().since(row.start()) > LONGEST_INCIDENT {
            return None;
        }
        let degrees = |of: Option<i64>| of.map(|millionths| millionths as f64 / DEGREE);
        let place = degrees(row.latitude())
            .zip(degrees(row.longitude()))
            .and_then(|(latitude, longitude)| Point::from_degrees(latitude, longitude));
        let district = self.district(&row);
        let is_placed = district.is_some() || (place.is_some() && exactness != Exactness::District);
        is_placed.then_some(Event { day: row.start().epoch(), place, exactness, district, row: row.index })
    }
}

/// Whom a cast names: groups and their families, each once.
pub(super) fn named(cast: &Cast) -> BTreeSet<Named> {
    let both = |p: &Participant| [Named::Group(p.group), Named::Family(p.family)];
    cast.participants().iter().flat_map(both).filter(|one| !one.name().is_none()).collect()
}

/// Whether the row names a district and is placed that exactly.
fn has_district(row: &Row<'_>) -> bool {
    !row.district().name.is_none() && !row.place_precision().coarser_than_district()
}

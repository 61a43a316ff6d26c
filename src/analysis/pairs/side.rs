//! One side of a pair: its incidents as the measures see them.

use super::super::Analysis;
use super::Counted;
use crate::convergence::{Event, Exactness, Named, Point, Span};
use crate::cube::{self, Fate, Selection};
use crate::incident::{DatePrecision, Number, Participant, PlacePrecision, Role, Row};
use crate::names::District;
use crate::period::{Day, Grain, Period};
use std::collections::{BTreeMap, BTreeSet};

/// Incidents that last longer than this, days, have no day that could be near another.
const LONGEST_INCIDENT: i32 = 7;
/// Columns of coordinates hold millionths of a degree.
const DEGREE: f64 = 1e6;

/// How many of a side's incidents the measures can use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// In which it took part.
    pub involved: usize,
    /// Of these, those whose day and place it chose, or all where clashes are asked for.
    pub counted: usize,
    /// Of these, those that name the other too: direct evidence, and left out of co-activity.
    pub naming_both: usize,
    /// Of the rest, those with an exact day and a district at least.
    pub used: usize,
    /// Of these, those whose place is exact.
    pub exact: usize,
}

/// One side of a pair.
pub(super) struct Side {
    pub(super) named: Named,
    pub(super) used: Used,
    /// What is measured.
    pub(super) events: Vec<Event>,
    /// Rows that are counted, whether or not they can be measured.
    counted: BTreeSet<usize>,
    /// Day and district of every incident in which it took part.
    pub(super) present: Vec<(Day, u32)>,
}

impl Side {
    /// Takes what names both out of both.
    pub(super) fn leave_out_common(&mut self, other: &mut Side) {
        let common: BTreeSet<usize> = self.counted.intersection(&other.counted).copied().collect();
        for side in [self, other] {
            side.events.retain(|event| !common.contains(&event.row));
            side.used.naming_both = common.len();
            side.used.used = side.events.len();
            side.used.exact = side.events.iter().filter(|event| event.exactness == Exactness::Exact).count();
        }
    }
}

/// What all sides share.
pub(super) struct Sides {
    /// What counts: the filters but for those of groups, the coverage and the kinds.
    counts: Vec<bool>,
    districts: BTreeMap<District, u32>,
    pub(super) span: Span,
    /// The first days of the covered months.
    pub(super) months: Vec<i32>,
    involved: BTreeMap<Named, usize>,
}

impl Sides {
    pub(super) fn of(analysis: &Analysis) -> Sides {
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
        let mut districts = BTreeMap::new();
        let mut involved: BTreeMap<Named, usize> = BTreeMap::new();
        for row in rows.iter().filter(|row| counts[row.index]) {
            if has_district(&row) {
                let next = districts.len() as u32;
                districts.entry(row.district()).or_insert(next);
            }
            let of = |p: &Participant| [Named::Group(p.group), Named::Family(p.family)];
            let named: BTreeSet<Named> = row.cast().participants().iter().flat_map(of).collect();
            named.into_iter().for_each(|named| *involved.entry(named).or_default() += 1);
        }
        let (from, to) = (analysis.coverage.from(), analysis.coverage.to());
        let months = Period::containing(from, Grain::Month).to(Period::containing(to, Grain::Month));
        let months = months.map(|month| month.start().epoch()).collect();
        Sides { counts, districts, span: Span { from: from.epoch(), to: to.epoch() }, months, involved }
    }

    /// Districts with any incident.
    pub(super) fn districts(&self) -> usize {
        self.districts.len()
    }

    /// Incidents in which it took part.
    pub(super) fn taking_part(&self, named: Named) -> usize {
        self.involved.get(&named).copied().unwrap_or_default()
    }

    pub(super) fn side(&self, analysis: &Analysis, named: Named) -> Side {
        let mut side =
            Side { named, used: Used::default(), events: Vec::new(), counted: BTreeSet::new(), present: Vec::new() };
        let rows = analysis.loaded.incidents.rows();
        for row in rows.iter().filter(|row| self.counts[row.index]) {
            let mut own = row.cast().participants().iter().filter(|p| named.is(p)).peekable();
            if own.peek().is_none() {
                continue;
            }
            side.used.involved += 1;
            if let Some(&district) = self.districts.get(&row.district()).filter(|_| has_district(&row)) {
                side.present.push((row.start(), district));
            }
            let counts = match analysis.policy.pairs.counted {
                Counted::Initiated => own.any(|p| p.role == Role::Initiator),
                Counted::Involved => true,
            };
            if counts {
                side.used.counted += 1;
                side.counted.insert(row.index);
                side.events.extend(self.event(row));
            }
        }
        side
    }

    /// The incidents that an armed side is present in and none is named for.
    pub(super) fn unattributed(&self, analysis: &Analysis) -> Vec<Event> {
        let rows = analysis.loaded.incidents.rows();
        let counts = |row: &Row<'_>| match analysis.policy.pairs.counted {
            Counted::Initiated => row.cast().participants().iter().any(|p| p.role == Role::Initiator),
            Counted::Involved => true,
        };
        rows.iter()
            .filter(|row| self.counts[row.index] && row.cast().unattributed() && counts(row))
            .filter_map(|row| self.event(row))
            .collect()
    }

    /// The incident, if its day is exact and its district known or its place better.
    fn event(&self, row: Row<'_>) -> Option<Event> {
        let exactness = match row.place_precision() {
            PlacePrecision::Exact => Exactness::Exact,
            PlacePrecision::Town => Exactness::Town,
            PlacePrecision::District => Exactness::District,
            PlacePrecision::Region | PlacePrecision::Country => return None,
        };
        if row.date_precision() != DatePrecision::Day || row.end().since(row.start()) > LONGEST_INCIDENT {
            return None;
        }
        let degrees = |column| row.number(column).map(|millionths| millionths as f64 / DEGREE);
        let place = degrees(Number::Latitude)
            .zip(degrees(Number::Longitude))
            .and_then(|(latitude, longitude)| Point::from_degrees(latitude, longitude));
        let district = self.districts.get(&row.district()).copied().filter(|_| has_district(&row));
        let is_placed = district.is_some() || (place.is_some() && exactness != Exactness::District);
        is_placed.then_some(Event { day: row.start().epoch(), place, exactness, district, row: row.index })
    }
}

/// Whether the row names a district and is placed that exactly.
fn has_district(row: &Row<'_>) -> bool {
    !row.district().name.is_none() && !row.place_precision().coarser_than_district()
}

//! One side of a pair: its incidents as the measures see them.

use super::super::Analysis;
use super::Counted;
use crate::convergence::{Event, Exactness, Named, Point, Span};
use crate::cube::{self, Fate, Selection};
use crate::incident::{Cast, DatePrecision, Number, Participant, PlacePrecision, Role, Row};
use crate::names::{District, Name};
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
#[derive(Clone)]
pub(super) struct Side {
    pub(super) named: Named,
    pub(super) used: Used,
    /// What is measured.
    pub(super) events: Vec<Event>,
    /// Rows that are counted, whether or not they can be measured; ascending.
    counted: Vec<usize>,
    /// Day and district of every incident in which it took part.
    pub(super) present: Vec<(Day, u32)>,
}

impl Side {
    fn of(named: Named) -> Side {
        Side { named, used: Used::default(), events: Vec::new(), counted: Vec::new(), present: Vec::new() }
    }

    /// Takes what names both out of both.
    pub(super) fn leave_out_common(&mut self, other: &mut Side) {
        let has = |rows: &[usize], row: usize| rows.binary_search(&row).is_ok();
        let common: Vec<usize> = self.counted.iter().copied().filter(|&row| has(&other.counted, row)).collect();
        for side in [self, other] {
            side.events.retain(|event| !has(&common, event.row));
            side.used.naming_both = common.len();
            side.used.used = side.events.len();
            side.used.exact = side.events.iter().filter(|event| event.exactness == Exactness::Exact).count();
        }
    }
}

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

    /// Incidents in which it took part.
    pub(super) fn taking_part(&self, named: Named) -> usize {
        self.involved.get(&named).copied().unwrap_or_default()
    }
}

/// The sides of all pairs, gathered in one pass, and what nobody is named for.
pub(super) struct Sides {
    pub(super) ground: Ground,
    sides: BTreeMap<Named, Side>,
    pub(super) unattributed: Vec<Event>,
}

impl Sides {
    pub(super) fn of(analysis: &Analysis, ground: Ground, wanted: impl IntoIterator<Item = Named>) -> Sides {
        let mut sides: BTreeMap<Named, Side> = wanted.into_iter().map(|named| (named, Side::of(named))).collect();
        let mut unattributed = Vec::new();
        let initiated_only = analysis.policy.pairs.counted == Counted::Initiated;
        let counts = |p: &Participant| !initiated_only || p.role == Role::Initiator;
        let rows = analysis.loaded.incidents.rows();
        for row in rows.iter().filter(|row| ground.counts[row.index]) {
            let people = row.cast().participants();
            if row.cast().unattributed() && people.iter().any(counts) {
                unattributed.extend(ground.event(row));
            }
            for one in named(row.cast()) {
                let Some(side) = sides.get_mut(&one) else { continue };
                side.used.involved += 1;
                if let Some(&district) = ground.districts.get(&row.district()).filter(|_| has_district(&row)) {
                    side.present.push((row.start(), district));
                }
                if people.iter().any(|p| one.is(p) && counts(p)) {
                    side.used.counted += 1;
                    side.counted.push(row.index);
                    side.events.extend(ground.event(row));
                }
            }
        }
        Sides { ground, sides, unattributed }
    }

    /// What is known of one side alone; it must be among the wanted.
    pub(super) fn side(&self, named: Named) -> Side {
        self.sides.get(&named).cloned().unwrap_or_else(|| Side::of(named))
    }
}

/// Whom a cast names: groups and their families, each once.
fn named(cast: &Cast) -> BTreeSet<Named> {
    let both = |p: &Participant| [Named::Group(p.group), Named::Family(p.family)];
    cast.participants().iter().flat_map(both).filter(|one| !one.name().is_none()).collect()
}

impl Ground {
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

//! One side of a pair: its incidents as the measures see them.

use super::super::Analysis;
use super::Counted;
use super::traits::Categories;
use crate::convergence::{Activity, Event, Exactness, Named, Offensives, Point, Span, Time};
use crate::cube::{self, Fate, Selection};
use crate::incident::{Cast, DatePrecision, Participant, PlacePrecision, Role, Row};
use crate::names::{District, Name};
use crate::period::{Grain, Period};
use rayon::prelude::*;
use std::borrow::Cow;
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
    /// Incidents that name the other too, in whatever role: direct evidence, and left out of co-activity.
    pub naming_both: usize,
    /// Of those that count and do not name both, those with an exact day and a district at least.
    pub used: usize,
    /// Of these, those whose place is exact.
    pub exact: usize,
}

/// A group or family as all its pairs share it.
pub(super) struct Side {
    named: Named,
    used: Used,
    /// What is measured.
    activity: Activity,
    /// Its offensives by trait.
    alike: [Offensives; 3],
    /// Rows in which it took part, in whatever role; ascending.
    rows: Vec<u32>,
    /// Years and districts, and months and districts, in which it took part in an incident; each once, ascending.
    pub(super) years: Vec<(i32, u32)>,
    pub(super) months: Vec<(i32, u32, u32)>,
}

impl Side {
    /// From the rows in which it took part. Sides are kept while all pairs are measured: none keeps room for more than it has.
    fn of(analysis: &Analysis, ground: &Ground, categories: &Categories, (named, rows): (Named, Vec<u32>)) -> Side {
        let mut used = Used { involved: rows.len(), ..Used::default() };
        let (mut events, mut months) = (Vec::new(), Vec::new());
        let table = analysis.loaded.incidents.rows();
        let chosen = chosen(analysis);
        for row in rows.iter().map(|&row| table.get(row as usize)) {
            if let Some(district) = ground.district(&row) {
                months.push((row.start().year(), row.start().month(), district));
            }
            if row.cast().participants().iter().any(|p| named.is(p) && chosen(p)) {
                used.counted += 1;
                events.extend(ground.event(row));
            }
        }
        events.shrink_to_fit();
        distinct(&mut months);
        let mut years = months.iter().map(|&(year, _, at)| (year, at)).collect();
        distinct(&mut years);
        used.used = events.len();
        used.exact = events.iter().filter(|event| is_exact(event)).count();
        let activity = Activity::new(events);
        Side { named, used, alike: categories.of_activity(&activity), activity, rows, years, months }
    }
}

/// Whose day and place are looked at: those who chose them, or all.
fn chosen(analysis: &Analysis) -> impl Fn(&Participant) -> bool {
    let initiated_only = analysis.policy.pairs.counted == Counted::Initiated;
    move |participant| !initiated_only || participant.role == Role::Initiator
}

/// Each once, ascending.
fn distinct<T: Ord>(cells: &mut Vec<T>) {
    cells.sort_unstable();
    cells.dedup();
    cells.shrink_to_fit();
}

/// The number of a row, narrower than its index: lists of rows are long.
fn narrow(row: usize) -> u32 {
    u32::try_from(row).expect("a table has fewer than four billion rows")
}

fn is_exact(event: &Event) -> bool {
    event.exactness == Exactness::Exact && event.place.is_some()
}

/// A side in one pair: without the incidents that name both.
pub(super) struct Half<'a> {
    pub(super) named: Named,
    pub(super) used: Used,
    pub(super) whole: &'a Side,
    /// `None` where no incident names both.
    rest: Option<Activity>,
}

impl<'a> Half<'a> {
    /// What is measured of it in this pair.
    pub(super) fn activity(&self) -> &Activity {
        self.rest.as_ref().unwrap_or(&self.whole.activity)
    }

    pub(super) fn events(&self) -> &[Event] {
        self.activity().events()
    }

    /// Its offensives by trait.
    pub(super) fn alike(&self, categories: &Categories) -> Cow<'a, [Offensives; 3]> {
        match &self.rest {
            None => Cow::Borrowed(&self.whole.alike),
            Some(rest) => Cow::Owned(categories.of_activity(rest)),
        }
    }

    fn of(side: &'a Side, common: &[u32]) -> Half<'a> {
        let (named, whole) = (side.named, side);
        if common.is_empty() {
            return Half { named, used: side.used, whole, rest: None };
        }
        let rest = side.activity.without(|event| common.binary_search(&narrow(event.row)).is_ok());
        let used = Used {
            naming_both: common.len(),
            used: rest.events().len(),
            exact: rest.events().iter().filter(|event| is_exact(event)).count(),
            ..side.used
        };
        Half { named, used, whole, rest: Some(rest) }
    }

    /// Both halves of a pair.
    pub(super) fn both(one: &'a Side, other: &'a Side) -> [Half<'a>; 2] {
        let common: Vec<u32> = common(&one.rows, &other.rows).copied().collect();
        [Half::of(one, &common), Half::of(other, &common)]
    }
}

/// What both lists hold, which ascend without repeats.
pub(super) fn common<'a, T: Ord>(one: &'a [T], other: &'a [T]) -> impl Iterator<Item = &'a T> {
    let mut others = other.iter().peekable();
    one.iter().filter(move |item| {
        while others.next_if(|other| other < item).is_some() {}
        others.peek().is_some_and(|other| other == item)
    })
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
}

/// The sides of all pairs, gathered in one pass, and what nobody is named for.
pub(super) struct Sides {
    pub(super) ground: Ground,
    pub(super) categories: Categories,
    sides: BTreeMap<Named, Side>,
    pub(super) unattributed: Vec<Event>,
}

impl Sides {
    pub(super) fn of(analysis: &Analysis, ground: Ground, wanted: impl IntoIterator<Item = Named>) -> Sides {
        // Only the rows are gathered at first: what is made of them is made side by side, and takes ten times their room.
        let mut taking_part: BTreeMap<Named, Vec<u32>> =
            wanted.into_iter().map(|named| (named, Vec::with_capacity(ground.taking_part(named)))).collect();
        let mut unattributed = Vec::new();
        let chosen = chosen(analysis);
        for row in analysis.loaded.incidents.rows().iter().filter(|row| ground.counts[row.index]) {
            let cast = row.cast();
            if cast.unattributed() && cast.participants().iter().any(&chosen) {
                unattributed.extend(ground.event(row));
            }
            for one in named(cast) {
                if let Some(rows) = taking_part.get_mut(&one) {
                    rows.push(narrow(row.index));
                }
            }
        }
        let taking_part: Vec<(Named, Vec<u32>)> = taking_part.into_iter().collect();
        let categories = Categories::of(analysis, &ground);
        let side = |one: (Named, Vec<u32>)| (one.0, Side::of(analysis, &ground, &categories, one));
        let sides = taking_part.into_par_iter().map(side).collect();
        Sides { ground, sides, categories, unattributed }
    }

    /// When somebody was counting.
    pub(super) fn time(&self) -> Time<'_> {
        Time { span: self.ground.span, months: &self.ground.months }
    }

    /// One of the wanted.
    pub(super) fn side(&self, named: Named) -> &Side {
        self.sides.get(&named).expect("every member of a pair was asked for")
    }
}

/// Whom a cast names: groups and their families, each once.
fn named(cast: &Cast) -> BTreeSet<Named> {
    let both = |p: &Participant| [Named::Group(p.group), Named::Family(p.family)];
    cast.participants().iter().flat_map(both).filter(|one| !one.name().is_none()).collect()
}

impl Ground {
    /// The number of the row's district, if it is placed that exactly.
    fn district(&self, row: &Row<'_>) -> Option<u32> {
        self.districts.get(&row.district()).copied().filter(|_| has_district(row))
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
        let degrees = |of: Option<i64>| of.map(|millionths| millionths as f64 / DEGREE);
        let place = degrees(row.latitude())
            .zip(degrees(row.longitude()))
            .and_then(|(latitude, longitude)| Point::from_degrees(latitude, longitude));
        let district = self.district(&row);
        let is_placed = district.is_some() || (place.is_some() && exactness != Exactness::District);
        is_placed.then_some(Event { day: row.start().epoch(), place, exactness, district, row: row.index })
    }
}

/// Whether the row names a district and is placed that exactly.
fn has_district(row: &Row<'_>) -> bool {
    !row.district().name.is_none() && !row.place_precision().coarser_than_district()
}

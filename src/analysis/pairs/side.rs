//! One side of a pair: its incidents as the measures see them.

use super::super::Analysis;
use super::Counted;
use super::ground::{Ground, named};
use super::traits::Categories;
use crate::convergence::{Activity, Event, Exactness, Named, Offensives, Time};
use crate::incident::{Participant, Role};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;

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
        for row in analysis.loaded.incidents.rows().iter().filter(|row| ground.counts(row.index)) {
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

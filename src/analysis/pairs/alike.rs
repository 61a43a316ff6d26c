//! Likeness of a pair: whether the two strike alike, by targets, tactics and districts; of the whole time and by year.

use super::super::Analysis;
use super::side::{Half, Sides};
use super::traits::{Categories, Trait};
use crate::convergence::{CategoryShift, Event, Offensives, Profile, profile};
use crate::period::Day;
use crate::stats::NotComputed;
use rayon::prelude::*;
use std::collections::BTreeMap;
use strum::VariantArray;

/// Categories that are named as those in which the two differ most.
const SHOWN: usize = 3;

/// How alike the two are in one trait and stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    pub of: Trait,
    /// `None`: the whole time.
    pub year: Option<i32>,
    /// Incidents with the trait known, of A and of B.
    pub known: (usize, usize),
    /// Without its categories.
    pub profile: Result<Profile, NotComputed>,
    /// Where the two differ most.
    pub moved: Vec<Moved>,
}

/// One category and its shares.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub category: String,
    pub share_a: f64,
    pub share_b: f64,
}

/// Whether each year is compared for itself too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Years {
    Together,
    Each,
}

/// Of both in every trait, of the whole time and then by year.
pub(super) fn likeness(analysis: &Analysis, sides: &Sides, a: &Half, b: &Half, each: Years) -> Vec<Likeness> {
    let seed = analysis.pair_seed(a.named, b.named);
    let whole = [a, b].map(|half| half.alike(&sides.categories));
    let by_year = match each {
        Years::Each => [a, b].map(by_year),
        Years::Together => [BTreeMap::new(), BTreeMap::new()],
    };
    let years = || by_year.iter().flat_map(|years| years.keys().copied());
    let years = years().min().zip(years().max()).map_or_else(Vec::new, |(first, last)| (first..=last).collect());
    let stretches = |&of: &Trait| std::iter::once((of, None)).chain(years.iter().map(move |&year| (of, Some(year))));
    let stretches: Vec<(Trait, Option<i32>)> = Trait::VARIANTS.iter().flat_map(stretches).collect();
    let of_stretch = |(of, year): (Trait, Option<i32>)| {
        let seed = seed ^ (of as u64) << 32 ^ year.unwrap_or_default() as u64;
        let told = Told { analysis, categories: &sides.categories, of, year, seed };
        let of_year = |pieces: &BTreeMap<i32, Vec<Vec<&Event>>>, year: i32| {
            let pieces = pieces.get(&year).into_iter().flatten();
            sides.categories.offensives(of, pieces.map(|events| events.iter().copied()))
        };
        match year {
            None => told.likeness(&whole[0][of as usize], &whole[1][of as usize]),
            Some(year) => told.likeness(&of_year(&by_year[0], year), &of_year(&by_year[1], year)),
        }
    };
    stretches.into_par_iter().map(of_stretch).collect()
}

/// The incidents of each offensive by their year.
fn by_year<'a>(half: &'a Half) -> BTreeMap<i32, Vec<Vec<&'a Event>>> {
    let year = |event: &Event| Day::from_epoch(event.day).year();
    let mut years: BTreeMap<i32, Vec<Vec<&Event>>> = BTreeMap::new();
    for offensive in half.activity().offensives() {
        let events: Vec<&Event> = offensive.collect();
        for piece in events.chunk_by(|one, other| year(one) == year(other)) {
            years.entry(year(piece[0])).or_default().push(piece.to_vec());
        }
    }
    years
}

/// What is compared, and when.
struct Told<'a> {
    analysis: &'a Analysis,
    categories: &'a Categories,
    of: Trait,
    year: Option<i32>,
    seed: u64,
}

impl Told<'_> {
    fn likeness(&self, a: &Offensives, b: &Offensives) -> Likeness {
        let mut profile = profile(a, b, self.seed);
        // Hundreds of categories a pair and stretch: only those that are named are kept.
        let categories = profile.as_mut().map_or_else(|_| Vec::new(), |found| std::mem::take(&mut found.categories));
        let mut shifts: Vec<&CategoryShift> = categories.iter().collect();
        shifts.sort_by(|x, y| y.bits.total_cmp(&x.bits).then(x.category.cmp(&y.category)));
        let moved = |shift: &&CategoryShift| Moved {
            category: self.categories.label(self.analysis, self.of, &categories, shift.category),
            share_a: shift.share_a,
            share_b: shift.share_b,
        };
        Likeness {
            of: self.of,
            year: self.year,
            known: (a.incidents(), b.incidents()),
            moved: shifts.iter().take(SHOWN).map(moved).collect(),
            profile,
        }
    }
}

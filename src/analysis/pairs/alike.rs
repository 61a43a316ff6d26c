//! Likeness of a pair: whether the two strike alike, by targets, tactics and districts; of the whole time and by year.

use super::super::Analysis;
use super::side::Half;
use crate::convergence::{Activity, Event, Profile, profile};
use crate::incident::Naming;
use crate::names::Name;
use crate::period::Day;
use crate::stats::NotComputed;
use std::collections::BTreeMap;

/// Categories that are named as those in which the two differ most.
const SHOWN: usize = 3;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Trait {
    Targets,
    Tactics,
    Districts,
}

impl Trait {
    pub fn id(self) -> &'static str {
        self.into()
    }

    fn column(self) -> Naming {
        match self {
            Trait::Targets => Naming::Target,
            Trait::Tactics => Naming::Tactic,
            Trait::Districts => Naming::District,
        }
    }
}

/// How alike the two are in one trait and stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    pub of: Trait,
    /// `None`: the whole time.
    pub year: Option<i32>,
    /// Incidents with the trait known, of A and of B.
    pub known: (usize, usize),
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

pub(super) fn likeness(analysis: &Analysis, a: &Half, b: &Half, each: Years) -> Vec<Likeness> {
    let year = |event: &Event| Day::from_epoch(event.day).year();
    let all = || a.events().iter().chain(b.events()).map(year);
    let years: Vec<i32> = match (each, all().min(), all().max()) {
        (Years::Each, Some(first), Some(last)) => (first..=last).collect(),
        (Years::Each | Years::Together, _, _) => Vec::new(),
    };
    let mut found = Vec::new();
    for &of in <Trait as strum::VariantArray>::VARIANTS {
        for stretch in [None].into_iter().chain(years.iter().map(|&year| Some(year))) {
            let seed = analysis.pair_seed(a.named, b.named) ^ (of as u64) << 32 ^ stretch.unwrap_or_default() as u64;
            let kept = |event: &Event| stretch.is_none_or(|wanted| year(event) == wanted);
            found.push(of_stretch(analysis, of, stretch, [a.activity(), b.activity()], kept, seed));
        }
    }
    found
}

fn of_stretch(
    analysis: &Analysis,
    of: Trait,
    year: Option<i32>,
    sides: [&Activity; 2],
    kept: impl Fn(&Event) -> bool,
    seed: u64,
) -> Likeness {
    let rows = analysis.loaded.incidents.rows();
    let name = |event: &Event| rows.get(event.row).name(of.column());
    // Two regions may each have a district of one name: it is keyed with them. The other traits are names alone.
    let category = |event: &Event| {
        let region = rows.get(event.row).region();
        let within = match of {
            Trait::Districts => [region.name, region.country],
            Trait::Targets | Trait::Tactics => [Name::NONE; 2],
        };
        (analysis.text(name(event)), within.map(|name| analysis.text(name)))
    };
    // Categories by their text, so that the order of arrival does not matter.
    let mut categories: BTreeMap<(&str, [&str; 2]), usize> = BTreeMap::new();
    let known = |event: &&Event| kept(event) && name(event) != Name::NONE;
    for event in sides.iter().flat_map(|side| side.events()).filter(known) {
        categories.insert(category(event), 0);
    }
    categories.values_mut().enumerate().for_each(|(at, code)| *code = at);
    let offensives = |side: &Activity| -> Vec<Vec<(usize, f64)>> {
        let of_one = |events: Vec<&Event>| -> Vec<(usize, f64)> {
            events.into_iter().map(|event| (categories[&category(event)], 1.0)).collect()
        };
        side.offensives().map(|events| of_one(events.filter(known).collect())).filter(|one| !one.is_empty()).collect()
    };
    let [a, b] = sides.map(offensives);
    let incidents = |offensives: &[Vec<(usize, f64)>]| offensives.iter().map(Vec::len).sum();
    let profile = profile(&a, &b, seed);
    let texts: Vec<String> = categories.keys().map(|one| label(&categories, one)).collect();
    let mut shifts: Vec<_> = profile.iter().flat_map(|profile| &profile.categories).collect();
    shifts.sort_by(|x, y| y.bits.total_cmp(&x.bits).then(x.category.cmp(&y.category)));
    let moved = shifts
        .into_iter()
        .take(SHOWN)
        .map(|shift| Moved { category: texts[shift.category].clone(), share_a: shift.share_a, share_b: shift.share_b })
        .collect();
    Likeness { of, year, known: (incidents(&a), incidents(&b)), profile, moved }
}

/// A category as it is written: a district with its region where another has its name.
fn label(categories: &BTreeMap<(&str, [&str; 2]), usize>, (name, within): &(&str, [&str; 2])) -> String {
    let namesakes = categories.keys().filter(|(other, _)| other == name).count();
    if namesakes > 1 { format!("{name} ({})", within[0]) } else { (*name).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn districts_of_one_name_are_two() {
        let keys = [("Long Bay", ["Kess", "Tavia"]), ("North", ["Kess", "Tavia"]), ("North", ["Ostrel", "Tavia"])];
        let categories: BTreeMap<(&str, [&str; 2]), usize> = keys.into_iter().zip(0..).collect();
        let labels: Vec<String> = categories.keys().map(|one| label(&categories, one)).collect();
        assert_eq!(labels, ["Long Bay", "North (Kess)", "North (Ostrel)"]);
    }
}

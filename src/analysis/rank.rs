//! Groups and regions, in the order in which a report shows them.

use super::{Analysis, Beside, Unmatched};
use crate::cube::{Facet, Key, Scope};
use crate::incident::{Cast, Kind, Participant};
use crate::measure::Amount;
use crate::names::{Class, Name, Region, UNKNOWN_REGION};
use crate::period::Period;
use crate::source::Aliases;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A group of the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFacts {
    pub name: Name,
    pub class: Class,
    pub family: Name,
    /// Incidents in the last twelve months of complete periods, then in all: the ranking.
    pub recent: Amount,
    pub total: Amount,
    pub first: Option<Period>,
    pub last: Option<Period>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionFacts {
    pub region: Region,
    pub recent: Amount,
    pub total: Amount,
    /// People and the year for which they were counted: the newest year not after the latest complete period, else the first.
    pub population: Option<(u64, i32)>,
}

/// Whether a name may stand in a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Rank {
    Ranked,
    /// Communal, party and generic actors, and rows without a region, never rank.
    Apart,
}

impl GroupFacts {
    pub fn rank(&self) -> Rank {
        match self.class {
            Class::Organisation => Rank::Ranked,
            Class::Communal | Class::Party | Class::Generic => Rank::Apart,
        }
    }
}

impl RegionFacts {
    pub fn rank(&self) -> Rank {
        if self.region.name.is_none() { Rank::Apart } else { Rank::Ranked }
    }
}

/// Incidents in the windows of the last year before the end of the last complete period, and in all; first and last active one.
fn activity(analysis: &Analysis, scope: Scope) -> (Amount, Amount, Option<Period>, Option<Period>) {
    let (mut recent, mut total) = (Amount::ZERO, Amount::ZERO);
    let (mut first, mut last) = (None, None);
    let until = analysis.latest.or(analysis.periods.last().copied());
    for (window, entry) in analysis.cube.get(Key { scope, facet: Facet::ALL }).into_iter().flatten() {
        let period = analysis.periods[window as usize];
        total += entry.cell.incidents;
        first = first.or(Some(period));
        last = Some(period);
        if until.is_some_and(|u| period <= u && period.start() > u.end().plus_years(-1)) {
            recent += entry.cell.incidents;
        }
    }
    (recent, total, first, last)
}

/// Organisations by recent activity, then the others; ties by name.
pub(super) fn groups(analysis: &Analysis) -> Vec<GroupFacts> {
    let mut known: BTreeMap<Name, &Participant> = BTreeMap::new();
    for participant in analysis.loaded.incidents.casts.iter().flat_map(Cast::participants) {
        // A group that rows class differently is what the most telling of them says, whatever their order.
        let best = known.entry(participant.group).or_insert(participant);
        let order = |p: &Participant| (p.class, analysis.text(p.family));
        if order(participant) < order(best) {
            *best = participant;
        }
    }
    let counted = analysis.cube.scopes().filter_map(|scope| match scope {
        Scope::Group(name) if !name.is_none() => Some((scope, *known.get(&name)?)),
        _ => None,
    });
    let mut groups: Vec<GroupFacts> = counted
        .map(|(scope, participant)| {
            let (recent, total, first, last) = activity(analysis, scope);
            let &Participant { group, class, family, .. } = participant;
            GroupFacts { name: group, class, family, recent, total, first, last }
        })
        .collect();
    groups.sort_by_key(|g| (g.rank() == Rank::Apart, Reverse((g.recent, g.total)), analysis.text(g.name).to_owned()));
    groups
}

/// The people of a region: the sum of what is counted under it, since a table may list a merged region apart.
fn people(analysis: &Analysis, region: Region, beside: &Beside) -> Option<(u64, i32)> {
    let (country, name) = (analysis.text(region.country), analysis.text(region.name));
    let until = analysis.latest.map_or(i32::MAX, |period| period.end().year());
    let tables = beside.population.iter().filter(|((of, region), _)| {
        of == country && !region.is_empty() && (region == name || beside.aliases.canonical_region(region) == name)
    });
    let newest = |years: &BTreeMap<i32, u64>| {
        let found = years.range(..=until).next_back().or_else(|| years.first_key_value());
        found.map(|(&year, &people)| (people, year))
    };
    tables.filter_map(|(_, years)| newest(years)).reduce(|all, more| (all.0 + more.0, all.1.max(more.1)))
}

/// Regions by recent activity, those without a name last; ties by country and name.
pub(super) fn regions(analysis: &Analysis, beside: &Beside) -> Vec<RegionFacts> {
    let mut regions: Vec<RegionFacts> = analysis
        .cube
        .scopes()
        .filter_map(|scope| match scope {
            Scope::Region(region) => {
                let (recent, total, ..) = activity(analysis, scope);
                Some(RegionFacts { region, recent, total, population: people(analysis, region, beside) })
            }
            _ => None,
        })
        .collect();
    regions.sort_by_key(|r| {
        let name = (analysis.text(r.region.country).to_owned(), analysis.text(r.region.name).to_owned());
        (r.rank() == Rank::Apart, Reverse((r.recent, r.total)), name)
    });
    regions
}

/// The names of groups and regions that the alias tables do not have.
pub(super) fn unmatched(analysis: &Analysis, aliases: &Aliases) -> Unmatched {
    let total = |names: &BTreeMap<&str, Amount>, list: BTreeMap<String, Option<String>>| {
        list.into_iter().map(|(name, nearest)| (name.clone(), (names[name.as_str()], nearest))).collect()
    };
    let mut unmatched = Unmatched::default();
    if aliases.knows_groups() {
        let named = analysis.groups.iter().filter(|g| g.class != Class::Generic);
        let names: BTreeMap<&str, Amount> = named.map(|g| (analysis.text(g.name), g.total)).collect();
        unmatched.groups = total(&names, aliases.unmatched_groups(names.keys().copied()));
    }
    if aliases.knows_regions() {
        let mut names: BTreeMap<&str, Amount> = BTreeMap::new();
        for region in analysis.regions.iter().filter(|r| r.rank() == Rank::Ranked) {
            *names.entry(analysis.text(region.region.name)).or_default() += region.total;
        }
        unmatched.regions = total(&names, aliases.unmatched_regions(names.keys().copied()));
    }
    unmatched
}

impl Analysis {
    /// The organisations that get their own charts.
    pub fn top_groups(&self) -> &[GroupFacts] {
        let ranked = self.groups.iter().take_while(|g| g.rank() == Rank::Ranked).count();
        &self.groups[..ranked.min(self.policy.top)]
    }

    pub fn top_regions(&self) -> &[RegionFacts] {
        let ranked = self.regions.iter().take_while(|r| r.rank() == Rank::Ranked).count();
        &self.regions[..ranked.min(self.policy.top)]
    }

    /// Ranked groups, and how many there are.
    pub fn ranked_groups(&self) -> usize {
        self.groups.iter().filter(|g| g.rank() == Rank::Ranked).count()
    }

    pub fn ranked_regions(&self) -> usize {
        self.regions.iter().filter(|r| r.rank() == Rank::Ranked).count()
    }

    /// Several countries in the run: then regions are named with theirs.
    pub fn countries(&self) -> Vec<Name> {
        let mut countries: Vec<Name> = self.regions.iter().map(|r| r.region.country).collect();
        countries.sort_by_key(|&c| self.text(c).to_owned());
        countries.dedup();
        countries
    }

    /// The region as a reader needs it: with its country where the run has several.
    pub fn region_name(&self, region: Region) -> String {
        let name = if region.name.is_none() { UNKNOWN_REGION } else { self.text(region.name) };
        let is_one_country = self.regions.windows(2).all(|pair| pair[0].region.country == pair[1].region.country);
        match is_one_country {
            true => name.to_owned(),
            false => format!("{name}, {}", self.text(region.country)),
        }
    }

    /// The kinds that occur among what is counted, in their order.
    pub fn kinds(&self) -> Vec<Kind> {
        <Kind as strum::VariantArray>::VARIANTS
            .iter()
            .copied()
            .filter(|&kind| self.cube.get(Key { scope: Scope::All, facet: Facet::kind(kind) }).is_some())
            .collect()
    }
}

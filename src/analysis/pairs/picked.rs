//! Which pairs are looked at: pairs grow with the square of the groups, and so does what chance alone calls near.

use super::super::{Analysis, direct};
use super::ground::Ground;
use crate::convergence::Named;
use crate::finding::{DirectCounts, PairsOf};
use crate::incident::Cast;
use crate::names::{Class, Name};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Organisations that are paired with each other: those with most incidents.
pub const MOST_GROUPS: usize = 24;
/// Further pairs that are looked at for their direct evidence: those with most of it.
const MOST_DIRECT: usize = 24;

/// What was not looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Organisations with enough incidents, beyond the first [`MOST_GROUPS`].
    pub groups: usize,
    /// Pairs with direct evidence beyond these groups; their incidents are in the ledger.
    pub direct_pairs: usize,
}

/// Entries of the ledger of incidents by pair, the lower of the two first.
pub(super) type Entries = BTreeMap<(Named, Named), DirectCounts>;

/// Entries of the ledger by column; what was declared is no incident.
pub(in super::super) fn counts<'a>(rows: impl Iterator<Item = &'a direct::DirectRow>) -> DirectCounts {
    let mut counts = DirectCounts::default();
    for row in rows {
        if let direct::Evidence::Incident(entry) = &row.evidence {
            counts.add(entry.relation());
        }
    }
    counts
}

/// Counts the ledger; what was declared is no incident.
pub(super) fn entries(rows: &[direct::DirectRow]) -> Entries {
    let mut entries = Entries::new();
    for row in rows {
        let direct::Evidence::Incident(entry) = &row.evidence else { continue };
        entries.entry((row.a.min(row.b), row.a.max(row.b))).or_default().add(entry.relation());
    }
    entries
}

/// The pairs that are looked at, by scope and name: those of the groups with most incidents, of all families, and those with most
/// direct evidence. What is left out is counted.
pub(super) fn picked(
    analysis: &Analysis,
    ground: &Ground,
    entries: &Entries,
    extra: Option<(Named, Named)>,
) -> (Vec<(Named, Named)>, LeftOut) {
    let casts = || analysis.loaded.incidents.casts.iter().flat_map(Cast::participants);
    let text = |named: Named| analysis.text(named.name()).to_owned();
    let organisations: BTreeSet<Name> = casts().filter(|p| p.class == Class::Organisation).map(|p| p.group).collect();
    let families: BTreeSet<Name> = casts().map(|p| p.family).filter(|family| !family.is_none()).collect();
    let has_enough = |&named: &Named| ground.taking_part(named) >= analysis.policy.pairs.least as usize;
    let mut groups: Vec<Named> = organisations.into_iter().map(Named::Group).filter(has_enough).collect();
    groups.sort_by_cached_key(|&group| (Reverse(ground.taking_part(group)), text(group)));
    let mut left_out = LeftOut { groups: groups.len().saturating_sub(MOST_GROUPS), direct_pairs: 0 };
    groups.truncate(MOST_GROUPS);
    let families: Vec<Named> = families.into_iter().map(Named::Family).filter(has_enough).collect();
    let mut found: BTreeSet<(Named, Named)> = extra.into_iter().map(|(a, b)| (a.min(b), a.max(b))).collect();
    for named in [groups, families] {
        for (at, &a) in named.iter().enumerate() {
            found.extend(named[at + 1..].iter().map(|&b| (a.min(b), a.max(b))));
        }
    }
    let mut direct: Vec<(Named, Named)> = entries.keys().copied().filter(|pair| !found.contains(pair)).collect();
    direct.sort_by_cached_key(|pair| (Reverse(entries[pair].all()), text(pair.0), text(pair.1)));
    left_out.direct_pairs = direct.len().saturating_sub(MOST_DIRECT);
    found.extend(direct.into_iter().take(MOST_DIRECT));
    let mut found: Vec<(Named, Named)> =
        found.into_iter().map(|(a, b)| if text(a) <= text(b) { (a, b) } else { (b, a) }).collect();
    found.sort_by_cached_key(|&(a, b)| (PairsOf::of(a, b), text(a), text(b)));
    (found, left_out)
}

//! Filters that name what the input does not have: a misspelt name would otherwise leave out its incidents without a word.

use super::failure::Misuse;
use crate::cube::Selection;
use crate::incident::{Naming, Row};
use crate::names::{Name, UNATTRIBUTED, UNKNOWN_REGION};
use crate::registry::{folded, meant, near, quoted};
use crate::source::{Aliases, Loaded};
use std::collections::BTreeSet;

/// Turns the names that the user typed into those that the report uses.
pub(super) fn canonical(selection: &mut Selection, aliases: &Aliases) {
    for group in &mut selection.groups {
        *group = aliases.canonical_group(group).to_owned();
    }
    for region in &mut selection.regions {
        *region = aliases.canonical_region(region).to_owned();
    }
}

/// The names of groups as the run has them; each must occur in the source.
pub(super) fn groups(wanted: &mut [String], aliases: &Aliases, loaded: &Loaded) -> Result<(), Misuse> {
    for name in wanted.iter_mut() {
        *name = aliases.canonical_group(name).to_owned();
    }
    occur("group", wanted, std::slice::from_ref(loaded), of_group)
}

fn of_group(row: Row<'_>) -> Vec<Name> {
    row.cast().participants().iter().flat_map(|p| [p.group, p.family]).collect()
}

/// Every name of a filter must occur in at least one source of the run; one that differs from a name of the run only in letter
/// case, blanks and marks stands for it.
pub(super) fn check(selection: &mut Selection, loaded: &[Loaded]) -> Result<(), Misuse> {
    let region = |row: Row<'_>| vec![row.region().name];
    let country = |row: Row<'_>| vec![row.region().country];
    let tactic = |row: Row<'_>| vec![row.name(Naming::Tactic)];
    let target = |row: Row<'_>| vec![row.name(Naming::Target)];
    occur("group", &mut selection.groups, loaded, of_group)?;
    occur("region", &mut selection.regions, loaded, region)?;
    occur("country", &mut selection.countries, loaded, country)?;
    occur("tactic", &mut selection.tactics, loaded, tactic)?;
    occur("target", &mut selection.targets, loaded, target)
}

fn occur(
    flag: &str,
    wanted: &mut [String],
    loaded: &[Loaded],
    of: impl Fn(Row<'_>) -> Vec<Name>,
) -> Result<(), Misuse> {
    if wanted.is_empty() {
        return Ok(());
    }
    let known = names(loaded, of);
    for name in wanted {
        if known.contains(name.as_str()) || [UNATTRIBUTED, UNKNOWN_REGION].contains(&name.as_str()) {
            continue;
        }
        let alike: Vec<&str> = known.iter().copied().filter(|known| folded(known) == folded(name)).collect();
        match alike.as_slice() {
            [only] => *name = (*only).to_owned(),
            [] => return Err(no_such(flag, flag, name, known)),
            several => {
                let names = quoted(several);
                return Err(Misuse(format!("--{flag} '{name}': that may be {names}; write it as one of them")));
            }
        }
    }
    Ok(())
}

/// Every name that some incident of the run has.
pub(super) fn names(loaded: &[Loaded], of: impl Fn(Row<'_>) -> Vec<Name>) -> BTreeSet<&str> {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for source in loaded {
        let names: BTreeSet<Name> = source.incidents.rows().iter().flat_map(&of).collect();
        known.extend(names.into_iter().filter(|name| !name.is_none()).map(|name| source.incidents.pool.text(name)));
    }
    known
}

/// A name that the run does not have, with the nearest ones.
pub(super) fn no_such<'k>(flag: &str, noun: &str, name: &str, known: impl IntoIterator<Item = &'k str>) -> Misuse {
    let near = near(name, known);
    let meant = if near.is_empty() {
        "names are meant as the report writes them; `incident-trends table series` has them all".to_owned()
    } else {
        meant(&near)
    };
    Misuse(format!("--{flag} '{name}': no incident of this run has a {noun} of that name; {meant}"))
}

//! The user's table of events held against the run: its groups under the names that the report uses, and declared relations of
//! groups that the run does not have.

use super::filters::names;
use super::log::Log;
use crate::registry::{folded, meant, near};
use crate::source::{Aliases, ContextRow, Loaded};
use std::collections::BTreeSet;
use std::path::Path;

/// Gives the groups of the table their canonical names. A declared relation with a name that no incident has, or whose two names
/// are one group, is warned of: it stands in no ledger.
pub(super) fn settle(rows: &mut [ContextRow], file: Option<&Path>, aliases: &Aliases, loaded: &[Loaded], log: &Log) {
    let known = names(loaded, |row| row.cast().participants().iter().flat_map(|p| [p.group, p.family]).collect());
    let file = file.map(|path| path.display().to_string()).unwrap_or_default();
    for row in rows {
        row.group = called(&row.group, aliases, &known);
        let Some(declared) = &mut row.declared else { continue };
        declared.with = called(&declared.with, aliases, &known);
        let warn = |reason: String| {
            let relation = declared.relation.id();
            log.warn("context", &format!("{file}, line {}: the {relation} stands in no ledger: {reason}", row.line));
        };
        for name in [&row.group, &declared.with] {
            if !known.contains(name.as_str()) {
                let meant = match meant(&near(name, known.iter().copied())) {
                    meant if meant.is_empty() => String::new(),
                    meant => format!("; {meant}"),
                };
                warn(format!("no incident of this run has a group or family '{name}'{meant}"));
            }
        }
        if row.group == declared.with {
            warn(format!("both names stand for '{}', and a relation needs two groups", row.group));
        }
    }
}

/// The name of the run that is meant: by an alias, or one that differs only in letter case, blanks and marks.
fn called(name: &str, aliases: &Aliases, known: &BTreeSet<&str>) -> String {
    let canonical = if known.contains(name) { name } else { aliases.canonical_group(name) };
    if known.contains(canonical) {
        return canonical.to_owned();
    }
    let alike: Vec<&str> = known.iter().copied().filter(|known| folded(known) == folded(canonical)).collect();
    match alike.as_slice() {
        [only] => (*only).to_owned(),
        [] | [_, _, ..] => canonical.to_owned(),
    }
}

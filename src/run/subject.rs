//! Whom a chart is of: a name as the user typed it, to a group or region of the run.

use super::failure::Misuse;
use super::filters::no_such;
use crate::analysis::Analysis;
use crate::chart::Subject;
use crate::names::{Name, UNATTRIBUTED};
use crate::registry::{folded, quoted};
use crate::source::Aliases;

/// The group or region of that name, of its alias, or of a name that differs only in letter case, blanks and marks.
pub(super) fn subject(analysis: &Analysis, aliases: &Aliases, name: &str) -> Result<Subject, Misuse> {
    if name == UNATTRIBUTED {
        return Ok(Subject::Group(Name::NONE));
    }
    let known = known(analysis);
    let called = |wanted: &str| known.iter().find(|(known, _)| known == wanted).map(|(_, subject)| *subject);
    let exact = called(name).or_else(|| called(aliases.canonical_group(name)));
    if let Some(found) = exact.or_else(|| called(aliases.canonical_region(name))) {
        return Ok(found);
    }
    let alike: Vec<&(String, Subject)> = known.iter().filter(|(known, _)| folded(known) == folded(name)).collect();
    match alike.as_slice() {
        [(_, only)] => Ok(*only),
        [] => Err(no_such("of", "group or region", name, known.iter().map(|(name, _)| name.as_str()))),
        several => {
            let names: Vec<&str> = several.iter().map(|(name, _)| name.as_str()).collect();
            let names = quoted(&names);
            Err(Misuse(format!("--of '{name}': that may be {names}; write it as one of them")))
        }
    }
}

/// Every name that can be asked for; groups first. A region may leave out its country where no other has its name.
fn known(analysis: &Analysis) -> Vec<(String, Subject)> {
    let groups = analysis.groups.iter().filter(|g| !g.name.is_none());
    let mut known: Vec<(String, Subject)> =
        groups.map(|g| (analysis.text(g.name).to_owned(), Subject::Group(g.name))).collect();
    let regions = || analysis.regions.iter().map(|r| r.region);
    known.extend(regions().map(|region| (analysis.region_name(region), Subject::Region(region))));
    for region in regions().filter(|region| !region.name.is_none()) {
        let short = analysis.text(region.name);
        let is_only = regions().filter(|other| other.name == region.name).count() == 1;
        if is_only && known.iter().all(|(name, _)| name != short) {
            known.push((short.to_owned(), Subject::Region(region)));
        }
    }
    known
}

//! What an own sheet records at all: a number is reported if it is mapped, unless the mapping says that it is not.

use super::check::Checker;
use super::document::Text;
use super::field::{Field, INJURED, KILLED, TollFields};
use super::mapping::{Blanks, Mapping};
use crate::measure::{Reported, Reports, Tolls, VictimClass};
use crate::source::{Aggregated, CoverageRule, Direction, Error, Facts, Living};
use std::collections::BTreeMap;
use strum::VariantArray;

/// The names in `[reports]`, as far as they are no fields.
const NOT_FIELDS: [&str; 2] = ["unattributed", "range"];

/// What the columns of a mapping make known, with the mapping's own word on it.
///
/// `true` cannot add what no column holds: a measure without a column would read 0 wherever nothing happened.
pub(super) fn reports(
    checker: &Checker<'_>,
    stated: &BTreeMap<Text, bool>,
    mapping: &Mapping,
) -> Result<Reports, Error> {
    let mut reports = by_columns(mapping);
    for (name, &yes) in stated {
        let Some(entry) = entry(&mut reports, name.get_ref()) else {
            let known = names();
            return Err(checker.unknown("entry of [reports]", name, known.iter().copied()));
        };
        if yes && !entry.yes() {
            let reason =
                format!("[reports] says that '{}' is recorded, but [columns] has nothing for it", name.get_ref());
            return Err(checker.fault(name.span(), reason));
        }
        *entry = Reported::when(yes);
    }
    Ok(reports)
}

fn by_columns(mapping: &Mapping) -> Reports {
    let has = |field| Reported::when(mapping.has(field));
    let any = |fields: &[Field]| Reported::when(fields.iter().any(|&field| mapping.has(field)));
    // A lone upper bound gives no toll.
    let toll = |fields: &TollFields| {
        Reported::when([fields.total, fields.min].iter().chain(&fields.parts).any(|&field| mapping.has(field)))
    };
    Reports {
        killed: toll(&KILLED),
        injured: toll(&INJURED),
        killed_by: KILLED.parts.map(has),
        injured_by: INJURED.parts.map(has),
        arrested: has(Field::Arrested),
        abducted: has(Field::Abducted),
        suicide: has(Field::Suicide),
        unattributed: any(&[Field::Groups, Field::Initiators, Field::Targets, Field::Parties]),
        suspected: has(Field::Suspected),
        tactic: has(Field::Tactic),
        target: has(Field::Target),
        tolls: if mapping.has(Field::Weight) { Tolls::PerRow } else { Tolls::PerIncident },
        range: any(&[Field::KilledMin, Field::KilledMax, Field::InjuredMin, Field::InjuredMax]),
    }
}

fn entry<'r>(reports: &'r mut Reports, name: &str) -> Option<&'r mut Reported> {
    let class = |prefix: &str| {
        let class = name.strip_prefix(prefix)?;
        VictimClass::VARIANTS.iter().position(|c| c.id() == class)
    };
    if let Some(class) = class("killed_") {
        return Some(&mut reports.killed_by[class]);
    }
    if let Some(class) = class("injured_") {
        return Some(&mut reports.injured_by[class]);
    }
    match name {
        "killed" => Some(&mut reports.killed),
        "injured" => Some(&mut reports.injured),
        "arrested" => Some(&mut reports.arrested),
        "abducted" => Some(&mut reports.abducted),
        "suicide" => Some(&mut reports.suicide),
        "unattributed" => Some(&mut reports.unattributed),
        "suspected" => Some(&mut reports.suspected),
        "tactic" => Some(&mut reports.tactic),
        "target" => Some(&mut reports.target),
        "range" => Some(&mut reports.range),
        _ => None,
    }
}

fn names() -> Vec<&'static str> {
    Field::ids().filter(|id| entry(&mut Reports::default(), id).is_some()).chain(NOT_FIELDS).collect()
}

/// What a sheet read by this mapping allows to be said.
pub(super) fn facts(mapping: &Mapping) -> Facts {
    let has = |field| mapping.has(field);
    let mut caveats = Vec::new();
    for (fields, word) in [(&KILLED, "killed"), (&INJURED, "injured")] {
        if has(fields.min) && !has(fields.total) && !fields.parts.iter().any(|&part| has(part)) {
            caveats.push(format!("The sheet gives a range of the number {word}; the lower number is counted."));
        }
    }
    if mapping.blanks == Blanks::Zero {
        caveats.push("A blank number of victims beside filled ones is read as 0, as the mapping says.".to_owned());
    }
    let stated = [Field::Groups, Field::Initiators, Field::Targets].into_iter().any(has);
    Facts {
        reports: mapping.reports,
        direction: if stated { Direction::Stated } else { Direction::Unknown },
        attribution: mapping.attribution,
        coverage: CoverageRule::NewestIncident,
        // Reports on the newest weeks still come in: nobody closes an own sheet.
        living: Living::Living,
        breaks: mapping.breaks.clone(),
        aggregated: Aggregated::No,
        covered_from: mapping.covered_from,
        covered_to: mapping.covered_to,
        caveats,
        ..Facts::new(&mapping.name, &mapping.title, &mapping.citation)
    }
}

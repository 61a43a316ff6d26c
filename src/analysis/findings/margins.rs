//! Whether the parts add up to their whole, and in which incidents they do not. DESIGN, rule 11.

use super::{ALL, About};
use crate::cube::{Facet, Fate, Key, Scope};
use crate::finding::{Claim, Evidence, Excess, Finding, Margin};
use crate::incident::Row;
use crate::measure::{Amount, Reported, VictimClass};
use crate::period::Window;
use strum::VariantArray;

/// Incidents that a sentence names; the others stand in `quality.csv`.
const NAMED: usize = 3;

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let entry = about.entry(ALL);
    let reports = &about.analysis.loaded.facts.reports;
    let mut margins = Vec::new();
    let mut differ = |excess: Excess, parts: Amount, whole: Amount| {
        let incidents = match excess {
            Excess::ClassesAbove | Excess::ClassesBelow => disagreeing(about),
            Excess::LedgersDiffer => Vec::new(),
        };
        margins.push(Margin { excess, parts: parts.value(), whole: whole.value(), incidents });
    };
    if VictimClass::VARIANTS.iter().any(|&class| reports.killed_by[class as usize].yes()) {
        let (parts, whole) = (entry.cell.killed_by.iter().map(|c| c.sum).sum::<Amount>(), entry.cell.killed.best);
        match parts.cmp(&whole) {
            std::cmp::Ordering::Greater => differ(Excess::ClassesAbove, parts, whole),
            std::cmp::Ordering::Less => differ(Excess::ClassesBelow, parts, whole),
            std::cmp::Ordering::Equal => {}
        }
    }
    let kinds = about.analysis.kinds().into_iter().filter(|kind| kind.counts());
    let parts = kinds.map(|kind| about.entry(Key { scope: Scope::All, facet: Facet::kind(kind) }).cell.incidents).sum();
    if parts != entry.cell.incidents {
        differ(Excess::LedgersDiffer, parts, entry.cell.incidents);
    }
    margins
        .into_iter()
        .map(|margin| {
            let weight = (margin.parts - margin.whole).abs();
            let mut evidence = vec![about.series(&about.all(), &[])];
            if !margin.incidents.is_empty() {
                let rows = vec![("issue", "parts_disagree".to_owned())];
                evidence.push(Evidence { dataset: "quality", rows, charts: Vec::new() });
            }
            about.finding(about.all(), Claim::Margin(margin), weight, evidence)
        })
        .collect()
}

/// The ids of the latest period's incidents whose killed by class are not the killed, the first ones.
fn disagreeing(about: &About) -> Vec<String> {
    let (analysis, window) = (about.analysis, Window::from(about.latest));
    let reported = &analysis.loaded.facts.reports.killed_by;
    let disagrees = |row: &Row<'_>| {
        let parts = row.killed_by();
        let all_known =
            parts.iter().zip(reported).all(|(part, reported)| part.is_some() || *reported == Reported::Never);
        let sum: Amount = parts.into_iter().flatten().sum();
        row.killed().best.is_some_and(|killed| sum > killed || (all_known && sum != killed))
    };
    let rows = analysis.loaded.incidents.rows();
    let counted = rows.iter().filter(|row| analysis.fates[row.index] == Fate::Counted && row.kind().counts());
    let mut ids: Vec<String> = counted
        .filter(|row| window.contains(row.start()) && disagrees(row))
        .map(|row| row.id().to_owned())
        .filter(|id| !id.is_empty())
        .collect();
    ids.sort();
    ids.truncate(NAMED);
    ids
}

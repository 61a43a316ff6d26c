//! Findings about how the latest period stands to others: everything counted, then attacks and operations alone.

use super::whole::one_incident;
use super::{ALL, About};
use crate::cube::{Facet, Fate, Key, Scope};
use crate::finding::{Caveat, Claim, Compared, Evidence, Finding, Movement};
use crate::incident::Kind;
use crate::measure::{Amount, Measure};
use crate::period::{Grain, Period, Window};
use crate::stats::{Comparison, NotComputed};
use strum::VariantArray;

/// The measures of the headline, and those of one kind.
const MEASURES: [Measure; 3] = [Measure::Incidents, Measure::Killed, Measure::Injured];
const MEASURES_OF_KIND: [Measure; 2] = [Measure::Incidents, Measure::Killed];

/// The kinds that a monthly report compares on their own, where the source tells them from others.
const KINDS: [Kind; 2] = [Kind::Attack, Kind::Operation];

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let all = Comparison::VARIANTS.iter().filter_map(|&comparison| compared(about, comparison, None));
    let mut found: Vec<Finding> = all.collect();
    let kinds: Vec<Kind> = about.analysis.kinds().into_iter().filter(|kind| kind.counts()).collect();
    if kinds.len() > 1 {
        for kind in KINDS.into_iter().filter(|kind| kinds.contains(kind)) {
            let each = [Comparison::Previous, Comparison::YearToDate];
            found.extend(each.into_iter().filter_map(|comparison| compared(about, comparison, Some(kind))));
        }
    }
    found
}

/// The days compared and their base; the base is missing where it lies before the coverage.
fn windows(about: &About, comparison: Comparison) -> Option<(Window, Option<Window>)> {
    let (analysis, latest) = (about.analysis, about.latest);
    let inside = |base: Option<Period>| base.filter(|&b| analysis.index(b).is_some()).map(Window::from);
    match comparison {
        Comparison::Previous => Some((latest.into(), inside(Some(latest.plus(-1))))),
        // At the grain of a year it is the previous period.
        Comparison::YearAgo if latest.grain() == Grain::Year => None,
        Comparison::YearAgo => Some((latest.into(), Some(inside(latest.year_before())?))),
        Comparison::YearToDate => {
            let year = latest.end().year();
            let current = analysis.to_date.windows[analysis.to_date.year(year)?];
            let base = analysis.to_date.windows[analysis.to_date.year(year - 1)?];
            // In January the year to date is the month itself.
            (current != Window::from(latest)).then_some((current, Some(base)))
        }
    }
}

/// `kind`: `None` for all of them.
fn compared(about: &About, comparison: Comparison, kind: Option<Kind>) -> Option<Finding> {
    let (current, base) = windows(about, comparison)?;
    let analysis = about.analysis;
    let key = Key { scope: Scope::All, facet: Facet::Ledger { kind, role: None } };
    let measures: &[Measure] = if kind.is_some() { &MEASURES_OF_KIND } else { &MEASURES };
    let reports = &analysis.loaded.facts.reports;
    let reported = |measure: &Measure| match measure {
        Measure::Killed => reports.killed.yes(),
        Measure::Injured => reports.injured.yes(),
        Measure::Incidents
        | Measure::LethalIncidents
        | Measure::Casualties
        | Measure::KilledPerIncident
        | Measure::Arrested
        | Measure::Abducted
        | Measure::SuicideAttacks
        | Measure::ShareUnattributed
        | Measure::ShareSuspected => true,
    };
    let movements: Vec<Movement> = (measures.iter())
        .filter(|measure| reported(measure))
        .map(|&measure| about.movement(key, measure, comparison))
        .collect();
    let missing = movements.iter().all(|moved| moved.result == Err(NotComputed::NoBase));
    if missing && (comparison != Comparison::Previous || kind.is_some()) {
        return None;
    }
    let base = base.filter(|_| !missing);
    let caveats = base.map_or(Vec::new(), |base| about.caveats(&movements, current, base));
    let weight = movements.iter().filter_map(|moved| moved.result.as_ref().ok()).map(|c| c.absolute.abs()).sum();
    let finality = analysis.finality(about.latest);
    let claim = Claim::Compared(Compared { comparison, kind, current, base, finality, movements });
    let mut rows = vec![("scope", "all".to_owned()), ("kind", kind.map_or("all", Kind::id).to_owned())];
    rows.push(("comparison", comparison.id().to_owned()));
    let evidence = vec![
        Evidence { dataset: "changes", rows, charts: Vec::new() },
        about.series(&about.all(), &["frequency", "casualties"]),
    ];
    let mut found = about.finding(about.all(), claim, weight, evidence);
    found.caveats = caveats;
    match comparison {
        Comparison::Previous | Comparison::YearAgo => found.caveats.extend(one_incident(about, &about.entry(ALL))),
        Comparison::YearToDate => found.caveats.extend(gated(about)),
    }
    if kind.is_some() {
        found.caveats.clear();
    }
    Some(found)
}

/// Rows of this year and the last that the grain leaves out.
fn gated(about: &About) -> Option<Caveat> {
    let year = about.latest.end().year();
    let (mut incidents, mut killed) = (Amount::ZERO, Amount::ZERO);
    let rows = about.analysis.loaded.incidents.rows();
    for row in rows.iter().filter(|row| about.analysis.fates[row.index] == Fate::Gated && row.kind().counts()) {
        if (year - 1..=year).contains(&row.start().year()) {
            incidents += row.weight();
            killed += row.killed().best.unwrap_or_default();
        }
    }
    let (incidents, killed) = (incidents.value(), killed.value());
    (incidents > 0.0).then_some(Caveat::Gated { years: (year - 1, year), incidents, killed })
}

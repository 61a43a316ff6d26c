//! Findings about the latest period as a whole: totals, comparisons, level, records, ledgers and whether they add up.

use super::{ALL, About, compared, margins, records};
use crate::cube::{Entry, Facet, Key, Scope};
use crate::finding::{Caveat, Claim, Evidence, Finding, Ledger, Level, Total};
use crate::measure::{Amount, Measure, Reading};
use crate::series::Finality;
use crate::stats;

/// Share of the killed above which a single incident is named beside a comparison: with a third of the toll in one incident, the
/// month without it tells another story.
const ONE_INCIDENT: f64 = 1.0 / 3.0;

/// Periods in the mean that stands beside the headline.
const TWELVE: usize = 12;

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let mut found = vec![total(about)];
    found.extend(compared::findings(about));
    found.push(level(about));
    found.extend(records::findings(about));
    found.extend(ledgers(about));
    found.extend(margins::findings(about));
    found
}

fn total(about: &About) -> Finding {
    let entry = about.entry(ALL);
    let reports = &about.analysis.loaded.facts.reports;
    let reading = |measure| about.reading(measure, &entry);
    let killed = reading(Measure::Killed);
    let range = (reports.range.yes() && matches!(killed, Reading::Known(_)))
        .then(|| (entry.cell.killed.low.value(), entry.cell.killed.high.value()));
    let incidents = entry.cell.incidents;
    let claim = Claim::Total(Total {
        incidents: incidents.value(),
        lethal: reading(Measure::LethalIncidents),
        killed,
        killed_range: range,
        injured: reading(Measure::Injured),
    });
    let evidence = vec![about.series(&about.all(), &["frequency", "casualties"])];
    let mut found = about.finding(about.all(), claim, incidents.value(), evidence);
    let tolls = [
        (Measure::Killed, reports.killed, entry.cell.killed.known),
        (Measure::Injured, reports.injured, entry.cell.injured.known),
    ];
    for (measure, reported, known) in tolls {
        if reported.yes() && known < incidents {
            let unknown = (incidents - known).value();
            found.caveats.push(Caveat::UnknownTolls { measure, unknown, incidents: incidents.value() });
        }
    }
    let never: Vec<Measure> = tolls.iter().filter(|(_, reported, _)| !reported.yes()).map(|(m, ..)| *m).collect();
    if !never.is_empty() {
        found.caveats.push(Caveat::NotReported { measures: never });
    }
    if about.analysis.finality(about.latest) == Finality::Provisional {
        found.caveats.push(Caveat::Provisional { period: about.latest });
    }
    if !about.analysis.policy.selection.is_everything() {
        found.caveats.push(Caveat::Filtered);
    }
    found.caveats.extend(one_incident(about, &entry));
    found
}

pub(super) fn one_incident(about: &About, entry: &Entry) -> Option<Caveat> {
    let (killed, of) = (about.analysis.notable.first()?.killed.value(), entry.cell.killed.best.value());
    (of >= stats::MINIMUM_BASE && killed >= ONE_INCIDENT * of).then_some(Caveat::OneIncident { killed, of })
}

fn level(about: &About) -> Finding {
    let entry = about.entry(ALL);
    let days = f64::from(about.latest.days());
    let known = |reading: Reading| match reading {
        Reading::Known(value) => Some(value),
        Reading::AtLeast(_) | Reading::Unreported | Reading::NotCovered => None,
    };
    // A mean over lower bounds would be too low without saying so.
    let mean = |measure: Measure| {
        let series = about.analysis.series(ALL, measure);
        let exact = (0..TWELVE as i32)
            .all(|back| series.at(about.latest.plus(-back)).is_some_and(|point| known(point.reading).is_some()));
        exact.then(|| stats::mean_of_last(&series, about.latest, TWELVE)).flatten()
    };
    let claim = Claim::Level(Level {
        incidents_a_day: entry.cell.incidents.value() / days,
        killed_a_day: known(about.reading(Measure::Killed, &entry)).map(|killed| killed / days),
        incidents_of_twelve: mean(Measure::Incidents),
        killed_of_twelve: mean(Measure::Killed),
    });
    let evidence = vec![about.series(&about.all(), &["frequency"])];
    about.finding(about.all(), claim, entry.cell.incidents.value(), evidence)
}

/// What each kind had under a scope in the latest period.
pub(super) fn ledgers_of(about: &About, scope: Scope) -> Vec<Ledger> {
    let reports = &about.analysis.loaded.facts.reports;
    (about.analysis.kinds().into_iter())
        .filter(|kind| kind.counts())
        .map(|kind| (kind, about.entry(Key { scope, facet: Facet::kind(kind) })))
        .filter(|(_, entry)| entry.cell.incidents > Amount::ZERO)
        .map(|(kind, entry)| Ledger {
            kind,
            incidents: entry.cell.incidents.value(),
            killed: about.reading(Measure::Killed, &entry),
            killed_by: std::array::from_fn(|class| {
                entry.cell.killed_by[class].reading(entry.cell.incidents, reports.killed_by[class])
            }),
            foreign: entry.cell.foreign.value(),
        })
        .collect()
}

fn ledgers(about: &About) -> Option<Finding> {
    let ledgers = ledgers_of(about, Scope::All);
    if ledgers.is_empty() {
        return None;
    }
    let weight = ledgers.iter().map(|ledger| ledger.incidents).sum();
    let rows = vec![("scope", "all".to_owned()), ("role", "any".to_owned()), ("period", about.latest.label())];
    let evidence = vec![Evidence { dataset: "series", rows, charts: vec!["casualties"] }];
    Some(about.finding(about.all(), Claim::Ledgers(ledgers), weight, evidence))
}

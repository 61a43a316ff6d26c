//! Findings about the latest period as a whole: totals, comparisons, level, records, ledgers and whether they add up.

use super::{ALL, About};
use crate::cube::{Entry, Facet, Fate, Key, Scope};
use crate::finding::{
    Caveat, Claim, Compared, Evidence, Excess, Finding, Ledger, Level, Margin, Movement, Subject, Total,
};
use crate::measure::{Amount, Measure, Reading, VictimClass};
use crate::period::{Grain, Period, Window};
use crate::series::Finality;
use crate::stats::{self, Comparison, Extreme, NotComputed};
use strum::VariantArray;

/// The measures of the headline.
const MEASURES: [Measure; 3] = [Measure::Incidents, Measure::Killed, Measure::Injured];

/// Share of the killed above which a single incident is named beside a comparison: with a third of the toll in one incident, the
/// month without it tells another story.
const ONE_INCIDENT: f64 = 1.0 / 3.0;

/// Periods in the mean that stands beside the headline.
const TWELVE: usize = 12;

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let mut found = vec![total(about)];
    found.extend(Comparison::VARIANTS.iter().filter_map(|&comparison| compared(about, comparison)));
    found.push(level(about));
    found.extend(records(about));
    found.extend(ledgers(about));
    found.extend(margins(about));
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

fn one_incident(about: &About, entry: &Entry) -> Option<Caveat> {
    let (killed, of) = (about.analysis.notable.first()?.killed.value(), entry.cell.killed.best.value());
    (of >= stats::MINIMUM_BASE && killed >= ONE_INCIDENT * of).then_some(Caveat::OneIncident { killed, of })
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

fn compared(about: &About, comparison: Comparison) -> Option<Finding> {
    let (current, base) = windows(about, comparison)?;
    let analysis = about.analysis;
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
    let movements: Vec<Movement> = MEASURES
        .iter()
        .filter(|measure| reported(measure))
        .map(|&measure| Movement { measure, result: analysis.compare(ALL, measure, comparison, about.latest) })
        .collect();
    let missing = movements.iter().all(|moved| moved.result == Err(NotComputed::NoBase));
    if missing && comparison != Comparison::Previous {
        return None;
    }
    let base = base.filter(|_| !missing);
    let caveats = base.map_or(Vec::new(), |base| about.caveats(&movements, current, base));
    let weight = movements.iter().filter_map(|moved| moved.result.as_ref().ok()).map(|c| c.absolute.abs()).sum();
    let finality = analysis.finality(about.latest);
    let claim = Claim::Compared(Compared { comparison, current, base, finality, movements });
    let mut rows = vec![("scope", "all".to_owned()), ("kind", "all".to_owned())];
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

/// Records of the whole, and of its largest parts where they are about more than a handful.
fn records(about: &About) -> Vec<Finding> {
    let analysis = about.analysis;
    let provisional = analysis.finality(about.latest) == Finality::Provisional;
    let mut found = Vec::new();
    for row in analysis.records.iter().filter(|row| row.key.facet == Facet::ALL) {
        let Ok(Some(record)) = &row.result else { continue };
        // What later reports may still raise is no low.
        if provisional && record.extreme == Extreme::Lowest {
            continue;
        }
        let Some(subject) = subject(about, row.key.scope) else { continue };
        let beaten = record.since.and_then(|(_, value)| value).unwrap_or(record.value);
        if !matches!(subject, Subject::All(_)) && record.value.max(beaten) < stats::MINIMUM_BASE {
            continue;
        }
        let mut rows = match &subject {
            Subject::All(_) => Vec::new(),
            Subject::Region(place) => vec![("country", place.country.clone()), ("region", place.region.clone())],
            Subject::Group(group) => vec![("group", group.clone())],
        };
        rows.insert(0, ("scope", subject.scope().to_owned()));
        rows.extend([("measure", row.measure.id().to_owned()), ("extreme", record.extreme.id().to_owned())]);
        let chart = if row.measure == Measure::Killed { "casualties" } else { "frequency" };
        let evidence = vec![Evidence { dataset: "records", rows, charts: vec![chart] }];
        let claim = Claim::Record { measure: row.measure, record: *record };
        let mut finding = about.finding(subject, claim, record.depth as f64, evidence);
        if provisional {
            finding.caveats.push(Caveat::Provisional { period: about.latest });
        }
        let from = record.since.map_or(record.begins, |(since, _)| since).start();
        let breaks = analysis.loaded.facts.breaks.iter().filter(|b| from < b.from && b.from <= about.latest.end());
        let breaks = breaks.map(|b| Caveat::CollectionBreak { from: b.from, note: b.note.clone() });
        finding.caveats.extend(breaks);
        found.push(finding);
    }
    found
}

/// The scope as a subject, if it is the whole or among the parts that a report shows.
fn subject(about: &About, scope: Scope) -> Option<Subject> {
    let analysis = about.analysis;
    match scope {
        Scope::All => Some(about.all()),
        Scope::Region(region) => {
            (analysis.top_regions().iter()).any(|top| top.region == region).then(|| about.region(region))
        }
        Scope::Group(group) => (analysis.top_groups().iter())
            .any(|top| top.name == group)
            .then(|| Subject::Group(analysis.text(group).to_owned())),
        Scope::Family(_) | Scope::District(_) | Scope::GroupRegion(..) => None,
    }
}

fn ledgers(about: &About) -> Option<Finding> {
    let reports = &about.analysis.loaded.facts.reports;
    let ledgers: Vec<Ledger> = (about.analysis.kinds().into_iter())
        .filter(|kind| kind.counts())
        .map(|kind| (kind, about.entry(Key { scope: Scope::All, facet: Facet::kind(kind) })))
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
        .collect();
    if ledgers.is_empty() {
        return None;
    }
    let weight = ledgers.iter().map(|ledger| ledger.incidents).sum();
    let rows = vec![("scope", "all".to_owned()), ("role", "any".to_owned()), ("period", about.latest.label())];
    let evidence = vec![Evidence { dataset: "series", rows, charts: vec!["casualties"] }];
    Some(about.finding(about.all(), Claim::Ledgers(ledgers), weight, evidence))
}

/// Parts against their whole. DESIGN, rule 11.
fn margins(about: &About) -> Vec<Finding> {
    let entry = about.entry(ALL);
    let reports = &about.analysis.loaded.facts.reports;
    let mut margins = Vec::new();
    let mut differ = |excess: Excess, parts: Amount, whole: Amount| {
        margins.push(Margin { excess, parts: parts.value(), whole: whole.value() });
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
            let evidence = vec![about.series(&about.all(), &[])];
            about.finding(about.all(), Claim::Margin(margin), weight, evidence)
        })
        .collect()
}

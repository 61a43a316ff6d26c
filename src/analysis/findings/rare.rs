//! Findings that not every period has: suicide attacks, people taken, failed attacks, the deadliest incident, firsts and silences.

use super::{ALL, About};
use crate::cube::{Facet, Key, Scope};
use crate::finding::{Caveat, Claim, Deadliest, Evidence, Finding, Subject, Suicide};
use crate::incident::Kind;
use crate::measure::{Amount, Measure, Reading};
use crate::names::Class;
use crate::period::Window;
use crate::stats::Silence;

/// The fewest deaths that make the deadliest incident worth a sentence: many incidents kill one.
const DEADLY: i64 = 2;

/// How long ago a group may have fallen silent to be news, in years; older silences stand in the table.
const SILENCE_IS_NEWS: i32 = 3;

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(suicide(about));
    found.extend(taken(about));
    found.extend(failed(about));
    found.extend(deadliest(about));
    found.extend(silences(about));
    found
}

fn suicide(about: &About) -> Option<Finding> {
    let analysis = about.analysis;
    let reports = &analysis.loaded.facts.reports;
    if !reports.suicide.yes() {
        return None;
    }
    let entry = about.entry(ALL);
    let year = about.latest.end().year();
    let to_date = |year: i32| {
        let index = analysis.to_date.year(year)?;
        let reading = about.reading(Measure::SuicideAttacks, &analysis.to_date.cube.at(ALL, index));
        Some((analysis.to_date.windows[index], reading))
    };
    let now = to_date(year).filter(|(window, _)| *window != Window::from(about.latest));
    let attacks = about.reading(Measure::SuicideAttacks, &entry);
    let any = [Some(attacks), now.map(|(_, reading)| reading)].into_iter().flatten();
    if !any.filter_map(Reading::value).any(|number| number > 0.0) {
        return None;
    }
    let toll = |count: crate::measure::Count, reported| count.reading(entry.cell.suicide.incidents, reported);
    let claim = Claim::Suicide(Suicide {
        attacks,
        killed: toll(entry.cell.suicide.killed, reports.killed),
        injured: toll(entry.cell.suicide.injured, reports.injured),
        to_date: now.map(|(window, reading)| (window, reading, to_date(year - 1).map(|(_, then)| then))),
    });
    let rows = vec![("scope", "all".to_owned()), ("kind", "all".to_owned()), ("measure", "suicide_attacks".to_owned())];
    let evidence = vec![Evidence { dataset: "changes", rows, charts: vec!["tactics"] }];
    Some(about.finding(about.all(), claim, attacks.value().unwrap_or(0.0), evidence))
}

fn taken(about: &About) -> Option<Finding> {
    let entry = about.entry(ALL);
    let (arrested, abducted) = (about.reading(Measure::Arrested, &entry), about.reading(Measure::Abducted, &entry));
    let weight: f64 = [arrested, abducted].into_iter().filter_map(Reading::value).sum();
    let evidence = vec![about.series(&about.all(), &[])];
    (weight > 0.0).then(|| about.finding(about.all(), Claim::Taken { arrested, abducted }, weight, evidence))
}

fn failed(about: &About) -> Option<Finding> {
    let cell = about.entry(Key { scope: Scope::All, facet: Facet::kind(Kind::Attack) }).cell;
    let (failed, attacks) = (cell.failed.value(), cell.incidents.value());
    let evidence = vec![about.series(&about.all(), &[])];
    (failed > 0.0).then(|| about.finding(about.all(), Claim::Failed { failed, attacks }, failed, evidence))
}

fn deadliest(about: &About) -> Option<Finding> {
    let analysis = about.analysis;
    let notable = analysis.notable.first().filter(|first| first.killed >= Amount::whole(DEADLY))?;
    let rows = analysis.loaded.incidents.rows();
    let row = rows.get(notable.row);
    let same = about.entry(ALL).tolls.killed.get(notable.killed);
    let mut groups: Vec<String> = (row.cast().participants().iter())
        .filter(|participant| participant.class != Class::Generic)
        .map(|participant| analysis.text(participant.group).to_owned())
        .collect();
    groups.sort();
    groups.dedup();
    let region = row.region();
    let district = analysis.text(row.district().name).to_owned();
    let place: Vec<String> =
        if region.name.is_none() { vec![district] } else { vec![district, analysis.region_name(region)] };
    let place: Vec<String> = place.into_iter().filter(|name| !name.is_empty()).collect();
    let claim = Claim::Deadliest(Deadliest {
        id: row.id().to_owned(),
        days: Window::new(row.start(), row.end()).unwrap_or(Window::from(about.latest)),
        place: place.join(", "),
        groups,
        killed: notable.killed.value(),
        ties: usize::try_from(same.rounded()).unwrap_or(1),
    });
    let evidence = vec![Evidence { dataset: "notable", rows: vec![("id", row.id().to_owned())], charts: Vec::new() }];
    Some(about.finding(about.all(), claim, notable.killed.value(), evidence))
}

fn silences(about: &About) -> Vec<Finding> {
    let analysis = about.analysis;
    let mut found = Vec::new();
    for row in &analysis.silences {
        let (Ok(Some(silence)), Scope::Group(group)) = (&row.result, row.key.scope) else { continue };
        let (weight, caveat) = match *silence {
            Silence::Quiet { last, .. } if last.end() < about.latest.end().plus_years(-SILENCE_IS_NEWS) => continue,
            Silence::Quiet { expected, .. } => (expected, Caveat::Renamed),
            Silence::New { .. } => (about.entry(row.key).cell.incidents.value(), Caveat::NewName),
        };
        let subject = Subject::Group(analysis.text(group).to_owned());
        let rows = vec![("group", subject.name().into_owned())];
        let evidence = vec![Evidence { dataset: "silences", rows, charts: vec!["frequency", "groups"] }];
        let claim = Claim::Silence { silence: *silence, begins: analysis.covered(row.key.scope).from() };
        let mut finding = about.finding(subject, claim, weight, evidence);
        finding.caveats.push(caveat);
        found.push(finding);
    }
    found
}

//! The findings of an analysis: which claims its numbers carry, with their evidence and caveats. No words are chosen here.

mod compared;
mod firsts;
mod inferred;
mod margins;
mod outlook;
mod pairs;
mod parts;
mod rare;
mod records;
mod whole;
mod withheld;

use super::{Analysis, Question, Tested};
use crate::cube::{Entry, Facet, Key, Scope};
use crate::finding::{self, Caveat, Claim, Evidence, Finding, Movement, Place, Significance, SoFar, Subject};
use crate::incident::Kind;
use crate::measure::{Measure, Reading};
use crate::names::Region;
use crate::period::{Period, Window};
use crate::series::Finality;
use crate::stats::{self, Comparison, NotComputed};
use crate::text;

/// Everything counted, of every kind and role.
const ALL: Key = Key { scope: Scope::All, facet: Facet::ALL };

/// More countries than this are not listed by name in a sentence.
const COUNTRIES_NAMED: usize = 3;

/// Days by which two periods must differ before a sentence says so: a February against its neighbours, not April against May.
const DAYS_APART: u32 = 2;

/// All findings, in the order of a report.
pub(super) fn findings(analysis: &Analysis) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(latest) = analysis.latest {
        let about = About { analysis, latest };
        found.extend(whole::findings(&about));
        found.extend(parts::findings(&about));
        found.extend(rare::findings(&about));
        found.extend(firsts::findings(&about));
        found.extend(inferred::findings(&about));
        found.extend(outlook::findings(&about));
        found.extend(pairs::findings(&about));
        found.extend(withheld::findings(&about));
    }
    found.extend(so_far(analysis));
    finding::rank(&mut found);
    found
}

/// An analysis and the period that its findings are about.
struct About<'a> {
    analysis: &'a Analysis,
    latest: Period,
}

impl About<'_> {
    fn entry(&self, key: Key) -> Entry {
        self.analysis.entry(key, self.latest)
    }

    /// What a measure is worth in an entry.
    fn reading(&self, measure: Measure, entry: &Entry) -> Reading {
        measure.of(&entry.cell, &self.analysis.loaded.facts.reports)
    }

    fn region(&self, region: Region) -> Subject {
        Subject::Region(Place {
            country: self.analysis.text(region.country).to_owned(),
            region: self.analysis.text(region.name).to_owned(),
            shown: self.analysis.region_name(region),
        })
    }

    fn all(&self) -> Subject {
        all(self.analysis)
    }

    /// The scope as a subject, if it is the whole or among the parts that a report shows.
    fn subject(&self, scope: Scope) -> Option<Subject> {
        if !self.analysis.shows(scope) {
            return None;
        }
        match scope {
            Scope::All => Some(self.all()),
            Scope::Region(region) => Some(self.region(region)),
            Scope::Group(group) => Some(Subject::Group(self.analysis.text(group).to_owned())),
            Scope::Family(_) | Scope::District(_) | Scope::GroupRegion(..) => None,
        }
    }

    /// A change as it is told: the numbers, and what the test of them found.
    fn movement(&self, key: Key, measure: Measure, comparison: Comparison) -> Movement {
        let result = self.analysis.compare(key, measure, comparison, self.latest);
        let same = |row: &&super::ChangeRow| (row.key, row.measure, row.comparison) == (key, measure, comparison);
        let row = self.analysis.changes.iter().find(same);
        let tested = row.map_or(Err(NotComputed::NotShown), |row| row.tested);
        Movement { measure, result, tested: tested.map(|tested| self.tested(key, &tested)) }
    }

    fn tested(&self, key: Key, tested: &Tested) -> finding::Tested {
        finding::Tested {
            evidence: tested.evidence,
            significance: self.significance(Question::Change, key, tested.p(), tested.q),
            without_deadliest: tested.without_deadliest,
        }
    }

    /// A p among the tests of its question and scope.
    fn significance(&self, question: Question, key: Key, p: f64, q: Option<f64>) -> Significance {
        let word = super::inference::family_id(key);
        let family = self.analysis.families.iter().find(|(asked, of, _)| (*asked, *of) == (question, word));
        Significance { p, q, tests: family.map_or(0, |(_, _, family)| family.size()) }
    }

    /// A finding about the latest period, without caveats.
    fn finding(&self, subject: Subject, claim: Claim, weight: f64, evidence: Vec<Evidence>) -> Finding {
        new(self.analysis, self.latest, subject, claim, weight, evidence)
    }

    /// The rows of `series.csv` under a subject in the latest period.
    fn series(&self, subject: &Subject, charts: &[&'static str]) -> Evidence {
        series(subject, self.latest, charts)
    }

    /// Caveats that any comparison of these measures with that base needs.
    fn caveats(&self, movements: &[Movement], current: Window, base: Window) -> Vec<Caveat> {
        let facts = &self.analysis.loaded.facts;
        let mut caveats = Vec::new();
        let changes = || movements.iter().filter_map(|moved| moved.result.as_ref().ok().map(|c| (moved.measure, c)));
        if self.analysis.finality(self.latest) == Finality::Provisional {
            caveats.push(Caveat::Provisional { period: self.latest });
        }
        if changes().any(|(_, change)| change.certainty == stats::Certainty::LowerBounds) {
            caveats.push(Caveat::KnownOnly);
        }
        if changes().any(|(_, change)| change.plain_ratio.is_none() && change.absolute != 0.0) {
            caveats.push(Caveat::SmallBase);
        }
        let incidents = changes().find(|(measure, _)| *measure == Measure::Incidents);
        if let Some((_, change)) = incidents
            && change.current_days.abs_diff(change.base_days) >= DAYS_APART
            && let (Some(ratio), Some(_)) = (change.ratio, change.plain_ratio)
        {
            let (current_days, base_days) = (change.current_days, change.base_days);
            caveats.push(Caveat::PeriodLengths { current_days, base_days, ratio });
        }
        let broken = facts.breaks.iter().filter(|b| base.start() < b.from && b.from <= current.end());
        caveats.extend(broken.map(|b| Caveat::CollectionBreak { from: b.from, note: b.note.clone() }));
        caveats
    }
}

fn new(
    analysis: &Analysis,
    period: Period,
    subject: Subject,
    claim: Claim,
    weight: f64,
    evidence: Vec<Evidence>,
) -> Finding {
    Finding {
        source: analysis.loaded.facts.source.clone(),
        title: analysis.loaded.facts.title.clone(),
        subject,
        period,
        claim,
        evidence,
        caveats: Vec::new(),
        weight,
    }
}

/// The countries of the run by name, where they are few.
fn all(analysis: &Analysis) -> Subject {
    let names: Vec<&str> =
        analysis.countries().into_iter().map(|country| analysis.text(country)).filter(|n| !n.is_empty()).collect();
    Subject::All(if names.len() > COUNTRIES_NAMED { String::new() } else { text::list(&names) })
}

/// The rows of a subject and kind in a table of statistics.
fn subject_rows(subject: &Subject, kind: Option<Kind>) -> Vec<(&'static str, String)> {
    let mut rows = vec![("scope", subject.scope().to_owned())];
    match subject {
        Subject::All(_) => {}
        Subject::Region(place) => {
            rows.extend([("country", place.country.clone()), ("region", place.region.clone())]);
        }
        Subject::Group(name) => rows.push(("group", name.clone())),
        Subject::Pair(a, b) => rows.extend([("a", a.clone()), ("b", b.clone())]),
    }
    rows.push(("kind", kind.map_or("all", Kind::id).to_owned()));
    rows
}

fn series(subject: &Subject, period: Period, charts: &[&'static str]) -> Evidence {
    let mut rows = subject_rows(subject, None);
    rows.extend([("role", "any".to_owned()), ("period", period.label())]);
    Evidence { dataset: "series", rows, charts: charts.to_vec() }
}

/// What is known of a newest period that is only partly covered, or of a run in which no period is complete.
fn so_far(analysis: &Analysis) -> Option<Finding> {
    let last = *analysis.periods.last()?;
    if analysis.latest == Some(last) {
        return None;
    }
    let coverage = analysis.coverage.window();
    let (covered, of_days, entry) = match analysis.latest {
        Some(_) => (Window::from(last).overlap(coverage)?, Some(last.days()), analysis.entry(ALL, last)),
        None => {
            let mut sum = Entry::default();
            analysis.cube.get(ALL).into_iter().flatten().for_each(|(_, entry)| sum.add(&entry));
            (coverage, (analysis.periods.len() == 1).then_some(last.days()), sum)
        }
    };
    let reading = |measure: Measure| measure.of(&entry.cell, &analysis.loaded.facts.reports);
    let claim = Claim::SoFar(SoFar {
        covered,
        of_days,
        incidents: entry.cell.incidents.value(),
        killed: reading(Measure::Killed),
        injured: reading(Measure::Injured),
        same_days: analysis.same_days.iter().map(|&(base, incidents)| (base, incidents.value())).collect(),
    });
    let evidence = vec![series(&all(analysis), last, &["frequency", "casualties"])];
    let mut found = new(analysis, last, all(analysis), claim, entry.cell.incidents.value(), evidence);
    let whole = Window::new(coverage.start().min(analysis.periods[0].start()), last.end());
    let missing_start = analysis.latest.is_none() && analysis.periods[0].start() < coverage.start();
    let from = if missing_start { analysis.periods[0].start() } else { coverage.start() };
    found
        .caveats
        .extend(whole.and_then(|w| Window::new(from, w.end())).map(|covered| Caveat::CompleteWith { covered }));
    Some(found)
}

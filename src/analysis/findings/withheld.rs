//! Findings about silence: what is not claimed because the counting, one incident or a moved border may have made it.

use super::super::Question;
use super::outlook::{TESTED, told};
use super::{About, subject_rows};
use crate::cube::{Facet, Key, Scope};
use crate::finding::{self, Claim, Evidence, Finding, Withheld, guards};
use crate::measure::Measure;
use crate::stats::{Comparison, NotComputed, TrendStatistic};
use std::collections::{BTreeMap, BTreeSet};

/// What is withheld of one subject for one reason.
struct Kept {
    reason: NotComputed,
    questions: BTreeSet<finding::Question>,
    measures: BTreeSet<Measure>,
}

/// Once for each subject that the report shows and each reason.
pub(super) fn findings(about: &About) -> Vec<Finding> {
    let mut kept: BTreeMap<(Scope, &'static str), Kept> = BTreeMap::new();
    for (key, measure, question, reason) in refusals(about) {
        if key.facet != Facet::ALL || !guards(reason) || !TESTED.contains(&measure) {
            continue;
        }
        let new = || Kept { reason, questions: BTreeSet::new(), measures: BTreeSet::new() };
        let one = kept.entry((key.scope, reason.id())).or_insert_with(new);
        one.reason = graver(one.reason, reason);
        one.questions.insert(question);
        one.measures.insert(measure);
    }
    kept.into_iter().filter_map(|((scope, _), one)| finding(about, scope, one)).collect()
}

type Refusal = (Key, Measure, finding::Question, NotComputed);

/// Everything that was not computed, and why.
fn refusals(about: &About) -> Vec<Refusal> {
    let analysis = about.analysis;
    let mut found: Vec<Refusal> = Vec::new();
    for row in &analysis.changes {
        // The year to date holds the months: its reasons are theirs.
        if row.comparison != Comparison::YearToDate {
            let reason = row.result.as_ref().err().or(row.tested.as_ref().err());
            found.extend(reason.map(|&reason| (row.key, row.measure, told(Question::Change), reason)));
        }
    }
    for row in analysis.trends.iter().filter(|row| row.statistic == TrendStatistic::Growth) {
        found.extend(row.result.as_ref().err().map(|&reason| (row.key, row.measure, told(Question::Trend), reason)));
    }
    for row in &analysis.alerts {
        found.extend(row.result.as_ref().err().map(|&reason| (row.key, row.measure, told(Question::Alert), reason)));
    }
    for row in &analysis.breaks {
        found.extend(row.result.as_ref().err().map(|&reason| (row.key, row.measure, told(Question::Break), reason)));
    }
    for row in &analysis.records {
        let reason = row.result.as_ref().err();
        found.extend(reason.map(|&reason| (row.key, row.measure, finding::Question::Record, reason)));
    }
    found
}

/// Of one reason with different numbers the larger one.
fn graver(a: NotComputed, b: NotComputed) -> NotComputed {
    match (a, b) {
        (NotComputed::NewSources { share: x }, NotComputed::NewSources { share: y }) if y > x => b,
        (NotComputed::OneIncident { killed: x }, NotComputed::OneIncident { killed: y }) if y > x => b,
        (a, _) => a,
    }
}

fn finding(about: &About, scope: Scope, kept: Kept) -> Option<Finding> {
    let subject = about.subject(scope)?;
    let tables = kept.questions.iter().map(|question| match question {
        finding::Question::Change => "changes",
        finding::Question::Trend => "trends",
        finding::Question::Alert => "alerts",
        finding::Question::Break => "breaks",
        finding::Question::Record => "records",
    });
    let rows = || subject_rows(&subject, None);
    let evidence: Vec<Evidence> =
        tables.map(|dataset| Evidence { dataset, rows: rows(), charts: vec!["frequency"] }).collect();
    let weight = about.entry(Key { scope, facet: Facet::ALL }).cell.incidents.value();
    let (questions, measures) = (kept.questions.into_iter().collect(), kept.measures.into_iter().collect());
    let claim = Claim::Withheld(Withheld { reason: kept.reason, questions, measures });
    Some(about.finding(subject, claim, weight, evidence))
}

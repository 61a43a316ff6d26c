//! Findings about what may come, how earlier forecasts did, how deadly incidents are, and how many tests were made.

use super::super::{LethalityRow, Question};
use super::{ALL, About, subject_rows};
use crate::cube::Scope;
use crate::finding::{self, Asked, Claim, Deadliness, Evidence, Finding, Kept, Outlook};
use crate::measure::Measure;
use crate::stats::{Lethality, NotComputed};
use strum::VariantArray;

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let mut found = forecasts(about);
    found.extend(kept(about));
    found.extend(lethality(about));
    found.push(tested(about));
    found
}

/// The outlook of the whole; those of its parts stand in the table.
fn forecasts(about: &About) -> Vec<Finding> {
    let rows = about.analysis.forecasts.iter().filter(|row| row.key == ALL);
    // A source that never reports a toll has said so already.
    let rows = rows.filter(|row| row.result != Err(NotComputed::Unreported));
    rows.map(|row| {
        let mut wanted = subject_rows(&about.all(), None);
        wanted.push(("measure", row.measure.id().to_owned()));
        let evidence = vec![
            Evidence { dataset: "forecasts", rows: wanted.clone(), charts: vec!["outlook", "frequency"] },
            Evidence { dataset: "scores", rows: wanted, charts: Vec::new() },
        ];
        let size = row.result.as_ref().ok().and_then(|found| found.steps.first()).map_or(0.0, |step| step.mean);
        let claim = Claim::Forecast(Outlook { measure: row.measure, result: row.result.clone() });
        about.finding(about.all(), claim, size, evidence)
    })
    .collect()
}

fn kept(about: &About) -> Vec<Finding> {
    let rows = about.analysis.kept.iter().filter(|kept| kept.scope == Scope::All);
    rows.map(|row| {
        let claim = Claim::ForecastKept(Kept {
            measure: row.measure,
            target: row.target,
            mean: row.mean,
            low80: row.low80,
            high80: row.high80,
            observed: row.observed,
            label: row.label.clone(),
        });
        let evidence = vec![about.series(&about.all(), &["outlook", "frequency"])];
        about.finding(about.all(), claim, row.observed, evidence)
    })
    .collect()
}

fn lethality(about: &About) -> Option<Finding> {
    let rows: Vec<&LethalityRow> = about.analysis.lethality.iter().filter(|row| row.key == ALL).collect();
    let of = |wanted: fn(&LethalityRow, &About) -> bool| -> Result<Lethality, NotComputed> {
        rows.iter().find(|row| wanted(row, about)).map_or(Err(NotComputed::NoBase), |row| row.result)
    };
    let latest = of(|row, about| row.from == row.to && row.to == about.latest);
    if latest == Err(NotComputed::Unreported) {
        return None;
    }
    let year = of(|row, about| row.from < row.to && row.to == about.latest);
    let year_before = of(|row, about| row.to < about.latest);
    let size = latest.as_ref().map_or(0.0, |found| found.killed_per_incident.estimate);
    let evidence =
        vec![Evidence { dataset: "lethality", rows: subject_rows(&about.all(), None), charts: vec!["lethality"] }];
    Some(about.finding(about.all(), Claim::Lethality(Deadliness { latest, year, year_before }), size, evidence))
}

/// The tests of each question, over all scopes.
fn tested(about: &About) -> Finding {
    let questions = Question::VARIANTS.iter().map(|&question| {
        let mut asked = Asked { question: told(question), tests: 0, clear: 0, nominal: 0, left_out: 0 };
        for (_, _, family) in about.analysis.families.iter().filter(|(of, ..)| *of == question) {
            asked.tests += family.size();
            asked.clear += family.clear();
            asked.nominal += family.nominal();
            asked.left_out += family.left_out();
        }
        asked
    });
    let asked: Vec<Asked> = questions.collect();
    let size = asked.iter().map(|one| one.tests).sum::<usize>() as f64;
    let evidence = vec![Evidence { dataset: "tests", rows: Vec::new(), charts: Vec::new() }];
    about.finding(about.all(), Claim::Tested(asked), size, evidence)
}

/// The question as a finding names it.
pub(super) fn told(question: Question) -> finding::Question {
    match question {
        Question::Change => finding::Question::Change,
        Question::Trend => finding::Question::Trend,
        Question::Alert => finding::Question::Alert,
        Question::Break => finding::Question::Break,
    }
}

/// The measures that a report tests at all.
pub(super) const TESTED: [Measure; 2] = [Measure::Incidents, Measure::Killed];

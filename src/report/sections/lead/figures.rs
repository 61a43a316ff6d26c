//! The key figures: what the latest period had, against the one before and the same a year ago.

use super::super::super::document::{Against, KeyFigure, Strength};
use super::super::about::About;
use super::spark::spark;
use crate::analysis::ChangeRow;
use crate::chart::Subject;
use crate::cube::Key;
use crate::finding;
use crate::incident::Kind;
use crate::measure::{Measure, Reading};
use crate::messages::{Form, Message};
use crate::period::Period;
use crate::series::Finality;
use crate::stats::Comparison;

/// A number to show: what of, and under which name.
struct Shown {
    key: Key,
    measure: Measure,
    label: String,
}

pub(super) fn figures(about: &About) -> Vec<KeyFigure> {
    shown(about).into_iter().map(|shown| figure(about, shown)).collect()
}

/// Incidents, attacks, lethal incidents, killed, injured: what the source reports of them.
fn shown(about: &About) -> Vec<Shown> {
    let (m, page) = (about.page.m, about.page);
    let reports = &page.analysis.loaded.facts.reports;
    let key = about.key();
    let of = |measure, message| Shown { key, measure, label: m.say(message) };
    let mut shown = vec![of(Measure::Incidents, Message::FigureIncidents {})];
    let attacks = about.of_kind(Kind::Attack);
    if page.analysis.kinds().len() > 1 && page.analysis.cube.get(attacks).is_some() {
        let label = finding::sentence_case(&finding::of_kind(m, Some(Kind::Attack), Form::MANY));
        shown.push(Shown { key: attacks, measure: Measure::Incidents, label });
    }
    let lethal = page.reading(Measure::LethalIncidents, &page.entry(key));
    if lethal != Reading::Unreported {
        shown.push(of(Measure::LethalIncidents, Message::FigureLethal {}));
    }
    if reports.killed.yes() {
        shown.push(of(Measure::Killed, Message::FigureKilled {}));
    }
    if reports.injured.yes() {
        shown.push(of(Measure::Injured, Message::FigureInjured {}));
    }
    let suicide = page.entry_of_all_time(key).cell.suicide.incidents;
    if about.subject == Subject::All && reports.suicide.yes() && suicide.value() > 0.0 {
        shown.push(of(Measure::SuicideAttacks, Message::FigureSuicide {}));
    }
    shown
}

fn figure(about: &About, shown: Shown) -> KeyFigure {
    let page = about.page;
    let Shown { key, measure, label } = shown;
    let value = match page.cell(measure, &page.entry(key)) {
        empty if empty.is_empty() => page.m.say(Message::StatusUnreported {}),
        value => value,
    };
    let against = bases(about).into_iter().map(|(comparison, base)| against(about, key, measure, comparison, base));
    KeyFigure { label, value, against: against.collect(), spark: spark(page, key, measure) }
}

/// The period before, and the same a year ago where that is another.
pub(in super::super) fn bases(about: &About) -> Vec<(Comparison, Period)> {
    let Some(latest) = about.page.analysis.latest else { return Vec::new() };
    let before = latest.plus(-1);
    let year = latest.year_before().filter(|&year| year != before).map(|year| (Comparison::YearAgo, year));
    [Some((Comparison::Previous, before)), year].into_iter().flatten().collect()
}

/// The change on a base with its interval, or why it is not compared.
pub(in super::super) fn against(
    about: &About,
    key: Key,
    measure: Measure,
    comparison: Comparison,
    base: Period,
) -> Against {
    let (m, analysis) = (about.page.m, about.page.analysis);
    let same = |row: &&ChangeRow| (row.key, row.measure, row.comparison) == (key, measure, comparison);
    let row = analysis.changes.iter().find(same);
    let result = match (row, analysis.latest) {
        (Some(row), _) => Ok(row.result),
        (None, Some(latest)) => Ok(analysis.compare(key, measure, comparison, latest)),
        (None, None) => Err(()),
    };
    let base = m.period(base);
    let counted = |text| Against { base: base.clone(), text, strength: Strength::Counted };
    match result {
        Err(()) => counted(String::new()),
        Ok(Err(reason)) => {
            let why = finding::why(m, reason, analysis.policy.grain);
            counted(m.say(Message::NotComparedBecause { why }))
        }
        // What later reports may undo is only a number.
        Ok(Ok(change)) if change.absolute < 0.0 && is_provisional(about) => {
            let difference = finding::difference(m, &change, None);
            counted(m.say(Message::DifferenceSoFar { difference }))
        }
        Ok(Ok(change)) => {
            let tested = row.and_then(|row| row.tested.as_ref().ok());
            let strength = tested.map_or(Strength::Counted, |tested| tested.judgement().into());
            let text = finding::difference(m, &change, tested.map(|tested| &tested.evidence));
            Against { base: base.clone(), text, strength }
        }
    }
}

fn is_provisional(about: &About) -> bool {
    let analysis = about.page.analysis;
    analysis.latest.is_some_and(|latest| analysis.finality(latest) == Finality::Provisional)
}

//! The first screen: what a reader with one minute needs.

mod figures;
mod headlines;
mod spark;

pub(super) use figures::{against, bases};

use super::super::document::Lead;
use super::about::About;
use crate::chart::Subject;
use crate::finding;
use crate::measure::Amount;
use crate::messages::{Message, Messages};
use crate::series::Finality;
use crate::source::Accounting;
use crate::text;

/// The first screen of a report, or of a page, about a subject.
pub(super) fn lead(about: &About) -> Lead {
    Lead {
        facts: facts(about),
        headlines: headlines::headlines(about),
        figures: figures::figures(about),
        completeness: completeness(about),
    }
}

/// What it is about, and how fresh it is.
fn facts(about: &About) -> Vec<(String, String)> {
    let (m, page) = (about.page.m, about.page);
    let analysis = page.analysis;
    let coverage = analysis.coverage;
    let mut facts = vec![
        (m.say(Message::FactPeriod {}), page.now()),
        (m.say(Message::FactCoverage {}), m.stretch(coverage.from(), coverage.to())),
    ];
    if let Some(day) = analysis.policy.as_of {
        facts.push((m.say(Message::FactAsOf {}), m.day(day)));
    }
    facts.push((m.say(Message::FactSource {}), page.title().to_owned()));
    let version = analysis.version.map_or_else(|| m.say(Message::FactNoVersion {}), |day| m.day(day));
    facts.push((m.say(Message::FactVersion {}), version));
    match page.filters() {
        filters if filters.is_empty() => {}
        filters => facts.push((m.say(Message::FactFilters {}), filters)),
    }
    facts
}

/// How complete the numbers of the period are, one sentence each.
fn completeness(about: &About) -> Vec<String> {
    let (m, analysis) = (about.page.m, about.page.analysis);
    let mut said = Vec::new();
    said.extend(tolls(about));
    if let Some(latest) = analysis.latest.filter(|&latest| analysis.finality(latest) == Finality::Provisional) {
        said.push(m.say(Message::CaveatProvisional { period: m.period(latest) }));
    }
    said.extend(places(about));
    said.extend(unnamed(about));
    let mut rows = Accounting::default();
    analysis.loaded.files.iter().for_each(|file| rows += file.accounting);
    said.push(match rows.rejected {
        0 => m.say(Message::CompleteRows { n: (rows.read as f64).into() }),
        rejected => m.say(Message::IncompleteRows { n: (rejected as f64).into(), of: text::count(rows.read as f64) }),
    });
    said.iter().map(|sentence| finding::sentence_case(sentence)).collect()
}

/// How many tolls are known.
fn tolls(about: &About) -> Vec<String> {
    let (m, page) = (about.page.m, about.page);
    let cell = page.entry(about.key()).cell;
    let reports = &page.analysis.loaded.facts.reports;
    let mut said = Vec::new();
    if cell.incidents == Amount::ZERO {
        return said;
    }
    let tolls = [
        (m.say(Message::TollKilled {}), reports.killed, cell.killed.known),
        (m.say(Message::TollInjured {}), reports.injured, cell.injured.known),
    ];
    for (toll, reported, known) in tolls {
        let unknown = cell.incidents - known;
        said.push(match (reported.yes(), unknown > Amount::ZERO) {
            (false, _) => m.say(Message::NoTolls { toll }),
            (true, false) => m.say(Message::CompleteTolls { toll, period: page.now() }),
            (true, true) => m.say(Message::IncompleteTolls {
                n: unknown.value().into(),
                of: text::count(cell.incidents.value()),
                share: share(m, unknown, cell.incidents),
                toll,
            }),
        });
    }
    said
}

/// How many incidents are placed no nearer than a region.
fn places(about: &About) -> Option<String> {
    let m = about.page.m;
    let (mut all, mut coarse) = (Amount::ZERO, Amount::ZERO);
    about.each(about.window(), |row| {
        all += row.weight();
        if row.place_precision().coarser_than_district() {
            coarse += row.weight();
        }
    });
    (coarse > Amount::ZERO).then(|| {
        let (of, share) = (text::count(all.value()), share(m, coarse, all));
        m.say(Message::CoarsePlaces { n: coarse.value().into(), of, share })
    })
}

/// In how many incidents no armed group is named; of a group the question makes no sense.
fn unnamed(about: &About) -> Option<String> {
    let (m, page) = (about.page.m, about.page);
    if matches!(about.subject, Subject::Group(_)) {
        return None;
    }
    if !page.analysis.loaded.facts.reports.unattributed.yes() {
        return Some(m.say(Message::UnnamedLeftOut {}));
    }
    let cell = page.entry(about.key()).cell;
    let armed = cell.unattributed + cell.attributed;
    (armed > Amount::ZERO).then(|| {
        let (of, share) = (text::count(armed.value()), share(m, cell.unattributed, armed));
        m.say(Message::UnnamedShare { n: cell.unattributed.value().into(), of, share })
    })
}

/// ` (12 %)`, where the whole carries a percentage.
fn share(m: &Messages, part: Amount, whole: Amount) -> String {
    finding::percent_of(m, part.value(), whole.value())
}

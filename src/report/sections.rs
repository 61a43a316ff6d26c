//! The document of a report: which sections there are, in which order. What stands in each is decided beside this file.

mod alerts;
mod card;
mod counted;
mod forecast_json;
mod headline;
mod json;
mod ledgers;
mod maps;
mod mixes;
mod notable;
mod outlook;
mod page;
mod parts;
mod place;
mod quality;
mod rows;
mod sure;
#[cfg(test)]
mod tests;
mod trend;

pub use json::findings_json;

use super::document::{Block, ChartFile, Document, Head, Section, Table};
use crate::analysis::Analysis;
use crate::chart::Omitted;
use crate::finding::{self, Subject};
use crate::measure::Measure;
use crate::messages::{Message, Messages};
use page::Page;
use std::collections::BTreeSet;

/// The document of a run. The sources of a run stand one after the other, the one at `primary` first and with the charts; nothing
/// is added up over sources. `charts` and `omitted` are those of the primary source.
pub fn document(
    m: &'static Messages,
    analyses: &[Analysis],
    primary: usize,
    charts: &[ChartFile],
    omitted: &[Omitted],
) -> Document {
    let main = Page { m, analysis: &analyses[primary], charts, omitted };
    let mut document = Document { words: m, ..Document::new(title(&main), subtitle(&main)) };
    document.sections = sections(&main);
    unplaced(&mut document, &main);
    if analyses.len() > 1 {
        document.sections.insert(1, side_by_side(&main, analyses));
    }
    for analysis in analyses.iter().enumerate().filter(|(index, _)| *index != primary).map(|(_, analysis)| analysis) {
        let page = Page { m, analysis, charts: &[], omitted: &[] };
        let source = analysis.loaded.facts.source.as_str();
        document.sections.extend(sections(&page).into_iter().map(|section| Section {
            id: format!("{}-{}", section.id, super::Label::slug(source)),
            title: page.m.say(Message::SectionOf { section: section.title, source: page.title().to_owned() }),
            ..section
        }));
    }
    document.colophon = colophon(&main, analyses);
    document
}

/// What a reader of the manifest must know, one sentence each, each once.
pub fn caveats(m: &Messages, analyses: &[Analysis], omitted: &[Omitted]) -> Vec<String> {
    let mut all = Vec::new();
    for analysis in analyses {
        let page = Page { m, analysis, charts: &[], omitted: &[] };
        all.extend(counted::limits(&page));
        all.extend(quality::sentences(&page));
        let findings = analysis.findings.iter();
        all.extend(findings.flat_map(|f| f.caveats.iter().map(|caveat| finding::caveat(page.m, page.title(), caveat))));
        all.extend(analysis.loaded.facts.caveats.iter().cloned());
    }
    all.extend(omitted.iter().map(|one| quality::omission(m, one)));
    let mut seen = BTreeSet::new();
    all.retain(|sentence| seen.insert(sentence.clone()));
    all
}

/// The sections of one source; those with nothing in them are left out.
fn sections(page: &Page) -> Vec<Section> {
    let m = page.m;
    let all = [
        ("headline", Message::SectionHeadline {}, headline::blocks(page)),
        ("trend", Message::SectionTrend {}, trend::blocks(page)),
        ("alerts", Message::SectionAlerts {}, alerts::blocks(page)),
        ("ledgers", Message::SectionLedgers {}, ledgers::blocks(page)),
        ("regions", Message::SectionRegions {}, parts::regions(page)),
        ("groups", Message::SectionGroups {}, parts::groups(page)),
        ("mix", Message::SectionMix {}, mixes::blocks(page)),
        ("outlook", Message::SectionOutlook {}, outlook::blocks(page)),
        ("notable", Message::SectionNotable {}, notable::blocks(page)),
        ("sure", Message::SectionSure {}, sure::blocks(page)),
        ("counted", Message::SectionCounted {}, counted::blocks(page)),
        ("quality", Message::SectionQuality {}, quality::blocks(page)),
    ];
    let sections = all.into_iter().map(|(id, title, blocks)| Section::new(id, m.say(title), blocks));
    sections.filter(|section| !section.blocks.is_empty()).collect()
}

/// Charts that no section has asked for stand in a section of their own, before how it was counted.
fn unplaced(document: &mut Document, page: &Page) {
    let mut placed = BTreeSet::new();
    for section in document.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts)) {
        named(&section.blocks, &mut placed);
    }
    let left = page.charts.iter().filter(|chart| !placed.contains(&chart.id));
    let blocks: Vec<Block> = left.map(|chart| Block::Chart(chart.id.clone())).collect();
    if !blocks.is_empty() {
        let at = document.sections.iter().position(|s| s.id == "counted").unwrap_or(document.sections.len());
        document.sections.insert(at, Section::new("charts", page.m.say(Message::SectionCharts {}), blocks));
    }
}

fn named(blocks: &[Block], into: &mut BTreeSet<String>) {
    for block in blocks {
        match block {
            Block::Chart(id) => {
                into.insert(id.clone());
            }
            Block::Details { blocks, .. } => named(blocks, into),
            Block::Text(_) | Block::Findings(_) | Block::Table(_) | Block::Caveats(_) => {}
        }
    }
}

fn title(page: &Page) -> String {
    let period = page.now();
    match page.place() {
        place if place.is_empty() => page.m.say(Message::TitleNowhere { period }),
        place => page.m.say(Message::Title { place, period }),
    }
}

fn subtitle(page: &Page) -> String {
    let (m, coverage) = (page.m, page.analysis.coverage);
    let mut subtitle = m.say(Message::Subtitle {
        source: page.title().to_owned(),
        from: m.day(coverage.from()),
        to: m.day(coverage.to()),
    });
    if let Some(day) = page.analysis.policy.as_of {
        subtitle = m.say(Message::SubtitleAsOf { subtitle, day: m.day(day) });
    }
    match page.filters() {
        filters if filters.is_empty() => subtitle,
        filters => m.say(Message::SubtitleFiltered { subtitle, filters }),
    }
}

/// The headline numbers of every source in one table, not added up. DESIGN, rule 14.
fn side_by_side(main: &Page, analyses: &[Analysis]) -> Section {
    let m = main.m;
    let rows = analyses.iter().map(|analysis| {
        let page = Page { m, analysis, charts: &[], omitted: &[] };
        let entry = page.entry(page::ALL);
        let cell = |measure| finding::reading_text(m, page.reading(measure, &entry));
        [page.title().to_owned(), page.now(), cell(Measure::Incidents), cell(Measure::Killed), cell(Measure::Injured)]
    });
    let heads = [
        Head::words(m.say(Message::HeadSource {})),
        Head::words(m.say(Message::HeadPeriod {})),
        Head::number(m.say(Message::HeadIncidents {})),
        Head::number(m.say(Message::HeadKilled {})),
        Head::number(m.say(Message::HeadInjured {})),
    ];
    let table = Table::new(m.say(Message::TableSources {}), heads, rows.collect());
    let table = table.with_note(m.say(Message::NoteSources {}));
    Section::new("sources", m.say(Message::SectionSources {}), vec![Block::Table(table)])
}

fn colophon(page: &Page, analyses: &[Analysis]) -> Vec<String> {
    let m = page.m;
    let mut lines = vec![m.say(Message::CannotSay {})];
    let citations = analyses.iter().map(|analysis| analysis.loaded.facts.citation.clone());
    lines.extend(citations.filter(|c| !c.is_empty()).map(|citation| m.say(Message::Cite { citation })));
    lines.push(m.say(Message::Colophon {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }));
    lines
}

/// Whether a finding is about everything counted.
fn whole(finding: &finding::Finding) -> bool {
    matches!(finding.subject, Subject::All(_))
}

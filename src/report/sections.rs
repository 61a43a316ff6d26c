//! The document of a report: which sections there are, in which order. What stands in each is decided beside this file.

mod about;
mod alerts;
mod card;
mod context;
mod counted;
mod districts;
mod forecast_json;
mod json;
mod lead;
mod ledgers;
mod maps;
mod meet;
mod methods;
mod mixes;
mod notable;
mod outlook;
mod own;
mod page;
mod pairs;
mod parts;
mod place;
mod provenance;
mod quality;
mod rows;
mod subject_pages;
#[cfg(test)]
mod tests;
mod trend;

pub use json::findings_json;
pub use subject_pages::{Split, SubjectPage, subject_pages};

use super::document::{Block, ChartFile, Document, Head, Section, Table};
use super::manifest::Output;
use crate::analysis::Analysis;
use crate::chart::{ContextEvent, Omitted};
use crate::finding::{self, Subject};
use crate::measure::Measure;
use crate::messages::{Message, Messages};
use about::{About, top_groups, top_regions};
use page::Page;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// What a document is made of.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    pub words: &'static Messages,
    /// The sources of the run; the one at `primary` stands first.
    pub analyses: &'a [Analysis],
    pub primary: usize,
    /// Of the primary source, as are `omitted`.
    pub charts: &'a [ChartFile],
    pub omitted: &'a [Omitted],
    /// The user's events.
    pub events: &'a [ContextEvent],
    /// Settings that are not the program's own: name and value.
    pub settings: &'a [(String, String)],
    /// The user's tables beside the incidents.
    pub tables: &'a [Output],
}

impl<'a> Material<'a> {
    fn main(&self) -> Page<'a> {
        let charts = self.charts.iter().map(|chart| chart.id.as_str()).collect();
        Page { m: self.words, analysis: &self.analyses[self.primary], charts, omitted: self.omitted.iter().collect() }
    }
}

/// The document of a run. The sources of a run stand one after the other, the primary one first and with the charts; nothing is
/// added up over sources.
pub fn document(material: &Material) -> Document {
    let main = material.main();
    let mut document = Document::new(title(&main), subtitle(&main));
    document.words = material.words;
    document.lead = lead::lead(&About::all(&main));
    document.sections = sections(&main, material.events);
    unplaced(&mut document, &main);
    if material.analyses.len() > 1 {
        let at = place_of(&document, "outlook");
        document.sections.insert(at, side_by_side(&main, material.analyses));
    }
    let others = material.analyses.iter().enumerate().filter(|(index, _)| *index != material.primary);
    for (_, analysis) in others {
        let page = Page::new(material.words, analysis);
        let source = super::Label::slug(analysis.loaded.facts.source.as_str());
        document.sections.extend(sections(&page, material.events).into_iter().map(|section| Section {
            id: format!("{}-{source}", section.id),
            title: page.m.say(Message::SectionOf { section: section.title, source: page.title().to_owned() }),
            blocks: section.blocks,
            // The parts of a source have charts, and anchors; those of one source are enough for both.
            parts: Vec::new(),
        }));
    }
    document.sections.push(methods::section(&About::all(&main)));
    document.sections.push(provenance::section(material));
    document.colophon = colophon(&main, material.analyses);
    document
}

/// What a reader of the manifest must know, one sentence each, each once.
pub fn caveats(m: &Messages, analyses: &[Analysis], omitted: &[Omitted]) -> Vec<String> {
    let mut all = Vec::new();
    for analysis in analyses {
        let page = Page::new(m, analysis);
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

/// The sections of one source, in the order in which a report is read. One with nothing to say says so and why.
fn sections(page: &Page, events: &[ContextEvent]) -> Vec<Section> {
    let m = page.m;
    let parts = |abouts: Vec<About>| abouts.par_iter().map(|about| own::part(about, events)).collect();
    let section = |id: &str, title: Message, blocks| Section::new(id, m.say(title), blocks);
    let regions = section("regions", Message::SectionRegions {}, parts::regions(page));
    let groups = section("groups", Message::SectionGroups {}, parts::groups(page));
    vec![
        section("trend", Message::SectionTrend {}, trend::blocks(page)),
        Section { parts: parts(top_regions(page)), ..regions },
        Section { parts: parts(top_groups(page)), ..groups },
        section("meet", Message::SectionMeet {}, meet::blocks(page)),
        section("mix", Message::SectionMix {}, mixes::blocks(page)),
        section("lethality", Message::SectionLedgers {}, ledgers::blocks(page)),
        section("alerts", Message::SectionAlerts {}, alerts::blocks(page)),
        section("notable", Message::SectionNotable {}, notable::blocks(page)),
        section("context", Message::SectionContext {}, context::blocks(&About::all(page), events)),
        section("districts", Message::SectionDistricts {}, districts::blocks(page)),
        section("outlook", Message::SectionOutlook {}, outlook::blocks(page)),
        Section { parts: pairs::parts(page), ..section("pairs", Message::SectionPairs {}, pairs::blocks(page)) },
        section("quality", Message::SectionQuality {}, quality::blocks(page)),
    ]
}

/// Where a section stands, or the end.
fn place_of(document: &Document, id: &str) -> usize {
    document.sections.iter().position(|section| section.id == id).unwrap_or(document.sections.len())
}

/// Charts that no section has asked for stand in a section of their own, before the quality of the data.
fn unplaced(document: &mut Document, page: &Page) {
    let mut placed = BTreeSet::new();
    for section in document.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts)) {
        named(&section.blocks, &mut placed);
    }
    let left = page.charts.iter().filter(|chart| !placed.contains(**chart));
    let blocks: Vec<Block> = left.map(|&chart| Block::Chart(chart.to_owned())).collect();
    if !blocks.is_empty() {
        let at = place_of(document, "quality");
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
        let page = Page::new(m, analysis);
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

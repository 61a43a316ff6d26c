//! Pages of their own: one for each top region, or each top group, complete in itself. Only its own numbers, findings and charts
//! stand on it; what is said of methods, rows and files is that of the whole run.

use super::super::document::{Block, Document, Section};
use super::about::{About, top_groups, top_regions};
use super::own::{is_tested_over_time, numbers, others, sentences};
use super::page::Page;
use super::{Material, colophon, context, districts, lead, methods, mixes, notable, provenance, quality, subtitle};
use crate::chart::Subject;
use crate::finding::{self, Claim, Finding};
use crate::measure::Measure;
use crate::messages::Message;

/// Whose pages are written beside the report.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray, strum::IntoStaticStr, strum::EnumString, serde::Serialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Split {
    Region,
    Group,
}

/// A page about one region or group.
#[derive(Clone, Debug, PartialEq)]
pub struct SubjectPage {
    /// Beside `index.html`: `region-kess.html`.
    pub path: String,
    pub document: Document,
    /// The ids of its charts.
    pub charts: Vec<String>,
}

/// The pages of the primary source's top regions or groups, in their order.
pub fn subject_pages(material: &Material, split: Split) -> Vec<SubjectPage> {
    let main = material.main();
    let abouts = match split {
        Split::Region => top_regions(&main),
        Split::Group => top_groups(&main),
    };
    abouts.iter().map(|about| subject_page(material, about)).collect()
}

fn subject_page(material: &Material, about: &About) -> SubjectPage {
    // A finding that points to a chart of everything would carry it over: the page knows its own only.
    let blocks = about.charts();
    let charts: Vec<String> =
        blocks.iter().filter_map(|block| if let Block::Chart(id) = block { Some(id.clone()) } else { None }).collect();
    let own = Page {
        charts: charts.iter().map(String::as_str).collect(),
        omitted: material.omitted.iter().filter(|one| one.subject == about.subject).collect(),
        ..Page::new(material.words, about.page.analysis)
    };
    let about = About { page: &own, subject: about.subject };
    SubjectPage {
        path: format!("{}.html", about.anchor()),
        document: document(material, &about),
        charts: charts.clone(),
    }
}

fn document(material: &Material, about: &About) -> Document {
    let (m, page) = (material.words, about.page);
    let title = m.say(Message::TitleOf { name: about.name(), period: page.now() });
    let mut document = Document::new(title, subtitle(page));
    document.words = material.words;
    document.lead = lead::lead(about);
    document.sections = sections(material, about);
    document.colophon = colophon(page, std::slice::from_ref(page.analysis));
    document
}

fn sections(material: &Material, about: &About) -> Vec<Section> {
    let (m, page) = (material.words, about.page);
    let section = |id: &str, title: Message, blocks| Section::new(id, m.say(title), blocks);
    let others = match about.subject {
        Subject::Region(_) => section("groups", Message::SectionGroups {}, others(about)),
        Subject::All | Subject::Group(_) | Subject::Pair(..) => {
            section("regions", Message::SectionRegions {}, others(about))
        }
    };
    let districts = districts::table(about).map(Block::Table);
    let districts = districts.unwrap_or_else(|| Block::Text(m.say(Message::NoneDistricts {})));
    let events = context::blocks(about, material.events);
    let one = Material { analyses: std::slice::from_ref(page.analysis), primary: 0, ..*material };
    vec![
        section("trend", Message::SectionTrendOf {}, trend(about)),
        others,
        section("mix", Message::SectionMix {}, mixes::mixes(about)),
        section("alerts", Message::SectionAlerts {}, alerts(about)),
        section("notable", Message::SectionNotable {}, vec![notable::own(about)]),
        section("context", Message::SectionContext {}, events),
        section("districts", Message::SectionDistricts {}, vec![districts]),
        section("outlook", Message::SectionOutlook {}, outlook(about)),
        section("quality", Message::SectionQuality {}, quality::blocks_of_one(page)),
        methods::section(about),
        provenance::section(&one),
    ]
}

fn is_forecast(finding: &Finding) -> bool {
    matches!(finding.claim, Claim::Forecast(_) | Claim::ForecastKept(_))
}

fn is_alert(finding: &Finding) -> bool {
    matches!(finding.claim, Claim::Alert(_) | Claim::Record { .. } | Claim::Silence { .. })
}

fn trend(about: &About) -> Vec<Block> {
    let mut blocks = sentences(about, |f| !is_tested_over_time(f) && !is_alert(f));
    blocks.extend(numbers(about).map(Block::Table));
    blocks.extend(about.charts());
    blocks.extend(sentences(about, |f| is_tested_over_time(f) && !is_forecast(f)));
    blocks
}

fn alerts(about: &About) -> Vec<Block> {
    match sentences(about, is_alert) {
        none if none.is_empty() => {
            let (name, period) = (about.name(), about.page.now());
            vec![Block::Text(about.page.m.say(Message::NoneAlertsOf { name, period }))]
        }
        found => found,
    }
}

fn outlook(about: &About) -> Vec<Block> {
    let (m, analysis) = (about.page.m, about.page.analysis);
    match sentences(about, is_forecast) {
        none if none.is_empty() => {
            let own = analysis.forecasts.iter().find(|row| row.key == about.key() && row.measure == Measure::Incidents);
            let reason = own.and_then(|row| row.result.as_ref().err().copied());
            vec![Block::Text(match reason {
                Some(reason) => {
                    m.say(Message::NoneForecastBecause { why: finding::why(m, reason, analysis.policy.grain) })
                }
                None => m.say(Message::NoneForecast {}),
            })]
        }
        found => found,
    }
}

//! The page as the HTML template sees it: plain values with every pointer resolved. Text is passed on as it is, to be escaped.

mod blocks;
mod chart;
mod frame;
mod lead;

use super::error::Error;
use crate::messages::{Message, Messages};
use crate::report::{Brand, ColumnDoc, Dataset, Place, Report};
use blocks::{Shown, View};
use lead::{Opening, opening};
use minijinja::Value;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Page<'a> {
    language: &'static str,
    direction: &'static str,
    words: Words,
    /// Forbids every request, and every style and script but those two.
    policy: Value,
    css: Value,
    script: Value,
    title: &'a str,
    subtitle: &'a str,
    brand: Face<'a>,
    lead: Opening<'a>,
    sections: Vec<Part<'a>>,
    datasets: Vec<Data<'a>>,
    colophon: &'a [String],
}

#[derive(Serialize)]
struct Face<'a> {
    organisation: Option<&'a str>,
    /// A data address.
    logo: Option<Value>,
    footer: Option<&'a str>,
    licence: Option<&'a str>,
}

#[derive(Serialize)]
struct Part<'a> {
    id: &'a str,
    title: &'a str,
    blocks: Vec<Shown<'a>>,
    parts: Vec<Part<'a>>,
}

/// The words of the template.
#[derive(Serialize)]
struct Words {
    skip: String,
    contents: String,
    evidence: String,
    caveats: String,
    source: String,
    note: String,
    image: String,
    table: String,
    downloads: String,
    colophon: String,
    in_short: String,
    key_figures: String,
    complete: String,
    numbers: String,
    read_keys: String,
    show_only: String,
    columns: String,
}

impl Words {
    fn of(m: &Messages) -> Words {
        Words {
            skip: m.say(Message::WordSkip {}),
            contents: m.say(Message::WordContents {}),
            evidence: m.say(Message::WordEvidence {}),
            caveats: m.say(Message::WordCaveats {}),
            source: m.say(Message::WordSource {}),
            note: m.say(Message::WordNote {}),
            image: m.say(Message::WordImage {}),
            table: m.say(Message::WordTable {}),
            downloads: m.say(Message::WordDownloads {}),
            colophon: m.say(Message::WordColophon {}),
            in_short: m.say(Message::WordInShort {}),
            key_figures: m.say(Message::WordKeyFigures {}),
            complete: m.say(Message::WordComplete {}),
            numbers: m.say(Message::WordNumbers {}),
            read_keys: m.say(Message::WordReadKeys {}),
            show_only: m.say(Message::WordShowOnly {}),
            columns: m.say(Message::WordColumns {}),
        }
    }
}

#[derive(Serialize)]
struct Data<'a> {
    title: &'a str,
    csv: Value,
    parquet: Option<Value>,
    columns: &'a [ColumnDoc],
}

/// The page of a report.
///
/// # Errors
/// If a face of the pictures cannot be cut to its letters.
pub(super) fn page<'a>(report: &'a Report<'a>) -> Result<Page<'a>, Error> {
    let document = report.document();
    let brand = report.brand();
    let frame = frame::frame(report)?;
    let mut view = View::of(report);
    Ok(Page {
        language: document.words.language(),
        direction: document.words.direction().id(),
        words: Words::of(document.words),
        policy: Value::from_safe_string(frame.policy),
        css: Value::from_safe_string(frame.css),
        script: Value::from_safe_string(frame.script),
        title: &document.title,
        subtitle: &document.subtitle,
        brand: face(brand),
        lead: opening(&mut view, &document.lead),
        sections: document.sections.iter().map(|section| part(&mut view, section)).collect(),
        datasets: report.datasets().iter().map(data).collect(),
        colophon: &document.colophon,
    })
}

fn part<'a>(view: &mut View<'a>, section: &'a crate::report::Section) -> Part<'a> {
    Part {
        id: &section.id,
        title: &section.title,
        blocks: view.blocks(&section.blocks),
        parts: section.parts.iter().map(|inner| part(view, inner)).collect(),
    }
}

fn face(brand: &Brand) -> Face<'_> {
    Face {
        organisation: brand.organisation.as_deref(),
        logo: brand.logo.as_ref().map(|logo| frame::data_address(logo.media(), logo.bytes())),
        footer: brand.footer.as_deref(),
        licence: brand.licence.as_deref(),
    }
}

/// A path of the report folder: made of labels, which hold nothing to escape ([`Report::new`] checks them).
fn path(made_of_labels: String) -> Value {
    Value::from_safe_string(made_of_labels)
}

fn data<'a>(dataset: &'a Dataset<'a>) -> Data<'a> {
    let parquet = match dataset.place() {
        Place::Tables => Some(path(format!("tables/{}.parquet", dataset.id()))),
        Place::Top => None,
    };
    Data { title: dataset.title(), csv: path(dataset.csv_path()), parquet, columns: dataset.columns() }
}

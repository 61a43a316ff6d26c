//! PDF: `report.pdf`, the report as it is printed and filed, made without a browser.
//!
//! parley sets the text (shaping, order of scripts, breaking of lines) with the compiled-in faces, krilla writes and checks the
//! file, krilla-svg turns charts into vectors with real text. Typst as a library would bring better line breaking and a
//! language of templates, but also its compiler: some 300 crates and minutes of building for what 1,500 lines do here, and
//! a report that is markup before it is checked. A browser would be a second program to install and to trust.
//!
//! The file promises PDF/UA-1 and PDF/A-2a; krilla refuses to write what breaks the promise. Should it ever refuse, the
//! report is written without the promise: a reader is better off with it than without.

mod charts;
mod composer;
mod lead;
mod letters;
mod paper;
mod pieces;
mod plan;
mod setter;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod writer;

use super::Format;
use super::error::Error;
use super::folder::Folder;
use crate::registry::Entry;
use crate::report::Report;
use composer::{Composer, Level};
use krilla::tagging::Tag;
use paper::SMALL;
use pieces::Column;
use plan::Plan;
use setter::{Direction, Setter, Span};
use tags::Tags;
use writer::{Promise, Writer};

pub(super) struct Pdf;

impl Entry for Pdf {
    fn id(&self) -> &'static str {
        "pdf"
    }

    fn about(&self) -> &'static str {
        "the report for print and filing, tagged for screen readers"
    }

    fn example(&self) -> String {
        "incident-trends report".to_owned()
    }
}

impl Format for Pdf {
    fn write(&self, report: &Report, folder: &Folder) -> Result<(), Error> {
        let first = if report.manifest().date().is_some() { Promise::Archival } else { Promise::Accessible };
        let bytes = render(report, first).or_else(|_| render(report, Promise::Nothing))?;
        folder.file("report.pdf", &bytes)
    }
}

fn render(report: &Report, promise: Promise) -> Result<Vec<u8>, Error> {
    let document = report.document();
    let plan = Plan::of(document);
    let refused = |reason: String| Error::Pdf { reason };
    let mut setter = Setter::new(Direction::of(document.words.language())).map_err(|e| refused(e.to_string()))?;
    let mut composer = Composer {
        report,
        words: document.words,
        plan: &plan,
        setter: &mut setter,
        tags: Tags::new(Tag::Part),
        column: Column::default(),
    };
    compose(&mut composer).map_err(|e| refused(e.to_string()))?;
    let Composer { tags, column, .. } = composer;
    let pages = column.paginate(plan.len());
    let date = report.manifest().date().and_then(writer::date);
    let writer = Writer { report, plan: &plan, pages: &pages, setter: &mut setter, tags, date };
    writer.bytes(promise).map_err(refused)
}

fn compose(composer: &mut Composer) -> Result<(), crate::paint::Error> {
    composer.lead()?;
    composer.contents();
    let document = composer.report.document();
    for section in &document.sections {
        composer.section(Tags::ROOT, section, Level::Section);
    }
    let brand = composer.report.brand();
    let last = document.colophon.iter().chain(&brand.footer).chain(&brand.licence);
    let last: Vec<&String> = last.collect();
    if !last.is_empty() {
        let tag = composer.tags.add(Tags::ROOT, Tag::Section);
        composer.bar(24.0, paper::HAIRLINE);
        composer.column.keep_with_next();
        for line in last {
            composer.paragraph(tag, 5.0, &[Span::new(line, SMALL)]);
        }
    }
    Ok(())
}

/// The title of the file; a document without one is called by its period.
fn title(report: &Report) -> String {
    let title = report.document().title.trim();
    if title.is_empty() { report.manifest().label.to_string() } else { title.to_owned() }
}

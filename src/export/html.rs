//! HTML: `index.html`, one page without scripts or outside resources. Every text is escaped by the template engine.

use super::Format;
use super::error::Error;
use super::folder::Folder;
use super::page::page;
use crate::registry::Entry;
use crate::report::Report;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};

pub(super) struct Html;

impl Entry for Html {
    fn id(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "the report as a page to read, print and send"
    }

    fn example(&self) -> String {
        "incident-trends report".to_owned()
    }
}

impl Format for Html {
    fn write(&self, report: &Report, folder: &mut Folder) -> Result<(), Error> {
        folder.file("index.html", render(report)?.as_bytes())
    }
}

/// The engine escapes what it prints by the template's extension.
const TEMPLATE: (&str, &str) = ("report.html", include_str!("page/report.html"));

fn render(report: &Report) -> Result<String, Error> {
    let failed = |error: minijinja::Error| Error::Page { reason: format!("{error:#}") };
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.add_template(TEMPLATE.0, TEMPLATE.1).map_err(failed)?;
    let html =
        engine.get_template(TEMPLATE.0).and_then(|template| template.render(Serde(page(report)))).map_err(failed)?;
    // A number and its per cent sign stay on one line.
    Ok(html.replace(" %", "\u{a0}%") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example;

    #[test]
    fn a_name_cannot_become_markup() {
        let html = render(&example::report()).expect("the example renders");
        assert!(html.contains("Front of &lt;Salt&gt; &amp; &quot;Iron&quot;"));
        assert!(!html.contains("<Salt>") && !html.contains("& \"Iron\""));
        assert!(html.contains("محاذِ سحر"), "letters of every script stay as they are");
    }

    #[test]
    fn the_template_has_no_way_around_the_escaping() {
        for way in ["|safe", "| safe", "autoescape", "<script", "http:", "https:"] {
            assert!(!TEMPLATE.1.contains(way), "{way}");
        }
    }

    #[test]
    fn every_picture_has_a_text_and_every_link_stays_inside() {
        let html = render(&example::report()).expect("the example renders");
        let values = |attribute: &str| -> Vec<String> {
            let parts = html.split(attribute).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned());
            parts.collect()
        };
        assert_eq!(values("<img ").len(), values(" alt=\"").len());
        assert!(values(" alt=\"").iter().all(|alt| !alt.is_empty()));
        let ids = values(" id=\"");
        for href in values(" href=\"") {
            match href.strip_prefix('#') {
                Some(anchor) => assert!(ids.iter().any(|id| id == anchor), "{href}"),
                None => assert!(["charts/", "tables/", "rejected.csv"].iter().any(|p| href.starts_with(p)), "{href}"),
            }
        }
    }

    #[test]
    fn two_renderings_are_one() {
        let report = example::report();
        assert_eq!(render(&report).expect("renders"), render(&report).expect("renders"));
    }
}

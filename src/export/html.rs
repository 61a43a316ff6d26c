//! HTML: `index.html`, one page that is complete by itself and asks for nothing. Every text is escaped by the template engine.

use super::Format;
use super::error::Error;
use super::folder::Folder;
use super::page::page;
use super::spelling::spell;
use crate::registry::Entry;
use crate::report::{PageTemplate, Report};
use minijinja::value::{Serde, ValueKind};
use minijinja::{Environment, UndefinedBehavior};

pub(super) struct Html;

impl Entry for Html {
    fn id(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "the report as one page to read, print and send"
    }

    fn example(&self) -> String {
        "incident-trends report".to_owned()
    }
}

impl Format for Html {
    fn write(&self, report: &Report, folder: &Folder) -> Result<(), Error> {
        folder.file("index.html", render(report)?.as_bytes())?;
        for (path, page) in report.pages() {
            folder.file(path, render(page)?.as_bytes())?;
        }
        Ok(())
    }
}

/// The template of the house; a template of the user's own may extend it under this name.
const TEMPLATE: (&str, &str) = ("report.html", include_str!("page/report.html"));

/// The shapes of blocks that it draws.
const BLOCKS: (&str, &str) = ("blocks.html", include_str!("page/blocks.html"));

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// From 1, where the engine knows it.
    pub line: Option<usize>,
    pub reason: String,
}

impl From<minijinja::Error> for TemplateFault {
    fn from(error: minijinja::Error) -> TemplateFault {
        let mut reason = error.kind().to_string();
        if let Some(detail) = error.detail() {
            reason.push_str(": ");
            reason.push_str(detail);
        }
        TemplateFault { line: error.line(), reason }
    }
}

/// Whether a template can be read at all; what it asks for is known only when a report is there.
///
/// # Errors
/// The first fault.
pub fn check_template(template: &PageTemplate) -> Result<(), TemplateFault> {
    engine(Some(template)).map(|_| ())
}

/// The engine with the templates in it. What is no markup of ours is escaped, whatever a template says: there is no filter
/// and no block that turns it off.
fn engine(own: Option<&PageTemplate>) -> Result<Environment<'_>, TemplateFault> {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.remove_filter("safe");
    engine.set_formatter(|out, _, value| {
        let written = match value.as_str() {
            Some(text) if value.is_safe() => out.write_str(text),
            Some(text) => out.write_str(&spell(text)),
            None if value.kind() == ValueKind::Number => out.write_str(&value.to_string()),
            None => out.write_str(&spell(&value.to_string())),
        };
        Ok(written?)
    });
    for (name, text) in [BLOCKS, TEMPLATE] {
        engine.add_template(name, text).expect("the templates of the house are part of the program and tested");
    }
    if let Some(own) = own {
        engine.add_template(OWN, &own.text)?;
    }
    Ok(engine)
}

/// The name of the user's template inside the engine; its ending keeps the engine's own escaping on, too.
const OWN: &str = "own.html";

fn render(report: &Report) -> Result<String, Error> {
    let own = report.brand().template.as_ref();
    let failed = |fault: TemplateFault, name: Option<&str>| match own {
        Some(own) if name.is_none_or(|name| name == OWN) => Error::Template {
            path: own.path.clone(),
            line: fault.line.map_or_else(String::new, |line| format!(", line {line}")),
            reason: fault.reason,
        },
        Some(_) | None => Error::Page { reason: fault.reason },
    };
    let page = page(report)?;
    let engine = engine(own).map_err(|fault| failed(fault, None))?;
    let template = engine.get_template(if own.is_some() { OWN } else { TEMPLATE.0 });
    let html = template.and_then(|template| template.render(Serde(page))).map_err(|error| {
        let name = error.name().map(str::to_owned);
        failed(error.into(), name.as_deref())
    })?;
    Ok(html + "\n")
}

#[cfg(test)]
mod tests;

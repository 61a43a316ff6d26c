//! The `[brand]` table and the template: an organisation's own face, decided before anything is read.

use super::Error;
use crate::export::check_template;
use crate::report::{Accent, Brand, Ground, Logo, PageTemplate, Rgb};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// What was typed in `[brand]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BrandRequest {
    pub title: Option<String>,
    pub organisation: Option<String>,
    pub logo: Option<PathBuf>,
    pub accent: Option<String>,
    pub accent_dark: Option<String>,
    pub footer: Option<String>,
    pub licence: Option<String>,
}

/// The longest text of a brand, in characters: a line of a page, a header of a printed one.
const LONGEST: usize = 300;

/// The brand that was meant.
///
/// # Errors
/// If a colour cannot be read on the page, or a file cannot be used.
pub(super) fn brand(request: &BrandRequest, template: Option<&Path>) -> Result<Brand, Error> {
    Ok(Brand {
        title: line("brand.title", request.title.as_ref())?,
        organisation: line("brand.organisation", request.organisation.as_ref())?,
        logo: request.logo.as_deref().map(logo).transpose()?,
        accent: accent(request)?,
        footer: line("brand.footer", request.footer.as_ref())?,
        licence: line("brand.licence", request.licence.as_ref())?,
        template: template.map(page_template).transpose()?,
    })
}

/// What the manifest says of it; the files stand among the tables.
pub(super) fn manifest(brand: &Brand) -> Option<serde_json::Value> {
    (*brand != Brand::default()).then(|| {
        serde_json::json!({
            "title": brand.title,
            "organisation": brand.organisation,
            "accent": brand.accent.light.hex(),
            "accent_dark": brand.accent.dark.hex(),
            "footer": brand.footer,
            "licence": brand.licence,
        })
    })
}

fn line(setting: &'static str, text: Option<&String>) -> Result<Option<String>, Error> {
    let Some(text) = text.map(|t| t.trim()).filter(|t| !t.is_empty()) else { return Ok(None) };
    let length = text.chars().count();
    if length > LONGEST {
        let shown: String = text.chars().take(40).chain(['…']).collect();
        return Err(refused(setting, &shown, format!("it has {length} characters; {LONGEST} fit")));
    }
    Ok(Some(text.to_owned()))
}

fn logo(path: &Path) -> Result<Logo, Error> {
    let shown = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|e| refused("brand.logo", &shown, format!("it cannot be read: {e}")))?;
    Logo::new(path.to_owned(), bytes).map_err(|reason| refused("brand.logo", &shown, reason))
}

fn accent(request: &BrandRequest) -> Result<Accent, Error> {
    let colour = |setting, text: &Option<String>, ground| {
        let Some(text) = text else { return Ok(None) };
        let read = Rgb::parse(text).and_then(|rgb| rgb.readable_on(ground));
        read.map(Some).map_err(|reason| refused(setting, text, reason))
    };
    let house = Accent::default();
    Ok(Accent {
        light: colour("brand.accent", &request.accent, Ground::Light)?.unwrap_or(house.light),
        dark: colour("brand.accent_dark", &request.accent_dark, Ground::Dark)?.unwrap_or(house.dark),
    })
}

fn page_template(path: &Path) -> Result<PageTemplate, Error> {
    let shown = path.display().to_string();
    let text =
        std::fs::read_to_string(path).map_err(|e| refused("--template", &shown, format!("it cannot be read: {e}")))?;
    let template = PageTemplate { path: path.to_owned(), text };
    check_template(&template).map_err(|fault| match fault.line {
        Some(line) => Error::BadLine { path: path.to_owned(), line, reason: fault.reason },
        None => Error::BadFile { path: path.to_owned(), reason: fault.reason },
    })?;
    Ok(template)
}

fn refused(setting: &'static str, value: &str, reason: String) -> Error {
    Error::BadFace { setting, value: value.to_owned(), reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(request: BrandRequest) -> String {
        brand(&request, None).expect_err("it is refused").to_string()
    }

    #[test]
    fn nothing_typed_is_the_face_of_the_house() {
        assert_eq!(brand(&BrandRequest::default(), None).expect("nothing to refuse"), Brand::default());
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_the_measured_contrast() {
        let pale = BrandRequest { accent: Some("#ffcc00".to_owned()), ..BrandRequest::default() };
        assert_eq!(
            fault(pale),
            "brand.accent '#ffcc00': its contrast to the page's ground #ffffff is 1.51, and text needs 4.5"
        );
        let deep = BrandRequest { accent_dark: Some("#0b2c5f".to_owned()), ..BrandRequest::default() };
        assert!(
            fault(deep).starts_with("brand.accent_dark '#0b2c5f': its contrast to the page's ground #15181c is 1.")
        );
        let word = BrandRequest { accent: Some("blue".to_owned()), ..BrandRequest::default() };
        assert_eq!(fault(word), "brand.accent 'blue': write it as in \"#0b5c8f\"");
    }

    #[test]
    fn a_logo_that_is_no_picture_and_a_broken_template_are_named() {
        let folder = tempfile::tempdir().expect("a folder for two files");
        let path = folder.path().join("logo.png");
        std::fs::write(&path, "no picture").expect("a small file");
        let text = fault(BrandRequest { logo: Some(path), ..BrandRequest::default() });
        assert!(text.ends_with("logo.png': it is no PNG, JPEG, WebP or SVG picture"), "{text}");
        let path = folder.path().join("my.html");
        std::fs::write(&path, "<p>{{ title }}</p>\n{% if %}\n").expect("a small file");
        let text = brand(&BrandRequest::default(), Some(&path)).expect_err("an if without a condition").to_string();
        assert!(text.contains("my.html, line 2: "), "{text}");
    }
}

//! What surrounds the words of a page: its styles with the faces of its pictures, its script, and the policy that lets in only those.

use super::Error;
use crate::paint::{self, Letters};
use crate::report::{Accent, Report};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::Value;
use sha2::{Digest, Sha256};

/// A page is complete by itself: none of this names another address.
pub(super) struct Frame {
    pub policy: String,
    pub css: String,
    pub script: String,
}

const CSS: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

pub(super) fn frame(report: &Report) -> Result<Frame, Error> {
    let inline = report.charts().iter().flat_map(|chart| [&chart.wide, &chart.narrow]);
    let letters = inline.fold(Letters::default(), |letters, picture| letters.with(&picture.letters));
    let faces = paint::faces(&letters).map_err(|fault| Error::Page { reason: fault.to_string() })?;
    let css = format!("{CSS}{}{}{faces}", accent(report.brand().accent), paint::stylesheet());
    let script = SCRIPT.to_owned();
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
        digest(&css),
        digest(&script)
    );
    Ok(Frame { policy, css, script })
}

/// The accent, where it is not that of the house; after the rules of the house, so that it wins.
fn accent(accent: Accent) -> String {
    if accent == Accent::default() {
        return String::new();
    }
    let (light, dark) = (accent.light.hex(), accent.dark.hex());
    format!(
        ":root {{ --accent: {light}; }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}\n"
    )
}

/// A source of a policy (Content Security Policy Level 3, section 2.3.1): the text between the tags, byte for byte.
fn digest(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// Bytes as an address that asks for nothing; base64 holds nothing to escape.
pub(super) fn data_address(media: &str, bytes: &[u8]) -> Value {
    Value::from_safe_string(format!("data:{media};base64,{}", STANDARD.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Ground;

    #[test]
    fn the_digest_is_that_of_the_recommendation() {
        // The example of CSP Level 3, section 8.3.
        assert_eq!(digest("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn the_styles_name_the_grounds_that_colours_are_measured_against() {
        let Accent { light, dark } = Accent::default();
        for colour in [Ground::Light.colour(), Ground::Dark.colour(), light, dark] {
            assert!(CSS.contains(&colour.hex()), "{}", colour.hex());
        }
    }

    #[test]
    fn the_script_is_small_and_neither_can_end_its_element() {
        assert!(SCRIPT.len() < 8 * 1024, "{}", SCRIPT.len());
        for text in [CSS, SCRIPT] {
            assert!(!text.contains("</") && !text.contains("<!--") && !text.contains("://"));
        }
    }
}

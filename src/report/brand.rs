//! The reader's own face on a report: title, organisation, logo, accent, footer and licence, and a page template.

use std::path::{Path, PathBuf};

/// What an organisation sets on its reports. All of it is optional; nothing of it changes a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brand {
    /// In the place of the title that is made from place and period.
    pub title: Option<String>,
    /// Who publishes; over the title.
    pub organisation: Option<String>,
    pub logo: Option<Logo>,
    pub accent: Accent,
    /// Ends every page of the report.
    pub footer: Option<String>,
    /// The terms of the report, beside the footer.
    pub licence: Option<String>,
    pub template: Option<PageTemplate>,
}

/// A page template of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageTemplate {
    pub path: PathBuf,
    pub text: String,
}

/// A picture that pages carry inside. Invariant: not larger than [`Logo::LARGEST`], and begins as its kind does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    path: PathBuf,
    media: &'static str,
    bytes: Vec<u8>,
}

impl Logo {
    /// In bytes. A page carries it as text, a third larger.
    pub const LARGEST: usize = 256 * 1024;

    /// # Errors
    /// Why these bytes are no logo.
    pub fn new(path: PathBuf, bytes: Vec<u8>) -> Result<Logo, String> {
        if bytes.len() > Logo::LARGEST {
            let kib = |n: usize| n.div_ceil(1024);
            return Err(format!("it has {} KiB; a logo may have {}", kib(bytes.len()), kib(Logo::LARGEST)));
        }
        let media = media(&bytes).ok_or("it is no PNG, JPEG, WebP or SVG picture")?;
        Ok(Logo { path, media, bytes })
    }

    /// Where it was read from.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The media type: `image/png`, `image/jpeg`, `image/webp` or `image/svg+xml`.
    pub fn media(&self) -> &'static str {
        self.media
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// What a picture is by its first bytes; its name may say anything.
fn media(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some("image/png");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some("image/jpeg");
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("image/webp");
    }
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim_start();
    let drawn =
        text.starts_with("<svg") || (text.starts_with("<?xml") || text.starts_with("<!")) && text.contains("<svg");
    drawn.then_some("image/svg+xml")
}

/// A colour of links and marks on light and on dark ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    pub light: Rgb,
    pub dark: Rgb,
}

impl Default for Accent {
    fn default() -> Accent {
        Accent { light: Rgb(0x0b, 0x5c, 0x8f), dark: Rgb(0x8c, 0xc4, 0xee) }
    }
}

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The ground of pages in their two schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    Light,
    Dark,
}

impl Ground {
    pub fn colour(self) -> Rgb {
        match self {
            Ground::Light => Rgb(0xff, 0xff, 0xff),
            Ground::Dark => Rgb(0x15, 0x18, 0x1c),
        }
    }
}

/// Contrast that text needs (WCAG 2.2, success criterion 1.4.3, level AA).
pub const TEXT_CONTRAST: f64 = 4.5;

impl Rgb {
    /// `#0b5c8f`.
    ///
    /// # Errors
    /// How to write it.
    pub fn parse(text: &str) -> Result<Rgb, String> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()));
        let number = digits.and_then(|d| u32::from_str_radix(d, 16).ok());
        let [_, red, green, blue] = number.ok_or("write it as in \"#0b5c8f\"")?.to_be_bytes();
        Ok(Rgb(red, green, blue))
    }

    /// `#0b5c8f`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Contrast to another colour, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// The colour, if text in it can be read on the ground.
    ///
    /// # Errors
    /// The measured contrast, and the one needed.
    pub fn readable_on(self, ground: Ground) -> Result<Rgb, String> {
        let (measured, on) = (self.contrast(ground.colour()), ground.colour().hex());
        // What is printed is what is judged: 4.46 must not read as 4.5.
        let measured = (measured * 100.0).floor() / 100.0;
        if measured < TEXT_CONTRAST {
            return Err(format!(
                "its contrast to the page's ground {on} is {measured:.2}, and text needs {TEXT_CONTRAST}"
            ));
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guideline() {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        // The often quoted grey that just passes on white, and the next that does not.
        assert!(Rgb(0x76, 0x76, 0x76).readable_on(Ground::Light).is_ok());
        let refused = Rgb(0x77, 0x77, 0x77).readable_on(Ground::Light).expect_err("4.478 is too little");
        assert_eq!(refused, "its contrast to the page's ground #ffffff is 4.47, and text needs 4.5");
    }

    #[test]
    fn the_accent_of_the_house_can_be_read() {
        let Accent { light, dark } = Accent::default();
        assert!(light.readable_on(Ground::Light).is_ok() && dark.readable_on(Ground::Dark).is_ok());
    }

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(Rgb::parse("#0B5c8f"), Ok(Rgb(0x0b, 0x5c, 0x8f)));
        for wrong in ["0b5c8f", "#0b5", "red", "#0b5c8g", "#é5c8f", ""] {
            assert!(Rgb::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_logo_is_known_by_its_bytes() {
        let media = |bytes: &[u8]| Logo::new(PathBuf::from("logo"), bytes.to_vec()).map(|logo| logo.media());
        assert_eq!(media(b"\x89PNG\r\n\x1a\n..."), Ok("image/png"));
        assert_eq!(media(b"\xff\xd8\xff\xe0"), Ok("image/jpeg"));
        assert_eq!(media(b"RIFF\0\0\0\0WEBPVP8 "), Ok("image/webp"));
        assert_eq!(media(b"<?xml version='1.0'?>\n<svg/>"), Ok("image/svg+xml"));
        for no_picture in [&b"GIF89a"[..], b"<html><svg/></html>", b"", b"\0\0"] {
            assert_eq!(media(no_picture), Err("it is no PNG, JPEG, WebP or SVG picture".to_owned()));
        }
        let large = Logo::new(PathBuf::from("logo"), vec![0; Logo::LARGEST + 1]).expect_err("one byte too many");
        assert_eq!(large, "it has 257 KiB; a logo may have 256");
    }
}

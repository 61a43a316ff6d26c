//! A colour in both lights: on white paper and on the dark page of a reader who asked for one.

use super::theme::{TEXT, WHITE};

/// Contrast that small text needs (WCAG 2.2, level AA).
const TEXT_CONTRAST: f64 = 4.5;
/// Contrast of labels with the page: what is left of it on the ground of a forecast is enough.
const LABEL_CONTRAST: f64 = 4.9;
/// How far a provisional value fades into the page, the lines of a hatch, and a leader to a label.
const PROVISIONAL: f64 = 0.5;
const HATCHED: f64 = 0.35;
const LEADER: f64 = 0.45;
/// How far what must be seen on a mark of its own colour goes towards the text.
const STRONG: f64 = 0.5;

/// Red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    const fn new(hex: u32) -> Self {
        Self((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
    }

    /// As CSS writes it.
    pub(super) fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    fn mix(self, other: Self, share: f64) -> Self {
        let part = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast as WCAG 2.2 defines it, 1 to 21.
    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }

    /// The colour, moved to that of text until text in it can be read on the page.
    fn for_text(self, text: Self, page: Self) -> Self {
        let mut colour = self;
        while colour.contrast(page) < LABEL_CONTRAST {
            colour = colour.mix(text, 0.1);
        }
        colour
    }

    /// The colour of text on a tile of this one.
    fn text_over(self, text: Self, page: Self) -> Self {
        let (black, white) = (Self(0, 0, 0), Self(255, 255, 255));
        let readable = [text, page, black, white].into_iter().find(|c| c.contrast(self) >= TEXT_CONTRAST);
        readable.unwrap_or(if self.contrast(black) > self.contrast(white) { black } else { white })
    }
}

/// A colour on white paper and in a dark page. A file of its own is always white.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Colour {
    pub light: Rgb,
    pub dark: Rgb,
}

impl Colour {
    pub(super) const fn new(light: u32, dark: u32) -> Self {
        Self { light: Rgb::new(light), dark: Rgb::new(dark) }
    }

    /// On white paper, as CSS writes it.
    pub(super) fn hex(self) -> String {
        self.light.hex()
    }

    /// A mixture: 0 is this colour, 1 the other.
    pub(super) fn mix(self, other: Self, share: f64) -> Self {
        Self { light: self.light.mix(other.light, share), dark: self.dark.mix(other.dark, share) }
    }

    /// Of a provisional value.
    pub(super) fn faded(self) -> Self {
        self.mix(WHITE, PROVISIONAL)
    }

    /// Of the lines over a surface of this colour.
    pub(super) fn hatch(self) -> Self {
        self.mix(WHITE, HATCHED)
    }

    /// Of the thin line to a label.
    pub(super) fn leader(self) -> Self {
        self.mix(WHITE, LEADER)
    }

    /// Of a rule on a surface of this colour.
    pub(super) fn strong(self) -> Self {
        self.mix(TEXT, STRONG)
    }

    /// The colour, moved until text in it can be read on the page.
    pub(super) fn for_text(self) -> Self {
        Self { light: self.light.for_text(TEXT.light, WHITE.light), dark: self.dark.for_text(TEXT.dark, WHITE.dark) }
    }

    /// Of text on a tile of this colour.
    pub(super) fn text_over(self) -> Self {
        Self { light: self.light.text_over(TEXT.light, WHITE.light), dark: self.dark.text_over(TEXT.dark, WHITE.dark) }
    }

    /// Contrast with another colour, on white paper and in a dark page.
    #[cfg(test)]
    pub(super) fn contrast(self, other: Self) -> (f64, f64) {
        (self.light.contrast(other.light), self.dark.contrast(other.dark))
    }
}

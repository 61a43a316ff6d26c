//! How the charts look: colours by meaning, sizes of type, widths of lines. Everything here is taste, nothing is data.

use crate::figure::Ink;

/// Width of every chart in CSS pixels: fills a column of a report without scaling.
pub(super) const WIDTH: f64 = 960.0;
/// Height where the shape does not ask for more: 16:9, so that a chart fits a slide.
pub(super) const HEIGHT: f64 = 540.0;
/// White border around everything.
pub(super) const MARGIN: f64 = 24.0;

/// Sizes of type in pixels.
pub(super) const TITLE: f64 = 22.0;
pub(super) const SUBTITLE: f64 = 14.5;
pub(super) const LABEL: f64 = 13.0;
pub(super) const TICK: f64 = 12.5;
pub(super) const SMALL: f64 = 11.5;

/// Widths of lines in pixels.
pub(super) const MAIN_LINE: f64 = 2.2;
pub(super) const CONTEXT_LINE: f64 = 1.2;
pub(super) const HAIRLINE: f64 = 1.0;

/// How strongly a band of uncertainty covers what lies behind it.
pub(super) const BAND_ALPHA: f64 = 0.18;
/// How far a provisional value fades into the white of the page.
pub(super) const PROVISIONAL_FADE: f64 = 0.5;

/// A colour as red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour(pub u8, pub u8, pub u8);

pub(super) const WHITE: Colour = Colour(255, 255, 255);
pub(super) const TEXT: Colour = Colour(0x1c, 0x20, 0x24);
pub(super) const MUTED: Colour = Colour(0x5a, 0x62, 0x69);
pub(super) const GRID: Colour = Colour(0xdf, 0xe3, 0xe6);
pub(super) const AXIS: Colour = Colour(0x3b, 0x42, 0x48);
pub(super) const CONTEXT: Colour = Colour(0xb4, 0xba, 0xbf);
pub(super) const SPAN: Colour = Colour(0xee, 0xf0, 0xf2);
pub(super) const HATCH: Colour = Colour(0xd3, 0xd8, 0xdc);
pub(super) const ZERO: Colour = Colour(0xf4, 0xf6, 0xf7);
/// Ground of forecast periods.
pub(super) const FUTURE: Colour = Colour(0xf6, 0xf7, 0xf8);
pub(super) const RULE: Colour = Colour(0x8a, 0x91, 0x97);

/// Groups and classes: distinguishable under the common colour-vision deficiencies (chosen from the Okabe-Ito and
/// Tol sets), without their reds, which are kept for the killed.
const CATEGORIES: [Colour; 8] = [
    Colour(0x00, 0x72, 0xb2),
    Colour(0xe6, 0x9f, 0x00),
    Colour(0x00, 0x9e, 0x73),
    Colour(0xaa, 0x44, 0x99),
    Colour(0x56, 0xb4, 0xe9),
    Colour(0x8c, 0x6d, 0x31),
    Colour(0x33, 0x22, 0x88),
    Colour(0x99, 0xa8, 0x2e),
];

/// Contrast that small text needs on white (WCAG 2.2, level AA).
const TEXT_CONTRAST: f64 = 4.5;

/// How a line, or the hatch of a surface, is told from another of the same colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dash {
    Solid,
    /// The second round of the palette.
    Dashed,
    /// The third.
    Alternating,
    /// Further rounds.
    Fine,
    /// Provisional values.
    Dotted,
    /// Towards a partial period.
    Broken,
}

impl Dash {
    /// Lengths of strokes and gaps in pixels.
    pub(super) const fn pattern(self) -> &'static [f64] {
        match self {
            Self::Solid => &[],
            Self::Dashed => &[8.0, 4.0],
            Self::Alternating => &[9.0, 4.0, 2.0, 4.0],
            Self::Fine => &[4.0, 3.0],
            Self::Dotted => &[1.5, 3.0],
            Self::Broken => &[5.0, 4.0],
        }
    }
}

impl Colour {
    /// As CSS writes it.
    pub(super) fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// A mixture: 0 is this colour, 1 the other.
    pub(super) fn mix(self, other: Self, share: f64) -> Self {
        let part = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }

    /// Relative luminance as WCAG 2.2 defines it.
    pub(super) fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// The colour, darkened until text in it can be read on white.
    pub(super) fn for_text(self) -> Self {
        let mut colour = self;
        while 1.05 / (colour.luminance() + 0.05) < TEXT_CONTRAST {
            colour = colour.mix(TEXT, 0.1);
        }
        colour
    }
}

/// The colour of a meaning.
pub(super) fn colour(ink: Ink) -> Colour {
    match ink {
        Ink::Count => Colour(0x1f, 0x6f, 0xb4),
        Ink::Death => Colour(0xb7, 0x1c, 0x2b),
        Ink::Injury => Colour(0xb5, 0x7b, 0x1d),
        Ink::Estimate => AXIS,
        Ink::Past => Colour(0x7c, 0x84, 0x8b),
        Ink::Unattributed => Colour(0x83, 0x8a, 0x91),
        Ink::Category(n) => CATEGORIES[usize::from(n) % CATEGORIES.len()],
    }
}

/// The dash of a meaning, so that colour never stands alone.
pub(super) fn dash(ink: Ink) -> Dash {
    match ink {
        Ink::Count | Ink::Death | Ink::Injury | Ink::Estimate | Ink::Past => Dash::Solid,
        Ink::Unattributed => Dash::Fine,
        Ink::Category(n) => match usize::from(n) / CATEGORIES.len() {
            0 => Dash::Solid,
            1 => Dash::Dashed,
            2 => Dash::Alternating,
            3.. => Dash::Fine,
        },
    }
}

/// Classes of a heat map from light to dark: `steps` colours of one hue.
pub(super) fn ramp(ink: Ink, steps: usize) -> Vec<Colour> {
    let hue = colour(ink);
    let (light, dark) = (hue.mix(WHITE, 0.80), hue.mix(Colour(0, 0, 0), 0.55));
    let last = steps.saturating_sub(1).max(1) as f64;
    (0..steps)
        .map(|step| {
            // One class alone is drawn in the hue itself; several run through it.
            let share = if steps == 1 { 0.55 } else { step as f64 / last };
            let middle = 0.55;
            if share <= middle {
                light.mix(hue, share / middle)
            } else {
                hue.mix(dark, (share - middle) / (1.0 - middle))
            }
        })
        .collect()
}

//! The sheet and the type: measures in points, colours, sizes. Everything here is taste, nothing is data.

/// ISO A4.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
/// Left and right.
pub(super) const MARGIN: f32 = 56.0;
pub(super) const TOP: f32 = 54.0;
pub(super) const BOTTOM: f32 = 62.0;
/// Of the text.
pub(super) const MEASURE: f32 = WIDTH - 2.0 * MARGIN;
/// Height for text on a page.
pub(super) const ROOM: f32 = HEIGHT - TOP - BOTTOM;
/// Baseline of the footer, from the top.
pub(super) const FOOTER: f32 = HEIGHT - 34.0;

/// Red, green, blue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Colour(pub u8, pub u8, pub u8);

pub(super) const TEXT: Colour = Colour(0x1c, 0x20, 0x24);
pub(super) const MUTED: Colour = Colour(0x56, 0x5e, 0x66);
pub(super) const LINK: Colour = Colour(0x1a, 0x5a, 0x93);
pub(super) const RULE: Colour = Colour(0x9a, 0xa1, 0xa7);
pub(super) const HAIR: Colour = Colour(0xdd, 0xe1, 0xe4);
/// Words of strength: the stronger, the darker.
pub(super) const CLEAR: Colour = Colour(0x8c, 0x15, 0x22);
pub(super) const SUGGESTIVE: Colour = Colour(0x8a, 0x55, 0x0b);

pub(super) const HAIRLINE: f32 = 0.5;

/// Light or heavy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub size: f32,
    /// From baseline to baseline.
    pub leading: f32,
    pub weight: Weight,
    pub colour: Colour,
}

impl Style {
    const fn new(size: f32, leading: f32, weight: Weight, colour: Colour) -> Style {
        Style { size, leading, weight, colour }
    }

    pub(super) const fn colour(self, colour: Colour) -> Style {
        Style { colour, ..self }
    }

    pub(super) const fn bold(self) -> Style {
        Style { weight: Weight::Bold, ..self }
    }

    /// Smaller or larger, leading and all.
    pub(super) const fn scaled(self, by: f32) -> Style {
        Style { size: self.size * by, leading: self.leading * by, ..self }
    }
}

pub(super) const TITLE: Style = Style::new(24.0, 30.0, Weight::Bold, TEXT);
pub(super) const SUBTITLE: Style = Style::new(11.0, 15.0, Weight::Regular, MUTED);
pub(super) const SECTION: Style = Style::new(16.0, 20.0, Weight::Bold, TEXT);
pub(super) const PART: Style = Style::new(12.0, 16.0, Weight::Bold, TEXT);
pub(super) const CAPTION: Style = Style::new(9.5, 13.0, Weight::Bold, TEXT);
pub(super) const BODY: Style = Style::new(9.6, 14.0, Weight::Regular, TEXT);
pub(super) const SMALL: Style = Style::new(8.0, 11.0, Weight::Regular, MUTED);
pub(super) const CELL: Style = Style::new(8.2, 11.0, Weight::Regular, TEXT);
pub(super) const FIGURE: Style = Style::new(17.0, 21.0, Weight::Bold, TEXT);

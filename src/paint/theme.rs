//! How the charts look: colours by meaning, sizes of type, widths of lines. Everything here is taste, nothing is data.

use std::collections::BTreeSet;

pub(super) use super::colour::Colour;
use super::scale::MOST_CLASSES;
use crate::figure::Ink;

/// Width of a chart of its own in CSS pixels: fills a column of a report without scaling.
pub(super) const WIDTH: f64 = 960.0;
/// Height where the shape does not ask for more: 16:9, so that a chart fits a slide.
pub(super) const HEIGHT: f64 = 540.0;
/// White border around everything in a file of its own.
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
/// How far the dates of a break fade into the page.
pub(super) const FADE: f64 = 0.55;

pub(super) const WHITE: Colour = Colour::new(0xffffff, 0x15181c);
pub(super) const TEXT: Colour = Colour::new(0x1c2024, 0xe8ebee);
pub(super) const MUTED: Colour = Colour::new(0x5a6269, 0xa6aeb6);
pub(super) const GRID: Colour = Colour::new(0xdfe3e6, 0x2d3339);
pub(super) const AXIS: Colour = Colour::new(0x3b4248, 0xbcc3ca);
pub(super) const CONTEXT: Colour = Colour::new(0x8e969d, 0x69727a);
pub(super) const SPAN: Colour = Colour::new(0xeef0f2, 0x23282e);
pub(super) const HATCH: Colour = Colour::new(0xd3d8dc, 0x383f46);
pub(super) const ZERO: Colour = Colour::new(0xf4f6f7, 0x1e2328);
/// Ground of forecast periods.
pub(super) const FUTURE: Colour = Colour::new(0xf6f7f8, 0x1c2025);
pub(super) const RULE: Colour = Colour::new(0x8a9197, 0x7b848c);
/// Where the classes of a heat map end: away from the page.
const DEEP: Colour = Colour::new(0x000000, 0xffffff);

/// Groups and classes: distinguishable under the common colour-vision deficiencies (chosen from the Okabe-Ito and
/// Tol sets), without their reds, which are kept for the killed.
const CATEGORIES: [Colour; 8] = [
    Colour::new(0x0072b2, 0x4fa8e4),
    Colour::new(0xc98500, 0xf0b03a),
    Colour::new(0x009e73, 0x3cc79b),
    Colour::new(0xaa4499, 0xda86cc),
    Colour::new(0x3a9bd5, 0x9ad6fa),
    Colour::new(0x8c6d31, 0xc7a15a),
    Colour::new(0x332288, 0xa59cf7),
    Colour::new(0x8a9820, 0xc6d452),
];

/// Inks in which heat maps are drawn.
const HUES: [Ink; 3] = [Ink::Count, Ink::Death, Ink::Injury];

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

/// The colour of a meaning.
pub(super) fn colour(ink: Ink) -> Colour {
    match ink {
        Ink::Count => Colour::new(0x1f6fb4, 0x5aa9ee),
        Ink::Death => Colour::new(0xb71c2b, 0xf2616e),
        Ink::Injury => Colour::new(0xb5761d, 0xdba24a),
        Ink::Estimate => AXIS,
        Ink::Past => Colour::new(0x7c848b, 0x959da5),
        Ink::Unattributed => Colour::new(0x838a91, 0x8b939b),
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

/// Classes of a heat map from the page away: `steps` colours of one hue.
pub(super) fn ramp(ink: Ink, steps: usize) -> Vec<Colour> {
    let last = steps.saturating_sub(1).max(1) as f64;
    // One class alone is drawn in the hue itself; several run through it.
    (0..steps).map(|step| class(ink, if steps == 1 { HUE_AT } else { step as f64 / last })).collect()
}

/// Where on the way from the page away the hue itself stands.
const HUE_AT: f64 = 0.55;

fn class(ink: Ink, share: f64) -> Colour {
    let hue = colour(ink);
    if share <= HUE_AT {
        hue.mix(WHITE, 0.80).mix(hue, share / HUE_AT)
    } else {
        hue.mix(hue.mix(DEEP, 0.55), (share - HUE_AT) / (1.0 - HUE_AT))
    }
}

/// Every meaning that has a colour of its own.
fn inks() -> impl Iterator<Item = Ink> {
    let named = [Ink::Count, Ink::Death, Ink::Injury, Ink::Past, Ink::Estimate, Ink::Unattributed];
    named.into_iter().chain((0..CATEGORIES.len() as u8).map(Ink::Category))
}

/// Every colour that a picture is drawn in, each once: the colours of the one stylesheet, in a fixed order.
pub(super) fn palette() -> Vec<Colour> {
    let mut all = vec![WHITE, TEXT, MUTED, GRID, AXIS, CONTEXT, SPAN, HATCH, ZERO, FUTURE, RULE, AXIS.mix(WHITE, FADE)];
    for colour in inks().map(colour).chain([CONTEXT, MUTED]) {
        all.extend([colour, colour.faded(), colour.hatch(), colour.leader(), colour.strong(), colour.for_text()]);
    }
    for ink in HUES {
        for steps in 1..=MOST_CLASSES {
            let tiles = ramp(ink, steps);
            all.extend(tiles.iter().map(|tile| tile.text_over()));
            all.extend(tiles);
        }
    }
    let mut seen = BTreeSet::new();
    all.retain(|colour| seen.insert(*colour));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_bars_have_contrast_in_both_lights() {
        for colour in inks().map(colour).chain([CONTEXT, RULE, AXIS]) {
            let contrast = colour.contrast(WHITE);
            assert!(contrast.0 >= 3.0 && contrast.1 >= 3.0, "{colour:?}: {contrast:?}");
        }
    }

    #[test]
    fn text_has_contrast_in_both_lights() {
        let labels = inks().map(|ink| colour(ink).for_text()).chain([TEXT, MUTED, CONTEXT.for_text()]);
        for colour in labels {
            // Text also stands on the ground of a forecast.
            for ground in [WHITE, FUTURE] {
                let contrast = colour.contrast(ground);
                assert!(contrast.0 >= 4.5 && contrast.1 >= 4.5, "{colour:?} on {ground:?}: {contrast:?}");
            }
        }
        for tile in HUES.into_iter().flat_map(|ink| (1..=MOST_CLASSES).flat_map(move |steps| ramp(ink, steps))) {
            let contrast = tile.text_over().contrast(tile);
            assert!(contrast.0 >= 4.5 && contrast.1 >= 4.5, "{tile:?}: {contrast:?}");
        }
    }

    #[test]
    fn the_classes_of_a_heat_map_leave_the_page_step_by_step() {
        for ink in HUES {
            let tiles = ramp(ink, MOST_CLASSES);
            for pair in tiles.windows(2) {
                let (near, far) = (pair[0].contrast(WHITE), pair[1].contrast(WHITE));
                assert!(near.0 < far.0 && near.1 < far.1, "{pair:?}");
            }
        }
    }
}

//! On a phone the names of lines and layers stand above their plot, each behind a piece of its line or a swatch: beside the
//! plot they would leave it no room.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::ends::is_long;
use super::fonts::{Fonts, Strength};
use super::lettering::Style;
use super::medium::Medium;
use super::theme::{Colour, Dash, MAIN_LINE, SMALL, TEXT};

const PITCH: f64 = 17.0;
const UNDER: f64 = 4.0;
/// Width of the piece of line or of the swatch, and the room after it and after a name.
const SAMPLE: f64 = 18.0;
const SWATCH: f64 = 11.0;
const AFTER: f64 = 5.0;
const APART: f64 = 14.0;
const HATCH_GAP: f64 = 5.0;

/// What stands before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sample {
    Line(Dash),
    Plain,
    Hatched,
}

impl Sample {
    fn width(self) -> f64 {
        match self {
            Self::Line(_) => SAMPLE,
            Self::Plain | Self::Hatched => SWATCH,
        }
    }
}

/// A name and what it names.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    pub name: &'a str,
    pub colour: Colour,
    pub sample: Sample,
    /// Its series, as a page counts them; none for what is no series.
    pub series: Option<usize>,
}

/// The names with their places.
#[derive(Debug, Default)]
pub(super) struct Key<'a> {
    placed: Vec<(Entry<'a>, String, (f64, f64))>,
    lines: usize,
}

/// Whether the names stand above the plot: on a phone, if one of them is long.
pub(super) fn is_above<'a>(medium: Medium, fonts: &Fonts, mut names: impl Iterator<Item = &'a str>) -> bool {
    medium.pick(false, true) && names.any(|name| is_long(fonts, name))
}

impl<'a> Key<'a> {
    /// Sets the names into lines of the given width.
    pub(super) fn of(entries: impl Iterator<Item = Entry<'a>>, width: f64, fonts: &Fonts) -> Self {
        let mut key = Self::default();
        let (mut x, mut line) = (0.0, 0);
        for entry in entries.filter(|e| !e.name.trim().is_empty()) {
            let before = entry.sample.width() + AFTER;
            let name = fonts.shorten(entry.name, SMALL, Strength::Regular, width - before);
            let needed = before + fonts.width(&name, SMALL, Strength::Regular);
            if x > 0.0 && x + needed > width {
                (x, line) = (0.0, line + 1);
            }
            key.placed.push((entry, name, (x, line as f64 * PITCH)));
            key.lines = line + 1;
            x += needed + APART;
        }
        key
    }

    pub(super) fn height(&self) -> f64 {
        if self.lines == 0 { 0.0 } else { self.lines as f64 * PITCH + UNDER }
    }

    /// Writes the names below `at`.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, at: (f64, f64)) -> Result<(), Error> {
        for (entry, name, place) in &self.placed {
            let (left, middle) = (at.0 + place.0, at.1 + place.1 + PITCH / 2.0);
            let draw = |canvas: &mut Canvas<'_>| {
                let square =
                    Rect { left, right: left + SWATCH, top: middle - SWATCH / 2.0, bottom: middle + SWATCH / 2.0 };
                match entry.sample {
                    Sample::Line(dash) => {
                        let stroke = Stroke { colour: entry.colour, width: MAIN_LINE, dash };
                        canvas.line(&[(left, middle), (left + SAMPLE, middle)], stroke)?;
                    }
                    Sample::Plain => canvas.fill(square, entry.colour)?,
                    Sample::Hatched => {
                        canvas.fill(square, entry.colour)?;
                        canvas.hatch(square, entry.colour.hatch(), HATCH_GAP)?;
                    }
                }
                let words = (left + entry.sample.width() + AFTER, middle);
                canvas.text_mid(name, words, Style::new(SMALL).colour(TEXT));
                Ok(())
            };
            canvas.series(entry.series, draw)?;
        }
        Ok(())
    }
}

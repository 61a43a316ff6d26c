//! What explains a heat map: the key of its classes, and the headings of its categories.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::{Fonts, Strength};
use super::lettering::{Anchor, Style};
use super::medium::Medium;
use super::plot::runs;
use super::scale::Classes;
use super::theme::{Colour, Dash, GRID, MUTED, SMALL, ZERO};
use super::time::Span;
use crate::figure::{Heatmap, State};

/// Height of the key: swatches with their classes below.
const KEY: f64 = 46.0;
/// Height of the unit on a line of its own, on a phone.
const UNIT_LINE: f64 = 18.0;
const SWATCH: f64 = 11.0;
/// Headings of columns: at most this many lines across, or this long upward.
const HEAD_LINES: usize = 3;
const LONGEST_HEAD: f64 = 130.0;
const GAP: f64 = 10.0;
const PITCH: f64 = 14.0;
/// Room that a heading needs around it.
const AROUND: f64 = 5.0;
/// White between two swatches, and the narrowest of them.
const SEAM: f64 = 1.0;
/// Weight of the rule over provisional columns.
const DOTTED: f64 = 1.6;
const LEAST_SWATCH: f64 = 28.0;

/// Height of the key.
pub(super) fn key_height(map: &Heatmap, medium: Medium) -> f64 {
    KEY + if map.unit.trim().is_empty() { 0.0 } else { medium.pick(0.0, UNIT_LINE) }
}

/// The swatches with their classes, at the upper left, and what they count.
pub(super) fn draw_key(
    canvas: &mut Canvas<'_>,
    area: Rect,
    map: &Heatmap,
    classes: &Classes,
    colours: &[Colour],
) -> Result<(), Error> {
    let zero = (String::from("0"), ZERO);
    let steps = colours.iter().enumerate().map(|(class, colour)| (classes.label(class), *colour));
    let steps: Vec<(String, Colour)> = std::iter::once(zero).chain(steps).collect();
    let style = Style::new(SMALL).colour(MUTED);
    let widest = steps.iter().map(|(label, _)| canvas.measure(label, style)).fold(LEAST_SWATCH, f64::max) + 10.0;
    let medium = canvas.medium;
    let unit = canvas.fonts.shorten(&map.unit, SMALL, Strength::Regular, area.width() * medium.pick(0.4, 1.0));
    canvas.text_mid(&unit, (area.left, area.top + SWATCH / 2.0), style);
    let beside = if unit.is_empty() { 0.0 } else { canvas.measure(&unit, style) + GAP };
    let mut x = area.left + medium.pick(beside, 0.0);
    let top = area.top + key_height(map, medium) - KEY;
    // Swatches touch rather than leave the sheet; labels that would touch are left out.
    let pitch = widest.min((area.right - x) / steps.len() as f64);
    let stride = (widest / pitch - 0.01).ceil().max(1.0) as usize;
    for (at, (label, colour)) in steps.into_iter().enumerate() {
        let rect = Rect { left: x, right: x + pitch - SEAM, top, bottom: top + SWATCH };
        canvas.fill(rect, colour)?;
        if colour == ZERO {
            let rim = [(rect.left, rect.bottom), (rect.right, rect.bottom)];
            canvas.line(&rim, Stroke::solid(GRID, 1.0))?;
        }
        let middle = (rect.left + rect.right) / 2.0;
        if at % stride == 0 {
            let half = canvas.measure(&label, style) / 2.0;
            let middle = middle.clamp(area.left + half, (area.right - half).max(area.left + half));
            canvas.text(&label, (middle, top + SWATCH + PITCH), style.anchor(Anchor::Middle));
        }
        x += pitch;
    }
    Ok(())
}

/// Whether the headings of categories fit across.
fn fits_across(names: &[String], width: f64, fonts: &Fonts) -> bool {
    let longest_word =
        |name: &String| name.split_whitespace().map(|w| fonts.width(w, SMALL, Strength::Regular)).fold(0.0, f64::max);
    let is_cut = |name: &String| {
        fonts.wrap(name, SMALL, Strength::Regular, width, HEAD_LINES).last().is_some_and(|l| l.ends_with('…'))
    };
    !names.iter().any(|name| longest_word(name) > width || is_cut(name))
}

/// Height of the headings over columns of the given width.
pub(super) fn head_height(names: &[String], column: f64, fonts: &Fonts) -> f64 {
    let width = column - AROUND;
    if fits_across(names, width, fonts) {
        let lines = |name: &String| fonts.wrap(name, SMALL, Strength::Regular, width, HEAD_LINES).len();
        return names.iter().map(lines).max().unwrap_or(0) as f64 * PITCH + GAP;
    }
    let longest = names.iter().map(|n| fonts.width(n, SMALL, Strength::Regular)).fold(0.0, f64::max);
    longest.min(LONGEST_HEAD) + GAP
}

/// Writes the headings above `top`: across where they fit, else upward.
pub(super) fn draw_heads(canvas: &mut Canvas<'_>, names: &[String], span: Span, top: f64) {
    let width = span.period() - AROUND;
    let style = Style::new(SMALL).colour(MUTED);
    if fits_across(names, width, canvas.fonts) {
        for (at, name) in names.iter().enumerate() {
            let lines = canvas.fonts.wrap(name, SMALL, Strength::Regular, width, HEAD_LINES);
            for (back, line) in lines.iter().rev().enumerate() {
                let y = top - GAP / 2.0 - back as f64 * PITCH;
                canvas.text(line, (span.middle(at), y), style.anchor(Anchor::Middle));
            }
        }
        return;
    }
    // Narrow columns are named upward, and where even that is too tight, every so many.
    let stride = ((SMALL + 2.0) / span.period()).ceil().max(1.0) as usize;
    for (at, name) in names.iter().enumerate().step_by(stride) {
        let name = canvas.fonts.shorten(name, SMALL, Strength::Regular, LONGEST_HEAD);
        canvas.text_mid(&name, (span.middle(at), top - GAP / 2.0), style.upward());
    }
}

/// A dotted rule over the columns that the source still adds to: lighter tiles would read as lower values.
pub(super) fn draw_provisional(canvas: &mut Canvas<'_>, map: &Heatmap, span: Span, top: f64) -> Result<(), Error> {
    let is_provisional =
        |column: usize| map.rows.iter().any(|r| r.tiles.get(column).is_some_and(|t| t.state == State::Provisional));
    for (from, to) in runs(span.len, is_provisional) {
        let rule = [(span.x(from as f64), top - 2.0), (span.x(to as f64) - SEAM, top - 2.0)];
        canvas.line(&rule, Stroke { colour: MUTED, width: DOTTED, dash: Dash::Dotted })?;
    }
    Ok(())
}

//! What explains a heat map: the key of its classes, and the headings of its categories.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::{Fonts, Strength};
use super::lettering::{Anchor, Style};
use super::medium::Medium;
use super::plot::runs;
use super::scale::Classes;
use super::theme::{Colour, Dash, GRID, MUTED, SMALL, TEXT, WHITE, ZERO};
use super::time::Span;
use crate::figure::{Heatmap, State};
use crate::messages::Message;

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
/// Height of a line that explains marks, the width of a mark in it, of a frame's line, and half of a minus.
const MARK_LINE: f64 = 22.0;
const MARK: f64 = 22.0;
const FRAME: f64 = 2.0;
const MINUS: f64 = 4.0;

/// Height of the key.
pub(super) fn key_height(map: &Heatmap, medium: Medium) -> f64 {
    let unit = if map.unit.trim().is_empty() { 0.0 } else { medium.pick(0.0, UNIT_LINE) };
    unit + KEY + marks_height(map, medium)
}

/// Height of what explains the marks of tiles: on one line, or on a phone on one each.
fn marks_height(map: &Heatmap, medium: Medium) -> f64 {
    let lines = usize::from(!map.framed.trim().is_empty()) + usize::from(has_negative(map));
    lines.min(medium.pick(1, 2)) as f64 * MARK_LINE
}

fn has_negative(map: &Heatmap) -> bool {
    map.rows.iter().flat_map(|row| &row.tiles).any(|tile| tile.value.is_some_and(|v| v < 0.0))
}

/// What frames and minuses mean, below the swatches.
fn draw_marks(canvas: &mut Canvas<'_>, area: Rect, map: &Heatmap, (mut x, top): (f64, f64)) -> Result<(), Error> {
    let left = x;
    let style = Style::new(SMALL).colour(MUTED);
    let below = canvas.m.say(Message::DrawnBelowZero {});
    let negative = if has_negative(map) { MARK + AROUND + canvas.measure(&below, style) + 2.0 * GAP } else { 0.0 };
    let mut middle = top + MARK_LINE / 2.0 - GAP / 2.0;
    let square = |x: f64, y: f64| {
        let half = SWATCH / 2.0 + 1.0;
        Rect { left: x, right: x + MARK, top: y - half, bottom: y + half }
    };
    if !map.framed.trim().is_empty() {
        draw_frame(canvas, square(x, middle))?;
        let room = area.right - x - MARK - AROUND - canvas.medium.pick(negative, 0.0);
        let words = canvas.fonts.shorten(&map.framed, SMALL, Strength::Regular, room);
        canvas.text_mid(&words, (x + MARK + AROUND, middle), style);
        let next = x + MARK + AROUND + canvas.measure(&words, style) + 2.0 * GAP;
        (x, middle) = canvas.medium.pick((next, middle), (left, middle + MARK_LINE));
    }
    if negative > 0.0 {
        let rect = square(x, middle);
        canvas.fill(rect, ZERO)?;
        draw_minus(canvas, ((rect.left + rect.right) / 2.0, middle), MARK)?;
        canvas.text_mid(&below, (x + MARK + AROUND, middle), style);
    }
    Ok(())
}

/// A dark frame inside a tile, with white inside it: it is seen on the palest and on the deepest of them.
pub(super) fn draw_frame(canvas: &mut Canvas<'_>, rect: Rect) -> Result<(), Error> {
    for (inset, width, colour) in [(FRAME + 0.5, 1.0, WHITE), (FRAME / 2.0, FRAME, TEXT)] {
        let (left, right) = (rect.left + inset, rect.right - inset);
        let (top, bottom) = (rect.top + inset, rect.bottom - inset);
        let rim = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top), (right, top)];
        canvas.line(&rim, Stroke::solid(colour, width))?;
    }
    Ok(())
}

/// A minus in the middle of a tile that has no room for its number.
pub(super) fn draw_minus(canvas: &mut Canvas<'_>, (x, y): (f64, f64), room: f64) -> Result<(), Error> {
    let half = (room * 0.25).min(MINUS);
    canvas.line(&[(x - half, y), (x + half, y)], Stroke::solid(MUTED, 1.2))
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
    let top = area.top + key_height(map, medium) - KEY - marks_height(map, medium);
    draw_marks(canvas, area, map, (x, top + KEY))?;
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

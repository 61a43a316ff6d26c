//! Draws horizontal bars: name, bar with its number, the earlier value as a grey tick, and words at the right.

use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::Strength;
use super::lettering::{Anchor, Style};
use super::plot::{band, faded, known};
use super::scale::ValueAxis;
use super::theme::{AXIS, Dash, HAIRLINE, LABEL, MUTED, RULE, SMALL, TEXT, WHITE, colour, dash};
use super::{Error, say_empty};
use crate::figure::{Bar, Bars, Ink, State};

/// Height of a row: airy for few, tight for many.
const AIRY_ROW: f64 = 38.0;
const ROW: f64 = 27.0;
const TIGHT_ROW: f64 = 19.0;
/// Up to so many rows are airy; up to so many are not tight.
const AIRY_UP_TO: usize = 12;
const TIGHT_FROM: usize = 31;
/// Share of a row that the bar fills.
const FILL: f64 = 0.64;
/// Widest column of names and of words at the right.
const WIDEST_NAME: f64 = 270.0;
const WIDEST_TEXT: f64 = 250.0;
/// Room that two lines of a name need.
const TWO_LINES: f64 = 34.0;
const NAME_PITCH: f64 = 15.0;
const GAP: f64 = 10.0;
/// Between a bar and its number.
const NEAR: f64 = 7.0;
/// Height of the line that explains the grey tick and heads the words.
const KEY: f64 = 26.0;
const RIM: f64 = 1.5;
/// How far the grey tick reaches over the bar.
const OVER: f64 = 3.0;
const TICK_WIDTH: f64 = 2.6;
/// Distance of the hatch by which a colour's second round is told from its first.
const HATCH_GAP: f64 = 6.0;

fn key_height(bars: &Bars) -> f64 {
    if bars.earlier_name.is_empty() && bars.text_heading.is_empty() { 0.0 } else { KEY }
}

/// Height that the bars ask for.
pub(super) fn height(bars: &Bars) -> f64 {
    key_height(bars) + bars.rows.len() as f64 * row_height(bars)
}

fn row_height(bars: &Bars) -> f64 {
    match bars.rows.len() {
        0..=AIRY_UP_TO => AIRY_ROW,
        TIGHT_FROM.. => TIGHT_ROW,
        _ => ROW,
    }
}

/// Draws the bars.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, bars: &Bars) -> Result<(), Error> {
    if bars.rows.is_empty() {
        say_empty(canvas, area, "Nothing to draw");
        return Ok(());
    }
    let widest = |texts: &mut dyn Iterator<Item = &str>, size, strength| {
        texts.map(|t| canvas.fonts.width(t, size, strength)).fold(0.0, f64::max).ceil()
    };
    let names = widest(&mut bars.rows.iter().map(|r| r.name.as_str()), LABEL, Strength::Regular).min(WIDEST_NAME);
    let texts = widest(&mut bars.rows.iter().map(|r| r.text.as_str()), SMALL + 0.5, Strength::Regular);
    let texts = texts.max(canvas.measure(&bars.text_heading, Style::new(SMALL).bold())).min(WIDEST_TEXT);
    let labels = widest(&mut bars.rows.iter().map(|r| r.label.as_str()), LABEL, Strength::Bold);
    let top = area.top + key_height(bars);
    let row = row_height(bars);
    let left = area.left + names + GAP;
    let text_left = if texts > 0.0 { area.right - texts } else { area.right };
    let right = (text_left - if texts > 0.0 { 2.0 * GAP } else { 0.0 } - labels - NEAR).max(left + 40.0);
    let everything = bars
        .rows
        .iter()
        .flat_map(|r| [known(&r.point), band(&r.point).map(|(_, high)| high), r.earlier.filter(|e| e.is_finite())]);
    let longest = everything.flatten().fold(0.0_f64, f64::max);
    let axis = ValueAxis::exactly(longest);
    let place = Place { names, left, right, text_left, row, axis };
    draw_key(canvas, area, bars, &place)?;
    for (at, bar) in bars.rows.iter().enumerate() {
        draw_bar(canvas, area, bar, top + (at as f64 + 0.5) * row, &place)?;
    }
    let bottom = top + bars.rows.len() as f64 * row;
    canvas.line(&[(left, top), (left, bottom)], Stroke::solid(AXIS, HAIRLINE))
}

/// Where the parts of a row stand.
struct Place {
    names: f64,
    left: f64,
    right: f64,
    text_left: f64,
    row: f64,
    axis: ValueAxis,
}

impl Place {
    fn x(&self, value: f64) -> f64 {
        self.left + self.axis.along(value, self.right - self.left)
    }
}

fn draw_key(canvas: &mut Canvas<'_>, area: Rect, bars: &Bars, place: &Place) -> Result<(), Error> {
    let y = area.top + SMALL / 2.0;
    if !bars.earlier_name.is_empty() {
        let x = place.left + TICK_WIDTH;
        canvas.line(&[(x, y - 6.0), (x, y + 6.0)], Stroke::solid(RULE, TICK_WIDTH))?;
        let room = place.text_left - x - NEAR - GAP;
        let words = canvas.fonts.shorten(&bars.earlier_name, SMALL, Strength::Regular, room);
        canvas.text_mid(&words, (x + NEAR, y), Style::new(SMALL).colour(MUTED));
    }
    let room = area.right - place.text_left;
    let heading = canvas.fonts.shorten(&bars.text_heading, SMALL, Strength::Bold, room);
    canvas.text_mid(&heading, (place.text_left, y), Style::new(SMALL).bold().colour(MUTED));
    Ok(())
}

fn draw_bar(canvas: &mut Canvas<'_>, area: Rect, bar: &Bar, middle: f64, place: &Place) -> Result<(), Error> {
    let most = if place.row >= TWO_LINES { 2 } else { 1 };
    let name = canvas.fonts.balance(&bar.name, LABEL, Strength::Regular, place.names, most);
    let first = middle - (name.len().saturating_sub(1)) as f64 * NAME_PITCH / 2.0;
    for (line, words) in name.iter().enumerate() {
        let at = (place.left - GAP, first + line as f64 * NAME_PITCH);
        canvas.text_mid(words, at, Style::new(LABEL).anchor(Anchor::End));
    }
    let half = place.row * FILL / 2.0;
    let (top, bottom) = (middle - half, middle + half);
    let ink = colour(bar.ink);
    let mut end = place.left;
    if let Some(value) = known(&bar.point) {
        end = place.x(value);
        let rect = Rect { left: place.left, right: end, top, bottom };
        if bar.point.state == State::Partial {
            canvas.hollow(rect, ink, RIM)?;
        } else if end > place.left {
            canvas.fill(rect, faded(ink, bar.point.state))?;
            if bar.ink == Ink::Unattributed || dash(bar.ink) != Dash::Solid {
                canvas.hatch(rect, ink.mix(WHITE, 0.35), HATCH_GAP)?;
            }
        }
    }
    if let Some((low, high)) = band(&bar.point) {
        let stroke = Stroke::solid(ink.mix(TEXT, 0.6), 1.4);
        canvas.line(&[(place.x(low), middle), (place.x(high), middle)], stroke)?;
        end = end.max(place.x(high));
    }
    if let Some(earlier) = bar.earlier.filter(|e| e.is_finite()) {
        let x = place.x(earlier);
        canvas.line(&[(x, top - OVER), (x, bottom + OVER)], Stroke::solid(WHITE, TICK_WIDTH + 2.0))?;
        canvas.line(&[(x, top - OVER), (x, bottom + OVER)], Stroke::solid(RULE, TICK_WIDTH))?;
        // The number stands at the bar's end unless the tick is in its way.
        let width = canvas.measure(&bar.label, Style::new(LABEL).bold());
        if x > end - NEAR && x < end + NEAR + width + NEAR {
            end = x + TICK_WIDTH / 2.0;
        }
    }
    let style = Style::new(LABEL).bold();
    let style = if known(&bar.point).is_some() { style } else { Style::new(LABEL).colour(MUTED) };
    let room = place.text_left - end - 2.0 * NEAR;
    let label = canvas.fonts.shorten(&bar.label, LABEL, style.strength, room);
    canvas.text_mid(&label, (end + NEAR, middle), style);
    let text = canvas.fonts.shorten(&bar.text, SMALL + 0.5, Strength::Regular, area.right - place.text_left);
    canvas.text_mid(&text, (place.text_left, middle), Style::new(SMALL + 0.5).colour(MUTED));
    Ok(())
}

//! Draws horizontal bars: name, bar with its number, the earlier value as a grey tick, and words at the right.

use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::{Fonts, Strength};
use super::lettering::{Anchor, Style};
use super::medium::Medium;
use super::plot::{band, faded, known};
use super::scale::ValueAxis;
use super::theme::{AXIS, Dash, HAIRLINE, LABEL, MUTED, RULE, SMALL, WHITE, colour, dash};
use super::{Error, say_empty};
use crate::figure::{Bar, Bars, Ink, State};
use crate::messages::Message;

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
/// Height of a bar below its name, and between two rows of these.
const STACKED_BAR: f64 = 20.0;
const STACKED_GAP: f64 = 9.0;
/// Most of a phone's width that labels, and words beside bars, may take.
const WIDEST_LABEL_SHARE: f64 = 0.4;
const WIDEST_TEXT_SHARE: f64 = 0.34;
const TEXT_SIZE: f64 = SMALL + 0.5;
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
pub(super) fn height(bars: &Bars, fonts: &Fonts, medium: Medium) -> f64 {
    let rows = match medium.pick(Names::Beside, Names::Above) {
        Names::Beside => bars.rows.len() as f64 * row_height(bars),
        Names::Above => bars.rows.iter().map(|row| stacked_height(row, bars, fonts, medium.room())).sum(),
    };
    key_height(bars) + rows
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
        say_empty(canvas, area, Message::DrawnNothing {});
        return Ok(());
    }
    if canvas.medium.pick(Names::Beside, Names::Above) == Names::Above {
        return draw_stacked(canvas, area, bars);
    }
    let widest = |texts: &mut dyn Iterator<Item = &str>, size, strength| {
        texts.map(|t| canvas.fonts.width(t, size, strength)).fold(0.0, f64::max).ceil()
    };
    let names = widest(&mut bars.rows.iter().map(|r| r.name.as_str()), LABEL, Strength::Regular).min(WIDEST_NAME);
    let texts = widest(&mut bars.rows.iter().map(|r| r.text.as_str()), TEXT_SIZE, Strength::Regular);
    let texts = texts.max(canvas.measure(&bars.text_heading, Style::new(SMALL).bold())).min(WIDEST_TEXT);
    let labels = widest(&mut bars.rows.iter().map(|r| r.label.as_str()), LABEL, Strength::Bold);
    let top = area.top + key_height(bars);
    let row = row_height(bars);
    let left = area.left + names + GAP;
    let text_left = if texts > 0.0 { area.right - texts } else { area.right };
    let right = (text_left - if texts > 0.0 { 2.0 * GAP } else { 0.0 } - labels - NEAR).max(left + 40.0);
    let place = Place { left, right, text_left, thick: row * FILL, axis: axis(bars) };
    draw_key(canvas, area, bars, &place)?;
    for (at, bar) in bars.rows.iter().enumerate() {
        let middle = top + (at as f64 + 0.5) * row;
        canvas.series(at, |canvas| {
            draw_name(canvas, bar, middle, names, (left, row));
            draw_bar(canvas, area, bar, middle, &place)
        })?;
    }
    let bottom = top + bars.rows.len() as f64 * row;
    canvas.line(&[(left, top), (left, bottom)], Stroke::solid(AXIS, HAIRLINE))
}

/// The axis that ends with the longest of everything that is drawn.
fn axis(bars: &Bars) -> ValueAxis {
    let everything = bars
        .rows
        .iter()
        .flat_map(|r| [known(&r.point), band(&r.point).map(|(_, high)| high), r.earlier.filter(|e| e.is_finite())]);
    ValueAxis::exactly(everything.flatten().fold(0.0_f64, f64::max))
}

/// Where the names stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    Beside,
    /// On a phone: above their bars, the words at the right below them.
    Above,
}

/// The lines of a name above its bar.
fn name_lines(bar: &Bar, fonts: &Fonts, room: f64) -> Vec<String> {
    fonts.wrap(&bar.name, LABEL, Strength::Regular, room, 2)
}

/// Widest bar label of all, which decides how long a bar may be.
fn label_width(bars: &Bars, fonts: &Fonts, room: f64) -> f64 {
    let widest = bars.rows.iter().map(|r| fonts.width(&r.label, LABEL, Strength::Bold)).fold(0.0, f64::max);
    widest.ceil().min(room * WIDEST_LABEL_SHARE)
}

/// Width of the words beside all bars, or nothing where they are too long for it and stand below.
fn text_width(bars: &Bars, fonts: &Fonts, room: f64) -> Option<f64> {
    let widest =
        bars.rows.iter().map(|r| fonts.width(&r.text, TEXT_SIZE, Strength::Regular)).fold(0.0, f64::max).ceil();
    (widest <= room * WIDEST_TEXT_SHARE).then_some(widest)
}

fn stacked_height(bar: &Bar, bars: &Bars, fonts: &Fonts, room: f64) -> f64 {
    let lines = name_lines(bar, fonts, room).len() as f64 * NAME_PITCH;
    let below = if text_width(bars, fonts, room).is_none() && !bar.text.is_empty() { NAME_PITCH } else { 0.0 };
    lines + STACKED_BAR + below + STACKED_GAP
}

/// Draws the bars with names above them.
fn draw_stacked(canvas: &mut Canvas<'_>, area: Rect, bars: &Bars) -> Result<(), Error> {
    let (fonts, room) = (canvas.fonts, area.width());
    let beside = text_width(bars, fonts, room);
    let text_left = area.right - beside.unwrap_or(0.0);
    let gap = if beside.is_some_and(|width| width > 0.0) { GAP } else { 0.0 };
    let left = area.left + HAIRLINE;
    let right = (text_left - gap - label_width(bars, fonts, room) - 2.0 * NEAR).max(left + 40.0);
    let place = Place { left, right, text_left, thick: STACKED_BAR * FILL, axis: axis(bars) };
    draw_key(canvas, area, bars, &Place { text_left: area.left + room / 2.0, axis: axis(bars), ..place })?;
    let mut y = area.top + key_height(bars);
    for (at, bar) in bars.rows.iter().enumerate() {
        canvas.series(at, |canvas| {
            for line in name_lines(bar, fonts, room) {
                canvas.text_mid(&line, (area.left, y + NAME_PITCH / 2.0), Style::new(LABEL));
                y += NAME_PITCH;
            }
            let (top, bottom) = (y, y + STACKED_BAR);
            canvas.line(&[(left, top), (left, bottom)], Stroke::solid(AXIS, HAIRLINE))?;
            if beside.is_some() {
                draw_bar(canvas, area, bar, (top + bottom) / 2.0, &place)?;
            } else {
                let alone = Bar { text: String::new(), ..bar.clone() };
                draw_bar(canvas, area, &alone, (top + bottom) / 2.0, &place)?;
                let text = fonts.shorten(&bar.text, TEXT_SIZE, Strength::Regular, room);
                let at = (area.left, bottom + NAME_PITCH / 2.0);
                canvas.text_mid(&text, at, Style::new(TEXT_SIZE).colour(MUTED));
            }
            Ok(())
        })?;
        let below = if beside.is_none() && !bar.text.is_empty() { NAME_PITCH } else { 0.0 };
        y += STACKED_BAR + below + STACKED_GAP;
    }
    Ok(())
}

/// Where the parts of a row stand.
struct Place {
    left: f64,
    right: f64,
    text_left: f64,
    /// Height of a bar.
    thick: f64,
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

/// Writes a bar's name beside it.
fn draw_name(canvas: &mut Canvas<'_>, bar: &Bar, middle: f64, room: f64, (left, row): (f64, f64)) {
    let most = if row >= TWO_LINES { 2 } else { 1 };
    let name = canvas.fonts.balance(&bar.name, LABEL, Strength::Regular, room, most);
    let first = middle - (name.len().saturating_sub(1)) as f64 * NAME_PITCH / 2.0;
    for (line, words) in name.iter().enumerate() {
        let at = (left - GAP, first + line as f64 * NAME_PITCH);
        canvas.text_mid(words, at, Style::new(LABEL).anchor(Anchor::End));
    }
}

fn draw_bar(canvas: &mut Canvas<'_>, area: Rect, bar: &Bar, middle: f64, place: &Place) -> Result<(), Error> {
    let half = place.thick / 2.0;
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
                canvas.hatch(rect, ink.hatch(), HATCH_GAP)?;
            }
        }
    }
    if let Some((low, high)) = band(&bar.point) {
        let stroke = Stroke::solid(ink.strong(), 1.4);
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
    let text = canvas.fonts.shorten(&bar.text, TEXT_SIZE, Strength::Regular, area.right - place.text_left);
    canvas.text_mid(&text, (place.text_left, middle), Style::new(TEXT_SIZE).colour(MUTED));
    Ok(())
}

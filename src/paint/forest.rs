//! Draws a forest plot: ratios with intervals on a log axis, a rule at 1, what chance says told by shape and weight.

use std::ops::Range;

use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::Strength as Weight;
use super::lettering::{Anchor, Style};
use super::medium::Medium;
use super::theme::{AXIS, Colour, GRID, HAIRLINE, LABEL, MUTED, SMALL, TICK, WHITE, colour};
use super::{Error, say_empty};
use crate::figure::{Forest, ForestRow, Ink, Part, Ratio, RatioMark, Strength};
use crate::messages::Message;

const ROW: f64 = 27.0;
/// Height of the headings, and of the axis below.
const HEADING: f64 = 26.0;
const AXIS_HEIGHT: f64 = 26.0;
/// Above a row that opens another kind.
const PARTING: f64 = 10.0;
/// Widest column of names, and of words beside a plot.
const WIDEST_NAME: f64 = 210.0;
const WIDEST_TEXT: f64 = 165.0;
/// The same on a phone, where both have two lines, and what stands between two comparisons.
const NARROW_ROW: f64 = 32.0;
const NARROW_NAME: f64 = 104.0;
const NARROW_TEXT: f64 = 100.0;
const UNDER_BLOCK: f64 = 16.0;
const GAP: f64 = 12.0;
/// Between two comparisons.
const BETWEEN: f64 = 24.0;
const NAME_PITCH: f64 = 13.5;
const TEXT_SIZE: f64 = SMALL + 0.5;
/// Half a diamond, and the radius of a ring.
const HALF: f64 = 5.5;
const RING: f64 = 4.2;
const THICK: f64 = 2.4;
const THIN: f64 = 1.3;
const ARROW: f64 = 5.0;
/// Ends of the axis: the narrowest that is drawn, and the widest, past which arrows point on.
const NARROWEST: f64 = 2.0;
const FARTHEST: f64 = 16.0;
/// Ticks in doublings and halvings; every second or fourth one is labelled where they would lie closer than this.
const STRIDES: [i32; 3] = [1, 2, 4];
const LEAST_DOUBLING: f64 = 32.0;

/// Height that the rows ask for; on a phone one comparison stands under the other.
pub(super) fn height(forest: &Forest, medium: Medium) -> f64 {
    let row = medium.pick(ROW, NARROW_ROW);
    let rows = forest.rows.iter().skip(1).map(|r| row + parting(r)).sum::<f64>();
    let block = HEADING + row + rows + AXIS_HEIGHT;
    let more = medium.pick(0, forest.headings.len().saturating_sub(1)) as f64;
    block + more * (block + UNDER_BLOCK)
}

fn parting(row: &ForestRow) -> f64 {
    match row.part {
        Part::Opens => PARTING,
        Part::Continues => 0.0,
    }
}

/// One comparison's plot: the pixels of a ratio.
#[derive(Debug, Clone, Copy)]
struct Scale {
    left: f64,
    right: f64,
    /// Doublings on either side of 1.
    reach: i32,
}

impl Scale {
    fn x(self, ratio: f64) -> f64 {
        let reach = f64::from(self.reach);
        let log = if ratio > 0.0 { ratio.log2().clamp(-reach, reach) } else { -reach };
        (self.left + self.right) / 2.0 + log / reach * (self.right - self.left) / 2.0
    }

    fn holds(self, ratio: f64) -> bool {
        ratio > 0.0 && ratio.log2().abs() <= f64::from(self.reach)
    }
}

/// Doublings that hold most ends: symmetric, so that a rise and a fall by the same factor are equally long.
fn reach(forest: &Forest) -> i32 {
    let marks = forest.rows.iter().flat_map(|r| &r.ratios).filter_map(|r| r.mark);
    let far = marks
        .flat_map(|m| [m.estimate, m.low, m.high])
        .filter(|v| v.is_finite() && *v > 0.0)
        .map(|v| v.max(1.0 / v))
        .fold(NARROWEST, f64::max);
    far.min(FARTHEST).log2().ceil() as i32
}

/// Draws the rows.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, forest: &Forest) -> Result<(), Error> {
    if forest.rows.is_empty() || forest.headings.is_empty() {
        say_empty(canvas, area, Message::DrawnNothing {});
        return Ok(());
    }
    let reach = reach(forest);
    let blocks = canvas.medium.pick(1, forest.headings.len());
    let tall = (area.height() + UNDER_BLOCK) / blocks as f64;
    for block in 0..blocks {
        let columns = if blocks == 1 { 0..forest.headings.len() } else { block..block + 1 };
        let top = area.top + block as f64 * tall;
        draw_block(canvas, Rect { top, bottom: top + tall - UNDER_BLOCK, ..area }, forest, columns, reach)?;
    }
    Ok(())
}

/// Draws some of the comparisons side by side.
fn draw_block(
    canvas: &mut Canvas<'_>,
    area: Rect,
    forest: &Forest,
    columns: Range<usize>,
    reach: i32,
) -> Result<(), Error> {
    let widest = |texts: &mut dyn Iterator<Item = &str>, size: f64, most: f64| {
        texts.map(|t| canvas.fonts.width(t, size, Weight::Regular)).fold(0.0, f64::max).ceil().min(most)
    };
    let medium = canvas.medium;
    let of_names = medium.pick(WIDEST_NAME, NARROW_NAME);
    let names = widest(&mut forest.rows.iter().map(|r| r.name.as_str()), medium.pick(LABEL, TEXT_SIZE), of_names);
    let texts = forest.rows.iter().flat_map(|r| &r.ratios);
    let of_texts = medium.pick(WIDEST_TEXT, NARROW_TEXT);
    let texts = widest(&mut texts.map(|r| r.text.as_str()), TEXT_SIZE, of_texts);
    let count = columns.len() as f64;
    let each = (area.right - area.left - names - GAP - BETWEEN * (count - 1.0)) / count;
    let row_height = medium.pick(ROW, NARROW_ROW);
    let (top, bottom) = (area.top + HEADING, area.bottom - AXIS_HEIGHT);
    let scales: Vec<Scale> = (0..columns.len())
        .map(|i| {
            let left = area.left + names + GAP + i as f64 * (each + BETWEEN);
            Scale { left, right: left + (each - texts - GAP).max(40.0), reach }
        })
        .collect();
    for (scale, heading) in scales.iter().zip(&forest.headings[columns.clone()]) {
        let left = medium.pick(scale.left, area.left);
        let words = canvas.fonts.shorten(heading, SMALL, Weight::Bold, medium.pick(each, area.width()));
        canvas.text_mid(&words, (left, area.top + SMALL / 2.0), Style::new(SMALL).bold().colour(MUTED));
        draw_axis(canvas, *scale, (top, bottom))?;
    }
    let mut y = top;
    for (at, row) in forest.rows.iter().enumerate() {
        if at > 0 && row.part == Part::Opens {
            y += PARTING;
            let rule = y - PARTING / 2.0;
            canvas.line(&[(area.left, rule), (area.right, rule)], Stroke::solid(GRID, HAIRLINE))?;
        }
        let ratios = row.ratios.get(columns.clone()).unwrap_or_default();
        let place = (area.left + names, y + row_height / 2.0);
        canvas.series(at, |canvas| {
            draw_name(canvas, place, names, row);
            draw_row(canvas, place.1, ratios, &scales, texts)
        })?;
        y += row_height;
    }
    Ok(())
}

fn draw_axis(canvas: &mut Canvas<'_>, scale: Scale, (top, bottom): (f64, f64)) -> Result<(), Error> {
    let doubling = (scale.right - scale.left) / f64::from(2 * scale.reach);
    let stride = STRIDES.into_iter().find(|s| doubling * f64::from(*s) >= LEAST_DOUBLING).unwrap_or(scale.reach);
    for power in (-scale.reach..=scale.reach).filter(|p| p % stride == 0) {
        let x = scale.x(2f64.powi(power));
        let stroke = Stroke::solid(if power == 0 { AXIS } else { GRID }, if power == 0 { 1.4 } else { HAIRLINE });
        canvas.line(&[(x, top), (x, bottom)], stroke)?;
        let label = match power {
            0 => canvas.m.say(Message::DrawnSame {}),
            1.. => format!("{} ×", 1u64 << power),
            _ => format!("1/{}", 1u64 << -power),
        };
        canvas.text(&label, (x, bottom + TICK + 4.0), Style::new(TICK).colour(MUTED).anchor(Anchor::Middle));
    }
    Ok(())
}

fn draw_name(canvas: &mut Canvas<'_>, at: (f64, f64), room: f64, row: &ForestRow) {
    let size = canvas.medium.pick(LABEL, TEXT_SIZE);
    let name = canvas.fonts.balance(&row.name, size, Weight::Regular, room, 2);
    let first = at.1 - name.len().saturating_sub(1) as f64 * NAME_PITCH / 2.0;
    for (line, words) in name.iter().enumerate() {
        let place = (at.0, first + line as f64 * NAME_PITCH);
        canvas.text_mid(words, place, Style::new(size).anchor(Anchor::End));
    }
}

/// Draws a row's ratios, their middle at the height `y`.
fn draw_row(canvas: &mut Canvas<'_>, y: f64, ratios: &[Ratio], scales: &[Scale], texts: f64) -> Result<(), Error> {
    for (scale, Ratio { mark, text }) in scales.iter().zip(ratios) {
        let style = Style::new(TEXT_SIZE).colour(MUTED);
        let style = match mark {
            Some(RatioMark { strength: Strength::Clear, .. }) => Style::new(TEXT_SIZE).bold(),
            Some(RatioMark { strength: Strength::Suggestive | Strength::WithinChance, .. }) | None => style,
        };
        let words = words(canvas, text, style, texts);
        let first = y - words.len().saturating_sub(1) as f64 * NAME_PITCH / 2.0;
        for (line, words) in words.iter().enumerate() {
            canvas.text_mid(words, (scale.right + GAP, first + line as f64 * NAME_PITCH), style);
        }
        if let Some(mark) = mark {
            draw_mark(canvas, *scale, y, mark)?;
        }
    }
    Ok(())
}

/// A ratio's words; on a phone, where they need a second line, that of the interval.
fn words(canvas: &Canvas<'_>, text: &str, style: Style, room: f64) -> Vec<String> {
    let fits = |words: &str| canvas.measure(words, style) <= room;
    match text.split_once(" (") {
        Some((estimate, interval)) if canvas.medium.pick(false, !fits(text)) => {
            let interval = format!("({interval}");
            let shorten = |words: &str| canvas.fonts.shorten(words, TEXT_SIZE, style.strength, room);
            vec![shorten(estimate), shorten(&interval)]
        }
        Some(_) | None => canvas.fonts.wrap(text, TEXT_SIZE, style.strength, room, canvas.medium.pick(1, 2)),
    }
}

fn draw_mark(canvas: &mut Canvas<'_>, scale: Scale, y: f64, mark: &RatioMark) -> Result<(), Error> {
    let ink = colour(Ink::Count);
    let (ink, width) = match mark.strength {
        Strength::Clear => (ink, THICK),
        Strength::Suggestive => (ink, THIN),
        Strength::WithinChance => (colour(Ink::Past), THIN),
    };
    let (low, high) = (scale.x(mark.low), scale.x(mark.high));
    canvas.line(&[(low, y), (high, y)], Stroke::solid(ink, width))?;
    for (end, ratio, back) in [(low, mark.low, ARROW), (high, mark.high, -ARROW)] {
        if !scale.holds(ratio) {
            let head = [(end + back, y - ARROW * 0.8), (end, y), (end + back, y + ARROW * 0.8)];
            canvas.line(&head, Stroke::solid(ink, width))?;
        }
    }
    if scale.holds(mark.estimate) {
        draw_estimate(canvas, (scale.x(mark.estimate), y), ink, mark.strength)
    } else {
        Ok(())
    }
}

fn draw_estimate(canvas: &mut Canvas<'_>, (x, y): (f64, f64), ink: Colour, strength: Strength) -> Result<(), Error> {
    let diamond = [(x - HALF, y), (x, y - HALF), (x + HALF, y), (x, y + HALF)];
    let rim: Vec<(f64, f64)> = diamond.into_iter().chain([diamond[0], diamond[1]]).collect();
    match strength {
        Strength::Clear => canvas.area(&diamond, ink, 1.0),
        Strength::Suggestive => {
            canvas.area(&diamond, WHITE, 1.0)?;
            canvas.area(&[diamond[0], diamond[1], diamond[3]], ink, 1.0)?;
            canvas.line(&rim, Stroke::solid(ink, THIN))
        }
        Strength::WithinChance => canvas.ring((x, y), RING, ink, THIN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forest(low: f64, high: f64) -> Forest {
        let mark = RatioMark { estimate: 1.0, low, high, strength: Strength::Clear };
        let ratios = vec![Ratio { mark: Some(mark), text: String::new() }];
        Forest {
            headings: vec![String::new()],
            rows: vec![ForestRow { name: String::new(), part: Part::Opens, ratios }],
        }
    }

    #[test]
    fn the_axis_is_symmetric_around_no_change_and_bounded() {
        assert_eq!(reach(&forest(0.9, 1.1)), 1);
        assert_eq!(reach(&forest(0.2, 1.1)), 3, "a fall to a fifth needs three halvings");
        assert_eq!(reach(&forest(0.0, f64::INFINITY)), 1, "arrows need no room");
        assert_eq!(reach(&forest(1.0, 1e9)), 4);
        let scale = Scale { left: 0.0, right: 100.0, reach: 2 };
        assert_eq!([0.0, 0.25, 1.0, 4.0, f64::INFINITY].map(|ratio| scale.x(ratio)), [0.0, 0.0, 50.0, 100.0, 100.0]);
    }
}

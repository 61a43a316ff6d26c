//! Draws a heat map: one hue in classes, zero nearly the background, blank or hatched where nobody counted.

use std::borrow::Cow;

use super::canvas::{Canvas, Rect};
use super::events::Lanes;
use super::fonts::{Fonts, Strength};
use super::heat_key::{draw_frame, draw_heads, draw_key, draw_minus, draw_provisional, key_height};
use super::inline;
use super::lettering::{Anchor, Style};
use super::medium::Medium;
use super::newest::newest;
use super::plot::runs;
use super::scale::{Classes, signed};
use super::theme::{Colour, GRID, HATCH, LABEL, SMALL, TEXT, ZERO, ramp};
use super::time::{AXIS_HEIGHT, Span};
use super::{Error, heat_key, say_empty, time};
use crate::figure::{HeatColumns, HeatRow, Heatmap, State, Tile, TileMark};
use crate::messages::Message;

/// Height of a row: airy for few, tight for many.
const AIRY_ROW: f64 = 34.0;
const ROW: f64 = 23.0;
const TIGHT_ROW: f64 = 15.0;
/// Rows on a phone: names of two lines need room.
const NARROW_ROW: f64 = 30.0;
const NARROW_TIGHT_ROW: f64 = 17.0;
/// Up to so many rows are airy; from so many on they are tight.
const AIRY_UP_TO: usize = 10;
const TIGHT_FROM: usize = 41;
/// Widest column of row names; two lines of a name need the second.
const WIDEST_LABEL: f64 = 220.0;
const WIDEST_NARROW: f64 = 96.0;
const TWO_LINES: f64 = 31.0;
const PITCH: f64 = 14.0;
const GAP: f64 = 10.0;
/// White between tiles, if they are wide enough.
const SEAM: f64 = 1.0;
const SEAM_FROM: f64 = 5.0;
const HATCH_GAP: f64 = 6.0;
const RIM: f64 = 1.6;
/// Narrowest tile on a phone, that a finger can hold apart from its neighbours' colours; older periods are left out.
const LEAST_TILE: f64 = 4.0;
const UNDER_CATEGORIES: f64 = 4.0;
/// Room that a number needs around it.
const AROUND: f64 = 5.0;

/// Height that the map asks for.
pub(super) fn height(map: &Heatmap, fonts: &Fonts, medium: Medium) -> f64 {
    let map = &*fitting(map, fonts, medium);
    let rows = map.rows.len() as f64 * row_height(map, medium);
    key_height(map, medium) + lanes(map, fonts, medium).height() + head_height(map, fonts, medium) + rows + foot(map)
}

/// Under the tiles: a time axis, or nothing.
fn foot(map: &Heatmap) -> f64 {
    match &map.columns {
        HeatColumns::Time(_) => AXIS_HEIGHT,
        HeatColumns::Categories(_) => UNDER_CATEGORIES,
    }
}

fn row_height(map: &Heatmap, medium: Medium) -> f64 {
    match map.rows.len() {
        0..=AIRY_UP_TO => medium.pick(AIRY_ROW, NARROW_ROW),
        TIGHT_FROM.. => medium.pick(TIGHT_ROW, NARROW_TIGHT_ROW),
        _ => medium.pick(ROW, NARROW_ROW),
    }
}

fn head_height(map: &Heatmap, fonts: &Fonts, medium: Medium) -> f64 {
    match &map.columns {
        HeatColumns::Time(_) => 0.0,
        HeatColumns::Categories(names) => heat_key::head_height(names, span(map, fonts, medium).period(), fonts),
    }
}

fn span(map: &Heatmap, fonts: &Fonts, medium: Medium) -> Span {
    let left = medium.margin() + gutter(map, fonts, medium);
    Span { left, right: medium.width() - medium.margin(), len: count(&map.columns) }
}

/// The map, or so much of it as a phone can show: its newest periods.
fn fitting<'a>(map: &'a Heatmap, fonts: &Fonts, medium: Medium) -> Cow<'a, Heatmap> {
    let HeatColumns::Time(axis) = &map.columns else { return Cow::Borrowed(map) };
    let span = span(map, fonts, medium);
    let shown = ((span.right - span.left) / LEAST_TILE).floor() as usize;
    if medium.pick(true, axis.len <= shown) { Cow::Borrowed(map) } else { Cow::Owned(newest(map, axis, shown)) }
}

fn lanes(map: &Heatmap, fonts: &Fonts, medium: Medium) -> Lanes {
    match &map.columns {
        HeatColumns::Time(axis) => Lanes::of(axis, span(map, fonts, medium), fonts),
        HeatColumns::Categories(_) => Lanes::default(),
    }
}

fn count(columns: &HeatColumns) -> usize {
    match columns {
        HeatColumns::Time(axis) => axis.len,
        HeatColumns::Categories(names) => names.len(),
    }
}

fn gutter(map: &Heatmap, fonts: &Fonts, medium: Medium) -> f64 {
    let size = medium.pick(LABEL, SMALL);
    let widest = map.rows.iter().map(|r| fonts.width(&r.label, size, Strength::Regular)).fold(0.0, f64::max);
    widest.min(medium.pick(WIDEST_LABEL, WIDEST_NARROW)).ceil() + GAP
}

/// Draws the map.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, whole: &Heatmap) -> Result<(), Error> {
    let medium = canvas.medium;
    let map = &*fitting(whole, canvas.fonts, medium);
    let len = count(&map.columns);
    if map.rows.is_empty() || len == 0 {
        say_empty(canvas, area, Message::DrawnNothing {});
        return Ok(());
    }
    let tiles = || map.rows.iter().flat_map(|r| r.tiles.iter().take(len));
    let classes = Classes::over(tiles().filter_map(known));
    let colours = ramp(map.ink, classes.len());
    let span = span(map, canvas.fonts, medium);
    let lanes = lanes(map, canvas.fonts, medium);
    draw_key(canvas, area, map, &classes, &colours)?;
    let above = key_height(map, medium) + lanes.height() + head_height(map, canvas.fonts, medium);
    let top = area.top + above;
    let row = row_height(map, medium);
    let seam = if span.period() >= SEAM_FROM { SEAM } else { 0.0 };
    let labels: Vec<String> = tiles().filter_map(known).filter(|v| *v != 0.0).map(signed).collect();
    let style = if map.framed.is_empty() { Style::new(SMALL) } else { Style::new(SMALL).bold() };
    let widest = labels.iter().map(|l| canvas.measure(l, style)).fold(0.0, f64::max);
    let numbers = widest + AROUND <= span.period() - seam && SMALL + AROUND <= row;
    let grid = Grid { span, row, seam, numbers, classes: &classes, colours: &colours };
    for (at, line) in map.rows.iter().enumerate() {
        let upper = top + at as f64 * row;
        let strip = Rect { left: span.left, right: span.right, top: upper, bottom: upper + row - seam };
        canvas.series(at, |canvas| {
            draw_label(canvas, &line.label, span.left, upper, row);
            grid.draw_row(canvas, line, strip)
        })?;
    }
    let bottom = top + map.rows.len() as f64 * row;
    draw_provisional(canvas, map, span, top)?;
    match &map.columns {
        HeatColumns::Time(axis) => {
            let of = count(&whole.columns);
            let Span { left, right, .. } = span;
            canvas.plots.push(inline::Plot { left, top, right, bottom, first: of - len, periods: len });
            if len < of {
                canvas.notes.push(inline::Note::Newest { shown: len, of });
            }
            lanes.draw(canvas, span, top)?;
            time::draw(canvas, span, axis, bottom)
        }
        HeatColumns::Categories(names) => {
            draw_heads(canvas, names, span, top);
            Ok(())
        }
    }
}

/// The tile's value, if its state has one.
fn known(tile: &Tile) -> Option<f64> {
    match tile.state {
        State::Complete | State::Provisional | State::Partial => tile.value.filter(|v| v.is_finite()),
        State::NotCovered | State::Unreported => None,
    }
}

/// The tile of the highest value among neighbours; of none with a value, the first.
fn highest(tiles: &[Tile]) -> Tile {
    let value = |tile: &&Tile| known(tile).unwrap_or(f64::NEG_INFINITY);
    let first = tiles.first().copied().unwrap_or(Tile::plain(None, State::Unreported));
    tiles.iter().filter(|t| known(t).is_some()).max_by(|a, b| value(a).total_cmp(&value(b))).copied().unwrap_or(first)
}

fn draw_label(canvas: &mut Canvas<'_>, label: &str, left: f64, upper: f64, row: f64) {
    let medium = canvas.medium;
    let most = if row >= medium.pick(TWO_LINES, NARROW_ROW) { 2 } else { 1 };
    let measured = medium.pick(LABEL, SMALL);
    let room = medium.pick(WIDEST_LABEL, WIDEST_NARROW);
    let lines = canvas.fonts.wrap(label, measured, Strength::Regular, room, most);
    let first = upper + row / 2.0 - lines.len().saturating_sub(1) as f64 * PITCH / 2.0;
    // Rows lower than the usual letter get a smaller one; it was measured larger, so it fits.
    let size = if row < LABEL + 3.0 { SMALL } else { measured };
    for (at, line) in lines.iter().enumerate() {
        canvas.text_mid(line, (left - GAP, first + at as f64 * PITCH), Style::new(size).anchor(Anchor::End));
    }
}

/// How tiles are drawn.
struct Grid<'a> {
    span: Span,
    row: f64,
    seam: f64,
    numbers: bool,
    classes: &'a Classes,
    colours: &'a [Colour],
}

impl Grid<'_> {
    /// Below 0 as at 0: the minus alone tells them apart.
    fn colour(&self, value: f64) -> Colour {
        if value <= 0.0 { ZERO } else { self.colours.get(self.classes.of(value)).copied().unwrap_or(ZERO) }
    }

    /// Draws a row: equal neighbours without a seam in one piece.
    fn draw_row(&self, canvas: &mut Canvas<'_>, row: &HeatRow, strip: Rect) -> Result<(), Error> {
        // Where several periods share a pixel, the highest of them is seen.
        let each = (1.0 / self.span.period()).ceil().max(1.0) as usize;
        let tiles: Vec<Tile> = row.tiles[..self.span.len.min(row.tiles.len())].chunks(each).map(highest).collect();
        let len = tiles.len();
        let piece = |from: usize, to: usize, seam: f64| Rect {
            left: self.span.x((from * each) as f64),
            right: self.span.x((to * each) as f64) - seam,
            ..strip
        };
        for (from, to) in runs(len, |i| tiles[i].state == State::NotCovered) {
            canvas.hatch(piece(from, to, self.seam), HATCH, HATCH_GAP)?;
        }
        let mut from = 0;
        while from < len {
            let tile = &tiles[from];
            let Some(value) = known(tile) else {
                from += 1;
                continue;
            };
            let colour = self.colour(value);
            let mut to = from + 1;
            // Zeros read better as one quiet band; other tiles keep their seams, if there is room for seams.
            while (self.seam == 0.0 || value == 0.0)
                && to < len
                && (tiles[to].state, tiles[to].mark) == (tile.state, TileMark::None)
                && tile.mark == TileMark::None
                && known(&tiles[to]).is_some_and(|v| self.colour(v) == colour && (v < 0.0) == (value < 0.0))
            {
                to += 1;
            }
            self.draw_tile(canvas, piece(from, to, self.seam), tile, value)?;
            from = to;
        }
        Ok(())
    }

    fn draw_tile(&self, canvas: &mut Canvas<'_>, rect: Rect, tile: &Tile, worth: f64) -> Result<(), Error> {
        let colour = self.colour(worth);
        let is_hollow = tile.state == State::Partial && rect.width() > 2.0 * RIM;
        if is_hollow {
            let rim = if worth > 0.0 { colour } else { GRID };
            canvas.hollow(rect, rim, RIM)?;
        } else {
            canvas.fill(rect, colour)?;
        }
        let middle = ((rect.left + rect.right) / 2.0, (rect.top + rect.bottom) / 2.0);
        let style = match tile.mark {
            TileMark::None => Style::new(SMALL),
            TileMark::Framed => Style::new(SMALL).bold(),
        };
        if self.numbers && worth != 0.0 && self.row > SMALL {
            let ink = if is_hollow { TEXT } else { colour.text_over() };
            canvas.text_mid(&signed(worth), middle, style.colour(ink).anchor(Anchor::Middle));
        } else if worth < 0.0 {
            draw_minus(canvas, middle, rect.width())?;
        }
        match tile.mark {
            TileMark::None => Ok(()),
            TileMark::Framed => draw_frame(canvas, rect),
        }
    }
}

//! Draws a map: regions in classes of one hue, places as circles whose area is their value, names where they fit.

use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::{Fonts, Strength};
use super::lettering::{Anchor, Style};
use super::map_key::{self, Circles};
use super::map_names::{Names, Seat};
use super::medium::Medium;
use super::theme::{
    CONTEXT, Colour, GRID, HAIRLINE, HATCH, LABEL, MUTED, SMALL, TEXT, TICK, WHITE, ZERO, colour, ramp,
};
use super::{Error, say_empty, scale};
use crate::figure::{Area, Bubble, Edge, Fill, Label, Map, Precision};
use crate::geography::{Flat, Frame, simplify};
use crate::messages::Message;
use std::collections::BTreeSet;

/// Tallest map in pixels; on a narrow sheet by its width.
const TALLEST: f64 = 620.0;
const TALLEST_SHARE: f64 = 1.35;
/// Room for the degrees of parallels, and of meridians.
const LEFT: f64 = 46.0;
const BOTTOM: f64 = 20.0;
/// Between key and map.
const GAP: f64 = 10.0;
/// What no eye sees: corners nearer than this to a straight line, and parts smaller than this.
const FINEST: f64 = 0.6;
const SMALLEST: f64 = 1.0;
const BORDER: f64 = 0.9;
const HATCH_GAP: f64 = 6.0;
/// How strongly a circle covers what lies behind it.
const COVER: f64 = 0.38;
const RIM: f64 = 1.1;
/// Of an emptied circle: the rim alone tells it.
const HOLLOW_RIM: f64 = 1.5;
/// More places than this are a crowd: circles of one size (to a pixel) whose middles lie in one square of so many pixels are drawn
/// once. A large file has tens of thousands of places, and a page cannot hold them all twice.
const CROWD: usize = 5_000;
const SQUARE: f64 = 3.0;
/// A frame of no extent has no scale.
const LEAST_SIDE: f64 = 1e-6;

/// A polygon in pixels: its outer ring and its holes.
type Rings = Vec<Vec<(f64, f64)>>;

/// Where kilometres lie in pixels.
struct View {
    rect: Rect,
    frame: Frame,
    /// Pixels a kilometre.
    scale: f64,
}

impl View {
    /// The largest that fits into the width and the tallest height.
    fn of(map: &Map, left: f64, top: f64, width: f64) -> View {
        let gutter = if map.graticule.is_empty() { 0.0 } else { LEFT };
        let room = (width - gutter).max(1.0);
        let (wide, high) = (map.frame.width().max(LEAST_SIDE), map.frame.height().max(LEAST_SIDE));
        let scale = (room / wide).min(TALLEST.min(width * TALLEST_SHARE) / high);
        let left = left + gutter + (room - wide * scale) / 2.0;
        let rect = Rect { left, top, right: left + wide * scale, bottom: top + high * scale };
        View { rect, frame: map.frame, scale }
    }

    fn at(&self, (x, y): Flat) -> (f64, f64) {
        (self.rect.left + (x - self.frame.west) * self.scale, self.rect.top + (self.frame.north - y) * self.scale)
    }

    /// The ring as fine as it can be seen; `None` for what is too small to see.
    fn ring(&self, ring: &[Flat]) -> Option<Vec<(f64, f64)>> {
        let pixels: Vec<(f64, f64)> = ring.iter().map(|p| self.at(*p)).collect();
        let span = Frame::around(pixels.iter().copied())?;
        let is_seen = span.width() >= SMALLEST || span.height() >= SMALLEST;
        Some(simplify(&pixels, FINEST)).filter(|ring| is_seen && ring.len() > 3)
    }
}

fn is_empty(map: &Map) -> bool {
    map.areas.is_empty() && map.bubbles.is_empty()
}

/// Height that the map asks for.
pub(super) fn height(map: &Map, fonts: &Fonts, medium: Medium) -> f64 {
    let room = medium.room();
    if is_empty(map) {
        return 0.0;
    }
    let foot = if map.graticule.is_empty() { 0.0 } else { BOTTOM };
    map_key::height(map, room, fonts) + GAP + View::of(map, 0.0, 0.0, room).rect.height() + foot
}

/// Draws the map.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, map: &Map) -> Result<(), Error> {
    if is_empty(map) {
        say_empty(canvas, area, Message::DrawnNothing {});
        return Ok(());
    }
    let classes = map_key::classes(map);
    let colours = ramp(map.ink, classes.len());
    let key = map_key::draw(canvas, area, map, &classes, &colours)?;
    let view = View::of(map, area.left, area.top + key + GAP, area.width());
    draw_graticule(canvas, &view, map)?;
    let mut names = Names::within(view.rect);
    let mut drawn = Vec::new();
    for area in &map.areas {
        let fill = match area.fill {
            Fill::Value(value) if value > 0.0 => colours.get(classes.of(value)).copied().unwrap_or(ZERO),
            Fill::Value(_) | Fill::Ground => ZERO,
            Fill::NoData => WHITE,
        };
        drawn.push((area, fill, draw_area(canvas, &view, area, fill)?));
    }
    // Borders above all fills: a neighbour must not cover half of them.
    for (.., polygons) in &drawn {
        for ring in polygons.iter().flatten() {
            draw_border(canvas, &view, ring)?;
        }
    }
    let circles = Circles::of(map, area.width());
    for bubble in told_apart(map, &view, &circles) {
        draw_bubble(canvas, view.at(bubble.at), circles.radius(bubble.value), bubble.mark, colour(map.ink))?;
    }
    for bubble in &map.bubbles {
        names.stands(view.at(bubble.at), circles.radius(bubble.value));
    }
    for bubble in map.bubbles.iter().filter(|b| b.label == Label::Written) {
        name_bubble(canvas, &view, &mut names, bubble, circles.radius(bubble.value));
    }
    if map.bubbles.is_empty() {
        for (area, fill, polygons) in &drawn {
            name_area(canvas, &view, &mut names, area, *fill, polygons);
        }
    }
    Ok(())
}

fn draw_graticule(canvas: &mut Canvas<'_>, view: &View, map: &Map) -> Result<(), Error> {
    let style = Style::new(TICK).colour(MUTED);
    let mut last: Option<f64> = None;
    for line in &map.graticule {
        for part in &line.parts {
            let pixels: Vec<(f64, f64)> = part.iter().map(|p| view.at(*p)).collect();
            canvas.line(&simplify(&pixels, FINEST), Stroke::solid(GRID, HAIRLINE))?;
        }
        let ends = line.parts.iter().flatten().map(|p| view.at(*p));
        match line.edge {
            Edge::Left => {
                let end = ends.min_by(|a, b| a.0.total_cmp(&b.0));
                // A parallel that leaves through another side is not labelled: its number would stand off its line.
                if let Some((_, y)) = end.filter(|end| end.0 < view.rect.left + 1.0) {
                    let y = y.clamp(view.rect.top + TICK / 2.0, view.rect.bottom - TICK / 2.0);
                    canvas.text_mid(&line.label, (view.rect.left - 6.0, y), style.anchor(Anchor::End));
                }
            }
            Edge::Bottom => {
                let end = ends.max_by(|a, b| a.1.total_cmp(&b.1));
                let half = canvas.measure(&line.label, style) / 2.0;
                if let Some((x, _)) = end.filter(|end| end.1 > view.rect.bottom - 1.0)
                    && last.is_none_or(|last| x - half > last + 8.0)
                {
                    let x = x.clamp(view.rect.left + half, (view.rect.right - half).max(view.rect.left + half));
                    canvas.text(&line.label, (x, view.rect.bottom + TICK + 4.0), style.anchor(Anchor::Middle));
                    last = Some(x + half);
                }
            }
        }
    }
    Ok(())
}

/// Fills a region; its rings in pixels, by polygon.
fn draw_area(canvas: &mut Canvas<'_>, view: &View, area: &Area, fill: Colour) -> Result<Vec<Rings>, Error> {
    let polygons: Vec<Rings> = area
        .polygons
        .iter()
        .map(|rings| rings.iter().filter_map(|ring| view.ring(ring)).collect())
        .filter(|rings: &Vec<_>| !rings.is_empty())
        .collect();
    for rings in &polygons {
        canvas.shape(rings, fill);
        if area.fill == Fill::NoData {
            canvas.hatch_shape(rings, HATCH, HATCH_GAP)?;
        }
    }
    Ok(polygons)
}

/// The outline without what the frame cut: that is no border.
fn draw_border(canvas: &mut Canvas<'_>, view: &View, ring: &[(f64, f64)]) -> Result<(), Error> {
    let rect = view.rect;
    let near = |a: f64, b: f64| (a - b).abs() < 0.05;
    let is_cut = |a: (f64, f64), b: (f64, f64)| {
        [rect.left, rect.right].iter().any(|x| near(a.0, *x) && near(b.0, *x))
            || [rect.top, rect.bottom].iter().any(|y| near(a.1, *y) && near(b.1, *y))
    };
    let mut part: Vec<(f64, f64)> = Vec::new();
    for pair in ring.windows(2) {
        if is_cut(pair[0], pair[1]) {
            canvas.line(&part, Stroke::solid(CONTEXT, BORDER))?;
            part.clear();
            continue;
        }
        if part.is_empty() {
            part.push(pair[0]);
        }
        part.push(pair[1]);
    }
    canvas.line(&part, Stroke::solid(CONTEXT, BORDER))
}

/// The circles that an eye tells apart: of a crowd, one of those that lie in one small square and are alike.
fn told_apart<'a>(map: &'a Map, view: &View, circles: &Circles) -> Vec<&'a Bubble> {
    let is_crowd = map.bubbles.len() > CROWD;
    let mut drawn = BTreeSet::new();
    let square = |pixels: f64| (pixels / SQUARE).floor() as i64;
    let is_first = |bubble: &&Bubble| {
        let ((x, y), radius) = (view.at(bubble.at), circles.radius(bubble.value));
        let is_exact = bubble.mark == Precision::Exact;
        !is_crowd || drawn.insert((square(x), square(y), radius.floor() as i64, is_exact))
    };
    map.bubbles.iter().filter(is_first).collect()
}

/// A circle: filled and half see-through where the place is known, else a rim alone.
pub(super) fn draw_bubble(
    canvas: &mut Canvas<'_>,
    at: (f64, f64),
    radius: f64,
    mark: Precision,
    ink: Colour,
) -> Result<(), Error> {
    match mark {
        Precision::Exact => canvas.disc(at, radius, ink, COVER, RIM),
        Precision::Approximate => canvas.disc(at, (radius - HOLLOW_RIM / 2.0).max(0.6), ink, 0.0, HOLLOW_RIM),
    }
}

/// Writes a place's name beside its circle, if there is room.
fn name_bubble(canvas: &mut Canvas<'_>, view: &View, names: &mut Names, bubble: &Bubble, radius: f64) {
    let style = Style::new(SMALL).halo();
    let name = canvas.fonts.shorten(&bubble.name, SMALL, Strength::Regular, view.rect.width() * 0.4);
    let (x, y) = view.at(bubble.at);
    let size = (canvas.measure(&name, style), SMALL);
    if let Some(seat) = names.beside((x, y), radius, size) {
        canvas.text_mid(&name, (seat.left, (seat.top + seat.bottom) / 2.0), style);
    }
}

/// Writes a region's name and value into it, if there is room.
fn name_area(canvas: &mut Canvas<'_>, view: &View, names: &mut Names, area: &Area, fill: Colour, polygons: &[Rings]) {
    let Some(wish) = area.label.map(|label| view.at(label)) else { return };
    let number = match area.fill {
        Fill::Value(value) => Some(scale::value(value)),
        Fill::NoData | Fill::Ground => None,
    };
    let ink = match area.fill {
        Fill::Value(value) if value > 0.0 => fill.text_over(),
        Fill::Value(_) | Fill::NoData | Fill::Ground => TEXT,
    };
    // The larger letter first, then the name over two lines, then the name alone.
    let tries = [LABEL, SMALL].into_iter().flat_map(|size| [(size, 1, &number), (size, 2, &number)]);
    for (size, most, number) in tries.chain([(SMALL, 1, &None), (SMALL, 2, &None)]) {
        let style = Style::new(size).colour(ink).anchor(Anchor::Middle);
        let mut lines = canvas.fonts.balance(&area.name, size, Strength::Regular, view.rect.width() / 2.0, most);
        if most == 2 {
            let half = canvas.measure(&area.name, style) * 0.6;
            lines = canvas.fonts.balance(&area.name, size, Strength::Regular, half, most);
        }
        if lines.last().is_none_or(|line| line.ends_with('…')) {
            continue;
        }
        lines.extend(number.clone());
        let width = lines.iter().map(|line| canvas.measure(line, style)).fold(0.0, f64::max);
        let pitch = size + 3.0;
        let height = pitch * lines.len() as f64 - 3.0;
        let Some(Seat { middle, .. }) = names.inside(polygons, wish, (width, height)) else { continue };
        let first = middle.1 - height / 2.0 + size / 2.0;
        for (at, line) in lines.iter().enumerate() {
            canvas.text_mid(line, (middle.0, first + at as f64 * pitch), style);
        }
        return;
    }
}

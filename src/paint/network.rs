//! Draws a network: groups on a circle, and between them only incidents that name both. What such an incident says is told by the
//! line: solid, broken, or dotted between bars; a link of rivals who also stood on one side is emptied, so that no solid line
//! joins two groups that fight each other.

use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::Fonts;
use super::lettering::{Anchor, Style};
use super::medium::Medium;
use super::network_key::Key;
use super::network_layout::{BEFORE_NAME, LEAST_NODE, LIST_PITCH, Layout, Name, PITCH, Placed, Side};
use super::network_line::{Line, Spot, Widths, along, curve, distance, length};
use super::scale::number;
use super::theme::{MUTED, SMALL, TEXT, WHITE, colour};
use super::{Error, say_empty};
use crate::figure::{Link, Network};
use crate::messages::{Message, Messages};

/// A number stands on its line near the middle, so far from other texts and lines.
const ALONG: [f64; 7] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
const CLEAR: f64 = 3.0;
const CLEAR_OF_LINES: f64 = 9.0;
/// So much of a line must be seen beside its number.
const LEAST_LINE: f64 = 20.0;
/// White around a number, which would be struck through by its own line.
const PATCH: f64 = 0.5;
/// Height of the words for what is left out.
const LEFT_OUT: f64 = 20.0;
/// Leaders shorter than this say nothing.
const LEAST_LEADER: f64 = 9.0;
const RIM: f64 = 1.4;

fn key(layout: &Layout<'_>, network: &Network, m: &Messages, fonts: &Fonts, room: f64) -> Key {
    let lines: Vec<Line> = layout.links.iter().map(|(_, link)| Line::of(link, &layout.links)).collect();
    Key::of(m, network, &lines, Widths::of_links(&layout.links), &layout.circles, (fonts, room))
}

/// Height that the network asks for.
pub(super) fn height(network: &Network, fonts: &Fonts, medium: Medium, m: &Messages) -> f64 {
    if network.nodes.is_empty() {
        return 0.0;
    }
    let layout = Layout::of(network, fonts, medium);
    let left_out = if layout.left_out > 0 { LEFT_OUT } else { 0.0 };
    key(&layout, network, m, fonts, medium.room()).height() + layout.height + layout.list + left_out
}

/// Draws the network.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, network: &Network) -> Result<(), Error> {
    if network.nodes.is_empty() {
        say_empty(canvas, area, Message::DrawnNothing {});
        return Ok(());
    }
    let layout = Layout::of(network, canvas.fonts, canvas.medium);
    let key = key(&layout, network, canvas.m, canvas.fonts, area.width());
    let widths = Widths::of_links(&layout.links);
    key.draw(canvas, area, widths)?;
    let top = area.top + key.height();
    let middle = ((area.left + area.right) / 2.0, top + layout.height / 2.0);
    let here = |at: Spot| (middle.0 + at.0, middle.1 + at.1);
    // What says that two groups fight lies over all else.
    let mut drawn: Vec<(usize, Link, Vec<Spot>)> = layout
        .links
        .iter()
        .map(|(row, link)| (*row, *link, curve(&layout, link).into_iter().map(here).collect()))
        .collect();
    drawn.sort_by_key(|(row, link, _)| (link.tie, *row));
    for (row, link, points) in &drawn {
        let line = Line::of(link, &layout.links);
        canvas.series(*row, |canvas| line.draw(canvas, points, widths.of(link.count as f64)))?;
    }
    for placed in &layout.nodes {
        canvas.dot(here(placed.at), placed.radius + RIM, WHITE)?;
        canvas.dot(here(placed.at), placed.radius, colour(placed.node.ink))?;
    }
    for placed in &layout.nodes {
        draw_name(canvas, &layout, placed, middle)?;
    }
    draw_counts(canvas, &layout, &drawn, middle)?;
    draw_list(canvas, &layout, Rect { top: top + layout.height, ..area })?;
    if layout.left_out > 0 {
        let words = canvas.m.say(Message::DrawnMore { n: (layout.left_out as f64).into() });
        canvas.text(&words, (area.left, area.bottom - SMALL / 2.0), Style::new(SMALL).colour(MUTED));
    }
    Ok(())
}

fn draw_name(canvas: &mut Canvas<'_>, layout: &Layout<'_>, placed: &Placed<'_>, middle: Spot) -> Result<(), Error> {
    let here = |at: Spot| (middle.0 + at.0, middle.1 + at.1);
    match &placed.name {
        Name::Beside { lines, at, side } => {
            let edge = here(*at);
            let (anchor, near) = match side {
                Side::Left => (Anchor::End, edge.0 + CLEAR),
                Side::Right => (Anchor::Start, edge.0 - CLEAR),
                Side::Under => (Anchor::Middle, edge.0),
            };
            let from = here(placed.at);
            let (right, down) = (near - from.0, edge.1 - from.1);
            let length = right.hypot(down);
            if *side != Side::Under && length - placed.radius > LEAST_LEADER {
                let share = (placed.radius + CLEAR) / length;
                let leader = [(from.0 + right * share, from.1 + down * share), (near, edge.1)];
                canvas.line(&leader, Stroke::solid(MUTED.leader(), 0.8))?;
            }
            let rise = if *side == Side::Under { 0.0 } else { lines.len().saturating_sub(1) as f64 * PITCH / 2.0 };
            let first = edge.1 - rise;
            for (at, line) in lines.iter().enumerate() {
                let place = (edge.0, first + at as f64 * PITCH);
                canvas.text_mid(line, place, Style::new(layout.letter).anchor(anchor).halo());
            }
        }
        Name::Numbered { number, at, .. } => {
            let style = Style::new(SMALL).bold().anchor(Anchor::Middle).halo();
            canvas.text_mid(&number.to_string(), here(*at), style);
        }
    }
    Ok(())
}

/// Writes on each link how many incidents it stands for, the most first, where the number would touch nothing.
fn draw_counts(
    canvas: &mut Canvas<'_>,
    layout: &Layout<'_>,
    drawn: &[(usize, Link, Vec<Spot>)],
    middle: Spot,
) -> Result<(), Error> {
    let style = Style::new(SMALL).bold().colour(TEXT).anchor(Anchor::Middle).halo();
    let mut order: Vec<&(usize, Link, Vec<Spot>)> = drawn.iter().collect();
    order.sort_by_key(|(row, link, _)| (std::cmp::Reverse(link.count), *row));
    let far = |a: Spot, b: Spot| (a.0 - b.0).hypot(a.1 - b.1);
    for (row, link, points) in order {
        let words = number(link.count as f64, 0);
        let half = (canvas.measure(&words, style) / 2.0, SMALL / 2.0);
        let is_clear = |spot: &Spot| {
            let around = |clear: f64| Rect {
                left: spot.0 - half.0 - clear,
                right: spot.0 + half.0 + clear,
                top: spot.1 - half.1 - clear,
                bottom: spot.1 + half.1 + clear,
            };
            let beside = half.0.max(CLEAR_OF_LINES);
            canvas.texts.iter().all(|(_, other)| !around(CLEAR).meets(other))
                && layout.nodes.iter().all(|n| far(*spot, (middle.0 + n.at.0, middle.1 + n.at.1)) > n.radius + beside)
                && drawn.iter().filter(|(other, ..)| other != row).all(|(.., path)| distance(*spot, path) > beside)
        };
        let has_room = length(points) > 2.0 * half.0 + LEAST_LINE;
        let spot = ALONG.into_iter().map(|share| along(points, share)).find(is_clear).filter(|_| has_room);
        if let Some(spot) = spot {
            canvas.series(*row, |canvas| {
                let (across, up) = (half.0 + PATCH, half.1 + PATCH);
                let patch =
                    Rect { left: spot.0 - across, right: spot.0 + across, top: spot.1 - up, bottom: spot.1 + up };
                canvas.fill(patch, WHITE)?;
                canvas.text_mid(&words, spot, style);
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// The names behind the numbers.
fn draw_list(canvas: &mut Canvas<'_>, layout: &Layout<'_>, area: Rect) -> Result<(), Error> {
    if layout.columns == 0 {
        return Ok(());
    }
    let rows = layout.nodes.len().div_ceil(layout.columns);
    for placed in &layout.nodes {
        let Name::Numbered { number, name, .. } = &placed.name else { continue };
        let (column, row) = ((number - 1) / rows, (number - 1) % rows);
        let left = area.left + column as f64 * area.width() / layout.columns as f64;
        let y = area.top + (row as f64 + 0.5) * LIST_PITCH;
        canvas.dot((left + LEAST_NODE, y), LEAST_NODE, colour(placed.node.ink))?;
        let at = left + BEFORE_NAME - CLEAR;
        canvas.text_mid(&number.to_string(), (at - CLEAR, y), Style::new(SMALL).bold().anchor(Anchor::End));
        canvas.text_mid(name, (left + BEFORE_NAME, y), Style::new(layout.letter));
    }
    Ok(())
}

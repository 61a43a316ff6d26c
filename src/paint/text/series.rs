//! Panels over time: columns or lines above each other, on one time axis.

use super::super::scale::ValueAxis;
use super::overlay::{self, Plot};
use super::sheet::{Field, Row, Tone};
use super::time::{self, Slots, sound};
use super::{beneath, braille, columns, key, ledger, nothing};
use crate::figure::{Bound, Panel, Panels, Point, State, TimeAxis};
use crate::messages::{Message, Messages};
use crate::text::{self, cells};

/// Rows of a panel, by how many there are.
const ROWS: [usize; 3] = [12, 8, 6];
/// Widest column of names at the ends of lines.
const NAMES: usize = 24;
/// Ticks of the value axis.
const TICKS: usize = 4;

pub(super) fn draw(m: &Messages, panels: &Panels, width: usize) -> Vec<Row> {
    let axis = &panels.axis;
    if axis.len == 0 || panels.panels.is_empty() {
        return vec![nothing(m)];
    }
    let rows = ROWS[(panels.panels.len() - 1).min(ROWS.len() - 1)];
    let scales: Vec<ValueAxis> = panels.panels.iter().map(scale).collect();
    let labels = scales.iter().flat_map(|scale| scale.ticks().into_iter().map(|tick| scale.label(tick)));
    let gutter = labels.map(|label| cells::width(&label)).max().unwrap_or(0) + 1;
    let names = panels.panels.iter().filter(|p| p.columns.is_none()).flat_map(|p| &p.lines);
    let names = names.map(|line| cells::width(&line.name).min(NAMES) + 2).max().unwrap_or(0);
    let slots = Slots::of(axis.len, width.saturating_sub(gutter + names));
    let mut out = Vec::new();
    for (panel, scale) in panels.panels.iter().zip(&scales) {
        out.extend(one(m, axis, panel, scale, Frame { slots, rows, gutter, width }));
    }
    out.extend(beneath(m, axis, slots, gutter, width));
    out
}

/// Where a panel stands.
#[derive(Clone, Copy)]
struct Frame {
    slots: Slots,
    rows: usize,
    gutter: usize,
    width: usize,
}

/// The value axis: what is counted, and all that is laid over it.
fn scale(panel: &Panel) -> ValueAxis {
    if let Some(top) = panel.top.filter(|top| top.is_finite() && *top > 0.0) {
        return ValueAxis::up_to(top, TICKS);
    }
    let counted = panel.columns.iter().flat_map(|c| &c.points).chain(panel.lanes.iter().flat_map(|l| &l.points));
    let steps = panel.steps.iter().flat_map(|s| &s.steps).map(|s| &s.point);
    let laid = panel.lines.iter().flat_map(|l| &l.points).chain(steps);
    let high = |p: &Point| sound(p.high).or(sound(p.value)).unwrap_or(0.0).max(sound(p.value).unwrap_or(0.0));
    if !panel.lanes.is_empty() {
        return ValueAxis::exactly(counted.map(|p| sound(p.value).unwrap_or(0.0)).fold(0.0, f64::max));
    }
    let over = laid.map(high).chain([overlay::highest(&panel.evidence)]);
    ValueAxis::holding(counted.map(high), over, TICKS)
}

fn one(m: &Messages, axis: &TimeAxis, panel: &Panel, scale: &ValueAxis, frame: Frame) -> Vec<Row> {
    let Frame { slots, rows, gutter, width } = frame;
    if !panel.lanes.is_empty() {
        let mut out = head(m, axis, panel, None, width);
        out.extend(ledger::draw(&panel.lanes, slots, (scale.top(), &scale.label(scale.top())), (gutter, width)));
        let all: Vec<&[Point]> = panel.lanes.iter().map(|l| &l.points[..]).collect();
        out.push(Row::of(" ".repeat(gutter), Tone::Muted).then(time::rule(axis, slots, &all)));
        return out;
    }
    let plot = Plot { slots, rows, top: scale.top() };
    let mut field = Field::new(slots.cells(), rows);
    let mut entries = Vec::new();
    let mut ends: Vec<(usize, &str, Tone)> = Vec::new();
    let read: Option<&[Point]> = match &panel.columns {
        Some(shown) => {
            columns::draw(&mut field, shown, slots, (rows, plot.top));
            entries.extend(overlay::states(m, shown));
            entries.extend(overlay::lines(&mut field, plot, &panel.lines));
            Some(&shown.points)
        }
        None => {
            let broken = |period: usize| axis.breaks.iter().any(|b| b.at.ceil() as usize == period);
            for line in &panel.lines {
                if let Some(end) = braille::draw(&mut field, line, slots, (rows, plot.top), broken) {
                    ends.push((end, &line.name, braille::of_line(line)));
                }
            }
            panel.lines.iter().for_each(|line| braille::band(&mut field, line, slots, (rows, plot.top)));
            match panel.lines.as_slice() {
                [only] => Some(&only.points),
                _ => None,
            }
        }
    };
    entries.extend(overlay::steps(&mut field, plot, &panel.steps));
    let label = axis.future.as_ref().map_or("", |future| future.label.as_str());
    entries.extend(overlay::evidence(m, &mut field, plot, &panel.evidence, label));
    let mut out = head(m, axis, panel, read, width);
    let ticks = scale.ticks();
    let names = spread(ends, rows);
    for (at, row) in field.rows().into_iter().enumerate() {
        let tick = ticks.iter().find(|&&tick| tick > 0.0 && plot.row(tick) == at).map(|&tick| scale.label(tick));
        let left = cells::right(&tick.unwrap_or_default(), gutter - 1) + " ";
        let mut row = Row::of(left, Tone::Muted).then(row);
        if let Some((name, tone)) = names.get(at).and_then(Option::as_ref) {
            row = row.and(format!(" {}", cells::clip(&cells::plain(name), NAMES)), *tone);
        }
        out.push(row);
    }
    let steps: Vec<Vec<Point>> = panel.steps.iter().map(|s| s.points(axis.len)).collect();
    let all: Vec<&[Point]> = (steps.iter().map(|s| &s[..]))
        .chain(panel.columns.iter().map(|c| &c.points[..]))
        .chain(panel.lines.iter().map(|l| &l.points[..]))
        .collect();
    let zero = cells::right(&scale.label(0.0), gutter - 1) + " ";
    out.push(Row::of(zero, Tone::Muted).then(time::rule(axis, slots, &all)));
    out.extend(key(entries, gutter, width));
    out
}

/// The panel's name and unit, its newest complete value and its highest.
fn head(m: &Messages, axis: &TimeAxis, panel: &Panel, points: Option<&[Point]>, width: usize) -> Vec<Row> {
    let title = [panel.title.as_str(), panel.unit.as_str()].into_iter().filter(|t| !t.is_empty());
    let title = cells::plain(&title.collect::<Vec<_>>().join(", "));
    let read = points.map(|points| read_out(m, axis, points)).filter(|read| !read.is_empty());
    match (title.is_empty(), read) {
        (true, None) => Vec::new(),
        (false, None) => vec![Row::of(cells::clip(&title, width), Tone::Bold)],
        (true, Some(read)) => vec![Row::of(cells::clip(&read, width), Tone::Muted)],
        (false, Some(read)) if cells::width(&title) + cells::width(&read) + 2 > width => {
            vec![Row::of(cells::clip(&title, width), Tone::Bold), Row::of(cells::clip(&read, width), Tone::Muted)]
        }
        (false, Some(read)) => vec![Row::of(title, Tone::Bold).and(format!("  {read}"), Tone::Muted)],
    }
}

/// `12 in October 2026, highest 49 in March 2025`.
pub(super) fn read_out(m: &Messages, axis: &TimeAxis, points: &[Point]) -> String {
    let name = |at: usize| axis.names.get(at).cloned().unwrap_or_default();
    let known = || points.iter().enumerate().filter_map(|(at, p)| Some((at, p, sound(p.value)?)));
    let newest = known().rfind(|(_, p, _)| p.state != State::Partial).or_else(|| known().next_back());
    let highest = known().fold(None, |best: Option<(usize, &Point, f64)>, next| match best {
        Some((_, _, top)) if top >= next.2 => best,
        Some(_) | None => Some(next),
    });
    let mut said = Vec::new();
    if let Some((at, point, value)) = newest {
        said.push(m.say(Message::TerminalNewest { value: written(m, point, value), period: name(at) }));
    }
    if let Some((at, point, value)) = highest.filter(|(_, _, value)| *value > 0.0) {
        said.push(m.say(Message::TerminalHighest { value: written(m, point, value), period: name(at) }));
    }
    said.join(", ")
}

/// A value with its bound.
pub(super) fn written(m: &Messages, point: &Point, value: f64) -> String {
    let number = text::count(value);
    match point.bound {
        Bound::Exact => number,
        Bound::AtLeast => m.say(Message::TerminalAtLeast { value: number }),
    }
}

/// Names at the ends of lines, each on a row of its own, as near to its end as there is room.
fn spread(mut ends: Vec<(usize, &str, Tone)>, rows: usize) -> Vec<Option<(&str, Tone)>> {
    let mut out = vec![None; rows];
    ends.retain(|(_, name, _)| !name.is_empty());
    ends.sort_by_key(|(row, ..)| *row);
    let count = ends.len();
    for (at, (row, name, tone)) in ends.into_iter().enumerate() {
        // Below it there must be room for those that follow.
        let last = rows.saturating_sub(count - at);
        let free = |row: &usize| out[*row].is_none();
        let place = (row.min(last)..rows).find(free).or_else(|| (0..rows).rev().find(free));
        if let Some(place) = place {
            out[place] = Some((name, tone));
        }
    }
    out
}

//! Layers on top of each other, each with a fill of its own, so that colour never stands alone.

use super::super::scale::ValueAxis;
use super::sheet::{Field, Row, Tone};
use super::time::{self, Slots, sound};
use super::{beneath, key, nothing, tone};
use crate::figure::{Point, Stack, StackScale, State};
use crate::messages::{Message, Messages};
use crate::text::{self, cells};

const ROWS: usize = 12;
const TICKS: usize = 4;
/// Fills, told apart without colour; they repeat after a dozen layers.
const FILLS: [char; 12] = ['█', '░', '▓', '▒', '=', 'o', '+', 'x', '@', '*', 'w', 'n'];

pub(super) fn draw(m: &Messages, stack: &Stack, width: usize) -> Vec<Row> {
    let axis = &stack.axis;
    if axis.len == 0 || stack.layers.is_empty() {
        return vec![nothing(m)];
    }
    let value = |layer: usize, period: usize| {
        stack.layers[layer].points.get(period).and_then(|p| sound(p.value)).unwrap_or(0.0)
    };
    let sum = |period: usize| (0..stack.layers.len()).map(|layer| value(layer, period)).sum::<f64>();
    let scale = match stack.scale {
        StackScale::Amount => ValueAxis::over((0..axis.len).map(sum), TICKS),
        StackScale::Share => ValueAxis::percent(),
    };
    let gutter = scale.ticks().into_iter().map(|t| cells::width(&scale.label(t))).max().unwrap_or(0) + 1;
    let slots = Slots::of(axis.len, width.saturating_sub(gutter));
    let mut field = Field::new(slots.cells(), ROWS);
    // Of several periods in a cell the highest stack is drawn.
    let sums: Vec<Point> =
        (0..axis.len).map(|period| Point { state: state(stack, period), ..Point::complete(sum(period)) }).collect();
    for (period, total) in slots.shown(&sums) {
        let Some(total) = total.value.filter(|total| *total > 0.0) else { continue };
        let height = match stack.scale {
            StackScale::Amount => scale.top(),
            StackScale::Share => total,
        };
        let mut below = 0.0;
        for layer in 0..stack.layers.len() {
            let above = below + value(layer, period);
            let row = |value: f64| (value / height * ROWS as f64).round() as usize;
            for up in row(below)..row(above).min(ROWS) {
                for cell in slots.mark(period) {
                    field.put(cell, ROWS - 1 - up, FILLS[layer % FILLS.len()], tone(stack.layers[layer].ink));
                }
            }
            below = above;
        }
    }
    let ticks = scale.ticks();
    let at = |tick: f64| ROWS - ((tick / scale.top() * ROWS as f64).ceil() as usize).clamp(1, ROWS);
    let mut out = Vec::new();
    for (row, cells_of_row) in field.rows().into_iter().enumerate() {
        let tick = ticks.iter().find(|&&tick| tick > 0.0 && at(tick) == row).map(|&tick| scale.label(tick));
        out.push(Row::of(cells::right(&tick.unwrap_or_default(), gutter - 1) + " ", Tone::Muted).then(cells_of_row));
    }
    let points: Vec<&[Point]> = stack.layers.iter().map(|layer| &layer.points[..]).collect();
    out.push(
        Row::of(cells::right(&scale.label(0.0), gutter - 1) + " ", Tone::Muted).then(time::rule(axis, slots, &points)),
    );
    out.extend(beneath(m, axis, slots, gutter, width));
    out.push(layers_heading(m, stack, gutter));
    let newest = (0..axis.len).rev().find(|&p| sum(p) > 0.0 && state(stack, p) != State::Partial);
    let entries = stack.layers.iter().enumerate().map(|(layer, of)| {
        let number = newest.map(|period| match stack.scale {
            StackScale::Amount => text::count(value(layer, period)),
            StackScale::Share => text::share(value(layer, period) / sum(period)),
        });
        let number = number.map(|number| format!(" {number}")).unwrap_or_default();
        (FILLS[layer % FILLS.len()].to_string(), tone(of.ink), cells::plain(&of.name) + &number)
    });
    out.extend(key(entries.collect(), gutter, width));
    out
}

/// The state that all layers of a period share.
fn state(stack: &Stack, period: usize) -> State {
    stack.layers.iter().find_map(|layer| layer.points.get(period)).map_or(State::NotCovered, |p| p.state)
}

fn layers_heading(m: &Messages, stack: &Stack, gutter: usize) -> Row {
    let whole = |period: &usize| {
        state(stack, *period) != State::Partial
            && stack.layers.iter().any(|l| l.points.get(*period).is_some_and(|p| sound(p.value) > Some(0.0)))
    };
    let newest = (0..stack.axis.len).rev().find(whole).and_then(|at| stack.axis.names.get(at));
    let words = match newest {
        Some(period) => m.say(Message::TerminalLayersOf { period: cells::plain(period) }),
        None => m.say(Message::TerminalLayers {}),
    };
    Row::of(" ".repeat(gutter), Tone::Plain).and(words, Tone::Muted)
}

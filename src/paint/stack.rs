//! Draws layers stacked over time, as amounts or as shares, labelled at the right.

use super::canvas::{Canvas, Rect, Stroke};
use super::columns::steps;
use super::ends::{self, End};
use super::events::{Lanes, draw_rules};
use super::plot::{LABEL_GAP, Labels, Plot, emptiness, faded, known, label_room, runs, states};
use super::scale::ValueAxis;
use super::theme::{Colour, Dash, WHITE, colour, dash};
use super::time::{AXIS_HEIGHT, Span};
use super::{Error, say_empty, time};
use crate::figure::{Emphasis, Ink, Layer, Point, Stack, StackScale, State};

/// Share of a period's width that its column fills.
const FILL: f64 = 0.82;
/// Periods narrower than this are drawn as stepped surfaces.
const LEAST_COLUMN: f64 = 4.0;
const WIDEST: f64 = 64.0;
const RIM: f64 = 1.3;
const HATCH_GAP: f64 = 6.0;
const OVERHANG: f64 = 6.0;
const STEPS: usize = 5;
/// A whole, in the unit of the share axis.
const WHOLE: f64 = 100.0;

/// Where a layer lies in a period: its lower and upper edge on the value axis.
type Edges = Option<(f64, f64)>;

/// The edges of every layer in every period; none where a layer's value is unknown.
fn edges(stack: &Stack) -> Vec<Vec<Edges>> {
    let len = stack.axis.len;
    let value = |layer: &Layer, period: usize| layer.points.get(period).and_then(known);
    let mut bases = vec![0.0; len];
    let totals: Vec<f64> = (0..len).map(|p| stack.layers.iter().filter_map(|l| value(l, p)).sum()).collect();
    let mut out = Vec::with_capacity(stack.layers.len());
    for layer in &stack.layers {
        let edge = |period: usize| {
            let height = value(layer, period)?;
            let height = match stack.scale {
                StackScale::Amount => height,
                StackScale::Share if totals[period] > 0.0 => height / totals[period] * WHOLE,
                StackScale::Share => return None,
            };
            Some((bases[period], bases[period] + height))
        };
        let row: Vec<Edges> = (0..len).map(edge).collect();
        for (base, edge) in bases.iter_mut().zip(&row) {
            *base = edge.map_or(*base, |(_, upper)| upper);
        }
        out.push(row);
    }
    out
}

/// Draws the stack.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, stack: &Stack) -> Result<(), Error> {
    let len = stack.axis.len;
    if stack.layers.is_empty() || len == 0 {
        say_empty(canvas, area, "Nothing to draw");
        return Ok(());
    }
    let edges = edges(stack);
    let tops = edges.iter().flatten().flatten().map(|(_, upper)| *upper);
    let axis = match stack.scale {
        StackScale::Amount => ValueAxis::over(tops, STEPS),
        StackScale::Share => ValueAxis::percent(),
    };
    let label_width = ends::room(canvas.fonts, stack.layers.iter().map(|l| (l.name.as_str(), Dash::Solid)));
    let gutter = label_room(canvas, &axis) + LABEL_GAP;
    let span = Span { left: area.left + gutter, right: area.right - label_width.max(8.0), len };
    let lanes = Lanes::of(&stack.axis, span, canvas.fonts);
    let top = area.top + lanes.height() + OVERHANG;
    let rect = Rect { left: span.left, right: span.right, top, bottom: area.bottom - AXIS_HEIGHT };
    let plot = Plot::new(rect, len, axis);
    let layers = || stack.layers.iter().map(|l| &l.points[..]);
    draw_rules(canvas, &stack.axis, span, rect)?;
    let empty = emptiness(len, layers());
    if empty.is_none() {
        plot.draw_uncovered(canvas, &states(len, layers()))?;
    }
    plot.draw_grid(canvas, Labels::Shown)?;
    for (layer, row) in stack.layers.iter().zip(&edges) {
        if span.period() < LEAST_COLUMN {
            draw_surface(canvas, &plot, layer, row)?;
        } else {
            draw_columns(canvas, &plot, layer, row)?;
        }
    }
    plot.draw_zero(canvas)?;
    lanes.draw(canvas, span, top)?;
    time::draw(canvas, span, &stack.axis, rect.bottom)?;
    ends::draw(canvas, rect, label_width, labels(&plot, stack, &edges))?;
    if let Some(words) = empty {
        say_empty(canvas, rect, words);
    }
    Ok(())
}

/// Each layer's label at its middle in the last period in which it is known.
fn labels(plot: &Plot, stack: &Stack, edges: &[Vec<Edges>]) -> Vec<End> {
    let last = |row: &Vec<Edges>| row.iter().enumerate().rev().find_map(|(i, e)| Some((i, (*e)?)));
    let rows = stack.layers.iter().zip(edges);
    rows.filter_map(|(layer, row)| {
        let (period, (lower, upper)) = last(row)?;
        let half = column_width(plot) / 2.0;
        let at = (plot.span.middle(period) + half, plot.y((lower + upper) / 2.0));
        let (text, colour) = (layer.name.clone(), colour(layer.ink));
        Some(End { text, at, colour, dash: Dash::Solid, emphasis: Emphasis::Main })
    })
    .collect()
}

fn column_width(plot: &Plot) -> f64 {
    let period = plot.span.period();
    if period < LEAST_COLUMN { period } else { (period * FILL).min(WIDEST) }
}

fn is_hatched(ink: Ink) -> bool {
    ink == Ink::Unattributed || dash(ink) != Dash::Solid
}

fn draw_columns(canvas: &mut Canvas<'_>, plot: &Plot, layer: &Layer, row: &[Edges]) -> Result<(), Error> {
    let half = column_width(plot) / 2.0;
    for (period, (edge, point)) in row.iter().zip(&layer.points).enumerate() {
        let Some((lower, upper)) = edge.filter(|(lower, upper)| upper > lower) else {
            continue;
        };
        let middle = plot.span.middle(period);
        let (left, right) = (middle - half, middle + half);
        let rect = Rect { left, right, top: plot.y(upper), bottom: plot.y(lower) };
        fill(canvas, rect, layer.ink, point)?;
    }
    Ok(())
}

fn fill(canvas: &mut Canvas<'_>, rect: Rect, ink: Ink, point: &Point) -> Result<(), Error> {
    let tone: Colour = colour(ink);
    if point.state == State::Partial {
        return canvas.hollow(rect, tone, RIM);
    }
    canvas.fill(rect, faded(tone, point.state))?;
    if is_hatched(ink) {
        canvas.hatch(rect, tone.mix(WHITE, 0.35), HATCH_GAP)?;
    }
    Ok(())
}

fn draw_surface(canvas: &mut Canvas<'_>, plot: &Plot, layer: &Layer, row: &[Edges]) -> Result<(), Error> {
    let state = |i: usize| layer.points.get(i).map(|p| p.state);
    for wanted in [State::Complete, State::Provisional, State::Partial] {
        for (from, to) in runs(row.len(), |i| row[i].is_some() && state(i) == Some(wanted)) {
            let upper = steps(plot, (from, to), |i| row[i].map_or(0.0, |e| e.1));
            let lower = steps(plot, (from, to), |i| row[i].map_or(0.0, |e| e.0));
            let outline: Vec<(f64, f64)> = upper.iter().copied().chain(lower.into_iter().rev()).collect();
            let tone = colour(layer.ink);
            if wanted == State::Partial {
                canvas.line(&outline, Stroke::solid(tone, RIM))?;
                continue;
            }
            // A hatch cannot follow steps this small: here the labels at the right tell layers apart.
            canvas.area(&outline, faded(tone, wanted), 1.0)?;
        }
    }
    Ok(())
}

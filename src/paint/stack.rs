//! Draws layers stacked over time, as amounts or as shares, labelled at the right.

use super::canvas::{Canvas, Rect, Stroke};
use super::columns::steps;
use super::ends::{self, End};
use super::events::{Lanes, draw_rules};
use super::fonts::Fonts;
use super::key::{self, Entry, Key, Sample};
use super::medium::Medium;
use super::page::Wanted;
use super::plot::{LABEL_GAP, Labels, Plot, emptiness, faded, known, label_room, runs, states};
use super::scale::ValueAxis;
use super::theme::{Colour, Dash, colour, dash};
use super::time::{AXIS_HEIGHT, Span};
use super::{Error, say_empty, time};
use crate::figure::{Emphasis, Ink, Layer, Point, Stack, StackScale, State};
use crate::messages::Message;

/// Share of a period's width that its column fills.
const FILL: f64 = 0.82;
/// Periods narrower than this are drawn as stepped surfaces.
const LEAST_COLUMN: f64 = 4.0;
const WIDEST: f64 = 64.0;
const RIM: f64 = 1.3;
const HATCH_GAP: f64 = 6.0;
const OVERHANG: f64 = 6.0;
const STEPS: usize = 5;
const NARROW_STEPS: usize = 4;
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

/// Height of the plot in a page.
const WIDE_PLOT: f64 = 330.0;
const NARROW_PLOT: f64 = 220.0;

/// Height that the stack asks for.
pub(super) fn height(stack: &Stack, fonts: &Fonts, medium: Medium) -> Wanted {
    match medium {
        Medium::File => Wanted::AtLeast(0.0),
        Medium::Page(_) => {
            let layout = Layout::of(stack, fonts, medium, (medium.margin(), medium.width() - medium.margin()));
            let above = layout.key.height() + layout.lanes.height() + OVERHANG;
            Wanted::Exactly(above + medium.pick(WIDE_PLOT, NARROW_PLOT) + AXIS_HEIGHT)
        }
    }
}

/// Where things stand around the plot.
struct Layout<'a> {
    edges: Vec<Vec<Edges>>,
    axis: ValueAxis,
    label_width: f64,
    span: Span,
    lanes: Lanes,
    key: Key<'a>,
}

impl<'a> Layout<'a> {
    fn of(stack: &'a Stack, fonts: &Fonts, medium: Medium, (left, right): (f64, f64)) -> Self {
        let edges = edges(stack);
        let tops = edges.iter().flatten().flatten().map(|(_, upper)| *upper);
        let axis = match stack.scale {
            StackScale::Amount => ValueAxis::over(tops, medium.pick(STEPS, NARROW_STEPS)),
            StackScale::Share => ValueAxis::percent(),
        };
        let names = || stack.layers.iter().map(|l| l.name.as_str());
        let in_key = key::is_above(medium, fonts, names());
        let key = if in_key { Key::of(entries(stack), right - left, fonts) } else { Key::default() };
        let label_width = ends::room(medium, fonts, names().filter(|_| !in_key).map(|name| (name, Dash::Solid)));
        let gutter = label_room(fonts, &axis) + LABEL_GAP;
        let span = Span { left: left + gutter, right: right - label_width.max(8.0), len: stack.axis.len };
        let lanes = Lanes::of(&stack.axis, span, fonts);
        Self { edges, axis, label_width, span, lanes, key }
    }
}

/// What the key names, from the top down; each layer is a column of the chart's table, after the periods.
fn entries(stack: &Stack) -> impl Iterator<Item = Entry<'_>> {
    stack.layers.iter().enumerate().rev().map(|(at, layer)| {
        let sample = if is_hatched(layer.ink) { Sample::Hatched } else { Sample::Plain };
        Entry { name: &layer.name, colour: colour(layer.ink), sample, series: Some(at + 1) }
    })
}

/// Draws the stack.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, stack: &Stack) -> Result<(), Error> {
    let len = stack.axis.len;
    if stack.layers.is_empty() || len == 0 {
        say_empty(canvas, area, Message::DrawnNothing {});
        return Ok(());
    }
    let Layout { edges, axis, label_width, span, lanes, key } =
        Layout::of(stack, canvas.fonts, canvas.medium, (area.left, area.right));
    key.draw(canvas, (area.left, area.top))?;
    let top = area.top + key.height() + lanes.height() + OVERHANG;
    let rect = Rect { left: span.left, right: span.right, top, bottom: area.bottom - AXIS_HEIGHT };
    let plot = Plot::new(rect, len, axis);
    plot.tell(canvas);
    let layers = || stack.layers.iter().map(|l| &l.points[..]);
    draw_rules(canvas, &stack.axis, span, rect)?;
    let empty = emptiness(len, layers());
    if empty.is_none() {
        plot.draw_uncovered(canvas, &states(len, layers()))?;
    }
    plot.draw_grid(canvas, Labels::Shown)?;
    let draw = if span.period() < LEAST_COLUMN { draw_surface } else { draw_columns };
    for (at, (layer, row)) in stack.layers.iter().zip(&edges).enumerate() {
        canvas.series(at + 1, |canvas| draw(canvas, &plot, layer, row))?;
    }
    plot.draw_zero(canvas)?;
    lanes.draw(canvas, span, top)?;
    time::draw(canvas, span, &stack.axis, rect.bottom)?;
    let labels = if key.height() > 0.0 { Vec::new() } else { labels(&plot, stack, &edges) };
    ends::draw(canvas, rect, label_width, labels)?;
    if let Some(words) = empty {
        say_empty(canvas, rect, words);
    }
    Ok(())
}

/// Each layer's label at its middle in the last period in which it is known.
fn labels(plot: &Plot, stack: &Stack, edges: &[Vec<Edges>]) -> Vec<End> {
    let last = |row: &Vec<Edges>| row.iter().enumerate().rev().find_map(|(i, e)| Some((i, (*e)?)));
    let rows = stack.layers.iter().zip(edges).enumerate();
    rows.filter_map(|(at, (layer, row))| {
        let series = Some(at + 1);
        let (period, (lower, upper)) = last(row)?;
        let half = column_width(plot) / 2.0;
        let at = (plot.span.middle(period) + half, plot.y((lower + upper) / 2.0));
        let (text, colour) = (layer.name.clone(), colour(layer.ink));
        Some(End { text, at, colour, dash: Dash::Solid, emphasis: Emphasis::Main, series })
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
        canvas.hatch(rect, tone.hatch(), HATCH_GAP)?;
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

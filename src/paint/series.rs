//! Draws panels above each other that share one time axis.

use super::canvas::{Canvas, Rect};
use super::ends::{self, End};
use super::events::{self, Lanes, Tone, Wish, draw_rules};
use super::fonts::{Fonts, Strength};
use super::lettering::Style;
use super::line::{self, Pen};
use super::plot::{LABEL_GAP, Labels, Plot, emptiness, heights, known, label_room, states};
use super::scale::ValueAxis;
use super::theme::{Dash, LABEL, MUTED};
use super::time::{AXIS_HEIGHT, Span};
use super::{Error, columns, expected, fan, levels, say_empty, time};
use crate::figure::{Emphasis, Expected, Ink, Panel, Panels, Point, Standing};

/// Height that a panel needs beside others, with its heading.
const LEAST_PANEL: f64 = 190.0;
/// Height of a panel's heading.
const HEADING: f64 = 24.0;
/// Between two panels.
const GAP: f64 = 16.0;
/// Half a letter of the topmost tick reaches over the plot.
const OVERHANG: f64 = 6.0;
/// How far below the plot's top the labels at its right begin under a forecaster's name.
const BELOW_NAME: f64 = 10.0;
/// Pixels a step of the value axis needs, at least.
const STEP: f64 = 52.0;

/// Height that the panels ask for.
pub(super) fn height(panels: &Panels) -> f64 {
    panels.panels.len() as f64 * (LEAST_PANEL + GAP) + AXIS_HEIGHT
}

/// The series of a panel, columns first.
fn series(panel: &Panel) -> impl Iterator<Item = &[Point]> + Clone {
    panel.columns.iter().map(|c| &c.points[..]).chain(panel.lines.iter().map(|l| &l.points[..]))
}

/// Draws the panels.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, figure: &Panels) -> Result<(), Error> {
    let len = figure.axis.len;
    let count = figure.panels.len();
    if count == 0 || len == 0 {
        say_empty(canvas, area, "Nothing to draw");
        return Ok(());
    }
    let label_width = ends::room(canvas.fonts, names(figure));
    let heading = |panel: &Panel| {
        if panel.title.is_empty() && panel.unit.is_empty() { 0.0 } else { HEADING }
    };
    let step = (area.height() / count as f64 / STEP).clamp(2.0, 5.0) as usize;
    let axes: Vec<ValueAxis> = figure.panels.iter().map(|p| value_axis(p, len, step)).collect();
    let gutter = axes.iter().map(|axis| label_room(canvas, axis)).fold(0.0, f64::max) + LABEL_GAP;
    let span = Span { left: area.left + gutter, right: area.right - label_width.max(8.0), len };
    let lanes: Vec<Lanes> = (0..count).map(|at| lanes(canvas.fonts, figure, at, span, area.right)).collect();
    let headings: f64 = figure.panels.iter().map(heading).sum();
    let fixed = headings + lanes.iter().map(Lanes::height).sum::<f64>() + AXIS_HEIGHT + (GAP + OVERHANG) * count as f64;
    let each = ((area.height() - fixed) / count as f64).max(40.0);
    let mut top = area.top;
    let last = count - 1;
    for (at, ((panel, axis), lanes)) in figure.panels.iter().zip(axes).zip(&lanes).enumerate() {
        draw_heading(canvas, (area.left, top), span.right, panel);
        top += heading(panel) + OVERHANG + lanes.height();
        let bottom = if at == last { area.bottom - AXIS_HEIGHT } else { top + each };
        let plot = Plot::new(Rect { left: span.left, right: span.right, top, bottom }, len, axis);
        draw_panel(canvas, &plot, panel, figure, label_width)?;
        lanes.draw(canvas, span, top)?;
        if at == last {
            time::draw(canvas, span, &figure.axis, bottom)?;
        }
        top = bottom + GAP;
    }
    Ok(())
}

/// The labels at the right of all panels, with their dashes.
fn names(figure: &Panels) -> impl Iterator<Item = (&str, Dash)> {
    figure.panels.iter().flat_map(|p| {
        let lines = p.lines.iter().map(|l| (l.name.as_str(), Pen::of(l.ink, l.emphasis).dash));
        let level = p.evidence.levels.last().map(|_| (p.evidence.level_name.as_str(), Dash::Solid));
        let fan = p.evidence.fan.iter().map(|_| (fan::WIDEST_LABEL, Dash::Solid));
        lines.chain(level).chain(fan)
    })
}

/// The axis that holds all that a panel shows.
fn value_axis(panel: &Panel, len: usize, step: usize) -> ValueAxis {
    let of = |points: &[Point]| heights(&points[..points.len().min(len)]).collect::<Vec<f64>>();
    let columns: Vec<f64> = panel.columns.iter().flat_map(|c| of(&c.points)).collect();
    let lines: Vec<f64> = panel.lines.iter().flat_map(|l| of(&l.points)).collect();
    let evidence = &panel.evidence;
    let counted = columns.iter().chain(&lines).copied().fold(0.0, f64::max);
    let marked = |e: &Expected| {
        let value = panel.columns.as_ref().and_then(|c| c.points.get(e.period)).and_then(known);
        value.filter(|_| e.standing != Standing::Within).map(|v| v * expected::HEADROOM)
    };
    let expected = evidence.expected.iter().flat_map(|e| [Some(e.high), marked(e)]).flatten();
    let levels = evidence.levels.iter().map(|l| l.value);
    let fan = evidence.fan.iter().map(|f| fan::height(f, counted));
    let found = expected.chain(levels).chain(fan);
    match panel.columns {
        Some(_) => ValueAxis::holding(columns.into_iter(), lines.into_iter().chain(found), step),
        None => ValueAxis::over(lines.into_iter().chain(found), step),
    }
}

/// The labels above a panel: its own finds, above the first also what the panels share.
fn lanes(fonts: &Fonts, figure: &Panels, at: usize, span: Span, limit: f64) -> Lanes {
    let evidence = &figure.panels[at].evidence;
    let mut wishes = Vec::new();
    if at == 0 {
        wishes.extend(events::wishes(&figure.axis, span));
        let future = figure.axis.future.iter();
        wishes.extend(future.map(|f| Wish { rule: span.x(f.from as f64), label: &f.label, tone: Tone::Found, limit }));
    }
    wishes.extend(levels::wishes(evidence, span));
    wishes.extend(evidence.expected.iter().filter(|e| e.period < span.len).map(|e| expected::wish(e, span)));
    Lanes::placing(wishes, span, fonts)
}

fn draw_heading(canvas: &mut Canvas<'_>, at: (f64, f64), right: f64, panel: &Panel) {
    let room = right - at.0;
    let title = canvas.fonts.shorten(&panel.title, LABEL, Strength::Bold, room);
    let style = Style::new(LABEL).bold();
    canvas.text(&title, (at.0, at.1 + LABEL), style);
    let width = canvas.measure(&title, style);
    let left = if title.is_empty() { at.0 } else { at.0 + width + LABEL_GAP };
    let unit = canvas.fonts.shorten(&panel.unit, LABEL, Strength::Regular, right - left);
    canvas.text(&unit, (left, at.1 + LABEL), Style::new(LABEL).colour(MUTED));
}

fn draw_panel(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    panel: &Panel,
    figure: &Panels,
    label_width: f64,
) -> Result<(), Error> {
    let len = figure.axis.len;
    fan::draw_ground(canvas, plot, &figure.axis, panel.evidence.fan.as_ref())?;
    draw_rules(canvas, &figure.axis, plot.span, plot.rect)?;
    let empty = emptiness(len, series(panel));
    if empty.is_none() {
        plot.draw_uncovered(canvas, &states(len, series(panel)))?;
    }
    plot.draw_grid(canvas, Labels::Shown)?;
    if let Some(columns) = &panel.columns {
        columns::draw(canvas, plot, &columns.points, columns.ink)?;
    }
    for line in panel.lines.iter().filter(|l| l.emphasis == Emphasis::Main) {
        line::draw_band(canvas, plot, &line.points, line.ink)?;
    }
    let evidence = &panel.evidence;
    let ink = panel.columns.as_ref().map_or(Ink::Estimate, |c| c.ink);
    let mut labels = match &evidence.fan {
        Some(fan) => fan::draw(canvas, plot, fan, ink)?,
        None => Vec::new(),
    };
    plot.draw_zero(canvas)?;
    labels.extend(levels::draw(canvas, plot, evidence)?);
    for emphasis in [Emphasis::Context, Emphasis::Main] {
        for line in panel.lines.iter().filter(|l| l.emphasis == emphasis) {
            let pen = Pen::of(line.ink, emphasis);
            let trace = if panel.columns.is_some() { line::draw_cased } else { line::draw };
            trace(canvas, plot, &line.points, pen, &figure.axis.breaks)?;
            if let Some(at) = line::end(plot, &line.points) {
                let text = line.name.clone();
                labels.push(End { text, at, colour: pen.colour, dash: pen.dash, emphasis });
            }
        }
    }
    if let (Some(expected), Some(columns)) = (&evidence.expected, &panel.columns) {
        expected::draw(canvas, plot, expected, &columns.points, columns::width(plot))?;
    }
    // The forecaster's name stands over the labels: they keep below the plot's top.
    let top = if figure.axis.future.is_some() { plot.rect.top + BELOW_NAME } else { plot.rect.top };
    ends::draw(canvas, Rect { top, ..plot.rect }, label_width, labels)?;
    if let Some(words) = empty {
        say_empty(canvas, plot.rect, words);
    }
    Ok(())
}

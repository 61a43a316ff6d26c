//! Draws panels above each other that share one time axis.

use super::canvas::{Canvas, Rect};
use super::ends::{self, End};
use super::events::{Lanes, draw_rules};
use super::fonts::Strength;
use super::lettering::Style;
use super::line::{self, Pen};
use super::plot::{LABEL_GAP, Labels, Plot, emptiness, heights, label_room, states};
use super::scale::ValueAxis;
use super::theme::{LABEL, MUTED};
use super::time::{AXIS_HEIGHT, Span};
use super::{Error, columns, say_empty, time};
use crate::figure::{Emphasis, Panel, Panels, Point};

/// Height that a panel needs beside others, with its heading.
const LEAST_PANEL: f64 = 190.0;
/// Height of a panel's heading.
const HEADING: f64 = 24.0;
/// Between two panels.
const GAP: f64 = 16.0;
/// Half a letter of the topmost tick reaches over the plot.
const OVERHANG: f64 = 6.0;
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
    let lines = figure.panels.iter().flat_map(|p| &p.lines);
    let labels = lines.map(|l| (l.name.as_str(), Pen::of(l.ink, l.emphasis).dash));
    let label_width = ends::room(canvas.fonts, labels);
    let heading = |panel: &Panel| {
        if panel.title.is_empty() && panel.unit.is_empty() { 0.0 } else { HEADING }
    };
    let step = (area.height() / count as f64 / STEP).clamp(2.0, 5.0) as usize;
    let axes: Vec<ValueAxis> = figure
        .panels
        .iter()
        .map(|p| {
            let shown = |points: &'_ [Point]| points.len().min(len);
            let columns = p.columns.iter().flat_map(|c| heights(&c.points[..shown(&c.points)]));
            let lines = p.lines.iter().flat_map(|l| heights(&l.points[..shown(&l.points)]));
            match p.columns {
                Some(_) => ValueAxis::holding(columns, lines, step),
                None => ValueAxis::over(lines, step),
            }
        })
        .collect();
    let gutter = axes.iter().map(|axis| label_room(canvas, axis)).fold(0.0, f64::max) + LABEL_GAP;
    let span = Span { left: area.left + gutter, right: area.right - label_width.max(8.0), len };
    let lanes = Lanes::of(&figure.axis, span, canvas.fonts);
    let headings: f64 = figure.panels.iter().map(heading).sum();
    let fixed = headings + lanes.height() + AXIS_HEIGHT + (GAP + OVERHANG) * count as f64;
    let each = ((area.height() - fixed) / count as f64).max(40.0);
    let mut top = area.top;
    let last = count - 1;
    for (at, (panel, axis)) in figure.panels.iter().zip(axes).enumerate() {
        draw_heading(canvas, (area.left, top), span.right, panel);
        top += heading(panel) + OVERHANG;
        if at == 0 {
            top += lanes.height();
        }
        let bottom = if at == last { area.bottom - AXIS_HEIGHT } else { top + each };
        let plot = Plot::new(Rect { left: span.left, right: span.right, top, bottom }, len, axis);
        draw_panel(canvas, &plot, panel, figure, label_width)?;
        if at == 0 {
            lanes.draw(canvas, span, top)?;
        }
        if at == last {
            time::draw(canvas, span, &figure.axis, bottom)?;
        }
        top = bottom + GAP;
    }
    Ok(())
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
    plot.draw_zero(canvas)?;
    let mut labels = Vec::new();
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
    ends::draw(canvas, plot.rect, label_width, labels)?;
    if let Some(words) = empty {
        say_empty(canvas, plot.rect, words);
    }
    Ok(())
}

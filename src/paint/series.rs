//! Draws panels above each other that share one time axis.

use super::canvas::{Canvas, Rect};
use super::ends::{self, End};
use super::events::{self, Lanes, Tone, Wish, draw_rules};
use super::fonts::{Fonts, Strength};
use super::key::{self, Key};
use super::lettering::Style;
use super::line::{self, Pen};
use super::medium::Medium;
use super::page::Wanted;
use super::panel::{self, Part};
use super::plot::{LABEL_GAP, Labels, Plot, emptiness, label_room, states};
use super::scale::ValueAxis;
use super::theme::{LABEL, MUTED, colour, dash};
use super::time::{AXIS_HEIGHT, Span};
use super::{Error, columns, expected, fan, ledger, levels, say_empty, steps, time};
use crate::figure::{Emphasis, Ink, Panel, Panels};
use crate::messages::Message;

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
/// The same in a page, whose plots are lower: an axis of two steps would often be half empty.
const PAGE_STEP: f64 = 38.0;

/// Height of a plot in a page: one alone, and beside others.
const WIDE_PLOTS: [f64; 2] = [320.0, 190.0];
const NARROW_PLOTS: [f64; 2] = [210.0, 140.0];

/// Height that the panels ask for.
pub(super) fn height(figure: &Panels, fonts: &Fonts, medium: Medium) -> Wanted {
    let count = stretching(figure);
    let ledgers: f64 =
        figure.panels.iter().map(|p| ledger::height(&p.lanes)).filter(|h| *h > 0.0).map(|h| h + HEADING).sum();
    match medium {
        Medium::File => Wanted::AtLeast(count * (LEAST_PANEL + GAP) + ledgers + AXIS_HEIGHT),
        Medium::Page(_) if figure.panels.is_empty() || figure.axis.len == 0 => Wanted::AtLeast(0.0),
        Medium::Page(_) => {
            let (left, right) = (medium.margin(), medium.width() - medium.margin());
            let layout = Layout::of(figure, fonts, medium, (left, right), page_plot(figure, medium));
            Wanted::Exactly(layout.fixed + count * page_plot(figure, medium))
        }
    }
}

/// How many panels share the height that is left: those whose own does not follow from what they show.
fn stretching(figure: &Panels) -> f64 {
    figure.panels.iter().filter(|p| p.lanes.is_empty()).count() as f64
}

fn page_plot(figure: &Panels, medium: Medium) -> f64 {
    medium.pick(WIDE_PLOTS, NARROW_PLOTS)[usize::from(figure.panels.len() > 1)]
}

/// Where things stand beside the plots, before their height is known.
struct Layout<'a> {
    axes: Vec<ValueAxis>,
    label_width: f64,
    span: Span,
    lanes: Vec<Lanes>,
    /// The names of a panel's lines, where they stand above it.
    keys: Vec<Key<'a>>,
    /// Height of all that is no plot, and of the plots whose height is their own.
    fixed: f64,
}

impl<'a> Layout<'a> {
    fn of(figure: &'a Panels, fonts: &Fonts, medium: Medium, (left, right): (f64, f64), plot: f64) -> Self {
        let panels = &figure.panels;
        let in_key = key::is_above(medium, fonts, panel::names(figure));
        let beside = panel::labels(figure).filter(|_| !in_key).chain(panel::fan_labels(figure, medium));
        let label_width = ends::room(medium, fonts, beside);
        let each = match medium {
            Medium::File => STEP,
            Medium::Page(_) => PAGE_STEP,
        };
        let step = (plot / each).clamp(2.0, 5.0) as usize;
        let axes: Vec<ValueAxis> = panels.iter().map(|p| panel::value_axis(p, figure.axis.len, step)).collect();
        let gutter = axes.iter().map(|axis| label_room(fonts, axis)).fold(0.0, f64::max) + LABEL_GAP;
        let span = Span { left: left + gutter, right: right - label_width.max(8.0), len: figure.axis.len };
        let lanes: Vec<Lanes> = (0..panels.len()).map(|at| lanes(fonts, figure, at, span, right)).collect();
        let keys: Vec<Key<'a>> = (0..panels.len())
            .map(|at| if in_key { Key::of(panel::entries(figure, at), right - left, fonts) } else { Key::default() })
            .collect();
        let above =
            panels.iter().map(heading).chain(lanes.iter().map(Lanes::height)).chain(keys.iter().map(Key::height));
        let ledgers: f64 = panels.iter().map(|p| ledger::height(&p.lanes)).sum();
        let fixed = above.sum::<f64>() + ledgers + AXIS_HEIGHT + (GAP + OVERHANG) * panels.len() as f64;
        Self { axes, label_width, span, lanes, keys, fixed }
    }
}

fn heading(panel: &Panel) -> f64 {
    if panel.title.is_empty() && panel.unit.is_empty() { 0.0 } else { HEADING }
}

/// Draws the panels.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, figure: &Panels) -> Result<(), Error> {
    let len = figure.axis.len;
    let count = figure.panels.len();
    if count == 0 || len == 0 {
        say_empty(canvas, area, Message::DrawnNothing {});
        return Ok(());
    }
    let each = match canvas.medium {
        Medium::File => area.height() / count as f64,
        Medium::Page(_) => page_plot(figure, canvas.medium),
    };
    let layout = Layout::of(figure, canvas.fonts, canvas.medium, (area.left, area.right), each);
    let span = layout.span;
    let each = ((area.height() - layout.fixed) / stretching(figure).max(1.0)).max(40.0);
    let mut top = area.top;
    let last = count - 1;
    for (at, panel) in figure.panels.iter().enumerate() {
        let right = canvas.medium.pick(span.right, area.right);
        draw_heading(canvas, (area.left, top), right, panel);
        top += heading(panel);
        layout.keys[at].draw(canvas, (area.left, top))?;
        top += layout.keys[at].height() + OVERHANG + layout.lanes[at].height();
        let tall = if panel.lanes.is_empty() { each } else { ledger::height(&panel.lanes) };
        let bottom = if at == last && panel.lanes.is_empty() { area.bottom - AXIS_HEIGHT } else { top + tall };
        let rect = Rect { left: span.left, right: span.right, top, bottom };
        let plot = Plot::new(rect, len, layout.axes[at].clone());
        plot.tell(canvas);
        draw_panel(canvas, &plot, figure, at, &layout)?;
        layout.lanes[at].draw(canvas, span, top)?;
        if at == last {
            time::draw(canvas, span, &figure.axis, bottom)?;
        }
        top = bottom + GAP;
    }
    Ok(())
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
    figure: &Panels,
    at: usize,
    layout: &Layout<'_>,
) -> Result<(), Error> {
    let (len, panel) = (figure.axis.len, &figure.panels[at]);
    let column = |part| panel::column(figure, at, part);
    fan::draw_ground(canvas, plot, &figure.axis, panel.evidence.fan.as_ref())?;
    draw_rules(canvas, &figure.axis, plot.span, plot.rect)?;
    if !panel.lanes.is_empty() {
        return ledger::draw(canvas, plot, &panel.lanes, column(Part::Lane(0)), &layout.axes[at]);
    }
    let all = panel::series(panel, len);
    let empty = emptiness(len, all.iter().map(|points| &**points));
    if empty.is_none() {
        plot.draw_uncovered(canvas, &states(len, all.iter().map(|points| &**points)))?;
    }
    plot.draw_grid(canvas, Labels::Shown)?;
    if let Some(columns) = &panel.columns {
        canvas.series(column(Part::Columns), |canvas| columns::draw(canvas, plot, &columns.points, columns.ink))?;
    }
    for emphasis in [Emphasis::Chance, Emphasis::Main] {
        for (index, line) in panel.lines.iter().enumerate().filter(|(_, l)| l.emphasis == emphasis) {
            let of = column(Part::Line(index));
            canvas.series(of, |canvas| line::draw_band(canvas, plot, &line.points, (line.ink, emphasis)))?;
        }
    }
    for (index, steps) in panel.steps.iter().enumerate() {
        canvas.series(column(Part::Steps(index)), |canvas| steps::draw_bands(canvas, plot, steps))?;
    }
    let evidence = &panel.evidence;
    let ink = panel.columns.as_ref().map_or(Ink::Estimate, |c| c.ink);
    let mut labels = match &evidence.fan {
        Some(fan) => fan::draw(canvas, plot, fan, ink)?,
        None => Vec::new(),
    };
    plot.draw_zero(canvas)?;
    let is_named_above = layout.keys[at].height() > 0.0;
    labels.extend(levels::draw(canvas, plot, evidence)?.filter(|_| !is_named_above));
    for emphasis in [Emphasis::Context, Emphasis::Chance, Emphasis::Main] {
        for (index, line) in panel.lines.iter().enumerate().filter(|(_, l)| l.emphasis == emphasis) {
            let of = column(Part::Line(index));
            let pen = Pen::of(line.ink, emphasis);
            let trace = if panel.columns.is_some() { line::draw_cased } else { line::draw };
            canvas.series(of, |canvas| trace(canvas, plot, &line.points, pen, &figure.axis.breaks))?;
            if let Some(end) = line::end(plot, &line.points).filter(|_| !is_named_above) {
                let text = line.name.clone();
                labels.push(End { text, at: end, colour: pen.colour, dash: pen.dash, emphasis, series: Some(of) });
            }
        }
    }
    for (index, values) in panel.steps.iter().enumerate() {
        let of = column(Part::Steps(index));
        canvas.series(of, |canvas| steps::draw(canvas, plot, values))?;
        if let Some(end) = steps::end(plot, values).filter(|_| !is_named_above) {
            let (text, colour, dash) = (values.name.clone(), colour(values.ink), dash(values.ink));
            labels.push(End { text, at: end, colour, dash, emphasis: Emphasis::Main, series: Some(of) });
        }
    }
    if let (Some(expected), Some(columns)) = (&evidence.expected, &panel.columns) {
        let width = columns::width(plot);
        canvas
            .series(column(Part::Columns), |canvas| expected::draw(canvas, plot, expected, &columns.points, width))?;
    }
    // The forecaster's name stands over the labels: they keep below the plot's top.
    let top = if figure.axis.future.is_some() { plot.rect.top + BELOW_NAME } else { plot.rect.top };
    ends::draw(canvas, Rect { top, ..plot.rect }, layout.label_width, labels)?;
    if let Some(words) = empty {
        say_empty(canvas, plot.rect, words);
    }
    Ok(())
}

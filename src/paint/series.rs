//! Draws panels above each other that share one time axis.

use super::canvas::{Canvas, Rect};
use super::ends::{self, End};
use super::events::{self, Lanes, Tone, Wish, draw_rules};
use super::fonts::{Fonts, Strength};
use super::key::{self, Entry, Key, Sample};
use super::lettering::Style;
use super::line::{self, Pen};
use super::medium::Medium;
use super::page::Wanted;
use super::plot::{LABEL_GAP, Labels, Plot, emptiness, heights, known, label_room, states};
use super::scale::ValueAxis;
use super::theme::{Dash, LABEL, MUTED, colour};
use super::time::{AXIS_HEIGHT, Span};
use super::{Error, columns, expected, fan, levels, say_empty, time};
use crate::figure::{Emphasis, Expected, Ink, Panel, Panels, Point, Standing};
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
    let count = figure.panels.len() as f64;
    match medium {
        Medium::File => Wanted::AtLeast(count * (LEAST_PANEL + GAP) + AXIS_HEIGHT),
        Medium::Page(_) if figure.panels.is_empty() || figure.axis.len == 0 => Wanted::AtLeast(0.0),
        Medium::Page(_) => {
            let (left, right) = (medium.margin(), medium.width() - medium.margin());
            let layout = Layout::of(figure, fonts, medium, (left, right), page_plot(figure, medium));
            Wanted::Exactly(layout.fixed + count * page_plot(figure, medium))
        }
    }
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
    /// Height of all that is no plot.
    fixed: f64,
}

impl<'a> Layout<'a> {
    fn of(figure: &'a Panels, fonts: &Fonts, medium: Medium, (left, right): (f64, f64), plot: f64) -> Self {
        let panels = &figure.panels;
        let in_key = key::is_above(medium, fonts, line_names(figure));
        let beside = line_labels(figure).filter(|_| !in_key).chain(fan_labels(figure, medium));
        let label_width = ends::room(medium, fonts, beside);
        let each = match medium {
            Medium::File => STEP,
            Medium::Page(_) => PAGE_STEP,
        };
        let step = (plot / each).clamp(2.0, 5.0) as usize;
        let axes: Vec<ValueAxis> = panels.iter().map(|p| value_axis(p, figure.axis.len, step)).collect();
        let gutter = axes.iter().map(|axis| label_room(fonts, axis)).fold(0.0, f64::max) + LABEL_GAP;
        let span = Span { left: left + gutter, right: right - label_width.max(8.0), len: figure.axis.len };
        let lanes: Vec<Lanes> = (0..panels.len()).map(|at| lanes(fonts, figure, at, span, right)).collect();
        let keys: Vec<Key<'a>> = (0..panels.len())
            .map(|at| if in_key { Key::of(entries(figure, at), right - left, fonts) } else { Key::default() })
            .collect();
        let above =
            panels.iter().map(heading).chain(lanes.iter().map(Lanes::height)).chain(keys.iter().map(Key::height));
        let fixed = above.sum::<f64>() + AXIS_HEIGHT + (GAP + OVERHANG) * panels.len() as f64;
        Self { axes, label_width, span, lanes, keys, fixed }
    }
}

fn heading(panel: &Panel) -> f64 {
    if panel.title.is_empty() && panel.unit.is_empty() { 0.0 } else { HEADING }
}

/// The column of the chart's table in which the series of a panel begin: one for each, after the periods.
fn first_column(figure: &Panels, at: usize) -> usize {
    1 + figure.panels[..at].iter().map(|p| series(p).count()).sum::<usize>()
}

/// The column of a panel's line.
fn column(figure: &Panels, at: usize, line: usize) -> usize {
    first_column(figure, at) + usize::from(figure.panels[at].columns.is_some()) + line
}

/// What a panel's key names: its lines and its last level.
fn entries(figure: &Panels, at: usize) -> impl Iterator<Item = Entry<'_>> {
    let panel = &figure.panels[at];
    let lines = panel.lines.iter().enumerate().map(move |(line, l)| {
        let Pen { colour, dash, .. } = Pen::of(l.ink, l.emphasis);
        Entry { name: &l.name, colour, sample: Sample::Line(dash), series: Some(column(figure, at, line)) }
    });
    let level = panel.evidence.levels.last().map(|_| {
        let sample = Sample::Line(Dash::Solid);
        Entry { name: &panel.evidence.level_name, colour: colour(Ink::Estimate), sample, series: None }
    });
    lines.chain(level)
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
        say_empty(canvas, area, Message::DrawnNothing {});
        return Ok(());
    }
    let each = match canvas.medium {
        Medium::File => area.height() / count as f64,
        Medium::Page(_) => page_plot(figure, canvas.medium),
    };
    let layout = Layout::of(figure, canvas.fonts, canvas.medium, (area.left, area.right), each);
    let span = layout.span;
    let each = ((area.height() - layout.fixed) / count as f64).max(40.0);
    let mut top = area.top;
    let last = count - 1;
    for (at, panel) in figure.panels.iter().enumerate() {
        let right = canvas.medium.pick(span.right, area.right);
        draw_heading(canvas, (area.left, top), right, panel);
        top += heading(panel);
        layout.keys[at].draw(canvas, (area.left, top))?;
        top += layout.keys[at].height() + OVERHANG + layout.lanes[at].height();
        let bottom = if at == last { area.bottom - AXIS_HEIGHT } else { top + each };
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

/// The names of lines and levels.
fn line_names(figure: &Panels) -> impl Iterator<Item = &str> {
    (0..figure.panels.len()).flat_map(|at| entries(figure, at)).map(|entry| entry.name)
}

/// The labels of lines and levels at the right of all panels, with their dashes.
fn line_labels(figure: &Panels) -> impl Iterator<Item = (&str, Dash)> {
    (0..figure.panels.len()).flat_map(|at| entries(figure, at)).map(|entry| match entry.sample {
        Sample::Line(dash) => (entry.name, dash),
        Sample::Plain | Sample::Hatched => (entry.name, Dash::Solid),
    })
}

/// The widest label of each forecast.
fn fan_labels(figure: &Panels, medium: Medium) -> impl Iterator<Item = (&str, Dash)> {
    let label = medium.pick(fan::WIDEST_LABEL, fan::NARROW_LABEL);
    figure.panels.iter().flat_map(|p| &p.evidence.fan).map(move |_| (label, Dash::Solid))
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
    figure: &Panels,
    at: usize,
    layout: &Layout<'_>,
) -> Result<(), Error> {
    let (len, panel) = (figure.axis.len, &figure.panels[at]);
    fan::draw_ground(canvas, plot, &figure.axis, panel.evidence.fan.as_ref())?;
    draw_rules(canvas, &figure.axis, plot.span, plot.rect)?;
    let empty = emptiness(len, series(panel));
    if empty.is_none() {
        plot.draw_uncovered(canvas, &states(len, series(panel)))?;
    }
    plot.draw_grid(canvas, Labels::Shown)?;
    if let Some(columns) = &panel.columns {
        let of = first_column(figure, at);
        canvas.series(of, |canvas| columns::draw(canvas, plot, &columns.points, columns.ink))?;
    }
    for (index, line) in panel.lines.iter().enumerate().filter(|(_, l)| l.emphasis == Emphasis::Main) {
        let of = column(figure, at, index);
        canvas.series(of, |canvas| line::draw_band(canvas, plot, &line.points, line.ink))?;
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
    for emphasis in [Emphasis::Context, Emphasis::Main] {
        for (index, line) in panel.lines.iter().enumerate().filter(|(_, l)| l.emphasis == emphasis) {
            let of = column(figure, at, index);
            let pen = Pen::of(line.ink, emphasis);
            let trace = if panel.columns.is_some() { line::draw_cased } else { line::draw };
            canvas.series(of, |canvas| trace(canvas, plot, &line.points, pen, &figure.axis.breaks))?;
            if let Some(end) = line::end(plot, &line.points).filter(|_| !is_named_above) {
                let text = line.name.clone();
                labels.push(End { text, at: end, colour: pen.colour, dash: pen.dash, emphasis, series: Some(of) });
            }
        }
    }
    if let (Some(expected), Some(columns)) = (&evidence.expected, &panel.columns) {
        let width = columns::width(plot);
        canvas.series(first_column(figure, at), |canvas| {
            expected::draw(canvas, plot, expected, &columns.points, width)
        })?;
    }
    // The forecaster's name stands over the labels: they keep below the plot's top.
    let top = if figure.axis.future.is_some() { plot.rect.top + BELOW_NAME } else { plot.rect.top };
    ends::draw(canvas, Rect { top, ..plot.rect }, layout.label_width, labels)?;
    if let Some(words) = empty {
        say_empty(canvas, plot.rect, words);
    }
    Ok(())
}

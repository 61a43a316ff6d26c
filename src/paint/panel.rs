//! What a panel holds: its series in the order of the chart's table, their names, and the axis that has room for all of them.

use std::borrow::Cow;

use super::expected;
use super::fan;
use super::key::{Entry, Sample};
use super::line::Pen;
use super::medium::Medium;
use super::plot::{heights, known};
use super::scale::ValueAxis;
use super::theme::{Dash, colour, dash};
use crate::figure::{Expected, Ink, Panel, Panels, Point, Standing};

/// The series of a panel, each with a point a period: columns, lanes, lines, steps.
pub(super) fn series(panel: &Panel, len: usize) -> Vec<Cow<'_, [Point]>> {
    let columns = panel.columns.iter().map(|c| &c.points);
    let lanes = panel.lanes.iter().map(|l| &l.points);
    let lines = panel.lines.iter().map(|l| &l.points);
    let each = columns.chain(lanes).chain(lines).map(|points| Cow::Borrowed(&points[..]));
    // A statistic that there is none of is nothing to draw, not something that a source does not report.
    let steps = panel.steps.iter().map(|s| if s.steps.is_empty() { Vec::new() } else { s.points(len) });
    each.chain(steps.map(Cow::Owned)).collect()
}

/// A series of a panel.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Columns,
    Lane(usize),
    Line(usize),
    Steps(usize),
}

/// The column of the chart's table that holds a series of a panel: after the periods one for each, panel by panel.
pub(super) fn column(figure: &Panels, at: usize, part: Part) -> usize {
    let columns = |p: &Panel| usize::from(p.columns.is_some());
    let count = |p: &Panel| columns(p) + p.lanes.len() + p.lines.len() + p.steps.len();
    let panel = &figure.panels[at];
    let before = match part {
        Part::Columns => 0,
        Part::Lane(index) => columns(panel) + index,
        Part::Line(index) => columns(panel) + panel.lanes.len() + index,
        Part::Steps(index) => columns(panel) + panel.lanes.len() + panel.lines.len() + index,
    };
    1 + figure.panels[..at].iter().map(count).sum::<usize>() + before
}

/// What a panel's key names: its lines, its steps and its last level. Lanes carry their names themselves.
pub(super) fn entries(figure: &Panels, at: usize) -> impl Iterator<Item = Entry<'_>> {
    let panel = &figure.panels[at];
    let lines = panel.lines.iter().enumerate().map(move |(line, l)| {
        let Pen { colour, dash, .. } = Pen::of(l.ink, l.emphasis);
        Entry { name: &l.name, colour, sample: Sample::Line(dash), series: Some(column(figure, at, Part::Line(line))) }
    });
    let steps = panel.steps.iter().enumerate().map(move |(index, s)| Entry {
        name: &s.name,
        colour: colour(s.ink),
        sample: Sample::Line(dash(s.ink)),
        series: Some(column(figure, at, Part::Steps(index))),
    });
    let level = panel.evidence.levels.last().map(|_| {
        let sample = Sample::Line(Dash::Solid);
        Entry { name: &panel.evidence.level_name, colour: colour(Ink::Estimate), sample, series: None }
    });
    lines.chain(steps).chain(level)
}

/// The names of what has a label.
pub(super) fn names(figure: &Panels) -> impl Iterator<Item = &str> {
    (0..figure.panels.len()).flat_map(|at| entries(figure, at)).map(|entry| entry.name)
}

/// The labels at the right of all panels, with their dashes.
pub(super) fn labels(figure: &Panels) -> impl Iterator<Item = (&str, Dash)> {
    (0..figure.panels.len()).flat_map(|at| entries(figure, at)).map(|entry| match entry.sample {
        Sample::Line(dash) => (entry.name, dash),
        Sample::Plain | Sample::Hatched => (entry.name, Dash::Solid),
    })
}

/// The widest label of each forecast.
pub(super) fn fan_labels(figure: &Panels, medium: Medium) -> impl Iterator<Item = (&str, Dash)> {
    let label = medium.pick(fan::WIDEST_LABEL, fan::NARROW_LABEL);
    figure.panels.iter().flat_map(|p| &p.evidence.fan).map(move |_| (label, Dash::Solid))
}

/// The axis that holds all that a panel shows, or the one that it asks for.
pub(super) fn value_axis(panel: &Panel, len: usize, step: usize) -> ValueAxis {
    if let Some(top) = panel.top.filter(|top| top.is_finite() && *top > 0.0) {
        return ValueAxis::up_to(top, step);
    }
    let of = |points: &[Point]| heights(&points[..points.len().min(len)]).collect::<Vec<f64>>();
    if !panel.lanes.is_empty() {
        return ValueAxis::exactly(panel.lanes.iter().flat_map(|l| of(&l.points)).fold(0.0, f64::max));
    }
    let columns: Vec<f64> = panel.columns.iter().flat_map(|c| of(&c.points)).collect();
    let steps = panel.steps.iter().flat_map(|s| &s.steps).flat_map(|s| of(&[s.point]));
    let lines: Vec<f64> = panel.lines.iter().flat_map(|l| of(&l.points)).chain(steps).collect();
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

//! Levels between found breaks: a step a level, a solid rule a break with the interval of its dates as a bar at its head.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::ends::End;
use super::events::{Tone, Wish};
use super::plot::Plot;
use super::theme::{AXIS, Dash, FADE, MAIN_LINE, WHITE, colour};
use super::time::Span;
use crate::figure::{Emphasis, Evidence, Ink, Shift};

/// Height of the bar that holds the dates of a break, and the thinnest it may be across.
const BAR: f64 = 6.0;
const LEAST_BAR: f64 = 3.0;
const RULE: f64 = 1.4;
/// White beside rules and levels, both sides together.
const CASING: f64 = 2.0;

fn is_on(span: Span, shift: &Shift) -> bool {
    span.holds(shift.at)
}

/// The labels that the breaks ask for above the plot.
pub(super) fn wishes<'a>(evidence: &'a Evidence, span: Span) -> impl Iterator<Item = Wish<'a>> {
    let wish = move |s: &'a Shift| Wish { rule: span.x(s.at), label: &s.label, tone: Tone::Found, limit: span.right };
    evidence.shifts.iter().filter(move |s| is_on(span, s)).map(wish)
}

/// Draws breaks and levels; gives the label of the last level.
pub(super) fn draw(canvas: &mut Canvas<'_>, plot: &Plot, evidence: &Evidence) -> Result<Option<End>, Error> {
    let (top, bottom) = (plot.rect.top, plot.rect.bottom);
    for shift in evidence.shifts.iter().filter(|s| is_on(plot.span, s)) {
        let x = plot.span.x(shift.at);
        let rule = [(x, top), (x, bottom)];
        canvas.line(&rule, Stroke::solid(WHITE, RULE + CASING))?;
        let (left, right) = (plot.span.x(shift.low), plot.span.x(shift.high));
        let (left, right) = (left.min(x - LEAST_BAR / 2.0), right.max(x + LEAST_BAR / 2.0));
        canvas.fill(Rect { left: left - 1.0, right: right + 1.0, top, bottom: top + BAR + 1.0 }, WHITE)?;
        canvas.fill(Rect { left, right, top, bottom: top + BAR }, AXIS.mix(WHITE, FADE))?;
        canvas.line(&rule, Stroke::solid(AXIS, RULE))?;
    }
    let ink = colour(Ink::Estimate);
    let mut end = None;
    for level in evidence.levels.iter().filter(|l| l.value.is_finite() && l.value >= 0.0 && l.from < l.to) {
        let y = plot.y(level.value);
        let step = [(plot.span.x(level.from), y), (plot.span.x(level.to), y)];
        canvas.line(&step, Stroke::solid(WHITE, MAIN_LINE + CASING))?;
        canvas.line(&step, Stroke::solid(ink, MAIN_LINE))?;
        end = Some(step[1]);
    }
    let label = |at| End {
        text: evidence.level_name.clone(),
        at,
        colour: ink,
        dash: Dash::Solid,
        emphasis: Emphasis::Main,
        series: None,
    };
    Ok(end.map(label))
}

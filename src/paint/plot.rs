//! One plot: a span of time against a value axis from 0, with a horizontal hairline grid.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::{Fonts, Strength};
use super::lettering::{Anchor, Style};
use super::scale::ValueAxis;
use super::theme::{AXIS, GRID, HAIRLINE, HATCH, MUTED, SMALL, TICK};
use super::time::Span;
use crate::figure::{Point, State};
use crate::messages::Message;

/// Between the labels of the value axis and the plot.
pub(super) const LABEL_GAP: f64 = 8.0;
/// Distance of the hairlines over what is not covered.
const HATCH_GAP: f64 = 7.0;

/// Whether the value axis is labelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Labels {
    Shown,
    Hidden,
}

/// A plot's place and scales.
#[derive(Debug, Clone)]
pub(super) struct Plot {
    pub rect: Rect,
    pub span: Span,
    pub axis: ValueAxis,
}

impl Plot {
    pub(super) fn new(rect: Rect, len: usize, axis: ValueAxis) -> Self {
        Self { rect, span: Span { left: rect.left, right: rect.right, len }, axis }
    }

    /// Pixels of a value.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.rect.bottom - self.axis.along(value, self.rect.height())
    }

    /// Tells the page where the values stand.
    pub(super) fn tell(&self, canvas: &mut Canvas<'_>) {
        let Rect { left, top, right, bottom } = self.rect;
        canvas.plots.push(super::inline::Plot { left, top, right, bottom, first: 0, periods: self.span.len });
    }

    /// Hatches the periods that nobody covered, `states` being one a period.
    pub(super) fn draw_uncovered(&self, canvas: &mut Canvas<'_>, states: &[State]) -> Result<(), Error> {
        let len = self.span.len.min(states.len());
        for (from, to) in runs(len, |period| states[period] == State::NotCovered) {
            let (left, right) = (self.span.x(from as f64), self.span.x(to as f64));
            let rect = Rect { left, right, ..self.rect };
            canvas.hatch(rect, HATCH, HATCH_GAP)?;
            let style = Style::new(SMALL).colour(MUTED).anchor(Anchor::Middle).halo();
            let words = canvas.m.say(Message::ChartNotCovered {});
            if canvas.measure(&words, style) + 2.0 * LABEL_GAP < rect.width() {
                canvas.text_mid(&words, ((left + right) / 2.0, (rect.top + rect.bottom) / 2.0), style);
            }
        }
        Ok(())
    }

    /// Draws the hairlines and, if wanted, their numbers.
    pub(super) fn draw_grid(&self, canvas: &mut Canvas<'_>, labels: Labels) -> Result<(), Error> {
        for value in self.axis.ticks() {
            let y = self.y(value);
            if value > 0.0 {
                canvas.line(&[(self.rect.left, y), (self.rect.right, y)], Stroke::solid(GRID, HAIRLINE))?;
            }
            if labels == Labels::Shown {
                let style = Style::new(TICK).colour(MUTED).anchor(Anchor::End);
                canvas.text_mid(&self.axis.label(value), (self.rect.left - LABEL_GAP, y), style);
            }
        }
        Ok(())
    }

    /// Draws the zero line, over the data's feet.
    pub(super) fn draw_zero(&self, canvas: &mut Canvas<'_>) -> Result<(), Error> {
        let y = self.rect.bottom;
        canvas.line(&[(self.rect.left, y), (self.rect.right, y)], Stroke::solid(AXIS, HAIRLINE))
    }
}

/// Widest number of a value axis.
pub(super) fn label_room(fonts: &Fonts, axis: &ValueAxis) -> f64 {
    axis.ticks().into_iter().map(|v| fonts.width(&axis.label(v), TICK, Strength::Regular)).fold(0.0, f64::max)
}

/// The value to draw: a number, and of a state that has one.
pub(super) fn known(point: &Point) -> Option<f64> {
    match point.state {
        State::Complete | State::Provisional | State::Partial => point.value.filter(|v| v.is_finite() && *v >= 0.0),
        State::NotCovered | State::Unreported => None,
    }
}

/// The band to draw, in order.
pub(super) fn band(point: &Point) -> Option<(f64, f64)> {
    known(point)?;
    let (low, high) = point.low.zip(point.high).filter(|(l, h)| l.is_finite() && h.is_finite())?;
    Some((low.min(high).max(0.0), high.max(low).max(0.0)))
}

/// Everything a value axis must hold of the points.
pub(super) fn heights(points: &[Point]) -> impl Iterator<Item = f64> {
    points.iter().flat_map(|p| [known(p), band(p).map(|(_, high)| high)]).flatten()
}

/// The state of each period over several series: covered if any of them is.
pub(super) fn states<'a>(len: usize, series: impl Iterator<Item = &'a [Point]> + Clone) -> Vec<State> {
    let of = |period: usize| {
        let mut states = series.clone().filter_map(|points| points.get(period)).map(|p| p.state);
        let first = states.next().unwrap_or(State::Unreported);
        states.fold(first, |all, state| if all == state { all } else { State::Complete })
    };
    (0..len).map(of).collect()
}

/// Why a plot shows nothing, if it does.
pub(super) fn emptiness<'a>(len: usize, series: impl Iterator<Item = &'a [Point]> + Clone) -> Option<Message> {
    if len == 0 || series.clone().all(<[Point]>::is_empty) {
        return Some(Message::DrawnNothing {});
    }
    let points = || series.clone().flat_map(|points| points.iter().take(len));
    if points().any(|p| known(p).is_some_and(|v| v > 0.0)) {
        return None;
    }
    if points().any(|p| known(p).is_some()) {
        return Some(Message::DrawnZero {});
    }
    if points().all(|p| p.state == State::NotCovered) {
        return Some(Message::DrawnNotCovered {});
    }
    Some(Message::DrawnUnreported {})
}

/// Half-open ranges of `0..len` in which `holds` is true.
pub(super) fn runs(len: usize, holds: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in (0..len).filter(|at| holds(*at)) {
        match runs.last_mut() {
            Some((_, to)) if *to == at => *to += 1,
            Some(_) | None => runs.push((at, at + 1)),
        }
    }
    runs
}

/// How a mark of the given state is coloured: provisional fades.
pub(super) fn faded(colour: super::theme::Colour, state: State) -> super::theme::Colour {
    match state {
        State::Provisional => colour.faded(),
        State::Complete | State::Partial | State::NotCovered | State::Unreported => colour,
    }
}

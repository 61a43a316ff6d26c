//! Columns over time, one a period: hollow where partial, lighter where provisional, with a whisker from low to high.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::plot::{Plot, band, faded, known, runs};
use super::theme::{BAND_ALPHA, Colour, MUTED, colour};
use crate::figure::{Bound, Ink, Point, State};

/// Share of a period's width that its column fills.
const FILL: f64 = 0.78;
/// Periods narrower than this are drawn as one stepped surface: gaps of half a pixel would flicker.
const LEAST_COLUMN: f64 = 4.0;
/// Whiskers need this much room.
const LEAST_WHISKER: f64 = 7.0;
/// The upper edge of a lighter column.
const CAP: f64 = 1.6;
/// Rim of a hollow column.
const RIM: f64 = 1.4;
/// Widest column: three periods must not look like three walls.
const WIDEST: f64 = 56.0;
/// Distance of the hatch in an unattributed column.
const HATCH_GAP: f64 = 5.0;

/// Width of a column in pixels.
pub(super) fn width(plot: &Plot) -> f64 {
    if plot.span.period() < LEAST_COLUMN { plot.span.period() } else { (plot.span.period() * FILL).min(WIDEST) }
}

/// Draws the columns.
pub(super) fn draw(canvas: &mut Canvas<'_>, plot: &Plot, points: &[Point], ink: Ink) -> Result<(), Error> {
    let points = &points[..points.len().min(plot.span.len)];
    if plot.span.period() < LEAST_COLUMN {
        return draw_steps(canvas, plot, points, colour(ink));
    }
    let width = width(plot);
    let mut carets = Carets::over(plot);
    for (period, point) in points.iter().enumerate() {
        let Some(value) = known(point).filter(|v| *v > 0.0) else {
            continue;
        };
        let middle = plot.span.middle(period);
        let (left, right) = (middle - width / 2.0, middle + width / 2.0);
        let rect = Rect { left, right, top: plot.y(value), bottom: plot.rect.bottom };
        if point.state == State::Partial {
            canvas.hollow(rect, colour(ink), RIM)?;
        } else {
            canvas.fill(rect, faded(colour(ink), point.state))?;
            if point.state == State::Provisional {
                // The value itself keeps its contrast.
                let y = rect.top + CAP / 2.0;
                canvas.line(&[(left, y), (right, y)], Stroke::solid(colour(ink), CAP))?;
            }
            if ink == Ink::Unattributed {
                canvas.hatch(rect, colour(ink).hatch(), HATCH_GAP)?;
            }
        }
        let mut top = rect.top;
        if let Some((low, high)) = band(point).filter(|_| width >= LEAST_WHISKER) {
            draw_whisker(canvas, middle, (plot.y(low), plot.y(high)), colour(ink))?;
            top = top.min(plot.y(high));
        }
        if point.bound == Bound::AtLeast {
            carets.draw(canvas, (middle, top))?;
        }
    }
    Ok(())
}

/// Many narrow columns as surfaces with a stepped upper edge, one for each run of a state.
fn draw_steps(canvas: &mut Canvas<'_>, plot: &Plot, points: &[Point], colour: Colour) -> Result<(), Error> {
    let bounded = runs(points.len(), |i| band(&points[i]).is_some());
    for (from, to) in bounded {
        let edge = |of: fn((f64, f64)) -> f64| steps(plot, (from, to), |i| band(&points[i]).map_or(0.0, of));
        let upper = edge(|(_, high)| high);
        let lower = edge(|(low, _)| low);
        let outline: Vec<(f64, f64)> = upper.into_iter().chain(lower.into_iter().rev()).collect();
        canvas.area(&outline, colour, BAND_ALPHA * 2.0)?;
    }
    for state in [State::Complete, State::Provisional, State::Partial] {
        for (from, to) in runs(points.len(), |i| points[i].state == state && known(&points[i]).is_some()) {
            let upper = steps(plot, (from, to), |i| known(&points[i]).unwrap_or(0.0));
            let feet = [(plot.span.x(to as f64), plot.rect.bottom), (plot.span.x(from as f64), plot.rect.bottom)];
            if state == State::Partial {
                let sides: Vec<(f64, f64)> = [feet[1]].into_iter().chain(upper).chain([feet[0]]).collect();
                canvas.line(&sides, Stroke::solid(colour, RIM))?;
                continue;
            }
            let outline: Vec<(f64, f64)> = upper.into_iter().chain(feet).collect();
            canvas.area(&outline, faded(colour, state), 1.0)?;
        }
    }
    let mut carets = Carets::over(plot);
    for (period, point) in points.iter().enumerate().filter(|(_, p)| p.bound == Bound::AtLeast) {
        if let Some(value) = known(point) {
            let top = band(point).map_or(value, |(_, high)| high.max(value));
            carets.draw(canvas, (plot.span.middle(period), plot.y(top)))?;
        }
    }
    Ok(())
}

/// A stepped edge over a run of periods; equal neighbours share a step.
pub(super) fn steps(plot: &Plot, (from, to): (usize, usize), value: impl Fn(usize) -> f64) -> Vec<(f64, f64)> {
    let mut edge: Vec<(f64, f64)> = Vec::new();
    for period in from..to {
        let y = plot.y(value(period));
        if edge.last().is_none_or(|(_, last)| *last != y) {
            edge.push((plot.span.x(period as f64), y));
        } else {
            edge.pop();
        }
        edge.push((plot.span.x(period as f64 + 1.0), y));
    }
    edge
}

fn draw_whisker(canvas: &mut Canvas<'_>, x: f64, (low, high): (f64, f64), ink: Colour) -> Result<(), Error> {
    canvas.line(&[(x, low), (x, high)], Stroke::solid(ink.strong(), 1.0))
}

/// The sign of a lower bound: a small roof over the mark, as wide as the period allows. Where periods lie closer than
/// roofs, one stands for its neighbours.
pub(super) struct Carets {
    half: f64,
    last: f64,
}

impl Carets {
    const LEAST: f64 = 1.2;
    const MOST: f64 = 4.0;

    pub(super) fn over(plot: &Plot) -> Self {
        Self { half: (plot.span.period() * 0.35).clamp(Self::LEAST, Self::MOST), last: f64::NEG_INFINITY }
    }

    /// Draws one over `at`; from left to right.
    pub(super) fn draw(&mut self, canvas: &mut Canvas<'_>, at: (f64, f64)) -> Result<(), Error> {
        if at.0 - self.last < 1.5 * Self::LEAST {
            return Ok(());
        }
        self.last = at.0;
        let foot = at.1 - 3.5;
        let roof = [(at.0 - self.half, foot), (at.0, foot - self.half), (at.0 + self.half, foot)];
        canvas.line(&roof, Stroke::solid(MUTED, 1.2))
    }
}

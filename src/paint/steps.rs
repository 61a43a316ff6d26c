//! Values of stretches of time: a level stroke over each, with its band behind it, and nothing between them.

use super::Error;
use super::canvas::{Canvas, Stroke};
use super::plot::{Plot, band, known};
use super::theme::{BAND_ALPHA, Dash, MAIN_LINE, WHITE, colour, dash};
use crate::figure::{State, Step, Steps};

/// White beside a stroke, both sides together.
const CASING: f64 = 2.0;
/// Left free at either end of a stretch, as a share of it, and at most so many pixels: neighbours are two values, not one line.
const FREE: f64 = 0.08;
const MOST_FREE: f64 = 3.0;

/// The pixels of a stretch.
fn ends(plot: &Plot, step: &Step) -> Option<(f64, f64)> {
    let to = step.to.min(plot.span.len);
    if step.from >= to {
        return None;
    }
    let (left, right) = (plot.span.x(step.from as f64), plot.span.x(to as f64));
    let free = ((right - left) * FREE).min(MOST_FREE);
    Some((left + free, right - free))
}

/// Draws the bands.
pub(super) fn draw_bands(canvas: &mut Canvas<'_>, plot: &Plot, steps: &Steps) -> Result<(), Error> {
    for step in &steps.steps {
        let Some(((left, right), (low, high))) = ends(plot, step).zip(band(&step.point)) else { continue };
        let (top, bottom) = (plot.y(high), plot.y(low));
        let outline = [(left, top), (right, top), (right, bottom), (left, bottom)];
        canvas.area(&outline, colour(steps.ink), BAND_ALPHA)?;
    }
    Ok(())
}

/// Draws the strokes: broken where a stretch is partly covered, dotted where its value may still change.
pub(super) fn draw(canvas: &mut Canvas<'_>, plot: &Plot, steps: &Steps) -> Result<(), Error> {
    for step in &steps.steps {
        let Some(((left, right), value)) = ends(plot, step).zip(known(&step.point)) else { continue };
        let dash = match step.point.state {
            State::Partial => Dash::Broken,
            State::Provisional => Dash::Dotted,
            State::Complete | State::NotCovered | State::Unreported => dash(steps.ink),
        };
        let stroke = [(left, plot.y(value)), (right, plot.y(value))];
        canvas.line(&stroke, Stroke::solid(WHITE, MAIN_LINE + CASING))?;
        canvas.line(&stroke, Stroke { colour: colour(steps.ink), width: MAIN_LINE, dash })?;
    }
    Ok(())
}

/// Where the last value ends.
pub(super) fn end(plot: &Plot, steps: &Steps) -> Option<(f64, f64)> {
    let last = steps.steps.iter().rev().find_map(|step| ends(plot, step).zip(known(&step.point)));
    last.map(|((_, right), value)| (right, plot.y(value)))
}

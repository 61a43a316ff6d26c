//! A ledger in lanes: columns of each kind of incident on a base line of its own, named above it, all on one scale. Kinds are
//! told by their lane, their name and their shade: blue, grey, or dark.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::Strength;
use super::lettering::{Anchor, Style};
use super::plot::{LABEL_GAP, Plot, known, states};
use super::scale::ValueAxis;
use super::theme::{AXIS, Colour, GRID, HAIRLINE, MUTED, SMALL, TICK, colour};
use crate::figure::{Ink, Lane, Point, State, Tie};

/// Height of a lane's columns, and of its name above them.
const COLUMNS: f64 = 30.0;
const NAME: f64 = 18.0;
/// Share of a period's width that its column fills; at least so many pixels, since an incident must be seen among decades of days.
const FILL: f64 = 0.78;
const LEAST_COLUMN: f64 = 1.5;
const WIDEST: f64 = 24.0;
/// Columns narrower than this have no room for a rim.
const LEAST_RIM: f64 = 4.0;
const RIM: f64 = 1.4;
/// Between a name and what follows below it.
const UNDER_NAME: f64 = 4.0;

/// Height of all lanes.
pub(super) fn height(lanes: &[Lane]) -> f64 {
    lanes.len() as f64 * (NAME + COLUMNS)
}

/// The colour of a kind.
pub(super) fn ink(tie: Tie) -> Colour {
    match tie {
        Tie::Joint => colour(Ink::Count),
        Tie::Competing => colour(Ink::Past),
        Tie::Hostile => AXIS,
    }
}

/// Draws the lanes from top to bottom; `first` is the series of the first.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    lanes: &[Lane],
    first: usize,
    axis: &ValueAxis,
) -> Result<(), Error> {
    plot.draw_uncovered(canvas, &states(plot.span.len, lanes.iter().map(|l| &l.points[..])))?;
    for (at, lane) in lanes.iter().enumerate() {
        let top = plot.rect.top + at as f64 * (NAME + COLUMNS) + NAME;
        let rect = Rect { top, bottom: top + COLUMNS, ..plot.rect };
        let own = Plot::new(rect, plot.span.len, axis.clone());
        let highest = own.y(axis.top());
        canvas.line(&[(rect.left, highest), (rect.right, highest)], Stroke::solid(GRID, HAIRLINE))?;
        let tick = Style::new(TICK).colour(MUTED).anchor(Anchor::End);
        canvas.text_mid(&axis.label(axis.top()), (rect.left - LABEL_GAP, highest), tick);
        canvas.series(first + at, |canvas| {
            let name = canvas.fonts.shorten(&lane.name, SMALL, Strength::Bold, rect.width());
            let style = Style::new(SMALL).bold().colour(ink(lane.tie).for_text()).halo();
            canvas.text(&name, (rect.left, top - UNDER_NAME), style);
            draw_columns(canvas, &own, &lane.points, lane.tie)
        })?;
        own.draw_zero(canvas)?;
    }
    Ok(())
}

fn draw_columns(canvas: &mut Canvas<'_>, plot: &Plot, points: &[Point], tie: Tie) -> Result<(), Error> {
    let points = &points[..points.len().min(plot.span.len)];
    // Where several periods share a pixel, the highest of them is seen.
    let each = (1.0 / plot.span.period()).ceil().max(1.0) as usize;
    let width = (plot.span.period() * FILL).clamp(LEAST_COLUMN, WIDEST);
    for (at, chunk) in points.chunks(each).enumerate() {
        let highest = chunk.iter().filter_map(|p| Some((known(p).filter(|v| *v > 0.0)?, p.state)));
        let Some((value, state)) = highest.max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
        let middle = plot.span.x((at * each) as f64 + chunk.len() as f64 / 2.0);
        let (left, right) = (middle - width / 2.0, middle + width / 2.0);
        let rect = Rect { left, right, top: plot.y(value), bottom: plot.rect.bottom };
        if state == State::Partial && width >= LEAST_RIM {
            canvas.hollow(rect, ink(tie), RIM)?;
        } else {
            canvas.fill(rect, ink(tie))?;
        }
    }
    Ok(())
}

//! A line through the middles of the periods: interrupted where nothing is known, dashed towards what is partial,
//! dotted where provisional, with a band from low to high.

use super::Error;
use super::canvas::{Canvas, Stroke};
use super::columns::Carets;
use super::plot::{Plot, band, known, runs};
use super::theme::{BAND_ALPHA, CONTEXT, CONTEXT_LINE, Colour, Dash, MAIN_LINE, WHITE, colour, dash};
use crate::figure::{Bound, Break, Emphasis, Ink, Point, State};

/// Series of at most this many periods show each value as a dot.
const DOTTED_UP_TO: usize = 12;
const DOT: f64 = 2.8;
const RING: f64 = 3.6;
const RING_RIM: f64 = 1.6;
/// White beside a line over columns, both sides together.
const CASING: f64 = 2.4;
/// Half the width of a band over a single period.
const LONE_BAND: f64 = 3.0;
const CHANCE_ALPHA: f64 = 0.3;

/// Ink and weight of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub colour: Colour,
    pub width: f64,
    pub dash: Dash,
}

impl Pen {
    /// The pen for a meaning; context is thin and grey whatever it means.
    pub(super) fn of(ink: Ink, emphasis: Emphasis) -> Self {
        match emphasis {
            Emphasis::Main => Self { colour: colour(ink), width: MAIN_LINE, dash: dash(ink) },
            Emphasis::Context | Emphasis::Chance => Self { colour: CONTEXT, width: CONTEXT_LINE, dash: Dash::Solid },
        }
    }
}

/// Draws the band of a line. What chance gives is held against other bands: it is grey, and a little denser than they are.
pub(super) fn draw_band(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    points: &[Point],
    (ink, emphasis): (Ink, Emphasis),
) -> Result<(), Error> {
    let alpha = match emphasis {
        Emphasis::Main | Emphasis::Context => BAND_ALPHA,
        Emphasis::Chance => CHANCE_ALPHA,
    };
    let colour = match emphasis {
        Emphasis::Main => colour(ink),
        Emphasis::Context | Emphasis::Chance => CONTEXT,
    };
    let points = &points[..points.len().min(plot.span.len)];
    for (from, to) in runs(points.len(), |i| band(&points[i]).is_some()) {
        let at = |i: usize, of: fn((f64, f64)) -> f64| (plot.span.middle(i), plot.y(band(&points[i]).map_or(0.0, of)));
        let upper = (from..to).map(|i| at(i, |b| b.1));
        let lower = (from..to).rev().map(|i| at(i, |b| b.0));
        let mut outline: Vec<(f64, f64)> = upper.chain(lower).collect();
        if let [high, low] = outline[..] {
            outline = vec![
                (high.0 - LONE_BAND, high.1),
                (high.0 + LONE_BAND, high.1),
                (low.0 + LONE_BAND, low.1),
                (low.0 - LONE_BAND, low.1),
            ];
        }
        canvas.area(&outline, colour, alpha)?;
    }
    Ok(())
}

/// Draws the line with its dots, rings and carets; no line crosses a break in collection.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    points: &[Point],
    pen: Pen,
    breaks: &[Break],
) -> Result<(), Error> {
    let points = &points[..points.len().min(plot.span.len)];
    let place = |i: usize| known(&points[i]).map(|v| (plot.span.middle(i), plot.y(v)));
    // From one period to the next: the dash of the step, if there is one.
    let step = |i: usize| -> Option<Dash> {
        let (from, to) = (points.get(i)?, points.get(i + 1)?);
        known(from).and(known(to))?;
        let middle = |i: usize| i as f64 + 0.5;
        let is_broken = breaks.iter().any(|b| middle(i) < b.at && b.at <= middle(i + 1));
        let either = |state| from.state == state || to.state == state;
        match () {
            () if is_broken => None,
            () if either(State::Partial) => Some(Dash::Broken),
            () if either(State::Provisional) => Some(Dash::Dotted),
            () => Some(pen.dash),
        }
    };
    let mut from = 0;
    while from + 1 < points.len() {
        let Some(dash) = step(from) else {
            from += 1;
            continue;
        };
        let mut to = from + 1;
        while step(to) == Some(dash) {
            to += 1;
        }
        let path: Vec<(f64, f64)> = (from..=to).filter_map(place).collect();
        canvas.line(&path, Stroke { colour: pen.colour, width: pen.width, dash })?;
        from = to;
    }
    let mut carets = Carets::over(plot);
    for (i, point) in points.iter().enumerate() {
        let Some(at) = place(i) else { continue };
        let is_lone = step(i).is_none() && (i == 0 || step(i - 1).is_none());
        if point.state == State::Partial {
            canvas.ring(at, RING, pen.colour, RING_RIM)?;
        } else if is_lone || (plot.span.len <= DOTTED_UP_TO && pen.width >= MAIN_LINE) {
            canvas.dot(at, DOT, pen.colour)?;
        }
        if point.bound == Bound::AtLeast {
            carets.draw(canvas, (at.0, at.1 - DOT))?;
        }
    }
    Ok(())
}

/// [`draw`] with white on both sides, for a line that runs over columns.
pub(super) fn draw_cased(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    points: &[Point],
    pen: Pen,
    breaks: &[Break],
) -> Result<(), Error> {
    let casing = Pen { colour: WHITE, width: pen.width + CASING, dash: Dash::Solid };
    draw(canvas, plot, points, casing, breaks)?;
    draw(canvas, plot, points, pen, breaks)
}

/// Where the line ends: its last known value.
pub(super) fn end(plot: &Plot, points: &[Point]) -> Option<(f64, f64)> {
    let (i, value) = points.iter().take(plot.span.len).enumerate().rev().find_map(|(i, p)| Some((i, known(p)?)))?;
    Some((plot.span.middle(i), plot.y(value)))
}

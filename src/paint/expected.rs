//! The range in which a value was expected: a bracket beside its column, and a triangle over a value out of line.

use super::Error;
use super::canvas::{Canvas, Stroke};
use super::events::{Tone, Wish};
use super::plot::{Plot, band, known};
use super::theme::{HAIRLINE, TEXT, WHITE};
use super::time::Span;
use crate::figure::{Expected, Point, Standing};

/// Length of the bracket's arms.
const ARM: f64 = 4.0;
/// Between the bracket and its column.
const NEAR: f64 = 1.5;
const BRACKET: f64 = 1.6;
/// White beside the bracket, both sides together.
const CASING: f64 = 2.6;
/// Least height: an interval of one number is still a bracket.
const LEAST: f64 = 3.0;
/// The triangle's half width, its height, and its distance from the value.
const HALF: f64 = 5.0;
const TALL: f64 = 8.0;
const OFF: f64 = 5.0;
/// The axis holds the value with so much more, so that the triangle has room below the plot's top.
pub(super) const HEADROOM: f64 = 1.1;

/// The label that it asks for above the plot.
pub(super) fn wish(expected: &Expected, span: Span) -> Wish<'_> {
    Wish { rule: span.middle(expected.period), label: &expected.label, tone: Tone::Found, limit: span.right }
}

/// Draws bracket and triangle; `points` are the values, `column` the width of a column.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    expected: &Expected,
    points: &[Point],
    column: f64,
) -> Result<(), Error> {
    let is_drawable = expected.period < plot.span.len && expected.low.is_finite() && expected.high.is_finite();
    let Some(point) = points.get(expected.period).filter(|_| is_drawable) else { return Ok(()) };
    let middle = plot.span.middle(expected.period);
    let (low, high) = (plot.y(expected.low), plot.y(expected.high));
    let high = high.min(low - LEAST);
    // Beside the column, over its neighbour: on the column itself it would read as the value's own uncertainty.
    let right = middle - column / 2.0 - NEAR;
    let left = (right - ARM).max(plot.rect.left + 1.0);
    let bracket = [(right, high), (left, high), (left, low), (right, low)];
    canvas.line(&bracket, Stroke::solid(WHITE, BRACKET + CASING))?;
    canvas.line(&bracket, Stroke::solid(TEXT, BRACKET))?;
    let Some(value) = known(point) else { return Ok(()) };
    let top = plot.y(band(point).map_or(value, |(_, high)| high.max(value)));
    let foot = (top - OFF).max(plot.rect.top + TALL);
    let triangle = match expected.standing {
        Standing::Within => return Ok(()),
        Standing::Above => [(middle - HALF, foot), (middle + HALF, foot), (middle, foot - TALL)],
        Standing::Below => [(middle - HALF, foot - TALL), (middle + HALF, foot - TALL), (middle, foot)],
    };
    if !expected.label.trim().is_empty() {
        canvas.line(&[(middle, plot.rect.top), (middle, foot - TALL)], Stroke::solid(TEXT, HAIRLINE))?;
    }
    let rim: Vec<(f64, f64)> = triangle.into_iter().chain([triangle[0], triangle[1]]).collect();
    canvas.line(&rim, Stroke::solid(WHITE, CASING))?;
    canvas.area(&triangle, TEXT, 1.0)
}

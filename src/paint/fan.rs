//! A forecast: nested bands around a dotted median, wide and flat at both ends, so that it reads as no column.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::ends::End;
use super::plot::Plot;
use super::scale::number;
use super::theme::{Dash, FUTURE, HAIRLINE, MAIN_LINE, MUTED, RULE, colour};
use crate::figure::{Emphasis, Fan, FanStep, Ink, TimeAxis};
use crate::messages::Message;

/// How strongly each band covers what lies behind it, from the widest in.
const ALPHAS: [f64; 3] = [0.14, 0.18, 0.24];
/// Thinnest band: a forecast of 0 must be seen on the axis.
const LEAST_BAND: f64 = 2.0;
/// The axis follows the widest band up to so many times the highest counted value: past that it would flatten what was
/// counted, and the number is written instead.
const CEILING: f64 = 2.0;

/// Room for the label of a band that the axis does not hold; on a phone it has two lines.
pub(super) const WIDEST_LABEL: &str = "95 %: to 10,000";
pub(super) const NARROW_LABEL: &str = "95 %: to";

/// Which interval of a step a band shows.
type Band = fn(&FanStep) -> (f64, f64);
const BANDS: [(&str, Band); 3] = [("95 %", |s| s.widest), ("80 %", |s| s.wide), ("50 %", |s| s.half)];

/// The value that the axis must hold, where the highest counted one is `counted`.
pub(super) fn height(fan: &Fan, counted: f64) -> f64 {
    let highest = |of: fn(&FanStep) -> f64| fan.steps.iter().map(of).filter(|v| v.is_finite()).fold(0.0, f64::max);
    let (wide, widest) = (highest(|s| s.wide.1), highest(|s| s.widest.1));
    if counted > 0.0 { widest.min(wide.max(counted * CEILING)) } else { widest }
}

/// Sets the future apart: a rule where it begins, behind a forecast also a light ground.
pub(super) fn draw_ground(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    axis: &TimeAxis,
    fan: Option<&Fan>,
) -> Result<(), Error> {
    let Some(future) = &axis.future else { return Ok(()) };
    let from = plot.span.x(future.from as f64);
    if fan.is_some() {
        canvas.fill(Rect { left: from, ..plot.rect }, FUTURE)?;
    }
    canvas.line(&[(from, plot.rect.top), (from, plot.rect.bottom)], Stroke::solid(RULE, HAIRLINE))
}

/// Draws the bands and the median; gives the labels of the bands' ends.
pub(super) fn draw(canvas: &mut Canvas<'_>, plot: &Plot, fan: &Fan, ink: Ink) -> Result<Vec<End>, Error> {
    let room = plot.span.len.saturating_sub(fan.from);
    let steps = &fan.steps[..fan.steps.len().min(room)];
    let ink = colour(ink);
    let mut ends = Vec::new();
    for ((name, band), alpha) in BANDS.into_iter().zip(ALPHAS) {
        let (mut upper, lower) =
            (edge(plot, fan.from, steps, |s| band(s).1), edge(plot, fan.from, steps, |s| band(s).0));
        for (high, low) in upper.iter_mut().zip(&lower) {
            high.1 = high.1.min(low.1 - LEAST_BAND);
        }
        if let Some(at) = upper.last() {
            // What the axis does not hold is told in words.
            let is_cut = steps.iter().any(|s| plot.axis.top() < band(s).1);
            let highest = steps.iter().map(|s| band(s).1).fold(0.0, f64::max);
            let text = if is_cut && highest.is_finite() {
                canvas.m.say(Message::DrawnUpTo { name: name.to_owned(), highest: number(highest, 0) })
            } else {
                name.to_owned()
            };
            ends.push(End {
                text,
                at: *at,
                colour: MUTED,
                dash: Dash::Solid,
                emphasis: Emphasis::Context,
                series: None,
            });
        }
        let outline: Vec<(f64, f64)> = upper.into_iter().chain(lower.into_iter().rev()).collect();
        canvas.area(&outline, ink, alpha)?;
    }
    let median = edge(plot, fan.from, steps, |s| s.median);
    canvas.line(&median, Stroke { colour: ink.strong(), width: MAIN_LINE, dash: Dash::Dotted })?;
    Ok(ends)
}

/// An edge through the middles of the periods, flat over the outer halves of the first and the last.
fn edge(plot: &Plot, from: usize, steps: &[FanStep], value: impl Fn(&FanStep) -> f64) -> Vec<(f64, f64)> {
    let y = |step: &FanStep| plot.y(value(step));
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return Vec::new() };
    let middles = steps.iter().enumerate().map(|(i, step)| (plot.span.middle(from + i), y(step)));
    let start = (plot.span.x(from as f64), y(first));
    let end = (plot.span.x((from + steps.len()) as f64), y(last));
    [start].into_iter().chain(middles).chain([end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fan(widest: f64, wide: f64) -> Fan {
        let step = FanStep { median: 1.0, half: (0.0, 2.0), wide: (0.0, wide), widest: (0.0, widest) };
        Fan { from: 3, steps: vec![step; 2] }
    }

    #[test]
    fn a_wide_forecast_does_not_flatten_what_was_counted() {
        assert_eq!(height(&fan(30.0, 12.0), 20.0), 30.0, "held whole");
        assert_eq!(height(&fan(900.0, 12.0), 20.0), 40.0, "cut at twice the highest count");
        assert_eq!(height(&fan(900.0, 70.0), 20.0), 70.0, "never below the 80 % band");
        assert_eq!(height(&fan(900.0, 70.0), 0.0), 900.0, "nothing is counted that it could flatten");
        assert_eq!(height(&fan(f64::NAN, f64::INFINITY), 5.0), 0.0, "what is no number asks for no room");
    }
}

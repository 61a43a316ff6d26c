//! Labels at the right of a plot, each at the end of its line or layer, pushed apart where they would touch.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke, Style};
use super::fonts::{Fonts, Strength};
use super::spread::{capacity, spread};
use super::theme::{Colour, LABEL, MUTED, WHITE};
use crate::figure::Emphasis;

/// Height of a line of label.
const PITCH: f64 = 16.0;
/// Between labels of two lines.
const PARTING: f64 = 3.0;
/// Between the plot and the labels: room for leader lines.
const GAP: f64 = 16.0;
/// Widest column of labels.
const WIDEST: f64 = 200.0;
/// A label moved farther than this, or whose line ends this far before the plot does, gets a leader line.
const MOVED: f64 = 5.0;
const EARLY: f64 = 14.0;
/// Where the leader leaves the line's end.
const OFF: f64 = 4.0;

/// One label.
#[derive(Debug, Clone)]
pub(super) struct End {
    pub text: String,
    pub at: (f64, f64),
    pub colour: Colour,
    pub emphasis: Emphasis,
}

/// Width to keep free at the right for labels with these names.
pub(super) fn room<'a>(fonts: &Fonts, names: impl Iterator<Item = &'a str>) -> f64 {
    let widest = names.map(|name| fonts.width(name, LABEL, Strength::Bold)).fold(0.0, f64::max);
    if widest > 0.0 { GAP + widest.min(WIDEST).ceil() } else { 0.0 }
}

fn strength(emphasis: Emphasis) -> Strength {
    match emphasis {
        Emphasis::Main => Strength::Bold,
        Emphasis::Context => Strength::Regular,
    }
}

/// Writes the labels to the right of `plot`, in the `room` kept for them.
pub(super) fn draw(canvas: &mut Canvas<'_>, plot: Rect, room: f64, ends: Vec<End>) -> Result<(), Error> {
    let mut ends: Vec<End> = ends.into_iter().filter(|e| !e.text.trim().is_empty()).collect();
    // A label may hang over the plot's ends by half its height.
    let (top, bottom) = (plot.top - PITCH / 2.0, plot.bottom + PITCH / 2.0);
    let fits = capacity(PITCH, top, bottom);
    if ends.len() > fits {
        // Main lines keep their labels first; the rest is said in words.
        ends.sort_by_key(|e| e.emphasis == Emphasis::Context);
        let cut = ends.split_off(fits.saturating_sub(1));
        let text = format!("and {} more", cut.len());
        ends.push(End { text, at: (plot.right, plot.bottom), colour: MUTED, emphasis: Emphasis::Context });
    }
    let width = room - GAP;
    let lines_of = |end: &End, most| canvas.fonts.wrap(&end.text, LABEL, strength(end.emphasis), width, most);
    let wrapped: Vec<Vec<String>> = ends.iter().map(|e| lines_of(e, 2)).collect();
    let tallest = wrapped.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let pitch = if tallest > 1.0 { tallest * PITCH + PARTING } else { PITCH };
    let (wrapped, pitch) = if ends.len() <= capacity(pitch, top, bottom) {
        (wrapped, pitch)
    } else {
        (ends.iter().map(|e| lines_of(e, 1)).collect(), PITCH)
    };
    let wishes: Vec<f64> = ends.iter().map(|e| e.at.1).collect();
    let placed = spread(&wishes, pitch, top, bottom);
    let left = plot.right + GAP;
    for (end, y) in ends.iter().zip(&placed) {
        if (y - end.at.1).abs() > MOVED || left - GAP - end.at.0 > EARLY {
            let leader = [(end.at.0 + OFF, end.at.1), ((end.at.0 + OFF).max(plot.right), end.at.1), (left - 3.0, *y)];
            canvas.line(&leader, Stroke::solid(end.colour.mix(WHITE, 0.45), 0.8))?;
        }
    }
    for ((end, y), lines) in ends.iter().zip(&placed).zip(&wrapped) {
        let mut style = Style::new(LABEL).colour(end.colour.for_text()).halo();
        if strength(end.emphasis) == Strength::Bold {
            style = style.bold();
        }
        let first = y - (lines.len() - 1) as f64 * PITCH / 2.0;
        for (at, line) in lines.iter().enumerate() {
            canvas.text_mid(line, (left, first + at as f64 * PITCH), style);
        }
    }
    Ok(())
}

//! Labels at the right of a plot, each at the end of its line or layer, pushed apart where they would touch.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::{Fonts, Strength};
use super::lettering::Style;
use super::medium::Medium;
use super::spread::{Wish, fits, spread};
use super::theme::{Colour, Dash, LABEL, MAIN_LINE, MUTED};
use crate::figure::Emphasis;
use crate::messages::Message;

/// Height of a line of label.
const PITCH: f64 = 16.0;
/// Between labels of two lines.
const PARTING: f64 = 3.0;
/// Between the plot and the labels: room for leader lines.
const GAP: f64 = 16.0;
/// Widest column of labels, and on a phone.
const WIDEST: f64 = 200.0;
const WIDEST_NARROW: f64 = 72.0;
/// A label moved farther than this, or whose line ends this far before the plot does, gets a leader line.
const MOVED: f64 = 5.0;
const EARLY: f64 = 14.0;
/// Where the leader leaves the line's end.
const OFF: f64 = 4.0;
/// A piece of the line before the labels of dashed ones: two groups may share a colour, not a dash.
const SAMPLE: f64 = 24.0;
const AFTER_SAMPLE: f64 = 6.0;

/// One label.
#[derive(Debug, Clone)]
pub(super) struct End {
    pub text: String,
    pub at: (f64, f64),
    pub colour: Colour,
    /// The line's dash.
    pub dash: Dash,
    pub emphasis: Emphasis,
    /// Its series, as a page counts them; none for what is no series.
    pub series: Option<usize>,
}

/// Width to keep free at the right for labels with these names and dashes.
pub(super) fn room<'a>(medium: Medium, fonts: &Fonts, labels: impl Iterator<Item = (&'a str, Dash)>) -> f64 {
    let most = medium.pick(WIDEST, WIDEST_NARROW);
    let width = |(name, dash)| match fonts.width(name, LABEL, Strength::Bold) {
        none if none <= 0.0 => 0.0,
        some => some.min(most) + sample(dash),
    };
    let widest = labels.map(width).fold(0.0, f64::max);
    if widest > 0.0 { GAP + widest.ceil() } else { 0.0 }
}

/// Whether a name is too long to stand beside a plot on a phone.
pub(super) fn is_long(fonts: &Fonts, name: &str) -> bool {
    fonts.width(name, LABEL, Strength::Bold) > WIDEST_NARROW
}

/// Width of the piece of line before a label.
fn sample(dash: Dash) -> f64 {
    if dash == Dash::Solid { 0.0 } else { SAMPLE + AFTER_SAMPLE }
}

fn strength(emphasis: Emphasis) -> Strength {
    match emphasis {
        Emphasis::Main => Strength::Bold,
        Emphasis::Context | Emphasis::Chance => Strength::Regular,
    }
}

/// Writes the labels to the right of `plot`, in the `room` kept for them.
pub(super) fn draw(canvas: &mut Canvas<'_>, plot: Rect, room: f64, ends: Vec<End>) -> Result<(), Error> {
    let mut ends: Vec<End> = ends.into_iter().filter(|e| !e.text.trim().is_empty()).collect();
    // A label may hang over the plot's ends by half its height.
    let (top, bottom) = (plot.top - PITCH / 2.0, plot.bottom + PITCH / 2.0);
    if !fits(ends.iter().map(|_| PITCH), top, bottom) {
        // Main lines keep their labels first; the rest is said in words.
        ends.sort_by_key(|e| e.emphasis == Emphasis::Context);
        let most = ((bottom - top) / PITCH).floor().max(1.0) as usize;
        let cut = ends.split_off(most - 1);
        let text = canvas.m.say(Message::DrawnMore { n: (cut.len() as f64).into() });
        let (at, dash) = ((plot.right, plot.bottom), Dash::Solid);
        ends.push(End { text, at, colour: MUTED, dash, emphasis: Emphasis::Context, series: None });
    }
    let lines_of = |end: &End, most| {
        let width = room - GAP - sample(end.dash);
        canvas.fonts.wrap(&end.text, LABEL, strength(end.emphasis), width, most)
    };
    let tall = |lines: &Vec<String>| match lines.len() {
        0 | 1 => PITCH,
        more => more as f64 * PITCH + PARTING,
    };
    let mut wrapped: Vec<Vec<String>> = ends.iter().map(|e| lines_of(e, 2)).collect();
    if !fits(wrapped.iter().map(tall), top, bottom) {
        wrapped = ends.iter().map(|e| lines_of(e, 1)).collect();
    }
    let wishes: Vec<Wish> = ends.iter().zip(&wrapped).map(|(e, lines)| (e.at.1, tall(lines))).collect();
    let placed = spread(&wishes, top, bottom);
    let left = plot.right + GAP;
    for (end, y) in ends.iter().zip(&placed) {
        if (y - end.at.1).abs() > MOVED || left - GAP - end.at.0 > EARLY {
            let leader = [(end.at.0 + OFF, end.at.1), ((end.at.0 + OFF).max(plot.right), end.at.1), (left - 3.0, *y)];
            let draw = |canvas: &mut Canvas<'_>| canvas.line(&leader, Stroke::solid(end.colour.leader(), 0.8));
            canvas.series(end.series, draw)?;
        }
    }
    for ((end, y), lines) in ends.iter().zip(&placed).zip(&wrapped) {
        canvas.series(end.series, |canvas| write(canvas, end, lines, (left, *y)))?;
    }
    Ok(())
}

/// Writes one label, its middle at the height of `at`.
fn write(canvas: &mut Canvas<'_>, end: &End, lines: &[String], at: (f64, f64)) -> Result<(), Error> {
    let (left, y) = at;
    let mut style = Style::new(LABEL).colour(end.colour.for_text()).halo();
    if strength(end.emphasis) == Strength::Bold {
        style = style.bold();
    }
    let first = y - (lines.len() - 1) as f64 * PITCH / 2.0;
    let sample = sample(end.dash);
    if sample > 0.0 {
        let stroke = Stroke { colour: end.colour, width: MAIN_LINE, dash: end.dash };
        canvas.line(&[(left, y), (left + SAMPLE, y)], stroke)?;
    }
    for (at, line) in lines.iter().enumerate() {
        canvas.text_mid(line, (left + sample, first + at as f64 * PITCH), style);
    }
    Ok(())
}

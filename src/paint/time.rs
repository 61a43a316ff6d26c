//! The time axis under a plot: marks on real calendar starts, and as many of their labels as can be read.

use std::collections::BTreeSet;

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::lettering::{Anchor, Style};
use super::theme::{AXIS, HAIRLINE, MUTED, TICK};
use crate::figure::{Tick, TimeAxis, Weight};

/// Height of the axis with its labels.
pub(super) const AXIS_HEIGHT: f64 = 26.0;
/// Least room between two labels.
const LABEL_GAP: f64 = 12.0;
/// Marks closer than this run together and are left out.
const LEAST_MARK_GAP: f64 = 5.0;
const MAJOR_MARK: f64 = 6.0;
const MINOR_MARK: f64 = 3.5;
/// From the axis down to the label's baseline.
const DROP: f64 = 19.0;
/// Every so many labels are kept where not all fit: steps that years are counted in, and months between years
/// (quarters, half-years), and whatever else stands between majors.
const STRIDES: [usize; 6] = [1, 2, 5, 10, 20, 50];
const MONTH_STRIDES: [usize; 3] = [1, 3, 6];
const MINOR_STRIDES: [usize; 5] = [1, 2, 4, 5, 10];
const MONTHS_A_YEAR: usize = 12;

/// Where periods stand across a plot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub left: f64,
    pub right: f64,
    pub len: usize,
}

impl Span {
    /// Pixels of a place counted in periods, kept inside the plot.
    pub(super) fn x(&self, at: f64) -> f64 {
        let len = self.len.max(1) as f64;
        let at = if at.is_finite() { at.clamp(0.0, len) } else { 0.0 };
        self.left + (self.right - self.left) * at / len
    }

    /// Pixels of the middle of a period.
    pub(super) fn middle(&self, period: usize) -> f64 {
        self.x(period as f64 + 0.5)
    }

    /// Width of a period in pixels.
    pub(super) fn period(&self) -> f64 {
        (self.right - self.left) / self.len.max(1) as f64
    }

    /// Whether a place lies on the axis.
    pub(super) fn holds(&self, at: f64) -> bool {
        (0.0..=self.len as f64).contains(&at)
    }
}

/// Draws the marks and labels below `y`. A label stands under the period that it opens.
pub(super) fn draw(canvas: &mut Canvas<'_>, span: Span, axis: &TimeAxis, y: f64) -> Result<(), Error> {
    let ticks: Vec<&Tick> = axis.ticks.iter().filter(|t| span.holds(t.at) && t.at < span.len as f64).collect();
    for weight in [Weight::Minor, Weight::Major] {
        let (length, places) = match weight {
            Weight::Major => (MAJOR_MARK, places(span, &ticks, Weight::Major)),
            Weight::Minor => (MINOR_MARK, places(span, &ticks, Weight::Minor)),
        };
        let gap = places.windows(2).map(|w| w[1] - w[0]).fold(f64::INFINITY, f64::min);
        if gap < LEAST_MARK_GAP {
            continue;
        }
        for x in places {
            canvas.line(&[(x, y), (x, y + length)], Stroke::solid(AXIS, HAIRLINE))?;
        }
    }
    let style = Style::new(TICK).colour(MUTED).anchor(Anchor::Middle);
    for (label, middle) in labels(canvas, span, &ticks) {
        canvas.text(&label, (middle, y + DROP), style);
    }
    Ok(())
}

fn places(span: Span, ticks: &[&Tick], weight: Weight) -> Vec<f64> {
    ticks.iter().filter(|t| t.weight == weight).map(|t| span.x(t.at)).collect()
}

/// The labels that fit, with the middles of their places.
fn labels(canvas: &Canvas<'_>, span: Span, ticks: &[&Tick]) -> Vec<(String, f64)> {
    let style = Style::new(TICK);
    let place = |tick: &Tick| {
        let width = canvas.measure(&tick.label, style);
        // Kept on the sheet: the first label may reach over the axis' start, not over the edge.
        let middle = span.x(tick.at + 0.5).clamp(width / 2.0 + 2.0, canvas.width - width / 2.0 - 2.0);
        Rect { left: middle - width / 2.0, right: middle + width / 2.0, top: 0.0, bottom: 1.0 }
    };
    let rects: Vec<Rect> = ticks.iter().map(|t| place(t)).collect();
    let apart = |chosen: &BTreeSet<usize>| {
        let chosen: Vec<usize> = chosen.iter().copied().collect();
        chosen.windows(2).all(|w| rects[w[0]].right + LABEL_GAP <= rects[w[1]].left)
    };
    let worded = |weight| move |t: &&Tick| t.weight == weight && !t.label.is_empty();
    let list = |weight| -> Vec<usize> { (0..ticks.len()).filter(|i| worded(weight)(&ticks[*i])).collect() };
    let (majors, minors) = (list(Weight::Major), list(Weight::Minor));
    let major: BTreeSet<usize> = STRIDES
        .iter()
        .map(|stride| every(&majors, ticks, *stride))
        .find(|chosen| apart(chosen))
        .unwrap_or_else(|| majors.first().copied().into_iter().collect());
    let all_majors = major.len() == majors.len();
    let is_monthly = majors.windows(2).any(|w| w[1] - w[0] == MONTHS_A_YEAR);
    let strides = if is_monthly { &MONTH_STRIDES[..] } else { &MINOR_STRIDES[..] };
    let chosen = strides
        .iter()
        .filter(|_| all_majors)
        .map(|stride| &major | &between(&majors, &minors, *stride))
        .find(|chosen| apart(chosen))
        .unwrap_or(major);
    let drawn = |i: &usize| (ticks[*i].label.clone(), (rects[*i].left + rects[*i].right) / 2.0);
    chosen.iter().map(drawn).collect()
}

/// Every `stride`th major: years that the stride divides, as a reader expects (1990, 1995), else counted from the first.
fn every(majors: &[usize], ticks: &[&Tick], stride: usize) -> BTreeSet<usize> {
    let year = |i: &usize| ticks[*i].label.parse::<usize>().ok();
    let by_number: BTreeSet<usize> =
        majors.iter().copied().filter(|i| year(i).is_some_and(|n| n % stride == 0)).collect();
    if majors.iter().all(|i| year(i).is_some()) && !by_number.is_empty() {
        return by_number;
    }
    majors.iter().copied().step_by(stride).collect()
}

/// Every `stride`th minor, counted from the major before it (before the first: back from it).
fn between(majors: &[usize], minors: &[usize], stride: usize) -> BTreeSet<usize> {
    let keeps = |i: &&usize| {
        let origin = majors.iter().rev().find(|m| *m <= i).or(majors.first()).or(minors.first());
        origin.is_none_or(|origin| i.abs_diff(*origin) % stride == 0)
    };
    minors.iter().filter(keeps).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::super::fonts::Fonts;
    use super::*;

    fn shown(len: usize, ticks: Vec<Tick>) -> Vec<String> {
        let fonts = Fonts::load().expect("the faces are compiled in");
        let canvas = Canvas::new(fonts, ("test", "en"), super::super::medium::Medium::File, 540.0);
        let span = Span { left: 60.0, right: 900.0, len };
        let ticks: Vec<&Tick> = ticks.iter().collect();
        labels(&canvas, span, &ticks).into_iter().map(|(label, _)| label).collect()
    }

    fn years(from: usize, count: usize) -> Vec<Tick> {
        let tick = |i: usize| Tick { at: i as f64 * 12.0, label: (from + i).to_string(), weight: Weight::Major };
        (0..count).map(tick).collect()
    }

    #[test]
    fn years_are_thinned_to_round_ones() {
        assert_eq!(shown(12 * 60, years(1968, 60)).first().map(String::as_str), Some("1970"));
        assert_eq!(shown(12 * 5, years(2021, 5)), ["2021", "2022", "2023", "2024", "2025"]);
    }

    #[test]
    fn months_are_thinned_to_quarters_around_the_year() {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let tick = |i: usize| match (i + 8) % 12 {
            0 => Tick { at: i as f64, label: "2026".to_owned(), weight: Weight::Major },
            month => Tick { at: i as f64, label: MONTHS[month].to_owned(), weight: Weight::Minor },
        };
        let labels = shown(40, (0..40).map(tick).collect());
        assert_eq!(labels[..5], ["Oct", "2026", "Apr", "Jul", "Oct"]);
    }
}

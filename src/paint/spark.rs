//! Word-sized lines of a series.

use super::canvas::{Stroke, fine};
use super::compact::{Compact, Joins, Shut, path};
use super::plot::{known, runs};
use super::stylesheet::{COVERS, ROOT, colour_class, stroke_class};
use super::theme::{RULE, colour};
use super::thin::thinned;
use crate::figure::{Ink, Point, State};

/// In pixels.
const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 28.0;
/// Room for dots and round ends.
const AROUND: f64 = 4.5;
const LINE: f64 = 1.6;
const BASE: f64 = 0.8;
const LONE: f64 = 1.4;
const DOT: f64 = 3.0;
const RIM: f64 = 1.6;

/// A word-sized line of a series, 120 by 28 pixels, from 0 up, without words, in the classes of
/// [`stylesheet`](super::stylesheet). The last value is a dot, hollow where its period is partial; what is unknown is a gap.
pub fn spark(points: &[Point], ink: Ink) -> String {
    let mut marks = Compact::default();
    let highest = points.iter().filter_map(known).fold(0.0, f64::max);
    let step = (WIDTH - 2.0 * AROUND) / points.len().saturating_sub(1).max(1) as f64;
    let at = |i: usize| {
        let share = known(&points[i]).filter(|_| highest > 0.0).map_or(0.0, |v| v / highest);
        // One point alone stands at the end, where the newest always stands.
        let from_end = (points.len() - 1 - i) as f64 * step;
        (WIDTH - AROUND - from_end, HEIGHT - AROUND - share * (HEIGHT - 2.0 * AROUND))
    };
    let whole = |points: &[(f64, f64)]| -> Vec<(i32, i32)> { points.iter().map(|p| (fine(p.0), fine(p.1))).collect() };
    let base = [(AROUND, HEIGHT - AROUND), (WIDTH - AROUND, HEIGHT - AROUND)];
    marks.path(stroke_class(Stroke::solid(RULE, BASE)), path(&whole(&base), Shut::Open), Joins::Freely);
    let colour = colour(ink);
    let circle =
        |(x, y): (f64, f64), radius: f64| format!(" cx=\"{}\" cy=\"{}\" r=\"{}\"", fine(x), fine(y), fine(radius));
    for (from, to) in runs(points.len(), |i| known(&points[i]).is_some()) {
        if to - from == 1 {
            marks.element(colour_class(colour), "circle", circle(at(from), LONE), String::new());
            continue;
        }
        let line: Vec<(f64, f64)> = (from..to).map(at).collect();
        let line = path(&whole(&thinned(&line)), Shut::Open);
        marks.path(stroke_class(Stroke::solid(colour, LINE)), line, Joins::Freely);
    }
    if let Some(last) = (0..points.len()).rev().find(|i| known(&points[*i]).is_some()) {
        let class = if points[last].state == State::Partial {
            format!("{} {COVERS}", stroke_class(Stroke::solid(colour, RIM)))
        } else {
            colour_class(colour)
        };
        marks.element(class, "circle", circle(at(last), DOT), String::new());
    }
    format!(
        "<svg class=\"{ROOT}\" aria-hidden=\"true\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {} {}\">{}</svg>",
        fine(WIDTH),
        fine(HEIGHT),
        marks.finish()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spark_is_sound_whatever_the_series() {
        let complete = |values: &[f64]| values.iter().map(|v| Point::complete(*v)).collect::<Vec<Point>>();
        let odd = [vec![], complete(&[3.0]), complete(&[0.0; 24]), vec![Point::gap(State::NotCovered); 9]];
        let long: Vec<f64> = (0..12_784).map(|i| f64::from(i * 7 % 31)).collect();
        for points in odd.into_iter().chain([complete(&[1.0, 1e6, f64::NAN, 2.0, f64::INFINITY]), complete(&long)]) {
            let drawn = spark(&points, Ink::Death);
            assert!(!drawn.contains("NaN") && !drawn.contains("inf") && !drawn.contains('#'), "{drawn}");
            assert!(drawn.len() < 4_000, "{} points need {} bytes", points.len(), drawn.len());
        }
    }

    #[test]
    fn gaps_are_left_open_and_a_partial_end_is_hollow() {
        let mut points = vec![Point::complete(2.0); 6];
        points[2] = Point::gap(State::Unreported);
        points[5].state = State::Partial;
        let drawn = spark(&points, Ink::Count);
        assert_eq!(drawn.matches('M').count(), 3, "the base and two stretches: {drawn}");
        assert_eq!(drawn.matches("<circle").count(), 1);
        assert!(drawn.contains(&format!(" {COVERS}\"")), "{drawn}");
    }
}

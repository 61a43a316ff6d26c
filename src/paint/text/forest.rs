//! Ratios with their intervals on a log axis, one comparison below the other.

use super::nothing;
use super::sheet::{Field, Row, Tone};
use crate::figure::{Forest, Part, Ratio, RatioMark, Strength};
use crate::messages::Messages;
use crate::text::{self, cells};

const NAMES: usize = 26;
/// Widest text at the right of a plot.
const TEXTS: usize = 34;
const LEAST: usize = 16;
/// Doublings that the axis has at most, to either side: what lies beyond is an arrow.
const FARTHEST: f64 = 6.0;

pub(super) fn draw(m: &Messages, forest: &Forest, width: usize) -> Vec<Row> {
    if forest.rows.is_empty() {
        return vec![nothing(m)];
    }
    let names = forest.rows.iter().map(|row| cells::width(&row.name)).max().unwrap_or(0).min(NAMES).min(width / 3);
    let texts = forest.rows.iter().flat_map(|row| &row.ratios).map(|ratio| cells::width(&ratio.text));
    let texts = texts.max().unwrap_or(0).min(TEXTS).min(width.saturating_sub(names + 2 + LEAST));
    let axis = Axis::of(forest, width.saturating_sub(names + texts + 2).max(LEAST));
    let mut out = Vec::new();
    for (column, heading) in forest.headings.iter().enumerate() {
        if column > 0 {
            out.push(Row::default());
        }
        out.push(Row::of(cells::clip(&cells::plain(heading), width), Tone::Bold));
        for (at, row) in forest.rows.iter().enumerate() {
            if row.part == Part::Opens && at > 0 {
                out.push(Row::of("┄".repeat(names), Tone::Muted));
            }
            let Some(ratio) = row.ratios.get(column) else { continue };
            let name = Row::of(cells::left(&cells::plain(&row.name), names) + " ", Tone::Plain);
            let text = cells::clip(&cells::plain(&ratio.text), width.saturating_sub(names + axis.width + 2));
            out.push(name.then(axis.draw(ratio)).and(format!(" {text}"), Tone::Muted));
        }
        out.push(Row::of(" ".repeat(names + 1) + &axis.labels(), Tone::Muted));
    }
    out
}

/// The log axis, in doublings.
struct Axis {
    low: f64,
    high: f64,
    width: usize,
}

impl Axis {
    fn of(forest: &Forest, width: usize) -> Axis {
        let marks = forest.rows.iter().flat_map(|row| &row.ratios).filter_map(|ratio| ratio.mark);
        let ends = marks.flat_map(|mark| [mark.low, mark.estimate, mark.high]).filter(|v| v.is_finite() && *v > 0.0);
        let (low, high) = ends.map(f64::log2).fold((-1.0_f64, 1.0_f64), |(low, high), v| (low.min(v), high.max(v)));
        Axis { low: low.floor().max(-FARTHEST), high: high.ceil().min(FARTHEST), width }
    }

    /// The cell of a ratio; `Err` with the arrow where the axis does not hold it.
    fn cell(&self, ratio: f64) -> Result<usize, (usize, char)> {
        let doublings = ratio.log2();
        if doublings.is_nan() || doublings < self.low {
            return Err((0, '◀'));
        }
        if doublings > self.high {
            return Err((self.width - 1, '▶'));
        }
        let along = (doublings - self.low) / (self.high - self.low);
        Ok((along * (self.width - 1) as f64).round() as usize)
    }

    fn draw(&self, ratio: &Ratio) -> Row {
        let mut field = Field::new(self.width, 1);
        if let Ok(one) = self.cell(1.0) {
            field.put(one, 0, '┊', Tone::Muted);
        }
        if let Some(RatioMark { estimate, low, high, strength }) = ratio.mark {
            let (rule, dot) = match strength {
                Strength::Clear => ('━', '◆'),
                Strength::Suggestive => ('─', '◈'),
                Strength::WithinChance => ('─', '○'),
            };
            let place = |end: Result<usize, (usize, char)>| end.unwrap_or_else(|(cell, _)| cell);
            let (from, to) = (self.cell(low), self.cell(high));
            (place(from)..=place(to)).for_each(|cell| field.put(cell, 0, rule, Tone::Plain));
            for (cell, arrow) in [from, to].into_iter().filter_map(Result::err) {
                field.put(cell, 0, arrow, Tone::Plain);
            }
            if let Ok(cell) = self.cell(estimate) {
                field.put(cell, 0, dot, Tone::Bold);
            }
        }
        field.rows().pop().unwrap_or_default()
    }

    /// The ends of the axis and no change.
    fn labels(&self) -> String {
        let mut line = String::new();
        for doublings in [self.low, 0.0, self.high] {
            let ratio = doublings.exp2();
            let label = format!("×{}", text::number(ratio, 3));
            let cell = self.cell(ratio).unwrap_or(0).min(self.width.saturating_sub(cells::width(&label)));
            line.push_str(&" ".repeat(cell.saturating_sub(cells::width(&line))));
            line.push_str(&label);
        }
        line
    }
}

//! The key of a network: what solid, broken and barred lines say, how many incidents their widths and the circles stand for, and
//! the families. It flows over as many rows as the sheet's width asks for.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::{Fonts, Strength};
use super::lettering::Style;
use super::map_key::Circles;
use super::network_line::{Line, Widths};
use super::scale::number;
use super::theme::{Colour, MUTED, SMALL, colour};
use crate::figure::{Ink, Network, Tie};
use crate::messages::{Message, Messages};

/// Length of a piece of line, and of one whose width is the point.
const LINE: f64 = 40.0;
const WIDTH: f64 = 22.0;
const FAMILY: f64 = 5.0;
/// Between a mark and its label, and between two entries.
const GAP: f64 = 6.0;
const BETWEEN: f64 = 16.0;
const ROW: f64 = 20.0;
const AROUND_CIRCLE: f64 = 7.0;
const BELOW: f64 = 8.0;

#[derive(Debug, Clone, Copy)]
enum Mark {
    /// Words of their own.
    None,
    Line(Line),
    Width(f64),
    Circle(f64),
    Family(Colour),
}

impl Mark {
    fn width(self) -> f64 {
        match self {
            Mark::None => 0.0,
            Mark::Line(_) => LINE + GAP,
            Mark::Width(_) => WIDTH + GAP,
            Mark::Circle(radius) => radius * 2.0 + GAP,
            Mark::Family(_) => FAMILY * 2.0 + GAP,
        }
    }

    fn height(self) -> f64 {
        match self {
            Mark::None | Mark::Line(_) | Mark::Width(_) | Mark::Family(_) => ROW,
            Mark::Circle(radius) => ROW.max(radius * 2.0 + AROUND_CIRCLE),
        }
    }
}

/// Its left end, its mark, its label.
type Entry = (f64, Mark, String);

/// What has to be explained.
pub(super) struct Key {
    /// Each with its height.
    rows: Vec<(f64, Vec<Entry>)>,
}

impl Key {
    pub(super) fn of(
        m: &Messages,
        network: &Network,
        lines: &[Line],
        widths: Widths,
        circles: &Circles,
        (fonts, room): (&Fonts, f64),
    ) -> Self {
        let mut kinds: Vec<Line> = Vec::new();
        for wanted in [Line::Tie(Tie::Joint), Line::Contested, Line::Tie(Tie::Competing), Line::Tie(Tie::Hostile)] {
            kinds.extend(lines.contains(&wanted).then_some(wanted));
        }
        let kinds = kinds.into_iter().map(|line| (Mark::Line(line), line.say(m)));
        let of_widths = widths.samples().into_iter().map(|n| (Mark::Width(n), number(n, 0)));
        let of_circles: Vec<(Mark, String)> =
            circles.samples().into_iter().map(|n| (Mark::Circle(circles.radius(n)), number(n, 0))).collect();
        let unit = if of_circles.is_empty() { String::new() } else { network.unit.clone() };
        let mut families: Vec<(Mark, String)> = Vec::new();
        for node in network.nodes.iter().filter(|n| !n.family.trim().is_empty()) {
            if families.iter().all(|(_, name)| *name != node.family) {
                families.push((Mark::Family(colour(node.ink)), node.family.clone()));
            }
        }
        // What belongs together begins a row of its own.
        let words = |label: String| std::iter::once((Mark::None, label));
        let mut key = Self { rows: Vec::new() };
        if !lines.is_empty() {
            key.flow(kinds.collect(), fonts, room);
            key.flow(words(m.say(Message::DrawnTiesOf {})).chain(of_widths).collect(), fonts, room);
        }
        key.flow(words(unit).chain(of_circles).collect(), fonts, room);
        key.flow(families, fonts, room);
        key
    }

    fn flow(&mut self, entries: Vec<(Mark, String)>, fonts: &Fonts, room: f64) {
        let entries: Vec<(Mark, String)> = entries.into_iter().filter(|(_, label)| !label.trim().is_empty()).collect();
        let shorten = |mark: Mark, label: &str| fonts.shorten(label, SMALL, Strength::Regular, room - mark.width());
        let width = |mark: Mark, label: &str| mark.width() + fonts.width(label, SMALL, Strength::Regular);
        let whole: f64 = entries.iter().map(|(mark, label)| width(*mark, label) + BETWEEN).sum();
        let end = |row: &Vec<Entry>| row.last().map_or(0.0, |(x, mark, label)| x + width(*mark, label) + BETWEEN);
        // A part stands beside the one before it if it fits there whole.
        let mut opens = !self.rows.last().is_some_and(|(_, row)| end(row) + BETWEEN + whole - BETWEEN <= room);
        let mut lead = if opens { 0.0 } else { BETWEEN };
        for (mark, label) in entries {
            let label = shorten(mark, &label);
            let x = self.rows.last().map_or(0.0, |(_, row)| end(row)) + lead;
            if opens || x + width(mark, &label) > room {
                self.rows.push((0.0, Vec::new()));
            }
            (opens, lead) = (false, 0.0);
            if let Some((height, row)) = self.rows.last_mut() {
                let x = if row.is_empty() { 0.0 } else { x };
                *height = height.max(mark.height());
                row.push((x, mark, label));
            }
        }
    }

    pub(super) fn height(&self) -> f64 {
        self.rows.iter().map(|(height, _)| height).sum::<f64>() + BELOW
    }

    /// Draws it at the top of the area.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, widths: Widths) -> Result<(), Error> {
        let mut top = area.top;
        for (height, row) in &self.rows {
            let middle = top + height / 2.0;
            for (x, mark, label) in row {
                let left = area.left + x;
                let across = |length: f64| vec![(left, middle), (left + length, middle)];
                match *mark {
                    Mark::None => {}
                    Mark::Line(line) => line.draw(canvas, &across(LINE), widths.example())?,
                    Mark::Width(count) => {
                        canvas.line(&across(WIDTH), Stroke::solid(MUTED, widths.of(count)))?;
                    }
                    Mark::Circle(radius) => {
                        canvas.disc((left + radius, middle), radius, colour(Ink::Past), 0.0, 1.2)?
                    }
                    Mark::Family(colour) => canvas.dot((left + FAMILY, middle), FAMILY, colour)?,
                }
                canvas.text_mid(label, (left + mark.width(), middle), Style::new(SMALL).colour(MUTED));
            }
            top += height;
        }
        Ok(())
    }
}

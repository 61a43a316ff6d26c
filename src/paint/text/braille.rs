//! Lines in braille: two dots across and four up in every cell.

use super::sheet::{Field, Tone};
use super::time::{Slots, sound};
use super::tone;
use crate::figure::{Emphasis, Line, State};

/// The bit of a dot, by its column and its row from the top (Unicode, Braille Patterns).
const DOTS: [[u32; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
const EMPTY: u32 = 0x2800;

/// Dots of one line, and where they lie.
struct Dots {
    width: usize,
    height: usize,
    cells: Vec<u32>,
}

impl Dots {
    fn put(&mut self, x: usize, y: usize) {
        let (column, row) = (x / 2, y / 4);
        if column < self.width && row < self.height {
            self.cells[row * self.width + column] |= DOTS[x % 2][y % 4];
        }
    }

    /// A straight line between two dots.
    fn stroke(&mut self, from: (usize, usize), to: (usize, usize)) {
        let steps = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1)).max(1);
        for step in 0..=steps {
            let along = |a: usize, b: usize| {
                (a as f64 + (b as f64 - a as f64) * step as f64 / steps as f64).round().max(0.0) as usize
            };
            self.put(along(from.0, to.0), along(from.1, to.1));
        }
    }
}

/// The tone of a line: what is only context is grey.
pub(super) fn of_line(line: &Line) -> Tone {
    match line.emphasis {
        Emphasis::Main => tone(line.ink),
        Emphasis::Context | Emphasis::Chance => Tone::Muted,
    }
}

/// Draws the line; partial values stand apart from it as a ring. Returns the row at which it ends.
pub(super) fn draw(
    field: &mut Field,
    line: &Line,
    slots: Slots,
    (rows, top): (usize, f64),
    is_break: impl Fn(usize) -> bool,
) -> Option<usize> {
    let width = slots.cells();
    let mut dots = Dots { width, height: rows, cells: vec![0; width * rows] };
    let place = |period: usize, value: f64| {
        let mark = slots.mark(period);
        let x = mark.start + mark.end - usize::from(mark.len() > 1);
        let highest = (rows * 4 - 1) as f64;
        (
            x.min(width * 2 - 1),
            (highest - (value / top.max(f64::MIN_POSITIVE)).clamp(0.0, 1.0) * highest).round() as usize,
        )
    };
    let mut before: Option<(usize, usize)> = None;
    let (mut rings, mut ends) = (Vec::new(), None);
    for (period, point) in slots.shown(&line.points) {
        let Some(value) = sound(point.value) else {
            before = None;
            continue;
        };
        let at = place(period, value);
        ends = Some(at.1 / 4);
        if is_break(period) {
            before = None;
        }
        if point.state == State::Partial {
            rings.push((at.0 / 2, at.1 / 4));
            before = None;
            continue;
        }
        dots.stroke(before.unwrap_or(at), at);
        before = Some(at);
    }
    for (at, dots) in dots.cells.into_iter().enumerate().filter(|(_, dots)| *dots != 0) {
        let letter = char::from_u32(EMPTY | dots).expect("a braille pattern is a letter");
        field.put(at % width, at / width, letter, of_line(line));
    }
    for (column, row) in rings {
        field.put(column, row, '○', of_line(line));
    }
    ends
}

/// The range around a line, as shade behind it.
pub(super) fn band(field: &mut Field, line: &Line, slots: Slots, (rows, top): (usize, f64)) {
    for (period, point) in slots.shown(&line.points) {
        let (Some(low), Some(high)) = (sound(point.low), sound(point.high)) else { continue };
        let row = |value: f64| {
            let highest = (rows * 4 - 1) as f64;
            (highest - (value / top.max(f64::MIN_POSITIVE)).clamp(0.0, 1.0) * highest).round() as usize / 4
        };
        for cell in slots.mark(period) {
            (row(high)..=row(low)).for_each(|row| field.put_behind(cell, row, '░', Tone::Muted));
        }
    }
}

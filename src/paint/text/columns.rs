//! Columns of block letters in eighths of a cell: hollow where a period is partly covered, light where it may still change.

use super::sheet::{Field, Tone};
use super::time::{Slots, sound};
use super::tone;
use crate::figure::{Columns, State};

/// Eighths of a cell, from the bottom up.
const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
pub(super) const HOLLOW: char = '░';
pub(super) const LIGHT: char = '▒';

/// A value as a number of eighths on a scale of `rows` cells; what is above 0 is seen.
pub(super) fn eighths(value: f64, top: f64, rows: usize) -> usize {
    let exact = value / top.max(f64::MIN_POSITIVE) * (rows * 8) as f64;
    let rounded = exact.round().clamp(0.0, (rows * 8) as f64) as usize;
    if value > 0.0 { rounded.max(1) } else { rounded }
}

/// Draws the columns on a field of `rows` cells.
pub(super) fn draw(field: &mut Field, columns: &Columns, slots: Slots, (rows, top): (usize, f64)) {
    for (period, point) in slots.shown(&columns.points) {
        let Some(value) = sound(point.value) else { continue };
        for cell in slots.mark(period) {
            column(field, cell, (rows, eighths(value, top, rows)), point.state, tone(columns.ink));
        }
        // The range of the source stands above the column as a thin rule.
        if let Some(high) = sound(point.high) {
            let (from, to) = (eighths(value, top, rows).div_ceil(8), eighths(high, top, rows).div_ceil(8));
            let middle = slots.middle(period);
            (from..to.min(rows)).for_each(|up| field.put_behind(middle, rows - 1 - up, '│', tone(columns.ink)));
        }
    }
}

/// One cell's width of a column.
pub(super) fn column(field: &mut Field, cell: usize, (rows, eighths): (usize, usize), state: State, tone: Tone) {
    let (full, rest) = (eighths / 8, eighths % 8);
    for up in 0..full {
        let mark = match state {
            State::Partial => HOLLOW,
            State::Provisional => LIGHT,
            State::Complete | State::NotCovered | State::Unreported => '█',
        };
        field.put(cell, rows - 1 - up, mark, tone);
    }
    if rest > 0 && full < rows {
        let mark = match state {
            // Shades have no eighths: from half a cell on they fill it, and what would be lost is a thin line.
            State::Partial if rest >= 4 => HOLLOW,
            State::Provisional if rest >= 4 => LIGHT,
            State::Partial | State::Provisional if full > 0 => ' ',
            State::Partial | State::Provisional => '▁',
            State::Complete | State::NotCovered | State::Unreported => EIGHTHS[rest],
        };
        field.put(cell, rows - 1 - full, mark, tone);
    }
}

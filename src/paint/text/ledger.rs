//! A ledger as text: a row of columns a kind, on one scale, each under its name.

use super::columns::{column, eighths};
use super::network::tone;
use super::sheet::{Field, Row, Tone};
use super::time::{Slots, sound};
use crate::figure::Lane;
use crate::text::cells;

/// The lanes, with the scale's highest number before each.
pub(super) fn draw(
    lanes: &[Lane],
    slots: Slots,
    (top, label): (f64, &str),
    (gutter, width): (usize, usize),
) -> Vec<Row> {
    let mut out = Vec::new();
    for lane in lanes {
        let mut field = Field::new(slots.cells(), 1);
        for (period, point) in slots.shown(&lane.points) {
            let Some(value) = sound(point.value) else { continue };
            for cell in slots.mark(period) {
                column(&mut field, cell, (1, eighths(value, top, 1)), point.state, tone(lane.tie));
            }
        }
        out.push(Row::of(cells::clip(&cells::plain(&lane.name), width), tone(lane.tie)));
        let drawn = field.rows().pop().unwrap_or_default();
        out.push(Row::of(cells::right(label, gutter - 1) + " ", Tone::Muted).then(drawn));
    }
    out
}

//! Horizontal bars in eighths of a cell, with their names and numbers; the earlier value as a thin rule.

use super::sheet::{Field, Row, Tone};
use super::time::sound;
use super::{key, nothing, tone};
use crate::figure::{Bar, Bars, State};
use crate::messages::{Message, Messages};
use crate::text::cells;

/// Eighths of a cell, from the left on.
const EIGHTHS: [char; 9] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
const NAMES: usize = 30;
/// Bars shorter than this say nothing: the texts then stand below them.
const LEAST: usize = 16;

pub(super) fn draw(m: &Messages, bars: &Bars, width: usize) -> Vec<Row> {
    if bars.rows.is_empty() {
        return vec![nothing(m)];
    }
    let widest = |of: fn(&Bar) -> &str| bars.rows.iter().map(|bar| cells::width(of(bar))).max().unwrap_or(0);
    let names = widest(|bar| &bar.name).min(NAMES).min(width / 3);
    let labels = widest(|bar| &bar.label);
    let texts = widest(|bar| &bar.text).max(cells::width(&bars.text_heading));
    let beside = width.saturating_sub(names + 1 + labels + 2 + texts + 1);
    let (room, is_below) = match beside {
        room if texts == 0 || room >= LEAST => (room.max(1), false),
        _ => (width.saturating_sub(names + labels + 3).max(1), true),
    };
    let values = bars.rows.iter().flat_map(|bar| [sound(bar.point.value), sound(bar.point.high), sound(bar.earlier)]);
    let top = values.flatten().fold(0.0, f64::max);
    let mut out = Vec::new();
    if !bars.text_heading.is_empty() && !is_below {
        out.push(Row::of(cells::right(&cells::plain(&bars.text_heading), width), Tone::Muted));
    }
    for bar in &bars.rows {
        let row = Row::of(cells::left(&cells::plain(&bar.name), names) + " ", Tone::Plain);
        let row = row.then(one(bar, room, labels, top));
        let text = cells::plain(&bar.text);
        if text.is_empty() {
            out.push(row);
        } else if is_below {
            out.push(row);
            let indent = " ".repeat(names + 1);
            out.extend(
                cells::wrap(&text, width - names - 1)
                    .into_iter()
                    .map(|line| Row::of(indent.clone() + &line, Tone::Muted)),
            );
        } else {
            let gap = width.saturating_sub(row.width() + cells::width(&text));
            out.push(row.and(" ".repeat(gap) + &text, Tone::Muted));
        }
    }
    let mut entries = Vec::new();
    if bars.rows.iter().any(|bar| bar.earlier.is_some()) && !bars.earlier_name.is_empty() {
        let name = cells::plain(&bars.earlier_name);
        entries.push(("┃".to_owned(), Tone::Bold, m.say(Message::TerminalEarlier { name })));
    }
    if bars.rows.iter().any(|bar| bar.point.high.is_some()) {
        entries.push(("─".to_owned(), Tone::Plain, m.say(Message::TerminalBand {})));
    }
    out.extend(key(entries, names + 1, width));
    out
}

/// The bar with its label at its end.
fn one(bar: &Bar, room: usize, labels: usize, top: f64) -> Row {
    let mut field = Field::new(room + 1 + labels, 1);
    let at = |value: f64| ((value / top.max(f64::MIN_POSITIVE)).clamp(0.0, 1.0) * (room * 8) as f64).round() as usize;
    let mut end = 0;
    if let Some(value) = sound(bar.point.value) {
        let eighths = if value > 0.0 { at(value).max(1) } else { 0 };
        let full = match bar.point.state {
            State::Partial => '░',
            State::Provisional => '▒',
            State::Complete | State::NotCovered | State::Unreported => '█',
        };
        (0..eighths / 8).for_each(|cell| field.put(cell, 0, full, tone(bar.ink)));
        if !eighths.is_multiple_of(8) {
            let last = if full == '█' { EIGHTHS[eighths % 8] } else { full };
            field.put(eighths / 8, 0, last, tone(bar.ink));
        }
        end = eighths.div_ceil(8);
    }
    if let (Some(low), Some(high)) = (sound(bar.point.low), sound(bar.point.high)) {
        (at(low) / 8..at(high).div_ceil(8)).for_each(|cell| field.put_behind(cell, 0, '─', tone(bar.ink)));
        end = end.max(at(high).div_ceil(8));
    }
    if let Some(earlier) = sound(bar.earlier) {
        let cell = (at(earlier) / 8).min(room.saturating_sub(1));
        field.put(cell, 0, '┃', Tone::Bold);
        end = end.max(cell + 1);
    }
    let row = field.rows().pop().unwrap_or_default();
    row.upto(end).and(format!(" {}", cells::plain(&bar.label)), Tone::Bold)
}

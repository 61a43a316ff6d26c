//! A heat map in shades: periods as single cells with the newest number beside them, categories as numbers with a shade.

use super::super::scale::{self, Classes};
use super::sheet::{Field, Row, Tone};
use super::time::{self, Slots, sound};
use super::{beneath, key, nothing, tone};
use crate::figure::{HeatColumns, HeatRow, Heatmap, Point, State, TileMark, TimeAxis};
use crate::messages::{Message, Messages};
use crate::text::cells;

/// From light to dark.
const SHADES: [char; 4] = ['░', '▒', '▓', '█'];
const ZERO: char = '·';
/// Behind the number of a tile in a frame.
const FRAMED: &str = "◆";
const LABELS: usize = 26;
/// Widest heading of a category before the columns are numbered.
const HEADING: usize = 10;
/// Narrowest a label becomes to make room for columns.
const LEAST_LABEL: usize = 6;

pub(super) fn draw(m: &Messages, map: &Heatmap, width: usize) -> Vec<Row> {
    if map.rows.is_empty() {
        return vec![nothing(m)];
    }
    let values = map.rows.iter().flat_map(|row| &row.tiles).filter_map(|tile| sound(tile.value));
    let classes = Classes::over(values);
    let labels = map.rows.iter().map(|row| cells::width(&row.label)).max().unwrap_or(0).min(LABELS).min(width / 3);
    let mut out = match &map.columns {
        HeatColumns::Time(axis) => over_time(m, map, axis, &classes, (labels, width)),
        HeatColumns::Categories(names) => categories(m, map, names, &classes, (labels, width)),
    };
    let mut entries = vec![(ZERO.to_string(), Tone::Muted, "0".to_owned())];
    for (at, mark) in SHADES.iter().enumerate() {
        // Several classes may share a shade: the key names the range of all of them.
        let shared: Vec<usize> = (0..classes.len()).filter(|&class| shade(class, classes.len()) == at).collect();
        if let (Some(&first), Some(&last)) = (shared.first(), shared.last()) {
            let (from, to) = (classes.label(first), classes.label(last));
            let low = from.split('–').next().unwrap_or_default();
            let high = to.rsplit('–').next().unwrap_or_default();
            let words = if low == high { low.to_owned() } else { format!("{low}–{high}") };
            entries.push((mark.to_string(), tone(map.ink), words));
        }
    }
    if !map.framed.is_empty() {
        entries.push((FRAMED.to_owned(), tone(map.ink), map.framed.clone()));
    }
    let has_gaps = map.rows.iter().flat_map(|row| &row.tiles).any(|tile| tile.value.is_none_or(|v| !v.is_finite()));
    if has_gaps {
        entries.push(("␣".to_owned(), Tone::Muted, m.say(Message::TerminalUnknown {})));
    }
    out.push(Row::of(cells::clip(&cells::plain(&map.unit), width), Tone::Muted));
    out.extend(key(entries, 0, width));
    out
}

fn shade(class: usize, of: usize) -> usize {
    (class * SHADES.len() + SHADES.len() / 2) / of.max(SHADES.len())
}

fn mark(value: f64, classes: &Classes) -> char {
    if value > 0.0 && classes.len() > 0 {
        SHADES[shade(classes.of(value), classes.len()).min(SHADES.len() - 1)]
    } else {
        ZERO
    }
}

fn over_time(
    m: &Messages,
    map: &Heatmap,
    axis: &TimeAxis,
    classes: &Classes,
    (labels, width): (usize, usize),
) -> Vec<Row> {
    let newest = newest(map, axis.len);
    let heading = newest.and_then(|at| axis.names.get(at)).map(|name| cells::plain(name)).unwrap_or_default();
    let number = |row: &HeatRow| newest.and_then(|at| sound(row.tiles.get(at)?.value)).map(scale::value);
    let numbers = map.rows.iter().filter_map(number).map(|n| cells::width(&n)).max().unwrap_or(0);
    let slots = Slots::of(axis.len, width.saturating_sub(labels + 2 + numbers));
    let mut out = vec![Row::of(cells::right(&heading, labels + 2 + slots.cells() + numbers), Tone::Muted)];
    for row in &map.rows {
        let mut field = Field::new(slots.cells(), 1);
        let points: Vec<Point> = row.tiles.iter().map(|t| Point { value: t.value, ..Point::gap(t.state) }).collect();
        for (period, point) in slots.shown(&points) {
            let Some(value) = sound(point.value) else { continue };
            let ink = match point.state {
                State::Partial | State::Provisional => Tone::Muted,
                State::Complete | State::NotCovered | State::Unreported => tone(map.ink),
            };
            slots.mark(period).for_each(|cell| field.put(cell, 0, mark(value, classes), ink));
        }
        let name = Row::of(cells::left(&cells::plain(&row.label), labels) + " ", Tone::Plain);
        let tiles = field.rows().pop().unwrap_or_default();
        out.push(
            name.then(tiles).and(format!(" {}", cells::right(&number(row).unwrap_or_default(), numbers)), Tone::Bold),
        );
    }
    let indent = Row::of(" ".repeat(labels + 1), Tone::Plain);
    out.push(indent.then(time::rule(axis, slots, &[])));
    out.extend(beneath(m, axis, slots, labels + 1, width));
    out
}

/// The newest period that is not partial anywhere.
fn newest(map: &Heatmap, len: usize) -> Option<usize> {
    let is_whole = |at: &usize| {
        let mut tiles = map.rows.iter().filter_map(|row| row.tiles.get(*at)).peekable();
        tiles.peek().is_some() && tiles.all(|t| !matches!(t.state, State::Partial | State::NotCovered))
    };
    (0..len).rev().find(is_whole)
}

/// Numbers with their shade; headings that do not fit are numbered, and named below.
fn categories(
    m: &Messages,
    map: &Heatmap,
    names: &[String],
    classes: &Classes,
    (labels, width): (usize, usize),
) -> Vec<Row> {
    let names: Vec<String> = names.iter().map(|name| cells::plain(name)).collect();
    let widest = names.iter().map(|name| cells::width(name)).max().unwrap_or(0);
    let values = map.rows.iter().flat_map(|row| &row.tiles).filter_map(|tile| tile.value.filter(|v| v.is_finite()));
    let marks = 1 + usize::from(!map.framed.is_empty());
    let number = values.map(|v| cells::width(&scale::signed(v))).max().unwrap_or(1) + marks;
    let room = width.saturating_sub(labels) / names.len().max(1);
    let is_named = widest <= HEADING && widest < room;
    let column = if is_named { widest.max(number) + 1 } else { number.max(names.len().to_string().len()) + 1 };
    // Names give way to numbers, and columns that still do not fit are counted.
    let labels = labels.min(width.saturating_sub(column * names.len()).max(LEAST_LABEL));
    let shown = names.len().min(width.saturating_sub(labels) / column);
    let heads = names
        .iter()
        .take(shown)
        .enumerate()
        .map(|(at, name)| cells::right(&if is_named { name.clone() } else { (at + 1).to_string() }, column));
    let mut out = vec![Row::of(" ".repeat(labels) + &heads.collect::<String>(), Tone::Muted)];
    for row in &map.rows {
        let mut line = Row::of(cells::left(&cells::plain(&row.label), labels), Tone::Plain);
        for tile in row.tiles.iter().take(shown) {
            let text = match tile.value.filter(|v| v.is_finite()) {
                None => String::new(),
                Some(0.0) => ZERO.to_string(),
                Some(value) if value < 0.0 => scale::signed(value),
                Some(value) => format!("{}{}", mark(value, classes), scale::value(value)),
            };
            let text = match tile.mark {
                TileMark::Framed => text + FRAMED,
                TileMark::None if map.framed.is_empty() => text,
                TileMark::None => text + " ",
            };
            line = line.and(cells::right(&text, column), tone(map.ink));
        }
        out.push(line);
    }
    if shown < names.len() {
        let n = ((names.len() - shown) as f64).into();
        out.push(Row::of(cells::clip(&m.say(Message::DrawnMore { n }), width), Tone::Muted));
    }
    if !is_named {
        let numbered = names.into_iter().enumerate().map(|(at, name)| ((at + 1).to_string(), Tone::Bold, name));
        out.extend(key(numbered.collect(), 0, width));
    }
    out
}

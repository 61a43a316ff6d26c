//! Small multiples as low rows of columns, all on one scale, with the newest number and the highest of all.

use super::columns::{HOLLOW, LIGHT, column, eighths};
use super::series::written;
use super::sheet::{Field, Row, Tone};
use super::time::{self, Slots, sound};
use super::{beneath, key, nothing, tone};
use crate::figure::{Facet, Multiples, Point, State};
use crate::messages::{Message, Messages};
use crate::text::{self, cells};

const NAMES: usize = 28;
/// Rows of a facet, and of one of many.
const ROWS: usize = 2;
const TIGHT: usize = 1;
/// So many facets still fit a screen in full height.
const FEW: usize = 13;

pub(super) fn draw(m: &Messages, multiples: &Multiples, width: usize) -> Vec<Row> {
    let axis = &multiples.axis;
    if axis.len == 0 || multiples.facets.is_empty() {
        return vec![nothing(m)];
    }
    let names = multiples.facets.iter().map(|f| cells::width(&f.title)).max().unwrap_or(0).min(NAMES).min(width / 3);
    let all = || multiples.facets.iter().flat_map(|f| &f.points).filter_map(|p| sound(p.value));
    let top = all().fold(0.0, f64::max);
    let numbers: Vec<String> = multiples.facets.iter().map(|facet| newest(m, facet)).collect();
    let room = numbers.iter().map(|n| cells::width(n)).max().unwrap_or(0);
    let slots = Slots::of(axis.len, width.saturating_sub(names + 2 + room));
    let rows = if multiples.facets.len() <= FEW { ROWS } else { TIGHT };
    let heading = heading(multiples);
    let mut out = vec![Row::of(cells::right(&heading, names + 2 + slots.cells() + room), Tone::Muted)];
    for (facet, number) in multiples.facets.iter().zip(&numbers) {
        let mut field = Field::new(slots.cells(), rows);
        for (period, point) in slots.shown(&facet.points) {
            let Some(value) = sound(point.value) else { continue };
            for cell in slots.mark(period) {
                match value {
                    0.0 => field.put(cell, rows - 1, '·', Tone::Muted),
                    _ => column(&mut field, cell, (rows, eighths(value, top, rows)), point.state, tone(facet.ink)),
                }
            }
        }
        let last = rows - 1;
        for (at, marks) in field.rows().into_iter().enumerate() {
            let name = if at == last { cells::plain(&facet.title) } else { String::new() };
            let row = Row::of(cells::left(&name, names) + " ", Tone::Plain).then(marks);
            out.push(if at == last { row.and(format!(" {}", cells::right(number, room)), Tone::Bold) } else { row });
        }
    }
    let indent = Row::of(" ".repeat(names + 1), Tone::Plain);
    let points: Vec<&[Point]> = multiples.facets.iter().map(|f| &f.points[..]).collect();
    out.push(indent.then(time::rule(axis, slots, &points)));
    out.extend(beneath(m, axis, slots, names + 1, width));
    let mut entries =
        vec![("█".to_owned(), Tone::Plain, m.say(Message::TerminalHighestAll { value: text::count(top) }))];
    let has = |state: State| {
        let points = multiples.facets.iter().flat_map(|f| &f.points);
        points.into_iter().any(|p| p.state == state && sound(p.value) > Some(0.0))
    };
    if has(State::Partial) {
        entries.push((HOLLOW.to_string(), Tone::Plain, m.say(Message::TerminalPartial {})));
    }
    if has(State::Provisional) {
        entries.push((LIGHT.to_string(), Tone::Plain, m.say(Message::TerminalProvisional {})));
    }
    out.extend(key(entries, names + 1, width));
    out
}

/// The period whose numbers stand at the right: the newest that is whole in some facet.
fn whole(points: &[Point]) -> Option<usize> {
    points.iter().rposition(|p| sound(p.value).is_some() && p.state != State::Partial)
}

fn heading(multiples: &Multiples) -> String {
    let newest = multiples.facets.iter().filter_map(|f| whole(&f.points)).max();
    newest.and_then(|at| multiples.axis.names.get(at)).map(|name| cells::plain(name)).unwrap_or_default()
}

fn newest(m: &Messages, facet: &Facet) -> String {
    let point = whole(&facet.points).map(|at| &facet.points[at]);
    point.and_then(|point| Some(written(m, point, sound(point.value)?))).unwrap_or_default()
}

//! The time axis in cells: which cells a period takes, its labels, and events and breaks as lettered marks with a key.

use super::sheet::{Field, Row, Tone};

use crate::figure::{Point, State, Tick, TimeAxis, Weight};
use crate::messages::{Message, Messages};
use crate::text::cells;
use std::ops::Range;

/// A period is drawn at most this wide: a dozen of them must not look like blocks.
const WIDEST: usize = 6;
/// From this width on periods stand apart.
const APART_FROM: usize = 3;
/// Minor labels stand on every tick, or on every so manieth.
const STRIDES: [usize; 6] = [1, 2, 3, 4, 6, 12];

/// How periods fall into cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slots {
    pub len: usize,
    /// Cells a period.
    wide: usize,
    /// Periods a cell; above 1 where there are more periods than cells.
    many: usize,
}

impl Slots {
    pub(super) fn of(len: usize, room: usize) -> Slots {
        let (len, room) = (len.max(1), room.max(1));
        Slots { len, wide: (room / len).clamp(1, WIDEST), many: len.div_ceil(room) }
    }

    /// Cells in use.
    pub(super) fn cells(&self) -> usize {
        if self.many > 1 { self.len.div_ceil(self.many) } else { self.len * self.wide }
    }

    /// Periods a cell.
    pub(super) fn many(&self) -> usize {
        self.many
    }

    /// The cells of a period's mark.
    pub(super) fn mark(&self, period: usize) -> Range<usize> {
        if self.many > 1 {
            return period / self.many..period / self.many + 1;
        }
        let apart = usize::from(self.wide >= APART_FROM);
        period * self.wide..(period + 1) * self.wide - apart
    }

    /// The middle cell of a period.
    pub(super) fn middle(&self, period: usize) -> usize {
        let mark = self.mark(period);
        (mark.start + mark.end - 1) / 2
    }

    /// The cell of a place in time, counted in periods.
    pub(super) fn at(&self, place: f64) -> usize {
        let place = place.max(0.0);
        let cell = if self.many > 1 { place / self.many as f64 } else { place * self.wide as f64 };
        (cell.floor() as usize).min(self.cells().saturating_sub(1))
    }

    /// What is drawn: one point a mark with its period. Of several periods in a cell the highest.
    pub(super) fn shown(&self, points: &[Point]) -> Vec<(usize, Point)> {
        let points = &points[..points.len().min(self.len)];
        let highest = |chunk: &[Point]| {
            let known = chunk.iter().enumerate().filter_map(|(i, p)| Some((i, sound(p.value)?)));
            let best = known.fold(None, |best: Option<(usize, f64)>, (i, value)| match best {
                Some((_, top)) if top >= value => best,
                Some(_) | None => Some((i, value)),
            });
            best.map_or(0, |(i, _)| i)
        };
        let chunks = points.chunks(self.many).enumerate();
        chunks
            .map(|(at, chunk)| {
                let best = highest(chunk);
                (at * self.many + best, chunk[best])
            })
            .collect()
    }
}

/// A value that can be drawn.
pub(super) fn sound(value: Option<f64>) -> Option<f64> {
    value.filter(|v| v.is_finite() && *v >= 0.0)
}

/// The line under the plot: dashes where someone was counting, broken ones where no value is known, none where nobody counted.
pub(super) fn rule(axis: &TimeAxis, slots: Slots, series: &[&[Point]]) -> Row {
    let mut field = Field::new(slots.cells(), 1);
    for period in 0..axis.len.min(slots.len) {
        let states: Vec<&Point> = series.iter().filter_map(|points| points.get(period)).collect();
        let is_known = states.is_empty() || states.iter().any(|p| sound(p.value).is_some());
        let is_counted = states.iter().any(|p| p.state != State::NotCovered);
        let mark = if is_known {
            '─'
        } else if is_counted {
            '╌'
        } else {
            ' '
        };
        let end = if period + 1 == slots.len { slots.cells() } else { slots.at(period as f64 + 1.0) };
        for cell in slots.at(period as f64)..end.max(slots.at(period as f64) + 1) {
            if mark == ' ' {
                field.put_behind(cell, 0, mark, Tone::Muted)
            } else {
                field.put(cell, 0, mark, Tone::Muted)
            }
        }
    }
    for tick in axis.ticks.iter().filter(|t| t.weight == Weight::Major && t.at < axis.len as f64) {
        field.put(slots.at(tick.at), 0, '┬', Tone::Muted);
    }
    field.rows().pop().unwrap_or_default()
}

/// The labels under the line.
pub(super) fn labels(axis: &TimeAxis, slots: Slots) -> Row {
    let room = slots.cells();
    let mut taken: Vec<Range<usize>> = Vec::new();
    let place = |tick: &Tick| {
        let from = slots.at(tick.at);
        from..from + cells::width(&tick.label)
    };
    let fits = |range: &Range<usize>, taken: &[Range<usize>]| {
        range.end <= room && taken.iter().all(|t| range.end < t.start || t.end < range.start)
    };
    let mut written: Vec<(usize, &str)> = Vec::new();
    let labelled = || axis.ticks.iter().filter(|t| !t.label.is_empty() && t.at < axis.len as f64);
    for tick in labelled().filter(|t| t.weight == Weight::Major) {
        let range = place(tick);
        if fits(&range, &taken) {
            written.push((range.start, &tick.label));
            taken.push(range);
        }
    }
    // Months between years, regularly or not at all.
    let since_major = |at: usize| axis.ticks[..at].iter().rev().take_while(|t| t.weight == Weight::Minor).count() + 1;
    let first_major = axis.ticks.iter().position(|t| t.weight == Weight::Major);
    for stride in STRIDES {
        let minor = axis.ticks.iter().enumerate().filter(|(at, t)| {
            let is_after = first_major.is_some_and(|first| first < *at);
            t.weight == Weight::Minor && is_after && since_major(*at) % stride == 0 && !t.label.is_empty()
        });
        let minor: Vec<&Tick> = minor.map(|(_, tick)| tick).filter(|t| t.at < axis.len as f64).collect();
        let mut all = taken.clone();
        let do_fit = minor.iter().all(|tick| {
            let range = place(tick);
            let does = fits(&range, &all) || range.end > room;
            all.push(range);
            does
        });
        if do_fit {
            written
                .extend(minor.into_iter().filter(|t| place(t).end <= room).map(|t| (slots.at(t.at), t.label.as_str())));
            break;
        }
    }
    written.sort_unstable();
    let mut line = String::new();
    for (at, label) in written {
        line.push_str(&" ".repeat(at.saturating_sub(cells::width(&line))));
        line.push_str(label);
    }
    Row::of(line, Tone::Muted)
}

/// Events and breaks in collection: a row of letters under the labels, and what each stands for.
pub(super) fn marks(m: &Messages, axis: &TimeAxis, slots: Slots, room: usize) -> (Option<Row>, Vec<Row>) {
    let mut field = Field::new(slots.cells(), 1);
    let mut key = Vec::new();
    let named = |place: f64| axis.names.get(place.max(0.0).floor() as usize).cloned().unwrap_or_default();
    let mut letters = ('A'..='Z').chain('a'..='z').cycle();
    for event in &axis.events {
        let letter = letters.next().expect("a cycle has no end");
        if let Some(to) = event.to {
            let (from, to) = (slots.at(event.from), slots.at((to - 0.01).max(event.from)));
            (from + 1..=to).for_each(|cell| field.put_behind(cell, 0, '─', Tone::Muted));
        }
        // Where several begin in one cell their letters stand side by side.
        let free = (slots.at(event.from)..slots.cells()).find(|&cell| !letters_at(&field, cell));
        field.put(free.unwrap_or_else(|| slots.at(event.from)), 0, letter, Tone::Bold);
        let from = named(event.from);
        let to = event.to.map(|to| named(to - 0.01)).filter(|to| *to != from && !to.is_empty());
        let label = cells::plain(&event.label);
        let text = match to {
            Some(to) => m.say(Message::TerminalEventSpan { event: label, from, to }),
            None => m.say(Message::TerminalEvent { event: label, period: from }),
        };
        key.push(Row::of(letter.to_string(), Tone::Bold).and(cells::clip(&format!(" {text}"), room - 1), Tone::Muted));
    }
    for change in &axis.breaks {
        field.put(slots.at(change.at), 0, '¦', Tone::Bold);
        let text = m.say(Message::TerminalBreak { note: cells::plain(&change.label), period: named(change.at) });
        key.push(Row::of("¦".to_owned(), Tone::Bold).and(cells::clip(&format!(" {text}"), room - 1), Tone::Muted));
    }
    let is_empty = axis.events.is_empty() && axis.breaks.is_empty();
    ((!is_empty).then(|| field.rows().pop().unwrap_or_default()), key)
}

fn letters_at(field: &Field, cell: usize) -> bool {
    field.letter(cell, 0).is_alphabetic()
}

/// What a cell stands for where it holds several periods.
pub(super) fn condensed(m: &Messages, slots: Slots) -> Option<String> {
    (slots.many() > 1).then(|| m.say(Message::TerminalCondensed { n: (slots.many() as f64).into() }))
}

//! What is laid over columns: means and curves as dots, levels, breaks, the expected range, the forecast; each with its entry of
//! the key.

use super::braille::of_line;
use super::columns::{HOLLOW, LIGHT};
use super::sheet::{Field, Tone};
use super::time::{Slots, sound};
use crate::figure::{Columns, Evidence, Expected, Fan, Ink, Line, Point, Standing, State, Steps};
use crate::messages::{Message, Messages};
use crate::text::cells;

/// A mark, its tone, its words.
pub(super) type Entry = (String, Tone, String);

/// Rules of values of stretches, so that two of them are told apart without colour.
const STEPS: [char; 3] = ['━', '═', '╌'];

/// The plot that is drawn over.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    pub slots: Slots,
    /// Cells from bottom to top.
    pub rows: usize,
    /// The value at the top.
    pub top: f64,
}

impl Plot {
    /// The row of a value, from the top.
    pub(super) fn row(&self, value: f64) -> usize {
        let up = (value / self.top.max(f64::MIN_POSITIVE) * self.rows as f64).clamp(0.0, self.rows as f64);
        self.rows - 1 - (up.ceil() as usize).saturating_sub(1).min(self.rows - 1)
    }
}

/// Lines over columns.
pub(super) fn lines(field: &mut Field, plot: Plot, lines: &[Line]) -> Vec<Entry> {
    let mut key = Vec::new();
    for line in lines {
        for (period, point) in plot.slots.shown(&line.points) {
            if let Some(value) = sound(point.value) {
                field.put(plot.slots.middle(period), plot.row(value), '•', of_line(line));
            }
        }
        if !line.name.is_empty() {
            key.push(("•".to_owned(), of_line(line), cells::plain(&line.name)));
        }
    }
    key
}

/// Values of stretches: a rule over each, its interval in the middle of it.
pub(super) fn steps(field: &mut Field, plot: Plot, all: &[Steps]) -> Vec<Entry> {
    let mut key = Vec::new();
    for (at, steps) in all.iter().enumerate() {
        let mark = STEPS[at % STEPS.len()];
        let tone = Tone::Ink(steps.ink);
        for step in steps.steps.iter().filter(|s| s.from < s.to) {
            let Some(value) = sound(step.point.value) else { continue };
            let (from, to) = (plot.slots.at(step.from as f64), plot.slots.at(step.to as f64 - 0.01));
            if let (Some(low), Some(high)) = (sound(step.point.low), sound(step.point.high)) {
                (plot.row(high)..=plot.row(low)).for_each(|row| field.put_behind((from + to) / 2, row, '│', tone));
            }
            (from..=to).for_each(|cell| field.put(cell, plot.row(value), mark, tone));
        }
        if !steps.name.is_empty() {
            key.push((mark.to_string(), tone, cells::plain(&steps.name)));
        }
    }
    key
}

/// What the statistics say.
pub(super) fn evidence(m: &Messages, field: &mut Field, plot: Plot, evidence: &Evidence, label: &str) -> Vec<Entry> {
    let mut key = Vec::new();
    let tone = Tone::Ink(Ink::Estimate);
    for level in &evidence.levels {
        let (from, to) = (plot.slots.at(level.from), plot.slots.at((level.to - 0.01).max(level.from)));
        (from..=to).for_each(|cell| field.put(cell, plot.row(level.value), '━', tone));
    }
    if !evidence.levels.is_empty() {
        let words = match evidence.level_name.as_str() {
            "" => m.say(Message::TerminalLevelUnnamed {}),
            name => m.say(Message::TerminalLevel { name: cells::plain(name) }),
        };
        key.push(("━".to_owned(), tone, words));
    }
    for shift in &evidence.shifts {
        let cell = plot.slots.at(shift.at);
        (0..plot.rows).for_each(|row| field.put_behind(cell, row, '┃', tone));
        key.push(("┃".to_owned(), tone, cells::plain(&shift.label)));
    }
    if let Some(expected) = &evidence.expected {
        key.push(bracket(m, field, plot, expected));
    }
    if let Some(fan) = &evidence.fan {
        forecast(field, plot, fan);
        key.push(("┼".to_owned(), tone, m.say(Message::TerminalForecast { label: cells::plain(label) })));
    }
    key
}

/// The expected range: its ends, and a triangle where the value is out of line.
fn bracket(m: &Messages, field: &mut Field, plot: Plot, expected: &Expected) -> Entry {
    let cell = plot.slots.middle(expected.period);
    let (high, low) = (plot.row(expected.high), plot.row(expected.low));
    // The value itself has to be seen between the ends.
    (high..=low).for_each(|row| field.put_behind(cell, row, '│', Tone::Bold));
    field.put(cell, low, '┴', Tone::Bold);
    field.put(cell, high, '┬', Tone::Bold);
    let words = match expected.label.as_str() {
        "" => m.say(Message::TerminalExpected {}),
        label => cells::plain(label),
    };
    let mark = match expected.standing {
        Standing::Above => "▲",
        Standing::Below => "▼",
        Standing::Within => "┬",
    };
    (mark.to_owned(), Tone::Bold, words)
}

/// A median with the interval of 50 % as a thick and that of 95 % as a thin rule.
fn forecast(field: &mut Field, plot: Plot, fan: &Fan) {
    let tone = Tone::Ink(Ink::Estimate);
    for (at, step) in fan.steps.iter().enumerate() {
        let cell = plot.slots.middle(fan.from + at);
        let mut rule = |(low, high): (f64, f64), mark: char| {
            (plot.row(high)..=plot.row(low)).for_each(|row| field.put(cell, row, mark, tone));
        };
        rule(step.widest, '│');
        rule(step.half, '┃');
        field.put(cell, plot.row(step.median), '┼', tone);
    }
}

/// The highest value that anything laid over reaches.
pub(super) fn highest(evidence: &Evidence) -> f64 {
    let levels = evidence.levels.iter().map(|level| level.value);
    let expected = evidence.expected.iter().map(|expected| expected.high);
    let fan = evidence.fan.iter().flat_map(|fan| &fan.steps).map(|step| step.widest.1);
    levels.chain(expected).chain(fan).filter(|v| v.is_finite()).fold(0.0, f64::max)
}

/// What hollow, light and thin marks mean, where they occur.
pub(super) fn states(m: &Messages, columns: &Columns) -> Vec<Entry> {
    let has = |state: State| columns.points.iter().any(|p| p.state == state && sound(p.value).is_some());
    let tone = Tone::Ink(columns.ink);
    let mut key = Vec::new();
    if has(State::Partial) {
        key.push((HOLLOW.to_string(), tone, m.say(Message::TerminalPartial {})));
    }
    if has(State::Provisional) {
        key.push((LIGHT.to_string(), tone, m.say(Message::TerminalProvisional {})));
    }
    if columns.points.iter().any(|p: &Point| p.high.is_some()) {
        key.push(("│".to_owned(), tone, m.say(Message::TerminalBand {})));
    }
    key
}

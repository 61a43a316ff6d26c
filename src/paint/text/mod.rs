//! A figure as text for a terminal: the same words, and its values in block letters or braille.

mod bars;
mod braille;
mod columns;
mod forest;
mod heatmap;
mod ledger;
mod map;
mod multiples;
mod network;
mod overlay;
mod series;
mod sheet;
mod stack;
#[cfg(test)]
mod tests;
mod time;

pub use sheet::{Charset, Colours, Paper};

use crate::figure::{Figure, Ink, Shape, TimeAxis};
use crate::messages::{Message, Messages};
use crate::text::cells;
use sheet::{Row, Tone};
use time::Slots;

/// Charts do not grow beyond this, however wide the terminal: a line of small print has to stay readable.
const WIDEST: usize = 120;
/// On fewer cells nothing can be drawn; what is too wide is then cut by the terminal.
const NARROWEST: usize = 32;

/// The figure as lines of text. Same figure, same paper, same text.
pub fn text(m: &Messages, figure: &Figure, paper: Paper) -> String {
    let width = paper.width.clamp(NARROWEST, WIDEST);
    let mut rows = Vec::new();
    let say = |text: &str, tone: Tone, rows: &mut Vec<Row>| {
        rows.extend(cells::wrap(&cells::plain(text), width).into_iter().map(|line| Row::of(line, tone)));
    };
    say(&figure.title, Tone::Bold, &mut rows);
    say(&figure.subtitle, Tone::Muted, &mut rows);
    rows.push(Row::default());
    rows.extend(match &figure.shape {
        Shape::Series(panels) => series::draw(m, panels, width),
        Shape::Multiples(multiples) => multiples::draw(m, multiples, width),
        Shape::Heatmap(map) => heatmap::draw(m, map, width),
        Shape::Bars(bars) => bars::draw(m, bars, width),
        Shape::Stack(stack) => stack::draw(m, stack, width),
        Shape::Forest(forest) => forest::draw(m, forest, width),
        Shape::Map(map) => map::draw(m, map, width),
        Shape::Network(network) => network::draw(m, network, width),
    });
    rows.push(Row::default());
    for note in &figure.notes {
        say(note, Tone::Muted, &mut rows);
    }
    say(&figure.caption, Tone::Muted, &mut rows);
    paper.print(rows)
}

/// What stands under a plot over time, and in from the left: the labels, events with their key, what a cell stands for.
fn beneath(m: &Messages, axis: &TimeAxis, slots: Slots, indent: usize, width: usize) -> Vec<Row> {
    let blank = Row::of(" ".repeat(indent), Tone::Plain);
    let room = width.saturating_sub(indent);
    let mut rows = vec![blank.clone().then(time::labels(axis, slots))];
    let (marks, events) = time::marks(m, axis, slots, room);
    rows.extend(marks.into_iter().chain(events).map(|row| blank.clone().then(row)));
    let condensed = time::condensed(m, slots).map(|words| cells::wrap(&words, room)).unwrap_or_default();
    rows.extend(condensed.into_iter().map(|line| blank.clone().and(line, Tone::Muted)));
    rows
}

/// What stands instead of a plot that has nothing.
fn nothing(m: &Messages) -> Row {
    Row::of(m.say(Message::TerminalNothing {}), Tone::Muted)
}

/// Entries of a key on as few lines as hold them: a mark, its tone, and its words.
fn key(entries: Vec<(String, Tone, String)>, indent: usize, width: usize) -> Vec<Row> {
    const APART: usize = 3;
    let mut rows: Vec<Row> = Vec::new();
    for (mark, tone, words) in entries {
        let words = cells::clip(&words, width.saturating_sub(indent + cells::width(&mark) + 1));
        let wide = cells::width(&mark) + 1 + cells::width(&words);
        match rows.last_mut() {
            Some(row) if row.width() + APART + wide <= width => {
                *row = std::mem::take(row)
                    .and(" ".repeat(APART), Tone::Plain)
                    .and(mark, tone)
                    .and(format!(" {words}"), Tone::Muted);
            }
            Some(_) | None => {
                let row = Row::of(" ".repeat(indent), Tone::Plain).and(mark, tone);
                rows.push(row.and(format!(" {words}"), Tone::Muted));
            }
        }
    }
    rows
}

/// The ink of values, unless they only stand behind the others.
fn tone(ink: Ink) -> Tone {
    Tone::Ink(ink)
}

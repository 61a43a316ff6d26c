//! A chart of a page: its words, its picture for a desk and for a phone, its table, and where its values stand.

use super::blocks::{Grid, View};
use super::path;
use crate::messages::{Message, Messages};
use crate::paint::{Inline, Note};
use crate::report::{ChartFile, Table};
use crate::text;
use minijinja::Value;
use serde::Serialize;
use std::fmt::Write as _;

#[derive(Serialize)]
pub(super) struct Picture<'a> {
    id: String,
    title: &'a str,
    subtitle: &'a str,
    alt: &'a str,
    notes: &'a [String],
    caption: &'a str,
    wide: Drawn,
    narrow: Drawn,
    /// What the picture for a phone leaves out.
    left_out: Vec<String>,
    /// Names the read-out; empty for a chart that is not over time.
    reads: String,
    /// The row at which reading starts: the latest that something was counted in.
    start: usize,
    table: Grid<'a>,
    /// Empty where the report has no such picture.
    svg: Value,
    png: Value,
    csv: Value,
}

/// A picture and its geometry for the script.
#[derive(Serialize)]
struct Drawn {
    svg: Value,
    /// Width and height in pixels.
    size: String,
    /// Of each plot: left, top, right, bottom, first row, rows; commas between numbers, spaces between plots.
    plots: String,
}

impl<'a> Picture<'a> {
    pub fn new(view: &mut View<'a>, id: String, chart: &'a ChartFile) -> Picture<'a> {
        let file = |exists: bool, ending: &str| match exists {
            true => path(format!("charts/{}.{ending}", chart.id)),
            // None, not undefined: the engine refuses to ask what is undefined.
            false => Value::from(()),
        };
        let reads = || view.words().say(Message::WordReadValues { title: chart.title.clone() });
        Picture {
            id,
            title: &chart.title,
            subtitle: &chart.subtitle,
            alt: &chart.alt,
            notes: &chart.notes,
            caption: &chart.caption,
            wide: drawn(&chart.wide),
            narrow: drawn(&chart.narrow),
            left_out: chart.narrow.notes.iter().map(|note| left_out(view.words(), note)).collect(),
            reads: if chart.is_over_time() { reads() } else { String::new() },
            start: latest_counted(&chart.table),
            table: view.grid(&chart.table).beyond(chart.rows_beyond, view.words(), format!("charts/{}.csv", chart.id)),
            svg: file(chart.pictures.has_svg(), "svg"),
            png: file(chart.pictures.has_png(), "png"),
            csv: path(format!("charts/{}.csv", chart.id)),
        }
    }
}

/// The last row with a number in its first column after the name: what follows is only forecast.
fn latest_counted(table: &Table) -> usize {
    let counted = |row: &Vec<String>| row.get(1).is_some_and(|cell| cell.chars().any(char::is_numeric));
    table.rows().iter().rposition(counted).unwrap_or(table.rows().len().saturating_sub(1))
}

fn left_out(m: &Messages, note: &Note) -> String {
    match *note {
        Note::Newest { shown, of } => {
            m.say(Message::NoteNewest { shown: text::count(shown as f64), of: text::count(of as f64) })
        }
    }
}

fn drawn(inline: &Inline) -> Drawn {
    let mut plots = String::new();
    for plot in &inline.plots {
        let space = if plots.is_empty() { "" } else { " " };
        let (left, top, right, bottom) = (plot.left, plot.top, plot.right, plot.bottom);
        write!(plots, "{space}{left:.1},{top:.1},{right:.1},{bottom:.1},{},{}", plot.first, plot.periods)
            .expect("a string takes all that is written");
    }
    Drawn {
        // The painter escapes what it writes.
        svg: Value::from_safe_string(inline.svg.clone()),
        size: format!("{:.1},{:.1}", inline.width, inline.height),
        plots,
    }
}

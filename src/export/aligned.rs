//! A table for a terminal: aligned columns that fit its width; what is alike in every row stands above, what did not fit below.

use super::cell::{Cell, first_rows};
use crate::messages::{Message, Messages};
use crate::paint::{Colours, Paper};
use crate::report::Dataset;
use crate::text::{self, cells};
use std::convert::Infallible;

/// What stands for unknown.
const UNKNOWN: &str = "·";
/// Texts are cut to this many cells, and to the second where room is short.
const LONGEST: usize = 28;
const SHORT: usize = 14;
const GAP: usize = 2;
/// Digits of a real number.
const DIGITS: i32 = 4;
/// Columns that a reader misses least, by the ends of their names: left out first, from the last of the list on.
const DISPENSABLE: [&str; 14] = [
    "country",
    "q",
    "base_days",
    "current_days",
    "window_end",
    "window_start",
    "start",
    "end",
    "provisional",
    "_unknown",
    "_other",
    "_high",
    "_low",
    "_known",
];

/// How many rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    All,
    /// The first of them, and how to get the others.
    First(usize),
}

/// One column as it is shown.
struct Column {
    name: &'static str,
    cells: Vec<String>,
    is_number: bool,
}

/// The table as lines of text.
pub fn aligned(m: &Messages, dataset: &Dataset, paper: Paper, rows: Rows) -> String {
    let height = dataset.height();
    let shown = match rows {
        Rows::All => height,
        Rows::First(most) => height.min(most),
    };
    let mut columns = columns(dataset);
    let mut out = heading(dataset.title(), paper);
    let (mut alike, mut empty) = (Vec::new(), Vec::new());
    if height > 1 {
        columns.retain(|column| {
            let first = column.cells.first().map_or("", String::as_str);
            if column.cells.iter().any(|cell| cell != first) {
                return true;
            }
            if first == UNKNOWN {
                empty.push(column.name);
            } else {
                alike.push(format!("{} {first}", column.name));
            }
            false
        });
    }
    let mut say = |text: String| {
        for line in cells::wrap(&text, paper.width) {
            out.push_str(&line);
            out.push('\n');
        }
    };
    if !alike.is_empty() {
        say(m.say(Message::TerminalEverywhere { columns: alike.join(", ") }));
    }
    columns.iter_mut().for_each(|column| column.cells.truncate(shown));
    let left_out = fit(&mut columns, paper.width);
    let mut body = String::new();
    let widths: Vec<usize> = columns.iter().map(Column::width).collect();
    let line = |cell: &dyn Fn(&Column) -> String| {
        let set = columns.iter().zip(&widths).map(|(column, &width)| match column.is_number {
            true => cells::right(&cell(column), width),
            false => cells::left(&cell(column), width),
        });
        set.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned()
    };
    body.push_str(&heading(&line(&|column| column.name.to_owned()), paper));
    for row in 0..shown {
        body.push_str(&line(&|column| column.cells[row].clone()));
        body.push('\n');
    }
    let mut notes = Vec::new();
    if shown < height {
        notes.push(
            m.say(Message::TerminalRowsLeft { n: ((height - shown) as f64).into(), of: text::count(height as f64) }),
        );
    } else {
        notes.push(m.say(Message::TerminalRows { n: (height as f64).into() }));
    }
    if !left_out.is_empty() {
        notes.push(m.say(Message::TerminalColumnsLeft { names: left_out.join(", ") }));
    }
    if !empty.is_empty() {
        notes.push(m.say(Message::TerminalColumnsEmpty { names: empty.join(", ") }));
    }
    if shown < height || !left_out.is_empty() {
        let command = format!("incident-trends table {id} -o {id}.csv", id = dataset.id());
        notes.push(m.say(Message::TerminalWhole { command }));
    }
    out.push_str(&body);
    for note in notes {
        for line in cells::wrap(&note, paper.width) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    paper.letters(&out)
}

fn heading(text: &str, paper: Paper) -> String {
    match paper.colours {
        Colours::None => format!("{text}\n"),
        Colours::Ansi => format!("\u{1b}[1m{text}\u{1b}[0m\n"),
    }
}

/// All columns with all their cells.
fn columns(dataset: &Dataset) -> Vec<Column> {
    let mut columns: Vec<Column> = (dataset.columns().iter().zip(dataset.part(0).columns()))
        .map(|(doc, series)| {
            let kind = series.dtype();
            Column { name: doc.name, cells: Vec::new(), is_number: kind.is_integer() || kind.is_float() }
        })
        .collect();
    let read = first_rows(dataset, usize::MAX, |row| {
        columns.iter_mut().zip(row).for_each(|(column, cell)| column.cells.push(written(cell)));
        Ok::<(), Infallible>(())
    });
    match read {
        Ok(()) => columns,
    }
}

fn written(cell: &Cell<'_>) -> String {
    match *cell {
        Cell::Unknown => UNKNOWN.to_owned(),
        Cell::Text(text) => cells::clip(&cells::plain(text), LONGEST),
        Cell::Whole(number) => number.to_string(),
        Cell::Real(number) => real(number),
        Cell::Truth(truth) => if truth { "yes" } else { "no" }.to_owned(),
        Cell::Date(day) => day.to_string(),
    }
}

/// A number with four digits that count; what is smaller than they can say is in powers of ten.
fn real(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    let power = number.abs().log10().floor() as i32;
    if power < -DIGITS {
        return format!("{number:.0e}");
    }
    let decimals = (DIGITS - 1 - power).clamp(0, DIGITS + DIGITS) as usize;
    let text = format!("{number:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

impl Column {
    fn width(&self) -> usize {
        self.cells.iter().map(|cell| cells::width(cell)).chain([cells::width(self.name)]).max().unwrap_or(0)
    }
}

/// Shortens texts, then leaves out columns until the rest fits; returns the names of those left out, in order.
fn fit(columns: &mut Vec<Column>, room: usize) -> Vec<&'static str> {
    let total =
        |columns: &[Column]| columns.iter().map(Column::width).sum::<usize>() + GAP * columns.len().saturating_sub(1);
    if total(columns) > room {
        for column in columns.iter_mut().filter(|column| !column.is_number) {
            column.cells.iter_mut().for_each(|cell| *cell = cells::clip(cell, SHORT));
        }
    }
    let order: Vec<&'static str> = columns.iter().map(|column| column.name).collect();
    let mut left_out = Vec::new();
    while total(columns) > room && columns.len() > 1 {
        let rank = |name: &str| {
            DISPENSABLE.iter().rposition(|end| name == *end || (end.starts_with('_') && name.ends_with(end)))
        };
        let ranked = columns.iter().enumerate().map(|(at, column)| (rank(column.name), at));
        // The least missed first; where none is, the last.
        let (_, at) = ranked.max().expect("there are columns");
        left_out.push(columns.remove(at).name);
    }
    left_out.sort_by_key(|name| order.iter().position(|other| other == name));
    left_out
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;
    use crate::messages::ENGLISH;
    use crate::paint::Charset;

    const PLAIN: Paper = Paper { width: 60, colours: Colours::None, charset: Charset::Unicode };

    #[test]
    fn a_table_is_aligned_and_fits() {
        let dataset = example::every_kind_of_cell();
        let wide = aligned(&ENGLISH, &dataset, Paper { width: 120, ..PLAIN }, Rows::All);
        insta::assert_snapshot!(wide);
        for width in [20, 32, 60, 80] {
            let text = aligned(&ENGLISH, &dataset, Paper { width, ..PLAIN }, Rows::First(1));
            let body = text.lines().skip_while(|line| !line.starts_with(dataset.columns()[0].name));
            for line in body.take(2) {
                assert!(cells::width(line) <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn numbers_have_the_digits_that_count() {
        assert_eq!(
            [0.0, 0.123456, 12.3456, 1234567.0, 0.00000123, 2.5].map(real),
            ["0", "0.1235", "12.35", "1234567", "1e-6", "2.5"]
        );
    }
}

//! What the charts draw, taken from the tables of the report: whole periods of everything, of the leading regions and groups.

use super::super::cell::{Cell, for_each_row};
use super::safe::Names;
use crate::messages::Message;
use crate::names::UNKNOWN_REGION;
use crate::period::Day;
use crate::report::{Dataset, Report};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

/// Lines of a chart that an eye can follow.
const LINES: usize = 5;

/// Which chart draws a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drawn {
    Incidents,
    Killed,
    Region,
    Group,
}

/// A column of the sheet: one value a period, `None` where it is unknown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub drawn: Drawn,
    /// The region or group; empty of everything.
    pub name: String,
    pub values: Vec<Option<f64>>,
}

/// The series of one source.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Charted {
    pub source: String,
    pub sheet: String,
    /// Whole periods in order: label and first day.
    pub periods: Vec<(String, Option<Day>)>,
    /// Lines in the order of the charts.
    pub series: Vec<Line>,
}

/// What is drawn of a period.
#[derive(Clone, Copy, Default)]
struct Counted {
    incidents: Option<f64>,
    killed: Option<f64>,
}

/// A row of the tables by the names of its columns.
struct Row<'a> {
    at: &'a BTreeMap<&'static str, usize>,
    cells: &'a [Cell<'a>],
}

impl<'a> Row<'a> {
    fn cell(&self, column: &str) -> Cell<'a> {
        self.at.get(column).map_or(Cell::Unknown, |&at| self.cells[at])
    }

    fn text(&self, column: &str) -> &'a str {
        match self.cell(column) {
            Cell::Text(text) => text,
            Cell::Unknown | Cell::Whole(_) | Cell::Real(_) | Cell::Truth(_) | Cell::Date(_) => "",
        }
    }

    fn number(&self, column: &str) -> Option<f64> {
        match self.cell(column) {
            Cell::Whole(number) => Some(number as f64),
            Cell::Real(number) => Some(number),
            Cell::Unknown | Cell::Text(_) | Cell::Truth(_) | Cell::Date(_) => None,
        }
    }

    fn day(&self, column: &str) -> Option<Day> {
        match self.cell(column) {
            Cell::Date(day) => Some(day),
            Cell::Unknown | Cell::Text(_) | Cell::Whole(_) | Cell::Real(_) | Cell::Truth(_) => None,
        }
    }
}

/// The rows of a table that count everything in their scope; of one that does not tell them apart, all.
fn rows(report: &Report, id: &str, mut each: impl FnMut(&Row<'_>)) {
    let Some(dataset) = report.datasets().iter().find(|dataset: &&Dataset| dataset.id() == id) else { return };
    let at = dataset.columns().iter().enumerate().map(|(at, doc)| (doc.name, at)).collect();
    for frame in dataset.overall() {
        let all = for_each_row(&frame, |cells| {
            each(&Row { at: &at, cells });
            Ok::<(), Infallible>(())
        });
        let Ok(()) = all;
    }
}

/// A scope of the table of series: what is drawn of it, its country and its name.
type Key = (&'static str, String, String);

/// The leading names of each source, in the order of their table, which is that of the ranking.
fn leading(report: &Report) -> BTreeMap<String, Vec<Key>> {
    let mut leading: BTreeMap<String, Vec<Key>> = BTreeMap::new();
    let mut add = |source: &str, key: Key| {
        let keys = leading.entry(source.to_owned()).or_default();
        if keys.iter().filter(|known| known.0 == key.0).count() < LINES {
            keys.push(key);
        }
    };
    rows(report, "regions", |row| {
        if row.text("region") != UNKNOWN_REGION {
            add(row.text("source"), ("region", row.text("country").to_owned(), row.text("region").to_owned()));
        }
    });
    rows(report, "groups", |row| {
        // Only named organisations rank. DESIGN, rule 6.
        if row.text("class") == "organisation" {
            add(row.text("source"), ("group", String::new(), row.text("group").to_owned()));
        }
    });
    leading
}

/// The series of each source, in the order of the table of series.
pub(super) fn charted(report: &Report, names: &mut Names) -> Vec<Charted> {
    let leading = leading(report);
    let mut sources: Vec<String> = Vec::new();
    let mut periods: BTreeMap<String, Vec<(String, Option<Day>)>> = BTreeMap::new();
    // By source, scope and period.
    let mut values: BTreeMap<(String, Key, String), Counted> = BTreeMap::new();
    rows(report, "series", |row| {
        let whole = row.text("status") == "complete" && row.text("kind") == "all" && row.text("role") == "any";
        let (source, scope) = (row.text("source"), row.text("scope"));
        let key: Option<Key> = match scope {
            "all" => Some(("all", String::new(), String::new())),
            "region" => Some(("region", row.text("country").to_owned(), row.text("region").to_owned())),
            "group" => Some(("group", String::new(), row.text("group").to_owned())),
            _ => None,
        };
        let Some(key) = key.filter(|_| whole) else { return };
        let period = row.text("period").to_owned();
        if scope == "all" {
            if !periods.contains_key(source) {
                sources.push(source.to_owned());
            }
            periods.entry(source.to_owned()).or_default().push((period.clone(), row.day("start")));
        } else if !leading.get(source).is_some_and(|keys| keys.contains(&key)) {
            return;
        }
        values.insert(
            (source.to_owned(), key, period),
            Counted { incidents: row.number("incidents"), killed: row.number("killed") },
        );
    });
    let several = sources.len() > 1;
    let words = report.document().words;
    sources
        .into_iter()
        .map(|source| {
            let periods = periods.remove(&source).unwrap_or_default();
            let of = |key: &Key| -> Vec<Counted> {
                let at = |(period, _): &(String, Option<Day>)| (source.clone(), key.clone(), period.clone());
                periods.iter().map(|period| values.get(&at(period)).copied().unwrap_or_default()).collect()
            };
            let whole = of(&("all", String::new(), String::new()));
            let line = |drawn, name: &str, values: Vec<Option<f64>>| Line { drawn, name: name.to_owned(), values };
            let mut series = vec![
                line(Drawn::Incidents, "", whole.iter().map(|value| value.incidents).collect()),
                line(Drawn::Killed, "", whole.iter().map(|value| value.killed).collect()),
            ];
            let keys = leading.get(&source).map(Vec::as_slice).unwrap_or_default();
            let countries: BTreeSet<&str> =
                keys.iter().filter(|key| key.0 == "region").map(|key| key.1.as_str()).collect();
            for key in keys {
                let (drawn, name) = match key {
                    ("group", _, name) => (Drawn::Group, name.clone()),
                    (_, country, name) if countries.len() > 1 => (Drawn::Region, format!("{name}, {country}")),
                    (_, _, name) => (Drawn::Region, name.clone()),
                };
                series.push(line(drawn, &name, of(key).into_iter().map(|value| value.incidents).collect()));
            }
            let sheet = match several {
                true => words.say(Message::SheetSeriesOf { source: source.clone() }),
                false => words.say(Message::SheetSeries {}),
            };
            Charted { source, sheet: names.sheet(&sheet), periods, series }
        })
        .collect()
}

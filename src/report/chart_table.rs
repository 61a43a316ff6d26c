//! The numbers of a figure as a table for people: of charts over time one row a period, of others a row for each thing drawn.
//!
//! The order of columns over time is a contract with the painter, which numbers its series by them, and with the page, which reads
//! them out: first the period; then one column a series in the order of drawing (panel by panel, columns, lanes, lines, steps; facets and
//! layers as they come); then what surrounds the values (estimates, expected ranges, forecasts); then, only where there is
//! something to say, how far a period is covered, and what happened in it. Of bars, forests, heat maps, maps and networks, row k is mark k.

mod rows;
#[cfg(test)]
mod tests;

use super::document::{Head, Table};
use crate::figure::{Bound, Emphasis, Figure, Ink, Layer, Panel, Point, Shape, StackScale, State, TimeAxis};
use crate::messages::{Message, Messages};
use crate::text;

/// Below this a number that is no count is shown with two decimals.
const SMALL: f64 = 10.0;

/// What the figure draws, as numbers.
pub fn chart_table(m: &Messages, figure: &Figure) -> Table {
    let (heads, rows) = match &figure.shape {
        Shape::Series(panels) => {
            let mut grid = Grid::over(m, &panels.axis);
            grid.several = panels.panels.len() > 1;
            panels.panels.iter().for_each(|panel| grid.values(panel));
            panels.panels.iter().for_each(|panel| grid.around(panel));
            grid.finish()
        }
        Shape::Multiples(multiples) => {
            let mut grid = Grid::over(m, &multiples.axis);
            multiples.facets.iter().for_each(|facet| grid.series(&facet.title, &facet.points, Unit::Number));
            for facet in multiples.facets.iter().filter(|facet| !facet.context.is_empty()) {
                grid.column(
                    m.say(Message::HeadHeldAgainst { name: facet.title.clone() }),
                    &facet.context,
                    Unit::Number,
                );
            }
            grid.finish()
        }
        Shape::Stack(stack) => {
            let mut grid = Grid::over(m, &stack.axis);
            for layer in &stack.layers {
                match stack.scale {
                    StackScale::Amount => grid.series(&layer.name, &layer.points, Unit::Number),
                    StackScale::Share => grid.series(&layer.name, &shares(layer, &stack.layers), Unit::Percent),
                }
            }
            grid.finish()
        }
        Shape::Heatmap(map) => rows::heatmap(m, map),
        Shape::Bars(shown) => rows::bars(m, shown),
        Shape::Forest(shown) => rows::forest(m, shown),
        Shape::Map(map) => rows::map(m, map),
        Shape::Network(network) => rows::network(m, network),
    };
    Table::matrix(figure.subtitle.clone(), heads, rows)
        .expect("every row has a cell for every head above")
        .with_note(figure.notes.join(" "))
        .with_source(figure.caption.clone())
}

/// What a value is a number of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Number,
    /// 0 to 100.
    Percent,
}

/// A table over time as it grows, column by column.
struct Grid<'a> {
    m: &'a Messages,
    axis: &'a TimeAxis,
    heads: Vec<Head>,
    rows: Vec<Vec<String>>,
    /// How far each period is known: what its main values say.
    states: Vec<Option<State>>,
    /// Whether names must say which panel they belong to.
    several: bool,
}

impl<'a> Grid<'a> {
    fn over(m: &'a Messages, axis: &'a TimeAxis) -> Grid<'a> {
        let name = |at: usize| axis.names.get(at).cloned().unwrap_or_default();
        Grid {
            m,
            axis,
            heads: vec![Head::words(m.say(Message::HeadPeriod {}))],
            rows: (0..axis.len).map(|at| vec![name(at)]).collect(),
            states: vec![None; axis.len],
            several: false,
        }
    }

    /// A column of values that are what the chart is about.
    fn series(&mut self, name: &str, points: &[Point], unit: Unit) {
        for (state, point) in self.states.iter_mut().zip(points) {
            *state = state.or(match point.state {
                State::Complete => None,
                State::Provisional | State::Partial | State::NotCovered | State::Unreported => Some(point.state),
            });
        }
        self.column(name.to_owned(), points, unit);
    }

    fn column(&mut self, name: String, points: &[Point], unit: Unit) {
        let m = self.m;
        self.cells(Head::number(name), |at| points.get(at).map(|point| cell(m, point, unit)).unwrap_or_default());
    }

    fn cells(&mut self, head: Head, cell: impl Fn(usize) -> String) {
        self.heads.push(head);
        self.rows.iter_mut().enumerate().for_each(|(at, row)| row.push(cell(at)));
    }

    /// The columns and lines of a panel.
    fn values(&mut self, panel: &Panel) {
        let unit = unit(panel);
        if let Some(columns) = &panel.columns {
            self.series(&name(self.m, panel), &columns.points, unit);
        }
        for lane in &panel.lanes {
            self.series(&part(self.m, panel, &lane.name), &lane.points, unit);
        }
        // What is held against chance is summed over several periods.
        let is_rolling = panel.lines.iter().any(|line| line.emphasis == Emphasis::Chance);
        for line in &panel.lines {
            let name = match (line.name.as_str(), self.several || panel.columns.is_none()) {
                ("", _) => name(self.m, panel),
                (line, true) if !panel.title.is_empty() => {
                    self.m.say(Message::HeadPart { whole: panel.title.clone(), part: line.to_owned() })
                }
                (line, _) => line.to_owned(),
            };
            match panel.columns {
                None if !is_rolling => self.series(&name, &line.points, unit),
                // A mean is a gap where there are too few periods for one: that says nothing of the period.
                None | Some(_) => self.column(name, &line.points, unit),
            }
        }
        for steps in &panel.steps {
            self.column(part(self.m, panel, &steps.name), &steps.points(self.axis.len), unit);
        }
    }

    /// What surrounds a panel's values: estimates, the expected range, the forecast.
    fn around(&mut self, panel: &Panel) {
        let (m, several) = (self.m, self.several);
        let head = |message: Message| match several {
            true => Head::number(m.say(Message::HeadPart { whole: name(m, panel), part: m.say(message) })),
            false => Head::number(m.say(message)),
        };
        let range = |low: f64, high: f64| m.say(Message::CellLowHigh { low: number(low), high: number(high) });
        if let Some(columns) = panel.columns.as_ref().filter(|c| c.points.iter().any(|p| p.low.is_some())) {
            self.cells(head(Message::HeadLowHigh {}), |at| {
                let ends = columns.points.get(at).and_then(|point| Some((point.low?, point.high?)));
                ends.map(|(low, high)| range(low, high)).unwrap_or_default()
            });
        }
        let chance = panel.lines.iter().filter(|line| line.emphasis == Emphasis::Chance);
        let chance = chance.map(|line| (&line.name, line.points.clone()));
        let steps = panel.steps.iter().map(|steps| (&steps.name, steps.points(self.axis.len)));
        for (name, points) in chance.chain(steps).filter(|(_, points)| points.iter().any(|p| p.low.is_some())) {
            let whole = part(m, panel, name);
            let head = Head::number(m.say(Message::HeadPart { whole, part: m.say(Message::HeadInterval {}) }));
            self.cells(head, |at| {
                let ends = points.get(at).and_then(|point| Some((point.low?, point.high?)));
                ends.map(|(low, high)| range(low, high)).unwrap_or_default()
            });
        }
        if let Some(expected) = &panel.evidence.expected {
            self.cells(head(Message::HeadExpectedRange {}), |at| match at == expected.period {
                true => range(expected.low, expected.high),
                false => String::new(),
            });
        }
        if let Some(fan) = &panel.evidence.fan {
            self.cells(head(Message::HeadForecastRange {}), |at| {
                let step = at.checked_sub(fan.from).and_then(|ahead| fan.steps.get(ahead));
                let said = step.map(|step| Message::CellRange {
                    value: number(step.median),
                    low: number(step.wide.0),
                    high: number(step.wide.1),
                });
                said.map(|said| m.say(said)).unwrap_or_default()
            });
        }
    }

    /// With a column of states and one of events, where there are any.
    fn finish(mut self) -> (Vec<Head>, Vec<Vec<String>>) {
        let m = self.m;
        let states = std::mem::take(&mut self.states);
        if states.iter().any(Option::is_some) {
            let head = Head::words(m.say(Message::HeadStatus {}));
            self.cells(head, |at| states[at].map(|state| word(m, state)).unwrap_or_default());
        }
        let (axis, any) = (self.axis, !self.axis.events.is_empty() || !self.axis.breaks.is_empty());
        if any {
            self.cells(Head::words(m.say(Message::HeadEvents {})), |at| events(axis, at).join("; "));
        }
        (self.heads, self.rows)
    }
}

/// What happened in a period of the axis, and what changed in the counting.
fn events(axis: &TimeAxis, at: usize) -> Vec<String> {
    let (start, end) = (at as f64, at as f64 + 1.0);
    let within = |moment: f64| moment >= start && moment < end;
    let events = axis.events.iter().filter(|event| match event.to {
        None => within(event.from),
        Some(to) => event.from < end && to > start,
    });
    let breaks = axis.breaks.iter().filter(|b| within(b.at));
    events.map(|event| event.label.clone()).chain(breaks.map(|b| b.label.clone())).collect()
}

/// A panel's values by name.
fn name(m: &Messages, panel: &Panel) -> String {
    if !panel.title.is_empty() {
        return panel.title.clone();
    }
    let ink = panel.columns.as_ref().map(|c| c.ink).or(panel.lines.last().map(|line| line.ink));
    m.say(match ink {
        Some(Ink::Death) => Message::HeadKilled {},
        Some(Ink::Injury) => Message::HeadInjured {},
        Some(Ink::Count | Ink::Category(_) | Ink::Unattributed) => Message::HeadIncidents {},
        Some(Ink::Past | Ink::Estimate) | None => Message::HeadValue {},
    })
}

/// The name of a part of a panel.
fn part(m: &Messages, panel: &Panel, part: &str) -> String {
    match (panel.title.as_str(), part) {
        (_, "") => name(m, panel),
        ("", part) => part.to_owned(),
        (whole, part) => m.say(Message::HeadPart { whole: whole.to_owned(), part: part.to_owned() }),
    }
}

fn unit(panel: &Panel) -> Unit {
    if panel.unit == "%" { Unit::Percent } else { Unit::Number }
}

fn number(value: f64) -> String {
    text::number(value, if value < SMALL { 2 } else { 1 })
}

fn cell(m: &Messages, point: &Point, unit: Unit) -> String {
    let Some(value) = point.value else { return String::new() };
    let number = match unit {
        Unit::Number => number(value),
        Unit::Percent => text::share(value / 100.0),
    };
    match point.bound {
        Bound::Exact => number,
        Bound::AtLeast => m.say(Message::AtLeast { number }),
    }
}

fn word(m: &Messages, state: State) -> String {
    m.say(match state {
        State::Complete => Message::StatusComplete {},
        State::Provisional => Message::StatusProvisional {},
        State::Partial => Message::StatusPartial {},
        State::NotCovered => Message::StatusNotCovered {},
        State::Unreported => Message::StatusUnreported {},
    })
}

/// A layer's share of each period, 0 to 100; none where the layers sum to 0.
fn shares(layer: &Layer, all: &[Layer]) -> Vec<Point> {
    let of = |at: usize| all.iter().filter_map(|layer| layer.points.get(at)?.value).sum::<f64>();
    let share = |(at, point): (usize, &Point)| {
        let whole = of(at);
        Point { value: point.value.filter(|_| whole > 0.0).map(|value| 100.0 * value / whole), ..*point }
    };
    layer.points.iter().enumerate().map(share).collect()
}

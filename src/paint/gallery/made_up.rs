//! Made-up periods and values, and the parts that figures are built from.

use crate::figure::*;

/// Repeatable noise between 0 and 1.
pub(super) struct Noise(pub u64);

impl Noise {
    pub fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}

pub(super) fn counts(len: usize, seed: u64, level: f64) -> Vec<Point> {
    let mut noise = Noise(seed * 7919 + 13);
    let mut mean = level;
    (0..len)
        .map(|i| {
            mean = (mean + (noise.next() - 0.48) * level * 0.3).max(level * 0.1);
            Point::complete((mean * (1.0 + 0.35 * (i as f64 / 1.9).sin()) + noise.next() * level * 0.3).round())
        })
        .collect()
}

pub(super) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

pub(super) fn months(len: usize, year: usize, month: usize) -> TimeAxis {
    let tick = |i: usize| {
        let (y, m) = (year + (month + i) / 12, (month + i) % 12);
        let (label, weight) =
            if m == 0 { (y.to_string(), Weight::Major) } else { (MONTHS[m].to_owned(), Weight::Minor) };
        Tick { at: i as f64, label, weight }
    };
    let name = |i: usize| format!("{} {}", MONTHS[(month + i) % 12], year + (month + i) / 12);
    TimeAxis { len, names: (0..len).map(name).collect(), ticks: (0..len).map(tick).collect(), ..TimeAxis::default() }
}

pub(super) fn figure(id: &str, title: &str, shape: Shape) -> Figure {
    Figure {
        id: id.to_owned(),
        chart: "gallery",
        language: "en",
        title: title.to_owned(),
        subtitle: "Incidents per month, attacks by armed groups, Northland".to_owned(),
        caption: "Source: made-up data, version of 8 October 2026. Attacks only; as of 30 September 2026.".to_owned(),
        alt: format!("{title}. A made-up chart."),
        shape,
        notes: vec!["Hollow: partial month. Lighter: the source still adds to these months.".to_owned()],
    }
}

pub(super) fn panel(title: &str, unit: &str, columns: Option<Columns>, lines: Vec<Line>) -> Panel {
    Panel { title: title.to_owned(), unit: unit.to_owned(), columns, lines, ..Panel::default() }
}

pub(super) fn line(name: &str, ink: Ink, points: Vec<Point>) -> Line {
    Line { name: name.to_owned(), ink, emphasis: Emphasis::Main, points }
}

pub(super) fn one(axis: TimeAxis, panel: Panel) -> Shape {
    Shape::Series(Panels { axis, panels: vec![panel] })
}

pub(super) fn columns(ink: Ink, points: Vec<Point>) -> Option<Columns> {
    Some(Columns { ink, points })
}

/// The newest month partial, the two before it provisional.
pub(super) fn living(mut points: Vec<Point>) -> Vec<Point> {
    let last = points.len() - 1;
    points[last].state = State::Partial;
    points[last - 1].state = State::Provisional;
    points[last - 2].state = State::Provisional;
    points
}

pub(super) fn mean(points: &[Point]) -> Vec<Point> {
    let value = |i: usize| points[i].value.unwrap_or(0.0);
    (0..points.len())
        .map(|i| {
            if i < 11 {
                Point::gap(State::NotCovered)
            } else {
                Point::complete((i - 11..=i).map(value).sum::<f64>() / 12.0)
            }
        })
        .collect()
}

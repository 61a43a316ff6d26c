//! Every shape with what is hardest on a layout: long names, very many groups, one point, nothing but zeros, a range of six
//! orders, and decades of days.

use super::made_up::*;
use crate::figure::*;

/// 60 letters.
fn long_name(k: usize) -> String {
    format!("{:02} Unified Mountain and River Valleys Popular Resistance Council", k % 100)[..60].to_owned()
}

/// A case: how many series, over how many periods, with which values and names.
struct Case {
    id: &'static str,
    series: usize,
    axis: TimeAxis,
    value: fn(usize, usize) -> f64,
    name: fn(usize) -> String,
}

fn short_name(k: usize) -> String {
    format!("Group {}", k + 1)
}

/// Days from the first of January 1990, ticks on months and years as the recipes set them.
fn days(len: usize) -> TimeAxis {
    const LENGTHS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut ticks = Vec::new();
    let (mut at, mut year) = (0, 1990);
    while at < len {
        for (month, length) in LENGTHS.iter().enumerate() {
            let (label, weight) = match month {
                0 => (year.to_string(), Weight::Major),
                _ => (MONTHS[month].to_owned(), Weight::Minor),
            };
            ticks.push(Tick { at: at as f64, label, weight });
            at += length + usize::from(month == 1 && year % 4 == 0);
        }
        year += 1;
    }
    TimeAxis { len, names: (0..len).map(|i| format!("day {i}")).collect(), ticks, ..TimeAxis::default() }
}

/// 35 years of days.
const DAYS: usize = 12_784;

fn cases() -> Vec<Case> {
    let some = |k: usize, i: usize| ((k * 5 + i * 7) % 23) as f64;
    let wide = |k: usize, i: usize| 10f64.powi(((k + i) % 7) as i32);
    vec![
        Case { id: "names", series: 7, axis: months(48, 2022, 9), value: some, name: long_name },
        Case { id: "crowd", series: 300, axis: months(24, 2024, 9), value: some, name: short_name },
        Case { id: "lone", series: 1, axis: months(1, 2026, 8), value: |_, _| 7.0, name: long_name },
        Case { id: "zeros", series: 5, axis: months(36, 2023, 9), value: |_, _| 0.0, name: short_name },
        Case { id: "range", series: 7, axis: months(36, 2023, 9), value: wide, name: short_name },
        Case { id: "days", series: 4, axis: days(DAYS), value: some, name: long_name },
    ]
}

impl Case {
    fn points(&self, k: usize) -> Vec<Point> {
        let value = |i: usize| (self.value)(k, i);
        (0..self.axis.len)
            .map(|i| {
                let point = Point::complete(value(i)).between((value(i) * 0.8).floor(), (value(i) * 1.3).ceil());
                if i % 5 == 2 { point.at_least() } else { point }
            })
            .collect()
    }

    fn figure(&self, shape: &str, drawn: Shape) -> Figure {
        figure(&format!("{}-{shape}", self.id), "An extreme of its shape", drawn)
    }

    fn figures(&self) -> Vec<Figure> {
        let all = 0..self.series;
        let name = self.name;
        let ink = |k: usize| Ink::Category(k as u8);
        let lines = all.clone().map(|k| line(&name(k), ink(k), self.points(k))).collect();
        let counted = panel(&name(0), &name(1), columns(Ink::Count, self.points(0)), Vec::new());
        let killed = panel(
            "Killed",
            "per period",
            columns(Ink::Death, self.points(1)),
            vec![line(&name(2), Ink::Past, self.points(2))],
        );
        let panels = |panels: Vec<Panel>| Shape::Series(Panels { axis: self.axis.clone(), panels });
        let facet =
            |k: usize| Facet { title: name(k), ink: Ink::Count, points: self.points(k), context: self.points(k + 1) };
        let multiples = |mark| Multiples { axis: self.axis.clone(), mark, facets: all.clone().map(facet).collect() };
        let tile = |p: &Point| Tile::plain(p.value, p.state);
        let row = |k: usize| HeatRow { label: name(k), tiles: self.points(k).iter().map(tile).collect() };
        let rows = || all.clone().map(row).collect();
        let heat = |columns| Heatmap { unit: name(0), ink: Ink::Count, columns, rows: rows(), framed: String::new() };
        let layer = |k: usize| Layer { name: name(k), ink: ink(k), points: self.points(k) };
        let stack = |scale| Stack { axis: self.axis.clone(), scale, layers: all.clone().map(layer).collect() };
        let mut figures = vec![
            self.figure("lines", panels(vec![panel("", "", None, lines)])),
            self.figure("panels", panels(vec![counted, killed])),
            self.figure("multiples", Shape::Multiples(multiples(Mark::Columns))),
            self.figure("multiples-line", Shape::Multiples(multiples(Mark::Line))),
            self.figure("heat", Shape::Heatmap(heat(HeatColumns::Time(self.axis.clone())))),
            self.figure("stack", Shape::Stack(stack(StackScale::Amount))),
            self.figure("stack-share", Shape::Stack(stack(StackScale::Share))),
            self.figure("bars", Shape::Bars(self.bars())),
            self.figure("forest", Shape::Forest(self.forest())),
            self.figure("network", Shape::Network(self.network())),
        ];
        // A matrix of 300 by 300 or of 12,784 days is no chart.
        if self.series < 100 {
            let square = (0..self.series).map(name).collect();
            figures.push(self.figure("matrix", Shape::Heatmap(heat(HeatColumns::Categories(square)))));
        }
        figures
    }

    fn bars(&self) -> Bars {
        let row = |k: usize| {
            let point = self.points(k)[0];
            let value = point.value.unwrap_or(0.0);
            let text = format!("+1,234 % (95 % interval {value} to {})", value * 3.0);
            let label = format!("at least {value}");
            Bar { name: (self.name)(k), ink: Ink::Death, point, label, earlier: Some(value * 0.7), text }
        };
        Bars { rows: (0..self.series).map(row).collect(), earlier_name: (self.name)(0), text_heading: (self.name)(1) }
    }

    fn network(&self) -> Network {
        let node = |k: usize| Node {
            name: (self.name)(k),
            incidents: (self.value)(k, 0),
            ink: Ink::Category(k as u8),
            family: String::new(),
        };
        let tie = |k: usize| [Tie::Joint, Tie::Competing, Tie::Hostile][k % 3];
        let link =
            |k: usize| Link { nodes: (k, (k * 5 + 2) % self.series), tie: tie(k), count: (self.value)(k, 1) as u64 };
        Network {
            unit: (self.name)(0),
            nodes: (0..self.series).map(node).collect(),
            links: (0..self.series).map(link).collect(),
        }
    }

    fn forest(&self) -> Forest {
        let ratio = |k: usize| {
            let estimate = ((self.value)(k, 0) + 0.5) / ((self.value)(k, 1) + 0.5);
            let (low, high) = (estimate / 2.0, estimate * 2.0);
            let mark = Some(RatioMark { estimate, low, high, strength: Strength::Suggestive });
            Ratio { mark, text: format!("{:+.0} % ({:+.0} to {:+.0})", estimate * 100.0, low * 100.0, high * 100.0) }
        };
        let row = |k: usize| ForestRow {
            name: (self.name)(k),
            part: if k == 1 { Part::Opens } else { Part::Continues },
            ratios: vec![ratio(k), ratio(k + 1)],
        };
        Forest { headings: vec![(self.name)(0), (self.name)(1)], rows: (0..self.series).map(row).collect() }
    }
}

pub(super) fn extremes() -> Vec<Figure> {
    cases().iter().flat_map(Case::figures).collect()
}

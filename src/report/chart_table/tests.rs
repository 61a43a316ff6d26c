//! Tables of small figures, made by hand.

use super::*;
use crate::figure::{
    Columns, Emphasis, Event, Evidence, Expected, Facet, Fan, FanStep, HeatColumns, HeatRow, Heatmap, Line, Mark,
    Multiples, Panels, Stack, Standing, Tile,
};
use crate::messages::ENGLISH;

fn axis(names: &[&str]) -> TimeAxis {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    TimeAxis { len: names.len(), names, ..TimeAxis::default() }
}

fn figure(shape: Shape) -> Figure {
    Figure {
        id: "made-up".to_owned(),
        chart: "made-up",
        language: "en",
        title: "It rose".to_owned(),
        subtitle: "Incidents per month".to_owned(),
        caption: "Ledger of Tavia".to_owned(),
        alt: "It rose.".to_owned(),
        shape,
        notes: vec!["One.".to_owned(), "Two.".to_owned()],
    }
}

fn panel(title: &str, columns: Vec<Point>, lines: Vec<Line>, evidence: Evidence) -> Panel {
    let columns = Some(Columns { ink: Ink::Count, points: columns });
    Panel { title: title.to_owned(), columns, lines, evidence, ..Panel::default() }
}

fn line(name: &str, values: &[f64]) -> Line {
    let points = values.iter().map(|&value| Point::complete(value)).collect();
    Line { name: name.to_owned(), ink: Ink::Past, emphasis: Emphasis::Main, points }
}

fn shown(shape: Shape) -> String {
    let table = chart_table(&ENGLISH, &figure(shape));
    let heads = table.columns().iter().map(|head| head.text.clone()).collect::<Vec<_>>();
    let rows = std::iter::once(&heads).chain(table.rows());
    rows.map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn panels_give_their_series_first_then_what_surrounds_them_then_states_and_events() {
    let step = FanStep { median: 4.0, half: (3.0, 5.0), wide: (2.0, 7.0), widest: (1.0, 9.0) };
    let evidence = Evidence {
        expected: Some(Expected { period: 1, low: 1.5, high: 6.25, standing: Standing::Within, label: String::new() }),
        fan: Some(Fan { from: 2, steps: vec![step] }),
        ..Evidence::default()
    };
    let axis = TimeAxis {
        events: vec![
            Event { from: 0.5, to: Some(1.25), label: "Ceasefire".to_owned() },
            Event { from: 1.0, to: None, label: "Flood".to_owned() },
        ],
        ..axis(&["September 2026", "October 2026", "November 2026"])
    };
    let attacks = vec![Point::complete(1200.0), Point::known(12.0, State::Provisional).at_least()];
    let killed = vec![Point::complete(3.0).between(2.0, 5.0), Point::gap(State::Unreported)];
    let panels = vec![
        panel("Attacks", attacks, vec![line("Mean of 12 months", &[5.25, 15.25])], evidence),
        panel("Killed", killed, Vec::new(), Evidence::default()),
    ];
    insta::assert_snapshot!(shown(Shape::Series(Panels { axis, panels })), @r"
    Period | Attacks | Attacks: Mean of 12 months | Killed | Attacks: Expected (95 % interval) | Attacks: Forecast (80 % interval) | Killed: Low to high estimate | Status | Events
    September 2026 | 1,200 | 5.25 | 3 |  |  | 2 to 5 |  | Ceasefire
    October 2026 | at least 12 | 15.2 |  | 1.5 to 6.25 |  |  | provisional | Ceasefire; Flood
    November 2026 |  |  |  |  | 4 (2 to 7) |  |  | 
    ");
}

#[test]
fn small_multiples_and_stacks_have_a_column_each_in_their_order() {
    let facet = |title: &str, value: f64| Facet {
        title: title.to_owned(),
        ink: Ink::Count,
        points: vec![Point::complete(value), Point::gap(State::NotCovered)],
        context: Vec::new(),
    };
    let two = || axis(&["2025", "2026"]);
    let facets = vec![facet("Kess", 3.0), facet("Ostrel", 1.0)];
    insta::assert_snapshot!(shown(Shape::Multiples(Multiples { axis: two(), mark: Mark::Columns, facets })), @r"
    Period | Kess | Ostrel | Status
    2025 | 3 | 1 | 
    2026 |  |  | not covered
    ");
    let layer = |name: &str, values: [f64; 2]| Layer {
        name: name.to_owned(),
        ink: Ink::Count,
        points: values.map(Point::complete).to_vec(),
    };
    let layers = vec![layer("Bombs", [3.0, 0.0]), layer("Guns", [1.0, 0.0])];
    insta::assert_snapshot!(shown(Shape::Stack(Stack { axis: two(), scale: StackScale::Share, layers })), @r"
    Period | Bombs | Guns
    2025 | 75 % | 25 %
    2026 |  | 
    ");
}

#[test]
fn a_heat_map_has_its_rows_and_says_which_columns_are_not_whole() {
    let tiles = vec![Tile::plain(Some(4.0), State::Complete), Tile::plain(Some(1.0), State::Partial)];
    let map = Heatmap {
        unit: "incidents".to_owned(),
        ink: Ink::Count,
        columns: HeatColumns::Time(axis(&["2025", "2026"])),
        rows: vec![HeatRow { label: "Kess".to_owned(), tiles }],
        framed: String::new(),
    };
    insta::assert_snapshot!(shown(Shape::Heatmap(map)), @r"
    Series | 2025 | 2026 (partly covered)
    Kess | 4 | 1
    ");
}

//! Tables of small figures, made by hand.

use super::*;
use crate::figure::{
    Columns, Emphasis, Event, Evidence, Expected, Facet, Fan, FanStep, HeatColumns, HeatRow, Heatmap, Lane, Line, Link,
    Mark, Multiples, Network, Node, Panels, Stack, Standing, Step, Steps, Tie, Tile, TileMark,
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

#[test]
fn lanes_stand_apart_and_bands_of_chance_and_of_years_have_columns_of_their_own() {
    let lane = |name: &str, tie, n: f64| Lane { name: name.to_owned(), tie, points: vec![Point::complete(n); 2] };
    let chance = vec![Point::complete(8.0).between(4.0, 12.0), Point::complete(9.0).between(5.0, 13.5)];
    let year = Step { from: 0, to: 2, point: Point::complete(0.5).between(0.4, 0.6) };
    let panels = vec![
        Panel { title: "Both".to_owned(), lanes: vec![lane("Joint", Tie::Joint, 2.0)], ..Panel::default() },
        Panel {
            title: "Near".to_owned(),
            unit: "%".to_owned(),
            lines: vec![Line { emphasis: Emphasis::Chance, points: chance, ..line("By chance", &[]) }],
            ..Panel::default()
        },
        Panel {
            title: "Distance".to_owned(),
            steps: vec![Steps { name: "By year".to_owned(), ink: Ink::Count, steps: vec![year] }],
            ..Panel::default()
        },
    ];
    insta::assert_snapshot!(shown(Shape::Series(Panels { axis: axis(&["May", "June"]), panels })), @r"
    Period | Both: Joint | Near: By chance | Distance: By year | Near: By chance: Interval | Distance: By year: Interval
    May | 2 | 8 % | 0.5 | 4 to 12 | 0.4 to 0.6
    June | 2 | 9 % | 0.5 | 5 to 13.5 | 0.4 to 0.6
    ");
}

#[test]
fn a_matrix_keeps_signs_marks_and_blanks() {
    let framed = Tile { mark: TileMark::Framed, ..Tile::plain(Some(12.0), State::Complete) };
    let tiles = vec![Tile::plain(None, State::Unreported), Tile::plain(Some(-2.5), State::Complete), framed];
    let map = Heatmap {
        unit: "points".to_owned(),
        ink: Ink::Count,
        columns: HeatColumns::Categories(["A", "B", "C"].map(str::to_owned).to_vec()),
        rows: vec![HeatRow { label: "A".to_owned(), tiles }],
        framed: "holds".to_owned(),
    };
    insta::assert_snapshot!(shown(Shape::Heatmap(map)), @r"
    Series | A | B | C
    A |  | -2.5 | 12, framed
    ");
}

#[test]
fn a_network_has_a_row_a_link() {
    let node =
        |name: &str, incidents| Node { name: name.to_owned(), incidents, ink: Ink::Count, family: String::new() };
    let links =
        vec![Link { nodes: (1, 0), tie: Tie::Joint, count: 3 }, Link { nodes: (0, 1), tie: Tie::Hostile, count: 1 }];
    let network = Network { unit: String::new(), nodes: vec![node("A", 10.0), node("B", 4.0)], links };
    insta::assert_snapshot!(shown(Shape::Network(network)), @r"
    Group | Its incidents | Other group | Its incidents | What they say | Incidents
    B | 4 | A | 10 | on the same side | 3
    A | 10 | B | 4 | against each other | 1
    ");
}

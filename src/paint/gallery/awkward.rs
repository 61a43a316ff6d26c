//! Made-up figures that are hard to draw.

use super::made_up::*;
use crate::figure::*;

/// Eight events in two years, some on the same days, one at the very end.
pub(super) fn eventful() -> Figure {
    let mut axis = months(24, 2024, 10);
    let names = [
        "Ceasefire",
        "Talks begin",
        "Talks fail",
        "Operation Harvest",
        "Local elections",
        "Border closed",
        "Ramadan",
        "Flood of the century in the lower provinces",
    ];
    let at = [2.0, 3.1, 3.4, 9.0, 9.2, 15.0, 17.5, 23.6];
    axis.events = names
        .iter()
        .zip(at)
        .map(|(name, from)| Event { from, to: (*name == "Ramadan").then_some(18.5), label: (*name).to_owned() })
        .collect();
    axis.breaks = vec![Break { at: 12.0, label: "New coders".to_owned() }];
    let shares = counts(24, 31, 50.0).into_iter().map(|p| Point::complete(p.value.unwrap_or(0.0) / 400.0)).collect();
    figure(
        "eventful",
        "The unattributed share fell after the coders changed",
        one(axis, panel("", "", None, vec![line("Share", Ink::Count, shares)])),
    )
}

/// Few, none, all alike, or absurd: what must be drawn without a panic and without a lie.
pub(super) fn awkward() -> Vec<Figure> {
    let count = |id: &str, points: Vec<Point>| {
        let axis = months(points.len(), 2026, 0);
        figure(
            id,
            "An awkward series",
            one(
                axis,
                panel(
                    "Attacks",
                    "per month",
                    columns(Ink::Count, points.clone()),
                    vec![line("All", Ink::Death, points)],
                ),
            ),
        )
    };
    let mut outlier = counts(48, 4, 6.0);
    outlier[30] = Point::complete(12_480.0);
    let odd = |value| Point {
        value: Some(value),
        low: Some(f64::NAN),
        high: Some(f64::INFINITY),
        state: State::Complete,
        bound: Bound::Exact,
    };
    let empty = |id: &str, shape| figure(id, "Nothing at all", shape);
    let mut long = count("long-title", counts(24, 2, 900_000.0));
    long.title = "A title that goes on and on, because the recipe that wrote it could not decide which of its findings mattered and so put all of them here, one after another, without an end in sight".to_owned();
    long.subtitle = long.title.repeat(2);
    long.notes = vec![
        long.title.clone(),
        "Control \u{7} characters, \u{fffe} and \u{202e}overrides\u{202c} <vanish> & \"quotes\" stay".to_owned(),
    ];
    vec![
        count("three", vec![Point::complete(3.0), Point::complete(5.0).at_least(), Point::complete(4.0)]),
        count("single", vec![Point::complete(7.0)]),
        count("zero", vec![Point::complete(0.0); 24]),
        count("uncovered", vec![Point::gap(State::NotCovered); 24]),
        count("unreported", vec![Point::gap(State::Unreported); 24]),
        count("outlier", outlier),
        count("odd", vec![odd(f64::NAN), odd(f64::INFINITY), odd(-4.0), odd(2.5), Point::complete(0.3)]),
        count("none", Vec::new()),
        long,
        empty("no-panels", Shape::Series(Panels { axis: months(3, 2026, 0), panels: Vec::new() })),
        empty(
            "no-facets",
            Shape::Multiples(Multiples { axis: months(3, 2026, 0), mark: Mark::Line, facets: Vec::new() }),
        ),
        empty(
            "no-rows",
            Shape::Heatmap(Heatmap {
                unit: String::new(),
                ink: Ink::Death,
                columns: HeatColumns::Categories(Vec::new()),
                rows: Vec::new(),
                framed: String::new(),
            }),
        ),
        empty(
            "no-bars",
            Shape::Bars(Bars { rows: Vec::new(), earlier_name: String::new(), text_heading: String::new() }),
        ),
        empty(
            "no-layers",
            Shape::Stack(Stack { axis: TimeAxis::default(), scale: StackScale::Share, layers: Vec::new() }),
        ),
    ]
}

//! Made-up figures that compare groups, regions and tactics.

use super::made_up::*;
use crate::figure::*;

pub(super) fn multiples(count: usize, mark: Mark) -> Figure {
    let facets = (0..count).map(|k| Facet {
        title: if k == 1 {
            "Federally Administered Territory of the Upper River and Hills".to_owned()
        } else {
            format!("Province {}", k + 1)
        },
        ink: Ink::Count,
        points: if k == 4 {
            vec![Point::gap(State::NotCovered); 60]
        } else {
            living(counts(60, k as u64 + 40, 8.0 + 7.0 * (k % 5) as f64))
        },
        context: mean(&counts(60, k as u64 + 40, 8.0 + 7.0 * (k % 5) as f64)),
    });
    let shape = Shape::Multiples(Multiples { axis: months(60, 2021, 9), mark, facets: facets.collect() });
    figure(&format!("multiples-{count}"), "Violence moved from the north to the river provinces", shape)
}

pub(super) fn heat(rows: usize, len: usize, ink: Ink) -> Figure {
    let mut noise = Noise(77);
    let rows = (0..rows).map(|r| HeatRow {
        label: if r == 2 {
            "Autonomous District of the Three Rivers and the Coast".to_owned()
        } else {
            format!("District {}", r + 1)
        },
        tiles: (0..len)
            .map(|c| {
                let value = (noise.next().powi(4) * 90.0 * ((r % 7) as f64 + 0.4) / 4.0).floor();
                match (r, c) {
                    (4, 0..12) => Tile::plain(None, State::NotCovered),
                    _ if c + 3 == len => Tile::plain(Some(value), State::Provisional),
                    _ if c + 1 == len => Tile::plain(Some(value), State::Partial),
                    _ => Tile::plain(Some(value), State::Complete),
                }
            })
            .collect(),
    });
    let map = Heatmap {
        unit: "Killed per month".to_owned(),
        ink,
        columns: HeatColumns::Time(months(len, 2022, 3)),
        rows: rows.collect(),
        framed: String::new(),
    };
    figure(&format!("heat-{}-{len}", map.rows.len()), "Half of all deaths fell in two districts", Shape::Heatmap(map))
}

pub(super) fn matrix(names: &[&str]) -> Figure {
    let mut noise = Noise(5);
    let row = |name: &&str| HeatRow {
        label: (*name).to_owned(),
        tiles: names.iter().map(|_| Tile::plain(Some((noise.next() * 12.0).floor()), State::Complete)).collect(),
    };
    let rows = names.iter().map(row).collect();
    let columns = HeatColumns::Categories(names.iter().map(|n| (*n).to_owned()).collect());
    let map = Heatmap { unit: "Days with both".to_owned(), ink: Ink::Count, columns, rows, framed: String::new() };
    figure(&format!("matrix-{}", names.len()), "Two pairs of groups strike on the same days", Shape::Heatmap(map))
}

pub(super) const TACTICS: [&str; 6] =
    ["Armed assault", "Roadside bomb", "Suicide attack", "Shelling", "Abduction", "Targeted killing"];

pub(super) fn bars(count: usize) -> Figure {
    let name = |k: usize| match k {
        1 => "United Revolutionary Front for the Defence of the Eastern Plateau".to_owned(),
        3 => "Sons & Daughters of \"R<iver>\"".to_owned(),
        5 => "تحریک آزادی شمال (Northern Freedom Movement)".to_owned(),
        _ => format!("Group {}", k + 1),
    };
    let row = |k: usize| {
        let value = (180.0 / (1.0 + k as f64 * 0.45)).round();
        let mut point = Point::complete(value).between((value * 0.9).floor(), (value * 1.2).ceil());
        let mut label = format!("{value}");
        match k {
            2 => point.state = State::Partial,
            4 => (point, label) = (Point::gap(State::Unreported), "not reported".to_owned()),
            6 => label = format!("at least {value}"),
            _ => {}
        }
        let ink = if k == 7 { Ink::Unattributed } else { Ink::Death };
        Bar {
            name: name(k),
            ink,
            point,
            label,
            earlier: Some((value * (0.7 + 0.1 * (k % 6) as f64)).round()),
            text: "+38 %, 77 vs 56".to_owned(),
        }
    };
    let bars = Bars {
        rows: (0..count).map(row).collect(),
        earlier_name: "same months of 2025".to_owned(),
        text_heading: "Change on a year ago".to_owned(),
    };
    figure(&format!("bars-{count}"), "One group killed more people than the next three together", Shape::Bars(bars))
}

pub(super) fn stack(len: usize, scale: StackScale) -> Figure {
    let layer = |(k, name): (usize, &&str)| Layer {
        name: (*name).to_owned(),
        ink: if k == 5 { Ink::Unattributed } else { Ink::Category(k as u8) },
        points: living(counts(len, k as u64 + 60, 12.0 + 5.0 * k as f64)),
    };
    let layers = TACTICS.iter().enumerate().map(layer).collect();
    let name = match scale {
        StackScale::Amount => "amount",
        StackScale::Share => "share",
    };
    figure(
        &format!("stack-{name}-{len}"),
        "Roadside bombs have replaced armed assaults",
        Shape::Stack(Stack { axis: months(len, 2024, 0), scale, layers }),
    )
}

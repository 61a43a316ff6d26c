//! Made-up maps: regions with holes and islands, long names, one place and none, the antimeridian, a crowd, and a coast too fine to see.

use super::made_up::figure;
use crate::figure::*;
use crate::geography::{Degrees, Flat, Frame, Projection, graticule, label_point};

const SIXTY: &str = "The Autonomous Territory of the Upper and Lower River Valleys";

fn square(west: f64, south: f64, side: f64) -> Vec<Flat> {
    let (east, north) = (west + side, south + side);
    vec![(west, south), (east, south), (east, north), (west, north), (west, south)]
}

fn area(name: &str, polygons: Vec<Vec<Vec<Flat>>>, fill: Fill) -> Area {
    Area { name: name.to_owned(), label: label_point(&polygons), polygons, fill }
}

fn map(areas: Vec<Area>, bubbles: Vec<Bubble>, frame: Frame) -> Map {
    Map {
        unit: "Incidents".to_owned(),
        ink: Ink::Count,
        frame,
        areas,
        no_data: "no data".to_owned(),
        bubbles,
        exact: "place known".to_owned(),
        approximate: "only the district known".to_owned(),
        graticule: Vec::new(),
    }
}

fn bubble(at: Flat, value: f64, mark: Precision, name: &str) -> Bubble {
    let label = if name.is_empty() { Label::Left } else { Label::Written };
    Bubble { at, value, mark, name: name.to_owned(), label }
}

/// Places in degrees on their graticule.
fn places(id: &str, places: &[(f64, f64, f64, &str)]) -> Figure {
    let degrees: Vec<Degrees> =
        places.iter().map(|&(longitude, latitude, ..)| Degrees { longitude, latitude }).collect();
    let projection = Projection::for_places(&degrees).expect("there are places");
    let flat: Vec<Flat> = degrees.iter().map(|p| projection.project(*p)).collect();
    let frame = Frame::around(flat.iter().copied()).expect("there are places").widened(0.03, 40.0);
    let circles = flat.iter().zip(places).map(|(at, (_, _, n, name))| {
        bubble(*at, *n, if *n > 2.0 { Precision::Exact } else { Precision::Approximate }, name)
    });
    let mut drawn = map(Vec::new(), circles.collect(), frame);
    let line = |line: crate::geography::Line| {
        let edge = match line.axis {
            crate::geography::Axis::Parallel => Edge::Left,
            crate::geography::Axis::Meridian => Edge::Bottom,
        };
        Meridian { label: format!("{}°", crate::text::number(line.degrees, 2)), edge, parts: line.parts }
    };
    drawn.graticule = graticule(&projection, &degrees, &frame).into_iter().map(line).collect();
    figure(id, "Where it happened", Shape::Map(drawn))
}

pub(super) fn maps() -> Vec<Figure> {
    let frame = Frame { west: 0.0, south: 0.0, east: 900.0, north: 600.0 };
    let ring = square(20.0, 20.0, 500.0);
    let regions = |value: f64| {
        vec![
            area(
                "Ringed with an island",
                vec![vec![ring.clone(), square(200.0, 200.0, 120.0)], vec![square(560.0, 40.0, 60.0)]],
                Fill::Value(value),
            ),
            area("Capital", vec![vec![square(200.0, 200.0, 120.0)]], Fill::Value(0.0)),
            area(SIXTY, vec![vec![square(640.0, 40.0, 240.0)]], Fill::Value(value / 3.0)),
            area("Tiny but with a long name", vec![vec![square(560.0, 400.0, 9.0)]], Fill::Value(1.0)),
            area("Nobody knows", vec![vec![square(640.0, 340.0, 220.0)]], Fill::NoData),
            area("Elsewhere", vec![vec![square(530.0, 500.0, 90.0)]], Fill::Ground),
            area("No area", Vec::new(), Fill::Value(2.0)),
        ]
    };
    let coast: Vec<Flat> = (0..=60_000)
        .map(|i| {
            let angle = f64::from(i % 60_000) / 60_000.0 * std::f64::consts::TAU;
            let radius = 280.0 + f64::from(i % 2) * 0.1;
            (450.0 + angle.cos() * radius, 300.0 + angle.sin() * radius)
        })
        .collect();
    let crowd: Vec<(f64, f64, f64, &str)> = (0..300)
        .map(|i| {
            let at = f64::from(i);
            let name = if i % 30 == 0 { SIXTY } else { "" };
            (60.0 + (at * 7.3) % 15.0, 24.0 + (at * 3.1) % 12.0, 1.0 + (at * 1.7) % 60.0, name)
        })
        .collect();
    let mut long = map(regions(1_000_000.0), Vec::new(), frame);
    long.unit = SIXTY.repeat(3);
    vec![
        figure("map-regions", "Ringed had the most", Shape::Map(map(regions(241.0), Vec::new(), frame))),
        figure("map-rates", "Ringed had the highest rate", Shape::Map(map(regions(15.3), Vec::new(), frame))),
        figure("map-zero", "Nothing happened", Shape::Map(map(regions(0.0), Vec::new(), frame))),
        figure("map-long", "A million", Shape::Map(long)),
        figure("map-none", "Nothing at all", Shape::Map(map(Vec::new(), Vec::new(), frame))),
        figure(
            "map-coast",
            "Sixty thousand corners",
            Shape::Map(map(vec![area("Coast", vec![vec![coast]], Fill::Value(3.0))], Vec::new(), frame)),
        ),
        places("map-one", &[(70.0, 30.0, 1.0, SIXTY)]),
        places(
            "map-antimeridian",
            &[(178.0, -17.0, 9.0, "West"), (-179.0, -16.0, 4.0, "East"), (180.0, -18.5, 1.0, "")],
        ),
        places("map-world", &[(-120.0, 40.0, 4.0, "Here"), (100.0, -20.0, 9.0, "There"), (10.0, 50.0, 2.0, "")]),
        places("map-crowd-300", &crowd),
    ]
}

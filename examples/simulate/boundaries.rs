//! The invented boundaries of Tarvesia's provinces: corners chosen around its towns, sides made crooked by seeded draws. Provinces
//! that touch share their sides to the digit.

use crate::random::Random;

/// Halvings of a side.
const HALVINGS: u32 = 5;
/// A middle is moved sideways by up to this share of its side's length.
const CROOKED: f64 = 0.16;

/// Corners: name, longitude, latitude.
const CORNERS: &[(&str, f64, f64)] = &[
    ("north-west", -40.10, 16.30),
    ("far north", -39.30, 16.65),
    ("dhal coast", -38.85, 16.25),
    ("snow coast", -37.90, 16.30),
    ("kessar coast", -37.30, 15.65),
    ("middle coast", -36.20, 15.30),
    ("taldan coast", -35.75, 15.25),
    ("reed coast", -34.90, 15.50),
    ("north-east", -34.20, 15.10),
    ("east coast", -34.00, 14.00),
    ("dune coast", -33.90, 13.30),
    ("wells coast", -33.10, 12.90),
    ("south-east", -33.20, 12.00),
    ("oasis coast", -34.00, 11.40),
    ("brine coast", -35.10, 11.60),
    ("sondreth coast", -35.40, 10.50),
    ("far south", -36.30, 9.90),
    ("salt coast", -37.20, 10.10),
    ("weir coast", -37.60, 10.90),
    ("inner bay", -38.60, 10.70),
    ("long bay", -39.50, 10.55),
    ("ilmar coast", -40.20, 11.00),
    ("cape", -39.90, 11.90),
    ("west coast", -39.20, 12.50),
    ("corn coast", -38.90, 13.60),
    ("dorrun coast", -39.40, 14.60),
    ("mirzet coast", -39.75, 15.20),
    ("dhal pass", -39.05, 15.40),
    ("snow pass", -38.95, 15.85),
    ("corn ridge", -38.20, 14.10),
    ("high ridge", -37.40, 14.35),
    ("reed edge", -35.60, 14.30),
    ("river", -35.20, 13.70),
    ("three waters", -34.80, 13.35),
    ("dune edge", -34.30, 13.20),
    ("ore edge", -35.00, 12.90),
    ("three stones", -35.20, 12.40),
    ("ore plain", -36.20, 12.20),
    ("three oaks", -37.30, 12.00),
    ("weir hills", -37.50, 11.40),
    ("inner hills", -38.20, 12.40),
    ("vessen west", -37.95, 13.10),
    ("vessen north", -37.75, 13.35),
    ("vessen north-east", -37.40, 13.30),
    ("vessen east", -37.25, 13.00),
    ("vessen south-east", -37.45, 12.80),
    ("vessen south", -37.80, 12.82),
    ("island north", -40.55, 10.45),
    ("island east", -40.25, 10.20),
    ("island south", -40.45, 9.95),
    ("island west", -40.75, 10.15),
];

const VESSEN: &[&str] =
    &["vessen west", "vessen north", "vessen north-east", "vessen east", "vessen south-east", "vessen south"];

/// A province's polygons, each an outer ring and its holes, by corners; a ring closes itself.
type Province = (&'static str, &'static [&'static [&'static [&'static str]]]);

const PROVINCES: &[Province] = &[
    (
        "Kessar",
        &[&[&[
            "dhal coast",
            "snow coast",
            "kessar coast",
            "high ridge",
            "corn ridge",
            "corn coast",
            "dorrun coast",
            "mirzet coast",
            "dhal pass",
            "snow pass",
        ]]],
    ),
    ("Kessar Frontier", &[&[&["north-west", "far north", "dhal coast", "snow pass", "dhal pass", "mirzet coast"]]]),
    (
        "Ilmaray",
        &[
            &[&[
                "west coast",
                "inner hills",
                "three oaks",
                "weir hills",
                "weir coast",
                "inner bay",
                "long bay",
                "ilmar coast",
                "cape",
            ]],
            &[&["island north", "island east", "island south", "island west"]],
        ],
    ),
    (
        "Taldan",
        &[&[
            &[
                "kessar coast",
                "middle coast",
                "taldan coast",
                "reed edge",
                "river",
                "three waters",
                "ore edge",
                "three stones",
                "ore plain",
                "three oaks",
                "inner hills",
                "west coast",
                "corn coast",
                "corn ridge",
                "high ridge",
            ],
            VESSEN,
        ]],
    ),
    ("Capital District", &[&[VESSEN]]),
    (
        "Sondreth",
        &[&[&[
            "three oaks",
            "ore plain",
            "three stones",
            "brine coast",
            "sondreth coast",
            "far south",
            "salt coast",
            "weir coast",
            "weir hills",
        ]]],
    ),
    (
        "Halvary",
        &[&[&[
            "taldan coast",
            "reed coast",
            "north-east",
            "east coast",
            "dune coast",
            "dune edge",
            "three waters",
            "river",
            "reed edge",
        ]]],
    ),
    (
        "Quorrin",
        &[&[&[
            "three waters",
            "dune edge",
            "dune coast",
            "wells coast",
            "south-east",
            "oasis coast",
            "brine coast",
            "three stones",
            "ore edge",
        ]]],
    ),
];

type Point = (f64, f64);

/// All provinces as a FeatureCollection, one a line.
pub fn geojson(seed: u64) -> String {
    let feature = |(name, polygons): &Province| {
        let polygons: Vec<String> = polygons
            .iter()
            .map(|rings| {
                let rings: Vec<String> = rings.iter().map(|corners| text(&ring(seed, corners))).collect();
                format!("[{}]", rings.join(","))
            })
            .collect();
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"name\":\"{name}\",\"country\":\"Tarvesia\"}},\
             \"geometry\":{{\"type\":\"MultiPolygon\",\"coordinates\":[{}]}}}}",
            polygons.join(",")
        )
    };
    let features: Vec<String> = PROVINCES.iter().map(feature).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}

fn text(ring: &[Point]) -> String {
    let points: Vec<String> = ring.iter().map(|(x, y)| format!("[{x:.4},{y:.4}]")).collect();
    format!("[{}]", points.join(","))
}

/// The closed ring through the corners.
fn ring(seed: u64, corners: &[&str]) -> Vec<Point> {
    let mut out = Vec::new();
    for (at, corner) in corners.iter().enumerate() {
        out.extend(side(seed, corner, corners[(at + 1) % corners.len()]));
    }
    out.push(out[0]);
    out
}

/// The points from a corner up to the next, without that: the same whichever way it is walked.
fn side(seed: u64, from: &str, to: &str) -> Vec<Point> {
    let (first, last) = if from < to { (from, to) } else { (to, from) };
    let mut random = Random::named(seed, &format!("{first}/{last}"));
    let mut points = vec![corner(first), corner(last)];
    for _ in 0..HALVINGS {
        let mut finer = vec![points[0]];
        for pair in points.windows(2) {
            let (east, north) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
            let aside = (random.unit() * 2.0 - 1.0) * CROOKED;
            finer.push(((pair[0].0 + pair[1].0) / 2.0 - north * aside, (pair[0].1 + pair[1].1) / 2.0 + east * aside));
            finer.push(pair[1]);
        }
        points = finer;
    }
    if from >= to {
        points.reverse();
    }
    points.pop();
    points
}

fn corner(name: &str) -> Point {
    let found = CORNERS.iter().find(|(corner, ..)| *corner == name);
    found.map(|&(_, x, y)| (x, y)).expect("every side runs between corners of the list")
}

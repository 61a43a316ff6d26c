//! Made-up figures of pairs of groups: what names both over time, a matrix of all pairs, and networks of direct evidence.

use super::made_up::*;
use crate::figure::*;

const NAMES: [&str; 12] = [
    "Valley Coalition",
    "Southern Front for the Liberation of the River Provinces",
    "Hill Brigades",
    "Northern Militia",
    "River Guard",
    "Sons of the Plateau",
    "Coast Watch",
    "Lake Union",
    "Desert Column",
    "Free Harbour",
    "Iron League",
    "Salt Road Band",
];
const FAMILIES: [&str; 3] = ["Autonomists", "Revivalists", "Others"];

fn node(name: &str, k: usize, incidents: f64) -> Node {
    let family = k % FAMILIES.len();
    let ink = Ink::Category([0, 1, 3][family]);
    Node { name: name.to_owned(), incidents, ink, family: FAMILIES[family].to_owned() }
}

fn link(nodes: (usize, usize), tie: Tie, count: u64) -> Link {
    Link { nodes, tie, count }
}

fn network(id: &str, title: &str, nodes: Vec<Node>, links: Vec<Link>) -> Figure {
    figure(id, title, Shape::Network(Network { unit: "Incidents of the group:".to_owned(), nodes, links }))
}

/// `count` groups; their links are made up as they come.
fn groups(count: usize, links: usize) -> Figure {
    let mut noise = Noise(41);
    let name = |k: usize| NAMES.get(k).map_or_else(|| format!("Group {}", k + 1), |name| (*name).to_owned());
    let nodes = (0..count).map(|k| node(&name(k), k, (640.0 / (1.0 + k as f64)).round())).collect();
    let mut drawn: Vec<Link> = vec![
        link((0, 2), Tie::Joint, 14),
        link((0, 2), Tie::Hostile, 3),
        link((1, 4), Tie::Hostile, 22),
        link((3, 5), Tie::Competing, 6),
    ];
    while drawn.len() < links {
        let mut some = |of: usize| (noise.next() * of as f64) as usize;
        let (a, b) = (some(count), some(count));
        let tie = [Tie::Joint, Tie::Competing, Tie::Hostile][some(3)];
        let is_new = drawn.iter().all(|l| (l.nodes, l.tie) != ((a, b), tie) && (l.nodes, l.tie) != ((b, a), tie));
        let size = 1 + (some(30) * some(30)) as u64 / 70;
        if a != b && is_new {
            drawn.push(link((a, b), tie, size));
        }
    }
    let id = format!("network-{count}");
    network(&id, "Two groups stood side by side 14 times, and against each other three times", nodes, drawn)
}

/// The smallest networks, and names that are hard to set.
fn few() -> Vec<Figure> {
    let two = || vec![node(NAMES[0], 0, 210.0), node(NAMES[1], 1, 88.0)];
    let all = [Tie::Joint, Tie::Competing, Tie::Hostile];
    let three = all.iter().zip([4, 1, 9]).map(|(tie, n)| link((1, 0), *tie, n)).collect();
    let urdu = ["محاذ آزادی شمال", "تحریک اتحاد وادی", "دریا کے محافظ", "لشکر ساحل برائے دفاع صوبہ جات", "صحرائی دستہ"];
    let mut of_urdu: Vec<Node> = urdu.iter().enumerate().map(|(k, n)| node(n, k, 90.0 - 15.0 * k as f64)).collect();
    for (node, family) in of_urdu.iter_mut().zip(["خود مختاری پسند", "احیا پسند", "دیگر"].iter().cycle())
    {
        node.family = (*family).to_owned();
    }
    let links = vec![
        link((0, 1), Tie::Joint, 5),
        link((1, 2), Tie::Hostile, 7),
        link((3, 4), Tie::Competing, 2),
        link((0, 3), Tie::Joint, 1),
        link((0, 3), Tie::Hostile, 2),
    ];
    let title = "دو گروہ پانچ واقعات میں ایک ہی جانب تھے";
    let mut in_urdu = network("network-urdu", title, of_urdu, links);
    in_urdu.language = "ur";
    if let Shape::Network(shown) = &mut in_urdu.shape {
        shown.unit = "گروہ کے واقعات:".to_owned();
    }
    let odd = vec![link((0, 0), Tie::Joint, 3), link((0, 7), Tie::Joint, 3), link((0, 1), Tie::Hostile, 0)];
    vec![
        network("network-one-link", "One incident names both", two(), vec![link((0, 1), Tie::Joint, 1)]),
        network("network-rivals", "They stood side by side four times, and fought nine times", two(), three),
        in_urdu,
        network("network-odd", "Nothing that can be drawn", two(), odd),
        network("network-alone", "One group", vec![node("Alone", 0, f64::NAN)], Vec::new()),
        network("network-none", "No groups", Vec::new(), Vec::new()),
    ]
}

/// The four panels of a pair: what names both, the share near each other, distance of profiles, overlap of territory.
fn pair(id: &str, len: usize, from: usize, onset: usize) -> Figure {
    let mut noise = Noise(97);
    let mut lane = |name: &str, tie, rate: f64, since: usize| {
        let count = |i: usize, chance: f64| if i < since { 0.0 } else { (chance.powi(6) * rate).floor() };
        let mut points: Vec<Point> = (0..len).map(|i| Point::complete(count(i, noise.next()))).collect();
        points[len - 1].state = State::Partial;
        let sum: f64 = points.iter().filter_map(|p| p.value).sum();
        Lane { name: format!("{name}: {sum}"), tie, points }
    };
    let lanes = vec![
        lane("On the same side", Tie::Joint, 5.0, onset),
        lane("Both claim the incident", Tie::Competing, 2.5, 0),
        lane("Against each other", Tie::Hostile, 4.0, 0),
    ];
    let ledger =
        Panel { title: "Incidents that name both".to_owned(), unit: "per month".to_owned(), lanes, ..Panel::default() };
    let base = |i: usize| 7.0 + 1.5 * (i as f64 / 9.0).sin();
    let rolling = |i: usize, value: Point| if i < 11 { Point::gap(State::Unreported) } else { value };
    let chance = (0..len).map(|i| rolling(i, Point::complete(base(i)).between(base(i) - 3.6, base(i) + 4.4)));
    let excess = |i: usize| 14.0 * ((i as f64 - onset as f64) / 12.0).clamp(0.0, 1.0);
    let share = (0..len).map(|i| rolling(i, Point::complete(base(i + 5) + excess(i) + (i as f64 * 1.3).sin())));
    let mut near = Panel {
        title: "Near the other group".to_owned(),
        unit: "%".to_owned(),
        lines: vec![
            Line { emphasis: Emphasis::Chance, ..line("Expected by chance", Ink::Past, chance.collect()) },
            line("Observed, 12 months", Ink::Count, share.collect()),
        ],
        ..Panel::default()
    };
    let (at, low, high) = (onset as f64, onset as f64 - 3.0, onset as f64 + 4.0);
    near.evidence.shifts = vec![Shift { at, low, high, label: "Onset: Aug 2024".to_owned() }];
    let years = |name: &str, ink, value: fn(f64) -> f64, wide: f64| {
        let year = |first: usize| {
            let (to, at) = ((first + 12).min(len), value(first as f64 / len as f64));
            let known = Point::complete(at).between((at - wide).max(0.0), (at + wide).min(1.0));
            let point = if to - first < 12 { Point { state: State::Partial, ..known } } else { known };
            Step { from: first, to, point: if wide > 0.0 { point } else { Point { low: None, high: None, ..point } } }
        };
        Steps { name: name.to_owned(), ink, steps: (0..len).step_by(12).map(year).collect() }
    };
    let index = |title: &str, unit: &str, steps| Panel {
        title: title.to_owned(),
        unit: unit.to_owned(),
        top: Some(1.0),
        steps,
        ..Panel::default()
    };
    let panels = vec![
        ledger,
        near,
        index(
            "Distance of their profiles",
            "0: same targets, tactics and districts, 1: none in common",
            vec![years("Distance by year", Ink::Count, |t| 0.78 - 0.4 * t, 0.11)],
        ),
        index(
            "Overlap of their territory",
            "0: no district in common, 1: all",
            vec![
                years("Half-weight index", Ink::Category(0), |t| 0.22 + 0.3 * t, 0.0),
                years("Jaccard", Ink::Category(1), |t| 0.12 + 0.23 * t, 0.0),
            ],
        ),
    ];
    let axis = months(len, from, 0);
    let title = "Hill Brigades strike near the Valley Coalition more often than chance explains since August 2024";
    figure(id, title, Shape::Series(Panels { axis, panels }))
}

/// A pair of which little is known: no incident names both, and the early years are not covered.
fn unknown() -> Figure {
    let Shape::Series(mut panels) = pair("", 36, 2023, 20).shape else { unreachable!("a pair is panels") };
    for (at, panel) in panels.panels.iter_mut().enumerate() {
        let lanes = panel.lanes.iter_mut().map(|l| &mut l.points);
        for points in lanes.chain(panel.lines.iter_mut().map(|l| &mut l.points)) {
            points.iter_mut().for_each(|p| *p = if at == 0 { Point::complete(0.0) } else { *p });
            points[..14].fill(Point::gap(State::NotCovered));
        }
        panel.lanes.iter_mut().for_each(|lane| lane.name = "None of this kind".to_owned());
        panel.evidence.shifts.clear();
        panel.steps.iter_mut().for_each(|s| s.steps.truncate(at.saturating_sub(2)));
    }
    figure("pair-unknown", "No incident names both", Shape::Series(panels))
}

/// Excess shares of all pairs: some tested, few that hold, some below 0.
fn matrix_of_pairs(count: usize) -> Figure {
    let mut noise = Noise(23);
    let names = || NAMES.iter().cycle().take(count).map(|n| (*n).to_owned());
    let rows = names().enumerate().map(|(r, label)| {
        let tile = |c: usize| {
            let excess = (noise.next().powi(4) * 290.0).round() / 10.0 - 3.0;
            let plain = Tile::plain(Some(excess), State::Complete);
            match (r, c) {
                _ if r == c || (r * c) % 7 == 5 => Tile::plain(None, State::Unreported),
                (0, 1) | (2, 0) | (3, 2) => Tile { value: Some(excess.abs() + 9.0), mark: TileMark::Framed, ..plain },
                (0, 2) => Tile { value: Some(0.0), ..plain },
                _ => plain,
            }
        };
        HeatRow { label, tiles: (0..count).map(tile).collect() }
    });
    let map = Heatmap {
        unit: "Excess share, percentage points".to_owned(),
        ink: Ink::Count,
        rows: rows.collect(),
        columns: HeatColumns::Categories(names().collect()),
        framed: "holds after correction for 132 pairs".to_owned(),
    };
    figure(
        &format!("pairs-{count}"),
        "Three pairs of 132 strike near each other more than chance explains",
        Shape::Heatmap(map),
    )
}

pub(super) fn pairs() -> Vec<Figure> {
    let mut figures = vec![groups(12, 16), groups(40, 48), groups(8, 9)];
    figures.extend(few());
    figures.extend([pair("pair-66", 66, 2021, 43), pair("pair-396", 396, 1993, 300), unknown()]);
    figures.extend([matrix_of_pairs(6), matrix_of_pairs(12)]);
    figures
}

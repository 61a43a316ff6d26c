//! Tests: made-up figures of every shape and every awkward kind, drawn and held against structural facts.

use super::canvas::Rect;
use super::fonts::Fonts;
use super::{draw, png, svg, theme};
use crate::figure::*;

/// Embedded in a page by the dozen, a chart must stay light.
const MOST_BYTES: usize = 150_000;

/// Repeatable noise between 0 and 1.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}

fn counts(len: usize, seed: u64, level: f64) -> Vec<Point> {
    let mut noise = Noise(seed * 7919 + 13);
    let mut mean = level;
    (0..len)
        .map(|i| {
            mean = (mean + (noise.next() - 0.48) * level * 0.3).max(level * 0.1);
            Point::complete((mean * (1.0 + 0.35 * (i as f64 / 1.9).sin()) + noise.next() * level * 0.3).round())
        })
        .collect()
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn months(len: usize, year: usize, month: usize) -> TimeAxis {
    let tick = |i: usize| {
        let (y, m) = (year + (month + i) / 12, (month + i) % 12);
        let (label, weight) = if m == 0 { (y.to_string(), Weight::Major) } else { (MONTHS[m].to_owned(), Weight::Minor) };
        Tick { at: i as f64, label, weight }
    };
    TimeAxis { len, ticks: (0..len).map(tick).collect(), ..TimeAxis::default() }
}

fn figure(id: &str, title: &str, shape: Shape) -> Figure {
    Figure {
        id: id.to_owned(),
        chart: "gallery",
        title: title.to_owned(),
        subtitle: "Incidents per month, attacks by armed groups, Northland".to_owned(),
        caption: "Source: made-up data, version of 8 October 2026. Attacks only; as of 30 September 2026.".to_owned(),
        alt: format!("{title}. A made-up chart."),
        shape,
        notes: vec!["Hollow: partial month. Lighter: the source still adds to these months.".to_owned()],
    }
}

fn panel(title: &str, unit: &str, columns: Option<Columns>, lines: Vec<Line>) -> Panel {
    Panel { title: title.to_owned(), unit: unit.to_owned(), columns, lines }
}

fn line(name: &str, ink: Ink, points: Vec<Point>) -> Line {
    Line { name: name.to_owned(), ink, emphasis: Emphasis::Main, points }
}

fn one(axis: TimeAxis, panel: Panel) -> Shape {
    Shape::Series(Panels { axis, panels: vec![panel] })
}

fn columns(ink: Ink, points: Vec<Point>) -> Option<Columns> {
    Some(Columns { ink, points })
}

/// The newest month partial, the two before it provisional.
fn living(mut points: Vec<Point>) -> Vec<Point> {
    let last = points.len() - 1;
    points[last].state = State::Partial;
    points[last - 1].state = State::Provisional;
    points[last - 2].state = State::Provisional;
    points
}

fn mean(points: &[Point]) -> Vec<Point> {
    let value = |i: usize| points[i].value.unwrap_or(0.0);
    (0..points.len())
        .map(|i| if i < 11 { Point::gap(State::NotCovered) } else { Point::complete((i - 11..=i).map(value).sum::<f64>() / 12.0) })
        .collect()
}

fn frequency() -> Figure {
    let mut axis = months(60, 2021, 9);
    axis.events = vec![
        Event { from: 14.2, to: Some(18.5), label: "Ceasefire".to_owned() },
        Event { from: 38.0, to: None, label: "Operation Harvest".to_owned() },
        Event { from: 39.5, to: None, label: "Border closed".to_owned() },
    ];
    let count = living(counts(60, 3, 40.0));
    let killed: Vec<Point> = living(counts(60, 8, 90.0))
        .into_iter()
        .enumerate()
        .map(|(i, p)| {
            let value = p.value.unwrap_or(0.0);
            let p = p.between((value * 0.8).floor(), (value * 1.25).ceil());
            if i % 9 == 4 { p.at_least() } else { p }
        })
        .collect();
    let rolling = line("12-month mean", Ink::Past, mean(&count));
    figure(
        "frequency",
        "Attacks rose 38 % in the year to September, and killed twice as many",
        Shape::Series(Panels {
            axis,
            panels: vec![
                panel("Attacks", "per month", columns(Ink::Count, count), vec![rolling]),
                panel("Killed", "per month, low to high", columns(Ink::Death, killed), Vec::new()),
            ],
        }),
    )
}

fn long_run() -> Figure {
    let mut axis = months(396, 1990, 0);
    axis.breaks = vec![Break { at: 180.0, label: "New coders".to_owned() }];
    let points: Vec<Point> = counts(396, 5, 120.0)
        .into_iter()
        .enumerate()
        .map(|(i, p)| if i < 24 { Point::gap(State::NotCovered) } else { p.between(p.value.unwrap_or(0.0) * 0.9, p.value.unwrap_or(0.0) * 1.3) })
        .collect();
    let panels = vec![
        panel("Incidents", "per month", columns(Ink::Count, points.clone()), Vec::new()),
        panel("Killed", "per month", None, vec![line("Killed", Ink::Death, points)]),
    ];
    figure("long-run", "Three decades: the wars of 2003 and 2014 dwarf the rest", Shape::Series(Panels { axis, panels }))
}

fn groups() -> Figure {
    let names = ["Valley Coalition", "Southern Front for the Liberation of the River Provinces", "Northern Militia", "Hill Brigades"];
    let mut lines: Vec<Line> =
        names.iter().enumerate().map(|(k, name)| line(name, Ink::Category(k as u8), living(counts(48, k as u64 + 2, 30.0 + 18.0 * k as f64)))).collect();
    lines[1].points = lines[1].points.iter().map(|p| p.between(p.value.unwrap_or(0.0) * 0.75, p.value.unwrap_or(0.0) * 1.2)).collect();
    lines.push(Line { emphasis: Emphasis::Context, ..line("All other groups", Ink::Past, counts(48, 9, 60.0)) });
    lines.push(line("Unattributed", Ink::Unattributed, counts(48, 12, 25.0)));
    figure("groups", "The Hill Brigades overtook every other group in 2025", one(months(48, 2022, 9), panel("", "", None, lines)))
}

fn converging() -> Figure {
    let lines = (0..12).map(|k| {
        let mut points = counts(36, k + 20, 20.0);
        points[35] = Point::complete(20.0);
        line(&format!("Group number {}", k + 1), Ink::Category(k as u8), points)
    });
    figure("converging", "Twelve groups end the year with the same count", one(months(36, 2023, 0), panel("", "", None, lines.collect())))
}

fn multiples(count: usize, mark: Mark) -> Figure {
    let facets = (0..count).map(|k| Facet {
        title: if k == 1 { "Federally Administered Territory of the Upper River and Hills".to_owned() } else { format!("Province {}", k + 1) },
        ink: Ink::Count,
        points: if k == 4 { vec![Point::gap(State::NotCovered); 60] } else { living(counts(60, k as u64 + 40, 8.0 + 7.0 * (k % 5) as f64)) },
        context: mean(&counts(60, k as u64 + 40, 8.0 + 7.0 * (k % 5) as f64)),
    });
    let shape = Shape::Multiples(Multiples { axis: months(60, 2021, 9), mark, facets: facets.collect() });
    figure(&format!("multiples-{count}"), "Violence moved from the north to the river provinces", shape)
}

fn heat(rows: usize, len: usize, ink: Ink) -> Figure {
    let mut noise = Noise(77);
    let rows = (0..rows).map(|r| HeatRow {
        label: if r == 2 { "Autonomous District of the Three Rivers and the Coast".to_owned() } else { format!("District {}", r + 1) },
        tiles: (0..len)
            .map(|c| {
                let value = (noise.next().powi(4) * 90.0 * ((r % 7) as f64 + 0.4) / 4.0).floor();
                match (r, c) {
                    (4, 0..12) => Tile { value: None, state: State::NotCovered },
                    _ if c + 3 == len => Tile { value: Some(value), state: State::Provisional },
                    _ if c + 1 == len => Tile { value: Some(value), state: State::Partial },
                    _ => Tile { value: Some(value), state: State::Complete },
                }
            })
            .collect(),
    });
    let map = Heatmap { unit: "Killed per month".to_owned(), ink, columns: HeatColumns::Time(months(len, 2022, 3)), rows: rows.collect() };
    figure(&format!("heat-{}-{len}", map.rows.len()), "Half of all deaths fell in two districts", Shape::Heatmap(map))
}

fn matrix(names: &[&str]) -> Figure {
    let mut noise = Noise(5);
    let row = |name: &&str| HeatRow {
        label: (*name).to_owned(),
        tiles: names.iter().map(|_| Tile { value: Some((noise.next() * 12.0).floor()), state: State::Complete }).collect(),
    };
    let rows = names.iter().map(row).collect();
    let columns = HeatColumns::Categories(names.iter().map(|n| (*n).to_owned()).collect());
    let map = Heatmap { unit: "Days with both".to_owned(), ink: Ink::Count, columns, rows };
    figure(&format!("matrix-{}", names.len()), "Two pairs of groups strike on the same days", Shape::Heatmap(map))
}

const TACTICS: [&str; 6] = ["Armed assault", "Roadside bomb", "Suicide attack", "Shelling", "Abduction", "Targeted killing"];

fn bars(count: usize) -> Figure {
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
        Bar { name: name(k), ink, point, label, earlier: Some((value * (0.7 + 0.1 * (k % 6) as f64)).round()), text: "+38 %, 77 vs 56".to_owned() }
    };
    let bars = Bars { rows: (0..count).map(row).collect(), earlier_name: "same months of 2025".to_owned(), text_heading: "Change on a year ago".to_owned() };
    figure(&format!("bars-{count}"), "One group killed more people than the next three together", Shape::Bars(bars))
}

fn stack(len: usize, scale: StackScale) -> Figure {
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
    figure(&format!("stack-{name}-{len}"), "Roadside bombs have replaced armed assaults", Shape::Stack(Stack { axis: months(len, 2024, 0), scale, layers }))
}

/// Eight events in two years, some on the same days, one at the very end.
fn eventful() -> Figure {
    let mut axis = months(24, 2024, 10);
    let names = ["Ceasefire", "Talks begin", "Talks fail", "Operation Harvest", "Local elections", "Border closed", "Ramadan", "Flood of the century in the lower provinces"];
    let at = [2.0, 3.1, 3.4, 9.0, 9.2, 15.0, 17.5, 23.6];
    axis.events = names.iter().zip(at).map(|(name, from)| Event { from, to: (*name == "Ramadan").then_some(18.5), label: (*name).to_owned() }).collect();
    axis.breaks = vec![Break { at: 12.0, label: "New coders".to_owned() }];
    let shares = counts(24, 31, 50.0).into_iter().map(|p| Point::complete(p.value.unwrap_or(0.0) / 400.0)).collect();
    figure("eventful", "The unattributed share fell after the coders changed", one(axis, panel("", "", None, vec![line("Share", Ink::Count, shares)])))
}

/// Few, none, all alike, or absurd: what must be drawn without a panic and without a lie.
fn awkward() -> Vec<Figure> {
    let count = |id: &str, points: Vec<Point>| {
        let axis = months(points.len(), 2026, 0);
        figure(id, "An awkward series", one(axis, panel("Attacks", "per month", columns(Ink::Count, points.clone()), vec![line("All", Ink::Death, points)])))
    };
    let mut outlier = counts(48, 4, 6.0);
    outlier[30] = Point::complete(12_480.0);
    let odd = |value| Point { value: Some(value), low: Some(f64::NAN), high: Some(f64::INFINITY), state: State::Complete, bound: Bound::Exact };
    let empty = |id: &str, shape| figure(id, "Nothing at all", shape);
    let mut long = count("long-title", counts(24, 2, 900_000.0));
    long.title = "A title that goes on and on, because the recipe that wrote it could not decide which of its findings mattered and so put all of them here, one after another, without an end in sight".to_owned();
    long.subtitle = long.title.repeat(2);
    long.notes = vec![long.title.clone(), "Control \u{7} characters, \u{fffe} and \u{202e}overrides\u{202c} <vanish> & \"quotes\" stay".to_owned()];
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
        empty("no-facets", Shape::Multiples(Multiples { axis: months(3, 2026, 0), mark: Mark::Line, facets: Vec::new() })),
        empty("no-rows", Shape::Heatmap(Heatmap { unit: String::new(), ink: Ink::Death, columns: HeatColumns::Categories(Vec::new()), rows: Vec::new() })),
        empty("no-bars", Shape::Bars(Bars { rows: Vec::new(), earlier_name: String::new(), text_heading: String::new() })),
        empty("no-layers", Shape::Stack(Stack { axis: TimeAxis::default(), scale: StackScale::Share, layers: Vec::new() })),
    ]
}

fn gallery() -> Vec<Figure> {
    let mut figures = vec![
        frequency(),
        long_run(),
        groups(),
        converging(),
        eventful(),
        multiples(1, Mark::Columns),
        multiples(3, Mark::Line),
        multiples(7, Mark::Columns),
        multiples(12, Mark::Line),
        heat(14, 48, Ink::Death),
        heat(6, 12, Ink::Count),
        heat(300, 60, Ink::Count),
        matrix(&TACTICS),
        matrix(&["Valley Coalition of the North", "Hill Brigades", "Southern Front", "River Guard", "Sons of the Plateau", "Coast Watch", "Lake Union", "Desert Column", "Free Harbour", "Old Town Militia", "Iron League", "Salt Road Band", "Mountain Eagles"]),
        bars(3),
        bars(10),
        bars(300),
        stack(30, StackScale::Amount),
        stack(30, StackScale::Share),
        stack(396, StackScale::Amount),
    ];
    figures.extend(awkward());
    figures
}

/// Texts that leave the sheet, or touch each other.
fn faults(texts: &[(String, Rect)], height: f64) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, (text, place)) in texts.iter().enumerate() {
        let is_inside = place.left >= 0.0 && place.right <= theme::WIDTH && place.top >= 0.0 && place.bottom <= height;
        if !is_inside {
            faults.push(format!("{text:?} leaves the sheet: {place:?}"));
        }
        for (other, neighbour) in &texts[at + 1..] {
            if place.meets(neighbour) {
                faults.push(format!("{text:?} touches {other:?}: {place:?} {neighbour:?}"));
            }
        }
    }
    faults
}

#[test]
fn texts_stay_on_the_sheet_and_apart() {
    let fonts = Fonts::load().expect("the faces are compiled in");
    for figure in gallery() {
        let (sheet, height) = draw(&figure, &fonts).expect("every figure can be drawn");
        assert_eq!(faults(&sheet.texts, height), Vec::<String>::new(), "{}", figure.id);
    }
}

#[test]
fn svgs_are_sound_light_and_repeatable() {
    for figure in gallery() {
        let drawn = svg(&figure).expect("every figure can be drawn");
        // Base64 may spell anything: only the marks are searched.
        let marks = drawn.split_once("</style>").map_or("", |(_, marks)| marks);
        assert!(!marks.is_empty() && !marks.contains("NaN") && !marks.contains("inf"), "{}", figure.id);
        resvg::usvg::Tree::from_str(&drawn, &resvg::usvg::Options::default()).expect("the SVG is well-formed");
        let is_crowded = figure.id.ends_with("300") || figure.id.starts_with("heat-300");
        assert!(is_crowded || drawn.len() < MOST_BYTES, "{} has {} bytes", figure.id, drawn.len());
        assert!(drawn.contains("role=\"img\"") && drawn.contains("<desc"), "{}", figure.id);
        assert_eq!(drawn, svg(&figure).expect("drawn before"), "{}", figure.id);
    }
}

#[test]
fn a_picture_repeats_to_the_byte() {
    let figure = frequency();
    assert_eq!(png(&figure).expect("drawn"), png(&figure).expect("drawn"));
}

/// Writes the gallery where `GALLERY` points, for looking at: `GALLERY=dir cargo test gallery -- --ignored`.
#[test]
#[ignore = "writes pictures to look at"]
fn write_gallery() {
    let folder = std::env::var_os("GALLERY").map_or_else(std::env::temp_dir, std::path::PathBuf::from);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for figure in gallery() {
        let at = |kind: &str| folder.join(format!("{}.{kind}", figure.id));
        std::fs::write(at("svg"), svg(&figure).expect("drawn")).expect("the folder can be written to");
        std::fs::write(at("png"), png(&figure).expect("drawn")).expect("the folder can be written to");
    }
}

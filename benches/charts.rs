//! Draws the charts of a data file as SVG and PNG and prints how long it took: `run_charts.py` calls it, beside matplotlib.
//!
//! Arguments: the data file, a folder for the pictures, how often. Prints `{"svg": [seconds, ...], "png": [...]}`.

use incident_trends::figure::*;
use incident_trends::paint;
use serde::Deserialize;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Size of the pictures in pixels, as matplotlib draws them.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 600;

/// One chart of the data file.
#[derive(Deserialize)]
struct Spec {
    id: String,
    kind: Kind,
    title: String,
    subtitle: String,
    caption: String,
    /// One a row of `values`.
    names: Vec<String>,
    /// Rows by periods, all of one length.
    values: Vec<Vec<f64>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Columns,
    Lines,
    Multiples,
    Heatmap,
    Bars,
    Stack,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [data, folder, times] = arguments.as_slice() else {
        eprintln!("draws nothing without DATA FOLDER TIMES: run benches/run_charts.py");
        return;
    };
    let text = std::fs::read_to_string(data).expect("the data file can be read");
    let specs: Vec<Spec> = serde_json::from_str(&text).expect("the data file holds charts");
    let figures: Vec<Figure> = specs.iter().map(figure).collect();
    let times: usize = times.parse().expect("a number of times");
    let run = |ending: &str, draw: &(dyn Fn(&Figure) -> Vec<u8> + Sync)| -> Vec<f64> {
        (0..times).map(|_| drawn(&figures, Path::new(folder), ending, draw)).collect()
    };
    let svg = run("svg", &|figure| paint::svg(figure).expect("every figure can be drawn").into_bytes());
    let png = run("png", &|figure| paint::png_fitted(figure, WIDTH, HEIGHT).expect("every figure can be drawn"));
    println!("{}", serde_json::json!({ "svg": svg, "png": png }));
}

/// Draws and writes all figures on all cores; the seconds that it took.
fn drawn(figures: &[Figure], folder: &Path, ending: &str, draw: &(dyn Fn(&Figure) -> Vec<u8> + Sync)) -> f64 {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let began = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(figure) = figures.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let file = folder.join(format!("{}.{ending}", figure.id));
                    std::fs::write(file, draw(figure)).expect("the folder can be written to");
                }
            });
        }
    });
    began.elapsed().as_secs_f64()
}

fn figure(spec: &Spec) -> Figure {
    let rows = || spec.names.iter().zip(&spec.values);
    let points = |values: &[f64]| values.iter().map(|&value| Point::complete(value)).collect::<Vec<_>>();
    let axis = axis(spec.values.first().map_or(0, Vec::len));
    let ink = |at: usize| Ink::Category(at as u8);
    let line = |at: usize, name: &str, values: &[f64]| Line {
        name: name.to_owned(),
        ink: ink(at),
        emphasis: Emphasis::Main,
        points: points(values),
    };
    let panels = |columns: Option<Columns>, lines: Vec<Line>| {
        let panel = Panel { columns, lines, ..Panel::default() };
        Shape::Series(Panels { axis: axis.clone(), panels: vec![panel] })
    };
    let shape = match spec.kind {
        Kind::Columns => panels(
            Some(Columns { ink: Ink::Count, points: points(&spec.values[0]) }),
            vec![Line { ink: Ink::Past, ..line(0, &spec.names[1], &spec.values[1]) }],
        ),
        Kind::Lines => panels(None, rows().enumerate().map(|(at, (name, values))| line(at, name, values)).collect()),
        Kind::Multiples => Shape::Multiples(Multiples {
            axis: axis.clone(),
            mark: Mark::Columns,
            facets: rows()
                .map(|(name, values)| Facet {
                    title: name.clone(),
                    ink: Ink::Count,
                    points: points(values),
                    context: Vec::new(),
                })
                .collect(),
        }),
        Kind::Heatmap => Shape::Heatmap(Heatmap {
            unit: "Incidents per month".to_owned(),
            ink: Ink::Count,
            columns: HeatColumns::Time(axis.clone()),
            rows: rows()
                .map(|(name, values)| HeatRow {
                    label: name.clone(),
                    tiles: values.iter().map(|&v| Tile::plain(Some(v), State::Complete)).collect(),
                })
                .collect(),
            framed: String::new(),
        }),
        Kind::Bars => Shape::Bars(Bars {
            earlier_name: "Earlier".to_owned(),
            text_heading: "Change".to_owned(),
            rows: rows()
                .map(|(name, values)| Bar {
                    name: name.clone(),
                    ink: Ink::Count,
                    point: Point::complete(values[0]),
                    label: values[0].to_string(),
                    earlier: Some(values[1]),
                    text: format!("{} vs {}", values[0], values[1]),
                })
                .collect(),
        }),
        Kind::Stack => Shape::Stack(Stack {
            axis: axis.clone(),
            scale: StackScale::Amount,
            layers: rows()
                .enumerate()
                .map(|(at, (name, values))| Layer { name: name.clone(), ink: ink(at), points: points(values) })
                .collect(),
        }),
    };
    Figure {
        id: spec.id.clone(),
        chart: "bench",
        language: "en",
        title: spec.title.clone(),
        subtitle: spec.subtitle.clone(),
        caption: spec.caption.clone(),
        alt: spec.title.clone(),
        shape,
        notes: Vec::new(),
    }
}

/// Months from January 2022 on.
fn axis(len: usize) -> TimeAxis {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let tick = |at: usize| match at % 12 {
        0 => Tick { at: at as f64, label: (2022 + at / 12).to_string(), weight: Weight::Major },
        month => Tick { at: at as f64, label: MONTHS[month].to_owned(), weight: Weight::Minor },
    };
    let names = (0..len).map(|at| format!("{} {}", MONTHS[at % 12], 2022 + at / 12)).collect();
    TimeAxis { len, names, ticks: (0..len).map(tick).collect(), ..TimeAxis::default() }
}

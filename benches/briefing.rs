//! The briefing job of `benches/peers`, with this library: `run_peers.py` calls it, beside the peers.
//!
//! Arguments: `read FILE` (every record cut, checked and hashed, nothing kept), `count FILE` (duplicates found and counts by group and
//! region, by kind and role), or
//! `charts FILE FOLDER` (26 charts of 1200 x 600 pixels and their tables). Prints what was counted as JSON.
//!
//! The peers count every row for its first actor, so this asks for the attribution `first` and adds the kind that a report leaves
//! out.

mod inputs;

use incident_trends::analysis::{Analysis, Beside, ledgers};
use incident_trends::cube::{Entry, Facet, Key, Scope};
use incident_trends::figure::*;
use incident_trends::incident::{Kind, Naming};
use incident_trends::measure::Amount;
use incident_trends::names::{Name, Region};
use incident_trends::paint;
use incident_trends::period::Period;
use incident_trends::source::Attribution;
use inputs::TOP;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::path::Path;

/// Size of the pictures in pixels, as the peers draw them.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 600;
/// Months of the mean that is drawn over the counts.
const SMOOTHED: usize = 12;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let totals = match arguments.as_slice() {
        ["read", file] => serde_json::json!({ "events": inputs::records(Path::new(file)) }),
        ["count", file] => totals(&counted(Path::new(file))),
        ["charts", file, folder] => charts(Path::new(file), Path::new(folder)),
        ["draw", measured, picture] => draw(Path::new(measured), Path::new(picture)),
        _ => {
            eprintln!("counts nothing without read|count FILE or charts FILE FOLDER: run benches/run_peers.py");
            return;
        }
    };
    println!("{totals}");
}

fn counted(file: &Path) -> Analysis {
    let policy = inputs::policy(Some(Attribution::First));
    ledgers(inputs::loaded(file), policy, &Beside::default()).expect("rows are left to count")
}

/// Incidents and people killed by period, of every kind.
fn series(analysis: &Analysis, scope: Scope) -> Vec<(f64, f64)> {
    let mut sums = vec![(Amount::ZERO, Amount::ZERO); analysis.periods.len()];
    for facet in [Facet::ALL, Facet::kind(Kind::Other)] {
        for (period, Entry { cell, .. }) in analysis.cube.get(Key { scope, facet }).into_iter().flatten() {
            let (incidents, killed) = &mut sums[period as usize];
            *incidents += cell.incidents;
            *killed += cell.killed.best;
        }
    }
    sums.into_iter().map(|(incidents, killed)| (incidents.value(), killed.value())).collect()
}

fn totals(analysis: &Analysis) -> serde_json::Value {
    let series = series(analysis, Scope::All);
    let sum = |of: fn(&(f64, f64)) -> f64| series.iter().map(of).sum::<f64>();
    serde_json::json!({ "events": sum(|n| n.0), "killed": sum(|n| n.1) })
}

/// The scopes with most incidents, by number and name.
fn top<T: Copy + Ord + Send>(
    analysis: &Analysis,
    of: impl Fn(Scope) -> Option<T>,
    name: impl Fn(T) -> Name + Sync,
) -> Vec<(Scope, T)> {
    let scopes: Vec<(Scope, T)> = analysis.cube.scopes().filter_map(|scope| Some((scope, of(scope)?))).collect();
    let mut found: Vec<(i64, &str, Scope, T)> = (scopes.into_par_iter())
        .map(|(scope, one)| {
            let incidents: f64 = series(analysis, scope).iter().map(|n| n.0).sum();
            (-(incidents as i64), analysis.loaded.incidents.pool.text(name(one)), scope, one)
        })
        .collect();
    found.sort();
    found.into_iter().take(TOP).map(|(_, _, scope, one)| (scope, one)).collect()
}

fn charts(file: &Path, folder: &Path) -> serde_json::Value {
    std::fs::create_dir_all(folder).expect("the folder can be made");
    let analysis = counted(file);
    let text = |name: Name| analysis.loaded.incidents.pool.text(name).to_owned();
    let group = |scope| if let Scope::Group(group) = scope { Some(group).filter(|g| !g.is_none()) } else { None };
    let region = |scope| if let Scope::Region(region) = scope { Some(region) } else { None };
    let groups = top(&analysis, group, |group| group);
    let regions = top(&analysis, region, |region: Region| region.name);
    let mut wanted = vec![("all".to_owned(), "All attacks".to_owned(), Scope::All)];
    wanted.extend(groups.iter().enumerate().map(|(at, &(scope, g))| (format!("actor1-{at:02}"), text(g), scope)));
    wanted.extend(regions.iter().enumerate().map(|(at, &(scope, r))| (format!("admin1-{at:02}"), text(r.name), scope)));
    let axis = axis(&analysis.periods);
    let draw_one = |(id, title, scope): &(String, String, Scope)| {
        let values = series(&analysis, *scope);
        save(folder, id, &figure(id, title, over_time(&axis, &values)));
        let mut table = "month,events,killed\n".to_owned();
        for (period, (events, killed)) in analysis.periods.iter().zip(&values) {
            table.push_str(&format!("{},{events},{killed}\n", period.start()));
        }
        std::fs::write(folder.join(format!("{id}.csv")), table).expect("the folder can be written to");
    };
    let names = |of: &[(Scope, Region)]| of.iter().map(|(_, r)| text(r.name)).collect::<Vec<String>>();
    let draw_heat = || {
        let heat = heat(&analysis, &groups, &regions, names(&regions), &text);
        save(folder, "heat", &figure("heat", "Attacks by group and region", heat));
    };
    rayon::join(|| wanted.par_iter().for_each(draw_one), draw_heat);
    totals(&analysis)
}

fn save(folder: &Path, id: &str, figure: &Figure) {
    let png = paint::png_fitted(figure, WIDTH, HEIGHT).expect("every figure can be drawn");
    std::fs::write(folder.join(format!("{id}.png")), png).expect("the folder can be written to");
}

fn figure(id: &str, title: &str, shape: Shape) -> Figure {
    Figure {
        id: id.to_owned(),
        chart: "bench",
        language: "en",
        title: title.to_owned(),
        subtitle: "Attacks, and people killed, by month".to_owned(),
        caption: "Source: invented numbers of an invented country".to_owned(),
        alt: title.to_owned(),
        shape,
        notes: Vec::new(),
    }
}

fn over_time(axis: &TimeAxis, values: &[(f64, f64)]) -> Shape {
    let points = |values: Vec<f64>| values.into_iter().map(Point::complete).collect::<Vec<_>>();
    let smoothed = |last: usize| {
        let window = &values[(last + 1).saturating_sub(SMOOTHED)..=last];
        window.iter().map(|n| n.0).sum::<f64>() / window.len() as f64
    };
    let line =
        |name: &str, ink, values| Line { name: name.to_owned(), ink, emphasis: Emphasis::Main, points: points(values) };
    let attacks = Panel {
        title: "Attacks".to_owned(),
        lines: vec![
            line("Attacks", Ink::Past, values.iter().map(|n| n.0).collect()),
            line("Mean of 12 months", Ink::Count, (0..values.len()).map(smoothed).collect()),
        ],
        ..Panel::default()
    };
    let killed = Panel {
        title: "Killed".to_owned(),
        columns: Some(Columns { ink: Ink::Death, points: points(values.iter().map(|n| n.1).collect()) }),
        ..Panel::default()
    };
    Shape::Series(Panels { axis: axis.clone(), panels: vec![attacks, killed] })
}

/// Incidents of the top groups in the top regions: counted row by row, since a report's cube leaves out one kind there.
fn heat(
    analysis: &Analysis,
    groups: &[(Scope, Name)],
    regions: &[(Scope, Region)],
    columns: Vec<String>,
    text: &impl Fn(Name) -> String,
) -> Shape {
    /// Stands for a group or region without a row or column.
    const ELSEWHERE: usize = TOP;
    // Few acts and sites recur in all rows.
    let mut row_of: FxHashMap<u32, usize> = FxHashMap::default();
    let mut column_of: FxHashMap<u32, usize> = FxHashMap::default();
    let mut tiles = [[0u32; TOP + 1]; TOP + 1];
    let rows = analysis.loaded.incidents.rows();
    for row in rows.iter() {
        let group = *row_of.entry(row.act_code()).or_insert_with(|| {
            let first = row.cast().participants().iter().min_by_key(|p| p.rank);
            first.and_then(|p| groups.iter().position(|&(_, group)| group == p.group)).unwrap_or(ELSEWHERE)
        });
        let region = *column_of.entry(row.site_code()).or_insert_with(|| {
            let name = row.name(Naming::Region);
            regions.iter().position(|(_, region)| region.name == name).unwrap_or(ELSEWHERE)
        });
        tiles[group][region] += 1;
    }
    let row = |(&(_, group), tiles): (&(Scope, Name), &[u32; TOP + 1])| HeatRow {
        label: text(group),
        tiles: (tiles[..regions.len()].iter())
            .map(|&count| Tile::plain(Some(f64::from(count)), State::Complete))
            .collect(),
    };
    Shape::Heatmap(Heatmap {
        unit: "Attacks".to_owned(),
        ink: Ink::Count,
        columns: HeatColumns::Categories(columns),
        rows: groups.iter().zip(&tiles).map(row).collect(),
        framed: String::new(),
    })
}

/// What `run_scale.py` measured, at even steps of rows.
#[derive(serde::Deserialize)]
struct Scale {
    title: String,
    subtitle: String,
    caption: String,
    rows: Vec<String>,
    seconds: Vec<f64>,
    megabytes: Vec<f64>,
}

fn draw(measured: &Path, picture: &Path) -> serde_json::Value {
    let text = std::fs::read_to_string(measured).expect("the file can be read");
    let scale: Scale = serde_json::from_str(&text).expect("it holds what was measured");
    let ticks = scale.rows.iter().enumerate();
    let ticks = ticks.map(|(at, rows)| Tick { at: at as f64, label: rows.clone(), weight: Weight::Major });
    let axis =
        TimeAxis { len: scale.rows.len(), names: scale.rows.clone(), ticks: ticks.collect(), ..TimeAxis::default() };
    let panel = |title: &str, unit: &str, values: &[f64]| Panel {
        title: title.to_owned(),
        unit: unit.to_owned(),
        columns: Some(Columns {
            ink: Ink::Count,
            points: values.iter().map(|&value| Point::complete(value)).collect(),
        }),
        ..Panel::default()
    };
    let panels =
        vec![panel("Time", "seconds", &scale.seconds), panel("Most memory held", "megabytes", &scale.megabytes)];
    let shape = Shape::Series(Panels { axis, panels });
    let figure = Figure { subtitle: scale.subtitle, caption: scale.caption, ..figure("scale", &scale.title, shape) };
    std::fs::write(picture, paint::svg(&figure).expect("the figure can be drawn"))
        .expect("the folder can be written to");
    serde_json::json!({ "rows": scale.rows.len() })
}

/// A tick at every year.
fn axis(periods: &[Period]) -> TimeAxis {
    let years = periods.iter().enumerate().filter(|(_, period)| period.start().month() == 1);
    let tick = |(at, period): (usize, &Period)| Tick {
        at: at as f64,
        label: period.start().year().to_string(),
        weight: Weight::Major,
    };
    let names = periods.iter().map(|period| period.label()).collect();
    TimeAxis { len: periods.len(), names, ticks: years.map(tick).collect(), ..TimeAxis::default() }
}

//! Made-up figures with what the statistics say: forecasts, expected ranges, levels, trends and ratios.

use super::made_up::*;
use crate::figure::*;

const FORECASTER: &str = "Forecast: last 12 months, resampled";

/// A fan that widens around a level.
fn fan(from: usize, level: f64) -> Fan {
    let step = |i: usize| {
        let spread = level * (0.25 + 0.06 * i as f64);
        let around = |wide: f64| ((level - wide * spread).max(0.0).floor(), (level + wide * 1.4 * spread).ceil());
        FanStep { median: level + i as f64, half: around(0.67), wide: around(1.3), widest: around(2.2) }
    };
    Fan { from, steps: (0..6).map(step).collect() }
}

fn future(from: usize, beyond: usize) -> Option<Future> {
    Some(Future { from, beyond, label: FORECASTER.to_owned() })
}

fn alert(period: usize, standing: Standing, (low, high): (f64, f64)) -> Option<Expected> {
    let label = match standing {
        Standing::Above => format!("Above the expected {low} to {high}"),
        Standing::Below => format!("Below the expected {low} to {high}"),
        Standing::Within => format!("Expected {low} to {high}"),
    };
    Some(Expected { period, low, high, standing, label })
}

/// `len` months, the newest partial, and six to come; the partial one is both counted and forecast.
fn forecast(len: usize, level: f64) -> Figure {
    let count = living(counts(len, 3, level));
    let dead = living(counts(len, 8, level * 0.4));
    let mut axis = months(len + 5, 2026 - len / 12, 9);
    axis.future = future(len - 1, 5);
    let rolling = if len > 24 { vec![line("Mean of 12 months", Ink::Past, mean(&count))] } else { Vec::new() };
    let mut attacks = panel("Attacks", "per month", columns(Ink::Count, count), rolling);
    attacks.evidence.fan = Some(fan(len - 1, level * 0.9));
    let mut killed = panel("Killed", "per month", columns(Ink::Death, dead), Vec::new());
    killed.evidence.fan = Some(fan(len - 1, level * 1.6));
    figure(
        &format!("forecast-{len}"),
        "Between 25 and 60 attacks are likely in October",
        Shape::Series(Panels { axis, panels: vec![attacks, killed] }),
    )
}

/// Everything at once: an alert, two breaks beside a change in collection, and a forecast.
fn crowded(len: usize, breaks: [usize; 2]) -> Figure {
    let mut points = counts(len, 5, 22.0);
    for (at, point) in points.iter_mut().enumerate() {
        let level = if at < breaks[0] {
            0.6
        } else if at < breaks[1] {
            1.6
        } else {
            0.9
        };
        point.value = point.value.map(|v| (v * level).round());
    }
    points[len - 2] = Point::complete(points.iter().filter_map(|p| p.value).fold(0.0, f64::max) + 20.0);
    points[len - 1].state = State::Partial;
    let mut axis = months(len + 5, 2026 - len / 12, 2);
    axis.future = future(len - 1, 5);
    axis.events = vec![Event { from: len as f64 * 0.45, to: Some(len as f64 * 0.5), label: "Ceasefire".to_owned() }];
    axis.breaks = vec![Break { at: len as f64 * 0.2, label: "New coders".to_owned() }];
    let level = |from: usize, to: usize| {
        let sum: f64 = points[from..to].iter().filter_map(|p| p.value).sum();
        Level { from: from as f64, to: to as f64, value: sum / (to - from) as f64 }
    };
    let shift = |at: usize, label: &str| Shift {
        at: at as f64,
        low: at as f64 - 2.0,
        high: at as f64 + 1.0,
        label: label.to_owned(),
    };
    let evidence = Evidence {
        expected: alert(len - 2, Standing::Above, (7.0, 23.0)),
        levels: vec![level(0, breaks[0]), level(breaks[0], breaks[1]), level(breaks[1], len - 1)],
        level_name: String::new(),
        shifts: vec![shift(breaks[0], "Apr 2023: × 2.4"), shift(breaks[1], "Sep 2024: × 0.6 (0.4 to 0.8)")],
        fan: Some(fan(len - 1, 30.0)),
    };
    let mut drawn = panel("", "", columns(Ink::Count, points), Vec::new());
    drawn.evidence = evidence;
    figure(
        &format!("evidence-{len}"),
        "Attacks rose to their highest, far above the 7 to 23 expected",
        one(axis, drawn),
    )
}

/// A fall, and a rising trend with its band.
fn trend() -> Figure {
    let points: Vec<Point> = counts(60, 3, 40.0);
    let mut points = living(points);
    points[58] = Point::complete(9.0);
    let fitted = |i: usize| {
        let value = 30.0 * 1.02f64.powi(i as i32 - 24);
        let wide = 0.08 + 0.004 * (i as f64 - 41.0).abs();
        Point::complete(value).between(value * (1.0 - wide), value * (1.0 + wide))
    };
    let curve: Vec<Point> =
        (0..60).map(|i| if (23..59).contains(&i) { fitted(i) } else { Point::gap(State::Unreported) }).collect();
    let mut drawn =
        panel("", "", columns(Ink::Count, points), vec![line("Rising 27 % a year (8 to 49)", Ink::Estimate, curve)]);
    drawn.evidence.expected = alert(58, Standing::Below, (31.0, 74.0));
    drawn.evidence.levels = vec![Level { from: 0.0, to: 23.0, value: 45.0 }];
    drawn.evidence.level_name = "Level to August 2023".to_owned();
    figure(
        "trend",
        "Attacks have risen over three years, but fell to 9 in August, below the 31 to 74 expected",
        one(months(60, 2021, 9), drawn),
    )
}

/// Forecasts that are hard to draw: all zero, far above what was counted, and without anything counted.
fn odd_fans() -> Vec<Figure> {
    let with = |id: &str, points: Vec<Point>, fan: Fan, expected: Option<Expected>| {
        let len = points.len();
        let mut axis = months(len + fan.steps.len(), 2025, 0);
        axis.future = future(len, fan.steps.len());
        let mut drawn = panel("", "", columns(Ink::Death, points), Vec::new());
        drawn.evidence.fan = Some(fan);
        drawn.evidence.expected = expected;
        figure(id, "An awkward forecast", one(axis, drawn))
    };
    let step = |high: f64| FanStep { median: 0.0, half: (0.0, 0.0), wide: (0.0, high / 9.0), widest: (0.0, high) };
    let flat = |n: usize, high: f64| Fan { from: n, steps: vec![step(high); 3] };
    let mut quiet = vec![Point::complete(0.0); 14];
    quiet[3] = Point::complete(2.0);
    vec![
        with("fan-zero", quiet.clone(), flat(14, 0.0), alert(13, Standing::Within, (0.0, 0.0))),
        with("fan-high", quiet, flat(14, 840.0), alert(13, Standing::Below, (1.0, 2.0))),
        with("fan-alone", vec![Point::complete(1.0)], flat(1, 5.0), None),
        with(
            "fan-odd",
            vec![Point::complete(1.0); 3],
            flat(3, f64::INFINITY),
            alert(7, Standing::Above, (f64::NAN, 3.0)),
        ),
    ]
}

/// Ratios against two bases.
fn forest(rows: usize) -> Figure {
    let ratio = |k: usize, times: f64| {
        let estimate = times * 2f64.powf((k as f64 * 1.7).sin() * 1.3);
        let wide = 1.25 + 0.12 * k as f64;
        let strength = match k % 3 {
            0 => Strength::Clear,
            1 => Strength::Suggestive,
            _ => Strength::WithinChance,
        };
        let mark = match k {
            4 => None,
            6 => Some(RatioMark { estimate: f64::INFINITY, low: 1.4, high: f64::INFINITY, strength }),
            7 => Some(RatioMark { estimate: 0.0, low: 0.0, high: 0.9, strength }),
            _ => Some(RatioMark { estimate, low: estimate / wide, high: estimate * wide, strength }),
        };
        let text = match k {
            4 => "no base inside coverage".to_owned(),
            6 => "0 to 9".to_owned(),
            7 => "7 to 0".to_owned(),
            _ => format!(
                "{:+.0} % ({:+.0} to {:+.0})",
                (estimate - 1.0) * 100.0,
                (estimate / wide - 1.0) * 100.0,
                (estimate * wide - 1.0) * 100.0
            ),
        };
        Ratio { mark, text }
    };
    let name = |k: usize| match k {
        0 => "All attacks".to_owned(),
        3 => "Federally Administered Territory of the Upper River and Hills".to_owned(),
        _ => format!("Province {k}"),
    };
    let row = |k: usize| ForestRow {
        name: name(k),
        part: if k == 1 || k == 6 { Part::Opens } else { Part::Continues },
        ratios: vec![ratio(k, 1.0), ratio(k + 1, 1.2)],
    };
    let forest = Forest {
        headings: vec!["October against September 2026".to_owned(), "October 2026 against October 2025".to_owned()],
        rows: (0..rows).map(row).collect(),
    };
    figure(
        &format!("forest-{rows}"),
        "Attacks rose clearly in two provinces; elsewhere chance explains the change",
        Shape::Forest(forest),
    )
}

pub(super) fn evidence() -> Vec<Figure> {
    let mut figures = vec![
        forecast(61, 40.0),
        forecast(14, 12.0),
        crowded(62, [25, 42]),
        crowded(24, [8, 15]),
        crowded(300, [110, 220]),
        trend(),
    ];
    figures.extend(odd_fans());
    figures.extend([forest(12), forest(1), forest(0)]);
    figures
}

//! Made-up figures over time.

use super::made_up::*;
use crate::figure::*;

pub(super) fn frequency() -> Figure {
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

pub(super) fn long_run() -> Figure {
    let mut axis = months(396, 1990, 0);
    axis.breaks = vec![Break { at: 180.0, label: "New coders".to_owned() }];
    let points: Vec<Point> = counts(396, 5, 120.0)
        .into_iter()
        .enumerate()
        .map(|(i, p)| {
            if i < 24 {
                Point::gap(State::NotCovered)
            } else {
                p.between(p.value.unwrap_or(0.0) * 0.9, p.value.unwrap_or(0.0) * 1.3)
            }
        })
        .collect();
    let panels = vec![
        panel("Incidents", "per month", columns(Ink::Count, points.clone()), Vec::new()),
        panel("Killed", "per month", None, vec![line("Killed", Ink::Death, points)]),
    ];
    figure(
        "long-run",
        "Three decades: the wars of 2003 and 2014 dwarf the rest",
        Shape::Series(Panels { axis, panels }),
    )
}

pub(super) fn groups() -> Figure {
    let names = [
        "Valley Coalition",
        "Southern Front for the Liberation of the River Provinces",
        "Northern Militia",
        "Hill Brigades",
    ];
    let mut lines: Vec<Line> = names
        .iter()
        .enumerate()
        .map(|(k, name)| line(name, Ink::Category(k as u8), living(counts(48, k as u64 + 2, 30.0 + 18.0 * k as f64))))
        .collect();
    lines[1].points = lines[1]
        .points
        .iter()
        .map(|p| p.between(p.value.unwrap_or(0.0) * 0.75, p.value.unwrap_or(0.0) * 1.2))
        .collect();
    lines.push(Line { emphasis: Emphasis::Context, ..line("All other groups", Ink::Past, counts(48, 9, 60.0)) });
    lines.push(line("Unattributed", Ink::Unattributed, counts(48, 12, 25.0)));
    figure(
        "groups",
        "The Hill Brigades overtook every other group in 2025",
        one(months(48, 2022, 9), panel("", "", None, lines)),
    )
}

pub(super) fn converging() -> Figure {
    let lines = (0..12).map(|k| {
        let mut points = counts(36, k + 20, 20.0);
        points[35] = Point::complete(20.0);
        line(&format!("Group number {}", k + 1), Ink::Category(k as u8), points)
    });
    figure(
        "converging",
        "Twelve groups end the year with the same count",
        one(months(36, 2023, 0), panel("", "", None, lines.collect())),
    )
}

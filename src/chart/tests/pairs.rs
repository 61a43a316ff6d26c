//! Tests of the charts of pairs: two that come to be near each other, two that fight, and one of which little is known.

use super::*;
use crate::analysis::{Need, Part};

const HILL: &str = "Hill Brigade";
const SHORE: &str = "Shore Front";
const LAKE: &str = "Lake Guard";
const LONE: &str = "Lone Band";

/// From the third year on the Front strikes a day after the Brigade where that struck.
fn rows() -> Vec<Row> {
    let mut noise = Noise(71);
    let mut rows = Vec::new();
    let place = |group: &str, at: Day, district: usize| Row {
        district: format!("District {district}"),
        ..row(&at.to_string(), group, "Ilmaray")
    };
    for month in 0..48 {
        let at = |noise: &mut Noise| day("2021-01-01").plus(month * 30 + noise.below(28) as i32);
        for _ in 0..2 {
            let (first, district) = (at(&mut noise), noise.below(5));
            rows.push(place(HILL, first, district));
            let follows = month >= 24 && noise.below(3) > 0;
            let (next, elsewhere) = (at(&mut noise), noise.below(5));
            rows.push(if follows { place(SHORE, first.plus(1), district) } else { place(SHORE, next, elsewhere) });
            rows.push(place(LAKE, at(&mut noise), 5));
        }
    }
    let both = |groups: [&str; 2], kind, at: &str| Row {
        groups: groups.map(str::to_owned).to_vec(),
        kind,
        district: "District 1".to_owned(),
        ..row(at, HILL, "Ilmaray")
    };
    rows.push(both([HILL, SHORE], Kind::Attack, "2023-05-04"));
    rows.push(both([HILL, SHORE], Kind::Attack, "2024-02-04"));
    rows.push(both([HILL, LAKE], Kind::Clash, "2022-02-04"));
    rows.push(place(LONE, day("2022-03-01"), 2));
    rows.push(both([LONE, LAKE], Kind::Attack, "2022-03-04"));
    rows
}

fn named(analysis: &Analysis, name: &str) -> Named {
    analysis.named(name).expect("a group of the rows")
}

fn of(analysis: &Analysis, a: &str, b: &str) -> Result<Figure, NotDrawn> {
    let subject = Subject::Pair(named(analysis, a), named(analysis, b));
    let chart = CHARTS.get("convergence").expect("a chart");
    chart.figure(analysis, &Pick { m: &ENGLISH, subject, years: Years::Usual, events: &[] })
}

#[test]
fn pairs_are_drawn_and_say_what_is_found() {
    let analysis = analysed(&rows(), Grain::Month);
    let (figures, _) = check(&analysis, &[]);
    let pair = of(&analysis, SHORE, HILL).expect("enough is known");
    assert!(figures.contains(&pair), "the order of the two does not matter");
    assert_eq!(pair.id, "convergence-hill-brigade-shore-front");
    insta::assert_snapshot!(pair.title, @"Hill Brigade and Shore Front: near each other more often than chance since January 2023");
    let fight = of(&analysis, HILL, LAKE).expect("they fought");
    insta::assert_snapshot!(fight.title, @"Hill Brigade and Lake Guard: against each other in 1 incident; otherwise nowhere near each other");
    let little = of(&analysis, LONE, LAKE).expect("an incident names both");
    insta::assert_snapshot!(little.title, @"Lake Guard and Lone Band: on the same side in 1 incident; otherwise nearness cannot be measured, 1 of the 20 incidents needed");
    assert_eq!(
        of(&analysis, LONE, SHORE),
        Err(NotDrawn::NoPair),
        "it is looked at only where it is asked for, as a run does"
    );
    for figure in [&pair, &fight, &little] {
        let Shape::Series(panels) = &figure.shape else { panic!("panels over time") };
        assert!(!panels.panels[0].lanes.is_empty(), "the ledger comes first");
        assert!(figure.notes.iter().any(|note| note.starts_with("Near each other is not acting together")));
        assert!(!figure.alt.to_lowercase().contains("cooperat"));
    }
    assert_eq!(figures.iter().filter(|f| f.chart == "convergence-network").count(), 1);
    let matrix = figures.iter().find(|f| f.chart == "convergence-matrix").expect("three groups are measured");
    assert!(matrix.title.contains("Hill Brigade and Shore Front"), "{}", matrix.title);
}

/// Its words and values, one line a series.
fn digest(figure: &Figure) -> String {
    let Shape::Series(panels) = &figure.shape else { panic!("panels over time") };
    let value = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}"));
    let point = |p: &Point| match (p.low, p.high) {
        (None, None) => value(p.value),
        (low, high) => format!("{} [{} {}]", value(p.value), value(low), value(high)),
    };
    let series = |name: &str, points: &[Point]| {
        let points: Vec<String> = points.iter().map(point).collect();
        format!("  {name} = {}", points.join(" "))
    };
    let axis = &panels.axis;
    let mut lines = vec![figure.id.clone(), figure.title.clone(), figure.subtitle.clone(), figure.alt.clone()];
    lines.extend(figure.notes.iter().map(|note| format!("* {note}")));
    lines.push(format!("{} to {}", axis.names[0], axis.names[axis.len - 1]));
    for panel in &panels.panels {
        lines.push(format!("{} | {}", panel.title, panel.unit));
        lines.extend(panel.lanes.iter().map(|lane| series(&lane.name, &lane.points)));
        lines.extend(panel.lines.iter().map(|line| series(&line.name, &line.points)));
        for steps in &panel.steps {
            let each = steps.steps.iter().map(|step| format!("{}..{} {}", step.from, step.to, point(&step.point)));
            lines.push(format!("  {} = {}", steps.name, each.collect::<Vec<_>>().join(", ")));
        }
        lines.extend(panel.evidence.shifts.iter().map(|shift| format!("  {} at {}", shift.label, shift.at)));
    }
    lines.join("\n")
}

/// The figure's data, once.
#[test]
fn the_figure_of_a_pair_holds_what_was_measured() {
    let analysis = analysed(&rows(), Grain::Quarter);
    let figure = of(&analysis, HILL, SHORE).expect("enough is known");
    insta::assert_snapshot!(digest(&figure));
}

/// On demand only the direct evidence and the pairs are computed, and a pair of which little is known is looked at too.
#[test]
fn a_pair_on_demand_is_that_of_the_report() {
    let loaded = || loaded(&rows(), facts());
    let whole = analysed_with(loaded(), policy(Grain::Month));
    let pairs = [(HILL, SHORE), (LAKE, HILL), (LONE, LAKE)];
    for (a, b) in pairs {
        let ask = |counted: &Analysis| Ok::<_, Error>(Need::Pair(named(counted, a), named(counted, b)));
        let only = analyse_for(loaded(), policy(Grain::Month), &Beside::default(), ask).expect("rows that are counted");
        assert_eq!(of(&only, a, b), of(&whole, a, b), "{a} and {b}");
        assert!(only.trends.is_empty() && only.findings.is_empty());
    }
    let ask = |counted: &Analysis| Ok::<_, Error>(Need::Pair(named(counted, LONE), named(counted, SHORE)));
    let only = analyse_for(loaded(), policy(Grain::Month), &Beside::default(), ask).expect("rows that are counted");
    assert_eq!(of(&only, LONE, SHORE), Err(NotDrawn::TooFewOfPair { name: LONE.to_owned(), have: 2, need: 20 }));
    let ask = |_: &Analysis| Ok::<_, Error>(Need::Only { series: Vec::new(), parts: &[Part::Direct] });
    let only = analyse_for(loaded(), policy(Grain::Month), &Beside::default(), ask).expect("rows that are counted");
    assert_eq!(title(&only, "convergence-network", Subject::All), title(&whole, "convergence-network", Subject::All));
}

#[test]
fn every_chart_draws_or_refuses_a_pair() {
    let analysis = analysed(&rows(), Grain::Month);
    let subject = Subject::Pair(named(&analysis, HILL), named(&analysis, SHORE));
    for chart in CHARTS.iter() {
        for years in [Years::Usual, Years::Last(1), Years::Last(0), Years::All] {
            let drawn = chart.figure(&analysis, &Pick { m: &ENGLISH, subject, years, events: &[] });
            assert_eq!(drawn.is_ok(), chart.reach() == Reach::Pairs, "{}: {drawn:?}", chart.id());
        }
    }
}

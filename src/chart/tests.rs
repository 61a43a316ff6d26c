//! Tests: every chart over plain and over degenerate analyses, held against what all figures must keep.

mod made_up;
mod maps;
mod pairs;

use super::*;
use crate::analysis::{Beside, Error, Policy, analyse_for};
use crate::cube::Selection;
use crate::figure::{HeatColumns, Point, Shape, State};
use crate::incident::Kind;
use crate::messages::ENGLISH;
use crate::period::{Grain, WeekStart, Window};
use crate::source::CoverageRule;
use made_up::*;
use std::collections::BTreeSet;

const GRAINS: [Grain; 6] =
    [Grain::Day, Grain::Week(WeekStart::Monday), Grain::Month, Grain::Quarter, Grain::HalfYear, Grain::Year];
const URDU: &str = "تنظیم المجاہدین";
const LONG: &str = "The United Front of the Free Sons and Daughters of the Plain";

/// What all figures must keep, over one analysis.
fn check(analysis: &Analysis, events: &[ContextEvent]) -> (Vec<Figure>, Vec<Omitted>) {
    let (figures, omitted) = figures(&ENGLISH, analysis, Years::Usual, events);
    let ids: BTreeSet<&str> = figures.iter().map(|f| f.id.as_str()).collect();
    assert_eq!(ids.len(), figures.len(), "every id once: {ids:?}");
    for figure in &figures {
        let id = &figure.id;
        assert!(id.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-'), "{id}");
        let words = [&figure.title, &figure.subtitle, &figure.caption, &figure.alt];
        assert!(words.iter().all(|w| !w.is_empty() && !w.contains("NaN") && !w.contains("inf ")), "{figure:?}");
        assert!(figure.caption.contains("data to"), "{id}");
        for name in names(&figure.shape) {
            assert!(figure.alt.contains(&name), "{id}: the alternative text lacks {name}");
        }
        for (len, points) in rows(&figure.shape) {
            assert_eq!(points.len(), len, "{id}: one value a period");
            for point in points {
                let numbers = [point.value, point.low, point.high];
                assert!(numbers.into_iter().flatten().all(|v| v.is_finite() && v >= 0.0), "{id}: {point:?}");
                let is_blank = matches!(point.state, State::NotCovered | State::Unreported);
                assert_eq!(point.value.is_none(), is_blank, "{id}: a gap says why: {point:?}");
            }
        }
    }
    for omission in &omitted {
        assert!(!omission.why.text(&ENGLISH).is_empty() && !omission.name.is_empty());
    }
    for chart in CHARTS.iter() {
        for subject in subjects(analysis, chart.reach()) {
            let pick = Pick { m: &ENGLISH, subject, years: Years::Usual, events };
            if let Ok(again) = chart.figure(analysis, &pick) {
                assert!(figures.contains(&again), "{}: on demand the same as in the report", again.id);
                assert_eq!(again.id, figure_id(chart.id(), analysis, subject));
            }
        }
    }
    (figures, omitted)
}

/// Names that a painter may shorten: the alternative text has to hold them.
fn names(shape: &Shape) -> Vec<String> {
    match shape {
        Shape::Series(_) => Vec::new(),
        Shape::Multiples(m) => m.facets.iter().map(|f| f.title.clone()).collect(),
        Shape::Heatmap(m) => match m.columns {
            HeatColumns::Time(_) => m.rows.iter().map(|r| r.label.clone()).collect(),
            HeatColumns::Categories(ref names) => {
                names.iter().cloned().chain(m.rows.iter().map(|r| r.label.clone())).collect()
            }
        },
        Shape::Bars(b) => b.rows.iter().map(|r| r.name.clone()).collect(),
        Shape::Stack(s) => s.layers.iter().map(|l| l.name.clone()).collect(),
        Shape::Forest(f) => f.rows.iter().map(|r| r.name.clone()).collect(),
        Shape::Network(n) => n.nodes.iter().map(|node| node.name.clone()).collect(),
        Shape::Map(m) => {
            let written = m.bubbles.iter().filter(|b| b.label == crate::figure::Label::Written);
            let bubbles = written.map(|b| b.name.clone());
            bubbles.chain(m.areas.iter().map(|a| a.name.clone())).filter(|name| !name.is_empty()).collect()
        }
    }
}

fn rows(shape: &Shape) -> Vec<(usize, Vec<Point>)> {
    match shape {
        Shape::Series(p) => p
            .panels
            .iter()
            .flat_map(|panel| {
                let lanes = panel.lanes.iter().map(|l| &l.points);
                let columns = panel.columns.iter().map(|c| &c.points);
                columns.chain(lanes).chain(panel.lines.iter().map(|l| &l.points))
            })
            .map(|points| (p.axis.counted(), points.clone()))
            .collect(),
        Shape::Multiples(m) => m.facets.iter().map(|f| (m.axis.len, f.points.clone())).collect(),
        Shape::Heatmap(m) => {
            let len = match &m.columns {
                HeatColumns::Time(axis) => axis.len,
                HeatColumns::Categories(names) => names.len(),
            };
            // An excess may be below 0.
            let point = |t: &crate::figure::Tile| Point { value: t.value.map(f64::abs), ..Point::gap(t.state) };
            m.rows.iter().map(|r| (len, r.tiles.iter().map(point).collect())).collect()
        }
        Shape::Bars(b) => b.rows.iter().map(|r| (1, vec![r.point])).collect(),
        Shape::Stack(s) => s.layers.iter().map(|l| (s.axis.len, l.points.clone())).collect(),
        Shape::Forest(_) | Shape::Map(_) | Shape::Network(_) => Vec::new(),
    }
}

fn title(analysis: &Analysis, chart: &str, subject: Subject) -> String {
    let chart = CHARTS.get(chart).expect("a chart");
    chart.figure(analysis, &Pick { m: &ENGLISH, subject, years: Years::Usual, events: &[] }).expect("a figure").title
}

#[test]
fn a_crowd_is_drawn_at_every_grain() {
    let events = [ContextEvent {
        from: day("2023-04-28"),
        to: day("2023-05-07"),
        label: "Harvest Lights".to_owned(),
        region: None,
        group: None,
        with: None,
    }];
    for grain in GRAINS {
        let (figures, omitted) = check(&analysed(&crowd(900, 9, 5), grain), &events);
        assert!(figures.len() >= CHARTS.ids().len(), "{grain}: {omitted:?}");
        let chart = figures.iter().find(|f| f.id == "frequency-all").expect("it is drawn");
        let Shape::Series(panels) = &chart.shape else { panic!("panels over time") };
        assert_eq!(panels.panels.len(), 3, "all incidents, attacks, operations");
        assert_eq!(panels.axis.events.len(), 1, "{grain}");
        assert!(panels.axis.ticks.iter().all(|t| t.at >= 0.0 && t.at <= panels.axis.len as f64));
    }
}

#[test]
fn one_row_and_one_period_are_drawn_or_refused() {
    for grain in GRAINS {
        check(&analysed(&[row("2024-02-29", "Hill Brigade", "Ilmaray")], grain), &[]);
        let same: Vec<Row> = (0..7).map(|_| row("2024-02-29", "Hill Brigade", "Ilmaray")).collect();
        check(&analysed(&same, grain), &[]);
    }
    let facts = crate::source::Facts { coverage: CoverageRule::MonthEnd, ..facts() };
    let rows = [row("2024-02-02", "Hill Brigade", "Ilmaray")];
    let whole = analysed_with(loaded(&rows, facts), policy(Grain::Month));
    check(&whole, &[]);
    assert_eq!(title(&whole, "frequency", Subject::All), "1 attack in Nowhere so far in February 2024");
}

#[test]
fn without_a_complete_period_the_title_gives_the_days() {
    let rows = [row("2024-02-03", "Hill Brigade", "Ilmaray"), row("2024-02-09", "Hill Brigade", "Ilmaray")];
    let analysis = analysed(&rows, Grain::Month);
    assert_eq!(analysis.latest, None);
    let (_, omitted) = check(&analysis, &[]);
    let title = title(&analysis, "frequency", Subject::All);
    assert_eq!(title, "2 attacks in Nowhere from 1 February 2024 to 9 February 2024");
    let ranking = omitted.iter().find(|o| o.chart == "ranking-groups").expect("refused");
    assert_eq!(ranking.why, NotDrawn::NoCompletePeriod(Grain::Month));
}

#[test]
fn three_hundred_groups_in_forty_regions_are_capped_and_said_to_be() {
    let (figures, _) = check(&analysed(&crowd(4_000, 300, 40), Grain::Month), &[]);
    let groups = figures.iter().find(|f| f.id == "groups-all").expect("it is drawn");
    assert!(groups.notes.iter().any(|n| n.starts_with("Top 12 of 300 groups")), "{:?}", groups.notes);
    let matrix = figures.iter().find(|f| f.id == "matrix-all").expect("it is drawn");
    assert!(matrix.notes.iter().any(|n| n.starts_with("Top 12 of 40 regions")), "{:?}", matrix.notes);
}

#[test]
fn odd_names_have_charts_of_their_own() {
    let names =
        ["<&\"", "../", "=1+1", URDU, "لشکر", LONG, "A-B", "A B", "a b", "unattributed", "all", "(unattributed)"];
    let mut rows = Vec::new();
    for (at, name) in names.iter().enumerate() {
        for month in 1..=9 {
            rows.push(row(&format!("2024-{month:02}-{:02}", at + 1), name, &format!("{name} Vale")));
        }
    }
    let analysis = analysed(&rows, Grain::Month);
    let (figures, _) = check(&analysis, &[]);
    let of_groups = figures.iter().filter(|f| f.id.starts_with("frequency-group-")).count();
    assert_eq!(of_groups, names.len());
    assert!(figures.iter().any(|f| f.chart == "frequency" && f.alt.contains(LONG)));
    assert!(figures.iter().any(|f| f.chart == "frequency" && f.alt.contains(URDU)));
}

/// One incident on the first of each month from 2022 on, and as many in October 2024 as asked for.
fn months(last: usize) -> Vec<Row> {
    let month = |i: usize| format!("{}-{:02}-01", 2022 + i / 12, i % 12 + 1);
    let mut rows: Vec<Row> = (0..33).map(|i| row(&month(i), "Hill Brigade", "Ilmaray")).collect();
    rows.extend((0..last).map(|_| row("2024-10-05", "River Guard", "Ushkora")));
    rows.push(row("2024-11-02", "River Guard", "Ushkora"));
    rows
}

#[test]
fn titles_say_records_firsts_and_plain_numbers() {
    let covered = Window::new(day("2022-01-01"), day("2024-11-02"));
    let with = |rows: &[Row], version: &str| {
        let policy = crate::analysis::Policy { covered, version: Some(day(version)), ..policy(Grain::Month) };
        analysed_with(loaded(rows, facts()), policy)
    };
    let settled = |last| with(&months(last), "2025-03-01");
    let one = settled(1);
    let river = one.loaded.incidents.pool.find("River Guard").expect("a group");
    let titles = [
        title(&settled(5), "frequency", Subject::All),
        title(&one, "frequency", Subject::Group(river)),
        title(&one, "frequency", Subject::All),
        title(&settled(0), "frequency", Subject::All),
        title(&with(&months(0), "2024-11-05"), "frequency", Subject::All),
        title(&settled(5), "casualties", Subject::All),
        title(&settled(5), "heatmap", Subject::All),
    ];
    let expected = [
        "Attacks in Nowhere rose to 5 in October 2024, the most in any month since the records begin in January 2022, above the 0 to 3 expected",
        "1 attack by River Guard in October 2024, the first since the records begin in January 2022",
        "1 attack in Nowhere in October 2024, within the expected 0 to 3",
        "No attacks in Nowhere in October 2024, the first month without any since the records begin in January 2022",
        // A fall that later reports may fill up is no record.
        "No attacks in Nowhere so far in October 2024, within the expected 0 to 3",
        "Deaths in Nowhere rose to 10 in October 2024, the most in any month since the records begin in January 2022, far above the 0 to 5 expected",
        "5 of 5 attacks in October 2024 were in Ushkora",
    ];
    assert_eq!(titles, expected);
}

#[test]
fn what_a_source_never_reports_is_refused_with_the_reason() {
    let facts = crate::source::Facts { reports: Default::default(), ..facts() };
    let analysis = analysed_with(loaded(&crowd(300, 4, 3), facts), policy(Grain::Month));
    let (_, omitted) = check(&analysis, &[]);
    let why = |chart: &str| omitted.iter().find(|o| o.chart == chart).map(|o| o.why.clone());
    assert_eq!(why("casualties"), Some(NotDrawn::NotReported(Lacking::Deaths)));
    assert_eq!(why("unattributed"), Some(NotDrawn::NotMeasured));
    assert_eq!(why("tactics"), Some(NotDrawn::NotReported(Lacking::Tactics)));
}

#[test]
fn every_subject_may_be_picked_for_every_chart() {
    let analysis = analysed(&crowd(400, 4, 3), Grain::Month);
    let subjects = subjects(&analysis, Reach::Each).into_iter().chain([Subject::Group(Name::NONE)]);
    for subject in subjects {
        for chart in CHARTS.iter() {
            for years in [Years::Usual, Years::Last(1), Years::Last(0), Years::All] {
                if let Ok(figure) = chart.figure(&analysis, &Pick { m: &ENGLISH, subject, years, events: &[] }) {
                    assert!(!figure.title.is_empty());
                }
            }
        }
    }
}

/// What a chart asks for is enough for it: it is drawn the same from an analysis that has nothing else.
#[test]
fn a_chart_asks_for_all_that_it_shows() {
    let filtered = Selection { kinds: vec![Kind::Attack], ..Selection::default() };
    for selection in [Selection::default(), filtered] {
        let policy = Policy { selection, top: 3, ..policy(Grain::Month) };
        let loaded = || loaded(&crowd(700, 4, 5), facts());
        let whole = analysed_with(loaded(), policy.clone());
        for chart in CHARTS.iter() {
            let each = [Subject::All].into_iter().chain(subjects(&whole, Reach::Each).into_iter().skip(2).step_by(2));
            for subject in each {
                let ask = |counted: &Analysis| Ok::<_, Error>(chart.need(counted, subject));
                let only =
                    analyse_for(loaded(), policy.clone(), &Beside::default(), ask).expect("rows that are counted");
                let pick = Pick { m: &ENGLISH, subject, years: Years::Usual, events: &[] };
                assert_eq!(chart.figure(&only, &pick), chart.figure(&whole, &pick), "{} of {subject:?}", chart.id());
                assert!(only.findings.is_empty() || chart.need(&whole, subject) == Need::Everything);
            }
        }
    }
}

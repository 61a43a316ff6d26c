//! Tests of the pictures for pages: what a page may rely on.

use std::collections::BTreeSet;

use super::super::{Inline, Letters, Note, Width, faces, inline, stylesheet};
use super::made_up::*;
use super::{extremes, gallery};
use crate::figure::*;

/// A picture at one width, with all that is drawn around its numbers.
const MOST_BYTES: usize = 40_000;

fn both() -> [Width; 2] {
    [Width::Wide, Width::Narrow]
}

fn drawn(figure: &Figure, width: Width) -> Inline {
    inline(figure, width).expect("every figure can be drawn")
}

/// The gallery on a page, for looking at.
pub(super) fn page(width: Width) -> String {
    let (mut body, mut letters) = (String::new(), Letters::default());
    for figure in gallery().into_iter().chain(extremes()) {
        let picture = drawn(&figure, width);
        if picture.height < 4_000.0 {
            body.push_str(&format!("<h2>{}</h2>\n{}\n", figure.id, picture.svg));
        }
        letters = letters.with(&picture.letters);
    }
    let faces = faces(&letters).expect("the faces are compiled in");
    let look =
        "body{font:13px sans-serif;margin:12px;background:var(--ground);color:#777}.pic{max-width:100%;height:auto}";
    format!("<!doctype html><meta charset=\"utf-8\"><style>{faces}{}{look}</style>{body}", stylesheet())
}

/// The classes that a picture uses.
fn classes(svg: &str) -> BTreeSet<&str> {
    let lists = svg.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    lists.flat_map(str::split_whitespace).collect()
}

#[test]
fn every_class_has_a_rule_and_nothing_else_colours() {
    let rules = stylesheet();
    for figure in gallery().into_iter().chain(extremes()) {
        for width in both() {
            let Inline { svg, .. } = drawn(&figure, width);
            for class in classes(&svg).into_iter().filter(|class| *class != "s") {
                assert!(rules.contains(&format!(".{class}{{")), "{} {width:?}: {class}", figure.id);
            }
            let colours = [" fill=", " stroke=", " style=", " id=", "<style", "NaN", "inf\"", "<script"];
            assert!(!colours.iter().any(|c| svg.contains(c)), "{} {width:?}", figure.id);
            resvg::usvg::Tree::from_str(&named(&svg), &resvg::usvg::Options::default()).expect("it is well-formed");
        }
    }
}

/// In a page the namespace goes without saying.
fn named(svg: &str) -> String {
    svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1)
}

#[test]
fn pictures_are_light_and_repeat() {
    for figure in gallery() {
        for width in both() {
            let picture = drawn(&figure, width);
            let is_crowded = figure.id.ends_with("300") || figure.id.starts_with("heat-300");
            let bytes = picture.svg.len();
            assert!(is_crowded || bytes < MOST_BYTES, "{} {width:?} has {bytes} bytes", figure.id);
            assert_eq!(picture, drawn(&figure, width), "{}", figure.id);
        }
    }
}

#[test]
fn print_is_light_and_screens_follow_the_reader() {
    let rules = stylesheet();
    let (light, dark) =
        rules.split_once("@media screen and (prefers-color-scheme:dark){").expect("there is a dark part");
    assert!(light.contains("#1f6fb4") && !light.contains("#5aa9ee"));
    assert!(dark.contains("#5aa9ee") && !dark.contains("#1f6fb4"));
}

/// The starts of the subpaths of a series, and how far each goes right first, in pixels.
fn starts(svg: &str, series: usize) -> Vec<(f64, f64)> {
    let opening = format!("data-series=\"{series}\">");
    let marks = svg.split(&opening).skip(1).filter_map(|rest| rest.split("</g>").next());
    let paths = marks.flat_map(|part| part.split(" d=\"").skip(1)).filter_map(|rest| rest.split('"').next());
    let subpaths = paths.flat_map(|path| path.split('M').filter(|p| !p.is_empty()));
    let pixels = |text: &str| text.parse::<f64>().expect("a whole number") / 10.0;
    subpaths
        .map(|path| {
            let (x, rest) = path.split_once(' ').expect("two coordinates");
            let right = rest.split_once('h').map_or("0", |(_, rest)| rest);
            let end = right.find(|c: char| !c.is_ascii_digit()).unwrap_or(right.len());
            (pixels(x), pixels(&right[..end]))
        })
        .collect()
}

#[test]
fn plots_say_where_the_marks_stand() {
    let points = || vec![Point::complete(5.0); 24];
    let facet =
        |k: usize| Facet { title: format!("Province {k}"), ink: Ink::Count, points: points(), context: Vec::new() };
    let axis = || months(24, 2024, 9);
    let layer = Layer { name: "Raids".to_owned(), ink: Ink::Category(0), points: points() };
    let tiles = (0..24).map(|i| Tile::plain(Some(f64::from(i) + 1.0), State::Complete)).collect();
    let row = HeatRow { label: "Coast".to_owned(), tiles };
    let panels = vec![
        panel("Attacks", "per month", columns(Ink::Count, points()), Vec::new()),
        panel("Killed", "per month", columns(Ink::Death, points()), Vec::new()),
    ];
    // The shape, whether its series count from the column after the periods, and whether marks are centred or fill a period.
    let shapes = [
        (Shape::Series(Panels { axis: axis(), panels }), 1, true),
        (Shape::Multiples(Multiples { axis: axis(), mark: Mark::Columns, facets: vec![facet(1), facet(2)] }), 1, true),
        (Shape::Stack(Stack { axis: axis(), scale: StackScale::Amount, layers: vec![layer] }), 1, true),
        (
            Shape::Heatmap(Heatmap {
                unit: "killed".to_owned(),
                ink: Ink::Count,
                columns: HeatColumns::Time(axis()),
                rows: vec![row],
                framed: String::new(),
            }),
            0,
            false,
        ),
    ];
    for (shape, first, is_centred) in shapes {
        let figure = figure("plots", "Where marks stand", shape);
        for width in both() {
            let picture = drawn(&figure, width);
            assert!(!picture.plots.is_empty());
            for (at, plot) in picture.plots.iter().enumerate() {
                assert_eq!((plot.first, plot.periods), (0, 24));
                assert!(plot.left >= 0.0 && plot.right <= picture.width && plot.bottom <= picture.height);
                let starts = starts(&picture.svg, at + first);
                let period = (plot.right - plot.left) / 24.0;
                for i in 0..24 {
                    let middle = plot.left + (i as f64 + 0.5) * period;
                    let fits = |(left, across): &(f64, f64)| {
                        let mark = if is_centred { left + across / 2.0 } else { left + period / 2.0 };
                        (mark - middle).abs() < 0.16
                    };
                    assert!(starts.iter().any(fits), "{width:?} plot {at} period {i}: {middle} in {starts:?}");
                }
            }
        }
    }
}

#[test]
fn a_phone_shows_the_newest_periods_of_a_long_heat_map_and_says_so() {
    let figure = super::compared::heat(6, 120, Ink::Count);
    let wide = drawn(&figure, Width::Wide);
    assert_eq!((wide.notes.len(), wide.plots[0].first, wide.plots[0].periods), (0, 0, 120));
    let narrow = drawn(&figure, Width::Narrow);
    let plot = &narrow.plots[0];
    assert_eq!(narrow.notes, [Note::Newest { shown: plot.periods, of: 120 }]);
    assert!(plot.first + plot.periods == 120 && (plot.right - plot.left) / plot.periods as f64 >= 4.0, "{plot:?}");
}

#[test]
fn no_letter_of_a_phone_is_small() {
    let rules = stylesheet();
    let sizes: Vec<u32> = ["font-size:", "font:"]
        .iter()
        .flat_map(|name| rules.split(name).skip(1))
        .filter_map(|rest| rest.split("px").next()?.parse().ok())
        .collect();
    assert!(sizes.len() > 4 && sizes.iter().all(|tenths| *tenths >= 110), "{sizes:?}");
}

//! Tests: made-up figures of every shape and every awkward kind, drawn and held against structural facts.

mod awkward;
mod compared;
mod evidence;
mod extremes;
mod in_pages;
mod made_up;
mod maps;
mod over_time;
mod pairs;

use awkward::*;
use compared::*;
use evidence::*;
use extremes::*;
use over_time::*;

use super::canvas::Rect;
use super::fonts::Fonts;
use super::medium::Medium;
use super::{Width, draw, png, svg};
use crate::figure::*;

/// Embedded in a page by the dozen, a chart must stay light.
const MOST_BYTES: usize = 150_000;

pub(super) fn gallery() -> Vec<Figure> {
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
        matrix(&[
            "Valley Coalition of the North",
            "Hill Brigades",
            "Southern Front",
            "River Guard",
            "Sons of the Plateau",
            "Coast Watch",
            "Lake Union",
            "Desert Column",
            "Free Harbour",
            "Old Town Militia",
            "Iron League",
            "Salt Road Band",
            "Mountain Eagles",
        ]),
        bars(3),
        bars(10),
        bars(300),
        stack(30, StackScale::Amount),
        stack(30, StackScale::Share),
        stack(396, StackScale::Amount),
    ];
    figures.extend(evidence());
    figures.extend(awkward());
    figures.extend(maps::maps());
    figures.extend(pairs::pairs());
    figures
}

/// Texts that leave the sheet, or touch each other.
fn faults(texts: &[(String, Rect)], width: f64, height: f64) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, (text, place)) in texts.iter().enumerate() {
        let is_inside = place.left >= 0.0 && place.right <= width && place.top >= 0.0 && place.bottom <= height;
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

const MEDIA: [Medium; 3] = [Medium::File, Medium::Page(Width::Wide), Medium::Page(Width::Narrow)];

#[test]
fn texts_stay_on_the_sheet_and_apart() {
    let fonts = Fonts::load().expect("the faces are compiled in");
    let mut all = Vec::new();
    for figure in gallery().into_iter().chain(extremes()) {
        for medium in MEDIA {
            let (sheet, height) = draw(&figure, fonts, medium).expect("every figure can be drawn");
            let found = faults(&sheet.texts, medium.width(), height);
            all.extend(found.into_iter().map(|fault| format!("{} {medium:?}: {fault}", figure.id)));
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
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
    for (name, width) in [("wide", Width::Wide), ("narrow", Width::Narrow)] {
        std::fs::write(folder.join(format!("{name}.html")), in_pages::page(width))
            .expect("the folder can be written to");
    }
    for figure in gallery().into_iter().chain(extremes()) {
        let at = |kind: &str| folder.join(format!("{}.{kind}", figure.id));
        std::fs::write(at("svg"), svg(&figure).expect("drawn")).expect("the folder can be written to");
        std::fs::write(at("png"), png(&figure).expect("drawn")).expect("the folder can be written to");
    }
}

/// Texts of a drawn figure, with their places.
fn texts(figure: &Figure) -> Vec<(String, Rect)> {
    let fonts = Fonts::load().expect("the faces are compiled in");
    draw(figure, fonts, Medium::File).expect("every figure can be drawn").0.texts
}

#[test]
fn a_forecast_is_named_and_its_bands_are_labelled() {
    for figure in gallery().iter().filter(|f| f.id.starts_with("forecast-")) {
        let texts = texts(figure);
        assert!(texts.iter().any(|(t, _)| t == "Forecast: last 12 months, resampled"), "{}: {texts:?}", figure.id);
        let bands = texts.iter().filter(|(t, _)| t.starts_with("95 %")).count();
        assert_eq!(bands, 2, "{}: one a panel", figure.id);
    }
}

#[test]
fn what_is_found_is_labelled_apart_from_changes_in_collection() {
    let figures = gallery();
    let figure = figures.iter().find(|f| f.id == "evidence-62").expect("it is in the gallery");
    let texts = texts(figure);
    for label in ["New coders", "Apr 2023: × 2.4", "Sep 2024: × 0.6 (0.4 to 0.8)", "Above the expected 7 to 23"] {
        assert!(texts.iter().any(|(t, _)| t == label), "{label}: {texts:?}");
    }
    let marks = svg(figure).expect("drawn");
    let marks = marks.split_once("</style>").map_or("", |(_, marks)| marks);
    assert_eq!(marks.matches("stroke-dasharray").count(), 2, "the change in collection, and the median");
}

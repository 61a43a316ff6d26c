//! Tests: maps of regions count what the cube counts, and are refused where they would mislead.

use super::made_up::*;
use crate::analysis::{Analysis, Beside, analyse};
use crate::chart::{CHARTS, NotDrawn, Pick, Subject, Years};
use crate::figure::{Figure, Fill, Map, Shape};
use crate::geography::Boundaries;
use crate::messages::ENGLISH;
use crate::period::Grain;
use std::sync::Arc;

/// Squares side by side, each with its name.
fn boundaries(names: &[&str]) -> Arc<Boundaries> {
    let feature = |(at, name): (usize, &&str)| {
        let (west, east) = (at, at + 1);
        format!(
            r#"{{"type":"Feature","properties":{{"name":"{name}"}},"geometry":{{"type":"Polygon","coordinates":[[[{west},0],[{east},0],[{east},1],[{west},1],[{west},0]]]}}}}"#
        )
    };
    let features: Vec<String> = names.iter().enumerate().map(feature).collect();
    let folder = tempfile::tempdir().expect("a folder for one file");
    let path = folder.path().join("squares.geojson");
    let text = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","));
    std::fs::write(&path, text).expect("one small file");
    Arc::new(Boundaries::read(&path, None).expect("the squares are sound"))
}

fn analysis(names: &[&str]) -> Analysis {
    let population = [("Dhal", 400_000), ("Marches", 50_000)]
        .into_iter()
        .map(|(region, people)| (("Nowhere".to_owned(), region.to_owned()), [(2020, people)].into_iter().collect()));
    let beside = Beside { boundaries: Some(boundaries(names)), population: population.collect(), ..Beside::default() };
    let mut rows = vec![row("2025-01-05", "Band", "Dhal"), row("2026-10-31", "Band", "Marches")];
    rows.extend((0..40).map(|_| row("2026-03-05", "Band", "Dhal")));
    rows.extend((0..20).map(|_| row("2026-04-05", "Band", "Marches")));
    rows.extend((0..3).map(|_| row("2026-05-05", "Column", "Quorrin")));
    analyse(loaded(&rows, facts()), policy(Grain::Month), &beside).expect("rows that are counted")
}

fn drawn(analysis: &Analysis, chart: &str) -> Result<Figure, NotDrawn> {
    let chart = CHARTS.get(chart).expect("a chart");
    chart.figure(analysis, &Pick { m: &ENGLISH, subject: Subject::All, years: Years::Usual, events: &[] })
}

fn map(figure: &Figure) -> &Map {
    match &figure.shape {
        Shape::Map(map) => map,
        other => panic!("a map is a map: {other:?}"),
    }
}

#[test]
fn regions_have_the_incidents_of_the_last_year() {
    let analysis = analysis(&["DHAL", "Marches", "Quorrin", "Elsewhere"]);
    let figure = drawn(&analysis, "map-regions").expect("most have a boundary");
    let fills: Vec<Fill> = map(&figure).areas.iter().map(|area| area.fill).collect();
    assert_eq!(fills, [Fill::Value(40.0), Fill::Value(21.0), Fill::Value(3.0), Fill::NoData]);
    assert_eq!(figure.title, "Dhal had the most attacks in the 12 months to October 2026: 40 of 64");
    assert!(figure.caption.contains("squares.geojson") && figure.notes[0].contains("Elsewhere"), "{figure:?}");
    let rates = drawn(&analysis, "map-rates").expect("two have a population");
    let fills: Vec<Fill> = map(&rates).areas.iter().map(|area| area.fill).collect();
    assert_eq!(fills, [Fill::Value(10.0), Fill::Value(42.0), Fill::NoData, Fill::NoData]);
    assert!(rates.title.starts_with("Marches had the highest rate"), "{}", rates.title);
}

#[test]
fn a_missing_boundary_makes_no_other_region_the_first() {
    let only = analysis(&["Marches", "Quorrin"]);
    assert_eq!(drawn(&only, "map-regions"), Err(NotDrawn::MostlyUnmatched));
    let without = analysis(&["Dhal", "Marches"]);
    let figure = drawn(&without, "map-regions").expect("most have a boundary");
    assert!(figure.notes.iter().any(|note| note.contains("Quorrin (3)")), "{:?}", figure.notes);
    assert_eq!(drawn(&analysis(&["Nobody"]), "map-regions"), Err(NotDrawn::NoneMatched));
}

#[test]
fn without_boundaries_or_coordinates_there_is_no_map() {
    let plain = analysed(&crowd(200, 2, 3), Grain::Month);
    assert_eq!(drawn(&plain, "map-regions"), Err(NotDrawn::NoBoundaries));
    assert_eq!(drawn(&plain, "map-places"), Err(NotDrawn::NoPlaces));
}

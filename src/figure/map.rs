//! A map as data: outlines with values, circles for places, the lines of the graticule; all in kilometres on the page, none in degrees.

use super::Ink;
use crate::geography::{Flat, Frame};
use serde::Serialize;

/// A map. The frame gives its shape, the painter its size.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Map {
    /// What the numbers are, e.g. "incidents"; stands at the key.
    pub unit: String,
    /// The hue: blue for counts, red for the killed.
    pub ink: Ink,
    pub frame: Frame,
    /// Drawn in order, below the circles.
    pub areas: Vec<Area>,
    /// What [`Fill::NoData`] is, at the key, e.g. "No data".
    pub no_data: String,
    /// Drawn in order: the large before the small.
    pub bubbles: Vec<Bubble>,
    /// What filled and hollow circles are, at the key; empty where there are none.
    pub exact: String,
    pub approximate: String,
    /// Below everything.
    pub graticule: Vec<Meridian>,
}

/// A region.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Area {
    /// Written inside it, if there is room.
    pub name: String,
    /// Polygons, each an outer ring and its holes, closed; cut at the frame.
    pub polygons: Vec<Vec<Vec<Flat>>>,
    /// Where its name stands.
    pub label: Option<Flat>,
    pub fill: Fill,
}

/// How a region is filled.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub enum Fill {
    /// In the class of its value, 0 or more.
    Value(f64),
    /// Hatched: nobody knows.
    NoData,
    /// Plain: nothing is said of it.
    Ground,
}

/// A place; the circle's area is its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bubble {
    pub at: Flat,
    /// Above 0.
    pub value: f64,
    pub mark: Precision,
    /// Empty where the source names none.
    pub name: String,
    pub label: Label,
}

/// Whether a place's name is written beside its circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Label {
    /// If there is room.
    Written,
    Left,
}

/// How exactly a place is known: told by filling, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Precision {
    /// Filled.
    Exact,
    /// Hollow.
    Approximate,
}

/// A line of the graticule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meridian {
    /// E.g. "30° N"; at the edge of the frame.
    pub label: String,
    pub edge: Edge,
    pub parts: Vec<Vec<Flat>>,
}

/// Where a line of the graticule is labelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Edge {
    /// Parallels.
    Left,
    /// Meridians.
    Bottom,
}

//! Pictures for a page that sets title, subtitle, notes and caption itself: no words but those at the marks, colours as
//! classes of one stylesheet, letters from faces that the page brings once.

use std::collections::BTreeSet;

use super::canvas::fine;
use super::fonts::{Family, Fonts, Strength};
use super::lettering::escape;
use super::medium::Medium;
use super::stylesheet::ROOT;
use super::{Error, draw, embed};
use crate::figure::Figure;

/// How wide a picture for a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 960 pixels: a column of a page on a desk.
    Wide,
    /// 360 pixels: a phone.
    Narrow,
}

/// The letters of pictures by face; the page that holds them brings each face once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters(BTreeSet<(Family, Strength, char)>);

impl Letters {
    /// Both sets.
    pub fn with(mut self, other: &Letters) -> Letters {
        self.0.extend(&other.0);
        self
    }
}

/// Where values stand in a picture, in its pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    /// The first row of the chart's table that stands in it, and how many do: each as wide as the next, from `left` to `right`.
    pub first: usize,
    pub periods: usize,
}

/// What a picture leaves out for want of room; the page says so in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Only the newest periods of a heat map.
    Newest { shown: usize, of: usize },
}

/// A picture for a page that sets title, subtitle, notes and caption itself.
///
/// Its `svg` holds no id, no style and no script. Its root has the class `pic`, under which [`stylesheet`](super::stylesheet)
/// sets its colours. Each series stands in groups `<g class="s" data-series="K">`: K is the column of the chart's table
/// that holds it, where column 0 names the periods and each series has one (panel by panel: columns, lanes, lines,
/// steps; facets and layers as they come); of bars, heat maps, forests and links of a network it is the row, counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Inline {
    /// The `svg` element.
    pub svg: String,
    /// In pixels.
    pub width: f64,
    pub height: f64,
    /// Of charts over time; empty for others.
    pub plots: Vec<Plot>,
    /// What is left out at this width; mostly empty.
    pub notes: Vec<Note>,
    pub letters: Letters,
}

/// The figure as a picture for a page.
///
/// # Errors
/// Only through a fault of the program; see [`Error`].
pub fn inline(figure: &Figure, width: Width) -> Result<Inline, Error> {
    let fonts = Fonts::load()?;
    let (sheet, height) = draw(figure, fonts, Medium::Page(width))?;
    let across = Medium::Page(width).width();
    let svg = format!(
        "<svg class=\"{ROOT}\" role=\"img\" aria-label=\"{}\" width=\"{across}\" height=\"{height}\" viewBox=\"0 0 {} {}\">{}</svg>",
        escape(&figure.title),
        fine(across),
        fine(height),
        sheet.marks
    );
    let letters = Letters(sheet.letters);
    Ok(Inline { svg, width: across, height, plots: sheet.plots, notes: sheet.notes, letters })
}

/// The `@font-face` rules of a page with pictures of these letters: once, for all of them. The families are "Noto Sans" and "DejaVu Sans".
///
/// # Errors
/// Only through a fault of the program; see [`Error`].
pub fn faces(letters: &Letters) -> Result<String, Error> {
    embed::font_faces(Fonts::load()?, &letters.0, |family| family.name().to_owned())
}

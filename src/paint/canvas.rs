//! The sheet that shapes draw on: pixels with fractions in, SVG marks out. The marks of a file go through plotters' SVG
//! backend, those of a page through `compact`; text is set in `lettering`.

use crate::messages::{self, ENGLISH, Messages};
use std::collections::BTreeSet;

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::style::{Color, RGBColor, ShapeStyle};

use super::compact::{Compact, Joins, Shut, path};
use super::fonts::{Family, Fonts, Strength};
use super::inline;
use super::medium::Medium;
use super::stylesheet::{self, colour_class, opacity, stroke_class};
use super::theme::{Colour, Dash, WHITE};
use super::{Error, thin};

/// plotters counts in whole pixels. The sheet is therefore drawn this many times larger and scaled back by the
/// view box, so that marks keep a tenth of a pixel.
pub(super) const FINE: f64 = 10.0;
/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub colour: Colour,
    pub width: f64,
    pub dash: Dash,
}

impl Stroke {
    /// An unbroken line.
    pub(super) const fn solid(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: Dash::Solid }
    }
}

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether the two share more than an edge.
    pub(super) fn meets(&self, other: &Self) -> bool {
        const SLACK: f64 = 0.5;
        self.left + SLACK < other.right
            && other.left + SLACK < self.right
            && self.top + SLACK < other.bottom
            && other.top + SLACK < self.bottom
    }
}

/// The sheet.
pub(super) struct Canvas<'a> {
    pub fonts: &'a Fonts,
    /// The language of the words that the painter adds.
    pub m: &'static Messages,
    /// The figure's, which the families of its text are named after.
    pub id: &'a str,
    pub medium: Medium,
    pub width: f64,
    pub height: f64,
    pub marks: String,
    /// The marks of a page.
    pub compact: Compact,
    pub letters: BTreeSet<(Family, Strength, char)>,
    /// Where each text stands.
    pub texts: Vec<(String, Rect)>,
    /// Where values over time stand.
    pub plots: Vec<inline::Plot>,
    /// What has no room.
    pub notes: Vec<inline::Note>,
}

/// What a finished sheet consists of.
pub(super) struct Sheet {
    /// SVG elements, in units of a tenth of a pixel.
    pub marks: String,
    /// Letters used, by face.
    pub letters: BTreeSet<(Family, Strength, char)>,
    /// Where each text stands; the layout is tested on it.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the tests of the layout look at it"))]
    pub texts: Vec<(String, Rect)>,
    pub plots: Vec<inline::Plot>,
    pub notes: Vec<inline::Note>,
}

impl<'a> Canvas<'a> {
    /// An empty sheet.
    pub(super) fn new(fonts: &'a Fonts, (id, language): (&'a str, &str), medium: Medium, height: f64) -> Self {
        Self {
            fonts,
            m: words(language),
            id,
            medium,
            width: medium.width(),
            height,
            marks: String::new(),
            compact: Compact::default(),
            letters: BTreeSet::new(),
            texts: Vec::new(),
            plots: Vec::new(),
            notes: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> Sheet {
        let marks = match self.medium {
            Medium::File => self.marks,
            Medium::Page(_) => self.compact.finish(),
        };
        Sheet { marks, letters: self.letters, texts: self.texts, plots: self.plots, notes: self.notes }
    }

    /// The marks of a series, which a page can set apart: `series` as [`super::Inline`] counts them; none for what is no series.
    pub(super) fn series<T>(
        &mut self,
        series: impl Into<Option<usize>>,
        draw: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Some(series) = series.into() else { return draw(self) };
        self.compact.open(series);
        let drawn = draw(self);
        self.compact.close();
        drawn
    }

    /// Draws one element with plotters and keeps only its mark: not the document around it, nor the attributes
    /// that say what SVG takes for granted.
    pub(super) fn mark<E>(&mut self, element: &E) -> Result<(), Error>
    where
        for<'e> &'e E: PointCollection<'e, (i32, i32)>,
        for<'b> E: Drawable<SVGBackend<'b>>,
    {
        let mut document = String::new();
        let size = (fine(self.width).unsigned_abs(), fine(self.height).unsigned_abs());
        {
            let area: DrawingArea<_, Shift> = SVGBackend::with_string(&mut document, size).into_drawing_area();
            area.draw(element).map_err(|e| Error::Mark(e.to_string()))?;
            area.present().map_err(|e| Error::Mark(e.to_string()))?;
        }
        let inner = document.split_once(">\n").map_or("", |(_, rest)| rest);
        let inner = inner.strip_suffix("</svg>\n").unwrap_or(inner);
        let lean = inner.replace(" opacity=\"1\"", "").replace(" stroke=\"none\"", "").replace(" \"/>", "\"/>");
        self.marks.push_str(&lean);
        Ok(())
    }

    /// Marks in a dash pattern of their own.
    fn dashed(&mut self, dash: Dash, draw: impl FnOnce(&mut Self) -> Result<(), Error>) -> Result<(), Error> {
        if dash.pattern().is_empty() {
            return draw(self);
        }
        let lengths: Vec<String> = dash.pattern().iter().map(|l| fine(*l).to_string()).collect();
        self.marks.push_str(&format!("<g stroke-dasharray=\"{}\">\n", lengths.join(" ")));
        let drawn = draw(self);
        self.marks.push_str("</g>\n");
        drawn
    }

    /// A line through the points.
    pub(super) fn line(&mut self, points: &[(f64, f64)], stroke: Stroke) -> Result<(), Error> {
        if points.len() < 2 {
            return Ok(());
        }
        let points = thin::thinned(points).into_iter().map(|p| (fine(p.0), fine(p.1))).collect::<Vec<_>>();
        match self.medium {
            Medium::File => {
                let style = rgb(stroke.colour).stroke_width(fine(stroke.width).unsigned_abs());
                self.dashed(stroke.dash, |canvas| canvas.mark(&PathElement::new(points, style)))
            }
            Medium::Page(_) => {
                self.compact.path(stroke_class(stroke), path(&points, Shut::Open), Joins::Freely);
                Ok(())
            }
        }
    }

    /// A filled polygon, see-through as far as `alpha` says.
    pub(super) fn area(&mut self, points: &[(f64, f64)], colour: Colour, alpha: f64) -> Result<(), Error> {
        let points = thin::thinned(points).into_iter().map(|p| (fine(p.0), fine(p.1))).collect::<Vec<_>>();
        match self.medium {
            Medium::File => self.mark(&Polygon::new(points, rgb(colour).mix(alpha))),
            Medium::Page(_) if points.len() < 3 => Ok(()),
            Medium::Page(_) => {
                let (class, joins) = if alpha < 1.0 {
                    (format!("{} {}", colour_class(colour), opacity(alpha)), Joins::Never)
                } else {
                    (colour_class(colour), Joins::Freely)
                };
                self.compact.path(class, path(&points, Shut::Closed), joins);
                Ok(())
            }
        }
    }

    /// A filled rectangle.
    pub(super) fn fill(&mut self, rect: Rect, colour: Colour) -> Result<(), Error> {
        let corners = [(fine(rect.left), fine(rect.top)), (fine(rect.right), fine(rect.bottom))];
        match self.medium {
            Medium::File => self.mark(&Rectangle::new(corners, filled(colour))),
            Medium::Page(_) => {
                let [(left, top), (right, bottom)] = corners;
                let round = [(left, top), (right, top), (right, bottom), (left, bottom)];
                self.compact.path(colour_class(colour), path(&round, Shut::Closed), Joins::Freely);
                Ok(())
            }
        }
    }

    /// A rectangle of which only the rim is drawn, inside its bounds; what lies behind is covered in white.
    pub(super) fn hollow(&mut self, rect: Rect, colour: Colour, width: f64) -> Result<(), Error> {
        self.fill(rect, WHITE)?;
        let half = width / 2.0;
        let (left, right) = (rect.left + half, (rect.right - half).max(rect.left + half));
        let (top, bottom) = (rect.top + half, (rect.bottom - half).max(rect.top + half));
        let rim = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top), (right, top)];
        self.line(&rim, Stroke::solid(colour, width))
    }

    /// Diagonal hairlines over a rectangle.
    pub(super) fn hatch(&mut self, rect: Rect, colour: Colour, gap: f64) -> Result<(), Error> {
        let (width, height) = (rect.width(), rect.height());
        let mut offset = gap / 2.0;
        while offset < width + height {
            // From the upper or right rim down to the left or lower one.
            let upper = if offset <= width { (offset, 0.0) } else { (width, offset - width) };
            let lower = if offset <= height { (0.0, offset) } else { (offset - height, height) };
            let at = |p: (f64, f64)| (rect.left + p.0, rect.top + p.1);
            self.line(&[at(upper), at(lower)], Stroke::solid(colour, 1.0))?;
            offset += gap;
        }
        Ok(())
    }

    /// A filled dot.
    pub(super) fn dot(&mut self, at: (f64, f64), radius: f64, colour: Colour) -> Result<(), Error> {
        match self.medium {
            Medium::File => self.mark(&Circle::new((fine(at.0), fine(at.1)), fine(radius), filled(colour))),
            Medium::Page(_) => {
                self.compact.element(colour_class(colour), "circle", circle(at, radius), String::new());
                Ok(())
            }
        }
    }

    /// An open circle that covers what lies behind it.
    pub(super) fn ring(&mut self, at: (f64, f64), radius: f64, colour: Colour, width: f64) -> Result<(), Error> {
        match self.medium {
            Medium::File => {
                self.dot(at, radius, WHITE)?;
                let style = rgb(colour).stroke_width(fine(width).unsigned_abs());
                self.mark(&Circle::new((fine(at.0), fine(at.1)), fine(radius), style))
            }
            Medium::Page(_) => {
                let class = format!("{} {}", stroke_class(Stroke::solid(colour, width)), stylesheet::COVERS);
                self.compact.element(class, "circle", circle(at, radius), String::new());
                Ok(())
            }
        }
    }
}

/// The words that the painter adds, in the language of a figure.
pub(super) fn words(language: &str) -> &'static Messages {
    messages::for_language(language).unwrap_or(&ENGLISH)
}

/// A circle's attributes in a page.
pub(super) fn circle(at: (f64, f64), radius: f64) -> String {
    format!(" cx=\"{}\" cy=\"{}\" r=\"{}\"", fine(at.0), fine(at.1), fine(radius))
}

/// Pixels to the units that are drawn in. What is not a number goes to the origin rather than into the SVG.
pub(super) fn fine(pixels: f64) -> i32 {
    if pixels.is_finite() { (pixels * FINE).round() as i32 } else { 0 }
}

pub(super) fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.light.0, colour.light.1, colour.light.2)
}

fn filled(colour: Colour) -> ShapeStyle {
    rgb(colour).filled()
}

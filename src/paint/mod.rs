//! The only room that draws: a figure in, an SVG, a PNG or text for a terminal out. Same figure, same bytes; no font of the system.

mod bars;
mod canvas;
mod colour;
mod columns;
mod compact;
mod embed;
mod ends;
mod events;
mod expected;
mod fan;
mod font_tables;
mod fonts;
mod forest;
#[cfg(test)]
mod gallery;
mod heat_key;
mod heatmap;
mod inline;
mod key;
mod ledger;
mod lettering;
mod levels;
mod line;
mod map;
mod map_key;
mod map_names;
mod medium;
mod multiples;
mod network;
mod network_key;
mod network_layout;
mod network_line;
mod network_order;
mod newest;
mod page;
mod panel;
mod plot;
mod print;
mod raster;
mod scale;
mod series;
mod shape;
mod spark;
mod spread;
mod stack;
mod steps;
mod stylesheet;
mod subset;
mod text;
mod theme;
mod thin;
mod time;

use canvas::{Canvas, Rect, Sheet};
use fonts::{Family, Fonts};
use lettering::{Style, escape};
use medium::Medium;
use page::{Page, Wanted};
pub use print::{FaceFile, Picture, Print};
use raster::Pixels;
pub use text::{Charset, Colours, Paper, text};
use theme::{LABEL, MUTED, WIDTH};

use crate::figure::{Figure, Shape};
use crate::messages::Message;

pub use inline::{Inline, Letters, Note, Plot, Width, faces, inline};
pub use spark::spark;
pub use stylesheet::stylesheet;

/// What can go wrong in drawing. None of it is the data's fault: an empty or odd figure is drawn and says so.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A compiled-in face cannot be parsed.
    #[error("the compiled-in face {family} cannot be parsed: {source}")]
    Face {
        /// Its family.
        family: &'static str,
        /// The parser's reason.
        source: ttf_parser::FaceParsingError,
    },
    /// A compiled-in face cannot be cut down to the glyphs in use.
    #[error("the compiled-in face {family} cannot be cut down to the glyphs in use")]
    Subset {
        /// Its family.
        family: &'static str,
    },
    /// plotters refused a mark.
    #[error("a mark cannot be drawn: {0}")]
    Mark(String),
    /// The SVG cannot be read back.
    #[error("the drawn SVG cannot be read back: {0}")]
    Svg(String),
    /// The picture would be larger than memory allows.
    #[error("the picture is too large to be drawn as pixels")]
    Size,
    /// The PNG cannot be encoded.
    #[error("the PNG cannot be encoded: {0}")]
    Png(#[from] png::EncodingError),
}

/// What pictures of a chart are made.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    strum::VariantArray,
    strum::IntoStaticStr,
    strum::EnumString,
    serde::Serialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Images {
    #[default]
    Both,
    Svg,
    Png,
}

impl Images {
    pub fn has_svg(self) -> bool {
        match self {
            Images::Both | Images::Svg => true,
            Images::Png => false,
        }
    }

    pub fn has_png(self) -> bool {
        match self {
            Images::Both | Images::Png => true,
            Images::Svg => false,
        }
    }
}

/// The pictures that were asked for: at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pictures {
    pub svg: Option<String>,
    pub png: Option<Vec<u8>>,
}

/// As [`svg`] and [`png()`], drawn once for both.
///
/// # Errors
/// Only through a fault of the program; see [`Error`].
pub fn pictures(figure: &Figure, images: Images) -> Result<Pictures, Error> {
    let fonts = Fonts::load()?;
    let (sheet, height) = draw(figure, fonts, Medium::File)?;
    let svg = images.has_svg().then(|| with_faces(figure, fonts, &sheet, height)).transpose()?;
    let png =
        images.has_png().then(|| raster::png(&document(figure, &sheet, height, ""), Pixels::Zoomed)).transpose()?;
    Ok(Pictures { svg, png })
}

/// The figure as an SVG of its own: real text, title and description, and the glyphs it uses.
///
/// # Errors
/// Only through a fault of the program; see [`Error`].
pub fn svg(figure: &Figure) -> Result<String, Error> {
    let fonts = Fonts::load()?;
    let (sheet, height) = draw(figure, fonts, Medium::File)?;
    with_faces(figure, fonts, &sheet, height)
}

/// The document that brings the glyphs it uses.
fn with_faces(figure: &Figure, fonts: &Fonts, sheet: &Sheet, height: f64) -> Result<String, Error> {
    let faces = embed::font_faces(fonts, &sheet.letters, |family| family.in_chart(&figure.id))?;
    Ok(document(figure, sheet, height, &format!("<style>\n{faces}</style>\n")))
}

/// The figure as a PNG at twice the SVG's size, drawn from the same marks.
///
/// # Errors
/// Only through a fault of the program; see [`Error`].
pub fn png(figure: &Figure) -> Result<Vec<u8>, Error> {
    let fonts = Fonts::load()?;
    let (sheet, height) = draw(figure, fonts, Medium::File)?;
    raster::png(&document(figure, &sheet, height, ""), Pixels::Zoomed)
}

/// The figure as a PNG of exactly so many pixels: the sheet as large as fits, in the middle, on white.
///
/// # Errors
/// Where no picture has such a size, or through a fault of the program; see [`Error`].
pub fn png_fitted(figure: &Figure, width: u32, height: u32) -> Result<Vec<u8>, Error> {
    let fonts = Fonts::load()?;
    let (sheet, sheet_height) = draw(figure, fonts, Medium::File)?;
    raster::png(&document(figure, &sheet, sheet_height, ""), Pixels::Fitted { width, height })
}

/// Lays the figure out and draws it; also the sheet's height in pixels.
fn draw(figure: &Figure, fonts: &Fonts, medium: Medium) -> Result<(Sheet, f64), Error> {
    let page = Page::of(figure, fonts, medium);
    let wanted = match &figure.shape {
        Shape::Series(panels) => series::height(panels, fonts, medium),
        Shape::Multiples(multiples) => Wanted::Exactly(multiples::height(multiples, fonts, medium)),
        Shape::Heatmap(map) => Wanted::Exactly(heatmap::height(map, fonts, medium)),
        Shape::Bars(bars) => Wanted::Exactly(bars::height(bars, fonts, medium)),
        Shape::Stack(stack) => stack::height(stack, fonts, medium),
        Shape::Forest(forest) => Wanted::Exactly(forest::height(forest, medium)),
        Shape::Map(map) => Wanted::Exactly(map::height(map, fonts, medium)),
        Shape::Network(network) => {
            Wanted::Exactly(network::height(network, fonts, medium, canvas::words(figure.language)))
        }
    };
    let height = page.height(wanted);
    let mut canvas = Canvas::new(fonts, (&figure.id, figure.language), medium, height);
    if medium == Medium::File {
        canvas.fill(Rect { left: 0.0, top: 0.0, right: WIDTH, bottom: height }, theme::WHITE)?;
    }
    page.draw(&mut canvas);
    let plot = page.plot(height);
    match &figure.shape {
        Shape::Series(panels) => series::draw(&mut canvas, plot, panels)?,
        Shape::Multiples(multiples) => multiples::draw(&mut canvas, plot, multiples)?,
        Shape::Heatmap(map) => heatmap::draw(&mut canvas, plot, map)?,
        Shape::Bars(bars) => bars::draw(&mut canvas, plot, bars)?,
        Shape::Stack(stack) => stack::draw(&mut canvas, plot, stack)?,
        Shape::Forest(forest) => forest::draw(&mut canvas, plot, forest)?,
        Shape::Map(map) => map::draw(&mut canvas, plot, map)?,
        Shape::Network(network) => network::draw(&mut canvas, plot, network)?,
    }
    Ok((canvas.finish(), height))
}

/// Says in the middle of a plot why it is empty.
fn say_empty(canvas: &mut Canvas<'_>, plot: Rect, why: Message) {
    let words = canvas.m.say(why);
    let at = ((plot.left + plot.right) / 2.0, (plot.top + plot.bottom) / 2.0);
    canvas.text_mid(&words, at, Style::new(LABEL).colour(MUTED).anchor(lettering::Anchor::Middle).halo());
}

/// The marks with everything that makes them a document. Kerning is off, since the cut faces have none: so a browser,
/// the PNG and the measured widths agree.
fn document(figure: &Figure, sheet: &Sheet, height: f64, style: &str) -> String {
    let fine = |pixels: f64| (pixels * canvas::FINE).round() as i64;
    let (id, title, alt) = (escape(&figure.id), escape(&figure.title), escape(&figure.alt));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {} {}\" \
         role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"'{}', '{}', sans-serif\" \
         style=\"font-kerning:none\" stroke-linejoin=\"round\">\n\
         <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{alt}</desc>\n{style}{}</svg>\n",
        fine(WIDTH),
        fine(height),
        Family::Noto.in_chart(&figure.id),
        Family::Noto.name(),
        sheet.marks
    )
}

//! Setting of text: lines of placed glyphs, broken, shaped and ordered by parley with the compiled-in faces only.

use super::letters::{Spelling, missing};
use super::paper::{Colour, Style, Weight};
use crate::paint::{self, Picture, Print};
use krilla::text::{GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontContext, FontFamily, FontFamilyName, FontWeight, Layout,
    LayoutContext, LineHeight, OverflowWrap, StyleProperty,
};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

/// Which way the document runs; a name in another script keeps its own way inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// By the script in which the language is written.
    pub(super) fn of(language: &str) -> Direction {
        match language.split('-').next().unwrap_or_default() {
            "ar" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// The one that goes with it.
    pub(super) fn pick<T>(self, left_to_right: T, right_to_left: T) -> T {
        match self {
            Direction::LeftToRight => left_to_right,
            Direction::RightToLeft => right_to_left,
        }
    }
}

/// Which edge of the column lines keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    /// Numbers of a table.
    End,
}

/// A stretch of text in one style.
#[derive(Clone, Copy)]
pub(super) struct Span<'a> {
    pub text: &'a str,
    pub style: Style,
    /// The place in the document to which it leads, as [`super::pieces::Anchors`] numbers them.
    pub link: Option<usize>,
}

impl<'a> Span<'a> {
    pub(super) fn new(text: &'a str, style: Style) -> Span<'a> {
        Span { text, style, link: None }
    }

    pub(super) fn to(self, link: Option<usize>) -> Span<'a> {
        Span { link, ..self }
    }
}

/// What distinguishes glyphs besides their face.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Brush {
    colour: Colour,
    link: Option<usize>,
}

/// Glyphs of one face, size, colour and link, from left to right.
#[derive(Clone)]
pub(super) struct Run {
    /// As [`Print::faces`] orders them.
    pub face: usize,
    pub size: f32,
    pub colour: Colour,
    pub link: Option<usize>,
    /// Its left edge, from that of the column.
    pub x: f32,
    pub width: f32,
    pub glyphs: Vec<KrillaGlyph>,
}

/// A line of text.
#[derive(Clone)]
pub(super) struct Line {
    /// The whole text; glyphs point into it.
    pub text: Rc<str>,
    pub runs: Vec<Run>,
    pub height: f32,
    /// Below the line's top.
    pub baseline: f32,
}

/// The faces and the scratch space of setting.
pub(super) struct Setter {
    print: Print,
    fonts: FontContext,
    scratch: LayoutContext<Brush>,
    faces: Vec<u64>,
    pub direction: Direction,
}

impl Setter {
    pub(super) fn new(direction: Direction) -> Result<Setter, paint::Error> {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut fonts = FontContext { collection, source_cache: SourceCache::default() };
        let faces = Print::faces().map(|face| {
            let blob = Blob::new(Arc::new(face.bytes));
            let id = blob.id();
            fonts.collection.register_fonts(blob, None);
            id
        });
        Ok(Setter { print: Print::load()?, fonts, scratch: LayoutContext::new(), faces: faces.into(), direction })
    }

    /// The picture of an SVG that the program painted.
    pub(super) fn picture(&self, svg: &str) -> Result<Picture, paint::Error> {
        self.print.picture(svg, missing(&self.print))
    }

    /// The lines of a paragraph within `width` points.
    pub(super) fn set(&mut self, spans: &[Span], width: f32, edge: Edge) -> Vec<Line> {
        let text: String = spans.iter().map(|span| span.text).collect();
        if text.trim().is_empty() {
            return Vec::new();
        }
        let (spelling, mut layout) = self.layout(spans);
        layout.break_all_lines(Some(width));
        let alignment = match edge {
            Edge::Start => Alignment::Start,
            Edge::End => Alignment::End,
        };
        layout.align(alignment, AlignmentOptions::default());
        self.lines(&spelling, &layout)
    }

    /// Least and greatest useful width of a text in points.
    pub(super) fn widths(&mut self, text: &str, style: Style) -> (f32, f32) {
        let (_, layout) = self.layout(&[Span::new(text, style)]);
        let widths = layout.calculate_content_widths();
        (widths.min, widths.max)
    }

    fn layout(&mut self, spans: &[Span]) -> (Spelling, Layout<Brush>) {
        let text: String = spans.iter().map(|span| span.text).collect();
        let mut ends = Vec::with_capacity(spans.len());
        for span in spans {
            let before = ends.last().copied().unwrap_or(0);
            ends.push(before + Spelling::of(&self.print, span.text).drawn.len());
        }
        let spelling = Spelling::of(&self.print, &text);
        let [noto, _, dejavu, _] = Print::faces();
        let family = [noto.family, dejavu.family].map(|name| FontFamilyName::Named(Cow::Borrowed(name)));
        let mut builder = self.scratch.ranged_builder(&mut self.fonts, &spelling.drawn, 1.0, false);
        builder.set_base_direction(match self.direction {
            Direction::LeftToRight => BaseDirection::Ltr,
            Direction::RightToLeft => BaseDirection::Rtl,
        });
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&family))));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        // The line is as high as the text says, not as the default face would like.
        if let Some(first) = spans.first() {
            builder.push_default(StyleProperty::FontSize(first.style.size));
            builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(first.style.leading)));
        }
        let mut start = 0;
        for (span, end) in spans.iter().zip(ends) {
            let weight = match span.style.weight {
                Weight::Regular => FontWeight::NORMAL,
                Weight::Bold => FontWeight::BOLD,
            };
            builder.push(StyleProperty::FontSize(span.style.size), start..end);
            builder.push(StyleProperty::LineHeight(LineHeight::Absolute(span.style.leading)), start..end);
            builder.push(StyleProperty::FontWeight(weight), start..end);
            builder.push(StyleProperty::Brush(Brush { colour: span.style.colour, link: span.link }), start..end);
            start = end;
        }
        let layout = builder.build(&spelling.drawn);
        (spelling, layout)
    }

    fn lines(&self, spelling: &Spelling, layout: &Layout<Brush>) -> Vec<Line> {
        let text: Rc<str> = Rc::from(spelling.meant.as_str());
        let mut lines = Vec::new();
        for line in layout.lines() {
            let metrics = line.metrics();
            let mut x = metrics.offset;
            let mut runs: Vec<Run> = Vec::new();
            for run in line.runs() {
                let id = run.font().data.id();
                let face = self.faces.iter().position(|&face| face == id).unwrap_or(0);
                let size = run.font_size();
                let mut open = false;
                for cluster in run.visual_clusters() {
                    let range = spelling.meaning(cluster.text_range());
                    let brush = cluster.style().brush;
                    if cluster.is_ligature_continuation() {
                        let last = runs.last_mut().and_then(|run| run.glyphs.last_mut());
                        if let Some(last) = last {
                            last.text_range =
                                last.text_range.start.min(range.start)..last.text_range.end.max(range.end);
                        }
                        continue;
                    }
                    let fits = |run: &&mut Run| open && run.colour == brush.colour && run.link == brush.link;
                    if runs.last_mut().as_ref().is_none_or(|run| !fits(run)) {
                        let (colour, link) = (brush.colour, brush.link);
                        runs.push(Run { face, size, colour, link, x, width: 0.0, glyphs: Vec::new() });
                        open = true;
                    }
                    let Some(run) = runs.last_mut() else { continue };
                    for glyph in cluster.glyphs() {
                        let (dx, dy) = (glyph.x / size, -glyph.y / size);
                        let advance = glyph.advance / size;
                        let id = GlyphId::new(glyph.id);
                        run.glyphs.push(KrillaGlyph::new(id, advance, dx, dy, 0.0, range.clone(), None));
                        run.width += glyph.advance;
                        x += glyph.advance;
                    }
                }
            }
            let baseline = metrics.baseline - metrics.block_min_coord;
            lines.push(Line { text: Rc::clone(&text), runs, height: metrics.line_height, baseline });
        }
        lines
    }
}

//! Pages to bytes: ink, tags, links, bookmarks and metadata, checked against the standards while they are written.

use super::lead::number_width;
use super::paper::{BOTTOM, Colour, FOOTER, HAIR, HAIRLINE, HEIGHT, MARGIN, MEASURE, SMALL, TOP, WIDTH};
use super::pieces::{Ink, Pages, Placed};
use super::plan::Plan;
use super::setter::{Direction, Edge, Line, Setter, Span};
use super::tags::{TagId, Tags};
use super::title;
use crate::messages::Message;
use crate::paint::{self, Print};
use crate::period::Day;
use crate::report::Report;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, SpanTag, Tag};
use krilla::text::Font;
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};

/// What the file promises to be, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Promise {
    /// PDF/UA-1 and PDF/A-2a.
    Archival,
    /// PDF/UA-1 alone: an archive wants a date, which not every report has.
    Accessible,
    /// Only PDF: tagged and titled all the same.
    Nothing,
}

/// A link to be laid over the page once its ink is dry.
struct Pending {
    area: Rect,
    anchor: usize,
    tag: TagId,
    text: String,
}

/// Writes a report.
pub(super) struct Writer<'a> {
    pub report: &'a Report<'a>,
    pub plan: &'a Plan,
    pub pages: &'a Pages,
    pub setter: &'a mut Setter,
    pub tags: Tags,
    pub date: Option<DateTime>,
}

impl Writer<'_> {
    pub(super) fn bytes(mut self, promise: Promise) -> Result<Vec<u8>, String> {
        let configuration = configuration(promise);
        let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
        let mut document = Document::new_with(settings);
        let fonts = Print::faces()
            .map(|face| Font::new(face.bytes.into(), 0).expect("the compiled-in faces are read wherever text is set"));
        let total = self.pages.pages.len();
        let pages = self.pages;
        for (number, marks) in pages.pages.iter().enumerate() {
            let size = PageSettings::from_wh(WIDTH, HEIGHT).expect("the sheet has a size");
            let mut page = document.start_page_with(size);
            let mut links = Vec::new();
            let mut surface = page.surface();
            for placed in marks {
                self.mark(&mut surface, &fonts, number, placed, &mut links).map_err(|error| error.to_string())?;
            }
            self.footer(&mut surface, &fonts, number, total);
            surface.finish();
            for link in links {
                let (page_index, y) = self.pages.anchors[link.anchor];
                let point = Point::from_xy(0.0, (TOP + y - 12.0).max(0.0));
                let target = Target::Destination(XyzDestination::new(page_index, point).into());
                let annotation = LinkAnnotation::new(link.area, target);
                let ink = page.add_tagged_annotation(Annotation::new_link(annotation, Some(link.text)));
                self.tags.ink(link.tag, ink);
            }
            page.finish();
        }
        document.set_outline(self.outline());
        document.set_metadata(self.metadata());
        document.set_tag_tree(self.tags.tree());
        document.finish().map_err(|refused| format!("{refused:?}"))
    }

    fn mark(
        &mut self,
        surface: &mut Surface,
        fonts: &[Font],
        page: usize,
        placed: &Placed,
        links: &mut Vec<Pending>,
    ) -> Result<(), paint::Error> {
        let (x, y) = (MARGIN + placed.mark.x, TOP + placed.y);
        let tag = placed.mark.tag;
        match &placed.mark.ink {
            Ink::Line(line) => self.line(surface, fonts, (x, y), line, tag, links),
            Ink::PageOf { anchor, style } => {
                let number = (self.pages.anchors[*anchor].0 + 1).to_string();
                let span = Span::new(&number, *style).to(Some(*anchor));
                for line in self.setter.set(&[span], number_width(), Edge::End) {
                    self.line(surface, fonts, (x, y), &line, tag, links);
                }
            }
            Ink::Bar { width, height, colour } => {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                fill(surface, *colour);
                let mut path = PathBuilder::new();
                if let Some(rect) = Rect::from_xywh(x, y, *width, *height) {
                    path.push_rect(rect);
                }
                if let Some(path) = path.finish() {
                    surface.draw_path(&path);
                }
                surface.end_tagged();
            }
            Ink::Picture { svg, width, height, alt } => {
                let Some(size) = Size::from_wh(*width, *height) else { return Ok(()) };
                let picture = self.setter.picture(svg)?;
                let ink = surface.start_tagged(content(tag));
                surface.push_transform(&Transform::from_translate(x, y));
                surface.draw_svg(&picture, size, SvgSettings::default());
                surface.pop();
                surface.end_tagged();
                if let Some(tag) = tag {
                    let area = Rect::from_xywh(x, y, *width, *height).map(|rect| BBox::new(page, rect));
                    self.tags.become_kind(tag, Tag::Figure(Some(alt.clone())).with_bbox(area));
                    self.tags.ink(tag, ink);
                }
            }
        }
        Ok(())
    }

    /// The glyphs of a line; each stretch of one link by itself.
    fn line(
        &mut self,
        surface: &mut Surface,
        fonts: &[Font],
        (x, y): (f32, f32),
        line: &Line,
        tag: Option<TagId>,
        links: &mut Vec<Pending>,
    ) {
        for runs in line.runs.chunk_by(|a, b| a.link == b.link) {
            let ink = surface.start_tagged(content(tag));
            for run in runs {
                fill(surface, run.colour);
                let start = Point::from_xy(x + run.x, y + line.baseline);
                surface.draw_glyphs(start, &run.glyphs, fonts[run.face].clone(), &line.text, run.size, false);
            }
            surface.end_tagged();
            let Some(tag) = tag else { continue };
            let (Some(first), Some(last)) = (runs.first(), runs.last()) else { continue };
            let Some(anchor) = first.link else {
                self.tags.ink(tag, ink);
                continue;
            };
            let link = self.tags.add(tag, Tag::Link);
            self.tags.ink(link, ink);
            let width = last.x + last.width - first.x;
            if let Some(area) = Rect::from_xywh(x + first.x, y, width, line.height) {
                let glyphs = || runs.iter().flat_map(|run| &run.glyphs);
                let from = glyphs().map(|glyph| glyph.text_range.start).min().unwrap_or(0);
                let to = glyphs().map(|glyph| glyph.text_range.end).max().unwrap_or(0);
                links.push(Pending { area, anchor, tag: link, text: line.text[from..to].to_owned() });
            }
        }
    }

    /// Title and page number, which nobody wants read aloud on every page.
    fn footer(&mut self, surface: &mut Surface, fonts: &[Font], number: usize, total: usize) {
        let document = self.report.document();
        let [page, pages] = [number + 1, total].map(|n| crate::text::count(n as f64));
        let numbers = document.words.say(Message::PdfPage { page, pages });
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        fill(surface, HAIR);
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(MARGIN, HEIGHT - BOTTOM + 14.0, MEASURE, HAIRLINE) {
            path.push_rect(rect);
        }
        if let Some(path) = path.finish() {
            surface.draw_path(&path);
        }
        let name = title(self.report);
        let room = MEASURE - 100.0;
        let (title_x, number_x) = self.setter.direction.pick((0.0, room), (100.0, 0.0));
        let columns = [(title_x, room, name.as_str(), Edge::Start), (number_x, 100.0, numbers.as_str(), Edge::End)];
        for (x, width, text, edge) in columns {
            let lines = self.setter.set(&[Span::new(text, SMALL)], width, edge);
            let Some(line) = lines.first() else { continue };
            for run in &line.runs {
                fill(surface, run.colour);
                let start = Point::from_xy(MARGIN + x + run.x, FOOTER);
                surface.draw_glyphs(start, &run.glyphs, fonts[run.face].clone(), &line.text, run.size, false);
            }
        }
        surface.end_tagged();
    }

    /// Bookmarks of sections and parts, under one of the title.
    fn outline(&self) -> Outline {
        let document = self.report.document();
        let node = |title: &str, anchor: Option<usize>| {
            let (page, y) = anchor.map_or((0, 0.0), |anchor| self.pages.anchors[anchor]);
            let point = Point::from_xy(0.0, (TOP + y - 12.0).max(0.0));
            OutlineNode::new(title.to_owned(), XyzDestination::new(page, point))
        };
        let mut outline = Outline::new();
        outline.push_child(node(&title(self.report), None));
        for section in &document.sections {
            let mut chapter = node(&section.title, self.plan.section(&section.id));
            for part in &section.parts {
                if let Some(anchor) = self.plan.section(&part.id) {
                    chapter.push_child(node(&part.title, Some(anchor)));
                }
            }
            outline.push_child(chapter);
        }
        outline
    }

    fn metadata(&self) -> Metadata {
        let document = self.report.document();
        let manifest = self.report.manifest();
        let program = format!("{} {}", manifest.program, manifest.version);
        let metadata = Metadata::new()
            .title(title(self.report))
            .description(document.subtitle.clone())
            .creator(program)
            .language(document.words.language().to_owned())
            .document_id(format!("{}-{}", manifest.program, manifest.label))
            .text_direction(match self.setter.direction {
                Direction::LeftToRight => TextDirection::LeftToRight,
                Direction::RightToLeft => TextDirection::RightToLeft,
            });
        match self.date {
            Some(date) => metadata.creation_date(date),
            None => metadata,
        }
    }
}

fn content(tag: Option<TagId>) -> ContentTag<'static> {
    match tag {
        Some(_) => ContentTag::Span(SpanTag::empty()),
        None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
    }
}

fn configuration(promise: Promise) -> Configuration {
    match promise {
        Promise::Archival => ConfigurationBuilder::new()
            .with_archival_validator(Archival::A2_A)
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .expect("both standards are of PDF 1.7"),
        Promise::Accessible => ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .expect("the standard is of PDF 1.7"),
        Promise::Nothing => Configuration::default(),
    }
}

/// Midnight in Greenwich: the day is all that is known. `None` outside the years of four digits.
pub(super) fn date(day: Day) -> Option<DateTime> {
    let small = |part: u32| u8::try_from(part).ok();
    let year = u16::try_from(day.year()).ok().filter(|year| *year <= 9999)?;
    let date = DateTime::new(year).month(small(day.month())?).day(small(day.day_of_month())?);
    Some(date.hour(0).minute(0).second(0).utc_offset_hour(0))
}

fn fill(surface: &mut Surface, Colour(red, green, blue): Colour) {
    surface.set_stroke(None);
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: krilla::paint::FillRule::NonZero,
    }));
}

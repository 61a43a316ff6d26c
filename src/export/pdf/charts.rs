//! Charts: words set by the page, pictures as vectors; one over the whole measure, or two side by side.

use super::composer::{Composer, Level};
use super::letters::missing;
use super::paper::{CAPTION, MEASURE, SMALL};
use super::pieces::{Ink, Mark, Piece};
use super::setter::Span;
use super::tags::TagId;
use crate::paint::{self, Inline, Picture};
use crate::report::ChartFile;
use krilla::tagging::Tag;
use std::rc::Rc;

/// No picture is higher than this.
const TALLEST: f32 = 400.0;
/// Points of a picture's pixel at most: small pictures are not blown up.
const LARGEST: f32 = 0.75;
/// Between two charts side by side.
const GUTTER: f32 = 20.0;

impl Composer<'_> {
    /// The picture of an SVG that the program painted.
    pub(super) fn picture(&self, svg: &str) -> Result<Picture, paint::Error> {
        self.setter.print().picture(svg, missing(self.setter.print()))
    }

    /// Charts with their anchors: over the whole measure in a section, two side by side in its parts.
    pub(super) fn charts(
        &mut self,
        parent: TagId,
        charts: Vec<(&str, usize)>,
        level: Level,
    ) -> Result<(), paint::Error> {
        let report = self.report;
        let abreast = match level {
            Level::Section => 1,
            Level::Part | Level::Below => 2,
        };
        for row in charts.chunks(abreast) {
            let found: Vec<(&ChartFile, usize)> = row.iter().map(|(id, anchor)| (report.chart(id), *anchor)).collect();
            // A picture that leaves something out for want of room stands alone, where it need not.
            if found.len() > 1 && found.iter().all(|(chart, _)| chart.narrow.notes.is_empty()) {
                let width = (MEASURE - GUTTER) / 2.0;
                let mut piece = Piece::new(16.0, 0.0, Vec::new());
                for (i, (chart, anchor)) in found.into_iter().enumerate() {
                    let start = (width + GUTTER) * i as f32;
                    self.chart(&mut piece, parent, chart, &chart.narrow, (start, width))?;
                    piece.anchors.push(anchor);
                }
                self.column.pieces.push(piece);
                continue;
            }
            for (chart, anchor) in found {
                let mut piece = Piece::new(18.0, 0.0, Vec::new());
                self.chart(&mut piece, parent, chart, &chart.wide, (0.0, MEASURE))?;
                piece.anchors.push(anchor);
                self.column.pieces.push(piece);
            }
        }
        Ok(())
    }

    /// Title, subtitle, picture and small print, never parted.
    fn chart(
        &mut self,
        piece: &mut Piece,
        parent: TagId,
        chart: &ChartFile,
        inline: &Inline,
        (start, measure): (f32, f32),
    ) -> Result<(), paint::Error> {
        let parent = self.tags.add(parent, Tag::Div);
        let title = self.tags.add(parent, Tag::P);
        let mut y = self.cell(piece, (start, 0.0), measure, &[Span::new(&chart.title, CAPTION)], title);
        let subtitle = self.tags.add(parent, Tag::P);
        y = self.cell(piece, (start, y + 1.0), measure, &[Span::new(&chart.subtitle, SMALL)], subtitle);
        let picture = self.picture(&inline.svg)?;
        let size = picture.size();
        let scale = (measure / size.width()).min(TALLEST / size.height()).min(LARGEST);
        let (width, height) = (size.width() * scale, size.height() * scale);
        let figure = self.tags.add(parent, Tag::Figure(Some(chart.alt.clone())));
        let ink = Ink::Picture { picture: Rc::new(picture), width, height, alt: chart.alt.clone() };
        piece.marks.push(Mark { x: self.inward(start, width), y: y + 5.0, ink, tag: Some(figure) });
        y += 5.0 + height + 4.0;
        piece.height = piece.height.max(y);
        for text in chart.notes.iter().chain([&chart.caption]) {
            let tag = self.tags.add(parent, Tag::P);
            y = self.cell(piece, (start, y), measure, &[Span::new(text, SMALL.scaled(0.9))], tag);
        }
        Ok(())
    }
}

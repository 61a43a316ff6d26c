//! Charts: words set by the page, pictures as vectors; one over the whole measure, or two side by side.

use super::composer::{Composer, Level};
use super::paper::{CAPTION, MEASURE, SMALL};
use super::pieces::{Ink, Mark, Piece};
use super::setter::Span;
use super::tags::TagId;
use crate::paint::Inline;
use crate::report::ChartFile;
use krilla::tagging::Tag;

/// No picture over the whole measure is higher than this, and none of a pair, whose letters would become too small.
const TALLEST: f32 = 340.0;
const TALLEST_OF_PAIR: f32 = 460.0;
/// Points of a picture's pixel at most: small pictures are not blown up.
const LARGEST: f32 = 0.75;
/// Between two charts side by side.
const GUTTER: f32 = 20.0;

impl Composer<'_> {
    /// Charts with their anchors: over the whole measure in a section, two side by side in its parts.
    pub(super) fn charts(&mut self, parent: TagId, charts: Vec<(&str, usize)>, level: Level) {
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
                let mut small: Vec<&str> = Vec::new();
                for (i, (chart, anchor)) in found.into_iter().enumerate() {
                    let start = (width + GUTTER) * i as f32;
                    self.chart(&mut piece, parent, chart, &chart.narrow, (start, width));
                    piece.anchors.push(anchor);
                    small.extend(chart.notes.iter().chain([&chart.caption]).map(String::as_str));
                }
                self.small_print(&mut piece, parent, &small);
                self.column.pieces.push(piece);
                continue;
            }
            for (chart, anchor) in found {
                let mut piece = Piece::new(18.0, 0.0, Vec::new());
                self.chart(&mut piece, parent, chart, &chart.wide, (0.0, MEASURE));
                let small: Vec<&str> = chart.notes.iter().chain([&chart.caption]).map(String::as_str).collect();
                self.small_print(&mut piece, parent, &small);
                piece.anchors.push(anchor);
                self.column.pieces.push(piece);
            }
        }
    }

    /// Title, subtitle and picture, never parted.
    fn chart(
        &mut self,
        piece: &mut Piece,
        parent: TagId,
        chart: &ChartFile,
        inline: &Inline,
        (start, measure): (f32, f32),
    ) {
        let parent = self.tags.add(parent, Tag::Div);
        let title = self.tags.add(parent, Tag::P);
        let mut y = self.cell(piece, (start, 0.0), measure, &[Span::new(&chart.title, CAPTION)], title);
        let subtitle = self.tags.add(parent, Tag::P);
        y = self.cell(piece, (start, y + 1.0), measure, &[Span::new(&chart.subtitle, SMALL)], subtitle);
        let (across, down) = (inline.width as f32, inline.height as f32);
        let tallest = if measure < MEASURE { TALLEST_OF_PAIR } else { TALLEST };
        let scale = (measure / across).min(tallest / down).min(LARGEST);
        let (width, height) = (across * scale, down * scale);
        let figure = self.tags.add(parent, Tag::Figure(Some(chart.alt.clone())));
        let ink = Ink::Picture { svg: inline.svg.as_str().into(), width, height, alt: chart.alt.clone() };
        piece.marks.push(Mark { x: self.inward(start, width), y: y + 5.0, ink, tag: Some(figure) });
        y += 5.0 + height + 4.0;
        piece.height = piece.height.max(y);
    }

    /// Notes and source lines under charts, one after the other; what two charts share is said once.
    fn small_print(&mut self, piece: &mut Piece, parent: TagId, texts: &[&str]) {
        let mut once: Vec<&str> = Vec::new();
        for text in texts {
            if !once.contains(text) {
                once.push(text);
            }
        }
        let (tag, y) = (self.tags.add(parent, Tag::P), piece.height);
        self.cell(piece, (0.0, y), MEASURE, &[Span::new(&once.join(" "), SMALL.scaled(0.9))], tag);
    }
}

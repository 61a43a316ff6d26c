//! The first pages: title, facts, headlines, key figures, how complete the data is, and the contents with page numbers.

use super::composer::{Composer, Level};
use super::paper::{BODY, FIGURE, HAIR, HAIRLINE, MEASURE, MUTED, RULE, SMALL, SUBTITLE, Style, TITLE};
use super::pieces::{Ink, Keep, Mark, Piece, Start};
use super::setter::{Edge, Span};
use super::tags::{TagId, Tags};
use crate::messages::Message;
use crate::paint;
use crate::report::{Headline, KeyFigure, Lead, Section, Spark};
use krilla::tagging::{ListNumbering, Tag};
use std::num::NonZeroU16;

/// A spark beside a headline or a key figure.
const SPARK: f32 = 84.0;
/// The label of a fact.
const LABEL: f32 = 92.0;
/// Key figures side by side.
const ABREAST: usize = 2;
const GUTTER: f32 = 22.0;
/// For page numbers in the contents.
const NUMBERS: f32 = 30.0;

const FACT: Style = SMALL.scaled(1.08);
const ENTRY: Style = BODY;
const ENTRY_OF_PART: Style = SMALL.scaled(1.08);

impl Composer<'_> {
    /// Title and first screen.
    pub(super) fn lead(&mut self) -> Result<(), paint::Error> {
        let report = self.report;
        let document = report.document();
        let tag = self.tags.add(Tags::ROOT, Tag::Section);
        if let Some(organisation) = &report.brand().organisation {
            self.paragraph(tag, 0.0, &[Span::new(organisation, SUBTITLE)]);
        }
        let title = super::title(report);
        // A title is set smaller before it is broken.
        let set = |scale: f32| self.setter.set(&[Span::new(&title, TITLE.scaled(scale))], MEASURE, Edge::Start);
        let mut sizes = [1.0, 0.9, 0.8].into_iter().map(set);
        let lines = sizes.by_ref().find(|lines| lines.len() < 2);
        drop(sizes);
        let lines = lines.unwrap_or_else(|| self.setter.set(&[Span::new(&title, TITLE)], MEASURE, Edge::Start));
        let level = NonZeroU16::new(1).expect("a level above 0");
        let heading = self.tags.add(tag, Tag::Hn(level, Some(title)));
        self.lines(4.0, 0.0, lines, heading);
        self.paragraph(tag, 5.0, &[Span::new(&document.subtitle, SUBTITLE)]);
        self.bar(12.0, 1.2);
        let Lead { facts, headlines, figures, completeness } = &document.lead;
        self.facts(tag, facts);
        for headline in headlines {
            self.headline(tag, headline)?;
        }
        self.figures(tag, figures)?;
        if !completeness.is_empty() {
            let title = self.words.say(Message::WordComplete {});
            self.heading(tag, &title, Level::Below, None);
            let items: Vec<Vec<Span>> = completeness.iter().map(|text| vec![Span::new(text, FACT)]).collect();
            self.list(tag, 4.0, &items, FACT);
        }
        Ok(())
    }

    /// A rule over the whole measure.
    pub(super) fn bar(&mut self, before: f32, height: f32) {
        let mark = Mark { x: 0.0, y: 0.0, ink: Ink::Bar { width: MEASURE, height, colour: RULE }, tag: None };
        self.column.pieces.push(Piece::new(before, height, vec![mark]));
    }

    /// Label and value side by side, as a list of terms.
    fn facts(&mut self, parent: TagId, facts: &[(String, String)]) {
        if facts.is_empty() {
            return;
        }
        let list = self.tags.add(parent, Tag::L(ListNumbering::None));
        for (i, (label, value)) in facts.iter().enumerate() {
            let item = self.tags.add(list, Tag::LI);
            let (term, body) = (self.tags.add(item, Tag::Lbl), self.tags.add(item, Tag::LBody));
            let rest = MEASURE - LABEL;
            let columns =
                [(0.0, LABEL - 8.0, label, FACT.colour(MUTED), term), (LABEL, rest, value, value_style(), body)];
            let mut piece = Piece::new(if i == 0 { 10.0 } else { 2.0 }, 0.0, Vec::new());
            for (start, width, text, style, tag) in columns {
                self.cell(&mut piece, (start, 0.0), width, &[Span::new(text, style)], tag);
            }
            self.column.pieces.push(piece);
        }
    }

    /// Lines in a piece of several columns; returns how far down they reach.
    pub(super) fn cell(&mut self, piece: &mut Piece, at: (f32, f32), width: f32, spans: &[Span], tag: TagId) -> f32 {
        let (x, mut y) = (self.inward(at.0, width), at.1);
        for line in self.setter.set(spans, width, Edge::Start) {
            let below = y + line.height;
            piece.marks.push(Mark { x, y, ink: Ink::Line(line), tag: Some(tag) });
            y = below;
        }
        piece.height = piece.height.max(y);
        y
    }

    fn spark(&mut self, parent: TagId, spark: &Spark, x: f32, y: f32) -> Result<Mark, paint::Error> {
        let size = self.setter.picture(&spark.svg)?.size();
        let height = size.height() * SPARK / size.width();
        let tag = self.tags.add(parent, Tag::Figure(Some(spark.alt.clone())));
        let ink = Ink::Picture { svg: spark.svg.as_str().into(), width: SPARK, height, alt: spark.alt.clone() };
        Ok(Mark { x: self.inward(x, SPARK), y, ink, tag: Some(tag) })
    }

    /// The sentence, and at its side the course of its series.
    fn headline(&mut self, parent: TagId, headline: &Headline) -> Result<(), paint::Error> {
        let first = self.column.pieces.len();
        let style = BODY.scaled(1.12);
        let width = MEASURE - SPARK - GUTTER;
        self.finding(parent, &headline.card, style, width, 12.0);
        self.evidence(parent, &headline.card);
        if let Some(spark) = &headline.spark {
            let mark = self.spark(parent, spark, MEASURE - SPARK, 0.0)?;
            if let Some(piece) = self.column.pieces.get_mut(first) {
                piece.marks.push(mark);
            }
        }
        Ok(())
    }

    fn figures(&mut self, parent: TagId, figures: &[KeyFigure]) -> Result<(), paint::Error> {
        if figures.is_empty() {
            return Ok(());
        }
        let title = self.words.say(Message::WordKeyFigures {});
        self.heading(parent, &title, Level::Below, None);
        let width = (MEASURE - GUTTER) / ABREAST as f32;
        for row in figures.chunks(ABREAST) {
            let mut piece = Piece::new(8.0, 0.0, Vec::new());
            for (i, figure) in row.iter().enumerate() {
                let start = (width + GUTTER) * i as f32;
                let tag = self.tags.add(parent, Tag::Div);
                let rule = Ink::Bar { width, height: HAIRLINE, colour: HAIR };
                piece.marks.push(Mark { x: self.inward(start, width), y: 0.0, ink: rule, tag: None });
                let text = self.tags.add(tag, Tag::P);
                let label = Span::new(&figure.label, FACT.colour(MUTED));
                let room = width - SPARK - 6.0;
                let mut y = self.cell(&mut piece, (start, 5.0), room, &[label], text);
                let value = self.tags.add(tag, Tag::P);
                y = self.cell(&mut piece, (start, y), room, &[Span::new(&figure.value, FIGURE)], value);
                if let Some(spark) = &figure.spark {
                    let mark = self.spark(tag, spark, start + width - SPARK, 9.0)?;
                    piece.marks.push(mark);
                }
                for against in &figure.against {
                    let base = format!("{}: ", against.base);
                    let spans = [Span::new(&base, SMALL), Span::new(&against.text, value_style().scaled(0.95))];
                    let tag = self.tags.add(tag, Tag::P);
                    y = self.cell(&mut piece, (start, y + 1.5), width, &spans, tag);
                }
                piece.height = piece.height.max(y);
            }
            self.column.pieces.push(piece);
        }
        Ok(())
    }

    /// Sections and parts with the pages on which they begin.
    pub(super) fn contents(&mut self) {
        let sections = &self.report.document().sections;
        if sections.is_empty() {
            return;
        }
        let tag = self.tags.add(Tags::ROOT, Tag::Section);
        let title = self.words.say(Message::WordContents {});
        let first = self.column.pieces.len();
        self.heading(tag, &title, Level::Section, None);
        let list = self.tags.add(tag, Tag::TOC);
        for (i, section) in sections.iter().enumerate() {
            self.entry(list, section, ENTRY, 0.0, if i == 0 { 8.0 } else { 5.0 });
            for part in &section.parts {
                self.entry(list, part, ENTRY_OF_PART, 14.0, 1.5);
            }
        }
        // The contents begin on a page of their own where they would be torn.
        let height: f32 = self.column.pieces[first..].iter().map(|piece| piece.before + piece.height).sum();
        let above: f32 = self.column.pieces[..first].iter().map(|piece| piece.before + piece.height).sum();
        if above + height > super::paper::ROOM
            && let Some(piece) = self.column.pieces.get_mut(first)
        {
            piece.start = Start::NewPage;
        }
    }

    fn entry(&mut self, list: TagId, section: &Section, style: Style, indent: f32, before: f32) {
        let Some(anchor) = self.plan.section(&section.id) else { return };
        let tag = self.tags.add(list, Tag::TOCI);
        let width = MEASURE - indent - NUMBERS;
        let lines = self.setter.set(&[Span::new(&section.title, style).to(Some(anchor))], width, Edge::Start);
        let first = self.column.pieces.len();
        let x = self.inward(indent, width);
        self.lines(before, x, lines, tag);
        for piece in &mut self.column.pieces[first..] {
            piece.keep = Keep::WithNext;
        }
        if let Some(last) = self.column.pieces.last_mut() {
            last.keep = Keep::Free;
            let number = Ink::PageOf { anchor, style };
            let x = self.setter.direction.pick(MEASURE - NUMBERS, 0.0);
            last.marks.push(Mark { x, y: 0.0, ink: number, tag: Some(tag) });
        }
    }
}

/// Room for a page number.
pub(super) const fn number_width() -> f32 {
    NUMBERS
}

/// The value of a fact.
fn value_style() -> Style {
    FACT.colour(super::paper::TEXT)
}

//! From blocks to pieces: paragraphs, headings, findings, caveats, charts.

use super::paper::{BODY, CAPTION, CLEAR, Colour, LINK, MEASURE, MUTED, PART, SECTION, SMALL, SUGGESTIVE, Style};
use super::pieces::{Column, Ink, Keep, Mark, Piece};
use super::plan::{Plan, Room};
use super::setter::{Direction, Edge, Line, Setter, Span};
use super::tags::{TagId, Tags};
use crate::messages::{Message, Messages};
use crate::report::{Block, Card, Report, Section, Strength};
use krilla::tagging::{ListNumbering, Tag};
use std::num::NonZeroU16;

/// Of list items.
const INDENT: f32 = 12.0;

/// Which level a heading has in the outline of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Section,
    Part,
    /// Of something that opens in the page.
    Below,
}

/// Composes a report.
pub(super) struct Composer<'a> {
    pub report: &'a Report<'a>,
    pub words: &'static Messages,
    pub plan: &'a Plan,
    pub setter: &'a mut Setter,
    pub tags: Tags,
    pub column: Column,
}

impl Composer<'_> {
    /// Lines one under the other as pieces: the first two stay together, and the last two.
    pub(super) fn lines(&mut self, before: f32, x: f32, lines: Vec<Line>, tag: TagId) {
        let count = lines.len();
        for (i, line) in lines.into_iter().enumerate() {
            let height = line.height;
            let mark = Mark { x, y: 0.0, ink: Ink::Line(line), tag: Some(tag) };
            let mut piece = Piece::new(if i == 0 { before } else { 0.0 }, height, vec![mark]);
            if count > 1 && (i == 0 || i + 2 == count) {
                piece.keep = Keep::WithNext;
            }
            self.column.pieces.push(piece);
        }
    }

    /// A paragraph over the whole measure.
    pub(super) fn paragraph(&mut self, parent: TagId, before: f32, spans: &[Span]) {
        self.indented(parent, before, 0.0, spans);
    }

    fn indented(&mut self, parent: TagId, before: f32, indent: f32, spans: &[Span]) {
        let lines = self.setter.set(spans, MEASURE - indent, Edge::Start);
        if !lines.is_empty() {
            let tag = self.tags.add(parent, Tag::P);
            let x = self.inward(indent, MEASURE - indent);
            self.lines(before, x, lines, tag);
        }
    }

    /// The left edge of what stands `start` points from the near edge of the column.
    pub(super) fn inward(&self, start: f32, width: f32) -> f32 {
        match self.setter.direction {
            Direction::LeftToRight => start,
            Direction::RightToLeft => MEASURE - start - width,
        }
    }

    pub(super) fn heading(&mut self, parent: TagId, text: &str, level: Level, anchor: Option<usize>) {
        let (style, before, depth) = match level {
            Level::Section => (SECTION, 28.0, 2),
            Level::Part => (PART, 20.0, 3),
            Level::Below => (CAPTION, 14.0, 4),
        };
        let lines = self.setter.set(&[Span::new(text, style)], MEASURE, Edge::Start);
        let level = NonZeroU16::new(depth).expect("a level above 0");
        let tag = self.tags.add(parent, Tag::Hn(level, Some(text.to_owned())));
        let first = self.column.pieces.len();
        self.lines(before, 0.0, lines, tag);
        for piece in &mut self.column.pieces[first..] {
            piece.keep = Keep::WithNext;
        }
        if let (Some(anchor), Some(piece)) = (anchor, self.column.pieces.get_mut(first)) {
            piece.anchors.push(anchor);
        }
    }

    /// A section or part with its heading.
    pub(super) fn section(&mut self, parent: TagId, section: &Section, level: Level) {
        let tag = self.tags.add(parent, Tag::Section);
        self.heading(tag, &section.title, level, self.plan.section(&section.id));
        let mut room = match level {
            Level::Section => Room::of_section(),
            Level::Part | Level::Below => Room::of_part(),
        };
        self.blocks(tag, section, &section.blocks, level, &mut room);
        if room.left_out > 0 {
            let n = (room.left_out as f64).into();
            let text = self.words.say(Message::PdfMore { n });
            self.paragraph(tag, 8.0, &[Span::new(&text, SMALL)]);
        }
        let (printed, left_out): (Vec<&Section>, Vec<&Section>) =
            section.parts.iter().partition(|part| self.plan.section(&part.id).is_some());
        for part in printed {
            self.section(tag, part, Level::Part);
        }
        if !left_out.is_empty() {
            let names: Vec<String> = left_out.iter().map(|part| part.title.clone()).collect();
            let text = self.words.say(Message::PdfMoreParts { names: self.words.list(&names) });
            self.paragraph(tag, 14.0, &[Span::new(&text, SMALL)]);
        }
    }

    fn blocks(&mut self, tag: TagId, section: &Section, blocks: &[Block], level: Level, room: &mut Room) {
        let mut charts = Vec::new();
        for block in blocks {
            if !matches!(block, Block::Chart(_)) {
                self.charts(tag, std::mem::take(&mut charts), level);
            }
            match block {
                Block::Text(text) => self.paragraph(tag, 7.0, &[Span::new(text, BODY)]),
                Block::Findings(cards) => self.findings(tag, cards, level, room),
                Block::Table(table) if room.tables > 0 => {
                    room.tables -= 1;
                    self.table(tag, table, room.rows);
                }
                Block::Table(_) => room.left_out += 1,
                Block::Caveats(texts) => {
                    let items: Vec<Vec<Span>> = texts.iter().map(|text| vec![Span::new(text, SMALL)]).collect();
                    self.list(tag, 7.0, &items, SMALL);
                }
                Block::Chart(id) => match self.plan.chart_in(&section.id, id) {
                    Some(anchor) => charts.push((id.as_str(), anchor)),
                    None => room.left_out += 1,
                },
                Block::Details { summary, blocks } => {
                    let shows = |block: &Block| match block {
                        Block::Chart(id) => self.plan.chart_in(&section.id, id).is_some(),
                        Block::Text(_)
                        | Block::Findings(_)
                        | Block::Table(_)
                        | Block::Caveats(_)
                        | Block::Details { .. } => true,
                    };
                    if blocks.iter().any(shows) {
                        self.heading(tag, summary, Level::Below, None);
                    }
                    self.blocks(tag, section, blocks, level, room);
                }
            }
        }
        self.charts(tag, charts, level);
    }

    /// A list with dashes at its near edge.
    pub(super) fn list(&mut self, parent: TagId, before: f32, items: &[Vec<Span>], style: Style) {
        let list = self.tags.add(parent, Tag::L(ListNumbering::None));
        for (i, spans) in items.iter().enumerate() {
            let lines = self.setter.set(spans, MEASURE - INDENT, Edge::Start);
            let dash = self.setter.set(&[Span::new("–", style.colour(MUTED))], INDENT, Edge::Start);
            let item = self.tags.add(list, Tag::LI);
            let (label, body) = (self.tags.add(item, Tag::Lbl), self.tags.add(item, Tag::LBody));
            let first = self.column.pieces.len();
            let x = self.inward(INDENT, MEASURE - INDENT);
            self.lines(if i == 0 { before } else { 2.5 }, x, lines, body);
            let at = self.inward(0.0, INDENT);
            if let (Some(piece), Some(dash)) = (self.column.pieces.get_mut(first), dash.into_iter().next()) {
                piece.marks.insert(0, Mark { x: at, y: 0.0, ink: Ink::Line(dash), tag: Some(label) });
            }
        }
    }

    /// In a part the charts stand beside the findings, which need not lead there.
    fn findings(&mut self, parent: TagId, cards: &[Card], level: Level, room: &mut Room) {
        for card in &cards[..room.findings.min(cards.len())] {
            self.finding(parent, card, BODY, MEASURE, 8.0);
            match level {
                Level::Section => self.evidence(parent, card),
                Level::Part | Level::Below => {}
            }
        }
        room.left_out += cards.len().saturating_sub(room.findings);
        room.findings = room.findings.saturating_sub(cards.len());
    }

    /// The sentence with its strength and its caveats.
    pub(super) fn finding(&mut self, parent: TagId, card: &Card, style: Style, width: f32, before: f32) {
        let strength = card.strength.word(self.words);
        let spans = [
            Span::new(&card.sentence, style),
            Span::new("  ", style),
            Span::new(&strength, strength_style(card.strength)),
        ];
        let tag = self.tags.add(parent, Tag::P);
        let lines = self.setter.set(&spans, width, Edge::Start);
        let x = self.inward(0.0, width);
        self.lines(before, x, lines, tag);
        let items: Vec<Vec<Span>> = card.caveats.iter().map(|text| vec![Span::new(text, SMALL)]).collect();
        if !items.is_empty() {
            self.column.keep_with_next();
            self.list(parent, 2.0, &items, SMALL);
        }
    }

    /// Where in the document it can be seen. Rows of the files are named by the page, which leads to them.
    pub(super) fn evidence(&mut self, parent: TagId, card: &Card) {
        let inside = card.evidence.iter().filter_map(|link| self.plan.target(&link.to).map(|to| (link, to)));
        let inside: Vec<(&str, usize)> = inside.map(|(link, to)| (link.text.as_str(), to)).collect();
        if inside.is_empty() {
            return;
        }
        self.column.keep_with_next();
        let lead = format!("{}: ", self.words.say(Message::WordEvidence {}));
        let mut spans = vec![Span::new(&lead, SMALL)];
        for (i, (text, to)) in inside.into_iter().enumerate() {
            if i > 0 {
                spans.push(Span::new("; ", SMALL));
            }
            spans.push(Span::new(text, SMALL.colour(LINK)).to(Some(to)));
        }
        self.paragraph(parent, 1.5, &spans);
    }
}

/// The word of strength after a sentence: what is clear stands out, what is within chance does not.
fn strength_style(strength: Strength) -> Style {
    let colour: Colour = match strength {
        Strength::Clear => CLEAR,
        Strength::Suggestive => SUGGESTIVE,
        Strength::Counted | Strength::WithinChance => MUTED,
    };
    SMALL.bold().colour(colour)
}

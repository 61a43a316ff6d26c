//! The blocks of a document as the template tells them apart.

use super::chart::Picture;
use super::path;
use crate::messages::{Message, Messages};
use crate::report::{Align, Block, Card, Report, Strength, Table, Target};
use minijinja::Value;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A [`Block`].
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Shown<'a> {
    Text { text: &'a str },
    Findings { cards: Vec<Finding<'a>> },
    Table(Grid<'a>),
    Chart(Box<Picture<'a>>),
    Caveats { texts: &'a [String] },
    Details { summary: &'a str, blocks: Vec<Shown<'a>> },
}

#[derive(Serialize)]
pub(super) struct Finding<'a> {
    sentence: &'a str,
    strength: Chip,
    caveats: &'a [String],
    evidence: Vec<Pointer<'a>>,
}

#[derive(Serialize)]
pub(super) struct Chip {
    class: &'static str,
    word: String,
}

#[derive(Serialize)]
struct Pointer<'a> {
    text: &'a str,
    href: Value,
}

#[derive(Serialize)]
pub(super) struct Grid<'a> {
    id: String,
    caption: &'a str,
    columns: Vec<Column<'a>>,
    rows: &'a [Vec<String>],
    /// Set smaller in print.
    wide: bool,
    note: Cow<'a, str>,
    source: &'a str,
}

#[derive(Serialize)]
struct Column<'a> {
    text: &'a str,
    /// Of words, not of numbers.
    words: bool,
}

/// Columns that still fit a printed page (A4, upright) in the common size.
const WIDE: usize = 8;

/// What a page has shown so far.
pub(super) struct View<'a> {
    report: &'a Report<'a>,
    /// Tables so far: a table's caption is an anchor, and a number keeps anchors apart.
    tables: usize,
    /// The charts of the page, which links lead to.
    placed: BTreeSet<&'a str>,
    /// Those already shown: a chart that is shown again is no anchor.
    shown: BTreeSet<&'a str>,
}

impl<'a> View<'a> {
    pub fn of(report: &'a Report) -> View<'a> {
        let sections = &report.document().sections;
        let mut placed = BTreeSet::new();
        for section in sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts)) {
            charts(&section.blocks, &mut placed);
        }
        View { report, tables: 0, placed, shown: BTreeSet::new() }
    }

    pub fn words(&self) -> &'static Messages {
        self.report.document().words
    }

    pub fn blocks(&mut self, blocks: &'a [Block]) -> Vec<Shown<'a>> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &'a Block) -> Shown<'a> {
        match block {
            Block::Text(text) => Shown::Text { text },
            Block::Findings(cards) => Shown::Findings { cards: cards.iter().map(|card| self.finding(card)).collect() },
            Block::Table(table) => Shown::Table(self.grid(table)),
            Block::Chart(id) => {
                let chart = self.report.chart(id);
                let anchor =
                    if self.shown.insert(id) { format!("chart:{id}") } else { format!("chart:{id}:{}", self.tables) };
                Shown::Chart(Box::new(Picture::new(self, anchor, chart)))
            }
            Block::Caveats(texts) => Shown::Caveats { texts },
            Block::Details { summary, blocks } => Shown::Details { summary, blocks: self.blocks(blocks) },
        }
    }

    pub fn finding(&self, card: &'a Card) -> Finding<'a> {
        let evidence = card.evidence.iter();
        Finding {
            sentence: &card.sentence,
            strength: chip(card.strength, self.words()),
            caveats: &card.caveats,
            evidence: evidence.map(|l| Pointer { text: &l.text, href: self.href(&l.to) }).collect(),
        }
    }

    /// A chart is shown in the page itself; its file is for other places.
    fn href(&self, target: &Target) -> Value {
        path(match target {
            Target::Chart(id) if self.placed.contains(id.as_str()) => format!("#chart:{id}"),
            Target::Chart(_) | Target::Section(_) | Target::Dataset(_) => self.report.href(target),
        })
    }

    pub fn grid(&mut self, table: &'a Table) -> Grid<'a> {
        self.tables += 1;
        let words = |align| match align {
            Align::Start => true,
            Align::End => false,
        };
        let columns = table.columns().iter();
        Grid {
            id: format!("table:{}", self.tables),
            caption: table.caption(),
            columns: columns.map(|head| Column { text: &head.text, words: words(head.align) }).collect(),
            rows: table.rows(),
            wide: table.columns().len() > WIDE,
            note: Cow::Borrowed(table.note()),
            source: table.source(),
        }
    }
}

impl Grid<'_> {
    /// With a sentence on the file that has `more` rows than these, if it has.
    pub fn beyond(mut self, more: usize, m: &Messages, file: String) -> Self {
        if more > 0 {
            let more = m.say(Message::MoreRows { n: (more as f64).into(), file });
            self.note = Cow::Owned([self.note.as_ref(), &more].join(" ").trim_start().to_owned());
        }
        self
    }
}

pub(super) fn chip(strength: Strength, words: &Messages) -> Chip {
    let class = match strength {
        Strength::Counted => "counted",
        Strength::Clear => "clear",
        Strength::Suggestive => "suggestive",
        Strength::WithinChance => "within-chance",
    };
    Chip { class, word: strength.word(words) }
}

fn charts<'a>(blocks: &'a [Block], into: &mut BTreeSet<&'a str>) {
    for block in blocks {
        match block {
            Block::Chart(id) => {
                into.insert(id);
            }
            Block::Details { blocks, .. } => charts(blocks, into),
            Block::Text(_) | Block::Findings(_) | Block::Table(_) | Block::Caveats(_) => {}
        }
    }
}

//! The page as the HTML template sees it: plain values with every pointer resolved. Text is passed on as it is, to be escaped.

use crate::messages::{Message, Messages};
use crate::report::{Align, Block, Card, ChartFile, ColumnDoc, Dataset, Place, Report, Strength, Table, Target};
use minijinja::Value;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Page<'a> {
    language: &'static str,
    words: Words,
    css: Value,
    title: &'a str,
    subtitle: &'a str,
    sections: Vec<Part<'a>>,
    datasets: Vec<Data<'a>>,
    colophon: &'a [String],
}

#[derive(Serialize)]
struct Part<'a> {
    id: &'a str,
    title: &'a str,
    blocks: Vec<Shown<'a>>,
}

/// The words of the template.
#[derive(Serialize)]
struct Words {
    skip: String,
    contents: String,
    evidence: String,
    caveats: String,
    source: String,
    note: String,
    image: String,
    table: String,
    downloads: String,
    colophon: String,
}

impl Words {
    fn of(m: &Messages) -> Words {
        Words {
            skip: m.say(Message::WordSkip {}),
            contents: m.say(Message::WordContents {}),
            evidence: m.say(Message::WordEvidence {}),
            caveats: m.say(Message::WordCaveats {}),
            source: m.say(Message::WordSource {}),
            note: m.say(Message::WordNote {}),
            image: m.say(Message::WordImage {}),
            table: m.say(Message::WordTable {}),
            downloads: m.say(Message::WordDownloads {}),
            colophon: m.say(Message::WordColophon {}),
        }
    }
}

/// A [`Block`] as the template tells it apart.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Shown<'a> {
    Text { text: &'a str },
    Findings { cards: Vec<Finding<'a>> },
    Table(Grid<'a>),
    Chart(Picture<'a>),
    Caveats { texts: &'a [String] },
    Details { summary: &'a str, blocks: Vec<Shown<'a>> },
}

#[derive(Serialize)]
struct Finding<'a> {
    sentence: &'a str,
    strength: Chip,
    caveats: &'a [String],
    evidence: Vec<Pointer<'a>>,
}

#[derive(Serialize)]
struct Chip {
    class: &'static str,
    word: String,
}

#[derive(Serialize)]
struct Pointer<'a> {
    text: &'a str,
    href: Value,
}

#[derive(Serialize)]
struct Grid<'a> {
    id: String,
    caption: &'a str,
    columns: Vec<Column<'a>>,
    rows: &'a [Vec<String>],
    /// Set smaller in print.
    wide: bool,
    note: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct Column<'a> {
    text: &'a str,
    align: &'static str,
}

#[derive(Serialize)]
struct Picture<'a> {
    title: &'a str,
    alt: &'a str,
    caption: &'a str,
    svg: Value,
    png: Value,
    data: Option<Value>,
    size: Option<(u32, u32)>,
}

#[derive(Serialize)]
struct Data<'a> {
    title: &'a str,
    csv: Value,
    parquet: Option<Value>,
    columns: &'a [ColumnDoc],
}

/// The page of a report.
pub(super) fn page(report: &Report) -> Page<'_> {
    let document = report.document();
    let mut view = View { report, tables: 0 };
    let sections = document.sections.iter();
    let sections = sections.map(|s| Part { id: &s.id, title: &s.title, blocks: view.blocks(&s.blocks) }).collect();
    Page {
        language: document.words.language(),
        words: Words::of(document.words),
        css: Value::from_safe_string(include_str!("page/report.css").to_owned()),
        title: &document.title,
        subtitle: &document.subtitle,
        sections,
        datasets: report.datasets().iter().map(data).collect(),
        colophon: &document.colophon,
    }
}

/// A path of the report folder: made of labels, which hold nothing to escape ([`Report::new`] checks them).
fn path(made_of_labels: String) -> Value {
    Value::from_safe_string(made_of_labels)
}

fn data(dataset: &Dataset) -> Data<'_> {
    let parquet = match dataset.place() {
        Place::Tables => Some(path(format!("tables/{}.parquet", dataset.id()))),
        Place::Top => None,
    };
    Data { title: dataset.title(), csv: path(dataset.csv_path()), parquet, columns: dataset.columns() }
}

struct View<'a> {
    report: &'a Report,
    /// Tables so far: a table's caption is an anchor, and a number keeps anchors apart.
    tables: usize,
}

impl<'a> View<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) -> Vec<Shown<'a>> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &'a Block) -> Shown<'a> {
        match block {
            Block::Text(text) => Shown::Text { text },
            Block::Findings(cards) => Shown::Findings { cards: cards.iter().map(|card| self.finding(card)).collect() },
            Block::Table(table) => Shown::Table(self.grid(table)),
            Block::Chart(id) => Shown::Chart(self.picture(self.report.chart(id))),
            Block::Caveats(texts) => Shown::Caveats { texts },
            Block::Details { summary, blocks } => Shown::Details { summary, blocks: self.blocks(blocks) },
        }
    }

    fn finding(&self, card: &'a Card) -> Finding<'a> {
        let class = match card.strength {
            Strength::Counted => "counted",
            Strength::Clear => "clear",
            Strength::Suggestive => "suggestive",
            Strength::WithinChance => "within-chance",
        };
        let word = card.strength.word(self.report.document().words);
        let evidence = card.evidence.iter();
        Finding {
            sentence: &card.sentence,
            strength: Chip { class, word },
            caveats: &card.caveats,
            evidence: evidence.map(|l| Pointer { text: &l.text, href: path(self.report.href(&l.to)) }).collect(),
        }
    }

    fn grid(&mut self, table: &'a Table) -> Grid<'a> {
        self.tables += 1;
        let align = |align| match align {
            Align::Start => "start",
            Align::End => "end",
        };
        let columns = table.columns().iter();
        Grid {
            id: format!("table:{}", self.tables),
            caption: table.caption(),
            columns: columns.map(|head| Column { text: &head.text, align: align(head.align) }).collect(),
            rows: table.rows(),
            wide: table.columns().len() > WIDE,
            note: table.note(),
            source: table.source(),
        }
    }

    fn picture(&self, chart: &'a ChartFile) -> Picture<'a> {
        Picture {
            title: &chart.title,
            alt: &chart.alt,
            caption: &chart.caption,
            svg: path(format!("charts/{}.svg", chart.id)),
            png: path(format!("charts/{}.png", chart.id)),
            data: chart.data.clone().map(|id| path(self.report.href(&Target::Dataset(id)))),
            size: size(&chart.png),
        }
    }
}

/// Columns that still fit a printed page (A4, upright) in the common size.
const WIDE: usize = 8;

/// Pixels of a PNG for each pixel of the page.
const PNG_SCALE: u32 = 2;

/// Width and height of a chart on the page, from the head of its PNG (PNG specification, 11.2.2), so that the page does
/// not jump while pictures load.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| png.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some((number(16)? / PNG_SCALE, number(20)? / PNG_SCALE))
}

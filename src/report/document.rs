//! The document of a report: sections of blocks, already in words. A renderer lays them out and decides nothing.

use super::error::Malformed;
pub use crate::finding::Strength;
use crate::messages::{ENGLISH, Messages};
use crate::paint::{Images, Inline};

/// What `index.html` and `report.md` show, in order. Every text is plain: no markup, names as they are; a renderer escapes.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub title: String,
    /// One line under the title: place, period, source.
    pub subtitle: String,
    /// The language of the text and of what a renderer adds ("Contents", "Source").
    pub words: &'static Messages,
    /// The first screen: what a reader with one minute needs.
    pub lead: Lead,
    pub sections: Vec<Section>,
    /// The last lines: program and version, how to cite, what the numbers cannot say.
    pub colophon: Vec<String>,
}

impl Document {
    /// An English document without sections.
    pub fn new(title: impl Into<String>, subtitle: impl Into<String>) -> Document {
        Document {
            title: title.into(),
            subtitle: subtitle.into(),
            words: &ENGLISH,
            lead: Lead::default(),
            sections: Vec::new(),
            colophon: Vec::new(),
        }
    }
}

/// The first screen under title and subtitle. Every part may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lead {
    /// Period, as-of, source, version: label and value, in order.
    pub facts: Vec<(String, String)>,
    /// Three to six findings, the strongest first, each with the course of its series.
    pub headlines: Vec<Headline>,
    pub figures: Vec<KeyFigure>,
    /// How complete the data is, one sentence each.
    pub completeness: Vec<String>,
}

/// A finding of the first screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    pub card: Card,
    pub spark: Option<Spark>,
}

/// A word-sized line of a series. An SVG without words, in the classes of [`Inline`].
#[derive(Clone, Debug, PartialEq)]
pub struct Spark {
    pub svg: String,
    /// What it shows: "Incidents per month, November 2025 to October 2026: from 31 to 49."
    pub alt: String,
}

/// One number of the first screen and what it is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    /// "People killed".
    pub label: String,
    /// "at least 37".
    pub value: String,
    /// Against the period before and the same period a year ago.
    pub against: Vec<Against>,
    pub spark: Option<Spark>,
}

/// A comparison of a [`KeyFigure`].
#[derive(Clone, Debug, PartialEq)]
pub struct Against {
    /// "September 2026".
    pub base: String,
    /// "+8 (+80 %), 95 % interval -49 % to +672 %", or why it is not compared.
    pub text: String,
    pub strength: Strength,
}

/// A titled part with an anchor.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The anchor: a label ([`super::Label`]), once in the document.
    pub id: String,
    pub title: String,
    pub blocks: Vec<Block>,
    /// Sections of the same layout under this one, e.g. one for each top region; anchors of their own, no parts of theirs.
    pub parts: Vec<Section>,
}

impl Section {
    pub fn new(id: impl Into<String>, title: impl Into<String>, blocks: Vec<Block>) -> Section {
        Section { id: id.into(), title: title.into(), blocks, parts: Vec::new() }
    }
}

/// The shapes a document is made of. Closed: each renderer matches all of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// One paragraph.
    Text(String),
    Findings(Vec<Card>),
    Table(Table),
    /// The id of a [`ChartFile`] of the report.
    Chart(String),
    /// Reservations about what stands above them.
    Caveats(Vec<String>),
    /// Blocks that a reader opens when wanted; print and Markdown show them open.
    Details {
        summary: String,
        blocks: Vec<Block>,
    },
}

impl Block {
    pub fn text(text: impl Into<String>) -> Block {
        Block::Text(text.into())
    }
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub sentence: String,
    pub strength: Strength,
    pub caveats: Vec<String>,
    pub evidence: Vec<Link>,
}

/// A pointer from a sentence to what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub text: String,
    pub to: Target,
}

/// Only things inside the report can be pointed to; [`super::Report::new`] checks that they exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A [`Section`] by its id.
    Section(String),
    /// A [`ChartFile`] by its id.
    Chart(String),
    /// A [`super::Dataset`] by its id; leads to its CSV.
    Dataset(String),
}

/// The column of a table for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub text: String,
    pub align: Align,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Start,
    /// Numbers.
    End,
}

impl Head {
    /// A column of words.
    pub fn words(text: impl Into<String>) -> Head {
        Head { text: text.into(), align: Align::Start }
    }

    /// A column of numbers.
    pub fn number(text: impl Into<String>) -> Head {
        Head { text: text.into(), align: Align::End }
    }
}

/// A table for people: cells already formatted. Every row has as many cells as there are columns; the first cell names the row.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    caption: String,
    columns: Vec<Head>,
    rows: Vec<Vec<String>>,
    note: String,
    source: String,
}

impl Table {
    /// A table of known width; the compiler counts the cells.
    pub fn new<const N: usize>(caption: impl Into<String>, columns: [Head; N], rows: Vec<[String; N]>) -> Table {
        Table {
            caption: caption.into(),
            columns: columns.into(),
            rows: rows.into_iter().map(Vec::from).collect(),
            note: String::new(),
            source: String::new(),
        }
    }

    /// A table whose width the data decides (a matrix). Fails where a row is longer or shorter than the columns.
    pub fn matrix(caption: impl Into<String>, columns: Vec<Head>, rows: Vec<Vec<String>>) -> Result<Table, Malformed> {
        let caption = caption.into();
        if let Some((row, cells)) = rows.iter().enumerate().find(|(_, cells)| cells.len() != columns.len()) {
            return Err(Malformed::RaggedRow {
                table: caption,
                row: row + 1,
                cells: cells.len(),
                columns: columns.len(),
            });
        }
        Ok(Table { caption, columns, rows, note: String::new(), source: String::new() })
    }

    /// What must be known to read it ("sums over groups exceed the total"); shown under the table.
    pub fn with_note(self, note: impl Into<String>) -> Table {
        Table { note: note.into(), ..self }
    }

    /// The source line: source, version date, filters, as-of.
    pub fn with_source(self, source: impl Into<String>) -> Table {
        Table { source: source.into(), ..self }
    }

    pub fn caption(&self) -> &str {
        &self.caption
    }

    pub fn columns(&self) -> &[Head] {
        &self.columns
    }

    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Empty where there is none.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// Empty where there is none.
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// Rows of a chart's numbers that are kept, unless it is over time: a map of a large file has tens of thousands of places.
const ROWS_KEPT: usize = 500;

/// A drawn chart: `charts/<id>.svg` and `.png`, or one of them, with all words in the picture, and the pictures for a page that sets the words
/// itself.
#[derive(Clone, PartialEq)]
pub struct ChartFile {
    /// The file stem: a label ([`super::Label`]), once in the report.
    pub id: String,
    pub title: String,
    pub subtitle: String,
    /// What a reader who cannot see it needs to know.
    pub alt: String,
    /// Small print above the source line.
    pub notes: Vec<String>,
    /// Shown under it: the source line.
    pub caption: String,
    /// The [`super::Dataset`] that holds its numbers, where one does.
    pub data: Option<String>,
    /// What is drawn, as numbers: the first rows of `charts/<id>.csv`, see [`ChartFile::keep_first_rows`]. Of a chart over time: one
    /// row a period, named in the first column.
    pub table: Table,
    /// Rows that only the file has.
    pub rows_beyond: usize,
    /// Which pictures lie in the report folder. They are written as soon as they are drawn: no run holds them all.
    pub pictures: Images,
    /// For pages: without title, subtitle, notes and caption.
    pub wide: Inline,
    /// The same for a phone.
    pub narrow: Inline,
}

impl ChartFile {
    /// Its picture in the report folder: the SVG, where there is one.
    pub fn path(&self) -> String {
        let ending = if self.pictures.has_svg() { "svg" } else { "png" };
        format!("charts/{}.{ending}", self.id)
    }

    /// Whether its numbers can be read out one by one: those over time.
    pub fn is_over_time(&self) -> bool {
        !self.wide.plots.is_empty() && !self.table.rows().is_empty()
    }

    /// Lets go of the numbers that only the file shows. Those over time stand in full: they grow with time and not with the file.
    pub fn keep_first_rows(&mut self) {
        if !self.is_over_time() {
            self.rows_beyond += self.table.rows.len().saturating_sub(ROWS_KEPT);
            self.table.rows.truncate(ROWS_KEPT);
            self.table.rows.shrink_to_fit();
        }
    }
}

impl std::fmt::Debug for ChartFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChartFile").field("id", &self.id).field("title", &self.title).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_with_a_short_row_is_refused() {
        let heads = vec![Head::words("region"), Head::number("killed")];
        let rows = vec![vec!["Tavia".to_owned(), "3".to_owned()], vec!["Ostrel".to_owned()]];
        let error = Table::matrix("Killed", heads, rows).expect_err("the second row is short");
        assert_eq!(error.to_string(), "table 'Killed': row 2 has 1 cells under 2 columns");
    }
}

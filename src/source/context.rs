//! The user's own tables beside the incidents: events to mark on charts, relations of groups that were declared, and populations.

use super::Error;
use crate::period::Day;
use crate::registry::folded;
use std::collections::BTreeMap;
use std::path::Path;
use strum::VariantArray;

/// An event that readers of a chart should know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextRow {
    pub from: Day,
    /// The last day; `from` itself where the table has none.
    pub to: Day,
    pub label: String,
    /// Empty: every region, every group.
    pub region: String,
    pub group: String,
    /// What was declared between `group` and another group or family; `None` for a plain event.
    pub declared: Option<Declared>,
    /// The physical line on which the row starts.
    pub line: u64,
}

/// A relation of two groups that somebody declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The second group or family.
    pub with: String,
    pub relation: Declaration,
}

/// What groups declare.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Declaration {
    War,
    Truce,
    Alliance,
}

impl Declaration {
    /// The word in the table.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Reads a table of events with the columns `from`, `label`, and optionally `to`, `region`, `group`, `with`, `relation`.
///
/// # Errors
/// If it cannot be read, a date is none, or a relation is no word for one or lacks one of its two groups.
pub fn read_context(path: &Path) -> Result<Vec<ContextRow>, Error> {
    let table = SideTable::read(path, "table of events")?;
    let (from, label) = (table.need("from")?, table.need("label")?);
    let [to, region, group, with, relation] =
        ["to", "region", "group", "with", "relation"].map(|name| table.column(name));
    table
        .rows()
        .map(|row| {
            let start = row.day(Some(from))?.ok_or_else(|| row.bad("the event has no date".to_owned()))?;
            let end = row.day(to)?.unwrap_or(start);
            if end < start {
                return Err(row.bad(format!("the event ends on {end}, before it begins on {start}")));
            }
            Ok(ContextRow {
                from: start,
                to: end,
                label: row.cell(Some(label)).to_owned(),
                region: row.cell(region).to_owned(),
                group: row.cell(group).to_owned(),
                declared: declared(&row, row.cell(group), row.cell(with), row.cell(relation))?,
                line: row.line(),
            })
        })
        .collect()
}

fn declared(row: &SideRow<'_>, group: &str, with: &str, relation: &str) -> Result<Option<Declared>, Error> {
    let words = || Declaration::VARIANTS.iter().map(|one| one.id()).collect::<Vec<_>>().join(", ");
    match (with, relation) {
        ("", "") => return Ok(None),
        (_, "") => {
            return Err(row.bad(format!("'with' names '{with}', but there is no relation; write one of: {}", words())));
        }
        (_, _) => {}
    }
    let relation = relation
        .to_lowercase()
        .parse::<Declaration>()
        .map_err(|_| row.bad(format!("'{relation}' is not a relation of groups; there is: {}", words())))?;
    for (column, name) in [("group", group), ("with", with)] {
        if name.is_empty() {
            let id = relation.id();
            return Err(row.bad(format!("the relation '{id}' needs two groups, and '{column}' is empty; write both")));
        }
    }
    if folded(group) == folded(with) {
        return Err(row.bad(format!("'{group}' stands in 'group' and in 'with'; a relation needs two groups")));
    }
    Ok(Some(Declared { with: with.to_owned(), relation }))
}

/// People by country and region (empty: the whole country), then by year.
pub type Population = BTreeMap<(String, String), BTreeMap<i32, u64>>;

/// Reads a table with the columns `country`, `region`, `year`, `population`.
pub fn read_population(path: &Path) -> Result<Population, Error> {
    let table = SideTable::read(path, "population table")?;
    let columns = ["country", "region", "year", "population"];
    let [country, region, year, people] = columns.map(|name| table.need(name));
    let (country, region, year, people) = (country?, region?, year?, people?);
    let mut population = Population::new();
    for row in table.rows() {
        let whole = |column: usize| {
            let text = row.cell(Some(column));
            text.parse::<u64>().map_err(|_| row.bad(format!("'{text}' is not a whole number")))
        };
        let key = (row.cell(Some(country)).to_owned(), row.cell(Some(region)).to_owned());
        let year = i32::try_from(whole(year)?).map_err(|_| row.bad("the year is too large".to_owned()))?;
        population.entry(key).or_default().insert(year, whole(people)?);
    }
    Ok(population)
}

/// A small CSV that the user keeps beside the incidents: read whole, with messages that name the line.
pub(super) struct SideTable {
    file: String,
    header: csv::StringRecord,
    records: Vec<csv::StringRecord>,
}

/// One row of a side table.
pub(super) struct SideRow<'a> {
    table: &'a SideTable,
    record: &'a csv::StringRecord,
}

impl SideTable {
    /// `what` names the table in messages.
    pub(super) fn read(path: &Path, what: &str) -> Result<SideTable, Error> {
        let file = path.display().to_string();
        let bad = |line: u64, reason: String| Error::SideTable { file: file.clone(), line, reason };
        let unreadable = |e: csv::Error| match e.position() {
            Some(at) => bad(at.line(), "the row has not as many fields as the header, or is no text".to_owned()),
            None => bad(1, format!("the {what} cannot be read: {e}")),
        };
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(path).map_err(unreadable)?;
        let header = reader.headers().map_err(unreadable)?.clone();
        let records = reader.records().collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
        Ok(SideTable { file, header, records })
    }

    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|h| h.trim_start_matches('\u{feff}').eq_ignore_ascii_case(name))
    }

    pub(super) fn need(&self, name: &str) -> Result<usize, Error> {
        self.column(name).ok_or_else(|| Error::SideTable {
            file: self.file.clone(),
            line: 1,
            reason: format!(
                "there is no column '{name}'; the columns are: {}",
                self.header.iter().collect::<Vec<_>>().join(", ")
            ),
        })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = SideRow<'_>> {
        self.records.iter().map(|record| SideRow { table: self, record })
    }
}

impl<'a> SideRow<'a> {
    /// The trimmed text; empty where the table lacks the column.
    pub(super) fn cell(&self, column: Option<usize>) -> &'a str {
        column.and_then(|c| self.record.get(c)).unwrap_or_default()
    }

    /// The day of a cell, `None` where it is empty.
    pub(super) fn day(&self, column: Option<usize>) -> Result<Option<Day>, Error> {
        match self.cell(column) {
            "" => Ok(None),
            text => match Day::from_iso(text) {
                Some(day) => Ok(Some(day)),
                None => Err(self.bad(format!("'{text}' is not a date; write 2018-05-31"))),
            },
        }
    }

    pub(super) fn bad(&self, reason: String) -> Error {
        Error::SideTable { file: self.table.file.clone(), line: self.line(), reason }
    }

    /// The physical line on which it starts.
    pub(super) fn line(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }
}

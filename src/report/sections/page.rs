//! One source as the sections see it: the period that a report is about, its numbers, its charts, its source line.

use super::super::document::{Block, Head};
use crate::analysis::{Analysis, PairRow};
use crate::chart::{self, Omitted};
use crate::cube::{Entry, Facet, Key, Scope};
use crate::finding::{self, Subject};
use crate::measure::{Measure, Reading};
use crate::messages::{Message, Messages};
use crate::stats::Comparison;
use crate::text;

/// Everything counted.
pub(super) const ALL: Key = Key { scope: Scope::All, facet: Facet::ALL };

/// Rows of a table for people; the rest stands in the data files.
pub(super) const ROWS_SHOWN: usize = 12;

/// The findings and numbers of one source, and the charts that its sections may show.
pub(super) struct Page<'a> {
    pub m: &'a Messages,
    pub analysis: &'a Analysis,
    /// By id.
    pub charts: Vec<&'a str>,
    pub omitted: Vec<&'a Omitted>,
}

impl<'a> Page<'a> {
    /// A source without charts.
    pub fn new(m: &'a Messages, analysis: &'a Analysis) -> Page<'a> {
        Page { m, analysis, charts: Vec::new(), omitted: Vec::new() }
    }

    /// The source in sentences.
    pub fn title(&self) -> &str {
        &self.analysis.loaded.facts.title
    }

    /// The country, or the few countries, of the run; empty where they are many or not named.
    pub fn place(&self) -> String {
        let first = self.analysis.findings.iter().find(|finding| super::whole(finding));
        first.map(|finding| finding.subject.name().into_owned()).unwrap_or_default()
    }

    /// The period that the report is about: the last complete one, or where there is none all days covered.
    pub fn now(&self) -> String {
        let coverage = self.analysis.coverage;
        self.analysis
            .latest
            .map_or_else(|| self.m.stretch(coverage.from(), coverage.to()), |latest| self.m.period(latest))
    }

    /// What is counted under a key in that period.
    pub fn entry(&self, key: Key) -> Entry {
        match self.analysis.latest {
            Some(latest) => self.analysis.entry(key, latest),
            None => self.entry_of_all_time(key),
        }
    }

    /// What is counted under a key in all periods together.
    pub fn entry_of_all_time(&self, key: Key) -> Entry {
        let mut sum = Entry::default();
        self.analysis.cube.get(key).into_iter().flatten().for_each(|(_, entry)| sum.add(&entry));
        sum
    }

    pub fn reading(&self, measure: Measure, entry: &Entry) -> Reading {
        measure.of(&entry.cell, &self.analysis.loaded.facts.reports)
    }

    pub fn cell(&self, measure: Measure, entry: &Entry) -> String {
        finding::reading_text(self.m, self.reading(measure, entry))
    }

    /// The heading of the column with the change on the previous period, where there is one to compare with.
    pub fn change_head(&self) -> Option<Head> {
        let latest = self.analysis.latest?;
        let base = latest.plus(-1);
        self.analysis.index(base)?;
        Some(Head::number(self.m.say(Message::HeadChange { base: self.m.period(base) })))
    }

    /// The change of a key's incidents on the previous period; empty where it is not compared.
    pub fn change(&self, key: Key) -> String {
        let Some(latest) = self.analysis.latest else { return String::new() };
        match self.analysis.compare(key, Measure::Incidents, Comparison::Previous, latest) {
            Err(_) => String::new(),
            Ok(change) => {
                let absolute = text::difference(change.absolute);
                match change.plain_ratio {
                    Some(ratio) => self.m.say(Message::CellChange { absolute, percent: self.m.change(ratio) }),
                    None => absolute,
                }
            }
        }
    }

    /// The incidents of the year to date, those of the same days a year before in brackets; empty where it is not compared.
    pub fn to_date(&self, key: Key) -> String {
        let Some(latest) = self.analysis.latest else { return String::new() };
        match self.analysis.compare(key, Measure::Incidents, Comparison::YearToDate, latest) {
            Err(_) => String::new(),
            Ok(change) => {
                self.m.say(Message::CellAgainst { now: text::count(change.current), base: text::count(change.base) })
            }
        }
    }

    /// A share of the whole for a table; empty on a small base.
    pub fn share(&self, part: f64, whole: f64) -> String {
        if whole < crate::stats::MINIMUM_BASE { String::new() } else { text::share(part / whole) }
    }

    /// The filters of the run in words; empty where nothing is left out.
    pub fn filters(&self) -> String {
        super::rows::filters(self.m, &self.analysis.policy.selection)
    }

    /// The source line under a table: source, version or last day, filters, as-of.
    pub fn source_line(&self) -> String {
        let (m, analysis) = (self.m, self.analysis);
        let to = m.day(analysis.coverage.to());
        let mut line = m.say(Message::SourceLine { source: self.title().to_owned(), to });
        if let Some(version) = analysis.version {
            line = m.say(Message::SourceLineVersion { line, version: m.day(version) });
        }
        if let Some(day) = analysis.policy.as_of {
            line = m.say(Message::SourceLineAsOf { line, day: m.day(day) });
        }
        match self.filters() {
            filters if filters.is_empty() => line,
            filters => m.say(Message::SourceLineFiltered { line, filters }),
        }
    }

    /// A series as tables for people name it: all, a region, a group.
    pub fn scope_name(&self, scope: Scope) -> String {
        match scope {
            Scope::All => self.m.say(Message::RowAll {}),
            Scope::Region(region) => self.analysis.region_name(region),
            Scope::Group(name) | Scope::Family(name) => self.analysis.text(name).to_owned(),
            Scope::District(district) => self.analysis.text(district.name).to_owned(),
            Scope::GroupRegion(_, region) => self.analysis.region_name(region),
        }
    }

    /// The chart of a recipe and subject, if this report has it.
    pub fn chart_id(&self, recipe: &str, subject: &Subject) -> Option<String> {
        let subject = match subject {
            Subject::Pair(a, b) => {
                let is_it = |row: &&PairRow| self.analysis.pair_names(row) == [a.as_str(), b.as_str()];
                return self.pair_chart(recipe, self.analysis.pairs.iter().find(is_it)?);
            }
            Subject::All(_) => chart::Subject::All,
            Subject::Group(name) => {
                let group = self.analysis.groups.iter().find(|group| self.analysis.text(group.name) == name)?;
                chart::Subject::Group(group.name)
            }
            Subject::Region(place) => {
                let named = |name| self.analysis.text(name);
                let region = self.analysis.regions.iter().map(|facts| facts.region);
                let same =
                    |r: &crate::names::Region| named(r.country) == place.country && named(r.name) == place.region;
                chart::Subject::Region(region.into_iter().find(same)?)
            }
        };
        let id = chart::figure_id(recipe, self.analysis, subject);
        self.charts.contains(&id.as_str()).then_some(id)
    }

    /// The chart of a recipe and a pair, if this report has it.
    pub fn pair_chart(&self, recipe: &str, row: &PairRow) -> Option<String> {
        let id = chart::figure_id(recipe, self.analysis, chart::Subject::Pair(row.a, row.b));
        self.charts.contains(&id.as_str()).then_some(id)
    }

    /// The anchor of a pair's part: `pair-red-kite-shore-front`.
    pub fn pair_anchor(&self, row: &PairRow) -> String {
        chart::subject_id(self.analysis, chart::Subject::Pair(row.a, row.b))
    }

    /// The charts of these recipes for everything counted, as far as they exist.
    pub fn charts(&self, recipes: &[&str]) -> Vec<Block> {
        let all = Subject::All(String::new());
        recipes.iter().filter_map(|recipe| self.chart_id(recipe, &all)).map(Block::Chart).collect()
    }

    /// `n more in tables/groups.csv`, or nothing.
    pub fn more(&self, rows: usize, file: &str) -> Option<String> {
        let more = rows.checked_sub(ROWS_SHOWN).filter(|&more| more > 0)?;
        Some(self.m.say(Message::MoreRows { n: (more as f64).into(), file: format!("tables/{file}.csv") }))
    }
}

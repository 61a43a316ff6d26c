//! Whom a part of the report, or a page of its own, is about: everything, one region or one group.

use super::super::document::Block;
use super::page::Page;
use crate::chart::{self, CHARTS, Subject};
use crate::cube::{Entry, Facet, Key, Scope};
use crate::finding::{self, Finding};
use crate::incident::{Kind, Row};
use crate::period::{Period, Window};

/// A subject of one source.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    pub page: &'a Page<'a>,
    pub subject: Subject,
}

impl<'a> About<'a> {
    pub fn all(page: &'a Page<'a>) -> About<'a> {
        About { page, subject: Subject::All }
    }

    pub fn scope(&self) -> Scope {
        match self.subject {
            // Of a pair nothing is counted.
            Subject::All | Subject::Pair(..) => Scope::All,
            Subject::Group(group) => Scope::Group(group),
            Subject::Region(region) => Scope::Region(region),
        }
    }

    /// Everything that is counted of it.
    pub fn key(&self) -> Key {
        Key { scope: self.scope(), facet: Facet::ALL }
    }

    pub fn of_kind(&self, kind: Kind) -> Key {
        Key { scope: self.scope(), facet: Facet::kind(kind) }
    }

    /// As headings call it.
    pub fn name(&self) -> String {
        self.page.scope_name(self.scope())
    }

    /// The anchor of its part and the stem of its page: `region-kess`.
    pub fn anchor(&self) -> String {
        chart::subject_id(self.page.analysis, self.subject)
    }

    pub fn is_of(&self, finding: &Finding) -> bool {
        let text = |name| self.page.analysis.text(name);
        match (self.subject, &finding.subject) {
            (Subject::All, finding::Subject::All(_)) => true,
            (Subject::Group(group), finding::Subject::Group(name)) => text(group) == name,
            (Subject::Region(region), finding::Subject::Region(place)) => {
                text(region.country) == place.country && text(region.name) == place.region
            }
            (Subject::All | Subject::Group(_) | Subject::Region(_) | Subject::Pair(..), _) => false,
        }
    }

    /// Whether an incident is one of its own: in the region, or with the group.
    pub fn has(&self, row: Row<'_>) -> bool {
        match self.subject {
            Subject::All => true,
            Subject::Group(group) => row.cast().participants().iter().any(|one| one.group == group),
            Subject::Region(region) => row.region() == region,
            Subject::Pair(a, b) => [a, b].iter().all(|one| row.cast().participants().iter().any(|p| one.is(p))),
        }
    }

    /// Shows its counted incidents that begin in these days.
    pub fn each(&self, window: Window, see: impl FnMut(Row<'_>)) {
        self.page.analysis.counted_in(window).filter(|row| self.has(*row)).for_each(see);
    }

    /// The days that the report is about.
    pub fn window(&self) -> Window {
        self.page.analysis.latest.map_or(self.page.analysis.coverage.window(), Window::from)
    }

    /// What is counted of a key in several periods together.
    pub fn sum(&self, key: Key, periods: &[Period]) -> Entry {
        let mut sum = Entry::default();
        periods.iter().for_each(|&period| sum.add(&self.page.analysis.entry(key, period)));
        sum
    }

    /// Its charts, in the order of the report.
    pub fn charts(&self) -> Vec<Block> {
        let ids = CHARTS.iter().map(|recipe| chart::figure_id(recipe.id(), self.page.analysis, self.subject));
        ids.filter(|id| self.page.charts.contains(&id.as_str())).map(Block::Chart).collect()
    }
}

/// The periods of the year that ends with the latest complete one, `years` before; empty where they are not all in the grid.
pub(super) fn year_of_periods(page: &Page, years: i32) -> Vec<Period> {
    let analysis = page.analysis;
    let Some(latest) = analysis.latest else { return Vec::new() };
    let (end, start) = (latest.end().plus_years(-years), latest.end().plus_years(-years - 1));
    // A day grain has leap days, a week grain weeks across the end of a year: a period belongs where it ends.
    let found: Vec<Period> =
        analysis.periods.iter().copied().filter(|period| period.end() > start && period.end() <= end).collect();
    let reaches = analysis.coverage.from() <= start.plus(1);
    if reaches { found } else { Vec::new() }
}

/// The subjects that have a part of their own: the top regions, or the top groups.
pub(super) fn top_regions<'a>(page: &'a Page<'a>) -> Vec<About<'a>> {
    page.analysis.top_regions().iter().map(|facts| About { page, subject: Subject::Region(facts.region) }).collect()
}

/// The top groups.
pub(super) fn top_groups<'a>(page: &'a Page<'a>) -> Vec<About<'a>> {
    page.analysis.top_groups().iter().map(|facts| About { page, subject: Subject::Group(facts.name) }).collect()
}

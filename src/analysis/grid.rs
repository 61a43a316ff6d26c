//! The grid: coverage, periods, and every series read over all of them.

use super::{Analysis, Error, Policy};
use crate::cube::{Entry, Facet, Key, Scope};
use crate::incident::Naming;
use crate::measure::{Cell, Measure, Reading};
use crate::names::Name;
use crate::period::{Coverage, Day, Grain, Period, Status, Window};
use crate::series::{Finality, Point, Series};
use crate::source::{Living, Loaded};
use std::collections::BTreeMap;

/// A period that ended less than this before the version date may still fill up: half of ACLED's events appear within two weeks,
/// the rest later (arXiv 2603.25964). DESIGN, rule 3.
pub const SETTLING_DAYS: i32 = 28;

/// How fresh the files are: the newest revision stamp, else what the user says.
pub(super) fn version(loaded: &Loaded, policy: &Policy) -> Option<Day> {
    let stamped = loaded.version().or(policy.version);
    match (stamped, policy.as_of) {
        (Some(version), Some(as_of)) => Some(version.min(as_of)),
        (version, as_of) => version.or(as_of),
    }
}

/// When the source was counting. DESIGN, rules 2 and 3.
pub(super) fn coverage(loaded: &Loaded, policy: &Policy) -> Result<Coverage, Error> {
    let starts = || loaded.incidents.rows().iter().map(|row| row.start());
    let (Some(first), Some(last)) = (starts().min(), starts().max()) else {
        return Err(Error::NothingLeft {
            source_title: loaded.facts.title.clone(),
            detail: "no usable row in its files".to_owned(),
        });
    };
    let start = loaded.facts.covered_from.unwrap_or(first.first_of_month());
    // The GTD's 1993 was lost from its main file, but a file that holds incidents of it covers it.
    let gap = loaded.facts.gap.filter(|gap| !starts().any(|day| gap.contains(day)));
    let end = loaded.files.iter().filter_map(|file| file.covered_to).max().unwrap_or(last);
    let window = policy.covered.or(Window::new(start, end.max(start)));
    // What is filtered away by date was not counted: outside --since and --until nothing is 0.
    let until = policy.as_of.into_iter().chain(policy.selection.until).min();
    let cut = |day: Day| until.map_or(day, |until| day.min(until));
    window
        .and_then(|w| Window::new(policy.selection.since.unwrap_or(w.start()).max(w.start()), cut(w.end())))
        .filter(|w| w.overlap(Window::new(first, last).expect("the first incident is not after the last")).is_some())
        .map(|window| Coverage::new(window).without(gap))
        .ok_or_else(|| Error::CoverageMisses {
            source_title: loaded.facts.title.clone(),
            covered: window.map(|w| format!("{}..{}", w.start(), cut(w.end()))).unwrap_or_default(),
            first,
            last,
        })
}

/// Countries of the file whose publisher began later than the file does.
pub(super) fn later_countries(loaded: &Loaded, coverage: Coverage) -> BTreeMap<Name, Day> {
    let mut countries: BTreeMap<Name, Day> = BTreeMap::new();
    // Rows are many and sites are few.
    let mut seen = vec![false; loaded.incidents.sites().len()];
    let mut is_new = |site: u32| !std::mem::replace(&mut seen[site as usize], true);
    for row in loaded.incidents.rows().iter().filter(|row| is_new(row.site_code())) {
        let name = row.text(Naming::Country).to_lowercase();
        let start = loaded.facts.country_starts.iter().find(|(known, _)| *known == name);
        let start = start.and_then(|(_, year)| Day::from_ymd(*year, 1, 1)).unwrap_or(coverage.from());
        countries.insert(row.name(Naming::Country), start);
    }
    countries.retain(|_, start| *start > coverage.from());
    countries
}

/// The calendar years that the coverage touches, cut to it.
pub(super) fn years(coverage: Coverage) -> Vec<Window> {
    (coverage.from().year()..=coverage.to().year())
        .filter_map(|year| whole_year(year)?.overlap(coverage.window()))
        .collect()
}

fn whole_year(year: i32) -> Option<Window> {
    Window::new(Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?)
}

/// 1 January to the calendar day on which `latest` ends, for its year and every earlier covered one.
pub(super) fn years_to_date(coverage: Coverage, latest: Period) -> Vec<Window> {
    let end = latest.end();
    (coverage.from().year()..=end.year())
        .filter_map(|year| {
            let start = Day::from_ymd(year, 1, 1)?;
            // A year to date that begins before the coverage is no base for anything.
            Window::new(start, end.plus_years(year - end.year())).filter(|w| w.start() >= coverage.from())
        })
        .collect()
}

/// Where the newest period is covered from its start but not to its end: the same days of the period before it and of the one
/// a year before, as far as they are covered.
pub(super) fn same_days(coverage: Coverage, grain: Grain) -> Vec<(Period, Window)> {
    let newest = Period::containing(coverage.to(), grain);
    if newest.end() == coverage.to() || newest.start() < coverage.from() {
        return Vec::new();
    }
    let days = coverage.to().since(newest.start());
    let mut bases: Vec<Period> = [Some(newest.plus(-1)), newest.year_before()].into_iter().flatten().collect();
    bases.dedup();
    let window = |base: Period| Window::new(base.start(), base.start().plus(days).min(base.end()));
    let covered = |window: &Window| coverage.status(*window) == Status::Complete;
    bases.into_iter().filter_map(|base| Some((base, window(base).filter(covered)?))).collect()
}

impl Analysis {
    /// When the scope was counted: from the day on which all of its countries were.
    pub fn covered(&self, scope: Scope) -> Coverage {
        let start = match scope {
            Scope::Region(region) | Scope::GroupRegion(_, region) => self.later_countries.get(&region.country).copied(),
            Scope::District(district) => self.later_countries.get(&district.region.country).copied(),
            Scope::All => self.later_countries.values().max().copied(),
            Scope::Group(group) | Scope::Family(group) => self.scopes.begins(group),
        };
        // A country whose counting began after the end of the file has nothing to cover: its rows are kept and shown.
        start.and_then(|start| self.coverage.starting(start)).unwrap_or(self.coverage)
    }

    /// The measure under a key in every period of the grid.
    pub fn series(&self, key: Key, measure: Measure) -> Series {
        let coverage = self.covered(key.scope);
        let entries = self.cube.get(key);
        let points = self.periods.iter().enumerate().map(|(index, &period)| {
            let window = Window::from(period);
            let status = coverage.status(window);
            let cell = entries.and_then(|e| e.cell(index as u32)).unwrap_or_default();
            let reading = match status {
                Status::NotCovered => Reading::NotCovered,
                Status::Complete | Status::Partial => measure.of(&cell, &self.loaded.facts.reports),
            };
            let days = coverage.days(window);
            Point { period, status, finality: self.finality(period), days, reading }
        });
        Series::new(points.collect())
    }

    /// What is counted under a key in a period.
    pub fn entry(&self, key: Key, period: Period) -> Entry {
        self.index(period).map(|index| self.cube.at(key, index)).unwrap_or_default()
    }

    /// The cell of what is counted under a key in a period.
    fn cell(&self, key: Key, period: Period) -> Cell {
        let windows = self.index(period).and_then(|index| self.cube.get(key)?.cell(index as u32));
        windows.unwrap_or_default()
    }

    /// Where a period stands in the grid.
    pub fn index(&self, period: Period) -> Option<usize> {
        let first = *self.periods.first()?;
        usize::try_from(period.since(first)).ok().filter(|&index| index < self.periods.len())
    }

    pub fn status(&self, scope: Scope, period: Period) -> Status {
        self.covered(scope).status(Window::from(period))
    }

    /// Whether later reports may still change a complete period.
    pub fn finality(&self, period: Period) -> Finality {
        let settled = match self.version {
            Some(version) => version.since(period.end()) >= SETTLING_DAYS,
            // Nobody says how fresh the file is: its newest complete period is taken to be fresh.
            None => self.latest.is_none_or(|latest| period < latest),
        };
        match self.loaded.facts.living {
            Living::Living if !settled => Finality::Provisional,
            Living::Living | Living::Settled => Finality::Settled,
        }
    }

    /// The reading of a measure in one period.
    pub fn reading(&self, key: Key, measure: Measure, period: Period) -> Reading {
        match self.status(key.scope, period) {
            Status::NotCovered => Reading::NotCovered,
            Status::Complete | Status::Partial => measure.of(&self.cell(key, period), &self.loaded.facts.reports),
        }
    }

    /// The keys of all ledgers (kind, role) of a scope that occur, in order.
    pub fn ledgers(&self, scope: Scope) -> Vec<Facet> {
        self.cube
            .keys()
            .filter(|key| key.scope == scope && matches!(key.facet, Facet::Ledger { .. }))
            .map(|k| k.facet)
            .collect()
    }

    /// The text of a name.
    pub fn text(&self, name: Name) -> &str {
        self.loaded.incidents.pool.text(name)
    }
}

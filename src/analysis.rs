//! The analysis: everything that a report says about a run, computed once.

mod compare;
mod findings;
mod grid;
mod notable;
mod rank;
mod standing;

pub use compare::{ChangeRow, RecordRow, SilenceRow};
pub use notable::Notable;
pub use rank::{GroupFacts, RegionFacts};
pub use standing::Headlines;

use crate::cube::{self, Cube, Fate, MultiDay, Novelty, Selection, Spec};
use crate::finding::Finding;
use crate::incident::Code;
use crate::measure::Amount;
use crate::names::Name;
use crate::period::{Calendar, Coverage, Day, Grain, Period, Window};
use crate::source::{Aliases, Attribution, Loaded, Population};
use serde::Serialize;
use std::collections::BTreeMap;
use thiserror::Error;

/// How to analyse; every field decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Policy {
    pub grain: Grain,
    /// `None`: as the source's publisher counts.
    pub attribution: Option<Attribution>,
    pub multi_day: MultiDay,
    /// `None`: by the source's rule.
    pub covered: Option<Window>,
    /// The day at which the run pretends to stand.
    pub as_of: Option<Day>,
    /// Where the file has no revision stamps.
    pub version: Option<Day>,
    pub selection: Selection,
    /// Groups and regions that get their own lines and charts.
    pub top: usize,
}

#[derive(Debug, Error)]
pub enum Error {
    #[error("{source_title}: no incident is left to count ({detail})")]
    NothingLeft { source_title: String, detail: String },
    #[error(
        "{source_title}: none of its incidents ({first} to {last}) falls into {covered}; loosen --covered, --since, --until or --as-of"
    )]
    CoverageMisses { source_title: String, covered: String, first: Day, last: Day },
}

/// Incidents of one source, counted.
pub struct Analysis {
    pub loaded: Loaded,
    pub policy: Policy,
    pub attribution: Attribution,
    /// When the source was counting, for the countries whose coverage begins with the file.
    pub coverage: Coverage,
    /// Countries whose coverage begins later.
    pub later_countries: BTreeMap<Name, Day>,
    /// How fresh the file is.
    pub version: Option<Day>,
    /// The periods of the grid, first to last.
    pub periods: Vec<Period>,
    pub cube: Cube,
    /// The last complete period: what the report is about.
    pub latest: Option<Period>,
    /// The year to date up to the end of `latest`, and the same days of earlier years.
    pub to_date: ToDate,
    /// Incidents of earlier periods in the days that the newest, partial one has covered. DESIGN, rule 3.
    pub same_days: Vec<(Period, Amount)>,
    /// By year, also of what the grain gates.
    pub yearly: ToDate,
    pub fates: Vec<Fate>,
    /// All groups, ranked ones first.
    pub groups: Vec<GroupFacts>,
    pub regions: Vec<RegionFacts>,
    pub changes: Vec<ChangeRow>,
    pub records: Vec<RecordRow>,
    pub silences: Vec<SilenceRow>,
    pub notable: Vec<Notable>,
    /// What the report says, in its order.
    pub findings: Vec<Finding>,
    pub unmatched: Unmatched,
}

/// Names that no alias table has, with their incidents and the nearest known name; empty where there is no table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unmatched {
    pub groups: BTreeMap<String, (Amount, Option<String>)>,
    pub regions: BTreeMap<String, (Amount, Option<String>)>,
}

/// Counts over windows that are not periods of the grid.
#[derive(Default)]
pub struct ToDate {
    pub windows: Vec<Window>,
    pub cube: Cube,
}

impl ToDate {
    fn count(loaded: &Loaded, counted: &[bool], windows: Vec<Window>, spec: Spec) -> ToDate {
        let calendar = Calendar::windows(windows);
        let cube = cube::count(&loaded.incidents, counted, &Spec { calendar: &calendar, ..spec });
        ToDate { windows: calendar.iter().collect(), cube }
    }

    /// The window that ends in that year.
    pub fn year(&self, year: i32) -> Option<usize> {
        self.windows.iter().position(|w| w.end().year() == year)
    }
}

/// The user's tables beside the incidents.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    pub aliases: Aliases,
    pub population: Population,
}

/// Analyses one source.
///
/// # Errors
/// If no incident is left inside the coverage.
pub fn analyse(mut loaded: Loaded, policy: Policy, beside: &Beside) -> Result<Analysis, Error> {
    let title = loaded.facts.title.clone();
    let coverage = grid::coverage(&loaded, &policy)?;
    let mut fates = cube::select(&loaded.incidents, &policy.selection, policy.grain);
    let rows = loaded.incidents.rows();
    for (row, fate) in rows.iter().zip(&mut fates) {
        if !coverage.contains(row.start()) {
            *fate = Fate::Filtered;
        }
        let accounting = &mut loaded.files[row.code(Code::File) as usize].accounting;
        match fate {
            Fate::Counted => {}
            Fate::Filtered => {
                (accounting.counted, accounting.filtered) = (accounting.counted - 1, accounting.filtered + 1)
            }
            Fate::Gated => (accounting.counted, accounting.gated) = (accounting.counted - 1, accounting.gated + 1),
        }
    }
    drop(rows);
    if !fates.contains(&Fate::Counted) {
        let detail = match (fates.is_empty(), fates.contains(&Fate::Gated)) {
            (true, _) => "no usable row in its files".to_owned(),
            (false, true) => {
                format!("the dates of the rows left are coarser than a {}; try --by year", policy.grain.noun())
            }
            (false, false) => "the filters or the days covered leave nothing; loosen them".to_owned(),
        };
        return Err(Error::NothingLeft { source_title: title, detail });
    }
    let attribution = policy.attribution.unwrap_or(loaded.facts.attribution);
    let novelty = Novelty::of(&loaded.incidents);
    let calendar = Calendar::periods(policy.grain, coverage.window());
    let spec = Spec {
        calendar: &calendar,
        attribution,
        multi_day: policy.multi_day,
        tolls: loaded.facts.reports.tolls,
        novelty: &novelty,
        until: coverage.to(),
    };
    let counted: Vec<bool> = fates.iter().map(|&fate| fate == Fate::Counted).collect();
    let cube = cube::count(&loaded.incidents, &counted, &spec);
    let latest = coverage.last_complete(policy.grain);
    let to_date = match latest {
        Some(latest) => ToDate::count(&loaded, &counted, grid::years_to_date(coverage, latest), spec.clone()),
        None => ToDate::default(),
    };
    let same_days = grid::same_days(coverage, policy.grain)
        .into_iter()
        .map(|(base, window)| {
            let counted = ToDate::count(&loaded, &counted, vec![window], spec.clone());
            let all = cube::Key { scope: cube::Scope::All, facet: cube::Facet::ALL };
            (base, counted.cube.at(all, 0).cell.incidents)
        })
        .collect();
    let with_gated: Vec<bool> = fates.iter().map(|&fate| fate != Fate::Filtered).collect();
    let yearly = ToDate::count(&loaded, &with_gated, grid::years(coverage), spec);
    let version = grid::version(&loaded, &policy);
    let later_countries = grid::later_countries(&loaded, coverage);
    let first = Period::containing(coverage.from(), policy.grain);
    let periods = first.to(Period::containing(coverage.to(), policy.grain)).collect();
    let mut analysis = Analysis {
        loaded,
        policy,
        attribution,
        coverage,
        later_countries,
        version,
        periods,
        cube,
        latest,
        to_date,
        same_days,
        yearly,
        fates,
        groups: Vec::new(),
        regions: Vec::new(),
        changes: Vec::new(),
        records: Vec::new(),
        silences: Vec::new(),
        notable: Vec::new(),
        findings: Vec::new(),
        unmatched: Unmatched::default(),
    };
    analysis.groups = rank::groups(&analysis);
    analysis.regions = rank::regions(&analysis, &beside.population);
    analysis.unmatched = rank::unmatched(&analysis, &beside.aliases);
    analysis.changes = compare::changes(&analysis);
    analysis.records = compare::records(&analysis);
    analysis.silences = compare::silences(&analysis);
    analysis.notable = notable::notable(&analysis);
    analysis.findings = findings::findings(&analysis);
    Ok(analysis)
}

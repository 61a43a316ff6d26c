//! Counting a run: coverage, grid, cubes and ranks, before anything is compared.

use super::scopes::Scopes;
use super::{Analysis, Beside, Error, Families, LeftOut, Policy, ToDate, Unmatched, grid, outlines, rank};
use crate::cube::{self, Detail, Facet, Fate, Key, Novelty, Scope, Spec};
use crate::measure::Amount;
use crate::period::{Calendar, Period, Window};
use crate::source::Loaded;
use crate::stats;
use rayon::prelude::*;

/// All incidents together.
const ALL: Key = Key { scope: Scope::All, facet: Facet::ALL };

/// How much is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// The grid alone, by group, family and region.
    Ledgers,
    /// All that a report, a table or a chart may ask for.
    Everything,
}

/// Counts what the policy selects; nothing is compared yet.
pub(super) fn counted(loaded: Loaded, policy: Policy, beside: &Beside, extent: Extent) -> Result<Analysis, Error> {
    let coverage = grid::coverage(&loaded, &policy)?;
    let fates = fates(&loaded, &policy, coverage)?;
    let attribution = policy.attribution.unwrap_or(loaded.facts.attribution);
    let novelty = Novelty::of(&loaded.incidents);
    let calendar = Calendar::periods(policy.grain, coverage.window());
    let spec = Spec {
        detail: match extent {
            Extent::Ledgers => Detail::Ledgers,
            Extent::Everything => Detail::Everything,
        },
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
    let (to_date, same_days, yearly) = match extent {
        Extent::Ledgers => (ToDate::default(), Vec::new(), ToDate::default()),
        Extent::Everything => {
            let of = |rows: &[bool], windows, detail| ToDate::count(&loaded, rows, windows, detail, spec.clone());
            let to_date = latest.map_or_else(ToDate::default, |latest| {
                of(&counted, grid::years_to_date(coverage, latest), Detail::Ledgers)
            });
            let bases = grid::same_days(coverage, policy.grain);
            let mut windows: Vec<Window> = bases.iter().map(|&(_, window)| window).collect();
            windows.sort_unstable_by_key(|window| window.start());
            let counts = of(&counted, windows, Detail::Whole);
            let incidents = |window: Window| {
                let at = counts.windows.iter().position(|&counted| counted == window);
                at.map_or(Amount::ZERO, |at| counts.cube.at(ALL, at).cell.incidents)
            };
            let same_days = bases.iter().map(|&(base, window)| (base, incidents(window))).collect();
            let with_gated: Vec<bool> = fates.iter().map(|&fate| fate != Fate::Filtered).collect();
            (to_date, same_days, of(&with_gated, grid::years(coverage), Detail::Whole))
        }
    };
    let version = grid::version(&loaded, &policy);
    let later_countries = grid::later_countries(&loaded, coverage);
    let first = Period::containing(coverage.from(), policy.grain);
    let periods: Vec<Period> = first.to(Period::containing(coverage.to(), policy.grain)).collect();
    let phases = periods.iter().map(|&period| stats::phase(period)).collect();
    let mut analysis = Analysis {
        loaded,
        policy,
        attribution,
        coverage,
        later_countries,
        version,
        periods,
        phases,
        cube,
        scopes: Scopes::default(),
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
        trends: Vec::new(),
        alerts: Vec::new(),
        breaks: Vec::new(),
        forecasts: Vec::new(),
        lethality: Vec::new(),
        kept: Vec::new(),
        families: Families::default(),
        notable: Vec::new(),
        recent: Default::default(),
        direct: Vec::new(),
        pairs: Vec::new(),
        pairs_left_out: LeftOut::default(),
        findings: Vec::new(),
        unmatched: Unmatched::default(),
        outlines: None,
    };
    analysis.scopes = Scopes::of(&analysis);
    analysis.groups = rank::groups(&analysis);
    analysis.regions = rank::regions(&analysis, beside);
    analysis.unmatched = rank::unmatched(&analysis, &beside.aliases);
    analysis.outlines = outlines::outlines(&analysis, beside);
    Ok(analysis)
}

/// What becomes of every row.
fn fates(loaded: &Loaded, policy: &Policy, coverage: crate::period::Coverage) -> Result<Vec<Fate>, Error> {
    let mut fates = cube::select(&loaded.incidents, &policy.selection, policy.grain);
    let rows = loaded.incidents.rows();
    fates.par_iter_mut().enumerate().filter(|&(row, _)| !coverage.contains(rows.get(row).start())).for_each(
        |(_, fate)| {
            *fate = Fate::Filtered;
        },
    );
    if fates.contains(&Fate::Counted) {
        return Ok(fates);
    }
    let detail = match (fates.is_empty(), fates.contains(&Fate::Gated)) {
        (true, _) => "no usable row in its files".to_owned(),
        (false, true) => {
            format!("the dates of the rows left are coarser than a {}; try --by year", policy.grain.noun())
        }
        (false, false) => "the filters or the days covered leave nothing; loosen them".to_owned(),
    };
    Err(Error::NothingLeft { source_title: loaded.facts.title.clone(), detail })
}

impl Analysis {
    /// Moves what is not counted from the counted rows of each file to where it went.
    pub(super) fn account(&mut self) {
        let Loaded { incidents, files, .. } = &mut self.loaded;
        for (row, fate) in incidents.rows().iter().zip(&self.fates) {
            let accounting = &mut files[row.file()].accounting;
            let went = match fate {
                Fate::Counted => continue,
                Fate::Filtered => &mut accounting.filtered,
                Fate::Gated => &mut accounting.gated,
            };
            *went += 1;
            accounting.counted -= 1;
        }
    }
}

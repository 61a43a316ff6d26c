//! The analysis: everything that a report says about a run, computed once.

mod compare;
mod count;
mod direct;
mod findings;
mod grid;
mod inference;
mod need;
mod notable;
mod outlines;
mod pairs;
mod places;
mod rank;
mod recent;
mod scopes;
mod standing;

pub use compare::{ChangeRow, RecordRow, SilenceRow};
pub use direct::{DirectRow, Evidence};
pub use inference::{
    AlertRow, BreakRow, Earlier, Families, ForecastRow, Kept, LethalityRow, Printed, Question, Shift, Tested, TrendRow,
};
pub use need::{Need, Part};
pub use notable::Notable;
pub use outlines::Outlines;
pub use pairs::{
    Bounds, Counted, DirectCounts, LEAST_OFFENSIVES, LeftOut, Likeness, MOST_GROUPS, Measured, Moved, NotMeasured,
    PairPolicy, PairRow, Robust, Robustness, Trait, Used, Which,
};
pub use places::{Known, Place, Places};
pub use rank::{GroupFacts, RegionFacts};
pub use standing::Headlines;

use crate::cube::{self, Cube, Detail, Fate, MultiDay, Selection, Spec};
use crate::finding::Finding;
use crate::geography::Boundaries;
use crate::measure::Amount;
use crate::names::Name;
use crate::period::{Calendar, Coverage, Day, Grain, Period, Window};
use crate::source::{Aliases, Attribution, ContextRow, Loaded, Population};
use count::Extent;
use inference::Depth;
use recent::Recent;
use scopes::Scopes;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
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
    /// How pairs of groups are measured.
    pub pairs: PairPolicy,
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
    /// Where in the year the middle of each period lies, 0 to below 1.
    pub(crate) phases: Vec<f64>,
    pub cube: Cube,
    /// What series ask of other scopes.
    scopes: Scopes,
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
    pub trends: Vec<TrendRow>,
    pub alerts: Vec<AlertRow>,
    pub breaks: Vec<BreakRow>,
    pub forecasts: Vec<ForecastRow>,
    pub lethality: Vec<LethalityRow>,
    /// How an earlier report's forecasts of the latest period did.
    pub kept: Vec<Kept>,
    /// The tests of the unfiltered input, by question and scope.
    pub families: Families,
    pub notable: Vec<Notable>,
    /// Found when it is first asked for; `None` where no period is complete.
    recent: OnceLock<Option<Recent>>,
    /// Incidents that name two organisations, or two families, and what was declared between them.
    pub direct: Vec<DirectRow>,
    /// Whether two groups are converging.
    pub pairs: Vec<PairRow>,
    /// Pairs that were not looked at.
    pub pairs_left_out: LeftOut,
    /// What the report says, in its order.
    pub findings: Vec<Finding>,
    pub unmatched: Unmatched,
    /// `None` where the user gives no boundaries.
    pub outlines: Option<Outlines>,
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
    fn count(loaded: &Loaded, counted: &[bool], windows: Vec<Window>, detail: Detail, spec: Spec) -> ToDate {
        let calendar = Calendar::windows(windows);
        let cube = cube::count(&loaded.incidents, counted, &Spec { calendar: &calendar, detail, ..spec });
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
    pub boundaries: Option<Arc<Boundaries>>,
    /// Events, and the relations of groups that somebody declared. Names are those of the report.
    pub context: Vec<ContextRow>,
}

/// Analyses one source.
///
/// # Errors
/// If no incident is left inside the coverage.
pub fn analyse(loaded: Loaded, policy: Policy, beside: &Beside) -> Result<Analysis, Error> {
    analyse_for(loaded, policy, beside, |_| Ok(Need::Everything))
}

/// Counts one source by group, family and region, and does nothing else: what a look at the files needs.
///
/// # Errors
/// If no incident is left inside the coverage.
pub fn ledgers(loaded: Loaded, policy: Policy, beside: &Beside) -> Result<Analysis, Error> {
    let mut analysis = count::counted(loaded, policy, beside, Extent::Ledgers)?;
    analysis.account();
    Ok(analysis)
}

/// Analyses one source as far as is asked for, which is decided once it is counted. What is asked for is the same to the last
/// digit as in a whole analysis; what is not is empty.
///
/// # Errors
/// If no incident is left inside the coverage, and whatever `ask` refuses.
pub fn analyse_for<E: From<Error>>(
    loaded: Loaded,
    policy: Policy,
    beside: &Beside,
    ask: impl Fn(&Analysis) -> Result<Need, E>,
) -> Result<Analysis, E> {
    let (families, loaded) = match policy.selection.unnarrowed() {
        selection if selection == policy.selection => (None, loaded),
        // What a p is worth is decided over all that the files hold: a filter must not change it.
        selection => {
            let whole = count::counted(loaded, Policy { selection, ..policy.clone() }, beside, Extent::Everything)?;
            let need = ask(&whole)?;
            (Some(whole.infer(&need, Depth::Tests).families()), whole.loaded)
        }
    };
    let mut analysis = count::counted(loaded, policy, beside, Extent::Everything)?;
    let need = ask(&analysis)?;
    analysis.account();
    let inferred = analysis.infer(&need, Depth::All);
    let families = families.unwrap_or_else(|| inferred.families());
    analysis.judge(inferred, families);
    analysis.records = compare::records(&analysis, &need);
    if need.has(Part::Direct) {
        analysis.direct = direct::direct(&analysis, &beside.context);
    }
    if need.has(Part::Pairs) {
        (analysis.pairs, analysis.pairs_left_out) = pairs::pairs(&analysis, need.pair());
    }
    if need.is_everything() {
        analysis.silences = compare::silences(&analysis);
        analysis.notable = notable::notable(&analysis);
        analysis.findings = findings::findings(&analysis);
    }
    Ok(analysis)
}

impl Analysis {
    /// Takes in what an earlier report forecast, for a chart of its own.
    pub fn hold(&mut self, earlier: &Earlier) {
        self.kept = self.outcomes(earlier);
    }

    /// Takes in what an earlier report forecast, and says how it did.
    pub fn recall(&mut self, earlier: &Earlier) {
        self.kept = self.outcomes(earlier);
        self.findings = findings::findings(self);
    }
}

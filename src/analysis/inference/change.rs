//! Tests of changes: counts of incidents against their own scatter, tolls by random orders of incidents.

use super::super::Analysis;
use super::super::compare::ChangeRow;
use super::families::{Families, Question};
use super::sample::Reach;
use crate::cube::{Entry, Key, Scope};
use crate::measure::{Amount, Measure};
use crate::period::{Period, Window};
use crate::stats::{
    self, Change, Comparison, Evidence, Exposed, Judgement, NotComputed, Sample, TREND_WINDOW, TollSample,
};

/// A change held against chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    pub evidence: Evidence,
    /// Of tolls: the same without the deadliest incident of either period, and that incident's toll.
    pub without_deadliest: Option<(Evidence, f64)>,
    /// Benjamini-Hochberg over the family; `None` where the test could never have told a change from chance.
    pub q: Option<f64>,
}

impl Tested {
    /// The p that counts: of tolls the larger of the one with and the one without the deadliest incident, since one incident is
    /// no change.
    pub fn p(&self) -> f64 {
        self.without_deadliest.map_or(self.evidence.p, |(without, _)| self.evidence.p.max(without.p))
    }

    fn smallest_p(&self) -> f64 {
        self.without_deadliest.map_or(self.evidence.smallest_p, |(w, _)| self.evidence.smallest_p.max(w.smallest_p))
    }

    pub fn judgement(&self) -> Judgement {
        Judgement::of(self.p(), self.q)
    }
}

impl ChangeRow {
    /// The test as a member of its family.
    pub(in crate::analysis) fn test(&self) -> Option<(f64, f64)> {
        self.tested.as_ref().ok().map(|tested| (tested.p(), tested.smallest_p()))
    }

    pub(in crate::analysis) fn judge(&mut self, families: &Families) {
        if let Ok(tested) = &mut self.tested {
            tested.q = families.q(Question::Change, self.key, tested.p(), tested.smallest_p());
        }
    }
}

/// The windows of a comparison: what is counted in each, and where they lie.
struct Sides {
    now: (Entry, Window),
    then: (Entry, Window),
}

fn sides(analysis: &Analysis, key: Key, comparison: Comparison, latest: Period) -> Option<Sides> {
    let period = |period: Period| (analysis.entry(key, period), Window::from(period));
    match comparison {
        Comparison::Previous => Some(Sides { now: period(latest), then: period(latest.plus(-1)) }),
        Comparison::YearAgo => Some(Sides { now: period(latest), then: period(latest.year_before()?) }),
        Comparison::YearToDate => {
            let window = |year: i32| {
                let index = analysis.to_date.year(year)?;
                Some((analysis.to_date.cube.at(key, index), analysis.to_date.windows[index]))
            };
            let year = latest.end().year();
            Some(Sides { now: window(year)?, then: window(year - 1)? })
        }
    }
}

/// The [`TREND_WINDOW`] complete periods before both sides.
fn history(analysis: &Analysis, key: Key, measure: Measure, before: Window) -> Option<Sample> {
    let last = analysis.periods.iter().rev().find(|period| period.end() < before.start())?;
    let sample = analysis.sample(key, measure, *last, Reach::SinceBreak).ok()?;
    Some(sample.newest(TREND_WINDOW))
}

/// The tolls of a side: value and number of incidents with it.
fn tolls(entry: &Entry, measure: Measure) -> Vec<(f64, f64)> {
    let set = if measure == Measure::Injured { &entry.tolls.injured } else { &entry.tolls.killed };
    set.iter().map(|(toll, incidents)| (toll.value(), incidents.value())).collect()
}

/// Holds one change against chance.
pub(in crate::analysis) fn tested(
    analysis: &Analysis,
    key: Key,
    measure: Measure,
    comparison: Comparison,
    change: &Result<Change, NotComputed>,
) -> Result<Tested, NotComputed> {
    let change = (*change)?;
    let latest = analysis.latest.ok_or(NotComputed::Partial)?;
    let Sides { now, then } = sides(analysis, key, comparison, latest).ok_or(NotComputed::NoBase)?;
    if analysis.last_break(latest).is_some_and(|from| from > then.1.start()) {
        return Err(NotComputed::CollectionBreak);
    }
    let exposed = |count: f64, window: Window| Exposed { count, days: f64::from(window.days()) };
    match measure {
        Measure::Incidents | Measure::LethalIncidents | Measure::SuicideAttacks => {
            let past = history(analysis, key, measure, then.1).unwrap_or_else(Sample::none);
            let evidence = stats::compare_counts(exposed(change.current, now.1), exposed(change.base, then.1), &past)?;
            let tested = Tested { evidence, without_deadliest: None, q: None };
            merged(analysis, key, comparison, &tested)?;
            Ok(tested)
        }
        Measure::Killed | Measure::Injured => {
            if !analysis.shows(key.scope) {
                return Err(NotComputed::NotShown);
            }
            let past = history(analysis, key, Measure::Incidents, then.1).unwrap_or_else(Sample::none);
            let (now_tolls, then_tolls) = (tolls(&now.0, measure), tolls(&then.0, measure));
            let side = |tolls, window: Window| TollSample { tolls, days: f64::from(window.days()) };
            let seed = analysis.seed(key, measure, comparison.id());
            let found = stats::compare_tolls(side(&now_tolls, now.1), side(&then_tolls, then.1), &past, seed)?;
            let without_deadliest = Some((found.without_deadliest, found.deadliest));
            let tested = Tested { evidence: found.evidence, without_deadliest, q: None };
            merged(analysis, key, comparison, &tested)?;
            Ok(tested)
        }
        Measure::Casualties
        | Measure::KilledPerIncident
        | Measure::Arrested
        | Measure::Abducted
        | Measure::ShareUnattributed
        | Measure::ShareSuspected => Err(NotComputed::NoDistribution),
    }
}

/// Withholds the change of a region where another one fell silent in between and the two together did not rise, or the other
/// way round: a border that moved.
fn merged(analysis: &Analysis, key: Key, comparison: Comparison, tested: &Tested) -> Result<(), NotComputed> {
    if tested.evidence.p > stats::ALPHA || !matches!(key.scope, Scope::Region(_)) {
        return Ok(());
    }
    let latest = analysis.latest.ok_or(NotComputed::Partial)?;
    if tested.evidence.ratio.estimate <= 1.0 {
        return analysis.not_swallowed(key);
    }
    for (other, _) in analysis.silent_regions(key) {
        let theirs = Key { scope: Scope::Region(other), ..key };
        let Some(own) = sides(analysis, key, comparison, latest) else { continue };
        let Some(their) = sides(analysis, theirs, comparison, latest) else { continue };
        let count = |a: &Entry, b: &Entry| (a.cell.incidents + b.cell.incidents).value();
        let side = |(entry, window): &(Entry, Window), (other, _): &(Entry, Window)| Exposed {
            count: count(entry, other),
            days: f64::from(window.days()),
        };
        if their.then.0.cell.incidents == Amount::ZERO {
            continue;
        }
        let both = stats::compare_counts(side(&own.now, &their.now), side(&own.then, &their.then), &Sample::none());
        if both.is_ok_and(|both| both.p > stats::ALPHA || both.ratio.estimate <= 1.0) {
            return Err(NotComputed::MergedRegion);
        }
    }
    Ok(())
}

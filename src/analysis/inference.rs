//! Inference: which of the numbers go beyond chance. Every test of a run, its family, and what stands against it.

mod alert;
mod change;
mod families;
mod guard;
mod kept;
mod lethality;
mod level;
mod outlook;
mod sample;
mod trend;

pub use alert::AlertRow;
pub use change::Tested;
pub use families::{Families, Question, family_id};
pub use kept::{Earlier, Kept, Printed};
pub use lethality::LethalityRow;
pub use level::{BreakRow, Shift};
pub use outlook::ForecastRow;
pub use trend::TrendRow;

pub(super) use change::tested;

use super::{Analysis, ChangeRow, Need, Part, compare};
use crate::convergence::Named;
use crate::cube::{Facet, Key, Scope};
use crate::measure::Measure;
use families::Tests;
use rayon::prelude::*;

/// What is tested of every series: incidents, and the killed as the toll that all sources know.
const MEASURES: [Measure; 2] = [Measure::Incidents, Measure::Killed];

/// All that is tested of a run, before it is judged.
#[derive(Default)]
pub(super) struct Inferred {
    changes: Vec<ChangeRow>,
    trends: Vec<TrendRow>,
    alerts: Vec<AlertRow>,
    breaks: Vec<BreakRow>,
    forecasts: Vec<ForecastRow>,
    lethality: Vec<LethalityRow>,
}

/// How much is inferred of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// What families consist of.
    Tests,
    All,
}

/// The rows, where they are asked for.
fn made<T>(asked: bool, rows: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if asked { rows() } else { Vec::new() }
}

fn joined<T>(each: &mut [Inferred], rows: impl Fn(&mut Inferred) -> &mut Vec<T>) -> Vec<T> {
    let mut all = Vec::with_capacity(each.iter_mut().map(|one| rows(one).len()).sum());
    each.iter_mut().for_each(|one| all.extend(std::mem::take(rows(one))));
    all
}

impl Inferred {
    fn of(analysis: &Analysis, key: Key, need: &Need, depth: Depth) -> Inferred {
        let tests = Inferred {
            changes: made(need.judges(Part::Changes, key), || compare::changes(analysis, key)),
            trends: made(need.judges(Part::Trends, key), || trend::trends(analysis, key)),
            alerts: made(need.judges(Part::Alerts, key), || alert::alerts(analysis, key)),
            breaks: made(need.judges(Part::Breaks, key), || level::breaks(analysis, key)),
            ..Inferred::default()
        };
        match depth {
            Depth::Tests => tests,
            Depth::All => Inferred {
                forecasts: made(need.names(Part::Forecasts, key), || outlook::forecasts(analysis, key)),
                lethality: made(need.is_everything(), || lethality::lethality(analysis, key)),
                ..tests
            },
        }
    }

    /// All of them, in their order, in no more room than they take.
    fn together(mut each: Vec<Inferred>) -> Inferred {
        Inferred {
            changes: joined(&mut each, |one| &mut one.changes),
            trends: joined(&mut each, |one| &mut one.trends),
            alerts: joined(&mut each, |one| &mut one.alerts),
            breaks: joined(&mut each, |one| &mut one.breaks),
            forecasts: joined(&mut each, |one| &mut one.forecasts),
            lethality: joined(&mut each, |one| &mut one.lethality),
        }
    }

    /// The tests by question and scope.
    pub(super) fn families(&self) -> Families {
        let mut tests = Tests::default();
        self.changes.iter().for_each(|row| tests.add(Question::Change, row.key, row.test()));
        self.trends.iter().for_each(|row| tests.add(Question::Trend, row.key, row.test()));
        self.alerts.iter().for_each(|row| tests.add(Question::Alert, row.key, row.test()));
        self.breaks.iter().for_each(|row| tests.add(Question::Break, row.key, row.test()));
        tests.families()
    }
}

impl Analysis {
    /// Tests every series that is asked for, side by side; the order is that of the keys.
    pub(super) fn infer(&self, need: &Need, depth: Depth) -> Inferred {
        let of = |key| Inferred::of(self, key, need, depth);
        let each: Vec<Inferred> = self.tested_keys().into_par_iter().map(of).collect();
        Inferred::together(each)
    }

    /// Takes in what was tested, each p with what it is worth in its family.
    pub(super) fn judge(&mut self, mut inferred: Inferred, families: Families) {
        inferred.changes.iter_mut().for_each(|row| row.judge(&families));
        compare::shrink(&mut inferred.changes);
        inferred.trends.iter_mut().for_each(|row| row.judge(&families));
        inferred.alerts.iter_mut().for_each(|row| row.judge(&families));
        inferred.breaks.iter_mut().for_each(|row| row.judge(&families));
        self.changes = inferred.changes;
        self.trends = inferred.trends;
        self.alerts = inferred.alerts;
        self.breaks = inferred.breaks;
        self.forecasts = inferred.forecasts;
        self.lethality = inferred.lethality;
        self.families = families;
    }

    /// Whether the report shows the series: all, and the top groups and regions. What is dear is computed only for these.
    pub fn shows(&self, scope: Scope) -> bool {
        match scope {
            Scope::All => true,
            Scope::Group(name) => self.top_groups().iter().any(|group| group.name == name),
            Scope::Region(region) => self.top_regions().iter().any(|top| top.region == region),
            Scope::Family(_) | Scope::District(_) | Scope::GroupRegion(..) => false,
        }
    }

    /// The series that are tested: all, groups, families and regions, by kind.
    pub(super) fn tested_keys(&self) -> Vec<Key> {
        let tested = |key: &Key| {
            matches!(key.facet, Facet::Ledger { role: None, .. })
                && matches!(key.scope, Scope::All | Scope::Group(_) | Scope::Family(_) | Scope::Region(_))
        };
        self.cube.keys().filter(tested).collect()
    }

    /// Where the draws for a pair begin.
    pub(super) fn pair_seed(&self, a: Named, b: Named) -> u64 {
        let name = |named: Named| self.text(named.name()).to_owned();
        self.seed_of(&format!("{}\n{}\n{}\npair", self.loaded.facts.source, name(a), name(b)))
    }

    /// A number that stays the same from run to run and differs from series to series: where draws begin.
    fn seed(&self, key: Key, measure: Measure, salt: &str) -> u64 {
        let name = |scope: Scope| match scope {
            Scope::All => String::new(),
            Scope::Group(name) | Scope::Family(name) => self.text(name).to_owned(),
            Scope::Region(region) | Scope::GroupRegion(_, region) => {
                format!("{}/{}", self.text(region.country), self.text(region.name))
            }
            Scope::District(district) => self.text(district.name).to_owned(),
        };
        let facet = match key.facet {
            Facet::Ledger { kind, role } => format!("{kind:?} {role:?}"),
            Facet::Tactic { kind, .. } | Facet::Target { kind, .. } => format!("{kind:?}"),
        };
        let text = format!("{}\n{}\n{facet}\n{}\n{salt}", self.loaded.facts.source, name(key.scope), measure.id());
        self.seed_of(&text)
    }

    fn seed_of(&self, text: &str) -> u64 {
        let hash = *blake3::hash(text.as_bytes()).as_bytes();
        u64::from_le_bytes(hash[..8].try_into().expect("eight bytes are eight bytes"))
    }
}

//! Families: which tests are judged together. One family a question and scope, over the unfiltered input.

use crate::cube::Scope;
use crate::stats::Family;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a test asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Do two periods differ?
    Change,
    /// Does the series rise or fall?
    Trend,
    /// Is the newest period out of line?
    Alert,
    /// Did the level change?
    Break,
}

impl Question {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The word of a scope in tables.
pub fn scope_id(scope: Scope) -> &'static str {
    match scope {
        Scope::All => "all",
        Scope::Group(_) => "group",
        Scope::Family(_) => "family",
        Scope::Region(_) => "region",
        Scope::District(_) => "district",
        Scope::GroupRegion(..) => "group_region",
    }
}

/// All families of a run, by question and scope.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Families(BTreeMap<(Question, &'static str), Family>);

/// `(p, smallest possible p)` of the tests of each family, as they are found.
#[derive(Default)]
pub(super) struct Tests(BTreeMap<(Question, &'static str), Vec<(f64, f64)>>);

impl Tests {
    /// A test with its p and the smallest that it could have had; `None` where nothing was tested.
    pub fn add(&mut self, question: Question, scope: Scope, test: Option<(f64, f64)>) {
        self.0.entry((question, scope_id(scope))).or_default().extend(test);
    }

    pub fn families(self) -> Families {
        Families(self.0.into_iter().map(|(place, tests)| (place, Family::new(tests))).collect())
    }
}

impl Families {
    /// What a p is worth among the tests of its family.
    pub fn q(&self, question: Question, scope: Scope, p: f64, smallest: f64) -> Option<f64> {
        match self.0.get(&(question, scope_id(scope))) {
            Some(family) => family.q(p, smallest),
            None => Family::default().q(p, smallest),
        }
    }

    /// Every family with its question and scope, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Question, &'static str, &Family)> {
        self.0.iter().map(|(&(question, scope), family)| (question, scope, family))
    }
}

//! Families: which tests are judged together. One family a question and scope, over the unfiltered input.
//!
//! The series of every kind together and those of one kind each are apart: the second are parts of the first, many and thin, and
//! would make a clear result about a group depend on how finely its incidents are sorted.

use crate::cube::{Facet, Key, Scope};
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

/// The word of a family's scope in tables.
pub fn family_id(key: Key) -> &'static str {
    let every_kind = key.facet == Facet::ALL;
    match (key.scope, every_kind) {
        (Scope::All, true) => "all",
        (Scope::All, false) => "all by kind",
        (Scope::Group(_), true) => "group",
        (Scope::Group(_), false) => "group by kind",
        (Scope::Family(_), true) => "family",
        (Scope::Family(_), false) => "family by kind",
        (Scope::Region(_), true) => "region",
        (Scope::Region(_), false) => "region by kind",
        (Scope::District(_), _) => "district",
        (Scope::GroupRegion(..), _) => "group_region",
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
    pub fn add(&mut self, question: Question, key: Key, test: Option<(f64, f64)>) {
        self.0.entry((question, family_id(key))).or_default().extend(test);
    }

    pub fn families(self) -> Families {
        Families(self.0.into_iter().map(|(place, tests)| (place, Family::new(tests))).collect())
    }
}

impl Families {
    /// What a p is worth among the tests of its family.
    pub fn q(&self, question: Question, key: Key, p: f64, smallest: f64) -> Option<f64> {
        match self.0.get(&(question, family_id(key))) {
            Some(family) => family.q(p, smallest),
            None => Family::default().q(p, smallest),
        }
    }

    /// Every family with its question and scope, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Question, &'static str, &Family)> {
        self.0.iter().map(|(&(question, scope), family)| (question, scope, family))
    }
}

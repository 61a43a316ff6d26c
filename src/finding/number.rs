//! The numbers of a claim, named and flat, for `findings.json`.

mod inferred;
mod of_claim;
mod pair;

use super::claim::{Ledger, Movement, Significance, Tested};
use crate::measure::{Reading, VictimClass};
use crate::stats::{Certainty, Change, Interval, Lethality, NotComputed};
use serde::Serialize;
use strum::VariantArray;

/// One number that a sentence says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedNumber {
    pub name: String,
    /// `None` where it is not known.
    pub value: Option<f64>,
    pub bound: Bound,
    /// The range of the estimates, where there is one.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Why it was not computed; empty where it was.
    pub not_computed: String,
}

/// What a value is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    Exact,
    AtLeast,
    Unknown,
}

#[derive(Default)]
struct Numbers(Vec<NamedNumber>);

impl Numbers {
    fn push(&mut self, name: impl Into<String>, value: Option<f64>, bound: Bound) {
        let not_computed = String::new();
        self.0.push(NamedNumber { name: name.into(), value, bound, low: None, high: None, not_computed });
    }

    fn exact(&mut self, name: impl Into<String>, value: f64) {
        self.push(name, Some(value), Bound::Exact);
    }

    fn maybe(&mut self, name: &str, value: Option<f64>) {
        value.into_iter().for_each(|value| self.exact(name, value));
    }

    fn reading(&mut self, name: impl Into<String>, reading: Reading) {
        let bound = match reading {
            Reading::Known(_) => Bound::Exact,
            Reading::AtLeast(_) => Bound::AtLeast,
            Reading::Unreported | Reading::NotCovered => Bound::Unknown,
        };
        self.push(name, reading.value(), bound);
    }

    /// A number that was not computed, and why.
    fn missing(&mut self, name: impl Into<String>, reason: NotComputed) {
        self.push(name, None, Bound::Unknown);
        if let Some(last) = self.0.last_mut() {
            last.not_computed = reason.text();
        }
    }

    /// An estimate with its interval; an end without end is left out.
    fn interval(&mut self, name: impl Into<String>, interval: &Interval) {
        let finite = |value: f64| Some(value).filter(|value| value.is_finite());
        self.push(name, finite(interval.estimate), Bound::Exact);
        if let Some(last) = self.0.last_mut() {
            (last.low, last.high) = (finite(interval.low), finite(interval.high));
        }
    }

    fn significance(&mut self, name: &str, found: &Significance) {
        self.exact(format!("{name}p"), found.p);
        self.push(format!("{name}q"), found.q, if found.q.is_some() { Bound::Exact } else { Bound::Unknown });
        self.exact(format!("{name}tests"), found.tests as f64);
    }

    fn movement(&mut self, name: &str, moved: &Movement) {
        let change = match &moved.result {
            Ok(change) => change,
            Err(reason) => return self.missing(name, *reason),
        };
        self.change(name, change);
        match &moved.tested {
            Ok(tested) => self.tested(name, change, tested),
            Err(reason) => self.missing(format!("{name}_p"), *reason),
        }
    }

    fn change(&mut self, name: &str, change: &Change) {
        let bound = match change.certainty {
            Certainty::Exact => Bound::Exact,
            Certainty::LowerBounds => Bound::AtLeast,
        };
        self.push(name, Some(change.current), bound);
        self.push(format!("{name}_base"), Some(change.base), bound);
        self.push(format!("{name}_difference"), Some(change.absolute), Bound::Exact);
        if let Some(ratio) = change.plain_ratio {
            self.exact(format!("{name}_ratio"), ratio);
        }
    }

    /// `_ratio` is of the bare numbers with its interval, `_rate_ratio` of the rates a day, as in `changes.csv`.
    fn tested(&mut self, name: &str, change: &Change, tested: &Tested) {
        let plain = Tested::plain(&tested.evidence, change);
        let ratio = format!("{name}_ratio");
        if let Some(known) = self.0.last_mut().filter(|last| last.name == ratio) {
            (known.low, known.high) = (Some(plain.low), Some(plain.high).filter(|high| high.is_finite()));
        }
        self.interval(format!("{name}_rate_ratio"), &tested.evidence.ratio);
        self.significance(&format!("{name}_"), &tested.significance);
        if let Some((without, killed)) = &tested.without_deadliest {
            self.exact(format!("{name}_deadliest"), *killed);
            self.interval(format!("{name}_rate_ratio_without_deadliest"), &without.ratio);
            self.exact(format!("{name}_p_without_deadliest"), without.p);
        }
    }

    fn ledgers(&mut self, ledgers: &[Ledger]) {
        for ledger in ledgers {
            let kind = ledger.kind.id();
            self.exact(format!("{kind}_incidents"), ledger.incidents);
            self.reading(format!("{kind}_killed"), ledger.killed);
            for (class, &reading) in VictimClass::VARIANTS.iter().zip(&ledger.killed_by) {
                self.reading(format!("{kind}_killed_{}", class.id()), reading);
            }
            self.exact(format!("{kind}_foreign"), ledger.foreign);
        }
    }

    fn lethality(&mut self, name: &str, found: &Result<Lethality, NotComputed>) {
        match found {
            Ok(found) => {
                self.interval(format!("{name}killed_per_incident"), &found.killed_per_incident);
                self.exact(format!("{name}killed_per_incident_without_deadliest"), found.without_deadliest);
                self.exact(format!("{name}median"), found.median);
                self.exact(format!("{name}maximum"), found.maximum);
                self.interval(format!("{name}lethal_share"), &found.lethal_share);
                found
                    .injured_per_killed
                    .iter()
                    .for_each(|ratio| self.interval(format!("{name}injured_per_killed"), ratio));
            }
            Err(reason) => self.missing(format!("{name}killed_per_incident"), *reason),
        }
    }
}

//! The numbers of a claim, named and flat, for `findings.json`.

use super::{Claim, Compared, Finding};
use crate::measure::Reading;
use crate::measure::VictimClass;
use crate::stats::{Certainty, Change, NotComputed};
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

    fn change(&mut self, name: &str, result: &Result<Change, NotComputed>) {
        match result {
            Ok(change) => {
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
            Err(reason) => {
                self.push(name, None, Bound::Unknown);
                if let Some(last) = self.0.last_mut() {
                    last.not_computed = reason.text();
                }
            }
        }
    }
}

impl Finding {
    /// Its numbers, in the order of the sentence.
    pub fn numbers(&self) -> Vec<NamedNumber> {
        let mut numbers = Numbers::default();
        let n = &mut numbers;
        match &self.claim {
            Claim::Total(total) => {
                n.exact("incidents", total.incidents);
                n.reading("lethal_incidents", total.lethal);
                n.reading("killed", total.killed);
                if let (Some((low, high)), Some(last)) = (total.killed_range, n.0.last_mut()) {
                    (last.low, last.high) = (Some(low), Some(high));
                }
                n.reading("injured", total.injured);
            }
            Claim::Compared(Compared { movements, .. }) => {
                movements.iter().for_each(|moved| n.change(moved.measure.id(), &moved.result));
            }
            Claim::Level(level) => {
                n.exact("incidents_a_day", level.incidents_a_day);
                n.maybe("killed_a_day", level.killed_a_day);
                n.maybe("incidents_mean_of_twelve", level.incidents_of_twelve);
                n.maybe("killed_mean_of_twelve", level.killed_of_twelve);
            }
            Claim::Record { measure, record } => {
                n.exact(measure.id(), record.value);
                n.maybe("then", record.since.and_then(|(_, value)| value));
                n.exact("periods_beaten", record.depth as f64);
            }
            Claim::Ledgers(ledgers) => {
                for ledger in ledgers {
                    let kind = ledger.kind.id();
                    n.exact(format!("{kind}_incidents"), ledger.incidents);
                    n.reading(format!("{kind}_killed"), ledger.killed);
                    for (class, &reading) in VictimClass::VARIANTS.iter().zip(&ledger.killed_by) {
                        n.reading(format!("{kind}_killed_{}", class.id()), reading);
                    }
                    n.exact(format!("{kind}_foreign"), ledger.foreign);
                }
            }
            Claim::Margin(margin) => {
                n.exact("parts", margin.parts);
                n.exact("whole", margin.whole);
            }
            Claim::Suicide(suicide) => {
                n.reading("suicide_attacks", suicide.attacks);
                n.reading("killed", suicide.killed);
                n.reading("injured", suicide.injured);
                if let Some((_, now, then)) = suicide.to_date {
                    n.reading("suicide_attacks_to_date", now);
                    then.into_iter().for_each(|then| n.reading("suicide_attacks_to_date_base", then));
                }
            }
            Claim::Taken { arrested, abducted } => {
                n.reading("arrested", *arrested);
                n.reading("abducted", *abducted);
            }
            Claim::Failed { failed, attacks } => {
                n.exact("failed", *failed);
                n.exact("attacks", *attacks);
            }
            Claim::Deadliest(deadliest) => n.exact("killed", deadliest.killed),
            Claim::Region(part) => {
                n.change("incidents", &part.change);
                n.exact("part", part.incidents);
                n.exact("whole", part.all_incidents);
                n.reading("killed", part.killed);
                n.reading("all_killed", part.all_killed);
            }
            Claim::Group(part) => {
                n.change("incidents", &part.change);
                n.exact("part", part.incidents);
                n.exact("whole", part.all_incidents);
                n.reading("killed", part.killed);
                if let Some((attacks, killed, suspected)) = part.attacks {
                    n.exact("attacks", attacks);
                    n.reading("attacks_killed", killed);
                    n.exact("attacks_suspected", suspected);
                }
            }
            Claim::Mix(mix) => {
                n.exact("stated", mix.stated);
                n.exact("incidents", mix.incidents);
                mix.top.iter().for_each(|(name, count)| n.exact(name.clone(), *count));
            }
            Claim::Unnamed(unnamed) | Claim::Suspected(unnamed) => {
                n.push("part", unnamed.now.map(|(part, _)| part), unnamed.now.map_or(Bound::Unknown, |_| Bound::Exact));
                n.maybe("whole", unnamed.now.map(|(_, whole)| whole));
                n.maybe("part_before", unnamed.before.map(|(_, part, _)| part));
                n.maybe("whole_before", unnamed.before.map(|(_, _, whole)| whole));
            }
            Claim::Silence { silence, .. } => match silence {
                crate::stats::Silence::Quiet { expected, .. } => n.exact("expected", *expected),
                crate::stats::Silence::New { .. } => {}
            },
            Claim::SoFar(so_far) => {
                n.exact("incidents", so_far.incidents);
                n.reading("killed", so_far.killed);
                n.reading("injured", so_far.injured);
                n.exact("days", f64::from(so_far.covered.days()));
            }
        }
        numbers.0
    }
}

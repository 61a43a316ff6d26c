//! Kept: how the forecasts of an earlier report did.

use super::super::Analysis;
use crate::cube::{Facet, Key, Scope};
use crate::measure::Measure;
use crate::period::{Period, Status};

/// One forecast as an earlier report printed it; names as they are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    pub source: String,
    pub scope: String,
    pub country: String,
    pub region: String,
    pub group: String,
    pub measure: String,
    /// Label of the period forecast.
    pub target: String,
    pub mean: f64,
    /// The 80 % interval.
    pub low80: f64,
    pub high80: f64,
}

/// An earlier report of the same kind: its label and what it forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    pub label: String,
    pub printed: Vec<Printed>,
}

/// A forecast whose period is over, and what was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Label of the report that made it.
    pub label: String,
    pub scope: Scope,
    pub measure: Measure,
    pub target: Period,
    pub mean: f64,
    pub low80: f64,
    pub high80: f64,
    pub observed: f64,
}

impl Kept {
    /// Whether the number lay inside the 80 % interval.
    pub fn held(&self) -> bool {
        (self.low80..=self.high80).contains(&self.observed)
    }
}

impl Analysis {
    /// Holds an earlier report's forecasts of the latest period against what was counted.
    pub(in crate::analysis) fn outcomes(&self, earlier: &Earlier) -> Vec<Kept> {
        let Some(latest) = self.latest else { return Vec::new() };
        let mut kept: Vec<Kept> = earlier.printed.iter().filter_map(|one| self.held(earlier, one, latest)).collect();
        kept.sort_by_key(|one| (one.scope, one.measure));
        kept
    }

    fn held(&self, earlier: &Earlier, printed: &Printed, latest: Period) -> Option<Kept> {
        if printed.source != self.loaded.facts.source || printed.target != latest.label() {
            return None;
        }
        let measure = super::MEASURES.into_iter().find(|measure| measure.id() == printed.measure)?;
        let same = |scope: &Scope| match *scope {
            Scope::All => printed.scope == "all",
            Scope::Group(name) => printed.scope == "group" && self.text(name) == printed.group,
            Scope::Region(region) => {
                let names = (self.text(region.country), self.text(region.name));
                printed.scope == "region" && names == (printed.country.as_str(), printed.region.as_str())
            }
            Scope::Family(_) | Scope::District(_) | Scope::GroupRegion(..) => false,
        };
        let scope = self.cube.scopes().find(same)?;
        if self.status(scope, latest) != Status::Complete {
            return None;
        }
        let observed = self.reading(Key { scope, facet: Facet::ALL }, measure, latest).value()?;
        let Printed { mean, low80, high80, .. } = *printed;
        Some(Kept { label: earlier.label.clone(), scope, measure, target: latest, mean, low80, high80, observed })
    }
}

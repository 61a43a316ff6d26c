//! The user's boundaries beside the regions of a run.

use super::{Analysis, Beside};
use crate::geography::{Boundaries, Fit, Matched, Named};
use crate::names::Region;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Boundaries, and the region that each of them is.
#[derive(Clone, Debug)]
pub struct Outlines {
    pub boundaries: Arc<Boundaries>,
    /// All regions that the files name, also those of which a filter leaves nothing; by country and name.
    pub regions: Vec<Region>,
    pub matched: Matched,
}

impl Outlines {
    /// The boundaries of a region, by their place in the file.
    pub fn region(&self, feature: usize) -> Option<Region> {
        match self.matched.features.get(feature)? {
            Fit::Region(at) => self.regions.get(*at).copied(),
            Fit::Quiet | Fit::Unknown => None,
        }
    }
}

/// Matches the boundaries with the regions of the files; `None` without boundaries.
pub(super) fn outlines(analysis: &Analysis, beside: &Beside) -> Option<Outlines> {
    let boundaries = beside.boundaries.clone()?;
    let rows = analysis.loaded.incidents.rows();
    let named: BTreeSet<Region> = rows.iter().map(|row| row.region()).filter(|r| !r.name.is_none()).collect();
    let mut regions: Vec<(Named, Region)> = named
        .into_iter()
        .map(|region| {
            let text = |name| analysis.text(name).to_owned();
            (Named { country: text(region.country), name: text(region.name) }, region)
        })
        .collect();
    regions.sort();
    let (names, regions): (Vec<Named>, Vec<Region>) = regions.into_iter().unzip();
    let matched = Matched::of(&boundaries, &names, &beside.aliases);
    Some(Outlines { boundaries, regions, matched })
}

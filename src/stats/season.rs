//! Season: how much of a series repeats each year, by STL on a variance-stabilising scale.

use super::{NotComputed, Sample};

/// Strength of season of a sample, 0 to 1. Refused on sparse series and on fewer than two years.
pub fn season_strength(_sample: &Sample) -> Result<f64, NotComputed> {
    unimplemented!()
}

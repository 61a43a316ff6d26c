//! Dispersion: how much more than a Poisson series scatters around its trend and season.

use super::Sample;

/// Variance over mean of a history, never below 1, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersion {
    pub phi: f64,
    /// Residual degrees of freedom.
    pub freedom: f64,
}

/// The dispersion of a history after trend and season; `None` where it is too short.
pub fn dispersion(_history: &Sample) -> Option<Dispersion> {
    unimplemented!()
}

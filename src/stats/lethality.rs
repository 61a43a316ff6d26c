//! Lethality: how deadly incidents are, with how sure that is.

use super::{Interval, NotComputed};

/// The lethality of incidents with a known toll.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lethality {
    /// Incidents with a known toll.
    pub known: f64,
    pub killed_per_incident: Interval,
    pub median: f64,
    pub maximum: f64,
    /// Mean without the deadliest incident.
    pub without_deadliest: f64,
    /// Share with at least one death.
    pub lethal_share: Interval,
    /// Injured for each killed, over incidents with both known.
    pub injured_per_killed: Option<Interval>,
}

/// From tolls (value, incidents with it); `both` are sums of injured and killed of the incidents in which both are known.
pub fn lethality(_killed: &[(f64, f64)], _both: Option<(f64, f64)>, _seed: u64) -> Result<Lethality, NotComputed> {
    unimplemented!()
}

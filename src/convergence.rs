//! Convergence: whether two groups act more and more together, as far as counted incidents can tell. Slices in, numbers out; none
//! of the measures measures cooperation.

mod activity;
mod association;
mod clusters;
mod coactivity;
mod counts;
mod course;
mod covariance;
mod direct;
mod effect;
mod hawkes;
mod index;
mod knox;
mod moves;
mod near;
mod placebo;
mod point;
mod profile;
mod rising;
mod sightings;
mod sums;
mod territory;
#[cfg(test)]
mod tests;

pub use activity::{Cell, Event, Exactness, Plan, Space, Span};
pub use association::{Association, Cells, association};
pub use coactivity::{Activity, Answer, CoActivity, Order, Time, coactivity, course};
pub use course::Rolled;
pub use covariance::{COVARIANCE_WINDOW, Covariance, DistrictDay, covariance};
pub use direct::{Basis, Direct, LedgerEntry, Named, Relation, Scene, direct, ledger};
pub use hawkes::{Branching, HAWKES_WINDOW, Hawkes, PlaceHistory, hawkes};
pub use knox::{BareNull, Closeness, CrossPairs, CrossUnit, Enumeration, Knox, knox};
pub use placebo::{Placebo, excess, placebo};
pub use point::Point;
pub use profile::{CategoryShift, Offensives, Profile, jensen_shannon, profile};
pub use rising::{FEWEST_NEAR, Month, Rising, RisingTest};
pub use territory::{TerritoryYear, territory};

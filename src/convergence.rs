//! Convergence of two groups: pure measures, slices in and numbers out. None of them measures cooperation.

mod association;
mod covariance;
mod hawkes;
mod knox;
mod profile;
mod territory;

pub use association::{Association, Cells, association};
pub use covariance::{COVARIANCE_WINDOW, Covariance, DistrictDay, covariance};
pub use hawkes::{Branching, HAWKES_WINDOW, Hawkes, PlaceHistory, hawkes};
pub use knox::{BareNull, Closeness, CrossPairs, CrossUnit, Enumeration, Knox, knox};
pub use profile::{CategoryShift, Profile, jensen_shannon, profile};
pub use territory::{TerritoryYear, territory};

//! incident-trends: incident CSVs in, a report folder out, with every row accounted for.
//!
//! The rooms of the house stand in order below; a room uses only rooms above it.

pub mod figure;
pub mod paint;

//! incident-trends: incident CSVs in, a report folder out, with every row accounted for.
//!
//! The rooms of the house stand in order below; a room uses only rooms above it.

pub mod registry;

pub mod period;

pub mod text;

pub mod measure;

pub mod series;

pub mod names;

pub mod incident;

pub mod read;

pub mod source;

pub mod geography;

pub mod store;

pub mod cube;

pub mod stats;

pub mod convergence;

pub mod messages;

pub mod finding;

pub mod analysis;

pub mod figure;

pub mod chart;

pub mod paint;

pub mod report;

pub mod export;

pub mod config;

pub mod cli;

pub mod run;

//! Geography: the user's boundaries, which of them is which region, and how a piece of the earth lies flat on a page.

mod boundaries;
mod clip;
mod fold;
mod graticule;
mod matching;
mod projection;
mod simplify;

pub use boundaries::{Boundaries, Feature, Polygon};
pub use clip::{Frame, clip_line, clip_ring};
pub use fold::fold;
pub use graticule::{Axis, Line, graticule};
pub use matching::{Fit, Matched, Named};
pub use projection::{Degrees, Flat, Projection};
pub use simplify::{label_point, simplify};

use std::path::PathBuf;
use thiserror::Error;

/// What can be wrong with a file of boundaries.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    #[error("{}: the boundaries cannot be read: {reason}", .path.display())]
    Unreadable { path: PathBuf, reason: String },
    #[error("{}: not GeoJSON: {reason}", .path.display())]
    NotGeoJson { path: PathBuf, reason: String },
    #[error("{}: it holds no boundary; a FeatureCollection of polygons is needed", .path.display())]
    Empty { path: PathBuf },
    #[error("{}, feature {number}{}: {reason}", .path.display(), called(.name))]
    BadFeature {
        path: PathBuf,
        /// From 1 on, in the order of the file.
        number: usize,
        /// Empty where it has none.
        name: String,
        reason: String,
    },
    #[error("{}: no feature has the property '{property}'; there is: {}", .path.display(), .known.join(", "))]
    NoProperty { path: PathBuf, property: String, known: Vec<String> },
}

impl Error {
    /// Whether the way it was asked for is at fault rather than the file.
    pub fn is_usage(&self) -> bool {
        match self {
            Error::NoProperty { .. } => true,
            Error::Unreadable { .. } | Error::NotGeoJson { .. } | Error::Empty { .. } | Error::BadFeature { .. } => {
                false
            }
        }
    }
}

fn called(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" ('{name}')") }
}

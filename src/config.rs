//! Settings: what was typed (`Request`) and what it means (`Config`).

mod brand;
mod changed;
mod decide;
mod error;
mod inputs;
mod pairs;
mod request;
mod store;

pub use brand::BrandRequest;
pub use decide::{Config, Output, Reading};
pub use error::Error;
pub use inputs::inputs;
pub use request::{LogFormat, Request, Verbosity};

/// The configuration that is read when no input is typed.
pub const DEFAULT_FILE: &str = "incident-trends.toml";

/// The folder of reports where none is named.
pub const DEFAULT_OUT: &str = "reports";

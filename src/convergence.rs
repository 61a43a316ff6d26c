//! Convergence: whether two groups act more and more together, as far as counted incidents can tell.

mod activity;
mod clusters;
mod coactivity;
mod effect;
mod moves;
mod near;
mod placebo;
mod point;
mod rising;

pub use activity::{Cell, Event, Exactness, Plan, Space, Span};
pub use coactivity::{Activity, Answer, CoActivity, Order, Time, coactivity};
pub use placebo::{Placebo, excess, placebo};
pub use point::Point;
pub use rising::{Month, Rising, RisingTest, Rolled};

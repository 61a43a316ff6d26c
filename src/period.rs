//! Calendar time: days, grains, periods, coverage. The only room that knows the calendar.

mod coverage;
mod day;
mod format;
mod grain;
mod moment;

pub use coverage::{Calendar, Coverage, Status, Window};
pub use day::{Day, MonthName};
pub use format::DateFormat;
pub use grain::{Grain, Period, WeekStart};
pub use moment::{MomentFormat, iso_moment};

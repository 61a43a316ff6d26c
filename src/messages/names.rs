//! Names of times, and lists, as the language of a table writes them.

use super::Messages;
use crate::period::{Day, Period};
use crate::text;

impl Messages {
    /// `October 2026`, `31 October 2026`, `2026`.
    pub fn period(&self, period: Period) -> String {
        period.name()
    }

    /// `31 October 2026`.
    pub fn day(&self, day: Day) -> String {
        day.long()
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        text::list(items)
    }
}

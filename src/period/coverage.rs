//! Coverage: when someone was counting. Zero is only zero inside it.

use super::day::Day;
use super::grain::{Grain, Period};
use serde::{Serialize, Serializer};

/// A stretch of days, both ends included; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    start: Day,
    end: Day,
}

impl Window {
    /// `None` where `end` lies before `start`.
    pub fn new(start: Day, end: Day) -> Option<Window> {
        (start <= end).then_some(Window { start, end })
    }

    pub fn start(self) -> Day {
        self.start
    }

    pub fn end(self) -> Day {
        self.end
    }

    pub fn days(self) -> u32 {
        self.end.since(self.start) as u32 + 1
    }

    pub fn contains(self, day: Day) -> bool {
        self.start <= day && day <= self.end
    }

    /// The days in both, if any.
    pub fn overlap(self, other: Window) -> Option<Window> {
        Window::new(self.start.max(other.start), self.end.min(other.end))
    }
}

impl From<Period> for Window {
    fn from(period: Period) -> Window {
        Window { start: period.start(), end: period.end() }
    }
}

impl Serialize for Window {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}..{}", self.start, self.end))
    }
}

/// How a period stands to the coverage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Complete,
    /// Some of its days are covered: shown hollow, kept out of every test, record and comparison.
    Partial,
    NotCovered,
}

impl Status {
    /// The word in tables.
    pub fn id(self) -> &'static str {
        match self {
            Status::Complete => "complete",
            Status::Partial => "partial",
            Status::NotCovered => "not_covered",
        }
    }
}

/// The days in which a series was counted: one stretch, in which some days may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    window: Window,
    /// Days inside the window in which nobody counted (the GTD lost its year 1993).
    gap: Option<Window>,
}

impl Coverage {
    pub fn new(window: Window) -> Coverage {
        Coverage { window, gap: None }
    }

    /// The coverage without the days of `gap`.
    pub fn without(self, gap: Option<Window>) -> Coverage {
        Coverage { gap: gap.and_then(|gap| gap.overlap(self.window)), ..self }
    }

    /// Whether somebody counted on that day.
    pub fn contains(self, day: Day) -> bool {
        self.window.contains(day) && !self.gap.is_some_and(|gap| gap.contains(day))
    }

    /// Covered days of a window: its exposure.
    pub fn days(self, window: Window) -> u32 {
        let missing = self.gap.and_then(|gap| gap.overlap(window)).map_or(0, Window::days);
        window.overlap(self.window).map_or(0, Window::days) - missing
    }

    pub fn from(self) -> Day {
        self.window.start
    }

    pub fn to(self) -> Day {
        self.window.end
    }

    pub fn window(self) -> Window {
        self.window
    }

    /// The coverage that begins no earlier than `from`; `None` where nothing is left.
    pub fn starting(self, from: Day) -> Option<Coverage> {
        let window = Window::new(self.window.start.max(from), self.window.end)?;
        Some(Coverage::new(window).without(self.gap))
    }

    pub fn status(self, window: Window) -> Status {
        match self.days(window) {
            0 => Status::NotCovered,
            days if days == window.days() => Status::Complete,
            _ => Status::Partial,
        }
    }

    /// The last period of that grain that lies wholly inside, if any does.
    pub fn last_complete(self, grain: Grain) -> Option<Period> {
        let last = Period::containing(self.to(), grain);
        let candidate = if last.end() == self.to() { last } else { last.plus(-1) };
        (candidate.start() >= self.from()).then_some(candidate)
    }
}

/// Disjoint windows in order: the columns of a count. Finds a day's window in constant time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    windows: Vec<Window>,
    first: Day,
    /// For each day from `first`: its window's index, or `NOWHERE`.
    index: Vec<u32>,
}

const NOWHERE: u32 = u32::MAX;

impl Calendar {
    /// The periods of a grain that touch `span`.
    pub fn periods(grain: Grain, span: Window) -> Calendar {
        let last = Period::containing(span.end, grain);
        Calendar::windows(Period::containing(span.start, grain).to(last).map(Window::from).collect())
    }

    /// `windows` must be in order and must not overlap.
    pub fn windows(windows: Vec<Window>) -> Calendar {
        assert!(windows.is_sorted_by(|a, b| a.end < b.start), "the windows of a calendar are in order and disjoint");
        let Some((first, last)) = windows.first().zip(windows.last()).map(|(a, b)| (a.start, b.end)) else {
            return Calendar { windows, first: Day::from_epoch(0), index: Vec::new() };
        };
        let mut index = vec![NOWHERE; last.since(first) as usize + 1];
        for (i, window) in windows.iter().enumerate() {
            let from = window.start.since(first) as usize;
            index[from..from + window.days() as usize].fill(i as u32);
        }
        Calendar { windows, first, index }
    }

    pub fn len(&self) -> usize {
        self.windows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.windows.is_empty()
    }

    pub fn get(&self, index: usize) -> Window {
        self.windows[index]
    }

    pub fn iter(&self) -> impl Iterator<Item = Window> {
        self.windows.iter().copied()
    }

    /// The index of the window that holds `day`.
    #[inline]
    pub fn find(&self, day: Day) -> Option<usize> {
        let offset = usize::try_from(day.since(self.first)).ok()?;
        self.index.get(offset).copied().filter(|&i| i != NOWHERE).map(|i| i as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(start: &str, end: &str) -> Window {
        let day = |text| Day::from_iso(text).expect("a date");
        Window::new(day(start), day(end)).expect("in order")
    }

    #[test]
    fn a_period_is_complete_only_wholly_inside() {
        let coverage = Coverage::new(window("2026-01-15", "2026-03-27"));
        let status = |start, end| coverage.status(window(start, end));
        assert_eq!(status("2026-01-01", "2026-01-31"), Status::Partial);
        assert_eq!(status("2026-02-01", "2026-02-28"), Status::Complete);
        assert_eq!(status("2026-03-01", "2026-03-31"), Status::Partial);
        assert_eq!(status("2026-04-01", "2026-04-30"), Status::NotCovered);
        assert_eq!(coverage.last_complete(Grain::Month).map(Period::label), Some("2026-02".into()));
        assert_eq!(coverage.last_complete(Grain::Quarter), None);
    }

    #[test]
    fn a_lost_year_is_not_a_quiet_one() {
        let coverage =
            Coverage::new(window("1990-01-01", "1999-12-31")).without(Some(window("1993-01-01", "1993-12-31")));
        assert_eq!(coverage.status(window("1993-05-01", "1993-05-31")), Status::NotCovered);
        assert_eq!(coverage.status(window("1992-07-01", "1993-06-30")), Status::Partial);
        assert_eq!(coverage.days(window("1992-12-01", "1993-01-31")), 31);
        assert!(!coverage.contains(window("1993-05-01", "1993-05-31").start()));
    }

    #[test]
    fn a_calendar_finds_each_day_and_only_its_days() {
        let calendar = Calendar::windows(vec![window("2024-01-01", "2024-02-29"), window("2025-01-01", "2025-02-28")]);
        let find = |text| calendar.find(Day::from_iso(text).expect("a date"));
        assert_eq!(find("2023-12-31"), None);
        assert_eq!(find("2024-01-01"), Some(0));
        assert_eq!(find("2024-02-29"), Some(0));
        assert_eq!(find("2024-03-01"), None);
        assert_eq!(find("2025-02-28"), Some(1));
        assert_eq!(find("2025-03-01"), None);
    }
}

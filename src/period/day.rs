//! A calendar day, counted from 1970-01-01 as polars' `Date` column does.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Serialize, Serializer};
use std::fmt;

/// Days since 1970-01-01 in the proleptic Gregorian calendar. Shown as an ISO date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Days from 0001-01-01 (chrono's day 1) to 1970-01-01.
const EPOCH: i32 = 719_163;

impl Day {
    /// `None` where the calendar has no such day (30 February).
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day::from)
    }

    #[inline]
    pub fn from_epoch(days: i32) -> Day {
        Day(days)
    }

    #[inline]
    pub fn epoch(self) -> i32 {
        self.0
    }

    /// Reads `2026-10-31`, nothing else.
    pub fn from_iso(text: &str) -> Option<Day> {
        let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
        let number = |digits: &[u8]| {
            let is_number = digits.iter().all(u8::is_ascii_digit);
            is_number.then(|| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
        };
        Day::from_ymd(number(&[a, b, c, d])? as i32, number(&[e, f])?, number(&[g, h])?)
    }

    pub fn year(self) -> i32 {
        self.date().year()
    }

    pub fn month(self) -> u32 {
        self.date().month()
    }

    pub fn day_of_month(self) -> u32 {
        self.date().day()
    }

    /// The same calendar day `years` away; 29 February becomes 28 February where there is none.
    pub fn plus_years(self, years: i32) -> Day {
        let date = self.date();
        Day::from_ymd(date.year() + years, date.month(), date.day())
            .or_else(|| Day::from_ymd(date.year() + years, date.month(), date.day() - 1))
            .expect("every month of every year has a 28th")
    }

    #[inline]
    pub fn plus(self, days: i32) -> Day {
        Day(self.0 + days)
    }

    /// Whole days from `earlier` to `self`; negative where `earlier` is later.
    #[inline]
    pub fn since(self, earlier: Day) -> i32 {
        self.0 - earlier.0
    }

    /// The first Friday on or after this day: the end of ACLED's week.
    pub fn friday_on_or_after(self) -> Day {
        // 1970-01-02 was a Friday.
        self.plus((1 - self.0).rem_euclid(7))
    }

    pub(super) fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0 + EPOCH).expect("days stay within chrono's 262,000 years")
    }

    /// `31 October 2026`.
    pub fn long(self) -> String {
        let date = self.date();
        format!("{} {} {}", date.day(), MonthName::of(date.month()).long(), date.year())
    }

    pub fn first_of_month(self) -> Day {
        self.plus(1 - self.day_of_month() as i32)
    }

    pub fn last_of_month(self) -> Day {
        let date = self.first_of_month().date();
        let next =
            date.checked_add_days(Days::new(31)).expect("within range").with_day(1).expect("every month has a first");
        Day::from(next).plus(-1)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce() - EPOCH)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        match date.year() {
            // Millions of them are written into tables; the usual ones take a shorter way to the same letters.
            year @ 0..=9999 => write!(f, "{year:04}-{:02}-{:02}", date.month(), date.day()),
            _ => write!(f, "{}", date.format("%Y-%m-%d")),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An English month name, for reading dates and for writing them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthName(u32);

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl MonthName {
    /// `month` runs from 1 to 12.
    pub fn of(month: u32) -> MonthName {
        assert!((1..=12).contains(&month), "a month is 1 to 12, not {month}");
        MonthName(month)
    }

    /// Reads a full name or its first three letters (and `Sept`), in any letter case.
    pub fn parse(text: &str) -> Option<MonthName> {
        let text = text.trim_end_matches('.').to_ascii_lowercase();
        if text == "sept" {
            return Some(MonthName(9));
        }
        let hit = MONTHS.iter().position(|m| {
            let name = m.to_ascii_lowercase();
            text == name || (text.len() == 3 && name.starts_with(&text))
        })?;
        Some(MonthName(hit as u32 + 1))
    }

    pub fn number(self) -> u32 {
        self.0
    }

    pub fn long(self) -> &'static str {
        MONTHS[self.0 as usize - 1]
    }

    pub fn short(self) -> &'static str {
        &self.long()[..3]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_round_trip_and_nothing_else_is_read() {
        for text in ["1970-01-01", "2024-02-29", "1899-12-31"] {
            assert_eq!(Day::from_iso(text).expect("a date").to_string(), text);
        }
        for text in ["2023-02-29", "2023-2-9", "23-02-09", "2023-02-09 ", "+023-01-01", ""] {
            assert_eq!(Day::from_iso(text), None, "{text}");
        }
        assert_eq!(Day::from_iso("1970-01-01").map(Day::epoch), Some(0));
    }

    #[test]
    fn a_leap_day_a_year_on_is_the_28th() {
        let leap = Day::from_iso("2024-02-29").expect("a date");
        assert_eq!(leap.plus_years(-1).to_string(), "2023-02-28");
        assert_eq!(leap.last_of_month(), leap);
    }

    #[test]
    fn fridays_are_found() {
        let friday = |text| Day::from_iso(text).map(|d| d.friday_on_or_after().to_string());
        assert_eq!(friday("2026-10-30").as_deref(), Some("2026-10-30"));
        assert_eq!(friday("2026-10-31").as_deref(), Some("2026-11-06"));
        assert_eq!(friday("1969-12-25").as_deref(), Some("1969-12-26"));
    }

    #[test]
    fn months_are_read_long_and_short() {
        for (text, number) in [("january", 1), ("MAY", 5), ("Sept", 9), ("Dec.", 12)] {
            assert_eq!(MonthName::parse(text).map(MonthName::number), Some(number), "{text}");
        }
        assert_eq!(MonthName::parse("Janu"), None);
    }
}

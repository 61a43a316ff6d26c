//! Grains and the periods they cut time into.

use super::day::{Day, MonthName};
use chrono::Datelike;
use serde::{Serialize, Serializer};
use std::fmt;

/// The day a week begins on: Monday (ISO 8601) or Saturday (as ACLED counts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WeekStart {
    #[default]
    Monday,
    Saturday,
}

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    Day,
    Week(WeekStart),
    Month,
    Quarter,
    HalfYear,
    Year,
}

impl Grain {
    /// The word in tables and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Grain::Day => "day",
            Grain::Week(WeekStart::Monday) => "week",
            Grain::Week(WeekStart::Saturday) => "saturday-week",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::HalfYear => "half-year",
            Grain::Year => "year",
        }
    }

    /// The noun in sentences: "a month", "two weeks".
    pub fn noun(self) -> &'static str {
        match self {
            Grain::Week(_) => "week",
            Grain::Day | Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year => self.id(),
        }
    }

    /// Complete periods in a year, as a seasonal cycle counts them; `None` for days and years.
    pub fn per_year(self) -> Option<u32> {
        match self {
            Grain::Day | Grain::Year => None,
            Grain::Week(_) => Some(52),
            Grain::Month => Some(12),
            Grain::Quarter => Some(4),
            Grain::HalfYear => Some(2),
        }
    }

    /// Months in a period, for grains made of whole months.
    fn months(self) -> Option<i32> {
        match self {
            Grain::Day | Grain::Week(_) => None,
            Grain::Month => Some(1),
            Grain::Quarter => Some(3),
            Grain::HalfYear => Some(6),
            Grain::Year => Some(12),
        }
    }
}

impl fmt::Display for Grain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Serialize for Grain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// One day, week, month ... : the `ordinal`-th of its grain. Ordered and dense within a grain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    grain: Grain,
    ordinal: i32,
}

/// 1970-01-01 was a Thursday: the Monday of its week is three days before it, the Saturday five.
fn week_origin(start: WeekStart) -> i32 {
    match start {
        WeekStart::Monday => -3,
        WeekStart::Saturday => -5,
    }
}

impl Period {
    pub fn containing(day: Day, grain: Grain) -> Period {
        let ordinal = match grain {
            Grain::Day => day.epoch(),
            Grain::Week(start) => (day.epoch() - week_origin(start)).div_euclid(7),
            Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year => {
                let months = day.year() * 12 + day.month() as i32 - 1;
                months.div_euclid(grain.months().expect("these grains are made of months"))
            }
        };
        Period { grain, ordinal }
    }

    pub fn grain(self) -> Grain {
        self.grain
    }

    pub fn start(self) -> Day {
        match self.grain {
            Grain::Day => Day::from_epoch(self.ordinal),
            Grain::Week(start) => Day::from_epoch(week_origin(start) + 7 * self.ordinal),
            Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year => {
                let month = self.ordinal * self.grain.months().expect("these grains are made of months");
                Day::from_ymd(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, 1)
                    .expect("every month has a first")
            }
        }
    }

    /// The last day of the period.
    pub fn end(self) -> Day {
        self.plus(1).start().plus(-1)
    }

    /// Exposure in days: a February is not a March.
    pub fn days(self) -> u32 {
        self.plus(1).start().since(self.start()) as u32
    }

    pub fn plus(self, periods: i32) -> Period {
        Period { ordinal: self.ordinal + periods, ..self }
    }

    /// Periods from `earlier` to `self`; both of one grain.
    pub fn since(self, earlier: Period) -> i32 {
        debug_assert_eq!(self.grain, earlier.grain, "periods of two grains have no distance");
        self.ordinal - earlier.ordinal
    }

    /// The same period a year before: the same month, quarter ..., the same ISO week number, the Saturday week 52 weeks
    /// before, the same date. `None` for a week 53 or a 29 February where the earlier year has none.
    pub fn year_before(self) -> Option<Period> {
        match self.grain {
            Grain::Day => {
                let day = self.start();
                Day::from_ymd(day.year() - 1, day.month(), day.day_of_month())
                    .map(|d| Period::containing(d, Grain::Day))
            }
            Grain::Week(WeekStart::Monday) => {
                let week = self.start().date().iso_week();
                let monday = chrono::NaiveDate::from_isoywd_opt(week.year() - 1, week.week(), chrono::Weekday::Mon)?;
                Some(Period::containing(Day::from(monday), self.grain))
            }
            Grain::Week(WeekStart::Saturday) => Some(self.plus(-52)),
            Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year => {
                Some(self.plus(-12 / self.grain.months().expect("these grains are made of months")))
            }
        }
    }

    /// The label in tables and folder names: `2026-10`, `2026-W44`, `2026-10-31+7d`, `2026-Q3`, `2026-H2`, `2026`.
    pub fn label(self) -> String {
        let start = self.start();
        match self.grain {
            Grain::Day => start.to_string(),
            Grain::Week(WeekStart::Monday) => {
                let week = start.date().iso_week();
                format!("{}-W{:02}", week.year(), week.week())
            }
            Grain::Week(WeekStart::Saturday) => format!("{start}+7d"),
            Grain::Month => format!("{}-{:02}", start.year(), start.month()),
            Grain::Quarter => format!("{}-Q{}", start.year(), (start.month() - 1) / 3 + 1),
            Grain::HalfYear => format!("{}-H{}", start.year(), (start.month() - 1) / 6 + 1),
            Grain::Year => start.year().to_string(),
        }
    }

    /// The name in sentences: `October 2026`, `the week of 26 October to 1 November 2026`, `the third quarter of 2026`.
    pub fn name(self) -> String {
        let (start, end) = (self.start(), self.end());
        match self.grain {
            Grain::Day => start.long(),
            Grain::Week(_) => {
                let from = match (start.year() == end.year(), start.month() == end.month()) {
                    (true, true) => start.day_of_month().to_string(),
                    (true, false) => format!("{} {}", start.day_of_month(), MonthName::of(start.month()).long()),
                    (false, _) => start.long(),
                };
                format!("the week of {from} to {}", end.long())
            }
            Grain::Month => format!("{} {}", MonthName::of(start.month()).long(), start.year()),
            Grain::Quarter => {
                let nth = ["first", "second", "third", "fourth"][(start.month() as usize - 1) / 3];
                format!("the {nth} quarter of {}", start.year())
            }
            Grain::HalfYear => {
                let nth = ["first", "second"][(start.month() as usize - 1) / 6];
                format!("the {nth} half of {}", start.year())
            }
            Grain::Year => start.year().to_string(),
        }
    }

    /// The periods from `self` to `last`, both included; none where `last` is earlier.
    pub fn to(self, last: Period) -> impl Iterator<Item = Period> + Clone {
        debug_assert_eq!(self.grain, last.grain, "periods of two grains make no range");
        (self.ordinal..=last.ordinal).map(move |ordinal| Period { ordinal, ..self })
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.label())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::from_iso(text).expect("a date")
    }

    #[test]
    fn every_grain_tiles_time_without_gap_or_overlap() {
        let grains = [
            Grain::Day,
            Grain::Week(WeekStart::Monday),
            Grain::Week(WeekStart::Saturday),
            Grain::Month,
            Grain::Quarter,
            Grain::HalfYear,
            Grain::Year,
        ];
        for grain in grains {
            for offset in 0..1500 {
                let today = day("2018-12-20").plus(offset);
                let period = Period::containing(today, grain);
                assert!(period.start() <= today && today <= period.end(), "{grain} {today}");
                assert_eq!(period.end().plus(1), period.plus(1).start(), "{grain} {today}");
                assert_eq!(period.days() as i32, period.end().since(period.start()) + 1, "{grain} {today}");
            }
        }
    }

    #[test]
    fn labels_are_those_of_the_report_folder() {
        let at = |grain| Period::containing(day("2026-11-01"), grain).label();
        assert_eq!(at(Grain::Day), "2026-11-01");
        assert_eq!(at(Grain::Week(WeekStart::Monday)), "2026-W44");
        assert_eq!(at(Grain::Week(WeekStart::Saturday)), "2026-10-31+7d");
        assert_eq!(at(Grain::Month), "2026-11");
        assert_eq!(at(Grain::Quarter), "2026-Q4");
        assert_eq!(at(Grain::HalfYear), "2026-H2");
        assert_eq!(at(Grain::Year), "2026");
    }

    #[test]
    fn a_year_of_53_weeks_has_a_week_without_a_year_before() {
        let week = Grain::Week(WeekStart::Monday);
        let w53 = Period::containing(day("2020-12-31"), week);
        assert_eq!(w53.label(), "2020-W53");
        assert_eq!(w53.year_before(), None);
        assert_eq!(w53.plus(1).label(), "2021-W01");
        let w53_year_later = Period::containing(day("2021-12-30"), week);
        assert_eq!(w53_year_later.year_before().map(Period::label), Some("2020-W52".into()));
    }

    #[test]
    fn a_leap_day_has_no_year_before() {
        let leap = Period::containing(day("2024-02-29"), Grain::Day);
        assert_eq!(leap.year_before(), None);
        let february = Period::containing(day("2024-02-29"), Grain::Month);
        assert_eq!(february.days(), 29);
        assert_eq!(february.year_before().map(Period::days), Some(28));
    }

    #[test]
    fn names_read_as_in_a_sentence() {
        let week = Period::containing(day("2025-12-31"), Grain::Week(WeekStart::Monday));
        assert_eq!(week.name(), "the week of 29 December 2025 to 4 January 2026");
        assert_eq!(Period::containing(day("2026-08-01"), Grain::Quarter).name(), "the third quarter of 2026");
    }
}

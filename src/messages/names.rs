//! Names of times, and things strung together, as the language of a table writes them.

use super::{Message, Messages, isolate};
use crate::period::{Day, Grain, Period};
use crate::text;

/// How long the name of a month is.
#[derive(Clone, Copy)]
enum Length {
    Long,
    Short,
}

impl Messages {
    /// `October 2026`, `the week of 26 October to 1 November 2026`, `31 October 2026`, `2026`.
    pub fn period(&self, period: Period) -> String {
        let (start, end) = (period.start(), period.end());
        let year = start.year().to_string();
        match period.grain() {
            Grain::Day => self.day(start),
            Grain::Week(_) => {
                let from = match (start.year() == end.year(), start.month() == end.month()) {
                    (true, true) => start.day_of_month().to_string(),
                    (true, false) => self.say(Message::DayOfMonth {
                        day: start.day_of_month().to_string(),
                        month: self.month(start, Length::Long),
                    }),
                    (false, _) => self.day(start),
                };
                self.say(Message::WeekOf { from, to: self.day(end) })
            }
            Grain::Month => self.month_of_year(start),
            Grain::Quarter => self.say(match start.month() {
                1 => Message::QuarterFirst { year },
                4 => Message::QuarterSecond { year },
                7 => Message::QuarterThird { year },
                _ => Message::QuarterFourth { year },
            }),
            Grain::HalfYear => self.say(match start.month() {
                1 => Message::HalfFirst { year },
                _ => Message::HalfSecond { year },
            }),
            Grain::Year => year,
        }
    }

    /// The name of a period where room is short: `2026-W44` for a week, else as [`Messages::period`].
    pub fn short_period(&self, period: Period) -> String {
        match period.grain() {
            Grain::Week(_) => period.label(),
            Grain::Day | Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year => self.period(period),
        }
    }

    /// `31 October 2026`.
    pub fn day(&self, day: Day) -> String {
        self.dated(day, Length::Long)
    }

    /// `31 Oct 2026`.
    pub fn short_day(&self, day: Day) -> String {
        self.dated(day, Length::Short)
    }

    fn dated(&self, day: Day, length: Length) -> String {
        self.say(Message::DayOfYear {
            day: day.day_of_month().to_string(),
            month: self.month(day, length),
            year: day.year().to_string(),
        })
    }

    /// `1 October 2026 to 27 October 2026`.
    pub fn stretch(&self, from: Day, to: Day) -> String {
        if from == to {
            return self.day(from);
        }
        self.say(Message::DaysCovered { from: self.day(from), to: self.day(to) })
    }

    /// The month of a day: `October 2026`.
    pub fn month_of_year(&self, day: Day) -> String {
        self.say(Message::MonthOfYear { month: self.month(day, Length::Long), year: day.year().to_string() })
    }

    /// `Oct 2026`.
    pub fn short_month_of_year(&self, day: Day) -> String {
        self.say(Message::MonthOfYear { month: self.short_month(day), year: day.year().to_string() })
    }

    /// `Oct`.
    pub fn short_month(&self, day: Day) -> String {
        self.month(day, Length::Short)
    }

    fn month(&self, day: Day, length: Length) -> String {
        self.say(match (day.month(), length) {
            (1, Length::Long) => Message::MonthJanuary {},
            (2, Length::Long) => Message::MonthFebruary {},
            (3, Length::Long) => Message::MonthMarch {},
            (4, Length::Long) => Message::MonthApril {},
            (5, Length::Long) => Message::MonthMay {},
            (6, Length::Long) => Message::MonthJune {},
            (7, Length::Long) => Message::MonthJuly {},
            (8, Length::Long) => Message::MonthAugust {},
            (9, Length::Long) => Message::MonthSeptember {},
            (10, Length::Long) => Message::MonthOctober {},
            (11, Length::Long) => Message::MonthNovember {},
            (_, Length::Long) => Message::MonthDecember {},
            (1, Length::Short) => Message::MonthShortJanuary {},
            (2, Length::Short) => Message::MonthShortFebruary {},
            (3, Length::Short) => Message::MonthShortMarch {},
            (4, Length::Short) => Message::MonthShortApril {},
            (5, Length::Short) => Message::MonthShortMay {},
            (6, Length::Short) => Message::MonthShortJune {},
            (7, Length::Short) => Message::MonthShortJuly {},
            (8, Length::Short) => Message::MonthShortAugust {},
            (9, Length::Short) => Message::MonthShortSeptember {},
            (10, Length::Short) => Message::MonthShortOctober {},
            (11, Length::Short) => Message::MonthShortNovember {},
            (_, Length::Short) => Message::MonthShortDecember {},
        })
    }

    /// `months`, `half-years`.
    pub fn periods(&self, grain: Grain) -> String {
        self.say(match grain {
            Grain::Day => Message::ManyDays {},
            Grain::Week(_) => Message::ManyWeeks {},
            Grain::Month => Message::ManyMonths {},
            Grain::Quarter => Message::ManyQuarters {},
            Grain::HalfYear => Message::ManyHalfYears {},
            Grain::Year => Message::ManyYears {},
        })
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.ended(items, |before, last| Message::StringAnd { before, last })
    }

    /// `a`, `a or b`, `a, b or c`.
    pub fn either<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.ended(items, |before, last| Message::StringOr { before, last })
    }

    /// `a, b, c`.
    pub fn series<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.strung(items, |before, last| Message::StringComma { before, last })
    }

    /// `a; b; c`.
    pub fn clauses<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.strung(items, |before, last| Message::StringClause { before, last })
    }

    fn ended<S: AsRef<str>>(&self, items: &[S], end: fn(String, String) -> Message) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [rest @ .., last] => self.say(end(self.series(rest), last.as_ref().to_owned())),
        }
    }

    /// The items with between them what `by` has between its slots, which is all that it has beside them: each is looked at once,
    /// however many there are.
    fn strung<S: AsRef<str>>(&self, items: &[S], by: fn(String, String) -> Message) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first, rest @ ..] => {
                let between = self.say(by(String::new(), String::new()));
                let mut all = isolate::slot(first.as_ref(), self.direction).into_owned();
                for next in rest {
                    all.push_str(&between);
                    all.push_str(&isolate::slot(next.as_ref(), self.direction));
                }
                all
            }
        }
    }

    /// A change in per cent, given as ratio: `+38 %`, `-9 %`, `no change`.
    pub fn change(&self, ratio: f64) -> String {
        text::percent_change(ratio).unwrap_or_else(|| self.say(Message::ChangeNone {}))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ENGLISH, for_language, languages};
    use super::*;
    use crate::period::WeekStart;

    fn day(text: &str) -> Day {
        Day::from_iso(text).expect("a date")
    }

    #[test]
    fn names_read_as_in_a_sentence() {
        let named = |date, grain| ENGLISH.period(Period::containing(day(date), grain));
        let week = Grain::Week(WeekStart::Monday);
        assert_eq!(named("2025-12-31", week), "the week of 29 December 2025 to 4 January 2026");
        assert_eq!(named("2026-10-28", week), "the week of 26 October to 1 November 2026");
        assert_eq!(named("2026-10-14", week), "the week of 12 to 18 October 2026");
        assert_eq!(named("2026-08-01", Grain::Quarter), "the third quarter of 2026");
        assert_eq!(named("2026-08-01", Grain::HalfYear), "the second half of 2026");
        assert_eq!(named("2026-08-01", Grain::Month), "August 2026");
        assert_eq!(named("2026-08-01", Grain::Year), "2026");
        assert_eq!(ENGLISH.short_day(day("2026-08-01")), "1 Aug 2026");
    }

    #[test]
    fn every_language_strings_things_one_after_the_other() {
        for m in languages().filter_map(for_language) {
            for by in [
                |before, last| Message::StringComma { before, last },
                |before, last| Message::StringClause { before, last },
            ] {
                let between = m.say(by(String::new(), String::new()));
                assert_eq!(m.say(by("1".to_owned(), "2".to_owned())), format!("1{between}2"));
                assert!(!between.contains(char::is_alphabetic), "a word of it would have to be isolated: {between}");
            }
        }
    }

    #[test]
    fn things_are_strung_together() {
        assert_eq!(ENGLISH.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(ENGLISH.list::<&str>(&[]), "");
        assert_eq!(ENGLISH.either(&["a", "b"]), "a or b");
        assert_eq!(ENGLISH.clauses(&["a", "b", "c"]), "a; b; c");
        assert_eq!(ENGLISH.clauses(&["a", "تحریک"]), "a; \u{2068}تحریک\u{2069}");
        assert_eq!(ENGLISH.change(1.0), "no change");
        assert_eq!(ENGLISH.change(1.38), "+38 %");
    }
}

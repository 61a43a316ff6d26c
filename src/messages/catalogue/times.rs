//! Messages of times, and of how things are strung together.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! times {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // Months.
            MonthJanuary {}
            MonthFebruary {}
            MonthMarch {}
            MonthApril {}
            MonthMay {}
            MonthJune {}
            MonthJuly {}
            MonthAugust {}
            MonthSeptember {}
            MonthOctober {}
            MonthNovember {}
            MonthDecember {}
            MonthShortJanuary {}
            MonthShortFebruary {}
            MonthShortMarch {}
            MonthShortApril {}
            MonthShortMay {}
            MonthShortJune {}
            MonthShortJuly {}
            MonthShortAugust {}
            MonthShortSeptember {}
            MonthShortOctober {}
            MonthShortNovember {}
            MonthShortDecember {}
            // Days and periods.
            DayOfYear { day: String, month: String, year: String }
            DayOfMonth { day: String, month: String }
            MonthOfYear { month: String, year: String }
            WeekOf { from: String, to: String }
            QuarterFirst { year: String }
            QuarterSecond { year: String }
            QuarterThird { year: String }
            QuarterFourth { year: String }
            HalfFirst { year: String }
            HalfSecond { year: String }
            ManyDays {}
            ManyWeeks {}
            ManyMonths {}
            ManyQuarters {}
            ManyHalfYears {}
            ManyYears {}
            // Strings of things: $before is what stands before the last of them.
            StringComma { before: String, last: String }
            StringAnd { before: String, last: String }
            StringOr { before: String, last: String }
            StringClause { before: String, last: String }
            // A change of nothing.
            ChangeNone {}
        }
    };
}

pub(super) use times;

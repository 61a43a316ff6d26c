//! Date formats: reading a day as a file writes it.

use super::day::Day;
use chrono::NaiveDate;
use chrono::format::{Item, Parsed, StrftimeItems, parse};
use std::fmt;

/// How a file writes its dates, in strftime's words: `%Y-%m-%d`, `%d %B %Y`, `%A-%B %d-%Y`.
#[derive(Clone, PartialEq)]
pub struct DateFormat {
    text: String,
    items: Vec<Item<'static>>,
}

impl DateFormat {
    /// `None` where the text is no format or does not determine a day.
    pub fn new(text: &str) -> Option<DateFormat> {
        let items: Vec<Item<'static>> = StrftimeItems::new(text).map(Item::to_owned).collect();
        let format = DateFormat { text: text.to_owned(), items };
        let sample = NaiveDate::from_ymd_opt(2003, 11, 19).expect("a day of the calendar");
        let valid = !format.items.iter().any(|item| matches!(item, Item::Error));
        (valid && format.read(&sample.and_hms_opt(0, 0, 0)?.format(text).to_string()) == Some(Day::from(sample)))
            .then_some(format)
    }

    /// ISO dates, read without a detour.
    pub fn iso() -> DateFormat {
        DateFormat::new("%Y-%m-%d").expect("ISO dates are a format")
    }

    /// The day that `text` names, if it is written so and exists. A time of day after the date is ignored.
    pub fn read(&self, text: &str) -> Option<Day> {
        if self.text == "%Y-%m-%d" {
            // `2023-10-07 00:00:00.000` is how databases print a date.
            let date = text.get(..10)?;
            let rest = &text[10..];
            return (rest.is_empty() || rest.starts_with([' ', 'T'])).then(|| Day::from_iso(date)).flatten();
        }
        let mut parsed = Parsed::new();
        parse(&mut parsed, text, self.items.iter()).ok()?;
        parsed.to_naive_date().ok().map(Day::from)
    }

    /// The day as this format writes it.
    pub fn write(&self, day: Day) -> String {
        day.date().format_with_items(self.items.iter()).to_string()
    }

    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for DateFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateFormat({})", self.text)
    }
}

impl fmt::Display for DateFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dates_of_real_files_are_read() {
        for (format, text, iso) in [
            ("%Y-%m-%d", "2023-10-07 00:00:00.000", "2023-10-07"),
            ("%d %B %Y", "31 October 2024", "2024-10-31"),
            ("%d-%B-%Y", "01-January-2015", "2015-01-01"),
            ("%d/%m/%Y", "29/12/2015", "2015-12-29"),
            ("%d-%b-%y", "9-May-20", "2020-05-09"),
            ("%d-%m-%y", "06-02-04", "2004-02-06"),
            ("%A-%B %d-%Y", "Sunday-November 19-1995", "1995-11-19"),
        ] {
            let format = DateFormat::new(format).expect("a format");
            assert_eq!(format.read(text).map(|d| d.to_string()).as_deref(), Some(iso), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        assert_eq!(DateFormat::iso().read("2023-02-30"), None);
        assert_eq!(DateFormat::iso().read("2023-02-280"), None);
        let weekday = DateFormat::new("%A-%B %d-%Y").expect("a format");
        assert_eq!(weekday.read("Monday-November 19-1995"), None, "it was a Sunday");
        assert!(DateFormat::new("%d %B").is_none(), "no year");
        assert!(DateFormat::new("%Q").is_none());
    }
}

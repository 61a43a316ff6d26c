//! Moments: when a row was last changed, read as a file stamps it.

use chrono::format::{Item, Parsed, StrftimeItems, parse};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// How a file stamps its revisions, in strftime's words: `%Y-%m-%dT%H:%M:%SZ`, `%d/%m/%Y %H:%M`, `%s` (seconds since 1970).
///
/// A stamp without a zone is taken as UTC, one without a time of day as midnight: stamps are only compared with each other.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentFormat {
    items: Vec<Item<'static>>,
}

/// ISO stamps as databases and spreadsheets write them.
const ISO: [&str; 5] =
    ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"];

impl MomentFormat {
    /// `None` where the text is no format or does not determine a day.
    pub fn new(text: &str) -> Option<MomentFormat> {
        let items: Vec<Item<'static>> = StrftimeItems::new(text).map(Item::to_owned).collect();
        if items.iter().any(|item| matches!(item, Item::Error)) {
            return None;
        }
        let format = MomentFormat { items };
        let sample = NaiveDate::from_ymd_opt(2003, 11, 19)?.and_hms_opt(10, 30, 0)?.and_utc();
        let written = sample.format_with_items(format.items.iter()).to_string();
        let day = |seconds: i64| seconds.div_euclid(SECONDS_A_DAY);
        (format.read(&written).map(day) == Some(day(sample.timestamp()))).then_some(format)
    }

    /// Seconds since 1970-01-01 00:00 UTC, if the text is written so.
    pub fn read(&self, text: &str) -> Option<i64> {
        let mut parsed = Parsed::new();
        parse(&mut parsed, text, self.items.iter()).ok()?;
        seconds(&parsed)
    }
}

/// Seconds in a day without leap seconds, which no source stamps.
const SECONDS_A_DAY: i64 = 86_400;

/// The moment of an ISO stamp: `2026-11-09T10:30:00Z`, with a blank for the `T`, without seconds, zone or time of day.
pub fn iso_moment(text: &str) -> Option<i64> {
    let unzoned = text.strip_suffix('Z').map(|rest| format!("{rest}+00"));
    let text = unzoned.as_deref().unwrap_or(text);
    ISO.iter().find_map(|format| {
        let mut parsed = Parsed::new();
        parse(&mut parsed, text, StrftimeItems::new(format)).ok()?;
        seconds(&parsed)
    })
}

fn seconds(parsed: &Parsed) -> Option<i64> {
    if parsed.timestamp().is_some() || parsed.offset().is_some() {
        return parsed.to_datetime().map(|moment| moment.timestamp()).ok().or(parsed.timestamp());
    }
    let date = parsed.to_naive_date().ok()?;
    let time = parsed.to_naive_time().unwrap_or(NaiveTime::MIN);
    Some(NaiveDateTime::new(date, time).and_utc().timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_read_as_utc() {
        let noon = 1_699_531_200; // 2023-11-09 12:00 UTC
        for (format, text) in [
            ("%Y-%m-%dT%H:%M:%SZ", "2023-11-09T12:00:00Z"),
            ("%d/%m/%Y %H:%M", "09/11/2023 12:00"),
            ("%Y-%m-%d %H:%M:%S %z", "2023-11-09 17:00:00 +0500"),
            ("%s", "1699531200"),
        ] {
            assert_eq!(MomentFormat::new(format).and_then(|f| f.read(text)), Some(noon), "{text}");
        }
        let midnight = MomentFormat::new("%d.%m.%Y").and_then(|f| f.read("09.11.2023"));
        assert_eq!(midnight, Some(noon - 12 * 3600));
        assert_eq!(MomentFormat::new("%H:%M"), None, "no day");
    }

    #[test]
    fn iso_stamps_need_no_format() {
        let noon = Some(1_699_531_200);
        for text in ["2023-11-09T12:00:00Z", "2023-11-09 12:00:00.000", "2023-11-09 12:00", "2023-11-09T14:00:00+02:00"]
        {
            assert_eq!(iso_moment(text), noon, "{text}");
        }
        assert_eq!(iso_moment("2023-11-09"), Some(1_699_488_000));
        assert_eq!(iso_moment("9 Nov 2023"), None);
    }
}

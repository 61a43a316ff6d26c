//! Marks: how a sheet writes numbers, lists and dates, told from its values.

use super::sample::Column;
use crate::period::{MomentFormat, iso_moment};
use crate::source::dates::Decision;
use crate::source::{Error, Head};

/// Formats with a weekday or another oddity, beside those that are recognised in any file.
const MORE_FORMATS: [&str; 8] =
    ["%A-%B %d-%Y", "%A, %B %d, %Y", "%A %d %B %Y", "%A, %d %B %Y", "%d %B, %Y", "%B %d %Y", "%Y.%m.%d", "%B-%d-%Y"];

/// Formats of stamps that ISO does not cover.
const STAMPS: [&str; 6] = ["%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d-%m-%Y %H:%M", "%d/%m/%Y", "%s"];

/// 2100-01-01 in seconds since 1970: whole numbers beyond it are no stamps but ids.
const YEAR_2100: i64 = 4_102_444_800;

/// The share of a column's values that must be dates, numbers or stamps for it to be one of them: sheets have notes, totals
/// and slips among them.
pub(super) const MOST: usize = 90;

/// The same for dates: what one format reads as a day is hardly anything else, and in a short sheet a single TOTAL row is a
/// large share.
const MOST_DATES: usize = 60;

/// How a column of dates is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateGuess {
    Format(String),
    /// Two formats read all of it, and differently: a value, and for each what day it is, and the format.
    Either {
        value: String,
        readings: [(String, String); 2],
    },
}

/// `None` where the column holds no dates that are known.
pub(super) fn dates(column: &Column) -> Option<DateGuess> {
    let mut decision = Decision::with(&MORE_FORMATS);
    for (row, value) in column.values.iter().enumerate() {
        decision.witness(row as u64 + 2, value, None);
    }
    let (guess, format) = match decision.decide(&Head::new("", &[])) {
        Ok(format) => (DateGuess::Format(format.to_string()), format.to_string()),
        Err(Error::AmbiguousDates(found)) => {
            let format = found.first.1.clone();
            (DateGuess::Either { value: found.value, readings: [found.first, found.second] }, format)
        }
        Err(_) => return None,
    };
    let format = crate::period::DateFormat::new(&format)?;
    (!column.is_blank() && column.mostly(MOST_DATES, |value| format.read(value).is_some())).then_some(guess)
}

/// The format of a column of stamps; `Some(None)` where they are ISO and need none.
pub(super) fn stamps(column: &Column) -> Option<Option<&'static str>> {
    if column.is_blank() {
        return None;
    }
    if column.mostly(MOST, |value| iso_moment(value).is_some()) {
        return Some(None);
    }
    let plausible = |seconds: i64| (0..YEAR_2100).contains(&seconds);
    let reads = |format: &MomentFormat, value: &str| format.read(value).is_some_and(plausible);
    STAMPS
        .iter()
        .find(|text| MomentFormat::new(text).is_some_and(|format| column.mostly(MOST, |value| reads(&format, value))))
        .map(|text| Some(*text))
}

/// Whether a value is written like a number, with whatever marks.
pub(super) fn numeric(value: &str) -> bool {
    let digits = value.trim_start_matches(['-', '+']);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || GROUPS.contains(&c) || matches!(c, '.' | ','))
}

/// Marks between thousands beside the point and the comma.
const GROUPS: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\''];

/// How the numbers of a sheet are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberMarks {
    pub(super) decimal: char,
    pub(super) thousands: Option<char>,
}

/// Told from the columns of people and of degrees.
pub(super) fn numbers<'c>(
    people: impl Iterator<Item = &'c Column>,
    degrees: impl Iterator<Item = &'c Column>,
) -> NumberMarks {
    let (mut comma, mut point) = (0, 0);
    for value in degrees.flat_map(Column::filled) {
        comma += usize::from(value.contains(','));
        point += usize::from(value.contains('.'));
    }
    let people: Vec<&str> = people.flat_map(Column::filled).filter(|value| numeric(value)).collect();
    for value in &people {
        // A fraction of three digits could be a group of a thousand: people are counted whole.
        comma += usize::from(fraction(value, ',').is_some_and(|digits| digits != 3));
        point += usize::from(fraction(value, '.').is_some_and(|digits| digits != 3));
    }
    let decimal = if comma > point { ',' } else { '.' };
    let grouped = |mark: char| people.iter().any(|value| value.contains(mark));
    let marks = [',', '.'].into_iter().chain(GROUPS);
    NumberMarks { decimal, thousands: marks.filter(|&mark| mark != decimal).find(|&mark| grouped(mark)) }
}

/// Digits after the last `mark`, where there is one.
fn fraction(value: &str, mark: char) -> Option<usize> {
    value.rsplit_once(mark).map(|(_, digits)| digits.len())
}

/// What stands between the names of a list; `None` where no list is seen.
pub(super) fn separator<'c>(columns: impl Iterator<Item = &'c Column>) -> Option<&'static str> {
    const SEPARATORS: [&str; 5] = [";", "|", " / ", ",", "/"];
    let values: Vec<&str> = columns.flat_map(Column::filled).collect();
    let mut best = (0, None);
    for separator in SEPARATORS {
        let count = values.iter().filter(|value| value.contains(separator)).count();
        if count > best.0 {
            best = (count, Some(separator));
        }
    }
    best.1
}

//! The cells of one record, read with notes: a bad cell is a finding, not a crash.

use super::Numbers;
use super::intake::{Issue, Notes, Quality, Rejection, Verdict, excerpt};
use crate::incident::Toll;
use crate::measure::{Amount, VictimClass};
use crate::period::{DateFormat, Day};
use crate::read::Record;

/// Deaths above which a single incident is flagged: the deadliest terrorist attack on record (11 September 2001, GTD) killed
/// about 3,000 in several incidents of up to 1,400; what is larger is nearly always a sum or a slip.
const LARGE_TOLL: Amount = Amount::whole(1_000);

/// One record of a table, with the notes of its batch.
pub struct Cells<'a, 'n> {
    record: Record<'a>,
    names: &'n [String],
    dates: &'n DateFormat,
    numbers: &'n Numbers,
    notes: &'n mut Notes,
    /// The column of the id, for the notes.
    id: Option<usize>,
}

impl<'a, 'n> Cells<'a, 'n> {
    pub fn new(
        record: Record<'a>,
        names: &'n [String],
        dates: &'n DateFormat,
        numbers: &'n Numbers,
        notes: &'n mut Notes,
    ) -> Cells<'a, 'n> {
        Cells { record, names, dates, numbers, notes, id: None }
    }

    pub fn line(&self) -> u64 {
        self.record.line()
    }

    /// Reads the id and remembers it for the notes.
    pub fn id(&mut self, column: Option<usize>) -> &'a str {
        self.id = column;
        self.text(column)
    }

    /// The trimmed text; empty where the table lacks the column.
    pub fn text(&self, column: Option<usize>) -> &'a str {
        column.map(|c| trimmed(self.record.get(c))).unwrap_or_default()
    }

    /// The text, or empty where it is one of the words for "unknown".
    pub fn known(&self, column: Option<usize>) -> &'a str {
        let text = self.text(column);
        if self.numbers.is_unknown(text) { "" } else { text }
    }

    /// A number; `None` where the cell is empty or says "unknown". What is no number is noted.
    pub fn number(&mut self, column: Option<usize>) -> Option<Amount> {
        let text = self.known(column);
        if text.is_empty() {
            return None;
        }
        let parsed = match self.numbers.thousands {
            Some(mark) if text.contains(mark) => ungrouped(text, mark, self.numbers.decimal)
                .and_then(|plain| Amount::parse(&plain, self.numbers.decimal)),
            Some(_) | None => Amount::parse(text, self.numbers.decimal),
        };
        if parsed.is_none() {
            self.note(column, Issue::NotANumber);
        }
        parsed
    }

    /// A whole number, also one written `14.0`.
    pub fn integer(&mut self, column: Option<usize>) -> Option<i64> {
        if let Some(number) = digits(self.known(column)) {
            return Some(number);
        }
        let number = self.number(column)?;
        if number.is_whole() {
            return Some(number.rounded());
        }
        self.note(column, Issue::NotANumber);
        None
    }

    /// A number of people: never negative. Large ones are flagged and kept.
    pub fn people(&mut self, column: Option<usize>) -> Option<Amount> {
        let number = self.number(column)?;
        if number < Amount::ZERO {
            self.note(column, Issue::NegativeNumber);
            return None;
        }
        if number >= LARGE_TOLL {
            self.note(column, Issue::LargeToll);
        }
        Some(number)
    }

    /// A toll with its range; where the three disagree they are kept and noted.
    pub fn toll(&mut self, low: Option<usize>, best: Option<usize>, high: Option<usize>) -> Toll {
        let toll = Toll { low: self.people(low), best: self.people(best), high: self.people(high) };
        if let (Some(l), Some(b)) = (toll.low, toll.best)
            && l > b
        {
            self.note(low, Issue::LowAboveBest);
        }
        if let (Some(b), Some(h)) = (toll.best, toll.high)
            && b > h
        {
            self.note(high, Issue::BestAboveHigh);
        }
        // Where only the best estimate is known it is its own range.
        Toll { low: toll.low.or(toll.best), best: toll.best, high: toll.high.or(toll.best) }
    }

    /// Notes a total that is not the sum of its parts by victim class; `column` is the total's.
    pub fn check_parts(
        &mut self,
        column: Option<usize>,
        total: Option<Amount>,
        parts: &[Option<Amount>; VictimClass::COUNT],
    ) {
        let Some(total) = total else { return };
        let known: Vec<Amount> = parts.iter().flatten().copied().collect();
        if !known.is_empty() && known.into_iter().sum::<Amount>() != total {
            self.note(column, Issue::PartsDisagree);
        }
    }

    /// Degrees within `limit` of zero; (0, 0) is the business of the caller.
    pub fn degrees(&mut self, column: Option<usize>, limit: f64) -> Option<f64> {
        let text = self.known(column);
        if text.is_empty() {
            return None;
        }
        let parsed = match (self.numbers.decimal, decimal(text)) {
            ('.', Some(value)) => Ok(value),
            ('.', None) => text.parse::<f64>(),
            (mark, _) => text.replace(mark, ".").parse::<f64>(),
        };
        match parsed {
            Ok(value) if value.abs() <= limit => Some(value),
            Ok(_) => {
                self.note(column, Issue::CoordinateOutOfRange);
                None
            }
            Err(_) => {
                self.note(column, Issue::NotANumber);
                None
            }
        }
    }

    /// The day in a column, in the format decided for the file; without one the row is rejected.
    pub fn date(&self, column: Option<usize>) -> Result<Day, Verdict> {
        let text = self.known(column);
        let reject = |reason| Verdict::Rejected { column, reason };
        if text.is_empty() {
            return Err(reject(Rejection::NoDate));
        }
        self.dates.read(text).ok_or_else(|| {
            // A date that has the file's shape but not in this calendar: 30 February.
            let digits = |s: &str| s.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
            let shaped =
                Day::from_ymd(2000, 10, 10).is_some_and(|sample| digits(&self.dates.write(sample)) == digits(text));
            reject(if shaped { Rejection::ImpossibleDate } else { Rejection::UnreadableDate })
        })
    }

    /// The last day of an incident: the start where the column is empty or unreadable, noted where it lies before the start.
    pub fn end_date(&mut self, column: Option<usize>, start: Day) -> Day {
        match self.date(column) {
            Ok(end) if end >= start => end,
            Ok(_) => {
                self.note(column, Issue::EndBeforeStart);
                start
            }
            Err(_) => {
                if !self.known(column).is_empty() {
                    self.note(column, Issue::EndBeforeStart);
                }
                start
            }
        }
    }

    /// Lists something wrong with the value of a column.
    pub fn note(&mut self, column: Option<usize>, issue: Issue) {
        let column_name = column.and_then(|c| self.names.get(c)).cloned().unwrap_or_default();
        self.notes.quality.push(Quality {
            line: self.line(),
            id: self.text(self.id).to_owned(),
            column: column_name,
            value: excerpt(self.text(column)),
            issue,
        });
    }
}

/// The text without blanks around it, as [`str::trim`] has it.
#[inline]
fn trimmed(text: &str) -> &str {
    // Nearly every cell begins and ends with a letter or digit.
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// The number of up to twelve digits and nothing else, as most are written.
#[inline]
fn digits(text: &str) -> Option<i64> {
    let is_plain = (1..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.bytes().fold(0, |number, digit| number * 10 + i64::from(digit - b'0')))
}

/// A number such as `-33.8688`, as most coordinates are written: exactly what [`str::parse`] makes of it.
#[inline]
fn decimal(text: &str) -> Option<f64> {
    /// These are exact, and so is a whole number of as many digits: their quotient is what the text is rounded to.
    const TENS: [f64; 15] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14];
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    if digits.len() > TENS.len() {
        return None;
    }
    let (mut number, mut point) = (0u64, None);
    for (at, &byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => number = number * 10 + u64::from(byte - b'0'),
            b'.' if at > 0 && point.is_none() => point = Some(at),
            _ => return None,
        }
    }
    let after = digits.len() - point? - 1;
    let value = number as f64 / TENS[after];
    (after > 0).then_some(if digits.len() < text.len() { -value } else { value })
}

/// A number without its thousands marks; `None` where they do not stand before every three digits, as in `3,5`.
fn ungrouped(text: &str, mark: char, decimal: char) -> Option<String> {
    let integer = text.split(decimal).next().unwrap_or(text);
    let mut groups = integer.trim_start_matches('-').split(mark);
    let first = groups.next().map_or(0, str::len);
    let grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    (grouped && !text[integer.len()..].contains(mark)).then(|| text.replace(mark, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn decimals_are_what_they_are_parsed_to(text in "-?[0-9]{1,9}\\.[0-9]{1,9}") {
            let value = decimal(&text);
            prop_assert_eq!(value.is_some(), text.trim_start_matches('-').len() <= 15);
            if let Some(value) = value {
                prop_assert_eq!(value.to_bits(), text.parse::<f64>().expect("a number").to_bits());
            }
        }
    }

    #[test]
    fn what_is_no_plain_decimal_is_left_alone() {
        assert_eq!(["", "-", "5", ".5", "5.", "1.2.3", "--1.0", "1e5", "1,5", "+1.0", "1.5 "].map(decimal), [None; 11]);
    }
}

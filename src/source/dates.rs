//! The date format of a file, decided once from all its rows.

use super::error::Ambiguity;
use super::{Error, Head};
use crate::period::{DateFormat, Day};

/// The columns that witness a file's date format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    pub date: Option<usize>,
    /// A column that repeats the year, as ACLED and UCDP have.
    pub year: Option<usize>,
}

/// The formats seen in real files, the likelier first. Names of months are read long or short.
const KNOWN: [&str; 17] = [
    "%Y-%m-%d",
    "%d %B %Y",
    "%d-%B-%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d.%m.%Y",
    "%d-%B-%y",
    "%d %B %y",
    "%d-%m-%y",
    "%m-%d-%y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%Y/%m/%d",
    "%B %d, %Y",
    "%Y%m%d",
];

/// Counts, for each known format, the rows that it reads in agreement with their year.
pub(super) struct Decision {
    year_seen: bool,
    candidates: Vec<Candidate>,
    /// For each pair of candidates (by index, a < b): the first row that they read differently.
    differences: Vec<(usize, usize, Example)>,
    first_unread: Option<Example>,
    rows: u64,
}

struct Candidate {
    format: DateFormat,
    read: u64,
}

#[derive(Clone)]
struct Example {
    line: u64,
    value: String,
}

impl Default for Decision {
    fn default() -> Decision {
        Decision::with(&[])
    }
}

impl Decision {
    /// Among the known formats and `more`, which must be formats too.
    pub(super) fn with(more: &[&str]) -> Decision {
        let candidates = KNOWN
            .iter()
            .chain(more)
            .map(|text| Candidate { format: DateFormat::new(text).expect("known formats are formats"), read: 0 })
            .collect();
        Decision { year_seen: false, candidates, differences: Vec::new(), first_unread: None, rows: 0 }
    }

    /// Takes one row into account; `value` is trimmed.
    pub(super) fn witness(&mut self, line: u64, value: &str, year: Option<i32>) {
        if value.is_empty() {
            return;
        }
        self.rows += 1;
        self.year_seen |= year.is_some();
        let mut readings: Vec<(usize, Day)> = Vec::new();
        for (i, candidate) in self.candidates.iter_mut().enumerate() {
            let day = candidate.format.read(value).filter(|day| year.is_none_or(|y| day.year() == y));
            if let Some(day) = day {
                candidate.read += 1;
                readings.push((i, day));
            }
        }
        let example = || Example { line, value: value.to_owned() };
        if readings.is_empty() && self.first_unread.is_none() {
            self.first_unread = Some(example());
        }
        for (n, &(a, day_a)) in readings.iter().enumerate() {
            for &(b, day_b) in &readings[n + 1..] {
                if day_a != day_b && !self.differences.iter().any(|d| (d.0, d.1) == (a, b)) {
                    self.differences.push((a, b, example()));
                }
            }
        }
    }

    /// The format that reads most rows. Refused where another reads as many and reads one differently.
    pub(super) fn decide(&self, head: &Head) -> Result<DateFormat, Error> {
        let file = || head.file().to_owned();
        let most = self.candidates.iter().map(|c| c.read).max().unwrap_or(0);
        if most == 0 {
            return match &self.first_unread {
                Some(Example { line, value }) => {
                    Err(Error::UnreadableDates { file: file(), line: *line, value: value.clone() })
                }
                // No row has a date: each is rejected for it.
                None => Ok(DateFormat::iso()),
            };
        }
        let best: Vec<usize> = (0..self.candidates.len()).filter(|&i| self.candidates[i].read == most).collect();
        let tied = self.differences.iter().find(|(a, b, _)| best.contains(a) && best.contains(b));
        if let Some((a, b, example)) = tied {
            let reading = |index: usize| {
                let format = &self.candidates[index].format;
                (format.read(&example.value).map(Day::long).unwrap_or_default(), format.to_string())
            };
            return Err(Error::AmbiguousDates(Box::new(Ambiguity {
                file: file(),
                line: example.line,
                value: example.value.clone(),
                first: reading(*a),
                second: reading(*b),
            })));
        }
        Ok(self.candidates[best[0]].format.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(rows: &[(&str, Option<i32>)]) -> Result<String, String> {
        let mut decision = Decision::default();
        for (i, (value, year)) in rows.iter().enumerate() {
            decision.witness(i as u64 + 2, value, *year);
        }
        decision.decide(&Head::new("f.csv", &[])).map(|f| f.to_string()).map_err(|e| e.to_string())
    }

    #[test]
    fn one_row_past_the_twelfth_decides_for_all() {
        assert_eq!(decide(&[("03/04/2015", None), ("29/12/2015", None)]).as_deref(), Ok("%d/%m/%Y"));
        assert_eq!(decide(&[("03/04/2015", None), ("12/29/2015", None)]).as_deref(), Ok("%m/%d/%Y"));
    }

    #[test]
    fn the_year_column_is_the_witness() {
        assert_eq!(decide(&[("06-02-04", Some(2004)), ("28-02-04", Some(2004))]).as_deref(), Ok("%d-%m-%y"));
        assert_eq!(decide(&[("9-May-20", Some(2020))]).as_deref(), Ok("%d-%B-%y"));
    }

    #[test]
    fn what_stays_ambiguous_is_refused_with_both_readings() {
        let error = decide(&[("03/04/2015", Some(2015)), ("05/06/2015", Some(2015))]).expect_err("ambiguous");
        assert_eq!(
            error,
            "f.csv: its dates can be read in two ways: '03/04/2015' (line 2) is 3 April 2015 as %d/%m/%Y and 4 March 2015 \
             as %m/%d/%Y. Say which with --date-format '%d/%m/%Y' or --date-format '%m/%d/%Y'"
        );
    }

    #[test]
    fn days_that_read_the_same_both_ways_are_not_ambiguous() {
        assert_eq!(decide(&[("05/05/2015", None)]).as_deref(), Ok("%d/%m/%Y"));
    }
}

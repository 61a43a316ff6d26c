//! Firsts and silences: groups that appear, and groups that go quiet.

use crate::period::Period;
use crate::series::Series;
use serde::Serialize;

/// When an absence is worth a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct QuietRule {
    /// Days of coverage before a first or a silence is spoken of: three years (DESIGN, section 7).
    pub coverage_days: u32,
    /// A silence must have been unlikely at the group's own earlier rate: the chance of so long a gap under a Poisson rate is
    /// exp(-expected), and exp(-4.6) is one in a hundred.
    pub expected: f64,
    /// Days between the first and the last incident that make a rate one can miss.
    pub active_days: u32,
}

/// The rule of this program.
pub const QUIET_RULE: QuietRule = QuietRule { coverage_days: 3 * 365, expected: 4.6, active_days: 365 };

/// A group that appeared or went quiet.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// No incident since this period, with the number that its earlier rate led one to expect.
    Quiet { last: Period, expected: f64 },
    /// Its first incident fell into this period, in the last year.
    New { first: Period },
}

/// Why nothing is said of a group's appearing or going quiet: closed, and printed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum Unsaid {
    /// Fewer covered days than the rule asks for.
    TooShort { days: u32 },
    /// The name is in no alias table and like one that is: a slip rather than a group.
    UnmatchedName,
    /// The share of incidents by unnamed groups moved: groups may only be named less or more often.
    UnattributedShifted { from: f64, to: f64 },
}

impl Unsaid {
    /// The words in the column `not_computed`.
    pub fn text(self) -> String {
        match self {
            Unsaid::TooShort { days } => format!("{days} covered days of the {} needed", QUIET_RULE.coverage_days),
            Unsaid::UnmatchedName => "the name is in no alias table and like one that is".to_owned(),
            Unsaid::UnattributedShifted { from, to } => format!(
                "the share by unnamed groups moved from {} to {} in the last year",
                crate::text::share(from),
                crate::text::share(to)
            ),
        }
    }
}

/// Whether the group whose incidents are `series` went quiet, or appeared in the last year before `at`.
pub fn silence(series: &Series, at: Period) -> Result<Option<Silence>, Unsaid> {
    let points: Vec<_> = series.complete().filter(|p| p.period <= at).collect();
    let days: u32 = points.iter().map(|p| p.days).sum();
    if days < QUIET_RULE.coverage_days {
        return Err(Unsaid::TooShort { days });
    }
    let active = |p: &&&crate::series::Point| p.reading.value().is_some_and(|v| v > 0.0);
    let (Some(first), Some(last)) = (points.iter().find(active), points.iter().rev().find(active)) else {
        return Ok(None);
    };
    let silent: u32 = points.iter().filter(|p| p.period > last.period).map(|p| p.days).sum();
    let (mut incidents, mut exposure) = (0.0, 0);
    for point in points.iter().filter(|p| (first.period..=last.period).contains(&p.period)) {
        incidents += point.reading.value().unwrap_or(0.0);
        exposure += point.days;
    }
    let expected = incidents / f64::from(exposure) * f64::from(silent);
    if expected >= QUIET_RULE.expected && exposure >= QUIET_RULE.active_days {
        return Ok(Some(Silence::Quiet { last: last.period, expected }));
    }
    let a_year_ago = at.end().plus_years(-1);
    Ok((first.period.start() > a_year_ago).then_some(Silence::New { first: first.period }))
}

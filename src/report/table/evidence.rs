//! `trends.csv`, `alerts.csv`, `breaks.csv`, `tests.csv`: a row for every series and statistic, also for those not computed.

use super::super::dataset::{ColumnDoc, Dataset};
use super::super::error::Malformed;
use super::anew::anew;
use super::series_row::{ordered, start, with_subject};
use super::{TableKind, table};
use crate::analysis::Analysis;
use crate::period::Period;
use crate::stats::{Direction, NotComputed, Verdict};

table!(Trends, "trends", "Growth with its verdict, and other tests of a trend beside it");
table!(Alerts, "alerts", "Is the latest period out of line with the series' own past");
table!(Breaks, "breaks", "When the level of a series changed, with the interval of dates");
table!(Tests, "tests", "How many tests were made of each question, and what they found");

const TRENDS: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "measure", about: "incidents or killed", unit: "" },
    ColumnDoc { name: "window_start", about: "first period of the window", unit: "" },
    ColumnDoc { name: "window_end", about: "last period of the window", unit: "" },
    ColumnDoc { name: "n", about: "complete periods in it", unit: "periods" },
    ColumnDoc {
        name: "statistic",
        about: "growth (the verdict's; factor a year), growth_poisson, growth_quasi_poisson, doubling_time (years; negative: halving), mann_kendall (S), hamed_rao (S), seasonal_kendall (S), sen_slope (a period), seasonal_sen_slope (a year), season_strength (0 to 1)",
        unit: ""
    },
    ColumnDoc { name: "estimate", about: "its value", unit: "" },
    ColumnDoc { name: "low", about: "lower end of its 95 % interval", unit: "" },
    ColumnDoc { name: "high", about: "upper end", unit: "" },
    ColumnDoc { name: "p", about: "probability of so much by chance alone", unit: "" },
    ColumnDoc { name: "q", about: "of growth: p among all trends of its family (Benjamini-Hochberg)", unit: "" },
    ColumnDoc { name: "verdict", about: "of growth: rising, falling, no_evidence or too_little_data", unit: "" },
    ColumnDoc { name: "not_computed", about: "why there is no value", unit: "" },
];

const ALERTS: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "measure", about: "incidents or killed", unit: "" },
    ColumnDoc { name: "observed", about: "the number of the period", unit: "incidents or people" },
    ColumnDoc { name: "expected", about: "mean of what the past led one to expect", unit: "incidents or people" },
    ColumnDoc {
        name: "low",
        about: "lower end of the 95 % interval of what was to be expected",
        unit: "incidents or people"
    },
    ColumnDoc { name: "high", about: "upper end", unit: "incidents or people" },
    ColumnDoc { name: "p_high", about: "probability of so high a number", unit: "" },
    ColumnDoc { name: "p_low", about: "probability of so low a number", unit: "" },
    ColumnDoc { name: "p", about: "probability of a number so far out either way", unit: "" },
    ColumnDoc { name: "q", about: "p among all alerts of its family (Benjamini-Hochberg)", unit: "" },
    ColumnDoc {
        name: "judgement",
        about: "clear (q up to 0.05), suggestive (p up to 0.05) or within_chance",
        unit: ""
    },
    ColumnDoc { name: "direction", about: "up or down", unit: "" },
    ColumnDoc { name: "baseline", about: "complete periods that the expectation rests on", unit: "periods" },
    ColumnDoc {
        name: "detector",
        about: "whose bounds stand beside: farrington_noufaily, ears_c2 or cusum; they decide nothing",
        unit: ""
    },
    ColumnDoc { name: "lower_bound", about: "its lower bound, where it has one", unit: "incidents or people" },
    ColumnDoc { name: "upper_bound", about: "its upper bound", unit: "incidents or people" },
    ColumnDoc { name: "detector_choice", about: "why this detector", unit: "" },
    ColumnDoc { name: "trendfinder_mean", about: "mean of ACLED Trendfinder's window", unit: "incidents or people" },
    ColumnDoc { name: "trendfinder_low", about: "lower end of its normal band", unit: "incidents or people" },
    ColumnDoc { name: "trendfinder_high", about: "upper end", unit: "incidents or people" },
    ColumnDoc {
        name: "rolling_maximum",
        about: "the maximum that HDX Signals asks to be exceeded",
        unit: "incidents or people"
    },
    ColumnDoc { name: "not_computed", about: "why there is no answer", unit: "" },
];

const BREAKS: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "measure", about: "incidents or killed", unit: "" },
    ColumnDoc { name: "break_period", about: "first period of the new level", unit: "" },
    ColumnDoc { name: "earliest", about: "first period of the 95 % interval of that", unit: "" },
    ColumnDoc { name: "latest", about: "last period of it", unit: "" },
    ColumnDoc {
        name: "before",
        about: "mean a day before, since the break before or the start",
        unit: "incidents or people a day"
    },
    ColumnDoc {
        name: "after",
        about: "mean a day after, until the next break or the end",
        unit: "incidents or people a day"
    },
    ColumnDoc { name: "ratio", about: "after over before", unit: "" },
    ColumnDoc { name: "ratio_low", about: "lower end of its 95 % interval", unit: "" },
    ColumnDoc { name: "ratio_high", about: "upper end", unit: "" },
    ColumnDoc { name: "p", about: "probability of so strong a break anywhere by chance alone", unit: "" },
    ColumnDoc { name: "q", about: "p among all series of its family (Benjamini-Hochberg)", unit: "" },
    ColumnDoc {
        name: "judgement",
        about: "clear (q up to 0.05), suggestive (p up to 0.05) or within_chance",
        unit: ""
    },
    ColumnDoc {
        name: "not_computed",
        about: "why there is no break: none found, or why none was looked for or spoken of",
        unit: ""
    },
];

const TESTS: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source", unit: "" },
    ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
    ColumnDoc { name: "question", about: "change, trend, alert or break", unit: "" },
    ColumnDoc {
        name: "scope",
        about: "all, group, family or region, or one of them by kind: with the question it names the family of tests",
        unit: "",
    },
    ColumnDoc { name: "tests", about: "tests in the family, over the unfiltered input", unit: "tests" },
    ColumnDoc {
        name: "left_out",
        about: "tests left out because no outcome could have been significant (Tarone 1990)",
        unit: "tests",
    },
    ColumnDoc { name: "clear", about: "of them with q up to 0.05", unit: "tests" },
    ColumnDoc {
        name: "nominal",
        about: "of them with p up to 0.05: about a twentieth of the tests by chance alone",
        unit: "tests",
    },
];

fn label(period: Option<Period>) -> String {
    period.map(Period::label).unwrap_or_default()
}

fn reason<T>(result: &Result<T, NotComputed>) -> String {
    result.as_ref().err().map(|reason| reason.text()).unwrap_or_default()
}

impl TableKind for Trends {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("trends", "Trends of the last complete periods"), TRENDS, move |grid| {
            for analysis in analyses {
                for row in ordered(analysis, &analysis.trends, |row| row.key) {
                    start(grid, analysis, row.key, analysis.latest);
                    let value = row.result.as_ref().ok();
                    grid.text(row.measure.id());
                    grid.text(&label(row.window.map(|w| w.0))).text(&label(row.window.map(|w| w.1)));
                    grid.whole(value.map(|v| v.n as i64)).text(row.statistic.id()).number(value.map(|v| v.estimate));
                    grid.number(value.and_then(|v| v.low)).number(value.and_then(|v| v.high));
                    grid.number(value.and_then(|v| v.p)).number(row.q);
                    grid.text(row.verdict.map_or("", Verdict::id)).text(&reason(&row.result)).end_row();
                }
            }
        })
    }
}

impl TableKind for Alerts {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("alerts", "Alerts of the latest complete period"), ALERTS, move |grid| {
            for analysis in analyses {
                for row in ordered(analysis, &analysis.alerts, |row| row.key) {
                    start(grid, analysis, row.key, analysis.latest);
                    let alert = row.result.as_ref().ok();
                    grid.text(row.measure.id()).number(alert.map(|a| a.observed)).number(alert.map(|a| a.expected));
                    grid.number(alert.map(|a| a.low)).number(alert.map(|a| a.high));
                    grid.number(alert.map(|a| a.p_high)).number(alert.map(|a| a.p_low));
                    grid.number(alert.map(|a| a.p)).number(row.q).text(row.judgement().map_or("", |j| j.id()));
                    grid.text(alert.map_or("", |a| match a.direction() {
                        Direction::Up => "up",
                        Direction::Down => "down",
                    }));
                    grid.whole(alert.map(|a| a.baseline as i64)).text(alert.map_or("", |a| a.bounds.detector.into()));
                    grid.number(alert.and_then(|a| a.bounds.lower)).number(alert.map(|a| a.bounds.upper));
                    grid.text(alert.map_or("", |a| a.why.into()));
                    let bands = alert.and_then(|a| a.trendfinder);
                    grid.number(bands.map(|b| b.mean)).number(bands.map(|b| b.low)).number(bands.map(|b| b.high));
                    grid.number(alert.and_then(|a| a.rolling_maximum)).text(&reason(&row.result)).end_row();
                }
            }
        })
    }
}

/// What stands beside a series in which no break is found.
const NONE_FOUND: &str = "none found";

impl TableKind for Breaks {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("breaks", "Changes of level"), BREAKS, move |grid| {
            for analysis in analyses {
                for row in ordered(analysis, &analysis.breaks, |row| row.key) {
                    start(grid, analysis, row.key, analysis.latest);
                    let shift = row.result.as_ref().ok().and_then(|shift| shift.as_ref());
                    grid.text(row.measure.id()).text(&label(shift.map(|s| s.period)));
                    grid.text(&label(shift.map(|s| s.earliest))).text(&label(shift.map(|s| s.latest)));
                    let found = shift.map(|s| s.found);
                    grid.number(found.map(|b| b.before)).number(found.map(|b| b.after));
                    grid.number(found.map(|b| b.ratio.estimate)).number(found.map(|b| b.ratio.low));
                    grid.number(found.map(|b| b.ratio.high)).number(found.map(|b| b.p)).number(row.q);
                    grid.text(row.judgement().map_or("", |j| j.id()));
                    let none = if row.result == Ok(None) { NONE_FOUND.to_owned() } else { reason(&row.result) };
                    grid.text(&none).end_row();
                }
            }
        })
    }
}

impl TableKind for Tests {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("tests", "Families of tests"), TESTS, move |grid| {
            for analysis in analyses {
                for (question, scope, family) in analysis.families.iter() {
                    grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id());
                    grid.text(question.id()).text(scope).whole(Some(family.size() as i64));
                    grid.whole(Some(family.left_out() as i64)).whole(Some(family.clear() as i64));
                    grid.whole(Some(family.nominal() as i64)).end_row();
                }
            }
        })
    }
}

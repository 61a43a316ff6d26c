//! `forecasts.csv`, `scores.csv`, `lethality.csv`: what is to be expected, how good that was in the past, and how deadly it is.

use super::super::dataset::{ColumnDoc, Dataset};
use super::super::error::Malformed;
use super::anew::anew;
use super::series_row::{ordered, start, with_subject};
use super::{TableKind, table};
use crate::analysis::Analysis;
use crate::period::Period;

table!(Forecasts, "forecasts", "What is to be expected of the next periods, with intervals");
table!(Scores, "scores", "How each forecaster did on the past of each series");
table!(LethalityTable, "lethality", "Killed per incident with interval, share lethal, median and maximum");

const FORECASTS: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "measure", about: "incidents or killed", unit: "" },
    ColumnDoc { name: "target_period", about: "the period forecast", unit: "" },
    ColumnDoc { name: "ahead", about: "how far ahead of the latest complete period", unit: "periods" },
    ColumnDoc { name: "forecaster", about: "who forecasts: the best on the series' own past", unit: "" },
    ColumnDoc { name: "mean", about: "mean of the forecast", unit: "incidents or people" },
    ColumnDoc { name: "median", about: "median of it", unit: "incidents or people" },
    ColumnDoc { name: "low50", about: "lower end of the 50 % interval", unit: "incidents or people" },
    ColumnDoc { name: "high50", about: "upper end", unit: "incidents or people" },
    ColumnDoc { name: "low80", about: "lower end of the 80 % interval", unit: "incidents or people" },
    ColumnDoc { name: "high80", about: "upper end", unit: "incidents or people" },
    ColumnDoc { name: "low95", about: "lower end of the 95 % interval", unit: "incidents or people" },
    ColumnDoc { name: "high95", about: "upper end", unit: "incidents or people" },
    ColumnDoc { name: "not_computed", about: "why there is no forecast", unit: "" },
];

const SCORES: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "measure", about: "incidents or killed", unit: "" },
    ColumnDoc { name: "forecaster", about: "who forecasts", unit: "" },
    ColumnDoc { name: "ahead", about: "how far ahead", unit: "periods" },
    ColumnDoc { name: "origins", about: "past periods from which it was made again", unit: "periods" },
    ColumnDoc {
        name: "crps",
        about: "mean continuous ranked probability score; lower is better",
        unit: "incidents or people"
    },
    ColumnDoc { name: "log_score", about: "mean negative log probability; lower is better", unit: "" },
    ColumnDoc {
        name: "interval_score",
        about: "mean score of the 80 % interval; lower is better",
        unit: "incidents or people"
    },
    ColumnDoc { name: "inside50", about: "share of past values inside the printed 50 % interval", unit: "" },
    ColumnDoc { name: "inside80", about: "inside the 80 % interval", unit: "" },
    ColumnDoc { name: "inside95", about: "inside the 95 % interval", unit: "" },
    ColumnDoc { name: "shown", about: "yes for the forecaster that forecasts.csv shows", unit: "" },
    ColumnDoc { name: "not_computed", about: "why there is no score", unit: "" },
    ColumnDoc {
        name: "calibrated50",
        about: "the same by the randomised transform, which counts need: near 0.5 if the forecasts were right",
        unit: ""
    },
    ColumnDoc { name: "calibrated80", about: "near 0.8", unit: "" },
    ColumnDoc { name: "calibrated95", about: "near 0.95", unit: "" },
];

const LETHALITY: &[ColumnDoc] = with_subject![
    ColumnDoc { name: "window_start", about: "first period", unit: "" },
    ColumnDoc { name: "window_end", about: "last period", unit: "" },
    ColumnDoc { name: "known", about: "incidents with a known toll", unit: "incidents" },
    ColumnDoc { name: "killed_per_incident", about: "mean over them", unit: "people per incident" },
    ColumnDoc { name: "killed_per_incident_low", about: "lower end of its 95 % interval", unit: "people per incident" },
    ColumnDoc { name: "killed_per_incident_high", about: "upper end", unit: "people per incident" },
    ColumnDoc { name: "median", about: "median toll", unit: "people per incident" },
    ColumnDoc { name: "maximum", about: "toll of the deadliest incident", unit: "people" },
    ColumnDoc { name: "without_deadliest", about: "mean without that incident", unit: "people per incident" },
    ColumnDoc { name: "lethal_share", about: "share with at least one death", unit: "" },
    ColumnDoc { name: "lethal_share_low", about: "lower end of its 95 % interval", unit: "" },
    ColumnDoc { name: "lethal_share_high", about: "upper end", unit: "" },
    ColumnDoc { name: "injured_per_killed", about: "where both are known for every incident", unit: "" },
    ColumnDoc { name: "not_computed", about: "why there is no number", unit: "" },
];

impl TableKind for Forecasts {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("forecasts", "Forecasts of the next periods"), FORECASTS, move |grid| {
            for analysis in analyses {
                for row in ordered(analysis, &analysis.forecasts, |row| row.key) {
                    let steps = row.result.as_ref().map_or(&[][..], |forecast| &forecast.steps);
                    let rows = steps.iter().map(Some).chain(steps.is_empty().then_some(None));
                    for step in rows {
                        start(grid, analysis, row.key, analysis.latest);
                        let target = step.map(|s| row.origin.plus(i32::try_from(s.ahead).expect("a horizon is short")));
                        grid.text(row.measure.id()).text(&target.map(Period::label).unwrap_or_default());
                        grid.whole(step.map(|s| s.ahead as i64));
                        grid.text(row.result.as_ref().map_or("", |forecast| forecast.shown.id()));
                        grid.number(step.map(|s| s.mean)).number(step.map(|s| s.median));
                        for interval in [step.map(|s| s.half), step.map(|s| s.wide), step.map(|s| s.widest)] {
                            grid.number(interval.map(|i| i.0)).number(interval.map(|i| i.1));
                        }
                        grid.text(&row.result.as_ref().err().map(|e| e.text()).unwrap_or_default()).end_row();
                    }
                }
            }
        })
    }
}

impl TableKind for Scores {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("scores", "Scores of the forecasters"), SCORES, move |grid| {
            for analysis in analyses {
                for row in ordered(analysis, &analysis.forecasts, |row| row.key) {
                    let forecast = row.result.as_ref().ok();
                    let scores = forecast.map_or(&[][..], |forecast| &forecast.scores);
                    for score in scores.iter().map(Some).chain(scores.is_empty().then_some(None)) {
                        start(grid, analysis, row.key, analysis.latest);
                        grid.text(row.measure.id()).text(score.map_or("", |s| s.forecaster.id()));
                        grid.whole(score.map(|s| s.ahead as i64)).whole(score.map(|s| s.origins as i64));
                        grid.number(score.map(|s| s.crps)).number(score.map(|s| s.log_score));
                        grid.number(score.map(|s| s.interval_score));
                        (0..3).for_each(|level| {
                            grid.number(score.map(|s| s.inside[level]));
                        });
                        let shown = score.map(|s| forecast.is_some_and(|f| f.shown == s.forecaster));
                        grid.text(match shown {
                            Some(true) => "yes",
                            Some(false) => "no",
                            None => "",
                        });
                        grid.text(&row.result.as_ref().err().map(|e| e.text()).unwrap_or_default());
                        (0..3).for_each(|level| {
                            grid.number(score.map(|s| s.calibrated[level]));
                        });
                        grid.end_row();
                    }
                }
            }
        })
    }
}

impl TableKind for LethalityTable {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("lethality", "Lethality of incidents"), LETHALITY, move |grid| {
            for analysis in analyses {
                for row in ordered(analysis, &analysis.lethality, |row| row.key) {
                    start(grid, analysis, row.key, analysis.latest);
                    let found = row.result.as_ref().ok();
                    grid.text(&row.from.label()).text(&row.to.label()).number(found.map(|l| l.known));
                    let mean = found.map(|l| l.killed_per_incident);
                    grid.number(mean.map(|i| i.estimate)).number(mean.map(|i| i.low)).number(mean.map(|i| i.high));
                    grid.number(found.map(|l| l.median)).number(found.map(|l| l.maximum));
                    grid.number(found.map(|l| l.without_deadliest));
                    let share = found.map(|l| l.lethal_share);
                    grid.number(share.map(|i| i.estimate)).number(share.map(|i| i.low)).number(share.map(|i| i.high));
                    grid.number(found.and_then(|l| l.injured_per_killed).map(|i| i.estimate));
                    grid.text(&row.result.as_ref().err().map(|e| e.text()).unwrap_or_default()).end_row();
                }
            }
        })
    }
}

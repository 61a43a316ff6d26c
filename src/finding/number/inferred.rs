//! The numbers of the claims that are tests: trends, alerts, breaks, forecasts, lethality.

use super::super::Claim;
use super::Numbers;
use crate::stats::Interval;

impl Numbers {
    /// The numbers of a claim that rests on a test; of any other none.
    pub(super) fn inferred(&mut self, claim: &Claim) {
        match claim {
            Claim::Trend(trend) => match &trend.growth {
                Ok((value, found)) => {
                    let ends = (value.low.unwrap_or(0.0), value.high.unwrap_or(f64::INFINITY));
                    self.interval("growth_a_year", &Interval::new(value.estimate, ends.0, ends.1));
                    self.exact("periods", value.n as f64);
                    self.significance("", found);
                }
                Err(reason) => self.missing("growth_a_year", *reason),
            },
            Claim::Alert(alerted) => {
                let alert = &alerted.alert;
                self.exact("observed", alert.observed);
                self.interval("expected", &Interval::new(alert.expected, alert.low, alert.high));
                self.exact("baseline_periods", alert.baseline as f64);
                self.significance("", &alerted.significance);
                self.maybe("bound_lower", alert.bounds.lower);
                self.exact("bound_upper", alert.bounds.upper);
            }
            Claim::Break(shifted) => {
                self.exact("level_before", shifted.before);
                self.exact("level_after", shifted.after);
                self.interval("ratio", &shifted.ratio);
                self.significance("", &shifted.significance);
            }
            Claim::Lethality(deadliness) => {
                self.lethality("", &deadliness.latest);
                self.lethality("year_", &deadliness.year);
                self.lethality("year_before_", &deadliness.year_before);
            }
            Claim::Forecast(outlook) => match &outlook.result {
                Ok(found) => {
                    for step in &found.steps {
                        let (low, high) = step.wide;
                        self.interval(format!("mean_{}", step.ahead), &Interval::new(step.mean, low, high));
                    }
                    let score = found.scores.iter().find(|s| s.forecaster == found.shown && s.ahead == 1);
                    self.maybe("past_coverage_of_80", score.map(|score| score.inside[1]));
                    self.maybe("past_forecasts", score.map(|score| score.origins as f64));
                }
                Err(reason) => self.missing("mean_1", *reason),
            },
            Claim::ForecastKept(kept) => {
                self.interval("expected", &Interval::new(kept.mean, kept.low80, kept.high80));
                self.exact("observed", kept.observed);
            }
            Claim::Withheld(withheld) => self.missing("claims", withheld.reason),
            Claim::Tested(asked) => {
                for one in asked {
                    let question = one.question.id();
                    self.exact(format!("{question}_tests"), one.tests as f64);
                    self.exact(format!("{question}_clear"), one.clear as f64);
                    self.exact(format!("{question}_nominal"), one.nominal as f64);
                    self.exact(format!("{question}_left_out"), one.left_out as f64);
                }
            }
            Claim::Converging(found) => self.converging(found),
            Claim::PairsTested(asked) => asked.iter().for_each(|one| self.pairs(one)),
            Claim::Total(_)
            | Claim::Compared(_)
            | Claim::Level(_)
            | Claim::Record { .. }
            | Claim::Ledgers(_)
            | Claim::Margin(_)
            | Claim::Suicide(_)
            | Claim::FirstSuicide { .. }
            | Claim::Taken { .. }
            | Claim::Failed { .. }
            | Claim::Claimed(_)
            | Claim::Deadliest(_)
            | Claim::Region(_)
            | Claim::Group(_)
            | Claim::Mix(_)
            | Claim::Unnamed(_)
            | Claim::Suspected(_)
            | Claim::Silence { .. }
            | Claim::SoFar(_) => {}
        }
    }
}

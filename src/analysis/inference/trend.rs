//! Trends of every series over the last complete periods.

use super::super::Analysis;
use super::families::{Families, Question};
use super::sample::Reach;
use super::{MEASURES, guard};
use crate::cube::Key;
use crate::measure::Measure;
use crate::period::Period;
use crate::stats::{self, ALPHA, NotComputed, TREND_WINDOW, TrendStatistic, TrendValue, Verdict};

/// One row of `trends.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendRow {
    pub key: Key,
    pub measure: Measure,
    pub statistic: TrendStatistic,
    /// The periods that it rests on.
    pub window: Option<(Period, Period)>,
    pub result: Result<TrendValue, NotComputed>,
    /// Of the statistic that gives the verdict.
    pub q: Option<f64>,
    pub verdict: Option<Verdict>,
}

impl TrendRow {
    pub(in crate::analysis) fn test(&self) -> Option<(f64, f64)> {
        let p = self.result.as_ref().ok().and_then(|value| value.p);
        p.filter(|_| self.statistic == TrendStatistic::Growth).map(|p| (p, 0.0))
    }

    pub(in crate::analysis) fn judge(&mut self, families: &Families) {
        if self.statistic != TrendStatistic::Growth {
            return;
        }
        let Some((p, smallest)) = self.test() else {
            self.verdict = Some(Verdict::TooLittleData);
            return;
        };
        self.q = families.q(Question::Trend, self.key, p, smallest);
        let estimate = self.result.as_ref().map_or(1.0, |value| value.estimate);
        self.verdict = Some(match self.q {
            Some(q) if q <= ALPHA && estimate > 1.0 => Verdict::Rising,
            Some(q) if q <= ALPHA => Verdict::Falling,
            Some(_) | None => Verdict::NoEvidence,
        });
    }
}

/// All trend statistics of a series.
pub(in crate::analysis) fn trends(analysis: &Analysis, key: Key) -> Vec<TrendRow> {
    let Some(latest) = analysis.latest else { return Vec::new() };
    MEASURES.iter().flat_map(|&measure| of(analysis, key, measure, latest)).collect()
}

fn of(analysis: &Analysis, key: Key, measure: Measure, latest: Period) -> Vec<TrendRow> {
    let row = |statistic, window, result| TrendRow { key, measure, statistic, window, result, q: None, verdict: None };
    let sample = match analysis.sample(key, measure, latest, Reach::SinceBreak) {
        Ok(sample) => sample.newest(TREND_WINDOW),
        Err(reason) => {
            let statistics = <TrendStatistic as strum::VariantArray>::VARIANTS;
            return statistics.iter().map(|&statistic| row(statistic, None, Err(reason))).collect();
        }
    };
    let ends = |o: &stats::Observation| analysis.periods[o.at as usize];
    let window = sample.observations().first().zip(sample.observations().last()).map(|(a, b)| (ends(a), ends(b)));
    let judged = |statistic, result: Result<TrendValue, NotComputed>| match (statistic, result) {
        (TrendStatistic::Growth, Ok(growth)) => {
            guard::trend(analysis, (key, measure), &sample, growth, latest).map(|()| growth)
        }
        (_, result) => result,
    };
    stats::trends(&sample)
        .into_iter()
        .map(|(statistic, result)| {
            let result = judged(statistic, result).map_err(|reason| shortened(analysis, reason, latest));
            row(statistic, window, result)
        })
        .collect()
}

/// A series cut short by a change of collection says that.
fn shortened(analysis: &Analysis, reason: NotComputed, latest: Period) -> NotComputed {
    match (reason, analysis.last_break(latest)) {
        (NotComputed::TooShort { .. }, Some(from)) if from > analysis.coverage.from() => NotComputed::CollectionBreak,
        (reason, _) => reason,
    }
}

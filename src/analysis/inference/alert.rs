//! Alerts: is the newest complete period out of line with its own past?

use super::super::Analysis;
use super::MEASURES;
use super::families::{Families, Question};
use super::sample::{Reach, without};
use crate::cube::Key;
use crate::measure::Measure;
use crate::period::Period;
use crate::series::Finality;
use crate::stats::{self, ALPHA, Alert, Direction, Judgement, NotComputed, Sample};

/// One row of `alerts.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct AlertRow {
    pub key: Key,
    pub measure: Measure,
    pub result: Result<Alert, NotComputed>,
    pub q: Option<f64>,
}

impl AlertRow {
    pub(in crate::analysis) fn test(&self) -> Option<(f64, f64)> {
        self.result.as_ref().ok().map(|alert| (alert.p, alert.smallest_p))
    }

    pub(in crate::analysis) fn judge(&mut self, families: &Families) {
        self.q = self.test().and_then(|(p, least)| families.q(Question::Alert, self.key, p, least));
    }

    pub fn judgement(&self) -> Option<Judgement> {
        self.result.as_ref().ok().map(|alert| Judgement::of(alert.p, self.q))
    }
}

/// The alerts of a series.
pub(in crate::analysis) fn alerts(analysis: &Analysis, key: Key) -> Vec<AlertRow> {
    let Some(latest) = analysis.latest else { return Vec::new() };
    let row = |&measure: &Measure| AlertRow { key, measure, result: of(analysis, key, measure, latest), q: None };
    MEASURES.iter().map(row).collect()
}

fn of(analysis: &Analysis, key: Key, measure: Measure, latest: Period) -> Result<Alert, NotComputed> {
    let sample = analysis.sample_to(key, measure, latest)?;
    let found = stats::alert(&sample)?;
    stands(analysis, key, measure, latest, &sample, &found)?;
    Ok(found)
}

/// Whether an alert may be spoken of.
fn stands(
    analysis: &Analysis,
    key: Key,
    measure: Measure,
    latest: Period,
    sample: &Sample,
    found: &Alert,
) -> Result<(), NotComputed> {
    let (Some(last), first) = (sample.observations().last(), sample.len().saturating_sub(found.baseline + 1)) else {
        return Ok(());
    };
    let first = sample.observations()[first].at;
    analysis.old_sources(key, first..=last.at, last.at..=last.at)?;
    if found.p > ALPHA {
        return Ok(());
    }
    if found.direction() == Direction::Down {
        return match analysis.finality(latest) {
            Finality::Provisional => Err(NotComputed::Provisional),
            Finality::Settled => analysis.not_swallowed(key),
        };
    }
    if measure == Measure::Killed
        && let Some((at, killed)) = analysis.deadliest(key, std::iter::once(last.at))
        && !stats::alert(&without(sample, at, killed)).is_ok_and(|rest| rest.p <= ALPHA)
    {
        return Err(NotComputed::OneIncident { killed });
    }
    for (other, since) in analysis.silent_regions(key) {
        let both = analysis.united(key, other, measure, latest, Reach::SinceBreak)?;
        if since > first && stats::alert(&both).is_ok_and(|both| both.p > ALPHA || both.direction() == Direction::Down)
        {
            return Err(NotComputed::MergedRegion);
        }
    }
    Ok(())
}

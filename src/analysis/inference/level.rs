//! Levels: when the rate of a series changed for good.

use super::super::Analysis;
use super::MEASURES;
use super::families::{Families, Question};
use super::sample::{Reach, without};
use crate::cube::Key;
use crate::measure::Measure;
use crate::period::Period;
use crate::stats::{self, Break, Judgement, NotComputed, Sample};

/// A change of level, in periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// The first period of the new level, and the periods between which it lies.
    pub period: Period,
    pub earliest: Period,
    pub latest: Period,
    pub found: Break,
}

/// One row of `breaks.csv`: a break, or that there is none, or why none was looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakRow {
    pub key: Key,
    pub measure: Measure,
    pub result: Result<Option<Shift>, NotComputed>,
    pub q: Option<f64>,
}

impl BreakRow {
    /// A series without a break is a test too: its p is not below any threshold, and 1 is on the safe side.
    pub(in crate::analysis) fn test(&self) -> Option<(f64, f64)> {
        self.result.as_ref().ok().map(|shift| (shift.map_or(1.0, |shift| shift.found.p), 0.0))
    }

    pub(in crate::analysis) fn judge(&mut self, families: &Families) {
        if let Ok(Some(shift)) = &self.result {
            self.q = families.q(Question::Break, self.key, shift.found.p, 0.0);
        }
    }

    pub fn judgement(&self) -> Option<Judgement> {
        let shift = self.result.as_ref().ok().and_then(|shift| shift.as_ref())?;
        Some(Judgement::of(shift.found.p, self.q))
    }
}

/// The breaks of a series, oldest first.
pub(in crate::analysis) fn breaks(analysis: &Analysis, key: Key) -> Vec<BreakRow> {
    let Some(latest) = analysis.latest else { return Vec::new() };
    let mut rows = Vec::new();
    for &measure in &MEASURES {
        let row = |result| BreakRow { key, measure, result, q: None };
        match of(analysis, key, measure, latest) {
            Ok(found) if found.is_empty() => rows.push(row(Ok(None))),
            Ok(found) => rows.extend(found.into_iter().map(|shift| row(shift.map(Some)))),
            Err(reason) => rows.push(row(Err(reason))),
        }
    }
    rows
}

type Found = Vec<Result<Shift, NotComputed>>;

fn of(analysis: &Analysis, key: Key, measure: Measure, latest: Period) -> Result<Found, NotComputed> {
    let sample = analysis.sample(key, measure, latest, Reach::Whole)?;
    let declared = analysis.declared_breaks();
    let found = stats::breaks(&sample, &declared)?;
    let last = sample.observations().last().map_or(0, |o| o.at);
    let period = |at: i32| analysis.periods[at.clamp(0, last) as usize];
    let ends: Vec<i32> = found.iter().skip(1).map(|next| next.at - 1).chain([last]).collect();
    let mut shifts = Vec::new();
    for (one, end) in found.iter().zip(ends) {
        let stands = stands(analysis, key, measure, latest, (&sample, &declared), one, end);
        shifts.push(stands.map(|()| Shift {
            period: period(one.at),
            earliest: period(one.low),
            latest: period(one.high),
            found: *one,
        }));
    }
    Ok(shifts)
}

/// Whether a break may be spoken of: not if new sources, one incident or a merged region make it.
fn stands(
    analysis: &Analysis,
    key: Key,
    measure: Measure,
    latest: Period,
    (sample, declared): (&Sample, &[i32]),
    found: &Break,
    end: i32,
) -> Result<(), NotComputed> {
    let near = |other: &Break| other.low <= found.high && found.low <= other.high;
    let again = |sample: &Sample| {
        let same = |other: &Break| near(other) && (other.ratio.estimate > 1.0) == (found.ratio.estimate > 1.0);
        stats::breaks(sample, declared).is_ok_and(|breaks| breaks.iter().any(same))
    };
    if found.ratio.estimate > 1.0 {
        let before = analysis.periods[found.at as usize].start().plus(-1);
        analysis.known_since(key, found.at..=end, before)?;
    }
    if measure == Measure::Killed
        && let Some((at, killed)) = analysis.deadliest(key, sample.observations().iter().map(|o| o.at))
        && !again(&without(sample, at, killed))
    {
        return Err(NotComputed::OneIncident { killed });
    }
    if found.ratio.estimate <= 1.0 {
        return analysis.not_swallowed(key);
    }
    for (other, since) in analysis.silent_regions(key) {
        let near = (found.low - 1..=found.high + 1).contains(&since);
        if near && !again(&analysis.united(key, other, measure, latest, Reach::Whole)?) {
            return Err(NotComputed::MergedRegion);
        }
    }
    Ok(())
}

//! Samples: the complete periods of a series as a statistic takes them, and what of them may be trusted.

use super::super::Analysis;
use crate::cube::Key;
use crate::measure::{Amount, Measure};
use crate::period::{Day, Period, Status, Window};
use crate::stats::{self, KNOWN_SHARE_NEEDED, MINIMUM_BASE, NotComputed, Observation, Sample};

/// Which periods a statistic may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// All complete ones.
    Whole,
    /// Those since the source last changed its way of collecting.
    SinceBreak,
}

/// Periods over which tolls must be known too: of single months of a quiet series one unknown toll is much.
const STRETCH: usize = 12;

/// Share of known tolls that a stretch needs. Below [`KNOWN_SHARE_NEEDED`], which the whole needs: of thirty incidents four are unknown
/// now and then where one in twenty is.
const STRETCH_SHARE: f64 = 0.8;

/// A complete period on its way into a sample.
struct Candidate {
    /// `None` where too many of its numbers are unknown.
    observation: Option<Observation>,
    known: f64,
    incidents: f64,
}

impl Analysis {
    /// The complete periods of a series up to `until` whose number is known, back to where tolls were known.
    ///
    /// A period with [`MINIMUM_BASE`] incidents needs [`KNOWN_SHARE_NEEDED`] of its numbers, and so does the whole. Of the stretches of
    /// [`STRETCH`] periods, counted from the newest, the first with less than [`STRETCH_SHARE`] and all before it are left out. An
    /// unknown toll is not 0, and a worse knowledge of tolls is no fall.
    pub(super) fn sample(
        &self,
        key: Key,
        measure: Measure,
        until: Period,
        reach: Reach,
    ) -> Result<Sample, NotComputed> {
        let candidates = self.candidates(key, measure, until, reach);
        let share = |part: &[Candidate]| {
            let (known, incidents) = part.iter().fold((0.0, 0.0), |(k, i), c| (k + c.known, i + c.incidents));
            if incidents > 0.0 { known / incidents } else { 1.0 }
        };
        let good = candidates.rchunks(STRETCH).take_while(|stretch| share(stretch) >= STRETCH_SHARE);
        let used = &candidates[candidates.len() - good.map(<[Candidate]>::len).sum::<usize>()..];
        if share(used) < KNOWN_SHARE_NEEDED {
            return Err(NotComputed::LowerBound);
        }
        let observations: Vec<Observation> = used.iter().filter_map(|candidate| candidate.observation).collect();
        if observations.is_empty() {
            let any_known = candidates.iter().any(|candidate| candidate.known > 0.0);
            return Err(match (candidates.is_empty(), any_known) {
                (true, _) => NotComputed::NoBase,
                (false, true) => NotComputed::LowerBound,
                (false, false) => NotComputed::Unreported,
            });
        }
        let sample = Sample::new(observations, stats::per_year(self.policy.grain));
        Ok(sample.expect("the periods of a grid ascend, and what is counted in them is not negative"))
    }

    /// The same, where it reaches the period `until` itself: what is said of that period, or from it on, needs its number.
    pub(super) fn sample_to(&self, key: Key, measure: Measure, until: Period) -> Result<Sample, NotComputed> {
        let sample = self.sample(key, measure, until, Reach::SinceBreak)?;
        let newest = self.index(until).map(|index| index as i32);
        match sample.observations().last().map(|o| o.at) == newest {
            true => Ok(sample),
            false if measure.known(&self.entry(key, until).cell) > Amount::ZERO => Err(NotComputed::LowerBound),
            false => Err(NotComputed::Unreported),
        }
    }

    fn candidates(&self, key: Key, measure: Measure, until: Period, reach: Reach) -> Vec<Candidate> {
        let from = match reach {
            Reach::Whole => None,
            Reach::SinceBreak => self.last_break(until),
        };
        let (coverage, entries) = (self.covered(key.scope), self.cube.get(key));
        let mut candidates = Vec::with_capacity(self.periods.len());
        for (index, &period) in self.periods.iter().enumerate().take_while(|(_, period)| **period <= until) {
            let window = Window::from(period);
            let too_old = from.is_some_and(|from| period.start() < from);
            if too_old || coverage.status(window) != Status::Complete {
                continue;
            }
            let cell = &entries.and_then(|e| e.cell(index as u32)).unwrap_or_default();
            let (known, incidents) = (measure.known(cell).value(), cell.incidents.value());
            let too_few = incidents >= MINIMUM_BASE && known < KNOWN_SHARE_NEEDED * incidents;
            let count = measure.of(cell, &self.loaded.facts.reports).value().filter(|_| !too_few);
            let at = i32::try_from(index).expect("a grid has fewer than 2^31 periods");
            let (days, phase) = (f64::from(coverage.days(window)), self.phases[index]);
            let observation = count.map(|count| Observation { at, count, days, phase });
            candidates.push(Candidate { observation, known, incidents });
        }
        candidates
    }

    /// The last declared change of collection up to a period; before it another world was counted.
    pub(super) fn last_break(&self, until: Period) -> Option<Day> {
        self.loaded.facts.breaks.iter().map(|b| b.from).filter(|&from| from <= until.end()).max()
    }

    /// The positions in the grid at which collection changed.
    pub(super) fn declared_breaks(&self) -> Vec<i32> {
        let position = |from: Day| self.periods.iter().position(|period| period.end() >= from);
        let inside = self.loaded.facts.breaks.iter().filter(|b| b.from > self.coverage.from());
        inside.filter_map(|b| position(b.from)).map(|index| index as i32).collect()
    }

    /// The toll of the deadliest incident of a series in the periods at these positions, with its position.
    pub(super) fn deadliest(&self, key: Key, positions: impl Iterator<Item = i32>) -> Option<(i32, f64)> {
        let entries = self.cube.get(key)?;
        let toll = |at: i32| {
            let (toll, _) = entries.get(u32::try_from(at).ok()?)?.tolls.killed.iter().next_back()?;
            (toll > Amount::ZERO).then_some((at, toll.value()))
        };
        positions.filter_map(toll).max_by(|a, b| a.1.total_cmp(&b.1))
    }
}

/// The sample with one incident's toll taken out at a position.
pub(super) fn without(sample: &Sample, at: i32, toll: f64) -> Sample {
    let lessened = |o: &Observation| match o.at == at {
        true => Observation { count: (o.count - toll).max(0.0), ..*o },
        false => *o,
    };
    Sample::new(sample.observations().iter().map(lessened).collect(), sample.per_year())
        .expect("a smaller count is still a count")
}

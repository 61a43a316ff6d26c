//! Samples: the complete periods of a series as a statistic takes them, and what of them may be trusted.

use super::super::Analysis;
use crate::cube::{Entry, Key};
use crate::measure::{Amount, Measure, Reading};
use crate::period::{Day, Period, Status, Window};
use crate::stats::{self, KNOWN_SHARE_NEEDED, NotComputed, Observation, Sample};

/// Which periods a statistic may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// All complete ones.
    Whole,
    /// Those since the source last changed its way of collecting.
    SinceBreak,
}

impl Analysis {
    /// The complete periods of a series up to `until` whose number is known. A toll whose parts are too often unknown is none.
    pub(super) fn sample(
        &self,
        key: Key,
        measure: Measure,
        until: Period,
        reach: Reach,
    ) -> Result<Sample, NotComputed> {
        let from = match reach {
            Reach::Whole => None,
            Reach::SinceBreak => self.last_break(until),
        };
        let (coverage, entries) = (self.covered(key.scope), self.cube.get(key));
        let nothing = Entry::default();
        let (mut known, mut incidents) = (0.0, 0.0);
        let mut observations = Vec::with_capacity(self.periods.len());
        for (index, &period) in self.periods.iter().enumerate().take_while(|(_, period)| **period <= until) {
            let window = Window::from(period);
            let too_old = from.is_some_and(|from| period.start() < from);
            if too_old || coverage.status(window) != Status::Complete {
                continue;
            }
            let entry = entries.and_then(|e| e.get(&(index as u32))).unwrap_or(&nothing);
            let cell = &entry.cell;
            incidents += cell.incidents.value();
            known += match measure {
                Measure::Killed | Measure::LethalIncidents | Measure::KilledPerIncident => cell.killed.known,
                Measure::Injured => cell.injured.known,
                Measure::Casualties => cell.killed.known.min(cell.injured.known),
                Measure::Arrested => cell.arrested.known,
                Measure::Abducted => cell.abducted.known,
                Measure::SuicideAttacks => cell.suicide.known,
                Measure::Incidents | Measure::ShareUnattributed | Measure::ShareSuspected => cell.incidents,
            }
            .value();
            let count = match measure.of(cell, &self.loaded.facts.reports) {
                Reading::Known(value) | Reading::AtLeast(value) => value,
                Reading::Unreported | Reading::NotCovered => continue,
            };
            let at = i32::try_from(index).expect("a grid has fewer than 2^31 periods");
            let days = f64::from(coverage.days(window));
            observations.push(Observation { at, count, days, phase: self.phases[index] });
        }
        if observations.is_empty() {
            return Err(if incidents > 0.0 { NotComputed::Unreported } else { NotComputed::NoBase });
        }
        if known < KNOWN_SHARE_NEEDED * incidents {
            return Err(NotComputed::LowerBound);
        }
        let sample = Sample::new(observations, stats::per_year(self.policy.grain));
        Ok(sample.expect("the periods of a grid ascend, and what is counted in them is not negative"))
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
            let (toll, _) = entries.get(&u32::try_from(at).ok()?)?.tolls.killed.iter().next_back()?;
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

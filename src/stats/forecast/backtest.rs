//! Rolling-origin backtest: at each past period, what each forecaster would have said of the next six, and how that did.
//!
//! At an origin a forecaster sees the values before it and nothing else (Tashman 2000); the days of the periods ahead are known. No
//! parameter is fitted on later values: what the pool learns, it learns on the way.

use super::ensemble::Ensemble;
use super::pool::{Pool, Prediction};
use super::{Forecaster, HORIZON, benchmark};
use crate::stats::{NotComputed, Observation, Sample};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use strum::VariantArray;

/// Levels of the printed intervals.
pub const LEVELS: [f64; 3] = [0.5, 0.8, 0.95];

/// Level of the interval score.
const SCORED_LEVEL: f64 = LEVELS[1];

/// Values before the first scored origin: three years of months, so that the pool has learned and the resample is full.
pub const FIRST_ORIGIN: usize = 36;

/// Values before which nothing is forecast, and nothing learned from forecasts: the resampling benchmark's year.
const FIRST_LESSON: usize = benchmark::RESAMPLED;

/// Origins that a run scores: the newest ten years of months, few enough to cost milliseconds.
pub const ORIGINS: usize = 120;

/// Origins before the scored ones from whose forecasts the pool learns how its forecasters do; their levels know all values.
const LESSONS: usize = 60;

/// Which past periods are scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origins {
    /// The newest [`ORIGINS`].
    Newest,
    /// Every one from [`FIRST_ORIGIN`] values on.
    All,
}

/// How one forecast of the past did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    pub forecaster: Forecaster,
    /// The position of the last value that the forecaster saw.
    pub origin: i32,
    /// 1 to [`HORIZON`].
    pub ahead: usize,
    pub crps: f64,
    pub log_score: f64,
    pub interval_score: f64,
    /// Randomised probability integral transform of the value that came.
    pub pit: f64,
    /// Whether the value lies in the printed intervals of [`LEVELS`].
    pub inside: [bool; 3],
}

impl Outcome {
    /// Whether the central interval of the level holds the transform.
    pub fn holds(&self, level: f64) -> bool {
        (self.pit - 0.5).abs() <= level / 2.0
    }
}

/// The outcomes of all forecasters, and what each says now.
pub(super) struct Backtest {
    pub(super) outcomes: Vec<Outcome>,
    /// In the order of [`Forecaster::VARIANTS`].
    pub(super) now: Vec<[Prediction; HORIZON]>,
}

/// All outcomes of the origins of a sample, oldest first. `seed` fixes the draws of the randomised transform. A sample with fewer
/// than [`FIRST_ORIGIN`] + [`HORIZON`] values after its last gap is too short.
pub fn backtest(sample: &Sample, origins: Origins, seed: u64) -> Result<Vec<Outcome>, NotComputed> {
    Ok(run(unbroken(sample), sample.per_year(), origins, seed)?.outcomes)
}

/// The values after the last gap.
pub(super) fn unbroken(sample: &Sample) -> &[Observation] {
    let all = sample.observations();
    let gap = all.windows(2).rposition(|pair| pair[1].at - pair[0].at != 1);
    &all[gap.map_or(0, |i| i + 1)..]
}

pub(super) fn run(values: &[Observation], per_year: f64, origins: Origins, seed: u64) -> Result<Backtest, NotComputed> {
    let need = FIRST_ORIGIN + HORIZON;
    if values.len() < need {
        return Err(NotComputed::TooShort { have: values.len(), need });
    }
    let first_scored = match origins {
        Origins::Newest => FIRST_ORIGIN.max(values.len().saturating_sub(ORIGINS)),
        Origins::All => FIRST_ORIGIN,
    };
    let first_lesson = match origins {
        Origins::Newest => FIRST_LESSON.max(first_scored.saturating_sub(LESSONS)),
        Origins::All => FIRST_LESSON,
    };
    let mut draws = Pcg64Mcg::seed_from_u64(seed);
    let counts: Vec<f64> = values.iter().map(|o| o.count).collect();
    let mut pool = Pool::new();
    let mut outcomes = Vec::new();
    let mut now = Vec::new();
    for (i, value) in values.iter().enumerate() {
        pool.observe(value.count, value.days);
        let seen = i + 1;
        if seen < first_lesson {
            continue;
        }
        pool.commit(days_ahead(values, seen, per_year)).ok_or(NotComputed::Degenerate)?;
        if seen < first_scored {
            continue;
        }
        let predictions = all(&counts[..seen], &pool).ok_or(NotComputed::Degenerate)?;
        for (&forecaster, predictions) in Forecaster::VARIANTS.iter().zip(&predictions) {
            for (ahead, (prediction, came)) in (1..).zip(predictions.iter().zip(&counts[seen..])) {
                let u = draws.random::<f64>();
                outcomes.push(outcome(forecaster, value.at, ahead, &prediction.ensemble, *came, u));
            }
        }
        now = predictions;
    }
    Ok(Backtest { outcomes, now })
}

/// What every forecaster says, in the order of [`Forecaster::VARIANTS`].
fn all(past: &[f64], pool: &Pool) -> Option<Vec<[Prediction; HORIZON]>> {
    let every = |prediction: Prediction| std::array::from_fn(|_| prediction.clone());
    let said = |forecaster: &Forecaster| match forecaster {
        Forecaster::Resampled => benchmark::resampled(past).map(every),
        Forecaster::LastValue => benchmark::last_value(past).map(every),
        Forecaster::Pooled => pool.forecast(),
    };
    Forecaster::VARIANTS.iter().map(said).collect()
}

/// The days of the periods after the first `seen`: those that were covered, or those of the same period four years or one year
/// before (a February has its leap day back after four), or of the newest period.
fn days_ahead(values: &[Observation], seen: usize, per_year: f64) -> [f64; HORIZON] {
    let years_back = |i: usize, years: f64| {
        let back = per_year * years;
        let whole = (back.fract() == 0.0).then_some(back as usize)?;
        i.checked_sub(whole).and_then(|i| values.get(i))
    };
    std::array::from_fn(|ahead| {
        let i = seen + ahead;
        let known = values.get(i).or_else(|| years_back(i, 4.0)).or_else(|| years_back(i, 1.0));
        known.or(values.last()).map_or(0.0, |o| o.days)
    })
}

fn outcome(forecaster: Forecaster, origin: i32, ahead: usize, said: &Ensemble, came: f64, u: f64) -> Outcome {
    let inside = LEVELS.map(|level| {
        let (low, high) = said.interval(level);
        (low..=high).contains(&came)
    });
    Outcome {
        forecaster,
        origin,
        ahead,
        crps: said.crps(came),
        log_score: said.log_score(came),
        interval_score: crate::stats::score::interval_score(said.interval(SCORED_LEVEL), SCORED_LEVEL, came),
        pit: said.pit(came, u),
        inside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts without a pattern that anyone could learn.
    fn sample(n: usize) -> Sample {
        let counts: Vec<f64> = (0..n).map(|i| ((i * 37 + i * i) % 11) as f64).collect();
        Sample::months(&counts).expect("sound")
    }

    #[test]
    fn a_forecast_of_the_past_does_not_know_what_came_later() {
        let (short, long) = (sample(70), sample(90));
        let [short, long] = [short, long].map(|s| backtest(&s, Origins::All, 1).expect("long"));
        let known = |outcomes: &[Outcome]| -> Vec<(Forecaster, i32, usize, u64)> {
            let early = outcomes.iter().filter(|o| o.origin + (o.ahead as i32) < 70);
            early.map(|o| (o.forecaster, o.origin, o.ahead, o.crps.to_bits())).collect()
        };
        assert_eq!(known(&short), known(&long));
    }

    #[test]
    fn every_origin_is_scored_at_each_distance_that_came() {
        let outcomes = backtest(&sample(60), Origins::All, 1).expect("long");
        for ahead in 1..=HORIZON {
            let of = outcomes.iter().filter(|o| o.ahead == ahead && o.forecaster == Forecaster::Pooled).count();
            assert_eq!(of, 60 - FIRST_ORIGIN - ahead + 1);
        }
        assert_eq!(backtest(&sample(41), Origins::All, 1), Err(NotComputed::TooShort { have: 41, need: 42 }));
    }

    #[test]
    fn the_benchmarks_are_what_they_say() {
        let values: Vec<f64> = (0..48).map(f64::from).collect();
        let resampled = benchmark::resampled(&values).expect("values");
        assert_eq!(resampled.ensemble, Ensemble::new((36..48).map(|v| (f64::from(v), 1.0)).collect()).expect("values"));
        let last = benchmark::last_value(&values).expect("values");
        assert_eq!((last.mean, last.ensemble.quantile(0.5)), (47.0, 47.0));
        assert_eq!(benchmark::resampled(&[]), None);
        assert_eq!(benchmark::last_value(&[]), None);
    }

    #[test]
    fn days_ahead_are_those_of_the_same_month() {
        let sample = sample(60);
        let values = sample.observations();
        assert_eq!(days_ahead(values, 60, 12.0), [31.0, 28.0, 31.0, 30.0, 31.0, 30.0]);
        assert_eq!(days_ahead(values, 61, 12.0)[0], 28.0);
        assert_eq!(days_ahead(&values[..4], 4, 365.25 / 7.0), [30.0; HORIZON]);
    }
}

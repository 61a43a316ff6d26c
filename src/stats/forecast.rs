//! Forecasts: one to six periods ahead, scored on the series' own past.
//!
//! Three forecasters see the same values at the same lag: the two benchmarks of the ViEWS prediction challenge, and ours. A
//! rolling-origin backtest inside the run scores them all, and ours is shown only where its mean CRPS over all origins and
//! distances beats both; else the better benchmark is shown, and named.

mod backtest;
mod benchmark;
mod ensemble;
mod pool;

pub use backtest::{FIRST_ORIGIN, LEVELS, ORIGINS, Origins, Outcome, backtest};

use super::{NotComputed, Sample};
use pool::Prediction;
use serde::Serialize;
use strum::VariantArray;

/// Periods ahead.
pub const HORIZON: usize = 6;

/// Unbroken periods that a forecast needs: [`FIRST_ORIGIN`], [`HORIZON`], and half a year of origins that are scored at every distance,
/// below which no choice between forecasters stands on anything.
pub const PERIODS_NEEDED: usize = 48;

/// Newest periods in which something must have been counted.
const RECENT: usize = 36;

/// What must have been counted in them, as for a percentage ([`super::MINIMUM_BASE`]): of less, every forecast is "0, perhaps 1".
pub const COUNT_NEEDED: f64 = super::MINIMUM_BASE;

/// Periods among them with a count above 0: one bomb in three years is no series, whatever its toll.
pub const ACTIVE_NEEDED: usize = 6;

/// Who forecasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Forecaster {
    /// The last twelve months of the same series, resampled.
    Resampled,
    /// Poisson on the last value.
    LastValue,
    /// Ours: negative binomials of several memories and weighted resamples, pooled by how each did on this series.
    Pooled,
}

impl Forecaster {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The forecast of one future period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// 1 to [`HORIZON`].
    pub ahead: usize,
    pub mean: f64,
    pub median: f64,
    /// Central intervals of 50, 80 and 95 %.
    pub half: (f64, f64),
    pub wide: (f64, f64),
    pub widest: (f64, f64),
}

/// How a forecaster did on the past of a series, over all origins at one horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    pub forecaster: Forecaster,
    pub ahead: usize,
    pub origins: usize,
    pub crps: f64,
    /// Over the bins of the ViEWS challenge, in nats.
    pub log_score: f64,
    /// Interval score of the 80 % interval (Gneiting & Raftery 2007).
    pub interval_score: f64,
    /// Share of past values inside the printed intervals of 50, 80 and 95 %: above these where most values are 0.
    pub inside: [f64; 3],
    /// The same by the randomised transform: these very shares if the forecast is right, also for counts.
    pub calibrated: [f64; 3],
}

/// The forecast that is shown, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Ours only where its mean CRPS beats both benchmarks.
    pub shown: Forecaster,
    /// [`HORIZON`] steps of the forecaster that is shown.
    pub steps: Vec<Step>,
    /// By forecaster, then by periods ahead.
    pub scores: Vec<Score>,
}

/// Forecasts a sample and scores all forecasters on its past. `seed` fixes the draws of the randomised transform; nothing else is
/// drawn. Only values after the last gap count.
///
/// # Errors
/// Too short below [`PERIODS_NEEDED`], too few where the newest [`RECENT`] periods hold less than [`COUNT_NEEDED`] or fewer than
/// [`ACTIVE_NEEDED`] of them any.
pub fn forecast(sample: &Sample, seed: u64) -> Result<Forecast, NotComputed> {
    if let Some(reason) = too_thin(sample) {
        return Err(reason);
    }
    let tested = backtest::run(backtest::unbroken(sample), sample.per_year(), Origins::Newest, seed)?;
    let scores = scores(&tested.outcomes);
    let shown = best(&scores);
    let said = Forecaster::VARIANTS.iter().zip(&tested.now).find(|(forecaster, _)| **forecaster == shown);
    let steps = said.map_or(vec![], |(_, said)| (1..).zip(said).map(|(ahead, said)| step(ahead, said)).collect());
    Ok(Forecast { shown, steps, scores })
}

/// Why a sample is too thin to be forecast, if it is.
pub fn too_thin(sample: &Sample) -> Option<NotComputed> {
    let values = backtest::unbroken(sample);
    if values.len() < PERIODS_NEEDED {
        return Some(NotComputed::TooShort { have: values.len(), need: PERIODS_NEEDED });
    }
    let recent = &values[values.len() - RECENT..];
    let counted: f64 = recent.iter().map(|o| o.count).sum();
    if counted < COUNT_NEEDED {
        return Some(NotComputed::TooFew { have: counted, need: COUNT_NEEDED });
    }
    let active = recent.iter().filter(|o| o.count > 0.0).count();
    (active < ACTIVE_NEEDED).then_some(NotComputed::TooQuiet { have: active, need: ACTIVE_NEEDED, of: RECENT })
}

/// Mean scores by forecaster and periods ahead; a pair without an outcome is left out.
pub fn scores(outcomes: &[Outcome]) -> Vec<Score> {
    let pairs = Forecaster::VARIANTS.iter().flat_map(|&f| (1..=HORIZON).map(move |ahead| (f, ahead)));
    pairs
        .filter_map(|(forecaster, ahead)| {
            let of: Vec<&Outcome> =
                outcomes.iter().filter(|o| o.forecaster == forecaster && o.ahead == ahead).collect();
            let mean = |value: &dyn Fn(&Outcome) -> f64| of.iter().map(|o| value(o)).sum::<f64>() / of.len() as f64;
            (!of.is_empty()).then(|| Score {
                forecaster,
                ahead,
                origins: of.len(),
                crps: mean(&|o| o.crps),
                log_score: mean(&|o| o.log_score),
                interval_score: mean(&|o| o.interval_score),
                inside: std::array::from_fn(|i| mean(&|o| f64::from(u8::from(o.inside[i])))),
                calibrated: std::array::from_fn(|i| mean(&|o| f64::from(u8::from(o.holds(LEVELS[i]))))),
            })
        })
        .collect()
}

/// Who is shown by these scores: ours where its CRPS, averaged over the periods ahead, is below both benchmarks'; else the better
/// benchmark, the resample on a tie.
pub fn best(scores: &[Score]) -> Forecaster {
    let total = |forecaster| scores.iter().filter(|s| s.forecaster == forecaster).map(|s| s.crps).sum::<f64>();
    let [ours, resampled, last_value] = [Forecaster::Pooled, Forecaster::Resampled, Forecaster::LastValue].map(total);
    if ours < resampled && ours < last_value {
        Forecaster::Pooled
    } else if resampled <= last_value {
        Forecaster::Resampled
    } else {
        Forecaster::LastValue
    }
}

fn step(ahead: usize, said: &Prediction) -> Step {
    let [half, wide, widest] = LEVELS.map(|level| said.ensemble.interval(level));
    Step { ahead, mean: said.mean, median: said.ensemble.quantile(0.5), half, wide, widest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Observation;
    use rand::SeedableRng;
    use rand_distr::{Distribution, Gamma, Poisson};
    use rand_pcg::Pcg64Mcg;

    /// Independent counts of negative binomials with this mean and size.
    fn counts(n: usize, mean: f64, size: f64, seed: u64) -> Vec<f64> {
        let mut draws = Pcg64Mcg::seed_from_u64(seed);
        let gamma = Gamma::new(size, mean / size).expect("sound");
        let count = |draws: &mut Pcg64Mcg| Poisson::new(gamma.sample(draws).max(1e-9)).expect("sound").sample(draws);
        (0..n).map(|_| count(&mut draws)).collect()
    }

    fn months(counts: &[f64]) -> Sample {
        Sample::months(counts).expect("sound")
    }

    fn score(forecast: &Forecast, forecaster: Forecaster) -> f64 {
        forecast.scores.iter().filter(|s| s.forecaster == forecaster).map(|s| s.crps).sum::<f64>() / HORIZON as f64
    }

    #[test]
    fn where_nothing_changes_ours_is_shown_and_is_right() {
        let mut held = 0.0;
        for seed in 0..20 {
            let made = forecast(&months(&counts(120, 8.0, 3.0, seed)), seed).expect("long and busy");
            assert_eq!(made.shown, Forecaster::Pooled);
            let [ours, resampled, last] =
                [Forecaster::Pooled, Forecaster::Resampled, Forecaster::LastValue].map(|f| score(&made, f));
            assert!(ours < resampled && resampled < last);
            held +=
                made.scores.iter().filter(|s| s.forecaster == Forecaster::Pooled).map(|s| s.calibrated[1]).sum::<f64>();
            let step = made.steps[0];
            assert!(step.mean > 3.0 && step.mean < 16.0, "{step:?}");
            assert!(step.widest.0 <= step.wide.0 && step.wide.0 <= step.half.0 && step.half.0 <= step.median);
            assert!(step.median <= step.half.1 && step.half.1 <= step.wide.1 && step.wide.1 <= step.widest.1);
        }
        let held = held / (20 * HORIZON) as f64;
        assert!((0.76..0.84).contains(&held), "{held}");
    }

    #[test]
    fn the_same_seed_gives_the_same_forecast_and_another_only_other_transforms() {
        let sample = months(&counts(90, 2.0, 0.5, 7));
        assert_eq!(forecast(&sample, 1), forecast(&sample, 1));
        let (one, two) = (forecast(&sample, 1).expect("busy"), forecast(&sample, 2).expect("busy"));
        assert_eq!(one.steps, two.steps);
        let rest = |f: &Forecast| f.scores.iter().map(|s| (s.crps, s.log_score, s.inside)).collect::<Vec<_>>();
        assert_eq!(rest(&one), rest(&two));
        assert_ne!(one.scores, two.scores);
    }

    #[test]
    fn a_series_that_jumps_about_is_left_to_a_benchmark_or_beaten() {
        // A walk in steps that last: the last value knows most, and no one is shown who did worse.
        let walk: Vec<f64> = (0..120).map(|i| [3000.0, 5000.0, 2000.0, 8000.0][(i / 15) % 4]).collect();
        let made = forecast(&months(&walk), 1).expect("busy");
        let shown = score(&made, made.shown);
        for &forecaster in Forecaster::VARIANTS {
            assert!(shown <= score(&made, forecaster));
        }
        assert_eq!(made.shown, Forecaster::LastValue);
        assert_eq!((made.steps.len(), made.scores.len()), (HORIZON, 3 * HORIZON));
    }

    #[test]
    fn thin_series_are_refused_with_their_number() {
        let reason = |counts: &[f64]| forecast(&months(counts), 1).expect_err("thin");
        assert_eq!(reason(&[]), NotComputed::TooShort { have: 0, need: PERIODS_NEEDED });
        assert_eq!(reason(&[5.0]), NotComputed::TooShort { have: 1, need: PERIODS_NEEDED });
        assert_eq!(reason(&[5.0; 47]), NotComputed::TooShort { have: 47, need: PERIODS_NEEDED });
        assert_eq!(reason(&[0.0; 120]), NotComputed::TooFew { have: 0.0, need: COUNT_NEEDED });
        let mut one_bomb = [0.0; 120];
        one_bomb[110] = 300.0;
        assert_eq!(reason(&one_bomb), NotComputed::TooQuiet { have: 1, need: ACTIVE_NEEDED, of: RECENT });
    }

    #[test]
    fn equal_values_and_one_huge_outlier_are_forecast_in_numbers() {
        let mut outlier = counts(120, 3.0, 2.0, 3);
        outlier[80] = 1e9;
        for values in [vec![4.0; 60], outlier, vec![1e12; 60]] {
            let made = forecast(&months(&values), 1).expect("busy");
            assert!(made.steps.iter().all(|s| s.mean.is_finite() && s.widest.1.is_finite() && s.widest.0 >= 0.0));
            assert!(made.scores.iter().all(|s| s.crps.is_finite() && s.log_score.is_finite()));
        }
        assert_eq!(forecast(&months(&[1e200; 60]), 1), Err(NotComputed::Degenerate));
    }

    #[test]
    fn values_before_a_gap_are_forgotten() {
        let values = counts(120, 8.0, 3.0, 5);
        let whole = months(&values);
        let mut gapped = whole.observations().to_vec();
        gapped[..40].iter_mut().for_each(|o| o.at -= 3);
        let gapped = Sample::new(gapped, 12.0).expect("ascending");
        let after: Vec<Observation> = whole.observations()[40..].to_vec();
        let after = Sample::new(after, 12.0).expect("ascending");
        assert_eq!(forecast(&gapped, 1), forecast(&after, 1));
    }

    #[test]
    fn ten_thousand_periods_cost_as_many_origins_as_a_cap_allows() {
        let made = forecast(&months(&counts(10_000, 2.0, 1.0, 9)), 1).expect("busy");
        assert_eq!(made.scores[0].origins, ORIGINS);
    }
}

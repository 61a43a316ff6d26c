//! Tests of the alert as a whole: planted changes, choices of the detector, degenerate input.

use super::*;
use std::ops::Range;

fn months(counts: &[f64]) -> Sample {
    Sample::months(counts).expect("counts are sound")
}

/// Counts that vary about 8, the last one replaced.
fn varied(n: usize, last: f64) -> Vec<f64> {
    let mut counts: Vec<f64> = (0..n).map(|t| 5.0 + (37 * t % 7) as f64).collect();
    counts[n - 1] = last;
    counts
}

#[test]
fn a_planted_rise_and_a_planted_silence_alarm_and_the_usual_does_not() {
    let (rise, usual, silence) =
        (alert(&months(&varied(37, 25.0))), alert(&months(&varied(37, 8.0))), alert(&months(&varied(37, 0.0))));
    let (rise, usual, silence) = (rise.expect("long"), usual.expect("long"), silence.expect("long"));
    assert!(rise.p < 0.001 && rise.direction() == Direction::Up && rise.observed > rise.high);
    assert!(usual.p > 0.5 && (usual.low..=usual.high).contains(&8.0));
    assert!(silence.p < 0.01 && silence.direction() == Direction::Down);
    assert_eq!((rise.baseline, rise.smallest_p), (36, 0.0));
    assert!((usual.p_high + usual.p_low - 1.0) > 0.0, "the observed number is in both tails");
}

#[test]
fn the_detector_follows_length_and_density() {
    let chosen = |counts: &[f64]| {
        let alert = alert(&months(counts)).expect("long enough");
        (alert.bounds.detector, alert.why)
    };
    assert_eq!(chosen(&varied(75, 8.0)), (Detector::FarringtonNoufaily, DetectorChoice::LongEnough));
    assert_eq!(chosen(&varied(38, 8.0)), (Detector::FarringtonNoufaily, DetectorChoice::LongEnough));
    assert_eq!(chosen(&varied(25, 8.0)), (Detector::EarsC2, DetectorChoice::TooShortForFarrington));
    let sparse: Vec<f64> = (0..75).map(|t| f64::from(t % 4 == 0)).collect();
    assert_eq!(chosen(&sparse), (Detector::Cusum, DetectorChoice::TooSparseForFarrington));
}

#[test]
fn degenerate_input_gives_a_reason_or_finite_numbers() {
    assert_eq!(alert(&months(&[])), Err(NotComputed::TooShort { have: 0, need: 13 }));
    assert_eq!(alert(&months(&[4.0])), Err(NotComputed::TooShort { have: 1, need: 13 }));
    assert_eq!(alert(&months(&[0.0; 40])), Err(NotComputed::TooFew { have: 0.0, need: 6.0 }));
    let mut outlier = vec![3.0; 60];
    outlier[40] = 1e6;
    let long: Vec<f64> = (0..10_000).map(|t| (37 * t % 7) as f64).collect();
    let fractions: Vec<f64> = (0..40).map(|t| (37 * t % 7) as f64 / 3.0).collect();
    let mut huge = varied(60, 1e9);
    huge[3] = 0.0;
    for counts in [vec![3.0; 40], vec![1e7; 40], outlier, long, fractions, huge] {
        let alert = alert(&months(&counts)).expect("enough was counted");
        for value in [alert.expected, alert.low, alert.high, alert.bounds.expected, alert.bounds.upper] {
            assert!(value.is_finite() && value >= 0.0, "{alert:?}");
        }
        for p in [alert.p, alert.p_high, alert.p_low] {
            assert!((0.0..=1.0).contains(&p), "{alert:?}");
        }
    }
}

#[test]
fn a_gap_in_coverage_empties_the_rolling_maximum_and_harms_nothing_else() {
    let span =
        |range: Range<i32>| range.map(|at| Observation { at, count: f64::from(at % 5 + 3), days: 30.0, phase: 0.5 });
    let gapped = Sample::new(span(0..30).chain(span(40..45)).collect(), 12.0).expect("positions ascend");
    let found = alert(&gapped).expect("35 periods");
    assert_eq!(found.rolling_maximum, None);
    assert_eq!(found.bounds.detector, Detector::EarsC2);
    assert!(found.p > 0.05);
    let whole = Sample::new(span(0..45).collect(), 12.0).expect("positions ascend");
    assert_eq!(alert(&whole).expect("45 periods").rolling_maximum, Some(7.0));
}

/// Counts in proportion to the days are no change, however short the period.
#[test]
fn the_days_are_an_exposure() {
    let observation = |at: i32| Observation { at, count: 60.0, days: 30.0, phase: 0.5 };
    let mut observations: Vec<Observation> = (0..36).map(observation).collect();
    observations.push(Observation { at: 36, count: 20.0, days: 10.0, phase: 0.5 });
    let found = alert(&Sample::new(observations, 12.0).expect("sound")).expect("long");
    assert!((found.expected - 20.0).abs() < 0.3 && found.p > 0.8, "{found:?}");
}

/// Two years of thirty-three hold all: the dispersion that fits best lies where the level has no bound.
#[test]
fn a_series_with_two_active_periods_has_a_bounded_expectation() {
    let mut counts = vec![0.0; 33];
    (counts[22], counts[23], counts[25]) = (128.0, 93.0, 7.0);
    let found = alert(&Sample::months(&counts).expect("counts are sound")).expect("enough is counted");
    assert!(found.high < 10_000.0, "{}", found.high);
}

//! Trends, alerts, breaks, forecasts, lethality and silence word for word.

use super::*;
use crate::stats::{
    Alert, Bounds, Detector, DetectorChoice, Forecast, Forecaster, Lethality, Score, Step, TrendValue, Verdict,
};

fn growth(estimate: f64, low: f64, high: f64, p: f64) -> TrendValue {
    TrendValue { n: 36, estimate, low: Some(low), high: Some(high), p: Some(p) }
}

fn trend(verdict: Verdict, growth: Result<(TrendValue, Significance), NotComputed>) -> Claim {
    Claim::Trend(Trend {
        measure: Measure::Incidents,
        window: Some((month("2023-11"), month("2026-10"))),
        verdict,
        growth,
    })
}

#[test]
fn a_trend_is_a_verdict_with_its_growth() {
    let rising = trend(Verdict::Rising, Ok((growth(1.25, 1.12, 1.4, 0.0001), significance(0.0001, 0.002, 30))));
    assert_eq!(
        said(&kess(rising)),
        "Incidents in Kess have been rising over the 36 months to October 2026, by +25 % a year (95 % interval +12 % to +40 %), \
         more than chance explains (p = 0.0001, q = 0.002)."
    );
    let none = trend(Verdict::NoEvidence, Ok((growth(1.05, 0.91, 1.21, 0.5), significance(0.5, 0.5, 1))));
    assert_eq!(
        said(&all(none)),
        "There is no evidence that incidents have been rising or falling over the 36 months to October 2026: the estimate is +5 % \
         a year (95 % interval -9 % to +21 %), compatible with chance (p = 0.5, q = 0.5)."
    );
    let short = trend(Verdict::TooLittleData, Err(NotComputed::TooShort { have: 14, need: 24 }));
    assert_eq!(short.strength(), Strength::Counted);
    assert_eq!(
        said(&all(short)),
        "Whether incidents are rising or falling cannot be told, because only 14 months are covered where 24 are needed."
    );
}

fn alert(observed: f64, p_high: f64, p_low: f64) -> Claim {
    let alert = Alert {
        observed,
        expected: 14.2,
        low: 7.0,
        high: 23.0,
        p_high,
        p_low,
        p: 2.0 * p_high.min(p_low),
        baseline: 36,
        smallest_p: 1e-6,
        bounds: Bounds { detector: Detector::FarringtonNoufaily, expected: 14.0, lower: Some(5.5), upper: 22.1 },
        why: DetectorChoice::LongEnough,
        trendfinder: None,
        rolling_maximum: None,
    };
    let significance = significance(alert.p, 0.002, 20);
    Claim::Alert(Alerted { measure: Measure::Incidents, kind: None, alert, significance })
}

#[test]
fn an_alert_says_what_was_to_be_expected_both_ways() {
    assert_eq!(
        said(&kess(alert(49.0, 1e-6, 0.99))),
        "October 2026 had 49 incidents in Kess, where the 36 months before led one to expect 14.2, between 7 and 23: unusually \
         many, more than chance explains (p < 0.0001, q = 0.002). The upper bound of Farrington and Noufaily's method is 22.1."
    );
    assert_eq!(
        said(&kess(alert(0.0, 0.99, 1e-6))),
        "October 2026 had no incident in Kess, where the 36 months before led one to expect 14.2, between 7 and 23: unusually \
         few, more than chance explains (p < 0.0001, q = 0.002). The lower bound of Farrington and Noufaily's method is 5.5."
    );
}

#[test]
fn a_break_is_a_level_with_the_time_of_its_change() {
    let shifted = |until| {
        Claim::Break(Shifted {
            measure: Measure::Incidents,
            first: month("2023-04"),
            earliest: month("2023-02"),
            latest: month("2023-06"),
            until,
            before: 4.0,
            after: 9.7,
            ratio: Interval::new(2.43, 1.9, 3.1),
            significance: significance(1e-6, 1e-6, 20),
        })
    };
    assert_eq!(
        said(&all(shifted(None))),
        "Since April 2023 the level of incidents has been 9.7 a month, up from 4 (2.43 times as many, 95 % interval 1.9 to 3.1), \
         more than chance explains (p < 0.0001, q < 0.0001); the change came between February 2023 and June 2023."
    );
    assert!(
        said(&kess(shifted(Some(month("2025-01")))))
            .starts_with("From April 2023 to January 2025 the level of incidents in")
    );
}

fn step(ahead: usize, mean: f64, wide: (f64, f64)) -> Step {
    Step { ahead, mean, median: mean, half: wide, wide, widest: wide }
}

#[test]
fn a_forecast_names_its_forecaster_and_its_past() {
    let score = |forecaster| Score {
        forecaster,
        ahead: 1,
        origins: 60,
        crps: 1.0,
        log_score: 1.0,
        interval_score: 1.0,
        inside: [0.5, 0.82, 0.95],
        calibrated: [0.5, 0.8, 0.95],
    };
    let forecast = |shown| Forecast {
        shown,
        steps: vec![step(1, 61.8, (41.0, 90.0)), step(2, 60.2, (38.0, 92.0))],
        scores: vec![score(shown)],
    };
    let outlook = |result| all(Claim::Forecast(Outlook { measure: Measure::Incidents, result }));
    assert_eq!(
        said(&outlook(Ok(forecast(Forecaster::Pooled)))),
        "The outlook of the pooled model is 61.8 incidents in November 2026 (80 % interval 41 to 90) and 60.2 in December 2026 (38 \
         to 92). On the past of this series, 82 % of 60 such intervals held the number that came."
    );
    assert!(said(&outlook(Ok(forecast(Forecaster::Resampled)))).starts_with(
        "The outlook of the last twelve months, resampled, a benchmark that this program's model did not beat on the past of this \
         series, is 61.8"
    ));
    assert_eq!(
        said(&outlook(Err(NotComputed::Stale { periods: 5 }))),
        "No forecast of incidents is made, because the data end 5 months before their version date."
    );
}

#[test]
fn an_earlier_forecast_is_held_against_what_came() {
    let kept = |observed| {
        all(Claim::ForecastKept(Kept {
            measure: Measure::Incidents,
            target: month("2026-10"),
            mean: 61.8,
            low80: 41.0,
            high80: 90.0,
            observed,
            label: "2026-09".to_owned(),
        }))
    };
    assert_eq!(
        said(&kept(77.0)),
        "The report 2026-09 expected 61.8 incidents in October 2026, 80 % interval 41 to 90; 77 came, inside it."
    );
    assert!(said(&kept(97.0)).ends_with("97 came, above it."));
    assert!(said(&kept(7.0)).ends_with("7 came, below it."));
}

#[test]
fn lethality_stands_beside_the_year_before() {
    let found = |mean| Lethality {
        known: 400.0,
        killed_per_incident: Interval::new(mean, mean - 0.4, mean + 0.5),
        median: 1.0,
        maximum: 180.0,
        without_deadliest: mean - 0.2,
        lethal_share: Interval::new(0.45, 0.41, 0.49),
        injured_per_killed: None,
    };
    let claim = Deadliness { latest: Ok(found(2.5)), year: Ok(found(2.1)), year_before: Ok(found(1.8)) };
    assert_eq!(
        said(&all(Claim::Lethality(claim))),
        "In the 12 months to October 2026 an incident killed 2.1 people on average (95 % interval 1.7 to 2.6; 1.9 without the \
         deadliest), half of the incidents at most 1, the deadliest 180; 45 % of them killed anyone (95 % interval 41 % to 49 %). \
         In October 2026 it was 2.5 (95 % interval 2.1 to 3), and 45 % killed anyone. In the 12 months to October 2025 it was 1.8 \
         (95 % interval 1.4 to 2.3), and 45 % killed anyone."
    );
}

#[test]
fn silence_says_what_and_why() {
    let claim = Withheld {
        reason: NotComputed::NewSources { share: 0.4 },
        questions: vec![Question::Change, Question::Alert, Question::Record],
        measures: vec![Measure::Incidents],
    };
    assert_eq!(
        said(&kess(Claim::Withheld(claim))),
        "No change, no alert and no record of incidents in Kess is claimed, because 40 % of the incidents come only from sources \
         that did not report before, and a change in the counting is not a change in the violence."
    );
}

#[test]
fn the_number_of_tests_is_said() {
    let asked = |question, tests, nominal, clear, left_out| Asked { question, tests, clear, nominal, left_out };
    let claim = Claim::Tested(vec![asked(Question::Change, 96, 14, 11, 40), asked(Question::Trend, 52, 6, 4, 0)]);
    assert_eq!(
        said(&all(claim)),
        "148 tests were made: 96 comparisons of two periods (p up to 5 % in 14, clear among all of them in 11); 52 trends (p up to \
         5 % in 6, clear among all of them in 4). 40 further series are too thin for any number to have told a change from \
         chance, and are left out."
    );
}

#[test]
fn firsts_and_claims_of_responsibility() {
    let begins = Day::from_iso("2019-01-01").expect("a date");
    let first = Claim::FirstSuicide { attacks: 1.0, begins };
    assert_eq!(
        said(&about(Subject::Group("Shore Front".to_owned()), first)),
        "October 2026 has the first suicide attack recorded by Shore Front (1 suicide attack), in data that begin on 1 January \
         2019."
    );
    let claimed = Claimed { attacks: 83.0, claimed: 31.0, competing: 2.0, unclaimed: 40.0, unknown: 12.0 };
    assert_eq!(
        said(&all(Claim::Claimed(claimed))),
        "Of the 83 attacks, 31 were claimed, 2 of them by more than one group; 40 were not, or were denied; for 12 the source does \
         not say."
    );
}

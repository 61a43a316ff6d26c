//! The change of a count of incidents.
//!
//! *Model.* Both counts have the same daily rate under the null hypothesis, and scatter as the periods before them did.
//! *Test.* Given their sum, the current count is binomial where the history shows no more scatter than chance, or where there is no
//! history ([`ChangeTest::PoissonWithoutHistory`]: too sure of itself if the series does scatter): then the ratio, its interval and
//! p are those of [`rate_ratio`](super::super::rate_ratio). Else it is beta-binomial with the sizes of the history: p is twice the smaller tail, as a
//! normal score, referred to Student's t with the degrees of freedom of the scatter; the interval holds the ratios that this
//! test does not reject, so that p is below 0.05 exactly where 1 is outside.
//!
//! *Assumptions.* Neighbouring periods are independent given trend and season; a persistent series scatters less from month to
//! month than around its trend, and the test is then too careful. The season between the two periods is not taken out: a change
//! since last month may be the season's, the comparison with a year ago holds it fixed.
//!
//! *Days* enter as exposure, so February and partial periods need nothing else. *Degenerate input.* Both counts 0: too few.

use super::super::conditional::{Scatter, at_least, at_most};
use super::super::dispersion::{Dispersion, dispersion};
use super::super::rate_ratio::{comparable, interval, rate_ratio_p, share_of_days};
use super::super::{NotComputed, Sample};
use super::{ChangeTest, Evidence, Exposed};

/// Tests two counts; `history` is what precedes both, empty where there is none.
pub fn compare_counts(now: Exposed, then: Exposed, history: &Sample) -> Result<Evidence, NotComputed> {
    let total = now.count + then.count;
    if !comparable(now, then) {
        return Err(if total == 0.0 { NotComputed::TooFew { have: 0.0, need: 1.0 } } else { NotComputed::Degenerate });
    }
    let found = dispersion(history);
    let scatter = scatter(found, now.days + then.days);
    let extremes = [(total, 0.0), (0.0, total)];
    let smallest_p = extremes
        .map(|(a, b)| p(Exposed { count: a, ..now }, Exposed { count: b, ..then }, scatter))
        .into_iter()
        .fold(1.0, f64::min);
    Ok(Evidence {
        ratio: interval(now, then, scatter),
        p: p(now, then, scatter),
        smallest_p,
        test: match (found, scatter) {
            (None, _) => ChangeTest::PoissonWithoutHistory,
            (Some(_), Scatter::Poisson) => ChangeTest::Poisson,
            (Some(_), Scatter::Overdispersed { .. }) => ChangeTest::NegativeBinomial,
        },
        dispersion: variance_over_mean(total, scatter),
        history: found.map_or(0, |d| d.periods),
    })
}

/// The scatter of two periods of so many days together: sizes are as the days.
pub(super) fn scatter(found: Option<Dispersion>, days: f64) -> Scatter {
    match found.and_then(|d| d.size_a_day.map(|size| (size, d.df))) {
        None => Scatter::Poisson,
        Some((size, df)) => Scatter::new(size * days, df),
    }
}

/// Of one count, at the mean level of the two that `total` sums.
pub(super) fn variance_over_mean(total: f64, scatter: Scatter) -> f64 {
    match scatter {
        Scatter::Poisson => 1.0,
        Scatter::Overdispersed { precision, .. } => 1.0 + total / precision,
    }
}

fn p(now: Exposed, then: Exposed, scatter: Scatter) -> f64 {
    let (a, b, share) = (now.count, then.count, share_of_days(now, then));
    match scatter {
        Scatter::Poisson => rate_ratio_p(now, then).unwrap_or(1.0),
        Scatter::Overdispersed { .. } => {
            scatter.two_sided(at_least(a, b, share, scatter).min(at_most(a, b, share, scatter)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::interval::ALPHA;
    use super::*;

    fn exposed(count: f64, days: f64) -> Exposed {
        Exposed { count, days }
    }

    fn months(counts: impl IntoIterator<Item = u32>) -> Sample {
        let counts: Vec<f64> = counts.into_iter().map(f64::from).collect();
        Sample::months(&counts).expect("sound")
    }

    /// Counts around 50 with a variance of some ten times that.
    fn rough() -> Sample {
        months((0..36).map(|t| 15 + t * 37 % 11 * 7))
    }

    #[test]
    fn a_calm_history_leaves_the_exact_test() {
        let (now, then) = (exposed(28.0, 30.0), exposed(17.0, 30.0));
        let calm = compare_counts(now, then, &months((0..40).map(|t| 20 + t % 3))).expect("counted");
        assert_eq!((calm.test, calm.dispersion, calm.history), (ChangeTest::Poisson, 1.0, 36));
        assert!((calm.p - 0.135_156).abs() < 5.1e-7 && calm.smallest_p < 1e-12);
        let short = compare_counts(now, then, &months([3; 11])).expect("counted");
        assert_eq!((short.test, short.history), (ChangeTest::PoissonWithoutHistory, 0));
        assert_eq!((short.p, short.ratio), (calm.p, calm.ratio));
    }

    #[test]
    fn a_rough_history_takes_more_convincing() {
        let (now, then) = (exposed(77.0, 31.0), exposed(46.0, 30.0));
        let poisson = compare_counts(now, then, &months([])).expect("counted");
        let rough = compare_counts(now, then, &rough()).expect("counted");
        assert_eq!(rough.test, ChangeTest::NegativeBinomial);
        assert!(poisson.p < 0.01 && rough.p > 0.2 && rough.dispersion > 4.0, "{poisson:?} {rough:?}");
        assert!(rough.ratio.low < poisson.ratio.low && rough.ratio.high > poisson.ratio.high);
        assert_eq!(rough.ratio.estimate, poisson.ratio.estimate);
    }

    #[test]
    fn p_and_interval_agree_under_scatter() {
        for history in [rough(), months((0..14).map(|t| t * 5 % 7 * 2))] {
            for (base, days) in [(0.0, 31.0), (4.0, 31.0), (30.0, 28.0), (300.0, 310.0)] {
                for now in 0..120 {
                    let Ok(found) = compare_counts(exposed(f64::from(now) * 2.5, days), exposed(base, 31.0), &history)
                    else {
                        continue;
                    };
                    assert_eq!(found.test, ChangeTest::NegativeBinomial);
                    assert_eq!(found.p < ALPHA, !found.ratio.contains(1.0), "{now} {base}: {found:?}");
                    assert!(found.smallest_p <= found.p && found.p <= 1.0, "{found:?}");
                }
            }
        }
    }

    #[test]
    fn february_and_ten_days_of_a_month_are_compared_by_their_days() {
        for history in [months([]), rough()] {
            let same = compare_counts(exposed(280.0, 28.0), exposed(310.0, 31.0), &history).expect("counted");
            assert!((same.ratio.estimate - 1.0).abs() < 1e-12 && same.p > 0.9 && same.ratio.contains(1.0));
            let part = compare_counts(exposed(10.0, 10.0), exposed(31.0, 31.0), &history).expect("counted");
            assert!((part.ratio.estimate - 1.0).abs() < 1e-12 && part.p > 0.9);
        }
    }

    #[test]
    fn zeros_and_nonsense() {
        for history in [months([]), rough(), months([0; 40])] {
            let rise = compare_counts(exposed(9.0, 31.0), exposed(0.0, 31.0), &history).expect("counted");
            assert_eq!((rise.ratio.estimate, rise.ratio.high), (f64::INFINITY, f64::INFINITY));
            let fall = compare_counts(exposed(0.0, 31.0), exposed(9.0, 31.0), &history).expect("counted");
            assert_eq!((fall.ratio.estimate, fall.ratio.low), (0.0, 0.0));
            assert!((fall.p - rise.p).abs() < 1e-9 && (rise.p - rise.smallest_p).abs() < 1e-9);
            let nothing = compare_counts(exposed(0.0, 31.0), exposed(0.0, 31.0), &history);
            assert_eq!(nothing, Err(NotComputed::TooFew { have: 0.0, need: 1.0 }));
            let no_days = compare_counts(exposed(1.0, 0.0), exposed(1.0, 31.0), &history);
            assert_eq!(no_days, Err(NotComputed::Degenerate));
        }
    }

    #[test]
    fn parts_of_incidents_lie_between_their_neighbours() {
        for history in [months([]), rough()] {
            let low = |count: f64| {
                compare_counts(exposed(count, 31.0), exposed(6.5, 30.0), &history).expect("counted").ratio.low
            };
            assert!((30..60).all(|half| low(f64::from(half) / 2.0) < low(f64::from(half + 1) / 2.0)));
        }
    }
}

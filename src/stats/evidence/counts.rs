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

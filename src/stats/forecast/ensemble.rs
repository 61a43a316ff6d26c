//! A predictive distribution as weighted values: what every forecaster hands over, and all that is scored and printed.

use crate::stats::predictive::CountDistribution;
use crate::stats::score;
use statrs::distribution::{ContinuousCDF, Normal};
use std::sync::LazyLock;

/// Quantiles that stand for a distribution of counts: midpoints of equal probability, so that their CRPS differs from the exact
/// one by less than two hundredths of the standard deviation, and the outermost stand beyond an interval of 95 %.
pub(super) const LEVELS: usize = 40;

/// Mean up to which a distribution is walked count by count; above it, on a lattice this coarse: steps of one percent.
const LATTICE: f64 = 100.0;

/// Upper ends of the bins of the log score of the ViEWS prediction challenge 2023/24; the last bin is open.
const BINS: [f64; 10] = [0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5];

/// Draws for which the weights stand in the log score, as in the ViEWS challenge; each bin has one draw more.
const DRAWS: f64 = 1000.0;

/// Rounding that must not push a quantile to the next value.
const ROUNDING: f64 = 1e-9;

static NORMAL: LazyLock<[f64; LEVELS]> = LazyLock::new(|| {
    let normal = Normal::standard();
    std::array::from_fn(|i| normal.inverse_cdf((i as f64 + 0.5) / LEVELS as f64))
});

/// Values with their probabilities.
///
/// Invariants: at least one value, values finite and strictly ascending, weights positive with sum 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Ensemble {
    /// `(value, weight)`.
    members: Vec<(f64, f64)>,
}

impl Ensemble {
    /// From values and weights of any order and sum; `None` where no weight is positive or a number is not finite.
    pub(super) fn new(mut members: Vec<(f64, f64)>) -> Option<Ensemble> {
        members.retain(|&(_, weight)| weight > 0.0);
        members.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        unite(&mut members);
        let sum: f64 = members.iter().map(|m| m.1).sum();
        let sound = sum > 0.0 && sum.is_finite() && members.iter().all(|m| m.0.is_finite());
        members.iter_mut().for_each(|m| m.1 /= sum);
        sound.then_some(Ensemble { members })
    }

    /// The quantiles of a distribution of counts.
    pub(super) fn of(distribution: &CountDistribution) -> Ensemble {
        let mut members = quantiles(distribution).map(|value| (value, 1.0 / LEVELS as f64)).to_vec();
        unite(&mut members);
        Ensemble { members }
    }

    /// The mixture of ensembles by weights whose sum is 1; `None` where all are 0.
    pub(super) fn mixed<'a>(parts: impl Iterator<Item = (&'a Ensemble, f64)>) -> Option<Ensemble> {
        let mut members = Vec::new();
        for (ensemble, weight) in parts.filter(|part| part.1 > 0.0) {
            members = merged(&members, &ensemble.members, weight);
        }
        unite(&mut members);
        (!members.is_empty()).then_some(Ensemble { members })
    }

    pub fn mean(&self) -> f64 {
        self.members.iter().map(|(value, weight)| value * weight).sum()
    }

    /// The smallest value up to which at least `level` of the weight lies.
    pub fn quantile(&self, level: f64) -> f64 {
        let mut cumulated = 0.0;
        let reached = self.members.iter().find(|(_, weight)| {
            cumulated += weight;
            cumulated >= level - ROUNDING
        });
        reached.or(self.members.last()).map_or(0.0, |m| m.0)
    }

    /// The central interval of a level.
    pub fn interval(&self, level: f64) -> (f64, f64) {
        (self.quantile((1.0 - level) / 2.0), self.quantile((1.0 + level) / 2.0))
    }

    pub fn crps(&self, y: f64) -> f64 {
        let (mut below, mut distance, mut spread) = (0.0, 0.0, 0.0);
        for &(value, weight) in &self.members {
            distance += weight * (value - y).abs();
            spread += weight * value * (2.0 * below + weight - 1.0);
            below += weight;
        }
        distance - spread
    }

    /// Log score over the bins of the ViEWS challenge, in nats: `-ln` of the share of the draws in the bin of `y`, where every bin
    /// has one draw more than the forecast gives it, so that no forecaster is ruined by one surprise.
    pub fn log_score(&self, y: f64) -> f64 {
        let bin = BINS.partition_point(|&end| end < y);
        let start = bin.checked_sub(1).map_or(f64::NEG_INFINITY, |i| BINS[i]);
        let end = BINS.get(bin).copied().unwrap_or(f64::INFINITY);
        let inside: f64 = self.members.iter().filter(|m| start < m.0 && m.0 <= end).map(|m| m.1).sum();
        -((DRAWS * inside + 1.0) / (DRAWS + BINS.len() as f64 + 1.0)).ln()
    }

    /// Randomised probability integral transform of `y`, with `u` uniform in 0..1.
    pub fn pit(&self, y: f64, u: f64) -> f64 {
        let below: f64 = self.members.iter().take_while(|m| m.0 < y).map(|m| m.1).sum();
        let at: f64 = self.members.iter().skip_while(|m| m.0 < y).take_while(|m| m.0 == y).map(|m| m.1).sum();
        score::randomised_pit(below, below + at, u)
    }
}

/// Two ascending lists as one, the second with its weights times `weight`: several times faster than to sort.
fn merged(first: &[(f64, f64)], second: &[(f64, f64)], weight: f64) -> Vec<(f64, f64)> {
    let mut all = Vec::with_capacity(first.len() + second.len());
    let mut first = first.iter().copied().peekable();
    for &(value, share) in second {
        while let Some(earlier) = first.next_if(|m| m.0 <= value) {
            all.push(earlier);
        }
        all.push((value, share * weight));
    }
    all.extend(first);
    all
}

/// Makes one member of neighbours with the same value.
fn unite(members: &mut Vec<(f64, f64)>) {
    members.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
}

/// The midpoint quantiles of a distribution, ascending. Exact up to a mean of [`LATTICE`]. Above, the count is divided by mean /
/// LATTICE, and walked as the distribution of that mean that keeps mean and variance; where the variance is too small for any, the
/// coefficient of variation is at most a tenth and the normal quantile is right to a percent.
fn quantiles(distribution: &CountDistribution) -> [f64; LEVELS] {
    let (mean, variance) = (distribution.mean(), distribution.variance());
    if mean <= LATTICE {
        return walk(distribution);
    }
    let step = mean / LATTICE;
    let extra = variance / (step * step) - LATTICE;
    match CountDistribution::negative_binomial(LATTICE, LATTICE * LATTICE / extra) {
        Some(coarse) => walk(&coarse).map(|value| (value * step).round()),
        None => NORMAL.map(|z| (mean + z * variance.sqrt()).round().max(0.0)),
    }
}

fn walk(distribution: &CountDistribution) -> [f64; LEVELS] {
    let mut values = [0.0; LEVELS];
    let mut filled = 0;
    for (k, cumulated) in distribution.cumulated() {
        while filled < LEVELS && cumulated >= (filled as f64 + 0.5) / LEVELS as f64 {
            values[filled] = k;
            filled += 1;
        }
        if filled == LEVELS {
            break;
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_members_repeated() {
        let weighted = Ensemble::new(vec![(10.0, 1.0), (0.0, 3.0), (5.0, 1.0)]).expect("members");
        let members = [0.0, 0.0, 0.0, 5.0, 10.0];
        for y in [-1.0, 0.0, 3.0, 7.0, 20.0] {
            let plain = score::crps_ensemble(&members, y).expect("members");
            assert!((weighted.crps(y) - plain).abs() < 1e-12);
        }
        assert_eq!(weighted.interval(0.5), (0.0, 5.0));
        assert_eq!(weighted.mean(), 3.0);
        assert!((weighted.pit(0.0, 0.5) - 0.3).abs() < 1e-12);
        assert!((weighted.pit(7.0, 0.5) - 0.8).abs() < 1e-12);
    }

    #[test]
    fn quantiles_stand_for_their_distribution_at_every_scale() {
        for (mean, size) in
            [(0.3, 0.2), (4.0, f64::INFINITY), (30.0, 1.0), (190.0, 5.0), (900.0, 3.0), (5e3, f64::INFINITY)]
        {
            let exact = CountDistribution::negative_binomial(mean, size).expect("sound");
            let ensemble = Ensemble::of(&exact);
            let unit = exact.variance().sqrt();
            assert!((ensemble.mean() - mean).abs() < 0.05 * unit, "{mean}, {size}: {}", ensemble.mean());
            for y in [0.0, mean.round(), (2.0 * mean).round()] {
                let difference = ensemble.crps(y) - score::crps(&exact, y);
                assert!(difference.abs() < 0.02 * unit, "{mean}, {size}, {y}: {difference}");
            }
        }
    }

    #[test]
    fn the_log_score_survives_what_was_ruled_out() {
        let none = Ensemble::new(vec![(0.0, 1.0)]).expect("a member");
        assert!((none.log_score(0.0) - (1011.0_f64 / 1001.0).ln()).abs() < 1e-12);
        assert!((none.log_score(4000.0) - 1011.0_f64.ln()).abs() < 1e-12);
    }

    #[test]
    fn nothing_makes_no_ensemble() {
        assert_eq!(Ensemble::new(vec![]), None);
        assert_eq!(Ensemble::new(vec![(1.0, 0.0)]), None);
        assert_eq!(Ensemble::new(vec![(f64::NAN, 1.0)]), None);
    }
}

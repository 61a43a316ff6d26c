//! Lethality: how deadly incidents are, with how sure that is.
//!
//! *Killed per incident*, over incidents with a known toll: the mean, with the bias-corrected and accelerated interval of a bootstrap
//! over incidents (Efron 1987; acceleration from the skewness of the tolls, its jackknife value for a mean). Tolls are heavy-tailed
//! (Clauset, Young & Gleditsch 2007): no resampling knows of a massacre that did not happen, so the upper end is a lower bound of
//! what it should be, and median, maximum and the mean without the deadliest incident stand beside it. Where all tolls are alike
//! nothing can be resampled: the interval is Garwood's for the sum. One incident alone says nothing of the next: 0 to infinite.
//!
//! *Lethal share*: incidents with at least one death, with Wilson's interval (1927).
//!
//! *Injured for each killed*: the ratio of the sums. Their pairing by incident is not known here, so the interval is Clopper &
//! Pearson's on the injured of all casualties with both numbers divided by the design effect of the tolls, sum x^2 / sum x (the
//! variance of a compound Poisson sum over its mean): people come by the incident. It takes injured to come as clustered as killed.
//!
//! *Numbers of incidents* may be fractions (incidents divided over groups); they weigh. *Degenerate input.* No incident: too few.

use super::conditional::normal_score;
use super::evidence::Exposed;
use super::interval::ALPHA;
use super::poisson_interval::poisson_interval;
use super::rate_ratio::rate_ratio;
use super::{Interval, NotComputed};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use statrs::distribution::{ContinuousCDF, Normal};

/// Resamples: Efron & Tibshirani 1993 ask for 1,000 at least for the ends of an interval.
const RESAMPLES: usize = 2_000;

/// Fewest resamples; the mean of so many incidents is close to normal.
const FEWEST_RESAMPLES: usize = 200;

/// Incidents drawn altogether, at most.
const DRAWS: usize = 4_000_000;

/// The lethality of incidents with a known toll.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lethality {
    /// Incidents with a known toll.
    pub known: f64,
    pub killed_per_incident: Interval,
    pub median: f64,
    pub maximum: f64,
    /// Mean without the deadliest incident; 0 where it is the only one.
    pub without_deadliest: f64,
    /// Share with at least one death.
    pub lethal_share: Interval,
    /// Injured for each killed, over incidents with both known; `None` where none of them killed, or it is not known.
    pub injured_per_killed: Option<Interval>,
}

/// From tolls (value, incidents with it); `both` are sums of injured and killed of the incidents in which both are known.
pub fn lethality(killed: &[(f64, f64)], both: Option<(f64, f64)>, seed: u64) -> Result<Lethality, NotComputed> {
    let sound = |&&(toll, number): &&(f64, f64)| toll.is_finite() && toll >= 0.0 && number.is_finite() && number > 0.0;
    let mut tolls: Vec<(f64, f64)> = killed.iter().filter(sound).copied().collect();
    tolls.sort_by(|a, b| a.0.total_cmp(&b.0));
    let known: f64 = tolls.iter().fold(0.0, |sum, &(_, number)| sum + number);
    let Some(&(maximum, number_of_maximum)) = tolls.last() else {
        return Err(NotComputed::TooFew { have: 0.0, need: 1.0 });
    };
    let sum = |power: i32| tolls.iter().fold(0.0, |sum, &(toll, number)| sum + toll.powi(power) * number);
    let total = sum(1);
    let removed = number_of_maximum.min(1.0);
    let rest = known - removed;
    let lethal = tolls.iter().filter(|&&(toll, _)| toll > 0.0).fold(0.0, |sum, &(_, number)| sum + number);
    let design_effect = if total > 0.0 { (sum(2) / total).max(1.0) } else { 1.0 };
    Ok(Lethality {
        known,
        killed_per_incident: mean(&tolls, known, total, seed),
        median: median(&tolls, known),
        maximum,
        without_deadliest: if rest > 0.0 { (total - maximum * removed).max(0.0) / rest } else { 0.0 },
        lethal_share: wilson(lethal, known),
        injured_per_killed: both.and_then(|(injured, killed)| ratio_of_sums(injured, killed, design_effect)),
    })
}

/// The mean with its interval; tolls ascend.
fn mean(tolls: &[(f64, f64)], known: f64, total: f64, seed: u64) -> Interval {
    let mean = total / known;
    if known < 2.0 {
        return Interval::new(mean, 0.0, f64::INFINITY);
    }
    if tolls[0].0 == tolls[tolls.len() - 1].0 {
        return poisson_interval(total).map_or(Interval::new(mean, mean, mean), |sum| sum.map(|end| end / known));
    }
    let incidents = known.round() as usize;
    let urn = Urn::of(tolls, known);
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut draw = || urn.toll(random.random_range(0.0..known));
    let resamples = (DRAWS / incidents).clamp(FEWEST_RESAMPLES, RESAMPLES);
    let mut means: Vec<f64> =
        (0..resamples).map(|_| (0..incidents).map(|_| draw()).sum::<f64>() / incidents as f64).collect();
    means.sort_by(f64::total_cmp);
    // Ties count half: tolls are whole numbers.
    let below = (means.partition_point(|&m| m < mean) + means.partition_point(|&m| m <= mean)) as f64 / 2.0;
    let bias = -normal_score(below / resamples as f64);
    let moment = |power: i32| tolls.iter().map(|&(toll, number)| number * (toll - mean).powi(power)).sum::<f64>();
    let acceleration = moment(3) / (6.0 * moment(2).powf(1.5));
    let end = |score: f64| {
        let adjusted = bias + (bias + score) / (1.0 - acceleration * (bias + score)).max(f64::MIN_POSITIVE);
        let rank = Normal::standard().cdf(adjusted) * resamples as f64;
        means[(rank as usize).min(resamples - 1)]
    };
    let score = normal_score(ALPHA / 2.0);
    Interval::new(mean, end(-score).min(mean), end(score).max(mean))
}

/// Tolls by their running numbers of incidents, with a place at which to begin looking for each of equal steps of all incidents.
struct Urn {
    /// Up to which incident a toll goes, and the toll.
    upto: Vec<(f64, f64)>,
    /// For each step the first toll that an incident in it can have.
    first: Vec<usize>,
    steps: f64,
}

impl Urn {
    /// Steps: most of them lie within one toll.
    const STEPS: usize = 1_024;

    fn of(tolls: &[(f64, f64)], known: f64) -> Urn {
        let mut so_far = 0.0;
        let running = |&(toll, number): &(f64, f64)| {
            so_far += number;
            (so_far, toll)
        };
        let mut urn =
            Urn { upto: tolls.iter().map(running).collect(), first: Vec::new(), steps: Self::STEPS as f64 / known };
        // A step never falls as its incident rises: what ends in an earlier step ends before every incident of this one.
        let ends: Vec<usize> = urn.upto.iter().map(|&(upto, _)| urn.step(upto)).collect();
        urn.first = (0..=Self::STEPS).map(|step| ends.partition_point(|&end| end < step)).collect();
        urn
    }

    fn step(&self, at: f64) -> usize {
        ((at * self.steps) as usize).min(Self::STEPS)
    }

    /// The toll of the incident at a place among all of them.
    fn toll(&self, at: f64) -> f64 {
        let from = self.first[self.step(at)].min(self.upto.len() - 1);
        let beyond = self.upto[from..].iter().find(|&&(upto, _)| upto > at);
        beyond.unwrap_or(&self.upto[self.upto.len() - 1]).1
    }
}

/// The lower of the middle values where there are two, so that a median is a toll that happened.
fn median(tolls: &[(f64, f64)], known: f64) -> f64 {
    let mut so_far = 0.0;
    let reaches = |&&(_, number): &&(f64, f64)| {
        so_far += number;
        so_far >= known / 2.0
    };
    tolls.iter().find(reaches).map_or(0.0, |&(toll, _)| toll)
}

/// Wilson 1927.
fn wilson(hits: f64, n: f64) -> Interval {
    let z = normal_score(ALPHA / 2.0);
    let (share, square) = (hits / n, z * z);
    let centre = (hits + square / 2.0) / (n + square);
    let half = z / (n + square) * (n * share * (1.0 - share) + square / 4.0).max(0.0).sqrt();
    Interval::new(share, (centre - half).clamp(0.0, share), (centre + half).clamp(share, 1.0))
}

fn ratio_of_sums(injured: f64, killed: f64, design_effect: f64) -> Option<Interval> {
    if killed <= 0.0 {
        return None;
    }
    let people = |count: f64| Exposed { count: count / design_effect, days: 1.0 };
    rate_ratio(people(injured), people(killed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_with_its_neighbours() {
        let tolls = [(0.0, 20.0), (1.0, 10.0), (2.0, 5.0), (40.0, 1.0)];
        let got = lethality(&tolls, Some((90.0, 60.0)), 1).expect("incidents");
        assert_eq!((got.known, got.median, got.maximum), (36.0, 0.0, 40.0));
        assert!((got.killed_per_incident.estimate - 60.0 / 36.0).abs() < 1e-12);
        assert!((got.without_deadliest - 20.0 / 35.0).abs() < 1e-12);
        let mean = got.killed_per_incident;
        assert!(mean.low > 0.3 && mean.low < 1.0 && mean.high > 3.0 && mean.high < 12.0, "{mean:?}");
        let injured = got.injured_per_killed.expect("both known");
        assert!((injured.estimate - 1.5).abs() < 1e-12 && injured.low < 0.6 && injured.high > 4.0, "{injured:?}");
        assert_eq!(lethality(&tolls, Some((90.0, 60.0)), 1), Ok(got));
    }

    #[test]
    fn an_urn_gives_the_toll_in_which_an_incident_lies() {
        let mut tolls: Vec<(f64, f64)> = (0..300).map(|n| (f64::from(n), f64::from(n * 37 % 11 + 1) / 3.0)).collect();
        tolls[0].1 = 5_000.0;
        let known: f64 = tolls.iter().fold(0.0, |sum, &(_, number)| sum + number);
        let urn = Urn::of(&tolls, known);
        let ends: Vec<f64> = urn.upto.iter().map(|&(upto, _)| upto).collect();
        let even = (0..40_000).map(|n| known * f64::from(n) / 40_000.0);
        for at in even.chain(ends.iter().flat_map(|&end| [end.next_down(), end, end.next_up()])) {
            let plain = ends.partition_point(|&upto| upto <= at).min(tolls.len() - 1);
            assert_eq!(urn.toll(at), tolls[plain].0, "{at}");
        }
    }

    #[test]
    fn wilson_is_as_published() {
        // Newcombe 1998, table I: 81 of 263 (0.2553, 0.3662), 15 of 148 (0.0624, 0.1605), 0 of 20 (0, 0.1611), 1 of 29 (0.0061, 0.1718).
        for (hits, n, low, high) in [
            (81.0, 263.0, 0.2553, 0.3662),
            (15.0, 148.0, 0.0624, 0.1605),
            (0.0, 20.0, 0.0, 0.1611),
            (1.0, 29.0, 0.0061, 0.1718),
        ] {
            let got = wilson(hits, n);
            assert!((got.low - low).abs() < 5.1e-5 && (got.high - high).abs() < 5.1e-5, "{got:?}");
        }
    }

    #[test]
    fn a_bootstrap_of_many_alike_is_close_to_normal() {
        let tolls: Vec<(f64, f64)> = (0..=4).map(|toll| (f64::from(toll), 200.0)).collect();
        let mean = lethality(&tolls, None, 3).expect("incidents").killed_per_incident;
        let half = 1.96 * (2.0_f64 / 1000.0).sqrt();
        assert!((mean.low - (2.0 - half)).abs() < 0.02 && (mean.high - (2.0 + half)).abs() < 0.02, "{mean:?}");
    }

    #[test]
    fn degenerate_tolls() {
        let of = |tolls: &[(f64, f64)]| lethality(tolls, Some((0.0, 0.0)), 1);
        assert_eq!(of(&[]), Err(NotComputed::TooFew { have: 0.0, need: 1.0 }));
        let single = of(&[(7.0, 1.0)]).expect("an incident");
        assert_eq!((single.killed_per_incident.low, single.killed_per_incident.high), (0.0, f64::INFINITY));
        assert_eq!((single.without_deadliest, single.median, single.injured_per_killed), (0.0, 7.0, None));
        let none = of(&[(0.0, 12.0)]).expect("incidents");
        assert!(none.killed_per_incident.low == 0.0 && none.killed_per_incident.high > 0.2);
        assert!(none.lethal_share.low == 0.0 && none.lethal_share.high < 0.3);
        let part = of(&[(3.0, 0.5), (1.0, 2.25)]).expect("incidents");
        assert!(part.killed_per_incident.contains(part.killed_per_incident.estimate));
        let huge = of(&[(1.0, 9_999.0), (1e6, 1.0)]).expect("incidents");
        assert!(huge.killed_per_incident.high.is_finite() && huge.killed_per_incident.high > 101.0);
    }
}

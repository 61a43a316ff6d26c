//! Proper scores of probability forecasts of counts: smaller is better, in the unit of the counts but for the log score.
//!
//! - CRPS, the continuous ranked probability score: the integral over x of (F(x) - 1{y <= x})^2 (Matheson & Winkler 1976). It
//!   is the absolute error of a point forecast, and rewards a sharp distribution only where it is right. Of an ensemble with
//!   distribution F it equals E|X - y| - E|X - X'| / 2; with E|X - X'| over distinct pairs it is *fair*: in expectation that of
//!   the distribution that the members were drawn from (Ferro 2014).
//! - Log score: -ln p(y) (Good 1952).
//! - Interval score of a central interval of level 1 - a: its width, plus 2/a times the distance of a y outside it (Gneiting &
//!   Raftery 2007).
//! - Randomised probability integral transform, for counts: P(X < y) + u P(X = y) with u uniform, which is uniform if the forecast
//!   is right (Smith 1985; Czado, Gneiting & Held 2009). A central interval of 80 % then holds 80 % of these values, where a
//!   printed interval of whole numbers must hold more.
//!
//! Where there is nothing to score with, `None`.

use super::predictive::CountDistribution;

/// CRPS of an ensemble taken as the distribution that puts the same weight on every member.
pub fn crps_ensemble(members: &[f64], y: f64) -> Option<f64> {
    let n = members.len() as f64;
    (n > 0.0).then(|| members.iter().map(|x| (x - y).abs()).sum::<f64>() / n - pair_distances(members) / (n * n))
}

/// Fair CRPS of an ensemble of two members or more, taken as draws from the forecast distribution.
pub fn crps_ensemble_fair(members: &[f64], y: f64) -> Option<f64> {
    let n = members.len() as f64;
    (n > 1.0)
        .then(|| members.iter().map(|x| (x - y).abs()).sum::<f64>() / n - pair_distances(members) / (n * (n - 1.0)))
}

/// The sum of |x - x'| over all pairs, each counted once.
fn pair_distances(members: &[f64]) -> f64 {
    let mut sorted = members.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted.len() as f64 - 1.0;
    sorted.iter().enumerate().map(|(i, x)| (2.0 * i as f64 - last) * x).sum()
}

/// CRPS of a distribution of counts, summed exactly; `y` may lie between whole numbers.
pub fn crps(distribution: &CountDistribution, y: f64) -> f64 {
    let mut score = 0.0;
    // Up to here the distribution function is (nearly) 0, from here on 1.
    let (mut from, mut until) = (None, 0.0);
    for (k, cumulated) in distribution.cumulated() {
        from.get_or_insert(k);
        until = k + 1.0;
        let before_y = (y - k).clamp(0.0, 1.0);
        score += before_y * cumulated.powi(2) + (1.0 - before_y) * (1.0 - cumulated).powi(2);
    }
    score + (from.unwrap_or(0.0) - y).max(0.0) + (y - until).max(0.0)
}

/// Log score of a distribution of counts; infinite where it rules out `y`.
pub fn log_score(distribution: &CountDistribution, y: f64) -> f64 {
    -distribution.ln_probability(y)
}

/// Interval score of the central interval `low..=high` of the level, a number in 0..1.
pub fn interval_score((low, high): (f64, f64), level: f64, y: f64) -> f64 {
    high - low + 2.0 / (1.0 - level) * ((low - y).max(0.0) + (y - high).max(0.0))
}

/// Randomised probability integral transform of a value with `below` = P(X < y), `up_to` = P(X <= y) and `u` uniform in 0..1.
pub fn randomised_pit(below: f64, up_to: f64, u: f64) -> f64 {
    below + u * (up_to - below)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 5e-11 * b.abs().max(1.0), "{a} is not {b}");
    }

    fn nb() -> CountDistribution {
        CountDistribution::negative_binomial(10.0, 2.0).expect("sound")
    }

    // Reference values: R, scoringRules and direct sums, to the digits printed.
    #[test]
    fn crps_of_ensembles() {
        near(crps_ensemble(&[1.0, 2.0, 3.0, 4.0], 2.0).expect("members"), 0.375);
        near(crps_ensemble_fair(&[1.0, 2.0, 3.0, 4.0], 2.0).expect("members"), 1.0 / 6.0);
        near(crps_ensemble(&[0.0, 0.0, 0.0, 5.0, 10.0], 7.0).expect("members"), 3.2);
        near(crps_ensemble(&[4.0], 7.0).expect("one member"), 3.0);
    }

    #[test]
    fn crps_of_distributions() {
        let poisson = CountDistribution::poisson(5.0).expect("sound");
        near(crps(&poisson, 3.0), 1.0981552042);
        near(crps(&poisson, 12.0), 5.7605983873);
        near(crps(&nb(), 3.0), 3.3654137797);
        near(crps(&nb(), 40.0), 25.9567872663);
    }

    #[test]
    fn log_and_interval_scores() {
        near(log_score(&nb(), 3.0), 2.7441892477);
        let scores = [2.0, 10.0, 25.0].map(|y| interval_score((4.0, 20.0), 0.9, y));
        for (score, expected) in scores.into_iter().zip([56.0, 16.0, 116.0]) {
            near(score, expected);
        }
    }

    #[test]
    fn degenerate_forecasts() {
        assert_eq!(crps_ensemble(&[], 1.0), None);
        assert_eq!(crps_ensemble_fair(&[1.0], 1.0), None);
        let none = CountDistribution::poisson(0.0).expect("sound");
        near(crps(&none, 0.0), 0.0);
        near(crps(&none, 7.0), 7.0);
        assert_eq!(log_score(&none, 1.0), f64::INFINITY);
        let sure = CountDistribution::poisson(1e5).expect("sound");
        // Far below its mass the score is the distance, less half the mean difference of two draws (sd / sqrt pi).
        assert!((crps(&sure, 0.0) - (1e5 - 1e5_f64.sqrt() / std::f64::consts::PI.sqrt())).abs() < 0.1);
    }

    #[test]
    fn a_count_between_whole_numbers_lies_between_their_scores() {
        let (low, middle, high) = (crps(&nb(), 20.0), crps(&nb(), 20.5), crps(&nb(), 21.0));
        assert!(low < middle && middle < high);
    }

    #[test]
    fn the_transform_lies_between_the_two_probabilities() {
        near(randomised_pit(0.2, 0.6, 0.0), 0.2);
        near(randomised_pit(0.2, 0.6, 0.5), 0.4);
    }
}

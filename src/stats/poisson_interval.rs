//! The exact interval of one Poisson count (Garwood 1936).
//!
//! *Model.* The count k is Poisson with mean m. *Interval.* All m that neither tail of 2.5 % rejects: the lower end solves
//! P(X >= k; m) = 0.025, the upper one P(X <= k; m) = 0.025. P(X >= k; m) is the regularised incomplete gamma function
//! P(k, m), which extends the interval to counts that are not whole (an incident divided over its groups). *Degenerate input.*
//! A count of 0 has the lower end 0 and the upper end -ln 0.025.

use super::interval::{ALPHA, Interval};
use super::root::rising_root;
use statrs::function::gamma::{gamma_lr, gamma_ur};

/// Lowest end sought, on the log scale: the gamma function takes no smaller number.
const LOG_LOWEST: f64 = -700.0;

/// Tolerance of the ends on the log scale.
const TOLERANCE: f64 = 1e-12;

/// The 95 % interval of the mean of a Poisson count; `None` for a number that is no count.
pub fn poisson_interval(count: f64) -> Option<Interval> {
    if !count.is_finite() || count < 0.0 {
        return None;
    }
    let tail = ALPHA / 2.0;
    let low = if count > 0.0 {
        let start = (count.ln() - 10.0 / count - 5.0).max(LOG_LOWEST);
        rising_root(|m: f64| gamma_lr(count, m.exp()) - tail, start, count.ln(), TOLERANCE).exp()
    } else {
        0.0
    };
    let start = count.max(1.0).ln();
    let high = rising_root(|m: f64| tail - gamma_ur(count + 1.0, m.exp()), start, start + 2.0, TOLERANCE).exp();
    Some(Interval::new(count, low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_intervals() {
        // Garwood 1936, by R 4.2.2; tolerance half a unit of the last printed digit.
        let four = [
            (0.0, 0.0, 3.6889),
            (1.0, 0.0253, 5.5716),
            (3.0, 0.6187, 8.7673),
            (5.0, 1.6235, 11.6683),
            (10.0, 4.7954, 18.3904),
            (20.0, 12.2165, 30.8884),
            (50.0, 37.1110, 65.9188),
            (100.0, 81.3640, 121.6268),
        ];
        for (count, low, high) in four {
            let interval = poisson_interval(count).expect("a count");
            assert!((interval.low - low).abs() < 5.1e-5, "{count}: {interval:?}");
            assert!((interval.high - high).abs() < 5.1e-5, "{count}: {interval:?}");
        }
        let nine = poisson_interval(9.0).expect("a count");
        assert!((nine.low - 4.115_373).abs() < 5.1e-7 && (nine.high - 17.084_803).abs() < 5.1e-7, "{nine:?}");
    }

    #[test]
    fn fractions_lie_between_their_neighbours_and_the_rest_is_refused() {
        let ends = |count| poisson_interval(count).map(|i| (i.low, i.high)).expect("a count");
        let mut last = ends(0.0);
        for step in 1..400 {
            let (low, high) = ends(f64::from(step) / 40.0);
            assert!(low >= last.0 && high > last.1, "{step}");
            last = (low, high);
        }
        let (low, high) = ends(1e6);
        assert!((low - 998_041.0).abs() < 2.0 && (high - 1_001_962.0).abs() < 2.0, "{low} {high}");
        assert!(ends(1e-6).0 < 1e-300 && ends(1e-6).1 < 3.7);
        for bad in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(poisson_interval(bad), None);
        }
    }
}

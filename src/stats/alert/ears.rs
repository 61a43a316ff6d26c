//! EARS C1, C2, C3: the newest value against mean and standard deviation of the seven before it.
//!
//! C1 takes the seven values directly before, C2 leaves out the two before the newest, both with the bound
//! `mean + z sd`; C3 adds what C2 exceeded in the two periods before (Hutwagner, Thompson, Seeman & Treadwell 2003). A normal
//! quantile with a standard deviation from seven values alarms too often: a nominal 5 % is 9 to 12 % on counts without any
//! change. It is here for readers who know it.

use crate::stats::NotComputed;
use statrs::distribution::{ContinuousCDF, Normal};

/// Values in the baseline. Hutwagner and others 2003.
const BASELINE: usize = 7;

/// Periods between the newest and the baseline of C2 and C3. Hutwagner and others 2003.
const GAP: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarsMethod {
    C1,
    C2,
    C3,
}

/// Bounds of a detector for the newest value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EarsBound {
    pub expected: f64,
    /// `None` for C3, which looks upwards only.
    pub lower: Option<f64>,
    pub upper: f64,
}

/// The bounds for the last of `counts` at one-sided error `alpha`. The standard deviation is never taken below
/// `minimum_sigma`: seven equal values do not make the next one certain. An error where there are too few values, or where C3 would divide by a
/// standard deviation of 0.
pub fn ears(counts: &[f64], method: EarsMethod, alpha: f64, minimum_sigma: f64) -> Result<EarsBound, NotComputed> {
    let need = match method {
        EarsMethod::C1 => BASELINE + 1,
        EarsMethod::C2 => BASELINE + GAP + 1,
        EarsMethod::C3 => BASELINE + 2 * GAP + 1,
    };
    let (have, newest) = (counts.len(), counts.last());
    let &newest = newest.filter(|_| have >= need).ok_or(NotComputed::TooShort { have, need })?;
    let z = Normal::standard().inverse_cdf(1.0 - alpha);
    // Mean and standard deviation of the seven values that end `back` periods before the newest.
    let window = |back: usize| {
        let end = have - 1 - back;
        let (mean, sd) = mean_and_sd(&counts[end - BASELINE..end]);
        (mean, sd.max(minimum_sigma))
    };
    let (expected, sd) = match method {
        EarsMethod::C1 => window(0),
        EarsMethod::C2 | EarsMethod::C3 => window(GAP),
    };
    let excess = |lag: usize| {
        let (mean, sd) = window(GAP + lag);
        if sd > 0.0 { Ok(((counts[have - 1 - lag] - mean) / sd - 1.0).max(0.0)) } else { Err(NotComputed::Degenerate) }
    };
    Ok(match method {
        EarsMethod::C1 | EarsMethod::C2 => {
            EarsBound { expected, lower: Some(expected - z * sd), upper: expected + z * sd }
        }
        EarsMethod::C3 => {
            let upper = newest + sd * (z - excess(1)? - excess(2)?);
            EarsBound { expected, lower: None, upper: upper.max(0.0) }
        }
    })
}

/// Mean and standard deviation of at least two values.
fn mean_and_sd(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean).powi(2)).sum();
    (mean, (squares / (n - 1.0)).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::alert::vectors::wk312;

    fn upper(until: usize, method: EarsMethod) -> f64 {
        let alpha = if method == EarsMethod::C3 { 0.025 } else { 0.001 };
        ears(&wk312()[..until], method, alpha, 0.0).expect("the series is long and varies").upper
    }

    fn alarms(method: EarsMethod) -> Vec<usize> {
        (20..=312).filter(|&t| wk312()[t - 1] > upper(t, method)).collect()
    }

    /// R 4.2.2, surveillance 1.20.3, earsC.
    #[test]
    fn bounds_are_those_of_r() {
        let seven = ears(&[1.0, 1.0, 1.0, 3.0, 3.0, 1.0, 2.0, 0.0], EarsMethod::C1, 0.05, 0.0).expect("seven values");
        assert!((seven.upper - 3.278854).abs() < 5e-7);
        for (method, until, value) in [
            (EarsMethod::C1, 295, 12.675665),
            (EarsMethod::C1, 301, 25.530244),
            (EarsMethod::C1, 303, 30.144525),
            (EarsMethod::C2, 303, 25.530244),
            (EarsMethod::C3, 300, 24.234006),
            (EarsMethod::C3, 302, 2.554500),
            (EarsMethod::C3, 305, 10.163840),
        ] {
            assert!((upper(until, method) - value).abs() < 5e-7, "{method:?} {until}");
        }
        assert_eq!(alarms(EarsMethod::C1), [300]);
        assert_eq!(alarms(EarsMethod::C2), [300, 301, 302]);
        assert_eq!(alarms(EarsMethod::C3), [301, 302, 303, 304]);
    }

    #[test]
    fn equal_values_need_a_minimum_sigma() {
        let flat = [2.0; 12];
        assert_eq!(ears(&flat, EarsMethod::C2, 0.05, 0.0).map(|b| b.upper), Ok(2.0));
        let bound = ears(&flat, EarsMethod::C2, 0.05, 0.5).expect("twelve values");
        assert!((bound.upper - 2.0 - 0.5 * 1.6448536).abs() < 1e-6);
        assert_eq!(ears(&flat, EarsMethod::C3, 0.05, 0.0), Err(NotComputed::Degenerate));
        assert_eq!(ears(&[], EarsMethod::C1, 0.05, 0.0), Err(NotComputed::TooShort { have: 0, need: 8 }));
    }
}

//! The bands of ACLED's Trendfinder: the newest value against the mean of the four before, without any test.
//!
//! More than a quarter above the mean is a large increase, from a tenth above a moderate one, more than a quarter below a large
//! decrease, the rest limited change; so is everything where mean and value are both low (ACLED, Trendfinder, read in 2026). Made for weeks. On
//! a Poisson series of constant mean 4 the rule cries large increase 30 % of the time.

use serde::Serialize;

/// Values in the mean.
const WINDOW: usize = 4;

/// A quarter above and below the mean begin the large changes, a tenth above the moderate increase.
const LARGE: f64 = 0.25;
const MODERATE: f64 = 0.10;

/// Mean and value up to which every change is limited.
const LOW_MEAN: f64 = 2.0;
const LOW_VALUE: f64 = 5.0;

/// The bands of ACLED's Trendfinder.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trendfinder {
    pub mean: f64,
    /// Below it lies a large decrease, above `high` a large increase.
    pub low: f64,
    pub high: f64,
}

/// Trendfinder's words for a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Band {
    LargeIncrease,
    ModerateIncrease,
    Limited,
    LargeDecrease,
}

impl Trendfinder {
    /// From the values before the newest, oldest first; `None` where they are fewer than four.
    pub fn new(before: &[f64]) -> Option<Trendfinder> {
        let window = &before[before.len().checked_sub(WINDOW)?..];
        let mean = window.iter().sum::<f64>() / WINDOW as f64;
        Some(Trendfinder { mean, low: mean * (1.0 - LARGE), high: mean * (1.0 + LARGE) })
    }

    pub fn band(&self, value: f64) -> Band {
        if self.mean <= LOW_MEAN && value <= LOW_VALUE {
            Band::Limited
        } else if value > self.high {
            Band::LargeIncrease
        } else if value >= self.mean * (1.0 + MODERATE) {
            Band::ModerateIncrease
        } else if value < self.low {
            Band::LargeDecrease
        } else {
            Band::Limited
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_those_of_the_page() {
        let bands = Trendfinder::new(&[90.0, 3.0, 5.0, 4.0, 4.0]).expect("five values");
        assert_eq!((bands.mean, bands.low, bands.high), (4.0, 3.0, 5.0));
        let words = [2.0, 3.0, 4.0, 4.5, 5.0, 6.0].map(|value| bands.band(value));
        use Band::{LargeDecrease, LargeIncrease, Limited, ModerateIncrease};
        assert_eq!(words, [LargeDecrease, Limited, Limited, ModerateIncrease, ModerateIncrease, LargeIncrease]);
        let low = Trendfinder::new(&[1.0; 4]).expect("four values");
        assert_eq!((low.band(5.0), low.band(6.0), low.band(0.0)), (Limited, LargeIncrease, Limited));
        assert_eq!(Trendfinder::new(&[1.0; 3]), None);
    }
}

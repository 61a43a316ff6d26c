//! Cumulative sum for Poisson counts: the bound that the newest value must reach for the sum to alarm.
//!
//! Page's one-sided sums (Page 1954) of counts made nearly normal by Rossi's transformation,
//! `x = (y - 3 m + 2 sqrt(m y)) / (2 sqrt m)`, with reference value `k` and threshold `h` of Rossi, Lampugnani & Marchi 1999:
//! `C_t = max(0, C_(t-1) + x_t - k)`, alarm at `C_t >= h`; mirrored for falls. The transformation was made for small counts, which
//! is where this program uses the sum. It assumes a known mean and no more scatter than Poisson.

/// Reference value in standard deviations. Rossi, Lampugnani & Marchi 1999.
const REFERENCE: f64 = 1.04;

/// Threshold in standard deviations. Rossi, Lampugnani & Marchi 1999.
const THRESHOLD: f64 = 2.26;

/// The bounds for the value after `counts`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CusumBound {
    /// `None` where not even a 0 brings the falling sum to its threshold.
    pub lower: Option<f64>,
    /// 0 where the rising sum stays above its threshold whatever comes.
    pub upper: f64,
}

/// Bounds after the sums ran over `counts` from 0, about the expectation `means` of each and `next` of the new one; all positive.
pub(super) fn cusum(counts: &[f64], means: &[f64], next: f64) -> CusumBound {
    let (rising, falling) = sums(counts, means);
    let lower = count_at(-THRESHOLD - REFERENCE - falling, next);
    let upper = count_at(THRESHOLD + REFERENCE - rising, next).unwrap_or(0.0);
    CusumBound { lower, upper }
}

/// The rising sum, at least 0, and the falling one, at most 0.
fn sums(counts: &[f64], means: &[f64]) -> (f64, f64) {
    counts.iter().zip(means).fold((0.0_f64, 0.0_f64), |(rising, falling), (&y, &mean)| {
        let x = (y - 3.0 * mean + 2.0 * (mean * y).sqrt()) / (2.0 * mean.sqrt());
        ((rising + x - REFERENCE).max(0.0), (falling + x + REFERENCE).min(0.0))
    })
}

/// The count whose transform is `x`; `None` where that of 0 is larger.
fn count_at(x: f64, mean: f64) -> Option<f64> {
    let square = 4.0 * mean + 2.0 * mean.sqrt() * x;
    let root = square.max(0.0).sqrt() - mean.sqrt();
    (root >= 0.0).then_some(root * root)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R 4.2.2, surveillance 1.20.3: algo.cusum(k = 1.04, h = 2.26, m = 2/3, trans = "rossi") on 2 4 3 5.
    #[test]
    fn sums_and_bounds_are_those_of_r() {
        let (counts, means) = ([2.0, 4.0, 3.0, 5.0], [2.0 / 3.0; 4]);
        let expected = [
            (0.3742135624, 4.087402148),
            (2.5589584338, 3.655577446),
            (3.8633816770, 1.328159638),
            (6.8965669616, 0.255145394),
        ];
        for (t, (sum, upper)) in expected.into_iter().enumerate() {
            assert!((sums(&counts[..=t], &means).0 - sum).abs() < 5e-10);
            assert!((cusum(&counts[..t], &means, 2.0 / 3.0).upper - upper).abs() < 5e-9);
        }
    }

    #[test]
    fn a_long_silence_lowers_nothing_below_zero() {
        let bound = cusum(&[0.0; 12], &[0.1; 12], 0.1);
        assert_eq!(bound.lower, None);
        assert!(bound.upper > 0.0);
        // Much expected and nothing come: the next 0 is far below the bound.
        assert!(cusum(&[0.0; 3], &[9.0; 3], 9.0).lower.is_some_and(|lower| lower > 9.0));
    }
}

//! One huge month is not a change of level: counts far from their neighbours' median are drawn in before levels are sought.
//!
//! On the scale `2 sqrt(count / exposure + 3/8)`, on which a Poisson count has a spread of about 1 (Anscombe 1948, Biometrika 35, 246-254),
//! a count further than [`REACH`] robust spreads from the median of its surroundings is put at that distance (a Hampel filter; Davies &
//! Gather 1993, J. Am. Stat. Assoc. 88, 782-792). A median keeps a step where it is, so a new level is never drawn in.

/// Periods on each side whose median a count is held against: a new level of the shortest length that is looked for fills more
/// than half of such a window at its middle.
const SIDE: usize = 5;

/// Robust spreads beyond which a count is drawn in. 3 is Hampel's; negative binomial counts have long tails of their own, and of
/// those of size 2 four spreads draw in fewer than one in a hundred.
const REACH: f64 = 4.0;

/// A median absolute deviation times this estimates the standard deviation of a normal variable.
const MAD_TO_SPREAD: f64 = 1.4826;

/// The counts with outliers drawn in, and how many these are. As many exposures as counts, all positive.
pub fn drawn_in(counts: &[f64], exposures: &[f64]) -> (Vec<f64>, usize) {
    let scaled: Vec<f64> = counts.iter().zip(exposures).map(|(c, e)| 2.0 * (c / e + 0.375).sqrt()).collect();
    let mut window = Vec::with_capacity(2 * SIDE + 1);
    let mut local = |values: &dyn Fn(usize) -> f64, at: usize| {
        let middle = at.clamp(SIDE.min(counts.len() / 2), counts.len().saturating_sub(SIDE + 1).max(counts.len() / 2));
        window.clear();
        window.extend((middle.saturating_sub(SIDE)..(middle + SIDE + 1).min(counts.len())).map(values));
        median(&mut window)
    };
    let centres: Vec<f64> = (0..counts.len()).map(|at| local(&|i| scaled[i], at)).collect();
    let distances: Vec<f64> = scaled.iter().zip(&centres).map(|(s, c)| (s - c).abs()).collect();
    let whole = median(&mut distances.clone());
    let mut drawn = 0;
    let kept = (0..counts.len()).map(|at| {
        let spread = (MAD_TO_SPREAD * whole.max(local(&|i| distances[i], at))).max(1.0);
        let (low, high) = (centres[at] - REACH * spread, centres[at] + REACH * spread);
        if (low..=high).contains(&scaled[at]) {
            return counts[at];
        }
        drawn += 1;
        let back = scaled[at].clamp(low.max(0.0), high) / 2.0;
        ((back * back - 0.375) * exposures[at]).max(0.0)
    });
    let kept = kept.collect();
    (kept, drawn)
}

/// The middle value, the upper one of two; 0 of nothing. Orders the values.
fn median(values: &mut [f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let middle = values.len() / 2;
    *values.select_nth_unstable_by(middle, f64::total_cmp).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_giant_is_drawn_in_and_a_new_level_is_not() {
        let mut counts =
            [vec![4.0, 6.0, 5.0, 7.0, 3.0, 5.0].repeat(5), vec![30.0, 24.0, 28.0, 33.0, 25.0, 29.0].repeat(5)].concat();
        let days = vec![1.0; counts.len()];
        assert_eq!(drawn_in(&counts, &days), (counts.clone(), 0));
        counts[12] = 500.0;
        let (kept, drawn) = drawn_in(&counts, &days);
        assert_eq!(drawn, 1);
        assert!((12.0..25.0).contains(&kept[12]), "{}", kept[12]);
        assert_eq!(kept[30..], counts[30..]);
    }

    #[test]
    fn nothing_to_little_and_zeros_stay() {
        for counts in [vec![], vec![3.0], vec![0.0; 20], vec![7.0; 4], vec![0.0, 1.0, 0.0]] {
            let days = vec![30.0; counts.len()];
            assert_eq!(drawn_in(&counts, &days), (counts.clone(), 0));
        }
    }
}

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

/// Added to a count under Anscombe's root.
const ANSCOMBE: f64 = 0.375;

/// A median absolute deviation times this estimates the standard deviation of a normal variable.
const MAD_TO_SPREAD: f64 = 1.4826;

/// The counts with outliers drawn in. As many exposures as counts, all positive.
pub fn drawn_in(counts: &[f64], exposures: &[f64]) -> Vec<f64> {
    let scaled: Vec<f64> = counts.iter().zip(exposures).map(|(c, e)| 2.0 * (c / e + ANSCOMBE).sqrt()).collect();
    let centres = local_medians(&scaled);
    let distances: Vec<f64> = scaled.iter().zip(&centres).map(|(value, centre)| (value - centre).abs()).collect();
    let whole = median(&mut distances.clone());
    let spreads = local_medians(&distances).into_iter().map(|local| (MAD_TO_SPREAD * whole.max(local)).max(1.0));
    let limits = centres.iter().zip(spreads).map(|(centre, spread)| (centre - REACH * spread, centre + REACH * spread));
    let places = counts.iter().zip(exposures).zip(scaled.iter().zip(limits));
    let kept = places.map(|((&count, exposure), (&value, (low, high)))| {
        if (low..=high).contains(&value) {
            return count;
        }
        let root = value.clamp(low.max(0.0), high) / 2.0;
        ((root * root - ANSCOMBE) * exposure).max(0.0)
    });
    kept.collect()
}

/// The median around each value, of as many values everywhere: at the ends the window stays inside.
fn local_medians(values: &[f64]) -> Vec<f64> {
    let width = (2 * SIDE + 1).min(values.len());
    let mut window = values[..width].to_vec();
    window.sort_unstable_by(f64::total_cmp);
    let place = |window: &[f64], value: f64| window.partition_point(|other| other.total_cmp(&value).is_lt());
    let mut from = 0;
    let around = |at: usize| {
        if at.saturating_sub(SIDE).min(values.len() - width) > from {
            // One value goes, one comes, and those between move by one place.
            let (gone, new) = (values[from], values[from + width]);
            from += 1;
            window.remove(place(&window, gone));
            window.insert(place(&window, new), new);
        }
        window[width / 2]
    };
    (0..values.len()).map(around).collect()
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
        let low = [4.0, 6.0, 5.0, 7.0, 3.0, 5.0].repeat(5);
        let high = [30.0, 24.0, 28.0, 33.0, 25.0, 29.0].repeat(5);
        let mut counts = [low, high].concat();
        let days = vec![1.0; counts.len()];
        assert_eq!(drawn_in(&counts, &days), counts);
        counts[12] = 500.0;
        let kept = drawn_in(&counts, &days);
        assert!((12.0..25.0).contains(&kept[12]), "{}", kept[12]);
        counts[12] = kept[12];
        assert_eq!(kept, counts);
    }

    #[test]
    fn a_moving_median_is_that_of_its_window() {
        for n in [1, 2, 10, 11, 12, 90] {
            let values: Vec<f64> = (0..n).map(|t| f64::from(t * 7919 % 13 * (t % 5)) - 0.0).collect();
            let width = (2 * SIDE + 1).min(values.len());
            let plain = |at: usize| {
                let from = at.saturating_sub(SIDE).min(values.len() - width);
                median(&mut values[from..from + width].to_vec())
            };
            assert_eq!(local_medians(&values), (0..values.len()).map(plain).collect::<Vec<f64>>(), "{n}");
        }
    }

    #[test]
    fn nothing_to_little_and_zeros_stay() {
        for counts in [vec![], vec![3.0], vec![0.0; 20], vec![7.0; 4], vec![0.0, 1.0, 0.0]] {
            assert_eq!(drawn_in(&counts, &vec![30.0; counts.len()]), counts);
        }
    }
}

//! What a level is counted in: the days of each period, and where three years are there, its season.
//!
//! Without it each spring of a seasonal series would be a break. A factor for each part of the year is the ratio of what was counted in it
//! to the level around it (a centred mean over one year: the classical ratio-to-moving-average), drawn towards 1 by as much as chance
//! alone would scatter such ratios (Gamma-Poisson shrinkage), so that a series without season keeps factors near 1.

use super::super::Sample;

/// Years that season factors need: with two, a season is one repetition.
const YEARS: f64 = 3.0;

/// Parts of the year of weeks and days, whose own parts would hold too few years.
const MONTHS: usize = 12;

/// Periods in a year below which there is no cycle (half-years, years), and below which the parts are quarters.
const SHORTEST_CYCLE: f64 = 3.5;
const FEWEST_MONTHS: f64 = 8.0;

/// The smallest factor: a season that empties a month altogether would leave nothing to count in.
const SMALLEST: f64 = 0.05;

/// Exposure of each period, 1 on average, and how many season factors were fitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposures {
    pub values: Vec<f64>,
    pub factors: usize,
}

/// The days alone.
pub fn days(sample: &Sample) -> Exposures {
    Exposures { values: scaled(sample.days().collect()), factors: 0 }
}

/// The days times the season of the counts (the sample's own, outliers drawn in); `None` where the sample has no three years or
/// no cycle.
pub fn seasonal(sample: &Sample, counts: &[f64]) -> Option<Exposures> {
    let parts = match sample.per_year() {
        few if few < SHORTEST_CYCLE => return None,
        quarters if quarters < FEWEST_MONTHS => 4,
        _ => MONTHS,
    };
    let observations = sample.observations();
    let half = (sample.per_year() / 2.0).round() as usize;
    if (sample.span() as f64) < YEARS * sample.per_year() - 0.5 || observations.len() <= 2 * half {
        return None;
    }
    let days: Vec<f64> = sample.days().collect();
    // A centred year: of its 2 * half + 1 periods the two ends count half, so that each part of the year weighs the same.
    let level = |at: usize| {
        let year = |values: &[f64]| {
            let (from, until) = (at - half, at + half);
            values[from + 1..until].iter().sum::<f64>() + (values[from] + values[until]) / 2.0
        };
        year(counts) / year(&days)
    };
    let mut counted = vec![0.0; parts];
    let mut expected = vec![0.0; parts];
    for at in half..observations.len() - half {
        let whole_year = observations[at + half].at - observations[at - half].at == 2 * half as i32;
        if whole_year {
            let part = part(observations[at].phase, parts);
            counted[part] += counts[at];
            expected[part] += level(at) * days[at];
        }
    }
    if expected.iter().any(|&e| e <= 0.0) {
        return None;
    }
    let factors = shrunk(&counted, &expected);
    let values = observations.iter().map(|o| o.days * factors[part(o.phase, parts)]).collect();
    Some(Exposures { values: scaled(values), factors: parts - 1 })
}

fn part(phase: f64, parts: usize) -> usize {
    ((phase * parts as f64) as usize).min(parts - 1)
}

/// Factors `(counted + a) / (expected + a)` with mean 1: `a` is large where the ratios scatter no more than counts do.
fn shrunk(counted: &[f64], expected: &[f64]) -> Vec<f64> {
    let whole = counted.iter().sum::<f64>() / expected.iter().sum::<f64>();
    let pairs = || counted.iter().zip(expected).map(|(c, e)| (*c, e * whole));
    // The variance of the true factors, by moments: what the squared distances have beyond the counts' own scatter.
    let excess: f64 = pairs().map(|(c, e)| (c - e).powi(2) - e).sum();
    let variance = excess / pairs().map(|(_, e)| e * e).sum::<f64>();
    let factor = |(c, e): (f64, f64)| {
        if variance <= 0.0 { 1.0 } else { ((c + 1.0 / variance) / (e + 1.0 / variance)).max(SMALLEST) }
    };
    let factors: Vec<f64> = pairs().map(factor).collect();
    let mean = factors.iter().sum::<f64>() / factors.len() as f64;
    factors.iter().map(|f| f / mean).collect()
}

fn scaled(values: Vec<f64>) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|v| v / mean).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_goes_into_the_exposure_even_across_a_new_level() {
        let shape = [0.5, 0.9, 1.8, 2.4, 2.0, 1.2, 0.6, 0.3, 0.3, 0.4, 0.7, 0.9];
        let counts: Vec<f64> = (0..72).map(|t| shape[t % 12] * if t < 30 { 20.0 } else { 60.0 }).collect();
        let sample = Sample::months(&counts).expect("sound counts");
        let exposures = seasonal(&sample, &counts).expect("six years");
        assert_eq!(exposures.factors, 11);
        let ratio = exposures.values[3] / exposures.values[7];
        assert!((5.5..8.5).contains(&ratio), "{ratio}");
        assert!((exposures.values.iter().sum::<f64>() / 72.0 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn no_season_without_three_years_or_a_cycle() {
        let months = Sample::months(&[5.0; 35]).expect("sound counts");
        assert_eq!(seasonal(&months, &[5.0; 35]), None);
        let observations = months.observations().to_vec();
        let years = Sample::new(observations, 1.0).expect("sound counts");
        assert_eq!(seasonal(&years, &[5.0; 35]), None);
        let zeros = Sample::months(&[0.0; 48]).expect("sound counts");
        assert_eq!(seasonal(&zeros, &[0.0; 48]), None);
    }
}

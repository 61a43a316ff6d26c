//! How far counts scatter around given levels: the negative binomial size, and how much longer waves inflate the variance of a level.

use super::cost::{Cost, Sums};

/// The smallest size: below it almost every period is empty and one holds all.
const SMALLEST_SIZE: f64 = 0.05;

/// Levels that a cut takes from the autocovariances: one for its level, the others for its place, which is sought where the
/// series wanders. Set by simulation, with latent AR(1) series of 0.3 and 0.6 (`examples/calibrate`).
const TAKEN_BY_A_CUT: f64 = 3.0;

/// The inflation stands on both sides of its own equation; two rounds, because more would run away on short series.
const ROUNDS: usize = 2;

/// The scatter that one break is judged by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scatter {
    pub cost: Cost,
    /// Factor on the variance of a level for autocorrelation, at least 1.
    pub inflation: f64,
}

/// A series as the search sees it, cut into stretches.
pub struct Levels<'a> {
    pub sums: &'a Sums,
    /// Counts, exposures and positions of the periods.
    pub counts: &'a [f64],
    pub exposures: &'a [f64],
    pub at: &'a [i32],
    /// Periods of the shortest level that is looked for.
    pub shortest: usize,
    /// Season factors that were fitted beside the levels.
    pub factors: usize,
}

impl Levels<'_> {
    /// The stretches between cuts.
    pub fn stretches<'a>(&self, cuts: &'a [usize]) -> impl Iterator<Item = (usize, usize)> + 'a {
        let ends = cuts.iter().copied().chain(std::iter::once(self.sums.len()));
        std::iter::once(0).chain(cuts.iter().copied()).zip(ends)
    }

    /// The scatter that neighbouring periods show, whatever the levels are: half the squared differences of neighbours, beyond what their
    /// counts alone make (von Neumann 1941). Waves longer than two periods hardly enter it, nor do breaks.
    pub fn neighbours(&self) -> Cost {
        let (mut beyond, mut squares) = (0.0, 0.0);
        for i in 1..self.sums.len() {
            let (e, f) = (self.exposures[i - 1], self.exposures[i]);
            let rate = (self.counts[i - 1] + self.counts[i]) / (e + f);
            let difference = self.counts[i - 1] / e - self.counts[i] / f;
            let weight = e * f / (e + f);
            beyond += difference * difference * weight - rate;
            squares += rate * rate;
        }
        if beyond <= 0.0 {
            Cost::Poisson
        } else {
            Cost::NegativeBinomial { size: (squares / beyond).max(SMALLEST_SIZE) }
        }
    }

    /// Squared distances from its level that a stretch has, over its rate: of Poisson counts as many as it has periods.
    fn pearson(&self, from: usize, until: usize) -> (f64, f64) {
        let rate = self.sums.rate(from, until);
        if rate <= 0.0 {
            return (0.0, 0.0);
        }
        let term = |(c, e): (&f64, &f64)| (c - rate * e).powi(2) / rate;
        (self.counts[from..until].iter().zip(&self.exposures[from..until]).map(term).sum(), rate)
    }

    /// The scatter around the two levels beside a cut, and the degrees of freedom that it rests on. Size by Pearson's statistic, which
    /// is set equal to its degrees of freedom (the moment estimate of Breslow 1984, Appl. Stat. 33, 38-44; `theta.mm` of R's MASS),
    /// each squared distance weighing by its exposure, so that the variance of a level is met. Two levels, not all: a group's
    /// quiet first years scatter in their own way and say little of its loud ones.
    pub fn around(&self, from: usize, cut: usize, until: usize) -> (Cost, f64) {
        let ((x, a), (y, b)) = (self.pearson(from, cut), self.pearson(cut, until));
        // A stretch without a count shows no scatter. Two levels and a place are fitted, and the season's factors over the whole series.
        let periods =
            [(a, cut - from), (b, until - cut)].iter().filter(|(rate, _)| *rate > 0.0).map(|(_, n)| n).sum::<usize>()
                as f64;
        let season = self.factors as f64 * periods / self.sums.len() as f64;
        let free = (periods - 3.0 - season).max(1.0);
        let beyond = x + y - free;
        if beyond <= 0.0 {
            return (Cost::Poisson, free);
        }
        // The reciprocal size r solves x / (1 + a r) + y / (1 + b r) = free: a quadratic with one positive root.
        let (square, linear) = (free * a * b, free * (a + b) - x * b - y * a);
        let reciprocal = 2.0 * beyond / (linear + (linear * linear + 4.0 * square * beyond).sqrt());
        let size = (1.0 / reciprocal).max(SMALLEST_SIZE);
        (Cost::NegativeBinomial { size }, free)
    }

    /// The mean product of residuals a lag apart; pairs across a gap do not count.
    fn covariance(&self, residuals: &[f64], lag: usize) -> f64 {
        let n = residuals.len();
        let products = residuals[lag..].iter().zip(residuals).map(|(a, b)| a * b);
        if self.at[n - 1] - self.at[0] == n as i32 - 1 {
            return products.sum::<f64>() / (n - lag) as f64;
        }
        let apart = self.at[lag..].iter().zip(self.at).map(|(a, b)| a - b == lag as i32);
        let (sum, pairs) =
            products.zip(apart).filter(|(_, apart)| *apart).fold((0.0, 0.0), |(s, n), (p, _)| (s + p, n + 1.0));
        if pairs > 0.0 { sum / pairs } else { 0.0 }
    }

    /// What the cut gains without the highest period of the higher of the two levels: a break must not hang on one period.
    pub fn gain_without_highest(&self, cost: Cost, from: usize, cut: usize, until: usize) -> f64 {
        let stretches = [(from, cut), (cut, until)];
        let higher = usize::from(self.sums.rate(cut, until) > self.sums.rate(from, cut));
        let rate = |i: usize| self.counts[i] / self.exposures[i];
        let highest = (stretches[higher].0..stretches[higher].1).max_by(|a, b| rate(*a).total_cmp(&rate(*b)));
        let [low, mut high] = [1 - higher, higher].map(|side| {
            let (from, until) = stretches[side];
            (self.sums.count(from, until), self.sums.exposure(from, until))
        });
        if let Some(i) = highest {
            high = ((high.0 - self.counts[i]).max(0.0), high.1 - self.exposures[i]);
        }
        if high.1 <= 0.0 || high.0 / high.1 <= low.0 / low.1 {
            return 0.0;
        }
        (cost.of(low.0 + high.0, low.1 + high.1) - cost.of(low.0, low.1) - cost.of(high.0, high.1)).max(0.0)
    }

    /// `1 + 2 (r1 + r2 + ...)` of the Pearson residuals, up to the first autocorrelation that is not positive (Geyer 1992, Stat. Sci. 7,
    /// 473-483) or the length of the shortest level, at least 1. What fitting a level takes from each autocovariance, the long-run variance over the length
    /// of a stretch, is given back.
    pub fn inflation(&self, cuts: &[usize]) -> f64 {
        let n = self.sums.len();
        let mut residuals = vec![0.0; n];
        for (from, until) in self.stretches(cuts) {
            let (pearson, rate) = self.pearson(from, until);
            if pearson > 0.0 {
                let spread = (rate * (pearson / (until - from) as f64).max(1.0)).sqrt();
                let counted = self.counts[from..until].iter().zip(&self.exposures[from..until]);
                for (residual, (count, exposure)) in residuals[from..until].iter_mut().zip(counted) {
                    *residual = (count - rate * exposure) / spread;
                }
            }
        }
        let variance = residuals.iter().map(|r| r * r).sum::<f64>() / n as f64;
        if variance <= 0.0 {
            return 1.0;
        }
        let lags: Vec<f64> =
            (1..=self.shortest.min(n / 4)).map(|lag| self.covariance(&residuals, lag) / variance).collect();
        let taken = (1.0 + TAKEN_BY_A_CUT * cuts.len() as f64) / n as f64;
        let mut inflation = 1.0_f64;
        for _ in 0..ROUNDS {
            let back = taken * inflation;
            let sum: f64 = lags.iter().map(|r| (r + back) / (1.0 + back)).take_while(|r| *r > 0.0).sum();
            inflation = (1.0 + 2.0 * sum).max(1.0);
        }
        inflation
    }
}

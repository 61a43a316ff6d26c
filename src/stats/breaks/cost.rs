//! What a stretch of one level costs: minus twice its log likelihood at its best rate, from sums alone.
//!
//! Model: the count of period t is negative binomial with mean `rate * exposure_t` and size `size * exposure_t`, so that its variance
//! is `(1 + rate / size)` times its mean. Counts of one level then add up to a negative binomial again, the best rate of a stretch is
//! its count over its exposure, and the likelihood needs no more than these two sums, whatever the exposures are. Where all exposures
//! are 1 this is the usual negative binomial (NB2); an infinite size is Poisson.

/// The scatter around a level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cost {
    /// `2 [S - S log(S / E)]`, and 0 for no count at all.
    Poisson,
    /// `2 [(S + size E) log(1 + S / (E size)) - S log(S / E)]`: the same, as the size grows.
    NegativeBinomial { size: f64 },
}

impl Cost {
    /// The cost of a stretch with a count in an exposure, up to a term that does not depend on where a series is cut.
    pub fn of(self, count: f64, exposure: f64) -> f64 {
        if count <= 0.0 {
            return 0.0;
        }
        let rate = count / exposure;
        match self {
            Cost::Poisson => 2.0 * (count - count * rate.ln()),
            Cost::NegativeBinomial { size } => {
                2.0 * ((count + size * exposure) * (rate / size).ln_1p() - count * rate.ln())
            }
        }
    }

    /// Variance over mean at a rate.
    pub fn dispersion(self, rate: f64) -> f64 {
        match self {
            Cost::Poisson => 1.0,
            Cost::NegativeBinomial { size } => 1.0 + rate / size,
        }
    }
}

/// Running sums of counts and exposures: any stretch in two subtractions.
///
/// Invariant: both have one value more than there are periods, begin with 0 and never fall; exposures rise.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    counts: Vec<f64>,
    exposures: Vec<f64>,
}

impl Sums {
    /// Of counts, not negative, and exposures, positive; as many of the one as of the other.
    pub fn new(counts: &[f64], exposures: &[f64]) -> Sums {
        let running = |values: &[f64]| {
            let mut sum = 0.0;
            std::iter::once(0.0)
                .chain(values.iter().map(move |value| {
                    sum += value;
                    sum
                }))
                .collect()
        };
        Sums { counts: running(counts), exposures: running(exposures) }
    }

    /// Periods.
    pub fn len(&self) -> usize {
        self.counts.len() - 1
    }

    pub fn count(&self, from: usize, until: usize) -> f64 {
        self.counts[until] - self.counts[from]
    }

    pub fn exposure(&self, from: usize, until: usize) -> f64 {
        self.exposures[until] - self.exposures[from]
    }

    /// The best rate of the stretch `from..until`, which is not empty.
    pub fn rate(&self, from: usize, until: usize) -> f64 {
        self.count(from, until) / self.exposure(from, until)
    }

    /// The cost of the stretch `from..until`.
    pub fn cost(&self, cost: Cost, from: usize, until: usize) -> f64 {
        cost.of(self.count(from, until), self.exposure(from, until))
    }

    /// Twice the log likelihood that the stretch gains when it is cut: the likelihood-ratio statistic of the cut.
    pub fn gain(&self, cost: Cost, from: usize, at: usize, until: usize) -> f64 {
        (self.cost(cost, from, until) - self.cost(cost, from, at) - self.cost(cost, at, until)).max(0.0)
    }

    /// The cut of `from..until` that gains most, with its gain; both parts have at least `shortest` periods. The earliest of equals.
    pub fn best_cut(&self, cost: Cost, from: usize, until: usize, shortest: usize) -> Option<(usize, f64)> {
        let whole = self.cost(cost, from, until);
        let cuts = (from + shortest)..(until + 1).saturating_sub(shortest);
        cuts.fold(None, |best: Option<(usize, f64)>, at| {
            let gain = (whole - self.cost(cost, from, at) - self.cost(cost, at, until)).max(0.0);
            match best {
                Some((_, most)) if most >= gain => best,
                _ => Some((at, gain)),
            }
        })
    }
}

/// UK coal-mining disasters a year, 1851 to 1962 (Jarrett 1979; Carlin, Gelfand & Smith 1992).
#[cfg(test)]
pub(super) const COAL: [f64; 112] = [
    4.0, 5.0, 4.0, 1.0, 0.0, 4.0, 3.0, 4.0, 0.0, 6.0, 3.0, 3.0, 4.0, 0.0, 2.0, 6.0, 3.0, 3.0, 5.0, 4.0, 5.0, 3.0, 1.0,
    4.0, 4.0, 1.0, 5.0, 5.0, 3.0, 4.0, 2.0, 5.0, 2.0, 2.0, 3.0, 4.0, 2.0, 1.0, 3.0, 2.0, 2.0, 1.0, 1.0, 1.0, 1.0, 3.0,
    0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 3.0, 1.0, 0.0, 3.0, 2.0, 2.0, 0.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0,
    0.0, 0.0, 2.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 2.0, 3.0, 3.0, 1.0, 1.0, 2.0, 1.0, 1.0, 1.0, 1.0, 2.0, 4.0, 2.0,
    0.0, 0.0, 0.0, 1.0, 4.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_single_cut_of_the_coal_series_is_the_published_one() {
        let sums = Sums::new(&COAL, &[1.0; 112]);
        assert_eq!((sums.count(0, 112), sums.len()), (191.0, 112));
        let (at, gain) = sums.best_cut(Cost::Poisson, 0, 112, 1).expect("112 periods can be cut");
        assert_eq!(at, 41);
        assert!((gain - 69.988_345).abs() < 5e-7, "{gain}");
        assert!((sums.rate(0, 41) - 3.097_561).abs() < 5e-7);
        assert!((sums.rate(41, 112) - 0.901_408).abs() < 5e-7);
    }

    #[test]
    fn a_large_size_is_poisson_and_a_small_one_sees_less() {
        let sums = Sums::new(&COAL, &[1.0; 112]);
        let gain = |cost| sums.gain(cost, 0, 41, 112);
        let poisson = gain(Cost::Poisson);
        assert!((gain(Cost::NegativeBinomial { size: 1e9 }) - poisson).abs() < 1e-4);
        assert!(gain(Cost::NegativeBinomial { size: 2.0 }) < 0.6 * poisson);
    }

    #[test]
    fn no_count_costs_nothing_and_cutting_it_gains_nothing() {
        let sums = Sums::new(&[0.0; 8], &[30.0; 8]);
        assert_eq!(sums.best_cut(Cost::NegativeBinomial { size: 2.0 }, 0, 8, 2), Some((2, 0.0)));
        assert_eq!(sums.best_cut(Cost::Poisson, 0, 3, 2), None);
    }
}

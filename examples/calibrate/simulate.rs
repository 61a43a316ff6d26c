//! Series in which nothing changes: counts of months, Poisson or overdispersed, seasonal or not, independent or not.

use incident_trends::stats::Sample;
use rand::SeedableRng;
use rand_distr::{Distribution, Gamma, Poisson, StandardNormal};
use rand_pcg::Pcg64Mcg;

/// A strongly seasonal year, January first, with mean 1.
pub const SEASON: [f64; 12] = [0.5, 0.9, 1.8, 2.4, 2.0, 1.2, 0.6, 0.3, 0.3, 0.4, 0.7, 0.9];

/// How counts vary about their rate.
#[derive(Clone, Copy)]
pub enum Noise {
    Poisson,
    /// Variance mean + mean^2 / size.
    NegativeBinomial {
        size: f64,
    },
    /// Poisson about a rate whose logarithm is a first-order autoregression with this total standard deviation.
    Autoregressive {
        phi: f64,
        sd: f64,
    },
}

#[derive(Clone, Copy)]
pub enum Year {
    Flat,
    Seasonal,
}

/// The generator of one cell of a table.
pub fn generator(cell: u64) -> Pcg64Mcg {
    Pcg64Mcg::seed_from_u64(0x1CE5_2026 + cell)
}

/// A Poisson count; 0 for a rate of 0.
pub fn poisson(rate: f64, random: &mut Pcg64Mcg) -> f64 {
    Poisson::new(rate).map_or(0.0, |poisson| poisson.sample(random))
}

/// Counts of consecutive months from a January on, without any change.
pub fn counts(months: usize, mean: f64, noise: Noise, year: Year, random: &mut Pcg64Mcg) -> Vec<f64> {
    let mut latent: Option<f64> = None;
    let mut count = |month: usize| {
        let rate = match year {
            Year::Flat => mean,
            Year::Seasonal => mean * SEASON[month % 12],
        };
        match noise {
            Noise::Poisson => poisson(rate, random),
            Noise::NegativeBinomial { size } => {
                let gamma = Gamma::new(size, 1.0 / size).expect("sizes are positive");
                let factor: f64 = gamma.sample(random);
                poisson(rate * factor, random)
            }
            Noise::Autoregressive { phi, sd } => {
                let innovation: f64 = StandardNormal.sample(random);
                let next = match latent {
                    None => sd * innovation,
                    Some(latent) => phi * latent + sd * (1.0 - phi * phi).sqrt() * innovation,
                };
                latent = Some(next);
                // The mean of a log-normal is exp(sd^2 / 2) times its median.
                poisson(rate * (next - sd * sd / 2.0).exp(), random)
            }
        }
    };
    (0..months).map(&mut count).collect()
}

/// The counts as a sample of months.
pub fn months(counts: &[f64]) -> Sample {
    Sample::months(counts).expect("simulated counts are whole and not negative")
}

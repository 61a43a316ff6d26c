//! How often a series without a break is given one, and how well a planted one is found.

use crate::simulate::{Noise, Year, counts, generator, months, poisson};
use incident_trends::stats::{Sample, breaks};
use rand_distr::{Distribution, Pareto};
use rand_pcg::Pcg64Mcg;
use rayon::prelude::*;
use std::fmt::Write;

const MEANS: [f64; 6] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0];

/// Total standard deviation of the latent log-rate.
const LATENT_SD: f64 = 0.5;

const NOISES: [(&str, Noise); 6] = [
    ("Poisson", Noise::Poisson),
    ("negative binomial, size 8", Noise::NegativeBinomial { size: 8.0 }),
    ("negative binomial, size 5", Noise::NegativeBinomial { size: 5.0 }),
    ("negative binomial, size 2", Noise::NegativeBinomial { size: 2.0 }),
    ("latent autoregression 0.3", Noise::Autoregressive { phi: 0.3, sd: LATENT_SD }),
    ("latent autoregression 0.6", Noise::Autoregressive { phi: 0.6, sd: LATENT_SD }),
];

const SHAPES: [(usize, Year); 5] =
    [(36, Year::Flat), (60, Year::Flat), (60, Year::Seasonal), (120, Year::Flat), (120, Year::Seasonal)];

/// A planted new level: months, mean, scatter, first and last month of it, and its factor.
struct Planted {
    name: &'static str,
    months: usize,
    mean: f64,
    noise: Noise,
    from: usize,
    until: usize,
    factor: f64,
}

const PLANTED: [Planted; 6] = [
    Planted {
        name: "4 to 10 after 29 of 72 months, Poisson",
        months: 72,
        mean: 4.0,
        noise: Noise::Poisson,
        from: 29,
        until: 72,
        factor: 2.5,
    },
    Planted {
        name: "10 to 20 after 60 of 120 months, Poisson",
        months: 120,
        mean: 10.0,
        noise: Noise::Poisson,
        from: 60,
        until: 120,
        factor: 2.0,
    },
    Planted {
        name: "the same, negative binomial of size 5",
        months: 120,
        mean: 10.0,
        noise: Noise::NegativeBinomial { size: 5.0 },
        from: 60,
        until: 120,
        factor: 2.0,
    },
    Planted {
        name: "10 to 30, latent autoregression 0.6",
        months: 120,
        mean: 10.0,
        noise: Noise::Autoregressive { phi: 0.6, sd: LATENT_SD },
        from: 60,
        until: 120,
        factor: 3.0,
    },
    Planted {
        name: "10, 25 for 12 months, 10 again, Poisson",
        months: 120,
        mean: 10.0,
        noise: Noise::Poisson,
        from: 50,
        until: 62,
        factor: 2.5,
    },
    Planted {
        name: "10 to 25 in the last 8 of 120 months, size 5",
        months: 120,
        mean: 10.0,
        noise: Noise::NegativeBinomial { size: 5.0 },
        from: 112,
        until: 120,
        factor: 2.5,
    },
];

/// The smallest p of a series' breaks, 1 without any.
fn smallest_p(sample: &Sample) -> f64 {
    breaks(sample, &[]).map_or(1.0, |found| found.iter().map(|b| b.p).fold(1.0, f64::min))
}

fn per_cent(count: usize, of: usize) -> f64 {
    100.0 * count as f64 / of as f64
}

/// The tables of the breaks' calibration.
pub fn tables(series: usize) -> String {
    let mut out = format!("Per cent of {series} series of one level in which a break is reported\n\n");
    out += "| counts | mean | 36 months | 60 months | 60, seasonal | 120 months | 120, seasonal | 120 months, with p up to 0.01 |\n";
    out += "|---|--:|--:|--:|--:|--:|--:|--:|\n";
    let rows: Vec<(&str, Noise, f64)> =
        NOISES.iter().flat_map(|&(name, noise)| MEANS.map(|mean| (name, noise, mean))).collect();
    let cells: Vec<(f64, f64)> = (0..rows.len() * SHAPES.len())
        .into_par_iter()
        .map(|cell| {
            let ((_, noise, mean), (length, year)) = (rows[cell / SHAPES.len()], SHAPES[cell % SHAPES.len()]);
            let mut random = generator(2000 + cell as u64);
            let mut draw = || smallest_p(&months(&counts(length, mean, noise, year, &mut random)));
            shares(&(0..series).map(|_| draw()).collect::<Vec<f64>>())
        })
        .collect();
    for ((name, _, mean), cells) in rows.iter().zip(cells.chunks(SHAPES.len())) {
        let any: String = cells.iter().map(|(any, _)| format!(" {any:.1} |")).collect();
        writeln!(out, "| {name} | {mean} |{any} {:.1} |", cells[3].1).expect("a string takes all");
    }
    out + &tolls(series) + &planted(series)
}

/// Shares of series with a break, and with one whose p is at most 0.01.
fn shares(ps: &[f64]) -> (f64, f64) {
    let share = |limit: f64| per_cent(ps.iter().filter(|p| **p < limit).count(), ps.len());
    (share(1.0), share(0.010_000_1))
}

/// People killed a month: ten incidents on average, each with a heavy-tailed toll.
fn toll(exponent: f64, random: &mut Pcg64Mcg) -> f64 {
    let tail = Pareto::new(1.0, exponent - 1.0).expect("exponents are above 1");
    let incidents = poisson(10.0, random) as usize;
    (0..incidents).map(|_| (tail.sample(random) - 0.5).floor()).sum()
}

/// The same for sums of heavy-tailed tolls (exponents as of Clauset, Shalizi & Newman 2009, and heavier).
fn tolls(series: usize) -> String {
    let mut out =
        "\nThe same for 120 months of tolls: ten incidents a month, each toll from a power law\n\n".to_owned();
    out += "| exponent | a break is reported | with p up to 0.01 |\n|--:|--:|--:|\n";
    for (cell, exponent) in [2.9, 2.4, 2.0].into_iter().enumerate() {
        let mut random = generator(3000 + cell as u64);
        let ps: Vec<f64> = (0..series)
            .map(|_| smallest_p(&months(&(0..120).map(|_| toll(exponent, &mut random)).collect::<Vec<f64>>())))
            .collect();
        let (any, small) = shares(&ps);
        writeln!(out, "| {exponent} | {any:.1} | {small:.1} |").expect("a string takes all");
    }
    out
}

/// How planted levels are found.
fn planted(series: usize) -> String {
    let mut out =
        "\nPlanted levels: per cent of the series, and of the breaks next to the planted place\n\n".to_owned();
    out +=
        "| level | found | within 3 months | interval holds the place | interval holds the ratio | breaks a series |\n";
    out += "|---|--:|--:|--:|--:|--:|\n";
    let rows: Vec<String> = PLANTED
        .par_iter()
        .enumerate()
        .map(|(cell, planted)| {
            let mut random = generator(4000 + cell as u64);
            let (mut near, mut held, mut ratio, mut found, mut all) = (0, 0, 0, 0, 0);
            for _ in 0..series {
                let reported = breaks(&months(&with_level(planted, &mut random)), &[]).unwrap_or_default();
                all += reported.len();
                let place = planted.from as i32;
                if let Some(nearest) = reported.iter().min_by_key(|b| (b.at - place).abs()) {
                    found += 1;
                    near += usize::from((nearest.at - place).abs() <= 3);
                    held += usize::from((nearest.low..=nearest.high).contains(&place));
                    ratio += usize::from(nearest.ratio.contains(planted.factor));
                }
            }
            let of_found = |count: usize| per_cent(count, found.max(1));
            format!(
                "| {} | {:.1} | {:.1} | {:.1} | {:.1} | {:.2} |\n",
                planted.name,
                per_cent(found, series),
                per_cent(near, series),
                of_found(held),
                of_found(ratio),
                all as f64 / series as f64
            )
        })
        .collect();
    out += &rows.concat();
    out
}

/// Counts before, inside and after the planted months.
fn with_level(planted: &Planted, random: &mut Pcg64Mcg) -> Vec<f64> {
    let Planted { months, mean, noise, from, until, factor, .. } = *planted;
    let stretches = [(from, mean), (until - from, mean * factor), (months - until, mean)];
    stretches.into_iter().flat_map(|(length, level)| counts(length, level, noise, Year::Flat, random)).collect()
}

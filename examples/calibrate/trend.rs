//! How often a series without a trend is called rising or falling.

use crate::simulate::{Noise, Year, counts, generator, months};
use incident_trends::stats::{ALPHA, growth, mann_kendall};
use rayon::prelude::*;
use std::fmt::Write;

const MEANS: [f64; 7] = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0];

const NOISES: [(&str, Noise); 5] = [
    ("Poisson", Noise::Poisson),
    ("negative binomial, size 8", Noise::NegativeBinomial { size: 8.0 }),
    ("negative binomial, size 5", Noise::NegativeBinomial { size: 5.0 }),
    ("negative binomial, size 2", Noise::NegativeBinomial { size: 2.0 }),
    ("negative binomial, size 1", Noise::NegativeBinomial { size: 1.0 }),
];

const SHAPES: [(usize, Year); 4] = [(36, Year::Flat), (36, Year::Seasonal), (60, Year::Flat), (60, Year::Seasonal)];

/// Total standard deviation of the latent log-rate.
const LATENT_SD: f64 = 0.5;

/// Shares of series that the tests call a trend, and of those too thin for a verdict.
#[derive(Clone, Copy, Default)]
struct Shares {
    growth: f64,
    refused: f64,
    mann_kendall: f64,
}

fn shares(cell: usize, series: usize, length: usize, mean: f64, noise: Noise, year: Year) -> Shares {
    let mut random = generator(cell as u64);
    let mut called = Shares::default();
    for _ in 0..series {
        let counts = counts(length, mean, noise, year, &mut random);
        match growth(&months(&counts)) {
            Ok(growth) if growth.p <= ALPHA => called.growth += 1.0,
            Ok(_) => {}
            Err(_) => called.refused += 1.0,
        }
        if mann_kendall(&counts).is_ok_and(|test| test.p() <= ALPHA) {
            called.mann_kendall += 1.0;
        }
    }
    let share = |count: f64| 100.0 * count / series as f64;
    Shares { growth: share(called.growth), refused: share(called.refused), mann_kendall: share(called.mann_kendall) }
}

/// The tables of the trend's calibration.
pub fn tables(series: usize) -> String {
    let mut out = format!("Per cent of {series} series without a trend that are called rising or falling at 5 %\n\n");
    out += "| counts | mean | 36 months | 36, seasonal | 60 months | 60, seasonal | no verdict, 36 months |\n";
    out += "|---|--:|--:|--:|--:|--:|--:|\n";
    let rows: Vec<(&str, Noise, f64)> =
        NOISES.iter().flat_map(|&(name, noise)| MEANS.map(|mean| (name, noise, mean))).collect();
    let cells: Vec<Shares> = (0..rows.len() * SHAPES.len())
        .into_par_iter()
        .map(|cell| {
            let ((_, noise, mean), (length, year)) = (rows[cell / SHAPES.len()], SHAPES[cell % SHAPES.len()]);
            shares(cell, series, length, mean, noise, year)
        })
        .collect();
    for ((name, _, mean), cells) in rows.iter().zip(cells.chunks(SHAPES.len())) {
        let growth: String = cells.iter().map(|cell| format!(" {:.1} |", cell.growth)).collect();
        writeln!(out, "| {name} | {mean} |{growth} {:.1} |", cells[0].refused).expect("a string takes all");
    }
    out += &autoregressive(series);
    out += &short(series);
    out
}

/// The same for series under three years, whose season is not told from growth.
fn short(series: usize) -> String {
    const LENGTHS: [usize; 6] = [12, 15, 18, 24, 30, 35];
    let mut out = String::from("\nThe same for shorter series, negative binomial of size 5, mean 10\n\n");
    out += "| months | flat | seasonal |\n|--:|--:|--:|\n";
    let cells: Vec<(Shares, Shares)> = LENGTHS
        .into_par_iter()
        .map(|length| {
            let noise = Noise::NegativeBinomial { size: 5.0 };
            let share = |cell, year| shares(cell + length, series, length, 10.0, noise, year);
            (share(2000, Year::Flat), share(3000, Year::Seasonal))
        })
        .collect();
    for (length, (flat, seasonal)) in LENGTHS.iter().zip(cells) {
        writeln!(out, "| {length} | {:.1} | {:.1} |", flat.growth, seasonal.growth).expect("a string takes all");
    }
    out
}

/// The same for series whose rate wanders without a trend.
fn autoregressive(series: usize) -> String {
    let mut out = format!(
        "\nThe same with a latent first-order autoregression of the log-rate (standard deviation {LATENT_SD}), 36 months\n\n"
    );
    out += "| autocorrelation | mean | growth | plain Mann-Kendall |\n|--:|--:|--:|--:|\n";
    let rows: Vec<(f64, f64)> =
        [0.3, 0.6].iter().flat_map(|&phi| [5.0, 10.0, 20.0, 50.0].map(|mean| (phi, mean))).collect();
    let cells: Vec<Shares> = (0..rows.len())
        .into_par_iter()
        .map(|cell| {
            let (phi, mean) = rows[cell];
            shares(1000 + cell, series, 36, mean, Noise::Autoregressive { phi, sd: LATENT_SD }, Year::Flat)
        })
        .collect();
    for ((phi, mean), cell) in rows.iter().zip(cells) {
        writeln!(out, "| {phi} | {mean} | {:.1} | {:.1} |", cell.growth, cell.mann_kendall)
            .expect("a string takes all");
    }
    out
}

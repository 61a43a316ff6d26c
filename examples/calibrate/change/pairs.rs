//! Pairs of counts of the same rate.

use super::shares;
use crate::simulate::{Noise, Year, counts, generator, months};
use incident_trends::stats::{Exposed, compare_counts};
use rayon::prelude::*;
use std::fmt::Write;

const MEANS: [f64; 7] = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0];

const NOISES: [(&str, Noise); 4] = [
    ("Poisson", Noise::Poisson),
    ("negative binomial, size 8", Noise::NegativeBinomial { size: 8.0 }),
    ("negative binomial, size 5", Noise::NegativeBinomial { size: 5.0 }),
    ("negative binomial, size 2", Noise::NegativeBinomial { size: 2.0 }),
];

/// Months before the base, and their year.
const HISTORIES: [(usize, Year); 4] = [(36, Year::Flat), (36, Year::Seasonal), (12, Year::Flat), (0, Year::Flat)];

/// Months from the base to the current one: the same month of the year, so that a season is no change.
const YEAR: usize = 12;

/// The days of both months.
const DAYS: f64 = 30.0;

/// The p of pairs of one kind.
fn ps(cell: usize, series: usize, mean: f64, noise: Noise, (history, year): (usize, Year)) -> Vec<f64> {
    let mut random = generator(2000 + cell as u64);
    let p = |_| {
        let all = counts(history + YEAR + 1, mean, noise, year, &mut random);
        let exposed = |at: usize| Exposed { count: all[at], days: DAYS };
        compare_counts(exposed(history + YEAR), exposed(history), &months(&all[..history])).map_or(1.0, |e| e.p)
    };
    (0..series).map(p).collect()
}

/// Per cent of pairs with p at or below 10, 5 and 1 %.
pub fn table(series: usize) -> String {
    let mut out = format!(
        "Per cent of {series} pairs of months of the same rate with p at or below 10, 5 and 1 %; * above the level by more than \
         three standard errors\n\n| counts | mean | 36 months before: 10 | 5 | 1 | 36, seasonal: 10 | 5 | 1 | 12 before: 10 | 5 | \
         1 | none before: 10 | 5 | 1 |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    );
    let rows: Vec<(&str, Noise, f64)> =
        NOISES.iter().flat_map(|&(name, noise)| MEANS.map(|mean| (name, noise, mean))).collect();
    let cells: Vec<String> = (0..rows.len() * HISTORIES.len())
        .into_par_iter()
        .map(|cell| {
            let (_, noise, mean) = rows[cell / HISTORIES.len()];
            shares(&ps(cell, series, mean, noise, HISTORIES[cell % HISTORIES.len()]))
        })
        .collect();
    for ((name, _, mean), cells) in rows.iter().zip(cells.chunks(HISTORIES.len())) {
        writeln!(out, "| {name} | {mean} |{}", cells.concat()).expect("a string takes all");
    }
    out
}

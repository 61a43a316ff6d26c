//! Pairs of sums of tolls of the same rate, and the coverage of the interval where the rates differ.

use super::shares;
use crate::simulate::{Noise, Year, counts, generator, months};
use incident_trends::stats::{Interval, TollSample, compare_tolls};
use rand_distr::{Distribution, Geometric, Pareto};
use rand_pcg::Pcg64Mcg;
use rayon::prelude::*;
use std::fmt::Write;

/// Incidents a month.
const MEANS: [f64; 3] = [10.0, 20.0, 50.0];

/// Overdispersion of the number of incidents.
const NOISES: [(&str, Noise); 2] = [("Poisson", Noise::Poisson), ("size 5", Noise::NegativeBinomial { size: 5.0 })];

/// How deadly an incident is.
#[derive(Clone, Copy)]
enum Severity {
    /// Mean 2, 0 most often.
    Geometric,
    /// A discrete power law with the exponent 2.4 of terrorist attacks (Clauset, Shalizi & Newman 2009).
    Heavy,
}

const SEVERITIES: [(&str, Severity); 2] = [("geometric", Severity::Geometric), ("heavy-tailed", Severity::Heavy)];

impl Severity {
    fn draw(self, random: &mut Pcg64Mcg) -> f64 {
        match self {
            Severity::Geometric => Geometric::new(1.0 / 3.0).expect("a probability").sample(random) as f64,
            Severity::Heavy => {
                let toll: f64 = Pareto::new(1.0, 1.4).expect("positive").sample(random);
                toll.floor()
            }
        }
    }
}

/// What differs between the two periods whose ratio of rates is 2.
#[derive(Clone, Copy)]
enum Truth {
    Same,
    TwiceAsOften,
    TwiceAsDeadly,
}

/// History before the base.
const HISTORY: usize = 36;

const DAYS: f64 = 30.0;

/// Pairs for each 10 of the series asked for: a pair costs some hundred times as much as one of counts.
const PAIRS_OF_SERIES: usize = 5;

fn pair(
    random: &mut Pcg64Mcg,
    mean: f64,
    noise: Noise,
    severity: Severity,
    truth: Truth,
    seed: u64,
) -> Option<[(f64, Interval); 2]> {
    let all = counts(HISTORY + 2, mean, noise, Year::Flat, random);
    let (often, deadly) = match truth {
        Truth::Same => (1.0, 1.0),
        Truth::TwiceAsOften => (2.0, 1.0),
        Truth::TwiceAsDeadly => (1.0, 2.0),
    };
    let incidents = |n: f64, factor: f64, random: &mut Pcg64Mcg| -> Vec<(f64, f64)> {
        (0..n as usize).map(|_| (severity.draw(random) * factor, 1.0)).collect()
    };
    let current = if often > 1.0 { counts(1, mean * often, noise, Year::Flat, random)[0] } else { all[HISTORY + 1] };
    let now = incidents(current, deadly, random);
    let then = incidents(all[HISTORY], 1.0, random);
    let sample = |tolls| TollSample { tolls, days: DAYS };
    let found = compare_tolls(sample(&now), sample(&then), &months(&all[..HISTORY]), seed).ok()?;
    Some([found.evidence, found.without_deadliest].map(|evidence| (evidence.p, evidence.ratio)))
}

fn cell(cell: usize, pairs: usize, mean: f64, noise: Noise, severity: Severity) -> String {
    let mut random = generator(3000 + cell as u64);
    let mut run = |truth: Truth| -> Vec<[(f64, Interval); 2]> {
        (0..pairs).filter_map(|i| pair(&mut random, mean, noise, severity, truth, i as u64)).collect()
    };
    let same = run(Truth::Same);
    let mut out: String =
        (0..2).map(|which| shares(&same.iter().map(|found| found[which].0).collect::<Vec<f64>>())).collect();
    for truth in [Truth::TwiceAsOften, Truth::TwiceAsDeadly] {
        let found = run(truth);
        let held = found.iter().filter(|found| found[0].1.contains(2.0)).count() as f64;
        let seen = found.iter().filter(|found| found[0].0 < 0.05).count() as f64;
        write!(out, " {:.1} | {:.1} |", 100.0 * held / found.len() as f64, 100.0 * seen / found.len() as f64)
            .expect("a string takes all");
    }
    out
}

/// Per cent of pairs with p at or below 10, 5 and 1 %, and the coverage of the 95 % interval.
pub fn table(series: usize) -> String {
    let pairs = (series / PAIRS_OF_SERIES).max(1);
    let mut out = format!(
        "Sums of tolls, {pairs} pairs of months, 36 months before: per cent with p at or below 10, 5 and 1 % where the rates are \
         the same (* above the level by more than three standard errors); coverage of the 95 % interval, and per cent found at \
         5 %, where the current month has twice as many incidents, and where its incidents are twice as deadly\n\n\
         | tolls | incidents | mean a month | p: 10 | 5 | 1 | without the deadliest: 10 | 5 | 1 | twice as often: coverage | \
         found | twice as deadly: coverage | found |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    );
    let rows: Vec<_> = SEVERITIES
        .iter()
        .flat_map(|&severity| NOISES.iter().flat_map(move |&noise| MEANS.map(|mean| (severity, noise, mean))))
        .collect();
    let cells: Vec<String> = rows
        .par_iter()
        .enumerate()
        .map(|(at, &((_, severity), (_, noise), mean))| cell(at, pairs, mean, noise, severity))
        .collect();
    for (((severity, _), (noise, _), mean), cell) in rows.iter().zip(cells) {
        writeln!(out, "| {severity} | {noise} | {mean} |{cell}").expect("a string takes all");
    }
    out
}

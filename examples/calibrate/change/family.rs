//! Whole runs in which nothing changes: how many report anything after Benjamini-Hochberg.

use crate::simulate::{Noise, Year, counts, generator, months};
use incident_trends::stats::{ALPHA, Exposed, Family, compare_counts};
use rayon::prelude::*;

/// Series of a run.
const SERIES: usize = 500;

/// Runs for each of the series asked for.
const RUNS_OF_SERIES: usize = 5;

/// Means go from the first to the second, evenly on the log scale.
const MEANS: (f64, f64) = (0.5, 50.0);

/// Months before both.
const HISTORY: usize = 36;

const DAYS: f64 = 30.0;

/// What one run reports: series with q below 5 %, and the size of its family.
fn run(at: usize, noise: Noise) -> (usize, usize) {
    let mut random = generator(4000 + at as u64);
    let tests: Vec<(f64, f64)> = (0..SERIES)
        .filter_map(|series| {
            let mean = MEANS.0 * (MEANS.1 / MEANS.0).powf(series as f64 / (SERIES - 1) as f64);
            let all = counts(HISTORY + 2, mean, noise, Year::Flat, &mut random);
            let exposed = |at: usize| Exposed { count: all[at], days: DAYS };
            let found = compare_counts(exposed(HISTORY + 1), exposed(HISTORY), &months(&all[..HISTORY]));
            found.ok().map(|evidence| (evidence.p, evidence.smallest_p))
        })
        .collect();
    let family = Family::new(tests.iter().copied());
    let called = tests.iter().filter(|&&(p, smallest)| family.q(p, smallest).is_some_and(|q| q < ALPHA)).count();
    (called, family.size())
}

/// Per cent of runs that report a change.
pub fn table(series: usize) -> String {
    let runs = (series / RUNS_OF_SERIES).max(1);
    let mut out = format!(
        "Per cent of {runs} runs over {SERIES} series without a change (means {} to {}, change since the previous month) that \
         report any after Benjamini-Hochberg at 5 %\n\n| counts | runs that report any | mean size of the family |\n|---|--:|--:|\n",
        MEANS.0, MEANS.1
    );
    for (name, noise) in
        [("Poisson", Noise::Poisson), ("negative binomial, size 5", Noise::NegativeBinomial { size: 5.0 })]
    {
        let found: Vec<(usize, usize)> = (0..runs).into_par_iter().map(|at| run(at, noise)).collect();
        let any = found.iter().filter(|(called, _)| *called > 0).count() as f64;
        let size = found.iter().map(|(_, size)| *size as f64).sum::<f64>() / runs as f64;
        out += &format!("| {name} | {:.1} | {size:.0} |\n", 100.0 * any / runs as f64);
    }
    out
}

//! How often the alert's p is small although nothing changed, and how often a change is found, beside the rules that others use.

use crate::simulate::{Noise, Year, counts, generator, months};
use incident_trends::stats::{
    Alert, Band, EarsMethod, FarringtonSetting, FarringtonThreshold, NotComputed, Observation, PredictionError, Sample,
    Trendfinder, alert, ears, farrington,
};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;
use rayon::prelude::*;
use std::fmt::Write;

const MEANS: [f64; 5] = [0.5, 2.0, 5.0, 10.0, 50.0];

const NOISES: [(&str, Noise); 4] = [
    ("Poisson", Noise::Poisson),
    ("negative binomial, size 8", Noise::NegativeBinomial { size: 8.0 }),
    ("negative binomial, size 5", Noise::NegativeBinomial { size: 5.0 }),
    ("negative binomial, size 2", Noise::NegativeBinomial { size: 2.0 }),
];

const SHAPES: [(usize, Year, &str); 5] = [
    (24, Year::Flat, "24"),
    (36, Year::Flat, "36"),
    (60, Year::Flat, "60"),
    (36, Year::Seasonal, "36, seasonal"),
    (60, Year::Seasonal, "60, seasonal"),
];

/// Nominal errors.
const LEVELS: [f64; 3] = [0.01, 0.025, 0.05];

/// Seeds of the comparison, apart from those of the cells.
const COMPARISON: u64 = 1_000;

/// Equal months: the simulated rate is one a month, not one a day.
fn equal_months(sample: &Sample) -> Sample {
    let observations = sample.observations().iter().map(|o| Observation { days: 30.0, ..*o }).collect();
    Sample::new(observations, sample.per_year()).expect("only the days differ")
}

/// A baseline of so many months and the next one, which may be any month of the year.
fn unchanged(baseline: usize, mean: f64, noise: Noise, year: Year, random: &mut Pcg64Mcg) -> Sample {
    let first = random.random_range(0..12);
    equal_months(&months(&counts(first + baseline + 1, mean, noise, year, random)).newest(baseline + 1))
}

/// Counts of series with a small p.
#[derive(Clone, Default)]
struct Sizes {
    tested: f64,
    /// Upper and lower p, made continuous by a random share of the chance of the observed number, at each level.
    high: [f64; 3],
    low: [f64; 3],
    /// Upper p as printed.
    printed: [f64; 3],
    /// Two-sided p as printed.
    two_sided: [f64; 3],
}

fn sizes(cell: usize, series: usize, mean: f64, noise: Noise, (baseline, year, _): (usize, Year, &str)) -> Sizes {
    let mut random = generator(cell as u64);
    let mut sizes = Sizes::default();
    for _ in 0..series {
        let sample = unchanged(baseline, mean, noise, year, &mut random);
        let share: f64 = random.random();
        let found = match alert(&sample) {
            Ok(found) => found,
            Err(NotComputed::TooFew { .. }) => continue,
            Err(other) => unreachable!("the baseline is long: {other:?}"),
        };
        let Alert { p_high, p_low, p, .. } = found;
        let equal = p_high + p_low - 1.0;
        sizes.tested += 1.0;
        for (i, level) in LEVELS.into_iter().enumerate() {
            sizes.high[i] += f64::from(p_high - share * equal <= level);
            sizes.low[i] += f64::from(p_low - share * equal <= level);
            sizes.printed[i] += f64::from(p_high <= level);
            sizes.two_sided[i] += f64::from(p <= level);
        }
    }
    sizes
}

/// Shares in per cent, a level each.
fn shares(counts: &[f64; 3], tested: f64) -> String {
    counts.map(|count| format!("{:.2}", 100.0 * count / tested)).join(" / ")
}

fn size_table(series: usize) -> String {
    let mut out = format!(
        "Per cent of {series} series without a change with an alert\u{2019}s p of at most 1 / 2.5 / 5 %. Randomised: with a random \
         share of the chance of the observed number, so that discreteness plays no part; three standard errors are 0.3, 0.47 \
         and 0.65 at 10,000 series\n\n"
    );
    out += "| counts | mean | baseline | rises, randomised | falls, randomised | rises, as printed | two-sided, as printed | refused |\n";
    out += "|---|--:|---|---|---|---|---|--:|\n";
    let cells: Vec<_> = NOISES
        .iter()
        .flat_map(|&noise| MEANS.iter().flat_map(move |&mean| SHAPES.iter().map(move |&shape| (noise, mean, shape))))
        .collect();
    let sizes: Vec<Sizes> = cells
        .par_iter()
        .enumerate()
        .map(|(cell, &((_, noise), mean, shape))| sizes(cell, series, mean, noise, shape))
        .collect();
    for (((name, _), mean, (_, _, shape)), sizes) in cells.iter().zip(&sizes) {
        let columns = [&sizes.high, &sizes.low, &sizes.printed, &sizes.two_sided].map(|c| shares(c, sizes.tested));
        let refused = 100.0 * (1.0 - sizes.tested / series as f64);
        writeln!(out, "| {name} | {mean} | {shape} | {} | {refused:.1} |", columns.join(" | "))
            .expect("a string takes all");
    }
    out
}

/// A rule that calls a newest value too high.
type Rule = (&'static str, fn(&Sample) -> Option<bool>);

const RULES: [Rule; 6] = [
    ("p for a rise at most 2.5 %", |sample| Some(alert(sample).ok()?.p_high <= 0.025)),
    ("p for a rise at most 5 %", |sample| Some(alert(sample).ok()?.p_high <= 0.05)),
    ("Trendfinder, large increase", |sample| {
        let counts: Vec<f64> = sample.counts().collect();
        let (newest, before) = counts.split_last()?;
        Some(Trendfinder::new(before)?.band(*newest) == Band::LargeIncrease)
    }),
    ("EARS C2 at 5 %", |sample| {
        let counts: Vec<f64> = sample.counts().collect();
        Some(*counts.last()? > ears(&counts, EarsMethod::C2, 0.05, 0.0).ok()?.upper)
    }),
    ("Farrington at 5 %", |sample| above_farrington(sample, PredictionError::Published)),
    ("Farrington at 5 %, error as in surveillance", |sample| above_farrington(sample, PredictionError::Surveillance)),
];

fn above_farrington(sample: &Sample, error: PredictionError) -> Option<bool> {
    let setting = FarringtonSetting {
        years: 5,
        half_window: 1,
        left_out: 6,
        parts: 1,
        trend_p: 0.05,
        threshold: FarringtonThreshold::Delta,
        error,
        alpha: 0.05,
    };
    Some(sample.counts().next_back()? > farrington(sample, &setting).ok()?.upper)
}

/// Months after the baseline in which a change is to be found.
pub const AFTER: usize = 3;

/// The series of the comparison: months of baseline, mean, noise.
pub const COMPARED: [(&str, usize, f64, Noise); 5] = [
    ("Poisson, mean 10, 24 months", 24, 10.0, Noise::Poisson),
    ("Poisson, mean 4, 24 months", 24, 4.0, Noise::Poisson),
    ("negative binomial, size 5, mean 10, 24 months", 24, 10.0, Noise::NegativeBinomial { size: 5.0 }),
    ("Poisson, mean 10, 72 months", 72, 10.0, Noise::Poisson),
    ("negative binomial, size 5, mean 10, 72 months", 72, 10.0, Noise::NegativeBinomial { size: 5.0 }),
];

/// A series of the comparison: its baseline and then three months at `factor` times the mean.
pub fn compared(at: usize, factor: f64, series: usize) -> Vec<Vec<f64>> {
    let (_, baseline, mean, noise) = COMPARED[at];
    let mut random = generator(COMPARISON + 10 * at as u64 + factor as u64);
    let mut one = || {
        let mut all = counts(baseline, mean, noise, Year::Flat, &mut random);
        all.extend(counts(AFTER, factor * mean, noise, Year::Flat, &mut random));
        all
    };
    (0..series).map(|_| one()).collect()
}

/// Shares of series, in per cent, that a rule calls in the first month after the baseline, and in any of three; `None` where it
/// says nothing.
fn called(series: &[Vec<f64>], rule: fn(&Sample) -> Option<bool>) -> Option<(f64, f64)> {
    let (mut first, mut any) = (0.0, 0.0);
    for counts in series {
        let baseline = counts.len() - AFTER;
        let sample = equal_months(&months(counts));
        let mut within = false;
        for months in 1..=AFTER {
            let until = sample.before(i32::try_from(baseline + months).expect("a few years of months"));
            let high = rule(&until)?;
            first += f64::from(months == 1 && high);
            within |= high;
        }
        any += f64::from(within);
    }
    let share = 100.0 / series.len() as f64;
    Some((share * first, share * any))
}

fn comparison_table(series: usize) -> String {
    let mut out = format!(
        "Per cent of {series} series called too high: in a month without a change, and within three months of a doubling\n\n"
    );
    let head: Vec<&str> = RULES.iter().map(|&(name, _)| name).collect();
    writeln!(out, "| counts | | {} |\n|---|---|{}", head.join(" | "), "--:|".repeat(RULES.len()))
        .expect("a string takes all");
    for (at, (name, ..)) in COMPARED.iter().enumerate() {
        let (null, doubled) = (compared(at, 1.0, series), compared(at, 2.0, series));
        let row = |which: &[Vec<f64>], of: fn((f64, f64)) -> f64| -> String {
            let cells: Vec<String> = RULES
                .par_iter()
                .map(|&(_, rule)| {
                    called(which, rule).map_or_else(|| "\u{2013}".to_owned(), |c| format!("{:.1}", of(c)))
                })
                .collect();
            cells.join(" | ")
        };
        writeln!(out, "| {name} | no change | {} |", row(&null, |c| c.0)).expect("a string takes all");
        writeln!(out, "| | doubled, within three months | {} |", row(&doubled, |c| c.1)).expect("a string takes all");
    }
    out
}

/// The tables of the alert's calibration.
pub fn tables(series: usize) -> String {
    format!("{}\n{}", size_table(series), comparison_table(series))
}

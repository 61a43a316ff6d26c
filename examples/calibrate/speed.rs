//! How long the statistics of 10,000 series take, as a ratio to reading a large CSV in the same run.

use crate::simulate::{Noise, Year, counts, generator};
use incident_trends::read;
use incident_trends::source::{self, Aliases, Plan, Settings, Tolerance};
use incident_trends::stats::{self, Exposed, Family, Sample, TollSample};
use rayon::prelude::*;
use std::fmt::Write;
use std::path::Path;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

const SERIES: u64 = 10_000;
const MONTHS: usize = 120;

/// The table of ratios; `path` is a CSV of any source, large enough that reading it takes seconds.
pub fn tables(path: &str) -> Result<String, Box<dyn std::error::Error>> {
    let (bytes, raw) = timed(|| std::fs::read(path).map(|bytes| bytes.len()));
    let bytes = bytes?;
    let (rows, reading) = timed(|| read_all(Path::new(path)));
    let rows = rows?;
    let samples: Vec<Sample> = (0..SERIES).map(series).collect();
    let (tests, without) = timed(|| judged(&samples));
    let (forecasts, backtests) = timed(|| samples.par_iter().filter(|s| stats::forecast(s, 1).is_ok()).count());
    let (compared, permutations) = timed(|| samples.par_iter().filter(|s| tolls(s)).count());
    let all = without + backtests + permutations;
    let mut table = String::from("| step | of | seconds | of reading the CSV |\n|---|---|--:|--:|\n");
    let mut row = |step: &str, of: &str, time: Duration| {
        let (seconds, ratio) = (time.as_secs_f64(), time.as_secs_f64() / reading.as_secs_f64());
        writeln!(table, "| {step} | {of} | {seconds:.2} | {ratio:.2} |").expect("a text takes any line");
    };
    let gigabytes = bytes as f64 / 1e9;
    row("the bytes of the CSV alone", &format!("{gigabytes:.2} GB"), raw);
    row("reading the CSV: bytes to incidents", &format!("{rows} rows"), reading);
    row("changes, trends, breaks, alerts and q", &format!("{SERIES} series, {tests} tests"), without);
    row("backtest and forecast", &format!("{forecasts} series"), backtests);
    row("permutation of tolls", &format!("{compared} comparisons"), permutations);
    row("all statistics", &format!("{SERIES} series"), all);
    Ok(table)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let done = work();
    (done, began.elapsed())
}

/// Reads a file as a run does: split, decoded, typed, repeats and revisions found.
fn read_all(path: &Path) -> Result<u64, Box<dyn std::error::Error>> {
    let threads = available_parallelism()?;
    let plan = Plan {
        tables: &read::tables(path)?,
        options: read::Options { encoding: None, delimiter: None, threads },
        source: None,
        settings: &Settings::default(),
        aliases: &Aliases::default(),
        tolerance: Tolerance::ANY,
        shelf: None,
        progress: &|_| {},
    };
    let loaded = source::load(&plan)?;
    Ok(loaded.iter().flat_map(|loaded| &loaded.files).map(|file| file.accounting.read).sum())
}

/// Means from 0.5 to 50, Poisson and overdispersed, half of them seasonal.
fn series(index: u64) -> Sample {
    let mean = [0.5, 2.0, 5.0, 15.0, 50.0][(index % 5) as usize];
    let noise = if index.is_multiple_of(2) { Noise::Poisson } else { Noise::NegativeBinomial { size: 5.0 } };
    let year = if index % 4 < 2 { Year::Flat } else { Year::Seasonal };
    let counts = counts(MONTHS, mean, noise, year, &mut generator(index));
    Sample::months(&counts).expect("simulated counts are counts")
}

/// Every test of a series but the dear ones, and what their p are worth in four families. Returns the number of tests.
fn judged(samples: &[Sample]) -> usize {
    let each: Vec<[Option<(f64, f64)>; 5]> = samples.par_iter().map(tested).collect();
    let family = |question: &[usize]| {
        let tests = || each.iter().flat_map(|tests| question.iter().filter_map(|&at| tests[at]));
        let family = Family::new(tests());
        tests().filter(|&(p, smallest)| family.q(p, smallest).is_some()).count()
    };
    [&[0, 1][..], &[2], &[3], &[4]].into_iter().map(family).sum()
}

/// Two changes, the trend with all its companions, the alert with all its bounds, and the strongest break.
fn tested(sample: &Sample) -> [Option<(f64, f64)>; 5] {
    let change = |back: usize| {
        let observed = sample.observations();
        let (now, then) = (observed[MONTHS - 1], observed[MONTHS - 1 - back]);
        let exposed = |o: stats::Observation| Exposed { count: o.count, days: o.days };
        let evidence = stats::compare_counts(exposed(now), exposed(then), &sample.before(then.at)).ok()?;
        Some((evidence.p, evidence.smallest_p))
    };
    let trend = stats::trends(sample).into_iter().find_map(|(_, value)| Some((value.ok()?.p?, 0.0)));
    let alert = stats::alert(sample).ok().map(|alert| (alert.p, alert.smallest_p));
    let breaks = stats::breaks(sample, &[]).ok();
    let smallest = breaks.map(|breaks| breaks.iter().map(|b| b.p).fold(1.0, f64::min));
    [change(1), change(12), trend, alert, smallest.map(|p| (p, 0.0))]
}

/// The newest month's tolls against those of the month before: one to nine killed in each incident.
fn tolls(sample: &Sample) -> bool {
    let observed = sample.observations();
    let of = |o: stats::Observation| -> Vec<(f64, f64)> {
        (0..o.count as u32).map(|i| (f64::from(i % 9 + 1), 1.0)).collect()
    };
    let (now, then) = (observed[MONTHS - 1], observed[MONTHS - 2]);
    let (current, base) = (of(now), of(then));
    let side = |tolls, days| TollSample { tolls, days };
    let history = sample.before(then.at);
    stats::compare_tolls(side(&current, now.days), side(&base, then.days), &history, 1).is_ok()
}

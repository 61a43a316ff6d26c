//! Calibration of the forecasts on real series: every origin of every region's months, for incidents and for killed.
//!
//! The input is the program's own `series.csv`; the region `(unknown)` is left out. A row pools all regions and origins with the same
//! weight. "Shown" is the forecaster that the program would have chosen at each origin from what was known by then, over those origins
//! only at which it would have forecast at all (the series was long and busy enough).

use incident_trends::period::{Day, Grain, Period};
use incident_trends::stats::{
    Forecaster, HORIZON, LEVELS, NotComputed, ORIGINS, Observation, Origins, Outcome, Sample, backtest, best, phase,
    scores, too_thin,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use strum::VariantArray;

/// Seed of the randomised transform.
const SEED: u64 = 20_220_101;

const MEASURES: [&str; 2] = ["incidents", "killed"];

const MONTHS: f64 = 12.0;

/// What the program would have done at an origin.
#[derive(Clone, Copy, PartialEq)]
enum Choice {
    Refused,
    Showed(Forecaster),
}

/// A forecast of the past, and what the program would have shown in its place.
struct Judged {
    outcome: Outcome,
    choice: Choice,
}

/// One Markdown table for each file and measure.
pub fn tables(files: &[&str]) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    for file in files {
        for measure in MEASURES {
            let regions = read(file, measure)?;
            let mut judged = Vec::new();
            let mut now = BTreeMap::new();
            // A seed each: months of zeros in every region must not share their draws.
            for (seed, sample) in (SEED..).zip(regions.values()) {
                match backtest(sample, Origins::All, seed) {
                    Ok(outcomes) => judged.extend(judge(sample, &outcomes)),
                    Err(NotComputed::TooShort { .. }) => {}
                    Err(reason) => return Err(reason.text().into()),
                }
                let shown = incident_trends::stats::forecast(sample, seed).map_or("refused", |f| f.shown.id());
                *now.entry(shown).or_insert(0) += 1;
            }
            let name = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
            let now: Vec<String> = now.into_iter().map(|(shown, regions)| format!("{shown} {regions}")).collect();
            writeln!(text, "\n**{name}, {measure}**: {} regions (at the end: {})\n", regions.len(), now.join(", "))?;
            table(&mut text, &judged)?;
        }
    }
    Ok(text)
}

/// The complete months of each region.
fn read(file: &str, measure: &str) -> Result<BTreeMap<String, Sample>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file).map_err(|error| format!("{file}: {error}"))?;
    let header = reader.headers()?.clone();
    let column = |name: &str| header.iter().position(|h| h == name).ok_or(format!("{file}: no column {name}"));
    let wanted = [("grain", "month"), ("scope", "region"), ("kind", "all"), ("role", "any"), ("status", "complete")];
    let wanted: Vec<(usize, &str)> =
        wanted.into_iter().map(|(name, value)| Ok((column(name)?, value))).collect::<Result<_, String>>()?;
    let (region, start, value) = (column("region")?, column("start")?, column(measure)?);
    let mut series: BTreeMap<String, Vec<Observation>> = BTreeMap::new();
    for record in reader.records() {
        let record = record?;
        if wanted.iter().any(|&(at, value)| &record[at] != value) || &record[region] == "(unknown)" {
            continue;
        }
        // A month of which no toll is known is a gap.
        let Ok(count) = record[value].parse() else { continue };
        let start = Day::from_iso(&record[start]).ok_or(format!("{file}: {} is no day", &record[start]))?;
        series.entry(record[region].to_owned()).or_default().push(observation(start, count));
    }
    let samples = series.into_iter().map(|(name, values)| Sample::new(values, MONTHS).map(|sample| (name, sample)));
    samples.collect::<Option<_>>().ok_or_else(|| format!("{file}: a region's months are out of order").into())
}

fn observation(start: Day, count: f64) -> Observation {
    let month = Period::containing(start, Grain::Month);
    let first = Period::containing(Day::from_epoch(0), Grain::Month);
    Observation { at: month.since(first), count, days: f64::from(month.days()), phase: phase(month) }
}

/// Adds to each outcome what the program would have shown at its origin.
fn judge(sample: &Sample, outcomes: &[Outcome]) -> Vec<Judged> {
    let mut origins: Vec<i32> = outcomes.iter().map(|o| o.origin).collect();
    origins.dedup();
    let choice = |origin: i32| {
        if too_thin(&sample.before(origin + 1)).is_some() {
            return (origin, Choice::Refused);
        }
        let known = |o: &&Outcome| o.origin + o.ahead as i32 <= origin && origin - o.origin <= ORIGINS as i32;
        let known: Vec<Outcome> = outcomes.iter().filter(known).copied().collect();
        (origin, Choice::Showed(best(&scores(&known))))
    };
    let choices: BTreeMap<i32, Choice> = origins.into_iter().map(choice).collect();
    outcomes.iter().map(|&outcome| Judged { outcome, choice: choices[&outcome.origin] }).collect()
}

fn table(text: &mut String, judged: &[Judged]) -> std::fmt::Result {
    writeln!(
        text,
        "| months ahead | forecasts | PIT in 50 / 80 / 95 % | printed 50 / 80 / 95 % | CRPS: {} | against {} | against {} |",
        Forecaster::VARIANTS.iter().map(|f| f.id()).collect::<Vec<_>>().join(" / "),
        Forecaster::Resampled.id(),
        Forecaster::LastValue.id(),
    )?;
    writeln!(text, "|---|---|---|---|---|---|---|")?;
    for ahead in 1..=HORIZON {
        row(text, &ahead.to_string(), judged.iter().filter(|j| j.outcome.ahead == ahead), ours)?;
    }
    row(text, "1 to 6", judged.iter(), ours)?;
    let offered = || judged.iter().filter(|j| j.choice != Choice::Refused);
    row(text, "1 to 6, not refused", offered(), ours)?;
    row(text, "1 to 6, as shown", offered(), shown)?;
    for &forecaster in Forecaster::VARIANTS {
        let part = offered().filter(|j| j.choice == Choice::Showed(forecaster));
        row(text, &format!("of these: {}", forecaster.id()), part, shown)?;
    }
    Ok(())
}

/// Whether a forecast is ours.
fn ours(judged: &Judged) -> bool {
    judged.outcome.forecaster == Forecaster::Pooled
}

/// Whether a forecast is the one that the program would have shown.
fn shown(judged: &Judged) -> bool {
    judged.choice == Choice::Showed(judged.outcome.forecaster)
}

/// One row: the coverage of the forecasts under test, and their CRPS against the benchmarks' at the same origins.
fn row<'a>(
    text: &mut String,
    name: &str,
    judged: impl Iterator<Item = &'a Judged> + Clone,
    tested: impl Fn(&Judged) -> bool,
) -> std::fmt::Result {
    let under_test: Vec<&Outcome> = judged.clone().filter(|j| tested(j)).map(|j| &j.outcome).collect();
    if under_test.is_empty() {
        return writeln!(text, "| {name} | 0 | | | | | |");
    }
    let share = |holds: &dyn Fn(&Outcome) -> bool| {
        format!("{:.1}", 100.0 * under_test.iter().filter(|o| holds(o)).count() as f64 / under_test.len() as f64)
    };
    let transformed = LEVELS.map(|level| share(&|o| o.holds(level))).join(" / ");
    let printed = [0, 1, 2].map(|i| share(&|o| o.inside[i])).join(" / ");
    let mean = |crps: Vec<f64>| crps.iter().sum::<f64>() / crps.len() as f64;
    let of =
        |f: Forecaster| mean(judged.clone().filter(|j| j.outcome.forecaster == f).map(|j| j.outcome.crps).collect());
    let crps = mean(under_test.iter().map(|o| o.crps).collect());
    let against = |f: Forecaster| format!("{:+.1} %", 100.0 * (crps / of(f) - 1.0));
    let three: Vec<String> = Forecaster::VARIANTS.iter().map(|&f| format!("{:.4}", of(f))).collect();
    writeln!(
        text,
        "| {name} | {} | {transformed} | {printed} | {} | {} | {} |",
        under_test.len(),
        three.join(" / "),
        against(Forecaster::Resampled),
        against(Forecaster::LastValue)
    )
}

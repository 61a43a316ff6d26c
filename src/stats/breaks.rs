//! Breaks: when the level of a series changed, with an interval of dates and the ratio of the levels.

mod choose;
mod cost;
mod evidence;
mod exposure;
mod outlier;
mod pelt;
mod scatter;

pub use choose::SHORTEST as SHORTEST_LEVEL;
pub use cost::{Cost, Sums};
pub use pelt::pelt;

use super::{Interval, NotComputed, Sample};
use choose::{Passed, choose};
use evidence::{Level, ratio, span_of_places};
use scatter::Levels;

/// Complete periods that breaks need: two years of months.
pub const PERIODS_NEEDED: usize = 24;

/// A change of level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// Position of the first period of the new level, and the interval that holds it.
    pub at: i32,
    pub low: i32,
    pub high: i32,
    /// Rates a day before and after, up to the neighbouring breaks; of a season of average strength where the sample has three years.
    pub before: f64,
    pub after: f64,
    /// After over before.
    pub ratio: Interval,
    pub p: f64,
}

/// The breaks of a sample, oldest first. `declared` are positions of the first period after a change in collection: the levels
/// before and after are never compared across them.
pub fn breaks(sample: &Sample, declared: &[i32]) -> Result<Vec<Break>, NotComputed> {
    if sample.len() < PERIODS_NEEDED {
        return Err(NotComputed::TooShort { have: sample.len(), need: PERIODS_NEEDED });
    }
    let pieces: Vec<Sample> = pieces(sample, declared).into_iter().filter(|p| p.len() >= PERIODS_NEEDED).collect();
    if pieces.is_empty() {
        return Err(NotComputed::CollectionBreak);
    }
    Ok(pieces.iter().flat_map(|piece| breaks_of(piece, pieces.len())).collect())
}

/// The sample cut at each declared position.
fn pieces(sample: &Sample, declared: &[i32]) -> Vec<Sample> {
    let mut cuts = declared.to_vec();
    cuts.sort_unstable();
    cuts.dedup();
    let mut rest = sample.clone();
    let mut pieces = Vec::new();
    for cut in cuts {
        let before = rest.before(cut);
        rest = rest.newest(rest.len() - before.len());
        pieces.push(before);
    }
    pieces.push(rest);
    pieces
}

/// The breaks of a piece that no declared break crosses; `pieces`: how many such pieces the series has.
fn breaks_of(piece: &Sample, pieces: usize) -> Vec<Break> {
    let raw: Vec<f64> = piece.counts().collect();
    let days = exposure::days(piece);
    let (counts, _) = outlier::drawn_in(&raw, &days.values);
    let exposures = exposure::seasonal(piece, &counts).unwrap_or(days);
    let (counts, _) = outlier::drawn_in(&raw, &exposures.values);
    let at: Vec<i32> = piece.observations().iter().map(|o| o.at).collect();
    let sums = Sums::new(&counts, &exposures.values);
    let levels =
        Levels { sums: &sums, counts: &counts, exposures: &exposures.values, at: &at, factors: exposures.factors };
    let raw_sums = Sums::new(&raw, &exposures.values);
    let mean_days = piece.days().sum::<f64>() / piece.len() as f64;
    choose(&levels, pieces).iter().filter_map(|passed| describe(&levels, passed, &raw, &raw_sums, mean_days)).collect()
}

fn describe(levels: &Levels<'_>, passed: &Passed, raw: &[f64], raw_sums: &Sums, mean_days: f64) -> Option<Break> {
    let Passed { cut, from, until, scatter, p } = *passed;
    let (low, high) = span_of_places(levels.sums, scatter, from, until)?;
    let level = |from: usize, until: usize| {
        let rate = raw_sums.rate(from, until);
        let model = scatter.cost.dispersion(levels.sums.rate(from, until));
        let term = |(c, e): (&f64, &f64)| (c - rate * e).powi(2) / rate.max(f64::MIN_POSITIVE);
        let pearson: f64 = raw[from..until].iter().zip(&levels.exposures[from..until]).map(term).sum();
        let dispersion = model.max(pearson / (until - from - 1) as f64) * scatter.inflation;
        Level { count: raw_sums.count(from, until), exposure: raw_sums.exposure(from, until), dispersion }
    };
    let (before, after) = (level(from, cut), level(cut, until));
    let rate = |level: Level| level.count / level.exposure / mean_days;
    Some(Break {
        at: levels.at[cut],
        low: levels.at[low - 1] + 1,
        high: levels.at[high],
        before: rate(before),
        after: rate(after),
        ratio: ratio(before, after)?,
        p,
    })
}

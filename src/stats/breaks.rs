//! Breaks: when the level of a series changed, with an interval of dates and the ratio of the levels.

mod choose;
mod cost;
mod evidence;
mod exposure;
mod outlier;
mod pelt;
mod scatter;

use super::{Interval, NotComputed, Sample};
use choose::{Passed, choose};
use cost::Sums;
use evidence::{Level, ratio, span_of_places};
use scatter::Levels;

/// Periods of the shortest level, or a month of days where that is more. A shorter episode is a matter for alerts: a level of a few
/// periods is mostly chance, and one incident with a huge toll must not make two breaks.
const SHORTEST_LEVEL: usize = 6;

/// Shortest levels that a series must have room for: two years of months.
const LEVELS_NEEDED: usize = 4;

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

/// The breaks of a sample, oldest first: changes of level that chance, scatter and slow waves do not explain.
///
/// Model: counts with the days of their period as exposure, and from three years on their season; between breaks one level, with Poisson or
/// negative-binomial scatter. Lone outliers are drawn in to their surroundings. PELT (Killick, Fearnhead & Eckley 2012) proposes
/// places with a negative-binomial cost whose size comes from the differences of neighbouring periods, and a penalty of log n, with at
/// least six periods a level; the best segmentation of each number of proposed cuts is tested, and the weakest cut taken out
/// until all pass. A cut's statistic is its likelihood ratio between its neighbours, with the size of the two levels beside it,
/// divided by the inflation of the variance by autocorrelation (Bartlett 1946) of what the levels leave. Without the highest period of the
/// higher level it must still gain what is significant at a given place: a break does not hang on one period.
///
/// `p` is that of the largest such statistic over all places between the neighbours (Vostrikova 1981), Student's in place of
/// normal, times the number of levels, or of stretches so long that the series has room for, and of pieces between declared breaks
/// (Bonferroni). It is conditional on the neighbouring breaks. By
/// simulation (`examples/calibrate`) a series of one level has a break with p at most 0.05 in less than 3 %, so that the smallest p of a
/// series may stand for it in a family of series; a level that wanders (latent autoregression 0.6) has one in up to 8 %.
/// A steady trend is no change of level, and where it is strong it is reported as steps.
///
/// `declared` are positions of the first period after a change in collection: the levels
/// before and after are never compared across them.
///
/// # Errors
/// [`NotComputed::TooShort`] on fewer than 24 periods (four months of days), [`NotComputed::CollectionBreak`] where no piece between declared
/// breaks has so many.
pub fn breaks(sample: &Sample, declared: &[i32]) -> Result<Vec<Break>, NotComputed> {
    let need = LEVELS_NEEDED * shortest(sample);
    if sample.len() < need {
        return Err(NotComputed::TooShort { have: sample.len(), need });
    }
    let pieces: Vec<Sample> = pieces(sample, declared).into_iter().filter(|piece| piece.len() >= need).collect();
    if pieces.is_empty() {
        return Err(NotComputed::CollectionBreak);
    }
    Ok(pieces.iter().flat_map(|piece| breaks_of(piece, pieces.len())).collect())
}

/// Periods of the shortest level.
fn shortest(sample: &Sample) -> usize {
    SHORTEST_LEVEL.max((sample.per_year() / 12.0).round() as usize)
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
    let counts = outlier::drawn_in(&raw, &days.values);
    let exposures = exposure::seasonal(piece, &counts).unwrap_or(days);
    let counts = outlier::drawn_in(&raw, &exposures.values);
    let at: Vec<i32> = piece.observations().iter().map(|o| o.at).collect();
    let sums = Sums::new(&counts, &exposures.values);
    let levels = Levels {
        sums: &sums,
        counts: &counts,
        exposures: &exposures.values,
        at: &at,
        shortest: shortest(piece),
        factors: exposures.factors,
    };
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
    let ratio = ratio(before, after)?;
    // An outlier may turn the ratio of what was counted against the levels without it: then there is no break to tell of.
    let rises = levels.sums.rate(cut, until) > levels.sums.rate(from, cut);
    if rises != (ratio.estimate > 1.0) {
        return None;
    }
    let rate = |level: Level| level.count / level.exposure / mean_days;
    Some(Break {
        at: levels.at[cut],
        low: levels.at[low - 1] + 1,
        high: levels.at[high],
        before: rate(before),
        after: rate(after),
        ratio,
        p,
    })
}

#[cfg(test)]
mod tests;

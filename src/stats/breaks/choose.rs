//! How many breaks: PELT proposes places, each number of breaks is tried at its best places, and each break must pass its own test.

use super::super::ALPHA;
use super::cost::{Cost, Sums};
use super::evidence::{p_at_a_given_place, place_corrected_p};
use super::pelt::pelt;
use super::scatter::{Levels, Scatter};
use std::collections::BTreeSet;
use std::ops::Range;

/// The penalty at which PELT proposes places, times the logarithm of the number of periods: Schwarz's for a single parameter. It
/// proposes too many (five in the coal-mining series, that has one), which the tests thin out.
const PROPOSAL_PENALTY: f64 = 1.0;

/// The most breaks that are tried; ten years of months have room for 19.
const MOST: usize = 20;

/// A break that passed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passed {
    pub cut: usize,
    /// The stretch in which it is the only break.
    pub from: usize,
    pub until: usize,
    pub scatter: Scatter,
    pub p: f64,
}

/// The breaks of a series: from the best segmentation of each number of cuts the weakest cut is taken until all pass; the one that keeps
/// most is the answer, of equals the one whose weakest break is strongest. `pieces`: how many series share the claim.
pub fn choose(levels: &Levels<'_>, pieces: usize) -> Vec<Passed> {
    let near = levels.neighbours();
    let penalty = PROPOSAL_PENALTY * (levels.sums.len() as f64).ln();
    let places = pelt(levels.sums, near, penalty, levels.shortest);
    let mut chosen: Vec<Passed> = Vec::new();
    let mut seen = BTreeSet::new();
    let weakest = |tried: &[Passed]| tried.iter().map(|t| t.p).fold(0.0, f64::max);
    for cuts in on_the_hull(levels.sums, near, &places) {
        let Some(tried) = thinned(levels, near, cuts, pieces, &mut seen) else { continue };
        let better = tried.len().cmp(&chosen.len()).then(weakest(&chosen).total_cmp(&weakest(&tried)));
        if better.is_gt() {
            chosen = tried;
        }
    }
    chosen
}

/// Those of the cuts that pass when the weakest are taken out one by one; `None` where this comes to cuts that were seen before.
fn thinned(
    levels: &Levels<'_>,
    near: Cost,
    mut cuts: Vec<usize>,
    pieces: usize,
    seen: &mut BTreeSet<Vec<usize>>,
) -> Option<Vec<Passed>> {
    let all = 0..cuts.len();
    settle(levels, near, &mut cuts, all);
    while seen.insert(cuts.clone()) {
        let tried = test(levels, &cuts, pieces);
        let weakest = tried.iter().enumerate().max_by(|a, b| a.1.p.total_cmp(&b.1.p));
        let Some((i, _)) = weakest.filter(|(_, weakest)| weakest.p > ALPHA) else { return Some(tried) };
        cuts.remove(i);
        let beside = i.saturating_sub(1)..(i + 1).min(cuts.len());
        settle(levels, near, &mut cuts, beside);
    }
    None
}

/// Each cut, judged between its neighbours. Its p is corrected for its place, and (Bonferroni) for the stretch between its neighbours, which was
/// chosen too: by the number of levels, or by how many such stretches the series has room for, whichever is more.
fn test(levels: &Levels<'_>, cuts: &[usize], pieces: usize) -> Vec<Passed> {
    let inflation = levels.inflation(cuts);
    let n = levels.sums.len();
    let test = |(&cut, (from, until)): (&usize, (usize, usize))| {
        let (cost, free) = levels.around(from, cut, until);
        let gain = levels.sums.gain(cost, from, cut, until) / inflation;
        let without_highest = levels.gain_without_highest(cost, from, cut, until) / inflation;
        let p = if p_at_a_given_place(without_highest, free) > ALPHA {
            1.0
        } else {
            let stretches = (n as f64 / (until - from) as f64).max(cuts.len() as f64 + 1.0);
            (place_corrected_p(gain, free, until - from, levels.shortest) * stretches * pieces as f64).min(1.0)
        };
        Passed { cut, from, until, scatter: Scatter { cost, inflation }, p }
    };
    cuts.iter().zip(bounds(cuts, n)).map(test).collect()
}

/// The stretch around each cut: from the cut before it to the one after it.
fn bounds(cuts: &[usize], n: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    (0..cuts.len()).map(move |i| {
        let from = if i == 0 { 0 } else { cuts[i - 1] };
        (from, cuts.get(i + 1).copied().unwrap_or(n))
    })
}

/// Moves each of these cuts to its best place between its neighbours.
fn settle(levels: &Levels<'_>, cost: Cost, cuts: &mut [usize], which: Range<usize>) {
    for i in which {
        let from = if i == 0 { 0 } else { cuts[i - 1] };
        let until = cuts.get(i + 1).copied().unwrap_or(levels.sums.len());
        if let Some((at, _)) = levels.sums.best_cut(cost, from, until, levels.shortest) {
            cuts[i] = at;
        }
    }
}

/// The best segmentation of each number of cuts among the places, fewest first; those only that some penalty would choose.
fn on_the_hull(sums: &Sums, cost: Cost, places: &[usize]) -> Vec<Vec<usize>> {
    let ends: Vec<usize> =
        std::iter::once(0).chain(places.iter().copied()).chain(std::iter::once(sums.len())).collect();
    let most = places.len().min(MOST);
    // least[k][j]: the least cost of the periods before ends[j] with k cuts; from[k][j]: the last of these cuts.
    let mut least = vec![vec![f64::INFINITY; ends.len()]; most + 1];
    let mut from = vec![vec![0; ends.len()]; most + 1];
    let stretch = |i: usize, j: usize| sums.cost(cost, ends[i], ends[j]);
    for (j, whole) in least[0].iter_mut().enumerate().skip(1) {
        *whole = stretch(0, j);
    }
    for i in 1..ends.len() {
        for j in i + 1..ends.len() {
            let last = stretch(i, j);
            for k in 1..=most.min(i) {
                let total = least[k - 1][i] + last;
                if total < least[k][j] {
                    least[k][j] = total;
                    from[k][j] = i;
                }
            }
        }
    }
    let whole = ends.len() - 1;
    let mut hull: Vec<usize> = Vec::new();
    for k in 0..=most {
        let slope = |a: usize, b: usize| (least[a][whole] - least[b][whole]) / (b - a) as f64;
        while let [.., a, b] = hull.as_slice()
            && slope(*a, *b) <= slope(*b, k)
        {
            hull.pop();
        }
        hull.push(k);
    }
    let cuts = |&number: &usize| {
        let mut j = whole;
        let mut cuts: Vec<usize> = (1..=number)
            .rev()
            .map(|k| {
                j = from[k][j];
                ends[j]
            })
            .collect();
        cuts.reverse();
        cuts
    };
    hull.iter().skip(1).map(cuts).collect()
}

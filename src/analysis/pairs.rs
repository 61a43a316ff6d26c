//! Pairs of groups: whether two are converging. Four kinds of evidence, kept apart; the direct one stands in `direct`.

mod alike;
mod ground;
mod measured;
mod picked;
mod policy;
mod side;
mod traits;

pub use crate::finding::DirectCounts;
pub use alike::{Likeness, Moved};
pub use measured::{Bounds, Measured, Robust};
pub(super) use picked::counts;
pub use picked::{LeftOut, MOST_GROUPS};
pub use policy::{Counted, LEAST_OFFENSIVES, NotMeasured, PairPolicy, Robustness, Which};
pub use side::Used;
pub use traits::Trait;

use super::{Analysis, Policy, direct};
use crate::convergence::{Association, Cells, Named, TerritoryYear, association, territory};
use crate::finding::{PairsOf, Significance};
use crate::names::Name;
use crate::stats::{Family, Judgement};
use ground::Ground;
use picked::{Entries, entries, picked};
use rayon::prelude::*;
use side::{Half, Side, Sides};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use strum::VariantArray;

/// Two groups, or two families, and what is known of them together. B is the one whose incidents are held against A's: the one
/// that has fewer to be measured, the later name where both have as many.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    pub a: Named,
    pub b: Named,
    /// Of A and of B.
    pub used: [Used; 2],
    /// Co-activity in place and time.
    pub measured: Result<Measured, NotMeasured>,
    /// Of the whole time, then by year.
    pub likeness: Vec<Likeness>,
    /// Districts in which each took part in an incident, by year.
    pub territory: Vec<TerritoryYear>,
    /// Districts by months with an incident of both, of one, of none; `None` where no district is known.
    pub together: Option<Association>,
    /// Entries of the ledger of incidents.
    pub direct: DirectCounts,
}

/// Pairs that a report has a part for.
const SHOWN: usize = 8;

impl Analysis {
    /// The pairs that a report has something to say of, the strongest first: what goes beyond chance, what is asked for, what has direct
    /// evidence, and families.
    pub fn shown_pairs(&self) -> Vec<&PairRow> {
        shown(&self.policy, &self.pairs).into_iter().map(|at| &self.pairs[at]).collect()
    }

    /// The pair of these two, in either order, if it was looked at.
    pub fn pair(&self, one: Named, other: Named) -> Option<&PairRow> {
        self.pairs.iter().find(|row| row.is(one, other))
    }

    /// The group of that name, else the family.
    pub fn named(&self, text: &str) -> Option<Named> {
        direct::named(self, text)
    }

    /// Whether one of the two is the other, or a member of it.
    pub fn is_one(&self, one: Named, other: Named) -> bool {
        direct::is_one(self, one, other)
    }
}

impl PairRow {
    /// Whether it is these two, in either order.
    pub fn is(&self, one: Named, other: Named) -> bool {
        (self.a, self.b) == (one, other) || (self.a, self.b) == (other, one)
    }

    /// The name of one of the two.
    pub fn name_of(&self, side: Which) -> Name {
        match side {
            Which::A => self.a.name(),
            Which::B => self.b.name(),
        }
    }

    /// The word in the column `scope`.
    pub fn scope(&self) -> &'static str {
        self.of().id()
    }

    /// What it is a pair of: pairs of one sort are judged together.
    pub fn of(&self) -> PairsOf {
        PairsOf::of(self.a, self.b)
    }
}

/// Every pair of organisations and every pair of families that have enough incidents or a direct entry, by name; groups first.
///
/// A filter of groups does not change what a pair's p is worth: all pairs are measured, and then those asked for are kept. The
/// `wanted` pair is looked at whatever it has.
pub(super) fn pairs(analysis: &Analysis, wanted: Option<(Named, Named)>) -> (Vec<PairRow>, LeftOut) {
    let extra = wanted.or_else(|| asked_for(analysis));
    let ground = Ground::of(analysis);
    let entries = entries(&analysis.direct);
    let (picked_pairs, left_out) = picked(analysis, &ground, &entries, extra);
    let sides = Sides::of(analysis, ground, picked_pairs.iter().flat_map(|&(a, b)| [a, b]));
    let of = |pair| of_pair(analysis, &sides, &entries, pair);
    let mut found: Vec<PairRow> = picked_pairs.into_par_iter().map(of).collect();
    judge(&mut found);
    let is_extra = |row: &PairRow| extra.is_some_and(|(a, b)| row.is(a, b));
    found.retain(|row| is_asked_for(analysis, row) || is_extra(row));
    // What is dear is for the pairs that a report has a part for, and the one that is asked for.
    let told: BTreeSet<usize> = shown(&analysis.policy, &found).into_iter().collect();
    found.par_iter_mut().enumerate().filter(|(at, row)| told.contains(at) || is_extra(row)).for_each(|(_, row)| {
        let [a, b] = Half::both(sides.side(row.a), sides.side(row.b));
        row.likeness = alike::likeness(analysis, &sides, &a, &b, alike::Years::Each);
        if let Ok(measured) = &mut row.measured {
            measured::stand_beside(analysis, &sides, &a, &b, measured);
        }
    });
    (found, left_out)
}

/// One pair alone, without what it is worth among the others.
fn of_pair(analysis: &Analysis, sides: &Sides, entries: &Entries, (one, other): (Named, Named)) -> PairRow {
    let [mut a, mut b] = Half::both(sides.side(one), sides.side(other));
    let text = |half: &Half| analysis.text(half.named.name()).to_owned();
    // The one with fewer incidents is held against the other: its share says more, and is dearer to nobody.
    if (b.events().len(), text(&a)) > (a.events().len(), text(&b)) {
        std::mem::swap(&mut a, &mut b);
    }
    let measured = measured::measure(analysis, sides, &a, &b);
    let direct = entries.get(&(one.min(other), one.max(other))).copied().unwrap_or_default();
    PairRow {
        likeness: alike::likeness(analysis, sides, &a, &b, alike::Years::Together),
        territory: territory(&a.whole.years, &b.whole.years),
        together: together(sides, a.whole, b.whole),
        direct,
        a: a.named,
        b: b.named,
        used: [a.used, b.used],
        measured,
    }
}

/// Districts by months in which both, one or none of the two took part in an incident, among the districts that have any.
fn together(sides: &Sides, a: &Side, b: &Side) -> Option<Association> {
    let (a, b) = (&a.months, &b.months);
    let both = side::common(a, b).count() as u64;
    let (only_a, only_b) = (a.len() as u64 - both, b.len() as u64 - both);
    let all = (sides.ground.districts() * sides.ground.months.len()) as u64;
    let cells = Cells { both, only_a, only_b, neither: all.checked_sub(both + only_a + only_b)? };
    (all > 0).then(|| association(cells))
}

/// The two that the filter of groups names, where it names two.
fn asked_for(analysis: &Analysis) -> Option<(Named, Named)> {
    let [a, b] = analysis.policy.selection.groups.as_slice() else { return None };
    let (a, b) = (direct::named(analysis, a)?, direct::named(analysis, b)?);
    (a != b && !direct::is_one(analysis, a, b)).then_some((a, b))
}

/// Whether the filter of groups lets the pair in: one of the two where it names one, both where it names several.
fn is_asked_for(analysis: &Analysis, row: &PairRow) -> bool {
    let wanted = &analysis.policy.selection.groups;
    let is_wanted = |named: Named| wanted.iter().any(|group| group == analysis.text(named.name()));
    match wanted.len() {
        0 => true,
        1 => is_wanted(row.a) || is_wanted(row.b),
        _ => is_wanted(row.a) && is_wanted(row.b),
    }
}

/// The positions of the pairs that a report has a part for, the strongest first.
fn shown(policy: &Policy, rows: &[PairRow]) -> Vec<usize> {
    let counted = policy.pairs.counted;
    let strength = |row: &PairRow| match &row.measured {
        Ok(measured) => [measured.judgement(counted), measured.onset_judgement(counted)].into_iter().min(),
        Err(_) => None,
    };
    let place = |row: &PairRow| {
        let judgement = match strength(row) {
            Some(Judgement::Clear) => 0,
            Some(Judgement::Suggestive) => 1,
            Some(Judgement::WithinChance) | None => 2,
        };
        let entries = row.direct.joint + row.direct.competing + row.direct.hostile;
        let is_family = matches!((row.a, row.b), (Named::Family(_), _) | (_, Named::Family(_)));
        (judgement, Reverse(is_family), Reverse(entries))
    };
    let is_asked_for = policy.selection.groups.len() == 2;
    let says = |row: &PairRow| is_asked_for || place(row).0 < 2 || row.direct.any() || place(row).1.0;
    let mut shown: Vec<usize> = (0..rows.len()).filter(|&at| says(&rows[at])).collect();
    shown.sort_by_key(|&at| place(&rows[at]));
    shown.truncate(SHOWN);
    shown
}

/// Gives every p what it is worth among the pairs of its scope.
fn judge(rows: &mut [PairRow]) {
    for &of in PairsOf::VARIANTS {
        let of_scope = || rows.iter().filter(move |row| row.of() == of).filter_map(|row| row.measured.as_ref().ok());
        let pairs = Family::new(of_scope().map(|m| (m.coactivity.p, m.coactivity.smallest_p)));
        let tests = || of_scope().filter_map(|m| m.coactivity.rising.test);
        let (slopes, onsets) =
            (Family::new(tests().map(|t| (t.p, 0.0))), Family::new(tests().map(|t| (t.onset_p, 0.0))));
        let worth =
            |family: &Family, p: f64, smallest: f64| Significance { p, q: family.q(p, smallest), tests: family.size() };
        for row in rows.iter_mut().filter(|row| row.of() == of) {
            let Ok(measured) = &mut row.measured else { continue };
            measured.significance = worth(&pairs, measured.coactivity.p, measured.coactivity.smallest_p);
            measured.trend = measured.coactivity.rising.test.map(|t| worth(&slopes, t.p, 0.0));
            measured.onset = measured.coactivity.rising.test.map(|t| worth(&onsets, t.onset_p, 0.0));
        }
    }
}

//! Findings about pairs of groups: what goes beyond chance, and how many pairs were asked.

use super::super::pairs::counts;
use super::super::{Analysis, Counted, DirectRow, Evidence as Entry, LeftOut, MOST_GROUPS, NotMeasured, PairRow};
use super::About;
use crate::convergence::{Answer, Named, Space};
use crate::finding::{Caveat, Claim, Converging, Evidence, Finding, Held, Onset, PairsAsked, PairsOf, Subject};
use crate::period::{Day, Grain, Period};
use crate::stats::{ALPHA, Judgement};
use strum::VariantArray;

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let mut found: Vec<Finding> = about.analysis.pairs.iter().filter_map(|row| converging(about, row)).collect();
    found.extend(tested(about));
    found
}

/// What goes beyond chance, among all pairs or on its own.
fn converging(about: &About, row: &PairRow) -> Option<Finding> {
    let analysis = about.analysis;
    let found = analysis.converging(row)?;
    let window = match found.rise() {
        Some(_) => analysis.policy.pairs.rise_window(),
        None => row.measured.as_ref().ok()?.window,
    };
    match found.best() {
        Judgement::Clear | Judgement::Suggestive => {}
        Judgement::WithinChance => return None,
    }
    let [a, b] = analysis.pair_names(row);
    let rows = |a: &str, b: &str| vec![("scope", row.scope().to_owned()), ("a", a.to_owned()), ("b", b.to_owned())];
    let charts = vec!["convergence", "convergence-matrix"];
    let mut evidence = vec![Evidence { dataset: "convergence", rows: rows(&a, &b), charts }];
    if row.direct.any() {
        let [first, second] = if a <= b { [&a, &b] } else { [&b, &a] };
        evidence.push(Evidence { dataset: "joint_incidents", rows: rows(first, second), charts: Vec::new() });
    }
    let size = found.rise().map_or(found.excess(), |onset| onset.after);
    let caveats = caveats(analysis, window, &found);
    let claim = Claim::Converging(Box::new(found));
    Some(Finding { caveats, ..about.finding(Subject::Pair(a, b), claim, size, evidence) })
}

fn caveats(analysis: &Analysis, window: i32, found: &Converging) -> Vec<Caveat> {
    let mut caveats = vec![Caveat::SharedSurge { days: window.unsigned_abs() }];
    match found.held {
        Held::Attacks => {}
        Held::Involved => caveats.push(Caveat::NotChosen),
    }
    match found.question().space {
        Space::Within(_) => {}
        Space::SameDistrict => caveats.push(Caveat::SameDistrict),
    }
    if !analysis.loaded.facts.reports.unattributed.yes() {
        caveats.push(Caveat::NobodyLeftOut);
    }
    caveats
}

/// How many pairs were asked; `None` where none was.
fn tested(about: &About) -> Option<Finding> {
    let analysis = about.analysis;
    let asked: Vec<PairsAsked> = PairsOf::VARIANTS.iter().filter_map(|&of| of_scope(analysis, of)).collect();
    let size = asked.iter().map(|one| one.pairs).sum::<usize>() as f64;
    let charts = vec!["convergence-matrix"];
    let evidence = vec![Evidence { dataset: "convergence", rows: Vec::new(), charts }];
    (!asked.is_empty()).then(|| about.finding(about.all(), Claim::PairsTested(asked), size, evidence))
}

fn of_scope(analysis: &Analysis, of: PairsOf) -> Option<PairsAsked> {
    let counted = analysis.policy.pairs.counted;
    let rows: Vec<&PairRow> = analysis.pairs.iter().filter(|row| row.of() == of).collect();
    let measured = || rows.iter().filter_map(|row| row.measured.as_ref().ok());
    let live = || measured().filter(|one| one.significance.q.is_some());
    let onsets = || measured().filter_map(|one| one.onset);
    let small = |q: Option<f64>| q.is_some_and(|q| q <= ALPHA);
    let left_out = match of {
        PairsOf::Group => analysis.pairs_left_out,
        PairsOf::Family | PairsOf::GroupFamily => LeftOut::default(),
    };
    let why =
        |wanted: fn(&NotMeasured) -> bool| rows.iter().filter(|row| row.measured.as_ref().is_err_and(wanted)).count();
    let is_said = |one: &&super::super::Measured| {
        [one.judgement(counted), one.onset_judgement(counted)].contains(&Judgement::Clear)
    };
    (!rows.is_empty()).then(|| PairsAsked {
        of,
        pairs: rows.len(),
        measured: measured().count(),
        tests: live().count(),
        nominal: live().filter(|one| one.significance.p <= ALPHA).count(),
        clear: live().filter(|one| small(one.significance.q)).count(),
        said: measured().filter(is_said).count(),
        rises: onsets().count(),
        rises_nominal: onsets().filter(|onset| onset.p <= ALPHA).count(),
        rises_clear: onsets().filter(|onset| small(onset.q)).count(),
        no_direction: why(|why| matches!(why, NotMeasured::NoDirection { .. })),
        too_few: why(|why| matches!(why, NotMeasured::TooFew { .. })),
        too_few_offensives: why(|why| matches!(why, NotMeasured::TooFewOffensives { .. })),
        groups_left_out: left_out.groups,
        groups_paired: MOST_GROUPS,
        pairs_left_out: left_out.direct_pairs,
    })
}

impl Analysis {
    /// What the measures say of a pair; `None` where it was not measured.
    pub fn converging(&self, row: &PairRow) -> Option<Converging> {
        let measured = row.measured.as_ref().ok()?;
        let counted = self.policy.pairs.counted;
        let reference = measured.answer()?;
        let better = |answer: &&Answer| answer.cell != reference.cell && answer.p < reference.p;
        let others = measured.coactivity.answers.iter().filter(better);
        // Worth a word only where the reference alone would not have a small p.
        let strongest = others.filter(|_| reference.p > ALPHA).min_by(|a, b| a.p.total_cmp(&b.p)).copied();
        let test = measured.coactivity.rising.test;
        let onset = test.zip(measured.onset).zip(measured.trend).map(|((test, significance), trend)| {
            let month = Period::containing(self.coverage.from(), Grain::Month).plus(test.onset as i32);
            Onset {
                month,
                before: test.before,
                after: test.after,
                significance,
                judgement: measured.onset_judgement(counted),
                slope: test.slope,
                trend,
                direct: counts(self.ledger(row).filter(|entry| self.day_of(entry) >= month.start())),
            }
        });
        Some(Converging {
            held: match counted {
                Counted::Initiated => Held::Attacks,
                Counted::Involved => Held::Involved,
            },
            reference,
            interval: measured.coactivity.interval,
            detectable: measured.coactivity.detectable,
            significance: measured.significance,
            judgement: measured.judgement(counted),
            strongest,
            onset,
            direct: row.direct,
        })
    }

    /// The names of A and B.
    pub fn pair_names(&self, row: &PairRow) -> [String; 2] {
        [row.a, row.b].map(|named: Named| self.text(named.name()).to_owned())
    }

    /// What the ledger has of a pair, by day.
    pub fn ledger<'a>(&'a self, row: &'a PairRow) -> impl DoubleEndedIterator<Item = &'a DirectRow> {
        self.direct.iter().filter(|entry| row.is(entry.a, entry.b))
    }

    /// The first day of an entry of the ledger.
    pub fn day_of(&self, entry: &DirectRow) -> Day {
        match &entry.evidence {
            Entry::Incident(incident) => self.loaded.incidents.rows().get(incident.row).start(),
            Entry::Declared { from, .. } => *from,
        }
    }
}

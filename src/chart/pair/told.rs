//! The words of a pair: the title, what counted, and the small print that keeps nearness from being read as more than it is.

use super::{Message, NotMeasured, Pair, Which};
use crate::analysis::{Counted, Evidence, Measured};
use crate::convergence::{Cell, Space};
use crate::messages::{Messages, Quantity};
use crate::source::Declaration;
use crate::stats::{Judgement, MINIMUM_BASE};
use crate::text;

/// Excess shares are told in percentage points.
const POINTS: f64 = 100.0;
/// Fewer points than this are told with a decimal.
const FEW_POINTS: f64 = 10.0;

/// `within 10 km and 3 days`.
pub(in super::super) fn within(m: &Messages, cell: Cell) -> String {
    let n = f64::from(cell.days).into();
    m.say(match cell.space {
        Space::Within(km) => Message::ChartWithin { km: text::number(km, 0), n },
        Space::SameDistrict => Message::ChartSameDistrict { n },
    })
}

/// A share as percentage points: `7.4`, `15`.
fn points(share: f64) -> String {
    let points = share * POINTS;
    text::number(points, usize::from(points.abs() < FEW_POINTS))
}

impl Pair<'_> {
    /// What is found. The ledger leads where it says more than nearness does: hostility always, and what stands in it where nearness
    /// shows nothing.
    pub(super) fn title(&self) -> String {
        let m = self.m;
        let near = self.nearness();
        let counts = self.row.direct;
        let shows = self.row.measured.as_ref().is_ok_and(|found| self.strength(found) != Judgement::WithinChance);
        let told = match self.ledger_in_words() {
            Some(ledger) if counts.hostile > 0 || !shows => m.say(Message::ChartLedgerThen { ledger, near }),
            Some(_) | None => near,
        };
        let (a, b) = (self.name(Which::A), self.name(Which::B));
        m.say(Message::ChartTitleOfPair { names: m.list(&[a, b]), told })
    }

    /// The stronger of what may be said of the whole time and of the time since the onset.
    fn strength(&self, found: &Measured) -> Judgement {
        let counted = self.analysis.policy.pairs.counted;
        found.judgement(counted).min(found.onset_judgement(counted))
    }

    fn nearness(&self) -> String {
        let m = self.m;
        let found = match &self.row.measured {
            Ok(found) => found,
            Err(why) => {
                let (have, need) = match *why {
                    NotMeasured::NoDirection { initiated: have, need, .. } => {
                        let (have, need) = (have.to_string(), need.to_string());
                        return m.say(Message::ChartNearNoDirection { have, need });
                    }
                    NotMeasured::TooFewOffensives { have, need } => {
                        let (have, need) = (have.to_string(), need.to_string());
                        return m.say(Message::ChartNearFewOffensives { have, need });
                    }
                    NotMeasured::TooFew { have, need, .. } => (have.to_string(), need.to_string()),
                };
                return m.say(Message::ChartNearTooFew { have, need });
            }
        };
        let whole = found.judgement(self.analysis.policy.pairs.counted);
        let onset = self.onset(found).map(|(month, judgement)| (m.period(month), judgement));
        m.say(match (onset, whole) {
            (Some((month, Judgement::Clear)), _) => Message::ChartNearSince { month },
            (_, Judgement::Clear) => Message::ChartNear {},
            (Some((month, Judgement::Suggestive | Judgement::WithinChance)), _) => {
                Message::ChartNearSinceMaybe { month }
            }
            (None, Judgement::Suggestive) => Message::ChartNearMaybe {},
            // No move brings anything near: they are not where the other is.
            (None, Judgement::WithinChance) if found.coactivity.smallest_p >= 1.0 => Message::ChartNearNever {},
            (None, Judgement::WithinChance) => Message::ChartNearChance {},
        })
    }

    /// `against each other in 14 incidents and on the same side in 15 incidents`; hostility first.
    fn ledger_in_words(&self) -> Option<String> {
        let counts = self.row.direct;
        let n = |count: usize| Quantity::from(count as f64);
        let of = [
            (counts.hostile, Message::ChartLedgerHostile { n: n(counts.hostile) }),
            (counts.joint, Message::ChartLedgerJoint { n: n(counts.joint) }),
            (counts.competing, Message::ChartLedgerCompeting { n: n(counts.competing) }),
        ];
        let told: Vec<String> =
            of.into_iter().filter(|(count, _)| *count > 0).map(|(_, message)| self.m.say(message)).collect();
        (!told.is_empty()).then(|| self.m.list(&told))
    }

    /// What counts, and what near is.
    pub(super) fn unit(&self) -> String {
        let m = self.m;
        let Ok(measured) = &self.row.measured else { return m.say(Message::ChartUnitOfPairDirect {}) };
        let near = within(m, measured.reference);
        m.say(match self.analysis.policy.pairs.counted {
            Counted::Initiated => Message::ChartUnitInitiated { near },
            Counted::Involved => Message::ChartUnitInvolved { near },
        })
    }

    /// `24 of 164 incidents of B were near one of A, 12.3 by chance: 7.1 percentage points more (95 %: 2 to 12).`
    pub(super) fn told_near(&self, found: &Measured) -> String {
        let m = self.m;
        let Some(answer) = found.answer() else { return String::new() };
        let interval = found.coactivity.interval.map_or(String::new(), |(low, high)| {
            m.say(Message::ChartPointsBetween { low: points(low), high: points(high) })
        });
        m.say(Message::ChartToldNear {
            near: text::count(f64::from(answer.near)),
            taken: text::count(f64::from(answer.taken)),
            a: self.name(Which::A),
            b: self.name(Which::B),
            expected: text::number(answer.expected, 1),
            excess: m.say(match answer.excess() < 0.0 {
                true => Message::ChartPointsFewer { points: points(-answer.excess()) },
                false => Message::ChartPointsMore { points: points(answer.excess()) },
            }),
            interval,
        })
    }

    /// The excess before the onset and from it on.
    pub(super) fn told_onset(&self, found: &Measured) -> Option<String> {
        let (month, _) = self.onset(found)?;
        let test = found.coactivity.rising.test?;
        let worth = found.onset?;
        Some(self.m.say(Message::ChartToldOnset {
            month: self.m.period(month),
            before: points(test.before),
            after: points(test.after),
            evidence: self.evidence(worth),
            n: (worth.tests as f64).into(),
        }))
    }

    /// The small print, what matters most first.
    pub(super) fn notes(&self) -> Vec<String> {
        let m = self.m;
        let mut notes = vec![m.say(Message::ChartNoteNotTogether {})];
        match &self.row.measured {
            Ok(found) => {
                notes.push(self.told_near(found));
                let worth = found.significance;
                let detectable = found
                    .coactivity
                    .detectable
                    .map_or(String::new(), |share| m.say(Message::ChartDetectable { points: points(share) }));
                let evidence = self.evidence(worth);
                notes.push(m.say(Message::ChartNoteTested { evidence, n: (worth.tests as f64).into(), detectable }));
                notes.extend(self.told_onset(found));
                if self.analysis.policy.pairs.counted == Counted::Involved {
                    notes.push(m.say(Message::ChartNoteInvolved {}));
                }
                let days = self.analysis.policy.pairs.rise_window().to_string();
                notes.push(m.say(Message::ChartNoteBand { b: self.name(Which::B), days }));
                if self.is_thin() {
                    let minimum = text::count(MINIMUM_BASE);
                    notes.push(m.say(Message::ChartNoteThinShare { b: self.name(Which::B), minimum }));
                }
            }
            Err(why) => notes.push(self.why_not(*why)),
        }
        notes.extend(self.of_ledger());
        if !self.row.likeness.iter().any(|likeness| likeness.year.is_some() && likeness.profile.is_ok()) {
            notes.push(m.say(Message::ChartNoteNoProfile {}));
        }
        if self.row.territory.is_empty() {
            notes.push(m.say(Message::ChartNoteNoTerritory {}));
        }
        notes
    }

    /// Why nearness was not measured, and what would be needed.
    fn why_not(&self, why: NotMeasured) -> String {
        let m = self.m;
        m.say(match why {
            NotMeasured::NoDirection { side, initiated, involved, need } => Message::ChartNoteNoDirection {
                name: self.name(side),
                initiated: initiated.to_string(),
                involved: text::count(involved as f64),
                need: need.to_string(),
            },
            NotMeasured::TooFew { side, have, need } => {
                Message::ChartNoteTooFew { name: self.name(side), have: have.to_string(), need: need.to_string() }
            }
            NotMeasured::TooFewOffensives { have, need } => Message::ChartNoteFewOffensives {
                name: self.name(Which::B),
                have: have.to_string(),
                need: need.to_string(),
            },
        })
    }

    /// What the lanes do not show: that there is nothing, what nobody can tell, and what was declared.
    fn of_ledger(&self) -> Vec<String> {
        let m = self.m;
        let counts = self.row.direct;
        let mut notes = Vec::new();
        if !counts.any() {
            notes.push(m.say(Message::ChartNoteNoLedger {}));
        }
        if counts.side_unknown > 0 {
            notes.push(m.say(Message::ChartNoteSideUnknown { n: (counts.side_unknown as f64).into() }));
        }
        let declared = self.analysis.direct.iter().filter(|entry| self.row.is(entry.a, entry.b));
        let declared: Vec<String> = declared.filter_map(|entry| declared_in_words(m, &entry.evidence)).collect();
        if !declared.is_empty() {
            notes.push(m.say(Message::ChartNoteDeclared { told: m.clauses(&declared) }));
        }
        notes
    }
}

/// `war from 3 March 2024 (Harbour feud)`; `None` for an incident.
pub(in super::super) fn declared_in_words(m: &Messages, evidence: &Evidence) -> Option<String> {
    let Evidence::Declared { relation, from, label, .. } = evidence else { return None };
    let (day, label) = (m.day(*from), label.clone());
    Some(m.say(match relation {
        Declaration::War => Message::ChartDeclaredWar { day, label },
        Declaration::Truce => Message::ChartDeclaredTruce { day, label },
        Declaration::Alliance => Message::ChartDeclaredAlliance { day, label },
    }))
}

//! Pairs of groups in words: what names both, what lies near, what chance brings, and what is held back. Being near is never
//! called acting together.

mod asked;

pub(super) use asked::tested;

use super::chance::{level, p_and_q};
use super::{Converging, DirectCounts, Finding, Held, Onset, Reserve, Significance, Subject};
use crate::convergence::{Answer, Cell, FEWEST_NEAR, Space};
use crate::messages::{Message, Messages};
use crate::period::Grain;
use crate::stats::Judgement;
use crate::text;

/// Excess shares nearer to nought than this, half a percentage point, are "none" beside a larger one.
const NONE: f64 = 0.005;

/// A finding about a pair: who fought whom, what rose, what the whole time says, what names both.
pub(super) fn converging(m: &Messages, finding: &Finding, found: &Converging) -> String {
    let (a, b) = match &finding.subject {
        Subject::Pair(a, b) => (a.as_str(), b.as_str()),
        Subject::All(_) | Subject::Region(_) | Subject::Group(_) => ("", ""),
    };
    let rise = found.rise();
    let mut said = vec![hostile(m, a, b, found.direct).unwrap_or_default()];
    match rise {
        Some(onset) => {
            said.push(rising(m, a, b, found, &onset));
            said.push(over_whole(m, found));
        }
        None => said.push(super::sentence_case(&co_activity(m, a, b, found))),
    }
    said.push(direct(m, found.direct, rise.as_ref()));
    said.push(m.say(Message::PairNotTogether {}));
    said.retain(|sentence| !sentence.is_empty());
    said.join(" ")
}

/// What the two fought out between them, as a sentence; `None` where the ledger has nothing of it.
pub fn hostile(m: &Messages, a: &str, b: &str, counts: DirectCounts) -> Option<String> {
    let (a, b) = (a.to_owned(), b.to_owned());
    let said = || m.say(Message::PairHostile { n: (counts.hostile as f64).into(), a, b });
    (counts.hostile > 0).then(|| super::sentence_case(&said()))
}

/// What names both beside what [`hostile`] says, as a sentence: each column for itself; empty where that is all. Of joint ones also how many since the onset of a rise.
pub fn direct(m: &Messages, counts: DirectCounts, rise: Option<&Onset>) -> String {
    if !counts.any() {
        return m.say(Message::PairNoneNamed {});
    }
    // Those who fight each other are said to; a source of conflicts writes nobody on one side.
    if counts == (DirectCounts { hostile: counts.hostile, ..DirectCounts::default() }) {
        return String::new();
    }
    let n = |count: usize| (count as f64).into();
    let joint = match rise.filter(|_| counts.joint > 0) {
        Some(onset) if onset.direct.joint == counts.joint => {
            Message::PairJointAllSince { n: n(counts.joint), month: m.period(onset.month) }
        }
        Some(onset) => {
            let (since, month) = (text::count(onset.direct.joint as f64), m.period(onset.month));
            Message::PairJointSince { n: n(counts.joint), since, month }
        }
        None => Message::PairJoint { n: n(counts.joint) },
    };
    let clauses = [
        Some(joint),
        (counts.competing > 0).then(|| Message::PairCompeting { n: n(counts.competing) }),
        (counts.hostile == 0).then_some(Message::PairNoneHostile {}),
        (counts.side_unknown > 0).then(|| Message::PairSideUnknown { n: n(counts.side_unknown) }),
    ];
    let clauses: Vec<String> = clauses.into_iter().flatten().map(|clause| m.say(clause)).collect();
    super::sentence_case(&m.say(Message::PairDirect { clauses: m.clauses(&clauses) }))
}

/// What the whole time says, without a capital: "24 of 193 attacks by B lie within 10 km and 3 days of attacks by A, ...".
pub fn co_activity(m: &Messages, a: &str, b: &str, found: &Converging) -> String {
    judged(m, near(m, a, b, found.held, &found.reference), found)
}

/// The same after a sentence that has said what is near what.
pub fn over_whole(m: &Messages, found: &Converging) -> String {
    let answer = &found.reference;
    let near = m.say(Message::PairNearWhole {
        n: f64::from(answer.near).into(),
        of: text::count(f64::from(answer.taken)),
        expected: text::number(answer.expected, 1),
    });
    super::sentence_case(&judged(m, near, found))
}

fn judged(m: &Messages, near: String, found: &Converging) -> String {
    if found.could_not_show() {
        return m.say(Message::PairCouldNot { near });
    }
    let excess = points_apart(m, found.excess());
    let reserves = || {
        let reserves: Vec<String> = found.reserves().into_iter().map(|one| reserve(m, one, found)).collect();
        m.list(&reserves)
    };
    m.say(match (found.judgement, found.strongest) {
        (Judgement::Clear, _) => Message::PairClear { near, excess, evidence: evidence(m, found) },
        (Judgement::WithinChance, _) => Message::PairChance { near, excess, evidence: evidence(m, found) },
        (Judgement::Suggestive, None) => {
            Message::PairSuggestive { near, excess, evidence: evidence(m, found), reserves: reserves() }
        }
        // The small p is not that of the distance and days that stand for the pair.
        (Judgement::Suggestive, Some(answer)) => Message::PairSuggestiveElsewhere {
            n: f64::from(answer.near).into(),
            near,
            excess,
            interval: interval(m, found).unwrap_or_default(),
            evidence: among(m, &found.significance),
            other: within(m, answer.cell),
            of: text::count(f64::from(answer.taken)),
            expected: text::number(answer.expected, 1),
            reserves: reserves(),
        },
    })
}

/// The smallest excess that would have been found, as a sentence; so that no evidence is not read as no link.
pub fn detectable(m: &Messages, found: &Converging) -> String {
    m.say(match (found.detectable, found.best()) {
        (Some(share), Judgement::WithinChance) => Message::PairDetectable { points: points(share) },
        (Some(share), Judgement::Clear | Judgement::Suggestive) => Message::PairSmallest { points: points(share) },
        (None, _) => Message::PairUndetectable {},
    })
}

/// From when on more is near, as a sentence.
pub fn rising(m: &Messages, a: &str, b: &str, found: &Converging, onset: &Onset) -> String {
    let (a, b) = (of(m, a, found.held), of(m, b, found.held));
    let (month, near) = (m.period(onset.month), within_of(m, found.question()));
    let (after, before) = (points(onset.after), before(m, onset.before));
    let evidence = among(m, &onset.significance);
    let mut reserves = Vec::new();
    if onset.significance.judgement() != Judgement::Clear {
        reserves.push(reserve(m, Reserve::ManyPairs, found));
    }
    if found.held == Held::Involved {
        reserves.push(reserve(m, Reserve::NotChosen, found));
    }
    m.say(match onset.judgement {
        Judgement::Clear => Message::PairRose { month, a, b, near, after, before, evidence },
        Judgement::Suggestive | Judgement::WithinChance => {
            Message::PairMayHaveRisen { month, a, b, near, after, before, evidence, reserves: m.list(&reserves) }
        }
    })
}

/// Whether it is rising where nothing is said to have risen, as a sentence.
pub fn not_rising(m: &Messages, found: &Converging) -> String {
    match &found.onset {
        Some(onset) => m.say(Message::PairNotRising {
            slope: signed(onset.slope),
            trend: among(m, &onset.trend),
            evidence: among(m, &onset.significance),
        }),
        None => m.say(Message::PairRiseUnknown {
            n: f64::from(found.reference.near).into(),
            need: text::count(f64::from(FEWEST_NEAR)),
        }),
    }
}

/// `within 10 km and 3 days`, `in the same district within 3 days`: how near is near.
fn within(m: &Messages, question: Cell) -> String {
    let days = days(m, question);
    m.say(match question.space {
        Space::Within(km) => Message::PairWithin { km: text::number(km, 1), days },
        Space::SameDistrict => Message::PairSameDistrict { days },
    })
}

/// `10 km, 3 days`, `same district, 3 days`, for a cell.
pub fn within_cell(m: &Messages, question: Cell) -> String {
    let days = days(m, question);
    m.say(match question.space {
        Space::Within(km) => Message::PairShortWithin { km: text::number(km, 1), days },
        Space::SameDistrict => Message::PairShortDistrict { days },
    })
}

/// The same before what is near: `within 10 km and 3 days of`.
fn within_of(m: &Messages, question: Cell) -> String {
    let days = days(m, question);
    m.say(match question.space {
        Space::Within(km) => Message::PairWithinOf { km: text::number(km, 1), days },
        Space::SameDistrict => Message::PairSameDistrictOf { days },
    })
}

fn days(m: &Messages, question: Cell) -> String {
    super::count_of_periods(m, Grain::Day, question.days.unsigned_abs() as usize)
}

/// A share as percentage points: one decimal below ten.
pub fn points(share: f64) -> String {
    let points = 100.0 * share;
    text::number(points, usize::from(points.abs() < 10.0))
}

/// The same with its sign.
pub fn signed(share: f64) -> String {
    let text = points(share);
    if share > 0.0 && text != "0" { format!("+{text}") } else { text }
}

/// `attacks by B`, `incidents involving B`.
pub fn of(m: &Messages, name: &str, held: Held) -> String {
    let name = name.to_owned();
    m.say(match held {
        Held::Attacks => Message::PairAttacks { name },
        Held::Involved => Message::PairInvolved { name },
    })
}

fn near(m: &Messages, a: &str, b: &str, held: Held, answer: &Answer) -> String {
    m.say(Message::PairNear {
        n: f64::from(answer.near).into(),
        of: text::count(f64::from(answer.taken)),
        b: of(m, b, held),
        near: within_of(m, answer.cell),
        a: of(m, a, held),
        expected: text::number(answer.expected, 1),
    })
}

fn points_apart(m: &Messages, share: f64) -> String {
    match points(share.abs()) {
        none if none == "0" => m.say(Message::PairAsMany {}),
        points if share > 0.0 => m.say(Message::PairMore { points }),
        points => m.say(Message::PairFewer { points }),
    }
}

fn before(m: &Messages, share: f64) -> String {
    match share {
        share if share.abs() < NONE => m.say(Message::PairBeforeNone {}),
        share if share > 0.0 => m.say(Message::PairBeforeMore { points: points(share) }),
        share => m.say(Message::PairBeforeFewer { points: points(-share) }),
    }
}

/// The interval, then p and q among the pairs.
fn evidence(m: &Messages, found: &Converging) -> String {
    let p = among(m, &found.significance);
    match interval(m, found) {
        Some(interval) => m.say(Message::PairEvidence { interval, p }),
        None => p,
    }
}

fn interval(m: &Messages, found: &Converging) -> Option<String> {
    let (low, high) = found.interval?;
    Some(m.say(Message::PairInterval { level: level(), low: points(low), high: points(high) }))
}

/// `p = 0.018, q = 0.036 among 2 pairs`.
fn among(m: &Messages, found: &Significance) -> String {
    m.say(Message::PairAmong { evidence: p_and_q(m, found.p, found.q), n: (found.tests as f64).into() })
}

fn reserve(m: &Messages, reserve: Reserve, found: &Converging) -> String {
    m.say(match reserve {
        Reserve::ManyPairs => Message::ReserveManyPairs {},
        Reserve::FewNear => Message::ReserveFewNear {
            n: f64::from(found.reference.near).into(),
            need: text::count(f64::from(FEWEST_NEAR)),
        },
        Reserve::IntervalReaches => Message::ReserveInterval {},
        Reserve::NotChosen => Message::ReserveNotChosen {},
    })
}

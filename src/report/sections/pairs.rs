//! Are groups converging: what is found of pairs, what is and is not evidence, all pairs in a table, and a part for each shown pair.

mod alike;
mod beside;
mod direct;
mod part;

use super::super::document::{Block, Head, Section, Strength, Table};
use super::card::cards;
use super::page::{Page, ROWS_SHOWN};
use super::place::{Place, place};
use crate::analysis::{NotMeasured, PairRow, Which};
use crate::finding::{self, Claim, Converging, pair};
use crate::messages::{Message, Messages};
use crate::stats::Judgement;
use crate::text;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let m = page.m;
    if page.analysis.pairs.is_empty() {
        let need = page.analysis.policy.pairs.least.to_string();
        return vec![Block::Text(m.say(Message::NonePairs { need }))];
    }
    let is_of = |wanted: fn(&Claim) -> bool| move |f: &finding::Finding| place(f) == Place::Pairs && wanted(&f.claim);
    let mut blocks = cards(page, is_of(|claim| matches!(claim, Claim::Converging(_))));
    if blocks.is_empty() {
        blocks.push(Block::Text(m.say(Message::NoneConverging {})));
    }
    blocks.extend(cards(page, is_of(|claim| matches!(claim, Claim::PairsTested(_)))));
    blocks.push(Block::Table(evidence(m)));
    blocks.push(Block::Table(all(page)));
    blocks.extend(page.charts(&["convergence-matrix", "convergence-network"]));
    blocks
}

/// One part for each pair that there is something to say of.
pub(super) fn parts(page: &Page) -> Vec<Section> {
    page.analysis.shown_pairs().into_iter().map(|row| part::part(page, row)).collect()
}

/// The anchor of a pair's part, if it has one.
pub(super) fn anchor_of(page: &Page, a: &str, b: &str) -> Option<String> {
    let row = page.analysis.shown_pairs().into_iter().find(|row| page.analysis.pair_names(row) == [a, b])?;
    Some(page.pair_anchor(row))
}

/// What is and is not evidence.
fn evidence(m: &Messages) -> Table {
    let row = |cells: [Message; 3]| cells.map(|cell| m.say(cell));
    let rows = vec![
        row([Message::EvidenceNamed {}, Message::EvidenceNamedIs {}, Message::EvidenceNamedNot {}]),
        row([Message::EvidenceNear {}, Message::EvidenceNearIs {}, Message::EvidenceNearNot {}]),
        row([Message::EvidenceAlike {}, Message::EvidenceAlikeIs {}, Message::EvidenceAlikeNot {}]),
        row([Message::EvidenceTerritory {}, Message::EvidenceTerritoryIs {}, Message::EvidenceTerritoryNot {}]),
    ];
    let heads = row([Message::HeadEvidence {}, Message::HeadIs {}, Message::HeadIsNot {}]).map(Head::words);
    Table::new(m.say(Message::TableEvidence {}), heads, rows).with_note(m.say(Message::NoteEvidence {}))
}

/// All pairs, those that chance explains least first, those that were not measured last.
fn all(page: &Page) -> Table {
    let (m, analysis) = (page.m, page.analysis);
    let mut rows: Vec<(&PairRow, Option<Converging>)> =
        analysis.pairs.iter().map(|row| (row, analysis.converging(row))).collect();
    rows.sort_by(|(_, one), (_, other)| {
        // Of pairs that no result could tell from chance, and of those not measured, the order is that of their names.
        let key = |found: &Option<Converging>| match found {
            Some(found) if !found.could_not_show() => (0, found.best(), found.significance.p),
            Some(_) => (1, Judgement::WithinChance, 1.0),
            None => (2, Judgement::WithinChance, 1.0),
        };
        let ((place, best, p), (other_place, other_best, other_p)) = (key(one), key(other));
        place.cmp(&other_place).then(best.cmp(&other_best)).then(p.total_cmp(&other_p))
    });
    let cells = rows.iter().take(ROWS_SHOWN).map(|(row, found)| cells(page, row, found.as_ref()));
    let heads = [
        Head::words(m.say(Message::HeadPairB {})),
        Head::words(m.say(Message::HeadPairA {})),
        Head::words(m.say(Message::HeadPairNear {})),
        Head::number(m.say(Message::HeadPairChance {})),
        Head::number(m.say(Message::HeadPairExcess {})),
        Head::words(m.say(Message::HeadJudged {})),
        Head::words(m.say(Message::HeadPairRise {})),
    ];
    let table = Table::new(m.say(Message::TablePairs {}), heads, cells.collect());
    let note = [Some(m.say(Message::NotePairs {})), page.more(rows.len(), "convergence")];
    let note: Vec<String> = note.into_iter().flatten().collect();
    table.with_note(note.join(" ")).with_source(page.source_line())
}

fn cells(page: &Page, row: &PairRow, found: Option<&Converging>) -> [String; 7] {
    let m = page.m;
    let [a, b] = page.analysis.pair_names(row);
    let Some(found) = found else {
        let why = row.measured.as_ref().err().map(|why| short(m, *why)).unwrap_or_default();
        let [near, chance, excess, rise] = [const { String::new() }; 4];
        return [b, a, near, chance, excess, m.say(Message::CellNotMeasured { why }), rise];
    };
    let answer = &found.reference;
    let near = m.say(Message::CellNear {
        n: text::count(f64::from(answer.near)),
        of: text::count(f64::from(answer.taken)),
        near: pair::within_cell(m, answer.cell),
    });
    let excess = pair::points(found.excess());
    let excess = match found.interval {
        Some((low, high)) => {
            m.say(Message::CellRange { value: excess, low: pair::points(low), high: pair::points(high) })
        }
        None => excess,
    };
    let significance = &found.significance;
    let judged = m.say(Message::CellJudged {
        word: Strength::from(found.judgement).word(m),
        evidence: finding::p_and_q(m, significance.p, significance.q),
    });
    let rise = found.onset.map(|onset| {
        let word = Strength::from(onset.judgement).word(m);
        m.say(Message::CellRise { month: m.period(onset.month), points: pair::signed(onset.after), word })
    });
    [b, a, near, text::number(answer.expected, 1), excess, judged, rise.unwrap_or_default()]
}

/// Why a pair was not measured, for a cell.
fn short(m: &Messages, why: NotMeasured) -> String {
    m.say(match why {
        NotMeasured::NoDirection { initiated, need, .. } => {
            Message::PairShortNoDirection { have: text::count(initiated as f64), need: need.to_string() }
        }
        NotMeasured::TooFew { have, need, .. } => {
            Message::PairShortTooFew { have: text::count(have as f64), need: need.to_string() }
        }
        NotMeasured::TooFewOffensives { have, need } => {
            Message::PairShortOffensives { have: text::count(have as f64), need: need.to_string() }
        }
    })
}

/// Why a pair was not measured, as a clause with the number that is needed.
fn why(m: &Messages, why: NotMeasured, [a, b]: &[String; 2]) -> String {
    let name = |side: Which| match side {
        Which::A => a.clone(),
        Which::B => b.clone(),
    };
    let count = |n: usize| text::count(n as f64);
    m.say(match why {
        NotMeasured::NoDirection { side, initiated, involved, need } => Message::PairNoDirection {
            name: name(side),
            initiated: count(initiated),
            involved: count(involved),
            need: count(need),
        },
        NotMeasured::TooFew { side, have, need } => {
            Message::PairTooFew { name: name(side), have: count(have), need: count(need) }
        }
        NotMeasured::TooFewOffensives { have, need } => {
            Message::PairTooFewOffensives { name: name(Which::B), have: count(have), need: count(need) }
        }
    })
}

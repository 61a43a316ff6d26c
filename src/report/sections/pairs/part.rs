//! The part of one pair: the ledger first, then what lies near and what chance brings, then what stands beside it.

use super::super::super::document::{Block, Card, Link, Section, Strength, Target};
use super::super::methods::Method;
use super::super::page::Page;
use super::{alike, beside, direct, why};
use crate::analysis::PairRow;
use crate::convergence::Named;
use crate::finding::{self, Converging, Held, pair};
use crate::messages::{Message, Messages};
use crate::text;

pub(super) fn part(page: &Page, row: &PairRow) -> Section {
    let (m, analysis) = (page.m, page.analysis);
    let names = analysis.pair_names(row);
    let found = analysis.converging(row);
    let mut blocks = Vec::new();
    if let (Named::Family(_), Named::Family(_)) = (row.a, row.b) {
        blocks.push(Block::Text(m.say(Message::PairFamilies {})));
    }
    blocks.push(Block::Findings(vec![
        direct::card(page, row, &names, found.as_ref()),
        near(page, row, &names, found.as_ref()),
    ]));
    blocks.extend(page.pair_chart("convergence", row).map(Block::Chart));
    if let (Ok(measured), Some(found)) = (&row.measured, &found) {
        blocks.push(Block::Text(used(m, row, &names, found)));
        blocks.extend(beside::texts(page, row, measured, found).into_iter().map(Block::Text));
    }
    blocks.extend(direct::table(page, row, &names).map(Block::Table));
    blocks.extend(alike::table(page, row, &names).map(Block::Table));
    blocks.push(Block::Text(alike::territory(page, row)));
    Section::new(page.pair_anchor(row), m.list(&names), blocks)
}

/// What lies near, and whether it is rising; or why it was not measured, with the number that is needed.
fn near(page: &Page, row: &PairRow, names: &[String; 2], found: Option<&Converging>) -> Card {
    let m = page.m;
    let [a, b] = names;
    let (sentence, strength) = match (found, &row.measured) {
        (Some(found), _) => (of_measured(m, names, found), Strength::from(found.best())),
        (None, Err(reason)) => (m.say(Message::PairNotMeasured { why: why(m, *reason, names) }), Strength::Counted),
        // Measured at another distance than the one that stands for it: nothing to say.
        (None, Ok(_)) => (String::new(), Strength::Counted),
    };
    let mut caveats = Vec::new();
    // What is held back says so itself.
    if found.is_some_and(|found| found.held == Held::Involved && found.reserves().is_empty()) {
        caveats.push(m.say(Message::CaveatNotChosen {}));
    }
    let rows = format!("scope={}, a={a}, b={b}", row.scope());
    let text = m.say(Message::EvidenceRows { file: "convergence.csv".to_owned(), rows });
    let evidence = vec![Link { text, to: Target::Dataset("convergence".to_owned()) }, Method::Pairs.link(m)];
    Card { sentence, strength, caveats, evidence }
}

fn of_measured(m: &Messages, [a, b]: &[String; 2], found: &Converging) -> String {
    let rise = found.rise();
    let mut said = Vec::new();
    match &rise {
        Some(onset) => {
            said.push(pair::rising(m, a, b, found, onset));
            said.push(pair::over_whole(m, found));
        }
        None => said.push(finding::sentence_case(&pair::co_activity(m, a, b, found))),
    }
    if rise.is_none() && !found.could_not_show() {
        said.push(pair::not_rising(m, found));
    }
    if !found.could_not_show() {
        said.push(pair::detectable(m, found));
    }
    said.push(m.say(Message::PairNotTogether {}));
    said.join(" ")
}

/// How many incidents of each the measure rests on.
fn used(m: &Messages, row: &PairRow, [a, b]: &[String; 2], found: &Converging) -> String {
    let [of_a, of_b] = row.used;
    let count = |n: usize| text::count(n as f64);
    m.say(Message::PairUsed {
        a: pair::of(m, a, found.held),
        b: pair::of(m, b, found.held),
        used_a: count(of_a.used),
        used_b: count(of_b.used),
        all_a: count(of_a.counted),
        all_b: count(of_b.counted),
        taken: text::count(f64::from(found.reference.taken)),
    })
}

//! Ledgers in words: attacks, operations and the other kinds, each with its dead by victim class, and whether they add up.

use super::words::{count_of_kind, quantity, victims};
use super::{Excess, Ledger, Margin};
use crate::incident::Kind;
use crate::measure::Reading;
use crate::messages::{Message, Messages};
use crate::text;

pub(super) fn ledgers(m: &Messages, ledgers: &[Ledger]) -> String {
    let mut clauses = Vec::new();
    let mut foreign = Vec::new();
    for ledger in ledgers {
        let incidents = count_of_kind(m, Some(ledger.kind), ledger.incidents.into());
        clauses.push(ledger_clause(m, ledger, incidents.clone()));
        if ledger.foreign > 0.0 {
            foreign.push(m.say(Message::LedgerForeign { n: ledger.foreign.into(), incidents }));
        }
    }
    let clauses = m.clauses(&clauses);
    let sum = ledgers.iter().map(|ledger| ledger.killed).reduce(add);
    let said = match sum.and_then(|sum| quantity(m, sum)).filter(|_| ledgers.len() > 1) {
        Some(killed) => {
            m.say(Message::LedgersTotal { ledgers: clauses, killed: m.say(Message::CountKilled { n: killed }) })
        }
        None => m.say(Message::LedgersOne { ledgers: clauses }),
    };
    [vec![said], foreign].concat().join(" ")
}

/// The sum of two readings: a lower bound where one is or where one is not known.
fn add(a: Reading, b: Reading) -> Reading {
    match (a, b) {
        (Reading::Known(a), Reading::Known(b)) => Reading::Known(a + b),
        (a, b) => match (a.value(), b.value()) {
            (None, None) => Reading::Unreported,
            (a, b) => Reading::AtLeast(a.unwrap_or(0.0) + b.unwrap_or(0.0)),
        },
    }
}

fn ledger_clause(m: &Messages, ledger: &Ledger, incidents: String) -> String {
    let Some(n) = quantity(m, ledger.killed) else { return m.say(Message::LedgerUnknown { incidents }) };
    let classes = victims(m, ledger.killed, &ledger.killed_by);
    m.say(match ledger.kind {
        Kind::Attack | Kind::Operation => {
            Message::LedgerActive { incidents, people: m.say(Message::People { n }), classes }
        }
        Kind::StateViolence | Kind::Clash | Kind::Interstate | Kind::Undetermined | Kind::Other => {
            Message::LedgerPassive { incidents, people_killed: m.say(Message::PeopleKilled { n }), classes }
        }
    })
}

pub(super) fn margin(m: &Messages, margin: &Margin) -> String {
    let (parts, whole) = (text::count(margin.parts), text::count(margin.whole));
    let apart = (margin.parts - margin.whole).abs();
    let said = m.say(match margin.excess {
        Excess::ClassesAbove => Message::MarginAbove { parts, whole, difference: text::count(apart) },
        Excess::ClassesBelow => Message::MarginBelow { n: apart.into(), whole },
        Excess::LedgersDiffer => Message::MarginLedgers { parts, whole, difference: text::count(apart) },
    });
    match margin.incidents.as_slice() {
        [] => said,
        incidents => format!("{said} {}", m.say(Message::MarginWhere { incidents: m.list(incidents) })),
    }
}

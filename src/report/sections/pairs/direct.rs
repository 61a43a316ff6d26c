//! What names both of a pair: the counts in a sentence, hostile ones first, and the newest entries of the ledger.

use super::super::super::document::{Card, Head, Link, Strength, Table, Target};
use super::super::page::Page;
use crate::analysis::{DirectRow, Evidence, PairRow};
use crate::convergence::Relation;
use crate::finding::{self, Converging, pair};
use crate::messages::{Form, Message, Messages};
use crate::period::Day;
use crate::source::Declaration;

/// Entries that a part shows; all stand in the data file.
const ENTRIES_SHOWN: usize = 10;

pub(super) fn card(page: &Page, row: &PairRow, [a, b]: &[String; 2], found: Option<&Converging>) -> Card {
    let (m, analysis) = (page.m, page.analysis);
    let rise = found.and_then(Converging::rise);
    let declared = analysis.ledger(row).filter_map(|entry| declared(m, entry));
    let mut said: Vec<String> = pair::hostile(m, a, b, row.direct).into_iter().chain(declared).collect();
    said.push(pair::direct(m, row.direct, rise.as_ref()));
    said.extend(dates(page, row));
    let is_joint = |entry: &DirectRow| entry.relation() == Some(Relation::Joint);
    if !analysis.direct.iter().any(is_joint) {
        said.push(m.say(Message::PairNeverJoint {}));
    }
    let mut evidence = Vec::new();
    if analysis.ledger(row).next().is_some() {
        let [first, second] = if a <= b { [a, b] } else { [b, a] };
        let rows = format!("scope={}, a={first}, b={second}", row.scope());
        let text = m.say(Message::EvidenceRows { file: "joint_incidents.csv".to_owned(), rows });
        evidence.push(Link { text, to: Target::Dataset("joint_incidents".to_owned()) });
    }
    said.retain(|sentence| !sentence.is_empty());
    Card { sentence: said.join(" "), strength: Strength::Counted, caveats: Vec::new(), evidence }
}

/// The first and the last day on which an incident names both.
fn dates(page: &Page, row: &PairRow) -> Option<String> {
    let (m, analysis) = (page.m, page.analysis);
    let incidents = analysis.ledger(row).filter(|entry| matches!(entry.evidence, Evidence::Incident(_)));
    let days: Vec<Day> = incidents.map(|entry| analysis.day_of(entry)).collect();
    let (first, last) = days.iter().min().zip(days.iter().max())?;
    Some(m.say(match days.len() {
        1 => Message::PairDate { day: m.day(*first) },
        _ => Message::PairDates { first: m.day(*first), last: m.day(*last) },
    }))
}

/// What the user's table of events declares of the two.
fn declared(m: &Messages, entry: &DirectRow) -> Option<String> {
    match &entry.evidence {
        Evidence::Incident(_) => None,
        Evidence::Declared { relation, from, to, label } => {
            let (what, dates) = (word_declared(m, *relation), m.stretch(*from, *to));
            Some(m.say(Message::PairDeclared { what, label: label.clone(), dates }))
        }
    }
}

fn word_declared(m: &Messages, relation: Declaration) -> String {
    m.say(match relation {
        Declaration::War => Message::DeclaredWar {},
        Declaration::Truce => Message::DeclaredTruce {},
        Declaration::Alliance => Message::DeclaredAlliance {},
    })
}

fn word(m: &Messages, relation: Relation) -> String {
    m.say(match relation {
        Relation::Joint => Message::RelationJoint {},
        Relation::Competing => Message::RelationCompeting {},
        Relation::Hostile => Message::RelationHostile {},
        Relation::SideUnknown => Message::RelationUnknown {},
    })
}

/// The newest entries; `None` where nothing names both.
pub(super) fn table(page: &Page, row: &PairRow, [a, b]: &[String; 2]) -> Option<Table> {
    let (m, analysis) = (page.m, page.analysis);
    let entries: Vec<&DirectRow> = analysis.ledger(row).rev().collect();
    if entries.is_empty() {
        return None;
    }
    let rows = analysis.loaded.incidents.rows();
    let cells = entries.iter().take(ENTRIES_SHOWN).map(|entry| match &entry.evidence {
        Evidence::Incident(found) => {
            let incident = rows.get(found.row);
            let district = analysis.text(incident.district().name);
            let region = analysis.region_name(incident.region());
            [
                incident.start().to_string(),
                if district.is_empty() { region } else { district.to_owned() },
                finding::sentence_case(&finding::of_kind(m, Some(incident.kind()), Form::ONE)),
                word(m, found.relation()),
                incident.id().to_owned(),
            ]
        }
        Evidence::Declared { relation, from, label, .. } => {
            [from.to_string(), String::new(), label.clone(), word_declared(m, *relation), String::new()]
        }
    });
    let heads = [
        Head::words(m.say(Message::HeadDate {})),
        Head::words(m.say(Message::HeadDistrict {})),
        Head::words(m.say(Message::HeadKind {})),
        Head::words(m.say(Message::HeadRelation {})),
        Head::words(m.say(Message::HeadId {})),
    ];
    let more = entries.len().saturating_sub(ENTRIES_SHOWN);
    let file = "tables/joint_incidents.csv".to_owned();
    let more = (more > 0).then(|| m.say(Message::MoreRows { n: (more as f64).into(), file }));
    let note: Vec<String> = [Some(m.say(Message::NoteLedger {})), more].into_iter().flatten().collect();
    let caption = m.say(Message::TableLedger { a: a.clone(), b: b.clone() });
    let table = Table::new(caption, heads, cells.collect());
    Some(table.with_note(note.join(" ")).with_source(page.source_line()))
}

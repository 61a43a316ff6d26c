//! The section on pairs: the ledger heads a part, hostile entries head the ledger, and what is not measured says what is needed.

use super::*;
use crate::incident::Member;
use crate::names::Class;
use crate::report::document::{Block, Card, Section};

fn section<'a>(report: &'a Report<'a>) -> &'a Section {
    report.document().sections.iter().find(|section| section.id == "pairs").expect("the section is always there")
}

fn cards<'a>(section: &'a Section) -> Vec<&'a Card> {
    let of = |block: &'a Block| if let Block::Findings(cards) = block { cards.as_slice() } else { &[] };
    section.blocks.iter().flat_map(of).collect()
}

/// Attacks by both, and clashes between them; no place is known.
fn rivals() -> Vec<Draft<'static>> {
    let mut drafts = month("2026-09", 24, Kind::Attack, "Ilmar", "Shore Front");
    drafts.extend(month("2026-10", 22, Kind::Attack, "Ilmar", "Red Kite"));
    let mut clashes = month("2026-10", 3, Kind::Clash, "Ilmar", "Red Kite");
    clashes.iter_mut().for_each(|draft| draft.members.push(Member::new("Shore Front", crate::incident::Role::Party)));
    let mut joint = month("2026-10", 2, Kind::Attack, "Ilmar", "Red Kite");
    joint.iter_mut().for_each(|draft| draft.members.push(Member::new("Shore Front", crate::incident::Role::Initiator)));
    drafts.extend(clashes);
    drafts.extend(joint);
    drafts
}

#[test]
fn hostility_heads_and_what_is_not_measured_says_what_is_needed() {
    let analyses = [analysed(&rivals(), facts())];
    let report = report(&analyses);
    let pairs = section(&report);
    assert_eq!(pairs.parts.len(), 1);
    let part = &pairs.parts[0];
    assert_eq!(part.title, "Red Kite and Shore Front");
    let said: Vec<&str> = cards(part).iter().map(|card| card.sentence.as_str()).collect();
    assert_eq!(
        said,
        [
            "Red Kite and Shore Front are on opposite sides in 3 incidents: they have fought each other, and rivals are near each \
             other too. Of incidents that name both, 2 have them on one side. The first is of 1 \
             October 2026, the last of 3 October 2026.",
            "Whether the two are near each other in place and time is not measured: Red Kite has 0 incidents with an exact day \
             and a place that do not name both, where 20 are needed (--pair-least)."
        ]
    );
    let tables: Vec<_> =
        part.blocks.iter().filter_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).collect();
    assert_eq!(tables[0].caption(), "Incidents that name both Red Kite and Shore Front, newest first");
    assert_eq!(tables[0].rows().len(), 5);
}

#[test]
fn where_no_pair_is_looked_at_the_section_says_so() {
    let mut drafts = month("2026-10", 30, Kind::Attack, "Ilmar", "Shore Front");
    drafts.iter_mut().for_each(|draft| draft.members[0].class = Class::Organisation);
    let analyses = [analysed(&drafts, facts())];
    let report = report(&analyses);
    let texts: Vec<&Block> = section(&report).blocks.iter().collect();
    assert_eq!(
        texts,
        [&Block::text(
            "No pair is looked at: no two organisations and no two families have 20 incidents each (--pair-least), and no \
             incident names two."
        )]
    );
}

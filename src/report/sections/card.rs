//! Findings as cards: the sentence, its caveats, and links to the rows and charts on which it rests and to how it was found.

use super::super::document::{Block, Card, Link, Target};
use super::methods;
use super::page::Page;
use crate::finding::{self, Evidence, Finding};
use crate::messages::Message;
use std::collections::BTreeMap;

/// The findings that `pick` wants, in their order. A caveat that several of them share is said once, under them.
pub(super) fn cards(page: &Page, pick: impl Fn(&Finding) -> bool) -> Vec<Block> {
    let mut cards: Vec<Card> = page.analysis.findings.iter().filter(|f| pick(f)).map(|f| card(page, f)).collect();
    if cards.is_empty() {
        return Vec::new();
    }
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    cards.iter().flat_map(|card| &card.caveats).for_each(|caveat| *uses.entry(caveat.clone()).or_default() += 1);
    let mut shared: Vec<String> = Vec::new();
    for card in &mut cards {
        card.caveats.retain(|caveat| {
            let own = uses[caveat] == 1;
            if !own && !shared.contains(caveat) {
                shared.push(caveat.clone());
            }
            own
        });
    }
    let mut blocks = vec![Block::Findings(cards)];
    if !shared.is_empty() {
        blocks.push(Block::Caveats(shared));
    }
    blocks
}

pub(super) fn card(page: &Page, finding: &Finding) -> Card {
    let mut evidence: Vec<Link> = finding.evidence.iter().flat_map(|one| links(page, finding, one)).collect();
    evidence.extend(methods::of(&finding.claim).map(|method| method.link(page.m)));
    Card {
        sentence: finding::sentence(page.m, finding),
        strength: finding.claim.strength(),
        caveats: finding.caveats.iter().map(|caveat| finding::caveat(page.m, &finding.title, caveat)).collect(),
        evidence,
    }
}

/// The table with its rows, and the first of the charts that this report has.
fn links(page: &Page, finding: &Finding, evidence: &Evidence) -> Vec<Link> {
    let file = format!("{}.csv", evidence.dataset);
    let text = page.m.say(match rows(evidence) {
        rows if rows.is_empty() => Message::EvidenceTable { file },
        rows => Message::EvidenceRows { file, rows },
    });
    let mut links = vec![Link { text, to: Target::Dataset(evidence.dataset.to_owned()) }];
    links.extend(
        chart(page, finding, evidence)
            .map(|id| Link { text: page.m.say(Message::EvidenceChart { chart: id.clone() }), to: Target::Chart(id) }),
    );
    links
}

/// The chart of the finding's own subject, else the one of everything that shows it too.
pub(super) fn chart(page: &Page, finding: &Finding, evidence: &Evidence) -> Option<String> {
    let all = finding::Subject::All(String::new());
    let subjects = [&finding.subject, &all];
    let found = |recipe: &&str| subjects.iter().find_map(|subject| page.chart_id(recipe, subject));
    evidence.charts.iter().find_map(found)
}

/// `scope=all, period=2021-12`: the rows of a table, as a filter.
pub(super) fn rows(evidence: &Evidence) -> String {
    let rows: Vec<String> = evidence.rows.iter().map(|(column, value)| format!("{column}={value}")).collect();
    rows.join(", ")
}

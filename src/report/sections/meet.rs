//! Where regions and groups meet: who was active where in the last year.

use super::super::document::{Block, Head, Table};
use super::about::{About, year_of_periods};
use super::page::{Page, ROWS_SHOWN};
use crate::chart::Subject;
use crate::cube::{Facet, Key, Scope};
use crate::finding;
use crate::measure::{Amount, Measure};
use crate::messages::Message;
use crate::names::{Class, Name, Region};
use std::cmp::Reverse;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = page.charts(&["matrix"]);
    blocks.extend(table(&About::all(page)).map(Block::Table));
    if blocks.is_empty() {
        blocks.push(Block::Text(page.m.say(Message::NoneMeet {})));
    }
    blocks
}

/// A group in a region.
struct Pair {
    group: Name,
    region: Region,
    incidents: Amount,
}

/// The pairs with the most incidents in the year up to the latest complete period; of a region its groups, of a group its
/// regions.
pub(super) fn table(about: &About) -> Option<Table> {
    let (m, page) = (about.page.m, about.page);
    let analysis = page.analysis;
    let (year, before) = (year_of_periods(page, 0), year_of_periods(page, 1));
    let of_class = |group: Name| analysis.groups.iter().any(|g| g.name == group && g.class == Class::Organisation);
    let key = |group, region| Key { scope: Scope::GroupRegion(group, region), facet: Facet::ALL };
    let mut pairs: Vec<Pair> = (analysis.cube.scopes())
        .filter_map(|scope| if let Scope::GroupRegion(group, region) = scope { Some((group, region)) } else { None })
        .filter(|&(group, region)| match about.subject {
            Subject::All | Subject::Pair(..) => true,
            Subject::Group(own) => group == own,
            Subject::Region(own) => region == own,
        })
        .filter(|&(group, region)| of_class(group) && !region.name.is_none())
        .map(|(group, region)| Pair { group, region, incidents: about.sum(key(group, region), &year).cell.incidents })
        .filter(|pair| pair.incidents > Amount::ZERO)
        .collect();
    if pairs.is_empty() {
        return None;
    }
    // What a region is called takes a look at all regions: once a pair, not once a comparison.
    pairs.sort_by_cached_key(|pair| {
        (Reverse(pair.incidents), analysis.text(pair.group).to_owned(), analysis.region_name(pair.region))
    });
    let mut heads = Vec::new();
    if !matches!(about.subject, Subject::Group(_)) {
        heads.push(Head::words(m.say(Message::HeadGroup {})));
    }
    if !matches!(about.subject, Subject::Region(_)) {
        heads.push(Head::words(m.say(Message::HeadRegion {})));
    }
    heads.push(Head::number(m.say(Message::HeadLastYear {})));
    heads.extend((!before.is_empty()).then(|| Head::number(m.say(Message::HeadYearBefore {}))));
    heads.push(Head::number(m.say(Message::HeadKilledLastYear {})));
    let row = |pair: &Pair| {
        let key = key(pair.group, pair.region);
        let mut row = Vec::new();
        if !matches!(about.subject, Subject::Group(_)) {
            row.push(analysis.text(pair.group).to_owned());
        }
        if !matches!(about.subject, Subject::Region(_)) {
            row.push(analysis.region_name(pair.region));
        }
        let cell = |measure, periods: &[_]| finding::reading_text(m, page.reading(measure, &about.sum(key, periods)));
        row.push(cell(Measure::Incidents, &year));
        row.extend((!before.is_empty()).then(|| cell(Measure::Incidents, &before)));
        row.push(cell(Measure::Killed, &year));
        row
    };
    let rows = pairs.iter().take(ROWS_SHOWN).map(row).collect();
    let to = page.now();
    let caption = m.say(match about.subject {
        Subject::All | Subject::Pair(..) => Message::TableMeet { to },
        Subject::Group(_) => Message::TableRegionsOf { to, name: about.name() },
        Subject::Region(_) => Message::TableGroupsOf { to, name: about.name() },
    });
    let notes = [Some(m.say(Message::NoteGroups {})), page.more(pairs.len(), "series")];
    let note: Vec<String> = notes.into_iter().flatten().collect();
    let table = Table::matrix(caption, heads, rows).expect("every row has a cell for every head above");
    Some(table.with_note(note.join(" ")).with_source(page.source_line()))
}

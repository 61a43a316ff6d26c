//! Regions and groups: their sentences, a table of the largest, and their charts.

use super::super::document::{Block, Head, Table};
use super::about::{top_groups, top_regions};
use super::card::cards;
use super::page::{ALL, Page, ROWS_SHOWN};
use super::place::{Place, place};
use crate::analysis::GroupFacts;
use crate::cube::{Facet, Key, Scope};
use crate::finding::{Claim, Finding, Strength, Subject};
use crate::incident::{Kind, Role};
use crate::measure::{Amount, Measure};
use crate::messages::Message;
use crate::names::Class;

pub(super) fn regions(page: &Page) -> Vec<Block> {
    let (m, analysis) = (page.m, page.analysis);
    let scopes = analysis.regions.iter().map(|facts| {
        let unnamed = facts.region.name.is_none();
        let name = if unnamed { m.say(Message::RowNoRegion {}) } else { analysis.region_name(facts.region) };
        (name, Scope::Region(facts.region))
    });
    let caption = m.say(Message::TableRegions { period: page.now() });
    let table = Parts { page, caption, head: Message::HeadRegion {}, file: "series", total: Total::Shown };
    let table = table.table(scopes.collect());
    if top_regions(page).is_empty() {
        let none = Block::Text(m.say(Message::NoneRegions {}));
        return std::iter::once(none).chain(table.map(Block::Table)).collect();
    }
    let mut blocks = movers(page, Place::Regions, Message::NoMovingRegion {});
    blocks.extend(table.map(Block::Table));
    blocks.extend(page.charts(&["ranking-regions", "map-regions", "map-rates", "map-places", "regions", "heatmap"]));
    blocks
}

pub(super) fn groups(page: &Page) -> Vec<Block> {
    let (m, analysis) = (page.m, page.analysis);
    let mut blocks = match top_groups(page).is_empty() {
        true => vec![Block::Text(m.say(Message::NoneGroups {}))],
        false => movers(page, Place::Groups, Message::NoMovingGroup {}),
    };
    let period = page.now();
    let tables = [
        (Class::Organisation, Message::TableGroups { period: period.clone() }),
        (Class::Communal, Message::TableCommunal { period: period.clone() }),
        (Class::Party, Message::TableParty { period: period.clone() }),
        (Class::Generic, Message::TableGeneric { period: period.clone() }),
    ];
    for (class, caption) in tables {
        let total = if class == Class::Organisation { Total::Shown } else { Total::Left };
        let members: Vec<&GroupFacts> = analysis.groups.iter().filter(|group| group.class == class).collect();
        let scopes = members.iter().map(|g| (analysis.text(g.name).to_owned(), Scope::Group(g.name))).collect();
        let table = Parts { page, caption: m.say(caption), head: Message::HeadGroup {}, file: "groups", total };
        blocks.extend(table.table(scopes).map(Block::Table));
    }
    if analysis.loaded.facts.reports.unattributed.yes() {
        let scopes = vec![(m.say(Message::RowUnattributed {}), Scope::UNATTRIBUTED)];
        let caption = m.say(Message::TableUnattributed { period });
        let table = Parts { page, caption, head: Message::HeadGroup {}, file: "series", total: Total::Left };
        blocks.extend(table.table(scopes).map(Block::Table));
    }
    blocks.extend(page.charts(&["ranking-groups", "groups", "unattributed"]));
    blocks
}

/// Those that moved beyond chance, with a line where none did, then what is said of no single top one; the rest of the sentences
/// stand in the parts.
fn movers(page: &Page, of: Place, none: Message) -> Vec<Block> {
    let tops = [top_regions(page), top_groups(page)].concat();
    let has_part = |finding: &Finding| tops.iter().any(|about| about.is_of(finding));
    let moved = |f: &Finding| matches!(f.claim.strength(), Strength::Clear | Strength::Suggestive);
    let of_part =
        |f: &Finding| matches!(f.claim, Claim::Region(_) | Claim::Group(_) | Claim::Trend(_) | Claim::Break(_));
    let is_here = |f: &Finding| match (&f.subject, of) {
        (Subject::Region(_), Place::Regions) | (Subject::Group(_), Place::Groups) => true,
        (Subject::All(_) | Subject::Region(_) | Subject::Group(_) | Subject::Pair(..), _) => place(f) == of,
    };
    let mut blocks = cards(page, |f| is_here(f) && has_part(f) && of_part(f) && moved(f));
    if blocks.is_empty() {
        blocks.push(Block::Text(page.m.say(none)));
    }
    blocks.extend(cards(page, |f| is_here(f) && place(f) == of && !has_part(f)));
    blocks
}

/// A table of parts of the whole.
struct Parts<'a> {
    page: &'a Page<'a>,
    caption: String,
    head: Message,
    /// Where all rows stand.
    file: &'static str,
    total: Total,
}

/// Whether a table ends with the row of everything.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Total {
    Shown,
    Left,
}

impl Parts<'_> {
    /// The first rows with an incident in the period or in the year to date; `None` where there is none.
    fn table(self, scopes: Vec<(String, Scope)>) -> Option<Table> {
        let Parts { page, caption, head, file, total } = self;
        let m = page.m;
        let groups = scopes.iter().any(|(_, scope)| matches!(scope, Scope::Group(name) if !name.is_none()));
        let reports = &page.analysis.loaded.facts.reports;
        let key = |scope| Key { scope, facet: Facet::ALL };
        let attacks =
            |scope| Key { scope, facet: Facet::Ledger { kind: Some(Kind::Attack), role: Some(Role::Initiator) } };
        let active: Vec<&(String, Scope)> = (scopes.iter())
            .filter(|(_, scope)| page.entry(key(*scope)).cell.incidents > Amount::ZERO || recent(page, *scope))
            .collect();
        if active.is_empty() {
            return None;
        }
        let initiated = groups && active.iter().any(|(_, scope)| page.analysis.cube.get(attacks(*scope)).is_some());
        let change = page.change_head();
        let to_date = active.iter().any(|(_, scope)| !page.to_date(key(*scope)).is_empty());

        let mut heads = vec![Head::words(m.say(head)), Head::number(m.say(Message::HeadIncidents {}))];
        heads.push(Head::number(m.say(Message::HeadShare {})));
        heads.extend(change.clone());
        heads.extend(initiated.then(|| Head::number(m.say(Message::HeadAttacks {}))));
        heads.push(Head::number(m.say(Message::HeadKilled {})));
        heads.extend(reports.injured.yes().then(|| Head::number(m.say(Message::HeadInjured {}))));
        heads.extend(to_date.then(|| Head::number(m.say(Message::HeadToDate {}))));

        let whole = page.entry(ALL).cell.incidents.value();
        let row = |name: &str, key: Key, attacks: Option<Key>| {
            let entry = page.entry(key);
            let mut row = vec![name.to_owned(), page.cell(Measure::Incidents, &entry)];
            row.push(page.share(entry.cell.incidents.value(), whole));
            row.extend(change.is_some().then(|| page.change(key)));
            row.extend(
                initiated
                    .then(|| attacks.map(|key| page.cell(Measure::Incidents, &page.entry(key))).unwrap_or_default()),
            );
            row.push(page.cell(Measure::Killed, &entry));
            row.extend(reports.injured.yes().then(|| page.cell(Measure::Injured, &entry)));
            row.extend(to_date.then(|| page.to_date(key)));
            row
        };
        let mut rows: Vec<Vec<String>> = (active.iter().take(ROWS_SHOWN))
            .map(|(name, scope)| row(name, key(*scope), Some(attacks(*scope))))
            .collect();
        if total == Total::Shown {
            rows.push(row(&m.say(Message::RowAll {}), ALL, None));
        }
        let notes = [groups.then(|| m.say(Message::NoteGroups {})), page.more(active.len(), file)];
        let note: Vec<String> = notes.into_iter().flatten().collect();
        let table = Table::matrix(caption, heads, rows).expect("every row has a cell for every head above");
        Some(table.with_note(note.join(" ")).with_source(page.source_line()))
    }
}

/// Whether it had an incident in the year to date.
fn recent(page: &Page, scope: Scope) -> bool {
    let Some(latest) = page.analysis.latest else { return false };
    let key = Key { scope, facet: Facet::ALL };
    let year = page.analysis.to_date.year(latest.end().year());
    year.is_some_and(|index| page.analysis.to_date.cube.at(key, index).cell.incidents > Amount::ZERO)
}

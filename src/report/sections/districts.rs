//! Districts: the ten with the most incidents in the latest period, of the whole, of a region or of a group.

use super::super::document::{Block, Head, Table};
use super::about::{About, year_of_periods};
use super::page::Page;
use crate::chart::Subject;
use crate::cube::{Facet, Key, Scope};
use crate::finding;
use crate::measure::{Amount, Count, Measure, Reading};
use crate::messages::Message;
use crate::names::District;
use crate::period::{Period, Window};
use crate::text;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Districts of a table for people.
const TEN: usize = 10;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    match table(&About::all(page)) {
        Some(table) => vec![Block::Table(table)],
        None => vec![Block::Text(page.m.say(Message::NoneDistricts {}))],
    }
}

/// What is counted in a district.
#[derive(Clone, Copy)]
struct Counted {
    incidents: Amount,
    killed: Reading,
}

/// Those with the most incidents in the period, then in the year up to it. Places coarser than a district are in none.
/// DESIGN, rule 8.
pub(super) fn table(about: &About) -> Option<Table> {
    let (m, page) = (about.page.m, about.page);
    let analysis = page.analysis;
    let now: Vec<Period> = analysis.latest.map_or_else(|| analysis.periods.clone(), |latest| vec![latest]);
    let year = year_of_periods(page, 0);
    let districts: BTreeSet<District> = (analysis.cube.scopes())
        .filter_map(|scope| if let Scope::District(district) = scope { Some(district) } else { None })
        .filter(|district| match about.subject {
            Subject::All | Subject::Group(_) | Subject::Pair(..) => true,
            Subject::Region(region) => district.region == region,
        })
        .collect();
    let (in_period, in_year) = (counted(about, &districts, &now), counted(about, &districts, &year));
    let mut found: Vec<(District, Counted, Counted)> = (districts.iter())
        .map(|&district| {
            let of = |counts: &BTreeMap<District, Counted>| counts.get(&district).copied();
            let nothing = Counted { incidents: Amount::ZERO, killed: Reading::Known(0.0) };
            (district, of(&in_period).unwrap_or(nothing), of(&in_year).unwrap_or(nothing))
        })
        .filter(|(_, now, year)| now.incidents > Amount::ZERO || year.incidents > Amount::ZERO)
        .collect();
    if found.is_empty() {
        return None;
    }
    // What a region is called takes a look at all regions: once a district, not once a comparison.
    found.sort_by_cached_key(|(district, now, year)| {
        let name = (analysis.text(district.name).to_owned(), analysis.region_name(district.region));
        (Reverse((now.incidents, year.incidents)), name)
    });
    let heads = [
        Head::words(m.say(Message::HeadDistrict {})),
        Head::words(m.say(Message::HeadRegion {})),
        Head::number(m.say(Message::HeadIncidents {})),
        Head::number(m.say(Message::HeadKilled {})),
        Head::number(m.say(Message::HeadLastYear {})),
        Head::number(m.say(Message::HeadKilledLastYear {})),
    ];
    let rows = found.iter().take(TEN).map(|(district, now, year)| {
        let incidents = |counted: &Counted| text::count(counted.incidents.value());
        [
            analysis.text(district.name).to_owned(),
            analysis.region_name(district.region),
            incidents(now),
            finding::reading_text(m, now.killed),
            incidents(year),
            finding::reading_text(m, year.killed),
        ]
    });
    let period = page.now();
    let caption = m.say(match about.subject {
        Subject::All | Subject::Pair(..) => Message::TableDistricts { period },
        Subject::Region(_) => Message::TableDistrictsIn { period, name: about.name() },
        Subject::Group(_) => Message::TableDistrictsWith { period, name: about.name() },
    });
    let mut notes = vec![m.say(Message::NoteDistricts {})];
    if found.len() > TEN {
        let n = ((found.len() - TEN) as f64).into();
        notes.push(m.say(Message::MoreRows { n, file: "tables/districts.csv".to_owned() }));
    }
    Some(Table::new(caption, heads, rows.collect()).with_note(notes.join(" ")).with_source(page.source_line()))
}

/// What is counted in each district in several periods; of a group its own incidents there, each on its first day.
fn counted(about: &About, districts: &BTreeSet<District>, periods: &[Period]) -> BTreeMap<District, Counted> {
    let reports = &about.page.analysis.loaded.facts.reports;
    if !matches!(about.subject, Subject::Group(_)) {
        let of = |&district: &District| {
            let entry = about.sum(Key { scope: Scope::District(district), facet: Facet::ALL }, periods);
            let killed = Measure::Killed.of(&entry.cell, reports);
            (district, Counted { incidents: entry.cell.incidents, killed })
        };
        return districts.iter().map(of).collect();
    }
    let mut sums: BTreeMap<District, (Amount, Count)> = BTreeMap::new();
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return BTreeMap::new() };
    let window = Window::new(first.start(), last.end()).expect("periods are in order");
    about.each(window, |row| {
        if districts.contains(&row.district()) && !row.place_precision().coarser_than_district() {
            let (incidents, killed) = sums.entry(row.district()).or_default();
            *incidents += row.weight();
            *killed += Count::of(row.killed().best, row.weight());
        }
    });
    let reading = |(incidents, killed): (Amount, Count)| killed.reading(incidents, reports.killed);
    sums.into_iter().map(|(district, sum)| (district, Counted { incidents: sum.0, killed: reading(sum) })).collect()
}

//! The quality of the data: what became of every row, what is odd in those that count, and what could not be drawn.

mod years;

use super::super::document::{Block, Head, Table};
use super::page::{ALL, Page, ROWS_SHOWN};
use super::rows;
use crate::chart::Omitted;
use crate::cube::Fate;
use crate::finding;
use crate::incident::Row;
use crate::measure::Amount;
use crate::messages::{Message, Messages};
use crate::source::{Accounting, FilterReason, Filtered};
use crate::text;
use std::collections::BTreeMap;

/// Unmatched names in the text; all stand in the table.
const NAMES_SHOWN: usize = 5;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks: Vec<Block> = sentences(page).into_iter().map(Block::Text).collect();
    blocks.extend(tables(page));
    blocks
}

/// For the page of one subject: the names that no table has are those of all.
pub(super) fn blocks_of_one(page: &Page) -> Vec<Block> {
    let mut blocks = vec![Block::Text(page.m.say(Message::QualityOfAll {}))];
    blocks.extend(of_rows(page).into_iter().map(Block::Text));
    blocks.extend(tables(page));
    blocks
}

fn tables(page: &Page) -> Vec<Block> {
    let m = page.m;
    let mut blocks = Vec::new();
    blocks.push(Block::Table(accounting(page)));
    let files = || page.analysis.loaded.files.iter();
    let reasons = tally(files().flat_map(|file| file.rejected.iter().map(|row| rows::rejection(m, row.reason))));
    let heads = || [Head::words(m.say(Message::HeadReason {})), Head::number(m.say(Message::HeadRows {}))];
    if !reasons.is_empty() {
        let rows = reasons.into_iter().map(|(reason, n)| [reason, text::count(n)]).collect();
        blocks.push(Block::Table(Table::new(m.say(Message::TableRejected {}), heads(), rows)));
    }
    let issues = tally(files().flat_map(|file| file.quality.iter().map(|note| rows::issue(m, note.issue))));
    if issues.is_empty() {
        blocks.push(Block::Text(m.say(Message::QualityClean {})));
    } else {
        let heads = [
            Head::words(m.say(Message::HeadIssue {})),
            Head::words(m.say(Message::HeadEffect {})),
            Head::number(m.say(Message::HeadRows {})),
        ];
        let rows = issues.into_iter().map(|([what, done], n)| [what, done, text::count(n)]).collect();
        blocks.push(Block::Table(Table::new(m.say(Message::TableIssues {}), heads, rows)));
    }
    blocks.extend(years::years(page).map(Block::Table));
    blocks.extend(years::publisher(page).map(Block::Table));
    if !page.omitted.is_empty() {
        let lines = page.omitted.iter().copied().map(|one| omission(m, one)).collect();
        let summary = m.say(Message::QualityOmitted {});
        blocks.push(Block::Details { summary, blocks: vec![Block::Caveats(lines)] });
    }
    blocks
}

/// A chart that is not there, and why.
pub(super) fn omission(m: &Messages, omitted: &Omitted) -> String {
    m.say(Message::Omitted {
        chart: omitted.chart.to_owned(),
        subject: omitted.name.clone(),
        reason: omitted.why.text(m),
    })
}

fn tally<T: Ord>(items: impl Iterator<Item = T>) -> Vec<(T, f64)> {
    let mut counts: BTreeMap<T, f64> = BTreeMap::new();
    items.for_each(|item| *counts.entry(item).or_default() += 1.0);
    counts.into_iter().collect()
}

fn sum(page: &Page) -> Accounting {
    let mut sum = Accounting::default();
    page.analysis.loaded.files.iter().for_each(|file| sum += file.accounting);
    sum
}

/// What a reader must know of the rows, in sentences.
pub(super) fn sentences(page: &Page) -> Vec<String> {
    let mut said = of_rows(page);
    said.extend(of_names(page));
    said
}

fn of_rows(page: &Page) -> Vec<String> {
    let (m, analysis) = (page.m, page.analysis);
    let rows = sum(page);
    let Accounting { read, counted, merged, repeated, superseded, filtered, gated, rejected } = rows;
    let parts = [
        (merged, Message::QualityMerged { n: (merged as f64).into() }),
        (repeated, Message::QualityRepeated { n: (repeated as f64).into() }),
        (superseded, Message::QualitySuperseded { n: (superseded as f64).into() }),
        (filtered, Message::QualityFiltered { n: (filtered as f64).into() }),
        (gated, Message::QualityGated { n: (gated as f64).into() }),
        (rejected, Message::QualityRejected { n: (rejected as f64).into() }),
    ];
    let rest: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| m.say(words)).collect();
    let number = |n: u64| text::count(n as f64);
    let mut said = vec![match rest.is_empty() {
        true => m.say(Message::QualityAllCounted { n: (read as f64).into() }),
        false => m.say(Message::QualityRows { read: number(read), counted: number(counted), rest: m.list(&rest) }),
    }];
    said.extend(left_out(page));
    said.extend(gated_toll(page));
    let counts = |test: &dyn Fn(&Row<'_>) -> bool| -> Amount {
        let rows = analysis.loaded.incidents.rows();
        let counted = |row: &Row<'_>| analysis.fates[row.index] == Fate::Counted && row.kind().counts();
        rows.iter().filter(|row| counted(row) && test(row)).map(Row::weight).sum()
    };
    let all = counts(&|_| true).value();
    let coarse = counts(&|row| row.place_precision().coarser_than_district()).value();
    if coarse > 0.0 {
        let share = finding::percent_of(m, coarse, all);
        said.push(m.say(Message::QualityCoarse { n: coarse.into(), of: text::count(all), share }));
    }
    let nowhere = counts(&|row| row.region().name.is_none()).value();
    if nowhere > 0.0 {
        said.push(m.say(Message::QualityNoRegion { n: nowhere.into() }));
    }
    said
}

/// The names that no alias table has.
fn of_names(page: &Page) -> Vec<String> {
    let (m, analysis) = (page.m, page.analysis);
    let mut said = Vec::new();
    let unmatched = [&analysis.unmatched.groups, &analysis.unmatched.regions];
    let number: usize = unmatched.iter().map(|names| names.len()).sum();
    if number > 0 {
        let shown = unmatched.into_iter().flatten().take(NAMES_SHOWN).map(|(name, (_, nearest))| match nearest {
            Some(nearest) => m.say(Message::QualityNear { name: name.clone(), nearest: nearest.clone() }),
            None => name.clone(),
        });
        let mut names = m.clauses(&shown.collect::<Vec<_>>());
        if number > NAMES_SHOWN {
            let n = ((number - NAMES_SHOWN) as f64).into();
            let more = m.say(Message::MoreRows { n, file: "tables/unmatched_names.csv".to_owned() });
            names = m.clauses(&[names.as_str(), more.trim_end_matches(['.', '۔'])]);
        }
        said.push(m.say(Message::QualityUnmatched { n: (number as f64).into(), names }));
    }
    match analysis.loaded.unmatched_allies.len() {
        0 => {}
        n => said.push(m.say(Message::QualityUnmatchedAllies { n: (n as f64).into() })),
    }
    said
}

/// Rows that a rule leaves out, with the deaths that they report: both totals are said.
fn left_out(page: &Page) -> Vec<String> {
    let m = page.m;
    let mut filtered = Filtered::default();
    page.analysis.loaded.files.iter().for_each(|file| filtered.merge(file.filtered.clone()));
    let counted = page.entry_of_all_time(ALL).cell;
    let whole = page.analysis.policy.selection.is_everything();
    let sentences = filtered.iter().map(|(reason, rows, killed)| {
        let n = rows as f64;
        let dead = m.say(Message::CountKilled { n: killed.value().into() });
        m.say(match reason {
            // How many of them the user's filters would have kept is not known.
            FilterReason::DoubtedTerrorism if !whole => Message::QualityDoubtedAlone { n: n.into(), killed: dead },
            FilterReason::DoubtedTerrorism => Message::QualityDoubted {
                n: n.into(),
                killed: dead,
                all: text::count(counted.incidents.value() + n),
                all_killed: text::count((counted.killed.best + killed).value()),
            },
            FilterReason::SkipRule => Message::QualitySkipped { n: n.into(), killed: dead },
        })
    });
    sentences.collect()
}

/// The rows whose dates are too coarse for the grain, by year: incidents and killed.
fn gated(page: &Page) -> BTreeMap<i32, (Amount, Amount)> {
    let mut years: BTreeMap<i32, (Amount, Amount)> = BTreeMap::new();
    let rows = page.analysis.loaded.incidents.rows();
    for row in rows.iter().filter(|row| page.analysis.fates[row.index] == Fate::Gated && row.kind().counts()) {
        let (incidents, killed) = years.entry(row.start().year()).or_default();
        *incidents += row.weight();
        *killed += row.killed().best.unwrap_or_default();
    }
    years
}

fn gated_toll(page: &Page) -> Option<String> {
    let years = gated(page);
    let incidents: Amount = years.values().map(|(incidents, _)| *incidents).sum();
    let killed: Amount = years.values().map(|(_, killed)| *killed).sum();
    (incidents > Amount::ZERO).then(|| {
        page.m.say(Message::QualityGatedToll {
            n: incidents.value().into(),
            killed: page.m.say(Message::CountKilled { n: killed.value().into() }),
            grain: finding::grain(page.m, page.analysis.policy.grain),
        })
    })
}

fn accounting(page: &Page) -> Table {
    let m = page.m;
    let files = &page.analysis.loaded.files;
    let row = |name: String, a: Accounting| {
        let n = |n: u64| text::count(n as f64);
        let Accounting { read, counted, merged, repeated, superseded, filtered, gated, rejected } = a;
        [name, n(read), n(counted), n(merged), n(repeated), n(superseded), n(filtered), n(gated), n(rejected)]
    };
    let mut rows: Vec<[String; 9]> =
        files.iter().take(ROWS_SHOWN).map(|file| row(file_name(&file.name), file.accounting)).collect();
    if files.len() > 1 {
        rows.push(row(m.say(Message::RowSum {}), sum(page)));
    }
    let number = |message| Head::number(m.say(message));
    let heads = [
        Head::words(m.say(Message::HeadFile {})),
        number(Message::HeadRead {}),
        number(Message::HeadCountedRows {}),
        number(Message::HeadMerged {}),
        number(Message::HeadRepeated {}),
        number(Message::HeadSuperseded {}),
        number(Message::HeadFiltered {}),
        number(Message::HeadGated {}),
        number(Message::HeadRejected {}),
    ];
    let table = Table::new(m.say(Message::TableAccounting {}), heads, rows);
    let more = files.len().saturating_sub(ROWS_SHOWN);
    if more == 0 {
        return table;
    }
    table.with_note(m.say(Message::MoreRows { n: (more as f64).into(), file: "manifest.json".to_owned() }))
}

/// The last part of a path: a report names no folder of the machine that made it.
fn file_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

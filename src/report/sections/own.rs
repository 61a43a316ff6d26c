//! One region or group: the same layout for each, as a part of the report and on a page of its own.

use super::super::document::{Block, Head, Section, Strength, Table};
use super::about::About;
use super::card::cards;
use super::lead::{against, bases};
use super::{context, districts, meet, mixes, notable};
use crate::chart::{ContextEvent, Subject};
use crate::cube::{Facet, Key};
use crate::finding::{self, Claim, Finding};
use crate::incident::{Kind, Role};
use crate::measure::Measure;
use crate::messages::{Form, Message};
use crate::stats::Comparison;
use crate::text;

/// The part of a region or a group in the report.
pub(super) fn part(about: &About, events: &[ContextEvent]) -> Section {
    let mut blocks = sentences(about, |finding| !is_tested_over_time(finding));
    blocks.extend(numbers(about).map(Block::Table));
    blocks.extend(about.charts());
    blocks.extend(sentences(about, is_tested_over_time));
    blocks.extend(others(about));
    blocks.extend(mixes::mixes(about));
    blocks.extend(districts::table(about).map(Block::Table));
    blocks.push(notable::own(about));
    blocks.extend(context::table(about, events).map(Block::Table));
    Section::new(about.anchor(), about.name(), blocks)
}

/// The findings about it that `pick` wants.
pub(super) fn sentences(about: &About, pick: impl Fn(&Finding) -> bool) -> Vec<Block> {
    cards(about.page, |finding| about.is_of(finding) && pick(finding))
}

/// Whether it is about the course of a series and not about the period alone.
pub(super) fn is_tested_over_time(finding: &Finding) -> bool {
    matches!(
        finding.claim,
        Claim::Trend(_) | Claim::Break(_) | Claim::Forecast(_) | Claim::ForecastKept(_) | Claim::Withheld(_)
    )
}

/// The groups of a region, the regions of a group; or a line that there are none.
pub(super) fn others(about: &About) -> Vec<Block> {
    let none = match about.subject {
        Subject::All | Subject::Pair(..) => Message::NoneMeet {},
        Subject::Region(_) => Message::NoneGroupsOf { name: about.name() },
        Subject::Group(_) => Message::NoneRegionsOf { name: about.name() },
    };
    vec![meet::table(about).map_or_else(|| Block::Text(about.page.m.say(none)), Block::Table)]
}

/// Its latest numbers: the period, those before it, the year to date. `None` where no period is complete.
pub(super) fn numbers(about: &About) -> Option<Table> {
    let (m, page) = (about.page.m, about.page);
    let latest = page.analysis.latest?;
    let bases = bases(about);
    let reports = &page.analysis.loaded.facts.reports;
    let attacks = Key {
        scope: about.scope(),
        facet: Facet::Ledger {
            kind: Some(Kind::Attack),
            role: matches!(about.subject, Subject::Group(_)).then_some(Role::Initiator),
        },
    };
    let of = |measure, message: Message| (about.key(), measure, m.say(message));
    let mut measures = vec![of(Measure::Incidents, Message::HeadIncidents {})];
    if page.analysis.cube.get(attacks).is_some() {
        let name = match about.subject {
            Subject::Group(_) => m.say(Message::HeadAttacks {}),
            Subject::All | Subject::Region(_) | Subject::Pair(..) => {
                finding::sentence_case(&finding::of_kind(m, Some(Kind::Attack), Form::MANY))
            }
        };
        measures.push((attacks, Measure::Incidents, name));
    }
    measures.extend(reports.killed.yes().then(|| of(Measure::Killed, Message::HeadKilled {})));
    measures.extend(reports.injured.yes().then(|| of(Measure::Injured, Message::HeadInjured {})));
    let mut heads = vec![Head::words(m.say(Message::HeadMeasure {})), Head::number(m.period(latest))];
    for (_, base) in &bases {
        heads.push(Head::number(m.period(*base)));
        heads.push(Head::words(m.say(Message::HeadChange { base: m.period(*base) })));
    }
    heads.push(Head::number(m.say(Message::HeadToDate {})));
    let rows = measures.into_iter().map(|(key, measure, name)| {
        let cell = |period| {
            let covered = page.analysis.reading(key, measure, period);
            match page.analysis.index(period) {
                Some(_) => finding::reading_text(m, covered),
                None => String::new(),
            }
        };
        let mut row = vec![name, cell(latest)];
        for &(comparison, base) in &bases {
            row.push(cell(base));
            let against = against(about, key, measure, comparison, base);
            row.push(match against.strength {
                Strength::Counted => against.text,
                tested => m.say(Message::CellJudged { word: against.text, evidence: tested.word(m) }),
            });
        }
        let to_date = page.analysis.compare(key, measure, Comparison::YearToDate, latest);
        row.push(to_date.map_or_else(
            |_| String::new(),
            |change| {
                let (now, base) = (text::count(change.current), text::count(change.base));
                m.say(Message::CellAgainst { now, base })
            },
        ));
        row
    });
    let caption = m.say(Message::TableNumbers { name: about.name() });
    let table = Table::matrix(caption, heads, rows.collect()).expect("every row has a cell for every head above");
    let note = matches!(about.subject, Subject::Group(_)).then(|| m.say(Message::NoteKilledOfGroup {}));
    Some(table.with_note(note.unwrap_or_default()).with_source(page.source_line()))
}

//! How this was counted: the rules and settings that a reader must know to repeat or compare the numbers.

use super::super::document::Block;
use super::page::Page;
use crate::cube::{Facet, Key, MultiDay, Scope};
use crate::finding::{self, Caveat};
use crate::incident::Kind;
use crate::measure::{Measure, Reported};
use crate::messages::{Form, Message};
use crate::period::Status;
use crate::series::Finality;
use crate::source::Aggregated;
use crate::{stats, text};

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut sentences = rules(page);
    sentences.extend(limits(page));
    let mut blocks: Vec<Block> = sentences.into_iter().map(Block::Text).collect();
    let notes = &page.analysis.loaded.facts.caveats;
    if !notes.is_empty() {
        blocks.push(Block::Caveats(notes.clone()));
    }
    blocks
}

/// What an incident is, and how it counts.
fn rules(page: &Page) -> Vec<String> {
    let (m, analysis) = (page.m, page.analysis);
    let policy = &analysis.policy;
    let mut said = vec![m.say(Message::CountedGrain { grain: finding::grain(m, policy.grain) })];
    said.push(m.say(match policy.multi_day {
        MultiDay::Start => Message::CountedStart {},
        MultiDay::Midpoint => Message::CountedMidpoint {},
        MultiDay::Spread => Message::CountedSpread {},
    }));
    said.push(finding::caveat(m, page.title(), &Caveat::Counting(analysis.attribution)));
    let kinds = analysis.kinds();
    let names: Vec<String> =
        kinds.iter().filter(|k| k.counts()).map(|&k| finding::of_kind(m, Some(k), Form::MANY)).collect();
    said.push(m.say(Message::CountedKinds { kinds: m.list(&names) }));
    let other = page.entry_of_all_time(Key { scope: Scope::All, facet: Facet::kind(Kind::Other) }).cell.incidents;
    if other.value() > 0.0 {
        said.push(m.say(Message::CountedOther { n: other.value().into() }));
    }
    if analysis.loaded.facts.aggregated == Aggregated::Weekly {
        said.push(m.say(Message::CountedAggregated {}));
    }
    said.push(m.say(Message::CountedPercent { minimum: text::count(stats::MINIMUM_BASE) }));
    if !analysis.loaded.incidents.outlets.iter().all(Vec::is_empty) {
        said.push(m.say(Message::CountedNewSources { limit: text::share(stats::NEW_SOURCE_LIMIT) }));
    }
    said
}

/// When and what the source was counting, and what was left out on purpose.
pub(super) fn limits(page: &Page) -> Vec<String> {
    let (m, analysis) = (page.m, page.analysis);
    let coverage = analysis.coverage;
    let mut said = vec![m.say(Message::CountedCoverage {
        source: page.title().to_owned(),
        from: m.day(coverage.from()),
        to: m.day(coverage.to()),
    })];
    if !analysis.later_countries.is_empty() {
        let mut places: Vec<String> = (analysis.later_countries.iter())
            .map(|(&country, day)| {
                let country = analysis.text(country).to_owned();
                m.say(Message::CountedLaterPlace { country, day: m.day(*day) })
            })
            .collect();
        places.sort();
        said.push(m.say(Message::CountedLater { places: m.list(&places) }));
    }
    if let Some(gap) = analysis.loaded.facts.gap {
        said.push(m.say(Message::CountedGap { from: m.day(gap.start()), to: m.day(gap.end()) }));
    }
    said.push(match analysis.version {
        Some(day) => m.say(Message::CountedVersion { day: m.day(day) }),
        None => m.say(Message::CountedNoVersion {}),
    });
    if let Some(day) = analysis.policy.as_of {
        said.push(m.say(Message::CountedAsOf { day: m.day(day) }));
    }
    said.push(match page.filters() {
        filters if filters.is_empty() => m.say(Message::CountedNoFilters {}),
        filters => m.say(Message::CountedFilters { filters }),
    });
    let provisional: Vec<String> = (analysis.periods.iter())
        .filter(|&&period| analysis.status(Scope::All, period) == Status::Complete)
        .filter(|&&period| analysis.finality(period) == Finality::Provisional)
        .map(|&period| m.period(period))
        .collect();
    if !provisional.is_empty() {
        said.push(m.say(Message::CountedProvisional { periods: m.list(&provisional) }));
    }
    let reports = &analysis.loaded.facts.reports;
    let measures: [(Reported, Measure); 7] = [
        (reports.killed, Measure::Killed),
        (reports.injured, Measure::Injured),
        (reports.arrested, Measure::Arrested),
        (reports.abducted, Measure::Abducted),
        (reports.suicide, Measure::SuicideAttacks),
        (reports.unattributed, Measure::ShareUnattributed),
        (reports.suspected, Measure::ShareSuspected),
    ];
    let never: Vec<String> =
        measures.iter().filter(|(reported, _)| !reported.yes()).map(|(_, m2)| finding::measure_name(m, *m2)).collect();
    if !never.is_empty() {
        said.push(m.say(Message::CountedNotReported { measures: m.list(&never) }));
    }
    let breaks = analysis.loaded.facts.breaks.iter();
    said.extend(breaks.map(|b| m.say(Message::QualityBreak { from: m.day(b.from), note: b.note.clone() })));
    said
}

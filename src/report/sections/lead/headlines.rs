//! The headlines: the total, then what is clear, then what is suggestive; where nothing is, that there is no evidence of change.

use super::super::super::document::{Headline, Link, Strength, Target};
use super::super::about::{About, top_groups, top_regions};
use super::super::card::card;
use super::super::methods::{self, Method};
use super::super::pairs;
use super::spark::spark;
use crate::chart::Subject;
use crate::cube::{Facet, Key};
use crate::finding::{self, Caveat, Claim, Compared, Finding};
use crate::measure::Measure;
use crate::messages::Message;
use crate::period::Period;
use crate::stats::Comparison;

/// Headlines of a first screen.
const MOST: usize = 6;

/// Headlines below which the plain comparison and the trend are said too, also where they find nothing.
const LEAST: usize = 3;

/// Headlines about one region or group: the same rise makes an alert, a change and a record.
const OF_ONE_PART: usize = 2;

/// Periods for which a change of level is news.
const NEWS: i32 = 12;

pub(super) fn headlines(about: &About) -> Vec<Headline> {
    let findings: Vec<&Finding> = match about.subject {
        Subject::All => about.page.analysis.findings.iter().collect(),
        Subject::Group(_) | Subject::Region(_) | Subject::Pair(..) => {
            about.page.analysis.findings.iter().filter(|finding| about.is_of(finding)).collect()
        }
    };
    picked(about, &findings).into_iter().map(|finding| headline(about, finding)).collect()
}

fn picked<'a>(about: &About, findings: &[&'a Finding]) -> Vec<&'a Finding> {
    let latest = about.page.analysis.latest;
    let mut picked: Vec<&Finding> = findings.iter().copied().filter(|finding| opens(finding, latest)).take(1).collect();
    let mut news: Vec<(u8, &Finding)> =
        findings.iter().filter_map(|&finding| Some((rank(about, finding, latest)?, finding))).collect();
    // Findings of one rank stay in the order of the report, which is by strength and size.
    news.sort_by_key(|(rank, finding)| (*rank, !about.is_of(finding)));
    for (_, finding) in news {
        if picked.len() < MOST && adds(about, &picked, finding) {
            picked.push(finding);
        }
    }
    let plain = findings.iter().copied().filter(|finding| about.is_of(finding) && is_plain(finding));
    for finding in plain {
        if picked.len() < LEAST && !picked.contains(&finding) {
            picked.push(finding);
        }
    }
    picked
}

/// What a period had: the first sentence of any report, whether or not anything changed.
/// Before the first complete period that is what the partial one has so far.
fn opens(finding: &Finding, latest: Option<Period>) -> bool {
    let all_there_is = matches!(&finding.claim, Claim::SoFar(so_far) if so_far.of_days.is_none() || latest.is_none());
    all_there_is || matches!(finding.claim, Claim::Total(_) | Claim::Region(_) | Claim::Group(_))
}

/// The comparison and the trend that are said where little is news.
fn is_plain(finding: &Finding) -> bool {
    let of_periods = |compared: &Compared| compared.kind.is_none() && compared.comparison != Comparison::YearToDate;
    let compared = matches!(&finding.claim, Claim::Compared(compared) if of_periods(compared));
    compared || matches!(finding.claim, Claim::Trend(_))
}

/// How much of a headline a finding is, 0 the most; `None` for what is none.
fn rank(about: &About, finding: &Finding, latest: Option<Period>) -> Option<u8> {
    let strength = finding.claim.strength();
    let of_strength = |clear: u8, suggestive: u8| match strength {
        Strength::Clear => Some(clear),
        Strength::Suggestive => Some(suggestive),
        Strength::Counted | Strength::WithinChance => None,
    };
    match methods::of(&finding.claim)? {
        Method::Alerts => of_strength(0, 4),
        Method::Changes => of_strength(1, 4),
        Method::Trends => of_strength(2, 5),
        Method::Breaks => {
            let is_news = matches!(&finding.claim, Claim::Break(shifted) if latest.is_some_and(|latest| latest.since(shifted.first) < NEWS));
            is_news.then(|| of_strength(2, 5)).flatten()
        }
        Method::Records if matches!(finding.claim, Claim::Silence { .. }) => Some(4),
        Method::Records => Some(if about.is_of(finding) { 1 } else { 3 }),
        // That two groups are near each other is a headline only where it holds among all pairs.
        Method::Pairs => (strength == Strength::Clear).then_some(1),
        Method::Counting | Method::Judging | Method::Tolls | Method::Lethality | Method::Forecasts | Method::Guards => {
            None
        }
    }
}

/// Whether it says something that the headlines so far do not.
fn adds(about: &About, picked: &[&Finding], finding: &Finding) -> bool {
    let same = |one: &&&Finding| one.subject == finding.subject;
    let twice = picked.iter().filter(same).any(|one| one.claim.order() == finding.claim.order());
    let crowded = picked.iter().filter(same).count() >= OF_ONE_PART && !about.is_of(finding);
    !twice && !crowded
}

fn headline(about: &About, finding: &Finding) -> Headline {
    let page = about.page;
    let mut card = card(page, finding);
    // What the first screen says of the whole period is not said with each of its sentences.
    let of_period = |caveat: &Caveat| {
        matches!(
            caveat,
            Caveat::Provisional { .. }
                | Caveat::UnknownTolls { .. }
                | Caveat::NotReported { .. }
                | Caveat::KnownOnly
                | Caveat::Filtered
        )
    };
    if about.subject != Subject::All && opens(finding, page.analysis.latest) {
        // The whole paragraph stands below; the first screen has room for its numbers.
        card.sentence = numbers(about);
        card.strength = Strength::Counted;
    }
    let own = finding.caveats.iter().zip(card.caveats).filter(|(caveat, _)| !of_period(caveat));
    card.caveats = own.map(|(_, said)| said).collect();
    let parts = [top_regions(page), top_groups(page)];
    let of = parts.iter().flatten().find(|part| part.is_of(finding)).copied();
    if about.subject == Subject::All
        && let Some(part) = of
    {
        let text = page.m.say(Message::EvidencePart { name: part.name() });
        card.evidence.insert(0, Link { text, to: Target::Section(part.anchor()) });
    }
    if let finding::Subject::Pair(a, b) = &finding.subject {
        let part = pairs::anchor_of(page, a, b).map(|anchor| {
            let name = page.m.list(&[a, b]);
            Link { text: page.m.say(Message::EvidencePart { name }), to: Target::Section(anchor) }
        });
        card.evidence.splice(0..0, part);
        // No series is that of a pair.
        return Headline { card, spark: None };
    }
    let scope = of.unwrap_or(*about).scope();
    let facet = finding.claim.kind().map_or(Facet::ALL, Facet::kind);
    Headline { card, spark: spark(page, Key { scope, facet }, finding.claim.measure()) }
}

/// The numbers of a region's or group's period in one sentence.
fn numbers(about: &About) -> String {
    let (m, page) = (about.page.m, about.page);
    let entry = page.entry(about.key());
    let mut counts = vec![m.say(Message::Incidents { n: entry.cell.incidents.value().into() })];
    let toll = |measure| finding::quantity(m, page.reading(measure, &entry));
    counts.extend(toll(Measure::Killed).map(|n| m.say(Message::CountKilled { n })));
    counts.extend(toll(Measure::Injured).map(|n| m.say(Message::CountInjured { n })));
    let (name, period, counts) = (about.name(), page.now(), m.list(&counts));
    m.say(match about.subject {
        Subject::All | Subject::Region(_) | Subject::Pair(..) => Message::LeadOfRegion { name, period, counts },
        Subject::Group(_) => Message::LeadOfGroup { name, period, counts },
    })
}

//! Sentences about a period as a whole: totals, comparisons, partial periods.

use super::chance::why;
use super::words::{grain, measure_name, quantity, when};
use super::{Compared, Finding, Movement, SoFar, Subject, Total, change};
use crate::measure::Reading;
use crate::messages::{Message, Messages};
use crate::period::{Grain, Period, Window};
use crate::stats::{Comparison, NotComputed};
use crate::text;

pub(super) fn total(m: &Messages, finding: &Finding, total: &Total) -> String {
    let mut outcomes = Vec::new();
    if let Some(n) = quantity(m, total.killed) {
        let range = total.killed_range.filter(|(low, high)| low < high);
        let range = range.map_or(String::new(), |(low, high)| {
            m.say(Message::KilledRange { low: text::count(low), high: text::count(high) })
        });
        outcomes.push(m.say(Message::PeopleKilled { n }) + &range);
    } else {
        outcomes.push(m.say(Message::KilledNotKnown {}));
    }
    outcomes.extend(quantity(m, total.injured).map(|n| m.say(Message::PeopleInjured { n })));
    let mut outcome = m.say(Message::Outcome { outcomes: m.list(&outcomes) });
    if let Reading::Known(lethal) = total.lethal
        && lethal < total.incidents
    {
        outcome = m.say(Message::Lethal { n: lethal.into() }) + &outcome;
    }
    if total.incidents == 0.0 {
        outcome.clear();
    }
    let incidents = m.say(Message::Incidents { n: total.incidents.into() });
    let (source, when) = (finding.title.clone(), when(m, finding.period));
    match &finding.subject {
        Subject::All(place) if !place.is_empty() => {
            m.say(Message::Total { source, incidents, place: place.clone(), when, outcome })
        }
        Subject::All(_) | Subject::Region(_) | Subject::Group(_) | Subject::Pair(..) => {
            m.say(Message::TotalNowhere { source, incidents, when, outcome })
        }
    }
}

pub(super) fn compared(m: &Messages, finding: &Finding, compared: &Compared) -> String {
    let Some(base) = compared.base else {
        let grain = grain(m, finding.period.grain());
        return m.say(Message::WithheldNoBase { period: m.period(finding.period), grain });
    };
    let base_name = base_name(m, compared, base, finding.period);
    let grain = finding.period.grain();
    let moved = |moved| change::movement(m, moved, compared.kind, compared.finality, grain);
    let moved: Vec<String> = compared.movements.iter().filter_map(moved).collect();
    let mut said = Vec::new();
    if !moved.is_empty() {
        let movements = m.clauses(&moved);
        let year = base.end().year().to_string();
        said.push(m.say(match compared.comparison {
            Comparison::Previous | Comparison::YearAgo => Message::Compared { base: base_name.clone(), movements },
            Comparison::YearToDate if whole_year(compared.current) => {
                Message::ComparedYear { current: compared.current.end().year().to_string(), base: year, movements }
            }
            Comparison::YearToDate => Message::ComparedToDate { day: m.day(compared.current.end()), year, movements },
        }));
    }
    said.extend(withheld(m, &compared.movements, &base_name, grain));
    said.join(" ")
}

fn base_name(m: &Messages, compared: &Compared, base: Window, current: Period) -> String {
    match compared.comparison {
        Comparison::Previous | Comparison::YearAgo => m.period(Period::containing(base.start(), current.grain())),
        Comparison::YearToDate if whole_year(base) => base.end().year().to_string(),
        Comparison::YearToDate => m.say(Message::SameDays { year: base.end().year().to_string() }),
    }
}

pub(super) fn whole_year(window: Window) -> bool {
    window == Window::from(Period::containing(window.start(), Grain::Year))
}

/// One sentence for each reason why measures are not compared.
fn withheld(m: &Messages, movements: &[Movement], base: &str, grain: Grain) -> Vec<String> {
    let mut reasons: Vec<(NotComputed, Vec<String>)> = Vec::new();
    for moved in movements {
        let Err(reason) = moved.result else { continue };
        let name = measure_name(m, moved.measure);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => reasons.push((reason, vec![name])),
        }
    }
    reasons
        .into_iter()
        .map(|(reason, names)| {
            let (measures, base) = (m.list(&names), base.to_owned());
            m.say(Message::NotCompared { measures, base, why: why(m, reason, grain) })
        })
        .collect()
}

pub(super) fn so_far(m: &Messages, finding: &Finding, so_far: &SoFar) -> String {
    let mut counts = vec![m.say(Message::Incidents { n: so_far.incidents.into() })];
    counts.extend(quantity(m, so_far.killed).map(|n| m.say(Message::CountKilled { n })));
    counts.extend(quantity(m, so_far.injured).map(|n| m.say(Message::CountInjured { n })));
    let counts = m.list(&counts);
    let (from, to) = (m.day(so_far.covered.start()), m.day(so_far.covered.end()));
    m.say(match so_far.of_days {
        Some(of_days) if so_far.covered.start() > finding.period.start() => Message::SoFarWithin {
            period: m.period(finding.period),
            from,
            to,
            days: so_far.covered.days().to_string(),
            of_days: of_days.to_string(),
            counts,
        },
        Some(of_days) => Message::SoFarPeriod {
            period: m.period(finding.period),
            to,
            days: so_far.covered.days().to_string(),
            of_days: of_days.to_string(),
            counts,
            compared: same_days(m, so_far),
        },
        None => Message::SoFarCoverage { grain: grain(m, finding.period.grain()), from, to, counts },
    })
}

/// What the same days of earlier periods had.
fn same_days(m: &Messages, so_far: &SoFar) -> String {
    let base = |&(period, incidents): &(Period, f64)| {
        let n = m.say(Message::Incidents { n: incidents.into() });
        m.say(Message::SoFarBase { period: m.period(period), n })
    };
    let bases: Vec<String> = so_far.same_days.iter().map(base).collect();
    match bases.is_empty() {
        true => m.say(Message::SoFarAlone {}),
        false => m.say(Message::SoFarSameDays { bases: m.list(&bases) }),
    }
}

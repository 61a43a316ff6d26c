//! Sentences about a period as a whole: totals, comparisons, levels, records, partial periods.

use super::words::{grain, measure_name, quantity, twelve, when};
use super::{Compared, Finding, Level, Movement, SoFar, Subject, Total};
use crate::measure::{Measure, Reading};
use crate::messages::{Message, Messages};
use crate::period::{Grain, Period, Window};
use crate::series::Finality;
use crate::stats::{Certainty, Change, Comparison, Extreme, NotComputed, Record};
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
    let mut outcome = m.say(Message::Outcome { outcomes: text::list(&outcomes) });
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
        Subject::All(_) | Subject::Region(_) | Subject::Group(_) => {
            m.say(Message::TotalNowhere { source, incidents, when, outcome })
        }
    }
}

/// The base, the current number, and the difference: in per cent too where the base carries it.
pub(super) fn moved(m: &Messages, change: &Change) -> (String, String, String) {
    let absolute = text::difference(change.absolute);
    let difference = match change.plain_ratio {
        Some(ratio) => m.say(Message::DifferencePercent { absolute, percent: text::change(ratio) }),
        None => absolute,
    };
    (text::count(change.base), text::count(change.current), difference)
}

/// `the number of incidents rose from 56 to 77 (+21, +38 %)`.
fn movement(m: &Messages, measure: Measure, change: &Change, finality: Finality) -> String {
    let mut name = measure_name(m, measure);
    if change.certainty == Certainty::LowerBounds {
        name = m.say(Message::MeasureKnown { measure: name });
    }
    let (base, current, difference) = moved(m, change);
    m.say(match (change.absolute, finality) {
        (0.0, _) => Message::Stayed { measure: name, current },
        (up, _) if up > 0.0 => Message::Rose { measure: name, base, current, difference },
        (_, Finality::Provisional) => Message::FellSoFar { measure: name, base, current, difference },
        (_, Finality::Settled) => Message::Fell { measure: name, base, current, difference },
    })
}

pub(super) fn compared(m: &Messages, finding: &Finding, compared: &Compared) -> String {
    let Some(base) = compared.base else {
        return m
            .say(Message::WithheldNoBase { period: finding.period.name(), grain: grain(m, finding.period.grain()) });
    };
    let base_name = base_name(m, compared, base, finding.period);
    let moved: Vec<String> = (compared.movements.iter())
        .filter_map(|moved| moved.result.as_ref().ok().map(|change| (moved.measure, change)))
        .map(|(measure, change)| movement(m, measure, change, compared.finality))
        .collect();
    let mut said = Vec::new();
    if !moved.is_empty() {
        let movements = text::list(&moved);
        let year = base.end().year().to_string();
        said.push(m.say(match compared.comparison {
            Comparison::Previous | Comparison::YearAgo => Message::Compared { base: base_name.clone(), movements },
            Comparison::YearToDate if whole_year(compared.current) => {
                Message::ComparedYear { current: compared.current.end().year().to_string(), base: year, movements }
            }
            Comparison::YearToDate => Message::ComparedToDate { day: compared.current.end().long(), year, movements },
        }));
    }
    said.extend(withheld(m, &compared.movements, &base_name));
    said.join(" ")
}

fn base_name(m: &Messages, compared: &Compared, base: Window, current: Period) -> String {
    match compared.comparison {
        Comparison::Previous | Comparison::YearAgo => Period::containing(base.start(), current.grain()).name(),
        Comparison::YearToDate if whole_year(base) => base.end().year().to_string(),
        Comparison::YearToDate => m.say(Message::SameDays { year: base.end().year().to_string() }),
    }
}

fn whole_year(window: Window) -> bool {
    window == Window::from(Period::containing(window.start(), Grain::Year))
}

/// One sentence for each reason why measures are not compared.
fn withheld(m: &Messages, movements: &[Movement], base: &str) -> Vec<String> {
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
            let (measures, base) = (text::list(&names), base.to_owned());
            m.say(match reason {
                NotComputed::NewSources { share } => {
                    Message::WithheldNewSources { measures, base, share: text::share(share) }
                }
                NotComputed::Partial | NotComputed::NoBase => Message::WithheldPartial { measures, base },
                NotComputed::Unreported => Message::WithheldUnreported { measures, base },
                NotComputed::LowerBound => Message::WithheldLowerBound { measures, base },
                NotComputed::TooShort { .. }
                | NotComputed::TooFew { .. }
                | NotComputed::TooQuiet { .. }
                | NotComputed::Degenerate
                | NotComputed::NoCycle
                | NotComputed::Provisional
                | NotComputed::OneIncident { .. }
                | NotComputed::MergedRegion
                | NotComputed::CollectionBreak
                | NotComputed::Stale { .. }
                | NotComputed::NotShown
                | NotComputed::NoDistribution => Message::WithheldShort { measures, base },
            })
        })
        .collect()
}

pub(super) fn level(m: &Messages, finding: &Finding, level: &Level) -> String {
    let counts = |incidents: f64, killed: Option<f64>, decimals: usize| {
        let shown = |value: f64| crate::messages::Quantity {
            text: text::number(value, decimals),
            form: crate::messages::Form::Other,
        };
        let mut counts = vec![m.say(Message::Incidents { n: shown(incidents) })];
        counts.extend(killed.map(|killed| m.say(Message::CountKilled { n: shown(killed) })));
        text::list(&counts)
    };
    let period = finding.period;
    let mut said = Vec::new();
    if period.grain() != Grain::Day {
        said.push(m.say(Message::PerDay {
            period: period.name(),
            counts: counts(level.incidents_a_day, level.killed_a_day, 2),
        }));
    }
    if let Some(incidents) = level.incidents_of_twelve {
        said.push(m.say(Message::MeanOfTwelve {
            twelve: twelve(m, period.grain()),
            period: period.name(),
            counts: counts(incidents, level.killed_of_twelve, 1),
            grain: grain(m, period.grain()),
        }));
    }
    said.join(" ")
}

pub(super) fn record(m: &Messages, finding: &Finding, measure: Measure, record: &Record) -> String {
    let killed = match measure {
        Measure::Killed | Measure::LethalIncidents | Measure::KilledPerIncident => true,
        Measure::Incidents
        | Measure::Injured
        | Measure::Casualties
        | Measure::Arrested
        | Measure::Abducted
        | Measure::SuicideAttacks
        | Measure::ShareUnattributed
        | Measure::ShareSuspected => false,
    };
    let about = |what: String| match &finding.subject {
        Subject::All(_) => what,
        Subject::Region(place) => m.say(Message::InRegion { what, region: place.shown.clone() }),
        Subject::Group(group) => {
            let group = group.clone();
            m.say(if killed {
                Message::InIncidentsInvolving { what, group }
            } else {
                Message::InvolvingGroup { what, group }
            })
        }
    };
    let (grain, begins) = (grain(m, finding.period.grain()), record.begins.name());
    let since = record.since.map(|(since, _)| since.name());
    let n = record.value.into();
    let said = if record.value == 0.0 {
        let what = about(m.say(if killed { Message::AnyoneKilled {} } else { Message::AnyIncident {} }));
        let period = finding.period.name();
        match since {
            Some(since) => m.say(Message::FirstWithout { period, grain, what, since, begins }),
            None => m.say(Message::FirstWithoutEver { period, grain, what, begins }),
        }
    } else {
        let what = about(m.say(if killed { Message::CountKilled { n } } else { Message::Incidents { n } }));
        let when = finding.period.name();
        let extreme = m.say(match record.extreme {
            Extreme::Highest => Message::RecordHighest {},
            Extreme::Lowest => Message::RecordLowest {},
        });
        let then = match record.since {
            Some((_, Some(value))) if value == record.value => m.say(Message::ThenEqual {}),
            Some((_, Some(value))) => m.say(Message::ThenValue { value: text::count(value) }),
            Some((_, None)) => m.say(Message::ThenUnknown {}),
            None => String::new(),
        };
        match since {
            Some(since) => m.say(Message::RecordSince { what, when, extreme, grain, since, then, begins }),
            None => m.say(Message::RecordEver { what, when, extreme, grain, begins }),
        }
    };
    match record.certainty {
        Certainty::Exact => said,
        Certainty::LowerBounds => {
            let mut letters = said.chars();
            let sentence = letters.next().map(|c| c.to_lowercase().chain(letters).collect()).unwrap_or_default();
            m.say(Message::RecordOfKnown { sentence })
        }
    }
}

pub(super) fn so_far(m: &Messages, finding: &Finding, so_far: &SoFar) -> String {
    let mut counts = vec![m.say(Message::Incidents { n: so_far.incidents.into() })];
    counts.extend(quantity(m, so_far.killed).map(|n| m.say(Message::CountKilled { n })));
    counts.extend(quantity(m, so_far.injured).map(|n| m.say(Message::CountInjured { n })));
    let counts = text::list(&counts);
    let (from, to) = (so_far.covered.start().long(), so_far.covered.end().long());
    m.say(match so_far.of_days {
        Some(of_days) if so_far.covered.start() > finding.period.start() => Message::SoFarWithin {
            period: finding.period.name(),
            from,
            to,
            days: so_far.covered.days().to_string(),
            of_days: of_days.to_string(),
            counts,
        },
        Some(of_days) => Message::SoFarPeriod {
            period: finding.period.name(),
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
        m.say(Message::SoFarBase { period: period.name(), n })
    };
    let bases: Vec<String> = so_far.same_days.iter().map(base).collect();
    match bases.is_empty() {
        true => m.say(Message::SoFarAlone {}),
        false => m.say(Message::SoFarSameDays { bases: text::list(&bases) }),
    }
}

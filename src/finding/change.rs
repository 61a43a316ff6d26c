//! Changes in words: how much a number moved, with its interval, and whether chance could make it. A difference that chance can
//! make is never said to have risen or fallen.

use super::chance::{guards, interval_percent, interval_times, judged, why};
use super::claim::{Movement, Tested};
use super::words::{measure_in_kind, measure_name};
use crate::incident::Kind;
use crate::messages::{Message, Messages};
use crate::period::{Grain, Period};
use crate::series::Finality;
use crate::stats::{Certainty, Change, Evidence, Judgement, NotComputed};
use crate::text;

/// Whether it is a fall that later reports may undo.
pub(super) fn so_far(moved: &Movement, finality: Finality) -> bool {
    finality == Finality::Provisional && moved.result.is_ok_and(|change| change.absolute < 0.0)
}

/// The evidence that a sentence gives: none of what later reports may undo.
fn spoken(moved: &Movement, finality: Finality) -> Option<&Evidence> {
    let tested = moved.tested.as_ref().ok().filter(|_| !so_far(moved, finality));
    tested.map(|tested| &tested.evidence)
}

/// The base, the current number, and the difference: in per cent with its interval where the base carries it.
fn numbers(m: &Messages, change: &Change, evidence: Option<&Evidence>) -> (String, String, String) {
    let absolute = text::difference(change.absolute);
    let interval = evidence.map(|evidence| Tested::plain(evidence, change));
    let percent = change.plain_ratio.map(|ratio| m.change(ratio));
    let difference = match (percent, interval) {
        (Some(percent), Some(interval)) => {
            let interval = interval_percent(m, &interval);
            m.say(Message::DifferenceInterval { absolute, percent, interval })
        }
        (Some(percent), None) => m.say(Message::DifferencePercent { absolute, percent }),
        (None, Some(interval)) => match interval_times(m, &interval) {
            Some(interval) => m.say(Message::DifferencePercent { absolute, percent: interval }),
            None => absolute,
        },
        (None, None) => absolute,
    };
    (text::count(change.base), text::count(change.current), difference)
}

/// `+36 (+277 %, 95 % interval +102 % to +652 %)`: the difference alone, with the interval of its evidence where there is any.
pub fn difference(m: &Messages, change: &Change, evidence: Option<&Evidence>) -> String {
    numbers(m, change, evidence).2
}

/// What a movement comes to.
enum Moved<'a> {
    Stayed,
    /// A fall that later reports may undo.
    SoFar,
    /// More than chance makes, or more than it usually makes.
    Told(&'a Tested),
    /// Compatible with chance.
    Chance(&'a Tested),
    /// One incident tells another story than the rest.
    OneIncident(&'a Tested, Evidence, f64),
    Untested(NotComputed),
}

fn outcome<'a>(change: &Change, tested: &'a Result<Tested, NotComputed>, finality: Finality) -> Moved<'a> {
    if change.absolute == 0.0 {
        return Moved::Stayed;
    }
    if change.absolute < 0.0 && finality == Finality::Provisional {
        return Moved::SoFar;
    }
    match tested {
        Err(reason) => Moved::Untested(*reason),
        Ok(tested) => match (tested.other_story(), tested.significance.judgement()) {
            (Some((without, killed)), _) => Moved::OneIncident(tested, without, killed),
            (None, Judgement::Clear | Judgement::Suggestive) => Moved::Told(tested),
            (None, Judgement::WithinChance) => Moved::Chance(tested),
        },
    }
}

/// `the number of incidents rose from 13 to 49 (+36, +277 %, 95 % interval +102 % to +652 %), more than chance explains (p ...)`.
pub(super) fn movement(
    m: &Messages,
    moved: &Movement,
    kind: Option<Kind>,
    finality: Finality,
    grain: Grain,
) -> Option<String> {
    let change = moved.result.as_ref().ok()?;
    let mut measure = match kind {
        Some(kind) => measure_in_kind(m, moved.measure, kind),
        None => measure_name(m, moved.measure),
    };
    if change.certainty == Certainty::LowerBounds {
        measure = m.say(Message::MeasureKnown { measure });
    }
    let (base, current, difference) = numbers(m, change, spoken(moved, finality));
    Some(m.say(match outcome(change, &moved.tested, finality) {
        Moved::Stayed => Message::Stayed { measure, current },
        Moved::SoFar => Message::FellSoFar { measure, base, current, difference },
        Moved::Told(tested) => {
            let judged = judged(m, &tested.significance);
            match change.absolute > 0.0 {
                true => Message::Rose { measure, base, current, difference, judged },
                false => Message::Fell { measure, base, current, difference, judged },
            }
        }
        Moved::Chance(tested) => {
            Message::Differs { measure, base, current, difference, judged: judged(m, &tested.significance) }
        }
        Moved::OneIncident(tested, without, killed) => {
            let without = Tested::plain(&without, change);
            let judged = match tested.significance.judgement() {
                Judgement::WithinChance => judged(m, &tested.significance),
                Judgement::Clear | Judgement::Suggestive => String::new(),
            };
            let killed = text::count(killed);
            match without.estimate.is_finite() {
                true => {
                    let change = super::chance::estimate(m, &without);
                    Message::DiffersByOne { measure, base, current, difference, killed, change, judged }
                }
                false => Message::DiffersByOneAlone { measure, base, current, difference, killed, judged },
            }
        }
        Moved::Untested(reason) => {
            let why = why(m, reason, grain);
            match (guards(reason), change.absolute > 0.0) {
                (true, true) => Message::UntestedRise { measure, base, current, difference, why },
                (true, false) => Message::UntestedFall { measure, base, current, difference, why },
                (false, _) => Message::Untested { measure, base, current, difference, why },
            }
        }
    }))
}

/// `; its incidents rose from 6 in November 2021 to 17 (...), more than chance explains (...)`, or why that is not said.
pub(super) fn clause(
    m: &Messages,
    base: Option<Period>,
    moved: &Movement,
    kind: Option<Kind>,
    finality: Finality,
) -> String {
    let Some((period, grain)) = base.map(|base| (m.period(base), base.grain())) else { return String::new() };
    let its = super::words::its_incidents(m, kind);
    let change = match &moved.result {
        Ok(change) => change,
        Err(reason) if guards(*reason) => {
            return m.say(Message::PartWithheld { its, period, why: why(m, *reason, grain) });
        }
        Err(_) => return String::new(),
    };
    let (base, current, difference) = numbers(m, change, spoken(moved, finality));
    m.say(match outcome(change, &moved.tested, finality) {
        Moved::Stayed => Message::PartStayed { its, period },
        Moved::SoFar => Message::PartFellSoFar { its, base, period, current, difference },
        Moved::Told(tested) => {
            let judged = judged(m, &tested.significance);
            match change.absolute > 0.0 {
                true => Message::PartRose { its, base, period, current, difference, judged },
                false => Message::PartFell { its, base, period, current, difference, judged },
            }
        }
        Moved::Chance(tested) | Moved::OneIncident(tested, ..) => {
            Message::PartDiffers { its, base, period, current, difference, judged: judged(m, &tested.significance) }
        }
        Moved::Untested(reason) => {
            let why = why(m, reason, grain);
            match (guards(reason), change.absolute > 0.0) {
                (true, true) => Message::PartUntestedRise { its, base, period, current, difference, why },
                (true, false) => Message::PartUntestedFall { its, base, period, current, difference, why },
                (false, _) => Message::PartUntested { its, base, period, current, difference, why },
            }
        }
    })
}

/// ` In the year to 31 October 2026 it had 412 incidents, against 300 in the same days of 2025 (...), more than ...`.
pub(super) fn to_date(m: &Messages, part: &super::ToDate, finality: Finality, grain: Grain) -> String {
    let Ok(change) = &part.change.result else { return String::new() };
    let (base, _, difference) = numbers(m, change, spoken(&part.change, finality));
    let judged = match outcome(change, &part.change.tested, finality) {
        Moved::Told(tested) | Moved::Chance(tested) | Moved::OneIncident(tested, ..) => judged(m, &tested.significance),
        Moved::Untested(reason) => {
            let why = why(m, reason, grain);
            m.say(match (guards(reason), change.absolute > 0.0) {
                (true, true) => Message::NoRiseClaimed { why },
                (true, false) => Message::NoFallClaimed { why },
                (false, _) => Message::NotTested { why },
            })
        }
        Moved::Stayed | Moved::SoFar => String::new(),
    };
    let incidents = m.say(Message::Incidents { n: change.current.into() });
    let (end, year) = (part.current.end(), (part.current.end().year() - 1).to_string());
    m.say(if super::whole::whole_year(part.current) {
        Message::PartYear { current: end.year().to_string(), incidents, base, year, difference, judged }
    } else {
        Message::PartToDate { day: m.day(end), incidents, base, year, difference, judged }
    })
}

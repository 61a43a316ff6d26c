//! Strength: what a title may say of the latest value, by the tests alone. Arithmetic is no rise.

use super::found::range;
use super::headline::short;
use super::words;
use crate::analysis::Analysis;
use crate::cube::Key;
use crate::measure::Measure;
use crate::period::Period;
use crate::series::Finality;
use crate::stats::{Alert, Change, Comparison, Direction, Extreme, Judgement};
use crate::text;

/// A number that chance brings less often than once in so many periods is "far" out of line.
const FAR: f64 = 1.0 / 1000.0;

/// How the latest value of a series stands to those before it.
pub(super) fn alert(analysis: &Analysis, key: Key, measure: Measure) -> Option<(&Alert, Judgement)> {
    let row = analysis.alerts.iter().find(|row| row.key == key && row.measure == measure)?;
    Some((row.result.as_ref().ok()?, row.judgement()?))
}

/// The latest value against the period before, as far as that can be told.
fn previous(analysis: &Analysis, key: Key, measure: Measure) -> Option<(Change, Option<Judgement>)> {
    let is_it = |row: &&crate::analysis::ChangeRow| {
        row.key == key && row.measure == measure && row.comparison == Comparison::Previous
    };
    let row = analysis.changes.iter().find(is_it)?;
    Some((row.result.ok()?, row.tested.as_ref().ok().map(|tested| tested.judgement())))
}

/// Whether the latest value moved in that direction, by the numbers and beyond chance: then it "rose" or "fell".
pub(super) fn moved(analysis: &Analysis, key: Key, measure: Measure, extreme: Extreme) -> bool {
    let Some((change, judgement)) = previous(analysis, key, measure) else { return false };
    let latest = analysis.latest.map(|latest| analysis.finality(latest));
    let (is_that_way, direction) = match extreme {
        Extreme::Highest => (change.absolute > 0.0, Direction::Up),
        Extreme::Lowest => (change.absolute < 0.0 && latest == Some(Finality::Settled), Direction::Down),
    };
    let is_alert = || {
        alert(analysis, key, measure)
            .is_some_and(|(alert, judgement)| judgement == Judgement::Clear && alert.direction() == direction)
    };
    is_that_way && (judgement == Some(Judgement::Clear) || is_alert())
}

/// What follows the latest value in a title: `, far above the 7 to 23 expected`, or nothing where nothing is expected of it.
pub(super) fn expected(analysis: &Analysis, key: Key, measure: Measure) -> Option<String> {
    let (alert, judgement) = alert(analysis, key, measure).filter(|(alert, _)| alert.high > 0.0)?;
    let range = range(alert.low, alert.high);
    let far = if alert.p < FAR { "far " } else { "" };
    let is_within = (alert.low..=alert.high).contains(&alert.observed);
    Some(match judgement {
        _ if is_within => format!(", within the expected {range}"),
        Judgement::Clear if alert.observed > alert.high => format!(", {far}above the {range} expected"),
        Judgement::Clear => format!(", {far}below the {range} expected"),
        Judgement::Suggestive => format!("; {range} were expected, a suggestive difference"),
        Judgement::WithinChance => format!("; {range} were expected, compatible with chance"),
    })
}

/// The period before, and whether the difference goes beyond chance; `None` where that was not tested.
pub(super) fn against_previous(analysis: &Analysis, key: Key, measure: Measure, latest: Period) -> Option<String> {
    let (change, judgement) = previous(analysis, key, measure)?;
    let before = latest.plus(-1);
    let base = if change.base == 0.0 { "none".to_owned() } else { text::count(change.base) };
    let after = format!(", after {base} {}", words::at(before));
    Some(match judgement? {
        Judgement::Clear => after,
        Judgement::Suggestive => format!("{after}, a suggestive difference"),
        Judgement::WithinChance if change.absolute == 0.0 => after,
        Judgement::WithinChance => format!("{after}, compatible with chance"),
    })
}

/// A judgement as a word in a table on a chart.
pub(super) fn word(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Clear => "clear",
        Judgement::Suggestive => "suggestive",
        Judgement::WithinChance => "within chance",
    }
}

/// What the words mean, as small print.
pub(super) fn note(latest: Period) -> String {
    format!(
        "Clear: beyond chance also among all series tested; suggestive: only on its own; within chance: {} may differ by chance alone.",
        short(latest)
    )
}

//! Strength: what a title may say of the latest value, by the tests alone. Arithmetic is no rise.

use super::found::range;
use super::headline::none_or;
use crate::analysis::Analysis;
use crate::cube::Key;
use crate::finding;
use crate::measure::Measure;
use crate::messages::{Message, Messages};
use crate::period::Period;
use crate::series::Finality;
use crate::stats::{Alert, Change, Comparison, Direction, Extreme, Judgement};

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
pub(super) fn expected(m: &Messages, analysis: &Analysis, key: Key, measure: Measure) -> Option<String> {
    let (alert, judgement) = alert(analysis, key, measure).filter(|(alert, _)| alert.high > 0.0)?;
    let range = range(m, alert.low, alert.high);
    let (is_far, is_above) = (alert.p < FAR, alert.observed > alert.high);
    let is_within = (alert.low..=alert.high).contains(&alert.observed);
    Some(m.say(match judgement {
        _ if is_within => Message::ChartExpectedWithin { range },
        Judgement::Clear => match (is_above, is_far) {
            (true, true) => Message::ChartExpectedFarAbove { range },
            (true, false) => Message::ChartExpectedAbove { range },
            (false, true) => Message::ChartExpectedFarBelow { range },
            (false, false) => Message::ChartExpectedBelow { range },
        },
        Judgement::Suggestive => Message::ChartExpectedSuggestive { range },
        Judgement::WithinChance => Message::ChartExpectedChance { range },
    }))
}

/// The period before, and whether the difference goes beyond chance; `None` where that was not tested.
pub(super) fn against_previous(
    m: &Messages,
    analysis: &Analysis,
    key: Key,
    measure: Measure,
    latest: Period,
) -> Option<String> {
    let (change, judgement) = previous(analysis, key, measure)?;
    let number = none_or(m, change.base);
    let after = m.say(Message::ChartAfter { number, when: finding::when(m, latest.plus(-1)) });
    Some(match judgement? {
        Judgement::Clear => after,
        Judgement::Suggestive => m.say(Message::ChartAfterSuggestive { after }),
        Judgement::WithinChance if change.absolute == 0.0 => after,
        Judgement::WithinChance => m.say(Message::ChartAfterChance { after }),
    })
}

/// A judgement as a word in a table on a chart.
pub(super) fn word(m: &Messages, judgement: Judgement) -> String {
    finding::Strength::from(judgement).word(m)
}

/// What the words mean, as small print.
pub(super) fn note(m: &Messages, latest: Period) -> String {
    m.say(Message::ChartNoteStrength { period: m.short_period(latest) })
}

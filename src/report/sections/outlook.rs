//! Outlook: what the next periods may bring, how the last report's forecast did, and the parts in a table.

use super::super::document::{Block, Head, Table};
use super::card::cards;
use super::page::{ALL, Page, ROWS_SHOWN};
use super::place::{Place, place};
use crate::analysis::ForecastRow;
use crate::finding;
use crate::measure::Measure;
use crate::messages::Message;
use crate::stats::Forecast;
use crate::text;

/// Periods ahead that the table shows; the rest stand in the data file.
const STEPS_SHOWN: usize = 2;

/// The place of the 80 % interval among those whose past coverage is scored.
const WIDE: usize = 1;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = cards(page, |finding| place(finding) == Place::Outlook);
    blocks.extend(table(page).map(Block::Table));
    blocks.extend(page.charts(&["outlook"]));
    if blocks.is_empty() {
        blocks.push(Block::Text(none(page)));
    }
    blocks
}

/// Why nothing is forecast.
fn none(page: &Page) -> String {
    let rows = page.analysis.forecasts.iter().filter(|row| row.key == ALL && row.measure == Measure::Incidents);
    let reason = rows.filter_map(|row| row.result.as_ref().err().copied()).next();
    match reason {
        Some(reason) => {
            let why = finding::why(page.m, reason, page.analysis.policy.grain);
            page.m.say(Message::NoneForecastBecause { why })
        }
        None => page.m.say(Message::NoneForecast {}),
    }
}

/// The incidents of the whole, and of the parts that the report shows.
fn table(page: &Page) -> Option<Table> {
    let (m, analysis) = (page.m, page.analysis);
    let latest = analysis.latest?;
    let incidents = analysis.forecasts.iter().filter(|row| row.measure == Measure::Incidents);
    let mut rows: Vec<(&ForecastRow, &Forecast)> =
        incidents.filter_map(|row| Some((row, row.result.as_ref().ok()?))).collect();
    if rows.is_empty() {
        return None;
    }
    let mean = |forecast: &Forecast| forecast.steps.first().map_or(0.0, |step| step.mean);
    rows.sort_by(|(a, x), (b, y)| {
        mean(y).total_cmp(&mean(x)).then_with(|| page.scope_name(a.key.scope).cmp(&page.scope_name(b.key.scope)))
    });
    let mut heads = vec![Head::words(m.say(Message::HeadSeries {}))];
    heads.extend((1..=STEPS_SHOWN).map(|ahead| {
        let period = m.period(latest.plus(i32::try_from(ahead).expect("a horizon is short")));
        Head::number(m.say(Message::HeadOf { period }))
    }));
    heads.extend([Head::words(m.say(Message::HeadForecaster {})), Head::number(m.say(Message::HeadCoverage {}))]);
    let cells = rows.iter().take(ROWS_SHOWN).map(|(row, forecast)| {
        let mut cells = vec![page.scope_name(row.key.scope)];
        cells.extend((1..=STEPS_SHOWN).map(|ahead| {
            let step = forecast.steps.iter().find(|step| step.ahead == ahead);
            step.map_or(String::new(), |step| {
                let (low, high) = (text::count(step.wide.0), text::count(step.wide.1));
                m.say(Message::CellRange { value: text::number(step.mean, 1), low, high })
            })
        }));
        cells.push(finding::forecaster(m, forecast.shown));
        let score = forecast.scores.iter().find(|score| score.forecaster == forecast.shown && score.ahead == 1);
        cells.push(score.map_or(String::new(), |score| text::share(score.inside[WIDE])));
        cells
    });
    let note = [Some(m.say(Message::NoteForecasts {})), page.more(rows.len(), "forecasts")];
    let note: Vec<String> = note.into_iter().flatten().collect();
    let table = Table::matrix(m.say(Message::TableForecasts {}), heads, cells.collect())
        .expect("every row has a cell for every head above");
    Some(table.with_note(note.join(" ")).with_source(page.source_line()))
}

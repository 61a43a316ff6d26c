//! The user's context events: when, what, whom it concerns, and how many incidents fell into it. No cause is claimed.

use super::super::document::{Block, Head, Table};
use super::about::About;
use crate::chart::{ContextEvent, Subject};
use crate::incident::Row;
use crate::measure::Amount;
use crate::messages::Message;
use crate::period::Window;
use crate::text;

pub(super) fn blocks(about: &About, events: &[ContextEvent]) -> Vec<Block> {
    let m = about.page.m;
    match table(about, events) {
        Some(table) => vec![Block::Table(table)],
        None if events.is_empty() => vec![Block::Text(m.say(Message::NoneContext {}))],
        None => vec![Block::Text(m.say(Message::NoneContextCovered {}))],
    }
}

/// The events inside coverage that concern the subject: all of them, or those of everything and of its own.
pub(super) fn table(about: &About, events: &[ContextEvent]) -> Option<Table> {
    let (m, page) = (about.page.m, about.page);
    let coverage = page.analysis.coverage.window();
    let mut shown: Vec<(&ContextEvent, Window)> = (events.iter())
        .filter(|event| concerns(about, event))
        .filter_map(|event| Some((event, Window::new(event.from, event.to)?.overlap(coverage)?)))
        .collect();
    if shown.is_empty() {
        return None;
    }
    // The newest first, as a reader of a monthly report looks for them.
    shown.sort_by(|(a, _), (b, _)| (b.from, b.to, &a.label).cmp(&(a.from, a.to, &b.label)));
    let rows = shown.into_iter().map(|(event, window)| {
        let dates = m.stretch(event.from, event.to);
        let mut inside = Amount::ZERO;
        about.each(window, |row| {
            if is_of(about, event, row) {
                inside += row.weight();
            }
        });
        let days = Window::new(event.from, event.to).map_or(0, |whole| whole.days());
        let incidents = match window.days() == days {
            true => text::count(inside.value()),
            false => m.say(Message::CellCoveredDays {
                value: text::count(inside.value()),
                days: text::count(f64::from(window.days())),
                of: text::count(f64::from(days)),
            }),
        };
        [dates, event.label.clone(), scope(about, event), incidents]
    });
    let heads = [
        Head::words(m.say(Message::HeadDates {})),
        Head::words(m.say(Message::HeadEvent {})),
        Head::words(m.say(Message::HeadScope {})),
        Head::number(m.say(Message::HeadIncidents {})),
    ];
    let table = Table::new(m.say(Message::TableContext {}), heads, rows.collect());
    Some(table.with_note(m.say(Message::NoteContext {})).with_source(page.source_line()))
}

/// Whether the event is about everything or about the subject: what happened to others is not its matter.
fn concerns(about: &About, event: &ContextEvent) -> bool {
    let text = |name| about.page.analysis.text(name);
    match about.subject {
        Subject::All | Subject::Pair(..) => true,
        Subject::Region(region) => event.region.as_deref().is_none_or(|name| name == text(region.name)),
        Subject::Group(group) => {
            event.group.is_none() || [&event.group, &event.with].into_iter().flatten().any(|name| name == text(group))
        }
    }
}

/// Whether the incident is of the event's own region and group, where it has them; of a relation of two, whether it names both.
fn is_of(about: &About, event: &ContextEvent, row: Row<'_>) -> bool {
    let text = |name| about.page.analysis.text(name);
    let with = |name: &str| row.cast().participants().iter().any(|p| [p.group, p.family].map(text).contains(&name));
    event.region.as_deref().is_none_or(|name| text(row.region().name) == name)
        && [&event.group, &event.with].into_iter().flatten().all(|name| with(name))
}

fn scope(about: &About, event: &ContextEvent) -> String {
    let names: Vec<String> = [&event.region, &event.group, &event.with].into_iter().flatten().cloned().collect();
    match names.is_empty() {
        true => about.page.m.say(Message::RowAll {}),
        false => names.join("; "),
    }
}

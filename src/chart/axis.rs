//! The stretch of time that a chart shows: its periods, ticks on real calendar starts, events and breaks in collection.

use super::{ContextEvent, Pick, Subject, Years};
use crate::analysis::Analysis;
use crate::figure::{Break, Event, Future, Tick, TimeAxis, Weight};
use crate::messages::{Message, Messages};
use crate::period::{Day, Grain, Period, Window};
use std::ops::Range;

/// Years shown unless asked otherwise: DESIGN, section 6.
const USUAL_YEARS: u32 = 5;
/// A chart of so few days also has ticks within its months.
const FEW_DAYS: usize = 62;
const DAYS_WITH_TICKS: [u32; 4] = [1, 8, 15, 22];

/// The periods shown, by their index in the analysis: up to the last, and back to `must_show` where that is earlier than what is
/// usual.
pub(super) fn extent(analysis: &Analysis, pick: &Pick, must_show: Option<Period>) -> Range<usize> {
    let len = analysis.periods.len();
    let Some(last) = analysis.periods.last() else { return 0..0 };
    let years = match pick.years {
        Years::All => return 0..len,
        Years::Usual if last.grain() == Grain::Year => return 0..len,
        Years::Usual => USUAL_YEARS,
        Years::Last(years) => years.max(1),
    };
    // Years are counted back from the last complete period: a partial one is shown beside them.
    let end = analysis.latest.unwrap_or(*last).end();
    let from = Period::containing(end.plus_years(-(years as i32)).plus(1), last.grain());
    let from = match pick.years {
        Years::Usual => must_show.map_or(from, |p| p.min(from)),
        Years::Last(_) | Years::All => from,
    };
    analysis.periods.iter().position(|&p| p >= from).unwrap_or(0)..len
}

/// The axis over these periods.
pub(super) fn time(analysis: &Analysis, pick: &Pick, extent: &Range<usize>) -> TimeAxis {
    of(analysis, pick, &analysis.periods[extent.clone()])
}

/// The axis over periods that need not be those of the grid.
pub(super) fn of(analysis: &Analysis, pick: &Pick, shown: &[Period]) -> TimeAxis {
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return TimeAxis::default() };
    let window = Window::new(first.start(), last.end()).expect("periods are in order");
    let breaks = analysis.loaded.facts.breaks.iter().filter(|b| window.contains(b.from));
    TimeAxis {
        len: shown.len(),
        names: names(pick.m, shown),
        ticks: ticks(pick.m, shown, window),
        events: pick.events.iter().filter_map(|e| event(analysis, pick.subject, e, shown, window)).collect(),
        breaks: breaks.map(|b| Break { at: place(shown, b.from), label: b.note.clone() }).collect(),
        future: None,
    }
}

/// The same axis with the periods to come that a forecast asks for.
pub(super) fn with_future(analysis: &Analysis, pick: &Pick, extent: &Range<usize>, future: Option<Future>) -> TimeAxis {
    let axis = time(analysis, pick, extent);
    let shown = &analysis.periods[extent.clone()];
    let (Some(future), Some(last)) = (future, shown.last()) else { return axis };
    let to_come = (1..=future.beyond as i32).map(|ahead| last.plus(ahead));
    let shown: Vec<Period> = shown.iter().copied().chain(to_come).collect();
    let window = Window::new(shown[0].start(), shown[shown.len() - 1].end()).expect("periods are in order");
    let (names, ticks) = (names(pick.m, &shown), ticks(pick.m, &shown, window));
    TimeAxis { len: shown.len(), names, ticks, future: Some(future), ..axis }
}

fn names(m: &Messages, shown: &[Period]) -> Vec<String> {
    shown.iter().map(|&period| m.period(period)).collect()
}

/// Where a day stands on the axis, in periods.
fn place(shown: &[Period], day: Day) -> f64 {
    let period = Period::containing(day, shown[0].grain());
    let into = f64::from(day.since(period.start())) / f64::from(period.days());
    f64::from(period.since(shown[0])) + into
}

fn event(
    analysis: &Analysis,
    subject: Subject,
    event: &ContextEvent,
    shown: &[Period],
    window: Window,
) -> Option<Event> {
    let is = |wanted: &Option<String>, name: &str| wanted.as_deref() == Some(name);
    let is_its_own = match subject {
        Subject::All => false,
        Subject::Group(group) => [&event.group, &event.with].into_iter().any(|name| is(name, analysis.text(group))),
        Subject::Region(region) => is(&event.region, analysis.text(region.name)),
        Subject::Pair(a, b) => [&event.group, &event.with]
            .into_iter()
            .any(|name| [a, b].iter().any(|one| is(name, analysis.text(one.name())))),
    };
    let is_for_all = event.group.is_none() && event.region.is_none();
    if !is_for_all && !is_its_own {
        return None;
    }
    let days = Window::new(event.from, event.to)?.overlap(window)?;
    let to = (event.from < event.to).then(|| place(shown, days.end().plus(1)));
    Some(Event { from: place(shown, days.start()), to, label: event.label.clone() })
}

fn ticks(m: &Messages, shown: &[Period], window: Window) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = match shown[0].grain() {
        Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year => {
            shown.iter().enumerate().map(|(i, &period)| tick(m, i as f64, period.start(), period.grain())).collect()
        }
        grain @ (Grain::Day | Grain::Week(_)) => {
            let days = (0..window.days() as i32).map(|offset| window.start().plus(offset));
            let is_tick = |day: &Day| match day.day_of_month() {
                1 => true,
                n => grain == Grain::Day && shown.len() <= FEW_DAYS && DAYS_WITH_TICKS.contains(&n),
            };
            days.filter(is_tick).map(|day| tick(m, place(shown, day), day, grain)).collect()
        }
    };
    if ticks.iter().all(|t| t.weight == Weight::Minor) {
        // No turn of the year says which year it is.
        let day = window.start();
        let label = match (ticks.first(), shown[0].grain()) {
            (_, Grain::Day | Grain::Week(_)) => m.short_day(day),
            (Some(first), _) if first.at == 0.0 => {
                m.say(Message::MonthOfYear { month: first.label.clone(), year: day.year().to_string() })
            }
            (_, Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year) => m.short_month_of_year(day),
        };
        ticks.retain(|t| t.at > 0.0);
        ticks.insert(0, Tick { at: 0.0, label, weight: Weight::Major });
    }
    ticks
}

/// A tick on the first day of a period, month or week.
fn tick(m: &Messages, at: f64, day: Day, grain: Grain) -> Tick {
    let minor = |label: String| Tick { at, label, weight: Weight::Minor };
    let part = |months: u32| ((day.month() - 1) / months + 1).to_string();
    match (day.month(), day.day_of_month(), grain) {
        (1, 1, _) => Tick { at, label: day.year().to_string(), weight: Weight::Major },
        (_, 1, Grain::Quarter) => minor(m.say(Message::ChartQuarter { number: part(3) })),
        (_, 1, Grain::HalfYear) => minor(m.say(Message::ChartHalf { number: part(6) })),
        (_, 1, Grain::Day | Grain::Week(_) | Grain::Month | Grain::Year) => minor(m.short_month(day)),
        (_, n, _) => minor(n.to_string()),
    }
}

//! The frame of a figure: subtitle, source line, alternative text, and the small print that what is drawn asks for.

use super::{NotDrawn, Pick, Subject, figure_id, words};
use crate::analysis::Analysis;
use crate::cube::Key;
use crate::figure::{Bar, Bound, Emphasis, Figure, HeatColumns, Panel, Point, Shape, State};
use crate::messages::{Message, Messages};
use crate::period::{Period, Status};
use crate::series::Finality;
use std::ops::Range;

/// What a recipe says of its figure.
pub(super) struct Parts {
    pub title: String,
    /// What the numbers are: "Incidents per month".
    pub unit: String,
    /// What a reader who cannot see it needs: the shape, its range, full names.
    pub alt: String,
    pub shape: Shape,
    pub notes: Vec<String>,
    /// The periods shown.
    pub extent: Range<usize>,
}

/// The figure with everything around it.
pub(super) fn figure(chart: &'static str, analysis: &Analysis, pick: &Pick, parts: Parts) -> Figure {
    let m = pick.m;
    let Parts { title, unit, alt, shape, mut notes, extent } = parts;
    if let Shape::Series(panels) = &shape
        && panels.panels.len() > 1
    {
        notes.insert(0, m.say(Message::ChartNotePanels {}));
    }
    notes.extend(state_notes(m, analysis, pick.subject, &shape, &extent));
    let subtitle = subtitle(m, analysis, pick.subject, unit, &extent);
    Figure {
        id: figure_id(chart, analysis, pick.subject),
        chart,
        language: m.language(),
        alt: m.say(Message::ChartAlt { title: title.clone(), subtitle: subtitle.clone(), told: alt }),
        title,
        subtitle,
        caption: caption(m, analysis),
        shape,
        notes,
    }
}

/// Adds what is not yet said: panels share their marks.
pub(super) fn add_notes(notes: &mut Vec<String>, more: Vec<String>) {
    for note in more {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
}

/// Bars in words, for the alternative text.
pub(super) fn told(m: &Messages, bars: &[Bar]) -> String {
    let told = |bar: &Bar| {
        let text = if bar.text.is_empty() { &bar.label } else { &bar.text };
        m.say(Message::ChartToldItem { name: bar.name.clone(), text: text.clone() })
    };
    m.say(Message::ChartAltBars { told: bars.iter().map(told).collect::<Vec<_>>().join(" ") })
}

/// Refuses what has nothing to show.
pub(super) fn need_incidents(analysis: &Analysis, subject: Subject) -> Result<(), NotDrawn> {
    // Pairs have charts of their own.
    if matches!(subject, Subject::Pair(..)) {
        return Err(NotDrawn::NotForSubject);
    }
    let key = Key { scope: words::scope(subject), facet: words::facet(None) };
    analysis.cube.get(key).map(|_| ()).ok_or(NotDrawn::NoIncidents)
}

/// Refuses a chart over years in which nothing happened to its subject: it would be an empty frame.
pub(super) fn need_something(analysis: &Analysis, key: Key, extent: &Range<usize>) -> Result<(), NotDrawn> {
    let shown = |window: u32| extent.contains(&(window as usize));
    let is_any = analysis.cube.get(key).is_some_and(|windows| windows.iter().any(|(window, _)| shown(window)));
    if is_any { Ok(()) } else { Err(NotDrawn::NothingShown) }
}

fn subtitle(m: &Messages, analysis: &Analysis, subject: Subject, unit: String, extent: &Range<usize>) -> String {
    let filters = &analysis.policy.selection;
    let countries: Vec<&str> =
        analysis.countries().into_iter().map(|c| analysis.text(c)).filter(|c| !c.is_empty()).collect();
    let whole = match countries.len() {
        0 => None,
        1..=4 => Some(m.list(&countries)),
        n => Some(m.say(Message::ChartCountries { n: (n as f64).into() })),
    };
    let mut parts = vec![unit];
    match subject {
        Subject::All | Subject::Pair(..) => {}
        Subject::Group(group) if group.is_none() => parts.push(m.say(Message::ChartNoGroup {})),
        Subject::Group(_) => {
            let what = words::Noun::of(analysis, None).many(m);
            parts.push(m.say(Message::ChartOnly { what, about: words::about_anywhere(m, analysis, subject) }));
        }
        Subject::Region(_) => parts.push(words::name(m, analysis, subject)),
    }
    match subject {
        // Its name says its country already.
        Subject::Region(_) if countries.len() > 1 => {}
        Subject::All | Subject::Group(_) | Subject::Region(_) | Subject::Pair(..) => parts.extend(whole),
    }
    if let Some(shown) = analysis.periods.get(extent.clone()).filter(|s| !s.is_empty()) {
        let days = analysis.coverage;
        let (from, to) = (shown[0].start().max(days.from()), shown[shown.len() - 1].end().min(days.to()));
        if from <= to {
            parts.push(m.stretch(from, to));
        }
    }
    if !filters.kinds.is_empty() {
        let kinds: Vec<String> = filters.kinds.iter().map(|&kind| words::Noun::Of(kind).many(m)).collect();
        parts.push(m.say(Message::ChartOnly { what: m.list(&kinds), about: String::new() }));
    }
    let names = |names: &[String]| (!names.is_empty()).then(|| m.list(names));
    let only = [
        names(&filters.groups).map(|names| Message::ChartOnlyGroups { names }),
        names(&filters.regions).map(|names| Message::ChartOnlyRegions { names }),
        names(&filters.tactics).map(|names| Message::ChartOnlyTactics { names }),
        names(&filters.targets).map(|names| Message::ChartOnlyTargets { names }),
    ];
    parts.extend(only.into_iter().flatten().map(|only| m.say(only)));
    m.series(&parts)
}

/// Source, freshness and counting: what a chart that is passed on alone must say.
fn caption(m: &Messages, analysis: &Analysis) -> String {
    let facts = &analysis.loaded.facts;
    // A citation that names the source need not be preceded by its title.
    let short = facts.title.split(" (").next().unwrap_or_default();
    let title = facts.title.clone();
    let source = match facts.citation.as_str() {
        "" => title,
        citation if citation.contains(short) => citation.to_owned(),
        citation => m.say(Message::ChartCited { title, citation: citation.to_owned() }),
    };
    let version = analysis.version.map(|day| m.say(Message::ChartVersion { day: m.day(day) }));
    let as_of = analysis.policy.as_of.map(|day| m.say(Message::ChartAsOf { day: m.day(day) }));
    m.say(Message::ChartCaption {
        source,
        to: m.day(analysis.coverage.to()),
        version: version.unwrap_or_default(),
        as_of: as_of.unwrap_or_default(),
    })
}

/// A panel's columns, lanes and lines; but a band of chance is no range of the source, and says itself what it is.
fn of_panel(panel: &Panel) -> Vec<&[Point]> {
    let lines = panel.lines.iter().filter(|l| l.emphasis != Emphasis::Chance).map(|l| &l.points);
    let lanes = panel.lanes.iter().map(|l| &l.points);
    panel.columns.iter().map(|c| &c.points).chain(lanes).chain(lines).map(|points| &points[..]).collect()
}

/// Everything drawn over time, with its points.
fn points(shape: &Shape) -> Vec<&[Point]> {
    match shape {
        Shape::Series(panels) => panels.panels.iter().flat_map(of_panel).collect(),
        Shape::Multiples(multiples) => multiples.facets.iter().map(|f| &f.points[..]).collect(),
        Shape::Stack(stack) => stack.layers.iter().map(|l| &l.points[..]).collect(),
        Shape::Bars(bars) => bars.rows.iter().map(|r| std::slice::from_ref(&r.point)).collect(),
        Shape::Heatmap(_) | Shape::Forest(_) | Shape::Map(_) | Shape::Network(_) => Vec::new(),
    }
}

/// What hollow, light and marked values mean, said only where they occur.
fn state_notes(
    m: &Messages,
    analysis: &Analysis,
    subject: Subject,
    shape: &Shape,
    extent: &Range<usize>,
) -> Vec<String> {
    let mut states: Vec<State> = points(shape).into_iter().flatten().map(|p| p.state).collect();
    if let Shape::Heatmap(map) = shape
        && let HeatColumns::Time(_) = map.columns
    {
        states.extend(map.rows.iter().flat_map(|r| &r.tiles).map(|t| t.state));
    }
    let shown = analysis.periods.get(extent.clone()).unwrap_or_default();
    let mut notes = Vec::new();
    if states.contains(&State::Partial) {
        let scope = words::scope(subject);
        let partial = shown.iter().filter(|&&p| analysis.status(scope, p) == Status::Partial);
        let partial: Vec<String> = partial.map(|&p| partly(m, analysis, subject, p)).collect();
        if !partial.is_empty() {
            notes.push(m.say(Message::ChartHollow { periods: m.list(&partial) }));
        }
    }
    if states.contains(&State::Provisional) {
        let scope = words::scope(subject);
        let provisional = |p: &&Period| {
            analysis.finality(**p) == Finality::Provisional && analysis.status(scope, **p) == Status::Complete
        };
        let shown = match shape {
            Shape::Bars(_) | Shape::Forest(_) | Shape::Map(_) | Shape::Network(_) => analysis.latest.as_slice(),
            Shape::Series(_) | Shape::Multiples(_) | Shape::Heatmap(_) | Shape::Stack(_) => shown,
        };
        let periods: Vec<Period> = shown.iter().filter(provisional).copied().collect();
        let which = match periods.as_slice() {
            [] => m.say(Message::ChartNewest {}),
            &[only] => m.period(only),
            &[first, .., last] => m.say(Message::ChartRange { low: m.period(first), high: m.period(last) }),
        };
        notes.push(m.say(match shape {
            Shape::Heatmap(_) => Message::ChartDotted { which },
            Shape::Series(_)
            | Shape::Multiples(_)
            | Shape::Bars(_)
            | Shape::Stack(_)
            | Shape::Forest(_)
            | Shape::Map(_)
            | Shape::Network(_) => Message::ChartLighter { which },
        }));
    }
    let all = points(shape);
    if all.iter().copied().flatten().any(|p| p.bound == Bound::AtLeast) {
        notes.push(m.say(Message::ChartNoteCaret {}));
    }
    if all.iter().copied().flatten().any(|p| p.low.is_some()) {
        notes.push(m.say(Message::ChartNoteRange {}));
    }
    notes
}

/// `October 2026 is only partly covered (27 of its 31 days)`.
pub(super) fn partly(m: &Messages, analysis: &Analysis, subject: Subject, period: Period) -> String {
    let coverage = analysis.covered(words::scope(subject));
    let days = coverage.window().overlap(period.into()).map_or(0, |w| w.days());
    let (days, of_days) = (days.to_string(), period.days().to_string());
    m.say(Message::ChartPartly { period: m.period(period), days, of_days })
}

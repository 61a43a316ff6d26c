//! The frame of a figure: subtitle, source line, alternative text, and the small print that what is drawn asks for.

use super::{NotDrawn, Pick, Subject, figure_id, words};
use crate::analysis::Analysis;
use crate::cube::Key;
use crate::figure::{Bar, Bound, Figure, HeatColumns, Point, Shape, State};
use crate::incident::Kind;
use crate::period::{Period, Status};
use crate::series::Finality;
use crate::text;
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
    let Parts { title, unit, alt, shape, mut notes, extent } = parts;
    if let Shape::Series(panels) = &shape
        && panels.panels.len() > 1
    {
        notes.insert(0, "Each panel has a scale of its own.".to_owned());
    }
    notes.extend(state_notes(analysis, pick.subject, &shape, &extent));
    let subtitle = subtitle(analysis, pick.subject, &unit, &extent);
    Figure {
        id: figure_id(chart, analysis, pick.subject),
        chart,
        alt: format!("{title}. {subtitle}. {alt}"),
        title,
        subtitle,
        caption: caption(analysis),
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
pub(super) fn told(bars: &[Bar]) -> String {
    let told = |bar: &Bar| match bar.text.as_str() {
        "" => format!("{}: {}.", bar.name, bar.label),
        text => format!("{}: {text}.", bar.name),
    };
    format!("Bars. {}", bars.iter().map(told).collect::<Vec<_>>().join(" "))
}

/// Refuses what has nothing to show.
pub(super) fn need_incidents(analysis: &Analysis, subject: Subject) -> Result<(), NotDrawn> {
    let key = Key { scope: words::scope(subject), facet: words::facet(None) };
    analysis.cube.get(key).map(|_| ()).ok_or(NotDrawn::NoIncidents)
}

/// Refuses a chart over years in which nothing happened to its subject: it would be an empty frame.
pub(super) fn need_something(analysis: &Analysis, key: Key, extent: &Range<usize>) -> Result<(), NotDrawn> {
    let shown = |&window: &u32| extent.contains(&(window as usize));
    let is_any = analysis.cube.get(key).is_some_and(|windows| windows.iter().any(|(window, _)| shown(window)));
    if is_any { Ok(()) } else { Err(NotDrawn::NothingShown) }
}

fn subtitle(analysis: &Analysis, subject: Subject, unit: &str, extent: &Range<usize>) -> String {
    let filters = &analysis.policy.selection;
    let countries: Vec<&str> =
        analysis.countries().into_iter().map(|c| analysis.text(c)).filter(|c| !c.is_empty()).collect();
    let whole = match countries.len() {
        0 => None,
        1..=4 => Some(text::list(&countries)),
        n => Some(format!("{n} countries")),
    };
    let name = || words::name(analysis, subject);
    let mut parts = match subject {
        Subject::All => vec![unit.to_owned()],
        Subject::Group(group) if group.is_none() => vec![unit.to_owned(), "no group named".to_owned()],
        Subject::Group(_) => {
            let noun = words::Noun::of(analysis, None).many;
            vec![unit.to_owned(), format!("only {noun}{}", words::about_anywhere(analysis, subject))]
        }
        Subject::Region(_) => vec![unit.to_owned(), name()],
    };
    match subject {
        // Its name says its country already.
        Subject::Region(_) if countries.len() > 1 => {}
        Subject::All | Subject::Group(_) | Subject::Region(_) => parts.extend(whole),
    }
    if let Some(shown) = analysis.periods.get(extent.clone()).filter(|s| !s.is_empty()) {
        let days = analysis.coverage;
        let (from, to) = (shown[0].start().max(days.from()), shown[shown.len() - 1].end().min(days.to()));
        if from <= to {
            parts.push(text::stretch(from, to));
        }
    }
    if !filters.kinds.is_empty() {
        let kinds: Vec<&str> = filters.kinds.iter().map(|k: &Kind| k.plural()).collect();
        parts.push(format!("only {}", text::list(&kinds)));
    }
    for (what, names) in [
        ("groups", &filters.groups),
        ("regions", &filters.regions),
        ("tactics", &filters.tactics),
        ("targets", &filters.targets),
    ] {
        if !names.is_empty() {
            parts.push(format!("only {what}: {}", text::list(names)));
        }
    }
    parts.join(", ")
}

/// Source, freshness and counting: what a chart that is passed on alone must say.
fn caption(analysis: &Analysis) -> String {
    let facts = &analysis.loaded.facts;
    // A citation that names the source need not be preceded by its title.
    let short = facts.title.split(" (").next().unwrap_or_default();
    let title = match facts.citation.as_str() {
        "" => facts.title.clone(),
        citation if citation.contains(short) => citation.to_owned(),
        citation => format!("{} ({citation})", facts.title),
    };
    let version = analysis.version.map(|v| format!(", version of {}", v.long())).unwrap_or_default();
    let as_of = analysis.policy.as_of.map(|d| format!("; as of {}", d.long())).unwrap_or_default();
    format!("Source: {title}; data to {}{version}{as_of}.", analysis.coverage.to().long())
}

/// Everything drawn over time, with its points.
fn points(shape: &Shape) -> Vec<&[Point]> {
    match shape {
        Shape::Series(panels) => panels
            .panels
            .iter()
            .flat_map(|p| p.columns.iter().map(|c| &c.points[..]).chain(p.lines.iter().map(|l| &l.points[..])))
            .collect(),
        Shape::Multiples(multiples) => multiples.facets.iter().map(|f| &f.points[..]).collect(),
        Shape::Stack(stack) => stack.layers.iter().map(|l| &l.points[..]).collect(),
        Shape::Bars(bars) => bars.rows.iter().map(|r| std::slice::from_ref(&r.point)).collect(),
        Shape::Heatmap(_) | Shape::Forest(_) | Shape::Map(_) => Vec::new(),
    }
}

/// What hollow, light and marked values mean, said only where they occur.
fn state_notes(analysis: &Analysis, subject: Subject, shape: &Shape, extent: &Range<usize>) -> Vec<String> {
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
        let partial: Vec<String> = partial.map(|&p| partly(analysis, subject, p)).collect();
        if !partial.is_empty() {
            notes.push(format!("Hollow: {}.", text::list(&partial)));
        }
    }
    if states.contains(&State::Provisional) {
        let scope = words::scope(subject);
        let provisional = |p: &&Period| {
            analysis.finality(**p) == Finality::Provisional && analysis.status(scope, **p) == Status::Complete
        };
        let shown = match shape {
            Shape::Bars(_) | Shape::Forest(_) | Shape::Map(_) => analysis.latest.as_slice(),
            Shape::Series(_) | Shape::Multiples(_) | Shape::Heatmap(_) | Shape::Stack(_) => shown,
        };
        let periods: Vec<Period> = shown.iter().filter(provisional).copied().collect();
        let which = match periods.as_slice() {
            [] => "the newest periods".to_owned(),
            [only] => only.name(),
            [first, .., last] => format!("{} to {}", first.name(), last.name()),
        };
        let mark = match shape {
            Shape::Heatmap(_) => "Dotted rule",
            Shape::Series(_)
            | Shape::Multiples(_)
            | Shape::Bars(_)
            | Shape::Stack(_)
            | Shape::Forest(_)
            | Shape::Map(_) => "Lighter or dotted",
        };
        notes.push(format!("{mark}: {which} may still change, as later reports come in."));
    }
    let all = points(shape);
    if all.iter().copied().flatten().any(|p| p.bound == Bound::AtLeast) {
        notes.push("Small caret above a value: at least so many, since some incidents have no known toll.".to_owned());
    }
    if all.iter().copied().flatten().any(|p| p.low.is_some()) {
        notes.push("Range around a value: from the source's low to its high estimate.".to_owned());
    }
    notes
}

fn partly(analysis: &Analysis, subject: Subject, period: Period) -> String {
    let coverage = analysis.covered(words::scope(subject));
    let days = coverage.window().overlap(period.into()).map_or(0, |w| w.days());
    format!("{} is only partly covered ({days} of its {} days)", period.name(), period.days())
}

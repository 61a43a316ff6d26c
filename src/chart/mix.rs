//! Mix: the tactics or targets of attacks, stacked over time.

use super::frame::{self, Parts};
use super::words::{self, LastYear, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key, Scope};
use crate::figure::{Bar, Bars, Figure, Ink, Layer, Point, Shape, Stack, StackScale};
use crate::incident::Kind;
use crate::measure::{Amount, Measure};
use crate::names::Name;
use crate::registry::Entry;
use crate::text;
use std::cmp::Reverse;
use std::ops::Range;

/// What is mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    Tactic,
    Target,
}

pub(super) struct Mix(pub Trait);

/// Layers that can be told apart: the colours of the palette but one, which is kept for the rest.
const LAYERS: usize = 7;
/// Incidents in the usual period from which on its shares are drawn: with 30 the standard error of a share of a fifth is seven
/// points, with fewer the layers are noise.
const CARRIES_SHARES: f64 = 30.0;
const REST: &str = "Other";
const NOT_STATED: &str = "Not stated";

impl Entry for Mix {
    fn id(&self) -> &'static str {
        match self.0 {
            Trait::Tactic => "tactics",
            Trait::Target => "targets",
        }
    }

    fn about(&self) -> &'static str {
        match self.0 {
            Trait::Tactic => "Mix of tactics over time",
            Trait::Target => "Mix of targets over time",
        }
    }

    fn example(&self) -> String {
        format!("incident-trends chart {} --by quarter -o {}.svg", self.id(), self.id())
    }
}

/// One tactic or target with its counts.
struct Part {
    name: String,
    facet: Facet,
    recent: Amount,
    total: Amount,
}

impl Chart for Mix {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn need(&self, _: &Analysis, _: Subject) -> Need {
        Need::COUNTS
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        frame::need_incidents(analysis, pick.subject)?;
        let reports = &analysis.loaded.facts.reports;
        let (reported, what) = match self.0 {
            Trait::Tactic => (reports.tactic, "tactics"),
            Trait::Target => (reports.target, "targets"),
        };
        if !reported.yes() {
            return Err(NotDrawn::NotReported(what));
        }
        let scope = words::scope(pick.subject);
        let attacks = analysis.cube.get(Key { scope, facet: Facet::kind(Kind::Attack) }).is_some();
        let kind = attacks.then_some(Kind::Attack);
        let parts = self.parts(analysis, scope, kind);
        if parts.is_empty() {
            return Err(NotDrawn::TooFew { what, have: 0, need: 1 });
        }
        let extent = axis::extent(analysis, pick, None);
        let whole = Key { scope, facet: words::facet(kind) };
        let noun = Noun::of(analysis, kind);
        let title = self.title(analysis, pick, whole, &parts, noun);
        let mut notes = Vec::new();
        if parts.len() > LAYERS {
            notes.push(format!("Top {LAYERS} of {} {what}; the others are in tables/{what}.csv.", parts.len()));
        }
        let many = text::capital(noun.many);
        let drawn = match (carries_shares(analysis, whole, &extent), LastYear::of(analysis, scope)) {
            (Carries::Numbers, Some(year)) => {
                let (bars, earlier) = bars(analysis, whole, &parts, &year);
                let unit = format!("{many} by {} {}{earlier}", self.word(), year.words);
                let alt = frame::told(&bars.rows);
                Parts { title, unit, alt, shape: Shape::Bars(bars), notes, extent: 0..0 }
            }
            (Carries::Numbers, None) | (Carries::Shares, _) => {
                let layers = layers(analysis, whole, &parts, &extent);
                let names: Vec<&str> = layers.iter().map(|l| l.name.as_str()).collect();
                let alt = format!("Stacked over time, from bottom to top: {}.", text::list(&names));
                let grain = analysis.policy.grain.noun();
                let unit = format!("Share of {} per {grain} by {}, in per cent", noun.many, self.word());
                let axis = axis::time(analysis, pick, &extent);
                let shape = Shape::Stack(Stack { axis, scale: StackScale::Share, layers });
                Parts { title, unit, alt, shape, notes, extent }
            }
        };
        Ok(frame::figure(self.id(), analysis, pick, drawn))
    }
}

impl Mix {
    fn word(&self) -> &'static str {
        match self.0 {
            Trait::Tactic => "tactic",
            Trait::Target => "target",
        }
    }

    /// All tactics or targets of the scope, by their incidents in the last year, then in all, then by name.
    fn parts(&self, analysis: &Analysis, scope: Scope, kind: Option<Kind>) -> Vec<Part> {
        let year = LastYear::of(analysis, scope).map(|y| y.periods).unwrap_or_default();
        let name = |facet: Facet| -> Option<Name> {
            match (self.0, facet) {
                (Trait::Tactic, Facet::Tactic { kind: k, tactic }) if k == kind => Some(tactic),
                (Trait::Target, Facet::Target { kind: k, target }) if k == kind => Some(target),
                (Trait::Tactic | Trait::Target, Facet::Tactic { .. } | Facet::Target { .. } | Facet::Ledger { .. }) => {
                    None
                }
            }
        };
        let keys = analysis.cube.keys().filter(|key| key.scope == scope);
        let mut parts: Vec<Part> = keys
            .filter_map(|key| {
                let name = analysis.text(name(key.facet)?).to_owned();
                let recent = points::total(analysis, key, &year).incidents;
                let total = points::total(analysis, key, &analysis.periods).incidents;
                Some(Part { name, facet: key.facet, recent, total })
            })
            .collect();
        parts.sort_by_key(|p| (Reverse((p.recent, p.total)), p.name.clone()));
        parts
    }

    /// The most frequent one of the last year.
    fn title(&self, analysis: &Analysis, pick: &Pick, whole: Key, parts: &[Part], noun: Noun) -> String {
        let about = words::about(analysis, pick.subject);
        let year = LastYear::of(analysis, whole.scope);
        match (year, parts) {
            (Some(year), [first, rest @ ..])
                if first.recent > Amount::ZERO && rest.first().is_none_or(|r| r.recent < first.recent) =>
            {
                let total = points::total(analysis, whole, &year.periods).incidents.value();
                let share = text::count(first.recent.value());
                let of = format!("{share} of {}{about} {}", noun.count(total), year.words);
                format!("{} was the most frequent {}: {of}", text::capital(&first.name), self.word())
            }
            (_, _) => format!("{}{about} by {}", text::capital(noun.many), self.word()),
        }
    }
}

/// What the usual period has enough incidents for.
enum Carries {
    Shares,
    /// Two attacks of a quiet month are no mix: the numbers of a year are.
    Numbers,
}

fn carries_shares(analysis: &Analysis, whole: Key, extent: &Range<usize>) -> Carries {
    let points = points::of(analysis, whole, Measure::Incidents, extent);
    let mut values: Vec<f64> = points.iter().filter_map(|p| p.value).collect();
    values.sort_by(f64::total_cmp);
    match values.get(values.len() / 2) {
        Some(&median) if median >= CARRIES_SHARES => Carries::Shares,
        Some(_) | None => Carries::Numbers,
    }
}

/// The numbers of the last year beside those of the year before, where that is covered; and the words for it.
fn bars(analysis: &Analysis, whole: Key, parts: &[Part], year: &LastYear) -> (Bars, String) {
    let until = year.periods.first().map(|p| p.plus(-1)).filter(|&p| analysis.index(p).is_some());
    let before = until
        .and_then(|until| LastYear::until(analysis, whole.scope, until))
        .filter(|before| before.periods.len() == year.periods.len());
    let count = |facet: Facet, year: &LastYear| {
        points::total(analysis, Key { facet, ..whole }, &year.periods).incidents.value()
    };
    let bar = |name: &str, ink: Ink, now: f64, then: Option<f64>| Bar {
        name: name.to_owned(),
        ink,
        point: Point::complete(now),
        label: text::count(now),
        earlier: then,
        text: then.map(|then| format!("{} vs {}", text::count(now), text::count(then))).unwrap_or_default(),
    };
    let mut rows: Vec<Bar> = Vec::new();
    let (mut now, mut then) = (count(whole.facet, year), before.as_ref().map(|b| count(whole.facet, b)));
    let mut rest = (0.0, 0.0);
    for (at, part) in parts.iter().enumerate() {
        let (n, t) = (count(part.facet, year), before.as_ref().map(|b| count(part.facet, b)));
        now -= n;
        then = then.zip(t).map(|(all, t)| all - t);
        if at < LAYERS {
            rows.push(bar(&part.name, Ink::Category(at as u8), n, t));
        } else {
            rest = (rest.0 + n, rest.1 + t.unwrap_or(0.0));
        }
    }
    rows.retain(|r| r.point.value > Some(0.0) || r.earlier > Some(0.0));
    if rest.0 + rest.1 > 0.0 {
        rows.push(bar(REST, Ink::Past, rest.0, before.as_ref().map(|_| rest.1)));
    }
    // Sums of exact amounts differ by less than a millionth.
    let unstated = (now.max(0.0), then.map(|t| t.max(0.0)));
    if unstated.0 + unstated.1.unwrap_or(0.0) >= 1e-6 {
        rows.push(bar(NOT_STATED, Ink::Unattributed, unstated.0, unstated.1));
    }
    let (earlier_name, text_heading, words) = match before {
        Some(_) => {
            ("the year before".to_owned(), "This year vs the year before".to_owned(), ", against the year before")
        }
        None => (String::new(), String::new(), ""),
    };
    (Bars { rows, earlier_name, text_heading }, words.to_owned())
}

/// The largest parts, the rest together, and what the source does not state: they add up to the whole.
fn layers(analysis: &Analysis, whole: Key, parts: &[Part], extent: &Range<usize>) -> Vec<Layer> {
    let all = points::of(analysis, whole, Measure::Incidents, extent);
    let of = |part: &Part| {
        let key = Key { facet: part.facet, ..whole };
        points::of(analysis, key, Measure::Incidents, extent)
    };
    let mut layers: Vec<Layer> = parts
        .iter()
        .take(LAYERS)
        .enumerate()
        .map(|(i, part)| Layer { name: part.name.clone(), ink: Ink::Category(i as u8), points: of(part) })
        .collect();
    let rest: Vec<Vec<Point>> = parts.iter().skip(LAYERS).map(&of).collect();
    let sum = |columns: &[Vec<Point>], i: usize| columns.iter().filter_map(|c| c[i].value).sum::<f64>();
    let with = |value: &dyn Fn(usize) -> f64| -> Vec<Point> {
        let point = |(i, p): (usize, &Point)| Point { value: p.value.map(|_| value(i).max(0.0)), ..*p };
        all.iter().enumerate().map(point).collect()
    };
    let named: Vec<Vec<Point>> = parts.iter().map(&of).collect();
    let is_drawn = |points: &[Point]| points.iter().any(|p| p.value.is_some_and(|v| v > 0.0));
    let others = with(&|i| sum(&rest, i));
    if is_drawn(&others) {
        layers.push(Layer { name: REST.to_owned(), ink: Ink::Past, points: others });
    }
    let unstated = with(&|i| {
        let rest = all[i].value.unwrap_or(0.0) - sum(&named, i);
        // Sums of exact amounts differ by less than a millionth.
        if rest < 1e-6 { 0.0 } else { rest }
    });
    if is_drawn(&unstated) {
        layers.push(Layer { name: NOT_STATED.to_owned(), ink: Ink::Unattributed, points: unstated });
    }
    layers
}

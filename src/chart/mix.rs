//! Mix: the tactics or targets of attacks, stacked over time.

use super::frame::{self, Parts};
use super::words::{self, LastYear, Noun};
use super::{Chart, Lacking, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key, Scope};
use crate::figure::{Bar, Bars, Figure, Ink, Layer, Point, Shape, Stack, StackScale};
use crate::finding;
use crate::incident::Kind;
use crate::measure::{Amount, Measure};
use crate::messages::{Message, Messages};
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
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        let reports = &analysis.loaded.facts.reports;
        let (reported, what) = match self.0 {
            Trait::Tactic => (reports.tactic, Lacking::Tactics),
            Trait::Target => (reports.target, Lacking::Targets),
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
            let (shown, of) = (LAYERS.to_string(), parts.len().to_string());
            notes.push(m.say(match self.0 {
                Trait::Tactic => Message::ChartTopTactics { shown, of },
                Trait::Target => Message::ChartTopTargets { shown, of },
            }));
        }
        let drawn = match (carries_shares(analysis, whole, &extent), LastYear::of(analysis, scope)) {
            (Carries::Numbers, Some(year)) => {
                let (bars, against) = bars(m, analysis, whole, &parts, &year);
                let (what, when) = (noun.heading(m), year.words(m));
                let unit = m.say(match self.0 {
                    Trait::Tactic => Message::ChartUnitTactics { what, when, against },
                    Trait::Target => Message::ChartUnitTargets { what, when, against },
                });
                let alt = frame::told(m, &bars.rows);
                Parts { title, unit, alt, shape: Shape::Bars(bars), notes, extent: 0..0 }
            }
            (Carries::Numbers, None) | (Carries::Shares, _) => {
                let layers = layers(m, analysis, whole, &parts, &extent);
                let names: Vec<&str> = layers.iter().map(|l| l.name.as_str()).collect();
                let alt = m.say(Message::ChartAltStack { names: m.list(&names) });
                let (what, grain) = (noun.many(m), finding::grain(m, analysis.policy.grain));
                let unit = m.say(match self.0 {
                    Trait::Tactic => Message::ChartShareTactics { what, grain },
                    Trait::Target => Message::ChartShareTargets { what, grain },
                });
                let axis = axis::time(analysis, pick, &extent);
                let shape = Shape::Stack(Stack { axis, scale: StackScale::Share, layers });
                Parts { title, unit, alt, shape, notes, extent }
            }
        };
        Ok(frame::figure(self.id(), analysis, pick, drawn))
    }
}

impl Mix {
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
        let m = pick.m;
        let about = words::about(m, analysis, pick.subject);
        let year = LastYear::of(analysis, whole.scope);
        match (year, parts) {
            (Some(year), [first, rest @ ..])
                if first.recent > Amount::ZERO && rest.first().is_none_or(|r| r.recent < first.recent) =>
            {
                let total = points::total(analysis, whole, &year.periods).incidents.value();
                let (number, count) = (text::count(first.recent.value()), noun.count(m, total));
                let of = m.say(Message::ChartOf { number, count, about, when: year.words(m) });
                let name = text::capital(&first.name);
                m.say(match self.0 {
                    Trait::Tactic => Message::ChartTitleTactic { name, of },
                    Trait::Target => Message::ChartTitleTarget { name, of },
                })
            }
            (_, _) => m.say(match self.0 {
                Trait::Tactic => Message::ChartByTactic { what: noun.heading(m), about },
                Trait::Target => Message::ChartByTarget { what: noun.heading(m), about },
            }),
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
fn bars(m: &Messages, analysis: &Analysis, whole: Key, parts: &[Part], year: &LastYear) -> (Bars, String) {
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
        text: then
            .map(|then| m.say(Message::ChartVersus { now: text::count(now), base: text::count(then) }))
            .unwrap_or_default(),
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
        rows.push(bar(&m.say(Message::ChartRest {}), Ink::Past, rest.0, before.as_ref().map(|_| rest.1)));
    }
    // Sums of exact amounts differ by less than a millionth.
    let unstated = (now.max(0.0), then.map(|t| t.max(0.0)));
    if unstated.0 + unstated.1.unwrap_or(0.0) >= 1e-6 {
        rows.push(bar(&m.say(Message::ChartNotStated {}), Ink::Unattributed, unstated.0, unstated.1));
    }
    let Some(_) = before else {
        return (Bars { rows, earlier_name: String::new(), text_heading: String::new() }, String::new());
    };
    let earlier_name = m.say(Message::ChartTheYearBefore {});
    let against = m.say(Message::ChartAgainst { period: earlier_name.clone() });
    (Bars { rows, earlier_name, text_heading: m.say(Message::ChartThisYear {}) }, against)
}

/// The largest parts, the rest together, and what the source does not state: they add up to the whole.
fn layers(m: &Messages, analysis: &Analysis, whole: Key, parts: &[Part], extent: &Range<usize>) -> Vec<Layer> {
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
        layers.push(Layer { name: m.say(Message::ChartRest {}), ink: Ink::Past, points: others });
    }
    let unstated = with(&|i| {
        let rest = all[i].value.unwrap_or(0.0) - sum(&named, i);
        // Sums of exact amounts differ by less than a millionth.
        if rest < 1e-6 { 0.0 } else { rest }
    });
    if is_drawn(&unstated) {
        layers.push(Layer { name: m.say(Message::ChartNotStated {}), ink: Ink::Unattributed, points: unstated });
    }
    layers
}

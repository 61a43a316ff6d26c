//! Frequency: incidents per period, attacks and operations as ledgers of their own, with the mean of a year.

use super::fan::Shown;
use super::frame::{self, Parts};
use super::headline::{self, Claim, Headline};
use super::words::{self, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, axis, found, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key};
use crate::figure::{Columns, Figure, Panel, Panels, Shape};
use crate::finding;
use crate::incident::{Kind, Role};
use crate::measure::Measure;
use crate::messages::{Message, Messages};
use crate::registry::Entry;

pub(super) struct Frequency;

impl Entry for Frequency {
    fn id(&self) -> &'static str {
        "frequency"
    }

    fn about(&self) -> &'static str {
        "Incidents per period, with attacks and operations as ledgers of their own"
    }

    fn example(&self) -> String {
        "incident-trends chart frequency --of Ilmaray -o frequency.svg".to_owned()
    }
}

/// One panel to be: what it counts and what it is called.
struct Ledger {
    facet: Facet,
    title: String,
}

impl Chart for Frequency {
    fn reach(&self) -> Reach {
        Reach::Each
    }

    fn need(&self, _: &Analysis, subject: Subject) -> Need {
        let kinds = [None, Some(Kind::Attack), Some(Kind::Operation)];
        let scope = words::scope(subject);
        Need::Only {
            series: kinds.map(|kind| Key { scope, facet: words::facet(kind) }).to_vec(),
            parts: headline::WITH_FORECAST,
        }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        let scope = words::scope(pick.subject);
        let ledgers = ledgers(m, analysis, pick.subject);
        let headline = headline(m, analysis, pick.subject, &ledgers);
        let extent = axis::extent(analysis, pick, headline.must_show());
        frame::need_something(analysis, Key { scope, facet: Facet::ALL }, &extent)?;
        let is_active = |l: &&Ledger| {
            l.facet == Facet::ALL || frame::need_something(analysis, Key { scope, facet: l.facet }, &extent).is_ok()
        };
        let ledgers: Vec<&Ledger> = ledgers.iter().filter(is_active).collect();
        let ink = words::ink(analysis, pick.subject);
        let whole = Key { scope, facet: Facet::ALL };
        let forecast = Shown::of(analysis, whole, Measure::Incidents);
        let (mut panels, mut told, mut notes) = (Vec::new(), Vec::new(), Vec::from_iter(headline.note(m)));
        for ledger in &ledgers {
            let key = Key { scope, facet: ledger.facet };
            let mut found = found::of(m, analysis, key, Measure::Incidents, &extent);
            let range = points::range(m, analysis, key, Measure::Incidents, &extent);
            told.push(m.say(Message::ChartTold { name: ledger.title.clone(), told: range }));
            if let Some(forecast) = forecast.filter(|_| key == whole) {
                found.evidence.fan = forecast.fan(analysis, &extent);
                found.told.push(forecast.told(m));
                found.notes.push(forecast.note(m, m.say(Message::ChartForecast {})));
            }
            let lines = found.lines(points::rolling(m, &analysis.series(key, Measure::Incidents), &extent));
            panels.push(Panel {
                title: if ledgers.len() > 1 { ledger.title.clone() } else { String::new() },
                unit: String::new(),
                columns: Some(Columns { ink, points: points::of(analysis, key, Measure::Incidents, &extent) }),
                lines,
                evidence: found.evidence,
                ..Panel::default()
            });
            told.append(&mut found.told);
            frame::add_notes(&mut notes, found.notes);
        }
        let future = forecast.and_then(|f| f.future(m, analysis, &extent));
        let axis = axis::with_future(analysis, pick, &extent, future);
        let shape = Shape::Series(Panels { axis, panels });
        let (what, grain) = (Noun::of(analysis, None).heading(m), finding::grain(m, analysis.policy.grain));
        let parts = Parts {
            title: headline.title.clone(),
            unit: m.say(Message::ChartPer { what, grain }),
            alt: m.say(Message::ChartAltColumns { told: told.join(" ") }),
            shape,
            notes,
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// All incidents; beside them attacks and operations where the source tells both, and a group's own attacks.
fn ledgers(m: &Messages, analysis: &Analysis, subject: Subject) -> Vec<Ledger> {
    let kinds = analysis.kinds();
    let scope = words::scope(subject);
    let all =
        Ledger { facet: Facet::ALL, title: m.say(Message::ChartAllOf { what: Noun::of(analysis, None).many(m) }) };
    let has = |facet: Facet| analysis.cube.get(Key { scope, facet }).is_some();
    let mut ledgers = vec![all];
    match subject {
        Subject::All | Subject::Region(_) if kinds.contains(&Kind::Attack) && kinds.contains(&Kind::Operation) => {
            for kind in [Kind::Attack, Kind::Operation] {
                ledgers.push(Ledger { facet: Facet::kind(kind), title: Noun::Of(kind).heading(m) });
            }
        }
        Subject::All | Subject::Region(_) | Subject::Pair(..) => {}
        Subject::Group(group) => {
            let facet = Facet::Ledger { kind: Some(Kind::Attack), role: Some(Role::Initiator) };
            if !group.is_none() && kinds.len() > 1 && has(facet) {
                let title = m.say(Message::ChartAttacksBy { group: words::name(m, analysis, subject) });
                ledgers[0].title = m.say(Message::ChartAllInvolved {});
                ledgers.push(Ledger { facet, title });
            }
        }
    }
    ledgers
}

/// A record among the attacks comes before one among all incidents; where there is none, the attacks speak.
fn headline(m: &Messages, analysis: &Analysis, subject: Subject, ledgers: &[Ledger]) -> Headline {
    let all = Claim::incidents(m, analysis, subject, None).headline();
    if !ledgers.iter().any(|l| l.facet == Facet::kind(Kind::Attack)) {
        return all;
    }
    let attacks = Claim::incidents(m, analysis, subject, Some(Kind::Attack)).headline();
    match (&attacks.record, &all.record) {
        (None, Some(_)) => all,
        (Some(_), _) | (None, None) => attacks,
    }
}

//! Frequency: incidents per period, attacks and operations as ledgers of their own, with the mean of a year.

use super::frame::{self, Parts};
use super::headline::{Claim, Headline};
use super::words::{self, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::Analysis;
use crate::cube::{Facet, Key};
use crate::figure::{Columns, Emphasis, Evidence, Figure, Ink, Line, Panel, Panels, Shape};
use crate::incident::{Kind, Role};
use crate::measure::Measure;
use crate::registry::Entry;
use crate::text;

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

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        frame::need_incidents(analysis, pick.subject)?;
        let scope = words::scope(pick.subject);
        let ledgers = ledgers(analysis, pick.subject);
        let headline = headline(analysis, pick.subject, &ledgers);
        let extent = axis::extent(analysis, pick, headline.must_show());
        frame::need_something(analysis, Key { scope, facet: Facet::ALL }, &extent)?;
        let is_active = |l: &&Ledger| {
            l.facet == Facet::ALL || frame::need_something(analysis, Key { scope, facet: l.facet }, &extent).is_ok()
        };
        let ledgers: Vec<&Ledger> = ledgers.iter().filter(is_active).collect();
        let ink = words::ink(analysis, pick.subject);
        let panel = |ledger: &&Ledger| {
            let key = Key { scope, facet: ledger.facet };
            let series = analysis.series(key, Measure::Incidents);
            let mean = points::rolling(&series, &extent).map(|(name, points)| Line {
                name,
                ink: Ink::Past,
                emphasis: Emphasis::Main,
                points,
            });
            let points = points::of(analysis, key, Measure::Incidents, &extent);
            let title = if ledgers.len() > 1 { ledger.title.clone() } else { String::new() };
            Panel {
                title,
                unit: String::new(),
                columns: Some(Columns { ink, points }),
                lines: mean.into_iter().collect(),
                evidence: Evidence::default(),
            }
        };
        let panels: Vec<Panel> = ledgers.iter().map(panel).collect();
        let told: Vec<String> = ledgers
            .iter()
            .map(|l| {
                let key = Key { scope, facet: l.facet };
                format!("{}: {}", l.title, points::range(analysis, key, Measure::Incidents, &extent))
            })
            .collect();
        let shape = Shape::Series(Panels { axis: axis::time(analysis, pick, &extent), panels });
        let noun = Noun::of(analysis, None);
        let parts = Parts {
            title: headline.title.clone(),
            unit: format!("{} per {}", text::capital(noun.many), analysis.policy.grain.noun()),
            alt: format!("Columns over time. {}", told.join(" ")),
            shape,
            notes: headline.note().into_iter().collect(),
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// All incidents; beside them attacks and operations where the source tells both, and a group's own attacks.
fn ledgers(analysis: &Analysis, subject: Subject) -> Vec<Ledger> {
    let kinds = analysis.kinds();
    let scope = words::scope(subject);
    let all = Ledger { facet: Facet::ALL, title: format!("All {}", Noun::of(analysis, None).many) };
    let has = |facet: Facet| analysis.cube.get(Key { scope, facet }).is_some();
    let mut ledgers = vec![all];
    match subject {
        Subject::All | Subject::Region(_) if kinds.contains(&Kind::Attack) && kinds.contains(&Kind::Operation) => {
            for kind in [Kind::Attack, Kind::Operation] {
                let noun = Noun::of_kind(kind);
                ledgers.push(Ledger { facet: Facet::kind(kind), title: text::capital(noun.many) });
            }
        }
        Subject::All | Subject::Region(_) => {}
        Subject::Group(group) => {
            let facet = Facet::Ledger { kind: Some(Kind::Attack), role: Some(Role::Initiator) };
            if !group.is_none() && kinds.len() > 1 && has(facet) {
                let title = format!("Attacks by {}", words::name(analysis, subject));
                ledgers[0].title = "All incidents in which it is involved".to_owned();
                ledgers.push(Ledger { facet, title });
            }
        }
    }
    ledgers
}

/// A record among the attacks comes before one among all incidents; where there is none, the attacks speak.
fn headline(analysis: &Analysis, subject: Subject, ledgers: &[Ledger]) -> Headline {
    let all = Claim::incidents(analysis, subject, None).headline();
    if !ledgers.iter().any(|l| l.facet == Facet::kind(Kind::Attack)) {
        return all;
    }
    let attacks = Claim::incidents(analysis, subject, Some(Kind::Attack)).headline();
    match (&attacks.record, &all.record) {
        (None, Some(_)) => all,
        (Some(_), _) | (None, None) => attacks,
    }
}

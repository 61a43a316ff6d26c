//! Small multiples: incidents over time of each group or region, all on the same axes.

use super::frame::{self, Parts};
use super::headline::{self, Claim};
use super::members::{Division, Member};
use super::words::{self, LastYear, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key};
use crate::figure::{Facet as Small, Figure, Mark, Multiples as Grid, Shape};
use crate::finding;
use crate::measure::Measure;
use crate::messages::Message;
use crate::registry::Entry;

pub(super) struct Multiples(pub Division);

/// One small chart is no comparison.
const LEAST: usize = 2;

impl Entry for Multiples {
    fn id(&self) -> &'static str {
        self.0.id()
    }

    fn about(&self) -> &'static str {
        match self.0 {
            Division::Groups => "Incidents of each group over time, on the same axes",
            Division::Regions => "Incidents of each region over time, on the same axes",
        }
    }

    fn example(&self) -> String {
        format!("incident-trends chart {} --top 9 -o {}.png", self.id(), self.id())
    }
}

impl Chart for Multiples {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn need(&self, _: &Analysis, subject: Subject) -> Need {
        Need::Only { series: vec![words::whole(subject)], parts: headline::ALONE }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        let extent = axis::extent(analysis, pick, None);
        let mut all = self.0.members(m, analysis, pick.subject)?;
        all.retain(|m| frame::need_something(analysis, m.key, &extent).is_ok());
        if all.len() < LEAST {
            return Err(NotDrawn::TooFew { what: self.0.lacking(), have: all.len(), need: LEAST });
        }
        let top = &all[..all.len().min(analysis.policy.top.max(LEAST))];
        let facet = |member: &Member| Small {
            title: member.name.clone(),
            ink: member.ink,
            points: points::of(analysis, member.key, Measure::Incidents, &extent),
            // A mean would hide the single incidents of small groups.
            context: Vec::new(),
        };
        let facets: Vec<Small> = top.iter().map(facet).collect();
        let told: Vec<String> = top
            .iter()
            .map(|member| {
                let told = points::range(m, analysis, member.key, Measure::Incidents, &extent);
                m.say(Message::ChartTold { name: member.name.clone(), told })
            })
            .collect();
        let (what, grain) = (Noun::of(analysis, None).heading(m), finding::grain(m, analysis.policy.grain));
        let (number, told) = (top.len().to_string(), told.join(" "));
        let (unit, alt) = match self.0 {
            Division::Groups => (Message::ChartUnitGroups { what, grain }, Message::ChartAltGroups { number, told }),
            Division::Regions => (Message::ChartUnitRegions { what, grain }, Message::ChartAltRegions { number, told }),
        };
        let shape = Shape::Multiples(Grid { axis: axis::time(analysis, pick, &extent), mark: Mark::Columns, facets });
        let parts = Parts {
            title: self.title(analysis, pick, top),
            unit: m.say(unit),
            alt: m.say(alt),
            shape,
            notes: self.0.notes(m, analysis, top.len(), all.len()),
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

impl Multiples {
    /// Who had the most of the last year.
    fn title(&self, analysis: &Analysis, pick: &Pick, top: &[Member]) -> String {
        let (m, scope) = (pick.m, words::scope(pick.subject));
        let year = LastYear::of(analysis, scope);
        let leader = year.as_ref().and_then(|year| {
            let total = points::total(analysis, Key { scope, facet: Facet::ALL }, &year.periods).incidents;
            let values: Vec<(String, f64)> = top.iter().map(|m| (m.name.clone(), m.recent.value())).collect();
            let about = self.0.about(m, analysis, pick.subject);
            self.0.leader(m, (Noun::of(analysis, None), about, year.words(m)), &values, total.value())
        });
        leader.unwrap_or_else(|| Claim::incidents(m, analysis, pick.subject, None).headline().title)
    }
}

//! Heat map: the incidents of each region in each period.

use super::frame::{self, Parts};
use super::headline::{self, Claim};
use super::members::Division;
use super::words::{self, Noun};
use super::{Chart, Lacking, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key};
use crate::figure::{Figure, HeatColumns, HeatRow, Heatmap as Map, Ink, Shape, Tile};
use crate::finding;
use crate::measure::Measure;
use crate::messages::Message;
use crate::registry::Entry;

pub(super) struct Heatmap;

/// A map of one row says no more than its columns.
const LEAST: usize = 2;

impl Entry for Heatmap {
    fn id(&self) -> &'static str {
        "heatmap"
    }

    fn about(&self) -> &'static str {
        "Incidents by region and period, as a heat map"
    }

    fn example(&self) -> String {
        "incident-trends chart heatmap --by quarter -o heatmap.svg".to_owned()
    }
}

impl Chart for Heatmap {
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
        let mut all = Division::Regions.members(m, analysis, pick.subject)?;
        all.retain(|m| frame::need_something(analysis, m.key, &extent).is_ok());
        if all.len() < LEAST {
            return Err(NotDrawn::TooFew { what: Lacking::Regions, have: all.len(), need: LEAST });
        }
        let top = &all[..all.len().min(analysis.policy.top.max(LEAST))];
        let tile = |point: crate::figure::Point| Tile::plain(point.value, point.state);
        let rows: Vec<HeatRow> = top
            .iter()
            .map(|m| HeatRow {
                label: m.name.clone(),
                tiles: points::of(analysis, m.key, Measure::Incidents, &extent).into_iter().map(tile).collect(),
            })
            .collect();
        let told: Vec<String> = top
            .iter()
            .map(|member| {
                let told = points::range(m, analysis, member.key, Measure::Incidents, &extent);
                m.say(Message::ChartTold { name: member.name.clone(), told })
            })
            .collect();
        let (noun, grain) = (Noun::of(analysis, None), finding::grain(m, analysis.policy.grain));
        let shape = Shape::Heatmap(Map {
            unit: m.say(Message::ChartPer { what: noun.many(m), grain: grain.clone() }),
            ink: Ink::Count,
            columns: HeatColumns::Time(axis::time(analysis, pick, &extent)),
            rows,
            framed: String::new(),
        });
        let parts = Parts {
            title: latest_leader(analysis, pick, Division::Regions)
                .unwrap_or_else(|| Claim::incidents(m, analysis, pick.subject, None).headline().title),
            unit: m.say(Message::ChartUnitRegions { what: noun.heading(m), grain }),
            alt: m.say(Message::ChartAltHeat { number: top.len().to_string(), told: told.join(" ") }),
            shape,
            notes: Division::Regions.notes(m, analysis, top.len(), all.len()),
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// Who had the most in the latest complete period.
pub(super) fn latest_leader(analysis: &Analysis, pick: &Pick, division: Division) -> Option<String> {
    let (m, latest) = (pick.m, analysis.latest?);
    let members = division.members(m, analysis, pick.subject).ok()?;
    let value = |key: Key| analysis.entry(key, latest).cell.incidents.value();
    let values: Vec<(String, f64)> = members.iter().map(|m| (m.name.clone(), value(m.key))).collect();
    let total = value(Key { scope: words::scope(pick.subject), facet: Facet::ALL });
    let about = division.about(m, analysis, pick.subject);
    let when = words::at_so_far(m, analysis, latest);
    division.leader(m, (Noun::of(analysis, None), about, when), &values, total)
}
